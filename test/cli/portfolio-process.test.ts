/** Many products as the built program checks them: in processes of its own. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { root } from '../house/sources.ts';
import { writePortfolio } from '../support/portfolio.ts';

const main = join(root, 'dist', 'cli', 'main.js');
const built = existsSync(main);
const top = mkdtempSync(join(tmpdir(), 'nonred-processes-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));

const outOf = (folder: string): string => join(folder, 'out', 'result.json');
/** Folders of products that have a result. All of them are whole, or this throws. */
const answered = (folders: readonly string[]): string[] => folders.filter((folder) => existsSync(outOf(folder)) && JSON.parse(readFileSync(outOf(folder), 'utf8')).version === 1);

/** Its own processes, once there are that many and some product is done, or at once. */
async function childrenOf(pid: number, count: number, folders: readonly string[] | 'at once'): Promise<number[]> {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
    if (children.length >= count && (folders === 'at once' || folders.some((folder) => existsSync(outOf(folder))))) return children;
  }
}

async function interrupted(folder: string, folders: readonly string[] | 'at once', disturb: (pid: number, children: readonly number[]) => void): Promise<{ readonly status: number | null; readonly said: string }> {
  const child = spawn(process.execPath, [main, 'check', folder, '--threads', '2'], { detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => { said += piece; });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  disturb(child.pid!, await childrenOf(child.pid!, 2, folders));
  return { status: await ended, said };
}

test.skipIf(!built)('two processes write what one writes', { timeout: 60_000 }, () => {
  const { folders } = writePortfolio(join(top, 'same'), 7, 20);
  const [one, two] = ['1', '2'].map((threads) => {
    const { status, stdout } = spawnSync(process.execPath, [main, 'check', join(top, 'same'), '--threads', threads], { encoding: 'utf8' });
    expect(status).toBe(4);
    return [stdout, ...folders.map((folder) => readFileSync(outOf(folder), 'utf8'))];
  });
  expect(two).toEqual(one);
});

test.skipIf(!built || process.platform !== 'linux')('Ctrl-C, which all processes of a terminal get: what has begun is finished, nothing else is begun', { timeout: 60_000 }, async () => {
  const { folders } = writePortfolio(join(top, 'stopped'), 60, 120);
  const { status, said } = await interrupted(join(top, 'stopped'), folders, (pid) => void process.kill(-pid, 'SIGINT'));
  const done = answered(folders);
  expect(said).toContain(`stopped: ${done.length} of 60 products have their results written`);
  expect(status).toBe(1);
  expect(done.length).toBeLessThan(60);
  expect(folders.flatMap((folder) => (existsSync(join(folder, 'out')) ? readdirSync(join(folder, 'out')) : [])).filter((name) => name !== 'result.json')).toEqual([]);
});

test.skipIf(!built || process.platform !== 'linux')('Ctrl-C before the processes can hear of it: what they had not begun is not counted as done', { timeout: 60_000 }, async () => {
  const { folders } = writePortfolio(join(top, 'early'), 6, 20);
  const { status, said } = await interrupted(join(top, 'early'), 'at once', (pid) => void process.kill(-pid, 'SIGINT'));
  expect(said).toContain(`stopped: ${answered(folders).length} of 6 products have their results written`);
  expect(said).not.toContain('SIGINT');
  expect(status).toBe(1);
});

test.skipIf(!built || process.platform !== 'linux')('a process that is killed is the failure of its product; the others are done', { timeout: 60_000 }, async () => {
  const { folders } = writePortfolio(join(top, 'killed'), 30, 60);
  const { status, said } = await interrupted(join(top, 'killed'), folders, (_, [first]) => void process.kill(first!, 'SIGKILL'));
  expect(status).toBe(1);
  expect(said).toMatch(/failed: SIGKILL/);
  expect(answered(folders).length).toBeGreaterThanOrEqual(29);
  expect(said).toContain('1 product has no answer');
});
