/** The log against what SARIF 2.1.0 (OASIS, sections in brackets) requires, for a red, an open and a clear workspace, and as the pipelines of examples/ci call it. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { root } from '../house/sources.ts';
import { nonred } from '../support/cli.ts';

interface Message { readonly text?: unknown }
interface Place { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string }; readonly region: { readonly startLine: number } } }
interface Told { readonly ruleId: string; readonly ruleIndex: number; readonly kind: string; readonly level: string; readonly message: Message; readonly locations: readonly Place[]; readonly partialFingerprints: Readonly<Record<string, unknown>> }
interface Rule { readonly id: string; readonly shortDescription: Message; readonly fullDescription: Message; readonly help: Message }
interface Log { readonly version: string; readonly $schema: string; readonly runs: readonly { readonly tool: { readonly driver: { readonly name: string; readonly semanticVersion: string; readonly rules: readonly Rule[] } }; readonly results: readonly Told[] }[] }

let folder = '';
const own = process.cwd();
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nonred-sarif-'));
  for (const name of ['quad-x', 'flight-controller', 'quad-clear']) cpSync(join(root, 'examples', name), join(folder, 'compliance', name), { recursive: true, filter: (path) => !/[\\/]out$/.test(path) });
  process.chdir(folder);
});
afterAll(() => {
  process.chdir(own);
  rmSync(folder, { recursive: true });
});

const said = ({ text }: Message): boolean => typeof text === 'string' && text.trim() !== '';

/** What is wrong with a log. */
function faults(log: Log): string[] {
  const wrong: string[] = [];
  const must = (holds: boolean, what: string): void => { if (!holds) wrong.push(what); };
  must(log.version === '2.1.0', 'version [3.13.2]');
  must(/^https:.*sarif-schema-2\.1\.0\.json$/.test(log.$schema), '$schema [3.13.3]');
  must(log.runs.length > 0, 'runs [3.13.4]');
  for (const { tool: { driver }, results } of log.runs) {
    must(driver.name === 'nonred', 'tool.driver.name [3.19.8]');
    must(/^\d+\.\d+\.\d+/.test(driver.semanticVersion), 'semanticVersion [3.19.12]');
    must(new Set(driver.rules.map(({ id }) => id)).size === driver.rules.length, 'a rule once [3.19.23]');
    for (const { id, shortDescription, fullDescription, help } of driver.rules) must([shortDescription, fullDescription, help].every(said), `texts of the rule ${id} [3.49]`);
    must(results.length > 0, 'results');
    for (const { ruleId, ruleIndex, kind, level, message, locations, partialFingerprints } of results) {
      must(said(message), `message [3.27.11] of ${ruleId}`);
      must(ruleIndex === -1 ? driver.rules.every(({ id }) => id !== ruleId) : driver.rules[ruleIndex]?.id === ruleId, `ruleId and ruleIndex [3.27.5, 3.27.6]: ${ruleId} ${ruleIndex}`);
      must(['none', 'note', 'warning', 'error'].includes(level), `level [3.27.10]: ${level}`);
      must(['pass', 'open', 'informational', 'notApplicable', 'review', 'fail'].includes(kind), `kind [3.27.9]: ${kind}`);
      must((kind === 'fail') === (level !== 'none'), `${kind} with ${level} [3.27.10]`);
      must(Object.values(partialFingerprints).every((one) => typeof one === 'string'), 'partialFingerprints [3.27.17]');
      must(locations.length > 0, 'a place: GitHub shows nothing without');
      for (const { physicalLocation: { artifactLocation: { uri }, region: { startLine } } } of locations) {
        must(/^(?:[\w\-.~!$&'()*+,;=@]|%[0-9A-F]{2})+(?:\/(?:[\w\-.~!$&'()*+,;=:@]|%[0-9A-F]{2})+)*$/.test(uri) && !uri.split('/').includes('..'), `relative uri [3.4.3, RFC 3986]: ${uri}`);
        must(existsSync(join(folder, decodeURIComponent(uri))), `a file seen from where the command ran: ${uri}`);
        must(Number.isInteger(startLine) && startLine >= 1, `startLine [3.30.5]: ${startLine}`);
      }
    }
  }
  return wrong;
}
const logOf = async (name: string): Promise<Log> => JSON.parse((await nonred(['check', `compliance/${name}`, '--sarif', '-'])).out) as Log;

test.each([['quad-x', ['error', 'warning', 'none']], ['flight-controller', ['warning']], ['quad-clear', ['none']]])('%s: nothing that SARIF requires is missing', async (name, levels) => {
  const log = await logOf(name);
  expect(faults(log)).toEqual([]);
  for (const level of levels) expect(log.runs[0]!.results.some((one) => one.level === level), level).toBe(true);
});

test('a hostile name is shown as it stands: no argument, no link, no control character', async () => {
  const dir = join(folder, 'compliance', 'hostile');
  cpSync(join(folder, 'compliance', 'quad-x'), dir, { recursive: true });
  const products = readFileSync(join(dir, 'products.csv'), 'utf8');
  expect(products).toContain('camera,camera,');
  writeFileSync(join(dir, 'products.csv'), products.replace('camera,camera,', 'camera,"{0} [a](1) \u202eb\u0007\u001b[2J",'));
  const log = await logOf('hostile');
  expect(faults(log)).toEqual([]);
  const texts = log.runs[0]!.results.map(({ message }) => String(message.text));
  expect(texts).toContainEqual(expect.stringContaining('{{0}} \\[a\\](1) \\u{{202e}}b\\u{{7}}\\u{{1b}}\\[2J (camera)'));
  for (const text of texts) {
    expect(text).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
    expect(text.replaceAll('{{', '').replaceAll('}}', '').replace(/\\[[\]]/g, '')).not.toMatch(/[{}[\]]/);
  }
});

