/** `nonred screen`: names, a file of names, or the parties of a workspace, against lists. */
import { existsSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Issue, issue, NonredError } from '../base/issue.ts';
import { screen, screeningRecords, type Screening, type Subject, subjectsOf } from '../engine/screen.ts';
import { readSheets } from '../formats/table/read.ts';
import { sha256 } from '../host/crypto.ts';
import { fileOn } from '../host/files.ts';
import { listRecords } from '../host/lists.ts';
import { referenceLists } from '../host/reference.ts';
import { loadWorkspace } from '../host/workspace.ts';
import { writeWhole } from '../host/write.ts';
import type { Ownership, RangePpm, Rec } from '../model/record.ts';
import { html, type Markup, both } from '../report/html/markup.ts';
import { screeningPage, screeningText } from '../report/screening.ts';
import { type Lang, say } from '../text/catalogue.ts';
import { EXIT_OF, type Io, lookOf, shownPath, tellWarnings } from './io.ts';

export interface ScreenOptions { readonly file?: string; readonly lists?: string; readonly person?: boolean; readonly asOf?: string; readonly json?: string; readonly html?: string }

export function screenCommand(names: readonly string[], options: ScreenOptions, lang: Lang, io: Io): number {
  const { screening, records } = screenedBy(names, options, lang, io);
  const data = `${JSON.stringify({ screening: 1, ...screening, records: screeningRecords(screening) }, null, 2)}\n`;
  if (options.json === '-') io.out(data);
  else io.out(screeningText(screening, lookOf(io, lang)));
  if (options.json !== undefined && options.json !== '-') writeWhole(options.json, data);
  if (options.html !== undefined) writeWhole(options.html, screeningPage(screening, lang, sha256, stakesOf(screening, records)));
  for (const path of [options.json, options.html]) if (path !== undefined && path !== '-') io.err(`${say(lang, 'cli.output', { path: shownPath(path) })}\n`);
  return EXIT_OF[screening.verdict];
}

/** Everything but what is shown: for `watch` too. */
export function screenedBy(names: readonly string[], options: ScreenOptions, lang: Lang, io: Io): { screening: Screening; records: readonly Rec[] } {
  const folder = names.length === 1 && existsSync(names[0]!) && statSync(names[0]!).isDirectory() ? names[0] : undefined;
  const typed = folder === undefined ? names : [];
  if (folder === undefined && typed.length === 0 && options.file === undefined) throw new NonredError([issue('cli/usage', '', '', { given: say(lang, 'cli.screen') })]);
  const own = folder === undefined ? [] : workspaceRecords(folder, lang, io);
  const lists = options.lists === undefined ? referenceFor(own) : fromFolder(options.lists);
  const kind = options.person ? ('person' as const) : undefined;
  const subjects: Subject[] = [...typed.map((name) => ({ label: name, names: [name], kind })), ...(options.file === undefined ? [] : fromFile(options.file, kind)), ...(folder === undefined ? [] : subjectsOf(own, sha256))];
  const records = [...own, ...lists];
  return { screening: screen(subjects, records, options.asOf ?? io.today(), sha256), records };
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

/** A column `name`; `kind`, `id`, `idScheme`, `idValue`, `born` where there are. */
function fromFile(path: string, kind: 'person' | undefined): Subject[] {
  if (!existsSync(path)) throw new NonredError([issue('input/no-such-file', '', '', { given: path })]);
  const source = basename(path);
  const { value, issues } = readSheets(source, fileOn(path));
  const faults: Issue[] = [...issues];
  const rows = value[0]?.rows ?? [];
  const head = (rows[0]?.cells ?? []).map((cell) => cell.trim().toLowerCase());
  const cell = (cells: readonly string[], column: string): string | undefined => {
    const at = head.indexOf(column);
    return at < 0 ? undefined : cells[at]?.trim() || undefined;
  };
  if (!head.includes('name') && faults.length === 0) faults.push(issue('input/missing', source, '', { field: 'name' }));
  if (faults.length > 0) throw new NonredError(faults);
  return rows.slice(1).flatMap(({ cells }): Subject[] => {
    const name = cell(cells, 'name');
    if (name === undefined) return [];
    const [scheme, value] = [cell(cells, 'idscheme'), cell(cells, 'idvalue')];
    const said = cell(cells, 'kind');
    return [{ label: name, names: [name, ...(cell(cells, 'aliases')?.split('|').map((one) => one.trim()).filter(Boolean) ?? [])], kind: said === 'person' ? 'person' : said === undefined ? kind : 'company', ...(scheme !== undefined && value !== undefined && { ids: [{ scheme, value }] }), born: cell(cells, 'born') }];
  });
}

/** Stakes in what was screened, as recorded. */
function stakesOf({ results, asOf }: Screening, records: readonly Rec[]): Map<string, Markup[]> {
  const labels = new Map(results.flatMap(({ subject }) => (subject.party === undefined ? [] : [[subject.party, subject.label] as const])));
  const stakes = new Map<string, Markup[]>();
  for (const rec of records) {
    if (rec.kind !== 'ownership' || (rec.validFrom !== undefined && rec.validFrom > asOf) || (rec.validTo !== undefined && rec.validTo <= asOf)) continue;
    const asset = labels.get(rec.asset);
    if (asset === undefined) continue;
    for (const [measure, { lo, hi }] of measuresOf(rec)) stakes.set(asset, [...(stakes.get(asset) ?? []), html`${both((lang) => say(lang, 'screen.stake', { owner: labels.get(rec.owner) ?? rec.owner, lo: String(lo / 10_000), hi: String(hi / 10_000), measure }))}`]);
  }
  return stakes;
}

export function measuresOf({ equityPpm, votingPpm, boardPpm, debtPpm }: Ownership): (readonly [string, RangePpm])[] {
  return ([['equity', equityPpm], ['voting', votingPpm], ['board', boardPpm], ['debt', debtPpm]] as const).flatMap(([measure, range]) => (range === undefined ? [] : [[measure, range] as const]));
}
