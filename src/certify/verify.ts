/**
 * Is this certificate genuine, current, and about this thing, and do its grounds hold? Offline: all that counts is in the bundle and
 * in what the verifier brings (trust, day, lot). Nothing is taken from the bundle before what binds it has been checked.
 *
 * Each question is one line of the answer: `passed`, `refused` (it is not so) or `unknown` (nothing here shows it). One refusal refuses
 * the whole; else one unknown leaves it unknown; only then is the certificate `verified`, and its verdict may be read.
 */
import { canonical } from '../base/canonical.ts';
import { daysBetween } from '../base/day.ts';
import type { Verdict } from '../base/verdict.ts';
import { check, open } from '../checker/check.ts';
import { type Bundle, type BundleFault, readBundle } from './bundle.ts';
import { disagreements } from './agree.ts';
import { type Asked, askedIn, claimOf, fileText, type GroundsFile } from './claim.ts';
import type { Certificate } from './credential.ts';
import { type Crypto, type PublicKey, sameBytes, utf8 } from './crypto.ts';
import { assertionKey, type DidDocument, type DidFault, documentOf } from './did.ts';
import { checkItem, type Item } from './items.ts';
import { type Line, outcomeOf, passed, refused, unknown } from './lines.ts';
import { fromBase64, toBase64, toHex } from './multibase.ts';
import { openCheckpoint } from './note.ts';
import { checkProof, jcs, type Json, proofOf } from './proof.ts';
import { type Reason, type StatusAnswer, type StatusList, statusOf } from './status.ts';
import { leafHash, verifyInclusion } from './tree.ts';
import type { Trust } from './trust.ts';
import { isLost, type Signed, trustLine } from './trusted.ts';

export interface Verification {
  readonly outcome: 'verified' | 'refused' | 'unknown';
  /** What the certificate says; only where it is `verified` is it more than a claim. */
  readonly verdict?: Verdict;
  readonly lines: readonly Line[];
  readonly certificate?: Certificate;
  /** For which purchase, from grounds that are the certificate's own. */
  readonly asked?: Asked;
  readonly reason?: Reason;
}
export interface Given {
  readonly asOf: string;
  readonly trust?: Trust;
  /** The lot or the serial number that the goods in hand have. */
  readonly lot?: string;
  /** Lists that the verifier got later: the newest of the issuer counts. */
  readonly statusLists?: readonly StatusList[];
  /** A serial number's place in the certificate, where it does not come in the bundle. */
  readonly item?: Item;
  /** Checkpoints of the issuer's log that the verifier has besides: those of other bundles in hand. */
  readonly checkpoints?: readonly string[];
  /** Digests of the rulebooks that the verifier's own program has, by id. */
  readonly rulebooks?: ReadonlyMap<string, readonly string[]>;
}

/** Any bytes, any time: it answers, and never throws for what the bytes are. */
export async function verifyBundle(bytes: Uint8Array, given: Given, crypto: Crypto): Promise<Verification> {
  const read = readBundle(bytes);
  return 'fault' in read ? { outcome: 'refused', lines: [refusedForm(read)] } : verifyParts(read.bundle, given, crypto);
}

const refusedForm = ({ fault, at }: { readonly fault: BundleFault; readonly at: string }): Line => refused('form', fault, { at });

async function verifyParts(bundle: Bundle, given: Given, crypto: Crypto): Promise<Verification> {
  const { credential, issuerDocument } = bundle;
  const lines: Line[] = [passed('form', 'ok')];
  let asked: Asked | undefined;
  const done = (reason?: Reason): Verification => ({ outcome: outcomeOf(lines), verdict: credential.credentialSubject.verdict, lines, certificate: credential, ...(asked && { asked }), ...(reason && { reason }) });

  const signed = await signatureLines(credential, issuerDocument, crypto);
  lines.push(...signed.lines);
  if (signed.key === undefined) return done(); // nothing more that it says is anybody's word
  const { proof, issuer } = credential;
  const by: Signed = { issuer: issuer.id, document: issuerDocument, key: signed.key, multikey: issuerDocument.verificationMethod.find(({ id }) => id === proof.verificationMethod)?.publicKeyMultibase ?? '', created: (proof.created ?? '').slice(0, 10), checkpoint: bundle.checkpoint };
  lines.push(await trustLine(by, given.trust, crypto));
  lines.push(await aboutLine(bundle, given, crypto));
  lines.push(datesLine(credential, given.asOf));
  const status = await statusLines(bundle, signed.key, isLost(by, given.trust), given, crypto);
  lines.push(...status.lines);
  lines.push(await logLine(bundle, signed.key, given, crypto));
  const grounds = await groundsLines(bundle.grounds, credential, crypto);
  if (bundle.grounds && grounds.every(({ outcome }) => outcome === 'passed')) asked = askedIn(bundle.grounds);
  lines.push(...grounds);
  lines.push(...rulebookLines(credential, given));
  return done(status.reason);
}

