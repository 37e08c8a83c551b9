import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import type { CheckResult } from '../../src/engine/result.ts';
import { readZip } from '../../src/formats/table/zip.ts';
import { returnSheet } from '../../src/report/request.ts';
import { root } from '../house/sources.ts';
import { nonred, type Ran } from '../support/cli.ts';
import { fill, type Grid, grids, refs, workbook } from '../support/sheet.ts';

const top = mkdtempSync(join(tmpdir(), 'nonred-import-'));
let nth = 0;
let folder = '';
let aero: Uint8Array;
let magnetics: Uint8Array;
beforeEach(async () => {
  folder = join(top, String(nth++));
  cpSync(join(root, 'examples', 'quad-x'), folder, { recursive: true, filter: (path) => !/[\\/]out$/.test(path) });
  expect((await nonred(['ask', folder])).status).toBe(0);
  aero = readFileSync(join(folder, 'out', 'ask', '01-aero.xlsx'));
  magnetics = readFileSync(join(folder, 'out', 'ask', '02-magnetics.xlsx'));
});
afterAll(() => rmSync(top, { recursive: true }));

/** The first sheet as it is written. */
function grid(bytes: Uint8Array): string {
  const zip = readZip(bytes, (name) => name.endsWith('sheet1.xml'), { members: 100, inflated: 1 << 20 });
  if (!('members' in zip)) throw new Error('no archive');
  return new TextDecoder().decode([...zip.members.values()][0]);
}

async function imported(bytes: Uint8Array): Promise<Ran> {
  const file = join(folder, 'out', `returned-${nth++}.xlsx`);
  writeFileSync(file, bytes);
  return nonred(['import', 'answers', file, '--workspace', folder]);
}

const MAGNETS = {
  'products/magnet-motor/maker': 'as recorded', 'products/magnet-motor/makerCountry': 'as recorded', 'products/magnet-motor/only': 'yes',
  'recipes/make-magnet-motor/country': 'Japan', 'recipes/make-magnet-motor/steps': 'as recorded', 'recipes/make-magnet-motor/parts': 'yes',
};
const AERO = {
  'products/magnet-gimbal/maker': 'Example Magnetics (made-up)', 'products/magnet-gimbal/makerCountry': 'JP', 'products/magnet-gimbal/country': '日本', 'products/magnet-gimbal/steps': 'sintered',
  'products/magnet-gimbal/only': '是', 'products/magnet-gimbal/parts': 'yes', 'recipes/make-payload/parts': 'yes',
};

test('the sheet asks what is open, in fixed cells, with choices, and has no formula', () => {
  expect(refs(magnetics).sort()).toEqual(Object.keys(MAGNETS).sort());
  expect(refs(aero).sort()).toEqual(Object.keys(AERO).sort());
});

test('answers become records with the sheet as a declaration, and say what they decided', async () => {
  const { status, out } = await imported(fill(magnetics, { company: 'Example Magnetics (made-up)', answers: MAGNETS }));
  expect(out).toMatch(/6 statements of Example Magnetics \(made-up\) kept as a declaration of 2026-11-20/);
  expect(out).toMatch(/tw-non-red place, motor magnet \(magnet-motor\): unknown -> neither red nor open/);
  expect(status).toBe(0);
  await imported(fill(aero, { company: 'Example Aero (made-up)', answers: AERO }));
  const { out: after } = await nonred(['ask', folder]);
  expect(after).toContain('nothing is open that a supplier could answer');
  const papers = readdirSync(join(folder, 'answers')).map((one) => readFileSync(join(folder, 'answers', one, 'evidence.csv'), 'utf8')).join('');
  expect(papers).toMatch(/,declaration,"A\. Tester, quality manager, Example Magnetics \(made-up\)",2026-11-20,evidence\/[0-9a-f]{32}\.xlsx,/);
});

test('a step may be answered in 繁體中文, as the sheet offers it, or several at once; another word is refused with the cell named', async () => {
  const choices = [...grid(magnetics).matchAll(/<formula1>&quot;(.*?)&quot;<\/formula1>/g)].map(([, of]) => of!);
  expect(choices.some((of) => of.includes('sintered 燒結'))).toBe(true);
  for (const of of choices) expect(of.length + 2).toBeLessThanOrEqual(255); // Excel repairs a file with more
  for (const steps of ['sintered 燒結', '燒結', '燒結、測試', 'sintered, tested 測試']) {
    const { status, err } = await imported(fill(magnetics, { company: 'Example Magnetics (made-up)', answers: { ...MAGNETS, 'recipes/make-magnet-motor/steps': steps } }));
    expect(err, steps).toBe('');
    expect(status).toBe(0);
  }
  expect((await imported(fill(magnetics, { company: 'Example Magnetics (made-up)', answers: { ...MAGNETS, 'recipes/make-magnet-motor/steps': '燒結、煮' } }))).err).toMatch(/answers\/bad-answer.*E\d+/);
});

