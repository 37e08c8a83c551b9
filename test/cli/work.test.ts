import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { root } from '../house/sources.ts';
import { nonred } from '../support/cli.ts';

const top = mkdtempSync(join(tmpdir(), 'nonred-work-'));
let nth = 0;
let dir = '';
beforeEach(() => {
  dir = join(top, String(nth++));
  cpSync(join(root, 'examples', 'quad-asked'), dir, { recursive: true, filter: (path) => !/[\\/]out$/.test(path) });
});
afterAll(() => rmSync(top, { recursive: true }));

test('the guided tour: red, unknown, clear, red by the date, red by one stake', async () => {
  const { status, out } = await nonred(['demo', join(top, 'demo')]);
  expect(out.match(/answer: \w+/g)).toEqual(['answer: red', 'answer: unknown', 'answer: clear', 'answer: red', 'answer: red']);
  expect(status).toBe(0);
  expect((await nonred(['demo', join(top, 'demo')])).status).toBe(3);
}, 120_000);

test('diff names the verdicts that changed and the facts that did it', async () => {
  await nonred(['check', dir, '--json', join(dir, 'out', 'a.json')]);
  for (const name of readdirSync(join(dir, 'returned'))) expect((await nonred(['import', 'answers', join(dir, 'returned', name), '--workspace', dir])).status).toBe(0);
  await nonred(['check', dir, '--json', join(dir, 'out', 'b.json')]);
  const { status, out } = await nonred(['diff', join(dir, 'out', 'a.json'), join(dir, 'out', 'b.json')]);
  expect(status).toBe(0);
  expect(out).toContain('the answer was unknown and is now clear');
  expect(out).toMatch(/us-ndaa-848 B, camera: unknown -> clear\n {4}\+ /);
  expect(out).toContain('us-ndaa-848 B, all parts: unknown -> clear');
  expect((await nonred(['diff', join(dir, 'out', 'b.json'), join(dir, 'out', 'b.json')])).out).toContain('the answer is the same: clear');
  const json = JSON.parse((await nonred(['diff', join(dir, 'out', 'a.json'), join(dir, 'out', 'b.json'), '--json'])).out);
  expect(json).toMatchObject({ version: 1, before: 'unknown', after: 'clear' });
  expect(json.facts.filter(({ kind }: { kind: string }) => kind === 'lost')).toEqual([]);
}, 120_000);

test('diff names what an added paper is about, and says of other days, rulebooks and products what was asked otherwise', async () => {
  const diff = async (a: string, b: string): Promise<string[]> => (await nonred(['diff', a, b])).out.split('\n');
  const made = async (name: string, ...args: string[]): Promise<string> => {
    await nonred(['check', dir, ...args, '--json', join(dir, 'out', name)]);
    return join(dir, 'out', name);
  };
  const before = await made('before.json');
  writeFileSync(join(dir, 'p.pdf'), '%PDF-1.7 lens');
  await nonred(['evidence', 'add', join(dir, 'p.pdf'), '--about', 'camera', '--kind', 'declaration', '--issued', '2026-11-01', '--issuer', 'Lens Co', '--workspace', dir]);
  rmSync(join(dir, 'p.pdf'));
  const after = await made('after.json');
  expect(await diff(before, after)).toContain('  declaration of 2026-11-01 by Lens Co, about camera [evidence.csv, row 31]');
  expect(await diff(before, after)).toContain('    + declaration of 2026-11-01 by Lens Co, about camera [evidence.csv, row 31]'); // behind the verdict too
  const later = await diff(after, await made('later.json', '--as-of', '2027-01-01'));
  expect(later).toContain('  as of: 2026-11-22 -> 2027-01-01');
  expect(later).toContain('  us-ndaa-848 B, control radio (control-radio): neither red nor open -> red');
  const one = await diff(after, await made('one.json', '--rules', 'half-owned-example'));
  expect(one.find((line) => line.startsWith('  rulebook us-ndaa-848'))).toMatch(/: 2023, \d{4}-\d\d-\d\d, [0-9a-f]{16} -> not judged$/);
  expect(one).toContain('  us-ndaa-848 B, camera: unknown -> not judged');
  const other = await diff(join(root, 'examples', 'quad-clear'), join(root, 'examples', 'flight-controller'));
  expect(other[2]).toMatch(/^these are two products, quadcopter \(quad\) and /);
  expect(other).toContain('  tw-non-red place, capacitor 22 uF (cap-22u): not looked at -> unknown'); // it was never clear: it was not there
  expect(other.filter((line) => /^ {4}[+-] /.test(line))).toEqual([]);
}, 120_000);

