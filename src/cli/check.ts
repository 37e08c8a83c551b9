/** `nonred check`: the answer to a person, and as files. Several workspaces are a portfolio. */
import { join } from 'node:path';
import { issue, NonredError } from '../base/issue.ts';
import { sha256 } from '../host/crypto.ts';
import { workspacesIn } from '../host/workspace.ts';
import { writeWhole } from '../host/write.ts';
import type { Verdict } from '../base/verdict.ts';
import { htmlRefusal } from '../report/html/issues.ts';
import { terminalReport } from '../report/terminal.ts';
import { type Lang, say } from '../text/catalogue.ts';
import { packResult, resultText } from '../wire/result.ts';
import { type Answer, answerTo, type Given } from './answer.ts';
import { EXIT, EXIT_OF, type Io, lookOf, refuseIdle, shownPath } from './io.ts';
import { type Outputs, writeOutputs } from './outputs.ts';
import { portfolioCommand } from './portfolio.ts';
import { timelineCommand } from './timeline.ts';

export interface CheckOptions extends Outputs, Given { readonly failOn?: 'red' | 'unknown'; readonly timeline?: boolean; readonly until?: string; readonly aging?: boolean; readonly threads?: number }

/** Where the result of a workspace lies, from its folder. */
export const RESULT: string = join('out', 'result.json');

export async function checkCommand(given: readonly string[], options: CheckOptions, lang: Lang, io: Io): Promise<number> {
  const found = given.map(workspacesIn);
  const [paths, issues] = [found.flatMap(({ value }) => value), found.flatMap((one) => one.issues)];
  if (options.timeline) {
    if (paths.length > 1) throw new NonredError([issue('cli/one-at-a-time', '', '', { option: '--timeline' })]);
    return timelineCommand(paths[0]!, options, lang, io);
  }
  refuseIdle('check DIR --timeline', options, 'until', 'aging');
  if (paths.length > 1) return portfolioCommand(paths, issues, options, lang, io);
  if (issues.length > 0) throw new NonredError(issues);
  const answer = await answerOrPage(paths[0]!, options, lang, io);
  const { result, folder } = answer;
  const target = folder === undefined || options.json !== undefined ? undefined : join(folder, RESULT);
  if (target !== undefined) writeWhole(target, resultText(packResult(result, sha256)));
  if (!writeOutputs(answer, options, lang, io)) {
    io.out(terminalReport(result, lookOf(io, lang), sha256));
    if (target !== undefined) io.out(`${say(lang, 'cli.written', { path: shownPath(target) })}\n`);
  }
  return exitOf(result.verdict, options.failOn);
}

/** Where the input is refused a page that was asked for says so: an older answer must not lie in its place. */
async function answerOrPage(path: string, options: CheckOptions, lang: Lang, io: Io): Promise<Answer> {
  try {
    return await answerTo(path, options, lang, io);
  } catch (thrown) {
    if (thrown instanceof NonredError && options.html !== undefined && options.html !== '-') {
      writeWhole(options.html, htmlRefusal(path, thrown.issues, lang, sha256));
      io.err(`${say(lang, 'cli.output', { path: shownPath(options.html) })}\n`);
    }
    throw thrown;
  }
}

/** What a pipeline stops at: by default at everything but clear; with `red` an unknown passes. */
export function exitOf(verdict: Verdict, failOn: CheckOptions['failOn']): number {
  return failOn === 'red' && verdict === 'unknown' ? EXIT.done : EXIT_OF[verdict];
}
