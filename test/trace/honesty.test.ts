import { expect, test } from 'vitest';
import { buildNetwork } from '../../src/model/network.ts';
import { digestOf } from '../../src/model/digest.ts';
import type { Rec } from '../../src/model/record.ts';
import { honestyFigures } from '../../src/trace/honesty.ts';
import { records, sha256 } from '../engine/answer.ts';

const figures = (recs: readonly Rec[], changes?: (without: Rec) => boolean) =>
  honestyFigures(buildNetwork(recs, '2026-11-22', '2026-11-22', 'quad', sha256), 'quad', 'b1', 3, recs, changes);
const level = 'confirmed' as const;
const made: Rec = { kind: 'recipe', id: 'm-cam', output: 'cam', country: 'VN', level };

test('a line is traced when its part has a recorded maker and place', () => {
  expect(figures(records).below).toEqual({ all: 2, traced: 0 });
  expect(figures([...records, made]).below).toEqual({ all: 2, traced: 1 });
});

test('lines below parts count too, and a loop ends', () => {
  const below: Rec[] = [made, { kind: 'line', id: 'l', recipe: 'm-cam', line: '1', options: [{ product: 'quad' }, { product: null }], level }];
  expect(figures([...records, ...below]).below).toEqual({ all: 3, traced: 1 });
});

test('the share of value counts traced lines low and the others high, and needs a cost for every line', () => {
  const cost = (product: string, lo: string, hi: string): Rec => ({ kind: 'product', id: product, unitCost: { lo, hi, currency: 'USD' }, level });
  expect(figures([...records, made]).valuePpm).toBeUndefined();
  expect(figures([...records, made, cost('cam', '10', '20')]).valuePpm).toBeUndefined();
  // two cameras at 10 against one radio at up to 60: 20 of 80
  expect(figures([...records, made, cost('cam', '10', '20'), cost('radio', '30', '60')]).valuePpm).toBe(250_000);
});

test('levels, ages, lists and contradictions of what is cited', () => {
  const more: Rec[] = [
    { kind: 'party', id: 'LENS', domicile: 'TW', level: 'inferred' },
    { kind: 'completeness', id: 'c', list: 'entries', of: 'us-csl', status: 'complete', members: [], validFrom: '2026-05-01', level },
  ];
  expect(figures([...records, ...more])).toMatchObject({ confirmed: 9, inferred: 2, oldestFact: '2026-03-01', oldestList: { list: 'us-csl', date: '2026-05-01' }, conflicts: 1 });
  expect(figures(records).conflicts).toBe(0);
});

test.each<[string, string[], string[], number]>([['roles', ['radio', 'chip'], ['chip', 'radio'], 0], ['roles', ['radio', 'chip'], ['chip'], 1], ['steps', ['sintered', 'tested'], ['tested', 'sintered'], 0], ['steps', ['tested'], ['sintered'], 1]])('%s are a set: %j beside %j', (field, one, other, conflicts) => {
  const rec = (words: readonly string[]): Rec => (field === 'roles' ? { kind: 'product', id: 'p', roles: words, level } : { kind: 'recipe', id: 'r', output: 'p', steps: words, level });
  expect(figures([...records, rec(one), rec(other)]).conflicts).toBe(conflicts);
});

test('sensitivity is asked of inferred records only', () => {
  const radio = records.find((rec) => rec.level === 'inferred')!;
  const asked: Rec[] = [];
  const { sensitive } = figures(records, (without) => asked.push(without) > 0);
  expect(asked).toEqual([radio]);
  expect(sensitive).toEqual([digestOf(radio, sha256)]);
});
