import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineOf, parseJson } from '../../src/base/json.ts';
import { jsonParsing } from '../conformance/json-parsing.ts';
import { runs } from '../runs.ts';
import { shared } from '../support/shared.ts';

const read = (text: string, options = {}) => parseJson(text, { source: 'a.json', ...options });
const code = (text: string, options = {}) => read(text, options).issues[0]?.code;

test('what it reads is what JSON.parse reads', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), fc.constantFrom(undefined, 1, '\t'), (value, space) => {
      const text = JSON.stringify(value, null, space);
      const { value: parsed, issues } = read(text);
      expect(issues).toEqual([]);
      expect(parsed).toEqual(JSON.parse(text));
    }),
    { numRuns: runs(5000) },
  );
});

test('whatever the text is, it is read or refused, as JSON.parse does', () => {
  const pieces = fc.constantFrom('{', '}', '[', ']', ':', ',', '"a"', '"\\u00e9"', '1', '-0.5e3', '01', 'true', 'nul', ' ', '\n', '"', '\\', '\u0000', 'é');
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }).map((all) => all.join('')), (text) => {
      let native: unknown;
      try { native = { value: JSON.parse(text) }; } catch { native = undefined; }
      const { value, issues } = read(text, { duplicateKeys: 'last' });
      if (!/e3\d/.test(text)) expect(issues.length === 0 ? { value } : undefined).toEqual(native); // 1e31000 is refused
    }),
    { numRuns: runs(20_000) },
  );
});

test('a fault has line, column and pointer', () => {
  const [fault] = read('{\n "a": [1, {"b/c": tru}]\n}').issues;
  expect(fault).toEqual({ code: 'input/json-syntax', params: { wanted: 'a value', given: 't', line: 2, column: 19 }, at: { source: 'a.json', pointer: '/a/1/b~1c' } });
  expect(lineOf('a\nbc\n', 3)).toEqual({ line: 2, column: 2 });
});

test('equal names in one object are refused, also where they are written differently', () => {
  expect(read('{"a":1,"b":{"c":1,"\\u0063":2}}').issues[0]).toMatchObject({ code: 'input/duplicate-key', params: { name: 'c' }, at: { pointer: '/b/c' } });
  expect(read('{"a":1,"a":2}', { duplicateKeys: 'last' }).value).toEqual({ a: 2 });
  expect(code('{"__proto__":1,"__proto__":2}')).toBe('input/duplicate-key');
});

test('a member called __proto__ or constructor is a member and nothing else', () => {
  const value = read('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}').value as Record<string, unknown>;
  expect(Object.keys(value)).toEqual(['__proto__', 'constructor']);
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test('depth is refused before anything is nested, however deep it would go', () => {
  for (const text of ['['.repeat(100_000), '{"a":'.repeat(100_000), `${'['.repeat(65)}${']'.repeat(65)}`]) expect(code(text)).toBe('input/too-deep');
  expect(code(`${'['.repeat(64)}${']'.repeat(64)}`)).toBeUndefined();
});

test('what has no exact form is refused: lone surrogates, numbers beyond a double, wrong bytes, a mark, too many bytes', () => {
  expect(code('"\\ud800"')).toBe('input/json-lone-surrogate');
  expect(code('"\\udc00\\ud800"')).toBe('input/json-lone-surrogate');
  expect(code('"\ud800x"')).toBe('input/json-lone-surrogate');
  expect(read('"\\ud83d\\ude00😀"').value).toBe('😀😀');
  expect(code('[1e400]')).toBe('input/json-number');
  const bytes = (...all: number[]) => parseJson(Uint8Array.from(all), { source: 'a.json' }).issues[0]?.code;
  expect(bytes(0x22, 0xff, 0x22)).toBe('input/encoding');
  expect(bytes(0xed, 0xa0, 0x80)).toBe('input/encoding');
  expect(bytes(0xef, 0xbb, 0xbf, 0x31)).toBe('input/encoding');
  expect(bytes(0x22, 0xc3, 0xa9, 0x22)).toBeUndefined();
  expect(code('[1,2,3]', { maxBytes: 6 })).toBe('input/too-large');
});

test('the published parsing vectors', () => {
  const folder = shared('conformance', 'json-parsing');
  if (!folder) return;
  const { run, failures } = jsonParsing(folder);
  expect(failures).toEqual([]);
  expect(run).toBeGreaterThan(200);
});
