/** The VC API over a socket, as W3C's suites call it. */
import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MOST_BODY_BYTES, vcApi } from '../../src/engine/vc-api.ts';
import { nodeCrypto } from '../../src/host/certify-crypto.ts';
import { listen, type Listening } from '../../src/host/listen.ts';
import { canonicalQuads, parseQuads, rdfc } from '../../src/certify/rdfc.ts';
import { CONTEXTS } from '../../src/certify/contexts.ts';
import { signCredentialJwt } from '../../src/certify/jwt.ts';
import { jcs, secure } from '../../src/certify/proof.ts';
import { statusListsOf } from '../../src/certify/register.ts';
import { signerOf } from './make.ts';

const signer = signerOf(9);
const NOW = '2026-11-22T12:00:00Z';
let server: Listening;
beforeAll(async () => {
  server = await listen(0, MOST_BODY_BYTES, (asked) => vcApi(asked, { signer, crypto: nodeCrypto, now: () => NOW }));
});
afterAll(() => server.close());
const post = async (path: string, body: unknown, type = 'application/json') => {
  const reply = await fetch(`${server.url}${path}`, { method: 'POST', headers: { 'content-type': type }, body: typeof body === 'string' ? body : JSON.stringify(body) });
  return { status: reply.status, body: await reply.json() };
};
const credential = { '@context': ['https://www.w3.org/ns/credentials/v2'], type: ['VerifiableCredential'], credentialSubject: { id: 'urn:example:x' } };

test('issue answers with the credential itself, in either suite; verify takes it back', async () => {
  for (const cryptosuite of ['eddsa-rdfc-2022', 'eddsa-jcs-2022']) {
    const { status, body } = await post('/credentials/issue', { credential, options: { cryptosuite } });
    expect(status).toBe(201);
    expect(body).toMatchObject({ type: ['VerifiableCredential'], issuer: signer.issuer, proof: { type: 'DataIntegrityProof', cryptosuite } });
    expect((await post('/credentials/verify', { verifiableCredential: body, options: { checks: ['proof'] } })).status).toBe(200);
    expect((await post('/credentials/verify', { verifiableCredential: { ...body, credentialSubject: { id: 'urn:example:y' } } })).status).toBe(400);
    const { proof: _, ...bare } = body;
    expect((await post('/credentials/verify', { verifiableCredential: bare })).status).toBe(400);
  }
  expect((await post('/credentials/issue', { credential: { ...credential, type: [] } })).status).toBe(400);
  expect((await post('/credentials/issue', { credential: { ...credential, issuer: 'did:key:another' } })).status).toBe(400);
});

test('it signs no certificate and no status list of ours: a list in which nothing is set would take back what was revoked', async () => {
  const [list] = await statusListsOf({ nonred: 'register/1', issuer: signer.issuer, name: 'x', entries: [] }, { day: '2026-11-22', now: NOW }, signer, nodeCrypto);
  const { proof: _, ...bare } = list!;
  for (const own of [bare, { ...bare, '@context': credential['@context'], credentialSubject: { id: 'urn:x' } }, { ...credential, '@context': bare['@context'] }]) {
    const { status, body } = await post('/credentials/issue', { credential: own, options: { cryptosuite: 'eddsa-jcs-2022' } });
    expect([status, body.errors[0].code]).toEqual([400, 'own-credential']);
  }
});

test('a presentation answers the challenge that was put, and only that', async () => {
  const presentation = { '@context': ['https://www.w3.org/ns/credentials/v2'], type: ['VerifiablePresentation'], holder: signer.issuer };
  const signed = await secure(presentation, { cryptosuite: 'eddsa-rdfc-2022', created: NOW, proofPurpose: 'authentication', challenge: 'c1', domain: 'buyer.example' }, signer, rdfc(CONTEXTS), nodeCrypto);
  const verify = (options: object) => post('/presentations/verify', { verifiablePresentation: signed, options });
  expect((await verify({ challenge: 'c1', domain: 'buyer.example' })).status).toBe(200);
  expect((await verify({ challenge: 'c2' })).body.errors[0].code).toBe('another-challenge');
  expect((await verify({ challenge: 'c1', domain: 'else.example' })).body.errors[0].code).toBe('another-domain');
  for (const options of [{ challenge: 5 }, { challenge: ['c2'] }, { domain: null }, ['c2']]) expect((await verify(options)).body.errors[0].code).toBe('model/type');
});

