/**
 * The meaning of a verdict a second time, plain and slow: docs/semantics.md section by section, naive fixed points over
 * Sets. Written to be read beside that page and compared with the engine, never to be fast. It shares only types.
 */
import type {
  Completeness,
  Digest,
  Id,
  Kind,
  Line,
  Listing,
  ListName,
  Rec,
  Recipe,
  RecOf,
  Supply,
  Use,
} from '../../src/model/record.ts';
import type { Clause, Floor, Rulebook, Unless } from '../../src/rules/rulebook.ts';
import type { Bound, EvidencePred, Places, Pred, Question } from '../../src/select/predicate.ts';

type Val = 0 | 1 | 2;
const F = 0,
  U = 1,
  T = 2;
export type Verdict = 'clear' | 'red' | 'unknown';
export interface ClauseResult {
  id: string;
  verdict: Verdict;
  subjects: Map<Id, Verdict>;
}
export interface Result {
  applies: 'yes' | 'no' | 'unknown' | 'not-yet' | 'expired';
  verdict?: Verdict;
  clauses: ClauseResult[];
}
type Need = 'red' | 'clear';
/** Section 3: the strength that T needs and that F needs. */
type Sign = { t: Need; f: Need };
type Member = { use: Use | 'open'; claimed: boolean };
type Option = Member & { claims: Map<Id, Line[]>; shares: Claims<{ lo: number; hi: number }> };
type LineK = { records: Line[]; options: Option[] };
type Way = Member & { recipe: Recipe[]; supply: Supply[]; lines: LineK[]; raw: boolean };
/** A walk: from where, with which strengths, for what. Its nodes are product ids, or `id@depth` where tiers are counted. */
type Walk = {
  start: Id;
  sign: Sign;
  expand: (id: Id) => Val;
  local: (id: Id, way: Way) => Val;
  roles?: readonly string[] | undefined;
  tiers?: number | undefined;
  independent?: boolean;
};
type Claims<X> = [Rec, X][];
type Ends = [bigint, bigint];
type Item = { weight: Val; amount: Ends; share: Ends };

const PLUS: Sign = { t: 'red', f: 'clear' },
  MINUS: Sign = { t: 'clear', f: 'red' };
const turn = (s: Sign): Sign => (s === PLUS ? MINUS : PLUS);
const not = (v: Val): Val => (2 - v) as Val;
const all = (...vs: Val[]): Val => Math.min(T, ...vs) as Val;
const any = (...vs: Val[]): Val => Math.max(F, ...vs) as Val;
const truth = (b: boolean): Val => (b ? T : F);
/** T or F where the member given is in the list, U where the question leaves it out. */
const given = (list: readonly string[], x: string | undefined): Val => (x === undefined ? U : truth(list.includes(x)));
const during = (x: { from?: string | undefined; to?: string | undefined }, day: string): boolean =>
  (x.from ?? '') <= day && (x.to === undefined || day < x.to);
const age = (from: string | undefined, to: string): number =>
  from === undefined ? Infinity : (Date.parse(to) - Date.parse(from)) / 86_400_000;
const M = 1_000_000n,
  NO_BOUND = 10n ** 200n,
  PIECES: Record<string, bigint> = { C62: 1n, H87: 1n, EA: 1n, PR: 2n, DZN: 12n, MIL: 1000n },
  GRAMS: Record<string, string> = { KGM: '1000', GRM: '1', MGM: '0.001', TNE: '1000000', LBR: '453.59237', ONZ: '28.349523125' };
/** 6.3: a test as its ways of catching, and its ways of passing holdings on where these are others. */
export type Way63 = { of: 'equity' | 'voting' | 'board' | 'debt'; from: bigint; oneHand?: true; doubtful?: true } | { rights: string[]; doubtful?: true };
const any63 = (from: bigint, ...of: ('equity' | 'voting' | 'board')[]): Way63[] => of.map((x) => ({ of: x, from }));
const doubt = (ways: Way63[]): Way63[] => ways.map((w) => ({ ...w, doubtful: true }));
const EVERY_RIGHT = { rights: ['contract', 'licence', 'appoints', 'consolidates', 'other'] };
export const NAMED: Record<string, { catches: Way63[]; passes?: Way63[] }> = {
  DOMICILE: { catches: [] },
  OWN50_CASCADE: { catches: any63(500_000n, 'equity') },
  ANY_CAPITAL: { catches: any63(1n, 'equity') },
  CHIPS25: {
    catches: any63(250_000n, 'equity', 'voting', 'board'),
    passes: [...any63(M, 'equity', 'voting'), ...doubt(any63(1n, 'equity', 'voting', 'board'))],
  },
  CHIPS50LIST: { catches: any63(500_000n, 'voting'), passes: [...any63(M, 'voting'), ...doubt(any63(1n, 'voting'))] },
  DOE25: {
    catches: [...any63(250_000n, 'equity', 'voting', 'board'), { rights: ['contract', 'licence'] }],
    passes: [
      ...any63(M, 'equity', 'voting'),
      ...doubt([...any63(1n, 'equity', 'voting', 'board'), { rights: ['contract', 'licence'] }]),
    ],
  },
  OBBBA_SFE: {
    catches: [...any63(500_001n, 'equity'), ...doubt(any63(500_001n, 'voting'))],
    passes: [...any63(M, 'equity'), ...doubt(any63(1n, 'equity', 'voting'))],
  },
  OBBBA_FIE: {
    catches: [
      { of: 'equity', from: 250_000n, oneHand: true },
      { of: 'equity', from: 400_000n },
      { of: 'debt', from: 150_000n },
      { rights: ['appoints', 'contract', 'licence'] },
      { of: 'voting', from: 250_000n, oneHand: true, doubtful: true },
      ...doubt(any63(400_000n, 'voting')),
    ],
    passes: [],
  },
  AFFILIATE: {
    catches: [
      ...any63(500_001n, 'equity', 'voting'),
      { rights: ['contract', 'appoints', 'consolidates'] },
      ...doubt([...any63(100_000n, 'equity', 'voting', 'board'), { rights: ['licence', 'other'] }]),
    ],
  },
  TW_RED: {
    catches: [...any63(300_001n, 'equity'), ...doubt([...any63(1n, 'equity', 'voting'), EVERY_RIGHT])],
    passes: [...any63(M, 'equity'), ...doubt([...any63(1n, 'equity', 'voting'), EVERY_RIGHT])],
  },
};
/** Decimal text as an integer of 1e-18. */
const exact = (text: string): bigint => BigInt(text.split('.')[0]! + (text.split('.')[1] ?? '').padEnd(18, '0'));
const max = (...xs: bigint[]): bigint => xs.reduce((a, b) => (a > b ? a : b)),
  min = (...xs: bigint[]): bigint => xs.reduce((a, b) => (a < b ? a : b));
const sum = (xs: bigint[]): bigint => xs.reduce((a, b) => a + b, 0n);
const group = <X>(xs: readonly X[], key: (x: X) => string): Map<string, X[]> => {
  const groups = new Map<string, X[]>();
  for (const x of xs) groups.set(key(x), [...(groups.get(key(x)) ?? []), x]);
  return groups;
};
/** The groups, in the order of their keys. */
const grouped = <X>(xs: readonly X[], key: (x: X) => string): X[][] =>
  [...group(xs, key)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, g]) => g);
