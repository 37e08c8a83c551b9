import { canonical, type Sha256 } from '../base/canonical.ts';
import type { Digest, Rec } from './record.ts';

const known = new WeakMap<Rec, Digest>(); // a record never changes, and every Sha256 gives the same answer

/** SHA-256 (lower-case hex) of the record's RFC 8785 JSON, salt included. Computed once a record object. */
export function digestOf(rec: Rec, sha256: Sha256): Digest {
  let digest = known.get(rec);
  if (digest === undefined) known.set(rec, (digest = sha256(canonical(rec))));
  return digest;
}
