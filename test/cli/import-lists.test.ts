/** List files that are cut off, changed, or no list: `--whole` is refused, nothing is written, and nothing is passed over without a word. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { run } from '../../src/cli/program.ts';

const folder = mkdtempSync(join(tmpdir(), 'nonred-import-'));
afterAll(() => rmSync(folder, { recursive: true }));
let made = 0;

interface Answer { readonly status: number; readonly out: string; readonly err: string }
async function nonred(...args: string[]): Promise<Answer> {
  let [out, err] = ['', ''];
  const status = await run(args, { out: (text) => void (out += text), err: (text) => void (err += text), today: () => '2026-11-22', env: {}, version: '0.1.0' });
  return { status, out, err };
}

function filesIn(files: Readonly<Record<string, string | Uint8Array>>): string {
  const dir = join(folder, `list${++made}`);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), content);
  }
  return dir;
}

/** Imports whole into a workspace; a refusal must leave it as it was. */
async function whole(files: Readonly<Record<string, string | Uint8Array>>, to = filesIn({ 'a.txt': '' }), edition = '2026-11-20', ...more: string[]): Promise<Answer & { readonly to: string }> {
  const before = existsSync(join(to, 'lists')) ? readdirSync(join(to, 'lists'), { recursive: true }).sort() : undefined;
  const answer = await nonred('import', 'lists', filesIn(files), '--to', to, '--edition', edition, '--whole', ...more);
  if (answer.status !== 0) expect(existsSync(join(to, 'lists')) ? readdirSync(join(to, 'lists'), { recursive: true }).sort() : undefined).toEqual(before);
  return { ...answer, to };
}
const entriesOf = (to: string, list: string, edition = '2026-11-20'): readonly { readonly id: string; readonly names: readonly string[]; readonly notes?: Record<string, string> }[] => JSON.parse(readFileSync(join(to, 'lists', list, `${edition}.json`), 'utf8')).entries;

const SDN = '36,"AERO-EXAMPLE",-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n173,"QUIET HARBOUR IMPORT",-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n';
const ALT = '36,12,"aka","AERO-EXAMPLE OF CUBA",-0- \r\n';
const SOURCES = ['Entity List (EL) - Bureau of Industry and Security', 'Specially Designated Nationals (SDN) - Treasury Department', 'Denied Persons List (DPL) - Bureau of Industry and Security', 'Military End User (MEU) List - Bureau of Industry and Security', 'Unverified List (UVL) - Bureau of Industry and Security', 'Nonproliferation Sanctions (ISN) - State Department', 'ITAR Debarred (DTC) - State Department'];
const csl = (rows: readonly (readonly [source: string, name: string, aliases?: string])[]): string => `source,entity_number,type,name,alt_names\n${rows.map(([source, name, aliases = '']) => `${source},,,${name},${aliases}\n`).join('')}`;
const everySource = (source: string, i: number): [string, string] => [source, `Example Firm Number ${i}`];

