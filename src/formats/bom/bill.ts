/**
 * A bill of materials to records: a party for each spelling of a maker, a product for each part, a line with its options, for
 * each assembly of an indented bill a recipe of its own, and for a country of origin a recipe that is the sole one of its
 * product. Nothing else is concluded here: two spellings are two parties until someone judges them the same
 * (docs/semantics.md 1.4).
 */
import { type Issue, issue } from '../../base/issue.ts';
import { pointerOf } from '../../base/pointer.ts';
import type { Id, Line, Option, Party, Product, Recipe } from '../../model/record.ts';
import { plain } from '../../text/plain.ts';
import { isId } from '../workspace/cell.ts';
import { closed, type Draft } from '../workspace/draft.ts';
import type { Bill } from './columns.ts';
import { type Entry, entriesOf } from './entries.ts';
import { areDotted, type Tree, treeOf } from './levels.ts';
import { type Origins, originsOf } from './origin.ts';
import { ANY, type Part } from './parts.ts';

export interface BillIds { readonly source: string; readonly recipe: Id; readonly product: Id }

export function billRecords(bill: Bill, ids: BillIds, draft: Draft): void {
  const { entries, issues, warnings } = entriesOf(bill, ids.source);
  draft.issues.push(...issues);
  draft.warnings.push(...warnings);
  new BillWriter(bill, ids, draft).write(entries);
}

/** An id made of a user's text: what cannot stand in an id is escaped, so that different texts stay different. */
export function idPart(text: string): string {
  return plain(text.trim()).replaceAll('|', '\\u{7c}');
}

class BillWriter {
  readonly #bill: Bill;
  readonly #ids: BillIds;
  readonly #draft: Draft;
  readonly #made = new Set<Id>();
  /** By recipe: the line numbers that are taken. */
  readonly #lines = new Map<Id, Set<string>>();
  /** By product of an assembly: what stands in it, as text, and the recipe that has it. */
  readonly #assemblies = new Map<Id, Map<string, Id>>();
  #top: Id | undefined;

  constructor(bill: Bill, ids: BillIds, draft: Draft) {
    this.#bill = bill;
    this.#ids = ids;
    this.#draft = draft;
    for (const { id } of draft.records) this.#made.add(id);
  }

  write(entries: readonly Entry[]): void {
    const tree = this.#tree(entries);
    if (tree.issues.length > 0) return void this.#draft.issues.push(...tree.issues);
    const children = new Map<number, number[]>();
    tree.parents.forEach((parent, i) => {
      if (parent === undefined) return;
      const siblings = children.get(parent);
      if (siblings) siblings.push(i);
      else children.set(parent, [i]);
    });
    const leftOut = leftOutOf(entries, tree);
    for (const i of leftOut) {
      const { row, leftOut: marked, name, designator } = entries[i]!;
      if (marked) continue;
      let above = tree.parents[i]!;
      while (!entries[above]!.leftOut) above = tree.parents[above]!;
      const { source, pointer } = this.#place(row);
      this.#draft.warnings.push(issue('input/left-out-inside', source, pointer, { row, name: name ?? designator ?? '', above: entries[above]!.row }));
    }
    if (tree.top !== undefined) this.#topFacts(entries[tree.top]!);
    if (children.size > 0) this.#draft.trees.add(this.#ids.recipe);
    const products = new Map<number, readonly (Id | null)[]>();
    /** The recipe that an assembly's rows are lines of; `undefined`: they stand in another place already. */
    const recipes = new Map<number, Id | undefined>();
    const pending: number[] = [];
    entries.forEach((entry, i) => {
      if (i === tree.top || leftOut.has(i)) return;
      const made = this.#productsOf(entry, children.size > 0, children.has(i));
      if (made === undefined) return;
      products.set(i, made);
      const inside = children.get(i)?.filter((child) => !leftOut.has(child)) ?? [];
      if (inside.length > 0) recipes.set(i, this.#assembly(entry, made[0], inside.map((child) => entries[child]!)));
      pending.push(i);
    });
    for (const i of pending) {
      const parent = tree.parents[i];
      const recipe = parent === undefined ? this.#ids.recipe : recipes.get(parent);
      if (recipe !== undefined) this.#line(entries[i]!, recipe, products.get(i)!);
    }
  }

  #tree(entries: readonly Entry[]): Tree {
    const { columns } = this.#bill;
    const level = columns.get('level');
    const by = level ? (level.why === 'indent' ? 'indent' : 'level') : columns.has('parent') ? 'parent' : columns.get('line') && areDotted(entries.map(({ line }) => line)) ? 'line' : undefined;
    const step = by === 'indent' ? Math.max(1, Math.min(...entries.map((entry) => Number(entry.level)).filter((one) => one > 0))) : 1;
    const placed = entries.map(({ row, line, level: given, parent, parts, product }) => ({
      row, line, parent, level: by === 'indent' ? String(Math.min(99, Math.round(Number(given) / step) + 1)) : given,
      names: [...(product === undefined ? [] : [product]), ...parts.slice(0, 1).flatMap(({ partNumber }) => partNumber ?? [])],
    }));
    return treeOf(placed, by, (row, field) => this.#place(row, field));
  }

  #place(row: number, field?: 'level' | 'line' | 'parent' | 'product' | 'country'): Issue['at'] {
    const header = field && this.#bill.columns.get(field)?.header;
    return { source: this.#ids.source, pointer: pointerOf('rows', row, ...(header === undefined ? [] : [header])) };
  }

  #fault(code: Issue['code'], row: number, field: 'product' | 'country', params: Issue['params'], header?: string): undefined {
    const { source, pointer } = header === undefined ? this.#place(row, field) : { source: this.#ids.source, pointer: pointerOf('rows', row, header) };
    this.#draft.issues.push(issue(code, source, pointer, params));
    return undefined;
  }

