/**
 * CSV and TSV (RFC 4180 quoting) from bytes that come in pieces. The separator is a comma, a tab, a semicolon or a stroke (`|`), whichever
 * makes the first rows a table, whatever the file is called; a first row `sep=;` says it. Rows end in LF, CR LF or CR. A quote
 * inside an unquoted cell is a character (`5" propeller`). The encoding is encoding.ts's. All limits are counted while reading: a
 * line without an end is refused after `rowLength`, never collected. Rows without quotes take a fast path: about 0.3 us a row of
 * six short cells.
 */
import { type Issue, issue } from '../../base/issue.ts';
import type { FileInput } from '../file.ts';
import { type Encoding, likelyEncoding, markedEncoding } from './encoding.ts';
import { type Row, type Sheets, TABLE_LIMITS, type TableLimits } from './sheet.ts';

/** `encoding`: what the workspace says that it is; nothing is then looked at. */
export function readDelimited(file: FileInput, source: string, limits: TableLimits = TABLE_LIMITS, encoding?: Encoding): Sheets {
  const read = (as: Encoding): Sheets | undefined => {
    const rows: Row[] = [];
    const reader = new Reader(source, limits, rows, as);
    const fault = reader.read(file);
    if (fault === 'not this encoding') return undefined;
    return fault ? { value: [], issues: [fault] } : { value: rows.length > 0 ? [{ name: '', rows }] : [], issues: [] };
  };
  const refuse = (given: string): Sheets => ({ value: [], issues: [issue('input/encoding', source, '', { given })] });
  if (file.size > limits.bytes) return { value: [], issues: [issue('input/too-large', source, '', { what: 'bytes', count: file.size, limit: limits.bytes })] };
  if (encoding !== undefined) return read(encoding) ?? refuse(`not ${encoding}`);
  const marked = markedEncoding(headOf(file));
  if (marked === 'utf-32' || marked === 'zeros') return refuse(marked === 'zeros' ? 'full of zero bytes' : 'UTF-32');
  if (marked !== undefined) return read(marked) ?? refuse(`not the ${marked} that its first bytes say`);
  const plain = read('utf-8');
  if (plain !== undefined) return plain;
  const likely = likelyEncoding(file);
  const guessed = likely && read(likely);
  return guessed ? { ...guessed, warnings: [issue('input/encoding-assumed', source, '', { given: likely! })] } : refuse('neither UTF-8 nor UTF-16, nor plainly another');
}

function headOf(file: FileInput): Uint8Array {
  for (const piece of file.chunks()) if (piece.length > 0) return piece.slice(0, 4096);
  return new Uint8Array();
}

const MORE = -1;
/** The last row of a spreadsheet; blank rows count here too. */
const MAX_ROW = 1 << 20;
/** The separator is told from so much. */
const HEAD = 64 << 10;

class Reader {
  readonly #source: string;
  readonly #limits: TableLimits;
  readonly #rows: Row[];
  #row = 0;
  #separator = '';
  /** The row that `#quoted` read. */
  #cells: string[] = [];
  readonly #encoding: Encoding;

  constructor(source: string, limits: TableLimits, rows: Row[], encoding: Encoding) {
    this.#source = source;
    this.#limits = limits;
    this.#rows = rows;
    this.#encoding = encoding;
  }