test('places are those of the repository at whose root the pipeline runs, whatever the folder is called', async () => {
  cpSync(join(folder, 'compliance', 'quad-x'), join(folder, 'compliance', 'a:b #1? 品'), { recursive: true });
  const log = await logOf('a:b #1? 品');
  expect(faults(log)).toEqual([]);
  expect(log.runs[0]!.results.map(({ locations }) => locations[0]!.physicalLocation.artifactLocation.uri)).toContain('compliance/a%3Ab%20%231%3F%20%E5%93%81/lines.csv');
});

test.each([['en', /^MADE UP: .*invented$/, ' (made up)'], ['zh-Hant', /^虛構：.*杜撰/, '（虛構）']])('%s: that an example is made up is said of the run and in every result, and of nothing else', async (lang, run, mark) => {
  interface Said { readonly runs: readonly { readonly invocations: readonly { readonly toolExecutionNotifications: readonly { readonly level: string; readonly message: { readonly text: string } }[] }[]; readonly results: readonly { readonly kind: string; readonly message: { readonly text: string } }[] }[] }
  const said = async (name: string): Promise<Said['runs'][number]> => (JSON.parse((await nonred(['check', `compliance/${name}`, '--lang', lang, '--sarif', '-'])).out) as Said).runs[0]!;
  for (const name of ['quad-clear', 'quad-x']) {
    const { invocations, results } = await said(name);
    const [first] = invocations[0]!.toolExecutionNotifications;
    expect(first).toMatchObject({ level: 'warning', message: { text: expect.stringMatching(run) as string } });
    for (const { message } of results) expect(message.text.split(/[.。]/)[0]).toContain(mark);
  }
  const real = join(folder, 'compliance', 'real');
  cpSync(join(folder, 'compliance', 'quad-clear'), real, { recursive: true });
  writeFileSync(join(real, 'nonred.yaml'), readFileSync(join(real, 'nonred.yaml'), 'utf8').replace('madeUp: true\n', ''));
  const { invocations, results } = await said('real');
  expect(invocations[0]!.toolExecutionNotifications.filter(({ message }) => run.test(message.text))).toEqual([]);
  expect(results.filter(({ message }) => message.text.includes(mark))).toEqual([]);
});

test('each rule is indeed looked at: the test can fail', async () => {
  const log = await logOf('quad-x');
  const bad = (change: (result: Record<string, unknown>) => void): Log => {
    const copy = structuredClone(log);
    change(copy.runs[0]!.results[0] as unknown as Record<string, unknown>);
    return copy;
  };
  const at = (uri: string, startLine = 1) => ({ locations: [{ physicalLocation: { artifactLocation: { uri }, region: { startLine } } }] });
  for (const change of [{ message: {} }, { ruleIndex: 1 }, { ruleId: 'x' }, { level: 'bad' }, { kind: 'pass', level: 'error' }, { locations: [] }, at('file:///x'), at('../x'), at('no such'), at('compliance/quad-x/lines.csv', 0)])
    expect(faults(bad((result) => Object.assign(result, change))).length, JSON.stringify(change)).toBeGreaterThan(0);
});

// --- the pipelines that are shipped ----------------------------------------------------------------------------------

const ci = (name: string): string => readFileSync(join(root, 'examples', 'ci', name), 'utf8');
const argsOf = (command: string): string[] => command.replace(/^(?:node nonred\/dist\/cli\/main\.js|nonred) /, '').split(' ');

test.each([['quad-x', 2], ['flight-controller', 0], ['quad-clear', 0]])('the commands of examples/ci on %s: status %i, and the files that the later steps take', async (name, expected) => {
  rmSync(join(folder, 'compliance', 'product'), { recursive: true, force: true });
  mkdirSync(join(folder, 'compliance'), { recursive: true });
  cpSync(join(folder, 'compliance', name), join(folder, 'compliance', 'product'), { recursive: true });
  const { jobs } = parse(ci('nonred.yml')) as { jobs: { check: { steps: { run?: string; with?: Record<string, string> }[] } } };
  const { steps } = jobs.check;
  const command = steps.map(({ run }) => run).find((run) => run?.startsWith('node nonred/dist/cli/main.js'))!;
  for (const file of ['nonred.sarif', 'nonred.html', 'nonred.md']) rmSync(join(folder, file), { force: true });
  expect((await nonred(argsOf(command))).status).toBe(expected);
  const taken = steps.flatMap((step) => [step.with?.sarif_file, step.with?.path === 'nonred' ? undefined : step.with?.path, /^cat (\S+)/.exec(step.run ?? '')?.[1]]).filter((file) => file !== undefined);
  expect(taken.sort()).toEqual(['nonred.html', 'nonred.md', 'nonred.sarif']);
  for (const file of taken) expect(readFileSync(join(folder, file), 'utf8').length, file).toBeGreaterThan(500);
  const { repos } = parse(ci('pre-commit.yaml')) as { repos: { hooks: { entry: string }[] }[] };
  expect((await nonred(argsOf(repos[0]!.hooks[0]!.entry))).status).toBe(expected);
});

test('a pipeline over a workspace that cannot be read is refused, not passed', async () => {
  mkdirSync(join(folder, 'compliance', 'broken'), { recursive: true });
  writeFileSync(join(folder, 'compliance', 'broken', 'nonred.yaml'), 'product: [');
  expect((await nonred(['check', 'compliance/broken', '--fail-on', 'red', '--sarif', join(folder, 'broken.sarif')])).status).toBe(3);
  expect(existsSync(join(folder, 'broken.sarif'))).toBe(false);
});
