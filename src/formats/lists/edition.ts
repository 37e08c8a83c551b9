/**
 * Editions of lists as a workspace keeps them, `lists/LIST/DAY.json`: every one that was imported stays, and the day of the question
 * picks. An entry is in force from the first edition that has it as it is to the first that has it no more; each edition
 * pins its entries. Whole means that the importer says nothing is left out; without that word nobody is clear of the list.
 */
import type { Sha256 } from '../../base/canonical.ts';
import { issue, type Read } from '../../base/issue.ts';
import { parseJson } from '../../base/json.ts';
import { isDay } from '../../base/day.ts';
import { push } from '../../base/multimap.ts';
import { registeredAll } from '../../base/registered.ts';
import { digestOf } from '../../model/digest.ts';
import type { Completeness, Day, Digest, Evidence, Listing, Rec, RegisteredId } from '../../model/record.ts';
import { checkShape, object, type Shape, z } from '../shape.ts';
import { unique } from './csl.ts';
import type { ListEntry } from './entry.ts';

export interface ListEdition {
  readonly list: string;
  readonly edition: Day;
  readonly whole: boolean;
  readonly format: string;
  /** The files that were imported. */
  readonly files: readonly { readonly name: string; readonly sha256: Digest }[];
  readonly entries: readonly ListEntry[];
}
/** What an edition has that the one before had not. */
export interface EditionChange { readonly added: readonly ListEntry[]; readonly removed: readonly ListEntry[]; readonly changed: readonly (readonly [before: ListEntry, after: ListEntry])[] }

const VERSION = 'nonred list edition 1';
const text = z.string().min(1).max(4000);
const entry = object({
  id: text, kind: z.enum(['person', 'company', 'vessel', 'aircraft']).optional(), names: z.array(text), ids: z.array(object({ scheme: text, value: text })).optional(), scope: z.enum(['and-subsidiaries']).optional(),
  category: z.unknown().optional(), notes: z.record(z.string(), z.string()).optional(),
});
const shape = object({
  version: z.literal(VERSION), list: z.string().regex(/^[a-z0-9][a-z0-9._-]{0,60}$/), edition: z.string().refine(isDay), whole: z.boolean(), format: text, files: z.array(object({ name: text, sha256: z.string().regex(/^[0-9a-f]{64}$/) })), entries: z.array(entry),
}) as unknown as Shape<ListEdition & { version: string }>;

/** One entry a line, in the order of their ids, so that two editions can be compared by any program. */
export function editionText({ list, edition, whole, format, files, entries }: ListEdition): string {
  const head = JSON.stringify({ version: VERSION, list, edition, whole, format, files });
  return `${head.slice(0, -1)},"entries":[\n${sortedEntries(entries).map((one) => JSON.stringify(one)).join(',\n')}\n]}\n`;
}

export function readEdition(bytes: Uint8Array, source: string): Read<ListEdition | undefined> {
  const { value, issues } = parseJson(bytes, { source, maxBytes: 512 << 20 });
  if (issues.length > 0) return { value: undefined, issues };
  const read = checkShape(shape, value, source, () => 1);
  if (read.value === undefined || read.issues.length > 0) return { value: undefined, issues: read.issues };
  const { version: _, ...edition } = read.value;
  const path = /(?:^|\/)([^/]+)\/([^/]+)\.json$/.exec(source);
  if (path !== null && (path[1] !== edition.list || path[2] !== edition.edition)) return { value: undefined, issues: [issue('list/misplaced', source, '', { list: edition.list, edition: edition.edition })] };
  return { value: edition, issues: [] };
}

export function changeOf(before: ListEdition | undefined, after: ListEdition): EditionChange {
  const old = new Map((before?.entries ?? []).map((one) => [one.id, one]));
  const now = new Map(after.entries.map((one) => [one.id, one]));
  return {
    added: after.entries.filter(({ id }) => !old.has(id)),
    removed: [...old.values()].filter(({ id }) => !now.has(id)),
    changed: after.entries.flatMap((one) => {
      const was = old.get(one.id);
      return was !== undefined && JSON.stringify(was) !== JSON.stringify(one) ? [[was, one] as const] : [];
    }),
  };
}

