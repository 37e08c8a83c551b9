import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Read-only material that is not part of the project: NONRED_SHARED, or `shared` beside the checkout. */
const SHARED = process.env.NONRED_SHARED ?? fileURLToPath(new URL('../../../shared', import.meta.url));

/** A folder of it; where it is missing, says that the test was not run. */
export function shared(...parts: readonly string[]): string | undefined {
  const path = join(SHARED, ...parts);
  if (existsSync(path)) return path;
  process.stdout.write(`not run: ${parts.join('/')} is not here (NONRED_SHARED names its folder)\n`);
  return undefined;
}
