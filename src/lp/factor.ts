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

/** A vector by position: where it is not zero, and what it is there. */
export interface Sparse { count: number; readonly places: Int32Array; readonly values: Float64Array }

export class Factor {
  readonly size: number;
  /** By position: which of the given columns stands there. */
  readonly order: Int32Array;
  readonly #row: Int32Array;
  readonly #diagonal: Float64Array;
  /** L by pivots that have one: their rows, and entries by row. */
  readonly #lowerAt: Int32Array;
  readonly #lower: Columns;
  /** U by columns, entries by row; and by rows, entries by the row of the pivot to the right. */
  readonly #upper: Columns;
  readonly #upperByRow: Columns;
  /**
   * Updates, in order: entry, pivot, and the entries of its column in a pool that grows, for going forward. Backward the vectors have few
   * entries, and those of a column are looked up in a dense copy.
   */
  #updates = 0;
  readonly #at: number[] = [];
  readonly #pivot: number[] = [];
  readonly #ends: number[] = [0];
  #places: Int32Array;
  #values: Float64Array;
  readonly #dense: Float64Array[] = [];
  readonly #live: Int32Array;

  private constructor(size: number, order: Int32Array, row: Int32Array, diagonal: Float64Array, lowerAt: Int32Array, lower: Columns, upper: Columns, upperByRow: Columns) {
    this.size = size;
    this.order = order;
    this.#row = row;
    this.#diagonal = diagonal;
    this.#lowerAt = lowerAt;
    this.#lower = lower;
    this.#upper = upper;
    this.#upperByRow = upperByRow;
    this.#places = new Int32Array(16 * size);
    this.#values = new Float64Array(16 * size);
    this.#live = new Int32Array(size);
  }

