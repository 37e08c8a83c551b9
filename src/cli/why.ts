/** `nonred why`: the grounds in sentences. It asks again, so it speaks of the workspace as it is now, and writes nothing. */
import { issue, NonredError } from '../base/issue.ts';
import { completions } from '../engine/completions.ts';
import type { CheckResult } from '../engine/result.ts';
import { subjects, why } from '../engine/why.ts';
import { sha256 } from '../host/crypto.ts';
import type { Id, Rec } from '../model/record.ts';
import { terminalWhy } from '../report/terminal.ts';
import type { Lang } from '../text/catalogue.ts';
import { answerTo, type Given } from './answer.ts';
import { EXIT, type Io, lookOf } from './io.ts';

/** A refusal names a few of those it can be about; a bill has thousands. */
const SHOWN = 10;

export async function whyCommand(path: string, subject: string | undefined, { rule, ...given }: Given & { readonly rule?: string }, lang: Lang, io: Io): Promise<number> {
  const { input, result } = await answerTo(path, { ...given, ...(rule !== undefined && { rules: [rule] }) }, lang, io);
  const options = subject === undefined ? {} : { subject: subjectCalled(subject, result, input.records, path), examples: completions(input, sha256) };
  const lines = why(result, lang, sha256, options);
  io.out(terminalWhy(result, lines, lookOf(io, lang)));
  return EXIT.done;
}

/** Whom an assessment is about, by id or, where it is the only one, by name or part number, as people know it from the bill. */
function subjectCalled(given: string, result: CheckResult, records: readonly Rec[], path: string): Id {
  const known = subjects(result);
  if (known.includes(given)) return given;
  const called = new Set(records.flatMap((rec) => (rec.kind === 'product' && (rec.name === given || rec.partNumbers?.includes(given)) ? [rec.id] : [])));
  const found = known.filter((id) => called.has(id));
  if (found.length === 1) return found[0]!;
  const options = found.length > 0 ? found : known;
  const shown = `${options.slice(0, SHOWN).join(', ')}${options.length > SHOWN ? ', ...' : ''}`;
  throw new NonredError([issue('cli/no-such-subject', path, '', { subject: given, options: shown || '-' })]);
}
