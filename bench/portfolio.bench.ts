/**
 * 200 products of 300 lines that share parts: one `check` of all of them, and single runs of some, each a process of its
 * own. The bars: under 15 s on two cores, and at least five times faster than 200 single runs (so many times one).
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { random } from '../test/support/random.ts';

const quick = process.argv.includes('--quick');
const [PRODUCTS, LINES, SINGLE] = quick ? [20, 100, 3] : [200, 300, 10];
const folder = mkdtempSync(join(tmpdir(), 'nonred-portfolio-'));
const program = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
const r = random(7);
/** Parts that all products draw from, so that most are shared. */
const pool = Array.from({ length: 1500 }, (_, i) => `Part ${i},Maker ${i % 120} Ltd,PN-${i},${r.pick(['TW', 'JP', 'US', 'DE', '', 'KR', r.chance(0.05) ? 'CN' : 'TW'])}`);
for (let product = 0; product < PRODUCTS; product++) {
  const dir = join(folder, `product-${String(product).padStart(3, '0')}`);
  mkdirSync(dir);
  writeFileSync(join(dir, 'nonred.yaml'), 'product: drone\nasOf: 2026-11-22\nrulebooks: [us-ndaa-848, tw-non-red]\nasIfBound: true\nmadeUp: true\n');
  writeFileSync(join(dir, 'bom.csv'), `Line,Description,Manufacturer,MPN,Country of origin,Quantity\n${r.shuffle(pool).slice(0, LINES).map((part, i) => `${i + 1},${part},1\n`).join('')}`);
}
/** Wall and CPU seconds, children of this process counted by difference. */
function timed(args: readonly string[]): { wall: number; cpu: number } {
  const before = process.resourceUsage();
  const started = process.hrtime.bigint();
  const { status, stderr } = spawnSync('/usr/bin/env', ['bash', '-c', 'TIMEFORMAT="%U %S"; time "$@" > /dev/null 2> /dev/null', 'run', process.execPath, program, ...args], { encoding: 'utf8' });
  if (![0, 2, 4].includes(status ?? 1)) throw new Error(`exit status ${status}: ${stderr}`);
  void before;
  const [user, system] = stderr.trim().split('\n').at(-1)!.split(' ').map(Number);
  return { wall: Number(process.hrtime.bigint() - started) / 1e9, cpu: user! + system! };
}
const all = timed(['check', folder]);
const singles = Array.from({ length: SINGLE }, (_, i) => timed(['check', join(folder, `product-${String(i).padStart(3, '0')}`)]));
const mean = (of: (one: { wall: number; cpu: number }) => number): number => singles.reduce((sum, one) => sum + of(one), 0) / SINGLE;
const show = (seconds: number): string => seconds.toFixed(2);
process.stdout.write(`portfolio of ${PRODUCTS} products of ${LINES} lines: ${show(all.wall)} s wall, ${show(all.cpu)} s CPU\n`);
process.stdout.write(`one alone (mean of ${SINGLE}): ${show(mean((one) => one.wall))} s wall, ${show(mean((one) => one.cpu))} s CPU; ${PRODUCTS} of them would take ${(PRODUCTS * mean((one) => one.cpu) / all.cpu).toFixed(1)} times the CPU, ${(PRODUCTS * mean((one) => one.wall) / all.wall).toFixed(1)} times the wall\n`);
rmSync(folder, { recursive: true });
