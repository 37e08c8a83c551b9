import { expect, test } from 'vitest';
import { shapley } from '../../src/stress/blame.ts';
import { ghosh, inoperability, inoperabilityOverTime, interdependency, leontief, outputLost, resilienceOf } from '../../src/stress/industries.ts';
import { conditionalValueAtRisk, governedConcentration, herfindahl, isoElastic, supplyRisk, unavailability } from '../../src/stress/measures.ts';

const A = [[0.2, 0.3], [0.4, 0.1]];
const close = (got: readonly number[], want: readonly number[], digits = 9): void => want.forEach((value, i) => void expect(got[i]).toBeCloseTo(value, digits));

test('concentration is that of the merger guidelines', () => {
  expect(herfindahl([50, 30, 20])).toBeCloseTo(0.38, 12);
  expect(herfindahl([])).toBeUndefined();
  expect(herfindahl([5])).toBe(1);
});

test('supply risk follows the EU method, and one concentration stands for the other where it is missing', () => {
  const global = governedConcentration([{ share: 0.9, governance: 6, trade: 1.1 }, { share: 0.06, governance: 3, trade: 1 }, { share: 0.04, governance: 2, trade: 0.8 }]);
  expect(global).toBeCloseTo(5.35936, 9);
  const rest = { importReliance: 0.8, recycled: 0.05, substitution: 0.95 };
  expect(supplyRisk({ global, sourcing: 2.566, ...rest })).toBeCloseTo(3.324218, 6);
  expect(supplyRisk({ global: 2, ...rest })).toBeCloseTo(supplyRisk({ global: 2, sourcing: 2, ...rest })!, 12);
  expect(supplyRisk(rest)).toBeUndefined();
});

test('prices follow constant elasticities, and nothing removed changes nothing', () => {
  const { priceRatio, quantityRatio } = isoElastic(0.6, 0.3, -0.4);
  close([priceRatio, quantityRatio], [3.70242037, 0.59238726], 7);
  close([isoElastic(0, 0.3, -0.4).priceRatio, isoElastic(0, 0.3, -0.4).quantityRatio], [1, 1]);
  expect(() => isoElastic(1, 0.3, -0.4)).toThrow(RangeError);
});

test('industries: Leontief, Ghosh, inoperability at rest and over time', () => {
  close(leontief(A, [-10, 0]), [-15, -20 / 3]);
  close(ghosh(A, [100, 200], [-10, 0]), [-15, -10]);
  const star = interdependency(A, [100, 200]);
  close(star.flat(), [0.2, 0.6, 0.2, 0.1]);
  close(inoperability(star, [0.1, 0]), [0.15, 1 / 30]);
  const path = inoperabilityOverTime(star, [0.5, 0.25], [0.2, 0], [0, 0], 3);
  close(path.flat(), [0.2, 0, 0.12, 0.01, 0.075, 0.01375, 0.049125, 0.01440625]);
  expect(outputLost([[0.1, 0], [0.05, 0.01]], [100, 200])).toBeCloseTo(17, 12);
  // With nobody depending on anybody, resilience is chosen so that T days later qT is left (in the continuous form).
  expect(resilienceOf(0.2, 0.02, 30, 0)).toBeCloseTo(Math.log(10) / 30, 12);
  expect(() => leontief([[1]], [1])).toThrow(RangeError);
});

test('a dynamic path with a lasting fall ends at the static one', () => {
  const star = interdependency(A, [100, 200]);
  const path = inoperabilityOverTime(star, [0.5, 0.25], [0, 0], [0.1, 0], 500);
  close(path.at(-1)!, inoperability(star, [0.1, 0]));
});

test('shares of a joint effect sum to the whole', () => {
  close(shapley(3, (set) => (set.length >= 2 ? 1 : 0)), [1 / 3, 1 / 3, 1 / 3]);
  const worth = (set: readonly number[]): number => (set.includes(0) ? 5 : 0) + (set.includes(1) && set.includes(2) ? 3 : 0);
  close(shapley(3, worth), [5, 1.5, 1.5]);
});

test('the mean of the worst, and the share of time that something is down', () => {
  expect(conditionalValueAtRisk([0, 10, 20, 50, 100], [0.5, 0.2, 0.15, 0.1, 0.05], 0.8)).toBeCloseTo(55, 9);
  expect(unavailability(2.7, 50)).toBeCloseTo(0.27, 3);
});
