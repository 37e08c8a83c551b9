/** `nonred why`: the grounds in sentences. It asks again, so it speaks of the workspace as it is now, and writes nothing. */
import { issue, NonredError } from '../base/issue.ts';
import { completions } from '../engine/completions.ts';
import { subjects, why } from '../engine/why.ts';
import { sha256 } from '../host/crypto.ts';
import { terminalWhy } from '../report/terminal.ts';
import type { Lang } from '../text/catalogue.ts';
import { answerTo, type Given } from './answer.ts';
import { EXIT, type Io, lookOf } from './io.ts';

export async function whyCommand(path: string, subject: string | undefined, { rule, ...given }: Given & { readonly rule?: string }, lang: Lang, io: Io): Promise<number> {
  const { input, result } = await answerTo(path, { ...given, ...(rule !== undefined && { rules: [rule] }) }, lang, io);
  const lines = why(result, lang, sha256, subject === undefined ? {} : { subject, examples: completions(input, sha256) });
  if (lines.length === 0 && subject !== undefined) throw new NonredError([issue('cli/no-such-subject', path, '', { subject, options: subjects(result).join(', ') || '-' })]);
  io.out(terminalWhy(result, lines, lookOf(io, lang)));
  return EXIT.done;
}
