/** The kernel for chains in which everything has one source, against HiGHS on the same programs, and by hand. */
import { expect, test } from 'vitest';
import { examine, holds } from '../../src/lp/check.ts';
import { Solver } from '../../src/lp/solve.ts';
import type { Arc, Chain } from '../../src/stress/chain.ts';
import { surviveProgram } from '../../src/stress/program.ts';
import { SoleSource } from '../../src/stress/sole.ts';
import { SurvivalStudy } from '../../src/stress/study.ts';
import { runs } from '../runs.ts';
import { type Random, random } from '../support/random.ts';

const solver = await Solver.load();

/** Any plant may serve any earlier one, so several customers share a source; capacities of plants, arcs and caps may bind. */
function soleChain(dice: Random): Chain {
  const count = 2 + dice.int(8);
  const plants = Array.from({ length: count }, (_, i) => ({ id: `p${i}`, product: `g${i}`, capacityPerDay: dice.chance(0.2) ? Infinity : dice.chance(0.1) ? 0 : 5 + dice.int(60), stock: dice.int(80) }));
  const arcs: Arc[] = [];
  const needs = plants.flatMap((_, plant) => Array.from({ length: plant + 1 < count ? dice.int(3) : 0 }, () => ({ plant, from: plant + 1 + dice.int(count - plant - 1), quantity: 1 + dice.int(3) })));
  needs.forEach(({ from }, need) => void arcs.push({ from, to: { need }, ...(dice.chance(0.2) && { each: 1 + dice.int(2) }), ...(dice.chance(0.15) && { capacityPerDay: 5 + dice.int(60) }) }));
  const demands = [0, ...(dice.chance(0.5) ? [dice.int(count)] : [])].map((plant, d) => ({ id: `d${d}`, product: plants[plant]!.product, perDay: 1 + dice.int(9), margin: 1, plant }));
  demands.forEach(({ plant }, demand) => void arcs.push({ from: plant, to: { demand } }));
  const caps = dice.chance(0.3) ? [{ id: 'cap', plants: [dice.int(count), dice.int(count)].filter((plant, i, all) => all.indexOf(plant) === i), arcs: [dice.int(arcs.length)], perDay: 5 + dice.int(90) }] : [];
  return { plants, needs: needs.map(({ plant, from, quantity }) => ({ plant, product: plants[from]!.product, quantity })), arcs, demands, caps };
}

test('survival and its proof are those of HiGHS, on every closed plant and arc', () => {
  const dice = random(58);
  let finite = 0;
  for (let i = 0; i < runs(1000); i++) {
    const chain = soleChain(dice);
    const kernel = SoleSource.of(chain)!;
    const { program, layout } = surviveProgram(chain, Infinity);
    const closures: { plants: number[]; arcs: number[] }[] = [{ plants: [], arcs: [] }, ...chain.plants.map((_, p) => ({ plants: [p], arcs: [] })), { plants: [], arcs: [dice.int(chain.arcs.length)] }];
    for (const { plants, arcs } of closures) {
      const upper = program.upper.slice();
      for (const at of [...plants.map((p) => layout.made[p]!), ...arcs.map((a) => layout.carried[a]!)]) upper[at] = 0;
      const closed = { ...program, upper };
      const found = kernel.closed(plants, arcs, layout, program)!;
      const outcome = solver.solve(closed);
      if (typeof found === 'number') expect([found, outcome.status], `chain ${i}`).toEqual([Infinity, 'unbounded']);
      else {
        finite++;
        if (outcome.status !== 'optimal') throw new Error(`chain ${i}: ${outcome.status}, not ${found.days}`);
        expect(Math.abs(found.days + outcome.objective), `chain ${i}`).toBeLessThanOrEqual(1e-6 * (1 + found.days));
        expect(holds(examine(closed, found.primal, found.dual)), `chain ${i}`).toBe(true);
      }
    }
  }
  expect(finite).toBeGreaterThan(100);
});

/** A is made of one X, 100 a day; X comes from x alone, with 120 in stock, A has 50. */
const chain: Chain = {
  plants: [{ id: 'a', product: 'A', capacityPerDay: 150, stock: 50 }, { id: 'x', product: 'X', capacityPerDay: 120, stock: 120 }],
  needs: [{ plant: 0, product: 'X', quantity: 1 }],
  arcs: [{ from: 1, to: { need: 0 } }, { from: 0, to: { demand: 0 } }],
  demands: [{ id: 'A', product: 'A', perDay: 100, margin: 10 }],
  caps: [],
};

test('a chain of one source each is answered directly, one with a choice or a circle is not', () => {
  const study = new SurvivalStudy(solver, chain);
  expect([study.closed({ plants: [1] }), study.closed({ plants: [0] }), study.closed({ plants: [] })]).toEqual([expect.closeTo(1.7, 9), 0.5, Infinity]);
  expect(study.direct).toBe(3);
  expect(SoleSource.of({ ...chain, arcs: [...chain.arcs, { from: 0, to: { need: 0 } }] })).toBeUndefined();
  expect(SoleSource.of({ ...chain, arcs: [{ from: 0, to: { need: 0 } }, chain.arcs[1]!] })).toBeUndefined();
  expect(SoleSource.of({ ...chain, arcs: [chain.arcs[1]!] })).toBeUndefined();
  const choice = new SurvivalStudy(solver, { ...chain, plants: [...chain.plants, { id: 'y', product: 'X', capacityPerDay: 0, stock: 10 }], arcs: [...chain.arcs, { from: 2, to: { need: 0 } }] });
  expect(choice.closed({ plants: [1] })).toBeCloseTo(1.8, 9);
  expect(choice.direct).toBe(0);
  choice.close();
  study.close();
});

test('a proof that is not one is not believed', () => {
  const { program, layout } = surviveProgram(chain, Infinity);
  const found = SoleSource.of(chain)!.closed([1], [], layout, program);
  if (typeof found !== 'object') throw new Error('no plan');
  const upper = program.upper.slice();
  upper[layout.made[1]!] = 0;
  expect(holds(examine({ ...program, upper }, found.primal, found.dual))).toBe(true);
  expect(holds(examine({ ...program, upper }, found.primal, found.dual.map((value) => value * 1.01)))).toBe(false);
  expect(holds(examine(program, found.primal, found.dual))).toBe(false); // of the chain as it is, it proves nothing
});
