/**
 * Credentials that are no bundle of ours: a W3C credential by itself, a `vc+jwt`, a conformity credential, passport or event of the UN
 * Transparency Protocol. The same questions, a line each; that what it says holds is its issuer's word, since no grounds are with it, so the
 * answer is at best `unknown`. Not in the door `nonred/verify`: JSON-LD and jose are ten times its size.
 */
import { parseJson } from '../base/json.ts';
import { decodeUtf8 } from '../base/utf8.ts';
import { readUntp } from '../formats/untp/read.ts';
import { bitAt, decodeBits, indexOf } from './bitstring.ts';
import { CONTEXTS, type ContextSet } from './contexts.ts';
import type { Crypto, PublicKey } from './crypto.ts';
import { assertionKey, type DidDocument, documentOf } from './did.ts';
import { foreignDocument } from './foreign-document.ts';
import { type JwtFault, jsonIn, readCredentialJwt } from './jwt.ts';
import { type Line, outcomeOf, passed, refused, unknown } from './lines.ts';
import { checkProof, jcs, type Json, proofOf } from './proof.ts';
import { rdfc } from './rdfc.ts';
import { isLost, type Signed, trustLine } from './trusted.ts';
import type { Trust } from './trust.ts';
import { credentialFaults, isStamp } from './vcdm.ts';

