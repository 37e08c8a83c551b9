import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fileOf } from '../../src/formats/file.ts';
import { readWorkspace } from '../../src/formats/workspace/workspace.ts';
import { host, places, textFile, workspace } from '../support/files.ts';
import { shared } from '../support/shared.ts';

const alone = (name: string, text: string) => readWorkspace(new Map([[name, textFile(text)]]), host);
const ofKind = (records: readonly { kind: string }[], kind: string) => records.filter((rec) => rec.kind === kind);

test('a bill alone is its own question: columns guessed, with the reason', () => {
  const { value, issues } = alone('board.csv', 'Item,Mfr,Mfr P/N,Description,Ref Des,Qty,COO\n1,Foo Ltd,F-1,chip,U1,1,Taiwan\n2, Foo Ltd ,F-2,radio,"U2, U3",2,Made in China\n3,FOO LTD,,screw,,4,\n');
  expect(issues).toEqual([]);
  expect(value.config).toEqual({ product: 'board', bom: 'bom' });
  expect(value.guesses.map(({ field, column, why }) => `${field}: ${column} (${why})`).sort()).toEqual([
    'country: COO (header)', 'description: Description (header)', 'designator: Ref Des (header)', 'line: Item (header)', 'maker: Mfr (header)', 'partNumber: Mfr P/N (header)', 'quantity: Qty (header)',
  ]);
  expect(ofKind(value.records, 'party')).toMatchObject([{ id: 'maker:Foo Ltd', names: ['Foo Ltd'] }, { id: 'maker:FOO LTD', names: ['FOO LTD'] }]); // trimmed is the same, another spelling is not
  expect(value.records.find(({ id }) => id === 'part:Foo Ltd/F-1')).toEqual({ kind: 'product', id: 'part:Foo Ltd/F-1', level: 'confirmed', origin: 'board.csv, row 2', name: 'chip', maker: 'maker:Foo Ltd', partNumbers: ['F-1'] });
  expect(value.records.find(({ id }) => id === 'made:part:Foo Ltd/F-2')).toMatchObject({ kind: 'recipe', output: 'part:Foo Ltd/F-2', country: 'CN', steps: ['assembled'], sole: true });
  expect(ofKind(value.records, 'line')).toMatchObject([
    { id: 'bom#1', quantity: '1', options: [{ product: 'part:Foo Ltd/F-1' }], notes: { 'Ref Des': 'U1' } }, { id: 'bom#2', quantity: '2' }, { id: 'bom#3', options: [{ product: 'part:bom#3' }] },
  ]);
  expect(ofKind(value.records, 'product').every((rec) => !('roles' in rec))).toBe(true);
});

test('headers in Chinese, an origin column known by its contents, several origins', () => {
  const { value, issues } = alone('料表.csv', '項次,製造商,料號,品名,數量,備註\n1,台達,D-1,風扇,1,臺灣\n2,台達,D-2,電源,2,中國\n3,光寶,L-1,燈,1,臺灣/日本\n4,光寶,L-2,燈,1,未知\n5,光寶,L-3,燈,1,日本\n');
  expect(issues).toEqual([]);
  expect(value.guesses.find(({ field }) => field === 'country')).toMatchObject({ column: '備註', why: 'contents' });
  const origins = value.records.flatMap((rec) => (rec.kind === 'recipe' && rec.id.startsWith('made:') ? `${rec.country} ${rec.sole ?? ''}` : []));
  expect(origins).toEqual(['TW true', 'CN true', 'TW ', 'JP ', 'JP true']);
});

test('a guess is corrected in nonred.yaml, and a header that is not there is a fault', () => {
  const bill = 'Part Number,Vendor,Hersteller,Stück\nA-1,Shop,Foo,2\n';
  const columns = (text: string) => workspace({ 'nonred.yaml': `product: p\nbom: b1\ntables: {board.csv: {as: bom}}\ncolumns: ${text}\n`, 'board.csv': bill });
  const { value, issues } = columns('{maker: Hersteller, quantity: Stück}');
  expect(issues).toEqual([]);
  expect(value.records.find(({ id }) => id === 'b1#row 2')).toMatchObject({ recipe: 'b1', quantity: '2', options: [{ product: 'part:Foo/A-1' }], notes: { Vendor: 'Shop' } });
  expect(value.records.find(({ id }) => id === 'b1')).toMatchObject({ kind: 'recipe', output: 'p' });
  expect(places(columns('{maker: Maker}').issues)).toEqual(['input/no-such-column board.csv']);
});

