import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fileOf } from '../../src/formats/file.ts';
import { readSheets } from '../../src/formats/table/read.ts';
import { writeWorkbook } from '../../src/formats/table/workbook.ts';
import { readZip } from '../../src/formats/table/zip.ts';
import { markdown } from '../../src/report/markdown.ts';
import { plain } from '../../src/text/plain.ts';
import { root } from '../house/sources.ts';
import { nonred } from '../support/cli.ts';

let folder = '';
const at = (...parts: string[]) => join(folder, ...parts);
const text = (name: string) => readFileSync(at(name), 'utf8');
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nonred-outputs-'));
  cpSync(join(root, 'examples'), folder, { recursive: true, filter: (path) => !/[\\/]out$/.test(path) });
  const forms = ['html', 'markdown', 'csv', 'xlsx', 'sarif'].flatMap((form) => [`--${form}`, at(`a.${form}`)]);
  expect((await nonred(['check', at('quad-x'), ...forms])).status).toBe(2);
});
afterAll(() => rmSync(folder, { recursive: true }));

const FORMULA = /^[=+\-@\t\r\0]/;

test('the workbook has the own bill with verdict, reason and what is missing beside each line', () => {
  const { value: sheets, issues } = readSheets('a.xlsx', fileOf(readFileSync(at('a.xlsx'))));
  expect(issues).toEqual([]);
  expect(sheets.map(({ name }) => name)).toEqual(['Bill', 'Verdicts', 'About']);
  const own = readSheets('lines.csv', fileOf(readFileSync(at('quad-x', 'lines.csv')))).value[0]!.rows;
  const bill = sheets[0]!.rows;
  expect(bill).toHaveLength(own.length);
  for (const [i, { cells }] of bill.entries()) expect(cells.slice(0, own[i]!.cells.length).map((cell) => cell ?? '')).toEqual(own[i]!.cells);
  const verdictOf = (product: string) => bill.filter(({ cells }) => cells[2] === product).map(({ cells }) => cells[7]);
  expect(verdictOf('camera')).toEqual(['red']);
  expect(verdictOf('magnet-gimbal')).toEqual(['unknown']);
  expect(verdictOf('gimbal')).toEqual(['unknown']);
  expect(verdictOf('propeller')).toEqual(['clear']);
  expect(bill.find(({ cells }) => cells[2] === 'magnet-gimbal')!.cells[9]).toContain('not recorded: the maker');
});

test('a line of which one option is not known is never clear in the workbook, whatever its other options are', async () => {
  cpSync(at('quad-clear'), at('half-known'), { recursive: true });
  const lines = text('half-known/lines.csv').trimEnd().split('\n');
  const propeller = lines.findIndex((line) => line.startsWith('bom-quad,6,propeller'));
  const head = lines[0]!.split(',');
  writeFileSync(at('half-known', 'lines.csv'), `${[`${lines[0]},alternativeOf`, ...lines.slice(1).map((line) => `${line},`), `${['bom-quad', '6b', ...Array(head.length - 2).fill('')].join(',')},6`].join('\n')}\n`);
  writeFileSync(at('half-known', 'completeness.csv'), text('half-known/completeness.csv').replace('components,bom-quad,complete,as listed here (13)', 'components,bom-quad,complete,as listed here (14)'));
  const { status } = await nonred(['check', at('half-known'), '--xlsx', at('half-known.xlsx')]);
  expect(status).toBe(4);
  const bill = readSheets('x.xlsx', fileOf(readFileSync(at('half-known.xlsx')))).value[0]!.rows;
  const verdicts = bill.filter(({ cells }) => cells[2] === 'propeller' || cells[1] === '6b').map(({ cells }) => cells[head.length + 1]);
  expect(propeller).toBeGreaterThan(0);
  expect(verdicts).toEqual(['unknown', 'unknown']);
});

test('no cell of a workbook is a formula, whatever is in it', () => {
  const hostile = ['=1+1', '+1', '-1', '@x', '\tx', '\rx', '\0x', '＝1', "=cmd|'/c calc'!A0", '<f>1</f>', ']]>', '\ud800', '0603', '1e5', '12', '1.50'];
  const bytes = writeWorkbook([{ name: 'a/b:c', rows: [hostile], widths: [10] }]);
  const zip = readZip(bytes, () => true, { members: 100, inflated: 1 << 20 });
  if (!('members' in zip)) throw new Error('no archive');
  for (const [name, member] of zip.members) expect(new TextDecoder().decode(member), name).not.toMatch(/<f[\s>]/);
  const cells = readSheets('x.xlsx', fileOf(bytes)).value[0]!.rows[0]!.cells;
  expect(cells.filter((cell) => FORMULA.test(cell))).toEqual([]);
  expect(cells.slice(12)).toEqual(['0603', '1e5', '12', '1.50']);
});

test('no cell of the CSV can be run', () => {
  const rows = readSheets('a.csv', fileOf(readFileSync(at('a.csv')))).value[0]!.rows;
  expect(rows.length).toBeGreaterThan(15);
  expect(rows.flatMap(({ cells }) => cells).filter((cell) => FORMULA.test(cell))).toEqual([]);
});