test('a credential in an envelope is read: a wrong signature, another issuer or an ended one is an error; what cannot be read is said', async () => {
  const bare = { ...credential, issuer: signer.issuer };
  const present = async (id: string) => {
    const presentation = { '@context': ['https://www.w3.org/ns/credentials/v2'], type: ['VerifiablePresentation'], verifiableCredential: [{ '@context': 'https://www.w3.org/ns/credentials/v2', type: 'EnvelopedVerifiableCredential', id }] };
    const signed = await secure(presentation, { cryptosuite: 'eddsa-jcs-2022', created: NOW, proofPurpose: 'authentication' }, signer, jcs, nodeCrypto);
    const { status, body } = await post('/presentations/verify', { verifiablePresentation: signed });
    return [status, ...[...body.errors, ...body.warnings].map(({ code }: { code: string }) => code)].join(' ');
  };
  const sign = async (more: object = {}) => `data:application/vc+jwt,${await signCredentialJwt({ ...bare, ...more }, signer)}`;
  const good = await sign();
  expect(await present(good)).toBe('200');
  expect(await present(`${good.slice(0, -8)}AAAAAAAA`)).toBe('400 envelope/refused');
  expect(await present(await sign({ issuer: signerOf(8).issuer }))).toBe('400 envelope/another-issuer');
  expect(await present(await sign({ validUntil: '2026-01-01T00:00:00Z' }))).toBe('400 expired');
  expect(await present(await sign({ exp: 5 }))).toBe('400 envelope/exp');
  expect(await present(await sign({ nbf: '5' }))).toBe('400 envelope/nbf');
  expect(await present(await sign({ credentialStatus: { type: 'BitstringStatusListEntry' } }))).toBe('400 status-unknown');
  expect(await present('data:application/vc+jwt,eyJ...zhw')).toBe('200 envelope/malformed');
});

test('a proof that ends on no day that can be read has ended', async () => {
  for (const expires of ['2026-01-01T00:00:00Z', 'never']) {
    const signed = await secure({ ...credential, issuer: signer.issuer }, { cryptosuite: 'eddsa-jcs-2022', created: NOW, expires, proofPurpose: 'assertionMethod' }, signer, jcs, nodeCrypto);
    expect((await post('/credentials/verify', { verifiableCredential: signed })).body.errors[0].code).toBe('proof-expired');
  }
});

test('what is no request of ours is refused, and the server stays up', async () => {
  expect((await post('/elsewhere', {})).status).toBe(404);
  expect((await fetch(`${server.url}/credentials/issue`)).status).toBe(405);
  expect((await post('/credentials/issue', '{}', 'text/plain')).status).toBe(415);
  expect((await post('/credentials/issue', '{"credential":{},"credential":{}}')).body.errors[0].code).toBe('input/duplicate-key');
  expect((await post('/credentials/issue', '['.repeat(10_000))).status).toBe(400);
  expect((await post('/credentials/verify', `"${'x'.repeat(MOST_BODY_BYTES)}"`)).status).toBe(413);
  for (const body of ['null', '[]', '1', '{"verifiableCredential":null}', '{"verifiableCredential":{"proof":{"verificationMethod":5}}}', '{"verifiableCredential":{"__proto__":{"type":1}}}']) expect((await post('/credentials/verify', body)).status).toBe(400);
  const rebound = await new Promise<number>((done, failed) => {
    const { port } = new URL(server.url);
    request({ host: '127.0.0.1', port, path: '/credentials/issue', method: 'POST', headers: { host: 'evil.example', 'content-type': 'application/json' } }, (reply) => done(reply.statusCode!)).on('error', failed).end('{}');
  });
  expect(rebound).toBe(421);
  expect((await post('/credentials/issue', { credential })).status).toBe(201);
});

test('nothing can be added to a credential after it was signed, under any name', async () => {
  const signer = signerOf(1);
  const ask = (path: string, body: string) => vcApi({ method: 'POST', path, type: 'application/json', body: new TextEncoder().encode(body) }, { signer, crypto: nodeCrypto, now: () => '2026-11-22T00:00:00Z' });
  const subject = '"credentialSubject":{"id":"urn:a"';
  const plain = `{"@context":["https://www.w3.org/ns/credentials/v2"],"type":["VerifiableCredential"],"issuer":"${signer.issuer}",${subject}}}`;
  for (const cryptosuite of ['eddsa-rdfc-2022', 'eddsa-jcs-2022']) {
    const issued = await ask('/credentials/issue', `{"credential":${plain},"options":{"cryptosuite":"${cryptosuite}"}}`);
    const text = JSON.stringify(issued.body);
    expect((await ask('/credentials/verify', `{"verifiableCredential":${text}}`)).status).toBe(200);
    for (const name of ['__proto__', 'constructor', 'prototype', 'toString', 'verdict']) {
      const added = text.replace(subject, `${subject},"${name}":{"verdict":"clear"}`);
      expect(added).not.toBe(text);
      expect((await ask('/credentials/verify', `{"verifiableCredential":${added}}`)).status, `${cryptosuite} ${name}`).toBe(400);
    }
  }
  const hidden = plain.replace(subject, `${subject},"__proto__":{"verdict":"clear"}`);
  expect((await ask('/credentials/issue', `{"credential":${hidden}}`)).status).toBe(400);
});

test('a poison graph is stopped, whatever its size, and an honest one of that many statements is not', async () => {
  const clique = (size: number): string => Array.from({ length: size * size }, (_, i) => [Math.floor(i / size), i % size] as const).filter(([a, b]) => a !== b).map(([a, b]) => `_:b${a} <urn:p> _:b${b} .\n`).join('');
  for (const size of [6, 12, 40, 70]) await expect(canonicalQuads(parseQuads(clique(size)))).rejects.toThrow(/deep iterations/);
  await expect(canonicalQuads(parseQuads(clique(72)))).rejects.toThrow(/statements/);
  const honest = Array.from({ length: 2000 }, (_, i) => `<urn:s> <urn:p> _:b${i} .\n_:b${i} <urn:v> "${i}" .\n`).join('');
  expect((await canonicalQuads(parseQuads(honest))).trim().split('\n')).toHaveLength(4000);
});
