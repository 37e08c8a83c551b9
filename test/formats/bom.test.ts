import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { countDesignators } from '../../src/formats/bom/designators.ts';
import { fileOf } from '../../src/formats/file.ts';
import { readWorkspace } from '../../src/formats/workspace/workspace.ts';
import { quickVerdict } from '../../src/engine/check.ts';
import { loadRulebooks } from '../../src/host/rulebooks.ts';
import type { Rec } from '../../src/model/record.ts';
import { sha256 } from '../support/digest.ts';
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
  expect(value.records.filter((rec) => rec.kind === 'product' && rec.roles !== undefined).map((rec) => [rec.level, rec.id])).toEqual([['inferred', 'part:Foo Ltd/F-1'], ['inferred', 'part:Foo Ltd/F-2']]); // chip by its designator, radio by its name
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

/** Lines as people mean them: where they go, options as maker/part, amount and unit. */
function lines(records: readonly Rec[]): string[] {
  const products = new Map(records.flatMap((rec) => (rec.kind === 'product' && rec.level === 'confirmed' ? [[rec.id, rec] as const] : [])));
  const outputs = new Map(records.flatMap((rec) => (rec.kind === 'recipe' ? [[rec.id, rec.output] as const] : [])));
  const called = (id: string): string => products.get(id)?.partNumbers?.[0] ?? products.get(id)?.name ?? id;
  return records.flatMap((rec) => (rec.kind === 'line' ? `${called(outputs.get(rec.recipe)!)} < ${rec.options.map(({ product }) => called(product!)).join(' | ')} x ${rec.quantity ?? '?'}${rec.uom ? ` ${rec.uom}` : ''}` : []));
}
const linesOf = (text: string, name = 'kit.csv') => lines(alone(name, text).value.records);

test('levels, dotted numbers, parents and indentation make the same tree', () => {
  const tree = ['kit < A x 1', 'A < B x 2', 'B < C x 3', 'A < D x 1', 'kit < E x 4'].sort();
  const rows: readonly (readonly [string, number, string, string, string])[] = [['A', 1, '1', '1', ''], ['B', 2, '2', '1.1', 'A'], ['C', 3, '3', '1.1.1', 'B'], ['D', 2, '1', '1.2', 'A'], ['E', 1, '4', '2', '']];
  const csv = (head: string, row: (one: (typeof rows)[number]) => string): string[] => linesOf(`${head}\n${rows.map(row).join('\n')}\n`).sort();
  expect(csv('Level,MPN,Qty', ([pn, level, qty]) => `${level},${pn},${qty}`)).toEqual(tree);
  expect(csv('Lvl,MPN,Qty', ([pn, level, qty]) => `${'.'.repeat(level)}${level},${pn},${qty}`)).toEqual(tree);
  expect(csv('Item,MPN,Qty', ([pn, , qty, dotted]) => `${dotted},${pn},${qty}`)).toEqual(tree);
  expect(csv('Parent,MPN,Qty', ([pn, , qty, , parent]) => `${parent},${pn},${qty}`)).toEqual(tree);
  expect(csv('Description,MPN,Qty', ([pn, level, qty]) => `${'  '.repeat(level - 1)}part,${pn},${qty}`)).toEqual(tree);
});

test('a row of level 0 is the product of the bill, and its place is the product\'s', () => {
  const { value, issues } = alone('kit.csv', 'Level,MPN,Manufacturer,Qty,COO\n0,KIT-9,Foo,1,Taiwan\n1,A,Bar,2,China\n2,B,Bar,1,Japan\n');
  expect(issues).toEqual([]);
  expect(lines(value.records).sort()).toEqual(['A < B x 1', 'KIT-9 < A x 2']);
  expect(value.records.filter((rec) => rec.kind === 'recipe' && rec.country !== undefined).map((rec) => rec.kind === 'recipe' && `${rec.id} ${rec.country} ${rec.sole ?? ''}`).sort()).toEqual(['bom TW ', 'bom:part:Bar/A CN true', 'made:part:Bar/B JP true']);
});

