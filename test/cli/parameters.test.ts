/** Options of a rulebook's parameters, from nonred.yaml and from the command line. */
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ResultFile } from '../../src/wire/result.ts';
import { nonred } from '../support/cli.ts';

const TABLES: Readonly<Record<string, string>> = {
  'parties.csv': 'id,name,domicile\nm,Maker Ltd,TW\nb,Board Ltd,TW\n',
  'products.csv': 'id,maker\ndrone,m\nboard,b\nchip,b\n',
  'recipes.csv': 'id,output,country,steps,use\nbom,drone,TW,assembled,in-use\nmade-board,board,TW,assembled,in-use\nmade-chip,chip,CN,assembled,in-use\n',
  'lines.csv': 'recipe,line,product,use\nbom,1,board,in-use\nmade-board,1,chip,in-use\n',
};
const QUESTION = 'product: drone\nbom: bom\nasOf: 2026-11-22\nasIfBound: true\nrulebooks: [tw-non-red]\n';

function folderWith(settled = ''): string {
  const folder = mkdtempSync(join(tmpdir(), 'nonred-parameters-'));
  for (const [name, text] of Object.entries({ ...TABLES, 'nonred.yaml': QUESTION + settled })) writeFileSync(join(folder, name), text);
  return folder;
}
const resultIn = (folder: string): ResultFile => JSON.parse(readFileSync(join(folder, 'out', 'result.json'), 'utf8')) as ResultFile;
/** What is refused, without the hints. */
const faults = (err: string): string[] => err.split('\n').filter((line) => line.includes(' at '));

test('an option of the workspace decides how deep it is looked, is said beside the version, and can be replayed', async () => {
  const [plain, deep] = [folderWith(), folderWith('parameters: {tw-non-red: {depth: chips}}\n')];
  expect((await nonred(['check', plain])).status).toBe(4);
  const ran = await nonred(['check', deep]);
  expect(ran.status).toBe(2);
  expect(ran.out).toContain('tw-non-red 2026-01 [depth=chips]');
  const [before, after] = [resultIn(plain), resultIn(deep)];
  expect(after.rulebooks[0]!.parameters!.depth!.value).toBe('chips');
  expect(after.assessments.every(({ version }) => version === '2026-01 [depth=chips]')).toBe(true);
  expect(after.digests.rulebooks['tw-non-red']).not.toBe(before.digests.rulebooks['tw-non-red']);
  for (const command of ['check-grounds', 'replay']) expect((await nonred([command, join(deep, 'out', 'result.json')])).status).toBe(0);
  expect((await nonred(['why', deep, 'chip'])).out).toContain('[depth=chips]');
});

test('the command line sets the same, and wins over the workspace', async () => {
  const deep = folderWith('parameters: {tw-non-red: {depth: chips, evidenceAge: 180}}\n');
  await nonred(['check', deep, '--set', 'tw-non-red.depth=parts']);
  expect(resultIn(deep).assessments[0]!.version).toBe('2026-01 [evidenceAge=180]');
  const plain = folderWith();
  await nonred(['check', plain, '--set', 'tw-non-red.depth=chips', '--set', 'tw-non-red.evidenceAge=180']);
  await nonred(['check', deep]);
  expect(resultIn(plain).digests.rulebooks).toEqual(resultIn(deep).digests.rulebooks);
  expect((await nonred(['rulebooks', 'show', 'tw-non-red', '--set', 'tw-non-red.depth=chips'])).out).toContain('2026-01 [depth=chips]');
});

test('the option of the file, said aloud, changes nothing', async () => {
  const [plain, said] = [folderWith(), folderWith('parameters: {tw-non-red: {depth: parts}}\n')];
  for (const folder of [plain, said]) await nonred(['check', folder]);
  expect(resultIn(said)).toEqual(resultIn(plain));
});

test('what there is not is refused with its place, and no result is written', async () => {
  const refused: readonly (readonly [settled: string, places: readonly string[]])[] = [
    ['parameters: {tw-non-red: {depth: deep}}\n', ['rulebook/no-such-option at nonred.yaml/parameters/tw-non-red/depth']],
    ['parameters: {tw-non-red: {deep: chips, capital: none}}\n', ['rulebook/no-such-option at nonred.yaml/parameters/tw-non-red/deep', 'rulebook/no-such-option at nonred.yaml/parameters/tw-non-red/capital']],
    ['parameters: {us-ndaa-848: {constructor: a}}\n', ['rulebook/no-such-option at nonred.yaml/parameters/us-ndaa-848/constructor']],
    ['parameters: {tw-red: {depth: chips}}\n', ['cli/no-such-rulebook at nonred.yaml/parameters/tw-red']],
  ];
  for (const [settled, places] of refused) {
    const folder = folderWith(settled);
    const { status, err } = await nonred(['check', folder]);
    expect(status).toBe(3);
    expect(faults(err).map((line) => line.split(':')[0])).toEqual(places);
    expect(() => resultIn(folder)).toThrow();
  }
  const folder = folderWith();
  expect(faults((await nonred(['check', folder, '--set', 'depth=chips'])).err)[0]).toContain('cli/bad-choice');
  expect(faults((await nonred(['check', folder, '--set', 'us-ndaa-848.hongKong=apart'])).err)[0]).toContain('cli/no-such-rulebook'); // not asked for
});

test('a portfolio says every version that it was judged by', async () => {
  const ran = await nonred(['check', folderWith(), folderWith('parameters: {tw-non-red: {depth: chips}}\n')]);
  expect(ran.out).toContain('tw-non-red 2026-01, 2026-01 [depth=chips]');
});

test('a text of its own under a shipped id is warned of, by whatever answers from it; options and copies are not', async () => {
  const shipped = readFileSync(new URL('../../rulebooks/tw-non-red.yaml', import.meta.url), 'utf8');
  const mine = shipped.replace('counts: [CN, HK, MO]', 'counts: [KP]').replace('apart: [CN]', 'apart: [KP]');
  expect(mine).not.toBe(shipped);
  const runs: [string, string, boolean][] = [[mine, '', true], [mine, 'parameters: {tw-non-red: {depth: chips}}\n', true], [shipped, 'parameters: {tw-non-red: {depth: chips}}\n', false], [shipped, '', false]];
  for (const [text, settled, warned] of runs) {
    const folder = folderWith(settled);
    mkdirSync(join(folder, 'rulebooks'));
    writeFileSync(join(folder, 'rulebooks', 'tw-non-red.yaml'), text);
    const page = join(folder, 'page.html');
    expect((await nonred(['check', folder])).err.includes('rulebook/other-text at rulebooks/tw-non-red.yaml')).toBe(warned);
    await nonred(['check', folder, '--html', page]);
    expect(readFileSync(page, 'utf8').includes('rulebook/other-text')).toBe(warned);
    const file = join(folder, 'out', 'result.json');
    for (const args of [['check-grounds', file], ['replay', file], ['diff', file, file]]) expect((await nonred(args)).err.includes('rulebook/other-text'), args[0]).toBe(warned);
  }
});
