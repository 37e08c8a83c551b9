/** Files that nonred wrote lie in the workspace: the next run neither reads them nor warns of them; a table that a user misnamed is told. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { APPLICATION } from '../../src/formats/own.ts';
import { packedZip, readZip } from '../../src/formats/table/zip.ts';
import { TABLE_LIMITS } from '../../src/formats/table/sheet.ts';
import { nonred } from '../support/cli.ts';
import { root } from '../house/sources.ts';

const top = mkdtempSync(join(tmpdir(), 'nonred-own-'));
const dir = join(top, 'w');
const at = (name: string): string => join(dir, name);
/** A bill of the user's, so that a copy of it in a workbook of ours could be taken for a second one. */
const BILL = 'MPN,Qty,Description,Manufacturer\nA-1,1,camera module,Example Optics (made-up)\nA-2,2,capacitor,Example (made-up)\n';
const unread = async (): Promise<string[]> => [...(await nonred(['check', dir])).err.matchAll(/^input\/(?:file-not-read|several-bills|no-bill-columns) at (\S+):/gm)].map(([, name]) => name!);

beforeAll(async () => {
  mkdirSync(dir);
  writeFileSync(at('bom.csv'), BILL);
  writeFileSync(at('nonred.yaml'), 'product: kit\nrulebooks: [tw-non-red]\nasOf: 2026-11-22\n');
  const first = await nonred(['check', dir]);
  expect([first.status, first.err]).toEqual([4, expect.not.stringContaining('input/file-not-read')]);
  for (const lang of ['en', 'zh-Hant'])
    await nonred(['check', dir, '--lang', lang, ...['json', 'html', 'markdown', 'csv', 'xlsx', 'sarif'].flatMap((form) => [`--${form}`, at(`report-${lang}.${form}`)])]);
  await nonred(['check', dir, '--timeline', '--json', at('timeline.json')]);
  await nonred(['ask', dir, '--out', dir]);
  await nonred(['judge', dir, '--csv', at('matches.csv')]);
  await nonred(['screen', 'Example', '--json', at('screening.json'), '--html', at('screening.html')]);
  await nonred(['rulebooks', 'diff', 'tw-non-red', '--from', '2026-01-01', '--to', '2027-01-01', dir, '--json', at('rulebooks.json')]);
  await nonred(['stress', join(root, 'examples', 'ai-server'), '--json', at('stress.json'), '--csv', at('stress.csv'), '--html', at('stress.html')]);
  await nonred(['stress', 'concentration', join(root, 'examples', 'concentration', 'minerals.csv'), '--json', at('concentration.json')]);
});
afterAll(() => rmSync(top, { recursive: true, force: true }));

test('nothing that the commands wrote is warned about, or read as a second bill', async () => {
  const written = readdirSync(dir);
  expect(written.filter((name) => /^\d\d-.*\.xlsx$/.test(name))).not.toEqual([]);
  for (const name of ['report-en.xlsx', 'report-zh-Hant.html', 'timeline.json', 'matches.csv', 'screening.json', 'screening.html', 'rulebooks.json', 'stress.json', 'stress.csv', 'stress.html', 'concentration.json']) expect(written).toContain(name);
  expect(await unread()).toEqual([]);
  expect(JSON.parse(readFileSync(join(dir, 'out', 'result.json'), 'utf8')).honesty.lines).toBe(2);
});

test('a table that a user misnamed, a page or a JSON file of another program, and answers that were filled in are told', async () => {
  writeFileSync(at('partys.csv'), 'id,name,domicile\nx,Example,TW\n');
  writeFileSync(at('prices.csv'), 'part,price\nA-1,3\n');
  writeFileSync(at('page.html'), '<!doctype html>\n<html><head><title>nonred</title></head></html>');
  writeFileSync(at('other.json'), '{"version":1,"kind":"stress"}');
  writeFileSync(at('matches-done.csv'), 'left,right,says,by,on,why\r\nparties/a,parties/b,same,Lin,2026-11-22,one register\r\n');
  const zip = readZip(readFileSync(at('report-en.xlsx')), () => true, TABLE_LIMITS);
  if (!('members' in zip)) throw new Error('no archive');
  const saved = [...zip.members].map(([name, bytes]): [string, Uint8Array] => [name, name === 'xl/workbook.xml' ? new TextEncoder().encode(new TextDecoder().decode(bytes).replace(APPLICATION, '<fileVersion appName="xl"/>')) : bytes]);
  writeFileSync(at('saved.xlsx'), packedZip(new Map(saved.filter(([name]) => !name.endsWith('sheet1.xml')))));
  expect(await unread()).toEqual(expect.arrayContaining(['matches-done.csv', 'other.json', 'page.html', 'partys.csv', 'prices.csv']));
  expect((await unread()).length).toBeGreaterThan(5); // the workbook that another program saved, too
});

test('an export is a document that others send too, so it is read: who writes it into the workspace is told', async () => {
  const own = await nonred(['export', dir, '--cyclonedx', at('bom.cdx.json')]);
  expect(own.err).toContain('the next run reads it as one more document');
  rmSync(at('bom.cdx.json'));
  const aside = await nonred(['export', dir, '--cyclonedx', join(dir, 'out', 'bom.cdx.json')]);
  expect([aside.status, aside.err]).toEqual([0, expect.not.stringContaining('the next run')]);
});
