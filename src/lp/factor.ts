/**
 * A sparse LU factorisation of a basis, and the product-form updates that follow it (Dantzig and Orchard-Hays, 1954).
 *
 * Bases of flow programs are nearly triangular: columns with one entry in the rows that are left are pivots without fill, then
 * rows with one; what remains, the nucleus, is eliminated by columns of few entries with threshold pivoting (Suhl and Suhl,
 * Computing sparse LU factorizations for large-scale linear programming bases, 1990). Position k of the basis is pivot k.
 */
const ABSOLUTE = 1e-11;
const THRESHOLD = 0.1;

export interface Columns {
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float64Array;
}

type Lower = readonly { readonly at: number; readonly rows: Int32Array; readonly values: Float64Array }[];

export class Factor {
  readonly size: number;
  /** By position: which of the given columns stands there. */
  readonly order: Int32Array;
  readonly #row: Int32Array;
  readonly #diagonal: Float64Array;
  /** L by pivots that have one: entries by row. */
  readonly #lower: Lower;
  /** U by columns, entries by row; and by rows, entries by position. */
  readonly #upper: Columns;
  readonly #upperByRow: Columns;
  readonly #etas: { readonly at: number; readonly pivot: number; readonly places: Int32Array; readonly values: Float64Array }[] = [];

  private constructor(size: number, order: Int32Array, row: Int32Array, diagonal: Float64Array, lower: Lower, upper: Columns, upperByRow: Columns) {
    this.size = size;
    this.order = order;
    this.#row = row;
    this.#diagonal = diagonal;
    this.#lower = lower;
    this.#upper = upper;
    this.#upperByRow = upperByRow;
  }

