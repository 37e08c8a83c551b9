/**
 * `nonred import lists`: files as published become a dated edition of a workspace; every edition stays. Nothing is written where one
 * file cannot be read, or where `--whole` is said of files that show that they are not all of the list (decision 0102).
 */
import { existsSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { daysBetween, isDay } from '../base/day.ts';
import { type Issue, issue, NonredError } from '../base/issue.ts';
import { changeOf, editionRecords, editionText, type ListEdition } from '../formats/lists/edition.ts';
import type { ListEntry } from '../formats/lists/entry.ts';
import { sha256 } from '../host/crypto.ts';
import { keptEditions, publishedLists } from '../host/lists.ts';
import { knownNames, referenceLists } from '../host/reference.ts';
import { writeWhole } from '../host/write.ts';
import { wholeOf } from '../formats/file.ts';
import type { Listing } from '../model/record.ts';
import { EntryNames } from '../screen/candidates.ts';
import { type Key, type Lang, say } from '../text/catalogue.ts';
import { plain } from '../text/plain.ts';
import { EXIT, type Io, refuseIdle } from './io.ts';

export interface ImportListsOptions { readonly to: string; readonly edition?: string; readonly whole?: boolean; readonly gone?: number }

/** Entries named of each kind of change. */
const NAMED = 10;

export function importListsCommand(dir: string, options: ImportListsOptions, lang: Lang, io: Io): number {
  const { to, edition: given, whole = false, gone } = options;
  if (!whole) refuseIdle('import lists DIR --whole', options, 'gone');
  for (const path of [dir, to]) if (!existsSync(path) || (path === to && !statSync(path).isDirectory())) throw new NonredError([issue('input/no-such-file', '', '', { given: path })]);
  const edition = given ?? /(\d{4}-\d\d-\d\d)$/.exec(basename(resolve(dir)))?.[1];
  if (edition === undefined || !isDay(edition)) throw new NonredError([issue('list/no-edition', dir, '', { folder: dir })]);
  if (daysBetween(io.today(), edition) > 1) throw new NonredError([issue('list/edition-ahead', dir, '', { edition, today: io.today() })]);
  const { value: { lists, files, passedOver, unread }, issues } = publishedLists(dir);
  if (issues.length > 0) throw new NonredError(issues);
  if (lists.length === 0) throw new NonredError([issue('list/unknown', dir, '', { file: passedOver[0] ?? dir })]);
  const made = lists.map((found): { next: ListEdition; kept: readonly ListEdition[] } => {
    const { value: kept, issues: faults } = keptEditions(to, found.list);
    if (faults.length > 0) throw new NonredError(faults);
    const digests = found.files.map((name) => ({ name, sha256: files.get(name)!.sha256?.() ?? sha256(wholeOf(files.get(name)!, Infinity)!) }));
    return { kept, next: { list: found.list, edition, whole, format: found.format, files: digests, entries: found.entries } };
  });
  if (whole) {
    const faults = [...lists.flatMap(({ short = [] }) => short), ...made.flatMap(({ next, kept }) => shrunk(kept.filter((one) => one.edition <= edition && one.whole).at(-1), next, gone))];
    if (faults.length > 0) throw new NonredError([...new Map(faults.map((one) => [JSON.stringify(one), one])).values()]);
  }
  if (passedOver.length > 0) io.out(`${say(lang, 'cli.import.passedOver', { files: passedOver.slice(0, NAMED).map(plain).join(', '), count: passedOver.length })}\n`);
  for (const { file, columns } of unread) io.out(`${say(lang, 'cli.import.unread', { file: plain(file), columns: columns.map(plain).join(', ') })}\n`);
  for (const { next, kept } of made) {
    const text = editionText(next);
    writeWhole(join(to, 'lists', next.list, `${edition}.json`), text);
    io.out(`${say(lang, 'cli.import.kept', { list: next.list, format: next.format, edition, count: next.entries.length, whole: say(lang, whole ? 'cli.import.whole' : 'cli.import.partial') })}\n`);
    const same = kept.find((one) => one.edition === edition);
    const before = kept.filter((one) => one.edition < edition).at(-1);
    if (same !== undefined && editionText(same) === text) io.out(`${say(lang, 'cli.import.same')}\n`);
    else tellChange(same ?? before, next, lang, io);
    const newer = kept.findLast((one) => one.edition > edition);
    if (newer !== undefined) io.out(`${say(lang, 'cli.import.newer', { edition: newer.edition })}\n`);
  }
  return EXIT.done;
}

/** Names that are on no entry any more, as where a file was cut off or a column of further names is gone: more than a fifth of them is asked about. */
function shrunk(before: ListEdition | undefined, after: ListEdition, gone: number | undefined): Issue[] {
  if (before === undefined) return short(after, gone);
  const now = new Set(after.entries.flatMap(({ names }) => names));
  const had = new Set(before.entries.flatMap(({ names }) => names));
  const lost = [...had].filter((name) => !now.has(name)).length;
  if (lost < 3 || lost * 5 <= had.size || gone === lost) return [];
  return [issue('list/shrunk', `lists/${after.list}`, '', { list: after.list, before: before.edition, gone: lost, count: had.size })];
}

/** The same of a first edition, against what this program itself has of the list: entries that nothing in it is like. */
function short(after: ListEdition, gone: number | undefined): Issue[] {
  const own = referenceLists().get(after.list);
  if (own === undefined || own.edition > after.edition) return [];
  const known = own.records.filter((rec): rec is Listing => rec.kind === 'listing' && (rec.validFrom ?? '') <= after.edition && (rec.validTo ?? '9999') > after.edition);
  const index = new EntryNames(editionRecords([after], sha256).filter((rec): rec is Listing => rec.kind === 'listing'), true, knownNames);
  const lost = known.filter(({ names = [] }) => index.search({ names }).length === 0).length;
  if (lost < Math.min(3, known.length) || lost * 5 <= known.length || gone === lost) return [];
  return [issue('list/shrunk', `lists/${after.list}`, '', { list: after.list, before: own.edition, gone: lost, count: known.length })];
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
