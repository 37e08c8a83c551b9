/** `nonred check`: the answer to a person, and as a file. */
import { join } from 'node:path';
import { sha256 } from '../host/crypto.ts';
import { writeWhole } from '../host/write.ts';
import { terminalReport } from '../report/terminal.ts';
import { type Lang, say } from '../text/catalogue.ts';
import { packResult, resultText } from '../wire/result.ts';
import { answerTo } from './answer.ts';
import { EXIT_OF, type Io, lookOf, shownPath } from './io.ts';

export interface CheckOptions { readonly rules?: readonly string[]; readonly asOf?: string; readonly json?: string }

/** Where the result of a workspace lies, from its folder. */
export const RESULT: string = join('out', 'result.json');

export async function checkCommand(path: string, options: CheckOptions, lang: Lang, io: Io): Promise<number> {
  const { result, folder } = await answerTo(path, options, lang, io);
  const text = resultText(packResult(result, sha256));
  if (options.json === '-') {
    io.out(text);
    return EXIT_OF[result.verdict];
  }
  const target = options.json ?? (folder === undefined ? undefined : join(folder, RESULT));
  if (target !== undefined) writeWhole(target, text);
  io.out(terminalReport(result, lookOf(io, lang), sha256));
  if (target !== undefined) io.out(`${say(lang, 'cli.written', { path: shownPath(target) })}\n`);
  return EXIT_OF[result.verdict];
}
