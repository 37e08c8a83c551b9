/** Attacks that are known by name, each by somebody who has everything but the issuer's key. */
import { beforeAll, expect, test } from 'vitest';
import { canonical } from '../../src/base/canonical.ts';
import { type Bundle, readStatusList } from '../../src/certify/bundle.ts';
import { utf8 } from '../../src/certify/crypto.ts';
import { toMultibase58 } from '../../src/certify/multibase.ts';
import type { Issued } from '../../src/certify/register.ts';
import { statusListsOf } from '../../src/certify/register.ts';
import { readTrust } from '../../src/certify/trust.ts';
import { nodeCrypto } from '../../src/host/certify-crypto.ts';
import { type Checked, checked, documentFor, fault, issued, signedAnew, signerOf, trusting, verify } from './make.ts';
import { flipsAt, randomFlips } from './flips.ts';

const signer = signerOf(1);
const mallory = signerOf(6);
const trust = trusting(signer);
let of: Checked;
let small: Checked;
let one: Issued;
let two: Issued;
let tiny: Issued;
beforeAll(async () => {
  of = await checked('quad-clear');
  small = await checked('recycled-magnet');
  one = await issued(of, signer, { lot: 'LOT-7' });
  two = await issued(small, signer, { lot: 'LOT-8' }, one.register);
  tiny = await issued(small, signer);
});
// biome-ignore lint/suspicious/noExplicitAny: a forger does not keep to types
type Forged = any;
const forged = (change: (bundle: Forged) => void): string => {
  const copy = structuredClone(one.bundle) as Forged;
  change(copy);
  return `${canonical(copy)}\n`;
};
const refusal = async (bundle: string | Bundle): Promise<string | undefined> => {
  const answer = await verify(bundle, { trust, of });
  expect(answer.outcome).toBe('refused');
  return fault(answer);
};

test('context swap: another context, a remapped term, an inline one, another order', async () => {
  for (const change of [
    (contexts: Forged) => { contexts[1] = 'https://evil.example/context'; },
    (contexts: Forged) => { contexts.push({ verdict: 'urn:evil:anything' }); },
    (contexts: Forged) => { contexts.push({ '@vocab': 'urn:evil:' }); },
    (contexts: Forged) => { contexts.reverse(); },
    (contexts: Forged) => { contexts.pop(); },
  ]) expect(await refusal(forged(({ credential }) => change(credential['@context'])))).toBe('form not-a-bundle');
  // The same swap by somebody who signs it too.
  const swapped = await signedAnew(one.bundle.credential, { '@context': ['https://www.w3.org/ns/credentials/v2', 'https://evil.example/context'] }, mallory);
  expect(await refusal(forged((bundle) => { bundle.credential = swapped; }))).toBe('form not-a-bundle');
});

test('context swap: the proof may not say another context than the document', async () => {
  expect(await refusal(forged(({ credential }) => { credential.proof['@context'] = ['https://www.w3.org/ns/credentials/v2']; }))).toBe('signature wrong');
});

test('signature wrapping: the signed credential inside another, beside another, or as a graph', async () => {
  expect(await refusal(forged((bundle) => { bundle.credential = { ...bundle.credential, credentialSubject: { ...bundle.credential.credentialSubject, verdict: 'clear', inner: bundle.credential } }; }))).toBe('form not-a-bundle');
  expect(await refusal(forged((bundle) => { bundle.credential['@graph'] = [one.bundle.credential]; }))).toBe('form not-a-bundle');
  expect(await refusal(forged((bundle) => { bundle.original = one.bundle.credential; }))).toBe('form not-a-bundle');
  expect(await refusal(forged((bundle) => { bundle.credential = [one.bundle.credential, two.bundle.credential]; }))).toBe('form not-a-bundle');
});

test('proof stripping: no proof, an empty one, a set with an unsigned second', async () => {
  for (const change of [
    (credential: Forged) => { delete credential.proof; },
    (credential: Forged) => { credential.proof = {}; },
    (credential: Forged) => { credential.proof = []; },
    (credential: Forged) => { credential.proof = [credential.proof, { ...credential.proof, proofValue: 'z1' }]; },
    (credential: Forged) => { credential.proof.previousProof = 'urn:none'; },
  ]) expect(await refusal(forged(({ credential }) => change(credential)))).toBe('form not-a-bundle');
});

