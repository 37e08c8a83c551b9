/** The rows of a bill of materials, one by one: which are lines, which are totals, titles or parts left out, and what each says. */
import { isDecimal, readDecimal } from '../../base/decimal.ts';
import { type Issue, issue } from '../../base/issue.ts';
import { pointerOf } from '../../base/pointer.ts';
import { unitCode, unitOf } from '../../base/units.ts';
import type { Row } from '../table/sheet.ts';
import type { BillField } from '../workspace/config.ts';
import { COUNTRY_COLUMNS, maybeChina, saysCountries } from '../workspace/unread-countries.ts';
import type { Bill, Column } from './columns.ts';
import { filled, indentOf, isCountryColumn, strayIndent } from './contents.ts';
import { areDesignators, countDesignators, singleDesignators } from './designators.ts';
import { fold, isHeader, LEFT_OUT, saysMaker, VAGUE } from './headers.ts';
import { endsLeftOut, fitOf, isSignature, isTotal, maybeLeftOut, saysLeftOut } from './marks.ts';
import { isLevel } from './levels.ts';
import { originsOf, saysNothing } from './origin.ts';
import { oneLine, type Part, PartReader } from './parts.ts';

export interface Entry {
  readonly row: number;
  readonly line: string | undefined;
  readonly product: string | undefined;
  /** The first is the line's own; the others are alternates. At least one. */
  readonly parts: Part[];
  /** Rows that added an alternate. */
  readonly more: number[];
  readonly name: string | undefined;
  readonly quantity: string | undefined;
  readonly uom: string | undefined;
  readonly designator: string | undefined;
  readonly category: string | undefined;
  readonly description: string | undefined;
  readonly level: string | undefined;
  readonly parent: string | undefined;
  readonly leftOut: boolean;
  readonly notes: readonly (readonly [string, string])[];
}
export interface Entries { readonly entries: readonly Entry[]; readonly issues: readonly Issue[]; readonly warnings: readonly Issue[] }

export function entriesOf(bill: Bill, source: string): Entries {
  const reader = new EntryReader(bill, source);
  let before = bill.header.row;
  let ended = false;
  reader.look();
  for (const row of bill.rows) {
    ended ||= row.row > before + 1 && before > bill.header.row; // a blank row ends a bill, unless a line follows it
    before = row.row;
    reader.read(row, ended);
  }
  reader.end();
  return reader;
}

