import { execFileSync } from 'node:child_process';
import { closeSync, constants, lstatSync, mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, realpathSync, renameSync, rmSync, statSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { NonredError } from '../../src/base/issue.ts';
import { saltWith, sha256, sha256Of } from '../../src/host/crypto.ts';
import { filesOf } from '../../src/host/files.ts';
import { loadWorkspace } from '../../src/host/workspace.ts';
import { writeWhole } from '../../src/host/write.ts';
import { places } from '../support/files.ts';

let top = '';
let folder = '';
beforeEach(() => {
  top = realpathSync(mkdtempSync(join(tmpdir(), 'nonred-')));
  folder = join(top, 'workspace');
  mkdirSync(folder);
  writeFileSync(join(top, 'outside.csv'), 'id\nsecret\n');
});
afterEach(() => rmSync(top, { recursive: true, force: true }));
const put = (name: string, text: string): void => {
  mkdirSync(join(folder, name, '..'), { recursive: true });
  writeFileSync(join(folder, name), text);
};
const names = () => [...filesOf(folder).value.keys()];

test('a workspace is read from its folder, with the digests of its files', () => {
  put('nonred.yaml', 'product: p\n');
  put('products.csv', 'id\np\n');
  put('evidence.csv', 'id,kind,file\ne,x,evidence/a.pdf\n');
  put('evidence/a.pdf', 'made-up');
  put('.hidden/products.csv', 'id\nq\n');
  put('node_modules/x/products.csv', 'id\nq\n');
  const { value, issues } = loadWorkspace(folder);
  expect(issues).toEqual([]);
  expect(value.records.map(({ id }) => id)).toEqual(['p', 'e']);
  expect(value.records[1]).toMatchObject({ digest: sha256('made-up') });
  expect(value.files.map(({ name, sha256: digest }) => [name, digest])).toEqual([['nonred.yaml', sha256('product: p\n')], ['evidence.csv', sha256('id,kind,file\ne,x,evidence/a.pdf\n')], ['products.csv', sha256('id\np\n')]]);
  expect(loadWorkspace(join(folder, 'evidence.csv')).issues.length).toBeGreaterThan(0); // a single file is a bill, and this is none
});

test('a secret salts every record, and is itself not read as data', () => {
  put('nonred.yaml', 'product: p\n');
  put('products.csv', 'id\np\n');
  put('nonred.secret', '0123456789abcdef');
  const { value, issues } = loadWorkspace(folder);
  expect(issues).toEqual([]);
  expect(value.records[0]!.salt).toBe(saltWith(Buffer.from('0123456789abcdef'))('p'));
  expect(value.files.map(({ name }) => name)).not.toContain('nonred.secret');
  put('nonred.secret', 'short');
  expect(places(loadWorkspace(folder).issues)).toEqual(['input/wrong-shape nonred.secret']);
});

test('links out of the folder, dangling ones and circles are faults; one that stays inside is followed', () => {
  put('data/real.csv', 'id\na\n');
  symlinkSync(join(top, 'outside.csv'), join(folder, 'parties.csv'));
  symlinkSync('../outside.csv', join(folder, 'products.csv'));
  symlinkSync(top, join(folder, 'up'));
  symlinkSync('nowhere', join(folder, 'lines.csv'));
  symlinkSync('round', join(folder, 'round'));
  symlinkSync('data/real.csv', join(folder, 'recipes.csv'));
  symlinkSync('data', join(folder, 'again'));
  expect(names()).toEqual(['data/real.csv', 'recipes.csv']);
  expect(places(filesOf(folder).issues)).toEqual(['lines.csv', 'parties.csv', 'products.csv', 'round', 'up'].map((name) => `input/outside-workspace ${name}`));
});

test('a file that becomes a link outward once it was seen is not read', () => {
  put('parties.csv', 'id\na\n');
  const file = filesOf(folder).value.get('parties.csv')!;
  renameSync(join(folder, 'parties.csv'), join(folder, 'old.csv'));
  symlinkSync(join(top, 'outside.csv'), join(folder, 'parties.csv'));
  expect(() => [...file.chunks()]).toThrow(NonredError);
});

test('pipes and devices are not opened', () => {
  if (process.platform === 'win32') return;
  execFileSync('mkfifo', [join(folder, 'parties.csv')]);
  symlinkSync('/dev/zero', join(folder, 'products.csv'));
  expect(names()).toEqual([]);
  expect(places(filesOf(folder).issues)).toEqual(['input/not-a-file parties.csv', 'input/outside-workspace products.csv']);
});

test('a file of 1 GiB is refused by its size, one without an end of line by its first pieces', () => {
  closeSync(openSync(join(folder, 'parties.csv'), 'w'));
  truncateSync(join(folder, 'parties.csv'), 2 ** 30);
  put('nonred.yaml', 'product: p\n');
  put('products.csv', `id\n${'x'.repeat(48 << 20)}`);
  const before = process.resourceUsage().maxRSS;
  const start = performance.now();
  const { issues } = loadWorkspace(folder);
  expect(performance.now() - start).toBeLessThan(1000);
  expect((process.resourceUsage().maxRSS - before) / 1024).toBeLessThan(64);
  expect(places(issues)).toEqual(['input/too-large parties.csv', 'input/too-large products.csv/rows/2']);
});

test('too many files and too many folders are faults', () => {
  for (let i = 0; i < 5; i++) put(`f${i}`, '');
  put('a/b/c/d', '');
  expect(places(filesOf(folder, { files: 100, depth: 2 }).issues)).toEqual(['input/too-deep a/b/c']);
  expect(filesOf(folder, { files: 3, depth: 2 }).issues.map(({ code }) => code)).toContain('input/too-large');
});

test('hashes are those of the published vectors', () => {
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'); // FIPS 180-2
  expect(sha256Of([Buffer.from('a'), Buffer.from('bc')])).toBe(sha256('abc'));
  expect(saltWith(Buffer.from('Jefe'))('what do ya want for nothing?')).toBe('5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843'); // RFC 4231 case 2
});

test('a result is written through a link, keeps the rights of what it replaces, and replaces no device', () => {
  const [target, link] = [join(top, 'kept.json'), join(folder, 'result.json')];
  writeFileSync(target, 'before', { mode: 0o600 });
  symlinkSync(target, link);
  writeWhole(link, 'after');
  expect([readFileSync(target, 'utf8'), lstatSync(link).isSymbolicLink(), statSync(target).mode & 0o777]).toEqual(['after', true, 0o600]);
  expect(readdirSync(top).sort()).toEqual(['kept.json', 'outside.csv', 'workspace']);
  const pipe = join(top, 'pipe'); // stands for /dev/null and /dev/stdout, which a test that fails would take from the machine
  execFileSync('mkfifo', [pipe]);
  const reader = openSync(pipe, constants.O_RDONLY | constants.O_NONBLOCK);
  writeWhole(pipe, 'through');
  expect([readFileSync(reader, 'utf8'), statSync(pipe).isFIFO()]).toEqual(['through', true]);
  closeSync(reader);
});
