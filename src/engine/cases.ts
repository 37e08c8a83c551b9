/** Runs the cases of a rulebook: does it say of small made-up networks what its author expects? */
import { canonical, type Sha256 } from '../base/canonical.ts';
import { type Issue, NonredError } from '../base/issue.ts';
import type { Id } from '../model/record.ts';
import { type Cases, differences } from '../rules/cases.ts';
import { ask, evaluateRulebook } from '../rules/evaluate.ts';
import { forecastOf } from '../rules/forecast.ts';
import { type Choices, loadRulebook } from '../rules/load.ts';
import type { Rulebook } from '../rules/rulebook.ts';

/** One case: nothing in `differences` where it is as expected. */
export interface CaseOutcome { readonly rulebook: Id; readonly name: string; readonly differences: readonly string[] }

/** A case may choose parameters, so the rulebook is loaded from its text for each choice. Throws NonredError where it cannot be. */
export function runCases(cases: Cases, rulebookText: string, source: string, sha256: Sha256): CaseOutcome[] {
  const loaded = new Map<string, Rulebook>();
  const settled = (choices: Choices): Rulebook => {
    const key = canonical(choices);
    const kept = loaded.get(key);
    if (kept !== undefined) return kept;
    const { value: rulebook, issues } = loadRulebook(rulebookText, source, choices);
    if (rulebook === undefined) throw new NonredError(issues as Issue[]);
    loaded.set(key, rulebook);
    return rulebook;
  };
  return cases.cases.map(({ name, records, question, choices, expected }) => {
    const rulebook = settled(choices);
    const outcome = evaluateRulebook(ask(records, question, sha256), rulebook);
    return { rulebook: cases.rulebook, name, differences: differences(expected, outcome, rulebook, forecastOf(records, question, rulebook, outcome, sha256)) };
  });
}