  read(file: FileInput): Issue | 'not this encoding' | undefined {
    const decoder = new TextDecoder(this.#encoding, { fatal: true });
    let rest = '';
    let size = 0;
    for (const bytes of file.chunks()) {
      size += bytes.length;
      if (size > this.#limits.bytes) return this.#tooLarge('bytes', size, this.#limits.bytes);
      const text = decode(decoder, bytes);
      if (text === undefined) return 'not this encoding';
      const left = this.#take(rest + text, false);
      if (typeof left !== 'string') return left;
      rest = left;
    }
    const last = decode(decoder);
    if (last === undefined) return 'not this encoding';
    const left = this.#take(rest + last, true);
    return typeof left === 'string' ? undefined : left;
  }

  #tooLarge(what: string, count: number, limit: number): Issue {
    return issue('input/too-large', this.#source, this.#row ? `/rows/${this.#row}` : '', { what, count, limit });
  }

  /** Takes whole rows from the text; returns what is left of it, or a fault. */
  #take(text: string, ended: boolean): string | Issue {
    let at = 0;
    if (this.#separator === '') {
      if (!ended && text.length < HEAD) return text; // how the file comes in pieces must not matter
      const said = /^\ufeff?"?sep=([,;|\t])"?(\r\n|\n|\r)/i.exec(text.slice(0, 16));
      this.#separator = said?.[1] ?? separatorOf(text, ended);
      if (said) {
        at = said[0].length;
        this.#row++;
      }
    }
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
      return this.#tooLarge('characters in a row', text.length - at, this.#limits.rowLength);
    }
    return text.slice(at);
  }

  #add(cells: string[]): Issue | undefined {
    this.#row++;
    if (this.#row > MAX_ROW) return this.#tooLarge('rows, blank ones counted', this.#row, MAX_ROW);
    if (cells.length > this.#limits.columns) return this.#tooLarge('columns', cells.length, this.#limits.columns);
    if (!cells.some(notBlank)) return undefined;
    if (this.#rows.length >= this.#limits.rows) return this.#tooLarge('rows', this.#rows.length + 1, this.#limits.rows);
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
            if (text.length - i > this.#limits.cell) return this.#tooLarge('characters in a cell', text.length - i, this.#limits.cell);
            return ended ? this.#badQuote() : MORE;
          }
          cell += text.slice(i + 1, quote);
          i = quote + 1;
          if (text.charCodeAt(i) !== 0x22) break;
          cell += '"';
          if (cell.length > this.#limits.cell) return this.#tooLarge('characters in a cell', cell.length, this.#limits.cell);
        }
        if (i >= text.length && !ended) return MORE; // the next piece may begin with the second quote of a pair
      } else {
        const from = i;
        for (let c = text.charCodeAt(i); i < text.length && c !== separator && c !== 0x0a && c !== 0x0d; c = text.charCodeAt(++i));
        cell = text.slice(from, i);
      }
      if (cell.length > this.#limits.cell) return this.#tooLarge('characters in a cell', cell.length, this.#limits.cell);
      cells.push(cell);
      if (cells.length > this.#limits.columns) return this.#tooLarge('columns', cells.length, this.#limits.columns);
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

/**
 * The one of `,` tab `;` `|` under which the first rows are most of a table: rows with equally many cells.
 * Comments are passed over, and what is quoted counts as a letter: a row of quoted cells alone is no blank one. The last row may be cut off.
 */
function separatorOf(text: string, whole: boolean): string {
  const lines = text.slice(0, HEAD).replace(/"[^"]*"/g, 'q').split(/\r\n?|\n/);
  if ((!whole || text.length > HEAD) && lines.length > 1) lines.pop();
  const rows = lines.filter((one) => one.trim() !== '' && !one.startsWith('#')).slice(0, 200);
  const most = [',', '\t', ';', '|'].map((separator) => {
    const counts = new Map<number, number>();
    for (const row of rows) {
      const count = row.split(separator).length;
      if (count > 1) counts.set(count, (counts.get(count) ?? 0) + 1);
    }
    return Math.max(0, ...[...counts].map(([cells, many]) => (cells - 1) * many * many));
  });
  const [comma, tab, semicolon, stroke] = most as [number, number, number, number];
  if (stroke > Math.max(comma, tab, semicolon) && rows[0]!.includes('|')) return '|'; // tables have it between the members of a list
  return tab > 0 && tab >= comma && tab >= semicolon ? '\t' : semicolon > comma ? ';' : ',';
}
