/**
 * How a cell names records: `products/cam` (every record of that table with that id), `lines/b1#2`, `materials/cam#Nd`,
 * `recipes/b1+lines` (the recipe and all its lines), `parties/*` (all of a table), or a digest as it stands.
 */
import type { Digest, Id, Rec } from '../../model/record.ts';
import { tableNamed, tableOf } from './tables.ts';

export type Resolved = { readonly records: readonly Rec[] } | { readonly digest: Digest } | { readonly fault: 'bad' | 'nothing' };

export class References {
  /** By table, then by id; a list only where an id has several records. */
  readonly #tables = new Map<string, Map<Id, Rec | Rec[]>>();

  constructor(records: Iterable<Rec>) {
    for (const rec of records) this.add(rec);
  }

  add(rec: Rec): void {
    const { name } = tableOf(rec.kind);
    let table = this.#tables.get(name);
    if (!table) this.#tables.set(name, (table = new Map()));
    const before = table.get(rec.id);
    if (before === undefined) table.set(rec.id, rec);
    else if (Array.isArray(before)) before.push(rec);
    else table.set(rec.id, [before, rec]);
  }

  has(table: string, id: Id): boolean {
    return this.#tables.get(table)?.has(id) ?? false;
  }

  ids(table: string): Iterable<Id> {
    return this.#tables.get(table)?.keys() ?? [];
  }

  resolve(text: string): Resolved {
    if (/^[0-9a-f]{64}$/i.test(text)) return { digest: text.toLowerCase() };
    const slash = text.indexOf('/');
    const [name, id] = [text.slice(0, slash), text.slice(slash + 1)];
    if (slash < 1 || id === '' || !tableNamed(name)?.kind) return { fault: 'bad' };
    const found = id === '*' ? this.#all(name) : this.#named(name, id);
    if (found.length > 0) return { records: found };
    if (name === 'recipes' && id.endsWith('+lines')) {
      const recipe = id.slice(0, -'+lines'.length);
      const bill = this.#named(name, recipe);
      if (bill.length > 0) return { records: [...bill, ...this.#all('lines').filter((rec) => rec.kind === 'line' && rec.recipe === recipe)] };
    }
    return { fault: 'nothing' };
  }

  #named(name: string, id: Id): readonly Rec[] {
    const found = this.#tables.get(name)?.get(id);
    return found === undefined ? [] : Array.isArray(found) ? found : [found];
  }

  #all(name: string): readonly Rec[] {
    return [...(this.#tables.get(name)?.values() ?? [])].flat();
  }
}
