import fc from 'fast-check';
import { expect, test } from 'vitest';
import { COUNTRY_CODES, countryCode, countryName } from '../../src/base/countries.ts';
import { addDays, daysBetween, isDay } from '../../src/base/day.ts';
import { parsePointer, pointerOf, valueAt } from '../../src/base/pointer.ts';
import { runs } from '../runs.ts';

test('days exist or they do not', () => {
  for (const day of ['2026-02-28', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31']) expect(isDay(day), day).toBe(true);
  for (const day of ['2026-02-30', '2026-02-29', '1900-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '2026/01/01', '0000-01-01', '2026-01-01T00:00', '', '２026-01-01']) expect(isDay(day), day).toBe(false);
});

test('days are counted as the calendar counts them', () => {
  fc.assert(fc.property(fc.integer({ min: -719_162, max: 2_932_896 }), fc.integer({ min: -1000, max: 1000 }), (n, more) => {
    const day = addDays('1970-01-01', n);
    const date = new Date(0);
    date.setUTCFullYear(1970, 0, 1 + n);
    expect(day).toBe(date.toISOString().slice(0, 10).padStart(10, '0'));
    expect(daysBetween('1970-01-01', day)).toBe(n);
    if (n + more >= -719_162 && n + more <= 2_932_896) expect(daysBetween(day, addDays(day, more))).toBe(more);
  }), { numRuns: runs(5000) });
  expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
  expect(() => daysBetween('2026-02-30', '2026-03-01')).toThrow(RangeError);
});

test('pointers escape and find', () => {
  expect(pointerOf('rows', 4, 'a/b~c')).toBe('/rows/4/a~1b~0c');
  fc.assert(fc.property(fc.array(fc.string()), (parts) => { expect(parsePointer(pointerOf(...parts))).toEqual(parts); }), { numRuns: runs(1000) });
  const doc = { foo: ['bar', 'baz'], '': 0, 'a/b': 1, 'm~n': 8, ' ': 7 }; // RFC 6901 section 5
  expect(['', '/foo', '/foo/0', '/', '/a~1b', '/m~0n', '/ '].map((pointer) => valueAt(doc, pointer))).toEqual([doc, doc.foo, 'bar', 0, 1, 8, 7]);
  for (const pointer of ['/foo/00', '/foo/-', '/foo/length', '/constructor', '/__proto__', 'foo', '/~2']) expect(valueAt(doc, pointer), pointer).toBeUndefined();
});

test('countries by code or name; Taiwan is Taiwan', () => {
  expect(COUNTRY_CODES).toHaveLength(249);
  expect([countryName('TW', 'en'), countryName('TW', 'zh-Hant')]).toEqual(['Taiwan', '臺灣']);
  const asked = ['tw', 'TWN', 'Taiwan', '臺灣', '\u53f0\u7063', 'Taiwan, Province of China', 'CHINA', '中國', 'usa', 'South Korea', 'Viet Nam', 'NO'];
  expect(asked.map(countryCode)).toEqual(['TW', 'TW', 'TW', 'TW', 'TW', 'TW', 'CN', 'CN', 'US', 'KR', 'VN', 'NO']);
  for (const text of ['Korea', 'XX', 'EU', '', 'constructor', 'DD']) expect(countryCode(text), text).toBeUndefined();
  for (const code of COUNTRY_CODES) for (const lang of ['en', 'zh-Hant'] as const) expect(countryCode(countryName(code, lang)), code).toBe(code);
  expect(COUNTRY_CODES.filter((code) => /china|中國|中华/i.test(countryName(code, 'en') + countryName(code, 'zh-Hant')))).toEqual(['CN']);
});
