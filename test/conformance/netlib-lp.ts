/** netlib LP files as MPS: status and objective as in index.json, and our own examination of every optimum. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { holds, provesInfeasible } from '../../src/lp/check.ts';
import { Solver } from '../../src/lp/solve.ts';
import type { SuiteResult } from './suites.ts';

interface Case { readonly id: string; readonly input: string; readonly sense: string; readonly expect: string; readonly objective?: number; readonly tolerance_rel?: number }

export async function netlibLp(folder: string): Promise<SuiteResult> {
  const { cases } = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as { cases: readonly Case[] };
  const solver = await Solver.load();
  const failures: string[] = [];
  let worst = 0;
  for (const { id, input, sense, expect, objective, tolerance_rel = 1e-6 } of cases) {
    try {
      const program = solver.readMps(readFileSync(join(folder, input)), input);
      const session = solver.open(program);
      const outcome = session.solve();
      if (outcome.status !== expect) failures.push(`${id}: ${outcome.status}, expected ${expect}`);
      if (outcome.status === 'optimal') {
        const found = sense === 'max' ? -outcome.objective : outcome.objective;
        const off = objective === undefined ? 0 : Math.abs(found - objective) / Math.max(1, Math.abs(objective));
        if (off > tolerance_rel) failures.push(`${id}: objective ${found}, expected ${objective}`);
        if (!holds(outcome.check)) failures.push(`${id}: not proved`);
        worst = Math.max(worst, outcome.check.primal, outcome.check.dual, outcome.check.gap);
      } else if (outcome.status === 'infeasible') {
        const ray = session.farkas();
        if (ray && !provesInfeasible(program, ray) && !provesInfeasible(program, ray.map((value) => -value))) failures.push(`${id}: the proof of infeasibility does not check`);
        if (!ray) failures.push(`${id}: no proof of infeasibility`);
      }
      session.close();
    } catch (thrown) {
      failures.push(`${id}: ${String(thrown).slice(0, 200)}`);
    }
  }
  return { run: cases.length, failures, words: `worst of bounds, signs and gap ${worst.toExponential(1)}` };
}