  /** `undefined` where the columns are dependent, as far as doubles can tell. O(entries) but for the nucleus. */
  static of(size: number, columns: Columns): Factor | undefined {
    const { starts, indices, values } = columns;
    const byRow = transpose(size, columns);
    const order = new Int32Array(size);
    const row = new Int32Array(size);
    const diagonal = new Float64Array(size);
    const pivotOfRow = new Int32Array(size).fill(-1);
    const done = new Uint8Array(size);
    const lower = new Pile(size);
    const lowerAt: number[] = [];
    let next = 0;

    // Columns with one entry left: pivots without fill and without a part of L.
    const left = new Int32Array(size);
    const work = new Int32Array(size);
    let tail = 0;
    for (let j = 0; j < size; j++) if ((left[j] = starts[j + 1]! - starts[j]!) === 1) work[tail++] = j;
    for (let head = 0; head < tail; head++) {
      const column = work[head]!;
      if (left[column] !== 1) continue;
      let place = starts[column]!;
      while (pivotOfRow[indices[place]!] !== -1) place++;
      if (Math.abs(values[place]!) < ABSOLUTE) return undefined;
      const at = indices[place]!;
      [order[next], row[next], diagonal[next], pivotOfRow[at], done[column]] = [column, at, values[place]!, next, 1];
      next++;
      for (let k = byRow.starts[at]!; k < byRow.starts[at + 1]!; k++) {
        const other = byRow.indices[k]!;
        if (!done[other] && --left[other]! === 1) work[tail++] = other;
      }
    }
    // Rows with one entry left.
    tail = 0;
    for (let i = 0; i < size; i++) {
      left[i] = 0;
      if (pivotOfRow[i] !== -1) continue;
      for (let k = byRow.starts[i]!; k < byRow.starts[i + 1]!; k++) if (!done[byRow.indices[k]!]) left[i]!++;
      if (left[i] === 1) work[tail++] = i;
    }
    for (let head = 0; head < tail; head++) {
      const at = work[head]!;
      if (left[at] !== 1) continue;
      let place = byRow.starts[at]!;
      while (done[byRow.indices[place]!]) place++;
      const [column, value] = [byRow.indices[place]!, byRow.values[place]!];
      if (Math.abs(value) < ABSOLUTE) return undefined;
      for (let k = starts[column]!; k < starts[column + 1]!; k++) {
        const other = indices[k]!;
        if (other === at || pivotOfRow[other] !== -1) continue;
        lower.add(other, values[k]! / value);
        if (--left[other]! === 1) work[tail++] = other;
      }
      if (lower.open) {
        lower.close();
        lowerAt.push(at);
      }
      [order[next], row[next], diagonal[next], pivotOfRow[at], done[column], left[at]] = [column, at, value, next, 1, 0];
      next++;
    }
    const upper = new Pile(indices.length);
    for (let k = 0; k < next; k++) {
      const column = order[k]!;
      for (let p = starts[column]!; p < starts[column + 1]!; p++) {
        const pivot = pivotOfRow[indices[p]!]!;
        if (pivot !== -1 && pivot < k) upper.add(indices[p]!, values[p]!);
      }
      upper.close();
    }
    // The nucleus, column by column, those with few entries first. Its own pivots alone change what follows.
    const nucleus: number[] = [];
    const active = new Int32Array(size);
    for (let j = 0; j < size; j++) {
      if (done[j]) continue;
      nucleus.push(j);
      for (let k = starts[j]!; k < starts[j + 1]!; k++) if (pivotOfRow[indices[k]!] === -1) active[j]!++;
    }
    nucleus.sort((a, b) => active[a]! - active[b]!);
    const x = new Float64Array(size);
    const seen = new Int32Array(size).fill(-1);
    const touched = new Int32Array(size);
    const firstOfNucleus = lowerAt.length;
    for (const column of nucleus) {
      let count = 0;
      for (let k = starts[column]!; k < starts[column + 1]!; k++) {
        const i = indices[k]!;
        x[i] = values[k]!;
        seen[i] = column;
        touched[count++] = i;
      }
      for (let l = firstOfNucleus; l < lowerAt.length; l++) {
        const value = x[lowerAt[l]!]!;
        if (value === 0) continue;
        for (let k = lower.starts[l]!; k < lower.starts[l + 1]!; k++) {
          const i = lower.indices[k]!;
          x[i]! -= lower.values[k]! * value;
          if (seen[i] === column) continue;
          seen[i] = column;
          touched[count++] = i;
        }
      }
      let most = 0;
      for (let t = 0; t < count; t++) if (pivotOfRow[touched[t]!] === -1) most = Math.max(most, Math.abs(x[touched[t]!]!));
      if (most < ABSOLUTE) return undefined;
      let best = -1;
      for (let t = 0; t < count; t++) {
        const i = touched[t]!;
        if (pivotOfRow[i] === -1 && Math.abs(x[i]!) >= THRESHOLD * most && (best < 0 || left[i]! < left[best]!)) best = i;
      }
      const value = x[best]!;
      for (let t = 0; t < count; t++) {
        const i = touched[t]!;
        if (i !== best && x[i] !== 0) {
          if (pivotOfRow[i] === -1) lower.add(i, x[i]! / value);
          else upper.add(i, x[i]!);
        }
        x[i] = 0;
      }
      if (lower.open) {
        lower.close();
        lowerAt.push(best);
      }
      upper.close();
      [order[next], row[next], diagonal[next], pivotOfRow[best]] = [column, best, value, next];
      next++;
    }
    const packed = upper.columns(size);
    return new Factor(size, order, row, diagonal, Int32Array.from(lowerAt), lower.columns(lowerAt.length), packed, positionsByRow(size, packed, pivotOfRow));
  }

