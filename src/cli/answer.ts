/** From a path on the command line to an answer: the workspace read whole or refused, the rulebooks, the question. */
import { existsSync, statSync } from 'node:fs';
import { countryName } from '../base/countries.ts';
import { type Issue, issue, NonredError } from '../base/issue.ts';
import { assemble, type Assembled } from '../engine/assembled.ts';
import { check, type CheckInput } from '../engine/check.ts';
import { digestOf } from '../model/digest.ts';
import { lostDigests } from '../engine/lost-digests.ts';
import { questionOf } from '../engine/question.ts';
import type { CheckResult } from '../engine/result.ts';
import { sha256 } from '../host/crypto.ts';
import { knownNames, reference } from '../host/reference.ts';
import { type Chosen, judgedBy, loadRulebooks, otherTexts, rulebookFolders, unreadRulebooks } from '../host/rulebooks.ts';
import { loadWorkspace } from '../host/workspace.ts';
import { CONFIG_NAME, type Config } from '../formats/workspace/config.ts';
import type { Day, Rec } from '../model/record.ts';
import { analyse } from '../rules/analyse.ts';
import type { Rulebook } from '../rules/rulebook.ts';
import { strangeCategories } from '../rules/strange-categories.ts';
import { strangeSubstances } from '../rules/strange-substances.ts';
import { strangeQuestion, strangeWords } from '../rules/strange-words.ts';
import { spellingIssues, spellings, type Spelling } from '../screen/spellings.ts';
import { type Lang, list, say } from '../text/catalogue.ts';
import { type Io, tellWarnings } from './io.ts';

export interface Answer {
  readonly input: CheckInput;
  readonly result: CheckResult;
  /** All of them, cited or not. */
  readonly records: readonly Rec[];
  readonly path: string;
  /** Absent where a single bill of materials was given. */
  readonly folder?: string;
  /** Warnings about what was read. */
  readonly noticed: readonly Issue[];
}

/** Throws NonredError with every fault of the workspace: one with a fault is not judged. What was assumed is said on stderr. */
export async function answerTo(path: string, given: Given, lang: Lang, io: Io): Promise<Answer> {
  const { input, folder, noticed } = inputTo(path, given, lang, io);
  return { input, result: await check(input, sha256), records: input.records, path, noticed, ...(folder !== undefined && { folder }) };
}

/** `set`: options of parameters of rulebooks, by rulebook. */
export interface Given { readonly rules?: readonly string[]; readonly asOf?: string; readonly set?: Chosen['options'] }

/** `knownOn`: against which day `check --as-of DAY` measures age. */
export interface Asked { readonly input: CheckInput; readonly folder?: string; readonly noticed: readonly Issue[]; readonly knownOn: (day: Day) => Day }

