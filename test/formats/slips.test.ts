/** Slips that refuse nothing and change what is read: they are said. */
import { expect, test } from 'vitest';
import { fileOf } from '../../src/formats/file.ts';
import { writeWorkbook } from '../../src/formats/table/workbook.ts';
import { readWorkspace } from '../../src/formats/workspace/workspace.ts';
import { host, places, textFile, workspace } from '../support/files.ts';

const told = (files: Record<string, string>) => places(workspace(files).value.warnings).filter((place) => !place.startsWith('input/no-such-id'));

test('a spreadsheet that is not read, and a table in a folder below or as a text, are said; papers and imported answers are not', () => {
  const id = 'id,name,kind,domicile\nx,X,company,CN\n';
  for (const name of ['parties.xls', 'owners 2026.ods', 'parties.txt', 'old/parties.csv']) expect(told({ [name]: id }), name).toEqual([`input/table-not-read ${name}`]);
  for (const name of ['notes.txt', 'evidence/parties.csv', 'out/parties.csv', 'old/prices.csv', 'README.md']) expect(told({ [name]: id }), name).toEqual([]);
});

test('ids of one table that differ in case or width only are said once; the same id, or one of another table, is not', () => {
  expect(told({ 'products.csv': 'id,name\ncamera,a\nCamera,b\nCamera,b\nＣamera,c\n' })).toEqual(['input/alike-ids products.csv/rows/3', 'input/alike-ids products.csv/rows/5']);
  expect(told({ 'products.csv': 'id,name\ncamera,a\ncamera,a\ncam-era,b\n', 'facilities.csv': 'id\nCamera\n' })).toEqual([]);
});

test('the sheets of a workbook that are not read beside those named as tables are said, a bill among them too', () => {
  const sheet = (name: string, ...rows: string[][]) => ({ name, rows, widths: [] });
  const of = (...sheets: ReturnType<typeof sheet>[]) =>
    readWorkspace(new Map([['nonred.yaml', textFile('product: p\n')], ['data.xlsx', fileOf(writeWorkbook(sheets, ''))]]), host).value.warnings.flatMap(({ code, params }) => (code === 'input/no-such-id' ? [] : [[code, params.name, params.others]]));
  const [products, parties] = [sheet('products', ['id', 'name'], ['p', 'P']), sheet('Parties', ['id', 'domicile'], ['x', 'TW'])];
  const owners = sheet('owners', ['owner', 'asset', 'measure', 'lo'], ['cn', 'x', 'equity', '60 %']);
  const bill = sheet('bill', ['Part Number', 'Manufacturer', 'Qty'], ['A1', 'X', '2'], ['A2', 'X', '1']);
  expect(of(products, parties, owners)).toEqual([['input/other-sheets', 'products, Parties', 'owners']]);
  expect(of(bill, products, owners)).toEqual([['input/other-sheets', 'products', 'bill, owners']]);
  expect(of(products, parties)).toEqual([]);
});

