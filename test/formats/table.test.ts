import { parse } from 'csv-parse/sync';
import { utils, write } from '@e965/xlsx';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileOf } from '../../src/formats/file.ts';
import { readDelimited } from '../../src/formats/table/delimited.ts';
import { csvRow, escapeCell } from '../../src/formats/table/escape.ts';
import { plainNumber, readXlsx } from '../../src/formats/table/xlsx.ts';
import { runs } from '../runs.ts';
import { bytesOf, places, textFile } from '../support/files.ts';
import { sheetBook } from './hostile.ts';

const rowsOf = (text: string) => readDelimited(textFile(text), 'a.csv').value[0]?.rows.map(({ cells }) => cells) ?? [];
const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', '臺', ';', '=', '1'), maxLength: 6 });

test('quoted tables are read as csv-parse reads them, in pieces of any size', () => {
  const tables = fc.integer({ min: 1, max: 4 }).chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }));
  fc.assert(
    fc.property(tables, fc.integer({ min: 1, max: 9 }), fc.constantFrom('\n', '\r\n'), (table, size, end) => {
      const head = table[0]!.map((_, i) => `h${i}`);
      const text = [head, ...table].map((cells) => cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')).join(end);
      const bytes = bytesOf(text);
      const pieces = { size: bytes.length, *chunks() { for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size); } };
      const { value, issues } = readDelimited(pieces, 'a.csv');
      expect(issues).toEqual([]);
      const theirs = (parse(text) as string[][]).map((cells, i) => ({ row: i + 1, cells })).filter(({ cells }) => cells.some((one) => one.trim() !== ''));
      expect(value[0]?.rows).toEqual(theirs);
    }),
    { numRuns: runs(2000) },
  );
});

test('separators by the header, row ends of three kinds, a mark, quotes inside a cell, blank rows counted', () => {
  expect(rowsOf('a\tb\n1,5\t2')).toEqual([['a', 'b'], ['1,5', '2']]);
  expect(rowsOf('a;b\n1,5;2')).toEqual([['a', 'b'], ['1,5', '2']]);
  expect(rowsOf('# x; y; z\na,b\n1,2')).toEqual([['# x; y; z'], ['a', 'b'], ['1', '2']]);
  expect(rowsOf('\ufeffa,b\r1,2\r\n3,4\n')).toEqual([['a', 'b'], ['1', '2'], ['3', '4']]);
  expect(rowsOf('a,b\n5" propeller,"x ""y"""')).toEqual([['a', 'b'], ['5" propeller', 'x "y"']]);
  expect(readDelimited(textFile('a\n\n , \nb'), 'a.csv').value[0]!.rows.map(({ row }) => row)).toEqual([1, 4]);
});

test('broken quoting and other encodings are refused with their row', () => {
  expect(places(readDelimited(textFile('a,b\n1,"2'), 'a.csv').issues)).toEqual(['input/csv-quote a.csv/rows/2']);
  expect(places(readDelimited(textFile('a,b\n"1"x,2'), 'a.csv').issues)).toEqual(['input/csv-quote a.csv/rows/2']);
  const encoding = (...bytes: number[]) => readDelimited(fileOf(Uint8Array.from(bytes)), 'a.csv').issues.map(({ code, params }) => `${code} ${params.given}`);
  expect(encoding(0xff, 0xfe, 0, 0, 0x61, 0, 0, 0)).toEqual(['input/encoding UTF-32']);
  expect(encoding(0xff, 0xfe, 0x00, 0xd8, 0x61, 0)).toEqual(['input/encoding not the utf-16le that its first bytes say']);
  expect(encoding(0x61, 0, 0, 0x62, 0, 0)).toEqual(['input/encoding full of zero bytes']);
  expect(encoding(0x61, 0x0a, 0x81, 0x0a)).toEqual(['input/encoding neither UTF-8 nor UTF-16, nor plainly another']);
  expect(encoding(...bytesOf('製造商,料號\n'), 0x8f)).toEqual(['input/encoding neither UTF-8 nor UTF-16, nor plainly another']); // a broken UTF-8
});

test('UTF-16 with a mark and without, either way round', () => {
  const le = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le'));
  const be = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le').swap16());
  for (const as of [le, be])
    for (const mark of ['\ufeff', '']) {
      const { value, issues, warnings } = readDelimited(fileOf(as(`${mark}MPN\tmaker\r\nA-1\t臺灣\r\n`)), 'a.csv');
      expect([issues, warnings]).toEqual([[], undefined]);
      expect(value[0]!.rows).toEqual([{ row: 1, cells: ['MPN', 'maker'] }, { row: 2, cells: ['A-1', '臺灣'] }]);
    }
});

