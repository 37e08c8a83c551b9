/**
 * A workspace: the files of a folder to records, question and warnings. Pure: the host gives the files (host/workspace.ts),
 * the hash, and the salt where the workspace has a secret. All faults at once, sorted; good rows are kept for reporting,
 * but a workspace with a fault is not to be judged.
 */
import { type Issue, issue, type Read } from '../../base/issue.ts';
import { pointerOf } from '../../base/pointer.ts';
import { decodeUtf8 } from '../../base/utf8.ts';
import type { Digest, Id, Rec } from '../../model/record.ts';
import { type FileInput, wholeOf } from '../file.ts';
import { isTableName, readSheets } from '../table/read.ts';
import type { Sheet } from '../table/sheet.ts';
import { checkRecords } from './checks.ts';
import { CONFIG_NAME, type Config, type FileConfig, readConfig } from './config.ts';
import type { Draft } from './draft.ts';
import { FACTS } from './facts.ts';
import { lines } from './lines.ts';
import { listings, parties } from './named.ts';
import { safePath } from './path.ts';
import { push, References } from './references.ts';
import { rowsOf, type TableRow } from './rows.ts';
import { Statements } from './statements.ts';
import { type Table, type TableName, TABLES, tableNamed } from './tables.ts';

export interface WorkspaceHost {
  readonly sha256: (data: string | Uint8Array) => Digest;
  /** HMAC-SHA-256 of a record id under the workspace's secret; absent: records have no salt. */
  readonly hmac?: (id: Id) => Digest;
}
/** A row of a table that has no records yet. */
export interface PlainRow { readonly origin: string; readonly cells: Readonly<Record<string, string>> }
/** A column of a bill of materials that was guessed, and why. */
export interface Guess { readonly file: string; readonly sheet: string; readonly field: string; readonly column: string; readonly why: string }
export interface Workspace {
  readonly records: readonly Rec[];
  readonly config: Config;
  /** What stands beside the records and refuses nothing. */
  readonly warnings: readonly Issue[];
  /** Every file that was read. */
  readonly files: readonly { readonly name: string; readonly sha256: Digest; readonly rows: number }[];
  /** Bill lines read. */
  readonly lines: number;
  readonly guesses: readonly Guess[];
  readonly screenings: readonly PlainRow[];
  readonly demands: readonly PlainRow[];
  readonly inventories: readonly PlainRow[];
}

export function readWorkspace(files: ReadonlyMap<string, FileInput>, host: WorkspaceHost): Read<Workspace> {
  const issues: Issue[] = [];
  const warnings: Issue[] = [];
  const read: { name: string; sha256: Digest; rows: number }[] = [];
  const digests = new Map<string, Digest>();
  const digestOfFile = (path: string): Digest | undefined => {
    const file = files.get(path);
    const known = digests.get(path);
    if (!file || known) return known;
    const digest = file.sha256?.() ?? host.sha256(wholeOf(file, Infinity)!);
    digests.set(path, digest);
    return digest;
  };
  const config = configOf(files, issues);
  if (files.has(CONFIG_NAME)) read.push({ name: CONFIG_NAME, sha256: digestOfFile(CONFIG_NAME)!, rows: 0 });

  const rows = new Map<TableName, TableRow[]>();
  for (const name of [...files.keys()].sort()) {
    const stated = config.tables?.[name];
    if (!isTableName(name) || (name.includes('/') && !stated)) continue;
    const sheets = readSheets(name, files.get(name)!);
    issues.push(...sheets.issues);
    if (sheets.issues.length > 0) continue;
    let count = 0;
    for (const [table, sheet] of tablesIn(name, sheets.value, stated)) {
      const source = sheet.name ? `${name} (${sheet.name})` : name;
      const found = rowsOf(sheet, source, table, issues, warnings);
      count += found.length;
      for (const row of found) push(rows, table.name, row);
    }
    read.push({ name, sha256: digestOfFile(name)!, rows: count });
  }
  for (const name of Object.keys(config.tables ?? {}))
    if (!files.has(name)) issues.push(issue(safePath(name) === name ? 'input/no-such-file' : 'input/outside-workspace', CONFIG_NAME, pointerOf('tables', name), { given: name }));

  const draft: Draft = { records: [], places: new Map(), issues, warnings, salt: host.hmac };
  const of = (name: TableName): readonly TableRow[] => rows.get(name) ?? [];
  parties(of('parties'), draft);
  listings(of('listings'), draft);
  for (const name of Object.keys(FACTS) as (keyof typeof FACTS)[]) for (const row of of(name)) FACTS[name](row, draft);
  lines(of('lines'), draft);
  const references = new References(draft.records);
  const statements = new Statements(draft, references, host.sha256);
  let known = draft.records.length;
  const learn = (): void => { for (; known < draft.records.length; known++) references.add(draft.records[known]!); };
  statements.completeness(of('completeness'), config.asOf);
  learn();
  statements.evidence(of('evidence'), digestOfFile);
  learn();
  statements.judgements(of('judgements'));

  const kept = (name: TableName): PlainRow[] => of(name).map(({ cells, notes }) => ({ origin: `${cells.source}, row ${cells.row}`, cells: { ...cells.all(), ...Object.fromEntries(notes) } }));
  const [screenings, demands, inventories] = [kept('screenings'), kept('demands'), kept('inventories')];
  warnings.push(...namedWithoutRecord(rows, references));
  checkRecords(draft, config.product);
  const value: Workspace = {
    records: draft.records, config, warnings: sortedOnce(warnings), files: read, lines: draft.records.filter(({ kind }) => kind === 'line').length, guesses: [],
    screenings, demands, inventories,
  };
  return { value, issues: sortedOnce(issues) };
}

