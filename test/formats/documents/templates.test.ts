import { expect, test } from 'vitest';
import { fileOf } from '../../../src/formats/file.ts';
import { readWorkspace } from '../../../src/formats/workspace/workspace.ts';
import { host, textFile } from '../../support/files.ts';
import { codes, readFile, recordsOf } from './support.ts';
import { cmrt, cmrtInChinese, declaration, emrt, IPC_A, IPC_D, smelters, workbook } from './templates.ts';

const linesOf = (found: ReturnType<typeof readFile>) => recordsOf(found, 'line').map(({ line, options }) => [line, options.map(({ product }) => product)]);

test('a CMRT: who declares, the answers, each smelter an option of its metal; what is not known stays open', () => {
  const found = readFile('anything.xlsx', cmrt());
  expect(codes(found)).toEqual([]);
  expect(recordsOf(found, 'product')[0]).toMatchObject({ id: 'anything', partNumbers: ['PN-1', 'PN-2'], notes: { declaration: 'CMRT 6.5', scope: 'A. Company', 'Q1 Tin': 'Yes', 'Q1 Gold': 'No', 'Q2 Tin': 'Yes', 'Q2 Tungsten': 'No', 'Q6 Tin': '100%' } });
  expect(linesOf(found)).toEqual([['tantalum', ['anything#tantalum/Own words, JAPAN']], ['tin', ['anything#tin/CID001070', 'anything#tin/CID009999', null]], ['tungsten', [null]]]);
  expect(recordsOf(found, 'facility').map(({ id, country, region }) => [id, country, region])).toEqual([['facility:Own words, JAPAN', 'JP', undefined], ['facility:CID001070', 'CN', undefined], ['facility:CID009999', 'TW', undefined]]);
  expect(recordsOf(found, 'product')[0]!.maker).toBe(undefined); // who declares supplies
  expect(recordsOf(found, 'supply')).toMatchObject([{ product: 'anything', supplier: 'supplier:Made-up Metals Ltd' }]);
  expect(recordsOf(found, 'material').map(({ substance, massPpm }) => [substance, massPpm])).toEqual([['tin', { lo: 0, hi: 1_000_000 }]]);
  expect(recordsOf(found, 'completeness')).toEqual([]);
  expect(recordsOf(found, 'line').every(({ options }) => options.every(({ use }) => use === undefined))).toBe(true);
});

test('no row of the smelter list is passed over: one without a name, one without a metal, one number in two countries', () => {
  const rows = [smelters[2]!, ['CID000001', 'Tin', '', '', '', ''], ['', 'Tin', '', '', 'CHINA'], ['', '', '', 'Own words', 'CHINA'], ['CID000002', 'Gold', 'A', 'A', 'JAPAN', 'CID000002'], ['CID000002', 'Gold', 'B', 'B', 'CHINA', 'CID000002'], ['', 'Gold', '', '', '']];
  const found = readFile('x.xlsx', cmrt({ 'Smelter List': rows }));
  expect(linesOf(found)).toEqual(expect.arrayContaining([['tin', ['x#tin/CID000001', null]], ['metal not stated', ['x#metal not stated/Own words, CHINA']], ['gold', ['x#gold/CID000002']]]));
  expect(recordsOf(found, 'facility').filter(({ id }) => id === 'facility:CID000002').map(({ country }) => country)).toEqual(['JP', 'CN']);
  expect(recordsOf(found, 'party').filter(({ id }) => id === 'smelter:CID000002').map(({ names }) => names)).toEqual([['A'], ['B']]);
  expect(found.value.warnings.map(({ code }) => code)).toEqual(expect.arrayContaining(['input/missing', 'input/two-claims']));
});

test('a row with a number or a country alone is a smelter too; two numbers in one row are two', () => {
  const rows = [smelters[2]!, ['CID000001', '', '', '', '', ''], ['', '', '', '', 'CHINA'], ['CID000003', 'Tin', 'A', 'A', 'JAPAN', 'CID000004'], ['', '', '', '', '', '']];
  const found = readFile('x.xlsx', cmrt({ 'Smelter List': rows }));
  expect(linesOf(found)).toEqual(expect.arrayContaining([['metal not stated', ['x#metal not stated/CID000001', null]], ['tin', ['x#tin/CID000004', 'x#tin/CID000003']]]));
});

