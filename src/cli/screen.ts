/** `nonred screen`: names, a file of names, or the parties of a workspace, against lists. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { issue, NonredError } from '../base/issue.ts';
import { holdings, withOwners } from '../engine/holdings.ts';
import { screen, screeningRecords, type Screening, type Subject, subjectsOf } from '../engine/screen.ts';
import { sha256 } from '../host/crypto.ts';
import { listRecords } from '../host/lists.ts';
import { knownNames, referenceLists } from '../host/reference.ts';
import { loadWorkspace } from '../host/workspace.ts';
import { writeWhole } from '../host/write.ts';
import type { Ownership, RangePpm, Rec } from '../model/record.ts';
import { screeningPage, screeningText } from '../report/screening.ts';
import { type Lang, say } from '../text/catalogue.ts';
import { namesIn } from './names-file.ts';
import { EXIT_OF, type Io, lookOf, misuse, refuseIdle, shownPath, tellWarnings } from './io.ts';

export interface ScreenOptions { readonly file?: string; readonly lists?: string; readonly person?: boolean; readonly asOf?: string; readonly maxAge?: number; readonly json?: string; readonly html?: string }

/** The longest that a rulebook of this package lets a list that is kept up to date be old. */
const MAX_AGE_DAYS = 90;

export function screenCommand(names: readonly string[], options: ScreenOptions, lang: Lang, io: Io): number {
  const { screening, records } = screenedBy(names, options, lang, io);
  const held = holdings(screening, records, sha256);
  const verdict = withOwners(screening.verdict, held);
  const owners = held.map(({ party, outcome, answers }) => ({ party, outcome, answers }));
  const data = `${JSON.stringify({ screening: 1, ...screening, verdict, owners, records: screeningRecords(screening) }, null, 2)}\n`;
  const page = (): string => screeningPage(screening, lang, sha256, held);
  if (options.json === '-') io.out(data);
  else if (options.html === '-') io.out(page());
  else io.out(screeningText(screening, lookOf(io, lang), held));
  if (options.json !== undefined && options.json !== '-') writeWhole(options.json, data);
  if (options.html !== undefined && options.html !== '-') writeWhole(options.html, page());
  for (const path of [options.json, options.html]) if (path !== undefined && path !== '-') io.err(`${say(lang, 'cli.output', { path: shownPath(path) })}\n`);
  return EXIT_OF[verdict];
}

/** Everything but what is shown: for `watch` too. */
export function screenedBy(names: readonly string[], options: ScreenOptions, lang: Lang, io: Io): { screening: Screening; records: readonly Rec[] } {
  const folder = names.length === 1 && isFolder(names[0]!) ? names[0] : undefined;
  const maxAgeDays = options.maxAge ?? MAX_AGE_DAYS;
  if (folder !== undefined && options.file === undefined) refuseIdle('screen NAME...', options, 'person');
  // As a name it would be on no list, and its parties would not have been asked.
  const faults = folder !== undefined ? [] : names.flatMap((name) => (name.trim() === '' ? [issue('input/missing', '', '', { field: 'name' })] : isFolder(name) ? [issue('cli/usage', name, '', { given: say(lang, 'cli.usage.folder', { path: name }) })] : []));
  if (faults.length > 0) throw new NonredError(faults);
  const typed = folder === undefined ? names : [];
  if (folder === undefined && typed.length === 0 && options.file === undefined) misuse('screen NAME... | screen DIR | screen --file FILE', lang);
  const own = folder === undefined ? [] : workspaceRecords(folder, lang, io);
  const lists = options.lists === undefined ? referenceFor(own) : fromFolder(options.lists);
  const kind = options.person ? ('person' as const) : undefined;
  const file = options.file === undefined ? { subjects: [], records: [], warnings: [] } : namesIn(options.file, kind);
  tellWarnings(io, lang, file.warnings);
  const subjects: Subject[] = [...typed.map((name) => ({ label: name, names: [name], kind })), ...file.subjects, ...(folder === undefined ? [] : subjectsOf(own, sha256))];
  const records = [...own, ...file.records, ...lists];
  return { screening: screen(subjects, records, options.asOf ?? io.today(), sha256, { known: knownNames, maxAgeDays: (list) => (referenceLists().get(list)?.complete ? undefined : maxAgeDays) }), records };
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

function workspaceRecords(folder: string, lang: Lang, io: Io): readonly Rec[] {
  const { value, issues } = loadWorkspace(folder);
  tellWarnings(io, lang, value.warnings);
  if (issues.length > 0) throw new NonredError(issues);
  return value.records;
}

/** The lists of this program's own data that the workspace has not itself. */
function referenceFor(own: readonly Rec[]): readonly Rec[] {
  const held = new Set(own.flatMap((rec) => (rec.kind === 'listing' ? [rec.list] : rec.kind === 'completeness' && rec.list === 'entries' ? [rec.of] : [])));
  return [...referenceLists().values()].filter(({ list }) => !held.has(list)).flatMap(({ records }) => records);
}

function fromFolder(path: string): readonly Rec[] {
  if (!existsSync(path)) throw new NonredError([issue('input/no-such-file', '', '', { given: path })]);
  const inside = join(path, 'lists');
  const { value, issues } = listRecords(existsSync(inside) && statSync(inside).isDirectory() ? inside : path);
  if (issues.length > 0) throw new NonredError(issues);
  return value;
}

export function measuresOf({ equityPpm, votingPpm, boardPpm, debtPpm }: Ownership): (readonly [string, RangePpm])[] {
  return ([['equity', equityPpm], ['voting', votingPpm], ['board', boardPpm], ['debt', debtPpm]] as const).flatMap(([measure, range]) => (range === undefined ? [] : [[measure, range] as const]));
}
