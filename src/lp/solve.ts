/**
 * HiGHS (https://highs.dev, compiled to WebAssembly): the only file that imports it. A session keeps one program and its
 * basis in the solver; scenarios change bounds and solve again. No answer leaves here unexamined: an optimum without a
 * proof that our own arithmetic accepts is a fault, and so is a time limit, with what is known so far; never a number.
 */
import highsModule from 'highs';
import { issue, NonredError } from '../base/issue.ts';
import { type Check, examine, holds } from './check.ts';
import type { Program } from './program.ts';

export interface Optimum {
  readonly status: 'optimal';
  readonly objective: number;
  /** By column. */
  readonly primal: Float64Array;
  /** By row: what one unit more of the row's bound costs. */
  readonly dual: Float64Array;
  readonly check: Check;
  readonly iterations: number;
}
export type Outcome = Optimum | { readonly status: 'infeasible' } | { readonly status: 'unbounded' };
export interface SolveOptions { readonly timeLimitSeconds?: number }
/** 0 at its lower bound, 1 basic, 2 at its upper bound, 3 free at zero, 4 nonbasic, as HiGHS counts. */
export interface Basis { readonly columns: Int32Array; readonly rows: Int32Array }

/** The types describe the CommonJS file, where the loader is a member; what an ES module imports is the loader itself. */
const loadHighs = highsModule as unknown as typeof highsModule.default;
/** HighsIisBoundStatus of HiGHS. */
const UPPER = 3;
const BOXED = 4;
type Highs = Awaited<ReturnType<typeof loadHighs>>;
type Model = ReturnType<Highs['createModel']>;

/** One WebAssembly instance: single-threaded, at most 2 GiB. Cheap to keep, about 0.2 s to make. */
export class Solver {
  readonly #highs: Highs;
  readonly #options: SolveOptions;
  private constructor(highs: Highs, options: SolveOptions = {}) {
    this.#highs = highs;
    this.#options = options;
  }

  static async load(): Promise<Solver> {
    return new Solver(await loadHighs());
  }

  /** The same solver, with a limit on every program that is opened. */
  limited(options: SolveOptions): Solver {
    return new Solver(this.#highs, options);
  }

  open(program: Program, options: SolveOptions = this.#options): Session {
    return new Session(this.#highs, program, options);
  }

  /** Opens, solves and closes. */
  solve(program: Program, options: SolveOptions = this.#options): Outcome {
    const session = this.open(program, options);
    try {
      return session.solve();
    } finally {
      session.close();
    }
  }

  /** An MPS file as a program. Throws NonredError `lp/not-read`. */
  readMps(bytes: Uint8Array, source: string): Program {
    let model: Model | undefined;
    try {
      model = this.#highs.createModel({ format: 'mps', data: bytes });
      return programOf(model);
    } catch (cause) {
      throw new NonredError([issue('lp/not-read', source, '', { why: firstLine(cause) })]);
    } finally {
      model?.dispose();
    }
  }
}

function programOf(model: Model): Program {
  const lp = model.getLp('csc');
  const sign = lp.sense === -1 ? -1 : 1;
  const flipped = (values: Float64Array): Float64Array => (sign === 1 ? values : values.map((value) => -value));
  return {
    columns: lp.numCols, rows: lp.numRows, starts: Int32Array.from(lp.matrix.starts).slice(0, lp.numCols + 1), indices: lp.matrix.indices, values: lp.matrix.values,
    cost: flipped(lp.colCost), lower: lp.colLower, upper: lp.colUpper, rowLower: lp.rowLower, rowUpper: lp.rowUpper, offset: sign * lp.offset,
  };
}

/** A program in the solver, with bounds that can be changed. Close it: its memory is not collected. */
export class Session {
  /** The program as it now stands: the bounds are the session's own. */
  readonly program: Program;
  readonly #highs: Highs;
  readonly #model: Model;

  constructor(highs: Highs, program: Program, options: SolveOptions) {
    this.#highs = highs;
    this.program = { ...program, lower: program.lower.slice(), upper: program.upper.slice(), rowLower: program.rowLower.slice(), rowUpper: program.rowUpper.slice(), cost: program.cost.slice() };
    const { columns, rows, starts, indices, values, cost, lower, upper, rowLower, rowUpper, whole, offset } = program;
    this.#model = highs.createModel({
      numCols: columns, numRows: rows, offset, colCost: cost, colLower: lower, colUpper: upper, rowLower, rowUpper,
      matrix: { format: 'csc', numRows: rows, numCols: columns, starts, indices, values },
      ...(whole && { integrality: Int32Array.from(whole) }),
    });
    this.#model.options.set({ output_flag: false, ...(options.timeLimitSeconds !== undefined && { time_limit: options.timeLimitSeconds }) });
    if (whole) this.#model.options.set({ mip_rel_gap: 1e-9 });
  }

  bound(column: number, lower: number, upper: number): void {
    this.program.lower[column] = lower;
    this.program.upper[column] = upper;
    this.#model.changeColBounds(column, lower, upper);
  }

