/**
 * One chain asked many times with parts of it closed: what is lost over some days, how long nothing is lost. The programs
 * are built once and kept with their basis; closing something changes bounds only.
 */
import { examine, holds } from '../lp/check.ts';
import { FACTORISED } from '../lp/dual.ts';
import type { Change, Keep, Kept } from '../lp/kept.ts';
import type { Program } from '../lp/program.ts';
import type { Optimum, Outcome, Solver } from '../lp/solve.ts';
import type { Chain } from './chain.ts';
import { impactProgram, type Layout, type Model, surviveProgram } from './program.ts';
import { SoleSource } from './sole.ts';

/** Plants and arcs that do nothing; stock stays where it is. */
export interface Closure { readonly plants: readonly number[]; readonly arcs?: readonly number[] }
export interface Impact {
  /** Least margin lost, and extra cost paid, in the currency of the margins. */
  readonly loss: number;
  /** Units not delivered, by demand, in one plan of least loss. */
  readonly lost: Float64Array;
  /** The closed parts carried nothing in a plan of least loss, so nothing had to be solved. */
  readonly skipped: boolean;
}

/** Longest survival that a kept program tells; a longer one is solved for on its own. */
const MOST_DAYS = 16_384;
/** Of the demand a day: what counts as met. */
const NOTHING = 1e-7;

/** Losses over `days`. */
export class ImpactStudy {
  readonly chain: Chain;
  readonly #model: Model;
  readonly #kept: Kept;
  readonly #base: Optimum;

  constructor(solver: Solver, chain: Chain, days: number, keep: Keep = FACTORISED) {
    this.chain = chain;
    this.#model = impactProgram(chain, days);
    this.#kept = keep(solver, this.#model.program);
    this.#base = optimumOf(this.#kept.solve([]));
  }

  /** Undisrupted: above zero, the chain is too small for its demand. */
  get base(): Impact {
    return this.#told(this.#base, false);
  }

