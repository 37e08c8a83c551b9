/** Credentials that are no bundle of ours: ours in other forms, others' in theirs, and what a hostile hand makes of them. */
import { generateKeyPairSync, sign as ecSign } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { canonical } from '../../src/base/canonical.ts';
import { encodeBits } from '../../src/certify/bitstring.ts';
import { utf8 } from '../../src/certify/crypto.ts';
import { type ForeignGiven, verifyForeign } from '../../src/certify/foreign.ts';
import { signCredentialJwt } from '../../src/certify/jwt.ts';
import { toBase64Url } from '../../src/certify/multibase.ts';
import { jcs, type Json, secure } from '../../src/certify/proof.ts';
import { CONTEXTS } from '../../src/certify/contexts.ts';
import { rdfc } from '../../src/certify/rdfc.ts';
import { type Issued, mark, statusListsOf } from '../../src/certify/register.ts';
import { untpOf, type UntpSet } from '../../src/certify/untp.ts';
import { nodeCrypto } from '../../src/host/certify-crypto.ts';
import { sha256 } from '../../src/host/crypto.ts';
import { shared } from '../support/shared.ts';
import { checked, DAY, issued, signerOf, trusting } from './make.ts';

const signer = signerOf(1);
const mallory = signerOf(6);
const trust = trusting(signer);
let one: Issued;
let set: UntpSet;
let jwt: string;
beforeAll(async () => {
  const of = await checked('recycled-magnet');
  one = await issued(of, signer, { lot: 'LOT-7' });
  set = await untpOf(one.bundle.credential, of.file, signer, nodeCrypto);
  const { proof: _, ...bare } = one.bundle.credential;
  jwt = await signCredentialJwt(bare as unknown as Json, signer);
});
const ask = async (given: unknown, more: Partial<ForeignGiven> = {}) => {
  const answer = await verifyForeign(utf8(typeof given === 'string' ? given : JSON.stringify(given)), { asOf: DAY, trust, ...more }, nodeCrypto);
  if (answer === undefined) return 'not a credential';
  const line = answer.lines.find(({ outcome }) => outcome === 'refused') ?? answer.lines.find(({ outcome }) => outcome === 'unknown');
  return `${answer.outcome} ${line?.question} ${line?.params.why ?? line?.params.fault ?? line?.code}`;
};
const lists = () => ({ statusLists: one.bundle.statusLists });
const asJson = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json;

describe('ours, in other forms', () => {
  test('a bare certificate, a vc+jwt, an enveloped one, UNTP: in order with lists and trust, and their word only', async () => {
    const enveloped = { '@context': 'https://www.w3.org/ns/credentials/v2', type: 'EnvelopedVerifiableCredential', id: `data:application/vc+jwt,${jwt}` };
    for (const form of [one.bundle.credential, jwt, `${jwt}\n`, enveloped, set.dcc, set.dpp, set.dte]) {
      expect(await ask(form, lists())).toBe('unknown grounds word');
      expect(await ask(form)).toBe('unknown status missing');
      expect(await ask(form, { ...lists(), trust: trusting(mallory) })).toBe('unknown trust not-trusted');
      expect(await ask(form, { ...lists(), asOf: '2027-11-22' })).toBe('refused dates expired');
    }
  });

  test('revoked: refused by the list, and never in order', async () => {
    const register = mark(one.register, one.bundle.credential.id, 'revoked', { on: DAY, kind: 'revoked' });
    const statusLists = await statusListsOf(register, { day: DAY, now: `${DAY}T09:00:00Z` }, signer, nodeCrypto);
    for (const form of [jwt, set.dcc]) expect(await ask(form, { statusLists })).toBe('refused status -');
  });

  test('replay for another lot; without a lot in it, it is about none', async () => {
    expect(await ask(jwt, { ...lists(), lot: 'LOT-8' })).toBe('refused about another-lot');
    expect(await ask(set.dpp, { ...lists(), lot: 'LOT-7' })).toBe('unknown grounds word');
    expect(await ask(set.dcc, { ...lists(), lot: 'LOT-7' })).toBe('refused about no-lot');
  });

  test('a bundle, a trust file, a picture and nothing are no credential', async () => {
    for (const given of [one.text, '', '{}', 'a.b.c', '{"type":"VerifiableCredential","type":"VerifiableCredential"}', [one.bundle.credential]]) expect(await ask(given)).toBe('not a credential');
    expect(await verifyForeign(Uint8Array.of(0x89, 0x50, 0xff), { asOf: DAY }, nodeCrypto)).toBeUndefined();
  });
});

