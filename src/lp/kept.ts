/** A program that is kept while scenarios change its bounds and put them back. */
import type { Program } from './program.ts';
import type { Outcome, Session, Solver } from './solve.ts';

/** One changed bound. `row`: of a row, else of a column. */
export interface Change { readonly row?: true; readonly at: number; readonly lower: number; readonly upper: number }

/** Solves with the changes in force and takes them back. Two changes of one place: the last counts. */
export interface Kept {
  solve(changes: readonly Change[]): Outcome;
  close(): void;
}

/** HiGHS, each solve starting from the basis of the one before. */
export class WarmChain implements Kept {
  readonly #session: Session;
  constructor(session: Session) { this.#session = session; }

  solve(changes: readonly Change[]): Outcome {
    const { program } = this.#session;
    const before = changes.map(({ row, at }): Change =>
      row ? { row, at, lower: program.rowLower[at]!, upper: program.rowUpper[at]! } : { at, lower: program.lower[at]!, upper: program.upper[at]! });
    this.#apply(changes);
    try {
      return this.#session.solve();
    } finally {
      this.#apply(before.toReversed());
    }
  }

  #apply(changes: readonly Change[]): void {
    for (const { row, at, lower, upper } of changes) {
      if (row) this.#session.boundRow(at, lower, upper);
      else this.#session.bound(at, lower, upper);
    }
  }

  close(): void {
    this.#session.close();
  }
}

/** How a program is kept: replaceable, so that ways can be compared. */
export type Keep = (solver: Solver, program: Program) => Kept;
export const WARM: Keep = (solver, program) => new WarmChain(solver.open(program));
