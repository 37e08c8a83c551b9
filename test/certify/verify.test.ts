import { beforeAll, expect, test } from 'vitest';
import { canonical } from '../../src/base/canonical.ts';
import { allOf } from '../../src/base/verdict.ts';
import type { Bundle } from '../../src/certify/bundle.ts';
import { mark, type Issued, type Register, statusListsOf } from '../../src/certify/register.ts';
import { statusListId } from '../../src/certify/status.ts';
import { nodeCrypto } from '../../src/host/certify-crypto.ts';
import { claims } from '../../src/report/verification-text.ts';
import { type Checked, checked, DAY, fault, issued, signerOf, trusting, verify } from './make.ts';

const signer = signerOf(1);
const trust = trusting(signer);
let of: Checked;
let one: Issued;
beforeAll(async () => {
  of = await checked('quad-clear');
  one = await issued(of, signer, { lot: 'LOT-7' });
});
const later = (days: number) => new Date(Date.parse(DAY) + days * 86_400_000).toISOString().slice(0, 10);

test('a certificate of today is verified, and says what was checked', async () => {
  const answer = await verify(one.text, { trust, of, lot: 'LOT-7' });
  expect(fault(answer)).toBeUndefined();
  expect(answer).toMatchObject({ outcome: 'verified', verdict: 'clear' });
  const { credentialSubject: said } = answer.certificate!;
  expect(said).toMatchObject({ asOf: DAY, knownAt: DAY, lot: 'LOT-7', madeUp: true, verdict: 'clear', network: of.file.digests.network, grounds: { mode: 'full', count: of.file.grounds.length } });
  expect(said.rulebooks.map(({ id, verdict }) => [id, verdict])).toEqual([['us-ndaa-848', 'clear'], ['tw-non-red', 'clear']]);
  expect(said.honesty).toEqual(of.file.honesty);
});

test('for which purchase it was asked is said, from grounds that are its own', async () => {
  const answer = await verify(one.text, { trust, of, lot: 'LOT-7' });
  expect(answer.asked).toEqual({ act: 'procure-direct', asIfBound: true });
  expect(claims(answer, 'en').join('\n')).toMatch(/for this purchase: act: procure-direct\n.*judged as if it bound this product/);
  expect(claims(answer, 'zh-Hant').join('\n')).toMatch(/所問的採購：行為：直接採購（procure-direct）\n.*各套規則均假定適用/);
  const { grounds: _, ...without } = one.bundle;
  const unsaid = await verify(without as Bundle, { trust, of, lot: 'LOT-7' });
  expect(unsaid.asked).toBeUndefined();
  expect(claims(unsaid, 'en').join('\n')).toContain('in the grounds, which are not here');
});

test('a question or a rulebook of another text than was signed is refused, whatever rests on it', async () => {
  // Nobody can issue such a one either: the issuer's own verifier refuses it first.
  const none = of.file.rulebooks.map(({ id }) => ({ rulebook: id, version: '1', subject: 'all', applies: 'no', notes: [] }));
  const lied = (file: object): Promise<unknown> =>
    issued({ ...of, file: { ...of.file, assessments: none, verdict: allOf([]), grounds: [], ...file } as Checked['file'] }, signer).then(() => 'issued', ({ issues }) => (issues as { params: unknown }[]).map(({ params }) => JSON.stringify(params)).join());
  expect(await lied({ question: { ...(of.file.question as object), act: 'operate-in-contract' } })).toContain('grounds disagrees');
  expect(await lied({ rulebooks: of.file.rulebooks.map((rulebook) => ({ ...rulebook, binds: { en: 'nobody', 'zh-Hant': '無' } })) })).toContain('grounds disagrees');
});

test('without trust in the issuer nothing is verified, however well it is signed', async () => {
  expect(fault(await verify(one.text, { trust: undefined, of }))).toBe('trust no-trust-given');
  expect(await verify(one.text, { trust: trusting(signerOf(2)), of })).toMatchObject({ outcome: 'unknown' });
});

