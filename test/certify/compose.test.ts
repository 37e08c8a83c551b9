/** A part's certificate read together with that of the whole: what it decides, and every way in which it must not. */
import { beforeAll, describe, expect, test } from 'vitest';
import { canonical } from '../../src/base/canonical.ts';
import type { GroundsFile } from '../../src/certify/claim.ts';
import { certify, withAllRecords } from '../../src/engine/certify.ts';
import { check } from '../../src/engine/check.ts';
import { type Certified, lift } from '../../src/engine/compose.ts';
import { nodeCrypto } from '../../src/host/certify-crypto.ts';
import { sha256 } from '../../src/host/crypto.ts';
import { digestOf } from '../../src/model/digest.ts';
import type { Id, Rec, RecOf } from '../../src/model/record.ts';
import type { Question } from '../../src/select/predicate.ts';
import { packResult, unpackResult } from '../../src/wire/result.ts';
import type { Rulebook } from '../../src/rules/rulebook.ts';
import { type Checked, checked, DAY, documentFor, emptyRegister, signerOf, trusting, verify } from './make.ts';

const maker = signerOf(1);
const supplier = signerOf(2);
const trust = trusting(maker, supplier);
let of: Checked;
let whole: Certified;
let part: Certified;
beforeAll(async () => {
  const example = await checked('quad-clear');
  // The tender's terms, asked of every tier: what is bought is else not looked into, and a part's certificate would decide nothing.
  const deep = (rulebook: Rulebook): Rulebook => ({ ...rulebook, clauses: rulebook.clauses.map((clause) => (clause.for !== 'product' && 'components' in clause.for ? { ...clause, for: { components: { ...clause.for.components, walk: 'all' } } } : clause)) });
  const rulebooks = example.result.rulebooks.map(deep);
  of = { ...example, result: { ...example.result, rulebooks }, rulebooks: new Map(rulebooks.map((rulebook) => [rulebook.id, [sha256(canonical(rulebook))]])) };
  whole = await certified(wholeRecords(), {});
  part = await certified(partRecords(), { product: 'battery' });
}, 60_000);

type Change = { readonly [member: string]: unknown };
/** The supplier of batteries keeps its own workspace: with other local ids. */
const theirs = (id: Id): Id => (['battery', 'make-battery'].includes(id) ? id : `s-${id}`);
const BELOW = ['cell', 'battery-manager'];

/** Of the quadcopter's records, all but what is in the battery. */
function wholeRecords(): Rec[] {
  const recipes = ['make-cell', 'make-battery-manager'];
  return of.records.filter((rec) => !(rec.kind === 'line' && (rec.recipe === 'make-battery' || recipes.includes(rec.recipe)))
    && !(rec.kind === 'completeness' && rec.list === 'components' && ['make-battery', ...recipes].includes(rec.of))
    && !(rec.kind === 'recipe' && recipes.includes(rec.id)) && !(rec.kind === 'product' && BELOW.includes(rec.id)));
}

/** The battery and what is in it, as its maker records it. `change`: of one record, before anything is pinned. */
function partRecords(change: (rec: Rec) => Rec | undefined = (rec) => rec): Rec[] {
  const products = new Set(['battery', ...BELOW, 'battery-chip', 'bms-chip']);
  for (let more = true; more; ) {
    const before = products.size;
    for (const rec of of.records) if (rec.kind === 'line') {
      const made = of.records.find((one) => one.kind === 'recipe' && one.id === rec.recipe) as RecOf<'recipe'>;
      if (products.has(made.output)) for (const { product } of rec.options) if (product !== null) products.add(product);
    }
    more = products.size > before;
  }
  const recipes = new Set(of.records.flatMap((rec) => (rec.kind === 'recipe' && products.has(rec.output) ? [rec.id] : [])));
  const wanted = of.records.filter((rec) => rec.kind === 'party' || rec.kind === 'ownership' || rec.kind === 'facility' || (rec.kind === 'product' && products.has(rec.id))
    || (rec.kind === 'recipe' && recipes.has(rec.id)) || (rec.kind === 'line' && recipes.has(rec.recipe))
    || (rec.kind === 'completeness' && (rec.list === 'owners' || recipes.has(rec.of) || products.has(rec.of))) || rec.kind === 'evidence');
  const REFS = ['id', 'owner', 'asset', 'operator', 'maker', 'output', 'facility', 'recipe', 'product', 'of'];
  const now = new Map<string, string>();
  const made: Rec[] = [];
  const last = ['completeness', 'evidence'];
  for (const rec of wanted.sort((a, b) => last.indexOf(a.kind) - last.indexOf(b.kind))) {
    const copy: Record<string, unknown> = Object.fromEntries(Object.entries(rec).map(([member, value]) => [member, REFS.includes(member) && typeof value === 'string' ? theirs(value) : value]));
    if (rec.kind === 'line') copy.options = rec.options.map((option) => ({ ...option, product: option.product && theirs(option.product) }));
    if (rec.kind === 'completeness') copy.members = rec.members.flatMap((member) => now.get(member) ?? []).sort();
    if (rec.kind === 'evidence') copy.supports = rec.supports.flatMap((digest) => now.get(digest) ?? []).sort();
    const changed = change(copy as unknown as Rec);
    if (changed === undefined) continue;
    now.set(digestOf(rec, sha256), digestOf(changed, sha256));
    made.push(changed);
  }
  return made;
}