test('algorithm change: another suite, an older type, another purpose, the signature of nothing', async () => {
  for (const [member, value] of [['cryptosuite', 'eddsa-rdfc-2022'], ['cryptosuite', 'none'], ['type', 'Ed25519Signature2020'], ['proofPurpose', 'authentication']])
    expect(await refusal(forged(({ credential }) => { credential.proof[member!] = value; }))).toBe('form not-a-bundle');
  expect(await refusal(forged(({ credential }) => { credential.proof.proofValue = toMultibase58(new Uint8Array(64)); }))).toMatch(/^(form|signature)/);
  expect(await refusal(forged(({ credential }) => { credential.proof.proofValue = toMultibase58(new Uint8Array(64).fill(255)); }))).toBe('signature wrong');
});

test('duplicate keys: the second `verdict` is not read, the file is refused', async () => {
  const twice = one.text.replace('"verdict":"clear"},"id":', '"verdict":"clear","verdict":"clear"},"id":');
  expect(twice).not.toBe(one.text);
  const answer = await verify(twice, { trust, of });
  expect(answer.lines[0]).toMatchObject({ question: 'form', outcome: 'refused', code: 'not-json' });
});

test('another spelling of the same values is refused: white space, order, escapes, numbers, no line feed', async () => {
  for (const text of [JSON.stringify(one.bundle), `${JSON.stringify(one.bundle, null, 1)}\n`, one.text.trimEnd(), ` ${one.text}`, one.text.replace('quadcopter', 'quadcopte\\u0072'), one.text.replace('"count":12', '"count":1.2e1'), `\ufeff${one.text}`])
    expect((await verify(text, { trust, of })).lines[0]).toMatchObject({ question: 'form', outcome: 'refused' });
});

test('replay: the certificate of one lot for another', async () => {
  expect(fault(await verify(one.text, { trust, of, lot: 'LOT-8' }))).toBe('about another-lot');
  expect(fault(await verify(tiny.text, { trust, of: small, lot: 'LOT-8' }))).toBe('about no-lot');
});

test('did:key:A#B: a key that stands in the name of another', async () => {
  const [a, b] = [signer.issuer, mallory.issuer];
  const keyOf = (did: string) => did.slice('did:key:'.length);
  for (const verificationMethod of [`${a}#${keyOf(b)}`, `${b}#${keyOf(a)}`, `${b}#${keyOf(b)}`, `${a}#`, a]) {
    const signed = await signedAnew(one.bundle.credential, {}, { ...mallory, issuer: a, verificationMethod });
    expect(await refusal(forged((bundle) => { bundle.credential = signed; }))).toBe('issuer no-key');
    // And with a document to go with it.
    const method = { id: verificationMethod, type: 'Multikey', controller: a, publicKeyMultibase: keyOf(b) };
    expect(await refusal(forged((bundle) => { bundle.credential = signed; bundle.issuerDocument = { ...documentFor(signer), verificationMethod: [method], assertionMethod: [verificationMethod] }; }))).toBe('issuer another-document');
  }
});

test('a certificate in the name of another: signed by somebody else with the issuer left as it is', async () => {
  const signed = await signedAnew(one.bundle.credential, {}, { ...mallory, issuer: signer.issuer, verificationMethod: signer.verificationMethod });
  expect(await refusal(forged((bundle) => { bundle.credential = signed; }))).toBe('signature wrong');
});

test('an honest certificate with the grounds of another', async () => {
  expect(await refusal(forged((bundle) => { bundle.grounds = two.bundle.grounds; }))).toBe('grounds of-another');
  expect(await refusal(forged((bundle) => { bundle.grounds.verdict = 'red'; }))).toBe('grounds of-another');
});

