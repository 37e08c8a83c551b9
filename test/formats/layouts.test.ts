import { expect, test } from 'vitest';
import { LAYOUTS, workbookOf } from '../support/layouts.ts';
import { readLayout } from './layouts.ts';

/** The same as `npm run layouts`. */
const COUNT = 200;

test(`of ${COUNT} bills in ${LAYOUTS.length} layouts at least 195 are read with all lines right, and no other is silently wrong`, () => {
  expect(LAYOUTS.length).toBe(20);
  const outcomes = Array.from({ length: COUNT }, (_, n) => readLayout(n));
  expect(new Set(outcomes.map(({ layout }) => layout)).size).toBe(20);
  expect(outcomes.filter(({ outcome }) => outcome === 'silently wrong')).toEqual([]);
  expect(outcomes.filter(({ outcome }) => outcome === 'right').length).toBeGreaterThanOrEqual(195);
});

test('the bills are worth reading: trees, alternates, parts left out, other encodings', () => {
  const lines = Array.from({ length: COUNT }, (_, n) => workbookOf(n)).flatMap((book) => book.lines);
  expect(lines.length).toBeGreaterThan(2000);
  for (const some of [lines.filter(({ parent }) => parent), lines.filter(({ options }) => options.length > 1), lines.filter(({ leftOut }) => leftOut), lines.filter(({ depth }) => depth > 2), lines.filter(({ designators }) => designators.length > 4)])
    expect(some.length).toBeGreaterThan(40);
});
