/**
 * How a cell names records: `products/cam` (every record of that table with that id), `lines/b1#2`, `materials/cam#Nd`,
 * `recipes/b1+lines` (the recipe and all its lines), `parties/*` (all of a table), or a digest as it stands.
 */
import type { Digest, Id, Rec } from '../../model/record.ts';
import { tableNamed, tableOf } from './tables.ts';

export type Resolved = { readonly records: readonly Rec[] } | { readonly digest: Digest } | { readonly fault: 'bad' | 'nothing' };

export class References {
  readonly #byId = new Map<string, Rec[]>();
  readonly #byTable = new Map<string, Rec[]>();
  readonly #linesOf = new Map<Id, Rec[]>();

  constructor(records: Iterable<Rec>) {
    for (const rec of records) this.add(rec);
  }

  add(rec: Rec): void {
    const table = tableOf(rec.kind).name;
    push(this.#byId, `${table}/${rec.id}`, rec);
    push(this.#byTable, table, rec);
    if (rec.kind === 'line') push(this.#linesOf, rec.recipe, rec);
  }

  has(table: string, id: Id): boolean {
    return this.#byId.has(`${table}/${id}`);
  }

  resolve(text: string): Resolved {
    if (/^[0-9a-f]{64}$/i.test(text)) return { digest: text.toLowerCase() };
    const slash = text.indexOf('/');
    const [table, id] = [text.slice(0, slash), text.slice(slash + 1)];
    if (slash < 1 || id === '' || !tableNamed(table)?.kind) return { fault: 'bad' };
    const found = id === '*' ? this.#byTable.get(table) : this.#byId.get(text);
    if (found) return { records: found };
    if (table === 'recipes' && id.endsWith('+lines')) {
      const recipe = id.slice(0, -'+lines'.length);
      const bill = this.#byId.get(`recipes/${recipe}`);
      if (bill) return { records: [...bill, ...(this.#linesOf.get(recipe) ?? [])] };
    }
    return { fault: 'nothing' };
  }
}

export function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