describe('attacks', () => {
  test('every bit of a vc+jwt, one in each byte: refused or no credential any more', async () => {
    const bytes = utf8(jwt);
    const outcomes = new Set<string>();
    for (let at = 0; at < bytes.length; at++) {
      const copy = bytes.slice();
      copy[at]! ^= 1 << (at % 8);
      outcomes.add((await verifyForeign(copy, { asOf: DAY, trust, ...lists() }, nodeCrypto))?.outcome ?? 'no credential');
    }
    expect([...outcomes].sort()).toEqual(['no credential', 'refused']);
  }, 60_000);

  test('proof stripping, several proofs, another purpose, another suite', async () => {
    const { proof, ...bare } = set.dcc;
    expect(await ask(bare)).toBe('refused signature no-proof');
    expect(await ask({ ...bare, proof: [proof, proof] })).toBe('refused issuer fragment-of-another-document');
    expect(await ask({ ...bare, proof: { ...proof, proofPurpose: 'authentication' } })).toBe('refused signature wrong-purpose');
    expect(await ask({ ...bare, proof: { ...proof, cryptosuite: 'ecdsa-sd-2023' } })).toBe('refused signature unknown-suite');
    expect(await ask({ ...bare, proof: { ...proof, previousProof: 'urn:x' } })).toBe('refused signature unknown-member');
  });

  test('context swap: unknown, inline, and UNTP\'s look-alikes', async () => {
    const [first, second] = set.dcc['@context'] as string[];
    for (const contexts of [[first, 'https://evil.example/untp/dcc/0.6.0/'], [first, `${second}?x`], [first, 'https://test.uncefact.org.evil.example/vocabulary/untp/dcc/0.6.0/']])
      expect(await ask({ ...set.dcc, '@context': contexts })).toBe('refused contexts unknown');
    expect(await ask({ ...set.dcc, '@context': [first, { '@vocab': 'urn:evil:' }] })).toBe('refused contexts inline');
    expect(await ask({ ...set.dcc, '@context': [first, second!.replace('dcc', 'dpp')] })).toBe('refused signature context-differs');
  });

  test('another signer in the issuer\'s name; did:key:A#B; a token that brings its key, or no algorithm', async () => {
    const { proof: _, ...bare } = asJson(one.bundle.credential);
    const [a, b] = [signer.issuer, mallory.issuer].map((did) => did.slice('did:key:'.length));
    for (const verificationMethod of [`${signer.issuer}#${b}`, `${mallory.issuer}#${a}`, `${mallory.issuer}#${b}`]) {
      expect(await ask(await signCredentialJwt(bare, { ...mallory, verificationMethod }))).toBe('refused issuer fragment-of-another-document'.replace('fragment-of-another-document', verificationMethod.startsWith(signer.issuer) ? 'no-such-key' : 'fragment-of-another-document'));
    }
    expect(await ask(await signCredentialJwt(bare, { ...mallory, verificationMethod: signer.verificationMethod }))).toBe('refused signature refused');
    const [head = '', body = '', signature = ''] = jwt.split('.');
    const header = JSON.parse(Buffer.from(head, 'base64url').toString()) as Json;
    const withHeader = (more: Json) => `${toBase64Url(utf8(canonical({ ...header, ...more })))}.${body}.${signature}`;
    expect(await ask(withHeader({ alg: 'none' }))).toBe('refused signature algorithm-refused');
    expect(await ask(withHeader({ alg: 'HS256' }))).toBe('refused signature algorithm-refused');
    expect(await ask(withHeader({ jwk: { kty: 'OKP' } }))).toBe('refused signature refused');
    expect(await ask(withHeader({ typ: 'at+jwt' }))).toBe('refused signature wrong-type');
    expect(await ask(withHeader({ kid: 'https://evil.example/key' }))).toBe('refused issuer fragment-of-another-document');
  });

  test('a status list that is forged, of another issuer, of another purpose, without the entry, too old, no gzip, a bomb', async () => {
    const entry = { id: 'urn:list#5', type: 'BitstringStatusListEntry', statusPurpose: 'revocation', statusListIndex: '5', statusListCredential: 'urn:list' };
    const bare = { '@context': ['https://www.w3.org/ns/credentials/v2'], id: 'urn:c', type: ['VerifiableCredential'], issuer: signer.issuer, validFrom: `${DAY}T00:00:00Z`, validUntil: '2027-01-01T00:00:00Z', credentialStatus: entry, credentialSubject: { id: 'urn:p' } };
    const options = { cryptosuite: 'eddsa-jcs-2022', created: `${DAY}T00:00:00Z`, proofPurpose: 'assertionMethod' } as const;
    const seal = (document: Json, by = signer) => secure(document, options, by, jcs, nodeCrypto);
    const credential = await seal(bare);
    const encodedList = await encodeBits([7], nodeCrypto);
    const listOf = (subject: Json, more: Json = {}) => ({ ...bare, credentialStatus: undefined, id: 'urn:list', type: ['VerifiableCredential', 'BitstringStatusListCredential'], credentialSubject: { id: 'urn:list#list', type: 'BitstringStatusList', statusPurpose: 'revocation', encodedList, ...subject }, ...more });
    const told = async (list: unknown, index = '5') => {
      const about = index === '5' ? credential : await seal({ ...bare, credentialStatus: { ...entry, statusListIndex: index } });
      return ask(about, { statusLists: [asJson(list)] });
    };
    const good = await seal(asJson(listOf({})));
    expect(await told(good)).toBe('unknown grounds word');
    expect(await told(good, '7')).toBe('refused status -');
    expect(await told({ ...good, validUntil: '2028-01-01T00:00:00Z' })).toBe('refused status not-signed-by-key');
    expect(await told(await seal(asJson(listOf({})), { ...mallory, issuer: signer.issuer, verificationMethod: signer.verificationMethod }))).toBe('refused status not-signed-by-key');
    expect(await told(await seal(asJson(listOf({}, { issuer: mallory.issuer })), mallory))).toBe('unknown status of-another-issuer');
    expect(await told(await seal(asJson(listOf({ statusPurpose: 'suspension' }))))).toBe('unknown status not-this-list');
    for (const index of ['131072', '999999999']) expect(await told(good, index)).toBe('unknown status no-such-entry');
    for (const index of ['-1', '05', '1e1', '']) expect(await told(good, index)).toBe('unknown status malformed');
    expect(await told(await seal(asJson(listOf({}, { validUntil: `${DAY}T00:00:00Z` }))))).toBe('unknown status too-old');
    expect(await told(await seal(asJson(listOf({ encodedList: 'uAAAA' }))))).toBe('unknown status malformed');
    const { gzipSync } = await import('node:zlib');
    const bomb = `u${gzipSync(Buffer.alloc(64 << 20)).toString('base64url')}`;
    expect(await told(await seal(asJson(listOf({ encodedList: bomb }))))).toBe('unknown status malformed');
    expect(await told({ ...good, id: 'urn:another' })).toBe('unknown status missing');
    // As a JWT it is the same.
    expect(await ask(credential, { statusLists: [await signCredentialJwt(asJson(listOf({})), signer)] })).toBe('unknown grounds word');
    // Of several the order does not matter: revoked in one is revoked, and one that has not begun is not the newest.
    const listAt = async (set: number[], day: string, purpose = 'revocation') => asJson(await secure(asJson(listOf({ encodedList: await encodeBits(set, nodeCrypto), statusPurpose: purpose }, { validFrom: `${day}T00:00:00Z` })), { ...options, created: `${day}T00:00:00Z` }, signer, jcs, nodeCrypto));
    const [revoked, free, ahead] = [await listAt([5], '2026-11-20'), await listAt([], '2026-11-21'), await listAt([], '2026-12-20')];
    for (const statusLists of [[revoked, free], [free, revoked], [ahead, revoked], [revoked, ahead]]) expect(await ask(credential, { statusLists })).toBe('refused status -');
    expect(await ask(credential, { statusLists: [free, ahead] })).toBe('unknown grounds word');
    expect(await ask(credential, { statusLists: [ahead] })).toBe('unknown status too-old');
    const pausing = await seal({ ...bare, credentialStatus: { ...entry, statusPurpose: 'suspension' } });
    const [paused, resumed] = [await listAt([5], '2026-11-20', 'suspension'), await listAt([], '2026-11-21', 'suspension')];
    for (const statusLists of [[paused, resumed], [resumed, paused]]) expect(await ask(pausing, { statusLists })).toBe('unknown grounds word');
    // A list by a key that was lost shows only what is against it.
    const lost = { ...trusting(signer), issuers: [{ ...trusting(signer).issuers[0]!, keys: [{ key: signer.issuer.slice('did:key:'.length), compromised: '2026-12-01' }] }] };
    expect((await verifyForeign(utf8(JSON.stringify(credential)), { asOf: DAY, trust: lost, statusLists: [free] }, nodeCrypto))?.lines.find(({ question }) => question === 'status')).toMatchObject({ outcome: 'unknown', params: { why: 'lost-key' } });
    // No entry at all is not "in force".
    expect(await ask(await seal(asJson({ ...bare, credentialStatus: undefined })))).toBe('unknown status none-named');
  });
});

