/** 300 networks and 900 forgeries; with LAWS=1 (`npm run laws`) 10 000 and at least 20 000, from seed LAWS_FROM on. */
import { expect, test } from 'vitest';
import { reportGrounds, runGrounds } from './grounds.ts';

const asked = Number(process.env.LAWS ?? 0);
const count = asked === 1 ? 10_000 : asked > 1 ? asked : 300;

test('the checker accepts every red and every clear, and no forgery that is not true', { timeout: 3_600_000 }, async () => {
  const tally = await runGrounds(count, 3 * count, Number(process.env.LAWS_FROM ?? 0));
  if (asked >= 1) console.log(reportGrounds(tally));
  expect(tally.faults.slice(0, 10)).toEqual([]);
  expect(tally.forgeries).toBeGreaterThan(count);
});
