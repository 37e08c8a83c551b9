import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDecimals, compareDecimals, decimalOf, exactOf, isDecimal, multiplyDecimals, readDecimal } from '../../src/base/decimal.ts';
import { readShare } from '../../src/base/percent.ts';
import { inBaseUnit, UNITS, unitCode } from '../../src/base/units.ts';
import { runs } from '../runs.ts';

const decimals = fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 20n }), fc.nat({ max: 12 })).map(([units, scale]) => decimalOf({ units, scale }));

test('decimals add and multiply exactly, in any order', () => {
  fc.assert(fc.property(decimals, decimals, decimals, (a, b, c) => {
    expect(addDecimals(a, b)).toBe(addDecimals(b, a));
    expect(multiplyDecimals(a, addDecimals(b, c))).toBe(addDecimals(multiplyDecimals(a, b), multiplyDecimals(a, c)));
    expect(decimalOf(exactOf(a))).toBe(a);
    expect(Math.sign(compareDecimals(addDecimals(a, '0.000001'), a))).toBe(1);
  }), { numRuns: runs(2000) });
  expect(addDecimals('0.1', '0.2')).toBe('0.3');
  expect(() => decimalOf({ units: -1n, scale: 0 })).toThrow(RangeError);
});

test('a number with a comma is ambiguous, one with a unit or a sign is none', () => {
  expect(readDecimal('007.50')).toEqual({ value: '7.5' });
  for (const text of ['1,234', '1,234.50', '1.234,50', '1 234', "1'234", '1.2.3']) expect(readDecimal(text), text).toEqual({ fault: 'ambiguous' });
  for (const text of ['-1', '+1', '1e3', '12 pcs', '.5', '5.', '', '１２', 'NaN', '0x10', '9'.repeat(41)]) expect('fault' in readDecimal(text), text).toBe(true);
  expect(isDecimal('9'.repeat(41))).toBe(false);
});

test('shares are rounded outward, never inward', () => {
  expect(readShare('33.3333 %')).toEqual({ lo: 333333, hi: 333333 });
  expect(readShare('49.996%')).toEqual({ lo: 499960, hi: 499960 });
  expect(readShare('49.99999 %')).toEqual({ lo: 499999, hi: 500000 });
  expect(readShare('25-50 %')).toEqual({ lo: 250000, hi: 500000 });
  expect(readShare('25 %..50 %')).toEqual({ lo: 250000, hi: 500000 });
  expect(readShare('0.5 – 1.5 %')).toEqual({ lo: 5000, hi: 15000 });
  expect(readShare('490000 ppm')).toEqual({ lo: 490000, hi: 490000 });
  expect(readShare('60')).toEqual({ lo: 600000, hi: 600000 });
  expect(readShare('0')).toEqual({ lo: 0, hi: 0 });
  fc.assert(fc.property(fc.bigInt({ min: 0n, max: 10n ** 9n }), (units) => {
    const range = readShare(`${decimalOf({ units, scale: 7 })} %`); // ppm = units / 1000
    if ('fault' in range) throw new Error(range.fault);
    expect(BigInt(range.lo) * 1000n <= units && units <= BigInt(range.hi) * 1000n && range.hi - range.lo <= 1).toBe(true);
  }), { numRuns: runs(2000) });
});

test('a share that can be read in two ways, or cannot be, is refused', () => {
  for (const text of ['0.49', '1', '1,5 %']) expect(readShare(text), text).toEqual({ fault: 'ambiguous' });
  for (const text of ['100.0001 %', '101', '1000001 ppm']) expect(readShare(text), text).toEqual({ fault: 'above-all' });
  expect(readShare('50-25 %')).toEqual({ fault: 'upside-down' });
  for (const text of ['half', '', '1-2-3 %', `${' '.repeat(50_000)}%`]) expect(readShare(text)).toEqual({ fault: 'not-a-number' });
});

test('units by code or spelling, converted exactly within their dimension', () => {
  expect(['pcs', 'PCS', 'ea', 'kg', 'KGM', 'g.', '公斤', '個', 'm²'].map(unitCode)).toEqual(['H87', 'H87', 'EA', 'KGM', 'KGM', 'GRM', 'KGM', 'H87', 'MTK']);
  expect(unitCode('furlong')).toBeUndefined();
  expect(unitCode('constructor')).toBeUndefined();
  expect(inBaseUnit('2.5', 'TNE')).toEqual({ dimension: 'mass', amount: '2500' });
  expect(inBaseUnit('1', 'LBR')).toEqual({ dimension: 'mass', amount: '0.45359237' });
  expect(inBaseUnit('1', 'XXX')).toBeUndefined();
  const spellings = UNITS.flatMap(({ code, spellings: own }) => [code.toLowerCase(), ...own]);
  expect(new Set(spellings).size).toBe(spellings.length);
});
