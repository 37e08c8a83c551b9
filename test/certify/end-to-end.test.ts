/** One certificate's life: checked, signed, verified elsewhere, a fact changes, it lapses, and the verifier is told why. */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Io } from '../../src/cli/io.ts';
import { run } from '../../src/cli/program.ts';
import { canonical } from '../../src/base/canonical.ts';
import { jcs, secure } from '../../src/certify/proof.ts';
import { nodeCrypto } from '../../src/host/certify-crypto.ts';
import { sha256 } from '../../src/host/crypto.ts';
import { root } from '../house/sources.ts';
import { signerOf } from './make.ts';

let folder = '';
let key = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nonred-certify-'));
  key = join(folder, 'issuer.key');
  expect((await nonred('2026-11-22', 'certify', '--new-key', key)).status).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true }));

async function nonred(today: string, ...args: string[]): Promise<{ status: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  const io: Io = { out: (text) => void (out += text), err: (text) => void (err += text), env: { LANG: 'en_US.UTF-8', NONRED_PASSPHRASE: 'correct horse' }, today: () => today, version: '0.1.0' };
  const status = await run(args, io);
  return { status, out, err };
}
function workspace(name: string, example: string): string {
  const dir = join(folder, name);
  cpSync(join(root, 'examples', example), dir, { recursive: true, filter: (path) => !/[\\/](out|issued)$/.test(path) });
  return dir;
}
const bundleOf = (dir: string) => join(dir, 'issued', readdirSync(join(dir, 'issued')).find((name) => name.endsWith('.bundle.json'))!);
const edit = (path: string, from: string, to: string) => {
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
};

/** quad-clear, asked as well whether a company on a list holds half of a maker: so that it rests on a list, which has editions. */
function quadClearWithList(): string {
  const maker = workspace('maker', 'quad-clear');
  for (const file of ['listings.csv', 'rulebooks']) cpSync(join(root, 'examples/quad-x', file), join(maker, file), { recursive: true });
  edit(join(maker, 'nonred.yaml'), 'rulebooks: [us-ndaa-848, tw-non-red]', 'rulebooks: [us-ndaa-848, tw-non-red, half-owned-example]');
  const [head = '', ...rows] = readFileSync(join(maker, 'completeness.csv'), 'utf8').trimEnd().split('\n');
  writeFileSync(join(maker, 'completeness.csv'), [`${head},validFrom`, ...rows.map((row) => `${row},`), 'entries,example-list,complete,as listed here (1),2026-10-01', ''].join('\n'));
  return maker;
}

