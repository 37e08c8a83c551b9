/**
 * A linear program in typed arrays: minimise `cost . x + offset` subject to `rowLower <= A x <= rowUpper` and
 * `lower <= x <= upper`. A is stored by columns: the entries of column j are `indices` and `values` at
 * `starts[j] .. starts[j + 1]`, rows ascending. Infinite bounds are `Infinity`. A program is not changed once built;
 * scenarios change bounds in a session (solve.ts).
 */
export interface Program {
  readonly columns: number;
  readonly rows: number;
  /** columns + 1 */
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float64Array;
  readonly cost: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  readonly offset: number;
  /** 1 where a column has to be whole; absent: none has to. */
  readonly whole?: Uint8Array;
  /** What people call a column or row; absent names are `c12` and `r12`. */
  readonly columnNames?: readonly string[];
  readonly rowNames?: readonly string[];
}

/** Collects columns, rows and entries in any order; entries of one place are summed. */
export class ProgramBuilder {
  readonly #cost: number[] = [];
  readonly #lower: number[] = [];
  readonly #upper: number[] = [];
  readonly #rowLower: number[] = [];
  readonly #rowUpper: number[] = [];
  readonly #columnNames: string[] = [];
  readonly #rowNames: string[] = [];
  readonly #at: { readonly rows: number[]; readonly columns: number[]; readonly values: number[] } = { rows: [], columns: [], values: [] };
  readonly #whole = new Set<number>();

  column(name: string, cost: number, lower: number = 0, upper: number = Infinity, whole: boolean = false): number {
    this.#columnNames.push(name);
    this.#cost.push(cost);
    this.#lower.push(lower);
    this.#upper.push(upper);
    if (whole) this.#whole.add(this.#cost.length - 1);
    return this.#cost.length - 1;
  }

  row(name: string, lower: number, upper: number): number {
    this.#rowNames.push(name);
    this.#rowLower.push(lower);
    this.#rowUpper.push(upper);
    return this.#rowLower.length - 1;
  }

  put(row: number, column: number, value: number): void {
    this.#at.rows.push(row);
    this.#at.columns.push(column);
    this.#at.values.push(value);
  }

  build(offset: number = 0): Program {
    const columns = this.#cost.length;
    const { rows, columns: of, values } = this.#at;
    const counts = new Int32Array(columns + 1);
    for (const column of of) counts[column + 1]!++;
    for (let j = 0; j < columns; j++) counts[j + 1]! += counts[j]!;
    const order = new Int32Array(values.length);
    const next = counts.slice();
    for (let k = 0; k < values.length; k++) order[next[of[k]!]!++] = k;
    const starts = new Int32Array(columns + 1);
    const indices: number[] = [];
    const entries: number[] = [];
    for (let j = 0; j < columns; j++) {
      const own = [...order.subarray(counts[j]!, counts[j + 1]!)].sort((a, b) => rows[a]! - rows[b]!);
      for (const k of own) {
        if (indices.length > starts[j]! && indices.at(-1) === rows[k]) entries[entries.length - 1]! += values[k]!;
        else {
          indices.push(rows[k]!);
          entries.push(values[k]!);
        }
      }
      starts[j + 1] = indices.length;
    }
    return {
      columns, rows: this.#rowLower.length, starts, indices: Int32Array.from(indices), values: Float64Array.from(entries),
      cost: Float64Array.from(this.#cost), lower: Float64Array.from(this.#lower), upper: Float64Array.from(this.#upper),
      rowLower: Float64Array.from(this.#rowLower), rowUpper: Float64Array.from(this.#rowUpper), offset,
      ...(this.#whole.size > 0 && { whole: Uint8Array.from({ length: columns }, (_, j) => (this.#whole.has(j) ? 1 : 0)) }),
      columnNames: this.#columnNames, rowNames: this.#rowNames,
    };
  }
}

export const columnName = (program: Program, column: number): string => program.columnNames?.[column] ?? `c${column}`;
export const rowName = (program: Program, row: number): string => program.rowNames?.[row] ?? `r${row}`;