const CONFIG_BYTES = 1 << 20;

function configOf(files: ReadonlyMap<string, FileInput>, issues: Issue[]): Config {
  const file = files.get(CONFIG_NAME);
  if (!file) return {};
  const bytes = wholeOf(file, CONFIG_BYTES);
  if (!bytes) {
    issues.push(issue('input/too-large', CONFIG_NAME, '', { what: 'bytes', count: file.size, limit: CONFIG_BYTES }));
    return {};
  }
  const decoded = decodeUtf8(bytes, CONFIG_NAME);
  if ('issue' in decoded) {
    issues.push(decoded.issue);
    return {};
  }
  const config = readConfig(decoded.text.replace(/^\ufeff/, ''), CONFIG_NAME);
  issues.push(...config.issues);
  return config.value;
}

/** Which table each sheet is: by nonred.yaml, by the sheet's name, or by the file's. */
function tablesIn(name: string, sheets: readonly Sheet[], stated: FileConfig | undefined): [Table, Sheet][] {
  const byFile = tableNamed(stated?.as ?? name.replace(/^.*\//, '').replace(/\.[^.]+$/, '').toLowerCase());
  const sheet = sheets[0];
  return byFile && sheet ? [[byFile, sheet]] : [];
}

/** Ids in cells that no table has a record for: the thing is open, not wrong. Said once an id and column. */
function namedWithoutRecord(rows: ReadonlyMap<TableName, readonly TableRow[]>, references: References): Issue[] {
  const found: Issue[] = [];
  for (const table of TABLES)
    for (const { name, to } of table.columns) {
      if (to === undefined) continue;
      const said = new Set<string>();
      for (const { cells } of rows.get(table.name) ?? []) {
        const id = cells.id(name);
        if (id === undefined || said.has(id) || references.has(to, id)) continue;
        said.add(id);
        found.push(issue('input/no-such-id', cells.source, cells.place(name), { given: id }));
      }
    }
  return found;
}

/** By place; a cell that was read twice has its fault once. */
function sortedOnce(issues: readonly Issue[]): Issue[] {
  const one = new Map(issues.map((fault) => [JSON.stringify([fault.at, fault.code, fault.params]), fault]));
  return [...one.values()].sort(byPlace);
}
function byPlace(a: Issue, b: Issue): number {
  return compare(a.at.source, b.at.source) || a.at.pointer.localeCompare(b.at.pointer, 'en', { numeric: true }) || compare(a.code, b.code);
}
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
