/** JSON that is deep, doubled, half, or more than a double holds (RFC 8259; threat 12 of the threat model). */
import { parseJson } from '../../../src/base/json.ts';
import { bytesOf } from '../../support/files.ts';
import { family, type Small } from './small.ts';

const text = (given: string) => parseJson(bytesOf(given), { source: 'a.json' }).issues;
const raw = (given: readonly number[]) => parseJson(Uint8Array.from(given), { source: 'a.json' }).issues;
const deep = (open: string, close: string, times: number): string => open.repeat(times) + close.repeat(times);

export const JSON_FILES: readonly Small[] = [
  ...family('json nesting', text, [
    ['65 arrays', deep('[', ']', 65), 'input/too-deep'],
    ['64 arrays', deep('[', ']', 64)],
    ['65 objects', `${'{"a":'.repeat(65)}1${'}'.repeat(65)}`, 'input/too-deep'],
    ['arrays in objects', `${'{"a":['.repeat(5000)}`, 'input/too-deep'],
    ['a million open brackets', '['.repeat(1_000_000), 'input/too-deep'],
    ['a million open braces', '{"":'.repeat(1_000_000), 'input/too-deep'],
    ['a million closed pairs', `[${Array.from({ length: 1_000_000 }, () => '[]').join(',')}]`],
  ]),
  ...family('json names', text, [
    ['twice', '{"a":1,"a":2}', 'input/duplicate-key'],
    ['twice, once escaped', '{"a":1,"\\u0061":2}', 'input/duplicate-key'],
    ['twice, far apart', `{"a":1,${Array.from({ length: 10_000 }, (_, i) => `"b${i}":0`).join(',')},"a":2}`, 'input/duplicate-key'],
    ['twice, deep inside', '[{"x":{"y":[{"k":1,"k":1}]}}]', 'input/duplicate-key'],
    ['__proto__ twice', '{"__proto__":{"a":1},"__proto__":{}}', 'input/duplicate-key'],
    ['__proto__', '{"__proto__":{"polluted":true}}'],
    ['constructor.prototype', '{"constructor":{"prototype":{"polluted":true}}}'],
    ['empty and toString', '{"":1,"toString":2,"hasOwnProperty":3}'],
  ]),
  ...family('json text', text, [
    ['high surrogate alone', '"\\ud800"', 'input/json-lone-surrogate'],
    ['low surrogate alone', '"\\udc00"', 'input/json-lone-surrogate'],
    ['surrogates the wrong way round', '"\\udc00\\ud800"', 'input/json-lone-surrogate'],
    ['a high surrogate and a letter', '"\\ud800a"', 'input/json-lone-surrogate'],
    ['a surrogate in a name', '{"\\ud800":1}', 'input/json-lone-surrogate'],
    ['a raw line feed', '"a\nb"', 'input/json-syntax'],
    ['a raw NUL', '"a\0b"', 'input/json-syntax'],
    ['an unknown escape', '"\\x41"', 'input/json-syntax'],
    ['half an escape', '"\\u12"', 'input/json-syntax'],
    ['no end', `"${'a'.repeat(100_000)}`, 'input/json-syntax'],
    ['ten thousand escapes', `"${'\\u0041'.repeat(10_000)}"`],
  ]),
  ...family('json numbers', text, [
    ['1e400', '1e400', 'input/json-number'],
    ['-1e400', '[-1e400]', 'input/json-number'],
    ['1e999999999', '1e999999999', 'input/json-number'],
    ['400 digits', '9'.repeat(400), 'input/json-number'],
    ['a leading nought', '01', 'input/json-syntax'],
    ['a plus', '+1', 'input/json-syntax'],
    ['a bare point', '.5', 'input/json-syntax'],
    ['a point at the end', '5.', 'input/json-syntax'],
    ['hexadecimal', '0x10', 'input/json-syntax'],
    ['NaN', 'NaN', 'input/json-syntax'],
    ['Infinity', '[Infinity]', 'input/json-syntax'],
    ['wide digits', '１２', 'input/json-syntax'],
    ['underscores', '1_000', 'input/json-syntax'],
  ]),
  ...family('json syntax', text, [
    ['nothing', '', 'input/json-syntax'],
    ['blanks', ' \n\t', 'input/json-syntax'],
    ['two values', '1 2', 'input/json-syntax'],
    ['a comma too many', '[1,]', 'input/json-syntax'],
    ['a comment', '/* a */ 1', 'input/json-syntax'],
    ['single quotes', "{'a':1}", 'input/json-syntax'],
    ['bare names', '{a:1}', 'input/json-syntax'],
    ['a no-break space', '[\u00a01]', 'input/json-syntax'],
    ['a mark', '\ufeff{}', 'input/encoding'],
    ['brackets crossed', '[{]}', 'input/json-syntax'],
  ]),
  ...family('json bytes', raw, [
    ['an overlong slash', [0x22, 0xc0, 0xaf, 0x22], 'input/encoding'],
    ['a surrogate in UTF-8', [0x22, 0xed, 0xa0, 0x80, 0x22], 'input/encoding'],
    ['beyond Unicode', [0x22, 0xf5, 0x80, 0x80, 0x80, 0x22], 'input/encoding'],
    ['cut off', [0x22, 0xe5, 0x8f], 'input/encoding'],
    ['a lone trail byte', [0x22, 0x80, 0x22], 'input/encoding'],
    ['UTF-16', [0xff, 0xfe, 0x5b, 0, 0x5d, 0], 'input/encoding'],
    ['UTF-16 without a mark', [0x5b, 0, 0x22, 0, 0x61, 0, 0x22, 0, 0x5d, 0], 'input/json-syntax'],
  ]),
];
