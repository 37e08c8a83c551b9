/** Cells that say that nothing is known, and shares with one unit too many. */
import { expect, test } from 'vitest';
import { readShare } from '../../src/base/percent.ts';
import { saysNotKnown } from '../../src/formats/workspace/cell.ts';

test('a text without a letter or digit, in brackets, with a mark behind, or of somebody unknown, is no name', () => {
  for (const text of ['...', '…', '—', '?', '???', '/', '(?)', '(unnamed)', '[TBD]', 'TBD.', 'n.n.a.'.slice(2), 'Unknown supplier', 'an unnamed company', '(unknown)', '不明供應商', '未知的製造商', 'NA', '(NA)'])
    expect(saysNotKnown(text, 'text'), text).toBe(true);
  for (const text of ['Unknown Worlds Entertainment', 'TBD Works', 'Na', 'A', '3M', 'Null Object Ltd', '未來電子', 'Supplier', '7', '台達', 'Unnamed Coffee Co']) expect(saysNotKnown(text, 'text'), text).toBe(false);
  expect(saysNotKnown('...', 'decimal')).toBe(false); // an amount that cannot be read is a fault
});

test('one unit, behind the last end or behind each: a percent sign before ppm was read as ppm', () => {
  expect(readShare('25 %..50 %')).toEqual({ lo: 250_000, hi: 500_000 });
  expect(readShare('25..50 %')).toEqual({ lo: 250_000, hi: 500_000 });
  for (const text of ['5 %%', '5 % ppm', '5 %..10 ppm', '5 % %']) expect(readShare(text), text).toEqual({ fault: 'not-a-number' });
});
