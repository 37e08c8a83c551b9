/**
 * The laws of verdicts on generated networks, each under its name. `runLaws` counts what the networks had and what they
 * came to, so that a run in which some predicate or verdict is rare fails too. No law looks inside an implementation.
 */
import type { Digest, Rec, Use } from '../../src/model/record.ts';
import type { Floor, Rulebook } from '../../src/rules/rulebook.ts';
import { admissible, completions, fill, openItems } from '../support/complete.ts';
import { digestOf } from '../support/digest.ts';
import { generate, type Network, seedsOf } from '../support/generate.ts';
import { type Random, random } from '../support/random.ts';
import { type Answer, type Evaluate, engine, plain, type Verdict } from './engine.ts';
import { MONOTONE } from './monotone.ts';

export type { Verdict } from './engine.ts';

/** Says what broke, or nothing. */
export type Law = (net: Network, answer: Answer, evaluate: Evaluate, r: Random) => string | undefined;
export interface Tally {
  /** Random ones, and with the directed and the kept ones beside them. */
  readonly networks: number;
  readonly all: number;
  readonly verdicts: Record<Verdict, number>;
  readonly features: Map<string, number>;
  /** How often each law had something to say. */
  readonly tried: Map<string, number>;
  readonly broken: { readonly law: string; readonly seed: number; readonly what: string }[];
}

const ORDER: Record<Verdict, number> = { clear: 0, unknown: 1, red: 2 };
const decided = (v: Verdict | undefined): boolean => v === 'clear' || v === 'red';
export const verdictOf = (answer: Answer): Verdict | undefined => answer.clauses.get('c');
const of = verdictOf;
const has = (net: Network, word: string): boolean =>
  JSON.stringify([net.rulebook.clauses, net.rulebook.scope ?? null]).includes(`"${word}"`);
export const contested = (net: Network): boolean =>
  ['two claims', 'class in conflict', 'joined classes', 'superseded', 'withdrawn', 'same record twice'].some((f) =>
    net.features.has(f),
  );
const defaultFloors = (net: Network): boolean =>
  !net.features.has('floor') && !net.features.has('floor of a clause') && !net.features.has('inferred');
/**
 * Is something delivered from a named place, of which the recipe names none? A completion has it made there; the way's place is
 * the recipe's word alone (docs/semantics.md 2.1), so its operator stays open, and is asked for.
 */
const deliveredFromSite = ({ records }: Network): boolean =>
  records.some((s) => s.kind === 'supply' && s.facility !== undefined && records.some((r) => r.kind === 'recipe' && r.output === s.product && r.facility === undefined));
/** Whether the use of some recipe, supply or, where asked, alternative option is open: not said, or said by what does not count (2.2). */
export function usesOpen(net: Network, options: boolean): boolean {
  const floored = [net.rulebook, ...net.rulebook.clauses].some(({ floor }) => floor?.clear !== undefined);
  const open = (r: Rec, use: Use | undefined): boolean => use === undefined || r.level !== 'confirmed' || (floored && use !== 'in-use');
  return net.records.some((r) =>
    r.kind === 'recipe' || r.kind === 'supply' ? open(r, r.use) : options && r.kind === 'line' && r.options.length > 1 && r.options.some((o) => open(r, o.use)),
  );
}
export const inForce = (net: Network, r: Rec): boolean =>
  (r.validFrom ?? '') <= net.question.asOf && (r.validTo === undefined || net.question.asOf < r.validTo);