  /** Units made by each plant in an undisrupted plan of least loss. */
  get made(): Float64Array {
    return Float64Array.from(this.#model.layout.made, (at) => this.#base.primal[at]!);
  }

  /**
   * Skipped exactly: where a plan of least loss uses none of what is closed, it is still feasible, and closing can only lose
   * more; so it is still a plan of least loss.
   */
  closed(closure: Closure): Impact {
    const changes = closing(this.#model.layout, closure);
    if (changes.every(({ at }) => this.#base.primal[at]! <= 0)) return this.#told(this.#base, true);
    return this.#told(optimumOf(this.#kept.solve(changes)), false);
  }

  #told(optimum: Optimum, skipped: boolean): Impact {
    return { loss: optimum.objective, lost: Float64Array.from(this.#model.layout.lost, (at) => optimum.primal[at]!), skipped };
  }

  close(): void {
    this.#kept.close();
  }
}

/** Days until the first loss; Infinity where stock is never needed. */
export class SurvivalStudy {
  readonly #solver: Solver;
  readonly #chain: Chain;
  readonly #keep: Keep;
  readonly #survive: Model;
  readonly #sole: SoleSource | undefined;
  /** Made where something has to be solved. */
  #steady: { readonly kept: Kept; readonly model: Model; readonly base: Optimum } | undefined;
  /** By the last day that they know of: the nearer it is to the answer, the fewer pivots lead there. */
  readonly #until = new Map<number, Kept>();
  /** Answers that no solver gave. */
  direct = 0;

  constructor(solver: Solver, chain: Chain, keep: Keep = FACTORISED) {
    this.#solver = solver;
    this.#chain = chain;
    this.#keep = keep;
    this.#survive = surviveProgram(chain, MOST_DAYS);
    this.#sole = SoleSource.of(chain);
  }

  closed(closure: Closure): number {
    const changes = closing(this.#survive.layout, closure);
    const found = this.#directly(closure, changes);
    if (found !== undefined) {
      this.direct++;
      return found;
    }
    const most = this.#bound(closure);
    if (most === Infinity) return Infinity;
    // The bound itself is often the answer, so the last day is put there: a little later, and away where it turns out to be wrong.
    let last = most * (1 + 1e-6) + 1e-9;
    for (let until = 2 ** Math.max(-4, Math.ceil(Math.log2(most))); until <= MOST_DAYS;) {
      const end = Math.min(until, last);
      const days = -optimumOf(this.#keptUntil(until).solve([...changes, { at: this.#survive.layout.time, lower: 0, upper: end }])).objective;
      if (days < end * (1 - 1e-9)) return days;
      if (end === last) last = Infinity;
      else until *= 2;
    }
    const outcome = this.#solver.solve(this.#unending(changes));
    return outcome.status === 'unbounded' ? Infinity : -optimumOf(outcome).objective;
  }

  /**
   * Infinity where capacity alone carries a day of demand. Else days that nothing can survive: the multipliers of that day's
   * shortage, with the stock that they price, hold for any number of days.
   */
  #bound(closure: Closure): number {
    const { kept, model: { layout }, base } = (this.#steady ??= this.#day());
    const changes = closing(layout, closure);
    const { objective: shortage, dual } = changes.every(({ at }) => base.primal[at]! <= 0) ? base : optimumOf(kept.solve(changes));
    if (shortage <= NOTHING) return Infinity;
    return this.#chain.plants.reduce((sum, { stock }, i) => sum + stock * Math.max(0, -dual[layout.out[i]!]!), 0) / shortage;
  }

  /** Where everything has one source: the plan and its proof are examined as a solver's are. */
  #directly({ plants, arcs = [] }: Closure, changes: readonly Change[]): number | undefined {
    const { program, layout } = this.#survive;
    const found = this.#sole?.closed(plants, arcs, layout, program);
    if (found === undefined || typeof found === 'number') return found;
    return holds(examine(this.#unending(changes), found.primal, found.dual)) ? found.days : undefined;
  }

  /** The survival program with these changes, and no last day. */
  #unending(changes: readonly Change[]): Program {
    const { program, layout } = this.#survive;
    const upper = program.upper.slice();
    upper[layout.time] = Infinity;
    for (const { at } of changes) upper[at] = 0;
    return { ...program, upper };
  }

  /** A day without stock, each demand worth as much. */
  #day(): { readonly kept: Kept; readonly model: Model; readonly base: Optimum } {
    const chain = this.#chain;
    const model = impactProgram({ ...chain, plants: chain.plants.map((plant) => ({ ...plant, stock: 0 })), arcs: chain.arcs.map(({ costEach: _, ...arc }) => arc), demands: chain.demands.map((demand) => ({ ...demand, margin: demand.perDay > 0 ? 1 / demand.perDay : 0 })) }, 1);
    const kept = this.#keep(this.#solver, model.program);
    return { kept, model, base: optimumOf(kept.solve([])) };
  }

  #keptUntil(days: number): Kept {
    let kept = this.#until.get(days);
    if (kept === undefined) {
      const { program, layout } = this.#survive;
      const upper = program.upper.slice();
      upper[layout.time] = days;
      kept = this.#keep(this.#solver, { ...program, upper });
      this.#until.set(days, kept);
    }
    return kept;
  }

  close(): void {
    this.#steady?.kept.close();
    for (const kept of this.#until.values()) kept.close();
  }
}


function closing({ made, carried }: Layout, { plants, arcs = [] }: Closure): Change[] {
  return [...plants.map((plant) => made[plant]!), ...arcs.map((arc) => carried[arc]!)].map((at) => ({ at, lower: 0, upper: 0 }));
}

/** These programs have a point (lose everything, survive no day) and a finite optimum. */
function optimumOf(outcome: Outcome): Optimum {
  if (outcome.status !== 'optimal') throw new RangeError(`a program of this kind is never ${outcome.status}`);
  return outcome;
}