async function signatureLines(credential: Certificate, document: DidDocument, crypto: Crypto): Promise<{ readonly lines: readonly Line[]; readonly key?: PublicKey }> {
  const issuer = credential.issuer.id;
  const own = issuer.startsWith('did:key:') ? documentOf(issuer) : undefined;
  if (own && 'fault' in own) return { lines: [refusedIssuer(own.fault, own.given)] };
  if (document.id !== issuer || (own && canonical(own.value) !== canonical(document))) return { lines: [refused('issuer', 'another-document', { issuer })] };
  const key = assertionKey(document, credential.proof.verificationMethod);
  if ('fault' in key) return { lines: [refusedIssuer(key.fault, key.given)] };
  const issued = passed('issuer', 'ok', { issuer });
  const fault = await signatureFault(credential as unknown as Json, key.value, crypto);
  return fault === undefined ? { lines: [issued, passed('signature', 'ok', { created: credential.proof.created ?? '' })], key: key.value } : { lines: [issued, refused('signature', 'wrong', { fault })] };
}

const refusedIssuer = (fault: DidFault, given: string): Line => refused('issuer', 'no-key', { fault, given });

async function signatureFault(secured: Json, key: PublicKey, crypto: Crypto): Promise<string | undefined> {
  const found = proofOf(secured);
  if ('fault' in found) return found.fault;
  return found.proof.cryptosuite === 'eddsa-jcs-2022' ? checkProof(found.document, found.proof, key, jcs, crypto) : 'unknown-suite';
}

async function aboutLine({ credential, item: own }: Bundle, { lot, item: brought }: Given, crypto: Crypto): Promise<Line> {
  const { product, lot: named, serials } = credential.credentialSubject;
  const item = brought ?? own;
  const name = [product.name, ...(product.partNumbers ?? [])].join(', ');
  if (item !== undefined) {
    if (serials === undefined || !(await checkItem(credential.id, serials, item, crypto))) return refused('about', 'serial-not-in-certificate', { serial: item.serial });
    if (lot === undefined || lot === item.serial) return passed('about', 'serial', { product: name, serial: item.serial });
  }
  if (lot === undefined) {
    if (serials !== undefined) return passed('about', 'serials', { product: name, count: serials.count });
    return named === undefined ? passed('about', 'product', { product: name }) : passed('about', 'lot', { product: name, lot: named });
  }
  if (named === lot) return passed('about', 'lot', { product: name, lot });
  if (item !== undefined) return refused('about', 'another-lot', { lot, named: item.serial });
  if (serials !== undefined) return unknown('about', 'serial-without-proof', { lot });
  return named === undefined ? refused('about', 'no-lot', { lot }) : refused('about', 'another-lot', { lot, named });
}

function datesLine({ validFrom, validUntil, credentialSubject }: Certificate, asOf: string): Line {
  const [from, until] = [validFrom.slice(0, 10), validUntil.slice(0, 10)];
  const { nextChange, asOf: asked } = credentialSubject;
  if (from < asked) return refused('dates', 'before-asked', { from, on: asked });
  if (nextChange !== undefined && until > nextChange) return refused('dates', 'outlives-change', { until, on: nextChange });
  if (asOf < from) return refused('dates', 'not-yet', { from, asOf });
  return asOf < until ? passed('dates', 'ok', { from, until }) : refused('dates', 'expired', { until, asOf });
}

