/** Writing whole files or nothing. */
import { mkdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { issue, NonredError } from '../base/issue.ts';

/**
 * The target is either as it was or the whole new text: it is written beside and renamed. A link stays one, and what it leads to is
 * written; a device or a pipe (`/dev/null`, `/dev/stdout`) is written to and not replaced. Throws NonredError `cli/cannot-write`.
 */
export function writeWhole(path: string, text: string | Uint8Array): void {
  stage([[path, text]]).commit();
}

/** Files that are written beside their places and stand in them after `commit`; `discard` leaves nothing. */
export interface Staged { commit(): void; discard(): void }

/** What cannot be written is found here, before any of them is in its place. Throws NonredError `cli/cannot-write`. */
export function stage(files: Iterable<readonly [path: string, text: string | Uint8Array]>): Staged {
  const waiting: { readonly path: string; readonly beside?: string; readonly put: () => void }[] = [];
  const discard = (): void => {
    for (const { beside } of waiting) if (beside !== undefined) rmSync(beside, { force: true });
  };
  const guarded = (path: string, act: () => void): void => {
    try {
      act();
    } catch (cause) {
      discard();
      throw new NonredError([issue('cli/cannot-write', path, '', { path, why: (cause as NodeJS.ErrnoException).code ?? String(cause) })]);
    }
  };
  for (const [path, text] of files) guarded(path, () => {
    const there = statSync(path, { throwIfNoEntry: false });
    if (there?.isDirectory()) throw Object.assign(new Error(path), { code: 'EISDIR' });
    if (there !== undefined && !there.isFile()) return void waiting.push({ path, put: () => writeFileSync(path, text) });
    const target = there === undefined ? path : realpathSync(path);
    mkdirSync(dirname(target), { recursive: true });
    const beside = `${target}.${process.pid}.new`;
    waiting.push({ path, beside, put: () => renameSync(beside, target) });
    writeFileSync(beside, text, { mode: (there?.mode ?? 0o666) & 0o777 });
  });
  return { discard, commit: () => { for (const { path, put } of waiting) guarded(path, put); } };
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