test('check quad-clear, certify, verify in another folder offline; a new list edition with the same outcome re-affirms; one stake changes: lapsed, and why', async () => {
  const maker = quadClearWithList();
  expect((await nonred('2026-11-22', 'check', maker)).status).toBe(0);
  expect((await nonred('2026-11-22', 'certify', maker, '--key', key)).err).toContain('certify/unverified');
  const signed = await nonred('2026-11-22', 'certify', maker, '--key', key, '--accept-unverified', '--lot', 'LOT-7');
  expect(signed.status).toBe(0);

  // The buyer has the bundle and, by another way, the trust file: nothing else.
  const buyer = join(folder, 'buyer');
  mkdirSync(buyer);
  const [bundle, trust, list] = [join(buyer, 'certificate.json'), join(buyer, 'trust.json'), join(buyer, 'status.json')];
  cpSync(bundleOf(maker), bundle);
  const { issuers } = JSON.parse(readFileSync(join(maker, 'issued', 'trust.json'), 'utf8')) as { issuers: unknown };
  writeFileSync(trust, JSON.stringify({ version: 1, issuers, rulebooks: { 'half-owned-example': [rulebookDigest(bundle, 'half-owned-example')] } }));
  const verify = (today: string, ...more: string[]) => nonred(today, 'verify', bundle, '--trust', trust, ...more);
  const good = await verify('2026-11-25', '--lot', 'LOT-7');
  expect(good.out).toContain('verified: clear');
  expect(good.status).toBe(0);
  expect((await verify('2026-11-25', '--lot', 'LOT-8')).status).toBe(1);
  expect((await nonred('2026-11-25', 'verify', bundle)).status).toBe(4);

  // Nothing changed: in force, and a fresh list.
  expect((await nonred('2026-11-26', 'lapse', maker, '--key', key)).out).toMatch(/quadcopter \([0-9a-f]{32}\): in force/);

  // A new edition of the list, and nobody on it who was not: checked again and re-affirmed.
  writeFileSync(join(maker, 'completeness.csv'), `${readFileSync(join(maker, 'completeness.csv'), 'utf8')}entries,example-list,complete,as listed here (1),2026-11-20\n`);
  const again = await nonred('2026-11-28', 'lapse', maker, '--key', key);
  expect(again.out).toMatch(/quadcopter \([0-9a-f]{32}\): re-affirmed/);
  expect(again.status).toBe(0);
  cpSync(join(maker, 'issued', 'status-revocation.json'), list);
  const affirmed = await verify('2026-11-29', '--status', list);
  expect(affirmed.out.replace(/\s+/g, ' ')).toContain('checked again on 2026-11-28 and re-affirmed');
  expect(affirmed.status).toBe(0);

  // One stake of one owner: exactly this certificate lapses, and the record is named.
  edit(join(maker, 'ownerships.csv'), 'aero-in-avionics,aero,avionics,equity,40 %,40 %', 'aero-in-avionics,aero,avionics,equity,30 %,30 %');
  const lapsed = await nonred('2026-12-01', 'lapse', maker, '--key', key);
  expect(lapsed.status).toBe(2);
  expect(lapsed.out).toMatch(/quadcopter \([0-9a-f]{32}\): lapsed; .*changed: ownership aero-in-avionics/);
  cpSync(join(maker, 'issued', 'status-revocation.json'), list);
  const told = await verify('2026-12-02', '--status', list);
  expect(told.status).toBe(1);
  expect(told.out.replace(/\s+/g, ' ')).toMatch(/lapsed on 2026-12-01: .* no longer holds .*ownership aero-in-avionics/);
  expect(told.out).toContain('refused: do not rely on it');
  // The old list alone says nothing of that, and for no longer than it is fresh.
  expect((await verify('2026-12-25')).status).toBe(4);
});

test('a red certificate is re-affirmed by a new edition too', async () => {
  const maker = workspace('screened', 'quad-x');
  const signed = await nonred('2026-11-22', 'certify', maker, '--key', key, '--accept-unverified');
  expect(signed.status).toBe(2);
  const bundle = bundleOf(maker);
  const pins = JSON.parse(readFileSync(bundle, 'utf8')).credential.credentialSubject.dependsOn.lists;
  expect(pins).toHaveLength(1);
  const listing = readFileSync(join(maker, 'completeness.csv'), 'utf8').split('\n').find((line) => line.startsWith('entries,'))!;
  expect(listing).toContain('2026-10');
  const edition = listing.replace(/2026-10-\d\d/, '2026-11-20');
  writeFileSync(join(maker, 'completeness.csv'), `${readFileSync(join(maker, 'completeness.csv'), 'utf8').trimEnd()}\n${edition}\n`);
  const told = await nonred('2026-11-24', 'lapse', maker, '--key', key);
  expect(told.err).not.toContain('refused');
  expect(told.out).toMatch(/re-affirmed/);
  expect(told.status).toBe(0);
  const own = { version: 1, issuers: JSON.parse(readFileSync(join(maker, 'issued', 'trust.json'), 'utf8')).issuers, rulebooks: { 'half-owned-example': [rulebookDigest(bundle, 'half-owned-example')] } };
  const trust = join(folder, 'trust-screened.json');
  writeFileSync(trust, JSON.stringify(own));
  const good = await nonred('2026-11-25', 'verify', bundle, '--trust', trust, '--status', join(maker, 'issued', 'status-revocation.json'));
  expect(good.out.replace(/\s+/g, ' ')).toContain('checked again on 2026-11-24 and re-affirmed');
  expect(good.status).toBe(2);
});
const rulebookDigest = (bundle: string, id: string): string =>
  JSON.parse(readFileSync(bundle, 'utf8')).credential.credentialSubject.rulebooks.find((one: { id: string }) => one.id === id)?.digest ?? '0'.repeat(64);

