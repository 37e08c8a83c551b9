/** Is whoever signed somebody whom the verifier knows, with a key that was his on that day? */
import { canonical } from '../base/canonical.ts';
import { type Crypto, type PublicKey, utf8 } from './crypto.ts';
import { type Line, passed, refused, unknown } from './lines.ts';
import { toHex } from './multibase.ts';
import { openCheckpoint } from './note.ts';
import type { Trust } from './trust.ts';

/** Who signed what, as the signature shows. */
export interface Signed {
  readonly issuer: string;
  /** The issuer's DID document as it stands, for its digest. */
  readonly document: unknown;
  readonly key: PublicKey;
  /** The same as Multikey text. */
  readonly multikey: string;
  /** The day of signing, as the signer says; empty where he says none. */
  readonly created: string;
  readonly checkpoint?: string;
}

/** Is it a key that the trust file calls lost? Then a list in which no bit is set may be anybody's. */
export function isLost({ issuer, multikey }: Pick<Signed, 'issuer' | 'multikey'>, trust: Trust | undefined): boolean {
  return trust?.issuers.find(({ id }) => id === issuer)?.keys?.some(({ key, compromised }) => key === multikey && compromised !== undefined) ?? false;
}

/** Does the verifier know this issuer and this key, by other means than the bundle? */
export async function trustLine({ issuer, document, key, multikey, created, checkpoint }: Signed, trust: Trust | undefined, crypto: Crypto): Promise<Line> {
  const trusted = trust?.issuers.find(({ id }) => id === issuer);
  if (trust === undefined) return unknown('trust', 'no-trust-given', { issuer });
  if (trusted === undefined) return unknown('trust', 'not-trusted', { issuer });
  const name = trusted.name;
  if (!issuer.startsWith('did:key:')) {
    const documentDigest = toHex(await crypto.sha256(utf8(canonical(document))));
    if (!trusted.documents?.includes(documentDigest)) return unknown('trust', 'document-not-pinned', { issuer, digest: documentDigest });
  }
  if (trusted.keys === undefined) return passed('trust', 'ok', { name });
  const known = trusted.keys.filter((one) => one.key === multikey);
  if (known.length === 0) return refused('trust', 'key-not-trusted', { name });
  // A key may have been put away and taken up again: between its times it signs nothing. Without a day nobody can tell.
  const inUse = known.some(({ from, to }) => (from === undefined && to === undefined) || (created !== '' && (from ?? '') <= created && created < (to ?? '~')));
  if (!inUse) return refused('trust', 'key-not-in-use', { name, created: created || '-' });
  const on = known.flatMap(({ compromised }) => compromised ?? []).sort()[0];
  if (on === undefined) return passed('trust', 'ok', { name });
  if (created >= on) return refused('trust', 'key-compromised', { name, on });
  // Whoever has the key can date a signature back: only what was seen in the log before counts.
  const seen = (trusted.checkpoints ?? []).filter((one) => one.seen < on && one.note === checkpoint);
  if (checkpoint === undefined || seen.length === 0 || (await openCheckpoint(checkpoint, key.bytes, crypto)) === undefined) return refused('trust', 'not-logged-before', { name, on });
  return passed('trust', 'logged-before', { name, on });
}
