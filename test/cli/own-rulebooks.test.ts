/** Rulebooks of a workspace's own: which files are read, which are told, and whether their cases pass. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { fileOf } from '../../src/formats/file.ts';
import { readSheets } from '../../src/formats/table/read.ts';
import { nonred } from '../support/cli.ts';

const top = mkdtempSync(join(tmpdir(), 'nonred-own-rulebooks-'));
afterAll(() => rmSync(top, { recursive: true }));

const BOOK = (places: string, id = 'mine'): string => `id: ${id}
title: { en: t, zh-Hant: 題 }
cite: c
statusChecked: 2026-11-22
binds: { en: b, zh-Hant: 拘 }
sources: [{ key: read, text: s, confirmed: true }]
versions: [{ version: "1", from: 2020-01-01, status: in-force, sources: [read] }]
clauses: [{ id: A, cite: c, for: { components: { walk: all } }, redIf: { madeIn: [${places}] } }]
consequence: blocks-award
notModelled: []
`;
const CASES = (verdict: string): string => `rulebook: mine
question: { product: kit, asOf: 2026-11-22 }
networks:
  kit:
    parties: { ACME: TW, N: NO }
    products:
      kit: { maker: ACME, made: TW, roles: [], parts: [a] }
      a: { maker: N, made: NO, roles: [] }
cases:
  - case: a part from Norway
    expect: { verdict: ${verdict} }
`;

/** A kit with one part made in Norway. */
function workspace(files: Readonly<Record<string, string>>, rulebooks = 'rulebooks: [mine]\n'): string {
  const dir = mkdtempSync(join(top, 'w-'));
  const all: Readonly<Record<string, string>> = {
    'nonred.yaml': `product: kit\nasOf: 2026-11-22\nact: report\n${rulebooks}`, 'products.csv': 'id,maker,roles\nkit,m,none\na,m,none\n', 'parties.csv': 'id,name,domicile\nm,Example (made-up),TW\n',
    'recipes.csv': 'id,output,steps,country,sole\nbk,kit,assembled,TW,yes\nba,a,assembled,NO,yes\n', 'lines.csv': 'recipe,line,product\nbk,1,a\n', ...files,
  };
  for (const [name, text] of Object.entries(all)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), text);
  }
  return dir;
}

test('`NO` is Norway, in a file that ends in .yml too, asked for by name or not', async () => {
  expect((await nonred(['check', workspace({ 'rulebooks/mine.yaml': BOOK('CN, NO') })])).status).toBe(2);
  expect((await nonred(['check', workspace({ 'rulebooks/else.yml': BOOK('CN, NO') })])).status).toBe(2);
  expect((await nonred(['check', workspace({ 'rulebooks/else.yml': BOOK('CN, NO') }, '')])).out).toMatch(/mine +│ A +│ red/);
});

test('two files of one id are refused, whatever they are called and whether the id is asked for; of an id that is not asked for, nothing', async () => {
  for (const rulebooks of ['rulebooks: [mine]\n', '']) {
    const { status, err } = await nonred(['check', workspace({ 'rulebooks/mine.yaml': BOOK('CN, NO'), 'rulebooks/z.yaml': BOOK('CN') }, rulebooks)]);
    expect([status, err]).toEqual([3, expect.stringMatching(/rulebook\/two-files at .*z\.yaml\/id: `mine\.yaml` beside it has the id `mine` too/)]);
  }
  expect((await nonred(['check', workspace({ 'rulebooks/mine.yaml': BOOK('CN, NO'), 'rulebooks/x.yaml': BOOK('CN', 'x'), 'rulebooks/z.yaml': BOOK('CN', 'x') })])).status).toBe(2);
});

test('a text with the id of a shipped one judges by its id, whatever its file is called', async () => {
  for (const rulebooks of ['rulebooks: [us-uflpa]\n', 'rulebooks: [us-uflpa, mine]\n']) {
    const { err, out } = await nonred(['check', workspace({ 'rulebooks/mine.yaml': BOOK('KP'), 'rulebooks/z.yaml': BOOK('NO', 'us-uflpa') }, rulebooks)]);
    expect(err).toContain('rulebook/other-text');
    expect(out).toMatch(/us-uflpa +│ A +│ red/);
  }
});

