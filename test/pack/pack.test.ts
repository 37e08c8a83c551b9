/** What npm would publish, installed into an empty TypeScript project. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { library, rewrite } from '../house/readme.ts';
import { root } from '../house/sources.ts';

const built = existsSync(join(root, 'dist', 'index.js'));
const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
let folder = '';
const project = () => join(folder, 'project');
const run = (command: string, args: readonly string[], cwd: string) => execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

beforeAll(() => {
  if (!built) return;
  folder = mkdtempSync(join(tmpdir(), 'nonred-pack-'));
  run('npm', ['pack', '--pack-destination', folder], root);
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'))!;
  mkdirSync(project());
  writeFileSync(join(project(), 'package.json'), JSON.stringify({ name: 'someone', private: true, type: 'module' }));
  const options = { target: 'es2023', module: 'nodenext', strict: true, lib: ['es2023', 'dom'], types: [], outDir: 'out' };
  writeFileSync(join(project(), 'tsconfig.json'), JSON.stringify({ compilerOptions: options, include: ['*.ts'] }));
  writeFileSync(join(project(), 'readme.ts'), library.code);
  run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', join(folder, tarball)], project());
}, 300_000);
afterAll(() => {
  if (folder !== '') rmSync(folder, { recursive: true, force: true });
});

test.skipIf(!built)('the package has what it needs and nothing else', () => {
  const inside = readdirSync(join(project(), 'node_modules', 'nonred'));
  expect(inside.sort()).toEqual(['ARCHITECTURE.md', 'CHANGELOG.md', 'LICENSE', 'README.md', 'data', 'dist', 'docs', 'examples', 'package.json', 'rulebooks', 'schemas']);
  const all = readdirSync(join(project(), 'node_modules', 'nonred'), { recursive: true }) as string[];
  expect(all.filter((path) => /(^|\/)(out|test|src|\.stamp)(\/|$)|\.secret$/.test(path))).toEqual([]);
});

test.skipIf(!built)('the lines of the README compile against its types, with strict on and no types of Node', () => {
  const { status, stdout } = spawnSync(process.execPath, [tsc, '-p', '.'], { cwd: project(), encoding: 'utf8' });
  expect(stdout).toBe('');
  expect(status).toBe(0);
});

test.skipIf(!built)('and print what the README shows', () => {
  const { stdout, stderr } = spawnSync(process.execPath, ['out/readme.js'], { cwd: project(), encoding: 'utf8' });
  expect(stderr).toBe('');
  if (process.env.UPDATE_GOLDEN) return rewrite('```text\n', stdout);
  expect(stdout.trimEnd()).toBe(library.output.trimEnd());
});

test.skipIf(!built)('the installed command answers, and what is not exported cannot be imported', () => {
  const { status } = spawnSync(process.execPath, ['node_modules/nonred/dist/cli/main.js', 'rulebooks', 'test'], { cwd: project(), encoding: 'utf8' });
  expect(status).toBe(0);
  const { stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', "await import('nonred/dist/model/record.js')"], { cwd: project(), encoding: 'utf8' });
  expect(stderr).toContain('ERR_PACKAGE_PATH_NOT_EXPORTED');
  expect(JSON.parse(readFileSync(join(project(), 'node_modules/nonred/package.json'), 'utf8')).name).toBe('nonred');
});
