import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Io } from '../../src/cli/io.ts';
import { run } from '../../src/cli/program.ts';
import { root } from '../house/sources.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nonred-cli-'));
  cpSync(join(root, 'examples'), folder, { recursive: true, filter: (path) => !/[\\/]out$/.test(path) });
});
afterAll(() => rmSync(folder, { recursive: true }));

async function nonred(...args: string[]): Promise<{ status: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  const io: Io = { out: (text) => void (out += text), err: (text) => void (err += text), env: { LANG: 'en_US.UTF-8' }, today: () => '2026-11-22', version: '0.1.0' };
  const status = await run(args.map((arg) => arg.replace('DIR', folder)), io);
  return { status, out, err };
}
const result = (name: string) => join(folder, name, 'out', 'result.json');

test('check: red is 2, clear 0, unknown 4, and the result is written whole', async () => {
  expect((await nonred('check', 'DIR/quad-x')).status).toBe(2);
  expect((await nonred('check', 'DIR/quad-clear', '--rules', 'us-ndaa-848')).status).toBe(0);
  const { status, out } = await nonred('check', 'DIR/flight-controller');
  expect(status).toBe(4);
  expect(out).toContain(`result: ${result('flight-controller')}`);
  expect(JSON.parse(readFileSync(result('flight-controller'), 'utf8'))).toMatchObject({ version: 1, verdict: 'unknown', product: 'fmuv3' });
  expect(readdirSync(join(folder, 'flight-controller', 'out'))).toEqual(['result.json']);
});

test('--json - prints exactly one document and writes nothing', async () => {
  rmSync(join(folder, 'quad-x', 'out'), { recursive: true, force: true });
  const { status, out } = await nonred('check', 'DIR/quad-x', '--json', '-');
  expect(status).toBe(2);
  expect(JSON.parse(out)).toMatchObject({ version: 1, verdict: 'red', madeUp: true });
  expect(out.endsWith('}\n')).toBe(true);
  expect(existsSync(result('quad-x'))).toBe(false);
});

test('help and version are 0; nothing asked is help and 3', async () => {
  expect(await nonred('--version')).toEqual({ status: 0, out: '0.1.0\n', err: '' });
  expect((await nonred('help', 'check')).status).toBe(0);
  expect((await nonred()).status).toBe(3);
});

test('the same question gives the same bytes', async () => {
  const [a, b] = [await nonred('check', 'DIR/quad-x', '--json', '-'), await nonred('check', 'DIR/quad-x', '--json', '-')];
  expect(a.out).toBe(b.out);
});

test('the language: --lang, then the locale', async () => {
  expect((await nonred('check', 'DIR/quad-x', '--lang', 'zh-Hant')).out).toContain('答案：涉紅');
  expect((await nonred('check', '--help', '--lang=zh-Hant')).out).toContain('結束碼');
});

test('what is refused is 3, with code, place and hint, and leaves the old result alone', async () => {
  await nonred('check', 'DIR/quad-x');
  const before = readFileSync(result('quad-x'), 'utf8');
  const products = join(folder, 'quad-x', 'products.csv');
  const good = readFileSync(products, 'utf8');
  writeFileSync(products, good.replace('airframe,airframe', 'air frame\u202e,airframe'));
  const { status, out, err } = await nonred('check', 'DIR/quad-x');
  writeFileSync(products, good);
  expect(status).toBe(3);
  expect(out).toBe('');
  expect(err).toMatch(/input\/[\w-]+ at products\.csv\/rows\/\d+\/id/);
  expect(err).toContain('hint:');
  expect(err).not.toContain('\u202e');
  expect(readFileSync(result('quad-x'), 'utf8')).toBe(before);
});

test.each([
  [['check', 'DIR/nowhere'], 'input/no-such-file'],
  [['check'], 'cli/usage'],
  [['frobnicate'], 'cli/usage'],
  [['check', 'DIR/quad-x', '--frobnicate'], 'cli/usage'],
  [['screen', 'Acme', '--list', 'lists'], 'cli/usage'],
  [['check', 'DIR/quad-x', '--as-of', '2026-02-30'], 'input/bad-day'],
  [['check', 'DIR/quad-x', '--rules', 'nope'], 'cli/no-such-rulebook'],
  [['why', 'DIR/quad-x', 'nope'], 'cli/no-such-subject'],
  [['rulebooks', 'show', 'nope'], 'cli/no-such-rulebook'],
  [['init', 'DIR/quad-x'], 'cli/not-empty'],
  [['replay', 'DIR/quad-x/nonred.yaml'], 'input/json-syntax'],
  [['replay', 'DIR/nowhere.json'], 'input/no-such-file'],
  [['check-grounds', 'DIR/quad-x/nonred.yaml'], 'input/json-syntax'],
])('%j is refused with %s', async (args, code) => {
  const { status, out, err } = await nonred(...args);
  expect({ status, out }).toEqual({ status: 3, out: '' });
  expect(err).toContain(`${code} at `);
  expect(err).not.toContain('\\u{a}'); // a suggestion stands on a line of its own in what the parser says
});

