/** Names hidden and grounds still checkable; one opened alone; pieces from several hands. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Io } from '../../src/cli/io.ts';
import { run } from '../../src/cli/program.ts';
import { compose } from '../../src/certify/compose.ts';
import { hideNames, type Opening, opens } from '../../src/certify/hide.ts';
import { checkHidden } from '../../src/engine/certify.ts';
import { compositionText } from '../../src/report/verification-text.ts';
import { say } from '../../src/text/catalogue.ts';
import { saltWith, sha256 } from '../../src/host/crypto.ts';
import { createKeyFile } from '../../src/host/keys.ts';
import { root } from '../house/sources.ts';
import { checked, issued, signerOf, trusting, verify } from './make.ts';

const keyed = saltWith(new Uint8Array(32).fill(8));
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nonred-hide-'));
  createKeyFile(join(folder, 'a.key'), 'pass');
});
afterAll(() => rmSync(folder, { recursive: true }));
async function nonred(...args: string[]): Promise<{ status: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  const io: Io = { out: (text) => void (out += text), err: (text) => void (err += text), env: { LANG: 'en_US.UTF-8', NONRED_PASSPHRASE: 'pass' }, today: () => '2026-11-22', version: '0.1.0' };
  return { status: await run(args, io), out, err };
}

test.each(['quad-clear', 'quad-x', 'recycled-magnet'])('%s: the same verdicts with names hidden, and no name of a supplier left', async (example) => {
  const of = await checked(example);
  const { result, hidden } = await checkHidden(of.result, of.records, keyed, sha256);
  expect(result.verdict).toBe(of.result.verdict);
  const text = JSON.stringify(result.records);
  const shown = new Set(of.records.flatMap((rec) => (rec.kind === 'product' && rec.id === of.result.question.product ? [rec.name, ...(rec.partNumbers ?? []), rec.maker] : [])));
  const names = of.records.flatMap((rec) => (rec.kind === 'party' && !shown.has(rec.id) ? [rec.id, ...(rec.names ?? []), ...(rec.ids ?? []).map(({ value }) => value)] : rec.kind === 'product' && !shown.has(rec.name) ? [rec.name ?? '', ...(rec.partNumbers ?? [])] : []));
  const roles = new Set(of.records.flatMap((rec) => (rec.kind === 'product' ? (rec.roles ?? []) : []))); // a camera is called camera, and has that role
  expect(names.filter((name) => name.length > 3 && !roles.has(name) && text.includes(`"${name}"`))).toEqual([]);
  expect(names.length).toBeGreaterThan(1);
  // Nor a paper by which he could be told, or what a line is called.
  for (const paper of of.records.flatMap((rec) => (rec.kind === 'evidence' ? (rec.digest ?? []) : []))) expect(text).not.toContain(paper);
  const line = { ...of.records.find((rec) => rec.kind === 'line')!, line: 'motor of Example Drive' } as const;
  expect(JSON.stringify(hideNames([line], new Set(), keyed, sha256).records)).not.toContain('Example Drive');
  expect(hidden.openings.length).toBeGreaterThan(0);
});

test('an opening shows its own name and no other, and cannot be bent', async () => {
  const of = await checked('quad-clear');
  const { hidden: { openings } } = await checkHidden(of.result, of.records, keyed, sha256);
  for (const one of openings) expect(opens(one, sha256)).toBe(true);
  expect(new Set(openings.map(({ salt }) => salt)).size).toBe(openings.length);
  const [a, b] = openings as [Opening, Opening];
  expect(opens({ ...a, name: b.name }, sha256)).toBe(false);
  expect(opens({ ...a, salt: b.salt }, sha256)).toBe(false);
  expect(opens({ ...a, name: a.name.toUpperCase() }, sha256)).toBe(true); // the same name to the checker
});

test('certify --hide-names: verified, opened, in force, and lapsing by the fact', async () => {
  const maker = join(folder, 'maker');
  cpSync(join(root, 'examples/quad-clear'), maker, { recursive: true });
  const certify = () => nonred('certify', maker, '--key', join(folder, 'a.key'), '--accept-unverified', '--hide-names');
  expect((await certify()).err).toContain('certify/no-secret');
  writeFileSync(join(maker, 'nonred.secret'), Buffer.alloc(32, 5));
  expect((await certify()).status).toBe(0);
  const dir = join(maker, 'issued');
  const bundle = join(dir, readdirSync(dir).find((name) => name.endsWith('.bundle.json'))!);
  const openings = JSON.parse(readFileSync(bundle.replace('.bundle.', '.openings.'), 'utf8')) as Opening[];
  expect(readFileSync(bundle, 'utf8')).not.toContain('Example Lens');
  const one = join(folder, 'one.json');
  writeFileSync(one, JSON.stringify(openings.filter(({ name }) => name.includes('Example Lens')).concat({ hidden: openings[0]!.hidden, salt: '0'.repeat(64), name: 'Somebody Else' })));
  const told = await nonred('verify', bundle, '--trust', join(dir, 'trust.json'), '--open', one);
  expect(told.status).toBe(0);
  expect(told.out).toContain('is Example Lens (made-up)');
  expect(told.out).toContain('Somebody Else: not a name that is hidden in this certificate');
  expect(told.out).toContain('names are hidden');
  expect((await nonred('lapse', maker, '--key', join(folder, 'a.key'))).out).toContain('in force');
  const path = join(maker, 'parties.csv');
  writeFileSync(path, readFileSync(path, 'utf8').replace('lens,Example Lens (made-up),company,JP', 'lens,Example Lens (made-up),company,CN'));
  const lapsed = await nonred('lapse', maker, '--key', join(folder, 'a.key'));
  expect(lapsed.status).toBe(2);
  expect(lapsed.out).not.toContain('Example Lens');
});

test('pieces: two rulebooks from two assessors are one answer, and the weakest piece is its strength', async () => {
  const of = await checked('quad-clear');
  const [a, b] = [signerOf(1), signerOf(2)];
  const trust = trusting(a, b);
  const piece = async (signer: typeof a, id: string, lot = 'LOT-7') => {
    const file = { ...of.file, rulebooks: of.file.rulebooks.filter((one) => one.id === id), assessments: of.file.assessments.filter(({ rulebook }) => rulebook === id) };
    const result = { ...of.result, rulebooks: of.result.rulebooks.filter((one) => one.id === id), assessments: of.result.assessments.filter(({ rulebook }) => rulebook === id) };
    const { packResult } = await import('../../src/wire/result.ts');
    const packed = packResult(result, sha256) as unknown as typeof file;
    const { bundle } = await issued({ ...of, result, file: packed }, signer, { lot });
    return { answer: await verify(bundle, { trust, of }), grounds: packed };
  };
  const both = [await piece(a, 'us-ndaa-848'), await piece(b, 'tw-non-red')];
  expect(compose(both)).toMatchObject({ outcome: 'verified', verdict: 'clear', strangers: [], rulebooks: [{ id: 'us-ndaa-848', verdict: 'clear' }, { id: 'tw-non-red', verdict: 'clear' }] });
  expect(compose([both[0]!, await piece(b, 'tw-non-red', 'LOT-8')])).toMatchObject({ outcome: 'unknown', strangers: [1] });
  // Asked for another act: no purchase has both answers. Asked for none in particular, it holds for each.
  const asked = (about: object) => compose([both[0]!, { ...both[1]!, answer: { ...both[1]!.answer, asked: about } }]);
  expect(both[0]!.answer.asked?.act).toBe('procure-direct');
  expect(asked({ act: 'lease' })).toMatchObject({ outcome: 'unknown', otherPurchase: [1] });
  expect(asked({ buyer: 'us-dod' })).toMatchObject({ outcome: 'verified', otherPurchase: [] });
  const untrusted = { ...both[1]!, answer: { ...both[1]!.answer, outcome: 'unknown' as const } };
  expect(compose([both[0]!, untrusted]).outcome).toBe('unknown');
  const refused = { ...both[1]!, answer: { ...both[1]!.answer, outcome: 'refused' as const } };
  expect(compose([both[0]!, refused]).outcome).toBe('refused');
  // A part's maker speaks for the part: shown, and the whole stays as it is.
  const board = structuredClone(both[1]!);
  const subject = board.answer.certificate!.credentialSubject as unknown as { product: { name: string; maker: string; partNumbers: string[] } };
  subject.product = { name: 'flight controller', maker: 'Example Avionics (made-up)', partNumbers: ['EX-FC'] };
  expect(compose([both[0]!, board])).toMatchObject({ outcome: 'verified', parts: [{ part: 'flight controller', verdict: 'clear' }], strangers: [] });
  // But a part's that is refused (revoked, lapsed), or red by a rulebook by which the whole is clear, is something against the whole's records.
  const refusedPart = compose([both[0]!, { ...board, answer: { ...board.answer, outcome: 'refused' as const } }]);
  expect(refusedPart).toMatchObject({ outcome: 'unknown', parts: [{ outcome: 'refused' }] });
  const red = (id: string, asked = board.answer.asked!) => {
    const piece = structuredClone(board);
    const said = piece.answer.certificate!.credentialSubject as unknown as { verdict: string; rulebooks: { id: string; verdict: string }[] };
    said.verdict = 'red';
    said.rulebooks = said.rulebooks.map((one) => ({ ...one, id, verdict: 'red' }));
    return { ...piece, answer: { ...piece.answer, asked } };
  };
  const contrary = compose([both[0]!, red('us-ndaa-848')]);
  expect(contrary).toMatchObject({ outcome: 'unknown', parts: [{ part: 'flight controller', verdict: 'red', against: ['us-ndaa-848'] }] });
  // By a rulebook that the whole was not asked about, and for another purchase, it is not.
  expect(compose([both[0]!, red('tw-non-red')])).toMatchObject({ outcome: 'verified', parts: [{ against: [] }] });
  expect(compose([both[0]!, red('us-ndaa-848', { ...board.answer.asked, act: 'another' })])).toMatchObject({ outcome: 'verified', parts: [{ against: [] }] });
  const nothing = { lifted: [], open: [], aside: [], parts: new Map(), verdicts: new Map() };
  for (const [composition, key] of [[refusedPart, 'verify.together.partRefused'], [contrary, 'verify.together.partRed']] as const)
    for (const lang of ['en', 'zh-Hant'] as const) {
      const text = compositionText(composition, nothing, ['a', 'b'], lang);
      expect(text).toContain(`  ${say(lang, key, { part: 'flight controller', rulebooks: 'us-ndaa-848' })}`);
      expect(text.at(-1)).toBe(say(lang, 'verify.outcome.unknown', { verdict: say(lang, 'verdict.clear') }));
    }
});

test('pieces about serial numbers are about one thing only where each shows that the number in hand is its own', async () => {
  const of = await checked('quad-clear');
  const trust = trusting(signerOf(1), signerOf(2));
  const piece = async (byte: number, serials: readonly string[] | undefined, lot?: string) => {
    const { bundle, items } = await issued(of, signerOf(byte), serials ? { serials } : {});
    const item = lot === undefined ? undefined : items?.find(({ serial }) => serial === lot);
    return { answer: await verify(bundle, { trust, of, ...(lot !== undefined && { lot }), ...(item && { item }) }) };
  };
  expect(compose([await piece(1, ['SN-1', 'SN-2'], 'SN-2'), await piece(2, ['SN-2', 'SN-3'], 'SN-2')])).toMatchObject({ outcome: 'verified', strangers: [] });
  expect(compose([await piece(1, ['SN-1', 'SN-2']), await piece(2, ['SN-3'])])).toMatchObject({ outcome: 'unknown', strangers: [1] });
  expect(compose([await piece(1, ['SN-1']), await piece(2, undefined)])).toMatchObject({ outcome: 'unknown', strangers: [1] });
  expect(compose([await piece(1, undefined), await piece(2, ['SN-1'], 'SN-1')])).toMatchObject({ outcome: 'unknown', strangers: [1] });
  expect(compose([await piece(1, undefined), await piece(2, undefined)])).toMatchObject({ outcome: 'verified', strangers: [] });
});