describe('others\'', () => {
  test('ES256 by a did:web with JWK: unknown without its document, with it only where it is pinned; eddsa-rdfc-2022 is read', async () => {
    const issuer = 'did:web:assessor.example';
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const document = { '@context': ['https://www.w3.org/ns/did/v1'], id: issuer, verificationMethod: [{ id: '#k1', type: 'JsonWebKey', controller: issuer, publicKeyJwk: publicKey.export({ format: 'jwk' }) }], assertionMethod: ['#k1'] };
    const part = (value: unknown) => toBase64Url(utf8(JSON.stringify(value)));
    const body = { '@context': ['https://www.w3.org/ns/credentials/v2', 'https://test.uncefact.org/vocabulary/untp/dcc/0.5.0/'], type: ['DigitalConformityCredential', 'VerifiableCredential'], issuer: { id: issuer, name: 'Assessor' }, validFrom: '2026-01-01', credentialSubject: { id: 'urn:x', assessment: [{ conformance: false }] } };
    const signed = `${part({ alg: 'ES256', typ: 'vc-ld+jwt', kid: `${issuer}#k1` })}.${part(body)}`;
    const token = `${signed}.${toBase64Url(ecSign('sha256', Buffer.from(signed), { key: privateKey, dsaEncoding: 'ieee-p1363' }))}`;
    const pinned = { version: 1 as const, issuers: [{ id: issuer, name: 'Assessor', documents: [sha256(canonical(document))] }] };
    expect(await ask(token, { trust: pinned })).toBe('unknown issuer no-document');
    expect(await ask(token, { documents: [document] })).toBe('unknown trust not-trusted');
    expect(await ask(token, { documents: [document], trust: pinned })).toBe('unknown status none-named');
    const swapped = { ...document, verificationMethod: [{ ...document.verificationMethod[0]!, publicKeyJwk: generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' }) }] };
    expect(await ask(token, { documents: [swapped], trust: pinned })).toBe('refused signature refused');
    const answer = await verifyForeign(utf8(token), { asOf: DAY, trust: pinned, documents: [document] }, nodeCrypto);
    expect(answer!.warnings).toEqual(expect.arrayContaining([{ at: '/typ', what: 'vc-ld+jwt' }]));
    expect(answer!.kind).toBe('DigitalConformityCredential 0.5.0');

    const plain = { '@context': ['https://www.w3.org/ns/credentials/v2'], type: ['VerifiableCredential'], issuer: signer.issuer, credentialSubject: { id: 'urn:x' } };
    const theirs = await secure(plain, { cryptosuite: 'eddsa-rdfc-2022', created: `${DAY}T00:00:00Z`, proofPurpose: 'assertionMethod' }, signer, rdfc(CONTEXTS), nodeCrypto);
    expect(await ask(theirs)).toBe('unknown status none-named');
    expect(await ask({ ...theirs, credentialSubject: { id: 'urn:y' } })).toBe('refused signature not-signed-by-key');
    // Over a vocabulary that is not here, the meaning cannot be read: unknown, whoever signed.
    expect(await ask({ ...theirs, '@context': [...plain['@context'], 'https://test.uncefact.org/vocabulary/untp/dpp/0.6.0/'], type: ['VerifiableCredential', 'DigitalProductPassport'] })).toBe('unknown contexts not-here');
  });

  test('the published samples of UNTP: each is read, has no proof, and is refused for that; dates without a zone are warned of', async () => {
    const folder = shared('conformance', 'untp', 'credentials');
    if (folder === undefined) return;
    const told: string[] = [];
    let warned = 0;
    for (const name of readdirSync(folder)) {
      const text = readFileSync(join(folder, name), 'utf8');
      told.push(await ask(text));
      warned += ((await verifyForeign(utf8(text), { asOf: DAY }, nodeCrypto))?.warnings.length ?? 0) > 0 ? 1 : 0;
    }
    expect(new Set(told)).toEqual(new Set(['refused signature no-proof', 'not a credential'])); // events before 0.4 are no credentials
    expect(told.filter((one) => one.startsWith('refused'))).toHaveLength(11);
    expect(warned).toBeGreaterThan(3);
  });
});
