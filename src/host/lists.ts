/** Lists on disk: editions that were imported (`LIST/DAY.json`, below a workspace's `lists/` or by themselves), or files as published. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Issue, issue, type Read } from '../base/issue.ts';
import { type FileInput, wholeOf } from '../formats/file.ts';
import { editionRecords, type ListEdition, readEdition, withIds } from '../formats/lists/edition.ts';
import { type ListFound, type ListsFound, readLists } from '../formats/lists/recognise.ts';
import type { Listing, Rec } from '../model/record.ts';
import { sha256 } from './crypto.ts';
import { fileOn, filesOf } from './files.ts';

const BYTES = 512 << 20;
const KEPT = /(?:^|\/)[^/]+\/\d{4}-\d\d-\d\d\.json$/;

export interface Published extends ListsFound { readonly files: ReadonlyMap<string, FileInput> }

/** Files as published, in a folder or one by itself. */
export function publishedLists(path: string): Read<Published> {
  const folder = statSync(path).isDirectory() ? filesOf(path) : { value: new Map([[path.replace(/^.*[\\/]/, ''), fileOn(path)]]), issues: [] };
  const read = readLists(folder.value);
  return { value: { ...read.value, files: folder.value }, issues: [...folder.issues, ...read.issues] };
}

/** Lists as published come so, and packed; a file of another kind beside editions is a remark. */
const LIST_FILE = /\.(?:csv|tsv|txt|json|jsonl|ndjson|ftm|xml|xlsx?|ods|gz|zip)$/i;

/** Records of a folder of lists: with their editions, or undated where the files are as published; of those that lie beside editions too. */
export function listRecords(path: string): Read<readonly Rec[]> {
  if (!statSync(path).isDirectory()) return undated(path);
  const folder = filesOf(path);
  const kept = [...folder.value].filter(([name]) => KEPT.test(name));
  if (kept.length === 0) return undated(path);
  const editions = kept.map(([name, file]) => editionIn(name, file));
  const beside = readLists(new Map([...folder.value].filter(([name]) => !KEPT.test(name) && LIST_FILE.test(name))));
  return {
    value: [...editionRecords(editions.flatMap(({ value }) => value ?? []), sha256), ...undatedRecords(beside.value.lists)],
    issues: [...folder.issues, ...editions.flatMap(({ issues }) => issues), ...beside.issues, ...unreadable(beside.value.passedOver)],
  };
}

/** Editions of one list that a workspace keeps, the oldest first. */
export function keptEditions(workspace: string, list: string): Read<readonly ListEdition[]> {
  const folder = join(workspace, 'lists', list);
  if (!existsSync(folder)) return { value: [], issues: [] };
  const read = readdirSync(folder).filter((name) => /^\d{4}-\d\d-\d\d\.json$/.test(name)).sort().map((name) => editionIn(`lists/${list}/${name}`, fileOn(join(folder, name))));
  return { value: read.flatMap(({ value }) => value ?? []), issues: read.flatMap(({ issues }) => issues) };
}

function editionIn(name: string, file: FileInput): Read<ListEdition | undefined> {
  const bytes = wholeOf(file, BYTES);
  return bytes === undefined ? { value: undefined, issues: [issue('input/too-large', name, '', { what: 'bytes', count: file.size, limit: BYTES })] } : readEdition(bytes, name);
}

function undated(path: string): Read<readonly Rec[]> {
  const { value, issues } = publishedLists(path);
  const records = undatedRecords(value.lists);
  const faults = [...issues, ...unreadable(value.passedOver.filter((name) => LIST_FILE.test(name) || !value.files.has(name)))];
  if (records.length === 0 && faults.length === 0) faults.push(issue('list/unknown', path, '', { file: path }));
  return { value: records, issues: faults };
}

/** Nobody is found on a list that was passed over, and whoever asked believes that it was asked. */
function unreadable(passedOver: readonly string[]): Issue[] {
  return passedOver.map((file) => issue('list/unknown', file, '', { file }));
}

function undatedRecords(lists: readonly ListFound[]): readonly Rec[] {
  const seen = new Set<string>();
  return lists.flatMap(({ list, entries, files }) =>
    entries.flatMap(({ id, kind, names, ids, scope, category, notes }): Listing[] => {
      if (seen.has(`${list}:${id}`)) return [];
      seen.add(`${list}:${id}`);
      return [{ kind: 'listing', id: `${list}:${id}`, level: 'confirmed', list, ...(names.length > 0 && { names }), ...withIds(ids), ...(scope && { scope }), ...(category !== undefined && { category }), origin: files.join(', '), ...((kind !== undefined || notes !== undefined) && { notes: { ...notes, ...(kind !== undefined && { kind }) } }) }];
    }));
}
