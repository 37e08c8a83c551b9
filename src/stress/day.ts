/**
 * Loss and survival from one program that is kept: some days of a chain, whose stock is spread over the days that it has to last.
 *
 *   g(p): least margin lost over `days`, with p times the stock      survival = days / p, where p is the least with g(p) = 0
 *
 * g is convex and falls, and an optimum's multipliers give a line below it that holds for every p. Newton's method from p = 0 reads off
 * where the line meets zero, goes there from the basis at which it stands (a few pivots), and ends where nothing is lost. There the plan, and
 * the multipliers of the line that led there, are a plan and its proof for the program of survival (program.ts): they are examined there,
 * as a solver's are. The loss itself is g(1), which is called at on the way.
 *
 * What is drawn from a stock is a column of its own, of which p moves the upper bound: only stock that has a price moves with it, all other
 * columns stay at zero. Were stock the bound of a row, every tight row would move, and hundreds of pivots would put back what needed no stock.
 */
import { examine, holds } from '../lp/check.ts';
import { FACTORISED } from '../lp/dual.ts';
import type { Change, Keep, Kept } from '../lp/kept.ts';
import type { Program } from '../lp/program.ts';
import type { Optimum, Solver } from '../lp/solve.ts';
import type { Chain } from './chain.ts';
import { type Closure, closing, impactProgram, type Model } from './program.ts';

/** Of the least that can be lost in the days with one demand unserved: what counts as nothing. */
const NOTHING = 1e-7;
const MOST_LINES = 60;
/** Demands whose worth a day lies further apart are not weighed in one sum. */
const MOST_APART = 1e4;

interface Line { readonly days: number; readonly dual: Float64Array }
export interface DaysFound {
  /** g(1): over the days, with all the stock. Undefined: it was not asked for. */
  readonly loss: number | undefined;
  /** Infinity where stock is never needed; `undefined`: not settled. */
  readonly survivalDays: number | undefined;
  /** The plan at the last p. */
  readonly plan: Optimum;
}

export class DayStudy {
  readonly #chain: Chain;
  readonly #survive: Model;
  readonly #model: Model;
  readonly #kept: Kept;
  readonly #days: number;
  readonly #nothing: number;

  /** Does a plan without loss of money lose nothing, whatever the sum is made of? */
  static fits({ arcs, demands }: Chain): boolean {
    const worth = demands.filter(({ perDay }) => perDay > 0).map(({ perDay, margin }) => perDay * margin);
    const least = Math.min(Infinity, ...worth);
    return arcs.every(({ costEach = 0 }) => costEach === 0) && least > 0 && Math.max(0, ...worth) <= MOST_APART * least;
  }

  /** The chain with every demand worth the same a day: for survival alone. */
  static evenly(chain: Chain): Chain {
    return { ...chain, arcs: chain.arcs.map(({ costEach: _, ...arc }) => arc), demands: chain.demands.map((demand) => ({ ...demand, margin: demand.perDay > 0 ? 1 / demand.perDay : 0 })) };
  }

  /** `chain`: one that fits. */
  constructor(solver: Solver, chain: Chain, days: number, survive: Model, keep: Keep = FACTORISED) {
    this.#chain = chain;
    this.#survive = survive;
    this.#days = days;
    const { program, layout } = impactProgram(chain, days, true);
    const upper = program.upper.slice();
    for (const at of layout.stock) if (at >= 0) upper[at] = 0;
    this.#model = { program: { ...program, upper }, layout };
    this.#kept = keep(solver, this.#model.program);
    const worth = chain.demands.filter(({ perDay }) => perDay > 0).map(({ perDay, margin }) => perDay * margin);
    this.#nothing = NOTHING * days * Math.min(Infinity, ...worth);
  }