test('IPC-1752 class C: substances of the whole product are substances, with shares where amounts or percents are stated', () => {
  const of = (substances: string): unknown[] => recordsOf(readFile('c.xml', new TextEncoder().encode(`<MainDeclaration xmlns="http://webstds.ipc.org/175x/2.0"><Include><Sectional name="MaterialInfo"><SubSectional name="C"/></Sectional></Include>
 <Product><ProductID itemNumber="C-3"><Amount value="10" UOM="g"/></ProductID><MaterialInfo><SubstanceCategoryList><SubstanceCategory name="any">${substances}</SubstanceCategory></SubstanceCategoryList></MaterialInfo></Product></MainDeclaration>`)), 'material').map(({ substance, massPpm }) => [substance, massPpm?.lo, massPpm?.hi]);
  expect(of('<Substance name="lithium"><Amount value="1" UOM="g"/></Substance><Substance name="nickel"><Amount value="0.1" UOM="massPercent"/></Substance><Substance name="cobalt"/>'))
    .toEqual([['lithium', 100_000, 100_000], ['nickel', 1000, 1000], ['cobalt', 0, 1_000_000]]);
  expect(of('<Substance name="tin"><Amount value="1" UOM="g"/></Substance><Substance name="tin"><Amount value="2" UOM="g"/></Substance>')).toEqual([['tin', 100_000, 300_000]]);
});

test('an EMRT with its mines', () => {
  const found = readFile('e.xlsx', emrt());
  expect(codes(found)).toEqual([]);
  expect(linesOf(found)).toEqual([['cobalt', ['e#cobalt/CID003215']], ['mica', [null]], ['cobalt ore', ['e#cobalt/mine Made-up Mine, CONGO, DEMOCRATIC REPUBLIC OF THE']]]);
  expect(recordsOf(found, 'facility').map(({ name, country, notes }) => [name, country, notes])).toEqual([['Made-up Cobalt', 'FI', {}], ['Made-up Mine', 'CD', { 'state or province': 'Lualaba' }]]);
  expect(recordsOf(found, 'product')[0]).toMatchObject({ partNumbers: ['PN-9'] }); // who answers numbers it, not who asks
});

test('a CMRT in Chinese says the same', () => {
  const found = readFile('z.xlsx', cmrtInChinese());
  expect(codes(found)).toEqual([]);
  expect(recordsOf(found, 'product')[0]).toMatchObject({ partNumbers: ['PN-3'], notes: { declaration: 'CMRT 6.4', 'Q1 Tin': '是', 'Q1 Gold': '否', 'Q2 Tin': '是' } });
  expect(linesOf(found)).toEqual([['tin', ['z#tin/CID001070', null]]]);
  expect(recordsOf(found, 'supply')).toMatchObject([{ supplier: 'supplier:虛構金屬股份有限公司' }]);
});

test('a fault in a column of the template’s own formulas refuses nothing; one in a column that is read does', () => {
  const wrong = (column: number): string[] => {
    const row = ['CID001070', 'Tin', 'a', 'a', 'CHINA', 'CID001070', ...Array.from({ length: 14 }, () => '')];
    row[column] = { t: 'e', v: 42 } as unknown as string; // #N/A
    return codes(readFile('x.xlsx', cmrt({ 'Smelter List': [smelters[2]!, row] })));
  };
  expect(wrong(17)).toEqual([]);
  expect(wrong(4)).toEqual(['input/cell-error /rows/2/E']);
});

test('a layout that the file does not confirm is refused and not guessed at', () => {
  const said = (sheets: Parameters<typeof workbook>[0]) => readFile('x.xlsx', workbook(sheets)).issues.map(({ code, params }) => `${code} ${params.what ?? params.field}`);
  const good = declaration('CMRT', ['Tin']);
  expect(said({ Declaration: good.filter((row) => !String(row[3]).startsWith('Revision')), 'Smelter List': smelters })).toEqual(['document/layout no revision in Declaration']);
  expect(said({ Declaration: good.filter((row) => !String(row[1]).startsWith('Company Name')), 'Smelter List': smelters })).toEqual(['document/layout no label `Company Name` in Declaration']);
  expect(said({ Declaration: good.slice(0, 10), 'Smelter List': smelters })).toEqual(['document/layout no answer for a metal in Declaration']);
  expect(said({ Declaration: good, 'Smelter List': [['Metal (*)', 'Smelter Name (1)'], ['Tin', 'x']] })).toEqual(['document/layout no column country in Smelter List']);
  expect(said({ Declaration: declaration('EMRT', ['Cobalt']), 'Smelter List': smelters, 'Mine List': [['Mine', 'Somewhere'], ['a', 'b']] })).toEqual(['document/layout no column metal, name, country in Mine List']);
});

