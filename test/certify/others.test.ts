/** Other programs read what we sign, and we read what they sign: the libraries of Digital Bazaar, and jose. */
// @ts-expect-error the package has no types
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
// @ts-expect-error the package has no types
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
// @ts-expect-error the package has no types
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
// @ts-expect-error the package has no types
import * as vc from '@digitalbazaar/vc';
// @ts-expect-error the package has no types
import { checkStatus, createCredential, createList } from '@digitalbazaar/vc-bitstring-status-list';
import { exportJWK, generateKeyPair, importJWK, jwtVerify, SignJWT } from 'jose';
import { beforeAll, expect, test } from 'vitest';
import { bitAt, decodeBits } from '../../src/certify/bitstring.ts';
import { CONTEXTS } from '../../src/certify/contexts.ts';
import { documentOf } from '../../src/certify/did.ts';
import { type Interop, issueFor, verifyCredential } from '../../src/certify/interop.ts';
import { jwkOf, readCredentialJwt, signCredentialJwt } from '../../src/certify/jwt.ts';
import { fromBase64Url, fromMultibase58 } from '../../src/certify/multibase.ts';
import { jcs, type Json, secure } from '../../src/certify/proof.ts';
import { rdfc } from '../../src/certify/rdfc.ts';
import { nodeCrypto } from '../../src/host/certify-crypto.ts';
import { ed25519Signer } from '../../src/host/keys.ts';
import { checked, DAY, issued, signerOf } from './make.ts';

const NOW = `${DAY}T12:00:00Z`;
const about: Interop = { contexts: CONTEXTS, inline: false, now: NOW };
const simple: Json = { '@context': ['https://www.w3.org/ns/credentials/v2'], type: ['VerifiableCredential'], name: 'A test', credentialSubject: { id: 'urn:example:subject', name: '臺灣無人機' } };
const signer = signerOf(4);

// What their libraries load: contexts, DIDs and keys, all from here.
const MULTIKEY = 'https://w3id.org/security/multikey/v1';
const documentLoader = async (url: string) => {
  const [did] = url.split('#');
  const found = did!.startsWith('did:key:') ? documentOf(did!) : undefined;
  const own = found && 'value' in found ? found.value : undefined;
  const document = own ? (url.includes('#') ? { '@context': MULTIKEY, ...own.verificationMethod[0] } : own) : (CONTEXTS.get(url) ?? extra.get(url));
  if (document === undefined) throw new Error(`not here: ${url}`);
  return { contextUrl: null, documentUrl: url, document };
};
const extra = new Map<string, unknown>();
const suite = () => new DataIntegrityProof({ cryptosuite });
// biome-ignore lint/suspicious/noExplicitAny: their answers have no types
const theirs = (credential: unknown): Promise<any> => vc.verifyCredential({ credential, suite: suite(), documentLoader, now: new Date(NOW), checkStatus: async () => ({ verified: true }) });

let theirKey: { id: string; controller: string; signer(): unknown };
beforeAll(async () => {
  const key = await Ed25519Multikey.generate();
  const did = `did:key:${key.publicKeyMultibase}`;
  theirKey = await Ed25519Multikey.from({ ...(await key.export({ publicKey: true, secretKey: true })), id: `${did}#${key.publicKeyMultibase}`, controller: did });
});
const sealedByThem = (credential: object): Promise<Json> =>
  vc.issue({ credential: { ...credential, issuer: theirKey.controller }, suite: new DataIntegrityProof({ signer: theirKey.signer(), cryptosuite }), documentLoader });

test('a credential that we issue with eddsa-rdfc-2022 is verified by theirs, and an altered one is not', async () => {
  const made = await issueFor(simple, 'eddsa-rdfc-2022', signer, about, nodeCrypto);
  if (!('credential' in made)) throw new Error(JSON.stringify(made.faults));
  const answer = await theirs(made.credential);
  expect(answer.error?.errors?.map(String) ?? answer.error).toBeUndefined();
  expect(answer.verified).toBe(true);
  expect((await theirs({ ...made.credential, name: 'Another' })).verified).toBe(false);
});

test('our certificate, signed for wallets with eddsa-rdfc-2022, is verified by theirs', async () => {
  const { bundle } = await issued(await checked('recycled-magnet'), signer);
  const { proof: _, ...document } = bundle.credential as unknown as Json & { proof: unknown };
  const wallet = await secure(document, { cryptosuite: 'eddsa-rdfc-2022', created: NOW, proofPurpose: 'assertionMethod' }, signer, rdfc(CONTEXTS), nodeCrypto);
  const answer = await theirs(wallet);
  expect(answer.error?.errors?.map(String) ?? answer.error).toBeUndefined();
  expect(answer.verified).toBe(true);
  const altered = structuredClone(wallet) as unknown as { credentialSubject: { verdict: string } };
  altered.credentialSubject.verdict = 'clear';
  expect((await theirs(altered)).verified).toBe(false);
});

