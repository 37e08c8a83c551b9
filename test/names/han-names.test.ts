/** Our own corpus of firms' names in Chinese characters and kana with the Latin names that they publish (test/data/han-names). */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { NameIndex } from '../../src/names/find.ts';
import { foldHan } from '../../src/names/han-fold.ts';

const GROUPS = ['china', 'hong-kong', 'taiwan', 'japan'] as const;
const rows = GROUPS.flatMap((group) =>
  readFileSync(new URL(`../data/han-names/${group}.csv`, import.meta.url), 'utf8').trim().split('\n').map((line) => {
    const [han = '', latin = ''] = line.split('|');
    return { group, han, latin };
  }));

test('characters, simplified characters and published Latin names find each other', () => {
  const latin = new NameIndex(rows.map((row) => ({ text: row.latin, kind: 'company' })));
  const han = new NameIndex(rows.map((row) => ({ text: row.han, kind: 'company' })));
  const found = new Map(GROUPS.map((group) => [group, { asked: 0, hit: 0 }]));
  let [folded, proposals] = [0, 0];
  rows.forEach((row, at) => {
    const group = found.get(row.group)!;
    for (const hits of [latin.search(row.han), han.search(row.latin)]) {
      group.asked++;
      proposals += hits.length;
      if (hits.some((hit) => hit.at === at)) group.hit++;
    }
    if (han.search(foldHan(row.han))[0]?.at === at) folded++;
  });
  const all = [...found.values()].reduce((sum, { asked, hit }) => ({ asked: sum.asked + asked, hit: sum.hit + hit }), { asked: 0, hit: 0 });
  const each = [...found].map(([group, { asked, hit }]) => `${group} ${(hit / asked).toFixed(3)}`).join(', ');
  process.stdout.write(`han-names: ${rows.length} firms, recall ${(all.hit / all.asked).toFixed(3)} at propose (${each}), ${(proposals / all.asked).toFixed(1)} proposals a name; simplified finds itself ${folded} of ${rows.length}\n`);
  expect(folded).toBe(rows.length);
  expect(all.hit / all.asked).toBeGreaterThan(0.85); // a floor against falling back; the aim is 0.98 (docs/screening.md says what is missed)
});