async function statusLines({ credential, statusLists }: Bundle, key: PublicKey, lost: boolean, given: Given, crypto: Crypto): Promise<{ readonly lines: readonly Line[]; readonly reason?: Reason }> {
  const lines: Line[] = [];
  let why: Reason | undefined;
  const lists = [...statusLists, ...(given.statusLists ?? [])];
  for (const one of lists) {
    const fault = await listFault(one, credential, key, crypto);
    if (fault !== undefined) return { lines: [refused('status', 'forged', { fault })] };
  }
  if (!(['revocation', 'suspension'] as const).every((purpose) => credential.credentialStatus.some(({ statusPurpose }) => statusPurpose === purpose))) return { lines: [unknown('status', 'unknown', { why: 'missing', purpose: 'revocation' })] };
  for (const entry of credential.credentialStatus) {
    const own = lists.filter((one) => one.id === entry.statusListCredential);
    const issued = own.filter((one) => one.issuer.id === credential.issuer.id);
    const all = (issued.length > 0 ? issued : own).sort((a, b) => byAge(a, b)); // of equal age, the one that the verifier brought
    const begun = all.filter(({ validFrom }) => validFrom.slice(0, 10) <= given.asOf);
    const says = async (list: StatusList | undefined): Promise<StatusAnswer> => {
      const age = list && given.asOf > list.validFrom.slice(0, 10) ? daysBetween(list.validFrom.slice(0, 10), given.asOf) : 0;
      return statusOf(entry, list, credential.issuer.id, given.asOf, age, given.trust?.statusMaxAgeDays, crypto, lost);
    };
    const newest = (begun.length > 0 ? begun : all).at(-1);
    // Revoked is for good: a later list in which the bit is not set does not bring it back.
    let answer = await says(newest);
    for (const one of entry.statusPurpose === 'revocation' ? all : []) { // one after the other: each is inflated
      if (answer.status === 'revoked') break;
      const older = await says(one);
      if (older.status === 'revoked') answer = older;
    }
    if (answer.status === 'unknown') lines.push(unknown('status', 'unknown', { why: answer.why, purpose: entry.statusPurpose }));
    else if (answer.status !== 'current') {
      why = answer.reason;
      const { kind = answer.status, on = '-', fault = '-', clause = '-', changed = '-' } = answer.reason ?? {};
      lines.push(refused('status', kind === 'lapsed' ? 'lapsed' : answer.status, { on, fault, clause, changed }));
    } else if (answer.reaffirmed) lines.push(passed('status', 'reaffirmed', { on: answer.reaffirmed.on, until: newest!.validUntil.slice(0, 10), changed: answer.reaffirmed.changed ?? '-' }));
    else if (entry.statusPurpose === 'revocation') lines.push(passed('status', 'current', { on: newest!.validFrom.slice(0, 10), until: newest!.validUntil.slice(0, 10) }));
  }
  return { lines, ...(why && { reason: why }) };
}

/** A list that nobody signed is refused whoever it names. One that another issuer did sign is not this issuer's word: statusOf says so. */
async function listFault(statusList: StatusList, { issuer, proof }: Certificate, key: PublicKey, crypto: Crypto): Promise<string | undefined> {
  const [{ id }, { verificationMethod: method }] = [statusList.issuer, statusList.proof];
  // Only the key that signed the certificate, so that a list cannot come from a key that was lost since.
  if (id === issuer.id) return method === proof.verificationMethod ? signatureFault(statusList as unknown as Json, key, crypto) : 'another-key';
  if (!id.startsWith('did:key:')) return method.startsWith(`${id}#`) ? undefined : 'another-key'; // his document is not here to check it with
  const own = documentOf(id);
  const other = 'fault' in own ? own : assertionKey(own.value, method);
  return 'fault' in other ? other.fault : signatureFault(statusList as unknown as Json, other.value, crypto);
}

function byAge(a: StatusList, b: StatusList): number {
  const [x, y] = [a, b].map((one) => `${one.proof.created ?? ''} ${one.validFrom}`); // the moment of signing: a list can be dated ahead
  return x! < y! ? -1 : x! > y! ? 1 : 0;
}

async function logLine({ credential, inclusion, checkpoint: note }: Bundle, key: PublicKey, { trust, checkpoints = [] }: Given, crypto: Crypto): Promise<Line> {
  const checkpoint = await openCheckpoint(note, key.bytes, crypto);
  if (checkpoint === undefined) return refused('log', 'checkpoint-not-signed');
  if (!isLogOf(checkpoint.origin, credential.issuer.id)) return refused('log', 'another-log', { origin: checkpoint.origin });
  const path = inclusion.path.map(fromBase64);
  const leaf = await leafHash(utf8(canonical(credential)), crypto);
  const within = path.every((one) => one !== undefined) && (await verifyInclusion(inclusion.index, checkpoint.size, leaf, path as Uint8Array[], checkpoint.root, crypto));
  if (!within) return refused('log', 'not-included');
  const kept = trust?.issuers.find(({ id }) => id === credential.issuer.id)?.checkpoints ?? [];
  for (const one of new Set([...kept.map((seen) => seen.note), ...checkpoints])) {
    const other = await openCheckpoint(one, key.bytes, crypto);
    // One log of this size: whoever signed another one shows different logs to different people.
    if (other?.origin === checkpoint.origin && other.size === checkpoint.size && !sameBytes(other.root, checkpoint.root)) return refused('log', 'two-logs', { size: checkpoint.size, root: toBase64(checkpoint.root), other: toBase64(other.root) });
  }
  return passed('log', 'ok', { index: inclusion.index + 1, size: checkpoint.size, root: toBase64(checkpoint.root) });
}