test('every row of the CSV says that the example is made up', () => {
  const [head, ...rows] = readSheets('a.csv', fileOf(readFileSync(at('a.csv')))).value[0]!.rows;
  expect(new Set(rows.map(({ cells }) => cells[head!.cells.indexOf('madeUp')]))).toEqual(new Set(['yes']));
});

test('SARIF names each clause as a rule, and the row in which a part stands', () => {
  const [run] = JSON.parse(text('a.sarif')).runs;
  const camera = run.results.find((one: { ruleId: string; message: { text: string } }) => one.ruleId === 'us-ndaa-848/B' && one.message.text.startsWith('camera'));
  expect(camera).toMatchObject({ level: 'error', kind: 'fail', locations: [{ physicalLocation: { artifactLocation: { uri: 'lines.csv' }, region: { startLine: 18 } } }] });
  for (const { ruleId, ruleIndex } of run.results) expect(run.tool.driver.rules[ruleIndex].id).toBe(ruleId);
  expect(run.results.filter(({ level }: { level: string }) => level === 'warning').length).toBe(13); // 848 B and B-other-words: one each; place, brand and capital: three each; half-owned: two
});

test('in Markdown a name is a name', async () => {
  writeFileSync(at('quad-x', 'products.csv'), readFileSync(at('quad-x', 'products.csv'), 'utf8').replace('camera,camera,', 'camera,"<img src=x> [a](http://b) **c** @team",'));
  const { out } = await nonred(['check', at('quad-x'), '--markdown', '-']);
  expect(out).toContain('&lt;img src=x&gt; \\[a\\](http\\://b) \\*\\*c\\*\\*');
});

test('whatever a text is, Markdown shows it as it stands, and marks nothing', () => {
  const shown = (written: string): string => written.replace(/\\([!-/:-@[-`{-~])/g, '$1').replace(/&(lt|gt|amp);/g, (_, name: 'lt' | 'gt' | 'amp') => ({ lt: '<', gt: '>', amp: '&' })[name]).replaceAll('@\u200b', '@');
  const bare = /(?<!\\)(?:\\\\)*[*_`[\]|~#$<>]|^\s*(?:[-+=]|\d+[.)])|(?:https?|ftp|www)[:.]|@[a-z]/i; // emphasis, code, link, cell, tag, heading, list, address, mention
  const pieces = fc.constantFrom('|', '`', '*', '_', '[a](b)', '<b>', '&lt;', '\\', '\n', '\u202e', '# ', '- ', '1. ', '$x$', '~~', 'www.x.y', 'https://x', '@team', '#12', '\u0000', 'a', ' ', '中');
  fc.assert(fc.property(fc.array(pieces, { maxLength: 8 }).map((all) => all.join('')), (text) => {
    expect(shown(markdown(text))).toBe(plain(text));
    expect(markdown(text).replace(/&(?:lt|gt|amp);/g, '')).not.toMatch(bare);
  }));
  expect('a | b').toMatch(bare); // the test can fail
});

test('a letter shows a hostile name as a name, in both languages', async () => {
  cpSync(at('flight-controller'), at('hostile-letter'), { recursive: true });
  const hostile = '<b>x</b> | [a](http://b) `c` \u202egnp.exe';
  const lines = text('hostile-letter/parties.csv').split('\n');
  const name = lines[0]!.split(',').indexOf('name');
  const cells = lines[1]!.split(',');
  cells[name] = `"${hostile}"`;
  writeFileSync(at('hostile-letter', 'parties.csv'), [lines[0], cells.join(','), ...lines.slice(2)].join('\n'));
  expect((await nonred(['ask', at('hostile-letter'), '--out', at('letters')])).status).toBe(0);
  const letters = readdirSync(at('letters')).filter((file) => file.endsWith('.md')).map((file) => readFileSync(at('letters', file), 'utf8'));
  const named = letters.filter((letter) => letter.includes('gnp.exe'));
  expect(named.length).toBeGreaterThanOrEqual(2);
  for (const letter of named) {
    expect(letter).toContain('&lt;b&gt;x&lt;/b&gt; \\| \\[a\\](http\\://b) \\`c\\` \\\\u{202e}gnp.exe');
    expect(letter).not.toMatch(/<b>|\u202e/);
  }
});

test('--fail-on red lets an unknown pass, and never a red', async () => {
  expect((await nonred(['check', at('flight-controller')])).status).toBe(4);
  expect((await nonred(['check', at('flight-controller'), '--fail-on', 'unknown'])).status).toBe(4);
  expect((await nonred(['check', at('flight-controller'), '--fail-on', 'red'])).status).toBe(0);
  expect((await nonred(['check', at('quad-x'), '--fail-on', 'red'])).status).toBe(2);
});

test('several workspaces, or a folder of them, are a portfolio: what is shared is told once', async () => {
  cpSync(at('flight-controller'), at('two', 'a'), { recursive: true });
  cpSync(at('flight-controller'), at('two', 'b'), { recursive: true });
  const { status, out } = await nonred(['check', at('two'), '--html', at('index.html')]);
  expect(status).toBe(4);
  expect(out).toMatch(/FRAM 128 kbit \(Cypress Semiconductor Corp, FM25V01-G\) makes 2 products unknown/);
  expect(text('index.html')).toContain('makes 2 products unknown');
  expect((await nonred(['check', at('two', 'a'), at('two', 'b'), '--csv', at('x.csv')])).status).toBe(3);
});
