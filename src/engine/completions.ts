/** What would decide the open assessments of an answer, for example: looked for one by one, when asked. */
import type { Sha256 } from '../base/canonical.ts';
import { ask, evaluateRulebook, type RulebookOutcome } from '../rules/evaluate.ts';
import type { CheckInput } from './check.ts';
import type { Examples } from './why.ts';

/** Examples of what would decide each open assessment of `check(input)`. The first of a rulebook evaluates it again. */
export function completions({ records, question, rulebooks }: CheckInput, sha256: Sha256): Examples {
  const asked = ask(records, question, sha256);
  const found = new Map<string, RulebookOutcome>();
  return ({ rulebook: id, clause, subject }) => {
    const rulebook = rulebooks.find((one) => one.id === id);
    if (rulebook === undefined) return undefined;
    let outcome = found.get(id);
    if (outcome === undefined) found.set(id, (outcome = evaluateRulebook(asked, rulebook)));
    return outcome.outcomes.find((one) => one.clause.id === clause && one.subject === subject)?.completions?.();
  };
}
