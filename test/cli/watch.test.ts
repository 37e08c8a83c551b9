/** The nightly watch and the check: what turned under an answer that stays the same is told too. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { nonred } from '../support/cli.ts';
import { root } from '../house/sources.ts';

const top = mkdtempSync(join(tmpdir(), 'nonred-watch-'));
afterAll(() => rmSync(top, { recursive: true }));
const copy = (name: string): string => {
  const dir = join(top, name);
  cpSync(join(root, 'examples', 'quad-clear'), dir, { recursive: true, filter: (path) => !/[\\/]out$/.test(path) });
  return dir;
};
const change = (dir: string, file: string, from: string, to: string): void => {
  const before = readFileSync(join(dir, file), 'utf8');
  expect(before).toContain(from);
  writeFileSync(join(dir, file), before.replace(from, to));
};

test('a clause that turns and a part more in a red one are told though the answer stays red; a clause that is judged no more ends with 4', async () => {
  const dir = copy('clauses');
  change(dir, 'parties.csv', 'aero,', 'cn,Example China (made-up),company,CN\naero,');
  expect((await nonred(['watch', dir])).status).toBe(0);
  change(dir, 'products.csv', 'control radio,radio,', 'control radio,cn,');
  const first = await nonred(['watch', dir]);
  expect([first.status, first.out]).toEqual([2, expect.stringMatching(/check, us-ndaa-848 \S+: clear -> red\n(?:.*\n)*check: clear -> red/)]);
  change(dir, 'products.csv', 'camera,lens,', 'camera,cn,');
  const second = await nonred(['watch', dir]);
  expect([second.status, second.out]).toEqual([2, expect.stringMatching(/check, us-ndaa-848 \S+: .*camera.* is red now/)]);
  expect(second.out).not.toContain('check: ');
  expect(await nonred(['watch', dir])).toMatchObject({ status: 0, out: expect.stringContaining('nothing changed') });
  change(dir, 'nonred.yaml', '[us-ndaa-848, tw-non-red]', '[us-ndaa-848]');
  expect(await nonred(['watch', dir])).toMatchObject({ status: 4, out: expect.stringMatching(/check, tw-non-red \S+: \w+ -> -/) });
});

test('another text of a rulebook is told, and a half-written table leaves what was kept as it was', async () => {
  const dir = copy('texts');
  mkdirSync(join(dir, 'rulebooks'));
  writeFileSync(join(dir, 'rulebooks', 'own.yaml'), readFileSync(join(root, 'rulebooks', 'us-ndaa-848.yaml'), 'utf8').replace('id: us-ndaa-848', 'id: own'));
  change(dir, 'nonred.yaml', 'us-ndaa-848', 'own');
  await nonred(['watch', dir]);
  change(dir, 'rulebooks/own.yaml', 'statusChecked: 2026-11-22', 'statusChecked: 2026-11-23');
  expect(await nonred(['watch', dir])).toMatchObject({ status: 0, out: 'rulebook own: its text is another\n' });
  const kept = readFileSync(join(dir, 'out', 'watch.json'), 'utf8');
  const products = readFileSync(join(dir, 'products.csv'), 'utf8');
  writeFileSync(join(dir, 'products.csv'), products.slice(0, products.indexOf('\n') + 4).replace('maker', 'mak"er'));
  expect(await nonred(['watch', dir])).toMatchObject({ status: 3, out: '' });
  expect(readFileSync(join(dir, 'out', 'watch.json'), 'utf8')).toBe(kept);
});

test('a day that nonred.yaml fixes is told: the check stands still while lists are looked at today', async () => {
  const dir = copy('fixed');
  const today = { today: () => '2027-03-01' };
  expect((await nonred(['watch', dir], today)).out).toContain('nonred.yaml fixes the day: the check is about 2026-11-22; lists, names and stakes are looked at on 2027-03-01');
  change(dir, 'nonred.yaml', 'asOf: 2026-11-22\n', '');
  expect((await nonred(['watch', dir], today)).out).not.toContain('fixes the day');
});
