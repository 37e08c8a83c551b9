/** What a column of a bill of materials holds, by its cells alone. The first 500 rows are looked at. */
import { isDecimal } from '../../base/decimal.ts';
import { unitCode } from '../../base/units.ts';
import type { Row } from '../table/sheet.ts';
import type { BillField } from '../workspace/config.ts';
import { areDesignators, countDesignators } from './designators.ts';
import { originsOf, saysNothing } from './origin.ts';

const LOOKED = 500;

/** Cells that say something. */
export function filled(rows: readonly Row[], at: number): string[] {
  return rows.slice(0, LOOKED).map(({ cells }) => (cells[at] ?? '').trim()).filter((cell) => !saysNothing(cell));
}

/** At least three cells, four of five of them the full name or code of a country, two-letter codes not alone. */
export function isCountryColumn(rows: readonly Row[], at: number): boolean {
  const cells = filled(rows, at);
  const countries = cells.filter((cell) => originsOf(cell) !== undefined);
  return countries.length >= 3 && countries.length * 5 >= cells.length * 4 && countries.some((cell) => cell.length > 3 || /\p{Script=Han}{2}/u.test(cell));
}

/** Levels with dots before them (`.1`, `..2`), all of them, of two depths and more. */
export function isLevelColumn(rows: readonly Row[], at: number): boolean {
  const cells = filled(rows, at);
  return cells.length >= 2 && cells.every((cell) => /^\.*\d{1,2}$/.test(cell)) && cells.some((cell) => cell.startsWith('.')) && new Set(cells).size > 1;
}

/** At least three cells, nine of ten of them designators, some of them lists, no two the same. */
export function isDesignatorColumn(rows: readonly Row[], at: number): boolean {
  const cells = filled(rows, at);
  return cells.length >= 3 && cells.filter(areDesignators).length * 10 >= cells.length * 9 && cells.some((cell) => /[,;\s]/.test(cell)) && new Set(cells).size === cells.length;
}

/** Columns of a table that has no header, or has one in unknown words; `undefined` where no parts or no amounts can be told. */
export function byContents(rows: readonly Row[], width: number, except: ReadonlySet<number> = new Set()): ReadonlyMap<BillField, number> | undefined {
  const found = new Map<BillField, number>();
  const free = (): number[] => Array.from({ length: Math.min(width, 100) }, (_, at) => at).filter((at) => !except.has(at) && ![...found.values()].includes(at));
  const cellsOf = Array.from({ length: Math.min(width, 100) }, (_, at) => filled(rows, at));
  const share = (at: number, like: (cell: string) => boolean): number => (cellsOf[at]!.length < 2 ? 0 : cellsOf[at]!.filter(like).length / cellsOf[at]!.length);
  const take = (field: BillField, at: number | undefined): void => void (at !== undefined && found.set(field, at));
  const best = (score: (at: number) => number): number | undefined => free().map((at) => ({ at, score: score(at) })).filter(({ score: s }) => s > 0).sort((a, b) => b.score - a.score || a.at - b.at)[0]?.at;

  take('designator', best((at) => (share(at, areDesignators) >= 0.8 && (isDesignatorColumn(rows, at) || distinct(cellsOf[at]!) === 1) ? share(at, areDesignators) : 0)));
  const designator = found.get('designator');
  take('country', free().find((at) => isCountryColumn(rows, at)));
  take('uom', free().find((at) => share(at, (cell) => unitCode(cell) !== undefined) === 1 && share(at, isDecimal) === 0));
  take('line', free().find((at) => rises(cellsOf[at]!)));
  take('quantity', best((at) => (share(at, isDecimal) < 0.8 ? 0 : designator === undefined ? share(at, isDecimal) : agrees(rows, at, designator))));
  const mixed = (cell: string): boolean => /^[^\s]{4,40}$/.test(cell) && /\d/.test(cell) && /[A-Za-z]/.test(cell);
  take('partNumber', best((at) => (share(at, mixed) >= 0.6 && distinct(cellsOf[at]!) >= 0.8 ? share(at, mixed) * distinct(cellsOf[at]!) * Math.min(12, mean(cellsOf[at]!)) : 0)));
  take('description', best((at) => (share(at, isWordy) >= 0.6 && share(at, (cell) => /[\s\p{Script=Han}]/u.test(cell)) >= 0.5 ? mean(cellsOf[at]!) * distinct(cellsOf[at]!) : 0)));
  take('maker', best((at) => (share(at, (cell) => isWordy(cell) && !/\d/.test(cell)) >= 0.8 && mean(cellsOf[at]!) >= 2 ? 1 / (0.01 + distinct(cellsOf[at]!)) : 0)));
  return (found.has('partNumber') || found.has('description')) && (found.has('quantity') || designator !== undefined) ? found : undefined;
}