  /** `undefined` where the columns are dependent, as far as doubles can tell. */
  static of(size: number, columns: Columns): Factor | undefined {
    const { starts, indices, values } = columns;
    const order = new Int32Array(size);
    const row = new Int32Array(size);
    const diagonal = new Float64Array(size);
    const pivotOfRow = new Int32Array(size).fill(-1);
    const done = new Uint8Array(size);
    let next = 0;
    const lower: { at: number; rows: Int32Array; values: Float64Array }[] = [];

    const columnCount = new Int32Array(size);
    const rowCount = new Int32Array(size);
    for (let j = 0; j < size; j++)
      for (let k = starts[j]!; k < starts[j + 1]!; k++) {
        columnCount[j]!++;
        rowCount[indices[k]!]!++;
      }
    const byRow = transpose(size, columns);
    const pivot = (column: number, at: number): void => {
      order[next] = column;
      row[next] = at;
      pivotOfRow[at] = next++;
      done[column] = 1;
    };
    // Columns with one entry left.
    let work: number[] = [];
    for (let j = 0; j < size; j++) if (columnCount[j] === 1) work.push(j);
    for (let head = 0; head < work.length; head++) {
      const column = work[head]!;
      if (done[column] || columnCount[column] !== 1) continue;
      let place = starts[column]!;
      while (pivotOfRow[indices[place]!] !== -1) place++;
      if (Math.abs(values[place]!) < ABSOLUTE) return undefined;
      const at = indices[place]!;
      diagonal[next] = values[place]!;
      pivot(column, at);
      for (let k = byRow.starts[at]!; k < byRow.starts[at + 1]!; k++) if (!done[byRow.indices[k]!] && --columnCount[byRow.indices[k]!]! === 1) work.push(byRow.indices[k]!);
    }
    // Rows with one entry left.
    for (let i = 0; i < size; i++) {
      rowCount[i] = 0;
      if (pivotOfRow[i] === -1) for (let k = byRow.starts[i]!; k < byRow.starts[i + 1]!; k++) if (!done[byRow.indices[k]!]) rowCount[i]!++;
    }
    work = [];
    for (let i = 0; i < size; i++) if (pivotOfRow[i] === -1 && rowCount[i] === 1) work.push(i);
    for (let head = 0; head < work.length; head++) {
      const at = work[head]!;
      if (pivotOfRow[at] !== -1 || rowCount[at] !== 1) continue;
      let place = byRow.starts[at]!;
      while (done[byRow.indices[place]!]) place++;
      const [column, value] = [byRow.indices[place]!, byRow.values[place]!];
      if (Math.abs(value) < ABSOLUTE) return undefined;
      const below: number[] = [];
      const factors: number[] = [];
      for (let k = starts[column]!; k < starts[column + 1]!; k++) {
        const other = indices[k]!;
        if (other === at || pivotOfRow[other] !== -1) continue;
        below.push(other);
        factors.push(values[k]! / value);
        if (--rowCount[other]! === 1) work.push(other);
      }
      if (below.length > 0) lower.push({ at: next, rows: Int32Array.from(below), values: Float64Array.from(factors) });
      diagonal[next] = value;
      pivot(column, at);
    }
    const nucleus = Array.from({ length: size }, (_, j) => j).filter((j) => !done[j]);
    const upper: { rows: number[]; values: number[] }[] = [];
    for (let k = 0; k < next; k++) upper.push(aboveOf(columns, order[k]!, row[k]!, pivotOfRow, k));
    // The nucleus, column by column. Its own pivots alone change what follows.
    const active = (column: number): number => { let count = 0; for (let k = starts[column]!; k < starts[column + 1]!; k++) if (pivotOfRow[indices[k]!] === -1) count++; return count; };
    const counts = new Map(nucleus.map((column) => [column, active(column)]));
    nucleus.sort((a, b) => counts.get(a)! - counts.get(b)!);
    const x = new Float64Array(size);
    const firstOfNucleus = lower.length;
    for (const column of nucleus) {
      const touched: number[] = [];
      const seen = new Set<number>();
      const touch = (i: number): void => { if (!seen.has(i)) { seen.add(i); touched.push(i); } };
      for (let k = starts[column]!; k < starts[column + 1]!; k++) {
        x[indices[k]!] = values[k]!;
        touch(indices[k]!);
      }
      for (let l = firstOfNucleus; l < lower.length; l++) {
        const { at, rows, values: factors } = lower[l]!;
        const value = x[row[at]!]!;
        if (value === 0) continue;
        for (let k = 0; k < rows.length; k++) {
          x[rows[k]!]! -= factors[k]! * value;
          touch(rows[k]!);
        }
      }
      let most = 0;
      for (const i of touched) if (pivotOfRow[i] === -1) most = Math.max(most, Math.abs(x[i]!));
      if (most < ABSOLUTE) return undefined;
      let best = -1;
      for (const i of touched) if (pivotOfRow[i] === -1 && Math.abs(x[i]!) >= THRESHOLD * most && (best < 0 || rowCount[i]! < rowCount[best]!)) best = i;
      const value = x[best]!;
      const below: number[] = [];
      const factors: number[] = [];
      const above: { rows: number[]; values: number[] } = { rows: [], values: [] };
      for (const i of touched) {
        if (i !== best && x[i] !== 0) {
          if (pivotOfRow[i] === -1) {
            below.push(i);
            factors.push(x[i]! / value);
          } else {
            above.rows.push(i);
            above.values.push(x[i]!);
          }
        }
        x[i] = 0;
      }
      if (below.length > 0) lower.push({ at: next, rows: Int32Array.from(below), values: Float64Array.from(factors) });
      upper.push(above);
      diagonal[next] = value;
      pivot(column, best);
    }
    const packed = pack(upper);
    return new Factor(size, order, row, diagonal, lower, packed, positionsByRow(size, packed, pivotOfRow));
  }

