/**
 * Which column of a bill of materials holds what: guessed from the headers (headers.ts), checked against the contents, and
 * always said (Guess), so that a wrong guess can be seen and corrected under `columns` in nonred.yaml. A table without a
 * header is read by its contents alone, and that is a warning.
 */
import { isDecimal } from '../../base/decimal.ts';
import { unitCode } from '../../base/units.ts';
import { BILL_FIELDS, type BillColumns, type BillField } from '../workspace/config.ts';
import type { Row } from '../table/sheet.ts';
import { byContents, filled, placesOneEach, wordiest, indentedColumn, isCountryColumn, isDesignatorColumn, isLevelColumn, namesOneEach, rises } from './contents.ts';
import { areDesignators, singleDesignators } from './designators.ts';
import { fold, HEADERS, isHeader, isMakersNumber, linesColumns, namesOf, saysAlternates, saysNoOrigin, saysNoPart, saysStep, VAGUE } from './headers.ts';
import { isLevel } from './levels.ts';
import { fitOf } from './marks.ts';
import { originsOf } from './origin.ts';

export type Why = 'stated' | 'header' | 'contents' | 'indent';
export interface Column { readonly at: number; readonly header: string; readonly why: Why }
/** Columns of a further source of the same line. */
export interface Source { readonly maker?: Column; readonly partNumber?: Column; readonly country?: Column }
export interface Bill {
  /** Of a table without a header: the letters that a spreadsheet program shows, in row 0. */
  readonly header: Row;
  readonly rows: readonly Row[];
  readonly columns: ReadonlyMap<BillField, Column>;
  /** `Manufacturer 2` and so on, in order. */
  readonly sources: readonly Source[];
  /** Further columns that say the same of the same part under another header: `Brand` beside `Manufacturer`. */
  readonly claims: { readonly maker: readonly Column[]; readonly country: readonly Column[] };
  /** Columns that speak of alternates and are read as neither makers nor numbers. */
  readonly alternates: readonly Column[];
  /** Stated headers that the table does not have. */
  readonly absent: readonly string[];
  readonly headerless: boolean;
  /** Row of another header, above this one and with rows of its own. */
  readonly above?: number;
  /** Rows above the header that look like lines: its words were not known, or they have none. */
  readonly linesAbove?: readonly number[];
  /** Rows that each begin the bill of another product. */
  readonly several?: readonly number[];
  /** Row of the title of a list that has the same parts as this one, one by one: it is passed over. */
  readonly listedTwice?: number;
}
/** `none`, or the number of the row that is the header. */
export type HeaderRow = 'none' | number;

/** Rows above the header (a title, a date) are passed over; it is looked for in the first 40. */
export function findBill(rows: readonly Row[], stated: BillColumns, headerRow?: HeaderRow): Bill | undefined {
  const gathered = headerRow === undefined ? gatheredAgain(rows, stated) : undefined;
  if (gathered !== undefined) return gathered;
  let best: Bill | undefined;
  for (let i = 0; i < Math.min(rows.length, typeof headerRow === 'number' ? rows.length : 40) && headerRow !== 'none'; i++) {
    if (typeof headerRow === 'number' && rows[i]!.row !== headerRow) continue;
    if (rows.slice(0, i).some(({ cells }) => sameCells(cells, rows[i]!.cells))) continue; // the header once more, above a second part of the list
    const found = columnsOf(rows[i]!, rows.slice(i + 1), stated);
    if (!best || found.columns.size > best.columns.size) best = found;
  }
  if (best && best.columns.size > 0) {
    best = withDescription(best, stated);
    const above = headerRow === undefined ? tableAbove(rows, best.header) : undefined;
    if (above !== undefined) return { ...best, above };
    const lines = headerRow === undefined ? linesAbove(rows, best) : [];
    return lines.length === 0 ? best : { ...best, linesAbove: lines };
  }
  return typeof headerRow === 'number' ? undefined : withoutHeader(rows, stated);
}

function sameCells(one: readonly string[], other: readonly string[]): boolean {
  return Array.from({ length: Math.max(one.length, other.length) }, (_, at) => at).every((at) => (one[at] ?? '').trim() === (other[at] ?? '').trim());
}

