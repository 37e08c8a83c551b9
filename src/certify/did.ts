/**
 * Issuers as DIDs. `did:key` is its own document (https://w3c-ccg.github.io/did-key-spec/); `did:web` has a document that
 * is never fetched: it comes with the bundle and counts only where the verifier has pinned its digest (verify.ts).
 * A key belongs to the document that it stands in: `did:key:A#B` is refused, whatever B is.
 */
import type { KeyType, PublicKey } from './crypto.ts';
import { fromMultibase58, toMultibase58 } from './multibase.ts';

export interface VerificationMethod { readonly id: string; readonly type: 'Multikey'; readonly controller: string; readonly publicKeyMultibase: string }
/** A DID document with no more than what issuing needs. */
export interface DidDocument {
  readonly '@context': readonly string[];
  readonly id: string;
  readonly verificationMethod: readonly VerificationMethod[];
  readonly assertionMethod: readonly string[];
  readonly authentication: readonly string[];
}
export type DidFault = 'not-a-did' | 'method-not-supported' | 'key-type-not-supported' | 'malformed-key' | 'fragment-of-another-document' | 'no-such-key' | 'not-for-assertions';
export type Resolved<T> = { readonly value: T } | { readonly fault: DidFault; readonly given: string };

const CONTEXTS = ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'] as const;
/** Multicodec names of public keys, as varints, and their length: https://github.com/multiformats/multicodec */
const CODECS: readonly { readonly prefix: readonly [number, number]; readonly name: string; readonly type?: KeyType; readonly length: number }[] = [
  { prefix: [0xed, 0x01], name: 'Ed25519', type: 'Ed25519', length: 32 },
  { prefix: [0x80, 0x24], name: 'P-256', type: 'P-256', length: 33 },
  { prefix: [0x81, 0x24], name: 'P-384', type: 'P-384', length: 49 },
  { prefix: [0x82, 0x24], name: 'P-521', length: 67 },
  { prefix: [0xe7, 0x01], name: 'secp256k1', length: 33 },
  { prefix: [0xec, 0x01], name: 'X25519', length: 32 },
  { prefix: [0x85, 0x24], name: 'RSA', length: 0 },
  { prefix: [0xea, 0x01], name: 'BLS12-381 G1', length: 48 },
  { prefix: [0xeb, 0x01], name: 'BLS12-381 G2', length: 96 },
];

export function didKeyOf(publicKey: Uint8Array): string {
  return `did:key:${multikeyOf(publicKey)}`;
}

export function multikeyOf(ed25519: Uint8Array): string {
  return toMultibase58(Uint8Array.from([0xed, 0x01, ...ed25519]));
}

/** The key of a Multikey text, or why not. */
export function keyOf(multikey: string): Resolved<PublicKey> {
  const bytes = fromMultibase58(multikey);
  if (bytes === undefined) return { fault: 'malformed-key', given: multikey };
  const codec = CODECS.find(({ prefix }) => bytes[0] === prefix[0] && bytes[1] === prefix[1]);
  if (codec === undefined) return { fault: 'key-type-not-supported', given: `multicodec ${bytes[0]?.toString(16)} ${bytes[1]?.toString(16)}` };
  if (codec.type === undefined) return { fault: 'key-type-not-supported', given: codec.name };
  const rest = bytes.slice(2);
  if (rest.length !== codec.length) return { fault: 'malformed-key', given: multikey };
  const key = codec.type === 'Ed25519' ? rest : uncompressed(rest, codec.type);
  return key === undefined ? { fault: 'malformed-key', given: multikey } : { value: { type: codec.type, bytes: key } };
}

/** The document that a DID is by itself: `did:key` only. */
export function documentOf(did: string): Resolved<DidDocument> {
  const [scheme, method, id = '', ...more] = did.split(':');
  if (scheme !== 'did' || !method || !id || /[#?/]/.test(did)) return { fault: 'not-a-did', given: did };
  if (method !== 'key' || more.length > 0) return { fault: 'method-not-supported', given: `did:${method}` };
  const key = keyOf(id);
  if ('fault' in key) return key;
  const method0: VerificationMethod = { id: `${did}#${id}`, type: 'Multikey', controller: did, publicKeyMultibase: id };
  return { value: { '@context': CONTEXTS, id: did, verificationMethod: [method0], assertionMethod: [method0.id], authentication: [method0.id] } };
}

/** A document for a DID whose keys are not in its name, to be put on the web by its holder and pinned by verifiers. */
export function webDocument(did: string, keys: readonly { readonly fragment: string; readonly publicKey: Uint8Array }[]): DidDocument {
  const methods = keys.map(({ fragment, publicKey }): VerificationMethod =>
    ({ id: `${did}#${fragment}`, type: 'Multikey', controller: did, publicKeyMultibase: multikeyOf(publicKey) }));
  const ids = methods.map(({ id }) => id);
  return { '@context': CONTEXTS, id: did, verificationMethod: methods, assertionMethod: ids, authentication: ids };
}

/** The key that a document gives for assertions under a DID URL: a method of this very document, controlled by its subject. */
export function assertionKey(document: DidDocument, url: string): Resolved<PublicKey> {
  if (!url.startsWith(`${document.id}#`)) return { fault: 'fragment-of-another-document', given: url };
  const found = document.verificationMethod.filter(({ id }) => id === url);
  const method = found[0];
  if (method === undefined || found.length > 1 || method.controller !== document.id) return { fault: 'no-such-key', given: url };
  if (!document.assertionMethod.includes(url)) return { fault: 'not-for-assertions', given: url };
  if (document.id.startsWith('did:key:') && url !== `${document.id}#${document.id.slice('did:key:'.length)}`) return { fault: 'fragment-of-another-document', given: url };
  return keyOf(method.publicKeyMultibase);
}

/** SEC 2: y² = x³ - 3x + b over p. Both primes are 3 mod 4, so the root is a power. */
const CURVES: Readonly<Record<'P-256' | 'P-384', { readonly p: bigint; readonly b: bigint; readonly length: number }>> = {
  'P-256': { p: 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n, b: 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn, length: 32 },
  'P-384': {
    p: 2n ** 384n - 2n ** 128n - 2n ** 96n + 2n ** 32n - 1n,
    b: 0xb3312fa7e23ee7e4988e056be3f82d19181d9c6efe8141120314088f5013875ac656398d8a2ed19d2a85c8edd3ec2aefn, length: 48,
  },
};

function uncompressed(point: Uint8Array, type: 'P-256' | 'P-384'): Uint8Array | undefined {
  const { p, b, length } = CURVES[type];
  const parity = point[0];
  const x = numberOf(point.subarray(1));
  if ((parity !== 2 && parity !== 3) || x >= p) return undefined;
  const square = (x * x * x - 3n * x + b) % p;
  const root = power(square < 0n ? square + p : square, (p + 1n) / 4n, p);
  if ((root * root - square) % p !== 0n) return undefined; // not on the curve
  const y = (root & 1n) === BigInt(parity & 1) ? root : p - root;
  return Uint8Array.from([4, ...point.subarray(1), ...bytesOf(y, length)]);
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  for (let square = base, left = exponent; left > 0n; left >>= 1n, square = (square * square) % modulus) if (left & 1n) result = (result * square) % modulus;
  return result;
}

function numberOf(bytes: Uint8Array): bigint {
  let number = 0n;
  for (const byte of bytes) number = (number << 8n) | BigInt(byte);
  return number;
}

function bytesOf(number: bigint, length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, i) => Number((number >> BigInt(8 * (length - 1 - i))) & 255n));
}
