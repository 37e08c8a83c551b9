/** Records while they are made. A fault that is found later still names a file and a row: the record's origin says them. */
import type { Issue } from '../../base/issue.ts';
import type { Digest, Id, Rec } from '../../model/record.ts';
import type { TableRow } from './rows.ts';

export interface Draft {
  readonly records: Rec[];
  readonly issues: Issue[];
  readonly warnings: Issue[];
  /** Salt of a record id; absent where the workspace has no secret. */
  readonly salt: ((id: Id) => Digest) | undefined;
  /** Recipes of a bill that one document gives with its assemblies: none of them may contain itself. */
  readonly trees: Set<Id>;
  /** What the lines of bills say about a part, for guessing its role. */
  readonly hints: Hint[];
}
export interface Hint {
  readonly product: Id;
  readonly category: string | undefined;
  readonly designator: string | undefined;
  readonly description: string | undefined;
  readonly origin: string;
}

/** The fields of a record of any kind, from the row's dated columns. */
export interface Common {
  readonly id: Id;
  readonly level: 'confirmed' | 'inferred';
  readonly origin: string;
}

/** An object without its `undefined` members: an absent field is not there at all. */
export type Open<T> = { [K in keyof T]: T[K] | undefined };
export function closed<T extends object>(fields: Open<T>): T {
  const made: Record<string, unknown> = {};
  // In the order of canonical JSON: a record is then digested at the speed of JSON.stringify.
  for (const name of inOrder(Object.keys(fields))) {
    const value = (fields as Record<string, unknown>)[name];
    if (value !== undefined) made[name] = value;
  }
  return made as T;
}

/** A handful of shapes, a hundred thousand records, and most of them like the one before. */
const orders = new Map<string, Shape>();
interface Shape { readonly names: readonly string[]; readonly order: readonly string[] }
let last: Shape = { names: [], order: [] };
function inOrder(names: readonly string[]): readonly string[] {
  const known = last.names;
  let same = known.length === names.length;
  for (let i = 0; same && i < names.length; i++) same = known[i] === names[i];
  if (same) return last.order;
  const shape = names.join();
  let found = orders.get(shape);
  if (found === undefined) orders.set(shape, (found = { names, order: [...names].sort() }));
  last = found;
  return found.order;
}

/** What every record has, for `closed` to drop what is absent. A row that ends before it starts is a fault. */
export function common({ cells, notes }: TableRow, id: Id, draft: Draft): Common {
  const [validFrom, validTo] = [cells.day('validFrom'), cells.day('validTo')];
  if (validFrom !== undefined && validTo !== undefined && validTo <= validFrom) cells.fault('input/ends-before-start', 'validTo', { from: validFrom, to: validTo });
  const fields = {
    id,
    validFrom,
    validTo,
    level: cells.word<'confirmed' | 'inferred'>('level') ?? 'confirmed',
    supersedes: cells.digest('supersedes'),
    salt: draft.salt?.(id),
    origin: `${cells.source}, row ${cells.row}`,
    notes: notes.length > 0 ? Object.fromEntries(notes) : undefined,
  };
  return fields as Common;
}

/** Keeps a record whose row had no fault. */
export function keep(rec: Rec, { cells }: TableRow, draft: Draft): void {
  if (cells.good) draft.records.push(rec);
}

/** Where a record was read, from its origin: of several rows the first. */
export function placeOf(rec: Rec): Issue['at'] {
  const place = /^(.*?), (\/.*)$/s.exec(rec.origin ?? ''); // of a document: its pointer or line
  if (place) return { source: place[1]!, pointer: place[2]! };
  const [, source = rec.origin ?? '', row] = /^(.*), rows? ([0-9]+)[0-9, ]*$/s.exec(rec.origin ?? '') ?? [];
  return { source, pointer: row === undefined ? '' : `/rows/${row}` };
}

/** The folder of an imported answer, whose tables speak for themselves; '' of the workspace's own. `place` begins with the file. */
export function answerOf(place: string): string {
  return /^answers\/[^/]+\//.exec(place)?.[0] ?? '';
}

/** How many rows of a table became this record. */
export function originRows(rec: Rec): number {
  return /, rows ([0-9]+(?:, [0-9]+)*)$/.exec(rec.origin ?? '')?.[1]?.split(', ').length ?? 1;
}

/** Notes of two rows that became one record: different ones of one column stand side by side. */
export function joinNotes(a: Rec['notes'], b: Rec['notes']): Record<string, string> | undefined {
  const notes = new Map(Object.entries(a ?? {}));
  for (const [name, note] of Object.entries(b ?? {})) {
    const before = notes.get(name);
    notes.set(name, before === undefined || before === note ? note : `${before}; ${note}`);
  }
  return notes.size > 0 ? Object.fromEntries(notes) : undefined;
}
