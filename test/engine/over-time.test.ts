/** What is said of an answer later, against asking again: `lapse`, `diff` and `replay` on random networks with dates. */
import { expect, test } from 'vitest';
import { addDays } from '../../src/base/day.ts';
import { allOf } from '../../src/base/verdict.ts';
import { check } from '../../src/engine/check.ts';
import { diffResults } from '../../src/engine/diff.ts';
import { standingOf } from '../../src/engine/lapse.ts';
import { replay } from '../../src/engine/replay.ts';
import type { CheckResult } from '../../src/engine/result.ts';
import type { Rec } from '../../src/model/record.ts';
import { packResult, resultText, unpackResult } from '../../src/wire/result.ts';
import { sha256 } from '../support/digest.ts';
import { generate, seedsOf } from '../support/generate.ts';
import { ask, clause, DAY, party, product, recipe, rules } from '../support/make.ts';
import { random } from '../support/random.ts';

const stored = (result: CheckResult): CheckResult => unpackResult(JSON.parse(resultText(packResult(result, sha256))), '', sha256).value!;
const key = (rulebook: string, clause: string | undefined, subject: string): string => [rulebook, clause ?? '-', subject].join(' ');
const bySubject = ({ assessments }: CheckResult) => new Map(assessments.map((one) => [key(one.rulebook, one.clause, one.subject), one.verdict ?? one.applies]));
/** Rulebooks that bind, and the verdict of each clause. */
function byClause({ assessments }: CheckResult): Map<string, string> {
  return new Map(assessments.map(({ rulebook, clause, applies }) => [`${rulebook} ${clause ?? '-'}`, `${applies} ${allOf(assessments.flatMap((one) => (one.rulebook === rulebook && one.clause === clause ? (one.verdict ?? []) : [])))}`]));
}

test('a certificate lapses wherever a clause says something else, a difference tells every verdict, and a replay gives the same bytes', async () => {
  let turned = 0;
  for (const seed of seedsOf(Math.max(60, Math.min(Number(process.env.LAWS ?? 0), 3000)))) {
    const { question, rulebook, records: plain } = generate(seed);
    const r = random(seed ^ 0x99);
    const records = plain.map((rec): Rec => (!r.chance(0.35) ? rec : r.chance(0.5) ? { ...rec, validFrom: addDays(question.asOf, r.int(60) - 5) } : { ...rec, validTo: addDays(question.asOf, r.int(60) + 1) }));
    const rulebooks = [rulebook];
    const before = await check({ records, question, rulebooks, lines: 0 }, sha256);
    const again = await replay(stored(before), records, 'full', sha256);
    expect([seed, again.differences]).toEqual([seed, []]);
    expect(resultText(packResult(again.result, sha256))).toBe(resultText(packResult(before, sha256)));
    const on = addDays(question.asOf, 20 + r.int(25));
    const after = await check({ records, question: { ...question, asOf: on, knownAt: on }, rulebooks, lines: 0 }, sha256);
    const { state } = await standingOf(stored(before), records, on, sha256);
    if (JSON.stringify([...byClause(before)].sort()) !== JSON.stringify([...byClause(after)].sort())) {
      turned++;
      expect([seed, state]).toEqual([seed, 'lapsed']);
    }
    const [was, is] = [bySubject(before), bySubject(after)];
    const told = new Set(diffResults(before, after, sha256).verdicts.map((one) => key(one.rulebook, one.clause, one.subject)));
    const untold = [...new Set([...was.keys(), ...is.keys()])].filter((one) => was.get(one) !== is.get(one) && !one.includes(' - ') && !told.has(one));
    expect([seed, untold]).toEqual([seed, []]);
  }
  expect(turned).toBeGreaterThan(4);
}, 300_000);

test('a certificate that was open lapses when another part turns red, and one of a rulebook that bound nobody when it binds', async () => {
  const on = '2027-01-15';
  const root = [product('p', { maker: 'M', roles: [] }), party('M', { domicile: 'TW' })];
  const red = rules([clause({ for: { components: { walk: 'all' } }, redIf: { madeIn: ['CN'] } })]);
  const later = [...root, recipe('r', 'p', { country: 'CN', sole: true, validFrom: on })];
  const open = await check({ records: later, question: ask('p'), rulebooks: [red], lines: 0 }, sha256);
  expect([open.verdict, (await standingOf(open, later, DAY, sha256)).state, (await standingOf(open, later, on, sha256)).state]).toEqual(['unknown', 'in-force', 'lapsed']);
  const scoped = rules([clause({ for: 'product', redIf: { maker: { domicile: ['CN'] } } })], { scope: { maker: { domicile: ['CN'] } } });
  const moved = [product('p', { maker: 'M' }), party('M', { domicile: 'TW', validTo: on }), party('M', { domicile: 'CN', validFrom: on })];
  const free = await check({ records: moved, question: ask('p'), rulebooks: [scoped], lines: 0 }, sha256);
  expect(free.assessments.map(({ applies }) => applies)).toEqual(['no']);
  expect([(await standingOf(free, moved, DAY, sha256)).state, await standingOf(free, moved, on, sha256)]).toEqual(['in-force', { state: 'lapsed', fault: 'verdict-changed', clause: scoped.id }]);
});
