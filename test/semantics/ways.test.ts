/** Which ways are in use, and whose maker is whose (docs/semantics.md 2.2, 5.2), on the engine and on the plain evaluator. */
import { describe, expect, test } from 'vitest';
import type { Rec } from '../../src/model/record.ts';
import { IMPLEMENTATIONS } from '../laws/engine.ts';
import { ask, clause, complete, line, party, product, recipe, rules, supply } from '../support/make.ts';

const inUse = { use: 'in-use' } as const;

describe.each(IMPLEMENTATIONS)('%s', (_, evaluate) => {
  describe('a supply in use is made in some way', () => {
    const sold = (...more: readonly Rec[]) =>
      evaluate(
        [product('p', { maker: 'm' }), party('m', { domicile: 'TW' }), party('red', { domicile: 'CN' }), party('good', { domicile: 'TW' }), recipe('r', 'p'), ...more],
        ask('p'),
        rules([clause({ for: 'product', redIf: { supplier: { domicile: ['CN'] } } })]),
      ).verdict;
    const bad = supply('s', 'p', 'red', inUse);
    test('of the only recipe: a second supply acquits nobody', () => {
      expect(sold(bad)).toBe('red');
      expect(sold(bad, supply('t', 'p', 'good', inUse))).toBe('red');
      expect(sold(bad, supply('t', 'p', 'good'))).toBe('red');
      expect(sold(bad, supply('t', 'p', 'good', inUse), recipe('known', 'p', { use: 'known' }))).toBe('red');
    });
    test('but a supply whose use is open, or that is merely approved, shows nothing beside another', () => {
      expect(sold(supply('s', 'p', 'red'), supply('t', 'p', 'good', inUse))).toBe('unknown');
      expect(sold(supply('s', 'p', 'red', { use: 'approved' }), supply('t', 'p', 'good', inUse))).toBe('unknown');
    });
    test('nor does it say by which of two recipes', () => {
      expect(sold(bad, supply('t', 'p', 'good', inUse), recipe('other', 'p'))).toBe('unknown');
    });
  });

  test('a contested maker of the assembly leaves it open whether a part is of another tier', () => {
    const bill = line('q.a', '1', ['part']);
    const verdict = (...makers: readonly Rec[]) =>
      evaluate(
        [
          ...makers, product('part', { maker: 'b' }), party('a', { domicile: 'TW' }), party('b', { domicile: 'TW' }),
          recipe('q.a', 'q', inUse), bill, complete('components', 'q.a', [bill]),
        ],
        ask('q'),
        rules([clause({ for: { components: { walk: { tiers: 1 } } }, redIf: { maker: { domicile: ['CN'] } } })]),
      ).verdict;
    expect(verdict(product('q', { maker: 'a' }))).toBe('clear');
    expect(verdict(product('q', { maker: 'a' }), product('q', { maker: 'c', origin: 'second source' }), party('c', { domicile: 'TW' }))).toBe('unknown');
  });
});
