/** `nonred screen` and who holds the screened: at a terminal, as JSON, as a page, from a workspace and from a file. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { nonred } from '../support/cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'nonred-screen-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const FILE = `name,kind,country,owner,share
精密雲台股份有限公司,company,TW,Bright <Holdings> & Co,40 %
精密雲台股份有限公司,company,TW,Example Red Group,10 %
精密雲台股份有限公司,company,TW,陳小姐,50 %
Bright <Holdings> & Co,company,SG,Example Red Group,49 %
Bright <Holdings> & Co,company,SG,陳小姐,50 %
陳小姐,person,TW,,
Lone Maker,company,TW,,
`;

test('a workspace: three steps up is caught, drawn in both languages, and the exit status says it', async () => {
  const page = join(folder, 'page.html');
  const { status, out } = await nonred(['screen', 'examples/quad-x', '--as-of', '2026-11-22', '--html', page]);
  expect(status).toBe(2);
  expect(out).toMatch(/Strait Positioning Holdings \(made-up\): caught through its owners/);
  expect(out).toMatch(/of 14 parties no owner is recorded/);
  const html = readFileSync(page, 'utf8');
  expect(html.match(/<svg xmlns/g)!.length).toBeGreaterThan(15);
  expect(html).toMatch(/caught: Strait Positioning Holdings/);
  expect(html).toMatch(/涉及：Strait Positioning Holdings/);
  expect(html).not.toMatch(/ style="/); // its content policy allows none
});

test('a file with owners: each is screened too, names stay text, what decides is said', async () => {
  const [names, page] = [join(folder, 'names.csv'), join(folder, 'names.html')];
  writeFileSync(names, FILE);
  const { status, out } = await nonred(['screen', '--file', names, '--as-of', '2026-11-22', '--json', '-', '--html', page]);
  expect(status).toBe(4);
  const { owners, results } = JSON.parse(out);
  expect(results.map(({ subject }: { subject: { label: string } }) => subject.label)).toEqual(['精密雲台股份有限公司', 'Bright <Holdings> & Co', 'Example Red Group', '陳小姐', 'Lone Maker']);
  expect(owners.map(({ party, outcome }: { party: string; outcome: string }) => [party, outcome])).toEqual([['name/1', 'unknown'], ['name/2', 'unknown']]);
  const html = readFileSync(page, 'utf8');
  expect(html).toContain('1 % not recorded');
  expect(html).not.toContain('<Holdings>');
});

test('of hundreds of parties the worst are drawn, and every other one is told in a line', async () => {
  const [names, page, lists, from] = [join(folder, 'many.csv'), join(folder, 'many.html'), join(folder, 'many'), join(folder, 'many-list')];
  for (const one of [lists, from]) mkdirSync(one, { recursive: true });
  writeFileSync(join(from, 'red.csv'), 'id,name,idScheme,idValue\n1,Quiet Harbour Holdings Ltd,lei,5493001Z012YSB2A0K51\n');
  expect((await nonred(['import', 'lists', from, '--to', lists, '--edition', '2026-11-01', '--whole'])).status).toBe(0);
  const open = Array.from({ length: 120 }, (_, i) => `Maker ${i} Works,Holder ${i} Group,60 %,,\n`).join('');
  writeFileSync(names, `name,owner,share,idScheme,idValue\n${open}Last Maker Works,Quiet Harbour Holdings Ltd,60 %,,\nQuiet Harbour Holdings Ltd,,,lei,5493001Z012YSB2A0K51\n`);
  expect((await nonred(['screen', '--file', names, '--lists', lists, '--as-of', '2026-11-22', '--html', page])).status).toBe(2);
  const html = readFileSync(page, 'utf8');
  expect(html.match(/<h3>/g)!.length).toBe(101); // a hundred, and the head of the list
  expect([html.includes('21 more parties, not drawn'), html.includes('另有 21 個當事人未繪圖'), html.includes('<h3>Last Maker Works</h3>'), html.includes('<h3>Maker 119 Works</h3>'), html.includes('Maker 119 Works: open')]).toEqual([true, true, true, false, true]);
});

test('a file can say that these are all owners, and which right of control somebody has', async () => {
  const [names, lists, from] = [join(folder, 'complete.csv'), join(folder, 'none'), join(folder, 'none-list')];
  for (const one of [lists, from]) mkdirSync(one, { recursive: true });
  writeFileSync(join(from, 'red.csv'), 'id,name\n1,Example Red Group\n');
  expect((await nonred(['import', 'lists', from, '--to', lists, '--edition', '2026-11-01', '--whole'])).status).toBe(0);
  const asked = async (text: string): Promise<Record<string, string>> => {
    writeFileSync(names, text);
    const { out } = await nonred(['screen', '--file', names, '--lists', lists, '--as-of', '2026-11-22', '--json', '-']);
    return Object.fromEntries(JSON.parse(out).owners[0].answers.map(({ test: one, value }: { test: string; value: string }) => [one, value]));
  };
  const head = 'name,kind,country,owner,share,measure,allOwners';
  const held = 'Lone Maker,company,TW,Quiet Person,60 %..100 %,,';
  const person = 'Quiet Person,person,TW,,,,';
  expect(await asked(`${head}\n${held}\n${person}\n`)).toMatchObject({ OWN50_CASCADE: 'free', TW_RED: 'open' });
  expect(await asked(`${head}\n${held}1\n${person}\n`)).toMatchObject({ OWN50_CASCADE: 'free', TW_RED: 'free' });
  expect(await asked(`${head}\nLone Maker,company,TW,Quiet Person,,,1\n${person}\n`)).toMatchObject({ OWN50_CASCADE: 'free', TW_RED: 'free' });
  expect(await asked(`${head}\nLone Maker,company,TW,Quiet Person,40 %,,1\n${person}\n`)).toMatchObject({ OWN50_CASCADE: 'open' }); // all owners, and not all is held
  const abroad = (row: string): Promise<Record<string, string>> => asked(`${head}\n${held}2\nLone Maker,company,TW,Far Holder,${row},\n${person}\nFar Holder,person,CN,,,,\n`);
  expect(await abroad('30 %,voting')).toMatchObject({ TW_RED: 'open', CHIPS25: 'caught' });
  expect(await abroad(',contract')).toMatchObject({ TW_RED: 'open', OBBBA_FIE: 'caught' });
});

test.each([
  ['fewer owners than all', 'A,B,10 %,,2', 'input/listed-count', 'allOwners'],
  ['two numbers of owners', 'A,B,10 %,,1\nA,C,10 %,,3', 'input/listed-count', 'allOwners'],
  ['none, and one', 'A,B,10 %,,0', 'input/listed-count', 'allOwners'],
  ['no number of owners', 'A,B,10 %,,all', 'input/not-a-number', 'allOwners'],
  ['no such measure', 'A,B,10 %,shares,', 'input/not-one-of', 'measure'],
  ['a share of a right', 'A,B,10 %,contract,', 'input/share-of-right', 'share'],
])('refused: %s', async (_, rows, code, column) => {
  const path = join(folder, 'bad.csv');
  writeFileSync(path, `name,owner,share,measure,allOwners\n${rows}\n`);
  const { status, err } = await nonred(['screen', '--file', path]);
  expect(status).toBe(3);
  expect(err).toContain(code);
  expect(err).toContain(column);
});

test.each([
  ['a share above all', 'A,B,130 %', 'input/share-above-all', 'share'],
  ['a fraction that could be a percentage', 'A,B,0.4', 'input/ambiguous-share', 'share'],
  ['no number', 'A,B,most', 'input/not-a-number', 'share'],
  ['the same holding twice', 'A,B,10 %\nA,B,20 %', 'input/holder-twice', 'owner'],
])('refused: %s', async (_, rows, code, column) => {
  const path = join(folder, 'bad.csv');
  writeFileSync(path, `name,owner,share\n${rows}\n`);
  const { status, err } = await nonred(['screen', '--file', path]);
  expect(status).toBe(3);
  expect(err).toContain(code);
  expect(err).toContain(column);
});