test('in a folder only a table with parts and how many or where is a bill unasked', () => {
  const prices = { 'products.csv': 'id\np\n', 'prices.csv': 'MPN,Manufacturer,Price\nA-1,Foo,1.20\n' };
  expect(places(workspace(prices).value.warnings)).toEqual(['input/file-not-read prices.csv']);
  expect(workspace({ 'main.csv': 'MPN,Manufacturer,Qty\nA-1,Foo,1\n' }).value.lines).toBe(1);
  expect(places(workspace({ 'a.csv': 'MPN,Qty\nA-1,1\n', 'lines.csv': 'recipe,line\nb,1\n' }).value.warnings)).toContain('input/file-not-read a.csv');
});

test('what a bill gets wrong', () => {
  const faults = (rows: string) => places(alone('a.csv', `MPN,Manufacturer,Qty,Designator,Unit,Country of origin\n${rows}`).issues);
  expect(faults('A,Foo,"1,000",,,\n')).toEqual(['input/ambiguous-number a.csv/rows/2/Qty']);
  expect(faults('A,Foo,1,,furlong,\n')).toEqual(['input/unknown-unit a.csv/rows/2/Unit']);
  expect(faults('A,Foo,1,,,TW\nB,Foo,1,,,TW\nC,Foo,1,,,Atlantis\n')).toEqual(['input/unknown-country a.csv/rows/4/Country of origin']);
  expect(places(alone('a.csv', 'x,y\n1,2\n').issues)).toContain('input/no-bill-columns a.csv');
  const warned = (rows: string) => places(alone('a.csv', `MPN,Qty,Designator\n${rows}`).value.warnings);
  expect(warned('A,2,"R1, R2, R3"\n')).toEqual(['input/quantity-differs a.csv/rows/2/Qty']);
  expect(warned('A,3,R1-R3\n')).toEqual([]);
  expect(warned('A,1,R1\n\n,,\nTotal,,\n')).toEqual(['input/not-a-line a.csv/rows/5']);
});

test('texts that cannot stand in an id are escaped in it and kept in the data', () => {
  const { value, issues } = alone('a.csv', 'MPN,Manufacturer,Qty\n__proto__,constructor,1\nA|1,Fo\u202eo,1\n');
  expect(issues).toEqual([]);
  expect(value.records.map(({ id }) => id)).toEqual(expect.arrayContaining(['maker:constructor', 'part:constructor/__proto__', 'maker:Fo\\u{202e}o', 'part:Fo\\u{202e}o/A\\u{7c}1']));
  expect(value.records.find(({ id }) => id === 'maker:Fo\\u{202e}o')).toMatchObject({ names: ['Fo\u202eo'] });
});

test('the bills of an open flight controller are read whole', () => {
  const folder = shared('data', 'drone-bom-pixhawk');
  if (!folder) return;
  const read = (name: string) => readWorkspace(new Map([[name, fileOf(readFileSync(join(folder, name)))]]), host);
  const fmu = read('FMUv3_REV_D.bom.xlsx');
  expect(fmu.issues).toEqual([]);
  expect(fmu.value.lines).toBe(53);
  expect(fmu.value.warnings).toEqual([]);
  expect(fmu.value.guesses.map(({ field }) => field).sort()).toEqual(['description', 'designator', 'maker', 'partNumber', 'quantity', 'value']);
  const psm = read('PSMv3_REV_C.bom.xlsx');
  expect(psm.issues).toEqual([]);
  expect(psm.value.lines).toBe(35);
  const quantities = psm.value.records.flatMap((rec) => (rec.kind === 'line' ? Number(rec.quantity) : []));
  expect(quantities.reduce((a, b) => a + b, 0)).toBe(60); // the sheet's own total
  expect(places(psm.value.warnings)).toEqual([68, 70, 71, 72, 73, 74, 75, 76].map((row) => `input/not-a-line PSMv3_REV_C.bom.xlsx (BOM)/rows/${row}`));
  const parts = read('PX4_PARTS_DATABASE.tsv');
  expect(parts.issues).toEqual([]);
  expect(parts.value.lines).toBe(234);
  expect(readWorkspace(new Map([['PX4.csv', fileOf(readFileSync(join(folder, 'PX4_PARTS_DATABASE.tsv')))]]), host).value.lines).toBe(234);
});
