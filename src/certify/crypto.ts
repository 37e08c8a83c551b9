/**
 * What certificates need of the outside: hashes, signatures, inflation. The host gives Node's, a page its WebCrypto
 * (web-crypto.ts); everything here is awaited, so either may be asynchronous.
 */
export type Maybe<T> = T | Promise<T>;
export type KeyType = 'Ed25519' | 'P-256' | 'P-384';

/** Ed25519: 32 bytes. P-256, P-384: the point uncompressed, 0x04 and both coordinates. */
export interface PublicKey { readonly type: KeyType; readonly bytes: Uint8Array }

export interface Crypto {
  sha256(bytes: Uint8Array): Maybe<Uint8Array>;
  /** Never throws: what cannot be a signature is none. ECDSA signatures are r and s, one after the other. */
  verify(key: PublicKey, message: Uint8Array, signature: Uint8Array): Maybe<boolean>;
  gzip(bytes: Uint8Array): Maybe<Uint8Array>;
  /** `undefined` where it is no gzip or is more than `maxBytes` inflated: it is stopped there, not measured afterwards. */
  gunzip(bytes: Uint8Array, maxBytes: number): Maybe<Uint8Array | undefined>;
}

/** An issuer's Ed25519 key at work. The private key itself stays with whoever made this. */
export interface Signer {
  readonly issuer: string;
  /** The DID URL of the key: the issuer, `#`, a fragment. */
  readonly verificationMethod: string;
  readonly publicKey: Uint8Array;
  sign(message: Uint8Array): Maybe<Uint8Array>;
}

const encoder = new TextEncoder();
export const utf8 = (text: string): Uint8Array => encoder.encode(text);

export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