test('a target that cannot be written is 1 and leaves nothing behind', async () => {
  const { status, err } = await nonred('check', 'DIR/quad-x', '--json', 'DIR/quad-x/products.csv/result.json');
  expect(status).toBe(1);
  expect(err).toContain('cli/cannot-write');
});

test('why tells the path to the camera with sources and the clause, and says that all is made up', async () => {
  const { status, out } = await nonred('why', 'DIR/quad-x', 'camera');
  expect(status).toBe(0);
  for (const part of ['MADE UP', 'camera is red', 'clause B', 'goes into', 'is domiciled in China (CN) [parties.csv, row', 'not legal advice']) expect(out).toContain(part);
});

test('why takes the name or number of the only part that has it, and refuses one that several have with a few of them', async () => {
  const bill = join(folder, 'called.csv');
  writeFileSync(bill, `Manufacturer,MPN,Description,Qty\nAcme,CAM-1,Camera,1\nBeta,MOT-2,Motor,4\nGamma,MOT-3,Motor,1\n${Array.from({ length: 20 }, (_, i) => `Delta,X-${i},Part ${i},1\n`).join('')}`);
  for (const called of ['CAM-1', 'Camera']) expect((await nonred('why', bill, called, '--rule', 'us-ndaa-848')).out).toContain('Camera (part:Acme/CAM-1) is unknown');
  const motor = await nonred('why', bill, 'Motor', '--rule', 'us-ndaa-848');
  expect(motor.status).toBe(3);
  expect(motor.err).toContain('some about part:Beta/MOT-2, part:Gamma/MOT-3\n');
  expect((await nonred('why', bill, 'nope', '--rule', 'us-ndaa-848')).err).toMatch(/some about (?:[^,\n]+, ){10}\.\.\.\n/);
});

test('why tells owners from the maker up to the listed one', async () => {
  const { out } = await nonred('why', 'DIR/quad-x', 'gnss', '--rule', 'half-owned-example');
  const order = ['the maker of', 'holds 31 % of', 'holds 22 % of', 'of the list example-list'].map((part) => out.indexOf(part));
  expect(order.every((at) => at > 0)).toBe(true);
  expect([...order].sort((a, b) => a - b)).toEqual(order);
});

test('init makes a workspace that can be checked at once, and never writes over anything', async () => {
  expect((await nonred('init', 'DIR/fresh')).status).toBe(0);
  expect((await nonred('check', 'DIR/fresh')).status).toBe(4);
  expect((await nonred('init', 'DIR/fresh')).status).toBe(3);
  expect(readFileSync(join(folder, 'fresh', '.gitignore'), 'utf8')).toContain('nonred.secret');
});

test('rulebooks are listed, shown with what they leave out, and pass their cases', async () => {
  expect((await nonred('rulebooks')).out).toContain('us-ndaa-848');
  const { out } = await nonred('rulebooks', 'show', 'us-ndaa-848');
  for (const part of ['s. 848', 'not modelled:', '[unverified]', 'not legal advice']) expect(out).toContain(part);
  const tested = await nonred('rulebooks', 'test');
  expect(tested.status, tested.out).toBe(0);
});

test('the grounds of a result are accepted, from all records and from the file alone', async () => {
  await nonred('check', 'DIR/quad-x');
  const full = await nonred('check-grounds', 'DIR/quad-x/out/result.json');
  expect(full.status, full.out).toBe(0);
  expect(full.out).toContain('all records given');
  const bundle = await nonred('check-grounds', 'DIR/quad-x/out/result.json', '--bundle');
  expect(bundle.status, bundle.out).toBe(0);
  expect(bundle.out).toContain('on the cited records only');
});

test('a result with one fact changed is refused by the checker and by replay', async () => {
  await nonred('check', 'DIR/quad-x');
  const forged = join(folder, 'forged.json');
  writeFileSync(forged, readFileSync(result('quad-x'), 'utf8').replace('"domicile":"CN"', '"domicile":"JP"'));
  expect((await nonred('check-grounds', forged)).status).toBe(1);
  expect((await nonred('replay', forged)).status).toBe(1);
});

test('replay: byte for byte beside the workspace, the same verdicts from the file alone', async () => {
  await nonred('check', 'DIR/quad-x');
  const beside = await nonred('replay', 'DIR/quad-x/out/result.json');
  expect(beside.out).toContain('byte for byte');
  expect(beside.status).toBe(0);
  const alone = join(folder, 'alone.json');
  cpSync(result('quad-x'), alone);
  const { status, out } = await nonred('replay', alone);
  expect(status, out).toBe(0);
  expect(out).toContain('from the records in the file');
});
