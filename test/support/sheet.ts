/** A return sheet as a sender fills it in by hand: read, changed and written again without our own reader of answers. */
import { fileOf } from '../../src/formats/file.ts';
import { readSheets } from '../../src/formats/table/read.ts';
import { type SheetOut, writeWorkbook } from '../../src/formats/table/workbook.ts';

export interface Filling {
  /** By reference. */
  readonly answers: Readonly<Record<string, string>>;
  readonly by?: string;
  readonly company?: string;
  readonly date?: string;
  /** Rows for the sheet of owners: company, owner, kind, country, share. */
  readonly owners?: readonly (readonly [company: string, owner: string, kind: string, country: string, share: string])[];
}
export type Grid = string[][];

/** The sheets as grids of text, blank rows included. */
export function grids(bytes: Uint8Array): { name: string; rows: Grid }[] {
  return readSheets('sheet.xlsx', fileOf(bytes)).value.map(({ name, rows }) => {
    const all: Grid = Array.from({ length: rows.at(-1)!.row }, () => []);
    for (const { row, cells } of rows) all[row - 1] = cells.map((cell) => cell ?? '');
    return { name, rows: all };
  });
}

export function workbook(sheets: readonly { name: string; rows: Grid }[]): Uint8Array {
  return writeWorkbook(sheets.map(({ name, rows }): SheetOut => ({ name, rows, widths: [20] })), '');
}

/** Only the cells that are for filling in are changed. */
export function fill(bytes: Uint8Array, { answers, by = 'A. Tester, quality manager', company = 'Example (made-up)', date = '2026-11-20', owners = [] }: Filling): Uint8Array {
  const sheets = grids(bytes);
  const main = sheets[0]!.rows;
  const head = main.findIndex((row) => row[0] === 'ref');
  const column = main[head]!.findIndex((cell) => cell.startsWith('answer'));
  const told: Record<string, string> = { ...answers, by, company, date };
  for (const row of main) if (Object.hasOwn(told, row[0] ?? '')) row[column] = told[row[0]!]!;
  const sheet = sheets[1]?.rows;
  for (const [asset, ...cells] of owners) {
    const blank = sheet!.find((row) => row[0] === `owners/${asset}` && !row[2]);
    if (blank) blank.splice(2, 4, ...cells);
  }
  return workbook(sheets);
}

/** References that a sheet asks. */
export function refs(bytes: Uint8Array): string[] {
  const rows = grids(bytes)[0]!.rows;
  const head = rows.findIndex((row) => row[0] === 'ref');
  return rows.slice(head + 1).flatMap((row) => (row[0] ? [row[0]] : []));
}
