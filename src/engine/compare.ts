/** Two rulebooks over one product, or one rulebook on two days: which subjects come out otherwise, and by which clause. */
import type { Sha256 } from '../base/canonical.ts';
import { allOf, type Verdict } from '../base/verdict.ts';
import type { Day, Id, Rec } from '../model/record.ts';
import { type Applies, ask, evaluateRulebook } from '../rules/evaluate.ts';
import type { Rulebook } from '../rules/rulebook.ts';
import type { Question } from '../select/predicate.ts';

/** A rulebook, the day on which it is asked, and the day against which age is measured then; absent: the question's. */
export interface Side { readonly rulebook: Rulebook; readonly on: Day; readonly knownAt?: Day }
/** Where a subject stands on one side: what is not red and not open is clear, under every clause or because nothing applies. */
export interface Place { readonly verdict: Verdict; readonly clauses: readonly string[] }
export interface SideOutcome { readonly rulebook: Id; readonly on: Day; readonly version: string; readonly applies: Applies; readonly verdict?: Verdict }
export interface Change { readonly subject: Id; readonly before: Place; readonly after: Place }
export interface Comparison { readonly before: SideOutcome; readonly after: SideOutcome; readonly changes: readonly Change[] }

/** Subjects whose verdict or whose clauses differ, in the order of their ids. */
export function compare(records: readonly Rec[], question: Question, before: Side, after: Side, sha256: Sha256): Comparison {
  const [one, other] = [before, after].map((side) => placesOf(records, question, side, sha256)) as [Placed, Placed];
  const subjects = [...new Set([...one.places.keys(), ...other.places.keys()])].sort();
  const changes = subjects.flatMap((subject): Change[] => {
    const [was, is] = [one, other].map(({ places }) => places.get(subject) ?? CLEAR) as [Place, Place];
    return was.verdict === is.verdict && was.clauses.join() === is.clauses.join() ? [] : [{ subject, before: was, after: is }];
  });
  return { before: one.outcome, after: other.outcome, changes };
}

const CLEAR: Place = { verdict: 'clear', clauses: [] };
interface Placed { readonly outcome: SideOutcome; readonly places: ReadonlyMap<Id, Place> }

function placesOf(records: readonly Rec[], question: Question, { rulebook, on, knownAt = question.knownAt }: Side, sha256: Sha256): Placed {
  const { applies, version, verdict, outcomes } = evaluateRulebook(ask(records, { ...question, asOf: on, knownAt }, sha256), rulebook);
  const found = new Map<Id, { clause: string; verdict: Verdict }[]>();
  for (const { clause, subject, verdict: of } of outcomes) if (of !== 'clear') found.set(subject, [...(found.get(subject) ?? []), { clause: clause.id, verdict: of }]);
  const places = new Map([...found].map(([subject, said]): [Id, Place] => {
    const worst = allOf(said.map((one) => one.verdict));
    return [subject, { verdict: worst, clauses: [...new Set(said.filter((one) => one.verdict === worst).map(({ clause }) => clause))].sort() }];
  }));
  return { outcome: { rulebook: rulebook.id, on, version: version.version, applies, ...(verdict !== undefined && { verdict }) }, places };
}