/** What is asked, of what: everything but the answer. Throws as `answerTo` does. */
export function inputTo(path: string, given: Given, lang: Lang, io: Io): Asked {
  if (!existsSync(path)) throw new NonredError([issue('input/no-such-file', '', '', { given: path })]);
  const folder = statSync(path).isDirectory() ? path : undefined;
  const { value: workspace, issues } = loadWorkspace(path);
  const noticed: Issue[] = [];
  const warn = (warnings: readonly Issue[]): void => {
    noticed.push(...warnings);
    tellWarnings(io, lang, warnings);
  };
  warn(workspace.warnings);
  if (issues.length > 0) throw new NonredError(issues);
  for (const { file, column, field, why } of workspace.guesses) io.err(`${say(lang, 'cli.guess', { file, column, field, why: say(lang, `tables.why.${why}`) })}\n`);
  const guessed = workspace.records.filter((rec) => rec.level === 'inferred' && rec.kind === 'product' && rec.notes?.guess !== undefined).length;
  if (guessed > 0) io.err(`${say(lang, 'tables.guessedRoles', { count: guessed })}\n`);
  const { config, lines } = workspace;
  const wanted = given.rules ?? config.rulebooks;
  const rulebooks = judgedBy(wanted, chosenIn(config, folder, given), rulebookFolders(folder));
  // What comes with the program is analysed by its tests; a rulebook of the workspace's own, each time.
  const shipped = loadRulebooks(rulebookFolders(), wanted);
  const others = folder === undefined ? [] : otherTexts(rulebooks, (id) => `rulebooks/${id}.yaml`);
  const own = rulebooks.filter(({ id }) => folder !== undefined && (!shipped.has(id) || others.some(({ params }) => params.id === id)));
  warn(own.flatMap((rulebook) => analyse(rulebook, `rulebooks/${rulebook.id}.yaml`)));
  warn(others);
  if (folder !== undefined) warn(unreadRulebooks(folder));
  const asks = { ...(config.buyer?.kind !== undefined && { buyer: config.buyer.kind }), ...(config.purpose !== undefined && { purpose: config.purpose }) };
  const strange = (known: readonly Rulebook[]): Issue[] => [...strangeQuestion(asks, known, CONFIG_NAME), ...strangeWords(workspace.records, known)];
  if (strange(rulebooks).length > 0) { // the words of rulebooks that are not asked are words too
    const faults = strange([...rulebooks, ...loadRulebooks(rulebookFolders(folder)).values()]);
    if (faults.length > 0) throw new NonredError(faults);
  }
  const passedOver = [...strangeSubstances(workspace.records, rulebooks), ...strangeCategories(workspace.records, rulebooks)];
  if (passedOver.length > 0) throw new NonredError(passedOver);
  const { records, lists, proposals } = assemble(workspace.records, rulebooks, reference(), sha256);
  tellReference(lists, proposals, lang, io);
  warn(lostDigests(workspace.records, records, () => [...reference().lists.values()].flatMap((list) => list.records), sha256));
  warn(spellingIssues(proposedSpellings(records, proposals)));
  const today = io.today();
  const question = questionOf(config, today, { ...(given.asOf !== undefined && { asOf: given.asOf }), ...(folder === undefined && { asIfBound: true }) });
  if (given.asOf === undefined && config.asOf === undefined) io.err(`${say(lang, 'cli.asOfToday', { date: today })}\n`);
  const input: CheckInput = { records, question, rulebooks, lines, ...(config.madeUp && { madeUp: true as const }) };
  return { input, noticed, knownOn: (day) => questionOf(config, today, { asOf: day }).knownAt, ...(folder !== undefined && { folder }) };
}

/** What the workspace says and what the command line does, which wins. */
function chosenIn({ parameters }: Config, folder: string | undefined, { set }: Given): Chosen[] {
  return [
    ...(parameters && folder !== undefined ? [{ source: CONFIG_NAME, pointer: '/parameters', options: parameters }] : []),
    ...(set ? [{ source: '--set', pointer: '', options: set }] : []),
  ];
}

/** What came from the program's own data is said, with how much of it there is. */
function tellReference(lists: Assembled['lists'], proposals: Assembled['proposals'], lang: Lang, io: Io): void {
  for (const { list: id, edition, complete, covers, wholeListAt } of lists) io.err(`${say(lang, complete ? 'cli.reference.list' : 'cli.reference.partial', { list: id, edition, covers: covers[lang], wholeListAt })}\n`);
  const makers = [...new Map(proposals.map(({ maker }) => [maker.id, maker])).values()];
  if (makers.length > 0) io.err(`${say(lang, 'cli.reference.makers', { count: makers.length, names: list(lang, makers.slice(0, 5).map(({ names, domicile }) => `${names[0]} (${countryName(domicile ?? '', lang)})`)) })}\n`);
}

/** Those that neither a rule nor a person has spoken about. */
function proposedSpellings(records: readonly Rec[], proposals: Assembled['proposals']): Spelling[] {
  const judged = records.filter((rec) => rec.kind === 'judgement');
  const owners = judged.length === 0 ? undefined : new Map(records.flatMap((rec) => (rec.kind === 'party' ? [[digestOf(rec, sha256), rec.id] as const] : [])));
  return spellings(records, judged, (digest) => owners?.get(digest), { makers: new Map(proposals.map(({ party, maker }) => [party, maker.id])), known: knownNames });
}