test('exactly the certificates that no longer hold lapse', async () => {
  const maker = workspace('two', 'quad-clear');
  expect((await nonred('2026-11-22', 'certify', maker, '--key', key, '--accept-unverified', '--rules', 'us-ndaa-848')).status).toBe(0);
  expect((await nonred('2026-11-22', 'certify', maker, '--key', key, '--accept-unverified', '--rules', 'tw-non-red')).status).toBe(0);
  // Section 848 does not ask who owns a maker; the tender terms do.
  edit(join(maker, 'ownerships.csv'), 'p-power-in-power,p-power,power,equity,100 %,100 %', 'p-power-in-power,p-power,power,equity,90 %,90 %');
  const told = (await nonred('2026-11-24', 'lapse', maker, '--key', key)).out.split('\n');
  expect(told[0]).toContain('in force');
  expect(told[1]).toContain('lapsed');
});

test('revoked and suspended by hand; resumed; the log is one', async () => {
  const maker = workspace('hand', 'quad-clear');
  await nonred('2026-11-22', 'certify', maker, '--key', key, '--accept-unverified', '--rules', 'us-ndaa-848');
  const bundle = bundleOf(maker);
  const id = bundle.split(/[\\/]/).at(-1)!.slice(0, 8);
  const [trust, revocation, suspension] = ['trust', 'status-revocation', 'status-suspension'].map((name) => join(maker, 'issued', `${name}.json`));
  const verify = async () => (await nonred('2026-11-24', 'verify', bundle, '--trust', trust!, '--status', revocation!, '--status', suspension!)).status;
  expect(await verify()).toBe(0);
  await nonred('2026-11-23', 'lapse', maker, '--key', key, '--suspend', id, '--because', 'an audit is under way');
  expect(await verify()).toBe(1);
  await nonred('2026-11-23', 'lapse', maker, '--key', key, '--resume', id);
  expect(await verify()).toBe(0);
  await nonred('2026-11-23', 'lapse', maker, '--key', key, '--revoke', id, '--because', 'signed by mistake');
  expect(await verify()).toBe(1);
  expect((await nonred('2026-11-23', 'lapse', maker, '--key', key, '--revoke', 'ffffffff')).err).toContain('certify/no-such-certificate');
  // What a verifier would not read is not signed, and the register stays one.
  for (const text of ['', ' ', 'x'.repeat(20_000)]) expect((await nonred('2026-11-23', 'lapse', maker, '--key', key, '--revoke', id, '--because', text)).err).toContain('cli/usage');
  for (const option of ['--lot', '--name']) expect((await nonred('2026-11-23', 'certify', maker, '--key', key, '--accept-unverified', option, '')).err).toContain('cli/usage');
  expect(await verify()).toBe(1);
  // For good: neither suspended, which would take the revocation off, nor resumed.
  for (const option of ['--suspend', '--resume']) expect((await nonred('2026-11-23', 'lapse', maker, '--key', key, option, id)).err).toContain('certify/final');
  expect(await verify()).toBe(1);
});

