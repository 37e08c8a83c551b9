/** A program that is kept while scenarios change its bounds and put them back. */
import type { Program } from './program.ts';
import type { Optimum, Outcome, Session, Solver } from './solve.ts';

/** One changed bound. `row`: of a row, else of a column. */
export interface Change { readonly row?: true; readonly at: number; readonly lower: number; readonly upper: number }

/** From an optimum, what to change next; `undefined`: it is the last. */
export type Further = (found: Optimum) => readonly Change[] | undefined;

/**
 * Solves with the changes in force and takes them back. Two changes of one place: the last counts. With `further` it goes on from each
 * optimum, without a way back to the start in between, and gives the last one.
 */
export interface Kept {
  solve(changes: readonly Change[], further?: Further): Outcome;
  close(): void;
}

/** HiGHS, each solve starting from the basis of the one before. */
export class WarmChain implements Kept {
  readonly #session: Session;
  constructor(session: Session) { this.#session = session; }

  solve(changes: readonly Change[], further?: Further): Outcome {
    const before: Change[] = [];
    try {
      for (let next = changes;;) {
        before.push(...next.map((change) => this.#now(change)));
        this.#apply(next);
        const found = this.#session.solve();
        const more = found.status === 'optimal' ? further?.(found) : undefined;
        if (more === undefined) return found;
        next = more;
      }
    } finally {
      this.#apply(before.toReversed());
    }
  }

  #now({ row, at }: Change): Change {
    const { program } = this.#session;
    return row ? { row, at, lower: program.rowLower[at]!, upper: program.rowUpper[at]! } : { at, lower: program.lower[at]!, upper: program.upper[at]! };
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
