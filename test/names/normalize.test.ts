import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalizeName } from '../../src/names/normalize.ts';
import { runs } from '../runs.ts';

test('case, width, spacing and marks are nothing; letters, numbers and the legal form are something', () => {
  expect(normalizeName('  ＤＪＩ—Technology  Co.,\tLtd. ')).toBe('dji technology co ltd');
  expect(normalizeName('深圳市大疆創新（科技）有限公司')).toBe('深圳市大疆創新 科技 有限公司');
  expect(normalizeName('Foo Ltd')).not.toBe(normalizeName('Foo Inc'));
  expect(normalizeName('!!!')).toBe('');
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (name) => {
    const once = normalizeName(name);
    expect(once).toMatch(/^(?:[\p{L}\p{M}\p{N}]+(?: [\p{L}\p{M}\p{N}]+)*)?$/u);
    expect(normalizeName(` ${name}. `)).toBe(once);
  }), { numRuns: runs(2000) });
});
