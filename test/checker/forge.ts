/**
 * Forgeries: grounds edited in their meaning and sealed again, `cites` and all. A checker may accept one only where the
 * verdict that it then claims is what the specification gives. Seeded: the same seed makes the same forgeries.
 */
import { type open, prove } from '../../src/checker/check.ts';
import { digest, type Json } from './build.ts';

export interface Forged { readonly how: string; readonly grounds: Json }
export interface Forgeable {
  readonly grounds: Json;
  readonly question: Json;
  readonly rulebook: Json;
  readonly records: readonly Json[];
  /** Other grounds of the same records, to steal from. */
  readonly others?: readonly Json[];
}
type Opened = Awaited<ReturnType<typeof open<(text: string) => string>>>;
// biome-ignore lint/suspicious/noExplicitAny: grounds of any shape, before and after an edit
type Any = any;

/** mulberry32: numbers in [0, 1) from a seed. */
export function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let x = Math.imul(state ^ (state >>> 15), state | 1);
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
    return ((x ^ (x >>> 14)) >>> 0) / 4294967296;
  };
}

/** One forgery. `opened` must hold `given.records` and hash with a synchronous SHA-256. */
export function forge(given: Forgeable, opened: Opened, random: () => number): Forged {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const draft: Any = structuredClone(given.grounds);
  const steps = random() < 0.7 ? 1 : 2;
  const names: string[] = [];
  for (let i = 0; i < steps; i++) {
    const [name, edit] = pick(EDITS);
    names.push(name);
    try {
      edit(draft, { ...given, pick, random });
    } catch {
      names.push('(no effect)'); // an edit that this piece has no place for
    }
  }
  const how = names.join(' + ');
  const { seal: _, ...whole } = draft;
  if (random() < 0.9) whole.cites = prove(opened, { grounds: { ...whole, seal: '' }, question: given.question, rulebook: given.rulebook }).reads;
  return { how, grounds: { ...whole, seal: digest(whole) } };
}

interface Tools extends Forgeable { readonly pick: <T>(from: readonly T[]) => T; readonly random: () => number }
type Edit = (draft: Any, tools: Tools) => void;

/** The bodies in a piece of grounds: its own, and those of its assumptions. */
const bodies = ({ body }: Any): Any[] => [body, body.ifRed?.body, body.ifClear?.body].filter((b) => b?.sets);
const halves = ({ body }: Any): Any[] => [body.ifRed, body.ifClear].filter(Boolean);
/** Every list of names in it. */
const lists = (draft: Any): string[][] => [...(Array.isArray(draft.body.standing) ? [draft.body.standing] : []), ...bodies(draft).flatMap(({ path, visited, dead, founded, sets }) =>
  [path, visited, dead, founded, ...Object.values(sets.caught), ...Object.values(sets.free)].filter(Array.isArray) as string[][])];
const ids = ({ records }: Tools, kind: string): string[] => records.filter((r) => r.kind === kind).map((r) => r.id as string);
const node = (tools: Tools): string => tools.pick([...ids(tools, 'product'), '__proto__', 'nowhere', tools.question.product as string]);
const someone = (tools: Tools): string => tools.pick([...ids(tools, 'party'), ...ids(tools, 'product'), 'constructor']);
const withdraw = (r: Json): Json => ({ kind: 'judgement', id: `forged withdrawal ${digest(r).slice(0, 8)}`, level: 'confirmed', by: 'forger', withdraws: digest(r) });
const other = (value: unknown, { pick }: Tools): unknown => pick(['CN', 'VN', 'TW', 'in-use', 'known', 'approved', [], ['camera'], undefined, { lo: 0, hi: 0 }, { lo: 1_000_000, hi: 1_000_000 }, value]);
const FIELDS = ['domicile', 'principalPlace', 'country', 'region', 'maker', 'operator', 'facility', 'use', 'roles', 'hs', 'steps', 'equityPpm', 'massPpm', 'names', 'ids', 'partyKind', 'supplier', 'buyer', 'sole'];
/** A record as the forger would rather have it. */
function altered(r: Json, tools: Tools): Json {
  const field = tools.pick(FIELDS.filter((f) => f in r || tools.random() < 0.15));
  const better: Json = { ...r, [field]: other(r[field], tools), salt: 'forged' };
  if (r.kind === 'line') better.options = (r.options as Json[]).map((o) => ({ ...o, ...(tools.random() < 0.5 ? { use: tools.pick(['in-use', 'known', 'approved']) } : { product: tools.pick([null, ...ids(tools, 'product')]) }) }));
  return JSON.parse(JSON.stringify(better));
}
const paper = (supports: readonly Json[]): Json => ({ kind: 'evidence', id: 'forged paper', level: 'confirmed', docKind: 'audit', issued: '2026-11-01', custody: 'segregated', supports: supports.map(digest) });
const MEMBERS: Record<string, readonly [list: string, of: string]> = {
  line: ['components', 'recipe'], recipe: ['recipes', 'output'], supply: ['supplies', 'product'], ownership: ['owners', 'asset'], material: ['materials', 'product'], listing: ['entries', 'list'],
};
function statement(kind: string, of: string, members: readonly Json[]): Json {
  return { kind: 'completeness', id: `forged ${of}`, level: 'confirmed', validFrom: '2026-11-01', list: MEMBERS[kind]![0], of, status: 'complete', members: members.map(digest) };
}

