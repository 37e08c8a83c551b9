/** Hashes for the pure rooms, by Node's OpenSSL. */
import { createHash, createHmac, hash } from 'node:crypto';
import type { Digest, Id } from '../model/record.ts';

/** SHA-256, lower-case hex; a text by its UTF-8 bytes. */
export function sha256(data: string | Uint8Array): Digest {
  return hash('sha256', data, 'hex');
}

/** SHA-256 of bytes that come in pieces. */
export function sha256Of(chunks: Iterable<Uint8Array>): Digest {
  const hash = createHash('sha256');
  for (const chunk of chunks) hash.update(chunk);
  return hash.digest('hex');
}

/** The salt of a record id: HMAC-SHA-256 under the workspace's secret (docs/semantics.md; a digest then cannot be guessed). */
export function saltWith(secret: Uint8Array): (id: Id) => Digest {
  return (id) => createHmac('sha256', secret).update(id).digest('hex');
}
