/** The certificate: a W3C Verifiable Credential 2.0 with one `eddsa-jcs-2022` proof. This file says what it looks like and makes one. */
import type { Claim } from './claim.ts';
import { CERTIFICATE_CONTEXTS } from './context.ts';
import type { Crypto, Signer } from './crypto.ts';
import { jcs, type Proof, secure } from './proof.ts';
import { anything, day, digest, instant, list, object, oneOf, pattern, record, type Shape, text, whole } from './shape.ts';

export type StatusPurpose = 'revocation' | 'suspension';
export interface StatusEntry { readonly id: string; readonly type: 'BitstringStatusListEntry'; readonly statusPurpose: StatusPurpose; readonly statusListIndex: string; readonly statusListCredential: string }
/** Serial numbers as leaves of one tree (items.ts): each has an inclusion proof of its own. */
export interface Serials { readonly count: number; readonly root: string }
export interface CertificateSubject extends Claim { readonly type: 'CheckedProduct'; readonly lot?: string; readonly serials?: Serials; readonly hidden?: { readonly names: number } }
export interface Unsecured {
  readonly '@context': readonly string[];
  readonly id: string;
  readonly type: readonly ['VerifiableCredential', 'SupplyChainCertificate'];
  readonly issuer: { readonly id: string; readonly name: string };
  readonly validFrom: string;
  readonly validUntil: string;
  readonly credentialStatus: readonly StatusEntry[];
  readonly credentialSubject: CertificateSubject;
}
export interface Certificate extends Unsecured { readonly proof: Proof }

export interface Issue {
  readonly id: string;
  readonly issuerName: string;
  /** RFC 3339: the moment of signing. */
  readonly created: string;
  /** First and last day but one: valid on day d iff from <= d < until. Never past the claim's `nextChange`. */
  readonly from: string;
  readonly until: string;
  readonly status: readonly StatusEntry[];
  readonly claim: Claim;
  readonly lot?: string;
  readonly serials?: Serials;
  readonly hidden?: { readonly names: number };
}

/** RangeError where it would outlive the next change of what it rests on: that is never signed. */
export async function issueCertificate(given: Issue, signer: Signer, crypto: Pick<Crypto, 'sha256'>): Promise<Certificate> {
  const { claim, lot, serials, hidden, from, until } = given;
  if (until <= from || (claim.nextChange !== undefined && until > claim.nextChange)) throw new RangeError(`valid from ${from} until ${until}, next change ${claim.nextChange}`);
  const unsecured: Unsecured = {
    '@context': CERTIFICATE_CONTEXTS, id: given.id, type: ['VerifiableCredential', 'SupplyChainCertificate'],
    issuer: { id: signer.issuer, name: given.issuerName }, validFrom: `${from}T00:00:00Z`, validUntil: `${until}T00:00:00Z`, credentialStatus: given.status,
    credentialSubject: { type: 'CheckedProduct', ...claim, ...(lot !== undefined && { lot }), ...(serials && { serials }), ...(hidden && { hidden }) },
  };
  const secured = await secure(unsecured as unknown as Record<string, unknown>, { cryptosuite: 'eddsa-jcs-2022', created: given.created, proofPurpose: 'assertionMethod' }, signer, jcs, crypto);
  return secured as unknown as Certificate;
}

const verdict = oneOf('clear', 'red', 'unknown');
const contexts = list(text);
export const proofShape: Shape = object({
  type: oneOf('DataIntegrityProof'), cryptosuite: oneOf('eddsa-jcs-2022'), created: instant, verificationMethod: text, proofPurpose: oneOf('assertionMethod'),
  '@context': contexts, proofValue: pattern(/^z[1-9A-HJ-NP-Za-km-z]{80,90}$/),
});
export const issuerShape: Shape = object({ id: pattern(/^did:[a-z0-9]+:[A-Za-z0-9._:%-]+$/), name: text });
/** Exactly our two contexts in their order: another one could give the same words another meaning. */
export const contextsShape: Shape = (value) => (Array.isArray(value) && value.length === CERTIFICATE_CONTEXTS.length && CERTIFICATE_CONTEXTS.every((id, i) => id === value[i]) ? undefined : '');

const subjectShape: Shape = object({
  type: oneOf('CheckedProduct'), product: object({ name: text, 'maker?': text, 'partNumbers?': list(text) }), verdict, asOf: day, knownAt: day,
  rulebooks: list(object({
    id: text, version: text, digest, applies: oneOf('yes', 'no', 'not-yet', 'expired', 'unknown'), 'verdict?': verdict, 'consequence?': text, 'nextChange?': day,
  }), 1),
  assessments: list(object({ rulebook: text, clause: text, subject: text, verdict, 'basis?': text, 'unverified?': oneOf(true) })),
  network: digest, question: digest, grounds: object({ digest, mode: oneOf('full'), count: whole }),
  dependsOn: object({ lists: list(object({ list: text, 'edition?': day, digest })), screenings: list(digest) }),
  honesty: record, 'nextChange?': day, 'madeUp?': oneOf(true),
  'lot?': text, 'serials?': object({ count: whole, root: text }), 'hidden?': object({ names: whole }),
});
export const certificateShape: Shape = object({
  '@context': contextsShape, id: pattern(/^urn:[a-z0-9-]+:\S+$/), type: (value) => (JSON.stringify(value) === '["VerifiableCredential","SupplyChainCertificate"]' ? undefined : ''),
  issuer: issuerShape, validFrom: instant, validUntil: instant,
  credentialStatus: list(object({ id: text, type: oneOf('BitstringStatusListEntry'), statusPurpose: oneOf('revocation', 'suspension'), statusListIndex: text, statusListCredential: text }), 1),
  credentialSubject: subjectShape, proof: proofShape,
});
export const documentShape: Shape = object({
  '@context': contexts, id: text, verificationMethod: list(object({ id: text, type: oneOf('Multikey'), controller: text, publicKeyMultibase: text }), 1),
  assertionMethod: list(text), authentication: list(text), 'alsoKnownAs?': anything,
});
