import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/base/day.ts';
import { check } from '../../src/engine/check.ts';
import { compare } from '../../src/engine/compare.ts';
import { standingsOn, timeline } from '../../src/engine/timeline.ts';
import type { Rec } from '../../src/model/record.ts';
import { readCases } from '../../src/rules/cases.ts';
import { loadRulebook } from '../../src/rules/load.ts';
import type { Rulebook } from '../../src/rules/rulebook.ts';
import { ask, clause, party, product, recipe, rules } from '../support/make.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const rulebook = (id: string) => loadRulebook(readFileSync(`rulebooks/${id}.yaml`, 'utf8'), id).value!;
const casesOf = (id: string) => readCases(readFileSync(`rulebooks/cases/${id}.yaml`, 'utf8'), id, sha256).value!.cases;
const caseOf = (id: string, name: string) => casesOf(id).find((one) => one.name === name)!;

describe('the timeline', () => {
  const { records, question } = caseOf('us-pcb-4873', 'a bare board made in China inside a Taiwanese flight controller');
  const laws = ['us-ndaa-848', 'us-pcb-4873', 'us-fcc-covered-uas', 'us-asda'].map(rulebook);

  test('finds the days that the laws themselves give', () => {
    const moments = timeline(records, { ...question, asOf: '2026-11-22', knownAt: '2027-02-01', act: 'procure-direct' }, [rulebook('us-pcb-4873'), rulebook('us-asda')], { until: '2029-12-31' }, sha256);
    expect(moments.map(({ on, verdict, changed }) => [on, verdict, changed])).toEqual([
      ['2026-11-22', 'unknown', []], ['2027-01-01', 'red', ['us-pcb-4873']], ['2028-12-22', 'red', ['us-asda']],
    ]);
    expect(moments[1]!.standings.find((standing) => standing.rulebook === 'us-pcb-4873')).toMatchObject({ applies: 'yes', verdict: 'red', clauses: { place: 'red' } });
  });

  test('is what asking on every single day gives, whatever the validity of records and the age of papers', () => {
    const start = '2026-11-22';
    const span = 390;
    const window = fc.record({ at: fc.nat(), from: fc.option(fc.integer({ min: -20, max: span }), { nil: undefined }), to: fc.option(fc.integer({ min: 1, max: span + 20 }), { nil: undefined }) });
    fc.assert(
      fc.property(fc.array(window, { maxLength: 4 }), fc.boolean(), fc.integer({ min: 0, max: 400 }), (windows, aging, age) => {
        const changed: Rec[] = records.map((rec) => (rec.kind === 'evidence' ? { ...rec, issued: addDays(start, -age) } : rec));
        for (const { at, from, to } of windows) {
          const i = at % changed.length;
          changed[i] = { ...changed[i]!, ...(from !== undefined && { validFrom: addDays(start, from) }), ...(to !== undefined && { validTo: addDays(start, to) }) };
        }
        const asked = { ...question, asOf: start, knownAt: start };
        const until = addDays(start, span);
        const moments = timeline(changed, asked, laws, { until, aging }, sha256);
        let last = '';
        const daily: string[] = [];
        for (let i = 0; i <= span; i++) {
          const said = JSON.stringify(standingsOn(changed, { ...asked, asOf: addDays(start, i), ...(aging && { knownAt: addDays(start, i) }) }, laws, sha256));
          if (said !== last) daily.push(addDays(start, i));
          last = said;
        }
        expect(moments.map(({ on }) => on)).toEqual(daily);
      }),
      { numRuns: Number(process.env.LAWS ?? 0) > 0 ? 40 : 3, seed: 3 },
    );
  }, 120_000);

  test('papers age only where that is asked', () => {
    const asked = { ...question, asOf: '2026-11-22', knownAt: '2026-11-22' };
    const clear = caseOf('us-ndaa-848', 'everything named is made and developed elsewhere');
    const fresh = clear.records.map((rec): Rec => (rec.kind === 'evidence' ? { ...rec, issued: '2026-11-22' } : rec));
    const law = [rulebook('us-ndaa-848')];
    expect(timeline(fresh, { ...clear.question, ...asked, product: 'quad', act: 'procure-direct' }, law, { until: '2029-12-31' }, sha256)).toHaveLength(1);
    const moments = timeline(fresh, { ...clear.question, ...asked, product: 'quad', act: 'procure-direct' }, law, { until: '2029-12-31', aging: true }, sha256);
    expect(moments.map(({ on, verdict }) => [on, verdict])).toEqual([['2026-11-22', 'clear'], ['2027-11-23', 'unknown']]); // 365 days are allowed
  });
});

