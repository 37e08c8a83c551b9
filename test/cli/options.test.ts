/** Options that go together, and those that do not: what is typed is heeded or refused, and nothing is written over what is read. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../house/sources.ts';
import { nonred } from '../support/cli.ts';

let top = '';
const at = (...names: string[]): string => join(top, ...names);
beforeAll(() => {
  top = mkdtempSync(join(tmpdir(), 'nonred-options-'));
  for (const name of ['quad-x', 'quad-clear', 'ai-server', 'concentration']) cpSync(join(root, 'examples', name), at(name), { recursive: true, filter: (path) => !/[\\/]out$/.test(path) });
});
afterAll(() => rmSync(top, { recursive: true }));

test('an output never replaces what is read: a table of the workspace, its question, the bill itself, through a link or another spelling too', async () => {
  const before = readFileSync(at('quad-x', 'products.csv'), 'utf8');
  writeFileSync(at('bill.csv'), 'Part number,Manufacturer,Qty\nX-1,Example Works,2\n');
  for (const args of [
    ['check', at('quad-x'), '--csv', at('quad-x', 'products.csv')], ['check', at('quad-x'), '--csv', `${at('quad-x')}/./products.csv`], ['check', at('quad-x'), '--json', at('quad-x', 'nonred.yaml')],
    ['check', at('bill.csv'), '--csv', at('bill.csv')], ['stress', at('ai-server'), '--csv', at('ai-server', 'demands.csv')], ['judge', at('quad-x'), '--csv', at('quad-x', 'listings.csv')],
    ['check', at('quad-x'), at('quad-clear'), '--html', at('quad-x', 'evidence', 'reg-nav.txt')], ['screen', '--file', at('bill.csv'), '--json', at('bill.csv')],
    ['stress', 'concentration', at('concentration', 'minerals.csv'), '--json', at('concentration', 'minerals.csv')], ['export', at('quad-x'), '--bods', at('quad-x', 'parties.csv')],
  ]) expect(await nonred(args), args.join(' ')).toMatchObject({ status: 3, out: '', err: expect.stringContaining('cli/target-is-input') });
  expect(readFileSync(at('quad-x', 'products.csv'), 'utf8')).toBe(before);
});

test('what nonred wrote into the folder itself it writes again', async () => {
  const targets = ['--csv', at('quad-x', 'answer.csv'), '--json', at('quad-x', 'answer.json'), '--html', at('quad-x', 'answer.html'), '--xlsx', at('quad-x', 'answer.xlsx'), '--markdown', at('quad-x', 'answer.md')];
  for (let i = 0; i < 2; i++) expect((await nonred(['check', at('quad-x'), ...targets])).status).toBe(2);
  for (const name of ['csv', 'json', 'html', 'xlsx', 'md']) rmSync(at('quad-x', `answer.${name}`));
});

test('two outputs of one name are refused, standard output too', async () => {
  for (const args of [['check', at('quad-x'), '--json', '-', '--csv', '-'], ['check', at('quad-x'), '--csv', at('one'), '--html', at('one')], ['export', at('quad-x'), '--cyclonedx', at('one'), '--bods', at('one')], ['stress', at('ai-server'), '--json', '-', '--csv', '-']])
    expect(await nonred(args), args.join(' ')).toMatchObject({ status: 3, out: '', err: expect.stringContaining('cli/same-target') });
  expect(existsSync(at('one'))).toBe(false);
});

test('- is standard output wherever text is written, and refused where bytes are: no file is called so', async () => {
  for (const args of [['check', at('quad-x'), at('quad-clear'), '--html', '-'], ['screen', 'Example Works', '--html', '-']]) expect((await nonred(args)).out).toMatch(/^<!doctype html>/);
  expect((await nonred(['judge', at('quad-x'), '--csv', '-'])).out).toMatch(/^left,right,says/);
  for (const args of [['check', at('quad-x'), '--xlsx', '-'], ['stress', at('ai-server'), '--write-lp', '-']]) expect(await nonred(args)).toMatchObject({ status: 3, out: '', err: expect.stringContaining('cannot go to standard output') });
  expect(readdirSync('.')).not.toContain('-');
});

test('an option of another form of the command is refused and never passed over', async () => {
  const quad = at('quad-x');
  for (const [option, ...args] of [
    ['--until', 'check', quad, '--until', '2027-01-01'], ['--aging', 'check', quad, '--aging'], ['--fail-on', 'check', quad, '--timeline', '--fail-on', 'red'],
    ['--days', 'stress', at('ai-server'), '--scenario', 'fab-lost', '--days', '5'], ['--csv', 'stress', 'concentration', at('concentration', 'minerals.csv'), '--csv', at('x.csv')], ['--days', 'stress', 'scenarios', '--days', '5'],
    ['--workspace', 'rulebooks', 'diff', 'us-ndaa-848', 'tw-non-red', quad, '--workspace', quad], ['--gone', 'import', 'lists', quad, '--to', quad, '--gone', '5'], ['--person', 'screen', quad, '--person'],
    ['--why', 'judge', quad, '--why', 'x'], ['--csv', 'judge', quad, '--file', at('a.csv'), '--csv', at('b.csv')], ['--by', 'judge', quad, '--csv', at('b.csv'), '--by', 'A'], ['--workspace', 'check-grounds', at('r.json'), '--bundle', '--workspace', quad],
    ['--font', 'certify', quad, '--key', at('k'), '--font', at('f')], ['--days', 'certify', '--new-key', at('k'), '--days', '5'], ['--because', 'lapse', quad, '--key', at('k'), '--because', 'x'], ['--trust', 'verify', '--page', at('page'), '--trust', at('t')],
  ] as const) expect(await nonred(args), args.join(' ')).toMatchObject({ status: 3, out: '', err: expect.stringContaining(`cli/idle-option at ${option}`) });
  expect(existsSync(at('page'))).toBe(false);
  expect(existsSync(at('k'))).toBe(false);
});

test('a count is a whole number, and what it may be is said; a list of rulebooks is not empty', async () => {
  for (const args of [['check', at('quad-x'), '--threads', 'x'], ['stress', at('ai-server'), '--days', '1.5'], ['screen', 'A', '--max-age', 'x'], ['certify', at('quad-x'), '--days', '0'], ['serve', '--port', '100000'], ['import', 'lists', top, '--to', top, '--whole', '--gone', '-1']])
    expect((await nonred(args)).err, args.join(' ')).toMatch(/cli\/not-a-count at --[a-z-]+: `.+` is no whole number from [01] to 99/);
  for (const given of ['', ' ', ',']) expect(await nonred(['check', at('quad-x'), '--rules', given])).toMatchObject({ status: 3, out: '', err: expect.stringContaining('input/missing at --rules') });
});

test('a group of commands without one says which there are', async () => {
  expect((await nonred(['import'])).err).toContain('`import answers | import lists`');
  expect((await nonred(['evidence', '--lang', 'zh-Hant'])).err).toContain('`evidence add`');
  expect((await nonred(['help', 'bogus'])).err).toContain('there is no command `bogus`');
});

test('nobody is no name, and a folder among names is none: neither is ever free of a list', async () => {
  mkdirSync(at('lists'));
  writeFileSync(at('lists', 'mine.csv'), 'name\nAcme Red Works\nBad Bakery Ltd\n');
  const clear = at('quad-clear');
  expect((await nonred(['import', 'lists', at('lists'), '--to', clear, '--edition', '2026-11-20', '--whole'])).status).toBe(0);
  expect((await nonred(['screen', 'Some Honest Firm', '--lists', clear])).status).toBe(0);
  for (const name of ['', '   ']) expect(await nonred(['screen', name, '--lists', clear])).toMatchObject({ status: 3, out: '' });
  for (const name of ['?', '...', '—']) expect(await nonred(['screen', name, '--lists', clear]), name).toMatchObject({ status: 4, out: expect.stringContaining('nothing was asked') });
  expect(await nonred(['screen', at('quad-x'), 'Some Honest Firm', '--lists', clear])).toMatchObject({ status: 3, err: expect.stringContaining('a folder is screened by itself') });
  rmSync(join(clear, 'lists'), { recursive: true });
});

test('check-grounds says what the grounds prove, whatever an altered answer says beside them', async () => {
  const file = at('quad-x', 'out', 'result.json');
  await nonred(['check', at('quad-x')]);
  const result = JSON.parse(readFileSync(file, 'utf8'));
  result.assessments.find((one: { subject: string }) => one.subject === 'camera').verdict = 'clear';
  writeFileSync(at('altered.json'), JSON.stringify(result));
  const { status, out } = await nonred(['check-grounds', at('altered.json')]);
  expect(status).toBe(1);
  expect(out).toContain('us-ndaa-848 B camera: red, accepted');
  expect(out).toContain('REFUSED: the assessment us-ndaa-848 B camera');
});

test('in Chinese no English of ours: what a list covers, what JSON wants, what a replay finds, that a part has no role', async () => {
  expect((await nonred(['why', at('quad-x'), 'camera', '--rule', 'us-uflpa', '--lang', 'zh-Hant'])).err).toContain('僅含 144 個實體之中的 11 個');
  expect((await nonred(['replay', at('quad-x', 'nonred.yaml'), '--lang', 'zh-Hant'])).err).toContain('應為一個值');
  await nonred(['check', at('quad-x')]);
  expect((await nonred(['replay', at('quad-x', 'out', 'result.json'), '--workspace', at('quad-clear'), '--lang', 'zh-Hant'])).out).toContain('答案不同：答案：涉紅 -> ');
  expect((await nonred(['diff', at('quad-x'), at('quad-clear')])).out).not.toMatch(/what role it plays: [);]/);
});

test('nothing is signed where the font is none; a status list that is none is called so; nobody is revoked by a letter, or resumed who was not suspended', async () => {
  const env = { LANG: 'en_US.UTF-8', NONRED_PASSPHRASE: 'correct horse' };
  const [clear, key] = [at('quad-clear'), at('a.key')];
  await nonred(['certify', '--new-key', key], { env });
  writeFileSync(at('no-font'), 'none');
  const sign = ['certify', clear, '--key', key, '--accept-unverified'];
  expect(await nonred([...sign, '--pdf', at('x.pdf'), '--font', at('no-font')], { env })).toMatchObject({ status: 3, err: expect.stringContaining('certify/bad-font') });
  expect(existsSync(join(clear, 'issued'))).toBe(false);
  expect((await nonred(sign, { env })).status).toBe(0);
  const id = readdirSync(join(clear, 'issued')).find((name) => name.endsWith('.bundle.json'))!.split('.')[0]!;
  const bundle = join(clear, 'issued', `${id}.bundle.json`);
  expect((await nonred(['verify', bundle, '--status', at('no-font')])).err).toMatch(/^certify\/not-a-list at \S*no-font: not a status list/);
  expect(await nonred(['verify', bundle, '--open', at('nothing')])).toMatchObject({ status: 3, out: '' });
  expect((await nonred(['lapse', clear, '--key', key, '--revoke', id.slice(0, 1)], { env })).err).toContain('certify/no-such-certificate');
  expect((await nonred(['lapse', clear, '--key', key, '--resume', id], { env })).err).toContain('cli/idle-option at --resume');
  expect((await nonred(['certify', clear], { env })).err).toContain('--key is missing');
  expect((await nonred(['lapse', clear, '--key', key, '--suspend', id.slice(0, 8), '--because', 'a test'], { env })).out).toContain('suspended');
});
