/** Two answers compared, for a terminal. */
import type { Sha256 } from '../base/canonical.ts';
import type { ResultDiff, Stood, VerdictChange } from '../engine/diff.ts';
import type { CheckResult } from '../engine/result.ts';
import { namer, paperInWords } from '../engine/why.ts';
import { type Namer, record } from '../engine/words.ts';
import { digestOf } from '../model/digest.ts';
import type { Evidence, Rec } from '../model/record.ts';
import { commas, hasKey, type Lang, say } from '../text/catalogue.ts';
import { plain } from '../text/plain.ts';

/** Of facts of one kind of change, of facts behind one verdict, of things that a paper is about, and of verdicts. */
const [FACTS, BEHIND, ABOUT, VERDICTS] = [12, 4, 3, 40];

export interface Compared { readonly diff: ResultDiff; readonly before: CheckResult; readonly after: CheckResult }

/** Lines, the first of them the answer's own. `quiet`: verdicts alone. */
export function diffLines({ diff, before, after }: Compared, lang: Lang, sha256: Sha256, quiet = false): string[] {
  const name = namer({ labels: { ...before.labels, ...after.labels } }, lang);
  const word = (stood: Stood): string => say(lang, stood === 'red' || stood === 'unknown' || stood === 'clear' ? `verdict.${stood}` : `diff.${stood}`);
  const known = new Map([...before.records, ...after.records].map((rec) => [digestOf(rec, sha256), rec]));
  const told = (rec: Rec): string => `${rec.kind === 'evidence' ? paper(rec, known, name, lang) : record(lang, rec, name)}${rec.origin === undefined ? '' : ` [${plain(rec.origin)}]`}`;
  const some = (recs: readonly Rec[], most: number): string[] => [...recs.slice(0, most).map(told), ...(recs.length > most ? [say(lang, 'report.more', { count: recs.length - most })] : [])];
  const others = before.question.product !== after.question.product;
  const verdict = ({ rulebook, clause, subject, before: was, after: is, by, without }: VerdictChange): string[] => [
    `  ${plain(rulebook)} ${plain(clause)}${say(lang, 'text.comma')}${subject === 'all' ? say(lang, 'report.all') : name(subject)}${say(lang, 'text.colon')}${word(was)} -> ${word(is)}`,
    ...(quiet || others || was === 'absent' || is === 'absent' ? [] : [...some(by, BEHIND).map((text) => `    + ${text}`), ...some(without, BEHIND).map((text) => `    - ${text}`)]),
  ];
  const facts = (kind: 'added' | 'lost' | 'changed'): string[] => {
    const all = diff.facts.filter((one) => one.kind === kind).map((one) => (one.after ?? one.before)!);
    return all.length === 0 ? [] : [say(lang, `diff.${kind}`, { count: all.length }), ...some(all, FACTS).map((text) => `  ${text}`)];
  };
  const more = diff.verdicts.length - VERDICTS;
  return [
    diff.before === diff.after ? say(lang, 'diff.same', { verdict: word(diff.before) }) : say(lang, 'ask.was', { before: word(diff.before), after: word(diff.after) }),
    ...(others ? [say(lang, 'diff.products', { before: name(before.question.product), after: name(after.question.product) })] : []),
    ...(diff.asked.length > 0 && !quiet ? [say(lang, 'diff.asked'), ...diff.asked.map((one) => `  ${askedInWords(one, lang)}`)] : []),
    ...(diff.verdicts.length > 0 ? [say(lang, 'diff.verdicts', { count: diff.verdicts.length }), ...diff.verdicts.slice(0, VERDICTS).flatMap(verdict), ...(more > 0 ? [`  ${say(lang, 'report.more', { count: more })}`] : [])] : [say(lang, 'ask.decided.none')]),
    ...(quiet || others ? [] : [...facts('added'), ...facts('lost'), ...facts('changed')]),
  ];
}

function askedInWords({ what, before, after }: ResultDiff['asked'][number], lang: Lang): string {
  const key = `diff.asked.${what}`;
  const rulebook = /^rulebook (.*)$/s.exec(what)?.[1];
  const named = hasKey(key) ? say(lang, key) : rulebook === undefined ? plain(what) : say(lang, 'diff.asked.rulebook', { rulebook });
  const value = (given: string): string => (given === '-' ? say(lang, rulebook === undefined ? 'diff.unsaid' : 'diff.absent') : given === 'true' ? say(lang, 'diff.yes') : plain(given));
  return `${named}${say(lang, 'text.colon')}${value(before)} -> ${value(after)}`;
}

/** Which paper, and what it is about: as far as the answers hold what it supports. */
function paper(rec: Evidence, known: ReadonlyMap<string, Rec>, name: Namer, lang: Lang): string {
  const supported = rec.supports.flatMap((digest) => known.get(digest) ?? []);
  const about = [...new Set([...supported.filter(isThing), ...supported.filter((one) => !isThing(one))].map((one) => (isThing(one) ? name(one.id) : record(lang, one, name))))];
  if (about.length === 0) return say(lang, 'record.evidence', { docKind: paperInWords(lang, rec) });
  const more = about.length - ABOUT;
  return say(lang, 'diff.paper', { paper: paperInWords(lang, rec), about: commas(lang, [...about.slice(0, ABOUT), ...(more > 0 ? [say(lang, 'report.more', { count: more })] : [])]) });
}

/** A thing that has a name, rather than something said of it. */
function isThing({ kind }: Rec): boolean {
  return kind === 'product' || kind === 'party' || kind === 'facility';
}