test('the register is the one that was signed from last: an older one put back, or none beside what was issued, signs nothing', async () => {
  const maker = workspace('put-back', 'quad-clear');
  const certify = () => nonred('2026-11-22', 'certify', maker, '--key', key, '--accept-unverified', '--rules', 'us-ndaa-848');
  const lapse = (...more: string[]) => nonred('2026-11-23', 'lapse', maker, '--key', key, ...more);
  const path = (name: string) => join(maker, 'issued', name);
  expect((await certify()).status).toBe(0);
  const id = bundleOf(maker).split(/[\\/]/).at(-1)!.slice(0, 8);
  const registers = [readFileSync(path('register.json'))];
  const lists = readFileSync(path('status-revocation.json'));
  await lapse('--revoke', id);
  registers.push(readFileSync(path('register.json')));
  expect((await certify()).status).toBe(0);
  const whole = readFileSync(path('register.json'));
  for (const older of registers) {
    writeFileSync(path('register.json'), older);
    for (const answer of [await lapse(), await certify()]) expect(answer.err).toContain('certify/older-register');
  }
  // Without the bundle that it lacks, the checkpoint tells; without both, the revocation; and none at all is not the first.
  const bundles = readdirSync(join(maker, 'issued')).filter((name) => name.endsWith('.bundle.json'));
  const second = bundles.find((name) => !name.startsWith(id))!;
  const kept = readFileSync(path(second));
  rmSync(path(second));
  expect((await lapse()).err).toContain('checkpoint.txt');
  writeFileSync(path('register.json'), registers[0]!);
  rmSync(path('checkpoint.txt'));
  expect((await lapse()).err).toContain('status-revocation.json');
  rmSync(path('register.json'));
  expect((await certify()).err).toContain('certify/older-register');
  // An interrupted run leaves files that are older than the register: they are written again.
  writeFileSync(path('register.json'), whole);
  writeFileSync(path('status-revocation.json'), lists);
  expect((await lapse()).err).toContain('certify/no-bundle');
  writeFileSync(path(second), readFileSync(path(bundles.find((name) => name.startsWith(id))!)));
  expect((await lapse()).err).toContain('certify/no-bundle');
  writeFileSync(path(second), kept);
  expect((await lapse()).out).toMatch(/revoked\n.*in force\n/);
});

test('the trust file keeps what stands in it: an earlier key of a did:web, and that it was lost', async () => {
  const maker = workspace('web', 'quad-clear');
  const second = join(folder, 'second.key');
  const certify = (own: string) => nonred('2026-11-22', 'certify', maker, '--key', own, '--issuer', 'did:web:aero.example', '--accept-unverified', '--rules', 'us-ndaa-848');
  expect((await nonred('2026-11-22', 'certify', '--new-key', second)).status).toBe(0);
  const path = join(maker, 'issued', 'trust.json');
  const trust = () => JSON.parse(readFileSync(path, 'utf8'));
  expect((await certify(key)).status).toBe(0);
  const first = trust();
  first.issuers[0].keys[0].compromised = '2026-11-25';
  writeFileSync(path, JSON.stringify({ ...first, requires: ['us-ndaa-848'] }));
  for (const own of [second, second]) expect((await certify(own)).status).toBe(0);
  const { issuers: [{ documents, keys }], requires } = trust();
  expect([documents.length, keys.length, keys[0], requires]).toEqual([2, 2, first.issuers[0].keys[0], ['us-ndaa-848']]);
  writeFileSync(path, '{');
  expect((await certify(second)).err).toContain('certify/trust');
});

test('one key in two folders: neither says anything of what the other has signed', async () => {
  const makers = ['one', 'other'].map((name) => workspace(name, 'quad-clear'));
  for (const maker of makers) await nonred('2026-11-22', 'certify', maker, '--key', key, '--accept-unverified', '--rules', 'us-ndaa-848', '--lot', maker);
  const [one, other] = makers.map(bundleOf);
  const lists = (maker: string) => ['revocation', 'suspension'].flatMap((purpose) => ['--status', join(maker, 'issued', `status-${purpose}.json`)]);
  const verify = async (...args: string[]) => (await nonred('2026-11-25', 'verify', ...args, '--trust', join(makers[0]!, 'issued', 'trust.json'))).status;
  await nonred('2026-11-23', 'lapse', makers[0]!, '--key', key, '--suspend', one!.split(/[\\/]/).at(-1)!.slice(0, 8));
  await nonred('2026-11-24', 'lapse', makers[1]!, '--key', key);
  expect(await verify(one!, ...lists(makers[0]!), ...lists(makers[1]!))).toBe(1); // the newer list is another one
  expect(await verify(other!, ...lists(makers[0]!), ...lists(makers[1]!))).toBe(0);
  expect((await nonred('2026-11-25', 'verify', one!, other!)).out).not.toContain('two logs');
});

