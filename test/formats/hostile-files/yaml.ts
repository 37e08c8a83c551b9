/** YAML that runs, refers, repeats or leaves the folder. */
import { parseYaml } from '../../../src/formats/yaml.ts';
import { fileOf } from '../../../src/formats/file.ts';
import { readWorkspace } from '../../../src/formats/workspace/workspace.ts';
import { bytesOf, host } from '../../support/files.ts';
import { family, type Small } from './small.ts';

const text = (given: string) => parseYaml(given, 'a.yaml').issues;
const config = (given: string) => readWorkspace(new Map([['nonred.yaml', fileOf(bytesOf(given))]]), host).issues;
const table = (name: string) => config(`product: p\ntables: {${JSON.stringify(name)}: {as: parties}}\n`);

export const YAML_FILES: readonly Small[] = [
  ...family('yaml that refers', text, [
    ['an anchor', 'a: &x 1\n', 'yaml/not-plain'],
    ['an alias', 'a: &x [1]\nb: *x\n', 'yaml/not-plain'],
    ['an alias of itself', 'a: &x [*x]\n', 'yaml/not-plain'],
    ['a billion laughs', `a: &a [x,x]\n${Array.from({ length: 30 }, (_, i) => `b${i}: &b${i} [*${i === 0 ? 'a' : `b${i - 1}`},*${i === 0 ? 'a' : `b${i - 1}`}]\n`).join('')}`, 'yaml/not-plain'],
    ['a merge key', 'a: &x {p: 1}\nb: {<<: *x}\n', 'yaml/not-plain'],
  ]),
  ...family('yaml that runs', text, [
    ['!!js/function', "a: !!js/function 'function(){}'\n", 'yaml/not-plain'],
    ['!!python/object', 'a: !!python/object/apply:os.system ["x"]\n', 'yaml/not-plain'],
    ['!!binary', 'a: !!binary aGk=\n', 'yaml/not-plain'],
    ['!!int', 'a: !!int "1"\n', 'yaml/not-plain'],
    ['an own tag', 'a: !secret x\n', 'yaml/not-plain'],
    ['a tag directive', '%TAG ! tag:evil,2000:\n---\na: !x 1\n', 'yaml/not-plain'],
    ['a version directive', '%YAML 1.1\n---\na: NO\n', 'yaml/not-plain'],
  ]),
  ...family('yaml that repeats', text, [
    ['a key', 'a: 1\na: 2\n', 'input/duplicate-key'],
    ['a key in quotes', 'a: 1\n"a": 2\n', 'input/duplicate-key'],
    ['a key in braces', '{a: 1, a: 2}\n', 'input/duplicate-key'],
    ['two documents', 'a: 1\n---\nb: 2\n', 'yaml/many-documents'],
    ['a thousand documents', '---\na\n'.repeat(1000), 'yaml/many-documents'],
  ]),
  ...family('yaml depth', text, [
    ['brackets', `${'['.repeat(300)}`, 'input/too-deep'],
    ['braces', `${'{a: '.repeat(300)}`, 'input/too-deep'],
    ['indents', Array.from({ length: 300 }, (_, i) => `${' '.repeat(i)}a:\n`).join(''), 'input/too-deep'],
    ['dashes', `${'- '.repeat(300)}a`, 'input/too-deep'],
    ['65 brackets', `${'['.repeat(65)}x${']'.repeat(65)}`, 'input/too-deep'],
  ]),
  ...family('yaml syntax', text, [
    ['nothing', '', 'yaml/empty'],
    ['comments', '# a\n# b\n', 'yaml/empty'],
    ['a tab for an indent', 'a:\n\tb: 1\n', 'yaml/syntax'],
    ['an open quote', 'a: "x\n', 'yaml/syntax'],
    ['an open bracket', 'a: [x\n', 'yaml/syntax'],
    ['a colon in a plain text', 'a: b: c\n', 'yaml/syntax'],
  ]),
  ...family('nonred.yaml', config, [
    ['__proto__', 'product: p\n__proto__: {polluted: true}\n', 'yaml/not-plain'],
    ['prototype', 'product: p\nprototype: x\n', 'input/unknown-field'],
    ['a Cyrillic letter in a field', 'produсt: p\n', 'input/unknown-field'],
    ['a wide letter in a field', 'ｐroduct: p\n', 'input/unknown-field'],
    ['a zero-width space in a field', 'product\u200b: p\n', 'input/unknown-field'],
    ['an id that runs backwards', 'product: "a\\u202eb"\n', 'input/wrong-shape'],
    ['an id with a bar', 'product: a|b\n', 'input/wrong-shape'],
    ['an id of 201 characters', `product: ${'a'.repeat(201)}\n`, 'input/wrong-shape'],
    ['a day that is none', 'product: p\nasOf: 2026-02-30\n', 'input/bad-day'],
    ['a number with an exponent', 'product: p\ncontractUsd: 1e9\n', 'input/wrong-shape'],
    ['yes for true', 'product: p\nmadeUp: yes\n', 'input/wrong-shape'],
    ['a list for a text', 'product: [p]\n', 'input/wrong-shape'],
    ['a title of 5000 characters', `product: p\ntitle: ${'a'.repeat(5000)}\n`, 'input/wrong-shape'],
    ['an unknown field of a bill', 'product: p\ncolumns: {makers: X}\n', 'input/unknown-field'],
    ['a header row below nought', 'product: p\ntables: {a.csv: {as: bom, header: -1}}\n', 'input/wrong-shape'],
    ['an encoding that nobody knows', 'product: p\ntables: {a.csv: {as: bom, encoding: utf-7}}\n', 'input/not-one-of'],
  ]),
  ...family('a table called', table, [
    ['../a.csv', '../a.csv', 'input/outside-workspace'],
    ['/etc/passwd', '/etc/passwd', 'input/outside-workspace'],
    ['C:\\a.csv', 'C:\\a.csv', 'input/outside-workspace'],
    ['a\\..\\..\\b.csv', 'a\\..\\..\\b.csv', 'input/outside-workspace'],
    ['a/../../b.csv', 'a/../../b.csv', 'input/outside-workspace'],
    ['./a.csv', './a.csv', 'input/outside-workspace'],
    ['con.csv', 'con.csv', 'input/outside-workspace'],
    ['a.csv with a blank', 'a.csv ', 'input/outside-workspace'],
    ['a//b.csv', 'a//b.csv', 'input/outside-workspace'],
    ['a NUL', 'a\0.csv', 'input/outside-workspace'],
    ['file:///etc/passwd', 'file:///etc/passwd', 'input/outside-workspace'],
    ['a name of 2000 characters', `${'a'.repeat(2000)}.csv`, 'input/outside-workspace'],
    ['one that is not there', 'a.csv', 'input/no-such-file'],
  ]),
];
