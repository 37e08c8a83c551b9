/**
 * The files of a workspace folder, opened safely: nothing outside the folder, no pipe or device, no more than the limits,
 * and read in pieces. A link is followed only to a place inside. What is opened is checked again once it is open, so that
 * a file that is swapped meanwhile is not read.
 */
import { closeSync, constants, fstatSync, lstatSync, openSync, readdirSync, readSync, realpathSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type Issue, issue, NonredError, type Read } from '../base/issue.ts';
import type { FileInput } from '../formats/file.ts';
import { sha256Of } from './crypto.ts';

export interface FolderLimits {
  readonly files: number;
  /** Folders inside each other. */
  readonly depth: number;
}
export const FOLDER_LIMITS: FolderLimits = { files: 10_000, depth: 8 };

const PIECE = 64 << 10;
/** Never entered: not the user's data. */
export const PASSED_OVER: ReadonlySet<string> = new Set(['node_modules', '.git', 'out', 'issued']);

/** By path inside the folder, with slashes. Hidden files are passed over. */
export function filesOf(folder: string, limits: FolderLimits = FOLDER_LIMITS): Read<ReadonlyMap<string, FileInput>> {
  const top = realpathSync(folder);
  const files = new Map<string, FileInput>();
  const issues: Issue[] = [];
  const walk = (below: string, depth: number): void => {
    for (const entry of readdirSync(join(top, below), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (files.size >= limits.files) return;
      if (entry.name.startsWith('.') || PASSED_OVER.has(entry.name)) continue;
      const name = below ? `${below}/${entry.name}` : entry.name;
      const kind = entry.isSymbolicLink() ? kindOfLink(top, name) : entry.isDirectory() ? 'folder' : entry.isFile() ? 'file' : 'other';
      if (kind === 'outside') issues.push(issue('input/outside-workspace', name, '', { given: name }));
      else if (kind === 'other') issues.push(issue('input/not-a-file', name, '', { given: name }));
      else if (kind === 'file') files.set(name, fileAt(top, name));
      else if (!entry.isSymbolicLink()) { // a link to a folder could lead round in a circle
        if (depth < limits.depth) walk(name, depth + 1);
        else issues.push(issue('input/too-deep', name, '', { limit: limits.depth }));
      }
    }
  };
  walk('', 0);
  if (files.size >= limits.files) issues.push(issue('input/too-large', '', '', { what: 'files', count: files.size, limit: limits.files }));
  return { value: files, issues };
}

/** One file by its own path, wherever it is: for a bill of materials on the command line. */
export function fileOn(path: string): FileInput {
  return open(path, undefined, path);
}

function kindOfLink(top: string, name: string): 'file' | 'folder' | 'outside' | 'other' {
  let real: string;
  try {
    real = realpathSync(join(top, name));
  } catch {
    return 'outside'; // dangling, or a circle
  }
  if (!inside(top, real)) return 'outside';
  const stat = lstatSync(real);
  return stat.isFile() ? 'file' : stat.isDirectory() ? 'folder' : 'other';
}

/** Is a real path below a real folder? */
export function inside(top: string, path: string): boolean {
  const way = relative(top, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !/^(?:[a-z]:|[\\/])/i.test(way);
}

function fileAt(top: string, name: string): FileInput {
  return open(join(top, name), top, name);
}

function open(path: string, top: string | undefined, name: string): FileInput {
  const chunks = (): Iterable<Uint8Array> => piecesOf(path, top, name);
  return { size: lstatSync(realpathSync(path)).size, chunks, sha256: () => sha256Of(chunks()) };
}

/** The buffer is used again for each piece. */
function* piecesOf(path: string, top: string | undefined, name: string): Generator<Uint8Array> {
  const real = realpathSync(path);
  if (top !== undefined && !inside(top, real)) throw new NonredError([issue('input/outside-workspace', name, '', { given: name })]);
  // Not to wait for the other end of a pipe, and not to follow what became a link since.
  const handle = openSync(real, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0));
  try {
    if (!fstatSync(handle).isFile()) throw new NonredError([issue('input/not-a-file', name, '', { given: name })]);
    const buffer = new Uint8Array(PIECE);
    for (;;) {
      const size = readSync(handle, buffer, 0, PIECE, null);
      if (size === 0) return;
      yield buffer.subarray(0, size);
    }
  } finally {
    closeSync(handle);
  }
}