  /** Units made over the days by each plant, and what is lost, where nothing is closed. */
  undisturbed(): { readonly loss: number; readonly made: Float64Array } {
    const optimum = optimumOf(this.#kept.solve(this.#stock(1)));
    return { loss: optimum.objective, made: Float64Array.from(this.#model.layout.made, (at) => optimum.primal[at]!) };
  }

  /** `unending`: the program of survival with the same closed. `priced`: is the loss over the days asked for too? */
  closed(closure: Closure, unending: Program, priced: boolean): DaysFound {
    let part = 0;
    let lines = 0;
    let line: Line | undefined;
    let loss: number | undefined;
    const plan = optimumOf(this.#kept.solve(closing(this.#model.layout, closure), (found) => {
      if (part === 1) loss = found.objective;
      if (found.objective <= this.#nothing || lines++ > MOST_LINES) return undefined;
      line = this.#line(found, unending);
      const next = this.#days / line.days;
      // Nothing that is in stock can help: no p is enough.
      if (!Number.isFinite(next)) {
        if (!priced || loss !== undefined) return undefined;
        part = 1;
        return this.#stock(part);
      }
      if (next <= part) return undefined;
      part = priced && loss === undefined && next > 1 ? 1 : next;
      return this.#stock(part);
    }));
    return { loss: priced ? (loss ?? 0) : undefined, plan, survivalDays: line === undefined ? (plan.objective <= this.#nothing ? Infinity : undefined) : this.#survived(plan, line, unending) };
  }

  #survived({ primal, objective }: Optimum, { days, dual }: Line, unending: Program): number | undefined {
    if (days > 0 && objective > this.#nothing) return undefined;
    const { made, carried, time } = this.#survive.layout;
    const point = new Float64Array(unending.columns);
    const times = days / this.#days;
    point[time] = days;
    made.forEach((at, i) => { point[at] = times * primal[this.#model.layout.made[i]!]!; });
    carried.forEach((at, a) => { point[at] = times * primal[this.#model.layout.carried[a]!]!; });
    return holds(examine(unending, point, dual)) ? days : undefined;
  }

  /** Multipliers of the survival program from those of a loss: what they price the stock at, over what a day without it loses. */
  #line({ dual: from }: Optimum, unending: Program): Line {
    const { program, layout: own } = this.#model;
    const { layout, program: { rows } } = this.#survive;
    const dual = new Float64Array(rows);
    let steep = 0;
    let stock = 0;
    own.need.forEach((row, i) => { dual[layout.need[i]!] = Math.max(0, from[row]!); });
    own.out.forEach((row, i) => {
      const price = Math.max(0, -from[row]!);
      dual[layout.out[i]!] = -price;
      stock += price * this.#chain.plants[i]!.stock;
    });
    own.demand.forEach((row, d) => {
      const price = Math.max(0, from[row]!);
      dual[layout.demand[d]!] = price;
      steep += price * this.#chain.demands[d]!.perDay;
    });
    own.cap.forEach((row, c) => {
      const price = Math.max(0, -from[row]!);
      dual[layout.cap[c]!] = -price;
      steep -= price * this.#chain.caps[c]!.perDay;
    });
    const limited = (at: number, row: number, perDay: number, closed: boolean): void => {
      if (row < 0 || closed) return;
      let reduced = 0;
      for (let k = program.starts[at]!; k < program.starts[at + 1]!; k++) reduced -= program.values[k]! * from[program.indices[k]!]!;
      if (reduced >= 0) return;
      dual[row] = reduced;
      steep += reduced * perDay;
    };
    this.#chain.plants.forEach(({ capacityPerDay }, i) => { limited(own.made[i]!, layout.limit[i]!, capacityPerDay, unending.upper[layout.made[i]!] === 0); });
    this.#chain.arcs.forEach(({ capacityPerDay = Infinity }, a) => { limited(own.carried[a]!, layout.arcLimit[a]!, capacityPerDay, unending.upper[layout.carried[a]!] === 0); });
    for (let i = 0; i < rows; i++) dual[i]! /= steep;
    return { days: stock / steep, dual };
  }

  /** That part of the stock at hand. */
  #stock(part: number): Change[] {
    return this.#chain.plants.flatMap(({ stock }, i) => (stock > 0 ? [{ at: this.#model.layout.stock[i]!, lower: 0, upper: stock * part }] : []));
  }

  close(): void {
    this.#kept.close();
  }
}

/** These programs have a point (lose everything) and a finite optimum. */
function optimumOf(outcome: ReturnType<Kept['solve']>): Optimum {
  if (outcome.status !== 'optimal') throw new RangeError(`a program of this kind is never ${outcome.status}`);
  return outcome;
}