export interface ForeignGiven {
  readonly asOf: string;
  readonly trust?: Trust;
  readonly lot?: string;
  /** Status list credentials that the verifier has, as they are: JSON values or texts of JWTs. */
  readonly statusLists?: readonly unknown[];
  /** DID documents that the verifier has, as they are; they count where the trust file pins them. */
  readonly documents?: readonly Json[];
}
export interface ForeignAnswer {
  /** Never `verified`: nothing proves what it says. */
  readonly outcome: 'refused' | 'unknown';
  readonly lines: readonly Line[];
  readonly credential: Json;
  /** What it is: `vc+jwt`, `DigitalProductPassport 0.6.0`. */
  readonly kind: string;
  /** Known faults of published samples and tools, read all the same. */
  readonly warnings: readonly { readonly at: string; readonly what: string }[];
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const many = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const MOST_BYTES = 4 << 20;
/** Vocabularies of UNTP: read by the names of their members as its schemas do, for which their text is not needed. */
const UNTP_CONTEXT = /^https:\/\/(?:test|vocabulary)\.uncefact\.org\/(?:vocabulary\/)?untp\/(?:dcc|dpp|dte|dfr|dia)\/(?:working|\d+\.\d+\.\d+)\/$/;

/** A credential that stands by itself, or nothing where the bytes are none. Never throws for what they are. */
export async function verifyForeign(bytes: Uint8Array, given: ForeignGiven, crypto: Crypto, contexts: ContextSet = CONTEXTS): Promise<ForeignAnswer | undefined> {
  const found = formOf(bytes);
  if (found === undefined) return undefined;
  const { credential, jwt } = found;
  const untp = readUntp(credential);
  const kind = untp ? [untp.kind, untp.version ?? ''].join(' ').trim() : jwt === undefined ? 'credential' : 'vc+jwt';
  const warnings = [...(untp?.warnings ?? []).map(({ at, given: what }) => ({ at, what })), ...(jwt !== undefined && found.oldType ? [{ at: '/typ', what: found.oldType }] : [])];
  const lines: Line[] = [];
  const done = (): ForeignAnswer => ({ outcome: outcomeOf(lines) === 'refused' ? 'refused' : 'unknown', lines, credential, kind, warnings });
  // A date without a zone is the commonest fault of what is published; it says a day all the same.
  const faults = credentialFaults(credential).filter(({ at, what }) => what !== 'date' || dayOf(credential[at.slice(1)]) === undefined);
  if (faults[0]) {
    lines.push(refused('form', 'model', { kind, at: faults[0].at, fault: faults[0].what }));
    return done();
  }
  lines.push(passed('form', 'foreign', { kind }), contextLine(credential, contexts, jwt !== undefined));
  if (lines.at(-1)!.outcome === 'refused') return done();
  const signed = await signature(credential, jwt, given, contexts, crypto);
  lines.push(...signed.lines);
  if (signed.by === undefined) return done(); // nothing more that it says is anybody's word
  lines.push(await trustLine(signed.by, given.trust, crypto), aboutLine(credential, given.lot), datesLine(credential, given.asOf));
  lines.push(...(await statusLines(credential, given, contexts, crypto)), unknown('grounds', 'word'));
  return done();
}

/** JSON, a compact JWT, or JSON that has one in it (an EnvelopedVerifiableCredential). */
function formOf(bytes: Uint8Array): { readonly credential: Json; readonly jwt?: string; readonly oldType?: string } | undefined {
  if (bytes.length > MOST_BYTES) return undefined;
  const decoded = decodeUtf8(bytes, '');
  if ('issue' in decoded) return undefined;
  const plain = decoded.text.trim();
  const { value, issues } = plain.startsWith('{') ? parseJson(decoded.text, { source: '', maxBytes: MOST_BYTES }) : { value: undefined, issues: [] };
  if (issues.length > 0) return undefined;
  if (isObject(value) && !many(value.type).includes('EnvelopedVerifiableCredential')) return many(value.type).includes('VerifiableCredential') ? { credential: value } : undefined;
  const jwt = value === undefined ? plain : (/^data:application\/(?:vc\+jwt|vc-ld\+jwt|vc\+ld\+json\+jwt),([\w.-]+)$/.exec(text((value as Json).id))?.[1] ?? '');
  const [head = '', body = '', signed = '', ...more] = jwt.split('.');
  const [header, credential] = [jsonIn(head), jsonIn(body)];
  if (header === undefined || credential === undefined || signed === '' || more.length > 0) return undefined;
  return { credential, jwt, ...(header.typ !== 'vc+jwt' && { oldType: text(header.typ) || '-' }) };
}

/** Every context has to be known; of a vocabulary that is not here only the address is, so a proof over its meaning cannot be read. */
function contextLine(credential: Json, contexts: ContextSet, isJwt: boolean): Line {
  const suite = isObject(credential.proof) ? credential.proof.cryptosuite : undefined;
  let byName = 0;
  for (const one of many(credential['@context'])) {
    if (typeof one !== 'string') return refused('contexts', 'inline');
    if (contexts.has(one)) continue;
    if (!UNTP_CONTEXT.test(one)) return refused('contexts', 'unknown', { context: one });
    if (!isJwt && suite === 'eddsa-rdfc-2022') return unknown('contexts', 'not-here', { context: one });
    byName++;
  }
  return byName > 0 ? passed('contexts', 'by-name') : passed('contexts', 'ok');
}

interface Signature { readonly lines: readonly Line[]; readonly by?: Signed }

async function signature(credential: Json, jwt: string | undefined, given: ForeignGiven, contexts: ContextSet, crypto: Crypto): Promise<Signature> {
  if (jwt === undefined && credential.proof === undefined) return { lines: [refused('signature', 'wrong', { fault: 'no-proof' })] };
  const issuer = issuerOf(credential);
  const url = jwt === undefined ? text(isObject(credential.proof) ? credential.proof.verificationMethod : '') : text(jsonIn(jwt.split('.')[0]!)?.kid);
  // Before anybody's document is looked for: a key of somebody else is a contradiction, and not merely a document that is not here.
  if (!url.startsWith(`${issuer}#`)) return { lines: [refused('issuer', 'no-key', { fault: 'fragment-of-another-document', given: url || '-' })] };
  const original = given.documents?.find(({ id }) => id === issuer);
  const own = issuer.startsWith('did:key:') || original === undefined ? documentOf(issuer) : foreignDocument(original);
  if ('fault' in own) {
    // Another method's document is not in the file, and is never fetched: whose key it is cannot be told.
    return { lines: [own.fault === 'method-not-supported' ? unknown('issuer', 'no-document', { issuer }) : refused('issuer', 'no-key', { fault: own.fault, given: own.given })] };
  }
  const key = assertionKey(own.value, url);
  if ('fault' in key) return { lines: [refused('issuer', 'no-key', { fault: key.fault, given: key.given })] };
  const lines = [passed('issuer', 'ok', { issuer })];
  const fault = jwt === undefined ? await proofFault(credential, key.value, given, contexts, crypto) : await jwtFault(jwt, own.value);
  if (fault === CANNOT_READ) return { lines: [...lines, unknown('signature', 'not-read')] };
  if (fault !== undefined) return { lines: [...lines, refused('signature', 'wrong', { fault })] };
  const created = createdOf(credential);
  const multikey = own.value.verificationMethod.find(({ id }) => id === url)!.publicKeyMultibase;
  return { lines: [...lines, passed('signature', created === '' ? 'undated' : 'ok', { created })], by: { issuer, document: original ?? own.value, key: key.value, multikey, created } };
}

const CANNOT_READ = 'cannot-read';

async function proofFault(credential: Json, key: PublicKey, { asOf }: Pick<ForeignGiven, 'asOf'>, contexts: ContextSet, crypto: Crypto): Promise<string | undefined> {
  const found = proofOf(credential);
  if ('fault' in found) return found.fault;
  const { document, proof } = found;
  if (proof.expires !== undefined && !(isStamp(proof.expires) && `${asOf}T00:00:00Z` < proof.expires)) return 'proof-expired';
  if (proof.cryptosuite === 'eddsa-jcs-2022') return checkProof(document, proof, key, jcs, crypto);
  if (many(document['@context']).some((one) => typeof one === 'string' && !contexts.has(one))) return CANNOT_READ;
  try {
    return await checkProof(document, proof, key, rdfc(contexts), crypto);
  } catch {
    return 'undefined-term';
  }
}

async function jwtFault(jwt: string, document: DidDocument): Promise<JwtFault | undefined> {
  const read = await readCredentialJwt(jwt, [document], true);
  return 'fault' in read ? read.fault : undefined;
}

const issuerOf = ({ issuer }: Json): string => (isObject(issuer) ? text(issuer.id) : text(issuer));

/** The day of signing, as the signer says: of the proof, of the token, or empty. */
function createdOf({ proof, iat }: Json): string {
  if (isObject(proof)) return isStamp(proof.created) ? proof.created.slice(0, 10) : '';
  return typeof iat === 'number' && iat > 0 && iat < 1e11 ? new Date(iat * 1000).toISOString().slice(0, 10) : '';
}

/** Where credentials say which goods they are about: ours, and UNTP's passports. */
const LOTS = ['lot', 'batchNumber', 'serialNumber', 'itemSerialNumber'];

function aboutLine({ credentialSubject, name, id }: Json, lot: string | undefined): Line {
  const subjects = many(credentialSubject).filter(isObject);
  const things = subjects.flatMap((one) => [one, ...many(one.product).filter(isObject)]);
  const named = [...new Set(things.flatMap((one) => LOTS.map((member) => text(one[member])).filter((value) => value !== '')))];
  const product = things.map((one) => text(one.name)).find((one) => one !== '') || text(name) || things.map((one) => text(one.id)).find((one) => one !== '') || text(id) || '-';
  if (lot === undefined) return named.length === 0 ? passed('about', 'product', { product }) : passed('about', 'lot', { product, lot: named.join(', ') });
  if (named.includes(lot)) return passed('about', 'lot', { product, lot });
  return named.length === 0 ? refused('about', 'no-lot', { lot }) : refused('about', 'another-lot', { lot, named: named.join(', ') });
}

/** A stamp's day, with or without a zone: a day off at most, and that is said as a warning. */
function dayOf(stamp: unknown): string | undefined {
  return typeof stamp === 'string' && /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(T[\d:.]+(Z|[+-][\d:]+)?)?$/.test(stamp) ? stamp.slice(0, 10) : undefined;
}

function datesLine({ validFrom, validUntil, exp, nbf }: Json, asOf: string): Line {
  const [from, until] = [dayOf(validFrom) ?? '-', dayOf(validUntil) ?? '-'];
  const day = Date.parse(`${asOf}T00:00:00Z`);
  const start = isStamp(validFrom) ? Date.parse(validFrom) : Date.parse(`${dayOf(validFrom) ?? '0001-01-01'}T00:00:00Z`);
  const end = isStamp(validUntil) ? Date.parse(validUntil) : Date.parse(`${dayOf(validUntil) ?? '9999-12-31'}T00:00:00Z`);
  // RFC 7519: numbers. What is written otherwise would bound nothing.
  for (const stamp of [exp, nbf]) if (stamp !== undefined && typeof stamp !== 'number') return refused('dates', 'not-read', { given: String(stamp).slice(0, 40) });
  const last = day + 86_399_000; // it begins on a day if it does at any hour of it
  if (last < start || (typeof nbf === 'number' && last < nbf * 1000)) return refused('dates', 'not-yet', { from, asOf });
  if (day >= end || (typeof exp === 'number' && day >= exp * 1000)) return refused('dates', 'expired', { until, asOf });
  return passed('dates', validUntil === undefined ? 'open' : 'ok', { from, until });
}

/** A list is a credential of the same issuer, read the same way; what it does not show is unknown, and never "in force". */
async function statusLines(credential: Json, given: ForeignGiven, contexts: ContextSet, crypto: Crypto): Promise<Line[]> {
  const entries = many(credential.credentialStatus);
  if (entries.length === 0) return [unknown('status', 'none-named')];
  const lines: Line[] = [];
  for (const entry of entries) {
    const one = isObject(entry) ? entry : {};
    const purpose = text(one.statusPurpose) || '-';
    const answer = await statusLine(credential, one, purpose, given, contexts, crypto);
    if (answer) lines.push(answer);
  }
  return lines.length > 0 ? lines : [passed('status', 'not-set', { count: entries.length })];
}

/** Nothing where a list of today says that the bit is not set. */
async function statusLine(credential: Json, entry: Json, purpose: string, given: ForeignGiven, contexts: ContextSet, crypto: Crypto): Promise<Line | undefined> {
  const open = (why: string): Line => unknown('status', 'unknown', { why, purpose });
  if (entry.type !== 'BitstringStatusListEntry' || !['revocation', 'suspension'].includes(purpose) || (entry.statusSize !== undefined && entry.statusSize !== 1)) return open('another-kind');
  const issuer = issuerOf(credential);
  const lists = (given.statusLists ?? []).flatMap((one) => listOf(one)).filter(({ list: { id } }) => id === entry.statusListCredential);
  const own = lists.filter(({ list }) => issuerOf(list) === issuer);
  if (own.length === 0) return open(lists.length > 0 ? 'of-another-issuer' : 'missing');
  const answers: { readonly line: Line | undefined; readonly age: string }[] = [];
  for (const one of own) answers.push({ line: await listLine(one, entry, purpose, given, contexts, crypto), age: ageOf(one.list, given.asOf) });
  // Of several: one that is forged, and revoked, which is for good; else what was said last.
  const against = answers.find(({ line }) => line?.outcome === 'refused' && (line.code === 'forged' || line.code === 'revoked'));
  return (against ?? answers.sort((a, b) => (a.age < b.age ? -1 : a.age > b.age ? 1 : 0)).at(-1)!).line;
}

/** To sort by: what has not begun stands before all that has. */
function ageOf(list: Json, asOf: string): string {
  const from = dayOf(list.validFrom) ?? '';
  const signed = isObject(list.proof) && isStamp(list.proof.created) ? new Date(list.proof.created).toISOString() : createdOf(list);
  return `${from <= asOf ? 1 : 0} ${signed || from} ${from}`;
}

/** What one list of the issuer says of one entry. */
async function listLine({ list, jwt }: Listed, entry: Json, purpose: string, given: ForeignGiven, contexts: ContextSet, crypto: Crypto): Promise<Line | undefined> {
  const open = (why: string): Line => unknown('status', 'unknown', { why, purpose });
  if (credentialFaults(list).length > 0 || contextLine(list, contexts, jwt !== undefined).outcome !== 'passed') return open('malformed');
  const { by } = await signature(list, jwt, given, contexts, crypto);
  if (by === undefined) return refused('status', 'forged', { fault: 'not-signed-by-key' });
  const subject = isObject(list.credentialSubject) ? list.credentialSubject : {};
  const index = indexOf(entry.statusListIndex);
  const read = await decodeBits(text(subject.encodedList), crypto);
  if (index === undefined || 'fault' in read || subject.type !== 'BitstringStatusList') return open('malformed');
  if (subject.statusPurpose !== purpose) return open('not-this-list');
  const bit = bitAt(read.bits, index);
  if (bit === undefined) return open('no-such-entry');
  const on = dayOf(list.validFrom) ?? '-';
  if (bit) return refused('status', purpose === 'revocation' ? 'revoked' : 'suspended', { on, fault: '-' });
  if (isLost(by, given.trust) || (await trustLine(by, given.trust, crypto)).outcome === 'refused') return open('lost-key');
  const { statusMaxAgeDays: most } = given.trust ?? {};
  const age = (Date.parse(given.asOf) - Date.parse(on)) / 86_400_000;
  return datesLine(list, given.asOf).outcome !== 'passed' || list.validUntil === undefined || (most !== undefined && !(age <= most)) ? open('too-old') : undefined;
}

interface Listed { readonly list: Json; readonly jwt?: string }

function listOf(given: unknown): Listed[] {
  if (isObject(given)) return [{ list: given }];
  const list = typeof given === 'string' ? jsonIn(given.split('.')[1] ?? '') : undefined;
  return list === undefined ? [] : [{ list, jwt: given as string }];
}
