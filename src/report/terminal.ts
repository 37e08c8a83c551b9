/** An answer for a person at a terminal. Every verdict is a word; colour only repeats it. Widths are columns. */
import { styleText } from 'node:util';
import type { Sha256 } from '../base/canonical.ts';
import type { Verdict } from '../base/verdict.ts';
import type { Assessment, CheckResult } from '../engine/result.ts';
import { namer, pointing, type Row, rows, type WhyLine } from '../engine/why.ts';
import { consequence, type Namer } from '../engine/words.ts';
import { commas, type Lang, say, semicolons } from '../text/catalogue.ts';
import { plain } from '../text/plain.ts';
import { purchaseAsked } from './asked.ts';
import { honestyLines } from './honesty.ts';
import { table, widthOf, wrapLine } from './table.ts';

export interface Look {
  readonly lang: Lang;
  /** Is it read at a terminal? Without one there are no colours. */
  readonly colour: boolean;
  readonly width: number;
}

const COLOUR: Record<Verdict, 'green' | 'red' | 'yellow'> = { clear: 'green', red: 'red', unknown: 'yellow' };
/** Parts shown of one clause with one verdict; the result file has them all. */
const SHOWN = 8;
/** Parts named in a row that stands for many. */
const NAMED = 2;

/** The whole answer: verdicts with reasons, what they rest on, what is not said. Ends with a line feed. */
export function terminalReport(result: CheckResult, look: Look, sha256: Sha256): string {
  const { lang } = look;
  const { question } = result;
  const lines: string[] = [];
  if (result.madeUp) lines.push(banner(look), '');
  lines.push(bold(look, say(lang, 'report.title', { product: namer(result, lang)(question.product), asOf: question.asOf })));
  if (question.knownAt !== question.asOf) lines.push(say(lang, 'report.known', { knownAt: question.knownAt }));
  const told = rows(result, lang, sha256);
  lines.push(...purchaseAsked(question, lang));
  lines.push(assessments(result, look, told));
  if (told.some(({ assessments: all }) => all.length > 1)) lines.push(say(lang, 'report.each', { command: 'nonred why DIR PART' }));
  lines.push(bold(look, say(lang, 'report.answer', { verdict: say(lang, `verdict.${result.verdict}`) }), COLOUR[result.verdict]));
  lines.push(`  ${result.assessments.some((one) => one.verdict !== undefined) ? say(lang, `verdict.${result.verdict}.means`) : say(lang, 'report.outcome.noVerdict')}`);
  lines.push(...consequences(result, lang), ...leaning(result, lang, sha256), '', say(lang, 'honesty.title'), ...honestyLines(result, lang).map((line) => `  ${line}`), '', ...footer(result, lang));
  return `${lines.map((line) => fold(line, look.width)).join('\n')}\n`;
}

/** Sentences of `why`, indented, with the same banner and the same end as every output. */
export function terminalWhy(result: CheckResult, lines: readonly WhyLine[], look: Look): string {
  const told = lines.flatMap(({ depth, text }, i) => [...(depth === 0 && i > 0 ? [''] : []), `${'  '.repeat(depth)}${depth === 0 ? bold(look, text) : text}`]);
  const all = [...(result.madeUp ? [banner(look), ''] : []), ...told, '', ...footer(result, look.lang)];
  return `${all.map((line) => fold(line, look.width)).join('\n')}\n`;
}

function assessments(result: CheckResult, look: Look, told: readonly Row[]): string {
  const { lang } = look;
  const name = namer(result, lang);
  const drawn: string[][] = [];
  let [before, same, left] = ['', 0, 0];
  for (const { assessments: all, reason } of told) {
    const one = all[0]!;
    const key = JSON.stringify([one.rulebook, one.clause, one.verdict]);
    if (key !== before) {
      if (left > 0) drawn.push(['', '', '', '', say(lang, 'report.more', { count: left })]);
      [before, same, left] = [key, 0, 0];
    }
    if (++same > SHOWN) {
      left++;
      continue;
    }
    const verdict = one.verdict ?? 'none';
    const mark = one.unverified ? ` (${say(lang, 'report.unverified')})` : '';
    const parts = all.length > 1 ? partsCell(all, name, lang) : one.subject === 'all' ? say(lang, 'report.all') : name(one.subject);
    drawn.push([plain(one.rulebook), `${plain(one.clause ?? '-')}${mark}`, verdictCell(look, verdict, one), parts, reason]);
  }
  if (left > 0) drawn.push(['', '', '', '', say(lang, 'report.more', { count: left })]);
  const heads = (['rulebook', 'clause', 'verdict', 'subject', 'reason'] as const).map((head) => say(lang, `report.head.${head}`));
  const widest = look.width < 100 ? [11, 11, 9, 14] : [18, 14, 12, 20];
  const widths = widest.map((most, i) => Math.min(most, Math.max(widthOf(heads[i]!), ...drawn.map((row) => widthOf(row[i]!)))));
  const rest = Math.max(16, look.width - widths.reduce((sum, width) => sum + width, 0) - 16); // 6 borders and 10 blanks: the reason has what is left
  return table(heads.map((head, i) => ({ head, width: widths[i] ?? rest })), drawn);
}

