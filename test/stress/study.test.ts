import { expect, test } from 'vitest';
import { DualSimplex } from '../../src/lp/dual.ts';
import { Solver } from '../../src/lp/solve.ts';
import type { Chain } from '../../src/stress/chain.ts';
import { impactProgram, surviveProgram } from '../../src/stress/program.ts';
import { ImpactStudy, SurvivalStudy } from '../../src/stress/study.ts';
import { madeChain } from '../../bench/chain.ts';

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

test('every failure of a made chain: the loss and survival of cold solves, in a few pivots each', () => {
  const made = madeChain({ tiers: 4, width: 60, needs: 2, sources: 2, slack: 1.25, products: 12 }, 6);
  let kept: DualSimplex | undefined;
  const survival = new SurvivalStudy(solver, made, (by, program) => (kept = new DualSimplex(by, program)));
  const both = survival.withLoss(30)!;
  let ended = 0;
  made.plants.forEach((_, closed) => {
    const { loss, survivalDays } = both.closed({ plants: [closed] });
    if (Number.isFinite(survivalDays)) ended++;
    if (closed % 12 > 0) return;
    const hit: Chain = { ...made, plants: made.plants.map((plant, i) => (i === closed ? { ...plant, capacityPerDay: 0 } : plant)) };
    const [lost, lasts] = [solver.solve(impactProgram(hit, 30).program), solver.solve(surviveProgram(hit, Infinity).program)];
    if (lost.status !== 'optimal') throw new Error(lost.status);
    expect(Math.abs(loss - lost.objective)).toBeLessThanOrEqual(1e-6 * (1 + lost.objective));
    if (lasts.status === 'optimal') expect(Math.abs(survivalDays + lasts.objective)).toBeLessThanOrEqual(1e-6 * (1 + survivalDays));
    else expect([lasts.status, survivalDays]).toEqual(['unbounded', Infinity]);
  });
  expect(ended).toBeGreaterThan(made.plants.length / 4);
  expect([kept!.fallbacks, survival.unsettled]).toEqual([0, 0]);
  expect(kept!.pivots / made.plants.length).toBeLessThan(12); // 20 where stock is the bound of a row
  both.close();
  survival.close();
});