test('several at once wait for each other: each has its own place; what cannot be written is found before it is entered', async () => {
  const maker = workspace('at-once', 'quad-clear');
  const certify = () => nonred('2026-11-22', 'certify', maker, '--key', key, '--accept-unverified', '--rules', 'us-ndaa-848');
  mkdirSync(join(maker, 'issued', 'trust.json'), { recursive: true });
  expect((await certify()).err).toContain('cli/cannot-write');
  expect(readdirSync(join(maker, 'issued'))).toEqual(['trust.json']);
  rmSync(join(maker, 'issued'), { recursive: true });
  for (const { status } of await Promise.all([certify(), certify(), certify()])) expect(status).toBe(0);
  const names = readdirSync(join(maker, 'issued'));
  const places = names.filter((name) => name.endsWith('.bundle.json')).map((name) => JSON.parse(readFileSync(join(maker, 'issued', name), 'utf8')).inclusion.index as number);
  expect(places.sort()).toEqual([0, 1, 2]);
  expect(names).not.toContain('register.lock');
  // Whoever left the lock is gone.
  const gone = spawnSync(process.execPath, ['-e', '0']).pid;
  writeFileSync(join(maker, 'issued', 'register.lock'), `${gone} ${hostname()}\n`);
  expect((await certify()).status).toBe(0);
});

test('status lists are of the day on which they are signed, whatever later day is asked about', async () => {
  const maker = workspace('ahead', 'quad-clear');
  await nonred('2026-11-22', 'certify', maker, '--key', key, '--accept-unverified', '--rules', 'us-ndaa-848');
  await nonred('2026-11-23', 'lapse', maker, '--key', key, '--as-of', '2026-12-20');
  expect(readFileSync(join(maker, 'issued', 'status-revocation.json'), 'utf8')).toContain('"validFrom":"2026-11-23T00:00:00Z"');
});

