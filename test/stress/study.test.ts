import { expect, test } from 'vitest';
import { Solver } from '../../src/lp/solve.ts';
import type { Chain } from '../../src/stress/chain.ts';
import { ImpactStudy, SurvivalStudy } from '../../src/stress/study.ts';

const solver = await Solver.load();

/** A is made of one X, 100 a day at a margin of 10; X comes from x alone, with 120 in stock, A has 50. By hand: 1.7 days; 4 days cost (400 - 170) x 10. */
const chain: Chain = {
  plants: [{ id: 'a', product: 'A', capacityPerDay: 150, stock: 50 }, { id: 'x', product: 'X', capacityPerDay: 120, stock: 120 }],
  needs: [{ plant: 0, product: 'X', quantity: 1 }],
  arcs: [{ from: 1, to: { need: 0 } }, { from: 0, to: { demand: 0 } }],
  demands: [{ id: 'A', product: 'A', perDay: 100, margin: 10 }],
  caps: [],
};

test('loss and survival are those of the hand calculation', () => {
  const study = new ImpactStudy(solver, chain, 4);
  expect(study.base.loss).toBeCloseTo(0, 9);
  expect(study.closed({ plants: [1] }).loss).toBeCloseTo(2300, 6);
  expect(study.closed({ plants: [0] }).loss).toBeCloseTo(3500, 6);
  expect([...study.closed({ plants: [1] }).lost]).toEqual([230]);
  study.close();
  const survival = new SurvivalStudy(solver, chain);
  expect(survival.closed({ plants: [1] })).toBeCloseTo(1.7, 9);
  expect(survival.closed({ plants: [0] })).toBeCloseTo(0.5, 9);
  expect(survival.closed({ plants: [] })).toBe(Infinity);
  survival.close();
});

test('a plant that carries nothing is skipped, and the loss is that of solving', () => {
  const second: Chain = { ...chain, plants: [...chain.plants, { id: 'idle', product: 'Z', capacityPerDay: 5, stock: 0 }] };
  const study = new ImpactStudy(solver, second, 4);
  expect(study.closed({ plants: [2] })).toMatchObject({ skipped: true, loss: study.base.loss });
  expect(study.closed({ plants: [1] }).skipped).toBe(false);
  study.close();
});

test('survival beyond the horizon of the kept program is solved for on its own', () => {
  const large: Chain = { ...chain, plants: [chain.plants[0]!, { ...chain.plants[1]!, stock: 5_000_000 }] };
  const survival = new SurvivalStudy(solver, large);
  expect(survival.closed({ plants: [1] })).toBeCloseTo(50_000.5, 3);
  survival.close();
});
