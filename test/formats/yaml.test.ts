import { describe, expect, test } from 'vitest';
import { parseYaml } from '../../src/formats/yaml.ts';

const codes = (text: string): string[] => parseYaml(text, 's.yaml').issues.map(({ code, params }) => `${code}:${params.line}`);

describe('YAML as the project reads it', () => {
  test('every scalar is text', () => {
    expect(parseYaml('a: NO\nb: 2026-11-22\nc: [1, true, 0123, ~]\nd:\n', 's').value).toEqual({ a: 'NO', b: '2026-11-22', c: ['1', 'true', '0123', '~'], d: '' });
  });
  test('JSON is YAML', () => {
    expect(parseYaml('{"a": 1, "c": [{"d": "e\\u00e9"}]}', 's').value).toEqual({ a: '1', c: [{ d: 'eé' }] });
  });
  test('the line of a pointer is that of its key, or of the nearest value around it', () => {
    const { lineOf } = parseYaml('a:\n  b/c:\n    - x\n    - y: 1\n', 's');
    expect(['/a', '/a/b~1c/1/y', '/a/b~1c/0', '/a/nowhere', '/nowhere'].map(lineOf)).toEqual([1, 4, 3, 1, 1]);
  });
  test.each([
    ['anchor and alias', 'a: &x 1\nb: *x', ['yaml/not-plain:1', 'yaml/not-plain:2']],
    ['tag', 'a: !!int 3', ['yaml/not-plain:1']],
    ['even the tag of text', 'a: !!str 3', ['yaml/not-plain:1']],
    ['directive', '# c\n%YAML 1.1\n---\na: 1', ['yaml/not-plain:1']],
    ['merge key', 'b: 1\n<<: {a: 1}', ['yaml/not-plain:2']],
    ['prototype', '__proto__: {a: 1}', ['yaml/not-plain:1']],
    ['a key that is a list', '? [a]\n: b', ['yaml/not-plain:1']],
    ['repeated key', 'a: 1\nb: 2\na: 3', ['input/duplicate-key:3']],
    ['two documents', 'a: 1\n---\nb: 2', ['yaml/many-documents:2']],
    ['nothing', '# only a comment', ['yaml/empty:1']],
    ['syntax', 'a: 1\nb: [1, 2', ['yaml/syntax:2']],
    ['a well of brackets', '['.repeat(5000), ['input/too-deep:1']],
    ['a stair of dashes', `${'- '.repeat(5000)}a`, ['input/too-deep:1']],
  ])('refused: %s', (_, text, expected) => {
    expect(codes(text)).toEqual(expected);
    expect(parseYaml(text, 's').value).toBeUndefined();
  });
});