/** The records with some put in the place of others, and every pin and paper that named them restated. */
export function restate(records: readonly Rec[], change: (r: Rec) => Rec): Rec[] {
  const old = new Map<Digest, Rec>(records.map((r) => [digestOf(r), r])),
    done = new Map<Digest, Rec>();
  const one = (r: Rec): Rec => {
    const key = digestOf(r),
      before = done.get(key);
    if (before) return before;
    const to = (d: Digest): Digest => (old.has(d) ? digestOf(one(old.get(d)!)) : d);
    const again =
      r.kind === 'completeness'
        ? { ...r, members: r.members.map(to) }
        : r.kind === 'evidence'
          ? { ...r, supports: r.supports.map(to) }
          : r.kind === 'judgement'
            ? {
                ...r,
                ...(r.left && { left: to(r.left) }),
                ...(r.right && { right: to(r.right) }),
                ...(r.withdraws && { withdraws: to(r.withdraws) }),
              }
            : r;
    const after = change(again.supersedes ? { ...again, supersedes: to(again.supersedes) } : again);
    done.set(key, after);
    return after;
  };
  return records.map(one);
}

const OWN: Readonly<Record<string, Law>> = {
  'knowledge: what is decided stays decided whatever missing fact becomes known'(net, answer, evaluate, r) {
    const v = of(answer);
    if (!decided(v) || answer.applies !== 'yes') return undefined;
    let records: readonly Rec[] = net.records;
    for (let step = 0; step < 2; step++) {
      const items = openItems(records, net).filter(
        (i) => i.answers.length > 0 && !/ roles$/.test(i.what),
      );
      if (!items.length) break;
      const item = r.pick(items);
      records = fill(records, r.pick(item.answers));
      if (!admissible(records, net)) return undefined;
      const now = of(evaluate(records, net.question, net.rulebook));
      if (now !== v) return `${v} becomes ${now} once ${item.what} is known`;
    }
    return records === net.records ? undefined : '';
  },
  'loss: losing a record turns neither red nor unknown into clear'(net, answer, evaluate, r) {
    const v = of(answer),
      mine = net.records.filter(
        (x) =>
          x.kind !== 'judgement' &&
          !(x.kind === 'completeness' && x.list === 'entries') &&
          x.kind !== 'evidence' &&
          inForce(net, x),
      );
    if (
      (!decided(v) && v !== 'unknown') ||
      v === 'clear' ||
      contested(net) ||
      !mine.length ||
      net.features.has('older edition')
    )
      return undefined;
    const lost = r.pick(mine);
    // A record that no statement pins, or beside a statement that it breaks, contradicts that statement: losing it may heal.
    // Without one of the bills that a question means, it is another question.
    if (counterClaim(net, lost) || !admissible(net.records, net)) return undefined;
    const now = evaluate(
      net.records.filter((x) => x !== lost),
      net.question,
      net.rulebook,
    );
    if (now.applies !== answer.applies) return undefined;
    return of(now) === 'clear' ? `${v} becomes clear without ${lost.kind} ${lost.id}` : '';
  },
  'papers: more papers for an exemption move only towards clear'(net, answer, evaluate) {
    if (!net.rulebook.clauses[0]!.unless?.some((u) => u.shown) || has(net, 'evidence') || !of(answer)) return undefined;
    const paper: Rec = {
      kind: 'evidence',
      id: 'all',
      level: 'confirmed',
      docKind: 'waiver',
      issuer: 'agency',
      issued: net.question.asOf,
      supports: net.records.map(digestOf),
    };
    const now = evaluate([...net.records, paper], net.question, net.rulebook);
    return now.applies === answer.applies && !net.features.has('floor') && ORDER[of(now)!] > ORDER[of(answer)!]
      ? `${of(answer)} becomes ${of(now)} with a waiver for everything`
      : '';
  },
  'pins: a statement whose member is lost, or whose list has grown, supports no clear that needs it'(
    net,
    answer,
    evaluate,
    r,
  ) {
    const statements = net.records.filter(
      (x) => x.kind === 'completeness' && x.status === 'complete' && x.members.length > 0 && x.list !== 'entries',
    );
    if (!statements.length || of(answer) === undefined || of(answer) === 'red') return undefined;
    const statement = r.pick(statements) as Extract<Rec, { kind: 'completeness' }>;
    const broken = net.records.map((x) =>
        x === statement ? { ...statement, members: [...statement.members, '0'.repeat(64)] } : x,
      ),
      without = net.records.filter((x) => x !== statement);
    const [a, b] = [
      of(evaluate(broken, net.question, net.rulebook)),
      of(evaluate(without, net.question, net.rulebook)),
    ];
    return net.records.filter((x) => x.kind === 'completeness' && x.list === statement.list && x.of === statement.of)
      .length > 1 || a === b
      ? ''
      : `${a} with a broken pin of ${statement.id}, ${b} without it`;
  },
  'readings: where use is recorded, exposure clear implies independence clear'(net, _, evaluate) {
    const first = net.rulebook.clauses[0]!,
      whole = JSON.stringify(first);
    if (
      net.features.has('use open') ||
      typeof first.for !== 'object' ||
      !('components' in first.for) ||
      first.for.components.walk !== 'all' ||
      /"(share|ancestor)"/.test(whole) ||
      contested(net)
    )
      return undefined;
    const read = (reading: 'exposure' | 'independence'): Verdict | undefined =>
      of(evaluate(net.records, net.question, { ...net.rulebook, clauses: [{ ...first, reading }] }));
    const exposure = read('exposure'),
      independence = read('independence');
    if (exposure === undefined || usesOpen(net, true)) return undefined;
    return exposure === 'clear' && independence !== 'clear' ? `exposure clear, independence ${independence}` : '';
  },
  'intervals: a narrower stake or a further holder out of the gap only decides'(net, answer, evaluate, r) {
    const bands = net.records.filter(
      (x) => x.kind === 'ownership' && x.equityPpm && x.equityPpm.hi > x.equityPpm.lo,
    ) as Extract<Rec, { kind: 'ownership' }>[];
    if (!bands.length || !decided(of(answer)) || contested(net) || net.features.has('floor')) return undefined;
    const s = r.pick(bands),
      { lo, hi } = s.equityPpm!,
      at = lo + r.int(hi - lo + 1);
    const sure = net.records.reduce(
      (a, x) => a + (x.kind === 'ownership' && x.asset === s.asset && x !== s ? (x.equityPpm?.lo ?? 0) : 0),
      0,
    );
    if (sure + at > 1_000_000) return undefined;
    const now = of(
      evaluate(
        [...net.records, { ...s, level: 'confirmed', origin: 'narrowed', equityPpm: { lo: at, hi: at } }],
        net.question,
        net.rulebook,
      ),
    );
    return now === of(answer) || fullOf(net, s.asset) ? '' : `${of(answer)} becomes ${now} where ${s.id} is ${at}`;
  },
  'order: neither the order of records nor saying one twice changes anything'(net, answer, evaluate, r) {
    const now = evaluate(r.shuffle([...net.records, r.pick(net.records)]), net.question, net.rulebook);
    return same(answer, now) ? '' : `${show(answer)} becomes ${show(now)}`;
  },
  'renaming: verdicts do not depend on ids'(net, answer, evaluate) {
    const now = evaluate(
      restate(net.records, rename),
      {
        ...net.question,
        product: to(net.question.product),
        ...(net.question.bom === undefined ? {} : { bom: to(net.question.bom) }),
      },
      net.rulebook,
    );
    return of(now) === of(answer) && now.applies === answer.applies ? '' : `${show(answer)} becomes ${show(now)}`;
  },
  'irrelevance: what no walk, owner, paper or list reaches changes nothing'(net, answer, evaluate) {
    const stray: Rec[] = [
      { kind: 'product', id: 'stray', level: 'confirmed', maker: 'stray.c', roles: ['camera'] },
      { kind: 'party', id: 'stray.c', level: 'confirmed', domicile: 'CN' },
      { kind: 'recipe', id: 'stray.r', level: 'confirmed', output: 'stray', country: 'CN' },
      {
        kind: 'line',
        id: 'stray.l',
        level: 'confirmed',
        recipe: 'stray.r',
        line: '1',
        options: [{ product: 'stray' }],
      },
      { kind: 'ownership', id: 'stray.o', level: 'confirmed', owner: 'stray.c', asset: 'stray.d' },
      { kind: 'evidence', id: 'stray.e', level: 'confirmed', docKind: 'waiver', supports: ['e'.repeat(64)] },
      { kind: 'listing', id: 'stray.i', level: 'confirmed', list: 'stray', names: ['Name 0'] },
    ];
    const now = evaluate([...net.records, ...stray], net.question, net.rulebook);
    return same(answer, now) ? '' : `${show(answer)} becomes ${show(now)}`;
  },
  'time: records that are not valid on the day change nothing'(net, answer, evaluate) {
    const other = net.records.flatMap((x): Rec[] =>
      [
        { ...x, origin: 'then', validTo: '2020-01-01' },
        { ...x, origin: 'later', validFrom: '2030-01-01', supersedes: digestOf(x) },
      ].map(
        ({ supersedes, ...y }) =>
          (y.validFrom === '2030-01-01' ? { ...y, ...(supersedes ? { supersedes } : {}) } : y) as Rec,
      ),
    );
    const now = evaluate([...net.records, ...other], net.question, net.rulebook);
    return same(answer, now) ? '' : `${show(answer)} becomes ${show(now)}`;
  },
  'replay: the same input gives the same answer'(net, answer, evaluate) {
    const again = generate(net.seed),
      now = evaluate(again.records, again.question, again.rulebook);
    return same(answer, now) ? '' : `${show(answer)} becomes ${show(now)}`;
  },
  'floors: raising floor.clear never makes clear, raising floor.red never makes red'(net, answer, evaluate) {
    if (has(net, 'unless') || !of(answer)) return undefined;
    const raised = (change: (floor: Floor) => Floor): Verdict | undefined => {
      const { floor, ...rest } = net.rulebook;
      const book: Rulebook = {
        ...rest,
        floor: change(floor ?? {}),
        clauses: net.rulebook.clauses.map((c) => (c.floor ? { ...c, floor: change(c.floor) } : c)),
      };
      return of(evaluate(net.records, net.question, book));
    };
    const strict = raised((f) => ({ ...f, clear: { ...f.clear, kind: ['no such paper'] } })),
      lax = raised((f) => ({ ...f, red: { level: 'inferred' } }));
    if (of(answer) !== 'clear' && strict === 'clear') return `${of(answer)} becomes clear under a higher floor.clear`;
    // Under a lower floor an inferred statement may hold that contradicts its items (6.3, 6.4): no counter-claims here.
    return of(answer) === 'red' &&
      lax !== undefined &&
      lax !== 'red' &&
      !['not', 'share', 'material', 'owned', 'listed'].some((w) => has(net, w))
      ? `${lax} under a lower floor.red, red under the higher`
      : '';
  },
  'reference: the engine and the plain evaluator agree'(net) {
    const [a, b] = [plain(net.records, net.question, net.rulebook), engine(net.records, net.question, net.rulebook)];
    // Where no member of a bad group is surely reached, one stands for it: which one is the implementation's business (5.4).
    const standIn = [...a.red.keys()].every((id) => a.red.get(id)!.length === 1 && b.red.get(id)!.length === 1);
    return a.applies === b.applies && of(a) === of(b) && a.verdict === b.verdict && (standIn || same(a, b))
      ? ''
      : `plain ${show(a)}, engine ${show(b)}`;
  },
  'enumeration: never decided against a completion; polar and by default floors, unknown only where completions differ'(
    net,
    answer,
    evaluate,
  ) {
    const v = of(answer),
      all = v === undefined || answer.applies !== 'yes' ? null : completions(net, 6, 40);
    // Of joined parties each has its own list of owners, and these can contradict each other once completed.
    if (!all?.length || (contested(net) && ['owned', 'closure', 'listed'].some((w) => has(net, w)))) return undefined;
    const ends = new Set<Verdict>();
    for (const c of all) {
      const now = of(evaluate(c.records, net.question, net.rulebook));
      if (now && decided(v) && now !== v)
        return `${v}, but ${now} with ${c.records
          .slice(net.records.length)
          .map((x) => `${x.kind} ${x.id}`)
          .join(', ')}`;
      if (c.total && now) ends.add(now);
    }
    const settled = !['list broken', 'list outside', 'list incomplete'].some((f) => net.features.has(f));
    const exact =
      settled &&
      net.polar &&
      defaultFloors(net) &&
      !has(net, 'listed') &&
      !has(net, 'owned') &&
      !contested(net) &&
      !has(net, 'roles') &&
      !has(net, 'role') &&
      !(has(net, 'operator') && deliveredFromSite(net));
    return exact && v === 'unknown' && ends.size === 1 && !ends.has('unknown')
      ? `unknown, but every completion is ${[...ends][0]}`
      : '';
  },
};