test('a rulebook that the verifier does not know leaves it unknown, and so does one with another text', async () => {
  expect(fault(await verify(one.text, { trust }))).toBe('rulebooks not-known');
  expect(fault(await verify(one.text, { trust, rulebooks: new Map([...of.rulebooks.keys()].map((id) => [id, ['0'.repeat(64)]])) }))).toBe('rulebooks another-text');
});

test('it never outlives the next change, and is over when it says so', async () => {
  const { validUntil, credentialSubject } = one.bundle.credential;
  expect(validUntil.slice(0, 10) <= credentialSubject.nextChange!).toBe(true);
  expect(fault(await verify(one.text, { trust, of, asOf: validUntil.slice(0, 10) }))).toBe('dates expired');
  expect(fault(await verify(one.text, { trust, of, asOf: '2026-11-21' }))).toBe('dates not-yet');
});

test('with the clock moved on it degrades and never stays verified', async () => {
  const outcomes: string[] = [];
  for (let days = 0; days <= 400; days += 15) outcomes.push((await verify(one.text, { trust, of, asOf: later(days) })).outcome);
  expect([...new Set(outcomes)]).toEqual(['verified', 'unknown', 'refused']); // the list grows too old, then the certificate ends
  expect(outcomes.indexOf('unknown')).toBe(2);
});

test('status lists that are missing, too old, of another issuer or without the entry leave it unknown', async () => {
  const without: Bundle = { ...one.bundle, statusLists: [] };
  expect(fault(await verify(without, { trust, of }))).toBe('status unknown');
  expect(fault(await verify(one.text, { trust, of, asOf: later(31) }))).toBe('status unknown');
  expect(fault(await verify(one.text, { trust: { ...trust, statusMaxAgeDays: 3 }, of, asOf: later(4) }))).toBe('status unknown');
  const other = signerOf(2);
  const foreign = await statusListsOf({ ...one.register, issuer: other.issuer }, { day: DAY, now: `${DAY}T09:00:00Z` }, other, nodeCrypto);
  expect(fault(await verify(without, { trust, of, statusLists: foreign }))).toBe('status unknown');
});

test('revoked, suspended and lapsed certificates are refused, and the verifier sees why', async () => {
  const { id } = one.bundle.credential;
  for (const [state, kind, code] of [['revoked', 'revoked', 'revoked'], ['suspended', 'suspended', 'suspended'], ['lapsed', 'lapsed', 'lapsed']] as const) {
    const register = mark(one.register, id, state, { on: '2026-11-30', kind, fault: 'because' });
    const statusLists = await statusListsOf(register, { day: '2026-11-30', now: '2026-11-30T00:00:00Z' }, signer, nodeCrypto);
    const answer = await verify(one.text, { trust, of, asOf: '2026-12-01', statusLists });
    expect(answer.outcome).toBe('refused');
    expect(fault(answer)).toBe(`status ${code}`);
    expect(answer.reason).toMatchObject({ on: '2026-11-30', kind, fault: 'because' });
    // An older list, in which the bit is not set, does not bring it back.
    expect((await verify({ ...one.bundle, statusLists }, { trust, of, asOf: '2026-12-01', statusLists: one.bundle.statusLists })).outcome).toBe('refused');
  }
  expect(statusListId(signer.issuer, 'revocation')).not.toBe(statusListId(signerOf(2).issuer, 'revocation'));
});

