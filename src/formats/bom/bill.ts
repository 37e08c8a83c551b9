/**
 * The rows of a plain bill of materials to records: a party for each spelling of a maker, a product for each part, a line,
 * and for a country of origin a recipe that is the sole one of its product. Nothing else is concluded: roles stay unknown,
 * and two spellings are two parties until someone judges them the same (docs/semantics.md 1.4).
 */
import { readDecimal } from '../../base/decimal.ts';
import { type Issue, issue } from '../../base/issue.ts';
import { pointerOf } from '../../base/pointer.ts';
import { unitCode } from '../../base/units.ts';
import type { Id, Line, Party, Product, Recipe } from '../../model/record.ts';
import { plain } from '../../text/plain.ts';
import { isId } from '../workspace/cell.ts';
import type { BillField } from '../workspace/config.ts';
import { closed, type Draft } from '../workspace/draft.ts';
import type { Row } from '../table/sheet.ts';
import type { Bill } from './columns.ts';
import { originsOf, saysNothing } from './origin.ts';

export interface BillIds { readonly source: string; readonly recipe: Id; readonly product: Id }

export function billRecords(bill: Bill, ids: BillIds, draft: Draft): void {
  const reader = new BillReader(bill, ids, draft);
  let before = bill.header.row;
  let ended = false;
  for (const row of bill.rows) {
    ended ||= row.row > before + 1 && before > bill.header.row; // a blank row ends a bill, unless a line follows it
    before = row.row;
    reader.read(row, ended);
  }
}

/** An id made of a user's text: what cannot stand in an id is escaped, so that different texts stay different. */
export function idPart(text: string): string {
  return plain(text.trim()).replaceAll('|', '\\u{7c}');
}

class BillReader {
  readonly #bill: Bill;
  readonly #ids: BillIds;
  readonly #draft: Draft;
  readonly #made = new Set<Id>();
  readonly #lines = new Set<string>();

  constructor(bill: Bill, ids: BillIds, draft: Draft) {
    this.#bill = bill;
    this.#ids = ids;
    this.#draft = draft;
    for (const { id } of draft.records) this.#made.add(id);
  }