  #common(row: number, id: Id): { id: Id; level: 'confirmed'; salt: string | undefined; origin: string } {
    return { id, level: 'confirmed', salt: this.#draft.salt?.(id), origin: `${this.#ids.source}, row ${row}` };
  }

  /** The row of level 0 is the product of the bill. */
  #topFacts(entry: Entry): void {
    const [part] = entry.parts;
    const maker = part?.maker === undefined ? undefined : this.#party(entry.row, part.maker);
    if (part?.partNumber !== undefined) this.#top = partId(part);
    if (maker !== undefined || part?.partNumber !== undefined)
      this.#keep<Product>({ kind: 'product', ...this.#common(entry.row, this.#ids.product), maker, partNumbers: part?.partNumber === undefined ? undefined : [part.partNumber] } as Product);
    // Of one recipe: two places contradict each other, and then neither holds.
    const places = this.#placesOf(entry.row, part);
    for (const country of places === undefined || places.open ? [] : places.codes)
      this.#keep<Recipe>({ kind: 'recipe', ...this.#common(entry.row, this.#ids.recipe), output: this.#ids.product, steps: ['assembled'], country } as Recipe);
  }

  /** A product for each source of the line, the first its own. */
  #productsOf(entry: Entry, inTree: boolean, isAssembly: boolean): [Id, ...(Id | null)[]] | undefined {
    const made: (Id | null)[] = [];
    for (const [at, part] of entry.parts.entries()) {
      if (part === ANY) {
        made.push(null);
        continue;
      }
      const makerId = part.maker === undefined ? undefined : this.#party(entry.row, part.maker);
      const id = this.#product(entry, at, part, makerId, inTree);
      if (id === undefined) return undefined;
      made.push(id);
      if (at === 0) this.#draft.hints.push({ product: id, category: entry.category, designator: entry.designator, description: entry.description ?? entry.name, origin: `${this.#ids.source}, row ${entry.row}` });
      const places = this.#placesOf(entry.row, part);
      if (places !== undefined && !(isAssembly && at === 0 && isOne(places))) this.#origins(entry.row, id, places);
    }
    return made as [Id, ...(Id | null)[]];
  }

  /** Same spelling after trimming, same party. */
  #party(row: number, spelling: string): Id {
    const id = `maker:${idPart(spelling)}`;
    if (this.#once(id)) this.#keep<Party>({ kind: 'party', ...this.#common(row, id), names: [spelling] } as Party);
    return id;
  }

  #product(entry: Entry, at: number, part: Part, maker: Id | undefined, inTree: boolean): Id | undefined {
    const stated = at === 0 ? entry.product : undefined;
    if (stated !== undefined && !isId(stated)) return this.#fault('input/bad-id', entry.row, 'product', { given: stated });
    const own = part.partNumber === undefined ? `part:${this.#ids.recipe}#${this.#ownLine(entry, inTree)}${at > 0 ? `/${at}` : ''}` : partId(part);
    const id = stated ?? (own === this.#top ? this.#ids.product : own);
    if (this.#once(id) || stated !== undefined)
      this.#keep<Product>({
        kind: 'product', ...this.#common(entry.row, id), name: at === 0 ? entry.name : (part.called ?? part.partNumber ?? entry.name), maker, partNumbers: part.partNumber === undefined ? undefined : [part.partNumber],
      } as Product);
    for (const other of part.otherMakers ?? []) {
      const claimed = this.#party(entry.row, other);
      if (this.#once(`${id} ${claimed}`)) this.#keep<Product>({ kind: 'product', ...this.#common(entry.row, id), maker: claimed } as Product);
    }
    return id;
  }

  readonly #own = new Map<number, string>();
  readonly #ownTaken = new Set<string>();
  /** A part without number is named after its row; in a flat bill after its line, where that has a number of its own. */
  #ownLine({ row, line }: Entry, inTree: boolean): string {
    const known = this.#own.get(row);
    if (known !== undefined) return known;
    const stated = line === undefined || inTree ? undefined : idPart(line);
    const name = stated !== undefined && !this.#ownTaken.has(stated) ? stated : `row ${row}`;
    this.#own.set(row, name);
    this.#ownTaken.add(name);
    return name;
  }

  /** All that the row says of the part's place; `undefined`: nothing. What stands in a text is one place of several at best. */
  #placesOf(row: number, part: Part | undefined): Origins | undefined {
    const stated = (part?.origins ?? []).map(({ text, header }) => originsOf(text) ?? this.#fault('input/unknown-country', row, 'country', { given: text }, header));
    if (stated.includes(undefined) || (stated.length === 0 && part?.alsoFrom === undefined)) return undefined;
    const read = stated as Origins[];
    const codes = new Set(read.flatMap((one) => one.codes));
    const heard = part?.alsoFrom ?? [];
    return { codes: [...codes, ...heard], open: read.some(({ open }) => open) || (heard.length > 0 && codes.size === 0) };
  }

  /** One place is the sole one; several are several recipes, of which the bill does not say which is used, and so is one that it does not name. */
  #origins(row: number, product: Id, places: Origins): void {
    for (const country of [...places.codes, ...(places.open ? [undefined] : [])]) {
      const id = isOne(places) ? `made:${product}` : `made:${product}<${country ?? '?'}`;
      if (this.#once(`${id} ${country ?? '?'}`))
        this.#keep<Recipe>({ kind: 'recipe', ...this.#common(row, id), output: product, steps: ['assembled'], country, sole: isOne(places) ? true : undefined } as Recipe);
    }
  }

  /** The recipe of an assembly, which says its place too. One that stands in the bill again with the same parts is the same. */
  #assembly(entry: Entry, product: Id, inside: readonly Entry[]): Id | undefined {
    const parts = JSON.stringify(inside.map(({ parts: all, name, quantity, uom }) => [all.map(({ maker, partNumber }) => [maker, partNumber]), all.some(({ partNumber }) => partNumber) ? '' : name, quantity, uom].join('\n')).sort());
    const known = this.#assemblies.get(product);
    const places = this.#placesOf(entry.row, entry.parts[0]);
    const place = places !== undefined && isOne(places) ? places.codes[0]! : undefined;
    const same = known?.get(parts);
    if (same !== undefined) {
      // The same parts in another place: a contradiction, which is said.
      if (place !== undefined && this.#once(`${same} ${place}`)) this.#keep<Recipe>({ kind: 'recipe', ...this.#common(entry.row, same), output: product, steps: ['assembled'], country: place } as Recipe);
      return undefined;
    }
    const id = known === undefined ? `bom:${product}` : `bom:${product} (row ${entry.row})`;
    this.#assemblies.set(product, (known ?? new Map<string, Id>()).set(parts, id));
    if (known !== undefined) {
      const { source, pointer } = this.#place(entry.row);
      this.#draft.warnings.push(issue('input/assembly-differs', source, pointer, { id: product, row: entry.row }));
    }
    const only = place === undefined ? {} : { steps: ['assembled'], country: place, sole: known === undefined ? (true as const) : undefined };
    this.#once(`${id} ${place ?? ''}`);
    this.#draft.trees.add(id);
    this.#keep<Recipe>({ kind: 'recipe', ...this.#common(entry.row, id), output: product, ...only } as Recipe);
    return id;
  }

  #line(entry: Entry, recipe: Id, products: readonly (Id | null)[]): void {
    const taken = this.#lines.get(recipe) ?? new Set<string>();
    this.#lines.set(recipe, taken);
    const stated = entry.line === undefined ? undefined : idPart(entry.line);
    const line = stated !== undefined && !taken.has(stated) ? stated : `row ${entry.row}`;
    taken.add(line);
    const options: Option[] = products.map((product) => ({ product }));
    const common = this.#common(entry.row, `${recipe}#${line}`);
    this.#keep<Line>({
      kind: 'line', ...common, origin: entry.more.length > 0 ? `${this.#ids.source}, rows ${[entry.row, ...entry.more].join(', ')}` : common.origin, recipe, line, options, quantity: entry.quantity, uom: entry.uom,
      notes: entry.notes.length > 0 ? Object.fromEntries(entry.notes) : undefined,
    } as Line);
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

function isOne({ codes, open }: Origins): boolean {
  return codes.length === 1 && !open;
}

function partId({ maker, partNumber }: Part): Id {
  return `part:${idPart(maker ?? '')}/${idPart(partNumber ?? '')}`;
}

/** What is left out is left out with all that goes into it. */
function leftOutOf(entries: readonly Entry[], { parents }: Tree): ReadonlySet<number> {
  const out = new Set<number>();
  const known = new Set<number>();
  entries.forEach((_, start) => {
    const path = new Set<number>();
    let last: number | undefined;
    let at: number | undefined = start;
    while (at !== undefined && !known.has(at) && !path.has(at)) {
      path.add((last = at));
      at = entries[at]!.leftOut ? undefined : parents[at];
    }
    const left = (last !== undefined && entries[last]!.leftOut) || (at !== undefined && out.has(at));
    for (const one of path) {
      known.add(one);
      if (left) out.add(one);
    }
  });
  return out;
}
