/** What a person has to decide: parties that may be entries of a list, and parties that may be one. */
import type { Sha256 } from '../base/canonical.ts';
import { push } from '../base/multimap.ts';
import { digestOf } from '../model/digest.ts';
import { standingJudgements } from '../model/judgements.ts';
import type { Id, Judgement, Listing, Party, Rec } from '../model/record.ts';
import { type Missing, missingFor, missingUnless } from '../rules/grounds.ts';
import { MATCHER } from '../screen/candidates.ts';
import type { CheckResult } from './result.ts';

export interface Proposal {
  readonly kind: 'match' | 'merge';
  /** `parties/ID`. */
  readonly left: string;
  /** `parties/ID` or `listings/ID`. */
  readonly right: string;
  readonly leftRecords: readonly Party[];
  readonly rightRecords: readonly (Party | Listing)[];
  /** Clauses that wait for it, or hang on it. */
  readonly clauses: readonly string[];
  /** Which names the matcher found alike, and where a name that was not given is from. Absent where the names are equal. */
  readonly why?: string;
}

/** Open matches of the answer first, by how many clauses wait; then the joins that a rule inferred and nobody has looked at. */
export function proposalsOf(result: CheckResult, records: readonly Rec[], joins: readonly Judgement[], sha256: Sha256): Proposal[] {
  const parties = new Map<Id, Party[]>();
  const listings = new Map<Id, Listing[]>();
  for (const rec of records) {
    if (rec.kind === 'party') push(parties, rec.id, rec);
    if (rec.kind === 'listing') push(listings, rec.id, rec);
  }
  const waiting = new Map<string, { party: Id; entry: Id; clauses: Set<string> }>();
  const heard = new Set<readonly Missing[]>(); // an exemption of the whole product is open for many subjects
  for (const { rulebook, clause, subject, grounds } of result.assessments) {
    const unless = missingUnless(grounds, subject).map(([, missing]) => missing).filter((missing) => !heard.has(missing));
    for (const missing of unless) heard.add(missing);
    for (const missing of [missingFor(grounds, subject), ...unless].flat()) {
      if (missing.kind !== 'match' || missing.field === undefined) continue;
      const key = JSON.stringify([missing.of, missing.field]);
      const found = waiting.get(key) ?? { party: missing.of, entry: missing.field, clauses: new Set() };
      waiting.set(key, found);
      found.clauses.add(`${rulebook} ${clause}`);
    }
  }
  const byDigest = new Map(records.map((rec) => [digestOf(rec, sha256), rec]));
  const whys = new Map(records.flatMap((rec): [string, string][] => {
    if (rec.kind !== 'judgement' || rec.origin !== MATCHER || rec.why === undefined) return [];
    return [[JSON.stringify([byDigest.get(rec.left ?? '')?.id, byDigest.get(rec.right ?? '')?.id]), rec.why]];
  }));
  const matches = [...waiting].sort(([, a], [, b]) => b.clauses.size - a.clauses.size || (a.party < b.party ? -1 : 1)).map(([key, { party, entry, clauses }]): Proposal => ({
    kind: 'match', left: `parties/${party}`, right: `listings/${entry}`, leftRecords: parties.get(party) ?? [], rightRecords: listings.get(entry) ?? [], clauses: [...clauses].sort(), ...(whys.has(key) && { why: whys.get(key)! }),
  }));
  const judged = new Set(standingJudgements(records, sha256).flatMap(({ left, right }) => (left !== undefined ? [[left, right].sort().join()] : [])));
  const merges = joins.flatMap((join): Proposal[] => {
    const [left, right] = [byDigest.get(join.left ?? ''), byDigest.get(join.right ?? '')];
    if (join.level !== 'inferred' || left?.kind !== 'party' || right?.kind !== 'party' || judged.has([join.left, join.right].sort().join())) return [];
    return [{ kind: 'merge', left: `parties/${left.id}`, right: `parties/${right.id}`, leftRecords: parties.get(left.id)!, rightRecords: parties.get(right.id)!, clauses: [] }];
  });
  return [...matches, ...merges];
}