test.each([
  ['OFAC without its other names', { 'sdn.csv': SDN }, 'list/no-aliases'],
  ['OFAC cut off inside a row', { 'sdn.csv': SDN.slice(0, -30), 'alt.csv': ALT }, 'list/rows-lost'],
  ['OFAC with its other names cut off inside a row', { 'sdn.csv': SDN, 'alt.csv': `${ALT}173,13,"aka"` }, 'list/rows-lost'],
  ['OFAC cut off inside a quoted name', { 'sdn.csv': SDN, 'alt.csv': ALT.slice(0, 20) }, 'input/csv-quote'],
  ['a header alone', { 'blocked.csv': 'id,name,aliases\n' }, 'list/empty'],
  ['no bytes', { 'blocked.csv': '' }, 'list/unknown'],
  ['a page that says that something went wrong', { 'us-uflpa.csv': '<!DOCTYPE html>\n<html><head><title>503</title></head>\n<body>Service, unavailable</body></html>\n' }, 'list/unknown'],
  ['an empty answer', { 'csl.json': '{"total":0,"results":[]}' }, 'list/empty'],
  ['a list of something else', { 'csl.json': '[{"a":1},{"a":2}]' }, 'list/unknown'],
  ['one page of several', { 'csl.json': JSON.stringify({ total: 24000, results: SOURCES.map((source, i) => ({ source, name: `Example Firm Number ${i}` })) }) }, 'list/page'],
  ['a row without a name', { 'blocked.csv': 'id,name,aliases\n1,Green Harbour Optics,\n2,,Red Harbour Optics\n' }, 'list/rows-lost'],
  ['a last row that is cut off', { 'blocked.csv': 'id,name,country,aliases\n1,Green Harbour Optics,TW,GHO Optics\n2,Red Harb' }, 'list/rows-lost'],
  ['one list of the several that the consolidated list is made of', { 'csl.csv': csl([[SOURCES[0]!, 'Example Works']]) }, 'list/parts-missing'],
  ['entries of no list', { 'csl.csv': csl([...SOURCES.map(everySource), ['', 'Example Works']]) }, 'list/no-source'],
  ['a party that cannot be read', { 'x.ftm.json': '{"id":"a","schema":"Company","properties":{"name":["Green Harbour Optics"]}}\n{"id":"b","schema":"Company","properties":{"title":["Red"]}}\n' }, 'list/rows-lost'],
  ['lines cut off', { 'x.ftm.json': '{"id":"a","schema":"Company","properties":{"name":["Green Harbour Optics"]}}\n{"id":"b","sch' }, 'input/json-syntax'],
  ['characters of Simplified Chinese in another encoding', { 'blocked.csv': Uint8Array.from([...Buffer.from('id,name\n1,'), 0xb4, 0xf3, 0xbd, 0xae, 0xb4, 0xb4, 0xd0, 0xc2, 0xbf, 0xc6, 0xbc, 0xbc, 0xd3, 0xd0, 0xcf, 0xde, 0xb9, 0xab, 0xcb, 0xbe, 0x0a]) }, 'input/encoding'],
  ['characters of Traditional Chinese in an encoding that is guessed', { 'blocked.csv': Uint8Array.from([...Buffer.from('id,name\n1,'), 0xa4, 0x6a, 0xc3, 0xa6, 0xb3, 0xd0, 0xb7, 0x73, 0xac, 0xec, 0xa7, 0xde, 0xa6, 0xb3, 0xad, 0xad, 0xa4, 0xbd, 0xa5, 0x71, 0xa1, 0x41, 0xac, 0xf5, 0xb4, 0xe4, 0xa5, 0xfa, 0xbe, 0xc7, 0xaa, 0xd1, 0xa5, 0xf7, 0xa6, 0xb3, 0xad, 0xad, 0xa4, 0xbd, 0xa5, 0x71, 0x0a]) }, 'list/encoding-guessed'],
  ['letters that are cut off inside a character', { 'blocked.csv': Buffer.from('id,name\n1,大疆創新科技有限公司\n2,紅港光學\n').subarray(0, -3) }, 'input/encoding'],
])('%s: refused as whole, nothing is written', async (_, files, code) => {
  const { status, err, out } = await whole(files as Record<string, string | Uint8Array>);
  expect(err).toContain(code);
  expect([status, out]).toEqual([3, '']);
});

test('the same files are good for a partial edition, of which nobody is clear', async () => {
  const to = filesIn({ 'a.txt': '' });
  expect((await nonred('import', 'lists', filesIn({ 'sdn.csv': SDN }), '--to', to, '--edition', '2026-11-20')).status).toBe(0);
  expect((await nonred('screen', 'Green Lantern Optics', '--lists', to)).status).toBe(4);
});

