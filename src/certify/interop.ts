/**
 * Credentials and presentations of anybody: issued, verified, as W3C's own suites do it. Contexts come from a given set; one that is
 * written into the document is admitted where the caller says so (for certificates it never is), and then only in JSON-LD's safe mode,
 * which refuses a term that is defined twice, or not at all.
 */
import type { ContextSet } from './contexts.ts';
import type { Crypto, PublicKey, Signer } from './crypto.ts';
import { assertionKey, type DidDocument, documentOf } from './did.ts';
import { readCredentialJwt } from './jwt.ts';
import { checkProof, type Cryptosuite, jcs, type Json, proofOf, secure } from './proof.ts';
import { rdfc } from './rdfc.ts';
import { type StatusList, statusListShape, statusOf } from './status.ts';
import type { StatusEntry } from './credential.ts';
import { credentialFaults, isStamp, type ModelFault, presentationFaults } from './vcdm.ts';

export interface Interop {
  readonly contexts: ContextSet;
  /** Contexts that stand in the document itself. */
  readonly inline: boolean;
  /** RFC 3339: the moment of asking. */
  readonly now: string;
  /** Documents of DIDs that are not their own. */
  readonly documents?: readonly DidDocument[];
  /** Lists that the verifier has. */
  readonly statusLists?: readonly StatusList[];
  readonly domain?: string;
  readonly challenge?: string;
}
export interface Fault { readonly code: string; readonly at: string }
export interface Answer { readonly verified: boolean; readonly checks: readonly string[]; readonly errors: readonly Fault[]; readonly warnings: readonly Fault[] }

/** The credential with a proof of this issuer, or every fault. Without issuer, the signer is it. */
export async function issueFor(given: Json, suite: Cryptosuite, signer: Signer, about: Interop, crypto: Crypto): Promise<{ readonly credential: Json } | { readonly faults: readonly Fault[] }> {
  const { proof: before, ...bare } = given;
  const { issuer = signer.issuer } = bare;
  const named = typeof issuer === 'object' && issuer !== null && !Array.isArray(issuer) && !('id' in issuer) ? { ...issuer, id: signer.issuer } : issuer;
  const document: Json = { ...bare, issuer: named };
  const faults = [...modelFaults(credentialFaults({ ...document, ...(before !== undefined && { proof: before }) })), ...contextFaults(document, about)];
  if (faults.length > 0) return { faults };
  const issuerId = typeof named === 'string' ? named : (named as Json).id;
  if (issuerId !== signer.issuer) return { faults: [{ code: 'another-issuer', at: '/issuer' }] };
  const meaning = await meaningFault(document, about);
  if (meaning) return { faults: [meaning] };
  const { proof } = await secure(document, { cryptosuite: suite, created: about.now, proofPurpose: 'assertionMethod' }, signer, suite === 'eddsa-jcs-2022' ? jcs : rdfc(about.contexts), crypto);
  return { credential: { ...document, proof: before === undefined ? proof : [...(Array.isArray(before) ? before : [before]), proof] } };
}

/** Never throws for what the credential is. A status that cannot be told is an error: it is not verified. */
export async function verifyCredential(secured: unknown, about: Interop, crypto: Crypto): Promise<Answer> {
  const model = credentialFaults(secured);
  if (model.length > 0) return answer(['model'], modelFaults(model));
  const credential = secured as Json;
  const errors: Fault[] = [...contextFaults(credential, about)];
  const checks = ['model', 'contexts', 'proof', 'dates', 'status'];
  if (errors.length > 0) return answer(checks, errors);
  const issuer = typeof credential.issuer === 'string' ? credential.issuer : String((credential.issuer as Json).id);
  const signed = await proofFault(credential, 'assertionMethod', issuer, about, crypto);
  if ('fault' in signed) return answer(checks, [signed.fault]);
  errors.push(...dateFaults(credential, about));
  for (const entry of entriesOf(credential)) {
    const fault = await statusFault(entry as StatusEntry, issuer, signed.key, about, crypto);
    if (fault) errors.push(fault);
  }
  return answer(checks, errors);
}

function dateFaults({ validFrom, validUntil }: Json, about: Interop): Fault[] {
  const now = Date.parse(about.now);
  return [
    ...(isStamp(validFrom) && now < Date.parse(validFrom) ? [{ code: 'not-yet-valid', at: '/validFrom' }] : []),
    ...(isStamp(validUntil) && now >= Date.parse(validUntil) ? [{ code: 'expired', at: '/validUntil' }] : []),
  ];
}

const entriesOf = ({ credentialStatus: given }: Json): readonly unknown[] => (given === undefined ? [] : Array.isArray(given) ? given : [given]);

/** A credential in an envelope: a JWT. One that is not here, or whose issuer's document is not, is the holder's word. */
async function envelopeFaults({ id }: Json, about: Interop): Promise<{ readonly errors: readonly Fault[]; readonly warnings: readonly Fault[] }> {
  const read = await readCredentialJwt(/^data:application\/vc\+jwt,(.*)$/s.exec(String(id))?.[1] ?? '', about.documents);
  if ('fault' in read) {
    const fault = { code: `envelope/${read.fault}`, at: '/id' };
    return read.fault === 'malformed' || read.fault === 'no-document' ? { errors: [], warnings: [fault] } : { errors: [fault], warnings: [] };
  }
  const { credential } = read;
  const now = Date.parse(about.now) / 1000;
  const bounded = [['exp', (stamp: number) => now < stamp], ['nbf', (stamp: number) => stamp <= now]] as const;
  const bounds = bounded.flatMap(([name, holds]) => (credential[name] === undefined || (typeof credential[name] === 'number' && holds(credential[name])) ? [] : [{ code: `envelope/${name}`, at: '/id' }]));
  return { errors: [...dateFaults(credential, about), ...bounds, ...entriesOf(credential).map(() => ({ code: 'status-unknown', at: '/credentialStatus' }))], warnings: [] };
}

