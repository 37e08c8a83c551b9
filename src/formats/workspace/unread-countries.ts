/** Columns of one's own that hold countries: kept as notes, they count in no verdict, and whoever wrote them thinks that they do. */
import { countryCode } from '../../base/countries.ts';
import { type Issue, issue } from '../../base/issue.ts';
import { push } from '../../base/multimap.ts';
import { unitCode } from '../../base/units.ts';
import { saysNotKnown } from './cell.ts';
import type { TableRow } from './rows.ts';
import { type Table, TABLES } from './tables.ts';

/** Headers that say a country: one cell that is a country is enough. */
const SAYS_COUNTRY = /countr|nationalit|origin|domicil|citizen|herkunft|land$|國|国|籍|產地|产地|原產/i;
export const COUNTRY_COLUMNS: string = TABLES.flatMap(({ name, kind, columns }) => columns.flatMap((column) => (kind !== undefined && column.type === 'country' ? [`${name}.${column.name}`] : []))).join(', ');

export function saysCountries(header: string): boolean {
  return SAYS_COUNTRY.test(header);
}

/** The rows of one sheet. Said once a column, at its first country. */
export function unreadCountries(rows: readonly TableRow[], table: Table): Issue[] {
  if (table.kind === undefined) return [];
  const columns = new Map<string, { row: TableRow; text: string }[]>();
  for (const row of rows)
    for (const [name, text] of row.notes) if (!saysNotKnown(text.normalize('NFKC'), 'country')) push(columns, name, { row, text });
  return [...columns].flatMap(([name, cells]) => {
    const countries = cells.filter(({ text }) => saysCountry(text));
    const [first] = countries;
    if (first === undefined) return [];
    const told = saysCountries(name) || (countries.length === cells.length && !cells.every(({ text }) => isOtherWord(text)));
    return told ? [issue('input/unread-country', first.row.cells.source, first.row.cells.place(name), { given: name, example: first.text, options: COUNTRY_COLUMNS })] : [];
  });
}

/** `CH` where nothing in the column says China: it is Switzerland, and whoever meant China would be told that nothing is red. */
export function maybeChina(cells: readonly string[]): number {
  const at = cells.findIndex((cell) => /^CH$/i.test(cell.trim()));
  return at >= 0 && cells.every((cell) => countryCode(cell.trim()) !== 'CN') ? at : -1;
}

/** The same of the columns of a table that are read. */
export function swissCodes(rows: readonly TableRow[], table: Table): Issue[] {
  return table.columns.flatMap(({ name, type }) => {
    const row = type === 'country' ? rows[maybeChina(rows.map(({ cells }) => cells.written(name)))] : undefined;
    return row === undefined ? [] : [issue('input/maybe-china', row.cells.source, row.cells.place(name), { given: row.cells.written(name) })];
  });
}

/** A country, or several in one cell. */
function saysCountry(text: string): boolean {
  return text.length <= 1000 && (countryCode(text) !== undefined || text.split(/[|;,/、，；]/).every((part) => countryCode(part) !== undefined));
}

/** `no` is Norway and `kg` Kyrgyzstan only under a header that says so. */
function isOtherWord(text: string): boolean {
  return /^no$/i.test(text) || unitCode(text) !== undefined;
}
