/**
 * Why not everything can be delivered: the smallest set of demands, capacities, stocks and limits that cannot all be kept, over
 * the whole horizon. If even the amounts would be enough, it is the times that are not.
 */
import type { Solver } from '../lp/solve.ts';
import type { Timed } from './timed.ts';
import { timedProgram } from './timed.ts';

export type Conflict =
  | { readonly kind: 'demand'; readonly demand: number; readonly amount: number }
  | { readonly kind: 'capacity'; readonly plant: number; readonly amount: number }
  | { readonly kind: 'stock'; readonly plant: number; readonly amount: number }
  | { readonly kind: 'need'; readonly need: number }
  | { readonly kind: 'limit'; readonly id: string; readonly amount: number };

/** `undefined`: nothing has to be lost. Empty: only the times are in the way. Every member is needed: without it the rest can be kept. */
export function conflictOf(solver: Solver, timed: Timed, lossless: boolean): readonly Conflict[] | undefined {
  if (lossless) return undefined;
  const { program, layout } = timedProgram({ ...timed, stepDays: timed.days, backlogDays: 0 });
  const session = solver.open({ ...program, cost: program.cost.map(() => 0) });
  try {
    for (const columns of layout.lost) for (const column of columns) session.bound(column, 0, 0);
    if (session.solve().status !== 'infeasible') return [];
    const { rows, columns } = session.conflict();
    const inRows = new Set(rows);
    const inColumns = new Set(columns);
    const found: Conflict[] = [];
    layout.demand.forEach(([row], demand) => { if (inRows.has(row!)) found.push({ kind: 'demand', demand, amount: program.rowLower[row!]! }); });
    layout.need.forEach(([row], need) => { if (inRows.has(row!)) found.push({ kind: 'need', need }); });
    layout.made.forEach(([column], plant) => { if (inColumns.has(column!)) found.push({ kind: 'capacity', plant, amount: program.upper[column!]! }); });
    layout.out.forEach(([row], plant) => { if (inRows.has(row!)) found.push({ kind: 'stock', plant, amount: timed.chain.plants[plant]!.stock }); });
    for (const [row, id] of layout.cap) if (inRows.has(row)) found.push({ kind: 'limit', id, amount: program.rowUpper[row]! });
    return found;
  } finally {
    session.close();
  }
}