/** Checked, signed, and read by a verifier: exactly what `nonred verify` has before it composes. */
async function certified(records: readonly Rec[], asked: Change, by = maker, wanted: { readonly lot?: string } = {}, all = true): Promise<Certified> {
  const { bom: _, ...rest } = of.result.question;
  const question = { ...(asked.product === undefined ? of.result.question : rest), asIfBound: true, ...asked } as unknown as Question;
  const answer = await check({ records, question, rulebooks: of.result.rulebooks, lines: 1 }, sha256);
  const result = all ? withAllRecords(answer, records, sha256) : answer;
  const file = packResult(result, sha256) as unknown as GroundsFile;
  const { text, bundle } = await certify({ result, file, records, register: emptyRegister(by), document: documentFor(by), today: { day: DAY, now: `${DAY}T08:00:00Z` }, acceptUnverified: true, wanted }, by, nodeCrypto, sha256);
  const { outcome, lines } = await verify(text, { trust, of });
  const { value, issues } = unpackResult(JSON.parse(canonical(bundle.grounds)), '', sha256);
  expect(issues).toEqual([]);
  const subject = bundle.credential.credentialSubject;
  return { result: value!, verified: outcome === 'verified', allRecords: lines.some(({ question: one, code }) => one === 'grounds' && code === 'full'), hidden: subject.hidden !== undefined, narrow: subject.lot !== undefined };
}
const clauses = (of_: Certified, verdict: string) => [...new Set(of_.result.assessments.filter((one) => one.verdict === verdict).map((one) => `${one.rulebook} ${one.clause}`))].sort();
const nothing = async (pieces: readonly Certified[]) => {
  const found = await lift(pieces, sha256);
  expect(found.lifted).toEqual([]);
  expect([...found.verdicts.values()]).toContain('unknown');
  return found;
};

test('the battery\'s insides are not recorded: open; with the certificate of its maker: clear, and the checker accepts it', async () => {
  expect(whole).toMatchObject({ verified: true, allRecords: true });
  expect(part).toMatchObject({ verified: true, allRecords: true });
  const open = clauses(whole, 'unknown');
  expect(open.length).toBeGreaterThan(0);
  const { lifted, open: left, aside, verdicts, parts } = await lift([whole, part], sha256);
  expect(left).toEqual([]);
  expect(aside).toEqual([]);
  expect(lifted.map(({ rulebook, clause }) => `${rulebook} ${clause}`).sort()).toEqual(open);
  expect(lifted.every(({ pieces }) => pieces.join() === '1')).toBe(true);
  expect([...parts]).toEqual([[1, 'battery']]);
  expect([...new Set(verdicts.values())]).toEqual(['clear']);
  // The same as one workspace says that has it all.
  const all = await check({ records: of.records, question: { ...of.result.question, asIfBound: true }, rulebooks: of.result.rulebooks, lines: 1 }, sha256);
  expect(all.verdict).toBe('clear');
});

test('the part of a part: neither alone is enough, both are', async () => {
  const cellBelow = (rec: Rec): Rec | undefined => (rec.kind === 'recipe' && rec.id === 's-make-cell' ? undefined : rec.kind === 'completeness' && rec.of === 's-make-cell' ? undefined : rec);
  const battery = await certified(partRecords(cellBelow), { product: 'battery' });
  expect(clauses(battery, 'unknown').length).toBeGreaterThan(0);
  const { open } = await nothing([whole, battery]);
  expect(open.map(({ why }) => why)).toContain('unspoken');
  const cell = await certified(partRecords(), { product: 's-cell' });
  await nothing([whole, cell]);
  const found = await lift([whole, cell, battery], sha256);
  expect(found.open).toEqual([]);
  expect(found.lifted.every(({ pieces }) => pieces.join() === '2,1')).toBe(true);
});

