/** Adds a row to a CSV table of a workspace; what is there stays as it is, byte for byte. */
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { NonredError } from '../base/issue.ts';
import { fileOf } from '../formats/file.ts';
import { csvRow } from '../formats/table/escape.ts';
import { readSheets } from '../formats/table/read.ts';
import { writeWhole } from './write.ts';

/** The table is made where there is none; columns that it lacks are added to its head. Throws NonredError where it cannot be read or written. */
export function appendRow(path: string, cells: Readonly<Record<string, string>>): void {
  if (!existsSync(path)) return writeWhole(path, csvRow(Object.keys(cells)) + csvRow(Object.values(cells)));
  const bytes = readFileSync(path);
  const { value: sheets, issues } = readSheets(basename(path), fileOf(bytes));
  if (issues.length > 0) throw new NonredError(issues);
  const text = bytes.toString('utf8');
  const head = sheets[0]?.rows.find(({ cells: own }) => !own[0]!.startsWith('#'));
  if (head === undefined) return writeWhole(path, `${text}${csvRow(Object.keys(cells))}${csvRow(Object.values(cells))}`);
  const columns = head.cells.map((name) => name.replace(/^\ufeff/, '').trim());
  const lacking = Object.keys(cells).filter((name) => !columns.includes(name) && cells[name] !== '');
  const lines = text.split(/(?<=\n)/);
  const [first = ''] = lines.splice(head.row - 1, 1);
  const separator = [',', '\t', ';'].reduce((best, one) => (first.split(one).length > first.split(best).length ? one : best));
  const written = (row: readonly string[]): string => (separator === ',' ? csvRow(row) : csvRow(row).replace(/("(?:[^"]|"")*")|,/g, (_, quoted?: string) => quoted ?? separator));
  const wider = lacking.length === 0 ? first : `${first.replace(/\r?\n$/, '')}${separator}${lacking.join(separator)}${/\r?\n$/.exec(first)?.[0] ?? '\n'}`;
  lines.splice(head.row - 1, 0, wider);
  const whole = lines.join('');
  writeWhole(path, `${whole}${whole.endsWith('\n') ? '' : '\n'}${written([...columns, ...lacking].map((name) => cells[name] ?? ''))}`);
}
