import { expect, test } from 'vitest';
import { F, T } from '../../src/base/verdict.ts';
import { Deciding } from '../../src/owners/deciding.ts';
import type { StakeGiven } from '../../src/owners/graph.ts';
import { type OwnersPicture, ownersPicture } from '../../src/report/owners-picture.ts';

const stake = (owner: string, asset: string, lo: number, hi = lo): StakeGiven => ({ owner, asset, range: { equityPpm: { lo: lo * 10_000, hi: hi * 10_000 } } });
/** semantics: B held 49 % by a listed X and 50 % by C; B holds 40 % of the maker, Y (listed) 10 %. */
const open: OwnersPicture = {
  party: 'M', test: 'OWN50_CASCADE', inBase: (id) => (['X', 'Y'].includes(id) ? T : F),
  parties: [
    { id: 'M', name: '精密雲台股份有限公司 Precision Gimbal Co., Ltd. of Taichung', country: 'TW', ownersComplete: true }, { id: 'B', name: 'Bright <Holdings> & Co', country: 'SG' }, { id: 'X', name: 'X Industries', country: 'CN', ownerless: true },
    { id: 'Y', name: 'Y Fund', country: 'CN', ownerless: true }, { id: 'C', name: '陳小姐', country: 'TW', ownerless: true }, { id: 'D', name: 'D Person', country: 'TW', ownerless: true },
  ],
  stakes: [stake('X', 'B', 49), stake('C', 'B', 50), stake('B', 'M', 40), stake('Y', 'M', 10), stake('D', 'M', 50)],
};
const caught: OwnersPicture = { ...open, stakes: open.stakes.map((one) => (one.owner === 'X' ? stake('X', 'B', 50) : one)).concat(stake('M', 'B', 0, 1)) };

test('the one gap that decides is named: 1 % of B decides the maker', () => {
  const gapOf = (party: string, { parties, stakes, inBase, test: name }: OwnersPicture): string | undefined => new Deciding(party, parties, stakes).gap(inBase, name);
  expect(gapOf('M', open)).toBe('B');
  expect(gapOf('B', open)).toBe('B');
  expect(gapOf('M', caught)).toBeUndefined();
});

test('the drawing says it, in both languages, and shows names as text', () => {
  const [english, chinese] = [ownersPicture(open, 'en'), ownersPicture(open, 'zh-Hant')];
  expect(english).toContain('this one decides');
  expect(english).toContain('1 % not recorded');
  expect(chinese).toContain('此項即可決定');
  expect(english).not.toContain('<Holdings>');
  expect(english.match(/stroke-width="3"/g)).toBeNull(); // nothing is over the line
  expect(ownersPicture(caught, 'en').match(/stroke-width="3"/g)).toHaveLength(4); // X to B, B and Y to M, and back from M to B
});

test('a ring, a hundred owners and a party without owners are drawn', () => {
  const many = Array.from({ length: 100 }, (_, i) => stake(`o${i}`, 'M', 1));
  expect(ownersPicture({ ...open, stakes: many }, 'en')).toContain('41 more owners are not drawn');
  expect(ownersPicture({ ...open, stakes: [stake('M', 'B', 60), stake('B', 'M', 60)] }, 'en')).toContain('60 %');
  expect(ownersPicture({ ...open, stakes: [] }, 'en')).toContain('</svg>');
});

test('countries are said by name with their code, in the language of the drawing; of a long one the code stays', () => {
  expect(ownersPicture(open, 'en')).toContain('>China (CN)</text>');
  expect(ownersPicture(open, 'zh-Hant')).toContain('>中國 (CN)</text>');
  const far = ownersPicture({ ...open, parties: open.parties.map((one) => (one.id === 'Y' ? { ...one, country: 'GS' } : one)) }, 'en');
  expect(far).toMatch(/>South Geo[^<]*… \(GS\)<\/text>/);
});
