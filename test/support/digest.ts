/** Digests for tests: SHA-256 of the RFC 8785 JSON. */
import { createHash } from 'node:crypto';
import { canonical } from '../../src/base/canonical.ts';
import type { Digest, Rec } from '../../src/model/record.ts';

const known = new WeakMap<object, Digest>();

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** Digest of a record, remembered: records are never changed. */
export function digestOf(record: Rec): Digest {
  let digest = known.get(record);
  if (digest === undefined) known.set(record, (digest = sha256(canonical(record))));
  return digest;
}
