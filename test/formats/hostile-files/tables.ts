/** Tables of a workspace, and what stands in their cells. */
import { fileOf } from '../../../src/formats/file.ts';
import { readDelimited } from '../../../src/formats/table/delimited.ts';
import { bytesOf, workspace } from '../../support/files.ts';
import { family, type Small } from './small.ts';

const raw = (given: readonly number[] | Uint8Array) => readDelimited(fileOf(Uint8Array.from(given)), 'a.csv').issues;
const text = (given: string) => raw(bytesOf(given));
const utf16 = (given: string): Uint8Array => new Uint8Array(Buffer.from(given, 'utf16le'));
const parties = (given: string) => workspace({ 'parties.csv': given }).issues;
const cell = (file: string, column: string, head: string, rest: string) => (given: string) => workspace({ [file]: `${head},${column}\n${rest},"${given.replaceAll('"', '""')}"\n` }).issues;

export const TABLE_FILES: readonly Small[] = [
  ...family('table bytes', raw, [
    ['UTF-32', [0xff, 0xfe, 0, 0, 0x61, 0, 0, 0], 'input/encoding'],
    ['UTF-32, the other way', [0, 0, 0xfe, 0xff, 0, 0, 0, 0x61], 'input/encoding'],
    ['zeros', new Uint8Array(1000), 'input/encoding'],
    ['zeros among letters', [...bytesOf('id,name\n'), 0, 0, 0, 0, 0, 0, 0, 0], 'input/encoding'],
    ['half a UTF-16 letter', [...utf16('\ufeffid\na'), 0x62], 'input/encoding'],
    ['a lone surrogate in UTF-16', [0xff, 0xfe, 0x61, 0, 0x00, 0xd8, 0x61, 0], 'input/encoding'],
    ['bytes of no encoding', Uint8Array.from({ length: 4096 }, (_, i) => 0x80 + ((i * 37) % 128)), 'input/encoding'],
    ['a broken letter in Chinese UTF-8', [...bytesOf('製造商,料號\n'), 0xe5], 'input/encoding'],
    ['a program', [0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0], 'input/encoding'],
    ['a picture', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d], 'input/encoding'],
  ]),
  ...family('table shape', text, [
    ['a quote that never ends', 'a,b\n"x', 'input/csv-quote'],
    ['letters after a quote', 'a,b\n"x"y,1', 'input/csv-quote'],
    ['a quote of 40,000 letters', `a\n"${'x'.repeat(40_000)}"`, 'input/too-large'],
    ['a cell of 40,000 letters', `a\n${'x'.repeat(40_000)}`, 'input/too-large'],
    ['40,000 quotes in one cell', `a\n"${'""'.repeat(40_000)}"`, 'input/too-large'],
    ['1025 columns', `${'a,'.repeat(1024)}a\n`, 'input/too-large'],
    ['1025 quoted columns', `${'"a",'.repeat(1024)}"a"\n`, 'input/too-large'],
    ['a million blank rows and more', `a\n${'\n'.repeat(1_100_000)}b`, 'input/too-large'],
    ['sep= and nothing', 'sep=;'],
    ['only quotes', '""""""'],
  ]),
  ...family('table header', parties, [
    ['a Cyrillic letter', 'іd,name\na,b\n', 'input/missing'],
    ['a Greek letter', 'id,nαme\na,b\n'],
    ['a wide letter', 'ｉd,name\na,b\n', 'input/missing'],
    ['a zero-width space', 'id\u200b,name\na,b\n', 'input/missing'],
    ['a soft hyphen', 'i\u00add,name\na,b\n', 'input/missing'],
    ['letters that run backwards', '\u202edi,name\na,b\n', 'input/missing'],
    ['a name twice', 'id,name,name\na,b,c\n', 'input/duplicate-column'],
    ['nothing but a comment', '# id,name\n', 'input/no-header'],
    ['cells beyond it', 'id\na,b\n', 'input/extra-cells'],
    ['members of an object', 'id,__proto__,constructor,toString\na,x,y,z\n'],
  ]),
  ...family('an id', cell('parties.csv', 'id', 'name', 'n'), [
    ['with a bar', 'a|b', 'input/bad-id'],
    ['with a question mark first', '?a', 'input/bad-id'],
    ['with a hash first', '#a', 'input/bad-id'],
    ['that runs backwards', 'a\u202eb', 'input/bad-id'],
    ['with a zero-width joiner', 'a\u200db', 'input/bad-id'],
    ['with a bell', 'a\u0007b', 'input/bad-id'],
    ['with a line separator', 'a\u2028b', 'input/bad-id'],
    ['with a private character', 'a\ue000b', 'input/bad-id'],
    ['of 201 characters', 'a'.repeat(201), 'input/bad-id'],
    ['with a line feed', 'a\nb', 'input/bad-id'],
    ['called __proto__', '__proto__'],
    ['called constructor', 'constructor'],
    ['that is a formula', '=1+1'],
    ['that is a command', '=cmd|" /C calc"!A0', 'input/bad-id'],
  ]),
  ...family('a name', cell('parties.csv', 'name', 'id', 'a'), [
    ['that is a formula', '=HYPERLINK("http://x","y")'],
    ['that runs backwards', 'Foo \u202edtL'],
    ['of combining marks', `a${'\u0301'.repeat(10_000)}`],
    ['that is a script', '<script>alert(1)</script>'],
    ['with escapes of a terminal', '\u001b[2J\u001b[31m'],
  ]),
  ...family('a country', cell('parties.csv', 'domicile', 'id', 'a'), [
    ['in Cyrillic', 'Тaiwan', 'input/unknown-country'],
    ['that could be two', 'Korea', 'input/unknown-country'],
    ['with a zero-width space', 'TW\u200b', 'input/unknown-country'],
    ['that is none', 'XX', 'input/unknown-country'],
    ['of brackets', '('.repeat(30_000), 'input/unknown-country'],
  ]),
  ...family('a day', cell('parties.csv', 'validFrom', 'id', 'a'), [
    ['that is none', '2026-02-30', 'input/bad-day'],
    ['in wide digits', '２０２６-01-01', 'input/bad-day'],
    ['before time', '-2026-01-01', 'input/bad-day'],
    ['of five digits', '12026-01-01', 'input/bad-day'],
    ['the American way', '01/02/2026', 'input/bad-day'],
    ['with a time', '2026-01-01T00:00:00Z', 'input/bad-day'],
    ['a serial number', '46000', 'input/bad-day'],
  ]),
  ...family('a share', cell('ownerships.csv', 'lo', 'owner,asset,measure', 'a,b,equity'), [
    ['above all', '101 %', 'input/share-above-all'],
    ['below nothing', '-5 %', 'input/not-a-number'],
    ['a fraction', '1/3', 'input/not-a-number'],
    ['with an exponent', '1e1 %', 'input/not-a-number'],
    ['that could be two', '0.5', 'input/ambiguous-share'],
    ['upside down', '50..25 %', 'input/upside-down'],
    ['in Arabic digits', '٤٠ %', 'input/not-a-number'],
    ['of 30,000 noughts', `0.${'0'.repeat(30_000)}1 %`, 'input/not-a-number'],
  ]),
  ...family('an amount', cell('lines.csv', 'quantity', 'recipe,line', 'b,1'), [
    ['with a comma', '1,234', 'input/ambiguous-number'],
    ['with two points', '1.234.5', 'input/ambiguous-number'],
    ['with an exponent', '1e9', 'input/not-a-number'],
    ['with a sign', '-1', 'input/not-a-number'],
    ['in hexadecimal', '0x10', 'input/not-a-number'],
    ['in wide digits', '１２', 'input/not-a-number'],
    ['that is infinite', 'Infinity', 'input/not-a-number'],
    ['of 41 digits', '9'.repeat(41), 'input/not-a-number'],
  ]),
  ...family('a file', cell('evidence.csv', 'file', 'id,kind,supports', 'e,declaration,parties/*'), [
    ['above the folder', '../../etc/passwd', 'input/outside-workspace'],
    ['at the root', '/etc/passwd', 'input/outside-workspace'],
    ['on a drive', 'C:/x', 'input/outside-workspace'],
    ['with backslashes', 'a\\..\\..\\x', 'input/outside-workspace'],
    ['that is a device', 'nul.txt', 'input/outside-workspace'],
    ['that is an address', 'https://x/y', 'input/outside-workspace'],
    ['with a point at the end', 'a.', 'input/outside-workspace'],
    ['with a pipe', 'a|b', 'input/outside-workspace'],
    ['that is not there', 'a.pdf', 'input/no-such-file'],
  ]),
  ...family('JSON in a cell', cell('listings.csv', 'category', 'id,list', 'e,l'), [
    ['that is deep', '['.repeat(1000), 'input/too-deep'],
    ['with a name twice', '{"a":1,"a":2}', 'input/duplicate-key'],
    ['that is none', "{'a':1}", 'input/json-syntax'],
    ['__proto__', '{"__proto__":{"polluted":true}}'],
  ]),
  ...family('a reference', cell('evidence.csv', 'supports', 'id,kind', 'e,declaration'), [
    ['to nothing', 'parties/nobody'],
    ['to no table', 'nothing/a', 'input/bad-reference'],
    ['to the prototype', '__proto__/a', 'input/bad-reference'],
    ['without an id', 'parties/', 'input/bad-reference'],
    ['that leaves the folder', '../parties/a', 'input/bad-reference'],
    ['of 63 digits', 'a'.repeat(63), 'input/bad-reference'],
  ]),
];
