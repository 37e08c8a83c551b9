/**
 * Bills as people keep them, each with something that a hasty reader passes over: a second maker, an alternate in words, a place, a row
 * below a gap. What may be built in stays in, what is not known stays open, and what is left out is said.
 */
import { strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { fileOf } from '../../src/formats/file.ts';
import { readWorkspace } from '../../src/formats/workspace/workspace.ts';
import { host, places, textFile, workspace } from '../support/files.ts';
import { workbook } from '../support/sheet.ts';

const read = (text: string, name = 'kit.csv') => readWorkspace(new Map([[name, textFile(text)]]), host);

/** `maker/number @where | ...` for each line; `?` for a part that nobody names, `!` after the only place. */
function linesOf({ value }: ReturnType<typeof read>): string[] {
  const made = new Map<string, string[]>();
  const called = new Map<string, string>();
  for (const rec of value.records) {
    if (rec.kind === 'recipe' && rec.id.startsWith('made:')) made.set(rec.output, [...(made.get(rec.output) ?? []), `${rec.country ?? '?'}${rec.sole ? '!' : ''}`]);
    if (rec.kind !== 'product' || rec.level === 'inferred') continue;
    const text = rec.maker === undefined && rec.partNumbers === undefined ? (rec.name ?? '') : `${rec.maker?.replace('maker:', '') ?? ''}/${rec.partNumbers?.join() ?? ''}`;
    called.set(rec.id, called.has(rec.id) ? `${called.get(rec.id)!} or ${text}` : text);
  }
  const one = (id: string | null): string => (id === null ? '?' : `${called.get(id)!}${made.has(id) ? ` @${made.get(id)!.join()}` : ''}`);
  return value.records.flatMap((rec) => (rec.kind === 'line' ? rec.options.map(({ product }) => one(product)).join(' | ') : []));
}
const codesOf = ({ value }: ReturnType<typeof read>): string[] => value.warnings.map(({ code, at }) => `${code.replace('input/', '')} ${/rows\/(\d+)/.exec(at.pointer)?.[1] ?? ''}`);
const faultsOf = ({ issues }: ReturnType<typeof read>): string[] => places(issues);

/** What a bill says, what is read, what is warned of. */
const BILLS: readonly (readonly [what: string, bill: string, lines: readonly string[], warnings: readonly string[]])[] = [
  ['a header that stands twice is of a second source', 'MPN,Manufacturer,Qty,MPN,Manufacturer,MPN,Manufacturer\nA,Foo,1,B,Bar,C,Baz\nD,Foo,1,,,,\n', ['Foo/A | Bar/B | Baz/C', 'Foo/D'], []],
  ['a second number of a maker under another header', 'MPN,Manufacturer,Qty,Manufacturer Part Number\nA,Foo,1,B\nC,Foo,1,C\n', ['Foo/A | /B', 'Foo/C'], []],
  ['which source it is of may stand behind, in brackets, as a letter, above nine', 'Manufacturer,MPN,Qty,Manufacturer (Alt),MPN (Alt),MPN 3rd source,Manufacturer 12,MPN 12\nFoo,A,1,Bar,B,C,Baz,D\n', ['Foo/A | Bar/B | /C | Baz/D'], []],
  ['makers A and B', 'Manufacturer A,MPN A,Qty,Manufacturer B,MPN B\nFoo,A,1,Bar,B\n', ['Foo/A | Bar/B'], []],
  ['alternates in words', 'Manufacturer,MPN,Qty,Alternates,Substitution allowed,Alternate supplier\nFoo,A,1,Bar B-1,no,Shop\nFoo,C,1,N/A,N,\nFoo,D,1,Baz,yes,\n', ['Foo/A | Bar B-1', 'Foo/C', 'Foo/D | Baz | yes'], ['alternates-in-words 2', 'alternates-in-words 4']],
  ['alternates in Chinese words', '製造商,料號,數量,替代廠商,替代料\n台達,A,1,深圳某廠,B-1\n', ['台達/A | 深圳某廠 | B-1'], ['alternates-in-words 2', 'alternates-in-words 2']],
  ['or equivalent, in any column of words', 'Manufacturer,MPN,Description,Qty,Remarks\nFoo,A or equivalent,cap,1,\nFoo or equal,B,cap,1,\nFoo,C,"cap, 或同等品",1,\nFoo,D,cap,1,or approved equivalent\nFoo,E,equivalent series resistance 1 ohm,1,\n', ['Foo/A | ?', 'Foo/B | ?', 'Foo/C | ?', 'Foo/D | ?', 'Foo/E'], [2, 3, 4, 5].map((row) => `or-equivalent ${row}`)],
  ['makers and numbers with a mark between', 'Manufacturer,MPN,Qty\nFoo / Bar,A / B,1\nFoo; Bar,C; D,1\nFoo or Bar,E or F,1\nFoo / Bar,1-23,1\nFoo,LM358DR/NOPB,1\nFoo,G / H,1\n', ['Foo/A | Bar/B', 'Foo/C | Bar/D', 'Foo/E | Bar/F', 'Foo / Bar/1-23', 'Foo/LM358DR/NOPB', 'Foo/G | Foo/H'], []],
  ['makers below each other with one number: each may make it', 'Manufacturer,MPN,Qty\n"Foo\nBar",A,1\n', ['Foo/A | Bar/A'], ['uneven-alternates 2']],
  ['places below each other go with the parts below each other', 'Manufacturer,MPN,Qty,COO\n"Foo\nBar","A\nB",1,"Taiwan\nChina"\n', ['Foo/A @TW! | Bar/B @CN!'], []],
  ['a brand beside a maker', 'Manufacturer,Brand,MPN,Qty\nFoo,Bar,A,1\nFoo,FOO,B,1\n,Bar,C,1\n', ['Foo/A or Bar/', 'Foo/B', 'Bar/C'], ['two-claims 2']],
  ['a distributor is no maker', 'Manufacturer,MPN,Qty\nDigi-Key,A,1\nMouser Electronics Inc.,B,1\n立創商城,C,1\nRS PRO,D,1\nArrow Motors,E,1\n', ['/A', '/B', '/C', 'RS PRO/D', 'Arrow Motors/E'], ['seller-as-maker 2', 'seller-as-maker 3', 'seller-as-maker 4']],
  ['a place that is not all', 'MPN,Qty,COO\nA,1,Taiwan / unknown\nB,1,"Taiwan, others"\nC,1,China or Taiwan\nD,1,臺灣／中國\nE,1,中國製\nF,1,🇹🇼\nG,1,Made in the USA\n', ['/A @TW,?', '/B @TW,?', '/C @CN,TW', '/D @TW,CN', '/E @CN!', '/F @TW!', '/G @US!'], []],
  ['two columns of places', 'MPN,Qty,Country of origin,Made in\nA,1,Taiwan,China\nB,1,Taiwan,TW\nC,1,,Japan\n', ['/A @TW,CN', '/B @TW!', '/C @JP!'], []],
  ['a step in another country', 'MPN,Qty,COO,Wafer origin,Assembly country\nA,1,Taiwan,CN,Taiwan\nB,1,Taiwan,TW,TW\n', ['/A @TW,CN', '/B @TW!'], []],
  ['the country of a vendor is not the part\'s', 'MPN,Qty,Vendor Country,Ship from\nA,1,Taiwan,China\nB,1,Taiwan,China\nC,1,Japan,China\n', ['/A', '/B', '/C'], ['column-not-found ', 'unread-country 1', 'unread-country 1']],
  ['a place in words', 'MPN,Description,Qty,COO,備註\nA,"motor, made in China",1,Taiwan,\nB,x,1,Taiwan,中國製造\nC,x,1,,產地：中國\nD,"x, not made in China",1,Taiwan,非中國製造\nE,made in Taiwan,1,Taiwan,\n', ['/A @TW,CN', '/B @TW,CN', '/C @CN,?', '/D @TW!', '/E @TW!'], ['column-not-found ', 'origin-in-text 2', 'origin-in-text 3', 'origin-in-text 4']],
  ['a line whose first source is empty keeps its place', 'Manufacturer 1,MPN 1,Qty,COO,Manufacturer 2,MPN 2\n,,1,China,Foo,A\n', ['Foo/A @CN!'], []],
  ['rows below a gap that look like parts', 'Item,Manufacturer,MPN,Description,Qty\n1,Foo,A,cap,1\n\n2,Foo,GLUE-1,glue,A/R\n1,Bar,A-2,cap,\n3,Baz,X-1,thing,\n,Approved by,,J. Wang,\n,2026-01-05,ECO-12,first issue,\n4,Bar,,solder,A/R\n', ['Foo/A | Bar/A-2', 'Foo/GLUE-1', 'Baz/X-1', 'Bar/'], ['not-a-line 7', 'not-a-line 8']],
  ['rows below a gap where no column says how many', 'MPN,Manufacturer,Description,COO\nA-1,Foo,cap,Taiwan\n\nB-1,Bar,radio,China\n,Bar,antenna,China\n', ['Foo/A-1 @TW!', 'Bar/B-1 @CN!', 'Bar/ @CN!'], []],
  ['a dash where it should say whether it is fitted', 'MPN,Qty,Status\nA,1,Active\nB,1,Active\nC,1,-\n', ['/A', '/B', '/C'], ['maybe-left-out 4']],
  ['a no that may be of another thing', 'MPN,Qty,Status\nA,1,Yes\nB,1,No\nC,1,DNP\n', ['/A', '/B'], ['maybe-left-out 3', 'not-placed 4']],
  ['numbers under a header that may be a place', 'MPN,Qty,Place\nA,1,1\nB,1,0\n', ['/A', '/B'], ['maybe-left-out 3']],
  ['a column that counts what is left out', 'MPN,Qty,DNP\nA,2,0\nB,2,1\nC,2,2\n', ['/A', '/B', '/C'], ['maybe-left-out 3', 'maybe-left-out 4']],
  ['yes and no of fitting', 'MPN,Qty,Fit\nA,1,Y\nB,1,N\n', ['/A'], ['not-placed 3']],
  ['an assembly below a gap', 'Level,MPN,Description,Qty\n1,A,asm,1\n2,B,part,1\n\n1,C,asm two,\n2,D,radio,1\n', ['/A', '/B', '/C', '/D'], []],
  ['left out at times', 'MPN,Manufacturer,Description,Qty,Remarks\nA,Foo,DNP for variant B,1,\nB,Foo,Do not place near heat: radio,1,\nC,DNP,DNP mask,1,\nD,Foo,cap,1,DNP on rev A\nE,Foo,不上件（僅 B 版）,1,\nF,Foo,DNP cap,1,\n', ['Foo/A', 'Foo/B', 'DNP/C', 'Foo/D', 'Foo/E'], ['maybe-left-out 2', 'maybe-left-out 3', 'maybe-left-out 5', 'maybe-left-out 6', 'not-placed 7']],
  ['what goes into what is left out', 'Level,MPN,Qty,DNP\n1,A,1,\n1,B,1,yes\n2,C,1,\n3,D,1,\n', ['/A'], ['not-placed 3', 'left-out-inside 4', 'left-out-inside 5']],
  ['a part that only an unread column names', 'MPN,Description,Value,Qty,LCSC,Price\nA,cap,100n,1,C1,1 USD\n,,radio module,1,,\n,,,2,C9999,\n,,,3,,4 USD\n', ['/A', 'radio module', ''], ['column-not-found ', 'not-a-line 5']],
  ['makers called Total and Sum', 'MPN,Manufacturer,Description,Qty\nA,Foo,x,1\n,Total,grease,1\n,Total,,2\n', ['Foo/A', 'Total/'], ['not-a-line 4']],
  ['numbers that a spreadsheet changed do not make two parts one', 'MPN,Manufacturer,Description,Qty\n1.23457E+11,Foo,a,1\n1.23457E+11,Foo,b,1\n2024-03-01,Foo,c,1\n5E12,Foo,d,1\n', ['Foo/', 'Foo/', 'Foo/', 'Foo/5E12'], ['number-changed 2', 'number-changed 3', 'number-changed 4']],
  ['makers in rows of their own below a row of a tree', 'Level,Item Number,Description,Qty,Mfr. Name,Mfr. Part Number\n1,100,Cap,2,Foo,A\n,,,,Bar,B\n1,200,MCU,1,Foo,C\n', ['Foo/A | Bar/B', 'Foo/C'], []],
  ['words beside the table', 'MPN,Manufacturer,Qty\nA,Foo,1,\nB,Foo,1,or use Bar B-2\nC,Foo,1,too\n', ['Foo/A', 'Foo/B', 'Foo/C'], ['cell-without-header 3']],
  ['a stroke between the cells', 'MPN|Manufacturer|Qty\nA|Foo|1\nB|Bar, Inc|2\n', ['Foo/A', 'Bar, Inc/B'], []],
  ['the same part twice in a row, from two places', 'MPN,Manufacturer,Qty,COO,MPN 2,Manufacturer 2,COO 2\nA,Foo,1,TW,A,Foo,CN\n', ['Foo/A @TW,CN'], []],
  ['alternates in any column of words', 'Manufacturer,MPN,Qty,Procurement,附註\nFoo,A,1,alt: B-1 Bar,\nFoo,C,1,2nd source: Baz,\nFoo,D,1,,替代料：X-1\nFoo,E,1,"if short, or use Y-1",\nFoo,F,1,default: none,可用 Z-1 替代\nFoo,G,1,salt: none,\n', ['Foo/A | ?', 'Foo/C | ?', 'Foo/D | ?', 'Foo/E | ?', 'Foo/F | ?', 'Foo/G'], [2, 3, 4, 5, 6].map((row) => `or-equivalent ${row}`)],
  ['headers in two languages at once', '項次 Item,料號 Part No.,製造商 Manufacturer,數量 Qty (pcs),Country of Origin (COO),替代製造商 Alt Manufacturer\n1,A,Foo,2,臺灣,Bar\n', ['Foo/A @TW! | Bar/'], []],
  ['a factory beside the maker', 'MPN,Manufacturer,Qty,Factory,代工廠,Manufacturer Lifecycle\nA,Foo,1,Plant 9,某廠,Active\n', ['Foo/A'], ['maker-not-read ']],
  ['the same as above is not known', 'MPN,Manufacturer,Qty,COO\nA,Foo,1,Taiwan\nB,同上,1,同上\n', ['Foo/A @TW!', '/B'], []],
  ['who signed it', '料號,廠牌,數量,備註\nA,Foo,1,\n製表：陳,審核：李,,\nB,Foo,,製表機\n', ['Foo/A', 'Foo/B'], ['not-a-line 3']],
  ['a row that repeats a number is no alternate where nothing says how many', 'Item,Manufacturer,MPN\n10,Foo,A\n10,Bar,B\n', ['Foo/A', 'Bar/B'], ['line-twice 3']],
];
for (const [what, bill, lines, warnings] of BILLS)
  test(`${what}`, () => {
    const found = read(bill);
    expect(faultsOf(found)).toEqual([]);
    expect(linesOf(found)).toEqual(lines);
    expect(codesOf(found)).toEqual(warnings);
  });

test('two tables with different headers in one sheet are refused, one above the other', () => {
  const short = 'MPN,Manufacturer,Qty\nA-1,Foo,1\n';
  const long = 'MPN,Manufacturer,Description,Qty,COO\nB-1,Bar,radio,1,China\n';
  expect(faultsOf(read(`${short}\nBoard B\n${long}`))).toEqual(['input/second-header kit.csv/rows/1']);
  expect(faultsOf(read(`${long}\nBoard A\n${short}`))).toEqual(['input/second-header kit.csv/rows/5']);
  expect(faultsOf(read(`${short}\n${short}`))).toEqual([]); // the same header once more
  expect(faultsOf(read(`Parts list,,\nMPN,Manufacturer,Qty\nMPN,Manufacturer,Qty\nA-1,Foo,1\n`))).toEqual([]);
  const stated = workspace({ 'nonred.yaml': 'product: p\ntables: {kit.csv: {as: bom, header: 4}}\n', 'kit.csv': `${short}\n${long}` });
  expect(places(stated.issues)).toEqual([]); // whoever names the header knows of the rest
  expect(stated.value.lines).toBe(1);
});

test('an assembly, or the product itself, from two places is a contradiction', () => {
  const claims = (bill: string): string[] => read(bill).value.warnings.map(({ code, params }) => `${code} ${params.id} ${params.first} ${params.second}`);
  expect(claims('Level,MPN,Qty,COO\n1,SUB,1,TW\n2,A,1,TW\n1,X,1,TW\n2,SUB,1,CN\n3,A,1,TW\n')).toEqual(['input/two-claims bom:part:/SUB TW CN']);
  expect(claims('Level,MPN,Qty,COO\n1,SUB,1,TW\n2,A,1,TW\n1,X,1,TW\n2,SUB,1,TW\n3,A,1,TW\n')).toEqual([]);
  expect(claims('Level,MPN,Qty,COO\n0,KIT,1,TW / CN\n1,A,1,TW\n')).toEqual(['input/two-claims bom TW CN']);
});

test('levels with dots are levels, whatever their column is called', () => {
  const { value, issues } = read('Stage;Item;Component number;Comp. Qty (CUn);Manufacturer\n.1;0010;A;1;Foo\n..2;0010;B;2;Bar\n.1;0020;C;4;Foo\n');
  expect(issues).toEqual([]);
  expect(value.records.flatMap((rec) => (rec.kind === 'line' ? [`${rec.recipe} ${rec.options.map(({ product }) => product).join('|')} ${rec.quantity}`] : [])).sort()).toEqual(['bom part:Foo/A 1', 'bom part:Foo/C 4', 'bom:part:Foo/A part:Bar/B 2']);
});

test('a bill that nothing leads to, and one in a folder below, are said to count in no verdict', () => {
  const files = { 'nonred.yaml': 'product: drone\n', 'drone.csv': 'MPN,Manufacturer,Qty\nPSU-1,Foo,1\n', 'psu.csv': 'MPN,Manufacturer,Qty\nX,Bar,1\n', 'boms/camera.csv': 'MPN,Qty\nY,1\n', 'evidence/bom.csv': 'MPN,Qty\nY,1\n' };
  expect(places(workspace(files).value.warnings)).toEqual(['input/table-not-read boms/camera.csv', 'input/bill-of-nothing psu.csv']);
  expect(places(workspace({ ...files, 'nonred.yaml': 'product: drone\ntables: {psu.csv: {product: part:Foo/PSU-1}, boms/camera.csv: {as: bom, product: part:Bar/X}}\n' }).value.warnings)).toEqual([]);
});

test('errors of a spreadsheet are refused in a text file too, where they count', () => {
  expect(faultsOf(read('MPN,Manufacturer,Qty,COO,Stock\n#N/A,Foo,1,Taiwan,#N/A\nB,#REF!,1,Taiwan,\n'))).toEqual(['input/cell-error kit.csv/rows/2/MPN', 'input/cell-error kit.csv/rows/3/Manufacturer']);
});

test('a quotation mark that swallows rows is refused, a cell of several lines is read', () => {
  expect(faultsOf(read('MPN,Manufacturer,Description,Qty\nA-1,Foo,"Resistor 5,1\nB-1,Bad,radio,1\nA-4,Foo,cap 6",1\nA-5,Foo,cap,1\n'))).toEqual(['input/csv-quote kit.csv/rows/2']);
  expect(faultsOf(read('Note;MPN;Manufacturer;Qty\n"POWER;;;\n;A-1;Foo;1\nx";;;\n;A-5;Foo;1\n'))).toEqual(['input/csv-quote kit.csv/rows/2']);
  expect(read('MPN,Manufacturer,Description,Qty\nA-1,Foo,"Resistor, 5\n10 %, 0402, thick film",1\n').issues).toEqual([]);
});

test('of several sheets a hidden one is not the bill', () => {
  const bill = (maker: string) => [['MPN', 'Manufacturer', 'Qty'], ['A', maker, '1']];
  const members = unzipSync(workbook([{ name: 'Old', rows: bill('Foo') }, { name: 'New', rows: bill('Bar') }]));
  const shown = new TextDecoder().decode(members['xl/workbook.xml']);
  const book = zipSync({ ...members, 'xl/workbook.xml': strToU8(shown.replace('<sheet name="Old"', '<sheet name="Old" state="hidden"')) });
  const { value, issues } = readWorkspace(new Map([['kit.xlsx', fileOf(book)]]), host);
  expect(issues).toEqual([]);
  expect(value.warnings.map(({ code, params }) => `${code} ${params.name} ${params.others}`)).toContain('input/several-bills New Old');
});

test('a table above with headers that are not known is not passed over in silence', () => {
  const upper = (rows: string) => `=== Control ===\nItem,Qty,Part,Value/NP\n${rows}\nRef,Qty,Part,Value/NP,Function\nF1,1,fuse,1 A,guard\nQ1,1,driver,NPN,switch\n`;
  expect(faultsOf(read(upper('U1,1,modem,4G\nK1,1,relay,5 V\n')))).toEqual(['input/lines-above kit.csv/rows/3']);
  expect(faultsOf(read(upper('')))).toEqual([]);
  expect(read(upper('U1,1,modem,4G\n')).value.warnings.map(({ code }) => code)).toContain('input/lines-above');
});

test('parts that are listed one by one and gathered below are read once; where the places differ, nothing is passed over', () => {
  const head = 'Item,Qty,Reference(s),Value,MANUFACTURER\n';
  const bill = (gathered: string) => `Date:,today\n\nIndividual Components:\n\n${head},,C1,20pF,\n,,C2,20pF,\n,,U1,MCU-7,Red Works\n\nCollated Components:\n\n${head}${gathered}`;
  const { value, issues } = read(bill('1,2,"C1, C2",20pF,\n2,1,U1,MCU-7,Red Works\n'));
  expect(issues).toEqual([]);
  expect(value.records.filter(({ kind }) => kind === 'line')).toHaveLength(2);
  expect(value.warnings.map(({ code }) => code)).toContain('input/listed-twice');
  expect(read(bill('1,2,"C1, C2",20pF,\n')).value.records.some((rec) => rec.kind === 'party')).toBe(true); // U1 stands in the first list alone
});
