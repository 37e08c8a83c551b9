/** The answer of `verify` at a terminal: each question on a line, then the verdict. */
import { styleText } from 'node:util';
import type { Outcome, Verification } from '../certify/verify.ts';
import { say } from '../text/catalogue.ts';
import { widthOf, wrapLine } from './table.ts';
import type { Look } from './terminal.ts';
import { claims, lineText, outcomeText } from './verification-text.ts';

const COLOUR: Record<Outcome, 'green' | 'red' | 'yellow'> = { passed: 'green', refused: 'red', unknown: 'yellow' };
const MARK = 4;

/** Ends with a line feed. */
export function verificationReport(answer: Verification, look: Look): string {
  const { lang } = look;
  const out: string[] = [];
  if (answer.certificate?.credentialSubject.madeUp) out.push(`*** ${say(lang, 'report.madeUp')} ***`, '');
  const names = answer.lines.map(({ question }) => say(lang, `verify.question.${question}`));
  const column = Math.max(...names.map(widthOf)) + 2;
  for (const [i, line] of answer.lines.entries()) {
    const mark = say(lang, `verify.mark.${line.outcome}`);
    const head = `${pad(look.colour ? styleText(COLOUR[line.outcome], mark) : mark, MARK - widthOf(mark))}${pad(names[i]!, column - widthOf(names[i]!))}`;
    const [first = '', ...more] = wrapLine(lineText(line, lang), Math.max(30, look.width - MARK - column)).split('\n').map((text) => text.trim());
    out.push(head + first, ...more.map((text) => ' '.repeat(MARK + column) + text));
  }
  out.push('', ...claims(answer, lang), outcomeText(answer, lang));
  return `${out.join('\n')}\n`;
}

const pad = (text: string, count: number): string => text + ' '.repeat(Math.max(0, count));
