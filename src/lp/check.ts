/**
 * An answer to a linear program, examined with our own arithmetic and without the solver's word: the point must keep
 * every bound, and the multipliers must prove that no point is better.
 *
 * For multipliers y and reduced costs d = cost - A'y, every feasible x has cost . x = y . (A x) + d . x, which is at least
 *   sum over rows of (y > 0 ? y rowLower : y rowUpper) + sum over columns of (d > 0 ? d lower : d upper).
 * That weak-duality bound holds for whatever y a solver names; if it meets the objective the answer is optimal.
 * (Dantzig, Linear Programming and Extensions, 1963, chapter 6.) O(entries).
 */
import type { Program } from './program.ts';

export interface Check {
  /** Greatest violation of a bound of a row or column, relative to 1 + the bound. */
  readonly primal: number;
  /** Greatest wrong-signed multiplier or reduced cost where the bound that it would need is infinite, relative to 1 + the greatest cost. */
  readonly dual: number;
  /** |objective - bound| relative to 1 + |objective|. */
  readonly gap: number;
  /** cost . x + offset, summed here. */
  readonly objective: number;
  /** No feasible point is below this, but for `dual`. */
  readonly bound: number;
}
/** What counts as zero in the three figures. */
export const CHECK_TOLERANCE = 1e-6;

export function examine(program: Program, x: Float64Array, y: Float64Array): Check {
  const { columns, rows, starts, indices, values, cost, lower, upper, rowLower, rowUpper } = program;
  const activity = new Float64Array(rows);
  let objective = program.offset;
  let bound = program.offset;
  let primal = 0;
  let dual = 0;
  let scale = 1;
  for (let j = 0; j < columns; j++) scale = Math.max(scale, Math.abs(cost[j]!));
  for (let j = 0; j < columns; j++) {
    const value = x[j]!;
    let reduced = cost[j]!;
    const end = starts[j + 1]!;
    for (let k = starts[j]!; k < end; k++) {
      const row = indices[k]!;
      activity[row]! += values[k]! * value;
      reduced -= values[k]! * y[row]!;
    }
    objective += cost[j]! * value;
    primal = Math.max(primal, outside(value, lower[j]!, upper[j]!));
    const at = reduced > 0 ? lower[j]! : upper[j]!;
    if (Number.isFinite(at)) bound += reduced * at;
    else dual = Math.max(dual, Math.abs(reduced) / scale);
  }
  for (let i = 0; i < rows; i++) {
    primal = Math.max(primal, outside(activity[i]!, rowLower[i]!, rowUpper[i]!));
    const at = y[i]! > 0 ? rowLower[i]! : rowUpper[i]!;
    if (Number.isFinite(at)) bound += y[i]! * at;
    else dual = Math.max(dual, Math.abs(y[i]!) / scale);
  }
  return { primal, dual, gap: Math.abs(objective - bound) / (1 + Math.abs(objective)), objective, bound };
}

/** A comparison with NaN is false, so a point or proof that is no number does not pass. */
export function holds({ primal, dual, gap }: Check, tolerance: number = CHECK_TOLERANCE): boolean {
  return primal <= tolerance && dual <= tolerance && gap <= tolerance;
}

/** Does y prove that no point keeps every bound? Farkas: the greatest possible y . (A x) is below what the rows ask for. */
export function provesInfeasible(program: Program, y: Float64Array): boolean {
  const { columns, rows, starts, indices, values, lower, upper, rowLower, rowUpper } = program;
  let needed = 0;
  let most = 0;
  let size = 0;
  for (let i = 0; i < rows; i++) {
    if (Math.abs(y[i]!) < 1e-12) continue;
    const at = y[i]! > 0 ? rowLower[i]! : rowUpper[i]!;
    if (!Number.isFinite(at)) return false;
    needed += y[i]! * at;
    size += Math.abs(y[i]! * at);
  }
  for (let j = 0; j < columns; j++) {
    let slope = 0;
    for (let k = starts[j]!; k < starts[j + 1]!; k++) slope += values[k]! * y[indices[k]!]!;
    if (Math.abs(slope) < 1e-9) continue;
    const at = slope > 0 ? upper[j]! : lower[j]!;
    if (!Number.isFinite(at)) return false;
    most += slope * at;
    size += Math.abs(slope * at);
  }
  return needed - most > 1e-9 * (1 + size);
}

function outside(value: number, lower: number, upper: number): number {
  if (value < lower) return (lower - value) / (1 + Math.abs(lower));
  if (value > upper) return (value - upper) / (1 + Math.abs(upper));
  return value >= lower && value <= upper ? 0 : Infinity; // NaN
}
