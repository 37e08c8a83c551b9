/**
 * The law run: 1 000 networks; with LAWS=1 (`npm run laws`) 10 000, with LAWS=N that many, from seed LAWS_FROM on. A large run also prints what
 * the networks had, and fails where something is too rare to say that it was tried.
 */
import { expect, test } from 'vitest';
import { LAWS, report, runLaws, tooRare } from './laws.ts';

const asked = Number(process.env.LAWS ?? 0);
const count = asked === 1 ? 10_000 : asked > 1 ? asked : 1000;
const tally = runLaws(count, Number(process.env.LAWS_FROM ?? 0));
if (asked >= 1) console.log(report(tally));

test.each(Object.keys(LAWS))('%s', (law) => {
  expect(tally.broken.filter((b) => b.law === law).slice(0, 5)).toEqual([]);
});

test('no verdict is rare among the networks', () => {
  expect(tooRare(tally).filter((x) => (count >= 10_000 && !process.env.LAWS_FROM) || /^(clear|red|unknown):/.test(x))).toEqual([]);
});
