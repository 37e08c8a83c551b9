/**
 * Data Integrity proofs (https://www.w3.org/TR/vc-data-integrity/, https://www.w3.org/TR/vc-di-eddsa/): the cryptosuite says how a
 * document becomes bytes, Ed25519 signs the hash of the proof's options and the hash of the document, one after the other.
 * `eddsa-jcs-2022` is here; `eddsa-rdfc-2022` is the same with another `Canonicalize` (rdfc.ts).
 */
import { canonical } from '../base/canonical.ts';
import { concat, type Crypto, type PublicKey, type Signer, utf8 } from './crypto.ts';
import { fromMultibase58, toMultibase58 } from './multibase.ts';

export type Cryptosuite = 'eddsa-jcs-2022' | 'eddsa-rdfc-2022';
/** A JSON object, as it stands in a document. */
export type Json = { readonly [member: string]: unknown };
export interface ProofOptions {
  readonly type: 'DataIntegrityProof';
  readonly cryptosuite: Cryptosuite;
  /** RFC 3339. */
  readonly created?: string;
  readonly expires?: string;
  readonly verificationMethod: string;
  readonly proofPurpose: 'assertionMethod' | 'authentication';
  readonly domain?: string;
  readonly challenge?: string;
  readonly '@context'?: unknown;
}
export interface Proof extends ProofOptions { readonly proofValue: string }
/** The bytes that stand for a document; throws where it cannot be told what it means. */
export type Canonicalize = (document: Json) => string | Promise<string>;

export const jcs: Canonicalize = canonical;
/** A proof has these members and no others. */
const MEMBERS = new Set(['type', 'cryptosuite', 'created', 'expires', 'verificationMethod', 'proofPurpose', 'domain', 'challenge', '@context', 'proofValue']);

/** 64 bytes: SHA-256 of the canonical options, SHA-256 of the canonical document. The document is without its proof. */
export async function hashData(document: Json, options: ProofOptions, canonicalize: Canonicalize, crypto: Pick<Crypto, 'sha256'>): Promise<Uint8Array> {
  const [config, body] = [await canonicalize(options as unknown as Json), await canonicalize(document)];
  return concat(await crypto.sha256(utf8(config)), await crypto.sha256(utf8(body)));
}

/** The document with a proof of this signer. The proof says the document's `@context` again, as both suites ask. */
export async function secure<D extends Json>(document: D, options: Omit<ProofOptions, 'type' | 'verificationMethod' | '@context'>, signer: Signer, canonicalize: Canonicalize, crypto: Pick<Crypto, 'sha256'>): Promise<D & { readonly proof: Proof }> {
  const context = document['@context'];
  const whole: ProofOptions = { type: 'DataIntegrityProof', ...options, verificationMethod: signer.verificationMethod, ...(context !== undefined && { '@context': context }) };
  const signature = await signer.sign(await hashData(document, whole, canonicalize, crypto));
  return { ...document, proof: { ...whole, proofValue: toMultibase58(signature) } };
}

export type ProofFault = 'no-proof' | 'several-proofs' | 'unknown-member' | 'unknown-suite' | 'wrong-purpose' | 'context-differs' | 'malformed-signature' | 'not-signed-by-key';

/** A document's proof and the document without it, or why they are not to be looked at. One proof: an unsigned second one would ride along. */
export function proofOf(secured: Json, purpose: ProofOptions['proofPurpose'] = 'assertionMethod'): { readonly document: Json; readonly proof: Proof } | { readonly fault: ProofFault } {
  const { proof, ...document } = secured;
  if (typeof proof !== 'object' || proof === null) return { fault: 'no-proof' };
  if (Array.isArray(proof)) return { fault: 'several-proofs' };
  if (Object.keys(proof).some((member) => !MEMBERS.has(member))) return { fault: 'unknown-member' };
  const { type, cryptosuite, verificationMethod, proofPurpose, proofValue } = proof as Record<string, unknown>;
  if (type !== 'DataIntegrityProof' || (cryptosuite !== 'eddsa-jcs-2022' && cryptosuite !== 'eddsa-rdfc-2022')) return { fault: 'unknown-suite' };
  if (proofPurpose !== purpose) return { fault: 'wrong-purpose' };
  if (typeof verificationMethod !== 'string' || typeof proofValue !== 'string') return { fault: 'malformed-signature' };
  return { document, proof: proof as unknown as Proof };
}

/** Did this key sign this document with these options? Nothing where it did. */
export async function checkProof(document: Json, proof: Proof, key: PublicKey, canonicalize: Canonicalize, crypto: Crypto): Promise<ProofFault | undefined> {
  const { proofValue, ...options } = proof;
  const signature = fromMultibase58(proofValue);
  if (signature?.length !== 64 || key.type !== 'Ed25519') return 'malformed-signature';
  // vc-di-eddsa 3.3.2 would take the proof's context for the document's; it has to be the same here.
  if (options['@context'] !== undefined && canonical(options['@context']) !== canonical(document['@context'] ?? null)) return 'context-differs';
  // vc-di-eddsa 3.2.5: RDF needs to know what the proof's words mean; most issuers leave that to the document.
  const whole = options.cryptosuite === 'eddsa-rdfc-2022' ? { ...options, '@context': document['@context'] } : options;
  const data = await hashData(document, whole, canonicalize, crypto);
  return (await crypto.verify(key, data, signature)) ? undefined : 'not-signed-by-key';
}