/** A bill with amounts or places on the board and no column that says of what, in words that are known: what has most words in it is the description. */
function withDescription(bill: Bill, stated: BillColumns): Bill {
  const { columns, header, rows } = bill;
  if ((['partNumber', 'description', 'value', 'product'] as const).some((field) => columns.has(field)) || stated.description !== undefined) return bill;
  const used = new Set([...columns.values()].map(({ at }) => at));
  const at = wordiest(rows, header.cells.flatMap((cell, i) => (used.has(i) || cell.trim() === '' || saysNoPart(fold(cell)) ? [] : [i])));
  return at === undefined ? bill : { ...bill, columns: new Map([...columns, ['description', { at, header: header.cells[at]!.trim(), why: 'contents' }]]) };
}

/** A title above the header is no table; a header with rows of two cells and more below it is. */
function tableAbove(rows: readonly Row[], header: Row): number | undefined {
  const until = rows.indexOf(header);
  const at = rows.findIndex((row, i) => i < until && isHeader(row));
  const wide = ({ cells }: Row): boolean => cells.filter((cell) => cell.trim() !== '').length > 1;
  return at >= 0 && rows.slice(at + 1, until).some((row) => wide(row) && !isHeader(row)) ? rows[at]!.row : undefined;
}

/** Three cells and more, of which one is an amount, or places on the board, where the header has those. */
function linesAbove(rows: readonly Row[], { header, columns }: Bill): number[] {
  const [quantity, designator] = [columns.get('quantity')?.at, columns.get('designator')?.at];
  const cell = (row: Row, at: number | undefined): string => (at === undefined ? '' : (row.cells[at] ?? '').trim());
  const isLine = (row: Row): boolean => row.cells.filter((one) => one.trim() !== '').length > 2 && (isDecimal(cell(row, quantity)) || (cell(row, designator) !== '' && areDesignators(cell(row, designator))));
  return rows.slice(0, rows.indexOf(header)).filter(isLine).map(({ row }) => row);
}

/** KiCad lists each part by itself and below, under `Collated Components:`, all of them gathered: where both have the same places on the board, the second is the bill. */
function gatheredAgain(rows: readonly Row[], stated: BillColumns): Bill | undefined {
  const title = rows.findIndex(({ cells }) => cells.every((cell, at) => (at === 0 ? /^collated components:?$/i.test(cell.trim()) : cell.trim() === '')));
  if (title <= 0) return undefined;
  const [one, other] = [rows.slice(0, title), rows.slice(title + 1)].map((part) => findBill(part, stated));
  const places = (bill: Bill | undefined): string => {
    const at = bill?.columns.get('designator')?.at;
    return at === undefined ? '' : [...new Set(bill!.rows.flatMap(({ cells }) => singleDesignators(cells[at] ?? '')))].sort().join(' ');
  };
  return other !== undefined && places(other) !== '' && places(one) === places(other) ? { ...other, listedTwice: rows[title]!.row } : undefined;
}

function columnsOf(header: Row, rows: readonly Row[], stated: BillColumns): Bill {
  const columns = new Map<BillField, Column>();
  const taken = new Set<number>();
  const absent: string[] = [];
  const take = (field: BillField, at: number, why: Why): void => {
    columns.set(field, { at, header: header.cells[at]!.trim(), why });
    taken.add(at);
  };
  for (const field of BILL_FIELDS) {
    const wanted = stated[field];
    if (wanted === undefined) continue;
    const at = header.cells.findIndex((cell) => cell.trim() === wanted);
    if (at >= 0) take(field, at, 'stated');
    else absent.push(wanted);
  }
  const named = namesOf(header.cells);
  const several = productsOf(header, rows, named);
  for (const field of BILL_FIELDS) {
    if (columns.has(field) || stated[field] !== undefined) continue;
    // A column that is empty is taken where no other is called so.
    const called = HEADERS[field].flatMap((name) => named.flatMap(([one, source], i) => (one === name && source === 1 && !taken.has(i) && fits(name, field, rows, i, named) ? [i] : [])));
    const at = called.find((i) => filled(rows, i).length > 0) ?? called[0];
    if (at !== undefined) take(field, at, 'header');
  }
  // `Component` beside `Description`, and no number: what the part is called, which the description is not.
  if (!columns.has('partNumber') && !columns.has('value') && columns.has('description') && stated.value === undefined) {
    const at = named.findIndex(([name, source], i) => source === 1 && !taken.has(i) && HEADERS.description.includes(name) && filled(rows, i).length > 0 && fits(name, 'description', rows, i, named));
    if (at >= 0) take('value', at, 'header');
  }
  const sources = sourcesOf(header, named, columns, taken);
  const claims = claimsOf(header, named, columns, stated, rows, taken);
  const alternates: Column[] = [];
  if (columns.size > 0) {
    const free = (i: number): boolean => !taken.has(i) && (header.cells[i] ?? '').trim() !== '';
    if (!columns.has('country') && stated.country === undefined) {
      const at = header.cells.findIndex((cell, i) => free(i) && !saysNoOrigin(fold(cell)) && isCountryColumn(rows, i));
      if (at >= 0) take('country', at, 'contents');
    }
    if (!columns.has('designator') && stated.designator === undefined) {
      const at = header.cells.findIndex((_, i) => free(i) && isDesignatorColumn(rows, i));
      if (at >= 0) take('designator', at, 'contents');
    }
    if (!columns.has('level') && !columns.has('parent') && stated.level === undefined) {
      const at = header.cells.findIndex((_, i) => free(i) && isLevelColumn(rows, i));
      if (at >= 0) take('level', at, 'contents');
    }
    header.cells.forEach((cell, at) => {
      if (!free(at) || !saysAlternates(fold(cell))) return;
      alternates.push({ at, header: cell.trim(), why: 'header' });
      taken.add(at);
    });
    const indented = columns.has('level') || columns.has('parent') ? undefined : indentedColumn(rows, [columns.get('partNumber')?.at, columns.get('description')?.at, columns.get('line')?.at]);
    if (indented !== undefined) columns.set('level', { at: indented, header: header.cells[indented]!.trim(), why: 'indent' });
  }
  return { header, rows, columns, sources, claims, alternates, absent, headerless: false, ...(several.length > 1 && { several }) };
}

