/** What every table reader gives: text cells and where they stand. */
import type { Issue, Read } from '../../base/issue.ts';

/** One row that has a cell with something in it. */
export interface Row {
  /** From 1, blank rows counted: what a spreadsheet program shows beside it. */
  readonly row: number;
  readonly cells: readonly string[];
}
export interface Sheet {
  /** Of a workbook; empty for CSV and TSV. */
  readonly name: string;
  readonly rows: readonly Row[];
  /** Of a workbook: not shown to whoever opens it. */
  readonly hidden?: true;
}
/** Sheets with at least one row. */
export interface Sheets extends Read<readonly Sheet[]> {
  /** What was assumed about the file, to be said beside it. */
  readonly warnings?: readonly Issue[];
}

export interface TableLimits {
  readonly bytes: number;
  readonly rows: number;
  readonly columns: number;
  /** UTF-16 code units. */
  readonly cell: number;
  readonly rowLength: number;
  /** Of an XLSX: bytes of all its members once inflated. */
  readonly inflated: number;
  readonly members: number;
}

/** A cell is as long as a spreadsheet program lets it be. */
export const TABLE_LIMITS: TableLimits = {
  bytes: 64 << 20, rows: 500_000, columns: 1024, cell: 32_767, rowLength: 1 << 20, inflated: 64 << 20, members: 1000,
};