test('a claim is a declaration and nothing more: beside another claim it is a contradiction, never a correction', async () => {
  await imported(fill(magnetics, { company: 'Example Magnetics (made-up)', answers: { ...MAGNETS, 'recipes/make-magnet-motor/country': 'China' } }));
  const { out } = await nonred(['why', folder, 'magnet-motor', '--rule', 'tw-non-red']);
  expect(out).toContain('contradict');
  expect(out).not.toContain('motor magnet (magnet-motor) is clear');
});

test('a sheet that another company signs is its declaration, and that is said; the same company by another spelling is not', async () => {
  const signed = async (company: string): Promise<string> => (await imported(fill(magnetics, { answers: MAGNETS, company }))).err;
  expect(await signed('EXAMPLE MAGNETICS CO., LTD. (made-up)')).toBe('');
  expect(await signed('Other Works Ltd')).toContain('it is signed for Other Works Ltd, and the request went to Example Magnetics (made-up)');
});

test('a part of the answer decides a part, and an unanswered question stays open', async () => {
  await imported(fill(magnetics, { company: 'Example Magnetics (made-up)', answers: { 'products/magnet-motor/only': 'yes' } }));
  const { out } = await nonred(['ask', folder]);
  expect(out).toContain('Example Magnetics');
});

test('a company that is only named, and described nowhere, is asked by itself and can answer', async () => {
  const parties = join(folder, 'parties.csv');
  writeFileSync(parties, readFileSync(parties, 'utf8').split('\n').filter((row) => !row.startsWith('power,')).join('\n'));
  rmSync(join(folder, 'out'), { recursive: true });
  expect((await nonred(['ask', folder])).status).toBe(0);
  const name = readdirSync(join(folder, 'out', 'ask')).find((one) => one.endsWith('-power.xlsx'))!;
  const sheet = readFileSync(join(folder, 'out', 'ask', name));
  expect(refs(sheet)).toEqual(expect.arrayContaining(['parties/power/name', 'parties/power/domicile']));
  expect(grids(sheet)[0]!.rows.find((row) => row[0] === 'parties/power/name')![3] ?? '').toBe(''); // an id is no name on record
  const { status, err } = await imported(fill(sheet, { company: 'Example Power (made-up)', answers: { 'parties/power/name': 'Example Power (made-up)', 'parties/power/domicile': 'KR' } }));
  expect([status, err.includes('unknown-ref')]).toEqual([0, false]);
  expect(kept('parties')).toMatch(/Example Power \(made-up\)/);
  expect(kept('parties')).toMatch(/KR/);
});

test('an owner who is only named, and described nowhere, can be answered about', async () => {
  const parties = join(folder, 'parties.csv');
  writeFileSync(parties, readFileSync(parties, 'utf8').split('\n').filter((row) => !row.startsWith('p-magnetics,')).join('\n'));
  const { status, err } = await imported(byHand('magnetics', [['parties/p-magnetics/partyKind', '', 'person'], ['parties/p-magnetics/domicile', '', 'JP']]));
  expect([status, err.includes('unknown-ref')]).toEqual([0, false]);
  expect(kept('parties')).toMatch(/p-magnetics/);
});

test('a yes to the ways of making pins those that the sheet showed: none that has ended or is still to come', async () => {
  const recipes = join(folder, 'recipes.csv');
  const [head] = readFileSync(recipes, 'utf8').split('\n');
  const columns = head!.trim().split(',');
  const row = (cells: Record<string, string>): string => columns.map((column) => cells[column] ?? '').join(',');
  const way = { output: 'magnet-motor', steps: 'sintered', country: 'JP' };
  expect(columns).toEqual(expect.arrayContaining(['id', 'output', 'steps', 'validFrom', 'validTo']));
  writeFileSync(recipes, `${readFileSync(recipes, 'utf8').trimEnd()}\n${row({ ...way, id: 'magnet-then', validTo: '2026-01-01' })}\n${row({ ...way, id: 'magnet-later', validFrom: '2027-01-01' })}\n`);
  expect((await nonred(['ask', folder])).status).toBe(0);
  await imported(fill(readFileSync(join(folder, 'out', 'ask', '02-magnetics.xlsx')), { company: 'Example Magnetics (made-up)', answers: MAGNETS }));
  const { out } = await nonred(['why', folder, 'magnet-motor', '--rule', 'tw-non-red']);
  expect(out).not.toContain('recorded ways of making it');
  const pin = kept('completeness').split('\n').find((one) => one.startsWith('recipes,magnet-motor,'))!;
  expect(pin.match(/[0-9a-f]{64}/g)).toHaveLength(2); // the way on record, and what the sheet says of it
});