  /** In place of a vector by row: the solution of B x = it, by position. `into` is overwritten. */
  solve(vector: Float64Array, into: Float64Array): void {
    const { size } = this;
    for (const { at, rows, values } of this.#lower) {
      const value = vector[this.#row[at]!]!;
      if (value !== 0) for (let k = 0; k < rows.length; k++) vector[rows[k]!]! -= values[k]! * value;
    }
    const { starts, indices, values } = this.#upper;
    for (let k = size - 1; k >= 0; k--) {
      const at = this.#row[k]!;
      const raw = vector[at]!;
      if (raw === 0) {
        into[k] = 0;
        continue;
      }
      const value = raw / this.#diagonal[k]!;
      into[k] = value;
      vector[at] = 0;
      for (let p = starts[k]!; p < starts[k + 1]!; p++) vector[indices[p]!]! -= values[p]! * value;
    }
    for (const { at, pivot, places, values: column } of this.#etas) {
      const value = into[at]! / pivot;
      into[at] = value;
      if (value !== 0) for (let k = 0; k < places.length; k++) into[places[k]!]! -= column[k]! * value;
    }
  }

  /** The solution of y B = a vector by position, by row. The vector is used up. */
  solveTransposed(vector: Float64Array, into: Float64Array): void {
    for (let e = this.#etas.length - 1; e >= 0; e--) {
      const { at, pivot, places, values } = this.#etas[e]!;
      let value = vector[at]!;
      for (let k = 0; k < places.length; k++) value -= values[k]! * vector[places[k]!]!;
      vector[at] = value / pivot;
    }
    const { starts, indices, values } = this.#upperByRow;
    const { size } = this;
    for (let k = 0; k < size; k++) {
      const raw = vector[k]!;
      const at = this.#row[k]!;
      if (raw === 0) {
        into[at] = 0;
        continue;
      }
      const value = raw / this.#diagonal[k]!;
      into[at] = value;
      for (let p = starts[k]!; p < starts[k + 1]!; p++) vector[indices[p]!]! -= values[p]! * value;
    }
    for (let l = this.#lower.length - 1; l >= 0; l--) {
      const { at, rows, values: factors } = this.#lower[l]!;
      let sum = 0;
      for (let k = 0; k < rows.length; k++) sum += factors[k]! * into[rows[k]!]!;
      if (sum !== 0) into[this.#row[at]!]! -= sum;
    }
  }

  /** Position `at` now holds the column whose solution is `column`. */
  replace(at: number, column: Float64Array): void {
    const places: number[] = [];
    const values: number[] = [];
    for (let k = 0; k < column.length; k++)
      if (k !== at && Math.abs(column[k]!) > 1e-14) {
        places.push(k);
        values.push(column[k]!);
      }
    this.#etas.push({ at, pivot: column[at]!, places: Int32Array.from(places), values: Float64Array.from(values) });
  }

  get updates(): number {
    return this.#etas.length;
  }

  /** Back to the basis that was factorised. */
  reset(): void {
    this.#etas.length = 0;
  }
}

/** Entries of a column in rows that were pivots before k. */
function aboveOf({ starts, indices, values }: Columns, column: number, own: number, pivotOfRow: Int32Array, k: number): { rows: number[]; values: number[] } {
  const above: { rows: number[]; values: number[] } = { rows: [], values: [] };
  for (let p = starts[column]!; p < starts[column + 1]!; p++) {
    const pivot = pivotOfRow[indices[p]!]!;
    if (indices[p] === own || pivot === -1 || pivot > k) continue;
    above.rows.push(indices[p]!);
    above.values.push(values[p]!);
  }
  return above;
}

function pack(columns: readonly { readonly rows: readonly number[]; readonly values: readonly number[] }[]): Columns {
  const starts = new Int32Array(columns.length + 1);
  columns.forEach(({ rows }, k) => { starts[k + 1] = starts[k]! + rows.length; });
  const indices = new Int32Array(starts.at(-1)!);
  const values = new Float64Array(starts.at(-1)!);
  columns.forEach(({ rows, values: own }, k) => {
    indices.set(rows, starts[k]!);
    values.set(own, starts[k]!);
  });
  return { starts, indices, values };
}

/** Entries of U by the pivot of their row: the positions to the right of it. */
function positionsByRow(size: number, upper: Columns, pivotOfRow: Int32Array): Columns {
  const starts = new Int32Array(size + 1);
  for (const row of upper.indices) starts[pivotOfRow[row]! + 1]!++;
  for (let k = 0; k < size; k++) starts[k + 1]! += starts[k]!;
  const next = starts.slice();
  const indices = new Int32Array(upper.indices.length);
  const values = new Float64Array(upper.indices.length);
  for (let k = 0; k < size; k++)
    for (let p = upper.starts[k]!; p < upper.starts[k + 1]!; p++) {
      const place = next[pivotOfRow[upper.indices[p]!]!]!++;
      indices[place] = k;
      values[place] = upper.values[p]!;
    }
  return { starts, indices, values };
}

/** The same entries by row. */
export function transpose(rows: number, { starts, indices, values }: Columns): Columns {
  const rowStarts = new Int32Array(rows + 1);
  for (const row of indices) rowStarts[row + 1]!++;
  for (let i = 0; i < rows; i++) rowStarts[i + 1]! += rowStarts[i]!;
  const next = rowStarts.slice();
  const columns = new Int32Array(indices.length);
  const entries = new Float64Array(indices.length);
  for (let j = 0; j + 1 < starts.length; j++)
    for (let k = starts[j]!; k < starts[j + 1]!; k++) {
      const place = next[indices[k]!]!++;
      columns[place] = j;
      entries[place] = values[k]!;
    }
  return { starts: rowStarts, indices: columns, values: entries };
}