/** The issuer's own log: one a register. */
export const logOrigin = (issuer: string, log?: string): string => `nonred/${issuer}${log === undefined ? '' : `/${log}`}`;

function isLogOf(origin: string, issuer: string): boolean {
  const own = logOrigin(issuer);
  return origin === own || (origin.startsWith(`${own}/`) && /^[0-9a-f]{16}$/.test(origin.slice(own.length + 1)));
}

async function groundsLines(file: GroundsFile | undefined, credential: Certificate, crypto: Crypto): Promise<Line[]> {
  const { credentialSubject } = credential;
  if (file === undefined) return [unknown('grounds', 'absent')];
  const sha256 = async (text: string): Promise<string> => toHex(await crypto.sha256(utf8(text)));
  try {
    const fileDigest = await sha256(fileText(file));
    if (fileDigest !== credentialSubject.grounds.digest) return [refused('grounds', 'of-another')];
    const recordDigests = await Promise.all(file.records.map((rec) => sha256(canonical(rec))));
    const { type: _, lot: _l, serials: _s, hidden: _h, ...said } = credentialSubject;
    if (canonical(said) !== canonical(claimOf(file, fileDigest, recordDigests))) return [refused('grounds', 'says-more')];
    for (const { at } of disagreements(file)) return [refused('grounds', 'disagrees', { at })];
    // Of a rulebook without a verdict there are no grounds, but its text is the one that was signed, as the question is.
    if ((await sha256(canonical(file.question))) !== credentialSubject.question) return [refused('grounds', 'disagrees', { at: '/question' })];
    for (const [i, rulebook] of file.rulebooks.entries())
      if ((await sha256(canonical(rulebook))) !== credentialSubject.rulebooks.find(({ id }) => id === rulebook.id)?.digest) return [refused('grounds', 'disagrees', { at: `/rulebooks/${i}` })];
    const opened = await open(file.records, sha256);
    // With every record of the network here nothing of it is the signer's word: the checker reads each list whole.
    const mode = (await sha256(canonical([...recordDigests].sort()))) === credentialSubject.network ? 'full' : 'bundle';
    const accepted = new Map<GroundsFile['grounds'][number], string>();
    for (const { rulebook: id, clause, subject, grounds: place } of file.assessments) {
      const stored = place === undefined ? undefined : file.grounds[place];
      if (stored === undefined || accepted.get(stored) === id) continue; // open subjects of one clause have one in common
      const rulebook = file.rulebooks.find((one) => one.id === id);
      const grounds = { ...stored, cites: stored.cites.map((at) => recordDigests[at]) };
      const expect = { question: credentialSubject.question, rulebook: credentialSubject.rulebooks.find((one) => one.id === id)?.digest ?? '' };
      const { outcome, fault } = await check(opened, { grounds, question: file.question, rulebook }, mode, expect);
      const at = `${id} ${clause ?? ''} ${subject}`;
      if (outcome === 'refused') return [refused('grounds', 'do-not-hold', { at, fault: fault ? `${fault.code} ${fault.at}`.trim() : outcome })];
      accepted.set(stored, id);
    }
    return [passed('grounds', mode === 'full' ? 'full' : 'ok', { accepted: accepted.size, count: file.grounds.length, records: file.records.length })];
  } catch {
    return [refused('grounds', 'malformed')]; // a signed file that is no result file
  }
}

/** A verdict is worth what its rulebook says: is its text one that the verifier knows? */
function rulebookLines({ credentialSubject }: Certificate, { rulebooks, trust }: Given): Line[] {
  const lines: Line[] = [];
  for (const { id, digest, version } of credentialSubject.rulebooks) {
    const known = [...(rulebooks?.get(id) ?? []), ...(trust?.rulebooks && Object.hasOwn(trust.rulebooks, id) ? trust.rulebooks[id]! : [])];
    lines.push(known.includes(digest) ? passed('rulebooks', 'ok', { id, version }) : unknown('rulebooks', known.length > 0 ? 'another-text' : 'not-known', { id, version, digest }));
  }
  for (const id of trust?.requires ?? [])
    if (!credentialSubject.rulebooks.some((one) => one.id === id && one.verdict !== undefined)) lines.push(unknown('requires', 'no-verdict', { id }));
  return lines;
}
