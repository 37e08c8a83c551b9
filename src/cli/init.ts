/** `nonred init`: a workspace with templates and a secret of its own. */
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { issue, NonredError } from '../base/issue.ts';
import { templates } from '../formats/workspace/templates.ts';
import { SECRET_NAME } from '../host/workspace.ts';
import { writeWhole } from '../host/write.ts';
import { type Lang, say } from '../text/catalogue.ts';
import { EXIT, type Io, shownPath } from './io.ts';

/** Bytes of the secret under which the workspace's digests are salted. */
const SECRET_BYTES = 32;

export function initCommand(dir: string, lang: Lang, io: Io): number {
  if (existsSync(dir) && (!statSync(dir).isDirectory() || readdirSync(dir).length > 0)) throw new NonredError([issue('cli/not-empty', dir, '', { path: dir })]);
  for (const [name, text] of [...templates(), ['.gitignore', `out/\n${SECRET_NAME}\n`] as const]) writeWhole(join(dir, name), text);
  writeWhole(join(dir, SECRET_NAME), `${randomBytes(SECRET_BYTES).toString('hex')}\n`);
  io.out(`${say(lang, 'cli.done', { path: shownPath(dir) })}\n`);
  return EXIT.done;
}