test('a day that is past for the workspace is judged by what was known on it: a paper too old by then clears nothing', () => {
  const clear = caseOf('us-ndaa-848', 'everything named is made and developed elsewhere');
  const law = rulebook('us-ndaa-848');
  const records = clear.records.map((rec): Rec => (rec.kind === 'evidence' ? { ...rec, issued: '2025-01-01' } : rec));
  const question = { ...clear.question, product: 'quad', act: 'procure-direct', asOf: '2025-06-01', knownAt: '2025-06-01' };
  const moments = timeline(records, question, [law], { until: '2027-12-31', knownUntil: '2026-11-22' }, sha256);
  expect(moments.map(({ on, verdict }) => [on, verdict])).toEqual([['2025-06-01', 'clear'], ['2026-01-02', 'unknown']]); // 365 days are allowed
  const side = (on: string) => ({ rulebook: law, on, knownAt: on });
  const { before, after } = compare(records, { ...question, asOf: '2026-11-22', knownAt: '2026-11-22' }, side('2026-01-01'), side('2026-01-02'), sha256);
  expect([before.verdict, after.verdict]).toEqual(['clear', 'unknown']);
});

test('a rulebook that applies with no clause in force leaves the answer open, in check as on the timeline', async () => {
  const question = ask('p');
  const records = [product('p', { maker: 'M' }), party('M', { domicile: 'TW' }), recipe('r', 'p', { country: 'TW', sole: true })];
  const [says, silent] = [rules([clause({ for: 'product', redIf: { madeIn: ['CN'] } })]), { ...rules([clause({ for: 'product', redIf: { madeIn: ['CN'] }, to: '2026-01-01' })]), id: 'silent' }];
  const answer = async (...rulebooks: Rulebook[]) => (await check({ records, question, rulebooks, lines: 0 }, sha256)).verdict;
  expect([await answer(says), await answer(silent), await answer(says, silent)]).toEqual(['clear', 'unknown', 'unknown']);
  expect(timeline(records, question, [says, silent], { until: '2026-12-31' }, sha256).map(({ verdict }) => verdict)).toEqual(['unknown']);
});

describe('a comparison', () => {
  const { records, question } = caseOf('us-magnets-4872', 'a magnet sintered in Japan from neodymium separated in China, in December 2026');
  test('of two days: what does 1 January turn red?', () => {
    const law = rulebook('us-magnets-4872');
    const { before, after, changes } = compare(records, question, { rulebook: law, on: '2026-12-31' }, { rulebook: law, on: '2027-01-01' }, sha256);
    expect([before.verdict, after.verdict]).toEqual(['clear', 'red']);
    expect(changes).toEqual(['magnet', 'motor'].map((subject) => ({ subject, before: { verdict: 'clear', clauses: [] }, after: { verdict: 'red', clauses: ['magnet-mined'] } })));
  });
  test('of two laws: motors from China', () => {
    const quad = caseOf('us-ndaa-848', 'motors and a battery made in China, everything named made in Taiwan');
    const on = '2026-11-01';
    const { changes } = compare(quad.records, { ...quad.question, buyer: 'us-dod' }, { rulebook: rulebook('us-ndaa-848'), on }, { rulebook: rulebook('us-fcc-covered-uas'), on }, sha256);
    expect(changes.find(({ subject }) => subject === 'motor')).toMatchObject({ before: { verdict: 'clear' }, after: { verdict: 'red', clauses: ['components'] } });
  });
  test('a part that no clause names is clear only where the whole rulebook is', () => {
    const quad = caseOf('us-ndaa-848', 'motors and a battery made in China, everything named made in Taiwan');
    const question = { ...quad.question, buyer: 'us-dod' };
    const on = '2026-11-01';
    const motor = (law: Rulebook, day: string) => compare(quad.records, question, { rulebook: law, on: day }, { rulebook: rulebook('us-fcc-covered-uas'), on }, sha256).changes.find(({ subject }) => subject === 'motor')!.before;
    const never = { ...rulebook('us-ndaa-848'), scope: { role: ['magnet'] } };
    expect([motor(rulebook('us-ndaa-848'), on), motor(never, on), motor(rulebook('us-ndaa-848'), '2010-01-01')]).toEqual([{ verdict: 'clear', clauses: [] }, { verdict: 'absent', clauses: [] }, { verdict: 'absent', clauses: [] }]);
    const open = { ...quad, records: quad.records.filter((rec) => rec.kind !== 'completeness') };
    expect(compare(open.records, question, { rulebook: rulebook('us-ndaa-848'), on }, { rulebook: rulebook('us-fcc-covered-uas'), on }, sha256)).toMatchObject({
      before: { verdict: 'unknown' }, changes: expect.arrayContaining([expect.objectContaining({ subject: 'motor', before: { verdict: 'none', clauses: [] } })]),
    });
  });
  test('of a law with itself on one day: nothing', () => {
    const law = rulebook('us-magnets-4872');
    expect(compare(records, question, { rulebook: law, on: '2027-01-01' }, { rulebook: law, on: '2027-01-01' }, sha256).changes).toEqual([]);
  });
});