  /** In place of a vector by row: the solution of B x = it, by position. `into` is overwritten, the vector is zero afterwards. */
  solve(vector: Float64Array, into: Float64Array): void {
    this.#forward(vector);
    const row = this.#row;
    const diagonal = this.#diagonal;
    const { starts, indices, values } = this.#upper;
    for (let k = this.size - 1; k >= 0; k--) {
      const at = row[k]!;
      const raw = vector[at]!;
      if (raw === 0) {
        into[k] = 0;
        continue;
      }
      const value = raw / diagonal[k]!;
      into[k] = value;
      vector[at] = 0;
      const end = starts[k + 1]!;
      for (let p = starts[k]!; p < end; p++) vector[indices[p]!]! -= values[p]! * value;
    }
    const places = this.#places;
    const columns = this.#values;
    for (let e = 0; e < this.#updates; e++) {
      const at = this.#at[e]!;
      const raw = into[at]!;
      if (raw === 0) continue;
      const value = raw / this.#pivot[e]!;
      into[at] = value;
      const end = this.#ends[e + 1]!;
      for (let p = this.#ends[e]!; p < end; p++) into[places[p]!]! -= columns[p]! * value;
    }
  }

  /** Two at once: one pass over the factors. */
  solveBoth(a: Float64Array, intoA: Float64Array, b: Float64Array, intoB: Float64Array): void {
    this.#forward(a);
    this.#forward(b);
    const row = this.#row;
    const diagonal = this.#diagonal;
    const { starts, indices, values } = this.#upper;
    for (let k = this.size - 1; k >= 0; k--) {
      const at = row[k]!;
      const rawA = a[at]!;
      const rawB = b[at]!;
      if (rawA === 0 && rawB === 0) {
        intoA[k] = 0;
        intoB[k] = 0;
        continue;
      }
      const valueA = rawA / diagonal[k]!;
      const valueB = rawB / diagonal[k]!;
      intoA[k] = valueA;
      intoB[k] = valueB;
      a[at] = 0;
      b[at] = 0;
      const end = starts[k + 1]!;
      for (let p = starts[k]!; p < end; p++) {
        const i = indices[p]!;
        const entry = values[p]!;
        a[i]! -= entry * valueA;
        b[i]! -= entry * valueB;
      }
    }
    const places = this.#places;
    const columns = this.#values;
    for (let e = 0; e < this.#updates; e++) {
      const at = this.#at[e]!;
      const rawA = intoA[at]!;
      const rawB = intoB[at]!;
      if (rawA === 0 && rawB === 0) continue;
      const valueA = rawA / this.#pivot[e]!;
      const valueB = rawB / this.#pivot[e]!;
      intoA[at] = valueA;
      intoB[at] = valueB;
      const end = this.#ends[e + 1]!;
      if (rawA === 0) for (let p = this.#ends[e]!; p < end; p++) intoB[places[p]!]! -= columns[p]! * valueB;
      else if (rawB === 0) for (let p = this.#ends[e]!; p < end; p++) intoA[places[p]!]! -= columns[p]! * valueA;
      else
        for (let p = this.#ends[e]!; p < end; p++) {
          const k = places[p]!;
          const entry = columns[p]!;
          intoA[k]! -= entry * valueA;
          intoB[k]! -= entry * valueB;
        }
    }
  }

  #forward(vector: Float64Array): void {
    const at = this.#lowerAt;
    const { starts, indices, values } = this.#lower;
    for (let l = 0; l < at.length; l++) {
      const value = vector[at[l]!]!;
      if (value === 0) continue;
      const end = starts[l + 1]!;
      for (let k = starts[l]!; k < end; k++) vector[indices[k]!]! -= values[k]! * value;
    }
  }

  /** The solution of y B = a vector by position, by row. The vector is used up: zero afterwards. */
  solveTransposed(vector: Float64Array, into: Float64Array): void {
    // Where the vector is not zero: an update adds one such place at most.
    const live = this.#live;
    let count = 0;
    for (let k = 0; k < vector.length; k++) if (vector[k] !== 0) live[count++] = k;
    for (let e = this.#updates - 1; e >= 0; e--) {
      const at = this.#at[e]!;
      const column = this.#dense[e]!;
      let value = vector[at]!;
      const known = value !== 0;
      for (let l = 0; l < count; l++) {
        const place = live[l]!;
        if (place !== at) value -= column[place]! * vector[place]!;
      }
      vector[at] = value / this.#pivot[e]!;
      if (value !== 0 && !known && !this.#listed(at, count)) live[count++] = at;
    }
    const row = this.#row;
    const diagonal = this.#diagonal;
    const { starts, indices, values } = this.#upperByRow;
    const { size } = this;
    let first = size;
    for (let l = 0; l < count; l++) first = Math.min(first, live[l]!);
    into.fill(0);
    for (let k = first; k < size; k++) {
      const raw = vector[k]!;
      if (raw === 0) continue;
      const at = row[k]!;
      vector[k] = 0;
      const value = raw / diagonal[k]!;
      into[at] = value;
      const end = starts[k + 1]!;
      for (let p = starts[k]!; p < end; p++) vector[indices[p]!]! -= values[p]! * value;
    }
    const lowerAt = this.#lowerAt;
    const { starts: begins, indices: rows, values: factors } = this.#lower;
    for (let l = lowerAt.length - 1; l >= 0; l--) {
      const end = begins[l + 1]!;
      let sum = 0;
      for (let k = begins[l]!; k < end; k++) sum += factors[k]! * into[rows[k]!]!;
      if (sum !== 0) into[lowerAt[l]!]! -= sum;
    }
  }

  /** A place that was cancelled to zero is still listed. */
  #listed(place: number, count: number): boolean {
    for (let l = 0; l < count; l++) if (this.#live[l] === place) return true;
    return false;
  }

  /** Position `at` now holds the column whose solution is `column`. `sparse`: the same, gathered. */
  replace(at: number, column: Float64Array, sparse: Sparse = gather(column)): void {
    const e = this.#updates++;
    const dense = (this.#dense[e] ??= new Float64Array(this.size));
    dense.set(column);
    const start = this.#ends[e]!;
    if (start + sparse.count > this.#places.length) this.#grow(start + sparse.count);
    const places = this.#places;
    const values = this.#values;
    let end = start;
    for (let t = 0; t < sparse.count; t++) {
      const k = sparse.places[t]!;
      if (k === at) continue;
      places[end] = k;
      values[end++] = sparse.values[t]!;
    }
    this.#at[e] = at;
    this.#pivot[e] = column[at]!;
    this.#ends[e + 1] = end;
  }

  #grow(least: number): void {
    const size = Math.max(least, 2 * this.#places.length);
    const [places, values] = [new Int32Array(size), new Float64Array(size)];
    places.set(this.#places);
    values.set(this.#values);
    [this.#places, this.#values] = [places, values];
  }

  get updates(): number {
    return this.#updates;
  }

  /** Back to the basis that was factorised. */
  reset(): void {
    this.#updates = 0;
  }
}

/** Where it is not as good as zero. */
export function gather(vector: Float64Array, into: Sparse = { count: 0, places: new Int32Array(vector.length), values: new Float64Array(vector.length) }): Sparse {
  const { places, values } = into;
  let count = 0;
  for (let k = 0; k < vector.length; k++) {
    const value = vector[k]!;
    if (value === 0 || (value < 1e-14 && value > -1e-14)) continue;
    places[count] = k;
    values[count++] = value;
  }
  into.count = count;
  return into;
}

/** Columns while they are written. */
class Pile {
  starts: Int32Array;
  indices: Int32Array;
  values: Float64Array;
  #columns = 0;
  #entries = 0;

  constructor(entries: number) {
    this.starts = new Int32Array(64);
    this.indices = new Int32Array(Math.max(64, entries));
    this.values = new Float64Array(Math.max(64, entries));
  }

  add(index: number, value: number): void {
    if (this.#entries === this.indices.length) {
      this.indices = longer(this.indices, new Int32Array(2 * this.#entries));
      this.values = longer(this.values, new Float64Array(2 * this.#entries));
    }
    this.indices[this.#entries] = index;
    this.values[this.#entries++] = value;
  }

  /** Has the column that is being written any entry? */
  get open(): boolean {
    return this.#entries > this.starts[this.#columns]!;
  }

  close(): void {
    if (this.#columns + 2 > this.starts.length) this.starts = longer(this.starts, new Int32Array(2 * this.starts.length));
    this.starts[++this.#columns] = this.#entries;
  }

  columns(count: number): Columns {
    return { starts: this.starts.subarray(0, count + 1), indices: this.indices.subarray(0, this.#entries), values: this.values.subarray(0, this.#entries) };
  }
}

function longer<A extends Int32Array | Float64Array>(from: A, to: A): A {
  to.set(from);
  return to;
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
