/** `nonred check DIR1 DIR2 ...`: a table of products, and the parts that keep them from being clear, each once. */
import { join } from 'node:path';
import { allOf } from '../base/verdict.ts';
import { type Member, sharedParts } from '../engine/portfolio.ts';
import { sha256 } from '../host/crypto.ts';
import { writeWhole } from '../host/write.ts';
import { htmlPortfolio, terminalPortfolio } from '../report/portfolio.ts';
import { issue, NonredError } from '../base/issue.ts';
import { type Lang, say } from '../text/catalogue.ts';
import { packResult, resultText } from '../wire/result.ts';
import { answerTo } from './answer.ts';
import { type CheckOptions, exitOf, RESULT } from './check.ts';
import { type Io, lookOf, shownPath } from './io.ts';
import { FORMS } from './outputs.ts';

/** A fault in one workspace refuses the whole: a portfolio with a product left out is not an answer. */
export async function portfolioCommand(paths: readonly string[], options: CheckOptions, lang: Lang, io: Io): Promise<number> {
  for (const form of FORMS) if (form !== 'html' && options[form] !== undefined) throw new NonredError([issue('cli/one-at-a-time', '', '', { option: `--${form}` })]);
  const members: Member[] = [];
  const faults: NonredError[] = [];
  for (const path of paths) {
    try {
      const { result, records, folder } = await answerTo(path, options, lang, io);
      members.push({ path, result, records });
      if (folder !== undefined) writeWhole(join(folder, RESULT), resultText(packResult(result, sha256)));
    } catch (thrown) {
      if (!(thrown instanceof NonredError)) throw thrown;
      faults.push(thrown);
    }
  }
  if (faults.length > 0) throw new NonredError(faults.flatMap(({ issues }) => issues));
  const shared = sharedParts(members);
  io.out(terminalPortfolio(members, shared, lookOf(io, lang)));
  if (options.html !== undefined) {
    writeWhole(options.html, htmlPortfolio(members, shared, lang, sha256));
    io.err(`${say(lang, 'cli.output', { path: shownPath(options.html) })}\n`);
  }
  return exitOf(allOf(members.map(({ result }) => result.verdict)), options.failOn);
}
