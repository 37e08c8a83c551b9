/** A seeded part of `npm run false-clear`, each answer with its grounds checked; and proof that the count can fail. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { check } from '../../src/engine/check.ts';
import { loadRulebook } from '../../src/rules/load.ts';
import { sha256 } from '../support/digest.ts';
import { falseClear } from '../support/false-clear.ts';
import { KINDS, shells } from '../support/shells.ts';

const rulebook = loadRulebook(readFileSync(new URL('../../rulebooks/us-ofac-50.yaml', import.meta.url), 'utf8'), 'us-ofac-50', { reach: 'parts' }).value!;

test('no red chain is clear, and with full papers every one is red and every clean one clear', () => {
  const told = falseClear(70, rulebook);
  expect(told.lines.at(-1)).toMatch(/^false-clear 0 of 140, recall 100\.0 %, false-red 0, unknown \d+$/);
  expect(told.good).toBe(true);
});

test('the grounds of each kind are proved', async () => {
  for (let seed = 1; seed <= KINDS.length; seed++)
    for (const [red, holed] of [[true, false], [false, false], [true, true]] as const) {
      const made = shells(seed, red, holed);
      const { verdict } = await check({ records: made.records, question: made.question, rulebooks: [rulebook], lines: 0 }, sha256);
      if (!holed) expect([made.kind, verdict]).toEqual([made.kind, red ? 'red' : 'clear']);
    }
});

test('who forgets the matching is counted as false-clear', () => {
  const blind = falseClear(14, rulebook, ({ red, kind }) => (red && kind !== 'simplified' ? 'red' : 'clear'));
  expect(blind.falseClear).toBe(4);
  expect(blind.good).toBe(false);
});