test('revoked is for good: a later list in which the bit is not set, be it by an old register put back or dated ahead, does not bring it back', async () => {
  const { id } = one.bundle.credential;
  const at = (register: Register, day: string, now = `${day}T00:00:00Z`) => statusListsOf(register, { day, now }, signer, nodeCrypto);
  const revoked = await at(mark(one.register, id, 'revoked', { on: '2026-11-25', kind: 'revoked' }), '2026-11-25');
  for (const statusLists of [[...(await at(one.register, '2026-11-27')), ...revoked], [...revoked, ...(await at(one.register, '2026-11-27'))]])
    expect(fault(await verify(one.text, { trust, of, asOf: '2026-11-28', statusLists }))).toBe('status revoked');
  // Suspended is not for good, and the list that was signed last counts, whatever day it says.
  const suspended = await at(mark(one.register, id, 'suspended', { on: '2026-11-25', kind: 'suspended' }), '2026-11-25');
  const ahead = await at(one.register, '2026-12-01', '2026-11-24T00:00:00Z');
  expect(fault(await verify(one.text, { trust, of, asOf: '2026-12-02', statusLists: [...suspended, ...ahead] }))).toBe('status suspended');
  expect(fault(await verify(one.text, { trust, of, asOf: '2026-12-02', statusLists: [...suspended, ...(await at(one.register, '2026-12-01'))] }))).toBeUndefined();
  const long = await at(mark(one.register, id, 'revoked', { on: DAY, kind: 'revoked', fault: '鎵😀'.repeat(9_999), clause: '' }), '2026-11-25');
  expect((await verify(one.text, { trust, of, asOf: '2026-11-28', statusLists: long })).reason?.fault).toMatch(/^(?:鎵😀)+鎵?…$/u);
  expect(() => mark(mark(one.register, id, 'revoked'), id, 'suspended')).toThrow(RangeError);
  expect(() => mark(mark(one.register, id, 'lapsed'), id, 'in-force')).toThrow(RangeError);
});

test('a list of a later day says nothing yet, however young it is', async () => {
  const statusLists = await statusListsOf(one.register, { day: '2099-01-01', now: '2099-01-01T00:00:00Z' }, signer, nodeCrypto);
  const ask = (asOf: string, bundle: Bundle) => verify(bundle, { trust: { ...trust, statusMaxAgeDays: 3 }, of, asOf });
  expect(fault(await ask(later(2), { ...one.bundle, statusLists }))).toBe('status unknown');
  expect(fault(await ask(later(2), { ...one.bundle, statusLists: [...one.bundle.statusLists, ...statusLists] }))).toBeUndefined();
  expect(fault(await ask(later(4), { ...one.bundle, statusLists: [...one.bundle.statusLists, ...statusLists] }))).toBe('status unknown');
});

test('two logs of one size are two stories of one issuer: refused, whichever of them is shown', async () => {
  const [a, b] = [await issued(of, signer, { lot: 'A' }), await issued(of, signer, { lot: 'B' })];
  const kept = (note: string) => ({ ...trust, issuers: [{ ...trust.issuers[0]!, checkpoints: [{ note, seen: DAY }] }] });
  expect(fault(await verify(a.text, { trust: kept(a.bundle.checkpoint), of }))).toBeUndefined();
  expect(fault(await verify(a.text, { trust: kept(b.bundle.checkpoint), of }))).toBe('log two-logs');
  expect(fault(await verify(b.text, { trust, of, checkpoints: [a.bundle.checkpoint] }))).toBe('log two-logs');
  const apart = await issued(of, signer, { lot: 'B' }, { nonred: 'register/1', issuer: signer.issuer, log: '0123456789abcdef', name: 'x', entries: [] });
  expect(fault(await verify(apart.text, { trust: kept(a.bundle.checkpoint), of }))).toBeUndefined(); // another register of the same key
  const others = await issued(of, signerOf(2), { lot: 'B' });
  expect(fault(await verify(a.text, { trust: kept(others.bundle.checkpoint), of, checkpoints: [others.bundle.checkpoint, 'no checkpoint'] }))).toBeUndefined();
});

