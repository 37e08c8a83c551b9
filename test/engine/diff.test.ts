/** What changed between two answers: what facts say, not where they stand. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { ResultDiff } from '../../src/engine/diff.ts';
import type { Rec } from '../../src/model/record.ts';
import { root } from '../house/sources.ts';
import { nonred } from '../support/cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'nonred-diff-'));
const before = copy('before');
afterAll(() => rmSync(folder, { recursive: true }));

function copy(name: string): string {
  const to = join(folder, name);
  cpSync(join(root, 'examples', 'quad-clear'), to, { recursive: true, filter: (path) => !/[\\/]out$/.test(path) });
  return to;
}

function rewrite(dir: string, file: string, change: (rows: string[]) => string[]): void {
  const path = join(dir, file);
  writeFileSync(path, change(readFileSync(path, 'utf8').trimEnd().split(/\r?\n/)).map((row) => `${row}\n`).join(''));
}

async function diffOf(after: string): Promise<ResultDiff> {
  const { status, out, err } = await nonred(['diff', before, after, '--json']);
  expect(status, err).toBe(0);
  return JSON.parse(out) as ResultDiff;
}

const told = (facts: ResultDiff['facts']): string[] => facts.map(({ kind, before: was, after: is }) => `${kind} ${((is ?? was) as Rec).kind} ${((is ?? was) as Rec).id}`).sort();

test('rows in another order are the same facts: what only moved is no change', async () => {
  const after = copy('moved');
  for (const file of readdirSync(after).filter((one) => one.endsWith('.csv'))) rewrite(after, file, ([head, ...rows]) => [head!, ...rows.reverse()]);
  const { facts, verdicts } = await diffOf(after);
  expect(told(facts)).toEqual([]);
  expect(verdicts).toEqual([]);
});

test.each([['KR', 'clear'], ['CN', 'red']])('among moved rows a domicile that is now %s is told as the one party that changed, and as the reason', async (country, verdict) => {
  const after = copy(country);
  rewrite(after, 'parties.csv', ([head, ...rows]) => [head!, 'nobody,Nobody (made-up),company,TW', ...rows.map((row) => row.replace(/^(lens,.*),JP$/, `$1,${country}`))]);
  const { facts, verdicts, after: is } = await diffOf(after);
  expect(is).toBe(verdict);
  expect(told(facts).filter((one) => one.startsWith('changed') && !one.includes(' evidence '))).toEqual(['changed party lens']);
  if (verdict === 'clear') expect([told(facts), verdicts]).toEqual([['changed evidence reg-lens', 'changed party lens'], []]);
  const turned = verdicts.filter(({ after: stands }) => stands === 'red');
  expect(turned.length > 0).toBe(verdict === 'red');
  for (const { by } of turned) expect(by.map(({ kind, id }) => `${kind} ${id}`)).toEqual(['party lens']);
});

test('a result file in which a verdict was written over is refused, and says where', async () => {
  expect((await nonred(['check', before])).status).toBe(0);
  const text = readFileSync(join(before, 'out', 'result.json'), 'utf8');
  const file = JSON.parse(text) as { verdict: string; assessments: { verdict?: string }[] };
  for (const [pointer, edit] of [['/verdict', (one: typeof file) => { one.verdict = 'red'; }], ['/assessments/0', (one: typeof file) => { one.assessments[0]!.verdict = 'red'; }]] as const) {
    const edited = structuredClone(file);
    edit(edited);
    const path = join(folder, 'edited.json');
    writeFileSync(path, JSON.stringify(edited));
    const { status, err } = await nonred(['diff', before, path]);
    expect(status).toBe(3);
    expect(err).toContain(`result/disagrees at ${path}${pointer}`);
  }
});
