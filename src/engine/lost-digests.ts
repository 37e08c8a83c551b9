/**
 * Records that speak of a digest that no record has: what they replace, take out or judge is not touched by them. A correction whose
 * old record was edited since stands beside it, and a judgement of a party whose row was edited says nothing any more.
 */
import type { Sha256 } from '../base/canonical.ts';
import { type Issue, issue } from '../base/issue.ts';
import { placeOf } from '../formats/workspace/draft.ts';
import { digestOf } from '../model/digest.ts';
import type { Digest, Rec } from '../model/record.ts';

/** A warning each. `elsewhere`: records that could be meant without being asked of, lists of other rulebooks; called where a digest is not found. O(records). */
export function lostDigests(own: readonly Rec[], records: readonly Rec[], elsewhere: () => Iterable<Rec>, sha256: Sha256): Issue[] {
  const named = own.flatMap((rec) => namedBy(rec).map(([field, digest]) => ({ rec, field, digest })));
  if (named.length === 0) return [];
  const known = new Set(records.map((rec) => digestOf(rec, sha256)));
  let lost = named.filter(({ digest }) => !known.has(digest));
  if (lost.length > 0) {
    const further = new Set<Digest>();
    for (const rec of elsewhere()) further.add(digestOf(rec, sha256));
    lost = lost.filter(({ digest }) => !further.has(digest));
  }
  return lost.map(({ rec, field, digest }) => {
    const { source, pointer } = placeOf(rec);
    return issue('input/lost-digest', source, /^\/rows\/\d+$/.test(pointer) ? `${pointer}/${field}` : pointer, { field, given: digest });
  });
}

function namedBy(rec: Rec): (readonly [string, Digest])[] {
  const fields = rec.kind === 'judgement' ? { left: rec.left, right: rec.right, withdraws: rec.withdraws, supersedes: rec.supersedes } : { supersedes: rec.supersedes };
  return Object.entries(fields).flatMap(([field, digest]) => (digest === undefined ? [] : [[field, digest] as const]));
}
