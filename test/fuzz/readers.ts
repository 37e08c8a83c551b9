/**
 * Every reader of outside bytes that is fuzzed, with small documents that it takes. A new reader is a line here (or a table
 * of its own that is spread here); `npm run fuzz -- NAME` then harms its documents.
 */
import { write, utils } from '@e965/xlsx';
import { parseJson } from '../../src/base/json.ts';
import { readReturned } from '../../src/ask/returned.ts';
import { fileOf } from '../../src/formats/file.ts';
import { readEdition } from '../../src/formats/lists/edition.ts';
import { readLists } from '../../src/formats/lists/recognise.ts';
import { readSheets } from '../../src/formats/table/read.ts';
import { readConfig } from '../../src/formats/workspace/config.ts';
import { readWorkspace, type Workspace } from '../../src/formats/workspace/workspace.ts';
import { type Issue, issue, type Read } from '../../src/base/issue.ts';
import { Builder } from '../../src/formats/documents/builder.ts';
import { recognise } from '../../src/formats/documents/recognise.ts';
import type { Draft } from '../../src/formats/workspace/draft.ts';
import type { Rec } from '../../src/model/record.ts';
import { loadRulebook } from '../../src/rules/load.ts';
import { packResult, resultText, unpackResult } from '../../src/wire/result.ts';
import { answer, sha256 } from '../engine/answer.ts';
import { sources } from '../house/sources.ts';
import { bytesOf, host } from '../support/files.ts';
import { LAYOUTS, workbookOf } from '../support/layouts.ts';
import { cmrt, emrt } from '../formats/documents/templates.ts';
import { ASIDE_SEEDS, DOCUMENT_SEEDS, EDITION, LIST_SEEDS } from './documents.ts';
import type { Fuzzed, Taken } from './harness.ts';
import { mutateArchive, mutateBytes, type Mutate, slim } from './mutate.ts';
import { mutateJson, mutateXml } from './structure.ts';

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

const BILLS: readonly string[] = [
  'Item,Manufacturer,MPN,Description,Designator,Qty,Unit,Country of origin\n1,Foo,F-1,chip,"U1, U2",2,pcs,CN\n2,Bar,B-1,"res ""10k""\nthick",R1-R3,3,pcs,Taiwan\n3,,,screw,,4,pcs,\n',
  '\ufeffLevel;料號;製造商;品名;數量;位號;產地\r\n1;A-1;台達;主機板;1;;中國\r\n2;A-2;光寶;電阻;2;R1,R2;中國\r\n1;A-3;國巨;馬達;1;M1;\r\n',
  'Pos\tManufacturer\tMPN\tDescription\tQty\tOrigin\n10\tFoo\tF-9\tMotor\t4\tChina\n20\tBar\tB-9\tKabel\t2\tDE\n\nSumme\t\t\t\t6\t\n',
  '"Reference","Value","Datasheet","Footprint","Qty","DNP","Country of origin"\n"C1,C2","100n","~","C_0402","2","","China"\n"R9","1k","~","R_0402","1","DNP","China"\n"U1","STM32F427","~","LQFP","1","","China"\n',
];
const workbook = (...tables: readonly string[]): Uint8Array => {
  const book = utils.book_new();
  tables.forEach((table, i) => void utils.book_append_sheet(book, utils.aoa_to_sheet(table.split('\n').map((row) => row.split(','))), `s${i}`));
  return slim(new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer));
};
const BOOKS = (): Uint8Array[] => [workbook('Item,Manufacturer,MPN,Description,Qty,Country\n1,Foo,F-1,chip,2,China\n2,Bar,B-1,cap,3,China', 'x'), workbook('MPN,Qty,Designator\nA,2,"R1;R2"\nB,1,C1')];

/** The smallest of each layout's first ten. */
const layouts = (...names: readonly string[]): Uint8Array[] => names.map((name) => {
  const at = LAYOUTS.findIndex((layout) => layout.name === name);
  const slimmed = (bytes: Uint8Array): Uint8Array => (LAYOUTS[at]!.file === 'xlsx' ? slim(bytes) : bytes);
  return Array.from({ length: 10 }, (_, i) => slimmed(workbookOf(at + i * LAYOUTS.length).bytes)).sort((a, b) => a.length - b.length)[0]!;
});