test('an issuer who signs more than the grounds prove is refused by the grounds', async () => {
  const liar = trusting(mallory);
  const red = await checked('quad-x');
  const honest = await issued(red, mallory);
  const subject = honest.bundle.credential.credentialSubject;
  expect(subject.verdict).toBe('red');
  const lies = [{ ...subject, verdict: 'clear' }, { ...subject, assessments: [] }, { ...subject, rulebooks: subject.rulebooks.slice(1) }, { ...subject, honesty: {} }];
  for (const credentialSubject of lies) {
    const credential = await signedAnew(honest.bundle.credential, { credentialSubject }, mallory);
    const answer = await verify({ ...honest.bundle, credential }, { trust: liar, of: red });
    expect(answer.outcome).toBe('refused');
    expect(answer.lines.map((line) => `${line.question} ${line.code}`)).toContain('grounds says-more');
  }
});

test('an issuer who rewrites its own result file is refused by the checker', async () => {
  const liar = trusting(mallory);
  const { claimOfFile, enter } = await import('../../src/certify/register.ts');
  const { emptyRegister } = await import('./make.ts');
  const red = await checked('quad-x');
  const lies: ((file: Forged) => void)[] = [
    (file) => { file.verdict = 'clear'; },
    (file) => { for (const assessment of file.assessments) assessment.verdict = 'clear'; for (const grounds of file.grounds) grounds.verdict = 'clear'; file.verdict = 'clear'; },
    (file) => { file.rulebooks[0].clauses = []; file.assessments = file.assessments.filter((assessment: Forged) => assessment.rulebook !== file.rulebooks[0].id); },
    (file) => { file.records.pop(); },
    (file) => { file.knownAt = '2026-11-21'; },
    (file) => { file.product = 'camera'; },
    (file) => { file.digests.network = '0'.repeat(64); },
    (file) => { file.digests.rulebooks['us-ndaa-848'] = '0'.repeat(64); },
    (file) => { file.question.knownAt = '2026-01-01'; },
    (file) => { file.assessments = file.assessments.map(({ grounds: _, verdict: _v, ...rest }: Forged) => ({ ...rest, applies: 'expired' })); file.verdict = 'unknown'; },
    // Only what is red or open is said not to bind.
    (file) => { file.assessments = file.assessments.map(({ grounds, verdict, ...rest }: Forged) => (verdict === 'clear' ? { ...rest, verdict, grounds } : { ...rest, applies: 'no' })); file.verdict = 'clear'; },
    // The maker's id is given to a place too, and the place is called as somebody else is.
    (file) => { file.records.push({ ...file.records.find(({ kind }: Forged) => kind === 'facility'), id: 'aero', name: 'Somebody whom everybody knows' }); file.labels.aero = 'Somebody whom everybody knows'; },
  ];
  for (const [at, lie] of lies.entries()) {
    const file = structuredClone(red.file) as Forged;
    lie(file);
    expect((await claimOfFile(file, nodeCrypto)).asOf).toBe('2026-11-22');
    const made = await enter(emptyRegister(mallory), file, { until: '2026-12-22' }, { day: '2026-11-22', now: '2026-11-22T00:00:00Z' }, documentFor(mallory), mallory, nodeCrypto);
    const answer = await verify(made.text, { trust: liar, of: red });
    expect(answer.lines.filter(({ question, outcome }) => question === 'grounds' && outcome === 'refused'), `lie ${at}`).toHaveLength(1);
  }
});

test('who is named in a certificate is whom its grounds speak of: a name left out, or one of a thing of another kind, is not read for him', async () => {
  const { claimOf } = await import('../../src/certify/claim.ts');
  const { file } = await checked('quad-clear');
  const names = (labels: Readonly<Record<string, string>>, ...more: { kind: string; id: string; name: string }[]) => claimOf({ ...file, labels, records: [...more, ...file.records] }, '', file.records.map(() => '')).product;
  const own = { name: 'quadcopter', maker: 'Example Aero (made-up)', partNumbers: ['EX-Q1'] };
  expect(names(file.labels)).toEqual(own);
  expect(names({})).toEqual(own);
  expect(names({ ...file.labels, aero: 'B', quad: 'C' }, { kind: 'facility', id: 'aero', name: 'B' }, { kind: 'facility', id: 'quad', name: 'C' })).toEqual(own);
});

test('a rulebook with the name of what every object has: answered, and not known', async () => {
  const subject = one.bundle.credential.credentialSubject;
  for (const id of ['constructor', '__proto__', 'toString']) {
    const credential = await signedAnew(one.bundle.credential, { credentialSubject: { ...subject, rulebooks: subject.rulebooks.map((own) => ({ ...own, id })) } }, signer);
    expect((await verify({ ...one.bundle, credential }, { trust: { ...trust, rulebooks: {} }, of })).lines.map((line) => `${line.question} ${line.code}`)).toContain('rulebooks not-known');
  }
});

