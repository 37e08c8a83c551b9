/** The command as it is built and shipped: one program out of many files, which must answer as those do. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../house/sources.ts';

const main = join(root, 'dist', 'cli', 'main.js');
const built = existsSync(main) && existsSync(join(root, 'dist', 'rulebooks'));
let folder = '';
const nonred = (...args: string[]) => spawnSync(process.execPath, [main, ...args], { encoding: 'utf8', cwd: folder });

beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'nonred-joined-')); });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.skipIf(!built)('the result of an example is that of the files it is joined from', () => {
  const example = join(root, 'examples', 'quad-x');
  expect(nonred('check', example, '--json', 'joined.json').status).toBe(2);
  const apart = `
    import { run } from ${JSON.stringify(new URL('../../dist/cli/program.js', import.meta.url).href)};
    process.exitCode = await run(['check', ${JSON.stringify(example)}, '--json', 'apart.json'], { out() {}, err() {}, env: {}, version: '0', today: () => '2026-11-22', now: () => '2026-11-22T00:00:00Z', clock: () => 0 });`;
  expect(spawnSync(process.execPath, ['--input-type=module', '-e', apart], { cwd: folder, encoding: 'utf8' }).status).toBe(2);
  expect(readFileSync(join(folder, 'joined.json'), 'utf8')).toBe(readFileSync(join(folder, 'apart.json'), 'utf8'));
});

test.skipIf(!built)('what is loaded at its first call works: workbooks written and read, XML, names in Han characters', () => {
  const example = join(root, 'examples', 'quad-x');
  expect(nonred('check', example, '--xlsx', 'book.xlsx').status).toBe(2);
  expect(nonred('check', 'book.xlsx').stderr).toContain('of the sheets only `Bill` is read');
  expect(nonred('export', example, '--cyclonedx', 'bom.xml').status).toBe(0);
  expect(nonred('check', 'bom.xml').status).toBe(2);
  expect(nonred('screen', '深圳市大疆創新科技有限公司', '--as-of', '2026-11-22').stdout).toMatch(/fcc-covered\/dji/);
});

test.skipIf(!built)('it says its version', () => {
  const opened = execFileSync(process.execPath, [main, '--version'], { encoding: 'utf8', cwd: folder });
  expect(opened.trim()).toBe(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version);
});
