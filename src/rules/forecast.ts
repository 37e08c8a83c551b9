/** What the verdict would be on the day on which a rulebook begins to apply (docs/semantics.md 7). */
import type { Sha256 } from '../base/canonical.ts';
import type { Verdict } from '../base/verdict.ts';
import type { Day, Rec } from '../model/record.ts';
import type { Question } from '../select/predicate.ts';
import { ask, evaluateRulebook, type RulebookOutcome } from './evaluate.ts';
import type { Rulebook } from './rulebook.ts';

export interface Forecast { readonly verdict: Verdict; readonly on: Day }

/** Nothing where the rulebook applies already, has ended, or does not bind on that day either. */
export function forecastOf(records: readonly Rec[], question: Question, rulebook: Rulebook, found: RulebookOutcome, sha256: Sha256): Forecast | undefined {
  if (found.applies !== 'not-yet' || found.version.from <= question.asOf) return undefined;
  const on = found.version.from;
  const inForce: Rulebook = { ...rulebook, versions: rulebook.versions.map((version) => (version === found.version ? { ...version, status: 'in-force' } : version)) };
  const { verdict } = evaluateRulebook(ask(records, { ...question, asOf: on }, sha256), inForce, 'verdicts');
  return verdict === undefined ? undefined : { verdict, on };
}