test('leaving out the red parts makes an unknown at most, never a clear', async () => {
  const red = await checked('quad-x');
  const { enter } = await import('../../src/certify/register.ts');
  const { emptyRegister } = await import('./make.ts');
  for (const verdict of ['unknown', 'clear']) {
    const file = { ...structuredClone(red.file), verdict } as Forged;
    file.assessments = file.assessments.filter((assessment: Forged) => assessment.verdict !== 'red' && (verdict === 'unknown' || assessment.verdict !== 'unknown'));
    const made = await enter(emptyRegister(mallory), file, { until: '2026-12-22' }, { day: '2026-11-22', now: '2026-11-22T00:00:00Z' }, documentFor(mallory), mallory, nodeCrypto);
    const answer = await verify(made.text, { trust: trusting(mallory), of: red });
    if (verdict === 'clear') expect(fault(answer)).toBe('grounds disagrees');
    else expect(answer).toMatchObject({ verdict: 'unknown' });
  }
});

test('a checkpoint, an inclusion proof or a status list of another is refused', async () => {
  expect(await refusal(forged((bundle) => { bundle.inclusion = two.bundle.inclusion; }))).toBe('log not-included');
  expect(await refusal(forged((bundle) => { bundle.checkpoint = bundle.checkpoint.replaceAll('nonred/', 'evil/'); }))).toBe('log checkpoint-not-signed');
  const lists = await statusListsOf({ ...one.register, issuer: signer.issuer }, { day: '2026-11-22', now: '2026-11-22T00:00:00Z' }, { ...mallory, issuer: signer.issuer, verificationMethod: signer.verificationMethod }, nodeCrypto);
  expect(await refusal(forged((bundle) => { bundle.statusLists = lists; }))).toBe('status forged');
});

test('bits flipped at random in a bundle, and one in each byte of its checkpoint: every one is refused (npm run tamper flips every bit)', async () => {
  const far = await randomFlips(utf8(tiny.text), 600, 7, (bytes) => verify(bytes, { trust, of: small }));
  expect(far).toEqual({ count: 600, refused: 600, unknown: 0, verified: [] });
  const note = tiny.bundle.checkpoint;
  const near = await flipsAt(utf8(note), Array.from({ length: utf8(note).length }, (_, byte) => byte * 8 + (byte % 8)), (bytes) => verify({ ...tiny.bundle, checkpoint: new TextDecoder().decode(bytes) }, { trust, of: small }));
  expect(near).toEqual({ count: utf8(note).length, refused: utf8(note).length, unknown: 0, verified: [] });
  // Whose list it is cannot be flipped either: a list that its issuer did not sign is refused, not put aside.
  const [list, other] = tiny.bundle.statusLists;
  const text = utf8(`${canonical(list)}\n`);
  const at = new TextDecoder().decode(text).indexOf('"issuer"');
  const flipped = await flipsAt(text, Array.from({ length: 90 }, (_, byte) => (at + byte) * 8 + (byte % 7)), async (bytes) => {
    const read = readStatusList(bytes);
    return 'fault' in read ? { outcome: 'refused' } : verify({ ...tiny.bundle, statusLists: [other!] }, { trust, of: small, statusLists: [read.list] });
  });
  expect(flipped).toEqual({ count: 90, refused: 90, unknown: 0, verified: [] });
}, 120_000);

test('a trust file that names its issuer twice is none: the key that one entry calls lost must not be taken from the other', () => {
  const [issuer] = trust.issuers;
  const key = issuer!.id.slice('did:key:'.length);
  const lost = { ...issuer!, keys: [{ key, compromised: '2026-01-01' }] };
  const read = (issuers: readonly unknown[]): unknown => readTrust(JSON.stringify({ version: 1, issuers }), 'trust.json');
  expect(read([lost])).toMatchObject({ trust: { issuers: [lost] } });
  for (const both of [[issuer, lost], [lost, issuer]]) expect(read(both)).toEqual({ fault: '/issuers/1/id' });
});