/** Least fixed point: a node joins once those before it let it. */
const least = <X>(nodes: Iterable<X>, joins: (node: X, so: Set<X>) => boolean): Set<X> => {
  const so = new Set<X>();
  for (let before = -1; before < so.size; ) {
    before = so.size;
    for (const node of nodes) if (!so.has(node) && joins(node, so)) so.add(node);
  }
  return so;
};
/** 6.4: the least (end 0) or greatest (end 1) sum of share x value over one line, its shares filled greedily to a million. */
const extreme = (options: { share: Ends; value: bigint }[], end: 0 | 1): bigint => {
  let rest = M - sum(options.map((o) => o.share[0])),
    total = 0n;
  for (const {
    share: [lo, hi],
    value,
  } of [...options].sort((a, b) => (a.value === b.value ? 0 : a.value < b.value === (end === 0) ? -1 : 1))) {
    const more = min(rest, hi - lo);
    rest -= more;
    total += (lo + more) * value;
  }
  return total;
};
/** 2.3: counted members of a group, and whether a condition that needs some member holds for it. */
const counted = <X extends Member>(group: readonly X[], independent = false): X[] =>
  group.filter(({ use }) => use === 'in-use' || use === 'open' || (independent && use === 'approved'));
const some = <X extends Member>(group: readonly X[], good: (x: X) => boolean, independent = false): boolean =>
  counted(group, independent).some((x) => x.use !== 'open' && good(x)) ||
  (!group.some((x) => x.use === 'in-use') &&
    group.some((x) => x.use === 'open') &&
    group.every((x) => x.use !== 'open' || good(x)));