export const LAWS: Readonly<Record<string, Law>> = { ...OWN, ...MONOTONE };

const same = (a: Answer, b: Answer): boolean => show(a) === show(b);
const show = (a: Answer): string => `${a.applies} ${[...a.clauses].map(([id, v]) => `${id}=${v}(${a.red.get(id)})`)}`;
const to = (id: string): string => `${String.fromCharCode(122 - (id.charCodeAt(id.length - 1) % 26))}/${id}`;
/** The same record under other ids, in another order of names. */
function rename(r: Rec): Rec {
  const id = to(r.id);
  switch (r.kind) {
    case 'ownership':
      return { ...r, id, owner: to(r.owner), asset: to(r.asset) };
    case 'facility':
      return { ...r, id, ...(r.operator === undefined ? {} : { operator: to(r.operator) }) };
    case 'product':
      return { ...r, id, ...(r.maker === undefined ? {} : { maker: to(r.maker) }) };
    case 'recipe':
      return { ...r, id, output: to(r.output), ...(r.facility === undefined ? {} : { facility: to(r.facility) }) };
    case 'line':
      return {
        ...r,
        id,
        recipe: to(r.recipe),
        options: r.options.map((o) => ({ ...o, product: o.product === null ? null : to(o.product) })),
      };
    case 'supply':
      return {
        ...r,
        id,
        product: to(r.product),
        supplier: to(r.supplier),
        ...(r.buyer === undefined ? {} : { buyer: to(r.buyer) }),
        ...(r.facility === undefined ? {} : { facility: to(r.facility) }),
      };
    case 'material':
      return { ...r, id, product: to(r.product) };
    case 'completeness':
      return { ...r, id, of: r.list === 'entries' ? r.of : to(r.of) };
    default:
      return { ...r, id };
  }
}
/** Whether a record contradicts another, or a statement about its list, so that without it the rest may say more. */
function counterClaim(net: Network, lost: Rec): boolean {
  const d = digestOf(lost),
    outside = (list: string, x: string): boolean =>
      net.records.some((c) => c.kind === 'completeness' && c.list === list && c.of === x && !c.members.includes(d));
  if (net.records.some((x) => x !== lost && x.kind === lost.kind && x.id === lost.id)) return true;
  // Below a recorded container, roles may contradict it; an untold product is asked more; a stake may exceed the whole.
  if (lost.kind === 'product' || lost.kind === 'completeness')
    return lost.kind === 'product'
      ? net.records.some((x) => x.kind === 'product' && x.roles !== undefined)
      : lost.status !== 'complete';
  return lost.kind === 'line'
    ? true
    : lost.kind === 'recipe'
      ? outside('recipes', lost.output) || lost.use !== undefined || (lost.output === net.question.product && net.question.bom === undefined)
      : lost.kind === 'supply'
        ? true
        : lost.kind === 'ownership'
          ? outside('owners', lost.asset) || true
          : lost.kind === 'listing'
            ? outside('entries', lost.list)
            : lost.kind === 'material'
              ? outside('materials', lost.product) || sumOf(net, lost.product) !== 1_000_000
              : false;
}
const sumOf = (net: Network, product: string): number =>
  net.records.reduce((a, x) => a + (x.kind === 'material' && x.product === product ? x.massPpm.hi : 0), 0);
