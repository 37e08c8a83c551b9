/** A sheet to the rows of a declared table: the header is found, comments are passed over, unknown columns are kept aside. */
import { type Issue, issue } from '../../base/issue.ts';
import type { Row, Sheet } from '../table/sheet.ts';
import { Cells } from './cell.ts';
import { alike, fold } from './slip.ts';
import type { Column, Table } from './tables.ts';

export interface TableRow {
  readonly cells: Cells;
  /** Cells of undeclared columns, by header. */
  readonly notes: readonly (readonly [string, string])[];
}

/**
 * Faults go to `issues`. A row with cells beyond the header, or under an empty one, is refused, and so is a header that is
 * nearly a declared one: a damaged header must not hide what a row says.
 */
export function rowsOf(sheet: Sheet, source: string, table: Table, issues: Issue[]): TableRow[] {
  const [header, ...rows] = sheet.rows.filter(({ cells }) => !cells[0]!.trimStart().startsWith('#'));
  if (!header) {
    issues.push(issue('input/no-header', source, ''));
    return [];
  }
  const columns = new Map(table.columns.map((column) => [column.name, column]));
  const at = headerOf(header, source, issues);
  for (const name of at.keys()) {
    const likely = columns.has(name) ? undefined : likelyColumn(name, table.columns);
    if (likely && !at.has(likely)) issues.push(issue('input/likely-column', source, `/rows/${header.row}`, { given: name, name: likely }));
    else if (table.closed && !columns.has(name)) issues.push(issue('input/unknown-column', source, `/rows/${header.row}`, { given: name, options: table.columns.map((column) => column.name).join(', ') }));
  }
  for (const { name, required } of table.columns)
    if (required && !at.has(name)) issues.push(issue('input/missing', source, `/rows/${header.row}`, { field: name }));
  const gap = header.cells.findIndex((cell, i) => cell.trim() === '' && header.cells.slice(i).some((later) => later.trim() !== ''));
  if (gap >= 0) issues.push(issue('input/nameless-column', source, `/rows/${header.row}`, { column: gap + 1 }));
  const unknown = [...at].filter(([name]) => !columns.has(name));
  const found: TableRow[] = [];
  for (const { row, cells } of rows) {
    if (cells.length > header.cells.length && cells.slice(header.cells.length).some((cell) => cell.trim() !== '')) {
      issues.push(issue('input/extra-cells', source, `/rows/${row}`, { count: cells.length, limit: header.cells.length }));
      continue;
    }
    const nameless = cells.findIndex((cell, i) => cell.trim() !== '' && (header.cells[i] ?? '').trim() === '');
    if (nameless >= 0) {
      issues.push(issue('input/nameless-column', source, `/rows/${row}`, { column: nameless + 1 }));
      continue;
    }
    const text = (column: string): string => cells[at.get(column) ?? cells.length] ?? '';
    const notes = unknown.map(([name, i]) => [name, (cells[i] ?? '').trim()] as const).filter(([, cell]) => cell !== '');
    found.push({ cells: new Cells(source, row, columns, text, issues), notes });
  }
  return found;
}

/** Header to position; columns without one are passed over: they may only be empty ones at the end. */
function headerOf(header: Row, source: string, issues: Issue[]): Map<string, number> {
  const at = new Map<string, number>();
  header.cells.forEach((cell, i) => {
    const name = cell.trim();
    if (name === '') return;
    if (/^[+-]?\d/.test(name)) issues.push(issue('input/number-as-column', source, `/rows/${header.row}`, { name }));
    if (at.has(name)) issues.push(issue('input/duplicate-column', source, `/rows/${header.row}`, { name }));
    else at.set(name, i);
  });
  return at;
}

/** The declared column that a header is a slip of: equal but for case and marks, one letter off, or another word for a column that limits. */
function likelyColumn(name: string, columns: readonly Column[]): string | undefined {
  return columns.find((column) => alike(name, column.name) || column.also?.some((other) => fold(name) === fold(other)))?.name;
}
