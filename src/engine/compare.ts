/** Two rulebooks over one product, or one rulebook on two days: which subjects come out otherwise, and by which clause. */
import type { Sha256 } from '../base/canonical.ts';
import { push } from '../base/multimap.ts';
import { allOf, type Verdict } from '../base/verdict.ts';
import type { Day, Id, Rec } from '../model/record.ts';
import { type Applies, ask, evaluateRulebook } from '../rules/evaluate.ts';
import type { Rulebook } from '../rules/rulebook.ts';
import type { Question } from '../select/predicate.ts';

/** A rulebook, the day on which it is asked, and the day against which age is measured then; absent: the question's. */
export interface Side { readonly rulebook: Rulebook; readonly on: Day; readonly knownAt?: Day }
/**
 * Where a subject stands on one side. Where no clause names it: `clear` where the whole rulebook is; `none` where it is not, and the
 * subject is neither red nor open in it, be it that it was not looked at; `absent` where nothing was judged.
 */
export interface Place { readonly verdict: Verdict | 'none' | 'absent'; readonly clauses: readonly string[] }
export interface SideOutcome { readonly rulebook: Id; readonly on: Day; readonly version: string; readonly applies: Applies; readonly verdict?: Verdict }
export interface Change { readonly subject: Id; readonly before: Place; readonly after: Place }
export interface Comparison { readonly before: SideOutcome; readonly after: SideOutcome; readonly changes: readonly Change[] }

/** Subjects whose verdict or whose clauses differ, in the order of their ids. */
export function compare(records: readonly Rec[], question: Question, before: Side, after: Side, sha256: Sha256): Comparison {
  const [one, other] = [before, after].map((side) => placesOf(records, question, side, sha256)) as [Placed, Placed];
  const subjects = [...new Set([...one.places.keys(), ...other.places.keys()])].sort();
  const changes = subjects.flatMap((subject): Change[] => {
    const [was, is] = [one, other].map(({ places, outcome }) => places.get(subject) ?? unnamed(outcome)) as [Place, Place];
    return was.verdict === is.verdict && was.clauses.join() === is.clauses.join() ? [] : [{ subject, before: was, after: is }];
  });
  return { before: one.outcome, after: other.outcome, changes };
}

function unnamed({ verdict }: SideOutcome): Place {
  return { verdict: verdict === undefined ? 'absent' : verdict === 'clear' ? 'clear' : 'none', clauses: [] };
}

interface Placed { readonly outcome: SideOutcome; readonly places: ReadonlyMap<Id, Place> }

function placesOf(records: readonly Rec[], question: Question, { rulebook, on, knownAt = question.knownAt }: Side, sha256: Sha256): Placed {
  const { applies, version, verdict, outcomes } = evaluateRulebook(ask(records, { ...question, asOf: on, knownAt }, sha256), rulebook);
  const found = new Map<Id, { clause: string; verdict: Verdict }[]>();
  for (const { clause, subject, verdict: of } of outcomes) if (of !== 'clear') push(found, subject, { clause: clause.id, verdict: of });
  const places = new Map([...found].map(([subject, said]): [Id, Place] => {
    const worst = allOf(said.map((one) => one.verdict));
    return [subject, { verdict: worst, clauses: [...new Set(said.filter((one) => one.verdict === worst).map(({ clause }) => clause))].sort() }];
  }));
  return { outcome: { rulebook: rulebook.id, on, version: version.version, applies, ...(verdict !== undefined && { verdict }) }, places };
}