  boundRow(row: number, lower: number, upper: number): void {
    this.program.rowLower[row] = lower;
    this.program.rowUpper[row] = upper;
    this.#model.changeRowBounds(row, lower, upper);
  }

  price(column: number, cost: number): void {
    this.program.cost[column] = cost;
    this.#model.changeColCost(column, cost);
  }

  /** Forgets basis and factorisation: the next solve is cold. */
  clear(): void {
    this.#model.clearSolver();
  }

  basis(): Basis {
    const { colStatus, rowStatus } = this.#model.getBasis();
    return { columns: colStatus, rows: rowStatus };
  }

  restart({ columns, rows }: Basis): void {
    this.#model.setBasis({ colStatus: columns, rowStatus: rows });
  }

  /** Throws NonredError `lp/time-limit`, `lp/solver-failed`, `lp/not-proved`. */
  solve(): Outcome {
    const first = this.#run();
    if ('status' in first) return first;
    // Once more, from nothing: what a warm basis had lost, a cold start usually finds.
    this.clear();
    const second = this.#run();
    if ('status' in second) return second;
    throw new NonredError([second.fault]);
  }

  #run(): Outcome | { readonly fault: ReturnType<typeof issue> } {
    const is = this.#highs.constants.modelStatus;
    let status: number;
    try {
      status = this.#model.run().modelStatus;
    } catch (cause) {
      return { fault: issue('lp/solver-failed', '', '', { status: firstLine(cause) }) };
    }
    if (status === is.infeasible) return { status: 'infeasible' };
    if (status === is.unbounded) return { status: 'unbounded' };
    if (status === is.unboundedOrInfeasible) return this.#whichOfBoth();
    if (status === is.timeLimit) throw new NonredError([issue('lp/time-limit', '', '', { objective: this.#model.getObjectiveValue() })]);
    if (status !== is.optimal) return { fault: issue('lp/solver-failed', '', '', { status: Object.entries(is).find(([, code]) => code === status)?.[0] ?? String(status) }) };
    const { colValue, rowDual } = this.#model.getSolution();
    const iterations = Number(this.#model.info.get('simplex_iteration_count'));
    if (this.program.whole) return this.#whole(colValue, iterations);
    const check = examine(this.program, colValue, rowDual);
    if (!holds(check)) return { fault: issue('lp/not-proved', '', '', { primal: check.primal.toExponential(1), dual: check.dual.toExponential(1), gap: check.gap.toExponential(1) }) };
    return { status: 'optimal', objective: check.objective, primal: colValue, dual: rowDual, check, iterations };
  }

  /** With whole columns the solver's own bound is what there is: the point is examined, the bound is believed. */
  #whole(primal: Float64Array, iterations: number): Outcome | { readonly fault: ReturnType<typeof issue> } {
    const none = new Float64Array(this.program.rows);
    const seen = examine(this.program, primal, none);
    const bound = Number(this.#model.info.get('mip_dual_bound'));
    const check = { ...seen, dual: 0, bound, gap: Math.abs(seen.objective - bound) / (1 + Math.abs(seen.objective)) };
    const broken = primal.some((value, j) => this.program.whole![j] === 1 && Math.abs(value - Math.round(value)) > 1e-6);
    if (broken || !holds(check)) return { fault: issue('lp/not-proved', '', '', { primal: check.primal.toExponential(1), dual: '-', gap: check.gap.toExponential(1) }) };
    return { status: 'optimal', objective: check.objective, primal, dual: none, check, iterations };
  }

  /** Presolve could not tell: without an objective an infeasible program stays infeasible, an unbounded one has a point. */
  #whichOfBoth(): Outcome | { readonly fault: ReturnType<typeof issue> } {
    this.#model.options.set('presolve', 'off');
    this.clear();
    const status = this.#model.run().modelStatus;
    this.#model.options.set('presolve', 'choose');
    const is = this.#highs.constants.modelStatus;
    if (status === is.infeasible) return { status: 'infeasible' };
    if (status === is.unbounded) return { status: 'unbounded' };
    return { fault: issue('lp/solver-failed', '', '', { status: 'unboundedOrInfeasible' }) };
  }

  /** A minimal set of rows and of columns' upper bounds (lower bounds stay out of sight) that cannot all be kept; empty where HiGHS finds none. */
  conflict(): { readonly rows: Int32Array; readonly columns: Int32Array } {
    this.#model.options.set('iis_strategy', 6); // from the whole program, and irreducible
    const { rowIndex, colIndex, colBound } = this.#model.getIis();
    return { rows: rowIndex, columns: colIndex.filter((_, k) => colBound[k] === UPPER || colBound[k] === BOXED) };
  }

  /** Multipliers that prove infeasibility, where HiGHS has them; `provesInfeasible` checks them. */
  farkas(): Float64Array | undefined {
    return this.#model.getDualRay()?.values;
  }

  close(): void {
    this.#model.dispose();
  }
}

function firstLine(cause: unknown): string {
  return String(cause instanceof Error ? cause.message : cause).split('\n')[0]!.slice(0, 200);
}
