/**
 * The verdicts over a span of days. Between two days on which nothing begins, ends or grows too old they cannot change, so
 * asking on each of those days is asking on all: complete and exact, nothing is sampled. The days come from the rulebooks
 * (versions, clauses, exemptions, conditions on the day) and from the records (validity); where papers age, also from the
 * days of issue and of editions with every age limit that a rulebook names. A day is asked as `check --as-of` asks it.
 */
import type { Sha256 } from '../base/canonical.ts';
import { addDays } from '../base/day.ts';
import { allOf, type Verdict } from '../base/verdict.ts';
import type { Day, Id, Rec } from '../model/record.ts';
import { type Applies, ask, evaluateRulebook } from '../rules/evaluate.ts';
import type { Rulebook } from '../rules/rulebook.ts';
import type { Question } from '../select/predicate.ts';
import { agesIn, daysIn } from './next-change.ts';

export interface Span {
  /** The last day that is asked. */
  readonly until: Day;
  /** As if nothing were learnt any more: the age of papers and lists is measured on the day itself, not on the question's. */
  readonly aging?: boolean;
  /** The day of the workspace: one before it is judged by what was known on it. Absent: all days by what the question knows. */
  readonly knownUntil?: Day;
}
/** What a rulebook says on a day. */
export interface Standing { readonly rulebook: Id; readonly version: string; readonly applies: Applies; readonly verdict?: Verdict; readonly clauses: Readonly<Record<string, Verdict>> }
/** One day: the answer, and every rulebook's part in it. `changed`: rulebooks that say something else than on the day before. */
export interface Moment { readonly on: Day; readonly verdict: Verdict; readonly standings: readonly Standing[]; readonly changed: readonly Id[] }

/** The day of the question, then each later day up to `until` on which the verdict of some clause or rulebook changes. */
export function timeline(records: readonly Rec[], question: Question, rulebooks: readonly Rulebook[], span: Span, sha256: Sha256): Moment[] {
  const moments: Moment[] = [];
  let last: ReadonlyMap<Id, string> = new Map();
  for (const on of [question.asOf, ...turningDays(records, question, rulebooks, span)]) {
    const standings = standingsOn(records, { ...question, asOf: on, knownAt: knownOn(question, on, span) }, rulebooks, sha256);
    const said = new Map(standings.map((standing) => [standing.rulebook, keyOf(standing)]));
    const changed = moments.length === 0 ? [] : [...said].filter(([id, key]) => last.get(id) !== key).map(([id]) => id);
    if (moments.length === 0 || changed.length > 0) moments.push({ on, verdict: allOf(standings.flatMap(({ verdict }) => verdict ?? [])), standings, changed });
    last = said;
  }
  return moments;
}

/** What every rulebook says of a question. */
export function standingsOn(records: readonly Rec[], question: Question, rulebooks: readonly Rulebook[], sha256: Sha256): Standing[] {
  const asked = ask(records, question, sha256);
  return rulebooks.map((rulebook) => {
    const { applies, version, verdict, clauses } = evaluateRulebook(asked, rulebook, 'verdicts');
    return { rulebook: rulebook.id, version: version.version, applies, ...(verdict !== undefined && { verdict }), clauses: Object.fromEntries(clauses) };
  });
}

/** The day against which age is measured on a day of the span: it never goes back behind the question's own. */
function knownOn({ knownAt }: Question, on: Day, { aging, knownUntil = knownAt }: Span): Day {
  if (aging) return on;
  const known = on < knownUntil ? on : knownUntil;
  return known > knownAt ? known : knownAt;
}

/** Every later day on which something could change, ascending. */
export function turningDays(records: readonly Rec[], { asOf, knownAt }: Question, rulebooks: readonly Rulebook[], { until, aging, knownUntil = knownAt }: Span): Day[] {
  const days = new Set<Day>(daysIn(rulebooks));
  const ages = agesIn(rulebooks);
  for (const rec of records) {
    if (rec.kind === 'listing') for (const day of daysIn(rec.category)) days.add(day);
    for (const day of [rec.validFrom, rec.validTo]) if (day !== undefined) days.add(day);
    if (!aging && knownUntil <= knownAt) continue;
    const starts = rec.kind === 'evidence' ? rec.issued : rec.kind === 'completeness' && rec.list === 'entries' ? rec.validFrom : undefined;
    if (starts === undefined) continue;
    days.add(starts);
    for (const age of ages) days.add(addDays(starts, age + 1));
  }
  return [...days].filter((day) => day > asOf && day <= until).sort();
}

function keyOf({ version, applies, verdict, clauses }: Standing): string {
  return JSON.stringify([version, applies, verdict, Object.entries(clauses).sort(([a], [b]) => (a < b ? -1 : 1))]);
}