test('a credential that they issue is verified by ours, and an altered one is not', async () => {
  const credential = await sealedByThem(simple);
  expect(await verifyCredential(credential, about, nodeCrypto)).toMatchObject({ verified: true, errors: [] });
  expect(await verifyCredential({ ...credential, name: 'Another' }, about, nodeCrypto)).toMatchObject({ verified: false, errors: [{ code: 'not-signed-by-key' }] });
  expect(await verifyCredential({ ...credential, '@context': ['https://www.w3.org/ns/credentials/v2', { name: 'urn:evil' }] }, about, nodeCrypto)).toMatchObject({ verified: false, errors: [{ code: 'inline-context' }] });
});

test('a revoked credential: they call it verified, we do not', async () => {
  const list = await createList({ length: 131_072 });
  list.setStatus(94_567, true);
  const id = 'https://issuer.example/status/1';
  const listCredential = await sealedByThem(await createCredential({ id, list, statusPurpose: 'revocation', context: ['https://www.w3.org/ns/credentials/v2'] }));
  extra.set(id, listCredential);
  const entry = { id: `${id}#94567`, type: 'BitstringStatusListEntry', statusPurpose: 'revocation', statusListIndex: '94567', statusListCredential: id };
  const credential = await sealedByThem({ ...simple, credentialStatus: entry });
  const answer = await vc.verifyCredential({ credential, suite: suite(), documentLoader, now: new Date(NOW), checkStatus: (given: object) => checkStatus({ ...given, suite: suite(), documentLoader, verifyBitstringStatusListCredential: false }) });
  expect(answer.verified).toBe(true); // the trap
  expect(answer.statusResult.results[0].status).toBe(true);
  // Our reader sees the bit in their list, and without a list that it knows the status is unknown: not verified.
  const read = await decodeBits((listCredential.credentialSubject as { encodedList: string }).encodedList, nodeCrypto);
  expect('bits' in read && bitAt(read.bits, 94_567)).toBe(true);
  expect('bits' in read && bitAt(read.bits, 94_566)).toBe(false);
  expect((await verifyCredential(credential, about, nodeCrypto)).verified).toBe(false);
});

test('JWT: jose reads ours, we read its, and a changed one is refused by both', async () => {
  const credential = { ...simple, issuer: signer.issuer };
  const jwt = await signCredentialJwt(credential, signer);
  const key = await importJWK(jwkOf({ type: 'Ed25519', bytes: signer.publicKey }), 'EdDSA');
  expect((await jwtVerify(jwt, key, { typ: 'vc+jwt', currentDate: new Date(NOW) })).payload).toEqual(credential);
  expect(await readCredentialJwt(jwt)).toEqual({ credential });

  const pair = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const own = ed25519Signer(fromBase64Url((await exportJWK(pair.privateKey)).d!)!);
  const sign = (header: object, payload: object) => new SignJWT({ ...payload }).setProtectedHeader({ alg: 'EdDSA', typ: 'vc+jwt', kid: own.verificationMethod, ...header }).sign(pair.privateKey);
  const theirs = { ...simple, issuer: own.issuer };
  expect(await readCredentialJwt(await sign({}, theirs))).toEqual({ credential: theirs });
  expect(await readCredentialJwt(await sign({ typ: 'JWT' }, theirs))).toEqual({ fault: 'wrong-type' });
  expect(await readCredentialJwt(await sign({ kid: signer.verificationMethod }, theirs))).toEqual({ fault: 'another-issuer' });
  expect(await readCredentialJwt(await sign({}, { ...theirs, issuer: signer.issuer }))).toEqual({ fault: 'another-issuer' });
  expect(await readCredentialJwt(await sign({ kid: `${own.issuer}#${signer.issuer.slice(8)}` }, theirs))).toEqual({ fault: 'no-document' });
  expect(await readCredentialJwt(await sign({ jwk: await exportJWK(pair.publicKey) }, theirs))).toEqual({ fault: 'refused' });
  const none = `${Buffer.from(JSON.stringify({ alg: 'none', typ: 'vc+jwt', kid: own.verificationMethod })).toString('base64url')}.${jwt.split('.')[1]}.`;
  expect('fault' in (await readCredentialJwt(none))).toBe(true);
  const changed = jwt.replace(/\.(.)/, (_, letter) => `.${letter === 'e' ? 'f' : 'e'}`);
  expect('fault' in (await readCredentialJwt(changed))).toBe(true);
});

test('the keys are the same keys: their multikey text is ours', () => {
  expect(fromMultibase58(signer.issuer.slice('did:key:'.length))!.slice(2)).toEqual(new Uint8Array(signer.publicKey));
  expect(jcs({ b: 1, a: [] })).toBe('{"a":[],"b":1}');
});
