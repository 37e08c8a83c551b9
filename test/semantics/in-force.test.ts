/** Which records are in the network of a question (docs/semantics.md 1.1), on the engine and on the plain evaluator; the checker's cases are in test/checker. */
import { describe, expect, test } from 'vitest';
import type { Rec } from '../../src/model/record.ts';
import { IMPLEMENTATIONS } from '../laws/engine.ts';
import { digestOf } from '../support/digest.ts';
import { ask, clause, DAY, party, product, rules } from '../support/make.ts';

const maker = party('m', { domicile: 'CN' });
const base: readonly Rec[] = [product('p', { maker: 'm' }), maker];
const TOMORROW = '2026-11-23';
const paper = (issued: string, body: object = {}): Rec => ({ kind: 'evidence', id: 'e', level: 'confirmed', docKind: 'audit', issued, supports: [], ...body });

describe.each(IMPLEMENTATIONS)('%s', (_, evaluate) => {
  const verdict = (records: readonly Rec[], question: object = {}) =>
    evaluate([...base, ...records], ask('p', question), rules([clause({ for: 'product', redIf: { maker: { domicile: ['CN'] } } })])).verdict;

  test('a paper that is not known yet replaces nothing; once known it does', () => {
    const replaces = paper(TOMORROW, { supersedes: digestOf(maker) });
    expect(verdict([replaces])).toBe('red');
    expect(verdict([replaces], { knownAt: TOMORROW })).toBe('unknown');
    expect(verdict([paper(DAY, { supersedes: digestOf(maker) })])).toBe('unknown');
  });
  test('nor does a record that is not valid on the day', () => {
    const corrected = party('m', { domicile: 'TW', supersedes: digestOf(maker) });
    expect(verdict([corrected])).toBe('clear');
    expect(verdict([{ ...corrected, validFrom: TOMORROW }])).toBe('red');
    expect(verdict([{ ...corrected, validTo: DAY }])).toBe('red');
  });
});
