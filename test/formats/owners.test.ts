/** Documents that tell of parties and owners: BODS, GLEIF, FollowTheMoney. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkBods } from '../../src/formats/bods/read.ts';
import { writeBods } from '../../src/formats/bods/write.ts';
import { recognise } from '../../src/formats/documents/recognise.ts';
import { Builder } from '../../src/formats/documents/builder.ts';
import { leiChecksOut } from '../../src/base/registered.ts';
import type { Issue } from '../../src/base/issue.ts';
import type { Ownership, Party, Rec } from '../../src/model/record.ts';
import { random } from '../support/random.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const SAMPLE = new URL('../../../shared/data/gleif-sample/', import.meta.url);
const missing = existsSync(SAMPLE) ? false : 'not run: the sample is not there';

function read(bytes: Uint8Array | string): { readonly records: Rec[]; readonly issues: readonly Issue[]; readonly warnings: readonly Issue[] } {
  const input = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
  const found = recognise('owners', { size: input.length, chunks: () => [input] } as never, true);
  if ('not' in found) return { records: [], issues: [{ code: 'document/unknown', params: {}, at: { source: '', pointer: '' } }], warnings: [] };
  const draft = { records: [] as Rec[], issues: [] as Issue[], warnings: [] as Issue[] };
  found.read.value?.build(new Builder({ source: 'owners', product: 'p', recipe: 'r' }, draft as never, sha256));
  return { records: draft.records, issues: [...found.read.issues, ...draft.issues], warnings: draft.warnings };
}
const stakes = (records: readonly Rec[]): Ownership[] => records.filter((rec) => rec.kind === 'ownership');
const parties = (records: readonly Rec[]): Party[] => records.filter((rec) => rec.kind === 'party');

const entity = (recordId: string, name: string, code: string): object => ({ statementId: sha256(recordId), statementDate: '2025-01-01', declarationSubject: recordId, recordId, recordType: 'entity', recordDetails: { isComponent: false, entityType: { type: 'registeredEntity' }, name, jurisdiction: { name: code, code } } });
const relation = (recordId: string, more: object, interests: readonly object[]): object => ({ statementId: sha256(recordId + JSON.stringify(more)), statementDate: '2025-01-01', declarationSubject: 'e1', recordId, recordType: 'relationship', ...more, recordDetails: { isComponent: false, subject: 'e1', interestedParty: 'e2', interests } });

describe('BODS', () => {
  test('parties, shares rounded outward, votes, seats, control, days', () => {
    const { records, issues } = read(JSON.stringify([entity('e1', 'Held', 'TW-TPE'), entity('e2', 'Holder', 'CN'), relation('r1', {}, [
      { type: 'shareholding', directOrIndirect: 'direct', share: { exact: 33.33333333 }, startDate: '2020-01-01' }, { type: 'votingRights', directOrIndirect: 'direct', share: { minimum: 25, exclusiveMaximum: 50 } },
      { type: 'appointmentOfBoard', directOrIndirect: 'direct' }, { type: 'shareholding', directOrIndirect: 'indirect', share: { exact: 90 } },
    ])]));
    expect(issues).toEqual([]);
    expect(parties(records).map(({ id, domicile, partyKind }) => [id, domicile, partyKind])).toEqual([['e1', 'TW', 'company'], ['e2', 'CN', 'company']]);
    expect(stakes(records).map(({ equityPpm, votingPpm, control, validFrom }) => ({ equityPpm, votingPpm, control, validFrom }))).toEqual([
      { equityPpm: { lo: 333_333, hi: 333_334 }, votingPpm: undefined, control: undefined, validFrom: '2020-01-01' },
      { equityPpm: undefined, votingPpm: { lo: 250_000, hi: 500_000 }, control: undefined, validFrom: undefined },
      { equityPpm: undefined, votingPpm: undefined, control: 'appoints', validFrom: undefined },
    ]);
  });
  test('the last statement of a record counts, and a closed one ends', () => {
    const older = relation('r1', {}, [{ type: 'shareholding', directOrIndirect: 'direct', share: { exact: 60 } }]);
    const closed = { ...relation('r1', { recordStatus: 'closed' }, [{ type: 'shareholding', directOrIndirect: 'direct', share: { exact: 60 } }]), statementDate: '2026-05-01' };
    expect(stakes(read(JSON.stringify([closed, older])).records)).toMatchObject([{ validTo: '2026-05-01' }]);
  });
  test('0.2 and 0.3: flat statements, voting-rights, replaced ones', () => {
    const flat = [
      { statementID: 'a', statementType: 'entityStatement', entityType: 'registeredEntity', name: 'Held', incorporatedInJurisdiction: { name: 'Taiwan', code: 'TW' } },
      { statementID: 'p', statementType: 'personStatement', personType: 'knownPerson', names: [{ fullName: 'Lin' }], nationalities: [{ name: 'Taiwan', code: 'TW' }] },
      { statementID: 'old', statementType: 'ownershipOrControlStatement', subject: { describedByEntityStatement: 'a' }, interestedParty: { describedByPersonStatement: 'p' }, interests: [{ type: 'shareholding', share: { exact: 10 } }] },
      { statementID: 'new', statementType: 'ownershipOrControlStatement', replacesStatements: ['old'], subject: { describedByEntityStatement: 'a' }, interestedParty: { describedByPersonStatement: 'p' }, interests: [{ type: 'voting-rights', interestLevel: 'direct', share: { exact: 50 } }] },
    ];
    const { records, issues } = read(JSON.stringify(flat));
    expect(issues).toEqual([]);
    expect(stakes(records)).toMatchObject([{ owner: 'p', asset: 'a', votingPpm: { lo: 500_000, hi: 500_000 }, level: 'confirmed' }]);
  });
  test('a stake that ended as it began, or before, does not hold on for ever', () => {
    const held = (startDate: string, endDate: string): Ownership[] => stakes(read(JSON.stringify([relation('r1', {}, [{ type: 'shareholding', directOrIndirect: 'direct', share: { exact: 60 }, startDate, endDate }])])).records);
    expect(held('2024-01-01', '2024-01-01')).toEqual([]);
    expect(held('2024-05-01', '2024-01-01')).toMatchObject([{ level: 'inferred' }]);
    const closed = { ...relation('r1', { recordStatus: 'closed' }, [{ type: 'shareholding', directOrIndirect: 'direct', share: { exact: 60 }, startDate: '2026-05-01' }]), statementDate: '2026-05-01' };
    expect(stakes(read(JSON.stringify([closed])).records)).toEqual([]);
  });
  test('0.2 and 0.3: what speaks of a replaced party speaks of the one in its place', () => {
    const flat = [
      { statementID: 'a1', statementType: 'entityStatement', entityType: 'registeredEntity', name: 'Held' }, { statementID: 'a2', statementType: 'entityStatement', entityType: 'registeredEntity', name: 'Held, renamed', replacesStatements: ['a1'] },
      { statementID: 'o1', statementType: 'entityStatement', entityType: 'registeredEntity', name: 'Holder' }, { statementID: 'o2', statementType: 'entityStatement', entityType: 'registeredEntity', name: 'Holder, renamed', replacesStatements: ['o1'] }, { statementID: 'o3', statementType: 'entityStatement', entityType: 'registeredEntity', name: 'Holder, again', replacesStatements: ['o2'] },
      { statementID: 'r', statementType: 'ownershipOrControlStatement', subject: { describedByEntityStatement: 'a1' }, interestedParty: { describedByEntityStatement: 'o1' }, interests: [{ type: 'shareholding', interestLevel: 'direct', share: { exact: 60 } }] },
    ];
    const { records, issues } = read(JSON.stringify(flat));
    expect(issues).toEqual([]);
    expect(stakes(records)).toMatchObject([{ owner: 'o3', asset: 'a2', equityPpm: { lo: 600_000, hi: 600_000 } }]);
    expect(parties(records).map(({ id }) => id).sort()).toEqual(['a2', 'o3']);
  });
  test('a holder whom nobody names is somebody; that there is none says so', () => {
    const unnamed = (reason: string): Rec[] => read(JSON.stringify([entity('e1', 'Held', 'TW'), { ...relation('r1', {}, []), recordDetails: { isComponent: false, subject: 'e1', interestedParty: { reason }, interests: [{ type: 'shareholding', directOrIndirect: 'direct', share: { exact: 60 } }] } }])).records;
    expect(stakes(unnamed('subjectUnableToConfirmOrIdentifyBeneficialOwner'))).toMatchObject([{ owner: 'r1/not-named', asset: 'e1', equityPpm: { lo: 600_000, hi: 600_000 } }]);
    expect(parties(unnamed('unknown')).find(({ id }) => id === 'r1/not-named')).not.toHaveProperty('names');
    expect(stakes(unnamed('noBeneficialOwners'))).toEqual([]);
  });
  test('an indirect interest stays, inferred, where no direct one in that party is told', () => {
    const indirect = { type: 'shareholding', directOrIndirect: 'indirect', share: { exact: 90 } };
    const alone = read(JSON.stringify([entity('e1', 'Held', 'TW'), entity('e2', 'Holder', 'CN'), relation('r1', {}, [indirect])]));
    expect([stakes(alone.records), alone.warnings]).toMatchObject([[{ owner: 'e2', asset: 'e1', level: 'inferred' }], []]);
  });
  test('a fault is refused with its path, and nothing is read', () => {
    const { records, issues } = read(JSON.stringify([entity('e1', 'Held', 'TW'), relation('r1', {}, [{ type: 'shareholding', share: { exact: 101 } }])]));
    expect(records).toEqual([]);
    expect(issues.map(({ code, at }) => [code, at.pointer])).toEqual([['document/invalid', '/1/recordDetails/interests/0/share/exact']]);
  });
  test('written and read again it is the same, and valid', () => {
    const { records } = read(JSON.stringify([entity('e1', 'Held', 'TW'), entity('e2', 'Holder', 'CN'), relation('r1', {}, [{ type: 'shareholding', directOrIndirect: 'direct', share: { minimum: 10, maximum: 12.5 }, startDate: '2024-01-01' }, { type: 'votingRights', directOrIndirect: 'direct', share: { exact: 49.9999 } }, { type: 'appointmentOfBoard', directOrIndirect: 'direct' }])]));
    const written = writeBods(parties(records), stakes(records), { date: '2026-11-22', publisher: 'test', sha256 });
    expect(checkBods(written, 'written')).toEqual([]);
    const again = read(JSON.stringify(written)).records;
    const told = (all: readonly Rec[]): unknown[] => [...parties(all).map(({ id, names, domicile, partyKind }) => ({ id, names, domicile, partyKind })), ...stakes(all).map(({ owner, asset, equityPpm, votingPpm, control, validFrom }) => ({ owner, asset, equityPpm, votingPpm, control, validFrom }))];
    expect(told(again)).toEqual(told(records));
  });
});

test('300 random registers written as BODS 0.4 are valid, and read again they hold the same, measure by measure and day by day', () => {
  const r = random(9);
  for (let n = 0; n < 300; n++) {
    const ids = Array.from({ length: 2 + r.int(5) }, (_, i) => `x${i}`);
    const firms = ids.map((id, i): Party => ({
      kind: 'party', id, level: 'confirmed', names: [`Name ${i} "<&>" 龍`, ...(r.chance(0.3) ? ['Other'] : [])], partyKind: r.pick(['person', 'company', 'state-body'] as const), ...(r.chance(0.7) && { domicile: r.pick(['TW', 'CN']) }), ...(r.chance(0.4) && { ids: [{ scheme: r.pick(['gb-coh', 'jp-hojin']), value: String(r.int(1e6)) }] }),
    }));
    const range = () => { const [a, b] = [r.int(1_000_001), r.chance(0.5) ? 0 : r.int(1000)]; return { lo: a, hi: Math.min(1_000_000, a + b) }; };
    const held = ids.flatMap((asset) => r.shuffle(ids).slice(0, r.int(3)).map((owner): Ownership => ({
      kind: 'ownership', id: `${owner}>${asset}`, level: r.pick(['confirmed', 'inferred'] as const), owner, asset, ...(r.chance(0.5) && { validFrom: '2024-02-29' }), ...(r.chance(0.3) && { validTo: '2027-01-01' }),
      ...Object.fromEntries((['equityPpm', 'votingPpm', 'boardPpm'] as const).filter(() => r.chance(0.6)).map((measure) => [measure, range()])), ...(r.chance(0.2) && { control: r.pick(['contract', 'appoints', 'other'] as const) }),
    })));
    const written = writeBods(firms, held, { date: '2026-11-22', publisher: 'test', sha256 });
    expect(checkBods(written, 'written')).toEqual([]);
    const { records, issues } = read(JSON.stringify(written));
    expect(issues).toEqual([]);
    const sameParty = ({ id, names, ids: numbers, domicile, partyKind }: Party) => ({ id, names, numbers, domicile, partyKind });
    expect(parties(records).map(sameParty)).toEqual(firms.map(sameParty));
    const facts = (all: readonly Ownership[]): string[] => all.flatMap((one) => [...(['equityPpm', 'votingPpm', 'boardPpm', 'control'] as const).flatMap((what) => (one[what] === undefined ? [] : [`${one.owner}>${one.asset} ${what} ${JSON.stringify(one[what])} ${one.level} ${one.validFrom} ${one.validTo}`]))]).sort();
    expect(facts(stakes(records))).toEqual(facts(held));
  }
});

describe('GLEIF', () => {
  test.skipIf(missing)(`entities, links and exceptions, the same from JSON and from XML${missing ? ` (${missing})` : ''}`, () => {
    for (const [name, count] of [['lei-data', 13], ['rr-data', 10], ['repex-data', 10]] as const) {
      const [json, xml] = ['json', 'xml'].map((form) => read(readFileSync(new URL(`${name}.${form}`, SAMPLE)))) as [ReturnType<typeof read>, ReturnType<typeof read>];
      expect([json.issues, xml.issues]).toEqual([[], []]);
      const plain = (all: readonly Rec[]): unknown[] => all.map(({ origin: _, ...rest }) => rest);
      expect(plain(xml.records)).toEqual(plain(json.records));
      if (name !== 'rr-data') expect(parties(json.records)).toHaveLength(count);
      else expect(stakes(json.records).every(({ equityPpm, control }) => control !== undefined && equityPpm === undefined)).toBe(true);
    }
    const [fund] = parties(read(readFileSync(new URL('lei-data.json', SAMPLE))).records);
    expect(fund).toMatchObject({ id: 'lei:001GPB6A9XPE8XJICC14', domicile: 'US', principalPlace: 'US', partyKind: 'company', level: 'confirmed', ids: [{ scheme: 'lei', value: '001GPB6A9XPE8XJICC14' }] });
  });
  test.skipIf(missing)(`every file of the sample is read, later versions too, and one harmed value is refused with its path${missing ? ` (${missing})` : ''}`, () => {
    const files = readdirSync(SAMPLE).filter((name) => /\.(json|xml)$/.test(name));
    expect(files.length).toBeGreaterThanOrEqual(11);
    for (const name of files) {
      const { records, issues } = read(readFileSync(new URL(name, SAMPLE)));
      expect([name, issues]).toEqual([name, []]);
      expect(records.length).toBeGreaterThan(0);
      // A link in the accounts never becomes a percentage; a branch is a part of its head office.
      for (const { id, equityPpm, control } of stakes(records)) expect([id, equityPpm === undefined || id.includes('IS_INTERNATIONAL_BRANCH_OF'), control !== undefined || equityPpm !== undefined]).toEqual([id, true, true]);
      const text = readFileSync(new URL(name, SAMPLE), 'utf8');
      const harmed = read(text.replace(/([A-Z0-9]{18})\d\d/, '$1Z'));
      expect(harmed.records).toEqual([]);
      expect(harmed.issues[0]?.at.pointer).toMatch(name.endsWith('.xml') ? /^\/line\/\d+/ : /^(\/records)?\/0\/(LEI|Relationship\/(Start|End)Node\/NodeID)$/);
    }
  });
  test.skipIf(missing)(`versions of an entity follow each other in time${missing ? ` (${missing})` : ''}`, () => {
    const all = JSON.parse(readFileSync(new URL('lei-data.json', SAMPLE), 'utf8')) as { LEI: string; Registration: { LastUpdateDate: string } }[];
    const later = { ...all[0]!, Registration: { ...all[0]!.Registration, LastUpdateDate: '2024-02-03T00:00:00Z' } };
    const found = parties(read(JSON.stringify([later, all[0]])).records).filter(({ id }) => id === `lei:${all[0]!.LEI}`);
    expect(found.map(({ validFrom, validTo }) => [validFrom, validTo])).toEqual([[undefined, '2024-02-03'], ['2024-02-03', undefined]]);
  });
  test('a link that is inactive, nobody says since when, is no more than inferred', () => {
    const [start, end] = ['5493001Z012YSB2A0K51', '001GPB6A9XPE8XJICC14'].map((NodeID) => ({ NodeID, NodeIDType: 'LEI' }));
    const link = (more: object, registered: object = {}): Ownership[] => stakes(read(JSON.stringify([{ Relationship: { StartNode: start, EndNode: end, RelationshipType: 'IS_INTERNATIONAL_BRANCH_OF', ...more }, Registration: { RegistrationStatus: 'PUBLISHED', ...registered } }])).records);
    expect(link({ RelationshipStatus: 'INACTIVE' })).toMatchObject([{ level: 'inferred' }]);
    expect(link({ RelationshipStatus: 'ACTIVE' })).toMatchObject([{ level: 'confirmed' }]);
    expect(link({ RelationshipStatus: 'INACTIVE' }, { LastUpdateDate: '2024-02-03T00:00:00Z' })).toMatchObject([{ level: 'confirmed', validTo: '2024-02-03' }]);
  });
  test('a wrong check digit is refused where it stands', () => {
    expect(leiChecksOut('5493001Z012YSB2A0K51')).toBe(true);
    expect(leiChecksOut('5493001Z012YSB2A0K52')).toBe(false);
    const { issues } = read(JSON.stringify([{ LEI: '5493001Z012YSB2A0K52', Entity: { LegalName: 'X' } }]));
    expect(issues.map(({ at }) => at.pointer)).toEqual(['/0/LEI']);
  });
});

describe('FollowTheMoney', () => {
  test('JSON lines: parties with their numbers, stakes with a percentage, and what is only a hint', () => {
    const lines = [
      { id: 'c', schema: 'Company', properties: { name: ['Held'], jurisdiction: ['tw'], leiCode: ['5493001Z012YSB2A0K51'] } }, { id: 'h', schema: 'LegalEntity', properties: { name: ['Holder'], country: ['cn'] } },
      { id: 'o', schema: 'Ownership', properties: { owner: ['h'], asset: ['c'], percentage: ['33.5'], startDate: ['2021-02-03'] } }, { id: 'v', schema: 'Vessel', properties: {} },
    ];
    const { records, issues } = read(lines.map((line) => JSON.stringify(line)).join('\n'));
    expect(issues).toEqual([]);
    expect(parties(records).map(({ id, domicile, level }) => [id, domicile, level])).toEqual([['c', 'TW', 'confirmed'], ['h', undefined, 'confirmed'], ['h', 'CN', 'inferred']]);
    expect(stakes(records)).toMatchObject([{ owner: 'h', asset: 'c', equityPpm: { lo: 335_000, hi: 335_000 }, validFrom: '2021-02-03' }]);
  });
  const held = (properties: object): Ownership[] => stakes(read(`${JSON.stringify({ id: 'c', schema: 'Company', properties: { name: ['Held'] } })}\n${JSON.stringify({ id: 'o', schema: 'Ownership', properties: { owner: ['h'], asset: ['c'], ...properties } })}`).records);
  test('years and months: sure in between, inferred where the end lies in them; what cannot be read is inferred', () => {
    expect(held({ percentage: ['60'], startDate: ['2019'], endDate: ['2023-05'] }).map(({ level, validFrom, validTo }) => [level, validFrom, validTo])).toEqual([['inferred', '2019-01-01', '2020-01-01'], ['confirmed', '2020-01-01', '2023-05-01'], ['inferred', '2023-05-01', '2023-06-01']]);
    for (const endDate of [['some time ago'], ['2021', '2022'], ['2023-13-45']]) expect(held({ percentage: ['60'], endDate })).toMatchObject([{ level: 'inferred' }]);
    expect(held({ percentage: ['60'], startDate: ['2023-05-01T10:00:00'], endDate: ['2023-05-01'] })).toEqual([]);
  });
  test('a bare number up to 1 may be a part of the whole', () => {
    expect(held({ percentage: ['0.5'] })).toMatchObject([{ equityPpm: { lo: 5_000, hi: 500_000 } }]);
    expect(held({ percentage: ['1'] })).toMatchObject([{ equityPpm: { lo: 10_000, hi: 1_000_000 } }]);
    expect(held({ percentage: ['0.5 %'] })).toMatchObject([{ equityPpm: { lo: 5_000, hi: 5_000 } }]);
    expect(held({ percentage: ['33.5'] })).toMatchObject([{ equityPpm: { lo: 335_000, hi: 335_000 } }]);
  });
  test('a line that is no entity is refused with its number', () => {
    const { issues } = read('{"id":"c","schema":"Company","properties":{}}\n{"id":');
    expect(issues.map(({ at }) => at.pointer)).toEqual(['/line/2']);
  });
});
