/** Conditions that a list's entries bring with them: what a rulebook could not say is refused, since it would be met by nothing and clear all goods. */
import { expect, test } from 'vitest';
import type { Listing, Rec } from '../../src/model/record.ts';
import { loadRulebook } from '../../src/rules/load.ts';
import { strangeCategories } from '../../src/rules/strange-categories.ts';

const book = (list: string) => loadRulebook(`id: goods
title: { en: t, zh-Hant: t }
cite: made-up
statusChecked: 2026-11-22
binds: { en: nobody, zh-Hant: t }
sources: [{ key: m, text: made-up, confirmed: true }]
versions: [{ version: "1", from: 2026-01-01, status: in-force, sources: [m], sets: { home: [TW] } }]
lists: { ${list}: {} }
clauses: [{ id: c, title: { en: t, zh-Hant: t }, cite: made-up, sources: [m], for: product, redIf: { category: ${list} } }]
consequence: hold
notModelled: []
`, 'goods.yaml').value!;
const entry = (category: unknown): Listing => ({ kind: 'listing', id: 'e', level: 'confirmed', list: 'goods', category, origin: 'listings.csv, row 2' }) as Listing;
const codes = (category: unknown, list = 'goods') => strangeCategories([entry(category)] as Rec[], [book(list)]).map(({ code }) => code);

test('a condition that a rulebook could have is let be, a share in numbers and a set of the rulebook too', () => {
  for (const good of [{ role: ['uas'] }, { hs: ['8806'] }, { maker: { domicile: ['CN'] } }, { all: [{ role: ['camera'] }, { not: { madeIn: ['US'] } }] }, { madeIn: 'home' }, { material: ['gallium'], atLeast: 100 }, { not: { evidence: { kind: ['outside-e'], about: 'product' } } }])
    expect(codes(good), JSON.stringify(good)).toEqual([]);
});

test('words and countries that nobody knows, empty lists and other shapes are refused at the cell', () => {
  for (const bad of [{ role: ['UAS'] }, { role: [] }, { hs: [] }, { all: [] }, { any: [] }, { maker: { domicile: ['ZZ'] } }, { madeIn: 'abroad' }, { all: [{ role: ['cammera'] }] }]) expect(codes(bad), JSON.stringify(bad)).toEqual([expect.stringMatching(/^rulebook\//)]);
  for (const bad of [null, 3, [], {}, { bogus: 1 }, { role: 'uas' }, { maker: { domicile: ['China'] } }, { hs: ['88.06'] }, { share: 'cost' }, { material: ['gallium'], atLeast: '100' }, { category: 'goods' }, { not: { category: 'goods' } }])
    expect(codes(bad), JSON.stringify(bad)).toEqual(['list/bad-category']);
  expect(strangeCategories([entry({ role: ['UAS'] })] as Rec[], [book('goods')])[0]!.at).toEqual({ source: 'listings.csv', pointer: '/rows/2/category/role/0' });
});

test('of a list that no rulebook asks for goods, nothing is said', () => {
  expect(codes({ role: ['UAS'] }, 'other')).toEqual([]);
});
