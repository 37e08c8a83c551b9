/** The rows of a bill of materials, one by one: which are lines, which are totals, titles or parts left out, and what each says. */
import { readDecimal } from '../../base/decimal.ts';
import { type Issue, issue } from '../../base/issue.ts';
import { pointerOf } from '../../base/pointer.ts';
import { unitCode, unitOf } from '../../base/units.ts';
import type { Row } from '../table/sheet.ts';
import type { BillField } from '../workspace/config.ts';
import type { Bill, Column } from './columns.ts';
import { filled, indentOf, strayIndent } from './contents.ts';
import { countDesignators, singleDesignators } from './designators.ts';
import { fold, LEFT_OUT } from './headers.ts';
import { endsLeftOut, fitOf, isTotal, saysLeftOut } from './marks.ts';
import { saysNothing } from './origin.ts';

/** One source of a line. */
export interface Part { readonly maker?: string | undefined; readonly partNumber?: string | undefined; readonly country?: string | undefined; readonly countryHeader?: string | undefined }
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
  return reader;
}

/** Columns of remarks, where a part may be said to be left out. */
const REMARKS = new Set(['comment', 'comments', 'remark', 'remarks', 'note', 'notes', 'option', 'variant', 'assembly', '備註', '備考', '註記', '备注', 'bemerkung', 'bemerkungen', 'anmerkung', 'kommentar', 'hinweis', 'variante']);
/** Amounts that nobody counts. */
const AS_NEEDED = /^(?:a\/?r|as required|as needed|n\/?a|nach bedarf|依需求|適量)$/i;

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
  readonly #leaves: boolean;
  /** Columns besides a text that make a row with nothing but a text a title. */
  readonly #wide: boolean;
  /** Only a value says what a part is. */
  readonly #valued: boolean;

  constructor(bill: Bill, source: string) {
    this.#bill = bill;
    this.#source = source;
    const { columns, sources, header } = bill;
    const shown = new Set<BillField>(['designator', 'value', 'category', 'fit']);
    this.#used = new Set([...[...columns].filter(([field]) => !shown.has(field)).map(([, { at }]) => at), ...sources.flatMap(({ maker, partNumber, country }) => [maker, partNumber, country].flatMap((one) => (one ? [one.at] : [])))]);
    this.#remarks = header.cells.flatMap((cell, at) => (!this.#used.has(at) && REMARKS.has(fold(cell)) ? [at] : []));
    this.#valued = !columns.has('partNumber') && !columns.has('description');
    this.#leaves = LEFT_OUT.has(fold(columns.get('fit')?.header ?? ''));
    this.#wide = (['partNumber', 'quantity', 'designator', 'maker'] as const).filter((field) => columns.has(field)).length >= 2;
  }

  /** What stands in the table and is not read as what it may be. */
  look(): void {
    const { columns, rows, header, sources } = this.#bill;
    const missing = (['partNumber', 'maker'] as const).filter((field) => !columns.has(field));
    const unread = header.cells.flatMap((name, at) => (name.trim() !== '' && ![...columns.values()].some((one) => one.at === at) && !this.#used.has(at) && filled(rows, at).some((cell) => /\p{L}{2}/u.test(cell)) ? [name.trim()] : []));
    if (missing.length > 0 && unread.length > 0 && sources.length === 0) this.#say('input/column-not-found', '', { fields: missing.join(', '), unread: unread.slice(0, 20).join(', ') });
    if (columns.has('level') || columns.has('parent')) return;
    const stray = (['partNumber', 'description'] as const).map((field) => columns.get(field)).flatMap((one) => (one ? (strayIndent(rows, one.at) ?? []) : []))[0];
    if (stray !== undefined) this.#say('input/indented', `/rows/${stray}`, { row: stray });
  }

  #say(code: Issue['code'], pointer: string, params: Issue['params']): void {
    this.warnings.push(issue(code, this.#source, pointer, params));
  }

  /** `ended`: below a blank row, where totals and approvals stand; such a row is a line only with a part and a quantity. */
  read(row: Row, ended: boolean): void {
    const cell = (field: BillField): string | undefined => this.#cell(row, this.#bill.columns.get(field));
    const [maker, partNumber, description, designator, value, product] = [cell('maker'), cell('partNumber'), cell('description'), cell('designator'), cell('value'), cell('product')];
    const parts = this.#parts(row, { maker, partNumber, country: cell('country'), countryHeader: this.#bill.columns.get('country')?.header });
    const named = [maker, description, product, designator, this.#valued ? value : undefined].some((text) => text !== undefined) || parts.some((part) => part.partNumber !== undefined);
    const leftOut = this.#leftOut(row, cell);
    const { quantity, uom } = leftOut ? { quantity: undefined, uom: undefined } : this.#amount(row, ended || !named || this.#isTitle(row, partNumber, designator), designator);
    if (!named || (ended && quantity === undefined) || this.#isTitle(row, partNumber ?? product, designator)) return this.#warn('input/not-a-line', row, undefined, { row: row.row });
    const line = cell('line');
    const level = this.#level(row);
    const entry: Entry = {
      row: row.row, line, product, parts, more: [], name: oneLine(description ?? value ?? partNumber), quantity, uom, designator, category: cell('category'), description, level, parent: cell('parent'), leftOut, notes: this.#notes(row),
    };
    if (this.#isAlternate(entry)) return;
    if (leftOut) this.#warn('input/not-placed', row, undefined, { row: row.row, name: entry.name ?? designator ?? '' });
    else this.#compare(row, quantity, uom, designator);
    this.entries.push(entry);
    if (line === undefined) return;
    if (!this.#lines.has(line)) this.#lines.set(line, entry);
    else if (this.#bill.columns.get('line')?.why === 'header' && level === undefined && entry.parent === undefined) this.#warn('input/line-twice', row, 'line', { given: line, row: this.#lines.get(line)!.row });
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

  #fault(code: Issue['code'], row: Row, field: BillField, params: Issue['params']): undefined {
    const { source, pointer } = this.place(row.row, field);
    this.issues.push(issue(code, source, pointer, params));
    return undefined;
  }

  /** A total, the header once more, or a text alone among columns of parts. */
  #isTitle(row: Row, part: string | undefined, designator: string | undefined): boolean {
    const filled = row.cells.flatMap((cell, at) => (cell.trim() === '' ? [] : [at]));
    if (this.#bill.header.row > 0 && filled.every((at) => row.cells[at]!.trim() === (this.#bill.header.cells[at] ?? '').trim())) return true;
    if (part !== undefined && !isTotal(part)) return false;
    if (designator !== undefined && !isTotal(designator)) return false;
    return filled.some((at) => isTotal(row.cells[at]!)) || (this.#wide && filled.length === 1);
  }

  #leftOut(row: Row, cell: (field: BillField) => string | undefined): boolean {
    const fit = this.#bill.columns.get('fit');
    const [value, description] = [cell('value') ?? '', cell('description') ?? ''];
    return (fit !== undefined && fitOf(row.cells[fit.at] ?? '', this.#leaves) === 'left out')
      || [value, description, cell('quantity') ?? ''].some(saysLeftOut) || endsLeftOut(value) || endsLeftOut(description)
      || this.#remarks.some((at) => saysLeftOut(row.cells[at] ?? ''));
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
    const [, number = '', word = ''] = /^([0-9.]{1,40})\s*(\p{L}[\p{L}0-9.]{0,12})$/u.exec(text) ?? [];
    const inside = unitCode(word);
    const amount = readDecimal(number);
    if (inside !== undefined && 'value' in amount && (uom === undefined || uom === inside)) return { quantity: amount.value, uom: inside };
    return { quantity: quiet ? undefined : this.#fault(read.fault === 'ambiguous' ? 'input/ambiguous-number' : 'input/not-a-number', row, 'quantity', { given: text }), uom };
  }

  /** The row's own part, those of further columns, and those that stand below each other in one cell. */
  #parts(row: Row, own: Part): Part[] {
    const parts: Part[] = [...this.#stacked(row, own)];
    for (const { maker, partNumber, country } of this.#bill.sources) {
      const part: Part = { maker: oneLine(this.#cell(row, maker)), partNumber: oneLine(this.#cell(row, partNumber)), country: this.#cell(row, country), countryHeader: country?.header };
      if (part.maker === undefined && part.partNumber === undefined) continue;
      // The same number again, whose maker is not said, is no other source.
      if (!parts.some((one) => one.partNumber === part.partNumber && (part.maker === undefined || one.maker === part.maker))) parts.push(part);
    }
    // A line whose first source is empty is the second's.
    return parts.length > 1 && own.maker === undefined && own.partNumber === undefined ? parts.slice(1) : parts;
  }

  #stacked(row: Row, own: Part): Part[] {
    const split = (text: string | undefined): string[] => (text ?? '').split(/\r\n?|\n/).map((one) => one.trim()).filter((one) => one !== '');
    const [makers, numbers] = [split(own.maker), split(own.partNumber)];
    if (numbers.length > 1 && (makers.length === numbers.length || makers.length <= 1))
      return numbers.map((partNumber, i): Part => ({ maker: makers.length > 1 ? makers[i] : makers[0], partNumber, ...(i === 0 && { country: own.country, countryHeader: own.countryHeader }) }));
    if (makers.length > 1) this.#warn('input/uneven-alternates', row, 'maker', { makers: makers.length, parts: numbers.length });
    return [{ ...own, maker: oneLine(own.maker), partNumber: oneLine(own.partNumber) }];
  }

  /** A row that repeats a line's number with another part: no amount of its own, or the very same designators. */
  #isAlternate(entry: Entry): boolean {
    const line = entry.line === undefined ? undefined : this.#lines.get(entry.line);
    if (line === undefined || entry.leftOut || line.leftOut || line.level !== entry.level || line.parent !== entry.parent) return false;
    const called = ({ maker, partNumber }: Part): string => JSON.stringify([maker, partNumber]);
    const known = this.#parted.get(line) ?? new Set(line.parts.map(called));
    if (entry.parts.some((part) => part.partNumber === undefined || known.has(called(part)))) return false;
    const without = (entry.quantity === undefined || entry.quantity === '0') && entry.designator === undefined;
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

function oneLine(text: string | undefined): string | undefined {
  return text?.replace(/\s*[\r\n]+\s*/g, ' ');
}