test('a tree that cannot be told is refused, with its cell', () => {
  const faults = (text: string) => places(alone('a.csv', text).issues);
  expect(faults('Level,MPN,Qty\n1,A,1\n3,B,1\n')).toEqual(['input/bad-level a.csv/rows/3/Level']);
  expect(faults('Level,MPN,Qty\n1,A,1\n,B,1\n')).toEqual(['input/bad-level a.csv/rows/3/Level']);
  expect(faults('Level,MPN,Qty\n2,A,1\n1,B,1\n')).toEqual(['input/bad-level a.csv/rows/2/Level']);
  expect(faults('Item,MPN,Qty\n1,A,1\n1.1,B,1\n1.1,C,1\n')).toEqual(['input/repeated-level a.csv/rows/4/Item']);
  expect(faults('Item,MPN,Qty\n1,A,1\n1.1,B,1\n2.1,C,1\n')).toEqual(['input/no-such-parent a.csv/rows/4/Item']);
  expect(faults('Parent PN,MPN,Qty\n,A,1\nA,B,1\nZ,C,1\n')).toEqual(['input/no-such-parent a.csv/rows/4/Parent PN']);
});

test('a bill that contains itself is refused, however it says so', () => {
  for (const text of ['Level,MPN,Qty\n1,A,1\n2,B,1\n3,A,1\n', 'Parent PN,MPN,Qty\nB,A,1\nA,B,1\n', 'Level,MPN,Qty\n0,A,1\n1,B,1\n2,A,1\n', 'Parent PN,MPN,Qty\nA,A,1\n,B,1\n'])
    expect(places(alone('a.csv', text).issues).map((one) => one.split(' ')[0])).toEqual(['network/bill-contains-itself']);
});

test('an assembly that stands twice is one where its parts are the same, and two ways where not', () => {
  const bill = (inside: string) => alone('kit.csv', `Level,MPN,Qty\n1,A,1\n2,B,2\n1,C,1\n2,A,1\n3,B,${inside}\n`);
  expect(lines(bill('2').value.records).sort()).toEqual(['A < B x 2', 'C < A x 1', 'kit < A x 1', 'kit < C x 1']);
  const { value } = bill('3');
  expect(lines(value.records).sort()).toEqual(['A < B x 2', 'A < B x 3', 'C < A x 1', 'kit < A x 1', 'kit < C x 1']);
  expect(places(value.warnings)).toEqual(['input/assembly-differs kit.csv/rows/5']);
});

test('alternates in columns, below each other in a cell, and in rows of their own are options of one line', () => {
  expect(linesOf('Manufacturer 1,Manufacturer Part Number 1,Manufacturer 2,Manufacturer Part Number 2,Qty\nFoo,A,Bar,B,1\nFoo,C,,,2\n,,Bar,D,3\n')).toEqual(['kit < A | B x 1', 'kit < C x 2', 'kit < D x 3']);
  expect(linesOf('Manufacturer,MPN,Alternate MPN,Qty\nFoo,A,B,1\nFoo,C,C,1\n')).toEqual(['kit < A | B x 1', 'kit < C x 1']);
  expect(linesOf('Manufacturer,MPN,Qty\n"Foo\nBar","A\nB",1\n')).toEqual(['kit < A | B x 1']);
  expect(linesOf('Item,Manufacturer,MPN,Designator,Qty\n1,Foo,A,"R1,R2",2\n1,Bar,B,,\n2,Foo,C,R3,1\n2,Bar,D,R3,1\n')).toEqual(['kit < A | B x 2', 'kit < C | D x 1']);
  const uneven = alone('kit.csv', 'Manufacturer,MPN,Qty\n"Foo\nBar",A,1\n').value;
  expect(places(uneven.warnings)).toEqual(['input/uneven-alternates kit.csv/rows/2/Manufacturer']);
  expect(uneven.guesses.map(({ field }) => field).sort()).toEqual(['maker', 'partNumber', 'quantity']);
  expect(alone('kit.csv', 'Manufacturer 1,MPN 1,Manufacturer 2,MPN 2,Qty\nFoo,A,Bar,B,1\n').value.guesses.map(({ field, column }) => `${field}: ${column}`)).toContain('maker 2: Manufacturer 2');
});

