/** What people's judgements still say: one that a record withdraws or supersedes says nothing, so what it kept away comes back. */
import type { Sha256 } from '../base/canonical.ts';
import { digestOf } from './digest.ts';
import type { Digest, Judgement, Rec } from './record.ts';

export function standingJudgements(records: readonly Rec[], sha256: Sha256): Judgement[] {
  const judgements = records.filter((rec) => rec.kind === 'judgement');
  const out = new Set<Digest>();
  for (const { supersedes } of judgements) if (supersedes !== undefined) out.add(supersedes);
  for (const { withdraws } of judgements) if (withdraws !== undefined) out.add(withdraws);
  return out.size === 0 ? judgements : judgements.filter((rec) => !out.has(digestOf(rec, sha256)));
}