test('honest files are whole: OFAC with its end-of-file mark, blank rows, rows that are shorter all along, every list of the consolidated one', async () => {
  for (const files of [{ 'sdn.csv': `${SDN}\u001a`, 'alt.csv': `${ALT}\u001a` }, { 'blocked.csv': 'id,name,aliases\n1,Green Harbour Optics\n,,\n\n2,Red Harbour Optics\n' }, { 'csl.csv': csl(SOURCES.map(everySource)) }, { 'csl.json': JSON.stringify({ total: 7, results: SOURCES.map((source, i) => ({ source, name: `Example Firm Number ${i}` })) }) }])
    expect(await whole(files)).toMatchObject({ status: 0, err: '' });
});

test('a CMIC entry, "Non-SDN", is on its own list and not on the SDN list', async () => {
  const { to } = await whole({ 'csl.csv': csl([...SOURCES.map(everySource), ['Non-SDN Chinese Military-Industrial Complex Companies List (CMIC) - Treasury Department', 'Example Aviation'], ['Non-SDN Menu-Based Sanctions List (NS-MBS List) - Treasury Department', 'Example Bank']]) });
  expect(entriesOf(to, 'us-ns-cmic').map(({ names }) => names[0])).toEqual(['Example Aviation']);
  expect(entriesOf(to, 'us-sdn').map(({ names }) => names[0])).toEqual(['Example Firm Number 1']);
});

test('two files of one list: no entry of the shorter is lost', async () => {
  const { to, status } = await whole({ 'part-1/blocked.csv': 'id,name,aliases\n1,Green Harbour Optics,GHO Optics\n2,Blue Harbour Optics,\n3,Grey Harbour,\n', 'part-2/blocked.csv': 'id,name,aliases\n1,Red Harbour Optics,\n2,Blue Harbour Optics,Blue Lantern\n3,Grey Harbour,\n' });
  expect(status).toBe(0);
  expect(entriesOf(to, 'blocked').flatMap(({ names }) => names).sort()).toEqual(['Blue Harbour Optics', 'Blue Harbour Optics', 'Blue Lantern', 'GHO Optics', 'Green Harbour Optics', 'Grey Harbour', 'Red Harbour Optics']);
});

test('other names under any usual heading are read, and what is not read is said, in both languages', async () => {
  const from = { 'blocked.csv': 'id,name,Also known as (a.k.a.),別名,Former names,Remarks\n1,Green Harbour Optics,GHO Optics,綠港光學,Lime Harbour,see notice\n', 'sdn.xml': '<x/>' };
  const { to, out, status } = await whole(from);
  expect(status).toBe(0);
  expect(entriesOf(to, 'blocked')[0]!.names).toEqual(['Green Harbour Optics', 'GHO Optics', '綠港光學', 'Lime Harbour']);
  expect(out).toContain('of blocked.csv nothing was read from the columns Remarks');
  expect(out).toContain('1 file was passed over, no list is read from such a file: sdn.xml');
  const zh = await nonred('import', 'lists', filesIn(from), '--to', to, '--edition', '2026-11-21', '--lang', 'zh-Hant');
  expect(zh.out).toContain('略過 1 個檔案（這類檔案讀不出名單）：sdn.xml');
  expect(zh.out).toContain('Remarks');
});

test('a table of one\'s own with name, address and country is not taken for a list of BIS', async () => {
  const { to } = await whole({ 'our-blocked.csv': 'name,address,country\nGreen Harbour Optics,1 Road,TW\n' });
  expect(readdirSync(join(to, 'lists'))).toEqual(['our-blocked']);
});

const many = (count: number, more = ''): string => `id,name,aliases\n${Array.from({ length: count }, (_, i) => `${i},Example Firm Number ${i},${more}\n`).join('')}`;

