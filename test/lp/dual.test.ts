import { expect, test } from 'vitest';
import { DualSimplex } from '../../src/lp/dual.ts';
import { Factor } from '../../src/lp/factor.ts';
import { WARM } from '../../src/lp/kept.ts';
import { Solver } from '../../src/lp/solve.ts';
import { impactProgram } from '../../src/stress/program.ts';
import { madeChain } from '../../bench/chain.ts';
import { runs } from '../runs.ts';
import { random } from '../support/random.ts';

const solver = await Solver.load();

test('a factorised basis solves both ways, and after its columns are replaced', () => {
  const dice = random(3);
  for (let round = 0; round < runs(200); round++) {
    const size = 1 + dice.int(12);
    const dense = Array.from({ length: size }, (_, j) => Array.from({ length: size }, (_, i) => (i === j || dice.chance(0.25) ? 1 + dice.int(9) : 0)));
    const columns = { starts: new Int32Array(size + 1), indices: [] as number[], values: [] as number[] };
    dense.forEach((column, j) => {
      column.forEach((value, i) => { if (value !== 0) { columns.indices.push(i); columns.values.push(value); } });
      columns.starts[j + 1] = columns.indices.length;
    });
    const factor = Factor.of(size, { starts: columns.starts, indices: Int32Array.from(columns.indices), values: Float64Array.from(columns.values) });
    if (factor === undefined) continue; // dependent columns
    const inPlace = Array.from(factor.order, (j) => dense[j]!);
    const agrees = (): void => {
      const right = Float64Array.from({ length: size }, () => dice.int(20) - 10);
      const x = new Float64Array(size);
      factor.solve(right.slice(), x);
      right.forEach((value, i) => void expect(inPlace.reduce((sum, column, k) => sum + column[i]! * x[k]!, 0)).toBeCloseTo(value, 6));
      const y = new Float64Array(size);
      factor.solveTransposed(right.slice(), y);
      right.forEach((value, k) => void expect(inPlace[k]!.reduce((sum, entry, i) => sum + entry * y[i]!, 0)).toBeCloseTo(value, 6));
    };
    agrees();
    const fresh = Float64Array.from({ length: size }, () => 1 + dice.int(9));
    const column = new Float64Array(size);
    factor.solve(fresh.slice(), column);
    const at = column.findIndex((value) => Math.abs(value) > 0.05);
    if (at < 0) continue;
    factor.replace(at, column);
    inPlace[at] = [...fresh];
    agrees();
  }
});

test('the kept factorisation and HiGHS agree on every closed site and every pair, and nothing is left behind', () => {
  const dice = random(11);
  for (let seed = 0; seed < runs(30); seed++) {
    const chain = madeChain({ tiers: 2 + dice.int(3), width: 8 + dice.int(10), needs: 1 + dice.int(2), sources: 2, slack: 1 + dice.next(), products: 3 }, seed);
    const { program, layout } = impactProgram(chain, 10);
    const [kept, warm] = [new DualSimplex(solver, program), WARM(solver, program)];
    for (let round = 0; round < 12; round++) {
      const changes = [dice.pick(layout.made), dice.pick(layout.made)].slice(0, 1 + dice.int(2)).map((at) => ({ at, lower: 0, upper: dice.chance(0.5) ? 0 : program.upper[at]! * dice.next() }));
      const [a, b] = [kept.solve(changes), warm.solve(changes)];
      if (a.status !== 'optimal' || b.status !== 'optimal') throw new Error(`${a.status} ${b.status}`);
      expect(Math.abs(a.objective - b.objective)).toBeLessThanOrEqual(1e-6 * (1 + Math.abs(b.objective)));
    }
    const again = kept.solve([{ at: layout.made[0]!, lower: program.lower[layout.made[0]!]!, upper: program.upper[layout.made[0]!]! }]);
    const first = kept.solve([]);
    expect(again.status === 'optimal' && first.status === 'optimal' && Math.abs(again.objective - first.objective) <= 1e-6 * (1 + Math.abs(first.objective))).toBe(true);
    expect(kept.fallbacks).toBe(0);
    kept.close();
    warm.close();
  }
});