test('CSV, SARIF and the workbook say whose text judged and what is unverified', async () => {
  const dir = workspace({ 'rulebooks/mine.yaml': BOOK('CN, NO'), 'rulebooks/z.yaml': BOOK('NO', 'us-uflpa') }, 'rulebooks: [mine, us-uflpa, us-ndaa-848]\n');
  const csv = (await nonred(['check', dir, '--csv', '-'])).out.trim().split('\r\n').map((line) => line.split(','));
  const whose = new Map(csv.slice(1).map((cells) => [cells[0], cells.at(-2)]));
  expect([...whose]).toEqual([['mine', 'own'], ['us-uflpa', 'changed'], ['us-ndaa-848', 'shipped']]);
  const json = JSON.parse((await nonred(['check', dir, '--json', '-'])).out) as { assessments: { rulebook: string; clause: string; unverified?: true }[] };
  const marked = json.assessments.flatMap(({ rulebook, clause, unverified }) => (unverified ? [`${rulebook}/${clause}`] : []));
  expect(marked.length).toBeGreaterThan(0);
  expect(csv.slice(1).filter((cells) => cells.at(-3) === 'yes').map((cells) => `${cells[0]}/${cells[2]}`)).toEqual(marked);
  const [run] = (JSON.parse((await nonred(['check', dir, '--sarif', '-'])).out) as { runs: { tool: { driver: { rules: { id: string; properties: { rulebookText: string; unverified?: true } }[] } }; invocations: { toolExecutionNotifications: { descriptor: { id: string } }[] }[]; results: { ruleId: string; message: { text: string }; properties: { unverified?: true } }[] }[] }).runs;
  expect(new Set(run!.tool.driver.rules.map(({ id, properties }) => `${id.split('/')[0]} ${properties.rulebookText}`))).toEqual(new Set(['mine own', 'us-uflpa changed', 'us-ndaa-848 shipped']));
  expect(run!.results.filter(({ properties, message }) => properties.unverified && message.text.includes('(unverified)')).map(({ ruleId }) => ruleId)).toEqual(marked);
  expect(run!.invocations[0]!.toolExecutionNotifications.map(({ descriptor }) => descriptor.id)).toContain('rulebook/other-text');
  const xlsx = join(dir, 'a.xlsx');
  await nonred(['check', dir, '--xlsx', xlsx]);
  const sheets = readSheets('a.xlsx', fileOf(readFileSync(xlsx))).value;
  const cells = sheets.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  expect(cells.some((cell) => cell.endsWith('(unverified)'))).toBe(true);
  expect(cells.some((cell) => cell.startsWith('rulebook/other-text'))).toBe(true);
});

test('what a question says and no verdict reads is warned of', async () => {
  const { err } = await nonred(['check', workspace({ 'rulebooks/mine.yaml': BOOK('CN') }, 'rulebooks: [mine]\nbuyer: { kind: us-dod, agency: DoD, federalFunds: true }\nendItem: cots\ncontractUsd: 100\nlists: [x]\n')]);
  expect([...err.matchAll(/input\/unread-setting at nonred\.yaml(\S+):/g)].map(([, place]) => place)).toEqual(['/buyer/agency', '/buyer/federalFunds', '/contractUsd', '/endItem', '/lists']);
});

test('a rulebook where none is read is told; texts and cases are not', async () => {
  const { err } = await nonred(['check', workspace({
    'rulebooks/mine.yaml': BOOK('CN, NO'), 'rulebooks/other.json': '{}', 'rulebooks/eu/mine.yaml': BOOK('CN'), 'beside.yaml': BOOK('CN'), 'rulebooks/README.md': 'x', 'rulebooks/cases/mine.yaml': CASES('red'), 'scenario.yaml': 'title: t\n',
  })]);
  expect([...err.matchAll(/rulebook\/not-read at (\S+):/g)].map(([, place]) => place).sort()).toEqual(['beside.yaml', 'rulebooks/eu', 'rulebooks/other.json']);
});

test('rulebooks test --workspace runs its cases, and says where there are none or what its clauses say of each other', async () => {
  const dir = workspace({ 'rulebooks/mine.yaml': BOOK('CN, NO'), 'rulebooks/cases/mine.yaml': CASES('red') });
  expect(await nonred(['rulebooks', 'test', '--workspace', dir])).toEqual({ status: 0, out: 'mine: 1 of 1 case as expected\n', err: '' });
  writeFileSync(join(dir, 'rulebooks/cases/mine.yaml'), CASES('clear'));
  expect(await nonred(['rulebooks', 'test', '--workspace', dir])).toMatchObject({ status: 1, out: expect.stringContaining('verdict: expected clear, found red') });
  rmSync(join(dir, 'rulebooks/cases'), { recursive: true });
  writeFileSync(join(dir, 'rulebooks/mine.yaml'), BOOK('CN').replace('statusChecked', 'scope: { act: [report] }\nstatusChecked').replace('redIf: { madeIn: [CN] }', 'redIf: { all: [{ madeIn: [CN] }, { not: { madeIn: [CN] } }] }, notPolar: true'));
  const none = await nonred(['rulebooks', 'test', '--workspace', dir]);
  expect([none.out, none.err]).toEqual(['mine: no cases, so nothing says whether it judges as meant; they belong into rulebooks/cases/mine.yaml\n', expect.stringContaining('rulebook/never-red')]);
  expect((await nonred(['rulebooks', 'show', 'mine', '--workspace', dir])).out).toContain('A (c)');
  expect((await nonred(['rulebooks', '--workspace', dir])).out).toContain('mine  t');
  expect((await nonred(['rulebooks', 'test', '--workspace', join(dir, 'nowhere')])).status).toBe(3);
});