test('a bare credential, a vc+jwt and UNTP files: a line each, 4 at best, 1 refused, 3 for what is none; a passport beside its conformity credential', async () => {
  const maker = workspace('forms', 'quad-clear');
  expect((await nonred('2026-11-22', 'certify', maker, '--key', key, '--accept-unverified', '--lot', 'LOT-7', '--untp', '--jwt')).status).toBe(0);
  const issued = (ending: string) => join(maker, 'issued', readdirSync(join(maker, 'issued')).find((name) => name.endsWith(ending))!);
  const bare = join(folder, 'bare.json');
  writeFileSync(bare, JSON.stringify(JSON.parse(readFileSync(bundleOf(maker), 'utf8')).credential, null, 2));
  const with_ = ['--trust', issued('trust.json'), '--status', issued('status-revocation.json'), '--status', issued('status-suspension.json')];
  for (const path of [bare, issued('.jwt'), issued('.dcc.json'), issued('.dpp.json'), issued('.dte.json')]) {
    const { status, out } = await nonred('2026-11-25', 'verify', path, ...with_);
    expect(status).toBe(4);
    expect(out.match(/^yes /gm)).toHaveLength(8);
    expect(out.match(/^\?/gm)).toHaveLength(1); // the grounds
    expect((await nonred('2026-11-25', 'verify', path, '--trust', issued('trust.json'))).out).toContain('no status list is here');
    expect((await nonred('2027-11-25', 'verify', path, ...with_)).status).toBe(1);
  }
  expect((await nonred('2026-11-25', 'verify', join(maker, 'nonred.yaml'))).status).toBe(3);
  const together = await nonred('2026-11-25', 'verify', issued('.dpp.json'), issued('.dcc.json'), ...with_);
  expect(together.out.match(/: nothing here attests it; it is the maker's own word$/gm)).toHaveLength(12); // the maker's own conformity credential
  const alone = await nonred('2026-11-25', 'verify', issued('.dpp.json'), '--json', '-', ...with_);
  expect(JSON.parse(alone.out)).toMatchObject({ outcome: 'unknown', kind: 'DigitalProductPassport 0.6.0' });
  const chinese = await nonred('2026-11-25', '--lang', 'zh-Hant', 'verify', issued('.jwt'));
  expect(chinese.out).toContain('單獨一張憑證');
});

test('a did:web that the trust file names without this document attests nothing in the name of somebody who is trusted', async () => {
  const [maker, assessor] = [signerOf(3), { ...signerOf(4), issuer: 'did:web:assessor.example', verificationMethod: 'did:web:assessor.example#k' }];
  const document = { id: assessor.issuer, verificationMethod: [{ id: assessor.verificationMethod, type: 'Multikey', controller: assessor.issuer, publicKeyMultibase: signerOf(4).issuer.slice('did:key:'.length) }], assertionMethod: [assessor.verificationMethod] };
  const seal = (type: string, name: string, credentialSubject: object, by: typeof maker) => secure({ '@context': ['https://www.w3.org/ns/credentials/v2', `https://test.uncefact.org/vocabulary/untp/${name}/0.6.0/`], type: [type, 'VerifiableCredential'], id: `urn:${name}`, issuer: { id: by.issuer, name }, validFrom: '2026-01-01T00:00:00Z', credentialSubject }, { cryptosuite: 'eddsa-jcs-2022', created: '2026-11-01T00:00:00Z', proofPurpose: 'assertionMethod' }, by, jcs, nodeCrypto);
  const assessmentCriteria = [{ id: 'urn:criterion' }];
  const path = (name: string, value: unknown) => {
    writeFileSync(join(folder, name), JSON.stringify(value));
    return join(folder, name);
  };
  const [dpp, dcc, own] = [
    path('dpp.json', await seal('DigitalProductPassport', 'dpp', { type: ['ProductPassport'], product: { id: 'urn:p' }, conformityClaim: [{ id: 'urn:claim', conformance: true, assessmentCriteria }] }, maker)),
    path('dcc.json', await seal('DigitalConformityCredential', 'dcc', { type: ['ConformityAttestation'], assessment: [{ conformance: true, assessedProduct: [{ product: { id: 'urn:p' } }], assessmentCriteria }] }, assessor)),
    path('did.json', document),
  ];
  const told = async (documents: readonly string[]) => (await nonred('2026-11-25', 'verify', dpp, dcc, '--document', own, '--trust', path('assessor.json', { version: 1, issuers: [{ id: assessor.issuer, name: 'Assessor', documents }] }))).out;
  expect(await told([sha256(canonical(document))])).toContain('attested by urn:dcc, whose issuer you trust');
  expect(await told([sha256('another')])).toMatch(/attested by urn:dcc$/m);
});

test('the key file: 0600, a passphrase, and no second chance to overwrite it', async () => {
  expect(statSync(key).mode & 0o777).toBe(0o600);
  expect(readFileSync(key, 'utf8')).not.toMatch(/seed|private/i);
  expect((await nonred('2026-11-22', 'certify', '--new-key', key)).err).toContain('cli/cannot-write');
  const open = join(folder, 'open.key');
  cpSync(key, open);
  chmodSync(open, 0o644);
  const maker = workspace('keys', 'quad-clear');
  expect((await nonred('2026-11-22', 'certify', maker, '--key', open, '--accept-unverified')).err).toContain('key/open-to-others');
  const word = join(folder, 'word.txt');
  writeFileSync(word, 'another horse\n');
  expect((await nonred('2026-11-22', 'certify', maker, '--key', key, '--passphrase-file', word, '--accept-unverified')).err).toContain('key/passphrase');
  expect((await nonred('2026-11-22', 'certify', maker, '--key', join(maker, 'nonred.yaml'), '--accept-unverified')).err).toMatch(/key\/(not-a-key|open-to-others)/);
  expect(readdirSync(maker)).not.toContain('issued');
});
