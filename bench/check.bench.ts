/**
 * `npm run bench -- check`: a large bill checked as a user would, as a whole process: tables read, both rulebooks, every
 * grounds checked, result written. Beside it `node -e 0`, for what the machine itself costs. The median of five runs counts.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SIZE, writeLargeWorkspace } from './large-workspace.ts';

const wanted = process.argv.slice(2);
if (wanted.length > 0 && !wanted.includes('check')) process.exit(0);

interface Run { readonly seconds: number; readonly megabytes: number; readonly status: number | null }
const RUNS = 5;
/** Prints the process's own peak memory, in kB, when it ends. */
const PEAK = `data:text/javascript,import{writeSync}from'node:fs';process.on('exit',()=>writeSync(2,'\\npeak '+process.resourceUsage().maxRSS+'\\n'))`;

function timed(args: readonly string[]): Run {
  const start = process.hrtime.bigint();
  const done = spawnSync(process.execPath, ['--import', PEAK, ...args], { encoding: 'utf8', maxBuffer: 1 << 28 });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  const peak = /peak (\d+)/.exec(done.stderr);
  if (done.status !== 0 && done.status !== 2 && done.status !== 4) process.stderr.write(done.stderr);
  return { seconds, megabytes: Number(peak?.[1] ?? 0) / 1000, status: done.status };
}
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;

const folder = mkdtempSync(join(tmpdir(), 'nonred-bench-'));
try {
  writeLargeWorkspace(folder);
  const main = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
  const result = join(folder, 'result.json');
  process.stdout.write(`machine: ${cpus().length} x ${cpus()[0]?.model ?? '?'}, Node ${process.version}, load ${loadavg().map((load) => load.toFixed(1)).join(' ')}\n`);
  process.stdout.write(`bill: ${SIZE.lines} lines in five tiers, ${SIZE.supplies} supplies, ${SIZE.parties} parties, ${SIZE.stakes} stakes, a list of ${SIZE.names} names; both rulebooks, grounds checked\n`);
  timed([main, 'check', folder, '--json', result]); // warm the file cache
  const runs: Run[] = [];
  const empty: Run[] = [];
  for (let i = 0; i < RUNS; i++) {
    empty.push(timed(['-e', '0']));
    runs.push(timed([main, 'check', folder, '--json', result]));
  }
  const idle = median(empty.map((run) => run.seconds));
  process.stdout.write(`peer node -e 0: ${idle.toFixed(2)} s, ${median(empty.map((run) => run.megabytes)).toFixed(0)} MB\n`);
  process.stdout.write(`runs: ${runs.map((run) => `${run.seconds.toFixed(2)} s ${run.megabytes.toFixed(0)} MB`).join(', ')}; exit status ${runs[0]!.status}\n`);
  const bars: [string, number, number, string][] = [
    ['check-time', 2, median(runs.map((run) => run.seconds)), 's'],
    ['check-memory', 400, median(runs.map((run) => run.megabytes)), 'MB'],
    ['check-result-size', 60, statSync(result).size / 1e6, 'MB'],
  ];
  let short = runs.some((run) => run.status !== 0 && run.status !== 2 && run.status !== 4);
  for (const [what, want, got, unit] of bars) {
    const ok = got < want;
    short ||= !ok;
    process.stdout.write(`bar ${what} want <${want}${unit} got ${got.toFixed(2)}${unit} ${ok ? 'ok' : 'short'}\n`);
  }
  process.exitCode = short ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
