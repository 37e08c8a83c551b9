/** `nonred stress`: what breaks, how long we last, what is lost. */
import { availableParallelism } from 'node:os';
import { existsSync, statSync } from 'node:fs';
import { issue, NonredError } from '../base/issue.ts';
import { questionOf } from '../engine/question.ts';
import { askStress } from '../engine/stress-ask.ts';
import { layScenarios, openStress, type Stressed } from '../engine/stress.ts';
import type { EachResult, StressResult } from '../engine/stress-result.ts';
import { readTableFile } from '../host/table.ts';
import { sha256 } from '../host/crypto.ts';
import { loadScenarios, shippedScenarios } from '../host/scenarios.ts';
import { loadWorkspace } from '../host/workspace.ts';
import { writeWhole } from '../host/write.ts';
import type { Program } from '../lp/program.ts';
import { writeCplexLp, writeMps } from '../lp/write.ts';
import { joinParties } from '../screen/joins.ts';
import { cutsOf, type Each } from '../stress/each.ts';
import { closing, impactProgram } from '../stress/program.ts';
import type { OpenMode } from '../stress/scenario.ts';
import { concentrationOf } from '../stress/concentration.ts';
import { timedProgram } from '../stress/timed.ts';
import { type Lang, say } from '../text/catalogue.ts';
import { plain } from '../text/plain.ts';
import { amount, concentrationReport, nameOf, stressReport } from '../report/stress.ts';
import { stressCsv } from '../report/stress-csv.ts';
import { stressPage } from '../report/html/stress.ts';
import { stressText } from '../wire/stress.ts';
import { EXIT, type Io, lookOf, shownPath, refuseIdle, tellWarnings } from './io.ts';

export interface StressOptions {
  readonly scenario?: readonly string[];
  readonly each?: Each;
  readonly survive?: true;
  readonly days?: number;
  readonly open?: OpenMode;
  readonly json?: string;
  readonly csv?: string;
  readonly html?: string;
  readonly writeLp?: string;
  readonly timeLimit?: string;
  readonly threads?: number;
  readonly asOf?: string;
}
/** A cut where nobody says how long. */
const DAYS = 30;

/** `given`: the workspace; where there is none, a folder at the end of the scenarios, which take all words that follow, or else the one we are in. */
export async function stressCommand(given: string | undefined, asked: StressOptions, lang: Lang, io: Io): Promise<number> {
  const last = asked.scenario?.at(-1);
  const swallowed = given === undefined && last !== undefined && existsSync(last) && statSync(last).isDirectory();
  const path = swallowed ? last : (given ?? '.');
  const options = swallowed ? { ...asked, scenario: asked.scenario!.slice(0, -1) } : asked;
  if (!existsSync(path) || !statSync(path).isDirectory()) throw new NonredError([issue('input/no-such-file', '', '', { given: path })]);
  if (options.scenario?.length && !options.each && !options.survive) refuseIdle('stress DIR --each KIND', options, 'days');
  const scenarios = loadScenarios(options.scenario ?? []);
  const days = options.days ?? DAYS;
  const timeLimitSeconds = secondsOf(options.timeLimit);
  const threads = options.threads ?? availableParallelism();
  const { value: workspace, issues } = loadWorkspace(path);
  tellWarnings(io, lang, workspace.warnings);
  if (issues.length > 0) throw new NonredError(issues);
  const question = questionOf(workspace.config, io.today(), options.asOf === undefined ? {} : { asOf: options.asOf });
  const joins = joinParties(workspace.records, sha256);
  const stressed = await openStress([...workspace.records, ...joins.records], question, sha256);
  // Before anything is solved: where the solver gives up, another one can be asked.
  if (options.writeLp !== undefined) writeProgram(options.writeLp, scenarios.length > 0 ? timedProgram(layScenarios(stressed, scenarios, options.open).affected).program : impactProgram(stressed.compiled.chain, days).program);
  const each = options.each ?? (options.survive || scenarios.length === 0 ? 'facility' : undefined);
  const watch = watching(io, lang, threads);
  const result = await askStress(stressed, {
    scenarios, ...(each && { each }), days, survive: options.survive === true || scenarios.length === 0, ...(options.open && { open: options.open }), ...(timeLimitSeconds !== undefined && { timeLimitSeconds }), watch,
  }, workspace.config.madeUp === true);
  watch.done();
  if (options.writeLp !== undefined && scenarios.length === 0 && result.each?.rows[0]) writeProgram(options.writeLp, worstCut(stressed, result.each, options.open));
  tell(result, options, lang, io);
  return result.each && result.each.finished < result.each.count ? EXIT.failed : EXIT.done;
}