test('what is left out is no line, with all that goes into it, and is said', () => {
  const out = (text: string) => { const { value } = alone('kit.csv', text); return [lines(value.records), places(value.warnings).filter((one) => one.startsWith('input/not-placed')).length]; };
  expect(out('MPN,Qty,DNP\nA,1,\nB,1,x\nC,1,no\n')).toEqual([['kit < A x 1', 'kit < C x 1'], 1]);
  expect(out('MPN,Qty,Fitted\nA,1,yes\nB,1,No\nC,1,Not Fitted\n')).toEqual([['kit < A x 1'], 2]);
  expect(out('MPN,Qty,Value\nA,1,10k\nB,1,DNP\nC,1,10k (DNP)\nD,DNI,1k\n')).toEqual([['kit < A x 1'], 3]);
  expect(out('料號,用量,備註\nA,1,\nB,1,不上件\n')).toEqual([['kit < A x 1'], 1]);
  expect(out('Teilenummer,Menge,Bestückt\nA,1,ja\nB,1,nein\n')).toEqual([['kit < A x 1'], 1]);
  expect(out('Level,MPN,Qty,DNP\n1,A,1,\n2,B,1,\n1,C,1,yes\n2,D,1,\n')).toEqual([['kit < A x 1', 'A < B x 1'], 1]);
  expect(out('MPN,Description,Qty\nDNP-100,film,1\nA,Dai Nippon DNP film,1\n')).toEqual([['kit < DNP-100 x 1', 'kit < A x 1'], 0]); // a maker and a number of that name
});

test('titles, sections, headers once more and totals are no parts, a part called total is', () => {
  const { value } = alone('kit.csv', 'Board A\nRevision,3\n\nItem,MPN,Description,Qty\n1,A,resistor,1\nPower section,,,\n2,B,Total station battery,2\nItem,MPN,Description,Qty\n3,C,screw,3\nTotal,,,6\n,,Grand Total:,6\n');
  expect(lines(value.records)).toEqual(['kit < A x 1', 'kit < B x 2', 'kit < C x 3']);
  expect(value.warnings.filter(({ code }) => code === 'input/not-lines').map(({ at, params }) => [at.pointer, params])).toEqual([['/rows/6', { count: 4, rows: '6, 8, 10-11' }]]);
});

test('amounts with their unit in the cell, in the column, or as designators', () => {
  expect(linesOf('MPN,Qty,Unit\nA,2 pcs,\nB,0.5 m,m\nC,3,Stk\nD,a/r,g\n')).toEqual(['kit < A x 2 H87', 'kit < B x 0.5 MTR', 'kit < C x 3 H87', 'kit < D x ? GRM']);
  expect(linesOf('MPN,Designator\nA,"R1, R3-R5"\nB,R1-9\n')).toEqual(['kit < A x 4', 'kit < B x ?']); // R1-9 may be one or nine
  expect(places(alone('a.csv', 'MPN,Qty,Unit\nA,2 kg,pcs\nB,3,\n').issues)).toEqual(['input/not-a-number a.csv/rows/2/Qty']);
  expect(linesOf('MPN,Qty\nA,2x\nB,× 3\nC,4\n')).toEqual(['kit < A x 2', 'kit < B x 3', 'kit < C x 4']);
});

