/** `nonred import lists`: files as published become a dated edition of a workspace; every edition stays. Nothing is written where one file cannot be read. */
import { existsSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { isDay } from '../base/day.ts';
import { issue, NonredError } from '../base/issue.ts';
import { changeOf, editionText, type ListEdition } from '../formats/lists/edition.ts';
import type { ListEntry } from '../formats/lists/entry.ts';
import type { ListFound } from '../formats/lists/recognise.ts';
import { sha256 } from '../host/crypto.ts';
import { keptEditions, publishedLists } from '../host/lists.ts';
import { writeWhole } from '../host/write.ts';
import { wholeOf } from '../formats/file.ts';
import { type Key, type Lang, say } from '../text/catalogue.ts';
import { EXIT, type Io } from './io.ts';

export interface ImportListsOptions { readonly to: string; readonly edition?: string; readonly whole?: boolean }

/** Entries named of each kind of change. */
const NAMED = 10;

export function importListsCommand(dir: string, { to, edition: given, whole = false }: ImportListsOptions, lang: Lang, io: Io): number {
  for (const path of [dir, to]) if (!existsSync(path) || (path === to && !statSync(path).isDirectory())) throw new NonredError([issue('input/no-such-file', '', '', { given: path })]);
  const edition = given ?? /(\d{4}-\d\d-\d\d)$/.exec(basename(resolve(dir)))?.[1];
  if (edition === undefined || !isDay(edition)) throw new NonredError([issue('list/no-edition', dir, '', { folder: dir })]);
  const { value: { lists, files }, issues } = publishedLists(dir);
  if (issues.length > 0) throw new NonredError(issues);
  if (lists.length === 0) throw new NonredError([issue('list/unknown', dir, '', { file: dir })]);
  const made = largest(lists).map((found): { next: ListEdition; kept: readonly ListEdition[] } => {
    const { value: kept, issues: faults } = keptEditions(to, found.list);
    if (faults.length > 0) throw new NonredError(faults);
    const digests = found.files.map((name) => ({ name, sha256: files.get(name)!.sha256?.() ?? sha256(wholeOf(files.get(name)!, Infinity)!) }));
    return { kept, next: { list: found.list, edition, whole, format: found.format, files: digests, entries: found.entries } };
  });
  for (const { next, kept } of made) {
    const text = editionText(next);
    writeWhole(join(to, 'lists', next.list, `${edition}.json`), text);
    io.out(`${say(lang, 'cli.import.kept', { list: next.list, format: next.format, edition, count: next.entries.length, whole: say(lang, whole ? 'cli.import.whole' : 'cli.import.partial') })}\n`);
    const same = kept.find((one) => one.edition === edition);
    const before = kept.filter((one) => one.edition < edition).at(-1);
    if (same !== undefined && editionText(same) === text) io.out(`${say(lang, 'cli.import.same')}\n`);
    else tellChange(same ?? before, next, lang, io);
  }
  return EXIT.done;
}

/** One file may hold a part of what another holds whole: the longer stands. */
function largest(lists: readonly ListFound[]): ListFound[] {
  const best = new Map<string, ListFound>();
  for (const one of lists) if (one.entries.length > (best.get(one.list)?.entries.length ?? -1)) best.set(one.list, one);
  return [...best.values()].sort((a, b) => (a.list < b.list ? -1 : 1));
}

function tellChange(before: ListEdition | undefined, after: ListEdition, lang: Lang, io: Io): void {
  if (before === undefined) return io.out(`${say(lang, 'cli.import.first')}\n`);
  const change = changeOf(before, after);
  io.out(`${say(lang, 'cli.import.change', { before: before.edition, added: change.added.length, removed: change.removed.length, changed: change.changed.length })}\n`);
  const tell = (key: Key, entries: readonly ListEntry[]): void => {
    for (const entry of entries.slice(0, NAMED)) io.out(`${say(lang, key, { name: entry.names[0] ?? entry.notes?.category ?? '', entry: entry.id })}\n`);
    if (entries.length > NAMED) io.out(`${say(lang, 'cli.import.more', { count: entries.length - NAMED })}\n`);
  };
  tell('cli.import.added', change.added);
  tell('cli.import.removed', change.removed);
  tell('cli.import.changed', change.changed.map(([, now]) => now));
}
