import { expect, test } from 'vitest';
import { examine, holds } from '../../src/lp/check.ts';
import { type Program, ProgramBuilder } from '../../src/lp/program.ts';
import { Solver } from '../../src/lp/solve.ts';

const solver = await Solver.load();

/** Chairs at 30 and tables at 50 from 40 hours of carpentry and 50 of finishing: 1 100 with 20 of one and 10 of the other. */
function workshop(): Program {
  const b = new ProgramBuilder();
  const [chairs, tables] = [b.column('chairs', -30), b.column('tables', -50)];
  const [carpentry, finishing] = [b.row('carpentry', -Infinity, 40), b.row('finishing', -Infinity, 50)];
  for (const [row, chair, tableHours] of [[carpentry, 1, 2], [finishing, 2, 1]] as const) {
    b.put(row, chairs, chair);
    b.put(row, tables, tableHours);
  }
  return b.build();
}

test('an optimum comes with multipliers that prove it', () => {
  const outcome = solver.solve(workshop());
  if (outcome.status !== 'optimal') throw new Error(outcome.status);
  expect(outcome.objective).toBeCloseTo(-1100, 9);
  expect([...outcome.primal]).toEqual([20, 10]);
  expect(outcome.check.bound).toBeCloseTo(-1100, 9);
});

test('a better point that breaks a bound, and a proof of a better bound, are not accepted', () => {
  const program = workshop();
  const good = solver.solve(program);
  if (good.status !== 'optimal') throw new Error(good.status);
  expect(holds(examine(program, good.primal, good.dual))).toBe(true);
  expect(holds(examine(program, Float64Array.of(21, 10), good.dual))).toBe(false);
  expect(holds(examine(program, Float64Array.of(19, 10), good.dual))).toBe(false); // feasible and worse: the gap shows it
  expect(holds(examine(program, good.primal, good.dual.map((y) => y * 1.01)))).toBe(false);
  expect(holds(examine(program, good.primal, good.dual.map((y) => -y)))).toBe(false);
  expect(holds(examine(program, Float64Array.of(Number.NaN, 10), good.dual))).toBe(false);
});

test('infeasible and unbounded are said, with a conflict for the first', () => {
  const b = new ProgramBuilder();
  const x = b.column('x', 1);
  b.put(b.row('at least', 2, Infinity), x, 1);
  b.put(b.row('at most', -Infinity, 1), x, 1);
  const session = solver.open(b.build());
  expect(session.solve().status).toBe('infeasible');
  expect([...session.conflict().rows].sort()).toEqual([0, 1]);
  session.close();
  const free = new ProgramBuilder();
  free.put(free.row('r', 0, Infinity), free.column('x', -1), 1);
  expect(solver.solve(free.build()).status).toBe('unbounded');
});

test('changed bounds count, and changing them back gives the first answer', () => {
  const session = solver.open(workshop());
  const first = session.solve();
  session.boundRow(0, -Infinity, 20);
  const second = session.solve();
  session.boundRow(0, -Infinity, 40);
  const third = session.solve();
  session.close();
  expect([first, second, third].map((outcome) => (outcome.status === 'optimal' ? Math.round(outcome.objective) : outcome.status))).toEqual([-1100, -600, -1100]);
});

test('an entry given twice is summed, and whole columns are whole', () => {
  const b = new ProgramBuilder();
  const x = b.column('x', -1, 0, Infinity, true);
  const row = b.row('r', -Infinity, 7);
  b.put(row, x, 1);
  b.put(row, x, 1);
  const program = b.build();
  expect([...program.values]).toEqual([2]);
  const outcome = solver.solve(program);
  expect(outcome.status === 'optimal' && outcome.primal[0]).toBe(3);
});
