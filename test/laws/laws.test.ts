/** A tenth of the law run; `npm run laws` does 10 000 networks, counts what they had, and fails where something is rare. */
import { expect, test } from 'vitest';
import { LAWS, runLaws, tooRare } from './laws.ts';

const tally = runLaws(1000);

test.each(Object.keys(LAWS))('%s', (law) => {
  expect(tally.broken.filter((b) => b.law === law).slice(0, 5)).toEqual([]);
}, 120_000);

test('no verdict is rare among the networks', () => {
  expect(tooRare(tally).filter((x) => /^(clear|red|unknown):/.test(x))).toEqual([]);
});
