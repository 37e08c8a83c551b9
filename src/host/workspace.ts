/** A workspace folder, or a single bill of materials, from disk. */
import { basename, join } from 'node:path';
import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { issue, type Issue, NonredError, type Read } from '../base/issue.ts';
import { type FileInput, wholeOf } from '../formats/file.ts';
import { readSheets } from '../formats/table/read.ts';
import type { Row } from '../formats/table/sheet.ts';
import { CONFIG_NAME } from '../formats/workspace/config.ts';
import { readWorkspace, type Workspace } from '../formats/workspace/workspace.ts';
import type { Rec } from '../model/record.ts';
import { saltWith, sha256 } from './crypto.ts';
import { FOLDER_LIMITS, fileOn, filesOf, inside, PASSED_OVER } from './files.ts';

/** Beside nonred.yaml, kept out of version control: any bytes, at least 16 of them. */
export const SECRET_NAME = 'nonred.secret';
const SECRET_BYTES = 4096;

/** Everything about the path in one answer: faults of the folder and of what is in it. `more`: read as if they lay in the folder. Throws NonredError where there is no such path. */
export function loadWorkspace(path: string, more: ReadonlyMap<string, FileInput> = new Map()): Read<Workspace> {
  if (!existsSync(path)) throw new NonredError([issue('input/no-such-file', '', '', { given: path })]);
  if (!statSync(path).isDirectory()) return readWorkspace(new Map([[basename(path), fileOn(path)]]), { sha256 });
  const folder = filesOf(path);
  const files = new Map([...folder.value, ...more]);
  const faults: Issue[] = [...folder.issues];
  const secret = files.get(SECRET_NAME);
  files.delete(SECRET_NAME);
  const salt = secret && saltOf(secret, faults);
  const read = readWorkspace(files, salt ? { sha256, hmac: salt } : { sha256 });
  return { value: read.value, issues: [...faults, ...read.issues] };
}

/**
 * The path itself; of a folder that is no workspace but holds some, however deep, these, sorted. A folder inside a workspace
 * belongs to it. A link is followed only to a place inside: what it leads to is found there, each folder once.
 */
export function workspacesIn(path: string): Read<string[]> {
  if (!existsSync(path) || !statSync(path).isDirectory() || existsSync(join(path, CONFIG_NAME))) return { value: [path], issues: [] };
  const found: string[] = [];
  const issues: Issue[] = [];
  const top = realpathSync(path);
  const walk = (folder: string, depth: number): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const at = join(folder, entry.name);
      if (entry.name.startsWith('.') || PASSED_OVER.has(entry.name)) continue;
      if (entry.isSymbolicLink()) {
        if (existsSync(join(at, CONFIG_NAME)) && !inside(top, realpathSync(at))) issues.push(issue('input/outside-workspace', at, '', { given: at }));
      } else if (entry.isDirectory()) {
        if (existsSync(join(at, CONFIG_NAME))) found.push(at);
        else if (depth < FOLDER_LIMITS.depth) walk(at, depth + 1);
        else issues.push(issue('input/too-deep', at, '', { limit: FOLDER_LIMITS.depth }));
      }
    }
  };
  walk(path, 1);
  return { value: found.length === 0 && issues.length === 0 ? [path] : found.sort(), issues };
}

/** The user's own tables that have bill lines in them, as they stand: by the name under which records remember them. */
export function tablesOf(path: string, records: readonly Rec[]): { readonly source: string; readonly rows: readonly Row[] }[] {
  const sources = new Set(records.flatMap((rec) => (rec.kind === 'line' ? (/^(.*), rows? [0-9]/s.exec(rec.origin ?? '')?.[1] ?? []) : [])));
  const files = statSync(path).isDirectory() ? filesOf(path).value : new Map([[basename(path), fileOn(path)]]);
  return [...files].flatMap(([name, file]) => {
    if (![...sources].some((source) => source === name || source.startsWith(`${name} (`))) return [];
    const sheets = readSheets(name, file).value.map((sheet) => ({ source: sheet.name === '' ? name : `${name} (${sheet.name})`, rows: sheet.rows }));
    return sheets.filter(({ source }) => sources.has(source));
  });
}

/** HMAC-SHA-256 under the folder's secret, for hiding names; nothing where there is none. */
export function keyedBy(folder: string): ((text: string) => string) | undefined {
  const secret = filesOf(folder).value.get(SECRET_NAME);
  return secret && saltOf(secret, []);
}

function saltOf(file: FileInput, faults: Issue[]): ((id: string) => string) | undefined {
  const secret = wholeOf(file, SECRET_BYTES);
  if (secret && secret.length >= 16) return saltWith(secret);
  faults.push(issue('input/wrong-shape', SECRET_NAME, '', { wanted: 'a secret of 16 to 4096 bytes' }));
  return undefined;
}