/** How many, and the first few by name. */
function partsCell(all: readonly Assessment[], name: Namer, lang: Lang): string {
  const named = all.slice(0, NAMED).map(({ subject }) => name(subject));
  const more = all.length - named.length;
  return say(lang, 'report.parts', { count: all.length, parts: commas(lang, [...named, ...(more > 0 ? [say(lang, 'report.more', { count: more })] : [])]) });
}

function verdictCell(look: Look, verdict: Verdict | 'none', one: Assessment): string {
  if (verdict === 'none') return say(look.lang, `applies.${one.applies}`);
  return bold(look, say(look.lang, `verdict.${verdict}`), COLOUR[verdict]);
}

/** What the open points mean under each rulebook that has one. */
function consequences(result: CheckResult, lang: Lang): string[] {
  const open = result.assessments.filter((one) => one.verdict === 'unknown' && one.consequence !== undefined);
  return [...new Set(open.map((one) => `  ${plain(one.rulebook)}${say(lang, 'text.colon')}${consequence(lang, one.consequence!)}`))];
}

/** Open parts that the records speak against, under each rulebook. */
function leaning(result: CheckResult, lang: Lang, sha256: Sha256): string[] {
  const name = namer(result, lang);
  return [...pointing(result, sha256)].map(([rulebook, ids]) => {
    const more = ids.length - NAMED;
    return `  ${plain(rulebook)}${say(lang, 'text.colon')}${say(lang, 'page.gist.pointing')}${say(lang, 'text.colon')}${commas(lang, [...ids.slice(0, NAMED).map(name), ...(more > 0 ? [say(lang, 'report.more', { count: more })] : [])])}`;
  });
}

/** As much of one or of many answers as their end needs. */
interface Footed {
  readonly rulebooks: readonly Pick<CheckResult['rulebooks'][number], 'id' | 'statusChecked' | 'notModelled'>[];
  readonly assessments: readonly Pick<Assessment, 'rulebook' | 'version' | 'clause' | 'unverified' | 'nextChange'>[];
}

/** What every output ends with: no advice, which rulebooks of which date, what they leave out, what could not be confirmed. */
export function footer(result: Footed, lang: Lang): string[] {
  const lines = [say(lang, 'report.notLegal')];
  for (const { id, statusChecked, notModelled } of result.rulebooks) {
    const version = [...new Set(result.assessments.filter((one) => one.rulebook === id).map((one) => one.version))].sort().join(', ');
    lines.push(`  ${semicolons(lang, [say(lang, 'report.rulebook', { id, version, checked: statusChecked }), say(lang, 'report.notModelled', { count: notModelled.length, id })])}`);
  }
  const unverified = new Set(result.assessments.filter((one) => one.unverified).map((one) => `${one.rulebook} ${one.clause}`));
  if (unverified.size > 0) lines.push(`  ${say(lang, 'report.unverified.long', { count: unverified.size })}`);
  const changes = result.assessments.flatMap((one) => (one.nextChange ? [{ date: one.nextChange, rulebook: one.rulebook }] : [])).sort((a, b) => (a.date < b.date ? -1 : 1));
  if (changes[0]) lines.push(`  ${say(lang, 'report.next', changes[0])}`);
  return lines;
}

function banner(look: Look): string {
  return bold(look, `*** ${say(look.lang, 'report.madeUp')} ***`, 'yellow');
}

function bold(look: Look, text: string, colour?: 'green' | 'red' | 'yellow'): string {
  // validateStream would ask the real stdout; the caller knows better which stream this goes to.
  return look.colour ? styleText(colour ? ['bold', colour] : 'bold', text, { validateStream: false }) : text;
}

/** A long line goes on below, as far in as it began; what the table drew is left alone. */
function fold(line: string, width: number): string {
  if (line.includes('\n') || widthOf(line) <= width || line.includes('\u001b')) return line;
  const indent = /^ */.exec(line)![0];
  const [first = '', ...rest] = wrapLine(line.slice(indent.length), Math.max(20, width - indent.length - 2)).split('\n');
  return [indent + first, ...rest.map((more) => `${indent}  ${more}`)].join('\n');
}