test('an amount in words among numbers is open, and said; in a column of words, or where a comma moved the cells, it is refused', () => {
  const odd = ['1 lot', 'REF', '2-4', '~5', '1/2', '2 furlongs', '1 roll'];
  const bill = (cells: readonly string[]) => `MPN,Qty,Note\n${cells.map((cell, i) => `N${i},${cell},x\n`).join('')}`;
  for (const cell of odd) {
    const { value, issues } = alone('a.csv', bill(['1', '2', cell]));
    expect([places(issues), places(value.warnings.filter(({ code }) => code === 'input/open-amount'))], cell).toEqual([[], ['input/open-amount a.csv/rows/4/Qty']]);
    expect(value.records.find((rec) => rec.kind === 'line' && rec.line === 'row 4'), cell).not.toHaveProperty('quantity');
  }
  expect(places(alone('a.csv', bill(['some', 'few', '2-4', '1'])).issues)).toHaveLength(3);
  expect(places(alone('a.csv', 'MPN,Description,Qty\nA,kit (screws, bolts),1\nB,nut,2\nC,nut,2\n').issues)).toEqual(['input/not-a-number a.csv/rows/2/Qty']);
});

test('designators are counted, ranges and all, and one place has one part', () => {
  const count = (cell: string) => { const found = countDesignators(cell); return found && (found.least === found.most ? found.least : [found.least, found.most]); };
  expect(['R1', 'R1, R2;R3 R4', 'R1-R8', 'R1..R3', 'R1–R3', 'R1~R3', 'R1 - R3, R7', 'R1 to R4', 'R1, R1', 'R1-R4, R3, R9', 'R1-R4, R3-R6', 'LED6001,U$2', 'J1-P1', 'TP1+TP2', 'R1\nR2'].map(count)).toEqual([1, 4, 8, 3, 3, 3, 4, 4, 1, 5, 6, 2, 1, 2, 2]);
  expect(count('R1-8')).toEqual([1, 8]);
  expect([count('R8-R1'), count('R,'.repeat(30_000))]).toEqual([undefined, undefined]);
  expect(count('R1-R999999')).toBe(999_999); // counted, not written out
  const warned = (rows: string) => places(alone('a.csv', `MPN,Qty,Designator\n${rows}`).value.warnings);
  expect(warned('A,8,R1-R8\nB,8,C1-8\nC,1,D1-8\n')).toEqual([]);
  expect(warned('A,7,R1-R8\n')).toEqual(['input/quantity-differs a.csv/rows/2/Qty']);
  expect(warned('A,4,C1-8\n')).toEqual(['input/quantity-differs a.csv/rows/2/Qty']);
  expect(warned('A,1,R8-R1\n')).toEqual(['input/bad-designators a.csv/rows/2/Designator']);
  expect(warned('A,1,R1\nB,2,"R1,R2"\n')).toEqual(['input/designator-twice a.csv/rows/3/Designator']);
});

test('a table without a header is read by its contents, and that is said', () => {
  const text = '1,Foo Corp,STM32F4,"micro controller, 32 bit",U1,1\n2,Bar Inc,RC0402,"resistor 10k 1%","R1, R2",2\n3,Foo Corp,GRM155,"capacitor 100 nF","C1, C2, C3",3\n';
  const { value } = alone('kit.csv', text);
  expect(lines(value.records)).toEqual(['kit < STM32F4 x 1', 'kit < RC0402 x 2', 'kit < GRM155 x 3']);
  expect(value.warnings).toMatchObject([{ code: 'input/headerless', params: { columns: 'E = designator, A = line, F = quantity, C = partNumber, D = description, B = maker' } }]);
  const strange = alone('kit.csv', `Nummer?,Wer,Was,Wie,Wo,Wieviel\n${text}`).value; // words that nobody knows are no part
  expect(lines(strange.records)).toEqual(lines(value.records));
  const stated = workspace({ 'nonred.yaml': 'product: p\ntables: {board.csv: {as: bom, header: none, columns: {partNumber: B, quantity: A}}}\n', 'board.csv': '5,A-1\n6,A-2\n' });
  expect(lines(stated.value.records)).toEqual(['board < A-1 x 5', 'board < A-2 x 6']);
  expect(places(alone('kit.csv', 'foo,bar\nbaz,qux\n').issues)).toEqual(['input/no-bill-columns kit.csv']);
});

