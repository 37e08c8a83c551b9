/** The answer of `verify` at a terminal: each question on a line, then the verdict. */
import { styleText } from 'node:util';
import type { ForeignAnswer } from '../certify/foreign.ts';
import type { Line, Outcome } from '../certify/lines.ts';
import type { Verification } from '../certify/verify.ts';
import { say } from '../text/catalogue.ts';
import { widthOf, wrapLine } from './table.ts';
import type { Look } from './terminal.ts';
import { claims, foreignText, lineText, outcomeText } from './verification-text.ts';

const COLOUR: Record<Outcome, 'green' | 'red' | 'yellow'> = { passed: 'green', refused: 'red', unknown: 'yellow' };
const MARK = 4;

/** Ends with a line feed. */
export function verificationReport(answer: Verification, look: Look): string {
  const { lang } = look;
  const banner = answer.certificate?.credentialSubject.madeUp ? [`*** ${say(lang, 'report.madeUp')} ***`, ''] : [];
  return `${[...banner, ...linesReport(answer.lines, look), '', ...claims(answer, lang), outcomeText(answer, lang)].join('\n')}\n`;
}

/** A credential that is no bundle of ours. */
export function foreignReport(answer: ForeignAnswer, look: Look): string {
  return `${[...linesReport(answer.lines, look), '', ...foreignText(answer, look.lang)].join('\n')}\n`;
}

function linesReport(lines: readonly Line[], look: Look): string[] {
  const { lang } = look;
  const names = lines.map(({ question }) => say(lang, `verify.question.${question}`));
  const column = Math.max(...names.map(widthOf)) + 2;
  return lines.flatMap((line, i) => {
    const mark = say(lang, `verify.mark.${line.outcome}`);
    const head = `${pad(look.colour ? styleText(COLOUR[line.outcome], mark) : mark, MARK - widthOf(mark))}${pad(names[i]!, column - widthOf(names[i]!))}`;
    const [first = '', ...more] = wrapLine(lineText(line, lang), Math.max(30, look.width - MARK - column)).split('\n').map((text) => text.trim());
    return [head + first, ...more.map((text) => ' '.repeat(MARK + column) + text)];
  });
}

const pad = (text: string, count: number): string => text + ' '.repeat(Math.max(0, count));