/** `item, holder, amount` and what the EU method asks besides. */
export function concentrationCommand(file: string, options: { readonly json?: string }, lang: Lang, io: Io): number {
  if (!existsSync(file)) throw new NonredError([issue('input/no-such-file', '', '', { given: file })]);
  const { value, issues } = concentrationOf(readTableFile(file), shownPath(file));
  if (issues.length > 0) throw new NonredError(issues);
  io.out(options.json === '-' ? `${JSON.stringify(value, null, 1)}\n` : concentrationReport(value, lookOf(io, lang)));
  if (options.json !== undefined && options.json !== '-') writeWhole(options.json, `${JSON.stringify(value, null, 1)}\n`);
  return EXIT.done;
}

export function scenariosCommand(lang: Lang, io: Io): number {
  for (const scenario of loadScenarios(shippedScenarios())) io.out(`${scenario.id}  ${scenario.title[lang]}\n`);
  return EXIT.done;
}

function tell(result: StressResult, { json, csv, html, writeLp }: StressOptions, lang: Lang, io: Io): void {
  const written: string[] = [];
  const put = (target: string | undefined, text: () => string): boolean => {
    if (target === undefined) return false;
    if (target === '-') {
      io.out(text());
      return true;
    }
    writeWhole(target, text());
    written.push(target);
    return false;
  };
  const shown = [put(json, () => stressText(result)), put(csv, () => stressCsv(result)), put(html, () => stressPage(result, lang, sha256))];
  if (shown.some(Boolean)) return;
  io.out(stressReport(result, lookOf(io, lang)));
  if (writeLp !== undefined) io.out(`${writtenProgram(result, shownPath(writeLp), lang)}\n`);
  for (const target of written) io.out(`${say(lang, 'cli.written', { path: shownPath(target) })}\n`);
}

function writeProgram(path: string, program: Program): void {
  writeWhole(path, /\.mps$/i.test(path) ? writeMps(program) : writeCplexLp(program));
}

/** The loss without the worst of what was cut off, and without all that may belong to it: the end of the interval that is shown. */
function worstCut({ compiled, conditions }: Stressed, { by, days, rows }: EachResult, open: OpenMode = 'both'): Program {
  const { program, layout } = impactProgram(compiled.chain, days);
  const cut = cutsOf(by, compiled, conditions).find(({ id }) => id === rows[0]!.id)!;
  const upper = program.upper.slice();
  for (const { at } of closing(layout, { plants: open === 'spared' ? cut.sure : [...cut.sure, ...cut.open] })) upper[at] = 0;
  return { ...program, upper };
}

/** What the optimum of the written program is, so that another solver's can be compared. */
function writtenProgram(result: StressResult, path: string, lang: Lang): string {
  const [last, worst] = [result.scenarios.at(-1), result.each?.rows[0]];
  const of = last ? plain(last.title[lang]) : worst && result.each ? nameOf(result, result.each.by, worst.id, lang) : undefined;
  const loss = last?.loss.hi ?? worst?.loss.hi;
  return of === undefined || loss === undefined ? say(lang, 'cli.written', { path }) : say(lang, last ? 'stress.written.scenario' : 'stress.written.cut', { path, of, loss: amount(result, loss, lang) });
}

/** Progress on a terminal's stderr, with the time left; Ctrl-C ends the work and keeps what is finished. */
function watching(io: Io, lang: Lang, threads: number): { readonly threads: number; progress(done: number, count: number): void; stopped(): boolean; done(): void } {
  const started = io.clock?.() ?? 0;
  let told = 0;
  let shown = false;
  io.onInterrupt?.();
  return {
    threads,
    progress(done, count) {
      const now = io.clock?.() ?? 0;
      if (!io.progress || now - told < 200) return;
      told = now;
      shown = true;
      io.progress(say(lang, 'cli.stress.progress', { done, count, seconds: Math.ceil(((now - started) / done) * (count - done) / 1000) }));
    },
    stopped: () => io.interrupted?.() ?? false,
    done: () => { if (shown) io.progress?.(''); },
  };
}

function secondsOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^[0-9]{1,6}(\.[0-9]{1,6})?$/.test(text) || Number(text) === 0) throw new NonredError([issue('input/not-a-number', '--time-limit', '', { given: text })]);
  return Number(text);
}