/** A presentation's own proof is for authentication, and answers the verifier's challenge where there is one. */
export async function verifyPresentation(secured: unknown, about: Interop, crypto: Crypto): Promise<Answer> {
  const model = presentationFaults(secured);
  if (model.length > 0) return answer(['model'], modelFaults(model));
  const presentation = secured as Json;
  const checks = ['model', 'contexts', 'proof', 'credentials'];
  const errors: Fault[] = [...contextFaults(presentation, about)];
  if (errors.length > 0) return answer(checks, errors);
  const signed = await proofFault(presentation, 'authentication', undefined, about, crypto);
  if ('fault' in signed) return answer(checks, [signed.fault]);
  const warnings: Fault[] = [];
  const { holder, verifiableCredential } = presentation;
  const holderId = typeof holder === 'object' && holder !== null ? (holder as Json).id : holder;
  if (holderId !== undefined && holderId !== signed.by) warnings.push({ code: 'holder-did-not-sign', at: '/holder' });
  for (const [i, one] of (verifiableCredential === undefined ? [] : Array.isArray(verifiableCredential) ? verifiableCredential : [verifiableCredential]).entries()) {
    const at = `/verifiableCredential/${i}`;
    if ([(one as Json).type].flat().includes('EnvelopedVerifiableCredential')) {
      const inner = await envelopeFaults(one as Json, about);
      errors.push(...inner.errors.map((fault) => ({ ...fault, at: at + fault.at })));
      warnings.push(...inner.warnings.map((fault) => ({ ...fault, at: at + fault.at })));
      continue;
    }
    if ((one as Json).proof === undefined) {
      warnings.push({ code: 'credential-has-no-proof', at }); // the holder's word, no more
      continue;
    }
    const inner = await verifyCredential(one, about, crypto);
    errors.push(...inner.errors.map((fault) => ({ ...fault, at: at + fault.at })));
    warnings.push(...inner.warnings.map((fault) => ({ ...fault, at: at + fault.at })));
  }
  return answer(checks, errors, warnings);
}

const answer = (checks: readonly string[], errors: readonly Fault[], warnings: readonly Fault[] = []): Answer => ({ verified: errors.length === 0, checks, errors, warnings });
const modelFaults = (faults: readonly ModelFault[]): Fault[] => faults.map(({ at, what }) => ({ code: `model/${what}`, at }));

function contextFaults(document: Json, { contexts, inline }: Interop): Fault[] {
  return (Array.isArray(document['@context']) ? document['@context'] : []).flatMap((one, i): Fault[] => {
    const at = `/@context/${i}`;
    if (typeof one === 'string') return contexts.has(one) ? [] : [{ code: 'unknown-context', at }];
    return inline ? [] : [{ code: 'inline-context', at }];
  });
}

/** What no context defines would be signed as nothing. */
async function meaningFault(document: Json, { contexts }: Interop): Promise<Fault | undefined> {
  try {
    await rdfc(contexts)(document);
    return undefined;
  } catch {
    return { code: 'undefined-term', at: '/@context' };
  }
}

async function proofFault(secured: Json, purpose: 'assertionMethod' | 'authentication', issuer: string | undefined, about: Interop, crypto: Crypto): Promise<{ readonly fault: Fault } | { readonly key: PublicKey; readonly by: string }> {
  const failed = (code: string): { readonly fault: Fault } => ({ fault: { code, at: '/proof' } });
  const found = proofOf(secured, purpose);
  if ('fault' in found) return failed(found.fault);
  const { document, proof } = found;
  const by = proof.verificationMethod.split('#')[0]!;
  if (issuer !== undefined && by !== issuer) return failed('another-issuer');
  const own = about.documents?.find(({ id }) => id === by) ?? documentOf(by);
  const didDocument = 'value' in own ? own.value : 'fault' in own ? undefined : own;
  if (didDocument === undefined) return failed('no-document');
  const key = assertionKey(didDocument, proof.verificationMethod);
  if ('fault' in key) return failed(key.fault);
  if (proof.expires !== undefined && !(Date.parse(about.now) < Date.parse(proof.expires))) return failed('proof-expired');
  if (about.challenge !== undefined && proof.challenge !== about.challenge) return failed('another-challenge');
  if (about.domain !== undefined && proof.domain !== about.domain) return failed('another-domain');
  try {
    const fault = await checkProof(document, proof, key.value, proof.cryptosuite === 'eddsa-jcs-2022' ? jcs : rdfc(about.contexts), crypto);
    return fault === undefined ? { key: key.value, by } : failed(fault);
  } catch {
    return failed('undefined-term');
  }
}

async function statusFault(entry: StatusEntry, issuer: string, key: PublicKey, about: Interop, crypto: Crypto): Promise<Fault | undefined> {
  const at = '/credentialStatus';
  if (entry.type !== 'BitstringStatusListEntry') return { code: 'status-unknown', at };
  const found = about.statusLists?.find(({ id }) => id === entry.statusListCredential);
  if (found !== undefined) {
    const proof = proofOf(found as unknown as Json);
    if (statusListShape(found) !== undefined || 'fault' in proof || (await checkProof(proof.document, proof.proof, key, jcs, crypto)) !== undefined) return { code: 'status-forged', at };
  }
  const { status } = await statusOf(entry, found, issuer, about.now.slice(0, 10), undefined, undefined, crypto);
  return status === 'current' ? undefined : { code: `status-${status}`, at };
}