test('IPC-1752 class D: substances as shares of the product’s mass, rounded outward; open where a mass is missing', () => {
  const found = readFile('d.xml', IPC_D);
  expect(codes(found)).toEqual([]);
  expect(recordsOf(found, 'product')).toMatchObject([{ id: 'd', name: 'capacitor', partNumbers: ['C-1'], unitMassKg: { lo: '0.00001', hi: '0.00001' } }]);
  expect(recordsOf(found, 'material').map(({ substance, massPpm }) => [substance, massPpm])).toEqual([
    ['barium titanate', { lo: 500_000, hi: 500_000 }], ['nickel', { lo: 70_000, hi: 70_000 }], ['tin', { lo: 0, hi: 1_000_000 }],
  ]);
  expect(recordsOf(found, 'recipe')).toMatchObject([{ output: 'd', facility: 'facility:d#Plant 7' }]);
  expect(recordsOf(found, 'product')[0]!.maker).toBe(undefined);
  expect(codes(readFile('d.xml', IPC_D.replace('value="5"', 'value="five"')))).toEqual(['document/invalid /line/8']);
  expect(codes(readFile('d.xml', IPC_D.replace('UOM="ppm"', 'UOM="stone"')))).toEqual(['document/invalid /line/10']);
});

test('IPC-1752: a concentration is in its own unit', () => {
  const shareOf = (concentration: string) => recordsOf(readFile('d.xml', IPC_D.replace('<Amount value="10" UOM="massPercent"/></Substance></SubstanceCategory>', `${concentration}</Substance></SubstanceCategory>`)), 'material').find(({ substance }) => substance === 'nickel')?.massPpm;
  expect(shareOf('<Concentration value="10"/>')).toEqual({ lo: 70_000, hi: 70_000 });
  expect(shareOf('<Concentration value="50" UOM="ppm"/>')).toEqual({ lo: 10_030, hi: 10_030 });
});

test('a document under a product of another part number is said to be, and one of the same is not', () => {
  const said = (number: string) => readWorkspace(new Map(Object.entries({
    'nonred.yaml': 'product: cam\ntables: {d.xml: {product: cam}}\n', 'products.csv': `id,name,partNumber,roles\ncam,capacitor,${number},none\n`, 'd.xml': IPC_D,
  }).map(([name, text]) => [name, textFile(text)])), host).value.warnings.filter(({ code }) => code === 'input/other-part-number').map(({ at }) => at.source);
  expect(said('C-200')).toEqual(['d.xml']);
  for (const same of ['C-1', 'c1', 'C-200 | C-1', '']) expect(said(same), same).toEqual([]);
});

test('a document in UTF-16 or another encoding is refused beside others too, and one of another kind is said to be unread', () => {
  const wide = (text: string, swap: boolean): Uint8Array => { const bytes = Buffer.from(text, 'utf16le'); return new Uint8Array(swap ? bytes.swap16() : bytes); };
  const inFolder = (name: string, bytes: Uint8Array) => readWorkspace(new Map([['nonred.yaml', textFile('product: cam\n')], ['products.csv', textFile('id,roles\ncam,none\n')], [name, fileOf(bytes)]]), host);
  const bom = '{"bomFormat":"CycloneDX","specVersion":"1.6"}';
  for (const [name, text] of [['d.xml', IPC_D], ['c.json', bom]] as const)
    for (const mark of ['', '\ufeff']) for (const swap of [false, true]) {
      expect(codes(inFolder(name, wide(mark + text, swap))), `${name} ${mark} ${swap}`).toEqual(['input/encoding ']);
      expect(codes(readFile(name, wide(mark + text, swap)))).toEqual(['input/encoding ']);
    }
  const other = inFolder('notes.json', wide('\ufeff{"a":1}', false));
  expect([other.issues, other.value.warnings.map(({ code }) => code)]).toEqual([[], ['input/file-not-read']]);
});

test('IPC-1752 class A: statements are notes; a class whose elements are elsewhere is refused', () => {
  expect(recordsOf(readFile('a.xml', IPC_A), 'product')[0]!.notes).toEqual({ 'within the limits of RoHS': 'true' });
  expect(readFile('a.xml', IPC_A).value.warnings.filter(({ code }) => code === 'document/unverified')).toMatchObject([{ params: { format: 'IPC-1752 class A' } }]);
  expect(codes(readFile('a.xml', IPC_A.replaceAll('Query ', 'Ask ')))).toEqual(['document/layout /line/2']);
  expect(codes(readFile('a.xml', IPC_A.replaceAll('statement=', 'asks=')))).toContain('document/layout /line/2');
  expect(codes(readFile('a.xml', '<MainDeclaration xmlns="http://webstds.ipc.org/175x/2.0"/>'))).toEqual(['document/invalid /line/1']);
});
