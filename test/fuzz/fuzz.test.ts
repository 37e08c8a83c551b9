import { expect, test } from 'vitest';
import { fuzz } from './harness.ts';
import { FUZZED } from './readers.ts';

/** A seeded part of `npm run fuzz`, which gives each reader 200,000 inputs. */
const RUNS = 400;

test.each(FUZZED.map((reader) => [reader.name, reader] as const))('%s: harmed input never crashes, hangs or clears', (_, reader) => {
  const { failures, refused } = fuzz(reader, 0, RUNS);
  expect(failures).toEqual([]);
  expect(refused).toBeGreaterThan(0);
  expect(refused).toBeLessThan(RUNS); // else only the door is tried
});

test('a reader that crashes, hangs or clears is found', () => {
  const seeds = () => [new Uint8Array(64).fill(65)];
  const crash = fuzz({ name: 'a', seeds, read: (bytes) => { if (bytes.length > 64) throw new TypeError('x'); return { issues: [] }; } }, 0, 100);
  expect(crash.failures[0]).toMatch(/^input \d+: TypeError: x/);
  const level = 'confirmed' as const;
  const clears = fuzz({
    name: 'b', seeds,
    read: (bytes) => ({ issues: [], taken: { product: 'p', records: [{ kind: 'product', id: 'p', level }, { kind: 'recipe', id: 'r', output: 'p', country: bytes.includes(66) ? 'TW' : 'CN', level, sole: true }, { kind: 'completeness', id: 'c', list: 'components', of: 'r', status: 'complete', members: [], level }, { kind: 'party', id: 'm', level, domicile: 'TW' }, { kind: 'product', id: 'p', level, maker: 'm' }] } }),
  }, 0, 2000);
  expect(clears.failures[0]).toMatch(/clear, and seed 0 is not$/);
});
