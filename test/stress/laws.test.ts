/** Laws on the total loss, over random chains. `npm run stress-laws` runs each a thousand times, `npm test` a tenth of that. */
import { expect, test } from 'vitest';
import { Solver } from '../../src/lp/solve.ts';
import type { Chain } from '../../src/stress/chain.ts';
import { impactProgram, surviveProgram } from '../../src/stress/program.ts';
import { solvePlan } from '../../src/stress/run.ts';
import { SurvivalStudy } from '../../src/stress/study.ts';
import { type Timed, timedProgram } from '../../src/stress/timed.ts';
import { runs } from '../runs.ts';
import { type Random, random } from '../support/random.ts';

const solver = await Solver.load();
const TIMES = runs(1000);
const LAWS = TIMES === 1000;
const ROUND = 1e-6;

/** Three tiers, some stock, a capacity that may not suffice. */
function chainOf(dice: Random): Chain {
  const tiers = [1 + dice.int(2), 2 + dice.int(3), 2 + dice.int(3)];
  const plants = tiers.flatMap((count, t) => Array.from({ length: count }, (_, i) => ({ id: `t${t}p${i}`, product: `g${t}-${t === 0 ? i : i % 2}`, capacityPerDay: dice.int(30), stock: dice.int(40), ...(dice.chance(0.3) && { leadDays: dice.int(6) }) })));
  const of = (tier: number): number[] => plants.flatMap(({ id }, i) => (id.startsWith(`t${tier}`) ? [i] : []));
  const needs = [...of(0), ...of(1)].map((plant) => ({ plant, product: `g${plants[plant]!.id[1] === '0' ? 1 : 2}-${dice.int(2)}`, quantity: 1 + dice.int(2) }));
  const arcs = needs.flatMap(({ product }, n) => plants.flatMap((plant, from) => (plant.product === product && dice.chance(0.9) ? [{ from, to: { need: n } }] : [])));
  const demands = of(0).map((plant, d) => ({ id: `d${d}`, product: plants[plant]!.product, perDay: 1 + dice.int(12), margin: 1 + dice.int(9) }));
  return { plants, needs, arcs: [...arcs, ...of(0).map((from, d) => ({ from, to: { demand: d } }))], demands, caps: [] };
}
const solved = (program: Parameters<Solver['solve']>[0]): number => {
  const outcome = solver.solve(program);
  if (outcome.status !== 'optimal') throw new Error(outcome.status);
  expect(outcome.check.gap).toBeLessThanOrEqual(ROUND); // strong duality, by our own arithmetic
  return outcome.objective;
};
const lossOf = (chain: Chain, days = 8): number => solved(impactProgram(chain, days).program);
const survivalOf = (chain: Chain): number => -solved(surviveProgram(chain, 1e4).program);
const noMore = (less: number, more: number): void => void expect(less).toBeLessThanOrEqual(more + ROUND * (1 + Math.abs(more)));
const timed = (chain: Chain, more: Partial<Timed> = {}): Timed => ({ chain, days: 12, stepDays: 2, backlogDays: 0, capacity: new Map(), demand: new Map(), caps: [], plantDelay: new Map(), arcDelay: new Map(), arcCost: new Map(), stock: [], ...more });
const over = (dice: Random, law: (chain: Chain) => void, times = TIMES): void => { for (let i = 0; i < times; i++) law(chainOf(dice)); };

test('more disruption never loses less, and never survives longer', () => {
  const dice = random(1);
  over(dice, (chain) => {
    const plants = chain.plants.map((plant) => (dice.chance(0.3) ? { ...plant, capacityPerDay: plant.capacityPerDay * dice.next() } : plant));
    noMore(lossOf(chain), lossOf({ ...chain, plants }));
    noMore(survivalOf({ ...chain, plants }), survivalOf(chain));
  });
});

test('stock, capacity or an arc added never raises the loss nor shortens survival', () => {
  const dice = random(2);
  over(dice, (chain) => {
    const at = dice.int(chain.plants.length);
    const need = dice.int(chain.needs.length);
    const more = dice.pick<Chain>([
      { ...chain, plants: chain.plants.map((plant, i) => (i === at ? { ...plant, stock: plant.stock + 10 } : plant)) },
      { ...chain, plants: chain.plants.map((plant, i) => (i === at ? { ...plant, capacityPerDay: plant.capacityPerDay + 5 } : plant)) },
      { ...chain, arcs: [...chain.arcs, { from: at, to: { need } }] },
    ]);
    noMore(lossOf(more), lossOf(chain));
    noMore(survivalOf(chain), survivalOf(more));
  });
});

