/** Bundles built to deceive: by a stranger who has everything but the key, and by an issuer who has the key and bends what it signs. */
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { canonical } from '../../src/base/canonical.ts';
import type { Bundle } from '../../src/certify/bundle.ts';
import { utf8 } from '../../src/certify/crypto.ts';
import type { Json } from '../../src/certify/proof.ts';
import { jcs, secure } from '../../src/certify/proof.ts';
import { checkpointOf, type Issued, treeOfRegister } from '../../src/certify/register.ts';
import { signCheckpoint } from '../../src/certify/note.ts';
import type { StatusList } from '../../src/certify/status.ts';
import type { TrustedKey } from '../../src/certify/trust.ts';
import { rootOf } from '../../src/certify/tree.ts';
import { logOrigin } from '../../src/certify/verify.ts';
import { nodeCrypto } from '../../src/host/certify-crypto.ts';
import { type Checked, checked, DAY, fault, issued, signedAnew, signerOf, trusting, verify } from './make.ts';

const signer = signerOf(1);
const mallory = signerOf(6);
const trust = trusting(signer);
let of: Checked;
let first: Issued;
let one: Issued;
beforeAll(async () => {
  of = await checked('recycled-magnet');
  first = await issued(of, signer, { lot: 'LOT-1' });
  one = await issued(of, signer, { lot: 'LOT-7' }, first.register);
});
const told = async (change: Partial<Record<keyof Bundle, unknown>>, asOf = DAY): Promise<string | undefined> => {
  const answer = await verify({ ...one.bundle, ...change } as Bundle, { trust, of, asOf });
  return `${answer.outcome} ${fault(answer)} ${answer.lines.find(({ outcome }) => outcome !== 'passed')?.params.why ?? ''}`.trim();
};
const codes = async (bundle: Bundle) => (await verify(bundle, { trust, of })).lines.filter(({ outcome }) => outcome === 'refused').map(({ question, code }) => `${question} ${code}`);

describe('the log', () => {
  test('checkpoint of another log: another issuer\'s, this issuer\'s under another name, an earlier one without this certificate', async () => {
    const tree = await treeOfRegister(one.register, nodeCrypto);
    expect(await told({ checkpoint: await checkpointOf({ ...one.register, issuer: mallory.issuer }, tree, mallory, nodeCrypto) })).toBe('refused log checkpoint-not-signed');
    const elsewhere = await signCheckpoint({ origin: 'nonred/did:key:zElsewhere', size: tree.size, root: await rootOf(tree, nodeCrypto) }, signer.publicKey, signer.sign, nodeCrypto);
    expect(await told({ checkpoint: elsewhere })).toBe('refused log another-log');
    expect(await told({ checkpoint: first.bundle.checkpoint })).toBe('refused log not-included');
    const wrong = await signCheckpoint({ origin: logOrigin(signer.issuer), size: tree.size, root: new Uint8Array(32) }, signer.publicKey, signer.sign, nodeCrypto);
    expect(await told({ checkpoint: wrong })).toBe('refused log not-included');
  });

  test('inclusion proof of another leaf, of another place, longer, shorter, of hashes that are none', async () => {
    const { index, path } = one.bundle.inclusion;
    for (const inclusion of [first.bundle.inclusion, { index: 0, path }, { index: index + 2, path }, { index, path: [] }, { index, path: [...path, path[0]!] }]) expect(await told({ inclusion })).toBe('refused log not-included');
    for (const inclusion of [{ index: -1, path }, { index, path: ['AA=='] }, { index: 1.5, path }, { index }]) expect(await told({ inclusion })).toBe('refused form not-a-bundle');
  });
});

