/** `nonred judge`: proposed matches and merges, one by one at a terminal, or from a file. Every judgement has who, when and why. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { issue, NonredError } from '../base/issue.ts';
import { type Proposal, proposalsOf } from '../engine/proposals.ts';
import { fileOf } from '../formats/file.ts';
import { PROPOSAL_COLUMNS } from '../formats/own.ts';
import { csvRow } from '../formats/table/escape.ts';
import { readSheets } from '../formats/table/read.ts';
import { References } from '../formats/workspace/references.ts';
import { appendRows } from '../host/append.ts';
import { sha256 } from '../host/crypto.ts';
import { writeWhole } from '../host/write.ts';
import type { Listing, Party, Rec } from '../model/record.ts';
import { joinParties } from '../screen/joins.ts';
import { type Lang, say } from '../text/catalogue.ts';
import { plain } from '../text/plain.ts';
import { answerTo } from './answer.ts';
import { EXIT, type Io, refuseIdle, shownPath } from './io.ts';

export interface JudgeOptions { readonly by?: string; readonly file?: string; readonly csv?: string; readonly withdraw?: string; readonly why?: string }
interface Judged { readonly left?: string; readonly right?: string; readonly says?: string; readonly withdraws?: string; readonly by: string; readonly on: string; readonly why: string }

const SAYS = ['same', 'different', 'unsure'] as const;
type Says = (typeof SAYS)[number];
const WORDS: Readonly<Record<Says, readonly string[]>> = {
  same: ['same', 's', 'yes', 'y', '是', '相同', '同一'],
  different: ['different', 'd', 'no', 'n', '否', '不是', '不同'],
  unsure: ['unsure', 'u', '?', '不確定'],
};
const STOP = /^q(?:uit)?$/i;

export async function judgeCommand(path: string, options: JudgeOptions, lang: Lang, io: Io): Promise<number> {
  if (options.withdraw !== undefined) refuseIdle('judge DIR', options, 'file', 'csv');
  else refuseIdle('judge DIR --withdraw judgements/ID', options, 'why');
  if (options.file !== undefined) refuseIdle('judge DIR', options, 'csv');
  if (options.csv !== undefined) refuseIdle('judge DIR --file FILE', options, 'by');
  const { result, records, folder } = await answerTo(path, {}, lang, io);
  if (folder === undefined) throw new NonredError([issue('input/no-config', path, '')]);
  const references = new References(records);
  const known = (name: string): boolean => 'records' in references.resolve(name) || 'digest' in references.resolve(name);
  const keep = (judged: readonly Judged[]): number => {
    const lost = judged.flatMap(({ left, right, withdraws }) => [left, right, ...(withdraws?.split(' | ') ?? [])].flatMap((name) => (name === undefined || known(name) ? [] : [name])));
    if (lost.length > 0) throw new NonredError(lost.map((given) => issue('input/no-such-id', 'judgements', '', { given })));
    const named = withIds(judged, records);
    appendRows(folder, 'judgements.csv', named as unknown as Record<string, string>[]);
    io.out(`${say(lang, 'judge.kept', { count: judged.length, path: shownPath(join(path, 'judgements.csv')) })}\n`);
    for (const { id, left, right, says } of named) if (says !== undefined) io.out(`  ${say(lang, 'judge.undo', { pair: `${plain(left ?? '')} ${says} ${plain(right ?? '')}`, record: `judgements/${id}` })}\n`);
    return EXIT.done;
  };
  if (options.withdraw !== undefined) return keep([{ withdraws: withAll(options.withdraw, records), by: signed(options), on: io.today(), why: options.why ?? '' }]);
  if (options.file !== undefined) return keep(judgedIn(options.file, options, io));
  const own = records.filter(({ origin }) => !origin?.startsWith('rule ')); // what a rule joined is a proposal here
  const proposals = proposalsOf(result, own, joinParties(own, sha256).records, sha256);
  if (options.csv !== undefined) {
    const table = [PROPOSAL_COLUMNS, ...proposals.map(({ left, right, kind }) => [left, right, '', '', '', say(lang, `judge.${kind}`)])].map((row) => csvRow([...row])).join('');
    if (options.csv === '-') io.out(table);
    else writeWhole(options.csv, table);
    if (options.csv === '-') return EXIT.done;
    io.out(`${say(lang, 'cli.output', { path: shownPath(options.csv) })}\n`);
    return EXIT.done;
  }
  if (proposals.length === 0) {
    io.out(`${say(lang, 'judge.none')}\n`);
    return EXIT.done;
  }
  const show = (proposal: Proposal, i: number): void => io.out(`${shown(proposal, i, proposals.length, lang).join('\n')}\n`);
  if (io.prompt) signed(options); // before anything is asked
  const answers = io.prompt ? await typed(proposals, show, lang, io) : options.by === undefined ? undefined : piped(proposals, (await io.lines?.()) ?? [], show);
  if (answers === undefined) {
    proposals.forEach(show);
    io.out(`${say(lang, 'judge.how')}\n`);
    return EXIT.unknown;
  }
  const judged = answers.map(({ proposal: { left, right }, says, why }): Judged => ({ left, right, says, by: signed(options), on: io.today(), why }));
  if (judged.length > 0) keep(judged);
  const open = proposals.length - judged.filter(({ says }) => says !== 'unsure').length;
  if (open > 0) io.out(`${say(lang, 'judge.open', { count: open })}\n`);
  return open > 0 ? EXIT.unknown : EXIT.done;
}

interface Answered { readonly proposal: Proposal; readonly says: Says; readonly why: string }

/** One by one at the terminal, until all are answered or the user stops. A word that is none of the answers is asked for again. */
async function typed(proposals: readonly Proposal[], show: (proposal: Proposal, i: number) => void, lang: Lang, io: Io): Promise<Answered[]> {
  const answers: Answered[] = [];
  for (const [i, proposal] of proposals.entries()) {
    show(proposal, i);
    let word: string | undefined;
    do word = (await io.prompt?.(`  ${say(lang, 'judge.ask')} `))?.trim(); while (word !== undefined && word !== '' && !STOP.test(word) && saysIn(word) === undefined);
    if (word === undefined || STOP.test(word)) break;
    const says = saysIn(word);
    if (says !== undefined) answers.push({ proposal, says, why: (await io.prompt?.(`  ${say(lang, 'judge.why')} `)) ?? '' });
  }
  return answers;
}

