import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonical, Known } from '../../src/base/canonical.ts';
import { runs } from '../runs.ts';

/** RFC 8785 member by member: nothing but its rules. */
function plain(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(plain).join(',')}]`;
  const members = Object.keys(value).filter((name) => (value as Record<string, unknown>)[name] !== undefined).sort();
  return `{${members.map((name) => `${JSON.stringify(name)}:${plain((value as Record<string, unknown>)[name])}`).join(',')}}`;
}

const name = fc.oneof(fc.constantFrom('a', 'b', 'ab', '', '1', '10', '2', '-1', '01', '__proto__', 'constructor', 'é', '€', '\u{1F600}', '\uFB33', '\r'), fc.string());
const leaf = fc.oneof(fc.string(), fc.boolean(), fc.constant(null), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer());
const { value } = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 5 }, leaf, fc.array(tie('value'), { maxLength: 4 }), tie('object')),
  object: fc.uniqueArray(fc.tuple(name, fc.option(tie('value'), { nil: undefined })), { maxLength: 5, selector: ([one]) => one }).map((members) => Object.fromEntries(members)),
}));

test('in whatever order members stand and whatever they are called, it is what the rules say, and the value is left as it was', () => {
  fc.assert(fc.property(value, (one) => {
    const before = JSON.stringify(one);
    expect(canonical(one)).toBe(plain(one));
    expect(JSON.stringify(one)).toBe(before);
  }), { numRuns: runs(5000) });
});

test('what JSON has no form for is refused, at any depth', () => {
  for (const odd of [undefined, Number.NaN, Number.POSITIVE_INFINITY, () => 1, Symbol('s'), 1n]) {
    for (const one of [odd, [odd], { b: 1, a: [odd] }, { 1: [odd] }]) expect(() => canonical(one)).toThrow(RangeError);
  }
});

test('text that is known already is written as it is, wherever it stands', () => {
  fc.assert(fc.property(value, value, (one, other) => {
    const known = new Known(canonical(one));
    expect(canonical({ b: known, a: [other, known, { d: known, c: other }] })).toBe(plain({ b: one, a: [other, one, { d: one, c: other }] }));
  }), { numRuns: runs(500) });
});
