/** docs/stress.md as a new user follows it: its tables are written, its commands run, and what it shows is what they print. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../house/sources.ts';

const main = join(root, 'dist', 'cli', 'main.js');
const page = readFileSync(join(root, 'docs/stress.md'), 'utf8');
const files = [...page.matchAll(/^```(?:csv|yaml) (\S+)\n([\s\S]*?)^```/gm)].map(([, name, text]) => [name!, text!] as const);
const commands = [...page.matchAll(/^```console\n\$ nonred (.+)\n([\s\S]*?)^```/gm)].map(([, args, output]) => [args!, output!.trimEnd().split('\n')] as const);

test.skipIf(!existsSync(main))('the chain and the scenario of docs/stress.md give what the page says', { timeout: 60_000 }, () => {
  expect([files.length, commands.length]).toEqual([8, 2]);
  const folder = mkdtempSync(join(tmpdir(), 'nonred-walk-'));
  for (const [name, text] of files) writeFileSync(join(folder, name), text);
  for (const [args, shown] of commands) {
    const { stdout, stderr, status } = spawnSync(process.execPath, [main, ...args.split(' ')], { cwd: folder, encoding: 'utf8', env: { PATH: process.env.PATH, LANG: 'en_US.UTF-8' } });
    expect([status, stderr], args).toEqual([0, '']);
    let from = 0;
    for (const line of shown) {
      const at = stdout.indexOf(`${line}\n`, from);
      expect(at, `${line}\n in\n${stdout}`).toBeGreaterThanOrEqual(0);
      from = at;
    }
  }
  rmSync(folder, { recursive: true });
});
