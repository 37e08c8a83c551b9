/** `nonred diff A B`: two results, or two workspaces as they are now. */
import { statSync, existsSync } from 'node:fs';
import { issue, NonredError } from '../base/issue.ts';
import { disagreements } from '../certify/agree.ts';
import type { GroundsFile } from '../certify/claim.ts';
import { diffResults } from '../engine/diff.ts';
import type { CheckResult } from '../engine/result.ts';
import { sha256 } from '../host/crypto.ts';
import { diffLines } from '../report/diff.ts';
import { footer } from '../report/terminal.ts';
import { packResult } from '../wire/result.ts';
import { type Lang, say } from '../text/catalogue.ts';
import { answerTo } from './answer.ts';
import { EXIT, type Io } from './io.ts';
import { openResult } from './result-file.ts';

export async function diffCommand(a: string, b: string, { json }: { readonly json?: true }, lang: Lang, io: Io): Promise<number> {
  const [before, after] = [await resultOf(a, lang, io), await resultOf(b, lang, io)];
  const diff = diffResults(before, after, sha256);
  if (json) {
    io.out(`${JSON.stringify({ version: 1, ...diff }, null, 2)}\n`);
    return EXIT.done;
  }
  if (before.madeUp || after.madeUp) io.out(`*** ${say(lang, 'report.madeUp')} ***\n`);
  io.out(`${diffLines({ diff, before, after }, lang, sha256).join('\n')}\n\n${footer(after, lang).join('\n')}\n`);
  return EXIT.done;
}

async function resultOf(path: string, lang: Lang, io: Io): Promise<CheckResult> {
  if (!existsSync(path)) throw new NonredError([issue('input/no-such-file', '', '', { given: path })]);
  if (statSync(path).isDirectory()) return (await answerTo(path, {}, lang, io)).result;
  const { result } = openResult(path, lang, io);
  // Its verdicts are compared as they stand: one that somebody wrote over would be told as a change, or hide one.
  const faults = [...disagreements(packResult(result, sha256) as unknown as GroundsFile)];
  if (faults.length > 0) throw new NonredError(faults.map(({ at }) => issue('result/disagrees', path, at)));
  return result;
}
