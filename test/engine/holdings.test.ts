import { expect, test } from 'vitest';
import { type Holding, holdings, withOwners } from '../../src/engine/holdings.ts';
import { screen, subjectsOf } from '../../src/engine/screen.ts';
import type { Party, Rec } from '../../src/model/record.ts';
import { sha256 } from '../support/digest.ts';
import { complete, DAY, judge, listing, party, stake } from '../support/make.ts';

/** B held 49 % by a listed X and 50 % by C; B holds 40 % of the maker M, X 10 %, D 50 %. */
const firm = (id: string, body: Partial<Party> = {}): Party => party(id, { names: [`${id} Verlantor ${id}${id}${id}`], ids: [{ scheme: 'lei', value: id }], partyKind: 'company', domicile: 'TW', principalPlace: 'TW', ...body });
const person = (id: string): Party => party(id, { names: [`Person ${id}${id} Tesnimhal`], partyKind: 'person', domicile: 'TW' });
const entry = listing('entry', 'L', { names: ['Quite Another Name'], ids: [{ scheme: 'lei', value: 'X' }] });
const parties = [firm('M'), firm('B'), firm('X', { domicile: 'CN' }), person('C'), person('D'), firm('lone')];
const stakes = (xInB: number): Rec[] => [stake('X', 'B', xInB), stake('C', 'B', 500_000), stake('B', 'M', 400_000), stake('X', 'M', 100_000), stake('D', 'M', 500_000)];
const edition = complete('entries', 'L', [entry], { validFrom: DAY });

function held(records: readonly Rec[]): { verdict: string; of: (party: string) => Holding | undefined } {
  const screening = screen(subjectsOf(records, sha256), records, DAY, sha256);
  const found = holdings(screening, records, sha256);
  return { verdict: withOwners(screening.verdict, found), of: (id) => found.find((one) => one.party === id) };
}
const said = (holding: Holding | undefined, name: string) => {
  const answer = holding?.answers.find(({ test: one }) => one === name);
  return answer === undefined ? undefined : [answer.value, ...(answer.decides ? [answer.decides.what, answer.decides.of] : [])].join(' ');
};

test('a party that a listed one holds half of, through others, is caught, and one in ten thousand less is free', () => {
  const over = held([...parties, entry, edition, ...stakes(500_000)]);
  expect([said(over.of('B'), 'OWN50_CASCADE'), said(over.of('M'), 'OWN50_CASCADE'), over.verdict]).toEqual(['caught', 'caught', 'red']);
  const under = held([...parties, entry, edition, ...stakes(499_900), stake('D', 'B', 100)]);
  expect([said(under.of('B'), 'OWN50_CASCADE'), said(under.of('M'), 'OWN50_CASCADE')]).toEqual(['free', 'free']);
  expect(under.of('lone')).toBeUndefined();
});

test('the one stake that would decide is named, for the party and for what hangs on it', () => {
  const { of, verdict } = held([...parties, entry, edition, ...stakes(490_000)]);
  expect([said(of('B'), 'OWN50_CASCADE'), said(of('M'), 'OWN50_CASCADE')]).toEqual(['open gap B', 'open gap B']);
  expect(of('M')!.outcome).toBe('unknown');
  expect(verdict).toBe('red'); // X itself is listed
});

test('a match that nobody judged decides, by its name; judged, it catches or frees', () => {
  const known = party('X', { names: ['Quite Another Name'], partyKind: 'company', domicile: 'CN' });
  const records = [...parties.filter(({ id }) => id !== 'X'), known, entry, edition, ...stakes(500_000), stake('D', 'X', 1_000_000)];
  expect(said(held(records).of('M'), 'OWN50_CASCADE')).toBe('open base X');
  expect(said(held([...records, judge(known, entry, 'same')]).of('M'), 'OWN50_CASCADE')).toBe('caught');
  expect(said(held([...records, judge(known, entry, 'different')]).of('M'), 'OWN50_CASCADE')).toBe('free');
});

test('from a list that is not whole nobody is free, and the answer says that it is the list', () => {
  const { of } = held([...parties.filter(({ id }) => id !== 'X'), firm('X', { ids: [{ scheme: 'lei', value: 'other' }] }), entry, ...stakes(490_000), stake('D', 'B', 10_000)]);
  expect(of('M')!.answers[0]).toMatchObject({ value: 'open', partial: true });
});

test('each test counts its own holdings: listed, of a place, of a government, specified', () => {
  const { of } = held([...parties, entry, edition, ...stakes(499_999), stake('D', 'B', 1), complete('owners', 'M', stakes(0).filter((rec) => rec.kind === 'ownership' && rec.asset === 'M'))]);
  expect(['TW_RED', 'ANY_CAPITAL', 'DOE25', 'AFFILIATE'].map((name) => said(of('M'), name))).toEqual(['open', 'caught', 'open', 'open']);
  expect(said(of('B'), 'TW_RED')).toBe('caught');
  expect(said(of('B'), 'OBBBA_SFE')).toMatch(/^open/); // votes are not recorded
});

test('an owner of whom only a number is known may be anybody on a list of names', () => {
  const nameless = party('X', { ids: [{ scheme: 'lei', value: 'other' }], partyKind: 'company' });
  const records = [...parties.filter(({ id }) => id !== 'X'), nameless, entry, edition, ...stakes(500_000), stake('D', 'X', 1_000_000)];
  expect(said(held(records).of('M'), 'OWN50_CASCADE')).toBe('open base X');
  expect(held(records).verdict).toBe('unknown');
});

test('a stake that is only inferred catches nobody and frees nobody; one of another day is none', () => {
  const inferred = stakes(500_000).map((rec) => (rec.kind === 'ownership' && rec.owner === 'X' ? { ...rec, level: 'inferred' as const } : rec));
  expect(said(held([...parties, entry, edition, ...inferred]).of('B'), 'OWN50_CASCADE')).toMatch(/^open/);
  const past = stakes(500_000).map((rec) => ({ ...rec, validTo: DAY }));
  expect(held([...parties, entry, edition, ...past]).of('B')).toBeUndefined();
});

test('parties joined by a judgement have their owners together; one in conflict is open', () => {
  const [a, b] = [firm('A'), firm('A2', { ids: [] })];
  const records = [a, b, firm('X'), person('C'), entry, edition, stake('X', 'A2', 600_000), judge(a, b, 'same')];
  expect(said(held(records).of('A'), 'OWN50_CASCADE')).toBe('caught');
  expect(said(held([...records, { ...judge(a, b, 'different'), id: 'no' }]).of('A'), 'OWN50_CASCADE')).toMatch(/^open/);
});
