/**
 * Forgeries: grounds edited in their meaning and sealed again, `cites` and all. A checker may accept one only where the
 * verdict that it then claims is what the specification gives. Seeded: the same seed makes the same forgeries.
 */
import { type Opened, prove } from '../../src/checker/check.ts';
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

/** One forgery. `opened` must hold `given.records`. */
export async function forge(given: Forgeable, opened: Opened, random: () => number): Promise<Forged> {
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
  if (random() < 0.9) whole.cites = (await prove(opened, { grounds: { ...whole, seal: '' }, question: given.question, rulebook: given.rulebook })).reads;
  return { how, grounds: { ...whole, seal: digest(whole) } };
}

interface Tools extends Forgeable { readonly pick: <T>(from: readonly T[]) => T; readonly random: () => number }
type Edit = (draft: Any, tools: Tools) => void;

const KINDS = ['caught', 'free', 'uncaught', 'unfree', 'unstarted'] as const;
/** The bodies in a piece of grounds: its own, and the red one of an unknown whose rulebook may apply. */
const bodies = ({ body }: Any): Any[] => [body, body.red].filter((b) => b?.sets);
const setLists = ({ sets }: Any): string[][] => KINDS.flatMap((kind) => Object.values(sets[kind] ?? {}) as string[][]);
/** What is said of each subject of an unknown. */
const standings = ({ body }: Any): Any[] => (Array.isArray(body.each) ? body.each : []);
/** Every list of names in it. */
const lists = (draft: Any): string[][] => bodies(draft).flatMap((b) =>
  [b.path, b.visited, b.dead, b.founded, ...(b.alive ?? []), ...standings(draft).flatMap((s) => [s.open, s.aside]), ...setLists(b)].filter(Array.isArray) as string[][]);