/**
 * A line an answer, in the order in which `judge DIR` lists them, the reason behind the word; an empty line leaves one open, the end
 * leaves the rest. Throws NonredError where a line is no answer or there are more than questions: then another list was answered.
 */
function piped(proposals: readonly Proposal[], lines: readonly string[], show: (proposal: Proposal, i: number) => void): Answered[] {
  const stop = lines.findIndex((line) => STOP.test(line.trim()));
  const given = (stop < 0 ? lines : lines.slice(0, stop)).map((line) => line.trim());
  while (given.at(-1) === '') given.pop();
  if (given.length > proposals.length) throw new NonredError([issue('judge/too-many', '-', '', { given: given.length, count: proposals.length })]);
  const faults = given.flatMap((line, i) => (line === '' || saysIn(wordOf(line)) ? [] : [issue('input/not-one-of', '-', `/lines/${i + 1}`, { given: wordOf(line), options: SAYS.join(', ') })]));
  if (faults.length > 0) throw new NonredError(faults);
  proposals.forEach(show);
  return given.flatMap((line, i): Answered[] => (line === '' ? [] : [{ proposal: proposals[i]!, says: saysIn(wordOf(line))!, why: line.slice(wordOf(line).length).replace(/^[\s,:，：]+/, '') }]));
}

function wordOf(line: string): string {
  return /^[^\s,:，：]*/.exec(line)![0];
}

/** Every question is whether two are one, so yes and no answer it. */
function saysIn(word: string): Says | undefined {
  return SAYS.find((one) => WORDS[one].includes(word.toLowerCase()));
}

/** Each gets an id by which it can be withdrawn, never one that was used: the same words said again are another judgement. */
function withIds(judged: readonly Judged[], records: readonly Rec[]): (Judged & { readonly id: string })[] {
  const used = new Set(records.flatMap((rec) => (rec.kind === 'judgement' ? [rec.id.split('/')[0]] : [])));
  let n = 0;
  return judged.map((one) => {
    do n++; while (used.has(`judged-${n}`));
    return { id: `judged-${n}`, ...one };
  });
}

/** A judgement of an id with several records is a record for each pair (ID, ID/1, ...); all of them are meant. */
function withAll(name: string, records: readonly Rec[]): string {
  const further = records.flatMap((rec) => (rec.kind === 'judgement' && `judgements/${rec.id}`.startsWith(`${name}/`) ? [`judgements/${rec.id}`] : []));
  return [name, ...further].join(' | ');
}

function signed({ by }: JudgeOptions): string {
  if (by === undefined || by.trim() === '') throw new NonredError([issue('input/missing', '--by', '', { field: 'by' })]);
  return by;
}

/** A table with the columns of `judgements`; rows without `says` are left open. */
function judgedIn(file: string, options: JudgeOptions, io: Io): Judged[] {
  if (!existsSync(file)) throw new NonredError([issue('input/no-such-file', '', '', { given: file })]);
  const { value: sheets, issues } = readSheets(basename(file), fileOf(readFileSync(file)));
  if (issues.length > 0) throw new NonredError(issues);
  const [head, ...rows] = sheets[0]?.rows ?? [];
  const at = (name: string): number => head?.cells.findIndex((cell) => cell.replace(/^\ufeff/, '').trim() === name) ?? -1;
  for (const name of ['left', 'right', 'says']) if (at(name) < 0) throw new NonredError([issue('input/missing', basename(file), '', { field: name })]);
  return rows.flatMap(({ row, cells }): Judged[] => {
    const cell = (name: string): string => (at(name) < 0 ? '' : (cells[at(name)] ?? '').trim());
    if (cell('says') === '') return [];
    if (!(SAYS as readonly string[]).includes(cell('says'))) throw new NonredError([issue('input/not-one-of', basename(file), `/rows/${row}/says`, { given: cell('says'), options: SAYS.join(', ') })]);
    return [{ left: cell('left'), right: cell('right'), says: cell('says'), by: cell('by') || signed(options), on: cell('on') || io.today(), why: cell('why') }];
  });
}

function shown({ kind, left, right, leftRecords, rightRecords, clauses, why }: Proposal, i: number, count: number, lang: Lang): string[] {
  return [
    '', `${i + 1}/${count} ${say(lang, `judge.${kind}`)}`, `  ${plain(left)}: ${inWords(leftRecords)}`, `  ${plain(right)}: ${inWords(rightRecords)}`,
    ...(why === undefined ? [] : [`  ${say(lang, 'judge.proposed', { why: plain(why) })}`]),
    ...(clauses.length > 0 ? [`  ${say(lang, 'judge.waits', { clauses: clauses.join(', ') })}`] : []),
  ];
}

function inWords(records: readonly (Party | Listing)[]): string {
  return records.map((rec) => plain([...(rec.names ?? []), ...(rec.ids ?? []).map(({ scheme, value }) => `${scheme} ${value}`), ...(rec.kind === 'party' ? [rec.domicile ?? ''] : [rec.list]), rec.origin ?? ''].filter(Boolean).join('; '))).join(' / ');
}