describe('status lists', () => {
  const listWith = async (subject: Json, more: Json = {}): Promise<StatusList[]> => {
    const { proof: _, ...list } = one.bundle.statusLists[0]!;
    const changed = { ...list, ...more, credentialSubject: { ...list.credentialSubject, ...subject } };
    return [(await secure(changed, { cryptosuite: 'eddsa-jcs-2022', created: `${DAY}T09:00:00Z`, proofPurpose: 'assertionMethod' }, signer, jcs, nodeCrypto)) as unknown as StatusList, one.bundle.statusLists[1]!];
  };

  test('of another purpose, with another name, left out, both the same: unknown, and never current', async () => {
    expect(await told({ statusLists: await listWith({ statusPurpose: 'suspension' }) })).toBe('unknown status unknown not-this-list');
    expect(await told({ statusLists: await listWith({}, { id: 'urn:nonred:status:other' }) })).toBe('unknown status unknown missing');
    expect(await told({ statusLists: [one.bundle.statusLists[1]] })).toBe('unknown status unknown missing');
    expect(await told({ statusLists: [one.bundle.statusLists[0], one.bundle.statusLists[0]] })).toBe('unknown status unknown missing');
    expect(await told({ statusLists: first.bundle.statusLists.map((list) => ({ ...list, validUntil: '2099-01-01T00:00:00Z' })) })).toBe('refused status forged');
  });

  test('more lists than an issuer has: no bundle, since each of them would be inflated', async () => {
    expect(await told({ statusLists: Array.from({ length: 17 }, () => one.bundle.statusLists[0]) })).toBe('refused form not-a-bundle');
  });

  test('an index out of range, none, or a purpose that is not asked for: unknown', async () => {
    for (const [index, why] of [['131072', 'no-such-entry'], ['999999999999', 'no-such-entry'], ['-1', 'malformed'], ['1e0', 'malformed'], ['01', 'malformed']] as const) {
      const credentialStatus = one.bundle.credential.credentialStatus.map((entry) => ({ ...entry, statusListIndex: index }));
      const answer = await verify({ ...one.bundle, credential: await signedAnew(one.bundle.credential, { credentialStatus }, signer) }, { trust, of });
      expect(answer.lines.filter(({ question }) => question === 'status').map(({ outcome, params }) => `${outcome} ${params.why}`)).toEqual([`unknown ${why}`, `unknown ${why}`]);
      expect(answer.outcome).not.toBe('verified');
    }
    const [revocation] = one.bundle.credential.credentialStatus;
    for (const credentialStatus of [[revocation], [revocation, revocation]]) {
      const answer = await verify({ ...one.bundle, credential: await signedAnew(one.bundle.credential, { credentialStatus }, signer) }, { trust, of });
      expect(answer.lines.some(({ question, outcome }) => question === 'status' && outcome === 'unknown')).toBe(true);
    }
  });

  test('gzip bomb: a list that inflates without end, to nothing, to too few bits, or is no gzip: unknown within a second', async () => {
    const bomb = gzipSync(Buffer.concat([gzipSync(Buffer.alloc(1 << 20))]), { level: 9 });
    const large = gzipSync(Buffer.alloc(128 << 20), { level: 1 }); // 128 MiB of zeros: stopped at 16 MiB
    const start = process.cpuUsage();
    for (const packed of [large, bomb, gzipSync(Buffer.alloc(0)), gzipSync(Buffer.alloc(16_383)), Buffer.from('no gzip'), Buffer.concat([gzipSync(Buffer.alloc(16_384)), Buffer.alloc(1 << 20)])]) {
      const encodedList = `u${packed.toString('base64url')}`;
      expect(await told({ statusLists: await listWith({ encodedList }) })).toMatch(/^(unknown status unknown malformed|refused form not-a-bundle)$/);
    }
    expect(process.cpuUsage(start).user / 1e6).toBeLessThan(3);
  }, 30_000);
});

describe('dates', () => {
  test('good beyond the next change, from before the day that was asked about, or with another next change: refused', async () => {
    const aging = await issued(await checked('quad-clear'), signer);
    const { credentialSubject } = aging.bundle.credential;
    const lie = async (change: Json) => codes({ ...aging.bundle, credential: await signedAnew(aging.bundle.credential, change, signer) });
    const nextChange = credentialSubject.nextChange!;
    expect(await lie({ validUntil: `${String(Number(nextChange.slice(0, 4)) + 1)}-01-01T00:00:00Z` })).toContain('dates outlives-change');
    expect(await lie({ validFrom: '2020-01-01T00:00:00Z' })).toContain('dates before-asked');
    expect(await lie({ validUntil: '2030-01-01T00:00:00Z', credentialSubject: { ...credentialSubject, nextChange: '2031-01-01' } })).toContain('grounds says-more');
    expect(await lie({ validUntil: '2019-01-01T00:00:00Z' })).toContain('dates expired');
    // Without an age limit in the claim its grounds still say when they change.
    const { nextChange: _, ...without } = credentialSubject;
    expect(await lie({ validUntil: '2030-01-01T00:00:00Z', credentialSubject: without })).toContain('grounds says-more');
  });
});