test('a header that is not where it is looked for is named by its row', () => {
  const text = `${'remark\n'.repeat(60)}MPN,Qty\nA,1\n`;
  const read = (header: string) => workspace({ 'nonred.yaml': `product: p\ntables: {board.csv: {as: bom${header}}}\n`, 'board.csv': text });
  expect(places(read('').issues)).toEqual(['input/no-bill-columns board.csv']);
  expect(read(', header: 61').value.lines).toBe(1);
});

test('columns of text that are not read are said where makers or part numbers are missing', () => {
  expect(alone('a.csv', 'Artikelcode,MPN,Qty\nfoo,A,1\n').value.warnings).toMatchObject([{ code: 'input/column-not-found', params: { fields: 'maker', unread: 'Artikelcode' } }]);
  expect(alone('a.csv', 'Manufacturer,MPN,Qty,Artikelcode\nFoo,A,1,foo\n').value.warnings).toEqual([]);
});

const pixhawk = (name: string): Uint8Array | undefined => {
  const folder = shared('data', 'drone-bom-pixhawk');
  return folder === undefined ? undefined : readFileSync(join(folder, name));
};

/** Rows of the first sheet, by hand: strings by number, cells by letter. Independent of the reader and of its library. */
function rowsByHand(workbook: Uint8Array): string[][] {
  const parts = unzipSync(workbook);
  const xml = (name: string): string => new TextDecoder().decode(parts[name]);
  const text = (inner: string): string => [...inner.matchAll(/<t(?: [^>]*)?>([^<]*)<\/t>/g)].map(([, one]) => one!).join('').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  const strings = [...xml('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map(([, inner]) => text(inner!));
  return [...xml('xl/worksheets/sheet1.xml').matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row]) => {
    const cells: string[] = [];
    for (const [, column, attributes, inner = ''] of row!.matchAll(/<c r="([A-Z])\d+"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
      const value = /<v>([^<]*)<\/v>/.exec(inner)?.[1] ?? '';
      cells[column!.charCodeAt(0) - 65] = attributes!.includes('t="s"') ? strings[Number(value)]! : value;
    }
    return Array.from(cells, (cell) => cell ?? '');
  });
}

test.each([['FMUv3_REV_D.bom.xlsx', 53], ['PSMv3_REV_C.bom.xlsx', 35]] as const)('%s: every line with its maker, number and designators, counted by hand', (name, count) => {
  const bytes = pixhawk(name);
  if (!bytes) return;
  const { value, issues } = readWorkspace(new Map([[name, fileOf(bytes)]]), host);
  expect(issues).toEqual([]);
  const [header, ...rows] = rowsByHand(bytes);
  expect(header!.slice(0, 6)).toEqual(['Manufacturer 1', 'Manufacturer Part Number 1', 'Description', 'Designator', 'Value', 'Quantity']);
  const meant = rows.filter(([maker, , , designator]) => maker && designator && /^[A-Z]+\$?\d/.test(designator));
  expect(meant.length).toBe(count);
  const makers = new Map(value.records.flatMap((rec) => (rec.kind === 'party' ? [[rec.id, rec.names![0]!] as const] : [])));
  const products = new Map(value.records.flatMap((rec) => (rec.kind === 'product' && rec.level === 'confirmed' ? [[rec.id, rec] as const] : [])));
  const read = value.records.flatMap((rec) => {
    if (rec.kind !== 'line') return [];
    const part = products.get(rec.options[0]!.product!)!;
    return [[makers.get(part.maker!), part.partNumbers![0], rec.notes!.Designator, rec.quantity]];
  });
  expect(read).toEqual(meant.map(([maker, number, , designator, , quantity]) => [maker!.trim(), number!.trim(), designator!.trim(), quantity]));
  for (const [, , designator, quantity] of read) expect(designator!.split(',').length).toBe(Number(quantity));
  expect(value.warnings.map(({ code, params }) => [code, params.rows])).toEqual(name.startsWith('PSM') ? [['input/not-lines', '68, 70-76']] : []);
});

test('the parts database: every part, and the second vendor\'s part as an option where it is another', () => {
  const bytes = pixhawk('PX4_PARTS_DATABASE.tsv');
  if (!bytes) return;
  const [header, ...rows] = new TextDecoder().decode(bytes).split(/\r?\n/).filter((line) => line.trim() !== '').map((line) => line.split('\t').map((cell) => cell.trim()));
  const [mpn, maker, other] = ['Mfg Part Num', 'Mfg Name', 'Vendor 2 Derivate Part Num'].map((name) => header!.indexOf(name)) as [number, number, number];
  for (const name of ['PX4_PARTS_DATABASE.tsv', 'PX4.csv']) {
    const { value, issues } = readWorkspace(new Map([[name, fileOf(bytes)]]), host);
    expect(issues).toEqual([]);
    expect(value.lines).toBe(234);
    expect(rows.length).toBe(234);
    const products = new Map(value.records.flatMap((rec) => (rec.kind === 'product' && rec.level === 'confirmed' ? [[rec.id, rec] as const] : [])));
    const numbers = value.records.flatMap((rec) => (rec.kind === 'line' ? [rec.options.map(({ product }) => products.get(product!)!.partNumbers?.[0] ?? '')] : []));
    const nothing = /^(?:-+|n\/?a|none|)$/i;
    expect(numbers).toEqual(rows.map((row) => {
      const [own, second] = [row[mpn] ?? '', row[other] ?? ''];
      return nothing.test(second) || second === own ? [own] : own === '' && (row[maker] ?? '') === '' ? [second] : [own, second];
    }));
  }
});

test('nothing is recorded of where these parts come from, and no rulebook calls any of the three clear or red', () => {
  for (const name of ['FMUv3_REV_D.bom.xlsx', 'PSMv3_REV_C.bom.xlsx', 'PX4_PARTS_DATABASE.tsv']) {
    const bytes = pixhawk(name);
    if (!bytes) return;
    const { value } = readWorkspace(new Map([[name, fileOf(bytes)]]), host);
    const { product, bom } = value.config;
    const question = { product: product!, bom: bom!, asOf: '2026-11-22', knownAt: '2026-11-22', asIfBound: true } as const;
    const verdicts = [...loadRulebooks().values()].map((rulebook) => [rulebook.id, quickVerdict(value.records, question, [rulebook], sha256)]);
    expect(verdicts.length).toBeGreaterThan(1);
    expect(verdicts.filter(([, verdict]) => verdict !== 'unknown')).toEqual([]);
  }
});

test('headers of an Arena and of an SAP export: part numbers, amounts and units are found', () => {
  const columnsOf = (text: string): string[] => workspace({ 'nonred.yaml': '', 'bom.csv': text }).value.guesses.map(({ column, field }) => `${column} = ${field}`);
  expect(columnsOf('Level,Item Number,Item Name,Quantity,UOM,Ref Des,Manufacturer,Manufacturer Item Number\n1,100-1,MCU,1,EA,U1,Made-up,MU-1\n')).toEqual(expect.arrayContaining(['Manufacturer Item Number = partNumber', 'UOM = uom', 'Ref Des = designator']));
  expect(columnsOf('BOM Item\tComponent number\tObject description\tComponent quantity\tComponent unit\n0010\t400\tMotor\t4\tPC\n')).toEqual(expect.arrayContaining(['Component quantity = quantity', 'Component unit = uom']));
});