/** Pointers of the conditions of a clause that may rest on a set. */
function pointers(of: Any, at: string): string[] {
  if (typeof of !== 'object' || of === null) return [];
  const own = ['owned', 'listed', 'ancestor', 'allSteps'].some((kind) => kind in of) ? [at, ...(of.allSteps ?? []).map((x: string) => `${at}#${x}`)] : [];
  return [...own, ...Object.entries(of).flatMap(([name, part]) => pointers(part, `${at}/${name}`))];
}
/** Everything is open, says the forger. */
function allOpen(t: Tools, d: Any): Any {
  const clause = (t.rulebook.clauses as Any[]).find((c) => c.id === d.clause), some = <V>(of: V[]): V[] => (t.random() < 0.6 ? of : of.filter(() => t.random() < 0.7));
  const at = ['', ...pointers(clause.redIf, '/redIf'), ...(clause.expects ?? []).map((_: unknown, i: number) => `/expects/${i}`)];
  const depths = typeof clause.for?.components?.walk === 'object' ? ['@0', '@1', '@2'] : [''];
  const nodes = ids(t, 'product').flatMap((id) => depths.map((depth) => `${id}${depth}`));
  const all = (): Any => Object.fromEntries(at.map((ptr) => [ptr, some(ptr === '' || ptr.startsWith('/expects') ? nodes : [...ids(t, 'product'), ...ids(t, 'party')].sort())]));
  return { caught: {}, free: {}, uncaught: all(), unfree: all(), ...(t.random() < 0.5 && { unstarted: all() }) };
}
const ids = ({ records }: Tools, kind: string): string[] => records.filter((r) => r.kind === kind).map((r) => r.id as string);
const node = (tools: Tools): string => tools.pick([...ids(tools, 'product'), '__proto__', 'nowhere', tools.question.product as string]);
const someone = (tools: Tools): string => tools.pick([...ids(tools, 'party'), ...ids(tools, 'product'), 'constructor']);
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
  ['subject of one', (d, t) => { t.pick(standings(d)).subject = t.pick([node(t), ...lists(d).flat()]); }],
  ['one more subject', (d, t) => { const to = node(t), one = t.pick(standings(d)); d.body.each.push({ ...one, subject: to, open: [to, ...one.open.slice(t.random() < 0.5 ? 0 : 1)], ...(t.random() < 0.5 && { aside: [to] }) }); }],
  ['nobody', (d) => { d.body.each = []; }],
  ['subject and path', (d, t) => { const to = node(t), b = t.pick(bodies(d)); d.subject = to; if (b.path) b.path[0] = to; }],
  ['shorter path', (d) => { for (const b of bodies(d)) if (b.path?.length > 1) { b.path.shift(); d.subject = b.path[0].split('@')[0]; } }],
  ['longer path', (d, t) => { const to = node(t); for (const b of bodies(d)) b.path?.unshift(to); d.subject = to; }],
  ['clause', (d, t) => { d.clause = t.pick([...(t.rulebook.clauses as Json[]).map((c) => c.id), 'none', '__proto__']); }],
  ['asOf', (d, t) => { d.asOf = t.pick(['2020-01-01', '2027-01-01', '']); }],
  ['digest', (d, t) => { d[t.pick(['question', 'rulebook', 'network'])] = digest('forged'); }],
  ['drop a citation', (d, t) => { d.cites.splice(Math.floor(t.random() * d.cites.length), 1); }],
  ['add a citation', (d, t) => { d.cites = [...d.cites, digest(t.pick(t.records))].sort(); }],
  ['verdict', (d, t) => { d.verdict = t.pick(['red', 'clear', 'unknown']); }],
  ['unknown as its red', (d) => { d.verdict = 'red'; d.body = d.body.red; }],
  ['red or clear made unknown', (d, t) => {
    const { path, dead, visited } = d.body, of: string[] = path ?? dead ?? visited, to = visited ? t.pick(of) : of[0]!;
    const root = of.find((n) => n.split('@')[0] === t.question.product) ?? of.at(-1)!;
    d.verdict = 'unknown';
    const choice = dead || t.random() < 0.2;
    d.subject = choice ? t.question.product : 'all';
    d.body = choice ? { missing: [], alive: [of, [root]], sets: allOpen(t, d) } : {
      each: [{ subject: to.split('@')[0], missing: [], open: [...new Set([to, ...of.slice(of.indexOf(to)), root])], ...(t.random() < 0.6 && { aside: t.random() < 0.5 ? [to] : of.filter((n) => n !== root) }) }],
      sets: t.random() < 0.3 ? d.body.sets : allOpen(t, d),
    };
  }],
  ['everything open', (d, t) => { t.pick(bodies(d)).sets = allOpen(t, d); }],
  ['nothing that is open', (d) => { for (const b of bodies(d)) for (const kind of KINDS.slice(2)) delete b.sets[kind]; }],
  ['aside', (d, t) => { const one = t.pick(standings(d)); one.aside = t.pick([[one.open[0]], [], one.open, [...(one.aside ?? []), node(t)]]); }],
  ['not aside', (d, t) => { delete t.pick(standings(d)).aside; }],
  ['one group alive', (d) => { d.body.alive = [d.body.alive.flat()]; }],
  ['groups alive reversed', (d) => { d.body.alive.reverse(); }],
  ['not started', (d, t) => { const b = t.pick(bodies(d)); b.sets.unstarted = { ...b.sets.unstarted, '': [...(b.sets.unstarted?.[''] ?? []), standings(d)[0]?.open[0] ?? node(t)] }; }],
  ['red made clear', (d, t) => { d.body = { visited: [...(d.body.path ?? d.body.dead), ...(t.random() < 0.5 ? ids(t, 'product') : [])], sets: d.body.sets }; d.verdict = 'clear'; d.subject = 'all'; }],
  ['clear made red', (d, t) => { const path = t.random() < 0.5 ? d.body.visited : [node(t), t.question.product]; d.body = { path, sets: d.body.sets }; d.verdict = 'red'; d.subject = path[0]; }],
  ['nothing visited', (d) => { d.verdict = 'clear'; d.subject = 'all'; d.body = { visited: [], sets: { caught: {}, free: {} } }; }],
  ['body of another', (d, t) => { const from = structuredClone(t.pick(t.others ?? [])) as Any; d.body = from.body; if (t.random() < 0.5) [d.verdict, d.subject] = [from.verdict, from.subject]; }],
  ['sets of another', (d, t) => { const from = structuredClone(t.pick(t.others ?? [])); t.pick(bodies(d)).sets = t.pick(bodies(from)).sets; }],
  ['said to stand open', (d, t) => {
    const of: string[] = d.body.path ?? d.body.visited ?? t.pick(standings(d)).open, root = of.at(-1)!;
    const to = t.random() < 0.5 ? t.pick(of) : `${node(t)}${root.includes('@') ? `@${t.pick([0, 1, 2])}` : ''}`;
    d.verdict = 'unknown';
    d.subject = 'all';
    d.body = { each: [{ subject: to.split('@')[0], missing: [], open: [to, ...of.filter((n) => n !== to || n === root)] }], sets: t.random() < 0.5 ? d.body.sets : allOpen(t, d) };
  }],
  ['not run', (d) => { d.verdict = 'unknown'; d.body = { notRun: 'budget', missing: [] }; }],
  ['shape', (d, t) => { d.body[t.pick(['path', 'visited', 'sets', 'dead', 'each', 'alive', 'red'])] = t.pick([null, 7, 'x', {}, [], [null], [[]], { length: 1e9 }]); }],
];
