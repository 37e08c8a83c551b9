/** Writing whole files or nothing. */
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
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