const bill = (name: string) => (bytes: Uint8Array) => takenOf(readWorkspace(new Map([[name, fileOf(bytes)]]), host));

/** Red four times over, and nothing left open: one change too few for clear, and a reader that drops rows would show. */
const WORKSPACE: Readonly<Record<string, string>> = {
  'nonred.yaml': 'title: t\nproduct: p\nbom: bb\nasOf: 2026-11-22\ncolumns: {maker: Manufacturer}\n',
  'parties.csv': 'id,name,domicile,idScheme,idValue\nacme,Acme Ltd,TW,tw-ubn,1\nred,Red Ltd,CN,,\nred2,Redder Ltd,CN,,\n',
  'products.csv': 'id,name,maker,roles\np,thing,acme,uas\na,camera,red,camera\nb,radio,red2,radio\nc,cable,acme,cable\nd,motor,acme,motor\n',
  'recipes.csv': 'id,output,steps,country,sole\nbb,p,assembled,TW,yes\nma,a,assembled,CN,yes\nmb,b,assembled,CN,yes\nmc,c,assembled,TW,yes\nmd,d,assembled,CN,yes\n',
  'lines.csv': 'recipe,line,product,quantity,uom\nbb,1,a,1,pcs\nbb,2,b,1,pcs\nbb,3,c,2,m\nbb,4,d,4,pcs\n',
  'completeness.csv': 'list,of,status,members\ncomponents,bb,complete,as listed here (4)\ncomponents,ma,complete,none\ncomponents,mb,complete,none\ncomponents,mc,complete,none\ncomponents,md,complete,none\n',
  'ownerships.csv': 'owner,asset,measure,lo,hi\nacme,red,equity,10 %,10..20 %\n',
  'evidence.csv': 'id,kind,issued,supports\ne,declaration,2026-11-01,products/a|recipes/bb+lines\n',
};
/** Bytes as text, each byte a character, so that harm to one file of a workspace is a document of its own. */
const workspaceBytes = (files: Readonly<Record<string, string>>): Uint8Array => bytesOf(JSON.stringify(files));
const filesIn = (bytes: Uint8Array): Record<string, string> => JSON.parse(text(bytes)) as Record<string, string>;
const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/** Standard documents, each alone under a name that says nothing: red by what it states, or unknown. */
const document = (name: string, seeds: () => readonly string[]): Fuzzed => ({ name, seeds: () => seeds().map(bytesOf), mutate: structured(seeds), read: bill('x') });
const structured = (seeds: () => readonly string[]): Mutate => (seeds()[0]!.trimStart().startsWith('<') ? mutateXml : mutateJson);
/** Documents of parties, beside a workspace that is red by itself whoever they say owns what. */
const aside = (name: string, seeds: () => readonly string[]): Fuzzed => ({
  name, seeds: () => seeds().map(bytesOf), mutate: structured(seeds),
  read: (bytes) => {
    const found = recognise('x', fileOf(bytes), true);
    if ('not' in found) return { issues: [issue('document/unknown', 'x', '', { options: '' })] };
    const draft: Draft = { records: [], issues: [...found.read.issues], warnings: [], salt: undefined, trees: new Set(), hints: [] };
    found.read.value?.build(new Builder({ source: 'x', product: 'o', recipe: 'o' }, draft, sha256));
    return { issues: draft.issues, taken: { records: [...beside(), ...draft.records], product: 'p', bom: 'bb' } };
  },
});
let known: readonly Rec[] | undefined;
const beside = (): readonly Rec[] => (known ??= readWorkspace(new Map(Object.entries(WORKSPACE).map(([path, one]) => [path, fileOf(bytesOf(one))])), host).value.records);
/** A sheet that was sent out and filled in. */
const RETURNED = ['nonred-request/1,,,\nproduct,,p,\nfrom,,acme,\n,,,\nref,question,on record,answer\nproducts/a/maker,Who makes it?,,Foo\nrecipes/ma/country,Where is it made?,,CN\nby,,,A Person\ncompany,,,Foo Ltd\ndate,,,2026-03-01'];

