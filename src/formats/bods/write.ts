/** Parties and ownerships as statements of the Beneficial Ownership Data Standard 0.4. Read back, they are the same facts. */
import { push } from '../../base/multimap.ts';
import type { Ownership, Party, RangePpm } from '../../model/record.ts';

export interface Publication {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly publisher: string;
  /** Lower-case hex of the UTF-8 bytes. */
  readonly sha256: (text: string) => string;
}
export type BodsStatement = Readonly<Record<string, unknown>>;

/** Sorted by record: parties, then relationships. A party without names is written as unknown. */
export function writeBods(parties: readonly Party[], ownerships: readonly Ownership[], publication: Publication): BodsStatement[] {
  const byId = new Map<string, Party[]>();
  for (const party of parties) push(byId, party.id, party);
  for (const { owner, asset } of ownerships) for (const id of [owner, asset]) if (!byId.has(id)) byId.set(id, []);
  const pairs = new Map<string, Ownership[]>();
  for (const rec of ownerships) push(pairs, `${rec.owner}>${rec.asset}`, rec);
  const inOrder = <V>(entries: Map<string, V>): [string, V][] => [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    ...inOrder(byId).map(([id, records]) => statement(id, id, isPerson(records) ? 'person' : 'entity', isPerson(records) ? person(records) : entity(records), publication)),
    ...inOrder(pairs).map(([pair, records]) => statement(pair, records[0]!.asset, 'relationship', relationship(records), publication)),
  ];
}

function statement(recordId: string, about: string, recordType: string, recordDetails: BodsStatement, { date, publisher, sha256 }: Publication): BodsStatement {
  const body = { statementDate: date, declarationSubject: about, recordId, recordType, recordStatus: 'new', publicationDetails: { publicationDate: date, bodsVersion: '0.4', publisher: { name: publisher } }, recordDetails };
  return { statementId: sha256(JSON.stringify(body)), ...body };
}

const isPerson = (records: readonly Party[]): boolean => records.some(({ partyKind }) => partyKind === 'person');
const first = <K extends 'domicile' | 'principalPlace' | 'citizenship'>(records: readonly Party[], field: K): string | undefined => records.find((rec) => rec[field] !== undefined)?.[field];
const place = (code: string): BodsStatement => ({ name: code, code });
function identifiers(records: readonly Party[]): BodsStatement {
  const ids = records.flatMap(({ ids = [] }) => ids);
  return ids.length === 0 ? {} : { identifiers: ids.map(({ scheme, value }) => ({ id: value, scheme: scheme === 'lei' ? 'XI-LEI' : scheme })) };
}

function entity(records: readonly Party[]): BodsStatement {
  const [name, ...others] = [...new Set(records.flatMap(({ names = [] }) => names))];
  const [home, business] = [first(records, 'domicile'), first(records, 'principalPlace')];
  const type = records.some(({ partyKind }) => partyKind === 'state-body') ? 'stateBody' : name === undefined ? 'unknownEntity' : 'registeredEntity';
  return {
    isComponent: false, entityType: { type }, ...(type === 'unknownEntity' && { unspecifiedEntityDetails: { reason: 'informationUnknownToPublisher' } }), ...(name !== undefined && { name }), ...(others.length > 0 && { alternateNames: others }),
    ...(home !== undefined && { jurisdiction: place(home) }), ...identifiers(records), ...(business !== undefined && { addresses: [{ type: 'business', country: place(business) }] }),
  };
}

function person(records: readonly Party[]): BodsStatement {
  const names = [...new Set(records.flatMap(({ names: own = [] }) => own))];
  const [home, citizenship] = [first(records, 'domicile'), first(records, 'citizenship')];
  return {
    isComponent: false, personType: names.length > 0 ? 'knownPerson' : 'unknownPerson', ...(names.length > 0 && { names: names.map((fullName, i) => ({ type: i === 0 ? 'legal' : 'alternative', fullName })) }),
    ...identifiers(records), ...(citizenship !== undefined && { nationalities: [place(citizenship)] }), ...(home !== undefined && { addresses: [{ type: 'residence', country: place(home) }] }),
  };
}

const RIGHTS: Readonly<Record<string, string | undefined>> = { contract: 'rightsGrantedByContract', licence: 'rightsGrantedByContract', appoints: 'appointmentOfBoard', consolidates: 'otherInfluenceOrControl', other: 'otherInfluenceOrControl' };

function relationship(records: readonly Ownership[]): BodsStatement {
  const interests = records.flatMap((rec) => {
    const days = { ...(rec.validFrom !== undefined && { startDate: rec.validFrom }), ...(rec.validTo !== undefined && { endDate: rec.validTo }) };
    const one = (type: string, range?: RangePpm): BodsStatement => ({ type, directOrIndirect: rec.level === 'confirmed' ? 'direct' : 'unknown', ...(range && { share: shareOf(range) }), ...days });
    const right = rec.control && RIGHTS[rec.control];
    const told = [
      ...(rec.equityPpm ? [one('shareholding', rec.equityPpm)] : []), ...(rec.votingPpm ? [one('votingRights', rec.votingPpm)] : []),
      ...(right === 'appointmentOfBoard' || rec.boardPpm ? [one(right === 'appointmentOfBoard' ? 'appointmentOfBoard' : 'boardMember', rec.boardPpm)] : []),
      ...(right !== undefined && right !== 'appointmentOfBoard' ? [one(right)] : []),
    ];
    return told.length > 0 ? told : [one('unknownInterest')];
  });
  return { isComponent: false, subject: records[0]!.asset, interestedParty: records[0]!.owner, interests };
}

function shareOf({ lo, hi }: RangePpm): BodsStatement {
  return lo === hi ? { exact: lo / 10_000 } : { minimum: lo / 10_000, maximum: hi / 10_000 };
}