test('what the sheet showed as owners counts only where the sender spoke of the list', async () => {
  const without = fill(magnetics, { company: 'Example Magnetics (made-up)', answers: { 'products/magnet-motor/only': 'yes' } });
  await imported(without);
  const [only] = readdirSync(join(folder, 'answers'));
  expect(existsSync(join(folder, 'answers', only!, 'ownerships.csv'))).toBe(false);
});

// --- sheets as hands change them ------------------------------------------------------------------------------------

const changed = (bytes: Uint8Array, change: (rows: Grid) => void): Uint8Array => {
  const sheets = grids(bytes);
  change(sheets[0]!.rows);
  return workbook(sheets);
};
const filled = (): Uint8Array => fill(magnetics, { company: 'Example Magnetics (made-up)', answers: MAGNETS });
const headOf = (rows: Grid): number => rows.findIndex((row) => row[0] === 'ref');

test.each<[string, (rows: Grid) => void]>([
  ['moved columns', (rows) => { for (const row of rows) row.unshift(row[4] ?? '', ''); for (const row of rows) row[6] = ''; }],
  ['columns in reverse', (rows) => { for (const row of rows) { while (row.length < 6) row.push(''); const own = row.splice(0, 6); row.push(...own.reverse()); } rows.forEach((row, i) => { if (row[4] === 'nonred-request/1') rows[i] = ['', 'nonred-request/1', row[3]!, row[2]!]; }); }],
  ['blank rows and a remark between', (rows) => void rows.splice(headOf(rows) + 2, 0, [], ['', 'we were asked last year too'], [])],
  ['rows taken out that were not answered', (rows) => void rows.push([])],
  ['heads in Chinese alone', (rows) => { rows[headOf(rows)] = ['ref', '對象', '問題', '現有紀錄', '回答', '備註']; }],
  ['answers in Chinese', (rows) => { for (const row of rows) row[4] = { yes: '是', 'as recorded': '如紀錄', Japan: '日本' }[row[4] ?? ''] ?? row[4] ?? ''; }],
  ['rows sorted otherwise', (rows) => { const at = headOf(rows); rows.push(...rows.splice(at + 1).reverse()); }],
])('%s: imported as meant', async (_, change) => {
  const { status, out, err } = await imported(changed(filled(), change));
  expect(err).toBe('');
  expect(status).toBe(0);
  expect(out).toContain('6 statements');
  expect(out).toMatch(/tw-non-red place, motor magnet \(magnet-motor\): unknown -> neither red nor open/);
});