export const FUZZED: readonly Fuzzed[] = [
  ...Object.entries(DOCUMENT_SEEDS).map(([name, seeds]) => document(name, seeds)),
  ...Object.entries(ASIDE_SEEDS).map(([name, seeds]) => aside(name, seeds)),
  ...Object.entries(LIST_SEEDS).map(([file, seed]): Fuzzed => ({ name: `list-${file.replace(/\..*/, '')}`, seeds: () => [bytesOf(seed)], ...(file.endsWith('.json') && { mutate: mutateJson }), read: (bytes) => readLists(new Map([[file, fileOf(bytes)]])) })),
  { name: 'list-edition', seeds: () => [bytesOf(EDITION())], mutate: mutateJson, read: (bytes) => readEdition(bytes, 'a.json') },
  { name: 'cmrt', seeds: () => [cmrt(), emrt()].map(slim), mutate: mutateArchive, read: bill('x.xlsx') },
  { name: 'csv', seeds: () => BILLS.map(bytesOf), read: (bytes) => readSheets('a.csv', fileOf(bytes)) },
  { name: 'xlsx', seeds: BOOKS, mutate: mutateArchive, read: (bytes) => readSheets('a.xlsx', fileOf(bytes)) },
  {
    name: 'returned', seeds: () => RETURNED.map(bytesOf),
    read: (bytes) => {
      const { value, issues } = readSheets('a.csv', fileOf(bytes));
      return issues.length > 0 ? { issues } : readReturned(value, 'a.csv');
    },
  },
  { name: 'bill', seeds: () => [...BILLS.map(bytesOf), ...layouts('plm-level', 'parent-tsv', 'indent-csv', 'zh-level-big5', 'zh-parent-utf16', 'headerless-csv', 'by-hand-ranges', 'de-flat-cp1252')], read: bill('bom.csv') },
  { name: 'bill-xlsx', seeds: () => [...BOOKS(), ...layouts('dotted-xlsx', 'sheets-stacked')], mutate: mutateArchive, read: bill('bom.xlsx') },
  {
    name: 'workspace',
    seeds: () => [workspaceBytes(WORKSPACE)],
    mutate: (random, seed) => {
      const files = filesIn(seed);
      const path = random.pick(Object.keys(files));
      return workspaceBytes({ ...files, [path]: latin(mutateBytes(random, bytesOf(files[path]!), Object.values(files).map(bytesOf))) });
    },
    read: (bytes) => takenOf(readWorkspace(new Map(Object.entries(filesIn(bytes)).map(([path, one]) => [path, fileOf(new Uint8Array(Buffer.from(one, 'latin1')))])), host)),
  },
  { name: 'yaml', seeds: () => [WORKSPACE['nonred.yaml']!, 'product: p\nbuyer: {kind: us-dod, federalFunds: true}\ntables: {"a.csv": {as: bom, columns: {maker: M}}}\nlists: [a, "b"]\n'].map(bytesOf), read: (bytes) => readConfig(text(bytes), 'nonred.yaml') },
  { name: 'json', seeds: () => ['{"a":[1,2.5e3,"\\u00e9\\ud83d\\ude00",null,{"b":true}],"":""}', '[[[[["x"]]]],{"a":{"b":{"c":"d"}}}]'].map(bytesOf), mutate: mutateJson, read: (bytes) => parseJson(bytes, { source: 'a.json' }) },
  { name: 'rulebook', seeds: () => sources('examples', '.yaml').filter(({ path }) => path.includes('/rulebooks/')).map((file) => bytesOf(file.text)), read: (bytes) => loadRulebook(text(bytes), 'r.yaml') },
  {
    name: 'result',
    seeds: () => [bytesOf(resultText(packResult(answer, sha256)))],
    mutate: mutateJson,
    read: (bytes) => {
      const { value, issues } = parseJson(bytes, { source: 'result.json' });
      return issues.length > 0 ? { issues } : unpackResult(value, 'result.json', host.sha256);
    },
  },
];

function takenOf({ value, issues }: Read<Workspace>): { issues: readonly Issue[]; taken: Taken } {
  return { issues, taken: { records: value.records, product: value.config.product ?? '', bom: value.config.bom } };
}