test('code pages are told by what they look like, said, and never by what a few bytes could mean', () => {
  const bytes = (text: string, high: Readonly<Record<string, readonly number[]>>) => fileOf(Uint8Array.from([...text].flatMap((one) => high[one] ?? [one.charCodeAt(0)])));
  const western = { ö: [0xf6], ß: [0xdf], ü: [0xfc], µ: [0xb5], '°': [0xb0], '±': [0xb1] };
  const read = (file: ReturnType<typeof fileOf>, encoding?: 'shift_jis' | 'windows-1252') => {
    const { value, issues, warnings } = readDelimited(file, 'a.csv', undefined, encoding);
    return [value[0]?.rows[1]?.cells[0], ...issues.map(({ params }) => params.given), ...(warnings ?? []).map(({ params }) => params.given)];
  };
  expect(read(bytes('a\nGröße für 10µF ±5% 25°C\n', western))).toEqual(['Größe für 10µF ±5% 25°C', 'windows-1252']);
  expect(read(bytes('a\n10µF\n', western))).toEqual(['10µF', 'windows-1252']); // B5 46 is a Chinese character too
  const big5 = { 製: [0xbb, 0x73], 造: [0xb3, 0x79], 商: [0xb0, 0xd3], 台: [0xa5, 0x78], 達: [0xb9, 0x46] };
  expect(read(bytes('製造商\n台達\n', big5))).toEqual(['台達', 'big5']);
  expect(read(bytes('a\n製造商\n', big5), 'windows-1252')).toEqual(['»s³y°Ó']); // what is stated is not doubted
  expect(read(bytes('a\nx\n', {}), 'shift_jis')).toEqual(['x']);
});

test('a title above the header does not choose the separator, and `sep=` does', () => {
  expect(rowsOf('Bill of materials, board A, revision 3\n\nMPN;Qty;Price\nA;1;0,50\nB;2;1,25\n')[2]).toEqual(['A', '1', '0,50']);
  expect(rowsOf('MPN\tRef\nA\tR1, R2, R3, R4, R5\n')[1]).toEqual(['A', 'R1, R2, R3, R4, R5']);
  const { value } = readDelimited(textFile('sep=;\na;b\n1,5;2,5\n'), 'a.csv');
  expect(value[0]!.rows).toEqual([{ row: 2, cells: ['a', 'b'] }, { row: 3, cells: ['1,5', '2,5'] }]);
});

test('a workbook: text, numbers, exact percentages, days, stored values of formulas', () => {
  const sheet = utils.aoa_to_sheet([['name', 'n', 'share', 'day', 'sum', 'yes'], ['臺灣', 0.1 + 0.2, 0.49996, 46_000, 0, true]]);
  Object.assign(sheet.C2 as object, { z: '0%' });
  Object.assign(sheet.D2 as object, { z: 'm/d/yy' });
  Object.assign(sheet.E2 as object, { t: 'n', f: '1+1', v: 2 });
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([[]]), 'empty');
  utils.book_append_sheet(book, sheet, 'data');
  const { value, issues } = readXlsx(fileOf(write(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array), 'a.xlsx');
  expect(issues).toEqual([]);
  expect(value).toEqual([{ name: 'data', rows: [{ row: 1, cells: ['name', 'n', 'share', 'day', 'sum', 'yes'] }, { row: 2, cells: ['臺灣', '0.3', '49.996 %', '2025-12-09', '2', 'TRUE'] }] }]);
});

test('zeros before a number stay where its format has them, and a number with more digits than a cell keeps is not made up', () => {
  const sheet = utils.aoa_to_sheet([[123, 123, 1_234_567_890_123_456, 999_999_999_999_999]]);
  Object.assign(sheet.A1 as object, { z: '000000' });
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 's');
  const { value } = readXlsx(fileOf(write(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array), 'a.xlsx');
  expect(value[0]!.rows[0]!.cells).toEqual(['000123', '123', '1.23456789012346E+15', '999999999999999']);
});

test('a formula without a stored value is refused at its cell, an empty text that one gave is not', () => {
  const cells = '<c r="A1"><f>1+1</f></c><c r="B1" t="str"><f>""</f><v></v></c><c r="C1"><f>2</f><v/></c><c r="D1" t="str"><f>"x"</f><v>x</v></c><c r="E1"/><c r="F1"><f>3</f><v>3</v></c>';
  expect(places(readXlsx(fileOf(sheetBook(`<row r="1">${cells}</row>`)), 'a.xlsx').issues)).toEqual(['input/formula-without-value a.xlsx (s)/rows/1/A', 'input/formula-without-value a.xlsx (s)/rows/1/C']);
  const error = '<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>';
  expect(places(readXlsx(fileOf(sheetBook(`<row r="1">${error}</row>`)), 'a.xlsx').issues)).toEqual(['input/cell-error a.xlsx (s)/rows/1/A']);
});

test('numbers of a workbook have no exponent', () => {
  expect([0, -1.5, 1e21, 1e-9, 123_456_789.123, 100].map((n) => plainNumber(n))).toEqual(['0', '-1.5', '1000000000000000000000', '0.000000001', '123456789.123', '100']);
  fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (n) => { expect(Number(plainNumber(n)) === Number(n.toPrecision(15))).toBe(true); }), { numRuns: runs(1000) });
});

test('no exported cell can be run as a formula, and reading it again gives no such cell', () => {
  for (const bad of ['=1+1', '+1', '-1', '@x', '\tx', '\rx', '\0x', '＝1']) expect(escapeCell(bad)).toBe(`'${bad}`);
  expect(escapeCell('a=1')).toBe('a=1');
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 4 }), (cells) => {
      const text = csvRow(cells);
      expect((parse(text) as string[][])[0]).toEqual(cells.map(escapeCell));
      for (const one of rowsOf(`h,h,h,h\r\n${text}`)[1] ?? []) expect(one).not.toMatch(/^[=+\-@\t\r\0]/);
    }),
    { numRuns: runs(1000) },
  );
});
