/** Screening as an officer uses it: names, a file, a workspace; lists brought in as they are published; the nightly watch. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { utils, write } from '@e965/xlsx';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Io } from '../../src/cli/io.ts';
import { run } from '../../src/cli/program.ts';
import { root } from '../house/sources.ts';
import { shared } from '../support/shared.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nonred-screen-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function nonred(...args: string[]): Promise<{ status: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  const io: Io = { out: (text) => void (out += text), err: (text) => void (err += text), env: { LANG: 'en_US.UTF-8' }, today: () => '2026-11-22', version: '0.1.0' };
  const status = await run(args.map((arg) => arg.replace('DIR', folder)), io);
  return { status, out, err };
}
/** A workspace that keeps one whole list of two names, by hand. */
async function workspace(name: string, entries: string): Promise<string> {
  const [to, from] = [join(folder, name), join(folder, `${name}-list`)];
  mkdirSync(to, { recursive: true });
  mkdirSync(from, { recursive: true });
  writeFileSync(join(from, 'red.csv'), entries);
  expect((await nonred('import', 'lists', from, '--to', to, '--edition', '2026-11-01', '--whole')).status).toBe(0);
  return to;
}
const TWO = 'id,name\n1,Red Kite Drone Technology Co. Ltd.\n2,DJI\n';

