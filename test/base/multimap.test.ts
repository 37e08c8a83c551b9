/** Several values a key. */
import { expect, test } from 'vitest';
import { push } from '../../src/base/multimap.ts';

test('values of a key stand in the order in which they came', () => {
  const lists = new Map<string, number[]>();
  for (const [key, value] of [['a', 1], ['b', 2], ['a', 3]] as const) push(lists, key, value);
  expect([...lists]).toEqual([['a', [1, 3]], ['b', [2]]]);
});
