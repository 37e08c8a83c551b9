/**
 * 200 products of 300 lines that share parts: one `check` of all of them, and single runs of all, each a process of its own, one after
 * the other. The bars: under 15 s on two cores, and at least five times faster than the single runs. The results are compared byte for
 * byte. `--singles N`: only N of the single runs, drawn by a seed; the figures are then scaled, and say so. `--products N`.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writePortfolio } from '../test/support/portfolio.ts';
import { random } from '../test/support/random.ts';

const quick = process.argv.includes('--quick');
const option = (name: string, otherwise: number): number => (process.argv.includes(name) ? Number(process.argv[process.argv.indexOf(name) + 1]) : otherwise);
const LINES = quick ? 100 : 300;
const PRODUCTS = option('--products', quick ? 20 : 200);
const SINGLES = Math.min(PRODUCTS, option('--singles', quick ? 5 : PRODUCTS));
const folder = mkdtempSync(join(tmpdir(), 'nonred-portfolio-'));
const program = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
const show = (value: number, digits = 2): string => value.toFixed(digits);
interface Cost { readonly wall: number; readonly cpu: number; readonly mb: number }

/** Seconds of wall and CPU, and most memory, as each of its processes counts them at its end; summed. */
function timed(args: readonly string[]): Cost {
  const counts = join(folder, 'counts.txt');
  const counter = join(folder, 'count.cjs');
  writeFileSync(counts, '');
  writeFileSync(counter, `process.on('exit', () => { const u = process.resourceUsage(); require('node:fs').appendFileSync(${JSON.stringify(counts)}, JSON.stringify([(u.userCPUTime + u.systemCPUTime) / 1e6, u.maxRSS / 1024]) + '\\n') });`);
  const started = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, ['--require', counter, program, ...args], { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] });
  const wall = Number(process.hrtime.bigint() - started) / 1e9;
  if (![0, 2, 4].includes(status ?? 1)) throw new Error(`exit status ${status}: ${stderr}`);
  const each = readFileSync(counts, 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line) as [number, number]);
  return { wall, cpu: each.reduce((sum, [cpu]) => sum + cpu, 0), mb: each.reduce((sum, [, mb]) => sum + mb, 0) };
}

try {
  const { folders, parts, makers, usedIn } = writePortfolio(folder, PRODUCTS, LINES);
  process.stdout.write(`${PRODUCTS} products of ${LINES} lines: ${parts} distinct parts of ${makers} makers, each in ${show([...usedIn.values()].reduce((sum, one) => sum + one, 0) / usedIn.size, 1)} products on average, at most ${Math.max(...usedIn.values())}; ${availableParallelism()} cores\n`);
  const all = timed(['check', folder, '--html', join(folder, 'index.html')]);
  const results = folders.map((one) => readFileSync(join(one, 'out', 'result.json')));
  process.stdout.write(`portfolio: ${show(all.wall)} s wall, ${show(all.cpu)} s CPU, ${show(all.mb, 0)} MB of all its processes\n`);
  const chosen = SINGLES === PRODUCTS ? folders.map((_, at) => at) : random(11).shuffle(folders.map((_, at) => at)).slice(0, SINGLES);
  const singles = chosen.map((at) => timed(['check', folders[at]!]));
  const differ = chosen.filter((at) => !readFileSync(join(folders[at]!, 'out', 'result.json')).equals(results[at]!)).length;
  const sum = (of: (one: Cost) => number): number => singles.reduce((total, one) => total + of(one), 0) * (PRODUCTS / SINGLES);
  const scaled = SINGLES === PRODUCTS ? 'all measured' : `scaled from ${SINGLES} measured`;
  process.stdout.write(`${PRODUCTS} single runs (${scaled}): ${show(sum((one) => one.wall))} s wall, ${show(sum((one) => one.cpu))} s CPU; results that differ from the portfolio's: ${differ} of ${SINGLES}\n`);
  process.stdout.write(`the portfolio is ${show(sum((one) => one.wall) / all.wall, 1)} times faster by the clock, ${show(sum((one) => one.cpu) / all.cpu, 1)} times in CPU time\n`);
  let short = differ > 0;
  if (!quick && PRODUCTS === 200)
    for (const [what, want, got, ok] of [
      ['portfolio-time', '<15s', `${show(all.wall)}s`, all.wall < 15],
      ['portfolio-ratio', '>=5', show(sum((one) => one.wall) / all.wall, 1), sum((one) => one.wall) / all.wall >= 5],
    ] as const) {
      process.stdout.write(`bar ${what} want ${want} got ${got} ${ok ? 'ok' : 'short'}\n`);
      short ||= !ok;
    }
  if (short) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true });
}