describe('a part\'s certificate lifts nothing', () => {
  test('of another product: another part number, another maker, a maker with another number in the same register', async () => {
    expect((await nothing([whole, await certified(partRecords((rec) => (rec.kind === 'product' && rec.id === 'battery' ? { ...rec, partNumbers: ['EX-BAT-2'] } : rec)), { product: 'battery' })])).aside).toEqual([{ piece: 1, why: 'not-a-part' }]);
    expect((await nothing([whole, await certified(partRecords((rec) => (rec.kind === 'party' && rec.id === 's-power' ? { ...rec, names: ['Other Power'] } : rec)), { product: 'battery' })])).aside).toEqual([{ piece: 1, why: 'not-a-part' }]);
    const numbered = (value: string) => (rec: Rec): Rec => (rec.kind === 'party' && /^(s-)?power$/.test(rec.id) ? { ...rec, ids: [{ scheme: 'KR', value }] } : rec);
    const other: Certified = { ...whole, result: { ...whole.result, records: whole.result.records.map(numbered('1')) } };
    expect((await lift([other, await certified(partRecords(numbered('2')), { product: 'battery' })], sha256)).aside).toEqual([{ piece: 1, why: 'not-a-part' }]);
    expect((await nothing([whole, await certified(partRecords(), { product: 's-cell' })])).aside).toEqual([{ piece: 1, why: 'not-a-part' }]);
  });

  test('that is not verified, is about a lot, hides names, lacks records, is of another day or another act', async () => {
    const why = async (piece: Certified) => (await nothing([whole, piece])).aside.map((one) => one.why);
    expect(await why({ ...part, verified: false })).toEqual(['not-verified']);
    expect(await why(await certified(partRecords(), { product: 'battery' }, supplier, { lot: 'B-1' }))).toEqual(['narrow']);
    expect(await why({ ...part, hidden: true })).toEqual(['hidden']);
    expect(await why(await certified(partRecords(), { product: 'battery' }, supplier, {}, false))).toEqual(['records']);
    expect(await why(await certified(partRecords(), { product: 'battery', asOf: '2026-11-21', knownAt: '2026-11-21' }))).toEqual(['another-day']);
    expect(await why(await certified(partRecords(), { product: 'battery', act: 'operate-in-contract' }))).toEqual(['another-question']);
    expect((await nothing([{ ...whole, hidden: true }, part])).aside).toContainEqual({ piece: 0, why: 'hidden' });
    expect((await nothing([{ ...whole, allRecords: false }, part])).aside).toContainEqual({ piece: 0, why: 'records' });
    expect((await nothing([whole, { ...part, result: { ...part.result, digests: { ...part.result.digests, rulebooks: {} } } }])).open.map((one) => one.why)).toContain('part-open'); // another text
  });

  test('that is red or open itself, and one that is twice', async () => {
    const inChina = (rec: Rec): Rec => (rec.kind === 'facility' && rec.id === 's-plant-power' ? { ...rec, country: 'CN' } : rec);
    const red = await certified(partRecords(inChina), { product: 'battery' });
    expect(clauses(red, 'red').length).toBeGreaterThan(0);
    const { open } = await lift([whole, red], sha256);
    expect(open.map(({ why }) => why)).toContain('part-open');
    const vague = await certified(partRecords((rec) => (rec.kind === 'completeness' && rec.of === 's-make-battery-manager' ? undefined : rec)), { product: 'battery' });
    await nothing([whole, vague]);
    expect((await lift([whole, part, part], sha256)).aside).toEqual([{ piece: 2, why: 'several-parts' }]);
  });

  test('that describes the part otherwise than the whole does: the place of making, its roles, a second way to make it, more inside', async () => {
    const together = async (change: (rec: Rec) => Rec) => {
      const found = await lift([{ ...whole, result: { ...whole.result, records: whole.result.records.map(change) } }, part], sha256);
      return found.lifted.length === 0 ? 'nothing' : found.lifted.map(({ rulebook, clause }) => `${rulebook} ${clause}`).join(', ');
    };
    // The whole's own records speak of a plant in China, though not firmly enough to be red by themselves.
    expect(await together((rec) => (rec.kind === 'facility' && rec.id === 'plant-power' ? { ...rec, country: 'CN', level: 'inferred' } : rec))).not.toContain('tw-non-red place');
    expect(await together((rec) => (rec.kind === 'recipe' && rec.id === 'make-battery' ? { ...rec, country: 'CN' } : rec))).not.toContain('tw-non-red place');
    const second = { kind: 'recipe', id: 'make-battery-elsewhere', output: 'battery', level: 'confirmed', country: 'KR', steps: ['assembled'] } as const;
    expect((await lift([{ ...whole, result: { ...whole.result, records: [...whole.result.records, second] } }, part], sha256)).lifted).toEqual([]);
    const inside = { kind: 'line', id: 'l', recipe: 'make-battery', line: '1', level: 'confirmed', options: [{ product: 'secret' }] } as const;
    expect((await lift([{ ...whole, result: { ...whole.result, records: [...whole.result.records, inside] } }, part], sha256)).lifted.map(({ clause }) => clause)).not.toContain('place');
  });

  test('what else is open in the whole stays open, although the part\'s records would fill it', async () => {
    // The maker of the propellers is not known to be anywhere; the battery's maker says where, unasked.
    const vague = wholeRecords().map((rec): Rec => {
      if (rec.kind !== 'party' || rec.id !== 'composites') return rec;
      const { domicile: _, ...rest } = rec;
      return { ...rest, ids: [{ scheme: 'JP', value: '1' }] };
    });
    const open = await certified(vague, {});
    const told = await certified(partRecords((rec) => (rec.kind === 'party' && rec.id === 's-composites' ? { ...rec, ids: [{ scheme: 'JP', value: '1' }] } : rec)), { product: 'battery' });
    const { lifted, open: left } = await lift([open, told], sha256);
    expect(lifted.map(({ clause }) => clause)).not.toContain('brand');
    expect(left).toEqual(expect.arrayContaining([expect.objectContaining({ clause: 'brand', why: 'unspoken' })]));
  });

  test('by papers, judgements and pins that point into the whole\'s records, or by a list edition of its own', async () => {
    const target = whole.result.records.filter((rec) => rec.kind === 'product' || rec.kind === 'party').map((rec) => digestOf(rec, sha256)).sort();
    const hostile: Rec[] = [
      { kind: 'evidence', id: 'e', level: 'confirmed', docKind: 'declaration', issued: DAY, supports: target },
      { kind: 'judgement', id: 'j', level: 'confirmed', by: 'me', left: target[0]!, right: target[1]!, says: 'same' },
      { kind: 'judgement', id: 'w', level: 'confirmed', by: 'me', withdraws: target[0]! },
      { kind: 'completeness', id: 'c', list: 'entries', of: 'some-list', level: 'confirmed', status: 'complete', validFrom: DAY, members: [] },
      { kind: 'party', id: 'p', level: 'confirmed', supersedes: target[2]!, names: ['x'] },
    ];
    const armed = await certified([...partRecords(), ...hostile], { product: 'battery' });
    const before = await lift([whole, part], sha256);
    const after = await lift([whole, armed], sha256);
    expect(after.verdicts).toEqual(before.verdicts);
    // And where the whole is open for want of such a paper, it stays so.
    const unsure = await certified(wholeRecords().map((rec): Rec => (rec.kind === 'recipe' && rec.id === 'make-propeller' ? { ...rec, level: 'inferred' } : rec)), {});
    const papers = await certified([...partRecords(), { kind: 'evidence', id: 'e', level: 'confirmed', docKind: 'declaration', issued: DAY, supports: unsure.result.records.map((rec) => digestOf(rec, sha256)).sort() }], { product: 'battery' });
    expect((await lift([unsure, papers], sha256)).verdicts.get('tw-non-red')).toBe('unknown');
  });

  test('ids that would stand for each other\'s are refused', async () => {
    const sly = await certified(partRecords((rec) => (rec.kind === 'party' && rec.id === 's-rare' ? { ...rec, id: 'piece1.x' } : rec)), { product: 'battery' });
    expect((await lift([whole, sly], sha256)).aside).toEqual([{ piece: 1, why: 'ids' }]);
  });
});

test('a certificate with all records: the verifier computes the root itself; one record less, and it is the signer\'s word again', async () => {
  expect(whole.allRecords).toBe(true);
  const records = whole.result.records.map((rec) => digestOf(rec, sha256)).sort();
  expect(sha256(canonical(records))).toBe(whole.result.digests.network);
  expect((await certified(partRecords(), { product: 'battery' }, maker, {}, false)).allRecords).toBe(false);
});
