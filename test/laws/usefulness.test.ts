/**
 * Usefulness beside safety, on a tenth of 1,000 bills; with LAWS=1 (`npm run laws`) on all of them, with LAWS=N above 1 on
 * that many. Every bill is judged clean, with a planted red, and with holes beside it.
 */
import { expect, test } from 'vitest';
import { PLANT_NAMES } from '../support/drones.ts';
import { runUsefulness, shortOf, usefulnessLine } from './usefulness.ts';

const asked = Number(process.env.LAWS ?? 0.1);
const count = asked > 1 ? asked : Math.max(100, Math.round(1000 * asked));
const tally = runUsefulness(count, Math.ceil(count / 30));
console.log(usefulnessLine(tally));

test('at least 95 % of the clean are clear and 99 % of the planted red, and with holes none is clear', () => {
  expect(shortOf(tally)).toEqual([]);
});

// Above the bars: what falls short is looked at, one by one.
test('no bill has another verdict than the one to expect', () => {
  expect(tally.odd.slice(0, 20)).toEqual([]);
});

test('the plain evaluator says the same of some', () => {
  expect(tally.compared).toBeGreaterThan(40);
  expect(tally.differ).toEqual([]);
});

test('the bills are such as were meant: 10 to 60 lines, 3 to 5 tiers, every plant', () => {
  expect(tally.lines.least).toBeGreaterThanOrEqual(10);
  expect(tally.lines.most).toBeLessThanOrEqual(60);
  expect([...tally.tiers.keys()].sort()).toEqual([3, 4, 5]);
  expect(PLANT_NAMES.filter((name) => !tally.plants.has(name) && count >= 500)).toEqual([]);
});