function isWordy(cell: string): boolean {
  return /\p{L}{2}/u.test(cell);
}

/** The column of these that has most different words in it. */
export function wordiest(rows: readonly Row[], columns: readonly number[]): number | undefined {
  const scored = columns.map((at) => ({ at, cells: filled(rows, at) })).filter(({ cells }) => cells.length > 0 && cells.filter(isWordy).length >= cells.length * 0.6);
  return scored.map(({ at, cells }) => ({ at, score: Math.min(60, mean(cells)) * distinct(cells) * cells.length })).sort((a, b) => b.score - a.score || a.at - b.at)[0]?.at;
}

/** Names of places one a row, most of them designators: beside `RST` and `CPU` a list has C1, C2 and C3. */
export function placesOneEach(cells: readonly string[]): boolean {
  return cells.length >= 3 && distinct(cells) === 1 && cells.every((cell) => /^[\p{L}\p{N}_$+-]{1,24}$/u.test(cell)) && cells.filter(areDesignators).length * 2 >= cells.length;
}

/** One designator a row, as a list of parts has them: C1, C2, R1. Names such as LM358 and NE555 hardly share their letters. */
export function namesOneEach(cells: readonly string[]): boolean {
  const prefixes = new Set(cells.map((cell) => /^\p{L}*/u.exec(cell)![0].toUpperCase()));
  return cells.length >= 3 && cells.every(areDesignators) && distinct(cells) === 1 && prefixes.size * 2 <= cells.length;
}

/** 1, 2, 3 or 10, 20, 30. */
export function rises(cells: readonly string[]): boolean {
  const numbers = cells.map(Number);
  return cells.length >= 2 && numbers.every((one, i) => Number.isInteger(one) && (i === 0 ? one === 1 || one === 10 : one - numbers[i - 1]! === numbers[0]));
}

/** How many of the rows have as many designators as the column says; nothing below four of five. */
function agrees(rows: readonly Row[], at: number, designator: number): number {
  const both = rows.slice(0, LOOKED).filter(({ cells }) => isDecimal((cells[at] ?? '').trim()) && (cells[designator] ?? '').trim() !== '');
  const equal = both.filter(({ cells }) => {
    const count = countDesignators(cells[designator]!);
    return count !== undefined && Number(cells[at]) >= count.least && Number(cells[at]) <= count.most;
  });
  return both.length > 0 && equal.length >= both.length * 0.8 ? equal.length / both.length : 0;
}

function distinct(cells: readonly string[]): number {
  return new Set(cells).size / Math.max(1, cells.length);
}
function mean(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + Math.min(200, cell.length), 0) / Math.max(1, cells.length);
}

/** Columns of blanks before a text: a tab is four of them, a wide blank two. */
export function indentOf(cell: string): number {
  let width = 0;
  for (const character of cell) {
    if (character === ' ' || character === '\u00a0') width += 1;
    else if (character === '\u3000') width += 2;
    else if (character === '\t') width += 4;
    else break;
  }
  return width;
}

/** The column whose texts are indented as a tree is: two rows or more, by even steps of two and more, never two steps deeper at once. */
export function indentedColumn(rows: readonly Row[], candidates: readonly (number | undefined)[]): number | undefined {
  return candidates.find((at) => at !== undefined && isTree(indentsOf(rows, at)));
}

/** The first row whose text is indented, where that is no tree and the bill is read as flat. */
export function strayIndent(rows: readonly Row[], at: number): number | undefined {
  return indentsOf(rows, at).find(({ indent }) => indent >= 2)?.row;
}

interface Indent { readonly row: number; readonly indent: number }

/** What all rows have is no indentation. */
function indentsOf(rows: readonly Row[], at: number): Indent[] {
  const found = rows.flatMap(({ row, cells }) => ((cells[at] ?? '').trim() === '' ? [] : [{ row, indent: indentOf(cells[at]!) }]));
  const least = found.reduce((sofar, { indent }) => Math.min(sofar, indent), Number.POSITIVE_INFINITY);
  return found.map(({ row, indent }) => ({ row, indent: indent - least }));
}

function isTree(indents: readonly Indent[]): boolean {
  const inner = indents.filter(({ indent }) => indent > 0);
  const step = inner.reduce((sofar, { indent }) => Math.min(sofar, indent), Number.POSITIVE_INFINITY);
  if (inner.length < 2 || step < 2) return false;
  let before = -step;
  for (const { indent } of indents) {
    if (indent % step !== 0 || indent > before + step) return false;
    before = indent;
  }
  return true;
}
