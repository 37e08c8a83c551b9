/**
 * One chain asked many times with parts of it closed: what is lost over some days, how long nothing is lost. The programs
 * are built once and kept with their basis; closing something changes bounds only.
 */
import { examine, holds } from '../lp/check.ts';
import { FACTORISED } from '../lp/dual.ts';
import type { Keep, Kept } from '../lp/kept.ts';
import type { Program } from '../lp/program.ts';
import type { Optimum, Outcome, Solver } from '../lp/solve.ts';
import type { Chain } from './chain.ts';
import { DayStudy, type DaysFound } from './day.ts';
import { type Closure, closing, impactProgram, type Model, surviveProgram } from './program.ts';
import { SoleSource } from './sole.ts';

export interface Impact {
  /** Least margin lost, and extra cost paid, in the currency of the margins. */
  readonly loss: number;
  /** Units not delivered, by demand, in one plan of least loss. */
  readonly lost: Float64Array;
  /** The closed parts carried nothing in a plan of least loss, so nothing had to be solved. */
  readonly skipped: boolean;
}

/** One program that tells what is lost over some days, and how long nothing is. */
export interface SurvivalAndLoss {
  undisturbed(): { readonly loss: number; readonly made: Float64Array };
  closed(closure: Closure): { readonly loss: number; readonly survivalDays: number };
  close(): void;
}

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
  #day: DayStudy | undefined;
  /** Answers that no solver gave. */
  direct = 0;
  /** Answers that the kept program did not settle. */
  unsettled = 0;

  constructor(solver: Solver, chain: Chain, keep: Keep = FACTORISED) {
    this.#solver = solver;
    this.#chain = chain;
    this.#keep = keep;
    this.#survive = surviveProgram(chain, Infinity);
    this.#sole = SoleSource.of(chain);
  }

  closed(closure: Closure): number {
    const unending = this.#without(closure);
    const found = this.#directly(closure, unending);
    if (found === undefined) return this.#settled((this.#day ??= new DayStudy(this.#solver, DayStudy.evenly(this.#chain), 1, this.#survive, this.#keep)).closed(closure, unending, false), unending);
    this.direct++;
    return found;
  }

  /** What is lost over some days is a by-product, if one program can tell both. */
  withLoss(days: number): SurvivalAndLoss | undefined {
    if (this.#sole !== undefined || !DayStudy.fits(this.#chain)) return undefined;
    const both = new DayStudy(this.#solver, this.#chain, days, this.#survive, this.#keep);
    return {
      undisturbed: () => both.undisturbed(),
      closed: (closure) => {
        const unending = this.#without(closure);
        const found = both.closed(closure, unending, true);
        return { loss: found.loss!, survivalDays: this.#settled(found, unending) };
      },
      close: () => both.close(),
    };
  }

  #settled({ survivalDays }: DaysFound, unending: Program): number {
    if (survivalDays !== undefined) return survivalDays;
    this.unsettled++;
    const outcome = this.#solver.solve(unending);
    return outcome.status === 'unbounded' ? Infinity : -optimumOf(outcome).objective;
  }

  /** Where everything has one source: the plan and its proof are examined as a solver's are. */
  #directly({ plants, arcs = [] }: Closure, unending: Program): number | undefined {
    const found = this.#sole?.closed(plants, arcs, this.#survive.layout, unending);
    if (found === undefined || typeof found === 'number') return found;
    return holds(examine(unending, found.primal, found.dual)) ? found.days : undefined;
  }

  #without(closure: Closure): Program {
    const { program, layout } = this.#survive;
    const upper = program.upper.slice();
    for (const { at } of closing(layout, closure)) upper[at] = 0;
    return { ...program, upper };
  }

  close(): void {
    this.#day?.close();
  }
}

/** These programs have a point (lose everything, survive no day) and a finite optimum. */
function optimumOf(outcome: Outcome): Optimum {
  if (outcome.status !== 'optimal') throw new RangeError(`a program of this kind is never ${outcome.status}`);
  return outcome;
}
