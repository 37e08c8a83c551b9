/** An answer as Markdown (GitHub's tables), for a pull request or a wiki. Text from files cannot become markup. */
import type { Sha256 } from '../base/canonical.ts';
import type { CheckResult } from '../engine/result.ts';
import { namer, rows } from '../engine/why.ts';
import { commas, type Lang, say } from '../text/catalogue.ts';
import { plain } from '../text/plain.ts';
import { comingChanges } from './changes.ts';
import { honestyLines } from './honesty.ts';
import { footer } from './terminal.ts';

const SIGN = { red: '❌', unknown: '❔', clear: '✅' } as const;
/** Parts named in a cell. */
const NAMED = 3;

export function markdownReport(result: CheckResult, lang: Lang, sha256: Sha256): string {
  const { question, verdict } = result;
  const name = namer(result, lang);
  const heads = (['verdict', 'rulebook', 'clause', 'subject', 'reason'] as const).map((head) => say(lang, `report.head.${head}`));
  const lines = rows(result, lang, sha256).map(({ assessments, reason }) => {
    const one = assessments[0]!;
    const named = assessments.slice(0, NAMED).map(({ subject }) => name(subject));
    const parts = one.subject === 'all' ? say(lang, 'report.all') : commas(lang, [...named, ...(assessments.length > NAMED ? [say(lang, 'report.more', { count: assessments.length - NAMED })] : [])]);
    const said = one.verdict ? `${SIGN[one.verdict]} ${say(lang, `verdict.${one.verdict}`)}` : say(lang, `applies.${one.applies}`);
    return [said, ...[one.rulebook, `${one.clause ?? '-'}${one.unverified ? ` (${say(lang, 'report.unverified')})` : ''}`, parts, reason].map(markdown)];
  });
  const cellsOf = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const list = (items: readonly string[]): string => items.map((item) => `- ${markdown(item)}`).join('\n');
  const changes = comingChanges(result).map((change) => `${change.on}${say(lang, 'text.colon')}${change.say(lang)}`);
  return [
    ...(result.madeUp ? [`> **${markdown(say(lang, 'report.madeUp'))}**`] : []),
    `# ${markdown(say(lang, 'report.title', { product: name(question.product), asOf: question.asOf }))}`,
    `**${SIGN[verdict]} ${say(lang, `verdict.${verdict}`)}**${say(lang, 'text.colon')}${say(lang, `verdict.${verdict}.means`)}`,
    [cellsOf(heads), cellsOf(heads.map(() => '---')), ...lines.map(cellsOf)].join('\n'),
    `## ${say(lang, 'page.coming')}`, list(changes.length > 0 ? changes : [say(lang, 'page.coming.none')]),
    `## ${say(lang, 'honesty.title')}`, list(honestyLines(result, lang)),
    footer(result, lang).map((line) => `_${markdown(line.trim())}_`).join('  \n'),
  ].join('\n\n').concat('\n');
}

/** What Markdown, HTML or GitHub (links, mentions, issues, formulas) would read as more than text. */
export function markdown(text: string): string {
  const marks = plain(text).replace(/[\\`*_[\]<>#|~&$]/g, (character) => (character === '<' ? '&lt;' : character === '>' ? '&gt;' : character === '&' ? '&amp;' : `\\${character}`));
  const first = marks.replace(/^(\s*)([-+=]|\d+[.)])/, (_, space: string, mark: string) => `${space}${mark.slice(0, -1)}\\${mark.slice(-1)}`); // a list, a heading
  return first.replace(/(https?|ftp|www)([:.])/gi, '$1\\$2').replace(/@/g, '@\u200b');
}
