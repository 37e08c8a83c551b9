/** Names as bills of materials and registers have them, of firms as lists have them: how many are met. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { knownNames } from '../../src/host/reference.ts';
import type { Listing } from '../../src/model/record.ts';
import { EntryNames } from '../../src/screen/candidates.ts';

const rows = readFileSync(new URL('../data/branch-names/names.csv', import.meta.url), 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#')).map((line) => line.split('|') as [asked: string, listed: string]);
const firms = [...new Set(rows.map(([, listed]) => listed))];
const entries = firms.map((name): Listing => ({ kind: 'listing', id: name, list: 'red', names: [name], scope: 'self', level: 'confirmed' }));

test('names of branches and other ways to write a listed firm meet it, and few of the others', () => {
  const index = new EntryNames(entries, false, knownNames);
  const missed: string[] = [];
  let others = 0;
  for (const [asked, listed] of rows) {
    const found = index.search({ names: [asked] }).map(({ entry }) => entry.id);
    if (!found.includes(listed)) missed.push(asked);
    others += found.filter((id) => id !== listed).length;
  }
  process.stdout.write(`branch-names: ${rows.length - missed.length} of ${rows.length} names of ${firms.length} firms met, ${others} other firms proposed; missed: ${missed.join(', ')}\n`);
  expect(missed.length / rows.length).toBeLessThanOrEqual(0.08);
  expect(others / rows.length).toBeLessThan(0.1);
});
