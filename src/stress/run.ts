/**
 * One laid scenario solved: the least loss, and then, among the plans of least loss, one that serves customers by priority and
 * loses as late as it can, so that what is shown over time does not depend on the solver's whim.
 */
import type { Optimum, Outcome, Session, Solver, SolveOptions } from '../lp/solve.ts';
import { type Timed, type TimedLayout, periodOf, timedProgram } from './timed.ts';

export interface Plan {
  /** Least margin lost and extra cost paid over the horizon. */
  readonly loss: number;
  /** By demand, by period: units not delivered. */
  readonly lost: readonly (readonly number[])[];
  /** By period, in money. */
  readonly lossAt: readonly number[];
  /** Units made in the horizon, by plant. */
  readonly made: readonly number[];
  /** Days until the first unit of a demand is lost, however the rest fares; absent: not within the horizon. */
  readonly survivalDays: readonly (number | undefined)[];
}

/** What counts as nothing, relative to 1 + the amount. */
const NOTHING = 1e-7;

/** Throws what `Session.solve` throws. */
export function solvePlan(solver: Solver, timed: Timed, options: SolveOptions = {}): Plan {
  const { program, layout } = timedProgram(timed);
  const session = solver.open(program, options);
  try {
    const least = optimumOf(session.solve());
    const plan = refined(session, timed, layout, least);
    const survivalDays = timed.chain.demands.map((_, d) => (sum(layout.lost[d]!.map((at) => plan.primal[at]!)) <= NOTHING * (1 + timed.chain.demands[d]!.perDay) ? undefined : survival(session, timed, layout, d)));
    const amount = (at: number): number => Math.max(0, plan.primal[at]!);
    const lost = layout.lost.map((columns) => columns.map(amount));
    return {
      loss: least.objective, lost, survivalDays, made: layout.made.map((columns) => sum(columns.map(amount))),
      lossAt: Array.from({ length: layout.periods }, (_, p) => sum(layout.lost.map((columns) => program.cost[columns[p]!]! * amount(columns[p]!))) + sum(layout.carried.map((columns) => program.cost[columns[p]!]! * amount(columns[p]!)))),
    };
  } finally {
    session.close();
  }
}

/** Holds the loss where it is and asks for priorities, then for the latest losses and for nothing made in vain. */
function refined(session: Session, { chain }: Timed, layout: TimedLayout, least: Optimum): Optimum {
  session.boundRow(layout.loss, -Infinity, least.objective + NOTHING * (1 + Math.abs(least.objective)));
  const prices = session.program.cost.slice();
  for (let j = 0; j < session.program.columns; j++) if (prices[j] !== 0) session.price(j, 0);
  const ranks = [...new Set(chain.demands.map(({ priority }) => priority ?? Infinity))].sort((a, b) => a - b);
  for (const rank of least.objective <= NOTHING ? [] : ranks.slice(0, -1)) {
    const columns = chain.demands.flatMap(({ priority }, d) => ((priority ?? Infinity) === rank ? layout.lost[d]! : []));
    for (const column of columns) session.price(column, prices[column]!);
    const best = optimumOf(session.solve());
    // What the first in line lose together is now fixed: further ones may not take from them.
    for (const column of columns) session.price(column, 0);
    holdTogether(session, columns, best);
  }
  for (let d = 0; d < chain.demands.length; d++)
    for (const [p, column] of layout.lost[d]!.entries()) session.price(column, (layout.periods - p) / layout.periods * Math.max(prices[column]!, 1e-9));
  // Little enough that it never pays to lose earlier for it.
  const little = 1e-6 * Math.min(1, ...chain.demands.map(({ margin }) => (margin > 0 ? margin : 1)));
  for (const columns of layout.made) for (const column of columns) session.price(column, little);
  return optimumOf(session.solve());
}

/** A plan that keeps each of these at most where it is. */
function holdTogether(session: Session, columns: readonly number[], { primal }: Optimum): void {
  for (const column of columns) session.bound(column, 0, Math.min(session.program.upper[column]!, primal[column]! + NOTHING * (1 + primal[column]!)));
}

/** By halving: the most periods in which this demand alone can lose nothing, and the part of the next that can be served. */
function survival(session: Session, timed: Timed, layout: TimedLayout, demand: number): number | undefined {
  session.boundRow(layout.loss, -Infinity, Infinity);
  for (const [d, columns] of layout.lost.entries()) for (const [p, column] of columns.entries()) session.bound(column, 0, timed.backlogDays > 0 ? Infinity : layout.asked[d]![p]!);
  const columns = layout.lost[demand]!;
  for (let j = 0; j < session.program.columns; j++) if (session.program.cost[j] !== 0) session.price(j, 0);
  const least = (periods: number): number => {
    for (const [p, column] of columns.entries()) session.price(column, p < periods ? 1 : 0);
    return optimumOf(session.solve()).objective;
  };
  const { perDay } = timed.chain.demands[demand]!;
  const lossless = (periods: number): boolean => least(periods) <= NOTHING * (1 + perDay * timed.stepDays);
  if (lossless(layout.periods)) return undefined;
  let [low, high] = [0, layout.periods];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (lossless(middle)) low = middle;
    else high = middle;
  }
  const missing = least(high);
  const { from, length } = periodOf(timed, low);
  const asked = layout.asked[demand]![low]!;
  return from + length * (asked > 0 ? Math.max(0, 1 - missing / asked) : 0);
}

function optimumOf(outcome: Outcome): Optimum {
  if (outcome.status !== 'optimal') throw new RangeError(`a program of this kind is never ${outcome.status}`);
  return outcome;
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}
