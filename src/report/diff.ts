/** Two answers compared, for a terminal. */
import type { ResultDiff, Stood, VerdictChange } from '../engine/diff.ts';
import type { CheckResult } from '../engine/result.ts';
import { namer } from '../engine/why.ts';
import { record } from '../engine/words.ts';
import type { Rec } from '../model/record.ts';
import { type Lang, say } from '../text/catalogue.ts';
import { plain } from '../text/plain.ts';

/** Of facts of one kind of change, and of facts behind one verdict. */
const [FACTS, BEHIND] = [12, 4];

/** Lines, the first of them the answer's own. `quiet`: verdicts alone. */
export function diffLines(diff: ResultDiff, before: CheckResult, after: CheckResult, lang: Lang, quiet = false): string[] {
  const name = namer({ labels: { ...before.labels, ...after.labels } }, lang);
  const word = (stood: Stood): string => say(lang, stood === 'none' ? 'diff.none' : `verdict.${stood}`);
  const told = (rec: Rec): string => `${record(lang, rec, name)}${rec.origin === undefined ? '' : ` [${plain(rec.origin)}]`}`;
  const some = (recs: readonly Rec[], most: number): string[] => [...recs.slice(0, most).map(told), ...(recs.length > most ? [say(lang, 'report.more', { count: recs.length - most })] : [])];
  const verdict = ({ rulebook, clause, subject, before: was, after: is, by, without }: VerdictChange): string[] => [
    `  ${plain(rulebook)} ${plain(clause)}, ${subject === 'all' ? say(lang, 'report.all') : name(subject)}: ${word(was)} -> ${word(is)}`,
    ...(quiet ? [] : [...some(by, BEHIND).map((text) => `    + ${text}`), ...some(without, BEHIND).map((text) => `    - ${text}`)]),
  ];
  const facts = (kind: 'added' | 'lost' | 'changed'): string[] => {
    const all = diff.facts.filter((one) => one.kind === kind).map((one) => (one.after ?? one.before)!);
    return all.length === 0 ? [] : [say(lang, `diff.${kind}`, { count: all.length }), ...some(all, FACTS).map((text) => `  ${text}`)];
  };
  return [
    diff.before === diff.after ? say(lang, 'diff.same', { verdict: word(diff.before) }) : say(lang, 'ask.was', { before: word(diff.before), after: word(diff.after) }),
    ...(diff.asked.length > 0 && !quiet ? [say(lang, 'diff.asked'), ...diff.asked.map(({ what, before: was, after: is }) => `  ${plain(what)}: ${plain(was)} -> ${plain(is)}`)] : []),
    ...(diff.verdicts.length > 0 ? [say(lang, 'diff.verdicts', { count: diff.verdicts.length }), ...diff.verdicts.flatMap(verdict)] : [say(lang, 'ask.decided.none')]),
    ...(quiet ? [] : [...facts('added'), ...facts('lost'), ...facts('changed')]),
  ];
}
