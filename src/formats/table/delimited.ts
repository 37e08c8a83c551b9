/**
 * CSV and TSV (RFC 4180 quoting) from bytes that come in pieces. The separator is a comma, a tab or a semicolon, whichever
 * the first row has most of, whatever the file is called. Rows end in LF, CR LF or CR. A quote inside an unquoted cell is a
 * character (`5" propeller`). UTF-8 with or without a mark. All limits are counted while reading: a line without an end is
 * refused after `rowLength`, never collected. Rows without quotes take a fast path: about 0.3 us a row of six short cells.
 */
import { type Issue, issue } from '../../base/issue.ts';
import { otherEncoding } from '../../base/utf8.ts';
import type { FileInput } from '../file.ts';
import { type Row, type Sheets, TABLE_LIMITS, type TableLimits } from './sheet.ts';

export function readDelimited(file: FileInput, source: string, limits: TableLimits = TABLE_LIMITS): Sheets {
  const rows: Row[] = [];
  const reader = new Reader(source, limits, rows);
  const fault = file.size > limits.bytes ? reader.tooLarge('bytes', file.size, limits.bytes) : reader.read(file);
  if (fault) return { value: [], issues: [fault] };
  return { value: rows.length > 0 ? [{ name: '', rows }] : [], issues: [] };
}

const MORE = -1;
/** The last row of a spreadsheet; blank rows count here too. */
const MAX_ROW = 1 << 20;
/** The first row's end is waited for so long. */
const HEAD = 64 << 10;

class Reader {
  readonly #source: string;
  readonly #limits: TableLimits;
  readonly #rows: Row[];
  #row = 0;
  #separator = '';
  /** The row that `#quoted` read. */
  #cells: string[] = [];

  constructor(source: string, limits: TableLimits, rows: Row[]) {
    this.#source = source;
    this.#limits = limits;
    this.#rows = rows;
  }