/** Of an export that has the lines' columns beside the product's: the rows that begin a product. What the product's columns say is no line's, and is unnamed here. */
function productsOf(header: Row, rows: readonly Row[], named: [string, number][]): number[] {
  const inner = linesColumns(header.cells);
  if (inner === undefined) return [];
  const outer = header.cells.flatMap((cell, at) => (cell.trim() !== '' && !inner.has(at) && filled(rows, at).length * 2 <= rows.length ? [at] : []));
  for (const at of outer) named[at] = ['', 1];
  const begins = rows.filter(({ cells }) => [...inner.keys()].some((at) => (cells[at] ?? '').trim() !== '') && outer.some((at) => (cells[at] ?? '').trim() !== ''));
  return begins.map(({ row }) => row);
}

/**
 * Columns of makers and part numbers that a header says are of a second source, a third and so on: by their number or words, or since
 * the header stands again, as lists of approved makers have it.
 */
function sourcesOf(header: Row, named: readonly [string, number][], columns: ReadonlyMap<BillField, Column>, taken: Set<number>): Source[] {
  const found = new Map<number, { maker?: Column; partNumber?: Column; country?: Column }>();
  for (const field of ['maker', 'partNumber', 'country'] as const) {
    const first = columns.get(field);
    named.forEach(([name, source], at) => {
      if (taken.has(at) || !HEADERS[field].includes(name)) return;
      const again = first !== undefined && (name === named[first.at]![0] || (field === 'partNumber' && isMakersNumber(name)));
      if (source < 2 && !again) return;
      let place = Math.max(2, source);
      while (found.get(place)?.[field] !== undefined) place++;
      found.set(place, { ...found.get(place), [field]: { at, header: header.cells[at]!.trim(), why: 'header' } });
    });
  }
  const sources = [...found].sort(([a], [b]) => a - b).map(([, one]) => one).filter((one) => one.maker ?? one.partNumber);
  for (const { maker, partNumber, country } of sources) for (const column of [maker, partNumber, country]) if (column) taken.add(column.at);
  return sources;
}

/** Where nonred.yaml does not say which column it is. A second column of places is of the same part, and so is one of a step in making it. */
function claimsOf(header: Row, named: readonly [string, number][], columns: ReadonlyMap<BillField, Column>, stated: BillColumns, rows: readonly Row[], taken: Set<number>): Bill['claims'] {
  const of = (field: 'maker' | 'country'): Column[] => {
    if (!columns.has(field) || stated[field] !== undefined) return [];
    return named.flatMap(([name, source], at) => {
      const step = field === 'country' && saysStep(name) && allCountries(rows, at);
      if (taken.has(at) || (!step && (!HEADERS[field].includes(name) || (field === 'maker' && source > 1) || !fits(name, field, rows, at, named)))) return [];
      taken.add(at);
      return [{ at, header: header.cells[at]!.trim(), why: 'header' as const }];
    });
  };
  return { maker: of('maker'), country: of('country') };
}