/** Listings, one statement an edition, and the published file as its evidence. `editions` in any order, of any lists. */
export function editionRecords(editions: readonly ListEdition[], sha256: Sha256, salt?: (id: string) => Digest): Rec[] {
  const records: Rec[] = [];
  const salted = (id: string): { salt?: Digest } => (salt === undefined ? {} : { salt: salt(id) });
  for (const own of byList(editions)) {
    const members: Digest[][] = own.map(() => []);
    const open = new Map<string, { readonly text: string; readonly entry: ListEntry; readonly from: number }>();
    const close = (id: string, until: number): void => {
      const { entry: one, from } = open.get(id)!;
      const listing = listingOf(one, own[from]!, own[until]?.edition, salted(`${own[from]!.list}:${one.id}`));
      records.push(listing);
      const digest = digestOf(listing, sha256);
      for (let i = from; i < until; i++) members[i]!.push(digest);
      open.delete(id);
    };
    for (const [at, edition] of own.entries()) {
      const here = new Map(unique(edition.entries).map((one) => [one.id, one]));
      for (const [id, { text: was }] of [...open]) {
        const now = here.get(id);
        if (now === undefined || JSON.stringify(now) !== was) close(id, at);
      }
      for (const [id, one] of here) if (!open.has(id)) open.set(id, { text: JSON.stringify(one), entry: one, from: at });
    }
    for (const id of [...open.keys()]) close(id, own.length);
    for (const [at, { list, edition, whole, format, files }] of own.entries()) {
      const origin = `lists/${list}/${edition}.json`;
      const until = own[at + 1]?.edition;
      const id = `edition:${list}:${edition}`;
      const statement: Completeness = { kind: 'completeness', id, level: 'confirmed', list: 'entries', of: list, status: whole ? 'complete' : 'incomplete', members: members[at]!.sort(), validFrom: edition, ...(until !== undefined && { validTo: until }), origin, ...salted(id) };
      const paper: Evidence = { kind: 'evidence', id: `${id}:file`, level: 'confirmed', docKind: 'official-list', issued: edition, supports: [digestOf(statement, sha256)], ...(files.length === 1 && { digest: files[0]!.sha256, file: files[0]!.name }), origin, notes: { format }, ...salted(`${id}:file`) };
      records.push(statement, paper);
    }
  }
  return records;
}

function listingOf({ id, kind, names, ids, scope, category, notes }: ListEntry, { list, edition }: ListEdition, until: Day | undefined, salt: { salt?: Digest }): Listing {
  return {
    kind: 'listing', id: `${list}:${id}`, level: 'confirmed', list, ...(names.length > 0 && { names }), ...withIds(ids), ...(scope !== undefined && { scope }), ...(category !== undefined && { category }),
    validFrom: edition, ...(until !== undefined && { validTo: until }), origin: `lists/${list}/${edition}.json, ${id}`, ...((kind !== undefined || notes !== undefined) && { notes: { ...notes, ...(kind !== undefined && { kind }) } }), ...salt,
  };
}

/** As everybody's numbers are compared: kept editions have them as published. */
export function withIds(ids: readonly RegisteredId[] | undefined): { ids?: readonly RegisteredId[] } {
  const read = registeredAll(ids ?? []);
  return read.length > 0 ? { ids: read } : {};
}

function byList(editions: readonly ListEdition[]): ListEdition[][] {
  const lists = new Map<string, ListEdition[]>();
  for (const one of editions) push(lists, one.list, one);
  return [...lists].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, own]) => own.sort((a, b) => (a.edition < b.edition ? -1 : 1)));
}

function sortedEntries(entries: readonly ListEntry[]): ListEntry[] {
  return [...entries].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}
