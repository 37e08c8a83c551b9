import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commands, library, rewrite } from './readme.ts';
import { root } from './sources.ts';

const main = join(root, 'dist', 'cli', 'main.js');

test('README has a command and twelve lines of code at most', () => {
  expect(commands.length).toBeGreaterThan(0);
  expect(library.code).not.toBe('');
  expect(library.code.split('\n').filter((line) => line.trim() !== '').length).toBeLessThanOrEqual(12);
});

test.skipIf(!existsSync(main)).each(commands.map((command) => [command.line, command] as const))('%s', (_, { line, output }) => {
  const folder = mkdtempSync(join(tmpdir(), 'nonred-readme-'));
  cpSync(join(root, 'examples'), join(folder, 'examples'), { recursive: true, filter: (path) => !/[\\/]out$/.test(path) });
  const args = line.replace(/^(npx )?nonred /, '').split(' ');
  const { stdout, stderr } = spawnSync(process.execPath, [main, ...args], { cwd: folder, encoding: 'utf8', env: { PATH: process.env.PATH, LANG: 'en_US.UTF-8' } });
  rmSync(folder, { recursive: true });
  if (process.env.UPDATE_GOLDEN) return rewrite(`$ ${line}\n`, stdout);
  expect(`${stdout}${stderr}`.trimEnd()).toBe(output.trimEnd());
});