  read(file: FileInput): Issue | undefined {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    let rest = '';
    let size = 0;
    for (const bytes of file.chunks()) {
      if (size === 0) {
        const given = otherEncoding(bytes);
        if (given) return issue('input/encoding', this.#source, '', { given });
      }
      size += bytes.length;
      if (size > this.#limits.bytes) return this.tooLarge('bytes', size, this.#limits.bytes);
      const text = decode(decoder, bytes);
      if (text === undefined) return this.#notUtf8();
      const left = this.#take(rest + text, false);
      if (typeof left !== 'string') return left;
      rest = left;
    }
    const last = decode(decoder);
    if (last === undefined) return this.#notUtf8();
    const left = this.#take(rest + last, true);
    return typeof left === 'string' ? undefined : left;
  }

  tooLarge(what: string, count: number, limit: number): Issue {
    return issue('input/too-large', this.#source, this.#row ? `/rows/${this.#row}` : '', { what, count, limit });
  }

  #notUtf8(): Issue {
    return issue('input/encoding', this.#source, `/rows/${this.#row + 1}`, { given: 'not UTF-8 (here or soon after)' });
  }

  /** Takes whole rows from the text; returns what is left of it, or a fault. */
  #take(text: string, ended: boolean): string | Issue {
    this.#separator ||= separatorOf(text, ended || text.length >= HEAD);
    if (this.#separator === '') return text; // the first row has no end yet
    let at = 0;
    while (at < text.length) {
      let end = text.indexOf('\n', at);
      if (end < 0 && ended) end = text.length;
      let cells: string[] | undefined;
      let next = end + 1;
      if (end >= 0 && end - at <= this.#limits.cell) {
        const line = text.slice(at, text.charCodeAt(end - 1) === 0x0d && end > at ? end - 1 : end);
        if (!line.includes('"') && !line.includes('\r')) cells = line.split(this.#separator);
      }
      if (cells === undefined) {
        this.#row++;
        const after = this.#quoted(text, at, ended);
        this.#row--;
        if (typeof after !== 'number') return after;
        if (after === MORE) break;
        next = after;
        cells = this.#cells;
      }
      const fault = this.#add(cells);
      if (fault) return fault;
      at = next;
    }
    if (text.length - at > this.#limits.rowLength) {
      this.#row++;
      return this.tooLarge('characters in a row', text.length - at, this.#limits.rowLength);
    }
    return text.slice(at);
  }

  #add(cells: string[]): Issue | undefined {
    this.#row++;
    if (this.#row > MAX_ROW) return this.tooLarge('rows, blank ones counted', this.#row, MAX_ROW);
    if (cells.length > this.#limits.columns) return this.tooLarge('columns', cells.length, this.#limits.columns);
    if (!cells.some(notBlank)) return undefined;
    if (this.#rows.length >= this.#limits.rows) return this.tooLarge('rows', this.#rows.length + 1, this.#limits.rows);
    this.#rows.push({ row: this.#row, cells });
    return undefined;
  }

  /** One row, character by character, into `#cells`; returns where the next begins, or MORE where the row has no end yet. */
  #quoted(text: string, start: number, ended: boolean): number | Issue {
    const separator = this.#separator.charCodeAt(0);
    const cells: string[] = [];
    let i = start;
    for (;;) {
      let cell: string;
      if (text.charCodeAt(i) === 0x22) {
        cell = '';
        for (;;) {
          const quote = text.indexOf('"', i + 1);
          if (quote < 0) {
            if (text.length - i > this.#limits.cell) return this.tooLarge('characters in a cell', text.length - i, this.#limits.cell);
            return ended ? this.#badQuote() : MORE;
          }
          cell += text.slice(i + 1, quote);
          i = quote + 1;
          if (text.charCodeAt(i) !== 0x22) break;
          cell += '"';
          if (cell.length > this.#limits.cell) return this.tooLarge('characters in a cell', cell.length, this.#limits.cell);
        }
        if (i >= text.length && !ended) return MORE; // the next piece may begin with the second quote of a pair
      } else {
        const from = i;
        for (let c = text.charCodeAt(i); i < text.length && c !== separator && c !== 0x0a && c !== 0x0d; c = text.charCodeAt(++i));
        cell = text.slice(from, i);
      }
      if (cell.length > this.#limits.cell) return this.tooLarge('characters in a cell', cell.length, this.#limits.cell);
      cells.push(cell);
      if (cells.length > this.#limits.columns) return this.tooLarge('columns', cells.length, this.#limits.columns);
      const c = text.charCodeAt(i);
      if (i >= text.length) {
        if (!ended) return MORE;
        break;
      }
      if (c === separator) { i++; continue; }
      if (c === 0x0a) { i++; break; }
      if (c !== 0x0d) return this.#badQuote();
      if (i + 1 >= text.length && !ended) return MORE; // LF may follow
      i += text.charCodeAt(i + 1) === 0x0a ? 2 : 1;
      break;
    }
    this.#cells = cells;
    return i;
  }

  #badQuote(): Issue {
    return issue('input/csv-quote', this.#source, `/rows/${this.#row}`, { row: this.#row });
  }
}

function decode(decoder: InstanceType<typeof TextDecoder>, bytes?: Uint8Array): string | undefined {
  try {
    return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
  } catch {
    return undefined;
  }
}

function notBlank(cell: string): boolean {
  return cell !== '' && cell.trim() !== '';
}

/** The one of `,` tab `;` that the first row with text has most of outside quotes; comments are passed over. Empty: not known yet. */
function separatorOf(text: string, whole: boolean): string {
  const lines = text.slice(0, HEAD).split(/\r\n?|\n/);
  if (!whole) lines.pop();
  const line = lines.find((one) => one.trim() !== '' && !one.startsWith('#')) ?? (whole ? lines[0]! : undefined);
  if (line === undefined) return '';
  const bare = line.replace(/"[^"]*"/g, '');
  const count = (separator: string): number => bare.split(separator).length;
  const [comma, tab, semicolon] = [count(','), count('\t'), count(';')];
  return tab > comma && tab >= semicolon ? '\t' : semicolon > comma ? ';' : ',';
}