test('a name on a whole list is open, one that is not is clear; list, edition, age and whole are named', async () => {
  const to = await workspace('whole', TWO);
  const hit = await nonred('screen', 'Redkite Drone Tecnology', '--lists', to);
  expect(hit.status).toBe(4);
  expect(hit.out).toMatch(/"Red Kite Drone Technology Co\.\s/);
  expect(hit.out).toMatch(/list red: edition of 2026-11-01, 21 days old, whole, 2 entries/);
  expect((await nonred('screen', 'Blue Heron Optics', '--lists', to)).status).toBe(0);
});

test('acronyms and common words alone match nobody', async () => {
  const to = await workspace('acronyms', 'id,name\n1,DJI\n2,Technology Co. Ltd.\n3,PRI Industries\n');
  for (const name of ['PRI/DJI', 'PRI-DJI Joint Venture', 'International Technology Industries', 'DJ Trading', 'Industries Ltd.']) {
    const { status, out } = await nonred('screen', name, '--lists', to);
    expect(`${name}: ${status}`).toBe(`${name}: 0`);
    expect(out).toContain('no match');
  }
  expect((await nonred('screen', 'D.J.I. Co., Ltd.', '--lists', to)).status).toBe(4); // the same name, and its form
});

test('a partial list clears nobody', async () => {
  const [to, from] = [join(folder, 'partial'), join(folder, 'partial-list')];
  for (const one of [to, from]) mkdirSync(one);
  writeFileSync(join(from, 'red.csv'), TWO);
  await nonred('import', 'lists', from, '--to', to, '--edition', '2026-11-01');
  const { status, out } = await nonred('screen', 'Blue Heron Optics', '--lists', to);
  expect(status).toBe(4);
  expect(out).toContain('PARTIAL');
});

test('people: order, initials, patronymics, particles, nicknames, years of birth', async () => {
  const to = await workspace('people', 'id,name,kind,born\n1,"IVANOV, Mikhail Petrovich",person,1961\n2,"AL-RASHID, Muhammad bin Omar",person,\n3,"SMITHSON, William",person,\n');
  for (const name of ['Mikhail Ivanov', 'Михаил Петрович Иванов', 'M. P. Ivanov', 'Mohammed Al Rashid', 'Bill Smithson', 'Smithson William'])
    expect(`${name}: ${(await nonred('screen', name, '--person', '--lists', to)).status}`).toBe(`${name}: 4`);
  for (const name of ['Ivan Petrov', 'Omar', 'William Jones']) expect(`${name}: ${(await nonred('screen', name, '--person', '--lists', to)).status}`).toBe(`${name}: 0`);
});

test('a CSV and a workbook of names give one answer; the worst outcome is the exit status; --json and --html hold it too', async () => {
  const to = await workspace('file', TWO);
  const rows = [['name', 'kind'], ['Red Kite Drone Technology', 'company'], ['Blue Heron Optics', 'company']];
  writeFileSync(join(folder, 'parties.csv'), `${rows.map((row) => row.join(',')).join('\n')}\n`);
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), 'parties');
  writeFileSync(join(folder, 'parties.xlsx'), write(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array);
  const results = [];
  for (const file of ['parties.csv', 'parties.xlsx']) {
    const { status, out } = await nonred('screen', '--file', `DIR/${file}`, '--lists', to, '--json', '-', '--html', `DIR/${file}.html`);
    expect(status).toBe(4);
    results.push(JSON.parse(out));
  }
  expect(results[0]).toMatchObject({ screening: 1, verdict: 'unknown', results: [{ outcome: 'unknown' }, { outcome: 'clear' }] });
  expect(results[1].results).toEqual(results[0].results);
  for (const lang of ['en', 'zh-Hant']) {
    expect((await nonred('screen', '--file', 'DIR/parties.csv', '--lists', to, '--html', `DIR/${lang}.html`, '--lang', lang)).status).toBe(4);
    const page = readFileSync(join(folder, `${lang}.html`), 'utf8');
    expect(page).toContain('Red Kite Drone Technology Co. Ltd.');
    expect(page).not.toMatch(/<script[^>]+src=|https?:\/\/(?!www\.w3\.org)[^"]+\.(?:js|css)/);
  }
  expect(await nonred('screen', '--file', 'DIR/none.csv')).toMatchObject({ status: 3 });
});

test('a master of vendors as it comes: its columns of names, below a title, of every sheet; all of them are asked', async () => {
  const to = await workspace('vendors', TWO);
  const outcome = async (rows: string): Promise<{ status: number; names: string[][]; err: string }> => {
    writeFileSync(join(folder, 'vendors.csv'), rows);
    const { status, out, err } = await nonred('screen', '--file', 'DIR/vendors.csv', '--lists', to, '--json', '-');
    return { status, err, names: status === 3 ? [] : JSON.parse(out).results.map(({ subject }: { subject: { names: string[] } }) => subject.names) };
  };
  expect(await outcome('Vendors of plant 2,,\n\nVendor No,Name 1,Name 2\n7,Red Kite Drone,Technology Co Ltd\n')).toMatchObject({ status: 4, names: [['Red Kite Drone', 'Technology Co Ltd', 'Red Kite Drone Technology Co Ltd']] });
  expect(await outcome('編號,公司名稱,英文名稱\n7,青鷺光學,Red Kite Drone Technology\n8,青鷺光學,Blue Heron\n')).toMatchObject({ status: 4, names: [['青鷺光學', 'Red Kite Drone Technology', '青鷺光學 Red Kite Drone Technology'], ['青鷺光學', 'Blue Heron', '青鷺光學 Blue Heron']] });
  expect(await outcome('Vendor Name\nBlue Heron\n')).toMatchObject({ status: 0, err: expect.stringContaining('input/names-guessed') });
  expect(await outcome('Code,Text\n7,Red Kite\n')).toMatchObject({ status: 3, err: expect.stringContaining('the headers are Code, Text') });
  const book = utils.book_new();
  for (const [name, rows] of [['a', [['name'], ['Blue Heron']]], ['b', [['Supplier'], ['Red Kite Drone Technology']]], ['notes', [['read me'], ['x']]]] as const) utils.book_append_sheet(book, utils.aoa_to_sheet(rows as unknown as string[][]), name);
  writeFileSync(join(folder, 'vendors.xlsx'), write(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array);
  const { status, out, err } = await nonred('screen', '--file', 'DIR/vendors.xlsx', '--lists', to, '--json', '-');
  expect([status, JSON.parse(out).results.map(({ outcome: one }: { outcome: string }) => one)]).toEqual([4, ['clear', 'unknown']]);
  expect(err).toContain('input/other-sheets');
});

test('a new edition says what was added, removed and changed; watch says what that turned', async () => {
  const dir = join(folder, 'night');
  cpSync(join(root, 'examples', 'quad-clear'), dir, { recursive: true, filter: (path) => !/[\\/]out$/.test(path) });
  const list = join(folder, 'night-list');
  mkdirSync(list);
  const bring = async (day: string, text: string): Promise<string> => {
    writeFileSync(join(list, 'red.csv'), text);
    const { status, out } = await nonred('import', 'lists', list, '--to', dir, '--edition', day, '--whole');
    expect(status).toBe(0);
    return out;
  };
  await bring('2026-10-01', 'id,name\n1,Nobody We Know Ltd.\n2,Gone Tomorrow Ltd.\n');
  expect((await nonred('watch', dir)).status).toBe(0);
  expect((await nonred('watch', dir)).status).toBe(0); // nothing changed
  const party = JSON.parse((await nonred('screen', dir, '--json', '-')).out).results[0].subject.label as string;
  const said = await bring('2026-11-01', `id,name\n1,Nobody You Know Ltd.\n3,"${party}"\n`);
  expect(said).toMatch(/1 added/);
  expect(said).toMatch(/1 removed/);
  expect(said).toMatch(/1 changed/);
  expect(readdirSync(join(dir, 'lists', 'red')).sort()).toEqual(['2026-10-01.json', '2026-11-01.json']);
  const { status, out } = await nonred('watch', dir);
  expect(status).toBe(4);
  expect(out).toContain(party);
  expect(out).toContain('2026-11-01');
  rmSync(join(dir, 'lists', 'red'), { recursive: true });
  const lost = await nonred('watch', dir, '--lang', 'zh-Hant');
  expect(lost.out).toContain('名單 red：已無任何條目');
  expect(lost.status).toBe(4); // whoever was a match before is not cleared by a list that is gone
  expect((await nonred('watch', dir)).status).toBe(0); // told once
  const parties = readFileSync(join(dir, 'parties.csv'), 'utf8');
  writeFileSync(join(dir, 'parties.csv'), `${parties}quiet,Quiet Example (made-up),,\n`);
  await nonred('watch', dir);
  writeFileSync(join(dir, 'parties.csv'), parties);
  const left = await nonred('watch', dir);
  expect(left).toMatchObject({ status: 0 });
  expect(left.out).toContain('Quiet Example (made-up): is no longer in the workspace');
});

test('watch: a new stake or a new listing turns the answer through owners; exit 2 where the test that goes with lists catches, 4 where an answer opens', async () => {
  const dir = join(folder, 'owned');
  cpSync(join(root, 'examples', 'quad-clear'), dir, { recursive: true, filter: (path) => !/[\\/]out$/.test(path) });
  const list = join(folder, 'owned-list');
  mkdirSync(list);
  const bring = async (day: string, rows: string): Promise<void> => {
    writeFileSync(join(list, 'red.csv'), `id,name,idScheme,idValue\n${rows}`);
    expect((await nonred('import', 'lists', list, '--to', dir, '--edition', day, '--whole')).status).toBe(0);
  };
  const write = (file: string, row: string): void => writeFileSync(join(dir, file), `${readFileSync(join(dir, file), 'utf8').trimEnd()}\n${row}\n`);
  const parties = readFileSync(join(dir, 'parties.csv'), 'utf8').trimEnd().split('\n');
  writeFileSync(join(dir, 'parties.csv'), `${parties.map((line, i) => `${line},${i === 0 ? 'idScheme,idValue' : ','}`).join('\n')}\nfund,Quiet Harbour Fund (made-up),company,SG,gb-coh,00445790\n`);
  await bring('2026-10-01', '1,Nobody We Know Ltd.,,\n');
  expect((await nonred('watch', dir)).status).toBe(0);
  const kept = readFileSync(join(dir, 'out', 'watch.json'), 'utf8');
  expect(Object.keys(JSON.parse(kept).owners)).toContain('aero');

  // A stake of somebody whose own owners nobody has stated; the list of owners has one more.
  writeFileSync(join(dir, 'completeness.csv'), readFileSync(join(dir, 'completeness.csv'), 'utf8').replace('owners,power,complete,as listed here (1)', 'owners,power,complete,as listed here (2)'));
  write('ownerships.csv', 'fund-in-power,fund,power,equity,0 %,60 %');
  writeFileSync(join(dir, 'ownerships.csv'), readFileSync(join(dir, 'ownerships.csv'), 'utf8').replace('p-power-in-power,p-power,power,equity,100 %,100 %', 'p-power-in-power,p-power,power,equity,40 %,100 %'));
  const opened = await nonred('watch', dir);
  expect(opened.out).toMatch(/Example Power \(made-up\): through its owners, under TW_RED: free -> open/);
  expect(opened.status).toBe(4);
  expect(await nonred('watch', dir)).toMatchObject({ status: 0 }); // told once

  // The fund is listed, by its number, and holds 60 % for sure.
  writeFileSync(join(dir, 'ownerships.csv'), readFileSync(join(dir, 'ownerships.csv'), 'utf8').replace('equity,0 %,60 %', 'equity,60 %,60 %').replace('40 %,100 %', '40 %,40 %'));
  expect((await nonred('watch', dir)).out).toMatch(/new or changed stake/);
  await bring('2026-11-01', '1,Nobody We Know Ltd.,,\n2,Quiet Harbour Fund,gb-coh,00445790\n');
  const caught = await nonred('watch', dir);
  expect(caught.out).toMatch(/Example Power \(made-up\): through its owners, under OWN50_CASCADE: open -> caught/);
  expect(caught.out).toMatch(/Quiet Harbour Fund \(made-up\): open -> listed/); // no list of this program is whole
  expect(caught.status).toBe(2);
  expect((await nonred('watch', dir, '--lang', 'zh-Hant')).out).toContain('都沒有變動');

  // Its stakes have ended: what is not looked at is open, not free. And what an earlier release kept has no owners: nothing that is caught is passed over.
  const before = readFileSync(join(dir, 'ownerships.csv'), 'utf8');
  writeFileSync(join(dir, 'ownerships.csv'), before.trimEnd().split('\n').map((line, i) => `${line},${i === 0 ? 'validTo' : line.includes(',power,') ? '2026-11-20' : ''}`).join('\n'));
  writeFileSync(join(dir, 'completeness.csv'), readFileSync(join(dir, 'completeness.csv'), 'utf8').replace('owners,power,complete,as listed here (2)', 'owners,power,incomplete,'));
  const gone = await nonred('watch', dir);
  expect(gone.out).toMatch(/Example Power \(made-up\): no owner of it is recorded any more/);
  expect(gone.status).toBe(4);
  writeFileSync(join(dir, 'ownerships.csv'), before);
  const { owners: _, ...earlier } = JSON.parse(kept);
  writeFileSync(join(dir, 'out', 'watch.json'), JSON.stringify(earlier));
  const again = await nonred('watch', dir);
  expect(again.out).toMatch(/OWN50_CASCADE: - -> caught/);
  expect(again.status).toBe(2);
});

const real = shared('data', 'screening-us');
test.skipIf(real === undefined)('every published layout is read: OFAC, the consolidated list, BIS, State; a file that is no list writes nothing', async () => {
  const [from, to] = [join(folder, 'published'), join(folder, 'kept')];
  for (const one of [from, to]) mkdirSync(one);
  for (const name of readdirSync(real!)) if (name.endsWith('.gz')) writeFileSync(join(from, name.replace(/\.gz$/, '')), gunzipSync(readFileSync(join(real!, name))));
    else if (name.endsWith('.csv')) cpSync(join(real!, name), join(from, name));
  for (const name of readdirSync(join(real!, 'ita-fixtures'))) if (/\.(?:csv|txt)$/.test(name)) cpSync(join(real!, 'ita-fixtures', name), join(from, name));
  const extracts = shared('data', 'list-extracts');
  if (extracts !== undefined) for (const name of readdirSync(extracts)) if (/^(?:fcc|uflpa)/.test(name)) cpSync(join(extracts, name), join(from, name));
  const { status, out, err } = await nonred('import', 'lists', from, '--to', to, '--edition', '2019-01-15');
  expect(err).toBe('');
  expect(status).toBe(0);
  const kept = readdirSync(join(to, 'lists')).sort();
  for (const list of ['us-sdn', 'us-ofac-consolidated', 'us-dpl', 'us-entity-list', 'us-meu', 'us-uvl', 'us-isn', 'us-itar-debarred', 'us-csl']) expect(kept).toContain(list);
  if (extracts !== undefined) for (const list of ['us-fcc-covered', 'us-uflpa']) expect(kept).toContain(list);
  expect(out).toMatch(/us-sdn .* 7,384 entries/); // 7,379, and five of the sample of another year
  writeFileSync(join(from, 'notes.csv'), 'this,is\nno,list\n');
  const other = join(folder, 'other');
  mkdirSync(other);
  expect((await nonred('import', 'lists', from, '--to', other, '--edition', '2019-01-15')).status).toBe(3);
  expect(existsSync(join(other, 'lists'))).toBe(false);
});

test('FollowTheMoney JSON lines: companies and people with their aliases and numbers', async () => {
  const [to, from] = [join(folder, 'ftm'), join(folder, 'ftm-list')];
  for (const one of [to, from]) mkdirSync(one);
  const lines = [
    { id: 'q1', schema: 'Company', properties: { name: ['Azure Harbour Electronics'], alias: ['藍港電子'], registrationNumber: ['914403'] } },
    { id: 'q2', schema: 'Person', properties: { name: ['Olga Sidorova'], birthDate: ['1970-02-03'] } },
  ];
  writeFileSync(join(from, 'sanctions.ftm.json'), `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`);
  expect((await nonred('import', 'lists', from, '--to', to, '--edition', '2026-11-01', '--whole')).status).toBe(0);
  for (const name of ['Azure Harbor Electronics Ltd', '蓝港电子有限公司']) expect(`${name}: ${(await nonred('screen', name, '--lists', to)).status}`).toBe(`${name}: 4`);
  expect((await nonred('screen', 'Sidorova Olga', '--person', '--lists', to)).status).toBe(4);
  expect((await nonred('screen', 'Green Harbour Optics', '--lists', to)).status).toBe(0);
});
