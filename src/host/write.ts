/** Writing whole files or nothing. */
import { mkdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { issue, NonredError } from '../base/issue.ts';

/**
 * The target is either as it was or the whole new text: it is written beside and renamed. A link stays one, and what it leads to is
 * written; a device or a pipe (`/dev/null`, `/dev/stdout`) is written to and not replaced. Throws NonredError `cli/cannot-write`.
 */
export function writeWhole(path: string, text: string | Uint8Array): void {
  let beside: string | undefined;
  try {
    const there = statSync(path, { throwIfNoEntry: false });
    if (there !== undefined && !there.isFile() && !there.isDirectory()) return writeFileSync(path, text);
    const target = there === undefined ? path : realpathSync(path);
    mkdirSync(dirname(target), { recursive: true });
    beside = `${target}.${process.pid}.new`;
    writeFileSync(beside, text, { mode: (there?.mode ?? 0o666) & 0o777 });
    renameSync(beside, target);
  } catch (cause) {
    if (beside !== undefined) rmSync(beside, { force: true });
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
