/** The next change of an answer is never after the first day on which it is another: held against asking on every day. */
import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/base/day.ts';
import { check } from '../../src/engine/check.ts';
import { validUntil } from '../../src/engine/certify.ts';
import { standingsOn } from '../../src/engine/timeline.ts';
import type { Rec } from '../../src/model/record.ts';
import type { Rulebook } from '../../src/rules/rulebook.ts';
import type { Question } from '../../src/select/predicate.ts';
import { digestOf, sha256 } from '../support/digest.ts';
import { generate, seedsOf } from '../support/generate.ts';
import { ask, clause, complete, DAY, party, product, recipe, rules, stake } from '../support/make.ts';
import { random } from '../support/random.ts';

const answer = (records: readonly Rec[], question: Question, rulebook: Rulebook) => check({ records, question, rulebooks: [rulebook], lines: 0 }, sha256);
const next = async (records: readonly Rec[], rulebook: Rulebook) => (await answer(records, ask('p'), rulebook)).assessments.flatMap(({ nextChange }) => nextChange ?? []).sort()[0];
const said = (records: readonly Rec[], question: Question, rulebook: Rulebook): string => JSON.stringify(standingsOn(records, question, [rulebook], sha256).map(({ applies, clauses }) => [applies, clauses]));

/** Some records begin or end in the weeks after the question; papers are up to 120 days old. */
function dated(seed: number, records: readonly Rec[]): Rec[] {
  const r = random(seed ^ 0x77);
  return records.map((rec): Rec => {
    const own: Rec = rec.kind === 'evidence' && rec.issued !== undefined ? { ...rec, issued: addDays(DAY, -r.int(120)) } : rec;
    return !r.chance(0.15) ? own : r.chance(0.5) ? { ...own, validFrom: addDays(DAY, r.int(60) - 5) } : { ...own, validTo: addDays(DAY, r.int(60) + 1) };
  });
}

test('is not after the first day on which a clause says something else', async () => {
  const long = Number(process.env.LAWS ?? 0);
  let changed = 0;
  for (const seed of seedsOf(Math.max(80, Math.min(long, 5000)))) {
    const { question, rulebook, records: plain } = generate(seed);
    if (question.asOf !== DAY) continue;
    const records = dated(seed, plain);
    const { assessments } = await answer(records, question, rulebook);
    const told = assessments.flatMap(({ nextChange }) => nextChange ?? []).sort()[0];
    const today = said(records, question, rulebook);
    for (let i = 1; i <= 65 && (told === undefined || addDays(DAY, i) < told); i++) {
      const asOf = addDays(DAY, i);
      expect([seed, asOf, said(records, { ...question, asOf }, rulebook)]).toEqual([seed, asOf, today]);
      expect([seed, asOf, 'aging', said(records, { ...question, asOf, knownAt: asOf }, rulebook)]).toEqual([seed, asOf, 'aging', said(records, { ...question, asOf, knownAt: DAY }, rulebook)]);
    }
    if (told !== undefined) changed++;
  }
  expect(changed).toBeGreaterThan(20);
}, 300_000);

