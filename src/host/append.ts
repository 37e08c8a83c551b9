/** Adds rows to a CSV table of a workspace; what is there stays as it is, byte for byte. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { issue, NonredError } from '../base/issue.ts';
import { fileOf } from '../formats/file.ts';
import { csvRow } from '../formats/table/escape.ts';
import { readSheets } from '../formats/table/read.ts';
import { loadWorkspace } from './workspace.ts';
import { writeWhole } from './write.ts';

type Cells = Readonly<Record<string, string>>;

/**
 * The table is made where there is none; columns that it lacks are added to its head. `papers`: files that the rows speak of, by
 * their path in the workspace. The workspace is read with all of it first: throws NonredError with what would then be refused in
 * it, and nothing is written.
 */
export function appendRows(folder: string, table: string, rows: readonly Cells[], papers: ReadonlyMap<string, Uint8Array> = new Map()): void {
  const path = join(folder, table);
  let text = existsSync(path) ? utf8(readFileSync(path), table) : undefined;
  for (const row of rows) text = withRow(text, table, row);
  if (text === undefined) return;
  const bytes = new TextEncoder().encode(text);
  const { issues } = loadWorkspace(folder, new Map([[table, bytes] as const, ...papers].map(([name, own]) => [name, fileOf(own)])));
  if (issues.length > 0) throw new NonredError(issues);
  for (const [name, own] of papers) if (!existsSync(join(folder, name))) writeWhole(join(folder, name), own);
  writeWhole(path, bytes);
}

/** A table in another encoding can be read, but a row in UTF-8 behind it would spoil it. */
function utf8(bytes: Uint8Array, table: string): string {
  let text = '\0';
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {} // said below
  if (text.includes('\0')) throw new NonredError([issue('input/encoding', table, '', { given: 'not UTF-8' })]);
  return text;
}

function withRow(text: string | undefined, table: string, cells: Cells): string {
  if (text === undefined) return csvRow(Object.keys(cells)) + csvRow(Object.values(cells));
  const { value: sheets, issues } = readSheets(table, fileOf(new TextEncoder().encode(text)));
  if (issues.length > 0) throw new NonredError(issues);
  const head = sheets[0]?.rows.find(({ cells: own }) => !own[0]!.startsWith('#'));
  if (head === undefined) return `${text}${csvRow(Object.keys(cells))}${csvRow(Object.values(cells))}`;
  const columns = head.cells.map((name) => name.replace(/^\ufeff/, '').trim());
  const lacking = Object.keys(cells).filter((name) => !columns.includes(name) && cells[name] !== '');
  const lines = text.split(/(?<=\n)/);
  const [first = ''] = lines.splice(head.row - 1, 1);
  const separator = [',', '\t', ';'].reduce((best, one) => (first.split(one).length > first.split(best).length ? one : best));
  const written = (row: readonly string[]): string => (separator === ',' ? csvRow(row) : csvRow(row).replace(/("(?:[^"]|"")*")|,/g, (_, quoted?: string) => quoted ?? separator));
  const wider = lacking.length === 0 ? first : `${first.replace(/\r?\n$/, '')}${separator}${lacking.join(separator)}${/\r?\n$/.exec(first)?.[0] ?? '\n'}`;
  lines.splice(head.row - 1, 0, wider);
  const whole = lines.join('');
  return `${whole}${whole.endsWith('\n') ? '' : '\n'}${written([...columns, ...lacking].map((name) => cells[name] ?? ''))}`;
}