const fullOf = (net: Network, asset: string): boolean =>
  net.records.some((x) => x.kind === 'completeness' && x.list === 'owners' && x.of === asset);

/** Every law on `count` random networks, and on directed ones beside them. */
export function runLaws(count: number, first = 0, evaluate: Evaluate = engine): Tally {
  const seeds = seedsOf(count, first);
  const tally: Tally = {
    networks: count,
    all: seeds.length,
    verdicts: { clear: 0, red: 0, unknown: 0 },
    features: new Map(),
    tried: new Map(),
    broken: [],
  };
  for (const seed of seeds) {
    const net = generate(seed),
      r = random(seed + 0x5eed);
    for (const f of net.features) tally.features.set(f, (tally.features.get(f) ?? 0) + 1);
    const answer = evaluate(net.records, net.question, net.rulebook),
      v = of(answer);
    if (v) tally.verdicts[v]++;
    for (const [law, holds] of Object.entries(LAWS)) {
      let what: string | undefined;
      try {
        what = holds(net, answer, evaluate, r);
      } catch (error) {
        what = `threw ${error instanceof Error ? error.message : error}`;
      }
      if (what !== undefined) tally.tried.set(law, (tally.tried.get(law) ?? 0) + 1);
      if (what) tally.broken.push({ law, seed, what });
    }
  }
  return tally;
}