test('a paper is kept by its digest, whatever it is called, and found again', async () => {
  const file = join(top, '=cmd ..\u202e.PDF');
  writeFileSync(file, '%PDF-1.7 made up');
  const { status, out } = await nonred(['evidence', 'add', file, '--about', 'camera', '--kind', 'declaration', '--issued', '2026-11-01', '--issuer', '=HYPERLINK()', '--workspace', dir]);
  expect(out).toMatch(/^PDF kept as evidence\/[0-9a-f]{32}\.pdf; supports products\/camera/);
  expect(status).toBe(0);
  const row = readFileSync(join(dir, 'evidence.csv'), 'utf8').trimEnd().split('\n').at(-1)!;
  expect(row).toMatch(/^paper [0-9a-f]{12},declaration,'=HYPERLINK\(\),2026-11-01,evidence\/[0-9a-f]{32}\.pdf,[0-9a-f]{64},,products\/camera/);
  expect((await nonred(['check', dir])).status).toBe(4);
  expect((await nonred(['evidence', 'add', file, '--about', 'camera', '--kind', 'declaration', '--issued', '2026-11-01', '--workspace', dir])).err).toContain('evidence/known');
  expect((await nonred(['evidence', 'add', file, '--about', 'nothing', '--kind', 'declaration', '--workspace', dir])).err).toContain('input/no-such-id');
  const kept = readFileSync(join(dir, 'evidence.csv'), 'utf8');
  const refused = async (given: string, ...args: string[]): Promise<string> => (await nonred(['evidence', 'add', given, ...args, '--workspace', dir])).err;
  expect(await refused(file, '--about', 'camera')).toMatch(/evidence\/no-kind.*certificate-of-origin/);
  expect(await refused(file, '--about', ' , ', '--kind', 'declaration')).toContain('input/missing');
  expect(await refused(file, '--about', 'camera', '--kind', 'declaration', '--issued', '2026-11-23')).toContain('evidence/not-yet-issued');
  writeFileSync(join(dir, 'nothing.pdf'), '');
  expect(await refused(join(dir, 'nothing.pdf'), '--about', 'camera', '--kind', 'declaration')).toContain('evidence/empty');
  expect(readFileSync(join(dir, 'evidence.csv'), 'utf8')).toBe(kept);
  expect((await nonred(['evidence', 'add', file, '--about', 'camera', '--kind', 'rumour', '--workspace', dir])).err).toContain('input/not-one-of');
}, 120_000);

/** Two parties of one name: a rule joins them, and a person has the last word. */
function twin(): void {
  const parties = readFileSync(join(dir, 'parties.csv'), 'utf8');
  writeFileSync(join(dir, 'parties.csv'), `${parties}lens-two,Example Lens (made-up),company,JP,,\n`);
}

test('judge, one by one: who, when and why are kept, and withdraws undoes it', async () => {
  twin();
  const said = ['different', 'another company of that name'];
  const { out } = await nonred(['judge', dir, '--by', 'B. Lee'], { prompt: async () => said.shift() });
  expect(out).toContain('are these two parties one?');
  expect(readFileSync(join(dir, 'judgements.csv'), 'utf8')).toMatch(/id,left,right,says,by,on,why\r\njudged-1,parties\/lens,parties\/lens-two,different,B\. Lee,2026-11-22,another company of that name/);
  expect(out).toContain('--withdraw judgements/judged-1');
  expect((await nonred(['judge', dir])).out).toContain('nothing is proposed');
  expect((await nonred(['judge', dir, '--withdraw', 'judgements/judged-1', '--by', 'C. Wu', '--why', 'they merged'])).status).toBe(0);
  const again = ['different', 'another company of that name'];
  expect((await nonred(['judge', dir, '--by', 'B. Lee'], { prompt: async () => again.shift() })).out).toContain('are these two parties one?');
  expect((await nonred(['judge', dir])).out).toContain('nothing is proposed');
  // What was said stays on file, with who undid it and why.
  expect(readFileSync(join(dir, 'judgements.csv'), 'utf8').replaceAll('\r', '').trim().split('\n').slice(1)).toEqual([
    'judged-1,parties/lens,parties/lens-two,different,B. Lee,2026-11-22,another company of that name',
    'judged-2,,,,C. Wu,2026-11-22,they merged,judgements/judged-1',
    'judged-3,parties/lens,parties/lens-two,different,B. Lee,2026-11-22,another company of that name,',
  ]);
}, 120_000);

test('a match that was judged different is open again once that is withdrawn: never clear', async () => {
  const listed = join(dir, 'listings.csv');
  const [head] = readFileSync(listed, 'utf8').split(/\r?\n/, 1);
  const entry: Record<string, string> = { id: 'entry-lens', list: 'example-list', name: 'Exampel Lens (made-up)' };
  writeFileSync(listed, `${readFileSync(listed, 'utf8').trimEnd()}\n${head!.split(',').map((name) => entry[name] ?? '').join(',')}\n`);
  const statements = join(dir, 'completeness.csv');
  writeFileSync(statements, readFileSync(statements, 'utf8').replace('entries,example-list,complete,as listed here (1)', 'entries,example-list,complete,as listed here (2)'));
  const waits = async (): Promise<boolean> => (await nonred(['judge', dir])).out.includes('listings/entry-lens');
  expect(await waits()).toBe(true);
  writeFileSync(join(dir, 'j.csv'), 'left,right,says\nparties/lens,listings/entry-lens,different\n');
  expect((await nonred(['judge', dir, '--file', join(dir, 'j.csv'), '--by', 'B. Lee'])).status).toBe(0);
  expect(await waits()).toBe(false);
  expect((await nonred(['judge', dir, '--withdraw', 'judgements/judged-1', '--by', 'B. Lee'])).status).toBe(0);
  expect(await waits()).toBe(true);
}, 120_000);

test('without a name nothing is asked, and what is not there cannot be withdrawn', async () => {
  twin();
  let asked = 0;
  expect((await nonred(['judge', dir], { prompt: async () => { asked++; return 'same'; } })).status).toBe(3);
  expect(asked).toBe(0);
  expect((await nonred(['judge', dir, '--withdraw', 'judgements/judged-1', '--by', 'C. Wu'])).status).toBe(3);
  expect(existsSync(join(dir, 'judgements.csv'))).toBe(false);
}, 120_000);

/** A party whose name is nearly that of a list's entry, beside the two of one name: two questions. */
function twoQuestions(): void {
  twin();
  const parties = readFileSync(join(dir, 'parties.csv'), 'utf8');
  writeFileSync(join(dir, 'parties.csv'), `${parties}sensors-two,Example Sensors (made-up),company,DE,,\n`);
}

test('judge, piped: a line an answer, what is left open is the exit status, and nothing is kept of answers to another list', async () => {
  twoQuestions();
  const judged = (): string => (existsSync(join(dir, 'judgements.csv')) ? readFileSync(join(dir, 'judgements.csv'), 'utf8') : '');
  const piped = (...lines: string[]): ReturnType<typeof nonred> => nonred(['judge', dir, '--by', 'B. Lee'], { lines: async () => lines });
  let read = 0;
  const listed = await nonred(['judge', dir], { lines: async () => { read++; return ['same']; } }); // without a name nothing is read
  expect(listed.out.match(/^\d\/2 /gm)).toEqual(['1/2 ', '2/2 ']);
  expect([listed.status, read]).toEqual([4, 0]);
  for (const wrong of [['same', 'perhaps'], ['n', 'n', 'n'], ['samedifferent']]) expect((await piped(...wrong)).status, wrong.join()).toBe(3);
  expect((await piped()).status).toBe(4);
  expect((await piped('', 'q', 'same')).status).toBe(4);
  expect(judged()).toBe('');
  const first = await piped('n: another plant'); // the end leaves the second open
  expect(first.status).toBe(4);
  expect(first.out).toContain('1 is left open');
  expect(judged()).toContain(',different,B. Lee,2026-11-22,another plant');
  expect((await piped('unsure')).status).toBe(4);
  expect((await nonred(['judge', dir], {})).status).toBe(0); // looked at, if unsure: not asked again
}, 120_000);

test('at the terminal a word that is no answer is asked for again', async () => {
  twin();
  const said = ['perhaps', 'n', ''];
  const { out, status } = await nonred(['judge', dir, '--by', 'B. Lee'], { prompt: async () => said.shift() });
  expect(said).toEqual([]);
  expect(out).toContain('1 judgement kept');
  expect(status).toBe(0);
}, 120_000);

test('judge from a file, and without a name nothing is kept', async () => {
  twin();
  await nonred(['judge', dir, '--csv', join(dir, 'out', 'j.csv')]);
  const asked = readFileSync(join(dir, 'out', 'j.csv'), 'utf8');
  expect(asked).toContain('parties/lens,parties/lens-two,');
  writeFileSync(join(dir, 'out', 'j.csv'), asked.replace('parties/lens-two,,', 'parties/lens-two,same,'));
  expect((await nonred(['judge', dir, '--file', join(dir, 'out', 'j.csv')])).status).toBe(3);
  expect(existsSync(join(dir, 'judgements.csv'))).toBe(false);
  expect((await nonred(['judge', dir, '--file', join(dir, 'out', 'j.csv'), '--by', 'B. Lee'])).status).toBe(0);
  expect(readFileSync(join(dir, 'judgements.csv'), 'utf8')).toContain('parties/lens,parties/lens-two,same,B. Lee,2026-11-22');
}, 120_000);
