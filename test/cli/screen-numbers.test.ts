/** Numbers that are written otherwise, or wrongly, clear nobody; rows, columns and lists are not passed over without a word. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { run } from '../../src/cli/program.ts';

const folder = mkdtempSync(join(tmpdir(), 'nonred-numbers-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function nonred(...args: string[]): Promise<{ readonly status: number; readonly out: string; readonly err: string }> {
  let [out, err] = ['', ''];
  const status = await run(args, { out: (text) => void (out += text), err: (text) => void (err += text), today: () => '2026-11-22', env: {}, version: '0.1.0' });
  return { status, out, err };
}
let made = 0;
/** A workspace that keeps whole editions. */
async function keeping(lists: readonly (readonly [list: string, edition: string, text: string])[]): Promise<string> {
  const to = join(folder, `w${++made}`);
  mkdirSync(to);
  for (const [i, [list, edition, text]] of lists.entries()) {
    const from = join(folder, `l${made}-${i}`);
    mkdirSync(from);
    writeFileSync(join(from, `${list}.csv`), text);
    expect((await nonred('import', 'lists', from, '--to', to, '--edition', edition, '--whole')).status).toBe(0);
  }
  return to;
}
async function asked(rows: string, to: string, ...more: string[]): Promise<{ readonly status: number; readonly out: string; readonly err: string }> {
  const file = join(folder, `names${++made}.csv`);
  writeFileSync(file, rows);
  return nonred('screen', '--file', file, '--lists', to, ...more);
}
const RED = 'id,name,idScheme,idValue\n1,Quiet Harbour Holdings Ltd,lei,5493001Z012YSB2A0K51\n2,Green Lantern Works Co Ltd,uscc,91350100M000100Y43\n3,Grey Kite Avionics Ltd,duns,123456789\n';

test('a number of the list under another name is listed, however it is written', async () => {
  const to = await keeping([['red', '2026-11-01', RED]]);
  for (const row of ['Other Name,LEI,5493001z012ysb2a0k51', 'Other Name,lei,５４９３００１Z012YSB2A0K51', 'Other Name,xi-lei,5493 001Z 012Y SB2A 0K51', 'Other Name,统一社会信用代码,91350100m000100y43', 'Other Name,DUNS,12-345-6789'])
    expect([row, (await asked(`name,idScheme,idValue\n${row}\n`, to)).status]).toEqual([row, 2]);
});

test('a listed name is cleared by another number only where that can be another party\'s', async () => {
  const to = await keeping([['red', '2026-11-01', RED]]);
  for (const row of ['Quiet Harbour Holdings Ltd,lei,5493001Z012YSB2A0K52', 'Quiet Harbour Holdings Ltd,lei,N/A', 'Quiet Harbour Holdings Ltd,lei,12345', 'Grey Kite Avionics Ltd,duns,987654321'])
    expect([row, (await asked(`name,idScheme,idValue\n${row}\n`, to)).status]).toEqual([row, 4]);
  const other = await asked('name,idScheme,idValue\nQuiet Harbour Holdings Ltd,lei,001GPB6A9XPE8XJICC14\n', to);
  expect([other.status, other.out]).toEqual([0, expect.stringContaining('registered')]);
  const wrong = await asked('name,idScheme,idValue\nQuiet Harbour Holdings Ltd,lei,5493001Z012YSB2A0K52\n', to);
  expect(wrong.err).toContain('input/wrong-number');
});

test('a row without a name is refused, a number without its register too; a column that is not read is said', async () => {
  const to = await keeping([['red', '2026-11-01', RED]]);
  const nameless = await asked('name,idScheme,idValue\nBlue Heron Optics,,\n\n,lei,5493001Z012YSB2A0K51\n', to);
  expect([nameless.status, nameless.err]).toEqual([3, expect.stringContaining('/rows/4/name')]);
  expect((await asked('name,idValue\nBlue Heron Optics,5493001Z012YSB2A0K51\n', to)).status).toBe(3);
  const unread = await asked('name,remark\nBlue Heron Optics,Quiet Harbour Holdings\n', to, '--lang', 'zh-Hant');
  expect(unread.err).toContain('沒有讀取欄位 `remark`');
});

test('a list of which nothing is in force on the day stands in the answer, and nobody is clear of it', async () => {
  const to = await keeping([['red', '2026-11-01', RED], ['blue', '2026-03-01', 'id,name\n1,Zebra Crossing Works\n']]);
  const before = await nonred('screen', 'Quiet Harbour Holdings', '--lists', to, '--as-of', '2026-04-01');
  expect([before.status, before.out]).toEqual([4, expect.stringContaining('list red: nothing of it is in force on that day')]);
  expect((await nonred('screen', 'Quiet Harbour Holdings', '--lists', to, '--as-of', '2026-04-01', '--lang', 'zh-Hant')).out).toContain('名單 red：當天沒有生效的版本');
});

