/**
 * `npm run bench -- certify`: 10,000 certificates verified, 1 % of them tampered with and all of those refused, three ways in one run:
 * JSON-LD and RDFC-1.0 with a signature each (as wallets do), RFC 8785 with a signature each, and as one batch of serial numbers under one
 * signature. CPU time of this process, since the machine may be shared; the ratios are what counts. `--quick` does 1,000.
 */
import { cpus, loadavg } from 'node:os';
import { canonical } from '../src/base/canonical.ts';
import { CONTEXTS } from '../src/certify/contexts.ts';
import type { Certificate } from '../src/certify/credential.ts';
import { checkItem, checkItems, type Item } from '../src/certify/items.ts';
import { toBase64 } from '../src/certify/multibase.ts';
import { type Canonicalize, checkProof, type Cryptosuite, jcs, type Json, proofOf, secure } from '../src/certify/proof.ts';
import { rdfc } from '../src/certify/rdfc.ts';
import { nodeCrypto } from '../src/host/certify-crypto.ts';
import { checked, issued, signerOf } from '../test/certify/make.ts';
import { random } from '../test/support/random.ts';

const quick = process.argv.includes('--quick');
const COUNT = quick ? 1_000 : 10_000;
const ROUNDS = quick ? 1 : 3; // of the fast ways; the slow one is done once
const signer = signerOf(1);
const dice = random(20261122);
const tampered = new Set(Array.from({ length: COUNT / 100 }, (_, i) => i * 100 + dice.int(100)));
const key = { type: 'Ed25519', bytes: signer.publicKey } as const;

interface Round { readonly seconds: number; readonly verified: number; readonly wrong: number }
async function timed(verify: () => Promise<readonly boolean[]>): Promise<Round> {
  const before = process.cpuUsage();
  const answers = await verify();
  const { user, system } = process.cpuUsage(before);
  return { seconds: (user + system) / 1e6, verified: answers.filter(Boolean).length, wrong: answers.filter((good, i) => good === tampered.has(i)).length };
}

const of = await checked('quad-clear');
const single = await issued(of, signer, { lot: 'LOT-7' });
const { proof: _, ...document } = single.bundle.credential as unknown as Json & { readonly proof: unknown };
async function certificates(suite: Cryptosuite, canonicalize: Canonicalize): Promise<Json[]> {
  const all: Json[] = [];
  for (let i = 0; i < COUNT; i++) {
    const own = { ...document, credentialSubject: { ...(document.credentialSubject as Json), lot: `LOT-${i}` } };
    const secured = await secure(own, { cryptosuite: suite, created: '2026-11-22T08:00:00Z', proofPurpose: 'assertionMethod' }, signer, canonicalize, nodeCrypto);
    const sent = tampered.has(i) ? { ...secured, credentialSubject: { ...own.credentialSubject, lot: `LOT-${i + COUNT}` } } : secured;
    all.push(JSON.parse(canonical(sent))); // as it is read from a file
  }
  return all;
}
async function each(all: readonly Json[], canonicalize: Canonicalize): Promise<boolean[]> {
  const answers: boolean[] = [];
  for (const secured of all) {
    const found = proofOf(secured);
    answers.push(!('fault' in found) && (await checkProof(found.document, found.proof, key, canonicalize, nodeCrypto)) === undefined);
  }
  return answers;
}

const many = await issued(of, signer, { serials: Array.from({ length: COUNT }, (_, i) => `SN-${String(i).padStart(6, '0')}`) });
const { id, credentialSubject: { serials } } = many.bundle.credential;
/** In turn: another serial number, another place, another hash somewhere on the path. */
const items = many.items.map((item, i): Item => {
  if (!tampered.has(i)) return item;
  if (i % 3 === 0) return { ...item, serial: `${item.serial}X` };
  if (i % 3 === 1) return { ...item, index: (item.index + 1) % COUNT };
  const at = dice.int(item.path.length);
  return { ...item, path: item.path.map((hash, k) => (k === at ? toBase64(new Uint8Array(32).fill(i & 255)) : hash)) };
});
async function batch(credential: Certificate): Promise<boolean[]> {
  const [signed] = await each([credential as unknown as Json], jcs);
  return signed ? checkItems(id, serials!, items, nodeCrypto) : items.map(() => false);
}

process.stdout.write(`machine: ${cpus().length} x ${cpus()[0]?.model ?? '?'}, Node ${process.version}, load ${loadavg().map((load) => load.toFixed(1)).join(' ')}\n`);
process.stdout.write(`certificates: ${COUNT}, ${JSON.stringify(single.bundle.credential).length} bytes each, ${tampered.size} tampered with; CPU seconds\n`);
const jsonLd = rdfc(CONTEXTS);
const [ld, single_] = [await certificates('eddsa-rdfc-2022', jsonLd), await certificates('eddsa-jcs-2022', jcs)];
await each(ld.slice(0, 200), jsonLd); // warm
await each(single_.slice(0, 200), jcs);
const rounds = { rdfc: [await timed(() => each(ld, jsonLd))], each: [] as Round[], batch: [] as Round[] };
for (let round = 0; round < ROUNDS; round++) {
  rounds.each.push(await timed(() => each(single_, jcs)));
  rounds.batch.push(await timed(() => batch(many.bundle.credential)));
}
const alone: boolean[] = [];
for (const item of items) alone.push(await checkItem(id, serials!, item, nodeCrypto));
const same = alone.every((good, i) => good !== tampered.has(i));
const seconds = (all: readonly Round[]): number => [...all].sort((a, b) => a.seconds - b.seconds)[all.length >> 1]!.seconds;
let short = !same;
for (const [name, all] of Object.entries(rounds)) {
  const wrong = all.reduce((sum, round) => sum + round.wrong, 0);
  short ||= wrong > 0;
  process.stdout.write(`${name}: ${all.map((round) => `${round.seconds.toFixed(3)} s`).join(', ')}; ${((seconds(all) / COUNT) * 1e6).toFixed(1)} us each; verified ${all[0]!.verified}, refused ${COUNT - all[0]!.verified}, wrongly judged ${wrong}\n`);
}
process.stdout.write(`the items one by one, without what others have shown: ${same ? 'the same answers' : 'OTHER answers'}\n`);
for (const [what, want, got] of [['certify-each-ratio', 10, seconds(rounds.rdfc) / seconds(rounds.each)], ['certify-batch-ratio', 50, seconds(rounds.rdfc) / seconds(rounds.batch)]] as const) {
  short ||= !(got >= want);
  process.stdout.write(`bar ${what} want >=${want} got ${got.toFixed(1)} ${got >= want ? 'ok' : 'short'}\n`);
}
process.exitCode = short ? 1 : 0;