test('a whole edition that lost more than a fifth of the names is asked about; --gone with the number says that it is right', async () => {
  const { to } = await whole({ 'blocked.csv': many(100) }, undefined, '2026-11-01');
  const cut = await whole({ 'blocked.csv': many(50) }, to);
  expect([cut.status, cut.err]).toEqual([3, expect.stringContaining('50 of the 100 names that the edition of 2026-11-01')]);
  expect((await whole({ 'blocked.csv': many(50) }, to, '2026-11-20', '--gone', '49')).status).toBe(3);
  expect((await whole({ 'blocked.csv': many(90) }, to, '2026-11-19')).status).toBe(0);
  expect((await whole({ 'blocked.csv': many(50) }, to, '2026-11-20', '--gone', '40')).status).toBe(0);
  // The names behind an entry are lost where the column of further names is.
  const aliased = await whole({ 'aliased.csv': many(9).replaceAll(/(\d),\n/g, '$1,Other Firm $1\n') }, undefined, '2026-11-01');
  expect((await whole({ 'aliased.csv': many(9) }, aliased.to)).err).toContain('list/shrunk');
});

test('an edition of days to come is refused; an older one beside a newer is said to be so', async () => {
  expect((await whole({ 'blocked.csv': many(3) }, undefined, '2027-11-20')).err).toContain('list/edition-ahead');
  const { to } = await whole({ 'blocked.csv': many(3) });
  expect((await whole({ 'blocked.csv': many(4) }, to, '2025-11-20')).out).toContain('the edition of 2026-11-20 that is kept is newer');
});

test('a gzip file or a workbook alone is refused by its name', async () => {
  expect((await whole({ 'sdn.csv.gz': Uint8Array.from([0x1f, 0x8b, 8, 0]) })).err).toContain('sdn.csv.gz');
  expect((await whole({ 'sdn.csv': Uint8Array.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0]), 'alt.csv': ALT })).status).toBe(3);
});

test('two entries of one id are two: in one file, in two files of OFAC, and in lines of entities', async () => {
  const row = (name: string): string => `36,"${name}",-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n`;
  const ofac = await whole({ 'a/sdn.csv': row('AERO-EXAMPLE'), 'b/sdn.csv': row('QUIET HARBOUR') + row('AERO-EXAMPLE'), 'a/alt.csv': ALT });
  expect(entriesOf(ofac.to, 'us-sdn').map(({ names }) => names[0])).toEqual(['AERO-EXAMPLE', 'QUIET HARBOUR']);
  const line = (name: string): string => `${JSON.stringify({ id: 'x', schema: 'Company', properties: { name: [name] } })}\n`;
  const ftm = await whole({ 'red.ftm.json': line('Quiet Harbour') + line('Grey Kite Avionics') });
  expect(entriesOf(ftm.to, 'red-ftm')).toHaveLength(2);
  for (const name of ['Quiet Harbour', 'Grey Kite Avionics']) expect([name, (await nonred('screen', name, '--lists', ftm.to)).status]).toEqual([name, 4]);
});

test('a first whole edition is held against what this program has of the list itself', async () => {
  const one = await whole({ 'us-889-video.csv': 'id,name\n1,Quiet Harbour\n' });
  expect([one.status, one.err]).toEqual([3, expect.stringContaining('3 of the 3 names that the edition of 2019-08-13 of `us-889-video` has are gone')]);
  expect((await whole({ 'us-889-video.csv': 'id,name\n1,Hytera Communications\n2,HANGZHOU HIKVISION\n3,浙江大华技术股份有限公司\n' })).status).toBe(0);
  expect((await whole({ 'us-889-video.csv': 'id,name\n1,Quiet Harbour\n' }, undefined, '2018-01-01')).status).toBe(0); // before the statute
});

test('screening against a folder in which one list cannot be read is refused, whatever else lies there', async () => {
  const list = { 'red.csv': 'name\nExample Rotors\n' };
  const other = await nonred('screen', 'Example Optics', '--lists', filesIn({ ...list, 'blue.ods': 'PK' }));
  expect([other.status, other.err]).toEqual([3, expect.stringContaining('list/unknown at blue.ods')]);
  expect((await nonred('screen', 'Example Optics', '--lists', filesIn({ ...list, 'README.md': 'how we got it' }))).status).toBe(4);
});