test.each<[string, string, (rows: Grid) => void]>([
  ['an answer in a row of one\'s own', 'answers/no-ref', (rows) => void rows.push(['', 'and our other magnet', '', '', 'China'])],
  ['a reference that was changed', 'answers/unknown-ref', (rows) => { rows[headOf(rows) + 1]![0] = 'products/magnet-motor/colour'; }],
  ['a thing that is not in the workspace', 'answers/unknown-ref', (rows) => { rows[headOf(rows) + 1]![0] = 'products/other/maker'; rows[headOf(rows) + 1]![4] = 'X'; }],
  ['a country that is none', 'answers/bad-answer', (rows) => { for (const row of rows) if (row[0] === 'recipes/make-magnet-motor/country') row[4] = 'the usual place'; }],
  ['a step that is none', 'answers/bad-answer', (rows) => { for (const row of rows) if (row[0] === 'recipes/make-magnet-motor/steps') row[4] = 'magic'; }],
  ['neither yes nor no', 'answers/bad-answer', (rows) => { for (const row of rows) if (row[0] === 'products/magnet-motor/only') row[4] = 'mostly'; }],
  ['two different answers to one question', 'answers/twice', (rows) => void rows.push(['products/magnet-motor/only', '', '', '', 'no'])],
  ['no name', 'answers/unsigned', (rows) => { for (const row of rows) if (row[0] === 'by') row[4] = ''; }],
  ['no date', 'answers/unsigned', (rows) => { for (const row of rows) if (row[0] === 'date') row[4] = ''; }],
  ['a day that is none', 'answers/bad-answer', (rows) => { for (const row of rows) if (row[0] === 'date') row[4] = 'yesterday'; }],
  ['another workspace\'s sheet', 'answers/other-workspace', (rows) => { for (const row of rows) if (row[1] === 'nonred-request/1') row[2] = 'other'; }],
  ['no head', 'answers/not-a-sheet', (rows) => void rows.splice(headOf(rows), 1)],
  ['nothing answered', 'answers/nothing', (rows) => { const at = headOf(rows); rows.forEach((row, i) => { if (i > at) row[4] = ''; }); }],
])('%s: refused with the place, and nothing is written', async (_, code, change) => {
  const before = readdirSync(folder, { recursive: true }).filter((name) => !String(name).startsWith('out')).sort();
  const { status, err } = await imported(changed(filled(), change));
  expect(status).toBe(3);
  expect(err).toContain(code);
  if (!['answers/other-workspace', 'answers/not-a-sheet', 'answers/nothing'].includes(code)) expect(err).toMatch(/cell [A-Z]+[0-9]+/);
  expect(readdirSync(folder, { recursive: true }).filter((name) => !String(name).startsWith('out')).sort()).toEqual(before);
});

test('the same sheet twice is refused the second time', async () => {
  const bytes = filled();
  expect((await imported(bytes)).status).toBe(0);
  const { status, err } = await imported(bytes);
  expect(status).toBe(3);
  expect(err).toContain('answers/known');
});

test('a name that could run in a spreadsheet stays text, and a file name is ours alone', async () => {
  await imported(fill(aero, { company: 'Example Aero (made-up)', answers: { ...AERO, 'products/magnet-gimbal/maker': '=HYPERLINK("http://x")' }, by: '../../etc/passwd' }));
  expect(readdirSync(join(folder, 'answers')).every((name) => /^2026-11-20 [0-9a-f]{12}$/.test(name))).toBe(true);
  const [only] = readdirSync(join(folder, 'answers'));
  for (const name of readdirSync(join(folder, 'answers', only!)))
    expect(readFileSync(join(folder, 'answers', only!, name), 'utf8')).not.toMatch(/(?:^|,)=/m);
});

// --- sheets that say more than they were asked, or less than they seem to ---------------------------------------------

