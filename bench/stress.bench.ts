/**
 * `npm run bench -- stress`: many scenarios on one network against cold solves of the same kept model in the same process (its
 * basis cleared before each), every objective of a random tenth compared. Then 1,500 failures on 1,700 nodes, and the time to
 * survive of every stage of the largest of Willems' chains, where it is at hand (NONRED_SHARED). Times are this process's own CPU
 * seconds, so that others on the machine do not count. `--quick` runs a twentieth.
 */
import { existsSync, readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DualSimplex } from '../src/lp/dual.ts';
import type { Outcome, Session } from '../src/lp/solve.ts';
import { Solver } from '../src/lp/solve.ts';
import { impactProgram } from '../src/stress/program.ts';
import { EachStudy } from '../src/stress/each.ts';
import { SurvivalStudy } from '../src/stress/study.ts';
import { random } from '../test/support/random.ts';
import { madeChain } from './chain.ts';
import { willemsChain } from './willems.ts';

const wanted = process.argv.slice(2).filter((word) => !word.startsWith('-'));
if (wanted.length > 0 && !wanted.includes('stress')) process.exit(0);
const quick = process.argv.includes('--quick');
const seconds = (): number => { const { user, system } = process.cpuUsage(); return (user + system) / 1e6; };
const timed = <X>(work: () => X): readonly [X, number] => { const start = seconds(); const value = work(); return [value, seconds() - start]; };
const objective = (outcome: Outcome): number => (outcome.status === 'optimal' ? outcome.objective : Number.NaN);
let short = false;
function bar(what: string, want: string, got: number, unit: string, ok: boolean): void {
  short ||= !ok;
  process.stdout.write(`bar ${what} want ${want}${unit} got ${got.toFixed(2)}${unit} ${ok ? 'ok' : 'short'}\n`);
}

process.stdout.write(`machine: ${cpus().length} x ${cpus()[0]?.model ?? '?'}, Node ${process.version}, load ${loadavg().map((load) => load.toFixed(1)).join(' ')}\n`);
const solver = await Solver.load();

function scenarios(name: string, size: Parameters<typeof madeChain>[0], count: number, colds: number): number {
  const dice = random(20_261_122);
  const chain = madeChain(size, 20_261_122);
  const { program, layout } = impactProgram(chain, 30);
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
    }
  });
  const session: Session = solver.open(program);
  session.solve();
  let different = 0;
  const sample = dice.shuffle(sites).slice(0, colds);
  const [, cold] = timed(() => {
    for (const at of sample) {
      session.bound(at, 0, 0);
      session.clear();
      const loss = objective(session.solve());
      session.bound(at, 0, program.upper[at]!);
      if (!(Math.abs(loss - losses.get(at)!) <= 1e-6 * (1 + Math.abs(loss)))) different++;
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

const medium = { tiers: 5, width: 400, needs: 2, sources: 3, slack: 1.25, products: 60 };
const ratio = scenarios('9k', medium, quick ? 50 : 1000, quick ? 5 : 100);
bar('stress-1000-scenarios', '>= 20', ratio, ' times', ratio >= 20);
const large = scenarios('89k', { ...medium, width: 3900, products: 600 }, quick ? 5 : 60, quick ? 1 : 2);
process.stdout.write(`89k: ${large.toFixed(1)} times cold\n`);

// A published notebook runs 1,500 failures on 1,700 nodes: a minute on 16 worker cores, an hour on one node.
{
  const [losses, time] = timed(() => {
    const chain = madeChain({ tiers: 5, width: 410, needs: 2, sources: 2, slack: 1.25, products: 60 }, 1_700);
    const study = new EachStudy(solver, chain, 30, true, false);
    const found = chain.plants.slice(0, quick ? 75 : 1500).map(({ id }, plant) => study.of({ id, sure: [plant], open: [] }));
    study.close();
    process.stdout.write(`failures: ${chain.plants.length} nodes, ${found.length} failures, impact and time to survive each\n`);
    return found;
  });
  bar('stress-1500-failures', '< 20', time, ' s', time < 20 && losses.length > 0);
}

const shared = process.env.NONRED_SHARED ?? fileURLToPath(new URL('../../shared', import.meta.url));
const willems = join(shared, 'data/papers/willems/willems_38.csv');
if (!existsSync(willems)) process.stdout.write('not run: Willems (NONRED_SHARED names the folder)\n');
else {
  const chain = willemsChain(readFileSync(willems, 'utf8'));
  const [days, time] = timed(() => {
    const study = new SurvivalStudy(solver, chain);
    const found = chain.plants.slice(0, quick ? 100 : undefined).map((_, plant) => study.closed({ plants: [plant] }));
    study.close();
    return found;
  });
  const finite = days.filter(Number.isFinite).sort((a, b) => a - b);
  process.stdout.write(`willems 38: ${chain.plants.length} stages, ${chain.arcs.length} arcs; ${days.length} stages asked, ${finite.length} with an end, median ${finite[finite.length >> 1]?.toFixed(2)} days\n`);
  bar('stress-willems', '< 60', time, ' s', time < 60);
}
process.exitCode = short ? 1 : 0;