test('scaling scales: all amounts the loss, the margins the loss, the amounts not the survival', () => {
  const dice = random(3);
  over(dice, (chain) => {
    const by = 1 + dice.int(9);
    const large: Chain = { ...chain, plants: chain.plants.map((plant) => ({ ...plant, capacityPerDay: plant.capacityPerDay * by, stock: plant.stock * by })), demands: chain.demands.map((demand) => ({ ...demand, perDay: demand.perDay * by })) };
    const loss = lossOf(chain);
    expect(Math.abs(lossOf(large) - by * loss)).toBeLessThanOrEqual(ROUND * (1 + by * loss));
    expect(Math.abs(lossOf({ ...chain, demands: chain.demands.map((demand) => ({ ...demand, margin: demand.margin * by })) }) - by * loss)).toBeLessThanOrEqual(ROUND * (1 + by * loss));
    const days = survivalOf(chain);
    expect(Math.abs(survivalOf(large) - days)).toBeLessThanOrEqual(ROUND * (1 + days));
  });
});

test('the two ends of what is open contain every completion', () => {
  const dice = random(4);
  over(dice, (chain) => {
    const open = chain.plants.map((_, i) => i).filter(() => dice.chance(0.4));
    const lossWithout = (closed: readonly number[]): number => lossOf({ ...chain, plants: chain.plants.map((plant, i) => (closed.includes(i) ? { ...plant, capacityPerDay: 0 } : plant)) });
    const [spared, affected] = [lossWithout([]), lossWithout(open)];
    const some = lossWithout(open.filter(() => dice.chance(0.5)));
    noMore(spared, some);
    noMore(some, affected);
  });
});

test('with one period and no times the multi-period program is the impact program', () => {
  const dice = random(5);
  over(dice, (drawn) => {
    const chain = { ...drawn, plants: drawn.plants.map(({ leadDays: _, ...plant }) => plant) };
    const loss = lossOf(chain, 12);
    expect(Math.abs(solved(timedProgram(timed(chain, { stepDays: 12 })).program) - loss)).toBeLessThanOrEqual(ROUND * (1 + loss));
    noMore(loss, solved(timedProgram(timed(chain)).program)); // finer periods see more
  });
});

test('over time too: more disruption never loses less, patience and stock never more, and the shown plan adds up to the loss', () => {
  const dice = random(6);
  over(dice, (chain) => {
    const plan = solvePlan(solver, timed(chain));
    const hit = dice.int(chain.plants.length);
    noMore(plan.loss, solvePlan(solver, timed(chain, { capacity: new Map([[hit, [{ day: 0, value: 1 }, { day: 3, value: dice.next() }, { day: 9, value: 1 }]]]) })).loss);
    noMore(solvePlan(solver, timed(chain, { backlogDays: 3 })).loss, plan.loss);
    noMore(solvePlan(solver, timed(chain, { stock: [{ plant: hit, day: 4, amount: 20 }] })).loss, plan.loss);
    noMore(plan.loss, solvePlan(solver, timed(chain, { plantDelay: new Map([[hit, [{ from: 2, until: 8, value: 4 }]]]) })).loss);
    const shown = plan.lossAt.reduce((a, b) => a + b, 0);
    expect(Math.abs(shown - plan.loss)).toBeLessThanOrEqual(1e-5 * (1 + plan.loss));
  }, LAWS ? TIMES : 20);
});

test('a kept study says what single programs say', () => {
  const dice = random(7);
  over(dice, (chain) => {
    const study = new SurvivalStudy(solver, chain);
    const plant = dice.int(chain.plants.length);
    const days = study.closed({ plants: [plant] });
    study.close();
    const single = survivalOf({ ...chain, plants: chain.plants.map((one, i) => (i === plant ? { ...one, capacityPerDay: 0 } : one)) });
    if (Number.isFinite(days)) expect(Math.abs(days - single)).toBeLessThanOrEqual(1e-5 * (1 + single));
    else expect(single).toBeGreaterThan(9_999);
  }, LAWS ? TIMES : 20);
});

test('loss and survival from one program are those of single programs, with one plant closed or two', () => {
  const dice = random(8);
  let [without, unsettled] = [0, 0];
  over(dice, (chain) => {
    const survival = new SurvivalStudy(solver, chain);
    const both = survival.withLoss(8);
    if (both === undefined) { // one source for everything
      without++;
      return;
    }
    noMore(both.undisturbed().loss, lossOf(chain));
    for (const plants of [[dice.int(chain.plants.length)], [dice.int(chain.plants.length), dice.int(chain.plants.length)]]) {
      const { loss, survivalDays } = both.closed({ plants });
      const hit = { ...chain, plants: chain.plants.map((one, i) => (plants.includes(i) ? { ...one, capacityPerDay: 0 } : one)) };
      const [lone, days] = [lossOf(hit), survivalOf(hit)];
      expect(Math.abs(loss - lone)).toBeLessThanOrEqual(ROUND * (1 + lone));
      if (Number.isFinite(survivalDays)) expect(Math.abs(survivalDays - days)).toBeLessThanOrEqual(1e-5 * (1 + days));
      else expect(days).toBeGreaterThan(9_999);
    }
    unsettled += survival.unsettled;
    both.close();
    survival.close();
  });
  expect(without).toBeLessThan(TIMES / 2);
  expect(unsettled).toBeLessThan(TIMES / 10); // else the law says little of the kept program
});
