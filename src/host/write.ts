/** Writing whole files or nothing. */
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { issue, NonredError } from '../base/issue.ts';

/** The target is either as it was or the whole new text: it is written beside and renamed. Throws NonredError `cli/cannot-write`. */
export function writeWhole(path: string, text: string | Uint8Array): void {
  const beside = `${path}.${process.pid}.new`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(beside, text);
    renameSync(beside, path);
  } catch (cause) {
    if (existsSync(beside)) rmSync(beside);
    throw new NonredError([issue('cli/cannot-write', path, '', { path, why: (cause as NodeJS.ErrnoException).code ?? String(cause) })]);
  }
}

/** A folder of files that is there whole or not at all; it must not be there yet. Throws NonredError `cli/cannot-write`. */
export function writeFolder(path: string, files: ReadonlyMap<string, string | Uint8Array>): void {
  const beside = `${path}.${process.pid}.new`;
  try {
    mkdirSync(beside, { recursive: true });
    for (const [name, text] of files) writeFileSync(join(beside, name), text);
    renameSync(beside, path);
  } catch (cause) {
    rmSync(beside, { recursive: true, force: true });
    throw new NonredError([issue('cli/cannot-write', path, '', { path, why: (cause as NodeJS.ErrnoException).code ?? String(cause) })]);
  }
}
