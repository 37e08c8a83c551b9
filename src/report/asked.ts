/** For which purchase an answer is: a verdict for one act or buyer says nothing of another. */
import type { Question } from '../select/predicate.ts';
import { term } from '../engine/words.ts';
import { type Lang, say, semicolons } from '../text/catalogue.ts';
import { plain } from '../text/plain.ts';

/** Act, buyer, purpose and day, as far as they were given; and whether each rulebook was taken to apply. */
export function purchaseAsked(question: Pick<Question, 'act' | 'buyer' | 'purpose' | 'actOn' | 'asIfBound'>, lang: Lang): string[] {
  const given = (['act', 'buyer', 'purpose', 'actOn'] as const).flatMap((what) => {
    const value = question[what];
    return value === undefined ? [] : [`${say(lang, `diff.asked.${what}`)}${say(lang, 'text.colon')}${withCode(value, lang)}`];
  });
  return [...(given.length > 0 ? [say(lang, 'report.purchase', { given: semicolons(lang, given) })] : []), ...(question.asIfBound ? [say(lang, 'report.asIfBound')] : [])];
}

/** In the reader's words, and as nonred.yaml has it. */
function withCode(value: string, lang: Lang): string {
  const words = term(lang, value);
  return words === plain(value) ? words : `${words}${say(lang, 'text.inBrackets', { text: plain(value) })}`;
}
