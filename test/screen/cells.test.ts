/**
 * A listed firm in a cell as purchase systems write it, with an address, a number, a remark or a branch beside its name: the screening never
 * passes over it. Names of real firms (data/firm-names.csv), in characters and in letters; 20 and 17 cells of each.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Listing } from '../../src/model/record.ts';
import { EntryNames } from '../../src/screen/candidates.ts';
import { runs } from '../runs.ts';

const rows = readFileSync(new URL('../../data/firm-names.csv', import.meta.url), 'utf8').split('\n').slice(1).map((line) => line.split(','));
const every = <T>(all: readonly T[], count: number): T[] => all.filter((_, i) => i % Math.ceil(all.length / count) === 0);
const eastern = rows.flatMap(([, , name]) => (name !== undefined && /^\p{Script=Han}+有限公司$/u.test(name) ? [name] : []));
const western = rows.flatMap(([, , , , name]) => (name !== undefined && /^[A-Z][A-Za-z ]+ (?:Limited|Co|Ltd|Corporation)\.?$/.test(name) ? [name] : []));

const CELLS: readonly (readonly [names: readonly string[], cells: readonly ((name: string) => string)[]])[] = [
  [eastern, [
    (name) => `${name} 新竹市力行路12號3樓`, (name) => `${name}，杭州市濱江區阡陌路555號`, (name) => `${name}(停用)`, (name) => `【停用】${name}`, (name) => `${name}-已停用`, (name) => `V100234 ${name}`, (name) => `100234${name}`, (name) => `${name}_V100234`,
    (name) => `代理商:${name}`, (name) => `供應商：${name}`, (name) => `${name}/DIGIKEY`, (name) => `${name} 王經理 0912345678`, (name) => `${name}台灣分公司`, (name) => `${name} 台灣廠`, (name) => `${name}二廠`, (name) => `${name}半導體事業部`, (name) => `${name} Taiwan Branch`,
    (name) => `轉交 ${name}`, (name) => `明星貿易有限公司(原${name})`, (name) => name.slice(0, -1),
  ]],
  [western, [
    (name) => `${name}, No. 12, Li-Hsin Rd, Hsinchu 300`, (name) => `${name} (OLD)`, (name) => `*DO NOT USE* ${name}`, (name) => `V100234 ${name}`, (name) => `100234_${name}`, (name) => `${name} [V100234]`, (name) => `Attn: ${name}`, (name) => `c/o ${name}`, (name) => `M/S ${name}`,
    (name) => `${name} via Digi-Key`, (name) => `${name}\nTaiwan Branch`, (name) => `${name} / Plant 2`, (name) => `${name} - Components Division`, (name) => `Bright Star Trading Ltd (formerly ${name})`, (name) => `Bright Star Trading Ltd dba ${name}`, (name) => `${name}_TW`, (name) => name.toUpperCase(),
  ]],
];

test.each(CELLS.map(([names, cells]) => [names.length, names, cells] as const))('%i firms in cells that hold more than a name', (count, names, cells) => {
  expect(count).toBeGreaterThan(300);
  const index = new EntryNames(names.map((name): Listing => ({ kind: 'listing', id: name, list: 'red', names: [name], scope: 'self', level: 'confirmed' })));
  const asked = every(names, runs(600)).flatMap((name) => cells.map((cell) => [cell(name), name] as const));
  const missed = asked.filter(([cell, name]) => !index.search({ names: [cell] }).some(({ entry }) => entry.id === name)).map(([cell]) => cell);
  if (process.env.LAWS) process.stdout.write(`cells: ${asked.length - missed.length} of ${asked.length} met; missed: ${missed.join(', ')}\n`);
  expect(missed.length / asked.length, missed.slice(0, 10).join(', ')).toBeLessThan(0.002);
}, 300_000);

test('lists as they are printed: aliases in one sentence, another name in wide brackets', () => {
  const printed = ['Aksu Red Textiles Co., Ltd. (including two aliases: Akesu Red and Aksu Red Dyed Melange Yarn)', '红光电子科技集团公司第五十四研究所（石家庄通信测控技术研究所）'];
  const index = new EntryNames(printed.map((name): Listing => ({ kind: 'listing', id: name, list: 'red', names: [name], scope: 'self', level: 'confirmed' })));
  for (const [asked, listed] of [['Akesu Red', 0], ['Aksu Red Dyed Melange Yarn', 0], ['石家庄通信测控技术研究所', 1]] as const) expect(index.search({ names: [asked] }).map(({ entry }) => entry.id), asked).toContain(printed[listed]);
});