describe('comes from', () => {
  const base = [product('p', { maker: 'M' }), party('M', { domicile: 'TW' }), recipe('r', 'p', { country: 'TW', steps: ['assembled'], sole: true })];
  const owned = rules([clause({ for: 'product', redIf: { maker: { owned: 'OWN50_CASCADE', by: { domicile: ['CN'] } } } })]);
  const maker = rules([clause({ for: 'product', redIf: { maker: { domicile: ['CN'] } } })]);
  const on = '2027-01-15';

  test('a day that is not looked at, where there are too many: never later than what changes', async () => {
    const now = stake('O', 'M', 1_000_000, 1_000_000);
    const owners = [...base, party('O', { domicile: 'TW', partyKind: 'person' }), now, complete('owners', 'M', [now])];
    const metals = Array.from({ length: 400 }, (_, i): Rec => ({ kind: 'material', id: `m${i}`, level: 'confirmed', product: 'p', substance: `metal ${i}`, massPpm: { lo: 0, hi: 1 }, validFrom: addDays(DAY, i + 2) })); // no clause asks
    const told = await next([...owners, ...metals], owned);
    expect(told! > addDays(DAY, 40) && told! < addDays(DAY, 120)).toBe(true);
    expect(await next([...owners, ...metals.slice(0, 40)], owned)).toBeUndefined();
  });

  test('a stake that is recorded to begin, and so does the end of a certificate', async () => {
    const now = stake('O', 'M', 1_000_000, 1_000_000, { validTo: '2030-01-01' });
    const kept = [...base, party('O', { domicile: 'TW', partyKind: 'person' }), party('C', { domicile: 'CN' }), now, complete('owners', 'M', [now])];
    const later = stake('C', 'M', 600_000, 600_000, { validFrom: on });
    const before = await answer(kept, ask('p'), owned);
    expect([before.verdict, validUntil(before, 90)]).toEqual(['clear', addDays(DAY, 90)]);
    const told = await answer([...kept, later], ask('p'), owned);
    expect([told.verdict, validUntil(told, 90)]).toEqual(['clear', on]);
  });
  test('a record that begins somewhere else: nothing', async () => {
    expect(await next([...base, party('X', { domicile: 'CN', validFrom: on }), product('q', { maker: 'X', validFrom: on })], maker)).toBeUndefined();
    expect(await next([...base, party('M', { domicile: 'CN', validFrom: on })], maker)).toBe(on);
  });
  test('the end of what kept a record out', async () => {
    const bad = party('M', { domicile: 'CN' });
    const good = base.filter((rec) => rec.kind !== 'party');
    expect(await next([...good, bad, party('M', { domicile: 'TW', supersedes: digestOf(bad) })], maker)).toBeUndefined();
    expect(await next([...good, bad, party('M', { domicile: 'TW' }), party('Z', { supersedes: digestOf(bad), validTo: on })], maker)).toBe(on);
    const out = { kind: 'judgement', id: 'out', level: 'confirmed', withdraws: digestOf(bad), by: 'Lin', validTo: on } as const;
    expect(await next([...good, bad, party('M', { domicile: 'TW' }), out], maker)).toBe(on);
  });
  test('a condition on the day of the question, not on that of the purchase', async () => {
    const dayOf = (of: 'asOf' | 'act') => rules([clause({ for: 'product', redIf: { all: [{ date: { from: on }, of }, { madeIn: ['TW'] }] } })]);
    expect(await next(base, dayOf('asOf'))).toBe(on);
    expect(await next(base, dayOf('act'))).toBeUndefined();
  });
  test('the age of a paper that an exemption asks for', async () => {
    const p = base[0]!;
    const paper: Rec = { kind: 'evidence', id: 'w', level: 'confirmed', docKind: 'waiver', issued: '2026-11-01', supports: [digestOf(p)] };
    const spared = (maxAgeDays?: number) => rules([clause({ for: 'product', redIf: { madeIn: ['TW'] }, unless: [{ id: 'u', cite: 'c', shown: { kind: ['waiver'], about: 'product', ...(maxAgeDays !== undefined && { maxAgeDays }) } }] })]);
    expect((await answer([...base, paper], ask('p'), spared(60))).verdict).toBe('clear');
    expect(await next([...base, paper], spared(60))).toBe('2027-01-01');
    expect(await next([...base, paper], spared())).toBeUndefined();
  });
  test('what a scope rests on, where the rulebook binds nobody as things are', async () => {
    const scoped = rules([clause({ for: 'product', redIf: { madeIn: ['CN'] } })], { scope: { maker: { domicile: ['CN'] } } });
    const moves = base.map((rec): Rec => (rec.kind === 'party' ? { ...rec, validTo: on } : rec));
    expect(await next(base, scoped)).toBeUndefined();
    expect(await next(moves, scoped)).toBe(on);
  });
});
