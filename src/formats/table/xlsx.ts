/**
 * XLSX workbooks to text cells; the only file that imports the library. The archive is opened, counted and searched for
 * document types by ours before the library sees it, and it sees only XML parts: no macros, no images; links are not
 * followed. A formula is its stored value and is never evaluated. Dates become `2026-03-01`, percentages stay exact
 * (`49.996 %` whatever the cell shows), zeros before a number are kept where its format has them, other numbers are their shortest
 * decimal at 15 digits, as spreadsheets compute; what has more digits before the point has an exponent, and is no amount.
 */
import { read, SSF } from '@e965/xlsx';
import { type ErrorCode, type Issue, issue } from '../../base/issue.ts';
import { type FileInput, wholeOf } from '../file.ts';
import { APPLICATION } from '../own.ts';
import { type Row, type Sheet, type Sheets, TABLE_LIMITS, type TableLimits } from './sheet.ts';
import { readZip, storedZip } from './zip.ts';

/** The parts that are text; images, macros and fonts are left where they are. */
const WANTED = /\.(?:xml|rels)$/i;
/** Entities live in document types; no workbook has one. */
const DOCTYPE = /<!(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST)/i;

export function readXlsx(file: FileInput, source: string, limits: TableLimits = TABLE_LIMITS): Sheets {
  const refuse = (code: ErrorCode, params: Issue['params']): Sheets => ({ value: [], issues: [issue(code, source, '', params)] });
  const bytes = wholeOf(file, limits.bytes);
  if (!bytes) return refuse('input/too-large', { what: 'bytes', count: file.size, limit: limits.bytes });
  const zip = readZip(bytes, (name) => WANTED.test(name), limits);
  if ('damaged' in zip) return refuse('input/workbook', { given: zip.damaged });
  if ('hostile' in zip) return refuse('input/hostile-archive', { given: zip.hostile });
  const members = new Map(zip.members);
  for (const [name, member] of zip.members) {
    const text = new TextDecoder('latin1').decode(member);
    if (text.includes('\0')) return refuse('input/hostile-archive', { given: `${name} is not UTF-8` });
    if (DOCTYPE.test(text)) return refuse('input/hostile-archive', { given: `${name} has a document type` });
    if (/(?:^|\/)worksheets\//i.test(name) && FORMULA.test(text)) members.set(name, markUncomputed(new TextDecoder().decode(member)));
  }
  let book: Book;
  try {
    book = read(storedZip(members), { type: 'array', dense: true, cellNF: true, cellText: false, cellHTML: false, nodim: true, sheetRows: limits.rows + 1 }) as unknown as Book;
  } catch (thrown) {
    return refuse('input/workbook', { given: thrown instanceof Error ? thrown.message : String(thrown) });
  }
  const issues: Issue[] = [];
  const sheets: Sheet[] = [];
  for (const [i, name] of book.SheetNames.entries()) {
    const rows = rowsOf(book.Sheets[name]?.['!data'] ?? [], `${source} (${name})`, book.Workbook?.WBProps?.date1904 === true, limits, issues);
    if (rows.length > 0) sheets.push({ name, rows, ...((book.Workbook?.Sheets?.[i]?.Hidden ?? 0) > 0 && { hidden: true as const }) });
  }
  return { value: sheets, issues };
}

/** Did we write it, and nobody save it since? */
export function isOwnWorkbook(name: string, file: FileInput): boolean {
  if (!/\.xlsx$/i.test(name)) return false;
  const bytes = wholeOf(file, TABLE_LIMITS.bytes);
  const zip = bytes && readZip(bytes, (name) => name === 'xl/workbook.xml', TABLE_LIMITS);
  const book = zip && 'members' in zip ? zip.members.get('xl/workbook.xml') : undefined;
  return book !== undefined && new TextDecoder().decode(book).includes(APPLICATION);
}

const FORMULA = /<(?:\w+:)?f[\s>/]/;
/** The library gives a formula without a stored value the value 0, which nobody stated. Such a cell is marked before it sees it. */
const UNCOMPUTED = '\ue000 formula without value';

/** Linear: every search goes on from where the last one ended. */
function markUncomputed(xml: string): Uint8Array {
  const formula = new RegExp(FORMULA, 'g');
  const close = /<\/(?:\w+:)?c>/g;
  let out = '';
  let done = 0;
  for (let found = formula.exec(xml); found; found = formula.exec(xml)) {
    close.lastIndex = found.index;
    const end = close.exec(xml);
    if (!end) break;
    formula.lastIndex = close.lastIndex;
    const open = xml.lastIndexOf('<', found.index - 1); // the formula is the cell's first child
    const [before, inside] = [xml.slice(open, found.index), xml.slice(found.index, end.index)];
    // An empty value is a value where the cell says that it is a text: a formula may well give an empty one.
    if (/<(?:\w+:)?v(?:\s[^<>]*)?>[^<]/.test(inside) || (/<(?:\w+:)?v[\s/>]/.test(inside) && /\st=/.test(before))) continue;
    const tag = before.replace(/\st=(?:"[^"]*"|'[^']*')/, '').replace(/>\s*$/, ' t="str">');
    out += `${xml.slice(done, open)}${tag}<v>${UNCOMPUTED}</v>${end[0]}`;
    done = close.lastIndex;
  }
  return new TextEncoder().encode(out + xml.slice(done));
}

/** The part of the library's workbook that is used. */
interface Book {
  readonly SheetNames: readonly string[];
  readonly Sheets: Readonly<Record<string, { readonly '!data'?: readonly (readonly (Cell | undefined)[] | undefined)[] }>>;
  readonly Workbook?: { readonly WBProps?: { readonly date1904?: boolean }; readonly Sheets?: readonly ({ readonly Hidden?: number } | undefined)[] };
}
interface Cell { readonly t: string; readonly v?: unknown; readonly w?: string; readonly z?: string | number; readonly f?: string }

function rowsOf(data: NonNullable<Book['Sheets'][string]['!data']>, source: string, date1904: boolean, limits: TableLimits, issues: Issue[]): Row[] {
  const rows: Row[] = [];
  const refuse = (pointer: string, what: string, count: number, limit: number): Row[] => {
    issues.push(issue('input/too-large', source, pointer, { what, count, limit }));
    return [];
  };
  // A damaged address makes a list of a thousand million places with three rows in it: only those are gone through.
  for (const r of Object.keys(data).map(Number)) {
    const row = data[r];
    if (!row) continue;
    const pointer = `/rows/${r + 1}`;
    if (row.length > limits.columns) return refuse(pointer, 'columns', row.length, limits.columns);
    let filled = false;
    const cells: string[] = [];
    for (let c = 0; c < row.length; c++) {
      const cell = row[c];
      const text = cell ? textOf(cell, date1904) : '';
      if (text.length > limits.cell) return refuse(pointer, 'characters in a cell', text.length, limits.cell);
      if (cell?.t === 'e') issues.push(issue('input/cell-error', source, `${pointer}/${columnName(c)}`, { given: text }));
      else if (text === UNCOMPUTED) issues.push(issue('input/formula-without-value', source, `${pointer}/${columnName(c)}`));
      filled ||= text.trim() !== '';
      cells.push(text);
    }
    if (!filled) continue;
    if (rows.length >= limits.rows) return refuse(pointer, 'rows', rows.length + 1, limits.rows);
    rows.push({ row: r + 1, cells });
  }
  return rows;
}

function textOf(cell: Cell, date1904: boolean): string {
  const { v } = cell;
  if (cell.t === 'e') return cell.w ?? '#ERROR';
  if (typeof v === 'boolean') return v ? 'TRUE' : 'FALSE';
  if (typeof v !== 'number') return v === undefined || v === null ? '' : String(v);
  const format = typeof cell.z === 'string' ? cell.z : '';
  if (Number.isInteger(v) && v >= 0 && /^0{2,15}$/.test(format)) return plainNumber(v).padStart(format.length, '0');
  if (Math.abs(v) >= 1e15) return v.toExponential(14).toUpperCase(); // more digits than a cell keeps: it was a number of another kind
  if (SSF.is_date(format)) return dateText(v, date1904) ?? plainNumber(v);
  // A percent sign inside a quoted or escaped part of the format is only a word.
  return format.replace(/"[^"]*"|\\./g, '').includes('%') ? `${plainNumber(v, 2)} %` : plainNumber(v);
}

function dateText(serial: number, date1904: boolean): string | undefined {
  const date = SSF.parse_date_code(serial, { date1904 }) as { y: number; m: number; d: number; H: number; M: number; S: number } | null;
  if (!date) return undefined;
  const two = (n: number): string => String(n).padStart(2, '0');
  const day = `${String(date.y).padStart(4, '0')}-${two(date.m)}-${two(date.d)}`;
  return date.H || date.M || date.S ? `${day} ${two(date.H)}:${two(date.M)}:${two(Math.floor(date.S))}` : day;
}

/** A number times a power of ten without an exponent, at the 15 digits that spreadsheets keep. */
export function plainNumber(value: number, shift = 0): string {
  const [mantissa = '0', exponent = '0'] = value.toExponential(14).split('e');
  const sign = mantissa.startsWith('-') ? '-' : '';
  const digits = mantissa.replace(/[-.]/g, '').replace(/0+$/, '');
  if (digits === '') return '0';
  const point = Number(exponent) + 1 + shift; // digits before the point
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return digits.length <= point ? sign + digits.padEnd(point, '0') : `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

function columnName(index: number): string {
  let name = '';
  for (let n = index + 1; n > 0; n = Math.floor((n - 1) / 26)) name = String.fromCharCode(65 + ((n - 1) % 26)) + name;
  return name;
}