test('a row about what nothing else names is left out, and said so, with the id that may be meant; what a line, a stake or the question names is only unknown', () => {
  const all = (files: Record<string, string>) => workspace(files).value.warnings.filter(({ at }) => at.source !== 'nonred.yaml').map(({ code, at, params }) => `${code} ${at.source}${at.pointer} ${params.given} ${params.like ?? ''}`.trim());
  const tables = { 'products.csv': 'id\np\ncamera\n', 'parties.csv': 'id\nacme\nowner-of\n', 'recipes.csv': 'id,output\nmake-p,p\n' };
  expect(all({ ...tables, 'lines.csv': 'recipe,line,product\nmake-p,1,camera\nmake-q,1,radio\nmake-q,2,lens\n' })).toEqual([
    'input/no-such-id lines.csv/rows/3/product radio', 'input/row-of-misspelt lines.csv/rows/3/recipe make-q make-p', 'input/no-such-id lines.csv/rows/4/product lens',
  ]);
  expect(all({ ...tables, 'lines.csv': 'recipe,line,product\nb9,1,radio\n', 'supplies.csv': 'product,supplier\nradio,acme\n' })).toEqual([
    'input/no-such-id lines.csv/rows/2/product radio', 'input/row-of-nothing lines.csv/rows/2/recipe b9', 'input/row-of-nothing supplies.csv/rows/2/product radio',
  ]);
  expect(all({ ...tables, 'supplies.csv': 'product,supplier\ncamrea,acme\ncamerra,acme\ncamera,acme\n' })).toEqual(['input/row-of-nothing supplies.csv/rows/2/product camrea', 'input/row-of-misspelt supplies.csv/rows/3/product camerra camera']);
  expect(all({ ...tables, 'recipes.csv': 'id,output\nmake-p,p\nb2,gimbal\n', 'materials.csv': 'product,substance\nmotor,neodymium\n' })).toEqual(['input/row-of-nothing materials.csv/rows/2/product motor', 'input/row-of-nothing recipes.csv/rows/3/output gimbal']);
  expect(all({ ...tables, 'ownerships.csv': 'owner,asset,measure\nacme,x,equity\nx,y,equity\n' })).toEqual(['input/no-such-id ownerships.csv/rows/2/asset x', 'input/row-of-nothing ownerships.csv/rows/3/asset y', 'input/no-such-id ownerships.csv/rows/3/owner x']);
  expect(all({ 'recipes.csv': 'id,output\nmake-p,p\nb2,part\n', 'lines.csv': 'recipe,line,product\nmake-p,1,part\n', 'supplies.csv': 'product,supplier\npart,acme\n' }).filter((one) => !one.startsWith('input/no-such-id'))).toEqual([]);
});

test('a column of one\'s own that holds countries is said, by its file and column; words that only look like countries are not', () => {
  const of = (header: string, ...cells: string[]) => told({ 'products.csv': `id,${header}\n${cells.map((cell, i) => `p${i},"${cell}"\n`).join('')}` });
  for (const [header, ...cells] of [['countryOfOrigin', 'CN'], ['made', 'TW', '', 'China'], ['x', '中國', '?', 'CN | VN', 'NA'], ['國籍', 'CN', 'Shenzhen'], ['origin', 'NO'], ['land', 'cn']] as const)
    expect(of(header, ...cells), header).toEqual([`input/unread-country products.csv/rows/2/${header}`]);
  for (const [header, ...cells] of [['rohs', 'NO', 'no'], ['unit', 'kg', 'mm'], ['remark', 'CN', 'see file'], ['remark', 'NA', '-'], ['country', '', '?'], ['originalName', 'Radio']] as const)
    expect(of(header, ...cells), header).toEqual([]);
  expect(told({ 'parties.csv': 'id,kind,country,nationality,domicile\nx,company,,CN,TW\ny,person,cn,,\n' })).toEqual(['input/unread-country parties.csv/rows/2/nationality', 'input/unread-country parties.csv/rows/3/country']);
  expect(told({ 'facilities.csv': 'id,country\nf,CN\n', 'screenings.csv': 'party,list,country\nx,l,CN\n' })).toEqual([]);
});

test('`CH` is Switzerland, and is asked about where nothing beside it says China', () => {
  expect(told({ 'parties.csv': 'id,kind,domicile\nx,company,ch\ny,company,TW\n' })).toEqual(['input/maybe-china parties.csv/rows/2/domicile']);
  expect(told({ 'parties.csv': 'id,kind,domicile\nx,company,CH\ny,company,PRC\n' })).toEqual([]);
  expect(told({ 'parties.csv': 'id,kind,domicile\nx,company,Switzerland\n' })).toEqual([]);
  const bill = workspace({ 'nonred.yaml': 'product: p\ntables: { bom.csv: { product: p } }\n', 'bom.csv': 'Manufacturer,MPN,Qty,Country of origin\nAcme,A1,1,TW\nBeta,B1,1,CH\n' });
  expect(places(bill.value.warnings)).toContain('input/maybe-china bom.csv/rows/3/Country of origin');
});