test('an edition of more than 90 days ago clears nobody, and finds still; --max-age and what a statute spells out', async () => {
  const to = await keeping([['red', '2023-10-01', RED]]);
  const old = await nonred('screen', 'Blue Heron Optics', '--lists', to);
  expect([old.status, old.out]).toEqual([4, expect.stringContaining('1,148 days old, whole, 3 entries; TOO OLD, more than 90 days')]);
  expect((await nonred('screen', 'Quiet Harbour Holdings Ltd', '--lists', to)).status).toBe(4);
  expect((await nonred('screen', 'Blue Heron Optics', '--lists', to, '--max-age', '1148')).status).toBe(0);
  expect((await nonred('screen', 'Blue Heron Optics', '--lists', to, '--max-age', '1147')).status).toBe(4);
  expect((await nonred('screen', 'Blue Heron Optics', '--lists', to, '--max-age', 'soon')).status).toBe(3);
  expect((await nonred('screen', 'Blue Heron Optics', '--lists', to, '--as-of', '2023-10-02')).status).toBe(0);
  const statute = await keeping([['us-889-video', '2019-08-13', 'id,name\n1,Hytera\n2,Hikvision\n3,Dahua\n']]);
  expect((await nonred('screen', 'Blue Heron Optics', '--lists', statute)).status).toBe(0);
});

test('a year of birth clears only where no year of the list is near it, and the name is shown all the same', async () => {
  const from = join(folder, 'people');
  mkdirSync(from);
  const row = (number: string, name: string, remarks: string): string => `${number},"${name}","individual","RUSSIA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"${remarks}"\n`;
  writeFileSync(join(from, 'sdn.csv'), row('100', 'PETROV, Ivan', 'DOB 04 May 1961; alt. DOB 1965.') + row('101', 'SIDOROV, Pavel', 'DOB 1955 to 1962.') + row('102', 'ORLOVSKY, Semyon', 'DOB circa 1970.'));
  writeFileSync(join(from, 'alt.csv'), '100,1,"aka","PETROFF",-0- \n');
  const to = join(folder, 'people-kept');
  mkdirSync(to);
  expect((await nonred('import', 'lists', from, '--to', to, '--edition', '2026-11-01', '--whole')).status).toBe(0);
  for (const [name, born, status] of [['Ivan Petrov', '1965', 4], ['Ivan Petrov', '4 May 1961', 4], ['Ivan Petrov', '民國50年', 4], ['Pavel Sidorov', '1960', 4], ['Semyon Orlovsky', '1974', 4], ['Ivan Petrov', '1990', 0], ['Semyon Orlovsky', '1990', 0]] as const) {
    const { status: got, out } = await asked(`name,kind,born\n${name},person,${born}\n`, to);
    expect([name, born, got]).toEqual([name, born, status]);
    if (status === 0) expect(out).toContain('the years of');
  }
});

test('aliases of a names file stand between bars or semicolons; lists given twice are counted once', async () => {
  const to = await keeping([['red', '2026-11-01', RED]]);
  for (const aliases of ['Zebra Works; Quiet Harbour Holdings', 'Zebra Works|Quiet Harbour Holdings', 'Zebra Works；Quiet Harbour Holdings']) expect([aliases, (await asked(`name,aliases\nBlue Heron Optics,${aliases}\n`, to)).status]).toEqual([aliases, 4]);
  writeFileSync(join(to, 'nonred.yaml'), 'product: q\nrulebooks: []\n');
  writeFileSync(join(to, 'products.csv'), 'id,name\nq,Quad\n');
  writeFileSync(join(to, 'parties.csv'), 'id,name\nacme,Blue Heron Optics\n');
  expect((await nonred('screen', to, '--lists', to)).out).toContain('whole, 3 entries');
});

test('a list as published beside editions is asked too, undated; a packed one is refused; a remark is none', async () => {
  const to = await keeping([['blue', '2026-11-01', 'id,name\n1,Zebra Crossing Works\n']]);
  const lists = join(to, 'lists');
  writeFileSync(join(lists, 'README.md'), 'ours\n');
  expect((await nonred('screen', 'Quiet Harbour Holdings', '--lists', to)).status).toBe(0);
  writeFileSync(join(lists, 'red.csv'), RED);
  const beside = await nonred('screen', 'Quiet Harbour Holdings', '--lists', to);
  expect([beside.status, beside.out]).toEqual([4, expect.stringContaining('list red: no edition is stated')]);
  writeFileSync(join(lists, 'more.csv.gz'), 'x');
  expect((await nonred('screen', 'Quiet Harbour Holdings', '--lists', to)).err).toContain('more.csv.gz');
});
