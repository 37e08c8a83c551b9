/** Inputs that are meant to hurt (threats 9 to 14, 17, 23, 24), each as something to run in a process of its own. */
import { constants, deflateRawSync } from 'node:zlib';
import { zipSync } from 'fflate';
import type { Issue } from '../../src/base/issue.ts';
import { parseJson } from '../../src/base/json.ts';
import { type FileInput, fileOf } from '../../src/formats/file.ts';
import { readDelimited } from '../../src/formats/table/delimited.ts';
import { readXlsx } from '../../src/formats/table/xlsx.ts';
import { readWorkspace } from '../../src/formats/workspace/workspace.ts';
import { bytesOf, host, textFile, workspace } from '../support/files.ts';

export interface Hostile {
  /** Made before the clock starts. */
  readonly make: () => () => readonly Issue[];
  /** The codes it must give; empty: it is harmless. */
  readonly codes: readonly string[];
}

const GIB = 2 ** 30;
/** A file of one byte over and over that is never in memory; it says that it is small. */
const endless = (head: string, byte: number): FileInput => ({
  size: 0,
  *chunks() {
    yield bytesOf(head);
    const piece = new Uint8Array(64 << 10).fill(byte);
    for (let i = 0; i < GIB; i += piece.length) yield piece;
  },
});
const csv = (make: () => FileInput) => () => {
  const file = make();
  return () => readDelimited(file, 'a.csv').issues;
};
const xlsx = (make: () => Uint8Array) => () => {
  const file = fileOf(make());
  return () => readXlsx(file, 'a.xlsx').issues;
};
const tables = (files: () => Record<string, string>) => () => {
  const made = files();
  return () => workspace(made).issues;
};

/** What every workbook has, with one sheet of this XML. */
export const book = (sheet: string, more: Record<string, Uint8Array> = {}): Record<string, Uint8Array> => ({
  '[Content_Types].xml': bytesOf('<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>'),
  '_rels/.rels': bytesOf('<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>'),
  'xl/_rels/workbook.xml.rels': bytesOf('<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'),
  'xl/workbook.xml': bytesOf('<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="s" sheetId="1" r:id="rId1"/></sheets></workbook>'),
  'xl/worksheets/sheet1.xml': bytesOf(sheet),
  ...more,
});
const SHEET = '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>';
export const cellAt = (place: string, text: string): string => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
export const sheet = (rows: string): string => `${SHEET}${rows}</sheetData></worksheet>`;
/** A workbook whose only sheet has these rows. */
export const sheetBook = (rows: string): Uint8Array => zipSync(book(sheet(rows)));
export const LAUGHS = `<!DOCTYPE x [<!ENTITY a "ha">${Array.from({ length: 30 }, (_, i) => `<!ENTITY ${'b'.repeat(i + 1)} "&${i === 0 ? 'a' : 'b'.repeat(i)};&${i === 0 ? 'a' : 'b'.repeat(i)};">`).join('')}]>`;

/** Ten gibibytes of zeros as one deflated member: one block of 16 MiB, again and again. */
function bomb(stated: number): Uint8Array {
  const block = deflateRawSync(new Uint8Array(16 << 20), { finishFlush: constants.Z_FULL_FLUSH });
  const packed = new Uint8Array(block.length * 640 + 2);
  for (let i = 0; i < 640; i++) packed.set(block, i * block.length);
  packed.set([3, 0], block.length * 640);
  return rawZip([{ name: 'xl/workbook.xml', packed, stated }]);
}

/** A ZIP whose directory says what it is told to. */
export function rawZip(members: readonly { name: string; packed: Uint8Array; stated: number; at?: number }[], flags = 0): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, packed, stated, at } of members) {
    const label = bytesOf(name);
    const entry = new DataView(new ArrayBuffer(46));
    [[0, 0x02014b50], [20, packed.length], [24, stated], [42, at ?? offset]].forEach(([i, value]) => void entry.setUint32(i!, value!, true));
    [[8, flags], [10, 8], [28, label.length]].forEach(([i, value]) => void entry.setUint16(i!, value!, true));
    directory.push(new Uint8Array(entry.buffer), label);
    if (at !== undefined) continue;
    const local = new DataView(new ArrayBuffer(30));
    [[0, 0x04034b50], [18, packed.length], [22, stated]].forEach(([i, value]) => void local.setUint32(i!, value!, true));
    [[8, 8], [26, label.length]].forEach(([i, value]) => void local.setUint16(i!, value!, true));
    parts.push(new Uint8Array(local.buffer), label, packed);
    offset += 30 + label.length + packed.length;
  }
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  [8, 10].forEach((i) => void end.setUint16(i, members.length, true));
  end.setUint32(12, directory.reduce((sum, { length }) => sum + length, 0), true);
  end.setUint32(16, offset, true);
  return Uint8Array.from(Buffer.concat([...parts, ...directory, new Uint8Array(end.buffer)]));
}

