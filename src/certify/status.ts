/**
 * Status lists: what an issuer says, today, of the certificates that it has signed. A certificate whose list is missing, too old,
 * of another issuer or without its entry has an unknown status, and is not valid for that; one whose bit is set is never verified.
 */
import { bitAt, decodeBits, encodeBits, indexOf } from './bitstring.ts';
import { CERTIFICATE_CONTEXTS } from './context.ts';
import { contextsShape, issuerShape, proofShape, type StatusEntry, type StatusPurpose } from './credential.ts';
import type { Crypto, Signer } from './crypto.ts';
import { jcs, type Proof, secure } from './proof.ts';
import { day, instant, list, object, oneOf, type Shape, text } from './shape.ts';

/** Why a bit was set, or that a certificate was checked again and still holds (`reaffirmed`). */
export interface Reason {
  readonly statusListIndex: string;
  readonly on: string;
  readonly kind: 'lapsed' | 'revoked' | 'suspended' | 'reaffirmed';
  /** A sentence for people, or the checker's first fault: `not-closed motor`. */
  readonly fault?: string;
  readonly clause?: string;
  /** What changed: the record's kind and id as the issuer names them. */
  readonly changed?: string;
}
export interface StatusList {
  readonly '@context': readonly string[];
  readonly id: string;
  readonly type: readonly ['VerifiableCredential', 'BitstringStatusListCredential'];
  readonly issuer: { readonly id: string; readonly name: string };
  readonly validFrom: string;
  readonly validUntil: string;
  readonly credentialSubject: { readonly id: string; readonly type: 'BitstringStatusList'; readonly statusPurpose: StatusPurpose; readonly encodedList: string; readonly reasons: readonly Reason[] };
  readonly proof: Proof;
}
export interface StatusState { /** The register's log. */ readonly log?: string; readonly purpose: StatusPurpose; readonly set: readonly number[]; readonly reasons: readonly Reason[] }

/** `urn:nonred:status:ISSUER:LOG:PURPOSE`: two issuers never share a list, nor do two registers of one. */
export const statusListId = (issuer: string, purpose: StatusPurpose, log?: string): string => `urn:nonred:status:${[issuer.replace(/^did:/, ''), log, purpose].filter((part) => part !== undefined).join(':')}`;

export function statusEntries(issuer: string, index: number, log?: string): StatusEntry[] {
  return (['revocation', 'suspension'] as const).map((statusPurpose) => ({
    id: `${statusListId(issuer, statusPurpose, log)}#${index}`, type: 'BitstringStatusListEntry', statusPurpose, statusListIndex: String(index), statusListCredential: statusListId(issuer, statusPurpose, log),
  }));
}

export async function issueStatusList(state: StatusState, issuerName: string, from: string, until: string, created: string, signer: Signer, crypto: Crypto): Promise<StatusList> {
  const id = statusListId(signer.issuer, state.purpose, state.log);
  const unsecured = {
    '@context': CERTIFICATE_CONTEXTS, id, type: ['VerifiableCredential', 'BitstringStatusListCredential'], issuer: { id: signer.issuer, name: issuerName },
    validFrom: `${from}T00:00:00Z`, validUntil: `${until}T00:00:00Z`,
    credentialSubject: { id: `${id}#list`, type: 'BitstringStatusList', statusPurpose: state.purpose, encodedList: await encodeBits(state.set, crypto), reasons: state.reasons },
  };
  return (await secure(unsecured, { cryptosuite: 'eddsa-jcs-2022', created, proofPurpose: 'assertionMethod' }, signer, jcs, crypto)) as unknown as StatusList;
}

export const statusListShape: Shape = object({
  '@context': contextsShape, id: text, type: (value) => (JSON.stringify(value) === '["VerifiableCredential","BitstringStatusListCredential"]' ? undefined : ''),
  issuer: issuerShape, validFrom: instant, validUntil: instant,
  credentialSubject: object({
    id: text, type: oneOf('BitstringStatusList'), statusPurpose: oneOf('revocation', 'suspension'), encodedList: text,
    reasons: list(object({ statusListIndex: text, on: day, kind: oneOf('lapsed', 'revoked', 'suspended', 'reaffirmed'), 'fault?': text, 'clause?': text, 'changed?': text })),
  }),
  proof: proofShape,
});

export type StatusAnswer =
  | { readonly status: 'current'; readonly reaffirmed?: Reason }
  | { readonly status: 'revoked' | 'suspended'; readonly reason?: Reason }
  | { readonly status: 'unknown'; readonly why: 'missing' | 'of-another-issuer' | 'not-this-list' | 'too-old' | 'not-yet' | 'lost-key' | 'no-such-entry' | 'malformed' };

/**
 * What one list says of one entry, on a day. The list's signature has been checked by the caller. `maxAgeDays` may be less than
 * what the issuer allows itself, never more. `lost`: somebody else may have its key, and could have signed that no bit is set.
 */
export async function statusOf(entry: StatusEntry, statusList: StatusList | undefined, issuer: string, asOf: string, ageDays: number | undefined, maxAgeDays: number | undefined, crypto: Crypto, lost = false): Promise<StatusAnswer> {
  const unknown = (why: (StatusAnswer & { status: 'unknown' })['why']): StatusAnswer => ({ status: 'unknown', why });
  if (statusList === undefined) return unknown('missing');
  const { credentialSubject: subject } = statusList;
  if (statusList.issuer.id !== issuer) return unknown('of-another-issuer');
  if (statusList.id !== entry.statusListCredential || subject.statusPurpose !== entry.statusPurpose) return unknown('not-this-list');
  const index = indexOf(entry.statusListIndex);
  const read = await decodeBits(subject.encodedList, crypto);
  if (index === undefined || 'fault' in read) return unknown('malformed');
  const bit = bitAt(read.bits, index);
  if (bit === undefined) return unknown('no-such-entry');
  const reasons = subject.reasons.filter((one) => one.statusListIndex === entry.statusListIndex);
  const reason = reasons.filter(({ kind }) => kind !== 'reaffirmed').at(-1);
  // A set bit counts however old the list is; an unset one only for as long as the list is fresh.
  if (bit) return { status: entry.statusPurpose === 'revocation' ? 'revoked' : 'suspended', ...(reason && { reason }) };
  if (lost) return unknown('lost-key');
  if (asOf < statusList.validFrom.slice(0, 10)) return unknown('not-yet');
  if (`${asOf}T00:00:00Z` >= statusList.validUntil || (maxAgeDays !== undefined && (ageDays ?? 0) > maxAgeDays)) return unknown('too-old');
  const reaffirmed = reasons.filter(({ kind }) => kind === 'reaffirmed').at(-1);
  return { status: 'current', ...(reaffirmed && { reaffirmed }) };
}