export function reference(
  records: readonly Rec[],
  question: Question,
  rulebook: Rulebook,
  digestOf: (r: Rec) => Digest,
  sameName: (a: string, b: string) => boolean = (a, b) => a.toLowerCase() === b.toLowerCase(),
): Result {
  const { asOf, knownAt, product: root } = question;
  // 1.1 In force.
  const valid = [...group(records, digestOf).values()]
    .map(([r]) => r!)
    .filter((r) => during({ from: r.validFrom, to: r.validTo }, asOf) && !(r.kind === 'evidence' && (r.issued ?? '') > knownAt));
  const gone = new Set(valid.flatMap((r) => [r.supersedes, r.kind === 'judgement' ? r.withdraws : undefined]));
  const byDigest = new Map(valid.filter((r) => !gone.has(digestOf(r))).map((r) => [digestOf(r), r]));
  const of = <K extends Kind>(kind: K): RecOf<K>[] =>
    [...byDigest.values()].filter((r): r is RecOf<K> => r.kind === kind);
  const [parties, stakes, facilities, products, recipes, lineRecords] = [
    of('party'),
    of('ownership'),
    of('facility'),
    of('product'),
    of('recipe'),
    of('line'),
  ];
  const [supplies, materials, papers, statements, listings, judgements] = [
    of('supply'),
    of('material'),
    of('evidence'),
    of('completeness'),
    of('listing'),
    of('judgement'),
  ];
  const claims = <R extends Rec, P extends keyof R>(rs: readonly R[], field: P): [R, NonNullable<R[P]>][] =>
    rs.filter((r) => r[field] !== undefined).map((r) => [r, r[field]!]);
  const productOf = (id: Id) => products.filter((r) => r.id === id);
  // 1.4 Classes.
  const pairs = judgements.flatMap(({ left, right, says }) => {
    const ends = [byDigest.get(left!), byDigest.get(right!)];
    return ends.every((r) => r?.kind === 'party') ? [{ says, ids: ends.map((r) => r!.id) }] : [];
  });
  const classes = new Map<Id, Id>();
  const classOf = (id: Id): Id => {
    if (!classes.has(id))
      classes.set(
        id,
        [
          ...least(
            [id, ...pairs.flatMap((p) => p.ids)],
            (x, so) =>
              x === id || pairs.some((p) => p.says === 'same' && p.ids.includes(x) && p.ids.some((y) => so.has(y))),
          ),
        ].sort()[0]!,
      );
    return classes.get(id)!;
  };
  const torn = (c: Id): boolean => pairs.some((p) => p.says === 'different' && p.ids.every((x) => classOf(x) === c));
  const partyOf = (c: Id) => parties.filter((r) => classOf(r.id) === c);
  // 1.5 Roles contain.
  const below = (id: Id): Set<Id> =>
    least([...products.map((r) => r.id), ...recipes.map((r) => r.output)], (x, so) =>
      recipes.some(
        (r) =>
          (r.output === id || so.has(r.output)) &&
          lineRecords.some(
            (l) => l.recipe === r.id && l.options.some((o, i) => (o.product ?? `?${l.recipe}#${l.line}/${i}`) === x),
          ),
      ),
    );
  const tornRoles = (id: Id): boolean =>
    id !== root &&
    [...below(id)].some((x) =>
      claims(productOf(x), 'roles').some(([, rs]) =>
        rs.some((r) => claims(productOf(id), 'roles').some(([, own]) => !own.includes(r))),
      ),
    );
  const version = rulebook.versions.filter((v) => during(v, asOf)).sort((a, b) => (a.from < b.from ? 1 : -1))[0];
  const places = (p: Places) => (typeof p === 'string' ? (version?.sets?.[p] ?? rulebook.sets?.[p] ?? []) : p);

  const judge = (floor: Floor) => {
    const cache = new Map<string, unknown>(),
      numbers = new Map<object, number>();
    const number = (x: object): number => numbers.get(x) ?? (numbers.set(x, numbers.size), numbers.size - 1);
    const memo = <X>(key: string, make: () => X): X =>
      (cache.has(key) ? cache.get(key) : (cache.set(key, make()), cache.get(key))) as X;
    // 3 Floors, 1.3 reading.
    const meets = (e: RecOf<'evidence'>, want: Partial<EvidencePred>): boolean =>
      (want.kind?.includes(e.docKind) ?? true) &&
      (!want.issuer || want.issuer.includes(e.issuer!)) &&
      (want.maxAgeDays === undefined || age(e.issued, knownAt) <= want.maxAgeDays) &&
      (!want.custody || want.custody.includes(e.custody!));
    const acquits = (e: RecOf<'evidence'>): boolean =>
      meets(e, floor.clear!) &&
      (floor.clear!.custody !== undefined || !['mass-balance', 'book-and-claim'].includes(e.custody!));
    const strong = (r: Rec, need: Need): boolean =>
      memo(`strong ${need} ${digestOf(r)}`, () =>
        need === 'red'
          ? floor.red?.level === 'inferred' || r.level === 'confirmed'
          : floor.clear ? papers.some((e) => e.supports.includes(digestOf(r)) && acquits(e)) : r.level === 'confirmed',
      );
    const read = <X>(cs: Claims<X>, s: Sign, test: (x: X) => Val): Val => {
      const [v, ...rest] = cs.map(([, x]) => test(x));
      return v === undefined || v === U || rest.some((x) => x !== v)
        ? U
        : cs.some(([r]) => strong(r, v === T ? s.t : s.f))
          ? v
          : U;
    };
    const ends = (cs: Claims<Ends>, need: Need, none: Ends): Ends => {
      const xs = cs.filter(([r]) => strong(r, need)).map(([, x]) => x);
      const hull: Ends = [min(...xs.map((x) => x[0]), NO_BOUND), max(...xs.map((x) => x[1]), 0n)];
      return xs.find(([lo, hi]) => xs.every((x) => x[0] <= lo && hi <= x[1])) ?? (xs.length ? hull : none);
    };
    const ppm = (cs: Claims<{ lo: number; hi: number }>, need: Need): Ends =>
      ends(
        cs.map(([r, x]) => [r, [BigInt(x.lo), BigInt(x.hi)]]),
        need,
        [0n, M],
      );
    // 4 Lists.
    const members = (list: ListName, x: Id): Rec[] =>
      list === 'components'
        ? lineRecords.filter((r) => r.recipe === x)
        : list === 'recipes'
          ? recipes.filter((r) => r.output === x)
          : list === 'supplies'
            ? supplies.filter((r) => r.product === x)
            : list === 'owners'
              ? stakes.filter((r) => classOf(r.asset) === classOf(x))
              : list === 'materials'
                ? materials.filter((r) => r.product === x)
                : listings.filter((r) => r.list === x);
    const keyOf = (r: Rec): string =>
      r.kind === 'line'
        ? `${r.recipe} ${r.line}`
        : r.kind === 'ownership'
          ? `${r.owner} ${r.asset}`
          : r.kind === 'material'
            ? r.substance
            : r.id;
    const inScope = (r: Rec, scope: Completeness['scope']): boolean =>
      scope === undefined ||
      ('abovePpm' in scope
        ? (r as RecOf<'ownership'>).equityPpm === undefined || (r as RecOf<'ownership'>).equityPpm!.hi >= scope.abovePpm
        : (r as Line).options.some((o) => {
            const roles = claims(productOf(o.product ?? ''), 'roles');
            return !roles.length || roles.some(([, x]) => x.some((y) => scope.roles.includes(y)));
          }));
    const pinned = (c: Completeness): boolean => {
      const own = members(c.list, c.of),
        pins = own.filter((r) => c.members.includes(digestOf(r)));
      return (
        c.members.every((d) => pins.some((r) => digestOf(r) === d)) &&
        own.every((r) => {
          const same = pins.filter((p) => keyOf(p) === keyOf(r));
          return (
            !inScope(r, c.scope) ||
            (same.length > 0 &&
              (r.kind !== 'line' || same.some((p) => r.options.length <= (p as Line).options.length)))
          );
        })
      );
    };
    const bears = (r: Rec, need: Need): boolean => strong(r, 'clear') && strong(r, need);
    const holding = (same: Completeness[], need: Need): boolean =>
      same.every((c) => c.status === 'complete') && same.some((c) => bears(c, need) && pinned(c));
    /** The digests that a held statement pins, or null where the list does not hold. */
    const held = (list: ListName, x: Id, need: Need, roles?: readonly string[], above = false): Set<Digest> | null =>
      memo(`held ${list} ${x} ${need} ${roles} ${above}`, () => {
        const said = statements.filter(
          (c) => c.list === list && (list === 'owners' ? classOf(c.of) === classOf(x) : c.of === x),
        );
        const covers = ({ scope }: Completeness): boolean =>
          above
            ? scope !== undefined && 'abovePpm' in scope
            : scope === undefined ||
              ('roles' in scope && roles !== undefined && roles.every((r) => scope.roles.includes(r)));
        const hold = [...group(said, (c) => JSON.stringify(c.scope ?? null)).values()].filter(
          (same) => covers(same[0]!) && holding(same, need),
        );
        const sole =
          list === 'recipes' &&
          group(members(list, x), (r) => r.id).size === 1 &&
          members(list, x).some((r) => (r as Recipe).sole && bears(r, need));
        return hold.length || sole ? new Set(hold.flat().flatMap((c) => c.members)) : null;
      });
    // 2 Ways.
    const useOf = (cs: Claims<Use>): Member => {
      const uses = new Set(
        cs.filter(([r, use]) => strong(r, 'clear') || (use === 'in-use' && strong(r, 'red'))).map(([, use]) => use),
      );
      return { use: uses.size === 1 ? [...uses][0]! : 'open', claimed: uses.has('approved') || uses.has('known') };
    };
    const soleInUse = <X extends Member>(group: X[]): X[] =>
      group.length === 1 && group[0]!.use === 'open' && !group[0]!.claimed ? [{ ...group[0]!, use: 'in-use' }] : group;
    const lines = (recipe: Id): LineK[] =>
      memo(`lines ${recipe}`, () =>
        grouped(
          lineRecords.filter((l) => l.recipe === recipe),
          (l) => l.line,
        ).map((rs) => ({
          records: rs,
          options: soleInUse(
            Array.from({ length: Math.max(...rs.map((l) => l.options.length)) }, (_, i): Option => {
              const at = rs.filter((l) => l.options[i]),
                named = at.filter((l) => l.options[i]!.product !== null);
              return {
                ...useOf(at.flatMap((l) => (l.options[i]!.use ? [[l, l.options[i]!.use!]] : []))),
                shares: at.flatMap((l) => (l.options[i]!.share ? [[l, l.options[i]!.share!]] : [])),
                claims: named.length
                  ? group(named, (l) => l.options[i]!.product!)
                  : new Map([[`?${recipe}#${rs[0]!.line}/${i}`, at]]),
              };
            }),
          ),
        })),
      );
    const ways = (n: Id, need: Need): Way[] =>
      memo(`ways ${n} ${need}`, () => {
        const rs = grouped(
          recipes.filter((r) => r.output === n && (n !== root || (question.bom ?? r.id) === r.id)),
          (r) => r.id,
        );
        const bought = grouped(
          supplies.filter((s) => s.product === n),
          (s) => s.id,
        );
        const ss = bought.filter(
          (s) =>
            !claims(s, 'buyer').some(([, b]) =>
              bought.some((o) => o !== s && o.some((x) => classOf(x.supplier) === classOf(b))),
            ),
        );
        const agree = (r: Recipe[], s: Supply[]): boolean => {
          const [a, b] = [claims(r, 'facility'), claims(s, 'facility')];
          return !a.length || !b.length || a.some(([, x]) => b.some(([, y]) => x === y));
        };
        const way = (recipe: Recipe[], supply: Supply[], raw = false): Way => {
          const parts = [recipe, supply]
              .filter((rs) => rs.length)
              .map((rs) => useOf(claims<Recipe | Supply, 'use'>(rs, 'use'))),
            has = (use: Member['use']): boolean => parts.some((p) => p.use === use);
          return {
            recipe,
            supply,
            raw,
            lines: recipe.length ? lines(recipe[0]!.id) : [],
            claimed: parts.some((p) => p.claimed),
            use: has('known')
              ? 'known'
              : has('open') || !parts.length
                ? 'open'
                : has('approved')
                  ? 'approved'
                  : 'in-use',
          };
        };
        const closed = n !== root && held('recipes', n, need) !== null;
        const found = [
          ...rs.flatMap((r) =>
            (ss.some((s) => agree(r, s)) ? ss.filter((s) => agree(r, s)) : [[]]).map((s) => way(r, s)),
          ),
          ...ss.filter((s) => !rs.some((r) => agree(r, s))).map((s) => way([], s, closed && !rs.length)),
        ];
        if (n !== root && !closed) return soleInUse([...found, way([], [])]);
        // Of each supply that is in use some way is, besides of the product.
        const serving = (s: Supply[]): Way[] => found.filter((w) => w.supply === s && (w.use === 'open' || w.use === 'in-use'));
        const certain = ss.flatMap((s) => (useOf(claims(s, 'use')).use === 'in-use' ? soleInUse(serving(s)) : serving(s)));
        const rest = found.filter((w) => !ss.some((s) => serving(s).includes(w)));
        return soleInUse(found.length ? [...certain, ...rest] : [way([], [], n !== root)]);
      });
    const components = (w: Way, need: Need, roles?: readonly string[]): Set<Digest> | null =>
      w.raw ? new Set() : w.recipe.length ? held('components', w.recipe[0]!.id, need, roles) : null;
    // 5 Walks.
    const maker = (n: Id): Claims<Id> => claims(productOf(n), 'maker').map(([r, m]) => [r, classOf(m)]);
    const makerIs = (n: Id, c: Id | undefined, s: Sign): Val =>
      read(maker(n), s, (m) => (c === undefined || (m === c && torn(c)) ? U : truth(m === c)));
    const sameMaker = (a: Id, b: Id, s: Sign): Val =>
      new Set(maker(a).map(([, c]) => c)).size === 1 ? read(maker(a), s, (c) => makerIs(b, c, s)) : U;
    const idOf = (g: Walk, n: Id): Id => (g.tiers === undefined ? n : n.slice(0, n.lastIndexOf('@')));
    const depth = (n: Id): number => Number(n.slice(n.lastIndexOf('@') + 1));
    const child = (g: Walk, n: Id, to: Id, deep: boolean): Id =>
      g.tiers === undefined
        ? to
        : `${to}@${depth(n) + ((deep ? sameMaker(idOf(g, n), to, g.sign) !== T : sameMaker(idOf(g, n), to, g.sign) === F) ? 1 : 0)}`;
    const expand = (g: Walk, n: Id): Val =>
      n === g.start ? g.expand(idOf(g, n)) : g.tiers !== undefined && depth(n) >= g.tiers ? F : g.expand(idOf(g, n));
    const visited = (g: Walk, deep: boolean): Id[] => {
      const met = [g.start];
      for (const n of met)
        if (expand(g, n) !== F)
          for (const w of counted(ways(idOf(g, n), g.sign.f), g.independent))
            for (const l of w.lines)
              for (const o of counted(l.options, g.independent))
                for (const p of o.claims.keys())
                  if (!met.includes(child(g, n, p, deep))) met.push(child(g, n, p, deep));
      return met;
    };
    const surely = (rs: Rec[], need: Need): boolean => rs.some((r) => strong(r, need));
    const within = (g: Walk, n: Id, o: Option, deep: boolean, so: Set<Id>): boolean =>
      [...o.claims.keys()].every((p) => so.has(child(g, n, p, deep)));
    const badOption = (g: Walk, n: Id, w: Way, o: Option, so: Set<Id>): boolean =>
      named(g, w, o, g.sign.t) && within(g, n, o, true, so);
    const badWay = (g: Walk, n: Id, w: Way, so: Set<Id>): boolean =>
      g.local(idOf(g, n), w) === T ||
      (expand(g, n) === T &&
        surely(w.recipe, g.sign.t) &&
        w.lines.some((l) => some(l.options, (o) => badOption(g, n, w, o, so))));
    const bad = (g: Walk): Set<Id> =>
      least(visited(g, true), (n, so) => some(ways(idOf(g, n), g.sign.t), (w) => badWay(g, n, w, so)));
    const founded = (g: Walk, need: Need): Set<Id> =>
      least(visited(g, false), (n, so) =>
        some(
          ways(idOf(g, n), need),
          (w) =>
            expand(g, n) === F ||
            (components(w, need, g.roles) !== null &&
              w.lines.every((l) => some(l.options, (o) => within(g, n, o, false, so), g.independent))),
          g.independent,
        ),
      );
    /** 4: what an option names counts: by a strong record, or towards clear by a pinned one. */
    const named = (g: Walk, w: Way, o: Option, need: Need): boolean =>
      [...o.claims.values()].every((rs) =>
        rs.some((r) => strong(r, need) || (need === 'clear' && components(w, need, g.roles)?.has(digestOf(r)))),
      );
    /** Components hold, and what the options name counts. */
    const written = (g: Walk, w: Way): boolean =>
      components(w, g.sign.f, g.roles) !== null &&
      w.lines.every((l) => counted(l.options, g.independent).every((o) => named(g, w, o, g.sign.f)));
    const unclear = (g: Walk): Id[] => {
      const sound = founded(g, g.sign.f);
      return visited(g, false).filter((n) => {
        const ws = counted(ways(idOf(g, n), g.sign.f));
        return (
          !ws.length ||
          ws.some((w) => g.local(idOf(g, n), w) !== F) ||
          (expand(g, n) !== F && !(ws.every((w) => written(g, w)) && sound.has(n)))
        );
      });
    };
    const choosable = (g: Walk): Set<Id> =>
      least(visited(g, false), (n, so) =>
        some(
          ways(n, 'clear'),
          (w) =>
            g.local(n, w) === F &&
            (expand(g, n) === F ||
              (written(g, w) && w.lines.every((l) => some(l.options, (o) => within(g, n, o, false, so), true)))),
          true,
        ),
      );
    const dead = (g: Walk): Set<Id> => {
      const nodes = visited(g, true),
        sound = founded(g, 'red');
      const narrowed = (so: Set<Id>): Set<Id> => {
        const next = least(nodes, (n, earlier) => {
          const ws = ways(n, 'red').filter((w) => w.use !== 'known');
          return (
            ws.length > 0 &&
            ws.every(
              (w) =>
                g.local(n, w) === T ||
                (expand(g, n) === T &&
                  surely(w.recipe, 'red') &&
                  w.lines.some((l) => {
                    const os = l.options.filter((o) => o.use !== 'known');
                    return (
                      os.length > 0 &&
                      os.every((o) =>
                        [...o.claims].every(
                          ([p, rs]) => surely(rs, 'red') && (sound.has(n) && sound.has(p) ? so : earlier).has(p),
                        ),
                      )
                    );
                  })),
            )
          );
        });
        return next.size === so.size ? so : narrowed(next);
      };
      return narrowed(new Set(nodes));
    };
    const whole = (start: Id, sign: Sign, local: Walk['local']): Val => {
      const g: Walk = { start, sign, local, expand: () => T };
      return bad(g).has(start) ? T : unclear(g).length ? U : F;
    };
    // 6 Conditions on a product n made by way w; `only`: read with that substance alone.
    const holds = (p: Pred, n: Id, w: Way, s: Sign, only?: string): Val => {
      if ('all' in p) return all(...p.all.map((x) => holds(x, n, w, s, only)));
      if ('any' in p) return any(...p.any.map((x) => holds(x, n, w, s, only)));
      if ('not' in p) return not(holds(p.not, n, w, turn(s), only));
      if ('role' in p)
        return tornRoles(n)
          ? U
          : read(claims(productOf(n), 'roles'), s, (rs) => truth(rs.some((r) => p.role.includes(r))));
      if ('hs' in p)
        return read(claims(productOf(n), 'hs'), s, (hs) =>
          truth(p.hs.some((x) => hs.replace(/\D/g, '').startsWith(x.replace(/\D/g, '')))),
        );
      if ('category' in p) {
        const values = entries(p.category).map((e) => ({
          e,
          vs: claims(e, 'category').map(([, x]) => holds(x as Pred, n, w, s, only)),
        }));
        if (values.some(({ e, vs }) => vs.length > 0 && vs.every((v) => v === T) && entryBears(p.category, e, s.t)))
          return T;
        return edition(p.category, s.f) && values.every(({ vs }) => vs.every((v) => v === F)) ? F : U;
      }
      if ('material' in p && only !== undefined) return truth(p.material.includes(only));
      if ('material' in p)
        return bound(p.atLeast === undefined ? { moreThan: 0 } : { atLeast: p.atLeast }, s, (need) =>
          substances(n, (x) => truth(p.material.includes(x)), need),
        );
      if ('madeIn' in p) {
        const v = place(w, p.madeIn, s),
          steps = claims(w.recipe, 'steps'),
          need = v === T ? s.t : s.f;
        return !p.step ||
          (surely(
            steps.map(([r]) => r),
            need,
          ) &&
            steps.every(([, x]) => x.some((y) => p.step!.includes(y))))
          ? v
          : U;
      }
      if ('allSteps' in p)
        return memo(`allSteps ${number(p)} ${n} ${s.t}`, () => {
          const back = turn(s),
            v = whole(n, back, (_, x) =>
              all(
                read(claims(x.recipe, 'steps'), back, (steps) => truth(steps.some((y) => p.allSteps.includes(y)))),
                place(x, p.outside, back),
              ),
            );
          return v === F && !(p.seen ?? p.allSteps).every((x) => seen(n, x, s.t)) ? U : not(v);
        });
      if ('maker' in p) return read(maker(n), s, (c) => party(p.maker, c, s));
      if ('operator' in p)
        return read(site(w), s, (x) =>
          read(
            claims(
              facilities.filter((r) => r.id === x),
              'operator',
            ),
            s,
            (c) => party(p.operator, classOf(c), s),
          ),
        );
      if ('supplier' in p) return supplier(p.supplier, n, w, s);
      if ('ancestor' in p)
        return memo(`ancestor ${number(p)} ${n} ${s.t}`, () =>
          whole(n, s, (m, v) =>
            all(p.materials ? holds({ material: p.materials }, m, v, s) : T, holds(p.ancestor, m, v, s)),
          ),
        );
      if ('share' in p) return share(p, n, w, s);
      if ('evidence' in p) return shown(p.evidence, n, w) ? T : U;
      return ofQuestion(p);
    };
    const ofQuestion = (p: Pred): Val => {
      if ('act' in p) return given(p.act, question.act);
      if ('buyer' in p) return given(p.buyer, question.buyer);
      if ('purpose' in p) return given(p.purpose, question.purpose);
      if (!('date' in p)) return U;
      const day = p.of === 'act' ? question.actOn : asOf;
      return day === undefined ? U : truth(during(p.date, day));
    };
    const shown = (e: EvidencePred, n: Id, w: Way): boolean => {
      const about: Rec[][] =
        e.about === 'product'
          ? [productOf(n)]
          : e.about === 'maker'
            ? maker(n).map(([, c]) => partyOf(c))
            : e.about === 'facility'
              ? site(w).map(([, x]) => facilities.filter((r) => r.id === x))
              : [];
      return (
        !e.status &&
        about.length > 0 &&
        about.every((rs) => papers.some((x) => meets(x, e) && rs.some((r) => x.supports.includes(digestOf(r)))))
      );
    };
    const site = (w: Way): Claims<Id> =>
      claims<Recipe | Supply, 'facility'>(w.recipe.length ? w.recipe : w.supply, 'facility');
    const place = (w: Way, where: Places, s: Sign): Val => {
      const codes = places(where).filter((x) => typeof x === 'string'),
        regions = places(where).flatMap((x) => (typeof x === 'string' ? [] : [x.region]));
      const country = claims(w.recipe, 'country');
      const built = facilities.filter((f) => f.country !== undefined && w.recipe.some((r) => r.facility === f.id));
      if (country.length && built.some((f) => country.every(([, x]) => x !== f.country))) return U;
      if (country.length) return read(country, s, (x) => (codes.includes(x) ? T : regions.length ? U : F));
      return read(claims(w.recipe, 'facility'), s, (x) => {
        const rs = facilities.filter((r) => r.id === x);
        return any(
          codes.length ? read(claims(rs, 'country'), s, (c) => truth(codes.includes(c))) : F,
          regions.length ? read(claims(rs, 'region'), s, (c) => truth(regions.includes(c))) : F,
        );
      });
    };
    const seen = (start: Id, step: string, need: Need): boolean => {
      const g: Walk = { start, sign: need === 'red' ? PLUS : MINUS, expand: () => T, local: () => F };
      return least(visited(g, false), (n, so) => {
        const ws = counted(ways(n, need));
        return (
          ws.length > 0 &&
          ws.every(
            (w) =>
              (surely(w.recipe, need) &&
                claims(w.recipe, 'steps').length > 0 &&
                claims(w.recipe, 'steps').every(([, x]) => x.includes(step))) ||
              w.lines.some(
                (l) => counted(l.options).length > 0 && counted(l.options).every((o) => within(g, n, o, false, so)),
              ),
          )
        );
      }).has(start);
    };
    const supplier = (p: Pred, n: Id, w: Way, s: Sign): Val => {
      const legs = [
          ...group(
            supplies.filter((r) => r.product === n),
            (r) => r.id,
          ).values(),
        ],
        closed = held('supplies', n, s.t) !== null;
      const sure = new Map<Supply[], boolean>(),
        inUse = (leg: Supply[]): boolean => useOf(claims(leg, 'use')).use === 'in-use';
      const follow = (leg: Supply[], certain: boolean): void => {
        if (sure.get(leg) || (!certain && sure.has(leg))) return;
        sure.set(leg, certain);
        const sellers = claims(leg, 'supplier').map(([, x]) => classOf(x)),
          single = new Set(sellers).size === 1 && surely(leg, s.t);
        for (const x of sellers)
          if (makerIs(n, x, turn(s)) !== T) {
            const next = legs.filter((l) => claims(l, 'buyer').some(([, b]) => classOf(b) === x));
            for (const l of next)
              follow(
                l,
                certain &&
                  single &&
                  makerIs(n, x, turn(s)) === F &&
                  surely(l, s.t) &&
                  claims(l, 'buyer').every(([, b]) => classOf(b) === x) &&
                  (inUse(l) || (closed && next.length === 1 && !useOf(claims(l, 'use')).claimed)),
              );
          }
      };
      const first = legs.find((l) => l[0]!.id === w.supply[0]?.id);
      if (!first) return U;
      follow(first, closed || inUse(first));
      const value = (leg: Supply[]): Val => read(claims(leg, 'supplier'), s, (x) => party(p, classOf(x), s));
      return [...sure].some(([leg, certain]) => certain && value(leg) === T)
        ? T
        : held('supplies', n, s.f) && [...sure.keys()].every((leg) => value(leg) === F)
          ? F
          : U;
    };
    const party = (p: Pred, c: Id, s: Sign): Val => {
      if ('all' in p) return all(...p.all.map((x) => party(x, c, s)));
      if ('any' in p) return any(...p.any.map((x) => party(x, c, s)));
      if ('not' in p) return not(party(p.not, c, turn(s)));
      if (torn(c) && ('domicile' in p || 'principalPlace' in p || 'listed' in p || 'owned' in p)) return U;
      if ('domicile' in p) return read(claims(partyOf(c), 'domicile'), s, (x) => truth(places(p.domicile).includes(x)));
      if ('principalPlace' in p)
        return read(claims(partyOf(c), 'principalPlace'), s, (x) => truth(places(p.principalPlace).includes(x)));
      if ('owned' in p) return owned(p.owned, p.dispersed === 'ignore', number(p), (x) => party(p.by, x, s), c, s);
      if (!('listed' in p)) return ofQuestion(p);
      const matched = (x: Id): Val => listed(p.listed, x, s),
        subsidiaries = (x: Id): Val => listed(p.listed, x, s, true);
      if (p.closure !== undefined) return any(matched(c), owned(p.closure, false, number(p), matched, c, s));
      return p.listed.some((l) => entries(l).some(wide))
        ? any(matched(c), owned('OWN50_CASCADE', false, number(p), subsidiaries, c, s))
        : matched(c);
    };
    // 4 Editions, 6.1 listed.
    const latest = (list: Id): Completeness[] => {
      const said = statements.filter((c) => c.list === 'entries' && c.of === list),
        from = said
          .map((c) => c.validFrom ?? '')
          .sort()
          .at(-1);
      return said.filter((c) => (c.validFrom ?? '') === from);
    };
    const edition = (list: Id, need: Need): boolean =>
      memo(`edition ${list} ${need}`, () => {
        const said = latest(list),
          limit = rulebook.lists?.[list]?.maxAgeDays;
        return (
          said.length > 0 && holding(said, need) && (limit === undefined || age(said[0]!.validFrom, knownAt) <= limit)
        );
      });
    const entries = (list: Id): Listing[][] =>
      memo(`entries ${list}`, () => {
        const said = latest(list),
          open = !said.length || said.some((c) => c.status !== 'complete');
        return [
          ...group(
            listings.filter((r) => r.list === list),
            (r) => r.id,
          ).values(),
        ].filter((e) => open || e.some((r) => said.some((c) => c.members.includes(digestOf(r)))));
      });
    const entryBears = (list: Id, e: Listing[], need: Need): boolean =>
      surely(e, need) ||
      (need === 'clear' &&
        edition(list, 'clear') &&
        latest(list).some((c) => e.some((r) => c.members.includes(digestOf(r)))));
    const wide = (e: Listing[]): boolean => e.some((r) => r.scope === 'and-subsidiaries');
    const listed = (lists: readonly Id[], c: Id, s: Sign, onlyWide = false): Val => {
      const own = partyOf(c),
        found = lists.flatMap((l) =>
          entries(l)
            .filter((e) => !onlyWide || wide(e))
            .map((e) => matched(l, e, own, s)),
        );
      if (torn(c) || !own.some((r) => r.names?.length || r.ids?.length)) return U;
      return found.includes(T) ? T : lists.every((l) => edition(l, s.f)) && found.every((v) => v === F) ? F : U;
    };
    const matched = (list: Id, e: Listing[], own: RecOf<'party'>[], s: Sign): Val => {
      const [mine, theirs] = [own.flatMap((r) => r.ids ?? []), e.flatMap((r) => r.ids ?? [])];
      const equal = (r: RecOf<'party'>): boolean =>
        (r.ids ?? []).some((i) => theirs.some((j) => i.scheme === j.scheme && i.value === j.value));
      const differ = mine.some(
        ({ scheme }) =>
          !['bic', 'cage', 'duns', 'epc', 'gln', 'isin', 'rmi-cid', 'us-sam-uei', 'vat'].includes(scheme) &&
          !scheme.endsWith('?') &&
          theirs.some((j) => j.scheme === scheme) &&
          !mine.some((i) => i.scheme === scheme && theirs.some((j) => j.scheme === scheme && i.value === j.value)),
      );
      const judged = judgements.filter(
        (j) => own.some((r) => digestOf(r) === j.left) && e.some((r) => digestOf(r) === j.right),
      );
      const says = (x: string): boolean => judged.some((j) => j.says === x);
      const needs = (rs: RecOf<'party'>[]): Val => (surely(rs, s.t) && entryBears(list, e, s.t) ? T : U);
      if (own.some(equal)) return differ || says('different') ? U : needs(own.filter(equal));
      if (differ) return says('same') ? U : F;
      if (judged.length)
        return says('same') && says('different')
          ? U
          : says('same')
            ? needs(own.filter((r) => judged.some((j) => j.says === 'same' && j.left === digestOf(r))))
            : says('different')
              ? F
              : U;
      if (!own.some((r) => r.names?.length)) return U;
      const named = own.filter((r) => r.names?.some((x) => e.some((y) => y.names?.some((z) => sameName(x, z)))));
      return !named.length ? F : rulebook.lists?.[list]?.exactName === 'trusted' ? needs(named) : U;
    };
    // 6.3 Ownership.
    const owned = (test: string, dispersed: boolean, key: number, base: (c: Id) => Val, c: Id, s: Sign): Val => {
      if (torn(c)) return U;
      const { catches, passes = catches } = NAMED[test]!,
        nodes = [...new Set([c, ...stakes.flatMap((r) => [classOf(r.owner), classOf(r.asset)])])];
      const person = (x: Id, need: Need): boolean => {
        const kinds = claims(partyOf(x), 'partyKind');
        return (
          kinds.length > 0 &&
          kinds.every(([, k]) => k === 'person' || k === 'state-body') &&
          surely(
            kinds.map(([r]) => r),
            need,
          )
        );
      };
      const holders = (x: Id): [Id, RecOf<'ownership'>[]][] =>
        memo(`holders ${x}`, () => [
          ...group(
            stakes.filter((r) => classOf(r.asset) === x),
            (r) => classOf(r.owner),
          ),
        ]);
      const stake = (x: Id, of: 'equity' | 'voting' | 'board' | 'debt', need: Need): [Id, Ends][] =>
        memo(`stakes ${x} ${of} ${need}`, () =>
          holders(x).map(([owner, rs]) => {
            const each = [...group(rs, keyOf).values()].map((k) => ppm(claims(k, `${of}Ppm`), need));
            return [owner, [min(...each.map((e) => e[0])), min(M, sum(each.map((e) => e[1])))]];
          }),
        );
      /** Do the hands inside surely (low), or possibly, hold what one way asks? */
      const reaches = (x: Id, inside: Set<Id>, low: boolean, way: Way63): boolean => {
        const need = low ? s.t : s.f,
          full = held('owners', x, need) !== null;
        if (person(x, need) || (low && way.doubtful)) return false;
        if ('rights' in way) {
          const has = holders(x)
            .filter(([o]) => inside.has(o))
            .map(([, rs]) => read(claims(rs, 'control'), s, (v) => truth(way.rights.includes(v))));
          return low ? has.includes(T) : !full || has.some((v) => v !== F);
        }
        const of = stake(x, way.of, need),
          sums = way.of === 'equity' || way.of === 'voting';
        const part = (caught: boolean, end: 0 | 1, these = inside): bigint =>
          sum(of.filter(([o]) => these.has(o) === caught).map(([, e]) => e[end]));
        if (part(true, 0) + part(false, 0) > M || (full && sums && part(true, 1) + part(false, 1) < M)) return !low;
        const whole = full || (!low && sums && dispersed && held('owners', x, need, undefined, true) !== null);
        const most = (these: Set<Id>): bigint =>
          low
            ? max(part(true, 0, these), full && sums ? M - part(false, 1, these) : 0n)
            : min(M - part(false, 0, these), whole ? part(true, 1, these) : M);
        if (!way.oneHand) return most(inside) >= way.from;
        const one = of
          .filter(([o]) => inside.has(o))
          .map(([o, e]) => (low ? most(new Set([o])) : min(M - part(false, 0, new Set([o])), e[1])));
        return max(0n, ...one, low || whole ? 0n : M - part(true, 0) - part(false, 0)) >= way.from;
      };
      const counted = (low: boolean): Set<Id> =>
        memo(`counted ${key} ${test} ${s.t} ${low} ${c}`, () =>
          least(nodes, (x, so) =>
            low
              ? !torn(x) && (base(x) === T || passes.some((w) => reaches(x, so, true, w)))
              : torn(x) || base(x) !== F || passes.some((w) => reaches(x, so, false, w)),
          ),
        );
      const meets = (low: boolean): boolean => catches.some((w) => reaches(c, counted(low), low, w));
      return base(c) === T || meets(true) ? T : base(c) === U || meets(false) ? U : F;
    };
    // 6.4 Shares.
    type Shares = { items: Item[][]; total: bigint | null; full: boolean };
    const substances = (n: Id, weigh: (substance: string) => Val, need: Need): Shares => ({
      items: [
        ...group(
          materials.filter((r) => r.product === n),
          (r) => r.substance,
        ),
      ].map(([x, rs]) => [
        {
          weight: weigh(x),
          amount: ends(
            claims(rs, 'massPpm').map(([r, m]) => [r, [BigInt(m.lo), BigInt(m.hi)]]),
            need,
            [0n, NO_BOUND],
          ),
          share: [M, M],
        },
      ]),
      total: M * M,
      full: held('materials', n, need) !== null,
    });
    const bound = (b: Bound, s: Sign, shares: (need: Need) => Shares): Val => {
      const interval = (need: Need): [Ends, Ends] => {
        const { items, total, full } = shares(need),
          free: [Ends, Ends] = [
            [0n, 1n],
            [1n, 1n],
          ];
        const of = (kinds: Val[], end: 0 | 1): bigint =>
          sum(
            items.map((line) =>
              extreme(
                line.map((i) => ({ share: i.share, value: kinds.includes(i.weight) ? i.amount[end] : 0n })),
                end,
              ),
            ),
          );
        if (total === null && !full) return free;
        if (total !== null)
          return total === 0n || of([F, U, T], 0) > total || (full && of([F, U, T], 1) < total)
            ? free
            : [
                [max(of([T], 0), full ? total - of([F, U], 1) : 0n), total],
                [min(total - of([F], 0), full ? of([U, T], 1) : total), total],
              ];
        const [low, high]: [Ends, Ends] = [
          [of([T], 0), of([T], 0) + of([F, U], 1)],
          [of([U, T], 1), of([U, T], 1) + of([F], 0)],
        ];
        return low[1] === 0n || high[1] === 0n
          ? free
          : [low[1] >= NO_BOUND ? [0n, 1n] : low, high[1] >= NO_BOUND ? [1n, 1n] : high];
      };
      const [lo] = interval(s.t),
        [, hi] = interval(s.f),
        at = (e: Ends, x: number): bigint => e[0] * 10_000n - BigInt(x) * e[1];
      if ('atLeast' in b) return at(lo, b.atLeast) >= 0n ? T : at(hi, b.atLeast) < 0n ? F : U;
      if ('moreThan' in b) return at(lo, b.moreThan) > 0n ? T : at(hi, b.moreThan) <= 0n ? F : U;
      return not(bound('atMost' in b ? { moreThan: b.atMost } : { atLeast: b.lessThan }, turn(s), shares));
    };
    const share = (p: Extract<Pred, { share: unknown }>, n: Id, w: Way, s: Sign): Val => {
      const inner = 'atMost' in p || 'lessThan' in p ? turn(s) : s;
      if (p.over === 'materials')
        return bound(p, s, (need) => substances(n, (x) => holds(p.where, n, w, inner, x), need));
      const weight = (m: Id, need: Need): Val => {
        const vs = counted(ways(m, need)).map((v) => holds(p.where, m, v, inner));
        return vs.length && vs.every((v) => v === vs[0]) ? vs[0]! : U;
      };
      return bound(p, s, (need) => {
        type Priced = { amount: Ends; currencies: string[]; none?: boolean };
        const money = (rs: Claims<{ lo: string; hi: string; currency?: string }>): Priced => {
          const mixed = new Set(rs.map(([, x]) => x.currency)).size > 1;
          return {
            currencies: rs.flatMap(([, x]) => x.currency ?? []),
            amount: mixed
              ? [0n, NO_BOUND]
              : ends(
                  rs.map(([r, x]) => [r, [exact(x.lo), exact(x.hi)]]),
                  need,
                  [0n, NO_BOUND],
                ),
          };
        };
        const per = (m: Id): Priced =>
          money(p.share === 'cost' ? claims(productOf(m), 'unitCost') : claims(productOf(m), 'unitMassKg'));
        const own = per(n),
          point = own.amount[0] === own.amount[1];
        const cost = (l: LineK, m: Id): Priced => {
          const q = ends(
              claims(l.records, 'quantity').map(([r, x]) => [r, [exact(x), exact(x)]]),
              need,
              [0n, NO_BOUND],
            ),
            units = claims(l.records, 'uom');
          const unit =
              new Set(units.map(([, x]) => x)).size === 1 &&
              surely(
                units.map(([r]) => r),
                need,
              )
                ? units[0]![1]
                : '',
            each = claims(l.records, 'costEach');
          const paid = p.share === 'cost' && each.length > 0,
            grams = p.share === 'mass' ? GRAMS[unit] : undefined,
            pieces = paid || grams ? 1n : (PIECES[unit] ?? 0n);
          const price: Priced = grams
            ? { amount: [exact(grams) / 1000n, exact(grams) / 1000n], currencies: [] }
            : paid
              ? money(each)
              : pieces
                ? per(m)
                : { amount: [0n, NO_BOUND], currencies: [] };
          const times = pieces || 1n;
          return { ...price, amount: [q[0] * price.amount[0] * times, q[1] * price.amount[1] * times], none: q[1] === 0n };
        };
        const priced = w.lines.map((l) => ({
          l,
          options: l.options.map((o) => [...o.claims.keys()].map((m) => ({ ...cost(l, m), weight: weight(m, need) }))),
        }));
        const currencies = new Set(
          (point ? [own] : priced.flatMap((x) => x.options.flat())).flatMap((c) => c.currencies),
        );
        const items = priced.map(({ l, options }) => {
          const limits = l.options.map((o): Ends => (o.use === 'known' || o.use === 'approved' ? [0n, 0n] : [0n, M])),
            stated = l.options.map((o, i): Ends => (limits[i]![1] ? ppm(o.shares, need) : limits[i]!)),
            whole = (xs: Ends[]): boolean => sum(xs.map((x) => x[0])) <= M && sum(xs.map((x) => x[1])) >= M,
            shares = whole(stated) ? stated : limits;
          if (!whole(shares)) return [{ share: [M, M], weight: U, amount: [0n, NO_BOUND] } satisfies Item];
          const read = (c: Priced): Ends =>
            c.none || p.share === 'mass' || (currencies.size === 1 && c.currencies.every((x) => currencies.has(x))) ? c.amount : [0n, NO_BOUND];
          return options.map(
            (cs, i): Item => ({
              share: shares[i]!,
              weight: cs.every((c) => c.weight === cs[0]!.weight) ? cs[0]!.weight : U,
              amount: [min(...cs.map((c) => read(c)[0])), max(...cs.map((c) => read(c)[1]))],
            }),
          );
        });
        return { items, total: point ? own.amount[0] * 10n ** 18n * M : null, full: components(w, need) !== null };
      });
    };
    // 5.4 expects: met iff some component surely has the role. The root is not its own component.
    const has = (g: Walk, role: string): boolean =>
      least(visited(g, true), (n, so) =>
        some(
          ways(idOf(g, n), 'clear'),
          (w) =>
            (idOf(g, n) !== root && holds({ role: [role] }, idOf(g, n), w, MINUS) === T) ||
            (expand(g, n) === T &&
              surely(w.recipe, 'clear') &&
              w.lines.some((l) => some(l.options, (o) => named(g, w, o, 'clear') && within(g, n, o, true, so)))),
        ),
      ).has(g.start);
    // 5.4 Red subjects: bad by themselves, and surely used, or of a group of which one is used and all are bad.
    const redSubjects = (g: Walk, badNodes: Set<Id>): Id[] => {
      const met = [g.start],
        used = <M extends { use: Way['use'] }>(of: M[], isBad: (m: M) => boolean): M[] => {
          const [sure, open] = [of.filter((m) => m.use === 'in-use'), of.filter((m) => m.use === 'open')];
          return sure.length ? sure : open.every(isBad) ? open : [];
        };
      for (const n of met)
        if (expand(g, n) === T)
          for (const w of used(ways(idOf(g, n), 'red'), (x) => badWay(g, n, x, badNodes)))
            if (surely(w.recipe, 'red'))
              for (const l of w.lines)
                for (const o of used(l.options, (x) => badOption(g, n, w, x, badNodes)))
                  if (o.claims.size === 1 || badOption(g, n, w, o, badNodes))
                    for (const [p, by] of o.claims)
                      if (surely(by, 'red') && !met.includes(child(g, n, p, true))) met.push(child(g, n, p, true));
      return met.filter((n) => some(ways(idOf(g, n), 'red'), (w) => g.local(idOf(g, n), w) === T));
    };
    return { ways, holds, shown, bad, unclear, visited, choosable, dead, has, redSubjects, sameMaker, maker };
  };

  // 5 Clauses.
  const clauseOf = (c: Clause): ClauseResult => {
    const j = judge(c.floor ?? rulebook.floor ?? {}),
      f = c.for,
      blank: Way = { recipe: [], supply: [], lines: [], raw: false, use: 'in-use', claimed: false };
    const redIf: Pred =
      typeof f === 'object' && 'parties' in f
        ? { any: f.parties.map((x) => ({ [x]: c.redIf }) as unknown as Pred) }
        : c.redIf;
    const result = (verdict: Verdict, subjects: [Id, Verdict][]): ClauseResult => ({
      id: c.id,
      verdict,
      subjects: new Map(subjects),
    });
    if (j.holds(redIf, '', blank, PLUS) === F) return result('clear', []);
    const walk = typeof f === 'object' && 'components' in f ? f.components : null,
      tiers = walk && typeof walk.walk === 'object' ? walk.walk.tiers : undefined;
    const excuses = (x: Unless, n: Id, w: Way): Val =>
      all(x.shown ? truth(j.shown(x.shown, n, w)) : T, x.when ? j.holds(x.when, n, w, MINUS) : T);
    const ofRoot = (x: Unless): Val => {
      const values = (need: Need): Val[] => counted(j.ways(root, need), c.reading === 'independence').map((w) => excuses(x, root, w));
      return values('clear').every((v) => v === T) ? T : values('red').every((v) => v === F) ? F : U;
    };
    const exempt = (n: Id, w: Way): Val =>
      any(
        ...(c.unless ?? []).filter((x) => during(x, asOf)).map((x) => (x.of === 'root' ? ofRoot(x) : excuses(x, n, w))),
      );
    const role = (n: Id): Val => (walk?.roles ? j.holds({ role: walk.roles }, n, blank, PLUS) : T),
      cache = new Map<string, Val>();
    const local = (n: Id, w: Way): Val =>
      all(
        role(n),
        walk?.materials ? j.holds({ material: walk.materials }, n, w, PLUS) : T,
        j.holds(redIf, n, w, PLUS),
        not(exempt(n, w)),
      );
    const g: Walk = {
      start: tiers === undefined ? root : `${root}@0`,
      sign: PLUS,
      tiers,
      roles: walk?.roles,
      independent: c.reading === 'independence',
      expand: (n) =>
        !walk
          ? F
          : n === root
            ? T
            : role(n) === F
              ? F
              : walk.walk === 'bought'
                ? j.sameMaker(root, n, PLUS)
                : T,
      local: (n, w) => {
        const key = `${n} ${w.recipe[0]?.id} ${w.supply[0]?.id}`;
        return n === root && (walk?.roles || walk?.materials)
          ? F
          : (cache.get(key) ?? cache.set(key, local(n, w)).get(key)!);
      },
    };
    const met = (c.expects ?? []).every((r) => j.has(g, r));
    if (g.independent) {
      const verdict = j.dead(g).has(root) ? 'red' : met && j.choosable(g).has(root) ? 'clear' : 'unknown';
      return result(verdict, [[root, verdict]]);
    }
    const bad = j.bad(g),
      open = j.unclear(g),
      red = j.redSubjects(g, bad);
    return result(bad.has(g.start) ? 'red' : met && !open.length ? 'clear' : 'unknown', [
      ...j.visited(g, false).map((n): [Id, Verdict] => [n, open.includes(n) || (n === g.start && !met) ? 'unknown' : 'clear']),
      ...red.map((n): [Id, Verdict] => [n, 'red']),
    ]);
  };
  // 7 Answers.
  if (!version) return { applies: rulebook.versions.some((v) => v.from <= asOf) ? 'expired' : 'not-yet', clauses: [] };
  if (version.status === 'proposed') return { applies: 'not-yet', clauses: [] };
  if (version.status !== 'in-force' && version.status !== 'unknown') return { applies: 'expired', clauses: [] };
  const j = judge(rulebook.floor ?? {}),
    scope = counted(j.ways(root, 'red')).map((w) =>
      rulebook.scope && !question.asIfBound ? j.holds(rulebook.scope, root, w, PLUS) : T,
    );
  const bound =
    rulebook.scope && !question.asIfBound ? (scope.length && scope.every((v) => v === scope[0]) ? scope[0]! : U) : T;
  if (bound === F) return { applies: 'no', clauses: [] };
  const doubted = (v: Verdict): Verdict => (v === 'red' ? 'unknown' : v);
  const applies = bound === U || version.status === 'unknown' ? 'unknown' : 'yes';
  const clauses = rulebook.clauses
    .filter((c) => during(c, asOf))
    .map(clauseOf)
    .map((c) =>
      applies === 'unknown'
        ? { ...c, verdict: doubted(c.verdict), subjects: new Map([...c.subjects].map(([n, v]) => [n, doubted(v)])) }
        : c,
    );
  const verdict = (['red', 'unknown', 'clear'] as const).find((v) => clauses.some((c) => c.verdict === v)) ?? 'unknown';
  return { applies, verdict, clauses };
}
