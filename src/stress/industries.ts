/**
 * Input-output models of industries (Leontief 1936; Ghosh 1958; inoperability: Haimes and Jiang 2001, Lian and Haimes 2006).
 * A[i][j]: input from industry i for one unit of output of j. Dense, for tables of up to about a thousand industries: O(n^3).
 */
export type Matrix = readonly (readonly number[])[];

/** Output that a change of final demand needs: (I - A)^-1 dy. */
export function leontief(a: Matrix, demand: readonly number[]): number[] {
  return solveLinear(identityMinus(a), demand);
}

/** Output that a change of value added allows, row-wise with B = x^-1 A x: dx' = dv' (I - B)^-1. */
export function ghosh(a: Matrix, output: readonly number[], valueAdded: readonly number[]): number[] {
  return solveLinear(transposed(identityMinus(interdependency(a, output))), valueAdded);
}

/** A* = x^-1 A x: how much of i's inoperability reaches j, relative to their outputs. */
export function interdependency(a: Matrix, output: readonly number[]): number[][] {
  return a.map((row, i) => row.map((value, j) => (value * output[j]!) / output[i]!));
}

/** Static inoperability q = (I - A*)^-1 c*, for a fall c* of final demand relative to output. */
export function inoperability(interdependent: Matrix, perturbation: readonly number[]): number[] {
  return solveLinear(identityMinus(interdependent), perturbation);
}

/**
 * Dynamic inoperability: q(t+1) = q(t) + K [A* q(t) + c* - q(t)], `steps` times; the first entry is q(0). `resilience`: the
 * diagonal of K, each k = ln(q(0)/q(T)) / (T (1 - a*)).
 */
export function inoperabilityOverTime(interdependent: Matrix, resilience: readonly number[], start: readonly number[], perturbation: readonly number[], steps: number): number[][] {
  const path = [[...start]];
  for (let t = 0; t < steps; t++) {
    const q = path[t]!;
    path.push(q.map((value, i) => value + resilience[i]! * (dot(interdependent[i]!, q) + perturbation[i]! - value)));
  }
  return path;
}

/** Resilience coefficient from a recovery: k = ln(q0 / qT) / (T (1 - a*_ii)). */
export function resilienceOf(q0: number, qT: number, days: number, own: number): number {
  return Math.log(q0 / qT) / (days * (1 - own));
}

/** Output lost over a path: sum over time of x . q. */
export function outputLost(path: Matrix, output: readonly number[]): number {
  return path.reduce((sum, q) => sum + dot(output, q), 0);
}

function identityMinus(a: Matrix): number[][] {
  return a.map((row, i) => row.map((value, j) => (i === j ? 1 : 0) - value));
}

function transposed(a: Matrix): number[][] {
  return a.map((_, j) => a.map((row) => row[j]!));
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}

/** Gaussian elimination with partial pivoting. Throws RangeError where the matrix is singular: more goes in than comes out. */
function solveLinear(matrix: Matrix, right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  const n = rows.length;
  for (let k = 0; k < n; k++) {
    let pivot = k;
    for (let i = k + 1; i < n; i++) if (Math.abs(rows[i]![k]!) > Math.abs(rows[pivot]![k]!)) pivot = i;
    [rows[k], rows[pivot]] = [rows[pivot]!, rows[k]!];
    const top = rows[k]!;
    if (Math.abs(top[k]!) < 1e-12) throw new RangeError('the industries need all that they make');
    for (let i = k + 1; i < n; i++) {
      const factor = rows[i]![k]! / top[k]!;
      if (factor !== 0) for (let j = k; j <= n; j++) rows[i]![j]! -= factor * top[j]!;
    }
  }
  const x = new Array<number>(n).fill(0);
  for (let i = n - 1; i >= 0; i--) {
    let sum = rows[i]![n]!;
    for (let j = i + 1; j < n; j++) sum -= rows[i]![j]! * x[j]!;
    x[i] = sum / rows[i]![i]!;
  }
  return x;
}