const EDITS: readonly (readonly [string, Edit])[] = [
  ['drop a member', (d, t) => { const l = t.pick(lists(d)); l.splice(Math.floor(t.random() * l.length), 1); }],
  ['add a member', (d, t) => { const l = t.pick(lists(d)); l.splice(Math.floor(t.random() * (l.length + 1)), 0, t.pick([node(t), someone(t)])); }],
  ['repeat a member', (d, t) => { const l = t.pick(lists(d)); l.push(t.pick(l)); }],
  ['change a member', (d, t) => { const l = t.pick(lists(d)); l[Math.floor(t.random() * l.length)] = t.pick([node(t), someone(t)]); }],
  ['reverse a list', (d, t) => { t.pick(lists(d)).reverse(); }],
  ['swap members', (d, t) => { const l = t.pick(lists(d)), i = Math.floor(t.random() * (l.length - 1)); [l[i], l[i + 1]] = [l[i + 1]!, l[i]!]; }],
  ['empty a list', (d, t) => { t.pick(lists(d)).length = 0; }],
  ['depth', (d, t) => { const l = t.pick(lists(d)), i = Math.floor(t.random() * l.length); l[i] = `${l[i]!.split('@')[0]}@${t.pick([0, 1, 2, '01'])}`; }],
  ['caught for free', (d, t) => { const { sets } = t.pick(bodies(d)); [sets.caught, sets.free] = [sets.free, sets.caught]; }],
  ['move sets', (d, t) => { const { sets } = t.pick(bodies(d)), side = t.pick(['caught', 'free']), [at] = Object.keys(sets[side]); sets[side][`${at}/by`] = sets[side][at!]; delete sets[side][at!]; }],
  ['all free', (d, t) => { for (const { sets } of bodies(d)) for (const at of Object.keys({ ...sets.caught, ...sets.free })) { sets.free[at] = ids(t, 'party').sort(); delete sets.caught[at]; } }],
  ['subject', (d, t) => { d.subject = t.pick(['all', node(t), ...lists(d).flat()]); }],
  ['subject and path', (d, t) => { const to = node(t), b = t.pick(bodies(d)); d.subject = to; if (b.path) b.path[0] = to; }],
  ['shorter path', (d) => { for (const b of bodies(d)) if (b.path?.length > 1) { b.path.shift(); d.subject = b.path[0].split('@')[0]; } }],
  ['longer path', (d, t) => { const to = node(t); for (const b of bodies(d)) b.path?.unshift(to); d.subject = to; }],
  ['clause', (d, t) => { d.clause = t.pick([...(t.rulebook.clauses as Json[]).map((c) => c.id), 'none', '__proto__']); }],
  ['asOf', (d, t) => { d.asOf = t.pick(['2020-01-01', '2027-01-01', '']); }],
  ['digest', (d, t) => { d[t.pick(['question', 'rulebook', 'network'])] = digest('forged'); }],
  ['drop a citation', (d, t) => { d.cites.splice(Math.floor(t.random() * d.cites.length), 1); }],
  ['add a citation', (d, t) => { d.cites = [...d.cites, digest(t.pick(t.records))].sort(); }],
  ['verdict', (d, t) => { d.verdict = t.pick(['red', 'clear', 'unknown']); }],
  ['unknown as its clear half', (d) => { d.verdict = 'clear'; d.subject = 'all'; d.body = d.body.ifClear.body; }],
  ['unknown as its red half', (d) => { d.verdict = 'red'; d.body = d.body.ifRed.body; }],
  ['halves exchanged', (d) => { [d.body.ifRed, d.body.ifClear] = [d.body.ifClear, d.body.ifRed]; }],
  ['assume in one what the other assumes', (d, t) => { const [a, b] = halves(d); t.pick([a, b]).assume = [...a.assume, ...b.assume]; }],
  ['nothing assumed', (d, t) => { t.pick(halves(d)).assume = []; }],
  ['drop an assumption', (d, t) => { const { assume } = t.pick(halves(d)); assume.splice(Math.floor(t.random() * assume.length), 1); }],
  ['alter an assumption', (d, t) => { const { assume } = t.pick(halves(d)), i = Math.floor(t.random() * assume.length); assume[i] = altered(assume[i], t); }],
  ['assume a better record', (d, t) => { t.pick(halves(d)).assume.push(altered(t.pick(t.records), t)); }],
  ['withdraw a record', (d, t) => { t.pick(halves(d)).assume.push(withdraw(t.pick(t.records))); }],
  ['replace a record', (d, t) => { const r = t.pick(t.records); t.pick(halves(d)).assume.push(withdraw(r), altered(r, t)); }],
  ['assume a record of another', (d, t) => { t.pick(halves(d)).assume.push({ ...t.pick(t.records), id: 'forged' }); }],
  ['assume evidence for all', (d, t) => { const half = t.pick(halves(d)); half.assume.push(paper([...t.records, ...half.assume])); }],
  ['assume a list complete', (d, t) => {
    const r = t.pick(t.records.filter((x) => (x.kind as string) in MEMBERS)), [, of] = MEMBERS[r.kind as string]!, half = t.pick(halves(d));
    const members = [...t.records, ...half.assume].filter((x) => x.kind === r.kind && x[of] === r[of]);
    half.assume.push(statement(r.kind as string, r[of] as string, t.random() < 0.5 ? members : members.filter((x) => x !== r)));
  }],
  ['red made unknown', (d, t) => {
    const red = d.body, path: string[] = red.path ?? red.dead, about = t.records.filter((r) => path.some((p) => [r.id, r.output, r.product].includes(p.split('@')[0])) || r.kind === 'party');
    const assume = about.flatMap((r) => (t.random() < 0.4 ? [withdraw(r), altered(r, t)] : t.random() < 0.2 ? [altered(r, t)] : []));
    d.verdict = 'unknown';
    d.body = { missing: [], ifRed: { assume: [], body: red }, ifClear: { assume, body: { visited: t.random() < 0.5 ? [path[0]] : [...path], sets: { caught: {}, free: {} } } } };
  }],
  ['clear made unknown', (d, t) => {
    const clear = d.body, to = t.pick(clear.visited as string[]), path = [...new Set([to, ...clear.visited.slice(clear.visited.indexOf(to))])];
    const assume = t.records.filter((r) => ['party', 'product', 'recipe', 'line', 'supply'].includes(r.kind as string)).flatMap((r) => (t.random() < 0.2 ? [withdraw(r), altered(r, t)] : t.random() < 0.2 ? [altered(r, t)] : []));
    d.verdict = 'unknown';
    d.subject = to.split('@')[0];
    d.body = { missing: [], ifRed: { assume, body: { path, sets: { caught: {}, free: {} } } }, ifClear: { assume: [], body: clear } };
  }],
  ['red made clear', (d, t) => { d.body = { visited: [...(d.body.path ?? d.body.dead), ...(t.random() < 0.5 ? ids(t, 'product') : [])], sets: d.body.sets }; d.verdict = 'clear'; d.subject = 'all'; }],
  ['clear made red', (d, t) => { const path = t.random() < 0.5 ? d.body.visited : [node(t), t.question.product]; d.body = { path, sets: d.body.sets }; d.verdict = 'red'; d.subject = path[0]; }],
  ['nothing visited', (d) => { d.verdict = 'clear'; d.subject = 'all'; d.body = { visited: [], sets: { caught: {}, free: {} } }; }],
  ['body of another', (d, t) => { const from = structuredClone(t.pick(t.others ?? [])) as Any; d.body = from.body; if (t.random() < 0.5) [d.verdict, d.subject] = [from.verdict, from.subject]; }],
  ['sets of another', (d, t) => { const from = structuredClone(t.pick(t.others ?? [])); t.pick(bodies(d)).sets = t.pick(bodies(from)).sets; }],
  ['half of another', (d, t) => {
    const from = structuredClone(t.pick((t.others ?? []).filter((o: Any) => o.body.ifRed || o.body.ifClear))) as Any;
    if (d.verdict === 'red') d.body = { missing: [], ifRed: { assume: [], body: d.body }, ifClear: from.body.ifClear };
    else if (d.verdict === 'clear') d.body = { missing: [], ifRed: from.body.ifRed, ifClear: { assume: [], body: d.body } };
    else Object.assign(d.body, t.random() < 0.5 ? { ifRed: from.body.ifRed } : { ifClear: from.body.ifClear });
    if (d.verdict === 'clear') d.subject = from.subject;
    d.verdict = 'unknown';
  }],
  ['said to stand open', (d, t) => {
    const of: string[] = d.body.path ?? d.body.visited ?? d.body.ifRed?.body.path ?? d.body.standing, root = of.at(-1)!;
    const to = t.random() < 0.5 ? t.pick(of) : `${node(t)}${root.includes('@') ? `@${t.pick([0, 1, 2])}` : ''}`;
    d.verdict = 'unknown';
    d.subject = to.split('@')[0];
    d.body = { missing: [], standing: [to, ...of.filter((n) => n !== to || n === root)] };
  }],
  ['not run', (d) => { d.verdict = 'unknown'; d.body = { notRun: 'budget', missing: [] }; }],
  ['shape', (d, t) => { d.body[t.pick(['path', 'visited', 'sets', 'dead', 'ifRed', 'ifClear'])] = t.pick([null, 7, 'x', {}, [], [null], [[]], { length: 1e9 }]); }],
];