/** `3, 8, 10-12`. */
function rowsInWords(rows: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const row of rows) {
    const last = ranges.at(-1);
    if (last && row === last[1] + 1) last[1] = row;
    else ranges.push([row, row]);
  }
  return ranges.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`)).join(', ');
}

/** Columns of remarks, where a part may be said to be left out. */
const REMARKS = new Set(['comment', 'comments', 'remark', 'remarks', 'note', 'notes', 'option', 'variant', 'assembly', '備註', '備考', '註記', '备注', 'bemerkung', 'bemerkungen', 'anmerkung', 'kommentar', 'hinweis', 'variante']);
/** Amounts that nobody counts. */
const AS_NEEDED = /^(?:a\/?r|as required|as needed|n\/?a|nach bedarf|依需求|適量|适量|若干|適宜)$/i;

/** No firm is called so. */
const NUMBER_ALONE = /^[$€£¥]?\d+(?:[.,]\d+)*$/;

/** What a spreadsheet program writes where a formula fails. */
const CELL_ERROR = /^#(?:n\/a|ref!|value!|name\?|div\/0!|num!|null!|spill!|calc!|error!?|getting_data)$/i;
const DATE = /^\d{1,4}[-/.年]\d{1,2}[-/.月]\d{1,4}日?(?:\s|$)/;

class EntryReader implements Entries {
  readonly entries: Entry[] = [];
  readonly issues: Issue[] = [];
  readonly warnings: Issue[] = [];
  readonly #bill: Bill;
  readonly #source: string;
  readonly #lines = new Map<string, Entry>();
  /** Parts of a line that has alternates in rows of their own. */
  readonly #parted = new Map<Entry, Set<string>>();
  readonly #remarks: readonly number[];
  readonly #used: ReadonlySet<number>;
  /** Columns of what a line rests on: an error of a spreadsheet there is a fault. */
  readonly #facts: ReadonlySet<number>;
  readonly #parts: PartReader;
  /** Once a column, and once for all cells that stand under no header. */
  readonly #said = new Set<string>();
  readonly #leaves: boolean;
  /** What the column about fitting may be besides. */
  readonly #fitting: 'any status' | 'no numbers' | 'fitting';
  /** Columns besides a text that make a row with nothing but a text a title. */
  readonly #wide: boolean;
  /** Only a value says what a part is. */
  readonly #valued: boolean;
  /** More than half of the amounts are numbers. */
  readonly #counted: boolean;
  /** The makers are names. */
  readonly #madeByNames: boolean;

  constructor(bill: Bill, source: string) {
    this.#bill = bill;
    this.#source = source;
    const { columns, sources, claims, alternates, header } = bill;
    const shown = new Set<BillField>(['designator', 'value', 'category', 'fit']);
    const further = [...sources.flatMap(({ maker, partNumber, country }) => [maker, partNumber, country].flatMap((one) => one ?? [])), ...claims.maker, ...claims.country];
    this.#used = new Set([...[...columns].filter(([field]) => !shown.has(field)).map(([, { at }]) => at), ...further.map(({ at }) => at)]);
    this.#facts = new Set([...[...columns].filter(([field]) => field !== 'uom' && field !== 'fit').map(([, { at }]) => at), ...further.map(({ at }) => at)]);
    this.#remarks = header.cells.flatMap((cell, at) => (!this.#used.has(at) && REMARKS.has(fold(cell)) ? [at] : []));
    this.#valued = !columns.has('partNumber') && !columns.has('description');
    const fit = columns.get('fit');
    const counts = fit !== undefined && filled(bill.rows, fit.at).some((cell) => /^\d+$/.test(cell) && Number(cell) > 1);
    this.#fitting = fit?.why === 'header' && fold(fit.header) === 'status' ? 'any status' : counts || (fit?.why === 'header' && VAGUE.has(fold(fit.header))) ? 'no numbers' : 'fitting';
    this.#leaves = LEFT_OUT.has(fold(columns.get('fit')?.header ?? ''));
    const words = header.cells.flatMap((_, at) => (this.#facts.has(at) || alternates.some((one) => one.at === at) ? [] : [at]));
    this.#parts = new PartReader(bill, source, [...(['description', 'value'] as const).flatMap((field) => columns.get(field)?.at ?? []), ...words]);
    const amounts = columns.get('quantity');
    const stated = amounts === undefined ? [] : filled(bill.rows, amounts.at);
    this.#counted = stated.filter((cell) => isDecimal(cell.replace(/\s*\p{L}+$/u, ''))).length > stated.length / 2;
    const by = columns.get('maker');
    const makers = by === undefined ? [] : filled(bill.rows, by.at);
    this.#madeByNames = makers.filter((one) => NUMBER_ALONE.test(one)).length * 2 < makers.length;
    this.#wide = (['partNumber', 'quantity', 'designator', 'maker'] as const).filter((field) => columns.has(field)).length >= 2;
  }

  /** What stands in the table and is not read as what it may be. */
  look(): void {
    const { columns, rows, header, sources } = this.#bill;
    const missing = (['partNumber', 'maker'] as const).filter((field) => !columns.has(field));
    const unread = header.cells.flatMap((name, at) => (name.trim() !== '' && ![...columns.values()].some((one) => one.at === at) && !this.#used.has(at) && filled(rows, at).some((cell) => /\p{L}{2}/u.test(cell)) ? [name.trim()] : []));
    if (this.#bill.above !== undefined) this.issues.push(issue('input/second-header', this.#source, `/rows/${this.#bill.above}`, { row: header.row, first: this.#bill.above }));
    const { linesAbove = [], listedTwice, several = [] } = this.#bill;
    if (several.length > 0) this.issues.push(issue('input/bills-of-several', this.#source, `/rows/${several[1]}`, { rows: rowsInWords(several) }));
    if (linesAbove.length > 0) (linesAbove.length > 1 ? this.issues : this.warnings).push(issue('input/lines-above', this.#source, `/rows/${linesAbove[0]}`, { rows: linesAbove.join(', '), header: header.row }));
    if (listedTwice !== undefined) this.#say('input/listed-twice', `/rows/${listedTwice}`, { row: listedTwice });
    this.#unreadCountries();
    this.#swissCodes();
    const makers = missing.includes('maker') ? [] : unread.filter((name) => saysMaker(fold(name)));
    if (makers.length > 0) this.#say('input/maker-not-read', '', { unread: makers.join(', '), column: columns.get('maker')?.header ?? '' });
    if (missing.length > 0 && unread.length > 0 && sources.length === 0) this.#say('input/column-not-found', '', { fields: missing.join(', '), unread: unread.slice(0, 20).join(', ') });
    if (columns.has('level') || columns.has('parent')) return;
    const stray = (['partNumber', 'description'] as const).map((field) => columns.get(field)).flatMap((one) => (one ? (strayIndent(rows, one.at) ?? []) : []))[0];
    if (stray !== undefined) this.#say('input/indented', `/rows/${stray}`, { row: stray });
  }

  /** Countries in a column that is not read as the parts' origin: of a vendor, a wafer, a maker. */
  #unreadCountries(): void {
    const { header, rows, alternates } = this.#bill;
    header.cells.forEach((name, at) => {
      if (name.trim() === '' || this.#facts.has(at) || alternates.some((one) => one.at === at)) return;
      const cells = filled(rows, at);
      const example = saysCountries(name) || isCountryColumn(rows, at) ? cells.find((cell) => originsOf(cell) !== undefined) : undefined;
      if (example !== undefined) this.#say('input/unread-country', pointerOf('rows', header.row, name.trim()), { given: name.trim(), example, options: COUNTRY_COLUMNS });
    });
  }

  #swissCodes(): void {
    const { header, rows, columns, claims, sources } = this.#bill;
    for (const at of new Set([columns.get('country'), ...claims.country, ...sources.map(({ country }) => country)].flatMap((column) => column?.at ?? []))) {
      const row = rows[maybeChina(rows.map(({ cells }) => cells[at] ?? ''))];
      if (row !== undefined) this.#say('input/maybe-china', pointerOf('rows', row.row, (header.cells[at] ?? '').trim()), { given: row.cells[at]!.trim() });
    }
  }

  #say(code: Issue['code'], pointer: string, params: Issue['params']): void {
    this.warnings.push(issue(code, this.#source, pointer, params));
  }

  /** `ended`: below a blank row, where totals and approvals stand; such a row is a line only if it looks like one. */
  read(row: Row, ended: boolean): void {
    const cell = (field: BillField): string | undefined => this.#cell(row, this.#bill.columns.get(field));
    if (!isDecimal(cell('quantity') ?? '') && isHeader(row) && !this.#isHeaderAgain(row)) return this.#fault('input/second-header', row, undefined, { row: row.row, first: this.#bill.header.row });
    if (row.cells.some((text, at) => text.includes('\n') && holdsRows(text, at, this.#bill.header.cells.length - 1))) return this.#fault('input/csv-quote', row, undefined, { row: row.row });
    const [maker, partNumber, description, designator, value, product] = [cell('maker'), cell('partNumber'), cell('description'), cell('designator'), cell('value'), cell('product')];
    const read = this.#parts.read(row);
    const moved = maker !== undefined && this.#madeByNames && NUMBER_ALONE.test(maker);
    // Where a cell is missing, the columns after it hold each other's: of such a row nothing is believed but what it is called.
    const parts = moved ? [{ ...read.parts[0], maker: undefined, partNumber: undefined, origins: [], otherMakers: [] }] : read.parts;
    const warnings = moved ? [issue('input/moved-cells', this.#source, this.place(row.row, 'maker').pointer, { row: row.row, given: maker })] : read.warnings;
    const amount = moved ? undefined : cell('quantity');
    const named = [maker, description, product, designator, this.#valued || amount !== undefined ? value : undefined].some((text) => text !== undefined)
      || parts.some((part) => part.partNumber !== undefined || part.maker !== undefined) || partNumber !== undefined || (amount !== undefined && this.#saysMore(row));
    const leftOut = this.#leftOut(row, cell);
    const quiet = (ended && !this.#looksLikePart(row, parts, cell)) || !named || this.#isTitle(row, partNumber, designator);
    const { quantity, uom } = leftOut || moved ? { quantity: undefined, uom: undefined } : this.#amount(row, quiet, designator);
    if (!named || (quiet && quantity === undefined) || this.#isTitle(row, partNumber ?? product, designator)) return void this.#noLines.push(row.row);
    const line = cell('line');
    const level = this.#level(row);
    const entry: Entry = {
      row: row.row, line, product, parts, more: [], name: this.#called(description, value, partNumber), quantity, uom, designator, category: cell('category'), description, level, parent: cell('parent'), leftOut, notes: this.#notes(row),
    };
    this.#sayOnce(row, warnings);
    if (this.#isAlternate(entry)) return;
    if (leftOut) this.#warn('input/not-placed', row, undefined, { row: row.row, name: entry.name ?? designator ?? '' });
    else this.#compare(row, quantity, uom, designator);
    this.entries.push(entry);
    if (line === undefined) return;
    if (!this.#lines.has(line)) this.#lines.set(line, entry);
    else if (this.#bill.columns.get('line')?.why === 'header' && level === undefined && entry.parent === undefined) this.#warn('input/line-twice', row, 'line', { given: line, row: this.#lines.get(line)!.row });
  }

  /** `100 nF, capacitor`: where the description says only what kind of part it is and no number does, its value says which. */
  #called(description: string | undefined, value: string | undefined, partNumber: string | undefined): string | undefined {
    const [text, more] = [oneLine(description), oneLine(value)];
    if (text === undefined || more === undefined || partNumber !== undefined || text.length + more.length > 120) return text ?? more ?? oneLine(partNumber);
    const bare = (one: string): string => one.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}.%]+/gu, '');
    return bare(text).includes(bare(more)) ? text : `${more}, ${text}`;
  }

  readonly #noLines: number[] = [];
  /** What stands at the end of the warnings: rows that are no lines, each by itself where they are few. */
  end(): void {
    const rows = this.#noLines;
    if (rows.length > 3) this.#say('input/not-lines', `/rows/${rows[0]}`, { count: rows.length, rows: rowsInWords(rows) });
    else for (const row of rows) this.#say('input/not-a-line', `/rows/${row}`, { row });
  }

  /** What was seen in a row that is a line. */
  #sayOnce(row: Row, warnings: readonly Issue[]): void {
    for (const one of warnings) {
      if (one.code === 'input/alternates-in-words') {
        if (this.#said.has(String(one.params.given))) continue;
        this.#said.add(String(one.params.given));
      }
      this.warnings.push(one);
    }
    const { header } = this.#bill;
    for (const [at, text] of row.cells.entries()) {
      if (this.#facts.has(at) && CELL_ERROR.test(text.trim())) this.#fault('input/cell-error', row, header.cells[at]!.trim(), { given: text.trim() });
      if ((header.cells[at] ?? '').trim() !== '' || this.#facts.has(at) || this.#said.has('') || !/[\p{L}\p{N}]/u.test(text)) continue;
      this.#said.add('');
      this.#warn('input/cell-without-header', row, undefined, { row: row.row, given: text.trim().slice(0, 80) });
    }
  }

  /** Does a row below the end of a bill say what a part says: an amount, a place on the board, a country, a number with a digit in it beside other words? */
  #looksLikePart(row: Row, parts: readonly Part[], cell: (field: BillField) => string | undefined): boolean {
    const [amount, designator, country] = [cell('quantity'), cell('designator'), cell('country')];
    if ((amount !== undefined && AS_NEEDED.test(amount)) || (designator !== undefined && areDesignators(designator)) || (country !== undefined && originsOf(country) !== undefined)) return true;
    const texts = [cell('maker'), cell('partNumber'), cell('description')].flatMap((one) => one ?? []);
    const level = this.#bill.columns.get('level');
    if (level !== undefined && level.why !== 'indent' && texts.length > 0 && isLevel(cell('level') ?? '')) return true;
    return texts.length > 1 && !texts.some((one) => DATE.test(one)) && !this.#isTitle(row, undefined, undefined) && parts.some(({ partNumber }) => partNumber !== undefined && /\d/.test(partNumber) && !/\s.*\s/.test(partNumber));
  }

  /** Words in a column that is not read, besides prices. */
  #saysMore(row: Row): boolean {
    return row.cells.some((text, at) => !this.#facts.has(at) && (this.#bill.header.cells[at] ?? '').trim() !== '' && /\p{L}/u.test(text.replace(/\b(?:USD|TWD|NTD?|EUR|CNY|RMB|JPY|GBP)\b/gi, '')) && unitCode(text.trim()) === undefined);
  }

  /** Trimmed; nothing where it says nothing. */
  #cell(row: Row, column: Column | undefined): string | undefined {
    const text = column === undefined ? '' : (row.cells[column.at] ?? '').trim();
    return saysNothing(text) ? undefined : text;
  }

  /** Blanks before a text are its level where the bill is indented. */
  #level(row: Row): string | undefined {
    const column = this.#bill.columns.get('level');
    if (column?.why !== 'indent') return this.#cell(row, column);
    return String(indentOf(row.cells[column.at] ?? ''));
  }

  place(row: number, field?: BillField): Issue['at'] {
    const header = field && this.#bill.columns.get(field)?.header;
    return { source: this.#source, pointer: pointerOf('rows', row, ...(header === undefined ? [] : [header])) };
  }

  #warn(code: Issue['code'], row: Row, field: BillField | undefined, params: Issue['params']): void {
    const { source, pointer } = this.place(row.row, field);
    this.warnings.push(issue(code, source, pointer, params));
  }

  /** `column`: a field, or a header as it stands. */
  #fault(code: Issue['code'], row: Row, column: string | undefined, params: Issue['params']): undefined {
    const header = this.#bill.columns.get(column as BillField)?.header ?? column;
    this.issues.push(issue(code, this.#source, pointerOf('rows', row.row, ...(header === undefined ? [] : [header])), params));
    return undefined;
  }

  /** A total, the header once more, or a text alone among columns of parts. */
  #isTitle(row: Row, part: string | undefined, designator: string | undefined): boolean {
    if (this.#isHeaderAgain(row)) return true;
    const { columns } = this.#bill;
    if (this.#cell(row, columns.get('quantity')) === undefined && designator === undefined && row.cells.some(isSignature)) return true;
    if (part !== undefined && !isTotal(part)) return false;
    const filled = row.cells.flatMap((cell, at) => (cell.trim() === '' ? [] : [at]));
    if (designator !== undefined && !isTotal(designator)) return filled.length === 1 && columns.size > 1 && /\p{L}{3}/u.test(designator) && !/\d/.test(designator) && /\p{Ll}{3}|\s/u.test(designator);
    const [maker, description] = (['maker', 'description'] as const).map((field) => columns.get(field)?.at);
    const words = (at: number | undefined): boolean => at !== undefined && /\p{L}{2}/u.test(row.cells[at] ?? '') && !isTotal(row.cells[at]!);
    return filled.some((at) => isTotal(row.cells[at]!) && !(at === maker && words(description))) || (this.#wide && filled.length === 1);
  }

  #isHeaderAgain(row: Row): boolean {
    const { header } = this.#bill;
    return header.row > 0 && row.cells.every((cell, at) => cell.trim() === '' || cell.trim() === (header.cells[at] ?? '').trim());
  }

  #leftOut(row: Row, cell: (field: BillField) => string | undefined): boolean {
    const fit = this.#bill.columns.get('fit');
    const fitted = fit === undefined ? '' : (row.cells[fit.at] ?? '');
    const texts = [cell('value') ?? '', cell('description') ?? ''];
    const remarks = this.#remarks.map((at) => row.cells[at] ?? '');
    const sure = this.#notOfFitting(fitted) ? 'unclear' : fitOf(fitted, this.#leaves);
    if ((fit !== undefined && sure === 'left out') || [...texts, cell('quantity') ?? '', ...remarks].some(saysLeftOut)) return true;
    if (/^(?:dnp|dai nippon)(?:[\s,.]|$)/i.test(cell('maker') ?? '')) return false; // a maker of that name
    if (texts.some(endsLeftOut)) return true;
    const doubtful = [...(sure === 'unclear' ? [fitted] : []), ...texts, ...remarks].find((text) => maybeLeftOut(text)) ?? (sure === 'unclear' && fitOf(fitted, this.#leaves) !== 'placed' && /^\s*(?:[-\u2010-\u2015]|\d|no?|x|y(?:es)?|false|true|否|是)\s*$/i.test(fitted) ? fitted : undefined);
    if (doubtful !== undefined) this.#warn('input/maybe-left-out', row, undefined, { row: row.row, words: doubtful.trim().slice(0, 80) });
    return false;
  }

  /** A number in a column that counts, or under a header that may mean a place; `no` in a column of any status. */
  #notOfFitting(cell: string): boolean {
    if (saysLeftOut(cell)) return false;
    const text = cell.trim();
    return this.#fitting === 'any status' ? /^(?:no?|false|0|否|nein)$/i.test(text) : this.#fitting === 'no numbers' && /^\d+$/.test(text);
  }

  /** `2`, `2 pcs`, or as many as there are designators. */
  #amount(row: Row, quiet: boolean, designator: string | undefined): { quantity: string | undefined; uom: string | undefined } {
    const stated = this.#cell(row, this.#bill.columns.get('uom'));
    const text = this.#cell(row, this.#bill.columns.get('quantity'));
    const uom = stated === undefined || quiet ? undefined : (unitCode(stated) ?? this.#fault('input/unknown-unit', row, 'uom', { given: stated }));
    if (text === undefined || AS_NEEDED.test(text)) {
      const count = text === undefined && designator !== undefined ? countDesignators(designator) : undefined;
      return { quantity: count && count.least === count.most ? String(count.least) : undefined, uom };
    }
    const read = readDecimal(text);
    if ('value' in read) return { quantity: read.value, uom };
    const [, before, behind] = /^(?:[x×*]\s*(\d{1,9})|(\d{1,9})\s*[x×*])$/i.exec(text) ?? [];
    if (before ?? behind) return { quantity: before ?? behind, uom };
    const [, number = '', word = ''] = /^([0-9.]{1,40})\s*(\p{L}[\p{L}0-9.]{0,12})$/u.exec(text) ?? [];
    const inside = unitCode(word);
    const amount = readDecimal(number);
    if (inside !== undefined && 'value' in amount && (uom === undefined || uom === inside)) return { quantity: amount.value, uom: inside };
    // In a column of amounts a cell in words leaves its own line's open. Not where cells are one too many: a comma has moved them.
    if (!quiet && read.fault !== 'ambiguous' && inside === undefined && this.#counted && row.cells.every((cell, at) => at < this.#bill.header.cells.length || cell.trim() === '')) {
      this.#warn('input/open-amount', row, 'quantity', { row: row.row, given: text.slice(0, 40) });
      return { quantity: undefined, uom };
    }
    return { quantity: quiet ? undefined : this.#fault(read.fault === 'ambiguous' ? 'input/ambiguous-number' : 'input/not-a-number', row, 'quantity', { given: text }), uom };
  }

  /**
   * A row that repeats a line's number with another part: no amount of its own, or the very same designators. In a tree also one that
   * says nothing but a maker and a number, below the row of which it is another.
   */
  #isAlternate(entry: Entry): boolean {
    const last = this.entries.at(-1);
    const bare = last !== undefined && this.#bill.columns.has('level') && entry.level === undefined && entry.line === undefined && entry.quantity === undefined && entry.designator === undefined && entry.description === undefined;
    const line = bare ? last : entry.line === undefined ? undefined : this.#lines.get(entry.line);
    if (line === undefined || entry.leftOut || (line.leftOut && !bare) || (!bare && (line.level !== entry.level || line.parent !== entry.parent))) return false;
    const called = ({ maker, partNumber }: Part): string => JSON.stringify([maker, partNumber]);
    const known = this.#parted.get(line) ?? new Set(line.parts.map(called));
    if (entry.parts.some((part) => part.partNumber === undefined || known.has(called(part)))) return false;
    const { columns } = this.#bill;
    const without = (columns.has('quantity') || columns.has('designator')) && (entry.quantity === undefined || entry.quantity === '0') && entry.designator === undefined;
    const same = entry.designator !== undefined && entry.designator === line.designator;
    if (!without && !same) return false;
    for (const part of entry.parts) known.add(called(part));
    this.#parted.set(line, known);
    line.parts.push(...entry.parts);
    line.more.push(entry.row);
    return true;
  }

  /** Columns that are no field stay with the line, and what was read as a fact of another kind. */
  #notes(row: Row): [string, string][] {
    return this.#bill.header.cells
      .map((header, at): [string, string] => [header.trim(), (row.cells[at] ?? '').trim()])
      .filter(([header, text], at) => header !== '' && text !== '' && !this.#used.has(at));
  }

  readonly #at = new Map<string, number>();

  #compare(row: Row, quantity: string | undefined, uom: string | undefined, designator: string | undefined): void {
    if (designator === undefined) return;
    const count = countDesignators(designator);
    const counted = uom === undefined || unitOf(uom)?.dimension === 'count';
    if (count === undefined) this.#warn('input/bad-designators', row, 'designator', { given: designator.slice(0, 80) });
    else if (quantity !== undefined && counted && (Number(quantity) < count.least || Number(quantity) > count.most || (quantity !== String(count.least) && quantity !== String(count.most))))
      this.#warn('input/quantity-differs', row, 'quantity', { quantity, count: count.least === count.most ? count.least : `${count.least} / ${count.most}` });
    if (this.#bill.columns.has('level') || this.#bill.columns.has('parent')) return; // two boards may both have an R1
    for (const one of new Set(singleDesignators(designator))) {
      const before = this.#at.get(one);
      if (before === undefined) this.#at.set(one, row.row);
      else if (before !== row.row) this.#warn('input/designator-twice', row, 'designator', { given: one, row: before });
    }
  }
}

/**
 * A quotation mark that stands alone opens a cell which the next one closes, rows below: it holds the rest of its row, whole rows and the
 * beginning of another. `ends`: the number of the last column, from 0.
 */
function holdsRows(cell: string, at: number, ends: number): boolean {
  return ends > 2 && [',', ';', '\t', '|'].some((separator) => {
    if (!cell.includes(separator) || cell.includes(`${separator} `)) return false;
    const counts = cell.split('\n').map((line) => line.split(separator).length - 1);
    return counts[0] === ends - at && counts.at(-1) === at && counts.slice(1, -1).every((count) => count === ends);
  });
}