/** A first row that has no number where all others have one is a header in words that are not known. */
function withoutHeader(rows: readonly Row[], stated: BillColumns): Bill | undefined {
  const width = Math.max(0, ...rows.slice(0, 500).map(({ cells }) => cells.length));
  const letters: Row = { row: 0, cells: Array.from({ length: width }, (_, i) => letterOf(i)) };
  if (Object.values(stated).some((one) => one !== undefined)) {
    const found = columnsOf(letters, rows, stated);
    return found.columns.size > 0 ? { ...found, headerless: true } : undefined;
  }
  const prices = new Set((rows[0]?.cells ?? []).flatMap((cell, at) => (saysNoPart(fold(cell)) ? [at] : [])));
  const columns = (prices.size === 0 ? byContents(rows, width) : undefined) ?? (rows.length > 2 ? byContents(rows.slice(1), width, prices) : undefined);
  if (columns === undefined) return undefined;
  const [first, ...rest] = rows;
  const at = columns.get('quantity') ?? columns.get('designator');
  const strange = first && at !== undefined && rest.length > 1 && (columns.has('quantity') ? !isDecimal((first.cells[at] ?? '').trim()) : !areDesignators(first.cells[at] ?? ''));
  const header = strange ? first : letters;
  return {
    header, rows: strange ? rest : rows, sources: [], claims: { maker: [], country: [] }, alternates: [], absent: [], headerless: true,
    columns: new Map([...columns].map(([field, i]) => [field, { at: i, header: (header.cells[i] ?? '').trim() || letterOf(i), why: 'contents' }])),
  };
}

export function letterOf(index: number): string {
  let name = '';
  for (let n = index + 1; n > 0; n = Math.floor((n - 1) / 26)) name = String.fromCharCode(65 + ((n - 1) % 26)) + name;
  return name;
}

function fits(name: string, field: BillField, rows: readonly Row[], at: number, named: readonly [string, number][]): boolean {
  if (!VAGUE.has(name)) return true;
  const cells = filled(rows, at);
  const share = (like: (cell: string) => boolean, of: number): boolean => cells.length > 0 && cells.filter(like).length >= cells.length * of;
  switch (field) {
    case 'country': return share(isCountry, 0.5);
    case 'quantity': return name === 'unit' || name === 'units' ? share((cell) => /^\d{1,6}$/.test(cell), 0.9) && !rises(cells) : share(isDecimal, 0.5) && (name !== 'number' || !rises(cells));
    case 'uom': return name === 'unit' || name === 'units' ? !share(isAmount, 0.5) : share((cell) => unitCode(cell) !== undefined, 0.5);
    case 'line': return name === '部品番号' ? rises(cells) : share((cell) => /^[0-9]+(?:\.[0-9]+)*\.?[a-z]?$/i.test(cell), 0.8);
    case 'level': return share(isLevel, 1);
    case 'designator': return name === 'part' ? namesOneEach(cells) || (named.some(([one]) => one === 'value') && placesOneEach(cells)) : share(areDesignators, 0.5);
    case 'fit': return share((cell) => fitOf(cell, false) !== 'unclear' || fitOf(cell, true) !== 'unclear', 0.8);
    case 'partNumber': return !rises(cells) && !cells.every((cell) => /^\d{1,3}$/.test(cell)) && share((cell) => /\d/.test(cell) && !/\s.*\s/.test(cell), 0.6);
    case 'parent': return parents(cells, rows, at);
    case 'description':
    case 'category':
    case 'maker': return share((cell) => /\p{L}{2}/u.test(cell) && !areDesignators(cell) && !isDecimal(cell), 0.5);
    default: return true;
  }
}

/** Nine of ten name what another column has. */
function parents(cells: readonly string[], rows: readonly Row[], at: number): boolean {
  const others = new Set(rows.slice(0, 500).flatMap(({ cells: all }) => all.filter((_, i) => i !== at).map((cell) => cell.trim())));
  return cells.length > 0 && cells.filter((cell) => others.has(cell)).length >= cells.length * 0.9;
}

function allCountries(rows: readonly Row[], at: number): boolean {
  const cells = filled(rows, at);
  return cells.length > 0 && cells.every(isCountry);
}

/** A number, or a price. */
function isAmount(cell: string): boolean {
  return isDecimal(cell.replace(/^(?:USD|EUR|CNY|RMB|TWD|NT|JPY|GBP)?\s*[$€¥￥£]?\s*(?=\d)|\s*(?:USD|EUR|CNY|RMB|TWD|JPY|GBP|[€元円])$/giu, ''));
}

function isCountry(cell: string): boolean {
  return originsOf(cell) !== undefined;
}