test('a did:web issuer counts with the document that was pinned, and with keys of their time', async () => {
  const issuer = 'did:web:aero.example';
  const own = { ...signer, issuer, verificationMethod: `${issuer}#${signer.issuer.slice('did:key:'.length)}` };
  const key = signer.issuer.slice('did:key:'.length);
  const method = { id: own.verificationMethod, type: 'Multikey' as const, controller: issuer, publicKeyMultibase: key };
  const document = { '@context': ['https://www.w3.org/ns/did/v1'], id: issuer, verificationMethod: [method], assertionMethod: [method.id], authentication: [method.id] };
  const { certify } = await import('../../src/engine/certify.ts');
  const { sha256 } = await import('../../src/host/crypto.ts');
  const made = await certify({ result: of.result, file: of.file, records: of.records, register: { ...one.register, issuer, entries: [] }, document, today: { day: DAY, now: `${DAY}T08:00:00Z` }, acceptUnverified: true }, own, nodeCrypto, sha256);
  const pinned = sha256(canonical(document));
  const with_ = (issuers: object) => ({ version: 1 as const, issuers: [{ id: issuer, name: 'Aero', ...issuers }] });
  expect(fault(await verify(made.text, { trust: with_({}), of }))).toBe('trust document-not-pinned');
  expect(fault(await verify(made.text, { trust: with_({ documents: [pinned] }), of }))).toBeUndefined();
  expect(fault(await verify(made.text, { trust: with_({ documents: [pinned], keys: [{ key: 'z6MkkeyOfAnother' }] }), of }))).toBe('trust key-not-trusted');
  expect(fault(await verify(made.text, { trust: with_({ documents: [pinned], keys: [{ key, to: DAY }] }), of }))).toBe('trust key-not-in-use');
  expect(fault(await verify(made.text, { trust: with_({ documents: [pinned], keys: [{ key, to: '2026-11-23' }] }), of }))).toBeUndefined();
  // A lost key: what it signed afterwards is refused, and before only what was seen in the log.
  expect(fault(await verify(made.text, { trust: with_({ documents: [pinned], keys: [{ key, compromised: '2026-11-20' }] }), of }))).toBe('trust key-compromised');
  expect(fault(await verify(made.text, { trust: with_({ documents: [pinned], keys: [{ key, compromised: '2026-12-20' }] }), of }))).toBe('trust not-logged-before');
  const seen = { checkpoints: [{ note: made.bundle.checkpoint, seen: '2026-11-25' }] };
  const logged = await verify(made.text, { trust: with_({ documents: [pinned], keys: [{ key, compromised: '2026-12-20' }], ...seen }), of });
  expect(logged.lines.find(({ question }) => question === 'trust')).toMatchObject({ outcome: 'passed', code: 'logged-before' });
  // That it is not revoked is told by a list, which whoever has the key could have signed.
  expect(fault(logged)).toBe('status unknown');
  expect(fault(await verify(made.text, { trust: with_({ documents: [pinned], keys: [{ key, compromised: '2026-11-25' }], ...seen }), of }))).toBe('trust not-logged-before');
});

test('serial numbers: each has its proof, and a stranger among them has none', async () => {
  const many = await issued(of, signer, { serials: Array.from({ length: 11 }, (_, i) => `SN-${i}`) });
  for (const item of many.items) expect(fault(await verify({ ...many.bundle, item }, { trust, of, lot: item.serial }))).toBeUndefined();
  const [first, second] = many.items;
  expect(fault(await verify({ ...many.bundle, item: { ...first!, serial: 'SN-99' } }, { trust, of }))).toBe('about serial-not-in-certificate');
  expect(fault(await verify({ ...many.bundle, item: { ...first!, index: 1 } }, { trust, of }))).toBe('about serial-not-in-certificate');
  expect(fault(await verify({ ...many.bundle, item: first! }, { trust, of, lot: second!.serial }))).toBe('about another-lot');
  expect(fault(await verify(many.text, { trust, of, lot: 'SN-3' }))).toBe('about serial-without-proof');
  expect(fault(await verify({ ...one.bundle, item: first! }, { trust, of }))).toBe('about serial-not-in-certificate');
});

test('a certificate that somebody requires for another rulebook is not enough', async () => {
  expect(fault(await verify(one.text, { trust: { ...trust, requires: ['eu-cra'] }, of }))).toBe('requires no-verdict');
  expect(fault(await verify(one.text, { trust: { ...trust, requires: ['us-ndaa-848'] }, of }))).toBeUndefined();
});
