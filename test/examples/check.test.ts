/** Whole answers about the examples, all grounds accepted by the checker: `check` refuses to answer otherwise. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { check } from '../../src/engine/check.ts';
import type { questionOf } from '../../src/engine/question.ts';
import type { Assessment, CheckResult } from '../../src/engine/result.ts';
import { sha256 } from '../../src/host/crypto.ts';
import { missingFor } from '../../src/rules/grounds.ts';
import { root } from '../house/sources.ts';
import { asked, bound, EXAMPLES, open, rulebooks } from './workspaces.ts';

const runs: readonly (readonly [string, string, Parameters<typeof questionOf>[2]])[] = [
  ...EXAMPLES.map((name) => [name, name, {}] as const),
  ['quad-x-as-if-bound', 'quad-x', bound],
  ['quad-x-2027-01-01', 'quad-x', { ...bound, asOf: '2027-01-01' }],
];
test.each(runs)('%s answers as before', async (golden, name, given) => {
  const workspace = open(name);
  const { madeUp } = workspace.config;
  const input = { records: workspace.records, question: asked(workspace, given), rulebooks: rulebooks(name, workspace.config.rulebooks), lines: workspace.lines, ...(madeUp && { madeUp }) };
  sameAsGolden(golden, summary(await check(input, sha256)));
});
test('the verdicts of the four, and the day on which the quadcopter changes', async () => {
  const found = new Map<string, CheckResult>();
  for (const name of EXAMPLES) {
    const workspace = open(name);
    found.set(name, await check({ records: workspace.records, question: asked(workspace), rulebooks: rulebooks(name, workspace.config.rulebooks), lines: workspace.lines }, sha256));
  }
  expect([...found].map(([name, { verdict }]) => [name, verdict])).toEqual([['flight-controller', 'unknown'], ['quad-x', 'red'], ['quad-clear', 'clear'], ['recycled-magnet', 'red'], ['quad-asked', 'unknown']]);
  const radio = found.get('quad-x')!.assessments.filter(({ nextChange }) => nextChange === '2027-01-01');
  expect(radio).not.toEqual([]);
});

/** What a reader of the answer sees; digests and the texts of the rulebooks have tests of their own. */
function summary({ question, verdict, madeUp, honesty, assessments }: CheckResult): unknown {
  const seen = ({ grounds, notes: _, ...assessment }: Assessment): unknown => {
    if (!grounds) return assessment;
    const { body } = grounds;
    if ('each' in body || 'missing' in body) return { ...assessment, missing: missingFor(grounds, assessment.subject) };
    return { ...assessment, ...('path' in body ? { path: body.path } : 'dead' in body ? { dead: body.dead } : { visited: [...body.visited].sort() }) };
  };
  const { sensitive, ...figures } = honesty;
  return { question, verdict, ...(madeUp && { madeUp }), honesty: { ...figures, ...(sensitive && { sensitive: sensitive.length }) }, assessments: assessments.map(seen) };
}

function sameAsGolden(name: string, found: unknown): void {
  const path = join(root, 'test/golden/check', `${name}.json`);
  const beside = path.replace(/\.json$/, '-changed.json');
  const text = `${JSON.stringify(found, null, 1)}\n`;
  rmSync(beside, { force: true });
  if (process.env.UPDATE_GOLDEN) {
    mkdirSync(join(root, 'test/golden/check'), { recursive: true });
    writeFileSync(path, text);
  } else if (!existsSync(path) || readFileSync(path, 'utf8') !== text) writeFileSync(beside, text);
  expect(readFileSync(path, 'utf8')).toBe(text);
}