describe('keys', () => {
  const key = signer.issuer.slice('did:key:'.length);
  const with_ = (keys: readonly TrustedKey[], more = {}) => ({ ...trust, issuers: [{ ...trust.issuers[0]!, keys, ...more }] });
  const asked = async (keys: readonly TrustedKey[], more = {}) => fault(await verify(one.text, { trust: with_(keys, more), of }));

  test('key compromised before the signing date: refused; after it: only what was seen in the log before', async () => {
    expect(await asked([{ key, compromised: DAY }])).toBe('trust key-compromised');
    expect(await asked([{ key, compromised: '2026-11-23' }])).toBe('trust not-logged-before');
    const checkpoints = [{ note: one.bundle.checkpoint, seen: DAY }];
    expect(await asked([{ key, compromised: '2026-11-23' }], { checkpoints })).toBe('status unknown'); // it was signed before; the list, nobody knows
    expect(await asked([{ key, compromised: '2026-11-23' }], { checkpoints: [{ note: first.bundle.checkpoint, seen: DAY }] })).toBe('trust not-logged-before'); // that one was seen, this was not
    expect(await asked([{ key, compromised: '2026-11-23' }], { checkpoints: [{ note: one.bundle.checkpoint, seen: '2026-11-23' }] })).toBe('trust not-logged-before');
  });

  test('gaps in a key\'s history: between its times it signs nothing; taken up again, it does; one compromise counts for all its times', async () => {
    expect(await asked([{ key, to: '2026-06-01' }, { key, from: '2027-01-01' }])).toBe('trust key-not-in-use');
    expect(await asked([{ key, to: '2026-06-01' }, { key, from: '2026-11-01', to: '2026-12-01' }])).toBeUndefined();
    expect(await asked([{ key, to: '2026-06-01', compromised: '2026-06-01' }, { key, from: '2026-11-01' }])).toBe('trust key-compromised');
    expect(await asked([{ key, from: DAY, to: DAY }])).toBe('trust key-not-in-use');
    expect(await asked([{ key: mallory.issuer.slice('did:key:'.length) }])).toBe('trust key-not-trusted');
  });
});

test('files that are no bundle, however they are spelled: refused as such, and quickly', async () => {
  const texts = ['', '{}', '[]', 'null', '"x"', '1e999', '['.repeat(100_000), `{"a":${'['.repeat(3000)}${']'.repeat(3000)}}`, '{"__proto__":{"nonred":"bundle/1"}}', one.text.replace('{"', '{"__proto__":{},"'), one.text.replace('LOT-7', 'LOT-\\ud800'),
    one.text.replace('"nonred":"bundle/1"', '"nonred":"bundle/2"'), `${one.text}${one.text}`, one.text.slice(0, -200), one.text.replace('"index":1', '"index":1.0'), one.text.normalize('NFD').replace('magnet', 'm\u0061\u0301gnet')];
  for (const text of texts) {
    const answer = await verify(text, { trust, of });
    expect(answer.outcome).toBe('refused');
    expect(answer.lines[0]!.outcome === 'refused' || answer.lines.some(({ question, outcome }) => question === 'signature' && outcome === 'refused')).toBe(true);
  }
  expect((await verify(utf8(one.text).map((byte, i) => (i === 100 ? 0xff : byte)), { trust, of })).lines[0]).toMatchObject({ outcome: 'refused', code: 'not-utf8' });
  expect(Object.prototype).not.toHaveProperty('nonred');
  expect(canonical(JSON.parse(one.text))).toBe(one.text.trimEnd());
});
