/** The answer of `verify` at a terminal: each question on a line, then the verdict. */
import { styleText } from 'node:util';
import type { Line, Outcome, Verification } from '../certify/verify.ts';
import { hasKey, type Key, type Lang, say } from '../text/catalogue.ts';
import { widthOf, wrapLine } from './table.ts';
import type { Look } from './terminal.ts';

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

export function lineText({ question, code, params }: Line, lang: Lang): string {
  const key = `verify.${question}.${code}`;
  const why = typeof params.why === 'string' && hasKey(`verify.why.${params.why}`) ? { why: say(lang, `verify.why.${params.why}` as Key) } : {};
  return hasKey(key) ? say(lang, key, { ...params, ...why }) : `${code} ${JSON.stringify(params)}`;
}

export function outcomeText({ outcome, verdict }: Verification, lang: Lang): string {
  if (verdict === undefined) return say(lang, 'verify.outcome.unread');
  return say(lang, `verify.outcome.${outcome}`, { verdict: say(lang, `verdict.${verdict}`) });
}

/** What the certificate says, whoever believes it. */
export function claims({ certificate }: Verification, lang: Lang): string[] {
  if (certificate === undefined) return [];
  const { product, asOf, verdict, rulebooks, assessments } = certificate.credentialSubject;
  const unverified = new Set(assessments.flatMap((one) => (one.unverified ? [`${one.rulebook} ${one.clause}`] : []))).size;
  return [
    say(lang, 'verify.says', { product: [product.name, ...(product.partNumbers ?? [])].join(', '), asOf, verdict: say(lang, `verdict.${verdict}`) }),
    ...rulebooks.map((one) => `  ${say(lang, 'verify.says.rulebook', { id: one.id, version: one.version, verdict: one.verdict === undefined ? say(lang, `applies.${one.applies}`) : say(lang, `verdict.${one.verdict}`) })}`),
    `  ${say(lang, 'verify.says.mode')}`,
    ...(unverified > 0 ? [`  ${say(lang, 'verify.says.unverified', { count: unverified })}`] : []),
    `  ${say(lang, 'report.notLegal')}`,
  ];
}
