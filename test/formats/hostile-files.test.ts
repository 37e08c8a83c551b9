import { expect, test } from 'vitest';
import { HOSTILE } from './hostile.ts';
import { SMALL } from './hostile-files/all.ts';

const LIMIT_MS = 1000;

test.each(SMALL.map((one) => [one.codes.length > 0 ? 'refused or flagged' : 'neutralised', one.name, one] as const))('%s within a second: %s', (_, __, { run, codes, holds }) => {
  const before = process.cpuUsage();
  const issues = run();
  const { user, system } = process.cpuUsage(before);
  expect([...new Set(issues.map(({ code }) => code))].sort()).toEqual([...codes].sort());
  expect((user + system) / 1000).toBeLessThan(LIMIT_MS);
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as Record<string, unknown>).polluted).toBe(undefined);
  expect(holds?.() ?? true).toBe(true);
});

test('there are 300 hostile files and more, no two of one name', () => {
  expect(new Set(SMALL.map(({ name }) => name)).size).toBe(SMALL.length);
  expect(SMALL.length + Object.keys(HOSTILE).length).toBeGreaterThanOrEqual(300);
});
