/**
 * `npm run bench -- stress [--only scenarios|large|failures|willems] [--quick]`: many scenarios on one network against cold solves of the same
 * kept model in the same process (its basis cleared before each), every objective of a random tenth compared; the same ten times as large; 1,500
 * failures on 1,700 nodes; the time to survive of every stage of the largest of Willems' chains, where it is at hand (NONRED_SHARED).
 * Ratios and the last part are in this process's own CPU seconds, so that others on the machine do not count; the failures, on two
 * threads, in seconds on the wall from the start of the part, with the CPU seconds beside it. Progress is on stderr.
 */
import { existsSync, readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { studyEach as StudyEach } from '../src/engine/stress-each.ts';
import { DualSimplex } from '../src/lp/dual.ts';
import type { Outcome } from '../src/lp/solve.ts';
import { Solver } from '../src/lp/solve.ts';
import { impactProgram } from '../src/stress/program.ts';
import { SurvivalStudy } from '../src/stress/study.ts';
import { random } from '../test/support/random.ts';
import { madeChain } from './chain.ts';
import { willemsChain } from './willems.ts';

const PARTS = ['scenarios', 'large', 'failures', 'willems'];
const after = (option: string): string | undefined => (process.argv.includes(option) ? process.argv[process.argv.indexOf(option) + 1] : undefined);
const only = after('--only');
if (only !== undefined && !PARTS.includes(only)) {
  process.stderr.write(`--only takes ${PARTS.join(', ')}\n`);
  process.exit(1);
}
const quick = process.argv.includes('--quick');
const seconds = (): number => { const { user, system } = process.cpuUsage(); return (user + system) / 1e6; };
const timed = <X>(work: () => X): readonly [X, number] => { const start = seconds(); const value = work(); return [value, seconds() - start]; };
const objective = (outcome: Outcome): number => (outcome.status === 'optimal' ? outcome.objective : Number.NaN);
let told = 0;
const progress = (what: string, done: number, count: number): void => {
  if (performance.now() - told < 5000 && done < count) return;
  told = performance.now();
  process.stderr.write(`${what}: ${done} of ${count}\n`);
};
let short = false;
function bar(what: string, want: string, got: number, unit: string, ok: boolean): void {
  short ||= !ok;
  process.stdout.write(`bar ${what} want ${want}${unit} got ${got.toFixed(2)}${unit} ${ok ? 'ok' : 'short'}\n`);
}

process.stdout.write(`machine: ${cpus().length} x ${cpus()[0]?.model ?? '?'}, Node ${process.version}, load ${loadavg().map((load) => load.toFixed(1)).join(' ')}\n`);

/** How many times faster than cold, per scenario. */
function scenarios(solver: Solver, name: string, size: Parameters<typeof madeChain>[0], count: number, colds: number): number {
  const dice = random(20_261_122);
  const chain = madeChain(size, 20_261_122);
  const { program, layout } = impactProgram(chain, 30);
  progress(`${name} opening`, 0, 1);
  const [kept, opening] = timed(() => new DualSimplex(solver, program));
  const base = kept.solve([]);
  if (base.status !== 'optimal') throw new Error(base.status);
  const sites = dice.shuffle(layout.made).slice(0, count);
  const losses = new Map<number, number>();
  let skipped = 0;
  const [, warm] = timed(() => {
    for (const at of sites) {
      if (base.primal[at]! <= 0) {
        skipped++;
        losses.set(at, base.objective);
      } else losses.set(at, objective(kept.solve([{ at, lower: 0, upper: 0 }])));
      progress(`${name} kept`, losses.size, sites.length);
    }
  });
  const session = solver.open(program);
  let different = 0;
  const sample = dice.shuffle(sites).slice(0, colds);
  const [, cold] = timed(() => {
    for (const [i, at] of sample.entries()) {
      session.bound(at, 0, 0);
      session.clear();
      const loss = objective(session.solve());
      session.bound(at, 0, program.upper[at]!);
      if (!(Math.abs(loss - losses.get(at)!) <= 1e-6 * (1 + Math.abs(loss)))) different++;
      progress(`${name} cold`, i + 1, sample.length);
    }
  });
  const [each, coldEach] = [warm / sites.length, cold / sample.length];
  process.stdout.write(`${name}: ${program.columns} columns, ${program.rows} rows, ${sites.length} single sites, ${skipped} skipped exactly (${((100 * skipped) / sites.length).toFixed(0)} %), ${kept.fallbacks} left to HiGHS, ${(kept.pivots / Math.max(1, sites.length - skipped)).toFixed(0)} pivots each; opening ${opening.toFixed(2)} s\n`);
  process.stdout.write(`  kept ${(1000 * each).toFixed(2)} ms each, cold ${(1000 * coldEach).toFixed(1)} ms each over ${sample.length}, ${different} objectives differ by more than 1e-6; with the opening counted in, ${((coldEach * sites.length) / (warm + opening)).toFixed(1)} times\n`);
  kept.close();
  session.close();
  if (different > 0) bar(`${name}-different`, '0', different, '', false);
  if (skipped > 0.35 * sites.length) bar(`${name}-skipped`, '<= 35', (100 * skipped) / sites.length, ' %', false);
  return coldEach / each;
}

const MEDIUM = { tiers: 5, width: 400, needs: 2, sources: 3, slack: 1.25, products: 60 };
if (only === undefined || only === 'scenarios') {
  const ratio = scenarios(await Solver.load(), '9k', MEDIUM, quick ? 50 : 1000, quick ? 5 : 100);
  bar('stress-1000-scenarios', '>= 20', ratio, ' times', ratio >= 20);
}
if (only === undefined || only === 'large') {
  const ratio = scenarios(await Solver.load(), '91k', { ...MEDIUM, width: 3900, products: 585 }, quick ? 5 : 60, quick ? 1 : 2);
  process.stdout.write(`91k: ${ratio.toFixed(1)} times cold\n`);
}

// A published notebook runs 1,500 failures on 1,700 nodes: a minute on 16 worker cores, an hour on one node.
if (only === undefined || only === 'failures') {
  const [start, before] = [performance.now(), seconds()];
  // The compiled one, whose threads are files.
  const compiled = new URL('../dist/engine/stress-each.js', import.meta.url).href;
  const { studyEach } = (await import(compiled)) as { studyEach: typeof StudyEach };
  const chain = madeChain({ tiers: 5, width: 410, needs: 2, sources: 2, slack: 1.25, products: 60 }, 1_700);
  const cuts = chain.plants.slice(0, quick ? 75 : 1500).map(({ id }, plant) => ({ id, sure: [plant], open: [] }));
  const { results } = await studyEach({ chain, days: 30, survive: true, bothEnds: false }, cuts, await Solver.load(), { threads: 2, progress: (done, count) => progress('failures', done, count) });
  const [wall, cpu] = [(performance.now() - start) / 1000, seconds() - before];
  const lost = results.filter(({ loss }) => loss.lo > 0).length;
  process.stdout.write(`failures: ${chain.plants.length} nodes, ${results.length} failures, impact and time to survive each, ${lost} lose something; 2 threads, ${wall.toFixed(1)} s on the wall, ${cpu.toFixed(1)} CPU s\n`);
  bar('stress-1500-failures', '< 20', wall, ' s', wall < 20 && results.length === cuts.length);
}

if (only === undefined || only === 'willems') {
  const shared = process.env.NONRED_SHARED ?? fileURLToPath(new URL('../../shared', import.meta.url));
  const willems = join(shared, 'data/papers/willems/willems_38.csv');
  if (!existsSync(willems)) process.stdout.write('not run: Willems (NONRED_SHARED names the folder)\n');
  else {
    const chain = willemsChain(readFileSync(willems, 'utf8'));
    const solver = await Solver.load();
    const study = new SurvivalStudy(solver, chain);
    const [days, time] = timed(() => chain.plants.slice(0, quick ? 100 : undefined).map((_, plant, all) => {
      progress('willems', plant + 1, all.length);
      return study.closed({ plants: [plant] });
    }));
    const finite = days.filter(Number.isFinite).sort((a, b) => a - b);
    process.stdout.write(`willems 38: ${chain.plants.length} stages, ${chain.arcs.length} arcs; ${days.length} stages asked, ${study.direct} without a solver, ${finite.length} with an end, median ${finite[finite.length >> 1]?.toFixed(2)} days\n`);
    bar('stress-willems', '< 60', time, ' s', time < 60);
    study.close();
  }
}
process.exitCode = short ? 1 : 0;
