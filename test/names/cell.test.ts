import { expect, test } from 'vitest';
import { namesWithin } from '../../src/names/cell.ts';

test.each([
  ['V100234 Kardiam', ['Kardiam']],
  ['Kardiam Ltd 2002415', ['Kardiam Ltd']],
  ['Kardiam, No. 12, Li-Hsin Rd, Hsinchu 300', ['Kardiam']],
  ['Kardiam Optics Co., Ltd. Hsinchu Plant', ['Kardiam Optics Co.']],
  ['V100, SEC Semiconductor Co', ['SEC Semiconductor Co']],
  ['Attn: Kardiam', ['Kardiam']],
  ['c/o Kardiam', ['Kardiam']],
  ['Kardiam via Digi-Key', ['Kardiam', 'Digi-Key']],
  ['*DO NOT USE* Kardiam', ['DO NOT USE', 'Kardiam']],
  ['Bright Star Ltd (formerly Green Shipping Ltd)', ['Bright Star Ltd', 'Green Shipping Ltd']],
  ['GSL Global Sea Line Co Ltd', ['Global Sea Line Co Ltd']],
  ['GSL - Global Sea Line', ['GSL', 'Global Sea Line']],
  ['紅光電子股份有限公司 新竹市力行路12號3樓', ['紅光電子股份有限公司']],
  ['紅光電子股份有限公司二廠', ['紅光電子股份有限公司']],
  ['紅光電子-已停用', ['紅光電子', '已停用']],
  ['【停用】紅光電子', ['停用', '紅光電子']],
  ['供應商：紅光電子', ['供應商', '紅光電子']],
  ['原紅光電子', ['紅光電子']],
  ['紅光電子股份有限', ['紅光電子']],
] as const)('%s holds %j', (cell, names) => {
  expect(namesWithin(cell)).toEqual(expect.arrayContaining([...names]));
});

test('a name and nothing else holds no other', () => {
  for (const name of ['Kardiam', 'Kardiam Optics Co., Ltd.', 'Foo S.A. de C.V.', '紅光電子股份有限公司', 'Green Shipping', '3M', 'Rohde & Schwarz', '', '   ', ',,,', 'Ltd.']) expect(namesWithin(name), name).toEqual([]);
});

test('a long cell costs its length', () => {
  const start = performance.now();
  for (const unit of ['a, ', 'Ltd ', '(', '公司', 'V123 ', '- ', 'via ']) namesWithin(unit.repeat(30_000 / unit.length));
  expect(performance.now() - start).toBeLessThan(2000);
});
