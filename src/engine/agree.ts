/** Does an answer say no more than its grounds? The checker judges grounds; this holds the rest of a result file to them. */
import { allOf } from '../base/verdict.ts';
import { covers, type Grounds } from '../rules/grounds.ts';
import type { Assessment, CheckResult } from './result.ts';

/** Each grounds once, with the first assessment of its rulebook that points at it: open subjects of a clause have one in common. */
export function* proofsOf(assessments: readonly Assessment[]): Generator<readonly [Grounds, Assessment]> {
  const met = new Map<Grounds, string>();
  for (const one of assessments) {
    if (one.grounds === undefined || met.get(one.grounds) === one.rulebook) continue;
    met.set(one.grounds, one.rulebook);
    yield [one.grounds, one];
  }
}

export type Disagreement = 'answer' | 'assessment' | 'clause';

/** Each place where the answer is not what its grounds prove: `us-848 B camera`. Nothing for an answer of `check`. */
export function disagreements({ assessments, rulebooks, verdict }: CheckResult): { readonly what: Disagreement; readonly at: string }[] {
  const found: { what: Disagreement; at: string }[] = [];
  for (const { rulebook, clause, subject, applies, verdict: own, grounds } of assessments) {
    const bound = applies === 'yes' || applies === 'unknown';
    const proven = grounds === undefined ? own === undefined && !bound : bound && grounds.verdict === own && grounds.clause === clause && covers(grounds, subject);
    if (!proven) found.push({ what: 'assessment', at: [rulebook, clause ?? '-', subject].join(' ') });
  }
  for (const { id, clauses } of rulebooks) {
    const own = assessments.filter((one) => one.rulebook === id);
    if (own.length === 0) found.push({ what: 'clause', at: id });
    const day = own[0]?.grounds?.asOf;
    for (const { id: clause, from, to } of day === undefined ? [] : clauses)
      if ((from ?? '') <= day! && day! < (to ?? '~') && !own.some((one) => one.clause === clause)) found.push({ what: 'clause', at: `${id} ${clause}` });
  }
  if (verdict !== allOf(assessments.flatMap((one) => one.verdict ?? []))) found.push({ what: 'answer', at: verdict });
  return found;
}