/** What is too rare in a run of that many networks: 300 of 10 000 for a feature, 15 % for a verdict. */
export function tooRare({ networks, verdicts, features, tried }: Tally): string[] {
  const all = verdicts.clear + verdicts.red + verdicts.unknown;
  return [
    ...(['clear', 'red', 'unknown'] as const).flatMap((v) =>
      verdicts[v] < all * 0.15 ? [`${v}: ${verdicts[v]} of ${all}`] : [],
    ),
    ...[...features].flatMap(([f, n]) => (n < networks * 0.03 ? [`${f}: ${n} of ${networks}`] : [])),
    ...Object.keys(LAWS).flatMap((law) =>
      (tried.get(law) ?? 0) < networks * 0.03 ? [`${law}: ${tried.get(law) ?? 0} of ${networks}`] : [],
    ),
  ];
}

/** What a run met, for people. */
export function report(tally: Tally): string {
  const { clear, red, unknown } = tally.verdicts;
  const all = clear + red + unknown;
  const part = (n: number): string => `${((100 * n) / all).toFixed(1)} %`;
  const laws = Object.keys(LAWS).map((law) => {
    const broken = tally.broken.filter((b) => b.law === law);
    const some = broken.slice(0, 10).map((b) => `\n         seed ${b.seed}: ${b.what}`);
    return `${broken.length ? 'BROKEN' : 'holds '} ${String(tally.tried.get(law) ?? 0).padStart(6)}  ${law}${some.join('')}`;
  });
  const met = [...tally.features].sort((a, b) => a[1] - b[1]).map(([f, n]) => `${String(n).padStart(8)}  ${f}`);
  const counts = `clear ${part(clear)}, red ${part(red)}, unknown ${part(unknown)}, no verdict ${tally.all - all}`;
  return [`${tally.networks} random networks, ${tally.all - tally.networks} directed and kept ones: ${counts}`, ...laws, 'networks with', ...met].join('\n');
}
