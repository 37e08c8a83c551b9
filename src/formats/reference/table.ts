/** A table of `data/`: a header, then rows as objects. These tables are part of the program: a fault in one is a fault of ours. */
import type { FileInput } from '../file.ts';
import { readSheets } from '../table/read.ts';

/** Cells by column; `row` as a spreadsheet program counts. */
export interface ReferenceRow { readonly row: number; readonly cells: Readonly<Record<string, string>> }

/** Throws RangeError where the table cannot be read or has not these columns. */
export function referenceRows(name: string, file: FileInput, columns: readonly string[]): ReferenceRow[] {
  const { value, issues } = readSheets(name, file);
  const [header, ...rows] = value[0]?.rows ?? [];
  if (issues.length > 0 || header?.cells.join() !== columns.join()) throw new RangeError(`${name}: ${issues[0]?.code ?? `columns ${columns.join(', ')} expected`}`);
  return rows.map(({ row, cells }) => ({ row, cells: Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? ''])) }));
}

/** `a|b` in one cell. */
export function severalIn(cell: string | undefined): string[] {
  return cell === undefined || cell === '' ? [] : cell.split('|');
}