/** A sheet by hand: rows are reference, what it shows as on record, answer. */
function byHand(from: string, rows: readonly (readonly [ref: string, recorded: string, answer: string])[], owners: Grid = [], date = '2026-11-20'): Uint8Array {
  const main: Grid = [
    ['', 'nonred-request/1', 'quad', from], ['by', '', '', '', 'A. Tester'], ['company', '', '', '', 'Example (made-up)'], ['date', '', '', '', date],
    ['ref', 'about', 'question', 'on record', 'answer', 'note'], ...rows.map(([ref, recorded, answer]) => [ref, '', '', recorded, answer]),
  ];
  return workbook([{ name: 'answers', rows: main }, ...(owners.length > 0 ? [{ name: 'owners', rows: [['ref', '', 'owner', 'kind', 'country', 'share %'], ...owners] }] : [])]);
}
/** Tables of the only import. */
function kept(table: string): string {
  const [only] = readdirSync(join(folder, 'answers'));
  const file = join(folder, 'answers', only!, `${table}.csv`);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
async function refused(bytes: Uint8Array, code: string): Promise<void> {
  const { status, err } = await imported(bytes);
  expect(err).toContain(code);
  expect(status).toBe(3);
  expect(existsSync(join(folder, 'answers'))).toBe(false);
}

test.each<[string, string, Uint8Array | (() => Uint8Array)]>([
  ['another company\'s country', 'answers/not-asked', byHand('magnetics', [['parties/semi/domicile', '', 'TW']])],
  ['another maker\'s part', 'answers/not-asked', byHand('magnetics', [['products/camera/roles', '', 'none']])],
  ['another maker\'s bill', 'answers/not-asked', byHand('magnetics', [['recipes/make-payload/parts', 'camera, magnet-gimbal', 'yes']])],
  ['another company\'s owners', 'answers/not-asked', byHand('magnetics', [['parties/magnetics/domicile', '', 'JP']], [['owners/semi', '', 'A Person', 'person', 'TW', '100']])],
  ['a sheet that was sent to nobody we know', 'answers/not-asked', byHand('stranger', [['parties/magnetics/domicile', '', 'JP']])],
  ['the facts of a company by the reference of an owner that it is not', 'answers/unknown-ref', byHand('magnetics', [['parties/magnetics/domicile', '', 'JP']], [['owners/magnetics>semi', '', 'Semi', 'person', 'TW', '100']])],
  ['the owners of a company that there is not', 'answers/unknown-ref', byHand('magnetics', [['parties/magnetics/domicile', '', 'JP']], [['owners/nobody', '', 'A Person', 'person', 'TW', '100']])],
  ['a line of a bill that there is not', 'answers/unknown-ref', byHand('', [['products/?nowhere#1/0/name', '', 'magnet']])],
  ['all owners, and none of them', 'answers/of-nothing', byHand('', [['parties/red-group/owners', '', 'yes']])],
  ['all owners, but for one on record', 'answers/list-changed', byHand('magnetics', [['parties/magnetics/owners', '', 'yes']], [['owners/magnetics', '', 'Another Person', 'person', 'JP', '100 %']])],
  ['all sellers, and none of them', 'answers/of-nothing', byHand('aero', [['products/magnet-gimbal/sellers', '', 'yes']])],
  ['the country of a maker whom nobody names', 'answers/of-nothing', byHand('aero', [['products/magnet-gimbal/makerCountry', '', 'CN']])],
  ['an owner without a name', 'answers/bad-answer', byHand('magnetics', [['parties/magnetics/domicile', '', 'JP']], [['owners/magnetics', '', '', 'company', 'CN', '60']])],
  ['a day still to come', 'evidence/not-yet-issued', byHand('magnetics', [['parties/magnetics/domicile', '', 'JP']], [], '2099-01-01')],
  ['two companies in one cell', 'answers/bad-answer', byHand('aero', [['products/magnet-gimbal/maker', '', 'Example Magnetics (made-up); Red Magnets']])],
  ['the word for what stands above', 'answers/bad-answer', byHand('aero', [['products/magnet-gimbal/maker', '', 'same as above']])],
  ['a pointer at another file', 'answers/bad-answer', byHand('aero', [['products/magnet-gimbal/maker', '', '詳見附件'], ['products/magnet-gimbal/makerCountry', '', 'JP']])],
  ['a copy of the sheet with corrections', 'answers/several-sheets', () => { const sheets = grids(filled()); return workbook([...sheets, { ...sheets[0]!, name: 'corrected' }]); }],
])('%s: refused, and nothing is written', async (_, code, bytes) => {
  await refused(typeof bytes === 'function' ? bytes() : bytes, code);
});

test('a yes to a list speaks of the list that the sheet showed: a part that came or went since refuses it', async () => {
  const bytes = fill(aero, { company: 'Example Aero (made-up)', answers: AERO });
  const lines = join(folder, 'lines.csv');
  const before = readFileSync(lines, 'utf8');
  const [head] = before.split('\n');
  const line = (cells: Readonly<Record<string, string>>): string => `${head!.split(',').map((name) => cells[name] ?? '').join(',')}\n`;
  writeFileSync(lines, `${before.trimEnd()}\n${line({ recipe: 'make-payload', line: '77', product: 'radio', quantity: '1', uom: 'H87' })}`);
  await refused(bytes, 'answers/list-changed');
  writeFileSync(lines, before.split('\n').filter((one) => !/^make-payload,2,/.test(one)).join('\n'));
  await refused(bytes, 'answers/list-changed');
  writeFileSync(lines, before);
  expect((await imported(bytes)).err).toBe('');
});

test('a cell that says that nothing is known is no company, and is told', async () => {
  const { status, out } = await imported(byHand('aero', [
    ['products/magnet-gimbal/maker', '', 'n/a'], ['products/magnet-gimbal/country', '', '不適用'], ['products/magnet-gimbal/only', '', 'ＵＮＫＮＯＷＮ'], ['products/magnet-gimbal/seller', '', '無'], ['recipes/make-payload/parts', 'camera, magnet-gimbal', 'no'],
  ]));
  expect(status).toBe(0);
  expect(out).toContain('1 statement');
  expect(out).toContain('4 cells say that the sender does not know, and were left open: E6, E7, E8, E9');
  expect(kept('parties') + kept('products') + kept('recipes') + kept('supplies')).toBe('');
});

test('an owner who is only named is one, and a changed owner counts without a word about the list', async () => {
  await imported(byHand('magnetics', [['parties/magnetics/domicile', '', 'JP']], [['owners/magnetics', '', 'Example Red Group (made-up)', '', '', '']]));
  expect(kept('ownerships')).toBe('asset,id,measure,owner\r\nmagnetics,red-group>magnetics/answer,equity,red-group\r\n');
  rmSync(join(folder, 'answers'), { recursive: true });
  // Confirmed as it stands, a stake is the same stake and no second one beside it; changed, it contradicts.
  const strait = (share: string): Uint8Array => byHand('nav', [['parties/strait/domicile', '', 'SG']], [['owners/strait>pine', '', 'Pine Fund (made-up)', 'company', 'KY', share]]);
  await imported(strait('31 %'));
  expect(kept('ownerships')).toBe('');
  rmSync(join(folder, 'answers'), { recursive: true });
  await imported(strait('12 %'));
  expect(kept('ownerships')).toBe('asset,hi,id,lo,measure,owner\r\nstrait,120000 ppm,pine-in-strait,120000 ppm,equity,pine\r\n');
});

test('the country of a maker on record is the maker\'s, named again or not', async () => {
  await imported(byHand('magnetics', [['products/magnet-motor/makerCountry', 'JP', 'CN']]));
  expect(kept('parties')).toContain('CN,magnetics');
  expect((await nonred(['check', folder])).status).not.toBe(0);
});

test('a list with nothing in it is never asked about as if it had something', () => {
  const question = (what: 'parts' | 'sellers', recorded: string): string => grids(returnSheet({
    request: { from: 'x', asks: [], turns: [], clears: [] }, questions: { questions: [{ table: what === 'parts' ? 'recipes' : 'products', id: 'r', what, recorded }], owners: [], papers: [] },
    plan: { requests: [], own: [], now: 'unknown', reachable: 'clear', proven: true, papers: [] }, result: { rulebooks: [], madeUp: true } as unknown as CheckResult, name: (id) => id, outputs: new Map(), product: 'r', on: '2026-11-20',
  }))[0]!.rows.at(-1)![2]!;
  expect(question('parts', '')).toContain('without parts or materials of other makers');
  expect(question('parts', 'lens')).toContain('are these all parts and materials in it: lens');
  expect(question('sellers', '')).toContain('is that the only company that sells it to us');
  expect(question('sellers', 'Shop')).toContain('are these all companies that sell it to us: Shop');
});

test('who runs the plant of a way that has none on record is asked, and the answer decides', async () => {
  const own = join(top, 'plantless');
  cpSync(join(root, 'examples', 'quad-clear'), own, { recursive: true, filter: (path) => !/[\\/]out$/.test(path) });
  const edit = (name: string, change: (text: string) => string): void => writeFileSync(join(own, name), change(readFileSync(join(own, name), 'utf8')));
  edit('nonred.yaml', (text) => text.replace('[us-ndaa-848, tw-non-red]', '[us-ndaa-848]\nparameters: {us-ndaa-848: {plants: asked}}'));
  edit('recipes.csv', (text) => text.split('\n').map((row, i) => (row === '' ? row : i === 0 ? `${row},country` : row.startsWith('make-camera,') ? 'make-camera,camera,assembled,,yes,JP' : `${row},`)).join('\n'));
  expect((await nonred(['check', own])).status).toBe(4);
  expect((await nonred(['ask', own])).status).toBe(0);
  const [name = ''] = readdirSync(join(own, 'out', 'ask')).filter((file) => file.endsWith('.xlsx'));
  const sheet = readFileSync(join(own, 'out', 'ask', name));
  expect(refs(sheet)).toContain('recipes/make-camera/operator');
  const answers = Object.fromEntries(refs(sheet).map((ref) => [ref, /operator$/.test(ref) ? 'Example Lens (made-up)' : /Country$|country$/.test(ref) ? 'JP' : /\/(?:only|parts)$/.test(ref) ? 'yes' : 'as recorded']));
  const file = join(own, 'out', 'returned.xlsx');
  writeFileSync(file, fill(sheet, { answers }));
  expect((await nonred(['import', 'answers', file, '--workspace', own])).status).toBe(0);
  expect((await nonred(['check', own])).status).toBe(0);
});