  /** `ended`: below a blank row, where totals and approvals stand; such a row is a line only with a part and a quantity. */
  read(row: Row, ended: boolean): void {
    const cell = (field: BillField): string | undefined => this.#cell(row, field);
    const [maker, partNumber, description, designator, value] = [cell('maker'), cell('partNumber'), cell('description'), cell('designator'), cell('value')];
    const quantity = this.#quantity(row, ended);
    const named = [partNumber, description, cell('product'), designator].some((text) => text !== undefined) || maker !== undefined;
    if (!named || (ended && quantity === undefined)) {
      this.#draft.warnings.push(issue('input/not-a-line', this.#ids.source, `/rows/${row.row}`, { row: row.row }));
      return;
    }
    const line = this.#lineName(row, cell('line'));
    const name = description ?? value ?? partNumber;
    const makerId = maker === undefined ? undefined : this.#party(row, maker);
    const product = this.#product(row, { stated: cell('product'), makerId, maker, partNumber, name, line });
    if (product === undefined) return;
    this.#origins(row, product);
    const notes = this.#notes(row);
    this.#keep<Line>({
      kind: 'line', ...this.#common(row, `${this.#ids.recipe}#${line}`), recipe: this.#ids.recipe, line, options: [{ product }], quantity, uom: this.#unit(row),
      notes: notes.length > 0 ? Object.fromEntries(notes) : undefined,
    } as Line);
    this.#compare(row, quantity, designator);
  }

  #cell(row: Row, field: BillField): string | undefined {
    const at = this.#bill.columns.get(field)?.at;
    const text = at === undefined ? '' : (row.cells[at] ?? '').trim();
    return saysNothing(text) ? undefined : text;
  }

  #place(row: Row, field?: BillField): [string, string] {
    const header = field && this.#bill.columns.get(field)?.header;
    return [this.#ids.source, pointerOf('rows', row.row, ...(header === undefined ? [] : [header]))];
  }

  #fault(code: Issue['code'], row: Row, field: BillField, params: Issue['params']): undefined {
    this.#draft.issues.push(issue(code, ...this.#place(row, field), params));
    return undefined;
  }

  #quantity(row: Row, quiet: boolean): string | undefined {
    const text = this.#cell(row, 'quantity');
    if (text === undefined) return undefined;
    const read = readDecimal(text);
    if ('value' in read) return read.value;
    return quiet ? undefined : this.#fault(read.fault === 'ambiguous' ? 'input/ambiguous-number' : 'input/not-a-number', row, 'quantity', { given: text });
  }

  #unit(row: Row): string | undefined {
    const text = this.#cell(row, 'uom');
    return text && (unitCode(text) ?? this.#fault('input/unknown-unit', row, 'uom', { given: text }));
  }

  /** The bill's own line number where it is there and unique, else the row's. */
  #lineName(row: Row, stated: string | undefined): string {
    const own = stated === undefined ? undefined : idPart(stated);
    const line = own !== undefined && !this.#lines.has(own) ? own : `row ${row.row}`;
    this.#lines.add(line);
    return line;
  }

  #common(row: Row, id: Id): { id: Id; level: 'confirmed'; salt: string | undefined; origin: string } {
    return { id, level: 'confirmed', salt: this.#draft.salt?.(id), origin: `${this.#ids.source}, row ${row.row}` };
  }

  /** Same spelling after trimming, same party. */
  #party(row: Row, spelling: string): Id {
    const id = `maker:${idPart(spelling)}`;
    if (this.#once(id)) this.#keep<Party>({ kind: 'party', ...this.#common(row, id), names: [spelling] } as Party);
    return id;
  }

  #product(row: Row, part: { stated: string | undefined; makerId: Id | undefined; maker: string | undefined; partNumber: string | undefined; name: string | undefined; line: string }): Id | undefined {
    const { stated, makerId, maker, partNumber, name, line } = part;
    if (stated !== undefined && !isId(stated)) return this.#fault('input/bad-id', row, 'product', { given: stated });
    const id = stated ?? (partNumber === undefined ? `part:${this.#ids.recipe}#${line}` : `part:${idPart(maker ?? '')}/${idPart(partNumber)}`);
    if (this.#once(id) || stated !== undefined)
      this.#keep<Product>({
        kind: 'product', ...this.#common(row, id), name, maker: makerId, partNumbers: partNumber === undefined ? undefined : [partNumber],
      } as Product);
    return id;
  }

  /** One place is the sole one; several are several recipes, of which the bill does not say which is used. */
  #origins(row: Row, product: Id): void {
    const text = this.#cell(row, 'country');
    if (text === undefined) return;
    const places = originsOf(text);
    if (places === undefined) this.#fault('input/unknown-country', row, 'country', { given: text });
    else for (const country of places) {
      const id = places.length === 1 ? `made:${product}` : `made:${product}<${country}`;
      if (this.#once(`${id} ${country}`))
        this.#keep<Recipe>({ kind: 'recipe', ...this.#common(row, id), output: product, steps: ['assembled'], country, sole: places.length === 1 ? true : undefined } as Recipe);
    }
  }

  /** Columns that are no field, and the designators, stay with the line. */
  #notes(row: Row): [string, string][] {
    const used = new Set([...this.#bill.columns].filter(([field]) => field !== 'designator' && field !== 'value').map(([, { at }]) => at));
    return this.#bill.header.cells
      .map((header, at): [string, string] => [header.trim(), (row.cells[at] ?? '').trim()])
      .filter(([header, text], at) => header !== '' && text !== '' && !used.has(at));
  }

  #compare(row: Row, quantity: string | undefined, designator: string | undefined): void {
    if (quantity === undefined || designator === undefined || designator.length > 10_000 || /[-–~.]/.test(designator)) return; // a range is not counted
    const count = designator.split(/[\s,;]+/).filter((part) => part !== '').length;
    if (String(count) !== quantity) this.#draft.warnings.push(issue('input/quantity-differs', ...this.#place(row, 'quantity'), { quantity, count }));
  }

  #once(id: Id): boolean {
    if (this.#made.has(id)) return false;
    this.#made.add(id);
    return true;
  }

  #keep<R extends Party | Product | Recipe | Line>(rec: R): void {
    this.#draft.records.push(closed<R>(rec));
  }
}