const megabyte = deflateRawSync(Buffer.from(Array.from({ length: 1 << 18 }, (_, i) => String.fromCharCode(97 + ((i * 7919) % 26)).repeat(4)).join('')));

export const HOSTILE: Readonly<Record<string, Hostile>> = {
  '1 GiB in one line': { make: csv(() => endless('id,name\n', 97)), codes: ['input/too-large'] },
  '1 GiB in one quoted cell': { make: csv(() => endless('id,name\n"', 97)), codes: ['input/too-large'] },
  '1 GiB of quotes': { make: csv(() => endless('id\n', 34)), codes: ['input/too-large'] },
  '1 GiB of separators': { make: csv(() => endless('id\n', 44)), codes: ['input/too-large'] },
  '1 GiB of row ends': { make: csv(() => endless('id\n', 10)), codes: ['input/too-large'] },
  '1 GiB of zero bytes': { make: csv(() => endless('', 0)), codes: ['input/encoding'] },
  '1 GiB that says so': { make: csv(() => ({ size: GIB, chunks: () => { throw new Error('must not be read'); } })), codes: ['input/too-large'] },
  'half a million rows and one': { make: csv(() => textFile('a\n'.repeat(500_001))), codes: ['input/too-large'] },
  '2000 columns': { make: csv(() => textFile(`${'a,'.repeat(2000)}\n`)), codes: ['input/too-large'] },
  'a cell of 32,768 characters': { make: csv(() => textFile(`a\n${'x'.repeat(32_768)}\n`)), codes: ['input/too-large'] },
  '10 GiB of zeros in a workbook': { make: xlsx(() => bomb(0xfffffffe)), codes: ['input/hostile-archive'] },
  '10 GiB of zeros that say they are 1 kB': { make: xlsx(() => bomb(1024)), codes: ['input/hostile-archive'] },
  '10 GiB of zeros that say they are 60 MiB': { make: xlsx(() => bomb(60 << 20)), codes: ['input/hostile-archive'] },
  'one megabyte that 900 members share': {
    make: xlsx(() => rawZip(Array.from({ length: 900 }, (_, i) => ({ name: `xl/${i}.xml`, packed: megabyte, stated: 1 << 20, ...(i > 0 ? { at: 0 } : {}) })))), codes: ['input/hostile-archive'],
  },
  '60,000 members': { make: xlsx(() => zipSync(Object.fromEntries(Array.from({ length: 60_000 }, (_, i) => [`m${i}`, new Uint8Array()])), { level: 0 })), codes: ['input/hostile-archive'] },
  'a member called ../x': { make: xlsx(() => zipSync(book(sheet(''), { '../x.xml': bytesOf('x') }))), codes: ['input/hostile-archive'] },
  'a member called /etc/x': { make: xlsx(() => zipSync(book(sheet(''), { '/etc/x': bytesOf('x') }))), codes: ['input/hostile-archive'] },
  'an archive in the archive in the archive': {
    make: xlsx(() => [1, 2, 3, 4].reduce((inner) => zipSync({ 'a.zip': inner, 'b.zip': inner }), new Uint8Array(1 << 16))), codes: ['input/workbook'],
  },
  'an encrypted workbook': { make: xlsx(() => rawZip([{ name: 'xl/workbook.xml', packed: megabyte, stated: 1 << 20 }], 1)), codes: ['input/workbook'] },
  'a workbook cut off': { make: xlsx(() => zipSync(book(sheet(''))).subarray(0, 900)), codes: ['input/workbook'] },
  'a text that is called a workbook': { make: xlsx(() => bytesOf('id,name\n1,2\n')), codes: ['input/workbook'] },
  'a billion laughs in a sheet': { make: xlsx(() => zipSync(book(sheet(`<row r="1">${cellAt('A1', `&${'b'.repeat(30)};`)}</row>`).replace('?>', `?>${LAUGHS}`)))), codes: ['input/hostile-archive'] },
  'an outside entity in the strings': { make: xlsx(() => zipSync(book(sheet(''), { 'xl/sharedStrings.xml': bytesOf('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><sst><si><t>&e;</t></si></sst>') }))), codes: ['input/hostile-archive'] },
  'a document type in UTF-16': { make: xlsx(() => zipSync(book(sheet(''), { 'xl/sharedStrings.xml': new Uint8Array(Buffer.from(`\ufeff${LAUGHS}<sst/>`, 'utf16le')) }))), codes: ['input/hostile-archive'] },
  'a cell in the last corner of a sheet': { make: xlsx(() => zipSync(book(sheet(`<row r="1">${cellAt('A1', 'a')}</row><row r="1048576">${cellAt('XFD1048576', 'z')}</row>`)))), codes: [] },
  'a row of 16,384 columns': { make: xlsx(() => zipSync(book(sheet(`<row r="1">${cellAt('XFD1', 'z')}</row>`)))), codes: ['input/too-large'] },
  'a formula without a value': { make: xlsx(() => zipSync(book(sheet(`<row r="1"><c r="A1"><f>WEBSERVICE("http://x")</f></c>${cellAt('B1', 'b')}</row>`)))), codes: ['input/formula-without-value'] },
  '100,000 nested arrays': { make: () => () => parseJson('['.repeat(100_000), { source: 'a' }).issues, codes: ['input/too-deep'] },
  '100,000 nested objects': { make: () => () => parseJson('{"a":'.repeat(100_000), { source: 'a' }).issues, codes: ['input/too-deep'] },
  'a number of a million digits': { make: () => () => parseJson(`[${'9'.repeat(1_000_000)}]`, { source: 'a' }).issues, codes: ['input/json-number'] },
  'aliases in nonred.yaml': { make: tables(() => ({ 'nonred.yaml': 'a: &a [x]\nb: [*a,*a]\n' })), codes: ['yaml/not-plain'] },
  'a nonred.yaml of 2 MiB': { make: tables(() => ({ 'nonred.yaml': `title: ${'x'.repeat(2 << 20)}\n` })), codes: ['input/too-large'] },
  'a nonred.yaml 100,000 deep': { make: tables(() => ({ 'nonred.yaml': `product: ${'['.repeat(100_000)}\n` })), codes: ['input/too-deep'] },
  'cells of 32,000 blanks in typed columns': {
    make: tables(() => ({
      'ownerships.csv': `owner,asset,measure,lo\na,b,equity,1${' '.repeat(32_000)}x\n`,
      'products.csv': `id,unitCost,roles,hs\np,1${' '.repeat(32_000)}x,|${'|'.repeat(30_000)},${'1 '.repeat(15_000)}\n`,
      'parties.csv': `id,domicile,validFrom\na,${'('.repeat(32_000)},${'1'.repeat(32_000)}\n`,
    })),
    codes: ['input/not-a-number', 'input/unknown-country', 'input/bad-day'],
  },
  'a bill with long cells of marks': {
    make: () => {
      const file = textFile(`MPN,Manufacturer,Qty,Designator,Country of origin\nA,${'-'.repeat(32_000)},1,"${','.repeat(32_000)}",${'/'.repeat(32_000)}\n`);
      return () => readWorkspace(new Map([['a.csv', file]]), host).issues;
    },
    codes: ['input/unknown-country'],
  },
  '60 layers of diamonds (2^60 ways)': {
    make: tables(() => ({
      'products.csv': `id,maker\n${Array.from({ length: 61 }, (_, i) => `p${i},acme`).join('\n')}`,
      'recipes.csv': `id,output\n${Array.from({ length: 60 }, (_, i) => `b${i},p${i}`).join('\n')}`,
      'lines.csv': `recipe,line,product\n${Array.from({ length: 60 }, (_, i) => `b${i},1,p${i + 1}\nb${i},2,p${i + 1}`).join('\n')}`,
    })),
    codes: [],
  },
  'an assembly 5,000 deep in itself': {
    make: tables(() => ({
      'products.csv': `id,maker\n${Array.from({ length: 5_000 }, (_, i) => `p${i},acme`).join('\n')}`,
      'recipes.csv': `id,output\n${Array.from({ length: 5_000 }, (_, i) => `b${i},p${i}`).join('\n')}`,
      'lines.csv': `recipe,line,product\n${Array.from({ length: 5_000 }, (_, i) => `b${i},1,p${(i + 1) % 5_000}`).join('\n')}`,
    })),
    codes: ['network/bill-contains-itself'],
  },
};
