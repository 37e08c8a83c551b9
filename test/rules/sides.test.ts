/**
 * Every date and every threshold of every rulebook has a case on each of its sides: moved by a day, or by the least that it can
 * be, one way and the other, some case of the rulebook no longer comes out as it says.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/base/day.ts';
import { type Case, differences, readCases } from '../../src/rules/cases.ts';
import { ask, evaluateRulebook } from '../../src/rules/evaluate.ts';
import { forecastOf } from '../../src/rules/forecast.ts';
import { loadRulebook } from '../../src/rules/load.ts';
import type { Rulebook } from '../../src/rules/rulebook.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
type Tree = { [name: string]: unknown };

/** Where a limit stands, and the limits that are next to it. */
interface Limit { readonly path: readonly (string | number)[]; readonly value: string | number; readonly beside: readonly (string | number)[] }

function limitsOf(rulebook: Rulebook): Limit[] {
  const found: Limit[] = [];
  const begins = rulebook.versions.map(({ from }) => from).sort()[0]!;
  const walk = (value: unknown, path: readonly (string | number)[]): void => {
    const name = path.at(-1);
    if (typeof value === 'string' && (name === 'from' || name === 'to') && /^\d{4}-\d\d-\d\d$/.test(value)) found.push({ path, value, beside: [addDays(value, -1), addDays(value, 1)].filter((day) => path[0] === 'versions' || day >= begins) }); // before the first version nothing is asked
    else if (typeof value === 'number') found.push({ path, value, beside: [value - 1, value + 1] });
    else if (typeof value === 'object' && value !== null) for (const [key, inner] of Object.entries(value)) walk(inner, [...path, key]);
  };
  const { versions, clauses, floor, lists, scope } = rulebook;
  walk({ versions, clauses, floor, lists, scope }, []);
  return found;
}

function withLimit(rulebook: Rulebook, { path }: Limit, value: string | number): Rulebook {
  const copy = JSON.parse(JSON.stringify(rulebook)) as Tree;
  const holder = path.slice(0, -1).reduce<Tree>((inside, step) => inside[step] as Tree, copy);
  const before = holder[path.at(-1)!];
  holder[path.at(-1)!] = value;
  // Where one version ends the next begins: it is one day.
  if (path[0] === 'versions') for (const one of copy.versions as Tree[]) for (const side of ['from', 'to']) if (one[side] === before) one[side] = value;
  return copy as unknown as Rulebook;
}

/** Does the case come out as it says? A rulebook that cannot even be asked does not. */
function holds({ records, question, expected }: Case, rulebook: Rulebook): boolean {
  try {
    const outcome = evaluateRulebook(ask(records, question, sha256), rulebook);
    return differences(expected, outcome, rulebook, forecastOf(records, question, rulebook, outcome, sha256)).length === 0;
  } catch {
    return false;
  }
}

/** Limits that no case can tell from their neighbours, by the file and where they begin, and why. */
const SAME: readonly (readonly [file: string, where: RegExp, why: string])[] = [
  ['us-fcc-covered-uas.yaml', /^\/clauses\/0\/unless\/2\//, 'what is assembled at home is not red by place, so its exemption never has anything to lift'],
  ['us-magnets-4872.yaml', /^\/clauses\/[024]\/to: .* 2027-01-02 /, 'what is melted or produced in a covered country is red by the whole chain too, which begins that day'],
  ['us-ndaa-848.yaml', /^\/clauses\/[0-3]\/unless\/2\/to: .* 2022-12-24 /, 'from that day the other exemption has the Secretary among those who may waive'],
];
/** Thresholds of 26 U.S.C. 48E and the like by year: each has cases on both sides, by the percent and not by the least that it can be. */
const BY_PERCENT = 'us-obbba-macr.yaml';

describe.each(readdirSync('rulebooks/cases').filter((name) => name.endsWith('.yaml') && name !== BY_PERCENT))('%s', (file) => {
  const text = readFileSync(`rulebooks/${file}`, 'utf8');
  const rulebook = loadRulebook(text, file).value!;
  const cases = readCases(readFileSync(`rulebooks/cases/${file}`, 'utf8'), file, sha256).value!.cases.filter(({ choices }) => Object.keys(choices).length === 0);
  const limits = limitsOf(rulebook);
  test(`${limits.length} dates and thresholds`, () => {
    const survivors = limits.flatMap((limit) => limit.beside.filter((value) => cases.every((one) => holds(one, withLimit(rulebook, limit, value)))).map((value) => `/${limit.path.join('/')}: ${limit.value}, and ${value} as well`));
    const [known, others] = [survivors, survivors].map((all, i) => all.filter((one) => SAME.some(([of, where]) => of === file && where.test(`${one} `)) === (i === 0)));
    expect(others).toEqual([]);
    for (const [of, where, why] of SAME) if (of === file) expect(known!.some((one) => where.test(`${one} `)), `no longer so: ${why}`).toBe(true);
  }, 60_000);
});
