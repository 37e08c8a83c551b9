/** The command as a process of its own: threads, a terminal, Ctrl-C. Needs the build, and `script` (util-linux) for the terminal. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { root } from '../house/sources.ts';
import { random } from '../support/random.ts';

const main = join(root, 'dist/cli/main.js');
const SCRIPT = existsSync('/usr/bin/script');
if (!SCRIPT) process.stdout.write('not run: Ctrl-C at a terminal (no /usr/bin/script)\n');
const folder = mkdtempSync(join(tmpdir(), 'nonred-stress-process-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Four tiers: every plant needs two products of the next, each made at two places. */
function workspace(width: number): string {
  const at = mkdtempSync(join(folder, 'w-'));
  const dice = random(width);
  const [products, facilities, recipes, lines, stocks] = [['id,maker,uom'], ['id,operator,country'], ['id,output,facility,capacityPerDay'], ['recipe,line,product,quantity,uom'], ['place,product,quantity,uom']];
  for (let tier = 0; tier < 4; tier++) {
    const groups = tier === 0 ? 1 : width;
    for (let g = 0; g < groups; g++) {
      products.push(`p${tier}-${g},m,H87`);
      for (let s = 0; s < 2; s++) {
        const id = `${tier}-${g}-${s}`;
        facilities.push(`f${id},m${s},TW`);
        recipes.push(`r${id},p${tier}-${g},f${id},${tier === 0 ? 20 : 5 + dice.int(30) * 4 ** tier}`);
        if (tier < 3) for (let l = 0; l < (tier === 0 ? width : 2); l++) lines.push(`r${id},${l},p${tier + 1}-${tier === 0 ? l : (g + l * 7 + s) % width},${1 + dice.int(2)},H87`);
        stocks.push(`f${id},p${tier}-${g},${dice.int(400)},H87`);
      }
    }
  }
  const files = {
    'nonred.yaml': 'product: p0-0\nasOf: 2026-11-22\nmadeUp: true\n', 'products.csv': products, 'facilities.csv': facilities, 'recipes.csv': recipes, 'lines.csv': lines, 'inventories.csv': stocks,
    'parties.csv': ['id,name', 'm,Maker (made-up)', 'm0,One (made-up)', 'm1,Two (made-up)'], 'demands.csv': ['id,product,perDay,margin', 'd,p0-0,10,5 USD'],
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(at, name), typeof text === 'string' ? text : `${text.join('\n')}\n`);
  return at;
}

test('two threads find what one finds', { timeout: 120_000 }, () => {
  const at = workspace(25);
  const found = ['1', '2'].map((threads) => spawnSync(process.execPath, [main, 'stress', at, '--each', 'facility', '--survive', '--threads', threads, '--json', '-'], { encoding: 'utf8', maxBuffer: 1e8 }));
  expect(found.map(({ status, stderr }) => `${status} ${stderr}`)).toEqual(['0 ', '0 ']);
  const [one, two] = found.map(({ stdout }): { each?: { finished: number } } => JSON.parse(stdout));
  expect(one?.each?.finished).toBeGreaterThan(80);
  expect(JSON.stringify(two, rounded)).toBe(JSON.stringify(one, rounded));
});
/** Threads take other cuts in other orders; each is solved from the same basis, so only the last digits could differ. */
const rounded = (_: string, value: unknown): unknown => (typeof value === 'number' ? Number(value.toPrecision(9)) : value);

test.skipIf(!SCRIPT)('Ctrl-C at a terminal keeps what is finished and says so; the progress shows the time left', { timeout: 120_000 }, async () => {
  const at = workspace(120);
  const json = join(folder, 'partial.json');
  // `exec`: a shell in between takes Ctrl-C too, and dash then ends with 130 whatever the command said.
  const child = spawn('/usr/bin/script', ['-qefc', `exec '${process.execPath}' '${main}' stress '${at}' --each facility --survive --threads 2 --json '${json}'`, '/dev/null'], { stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, SHELL: '/bin/sh', LANG: 'en_US.UTF-8' } });
  let out = '';
  let asked = false;
  child.stdout.on('data', (piece: Buffer) => {
    out += piece.toString('utf8');
    if (asked || !/\d+ of \d+/.test(out)) return;
    asked = true;
    child.stdin.write('\u0003');
  });
  const status = await new Promise<number | null>((done) => void child.on('exit', done));
  expect(asked, out).toBe(true);
  expect(out).toMatch(/\d+ of \d+.*\d+ s/);
  expect(out).toMatch(/stopped: \d+ of \d+ are finished/);
  expect(status).toBe(1);
  const { each } = JSON.parse(spawnSync('cat', [json], { encoding: 'utf8' }).stdout) as { each: { finished: number; count: number } };
  expect(each.finished).toBeGreaterThan(0);
  expect(each.finished).toBeLessThan(each.count);
});
