/**
 * Completions of a network (docs/semantics.md 8): what is missing, one open item at a time, and every way to fill it from
 * the recorded parties, and strangers of each country that the sets asked for tell apart. What contradicts a record or a
 * stated whole, breaks a pin or a containment of roles, or leaves a group without a member in use is no completion.
 */
import type { Id, Line, ListName, Option, Party, Rec, Supply, Use } from '../../src/model/record.ts';
import type { Rulebook } from '../../src/rules/rulebook.ts';
import type { Question } from '../../src/select/predicate.ts';
import { digestOf } from './digest.ts';
import type { Network } from './generate.ts';
import { complete, judge, line, party, product, recipe, stake, supply } from './make.ts';
import { wholesContradicted } from './wholes.ts';

/** One thing that is not known, and the records that each answer adds. */
export interface OpenItem {
  readonly what: string;
  readonly answers: readonly (readonly Rec[])[];
}

const MILLION = 1_000_000,
  NOWHERE = 'ZZ',
  EVERY_STEP = ['melted', 'sintered', 'assembled'];
const of = <K extends Rec['kind']>(records: readonly Rec[], kind: K): Extract<Rec, { kind: K }>[] =>
  records.filter((r): r is Extract<Rec, { kind: K }> => r.kind === kind);
const states = <R extends Rec>(records: readonly R[], field: keyof R): boolean =>
  records.some((r) => r[field] !== undefined);

/** Open items that the clauses can read, nearest to the root first. Empty: the completion is total. */
export function openItems(all: readonly Rec[], { question, rulebook }: Network): OpenItem[] {
  const records = inForce(all, question),
    countries = countriesOf(rulebook);
  const partAt = (country: string): Rec[] => part(records, country, asks('role', 'roles', 'expects'));
  const text = JSON.stringify([rulebook.clauses, rulebook.scope ?? null]),
    asks = (...words: string[]): boolean => words.some((w) => text.includes(`"${w}"`));
  const items: OpenItem[] = [],
    walks = asks('components', 'ancestor', 'allSteps', 'share'),
    independent = asks('independence');
  const parties = of(records, 'party'),
    recipes = of(records, 'recipe'),
    lines = of(records, 'line'),
    supplies = of(records, 'supply'),
    stakes = of(records, 'ownership');
  const open = (what: string, ...answers: Rec[][]): void => void items.push({ what, answers });
  const stated = (list: ListName, x: Id): boolean =>
    of(records, 'completeness').some((c) => c.list === list && c.of === x);
  const uses: Use[] = independent ? ['in-use', 'approved', 'known'] : ['in-use', 'known'];
  const roles = [[], ['camera'], ['radio'], ['camera', 'radio']];
  const met = [question.product],
    sellers = new Set<Id>();
  for (const p of met) {
    const own = of(records, 'product').filter((r) => r.id === p),
      mine = recipes.filter((r) => r.output === p && (p !== question.product || (question.bom ?? r.id) === r.id));
    if (asks('maker', 'bought', 'tiers') && !states(own, 'maker'))
      open(
        `${p} maker`,
        ...[...new Set(parties.map((c) => c.id))].map((c) => [product(p, { maker: c })]),
        ...countries.map((at) => [product(p, { maker: strange(at) }), ...stranger(records, at)]),
      );
    if (asks('role', 'roles') && p !== question.product && !states(own, 'roles'))
      open(`${p} roles`, ...roles.map((x) => [product(p, { roles: x })]));
    if (asks('hs') && !states(own, 'hs'))
      open(`${p} hs`, [product(p, { hs: '850110' })], [product(p, { hs: '852580' })], [product(p, { hs: '000000' })]);
    for (const o of own) if (o.maker) sellers.add(o.maker);
    const ids = [...new Set(mine.map((r) => r.id))];
    if (p !== question.product && walks && !stated('recipes', p) && !mine.some((r) => r.sole && ids.length === 1))
      open(
        `${p} recipes`,
        [complete('recipes', p, mine)],
        ...countries.map((country) => {
          const more = recipe(`new/${p}`, p, { country, steps: EVERY_STEP, use: 'in-use' }),
            of = country === NOWHERE ? [] : [line(more.id, 'new', [{ product: partOf(country), use: 'in-use' }])];
          const known = of.length ? partAt(country) : [];
          return [more, ...of, complete('recipes', p, [...mine, more]), complete('components', more.id, of), ...known];
        }),
      );
    const bought = supplies.filter((s) => s.product === p);
    for (const s of bought) sellers.add(s.supplier);
    if (asks('supplier') && !stated('supplies', p))
      open(
        `${p} supplies`,
        ...(bought.length ? [[complete('supplies', p, bought)]] : []),
        ...countries.map((at) => {
          const more = supply(`new/s/${p}`, p, strange(at), { use: 'in-use' });
          return [...stranger(records, at), more, complete('supplies', p, [...bought, more])];
        }),
      );
    const ways = Math.max(1, new Set(mine.map((r) => r.id)).size) * Math.max(1, new Set(bought.map((s) => s.id)).size);
    for (const s of bought)
      if (
        ways > 1 &&
        !states(
          bought.filter((x) => x.id === s.id),
          'use',
        )
      )
        open(`${s.id} use`, ...uses.map((use) => [supply(s.id, p, s.supplier, { use })]));
    if (asks('material', 'materials') && !stated('materials', p)) {
      const has = of(records, 'material').filter((x) => x.product === p),
        rest = MILLION - has.reduce((a, x) => a + x.massPpm.hi, 0);
      const fill = (substance: string): Rec[] => {
        const more: Rec = {
          kind: 'material',
          id: `new/${p}/${substance}`,
          level: 'confirmed',
          product: p,
          substance,
          massPpm: { lo: rest, hi: rest },
        };
        return [more, complete('materials', p, [...has, more])];
      };
      if (rest === 0) open(`${p} materials`, [complete('materials', p, has)]);
      else if (rest > 0)
        open(
          `${p} materials`,
          ...['NdFeB', 'Ta', 'steel', 'none'].filter((x) => has.every((y) => y.substance !== x)).map(fill),
        );
    }
    for (const id of ids) {
      const rs = mine.filter((r) => r.id === id),
        fill = (body: object): Rec[] => [recipe(id, p, body)];
      const site = rs.find((r) => r.facility)?.facility,
        places = of(records, 'facility').filter((f) => f.id === site);
      if (asks('madeIn', 'allSteps') && !states(rs, 'country')) {
        if (site === undefined) open(`${id} country`, ...countries.map((country) => fill({ country })));
        else if (!states(places, 'country'))
          open(
            `${site} country`,
            ...countries.map((country): Rec[] => [{ kind: 'facility', id: site, level: 'confirmed', country }]),
          );
        else if (!states(places, 'region') && asks('XJ', 'ABROAD'))
          open(
            `${site} region`,
            ...['CN-XJ', 'VN-9', 'ZZ-1'].map((region): Rec[] => [
              { kind: 'facility', id: site, level: 'confirmed', region },
            ]),
          );
      }
      if (asks('operator') && site === undefined)
        open(
          `${id} facility`,
          ...bought.flatMap((s) => (s.facility === undefined ? [] : [fill({ facility: s.facility })])),
          ...countries.map((country): Rec[] => [
            recipe(id, p, { facility: `new/${id}` }),
            {
              kind: 'facility',
              id: `new/${id}`,
              level: 'confirmed',
              // A country that the recipe does not claim would contradict it.
              ...(!states(rs, 'country') && { country }),
              region: 'ZZ-1',
              operator: strange(country),
            },
            ...stranger(records, country),
          ]),
        );
      else if (asks('operator') && !states(places, 'operator'))
        open(
          `${site} operator`,
          ...countries.map((at): Rec[] => [
            { kind: 'facility', id: site!, level: 'confirmed', operator: strange(at) },
            ...stranger(records, at),
          ]),
        );
      for (const f of places) if (f.operator && asks('operator')) sellers.add(f.operator);
      if (asks('step', 'allSteps') && !states(rs, 'steps'))
        open(`${id} steps`, fill({ steps: EVERY_STEP }), fill({ steps: ['none'] }));
      if (ways > 1 && !states(rs, 'use')) open(`${id} use`, ...uses.map((use) => fill({ use })));
      const written = lines.filter((l) => l.recipe === id);
      if (walks && !stated('components', id))
        open(
          `${id} components`,
          [complete('components', id, written)],
          ...countries.map((at) => {
            const more = line(id, 'new', [{ product: partOf(at), use: 'in-use' }]);
            return [more, complete('components', id, [...written, more]), ...partAt(at)];
          }),
        );
      for (const name of new Set(written.map((l) => l.line)))
        openOptions(
          written.filter((l) => l.line === name),
          open,
          countries,
          partAt,
          uses,
          walks ? met : [],
        );
    }
  }
  for (const s of stakes) if (sellers.has(s.asset)) sellers.add(s.owner);
  if (asks('owned', 'closure')) openStakes(records, sellers, countries, asks('CHIPS25', 'CHIPS50LIST', 'DOE25', 'OBBBA_SFE', 'OBBBA_FIE', 'AFFILIATE', 'TW_RED'), open);
  for (const c of sellers) {
    const own = parties.filter((r) => r.id === c),
      fill = (body: object): Rec[] => [party(c, body)];
    if (asks('domicile') && !states(own, 'domicile'))
      open(`${c} domicile`, ...countries.map((domicile) => fill({ domicile })));
    if (asks('principalPlace') && !states(own, 'principalPlace'))
      open(`${c} principalPlace`, ...countries.map((principalPlace) => fill({ principalPlace })));
    if (asks('listed')) openMatches(records, own, c, (list) => rulebook.lists?.[list]?.exactName === 'trusted', open);
  }
  return items;
}

/** One option is filled by position: its product, and its use where it has company. */
function openOptions(
  rs: readonly Line[],
  open: (what: string, ...answers: Rec[][]) => void,
  countries: readonly string[],
  partAt: (country: string) => Rec[],
  uses: readonly Use[],
  met: Id[],
): void {
  const first = rs[0]!,
    count = Math.max(...rs.map((l) => l.options.length));
  const fill = (at: number, option: Option): Line => ({
    ...line(
      first.recipe,
      first.line,
      Array.from({ length: count }, (_, i) => (i === at ? option : { product: first.options[i]?.product ?? null })),
    ),
  });
  for (let i = 0; i < count; i++) {
    const named = rs.flatMap((l) => (l.options[i]?.product ? [l.options[i]!.product!] : []));
    if (!named.length)
      open(
        `${first.id}/${i} product`,
        ...countries.map((at) => [fill(i, { product: partOf(at) }), ...partAt(at)]),
      );
    for (const p of named) if (!met.includes(p)) met.push(p);
    if (count > 1 && !rs.some((l) => l.options[i]?.use))
      open(`${first.id}/${i} use`, ...uses.map((use) => [fill(i, { product: named[0] ?? null, use })]));
  }
}

/** Owners: what nobody is known to hold goes to one stranger of some country; a band becomes one of its ends. */
function openStakes(
  records: readonly Rec[],
  assets: ReadonlySet<Id>,
  countries: readonly string[],
  beyondEquity: boolean,
  open: (what: string, ...answers: Rec[][]) => void,
): void {
  for (const asset of assets)
    if (!asset.startsWith('new/')) {
      const told = of(records, 'ownership').filter((s) => s.asset === asset),
        width = (s: (typeof told)[number]): number => (s.equityPpm ? s.equityPpm.hi - s.equityPpm.lo : MILLION);
      const own = told.filter((s) =>
        told.every(
          (x) =>
            x === s ||
            x.owner !== s.owner ||
            width(s) < width(x) ||
            (width(s) === width(x) && told.indexOf(s) < told.indexOf(x)),
        ),
      );
      for (const s of told)
        for (const measure of ['votingPpm', 'boardPpm', 'debtPpm'] as const)
          if (beyondEquity && told.every((x) => x.owner !== s.owner || x[measure] === undefined))
            open(`${s.id} ${measure}`, ...[0, MILLION].map((at) => [{ ...stake(s.owner, asset), [measure]: { lo: at, hi: at }, origin: 'completed' }]));
      const ends = own.filter((s) => width(s) > 0);
      const sure = own.reduce((a, s) => a + (s.equityPpm?.lo ?? 0), 0);
      for (const s of ends) {
        const lo = s.equityPpm?.lo ?? 0,
          hi = Math.min(s.equityPpm?.hi ?? MILLION, MILLION - (sure - lo));
        open(
          `${s.id} stake`,
          ...(hi < lo ? [] : [lo, hi].map((at) => [{ ...stake(s.owner, asset, at), origin: 'completed' }])),
        );
      }
      if (
        !of(records, 'completeness').some((c) => c.list === 'owners' && c.of === asset) &&
        !ends.length &&
        sure <= MILLION
      ) {
        const rest = MILLION - sure;
        if (rest === 0) open(`${asset} owners`, [complete('owners', asset, told)]);
        else
          open(
            `${asset} owners`,
            ...countries.map((at) => [
              ...stranger(records, at),
              stake(strange(at), asset, rest),
              complete('owners', asset, [...told, stake(strange(at), asset, rest)]),
            ]),
          );
      }
    }
}

/** A name that hits an entry is judged; a party that nothing is known of gets a name and a number of its own. */
function openMatches(
  records: readonly Rec[],
  own: readonly Party[],
  id: Id,
  trusted: (list: Id) => boolean,
  open: (what: string, ...answers: Rec[][]) => void,
): void {
  if (!own.some((r) => r.names?.length || r.ids?.length))
    return open(
      `${id} identity`,
      [party(id, { names: [`own ${id}`], ids: [{ scheme: 'lei', value: `own ${id}` }] })],
      ...of(records, 'listing').map((e) => [party(id, { names: e.names ?? [id], ids: e.ids ?? [] })]),
    );
  for (const e of of(records, 'listing').filter((x) => !trusted(x.list)))
    for (const r of own)
      if (
        r.names?.some((n) => e.names?.includes(n)) &&
        !own.some((x) => x.ids?.some((i) => e.ids?.some((j) => i.scheme === j.scheme))) &&
        !of(records, 'judgement').some(
          (j) => j.left && j.right && (j.says === 'same' || j.says === 'different') && j.id.startsWith(`${id}=${e.id}`),
        )
      )
        open(
          `${id} is ${e.id}`,
          [{ ...judge(r, e, 'same'), id: `${id}=${e.id}` }],
          [{ ...judge(r, e, 'different'), id: `${id}=${e.id}` }],
        );
}

/** The records that speak on that day. */
function inForce(records: readonly Rec[], { asOf, knownAt }: Question): Rec[] {
  const valid = records.filter(
    (r) =>
      (r.validFrom ?? '') <= asOf &&
      (r.validTo === undefined || asOf < r.validTo) &&
      !(r.kind === 'evidence' && (r.issued ?? '') > knownAt),
  );
  const gone = new Set(valid.flatMap((r) => [r.supersedes, r.kind === 'judgement' ? r.withdraws : undefined]));
  return valid.filter((r) => !gone.has(digestOf(r)));
}

/** One country of each kind that the sets asked for tell apart, those in the most sets first; last one outside them all. */
function countriesOf({ clauses, scope, sets, versions }: Rulebook): string[] {
  const asked: (readonly unknown[])[] = [];
  JSON.stringify([clauses, scope ?? null], (key, value) => {
    if (['madeIn', 'outside', 'domicile', 'principalPlace'].includes(key))
      asked.push(
        ...(typeof value === 'string' ? [sets, ...versions.map((v) => v.sets)].flatMap((x) => [x?.[value] ?? []]) : [value]),
      );
    return value;
  });
  const kinds = new Map<string, string>();
  for (const code of asked.flat())
    if (typeof code === 'string') {
      const kind = asked.map((set) => (set.includes(code) ? 1 : 0)).join('');
      if (!kinds.has(kind)) kinds.set(kind, code);
    }
  const within = (kind: string): number => kind.split('1').length;
  const inside = [...kinds].sort(([a], [b]) => within(b) - within(a)).map(([, code]) => code);
  return [...(inside.length ? inside : ['CN']), NOWHERE];
}

const strange = (country: string): Id => `new/${country}`;
const partOf = (country: string): Id => `new/part/${country}`;
/** A party of which all is known, with nobody behind it; listed, unless it is of nowhere. */
function stranger(records: readonly Rec[], country: string): Rec[] {
  const listed = of(records, 'listing').find((e) => e.ids?.length),
    id = strange(country);
  return [
    party(id, {
      names: [id],
      ids: country !== NOWHERE && listed ? listed.ids! : [{ scheme: 'lei', value: id }],
      domicile: country,
      principalPlace: country,
      partyKind: 'person',
    }),
  ];
}
/** A part of which all is known; its roles only where they are asked, since its container's may be recorded. */
function part(records: readonly Rec[], country: string, withRoles: boolean): Rec[] {
  const id = partOf(country),
    bad = country !== NOWHERE,
    made = recipe(`${id}.made`, id, { country, facility: `${id}.site`, steps: EVERY_STEP, use: 'in-use' }),
    sold = supply(`${id}.sold`, id, strange(country), { use: 'in-use' });
  const substance: Rec = {
    kind: 'material',
    id: `${id}.of`,
    level: 'confirmed',
    product: id,
    substance: bad ? 'NdFeB' : 'none',
    massPpm: { lo: MILLION, hi: MILLION },
  };
  return [
    ...stranger(records, country),
    product(id, { maker: strange(country), ...(withRoles && { roles: bad ? ['camera', 'radio', 'motor'] : [] }), hs: bad ? '852580' : '000000' }),
    made,
    sold,
    substance,
    {
      kind: 'facility',
      id: `${id}.site`,
      level: 'confirmed',
      country,
      region: country === 'CN' ? 'CN-XJ' : `${country}-${country === 'CN' ? 'BJ' : '1'}`,
      operator: strange(country),
    },
    complete('recipes', id, [made]),
    complete('components', made.id, []),
    complete('supplies', id, [sold]),
    complete('materials', id, [substance]),
  ];
}

/** The records with an answer added; equal records once. */
export function fill(records: readonly Rec[], answer: readonly Rec[]): Rec[] {
  const have = new Set(records.map((r) => JSON.stringify(r)));
  return [...records, ...answer.filter((r) => !have.has(JSON.stringify(r)))];
}

/** Whether what was added left each line and each product something in use, no role outside its container, and contradicted no place and no whole. */
export function admissible(all: readonly Rec[], { question }: Network): boolean {
  const records = inForce(all, question),
    root = question.product;
  const uses = (rs: readonly Rec[]): boolean => {
    const groups = groupIds(rs);
    return (
      groups.length === 0 ||
      groups.some(
        (g) => !g.some((r) => 'use' in r && r.use !== undefined) || g.some((r) => 'use' in r && r.use === 'in-use'),
      )
    );
  };
  for (const p of new Set(of(records, 'recipe').map((r) => r.output)))
    if (!uses(of(records, 'recipe').filter((r) => r.output === p))) return false;
  for (const p of new Set(of(records, 'supply').map((r) => r.product))) {
    const bought = of(records, 'supply').filter((r) => r.product === p);
    // The last legs are ways of the product; the legs to its seller are ways of a supply that is in use.
    const last = bought.filter(
      (r) => !bought.some((s) => s.id !== r.id && bought.some((x) => x.id === r.id && x.buyer === s.supplier)),
    );
    const legsTo = (seller: Supply): Supply[] =>
      bought.filter((r) => r.id !== seller.id && bought.some((y) => y.id === r.id && y.buyer === seller.supplier));
    // Where these are all, the only one of some legs is in use whether it says so or not.
    const whole = of(records, 'completeness').some((c) => c.list === 'supplies' && c.of === p && c.status === 'complete');
    const used = new Set(bought.filter((s) => s.use === 'in-use'));
    const take = (legs: readonly Supply[]): boolean => {
      if (whole && groupIds(legs).length === 1) for (const s of legs) used.add(s);
      return uses(legs);
    };
    if (!take(last)) return false;
    for (const s of used) if (!take(legsTo(s))) return false; // grows while it is gone through
    // What is delivered from a place is made there: by some recipe, where these are all.
    const made = of(records, 'recipe').filter((r) => r.output === p && (p !== root || (question.bom ?? r.id) === r.id)),
      all = p === root || made.some((r) => r.sole) || of(records, 'completeness').some((c) => c.list === 'recipes' && c.of === p && c.status === 'complete');
    const places = groupIds(made).map((rs) => rs.flatMap((r) => (r.kind === 'recipe' ? (r.facility ?? []) : [])));
    if (all && places.length > 0 && groupIds(last).some((rs) => rs.some((s) => s.kind === 'supply' && s.facility && places.every((at) => at.length > 0 && !at.includes(s.facility!)))))
      return false;
  }
  const stakes = of(records, 'ownership'),
    joined = joins(records);
  for (const asset of new Set(stakes.map((x) => joined(x.asset)))) {
    // The whole of a company is a million, and a complete list of its owners names it all. Of joined owners it is not known whether their stakes are one.
    const told = stakes.filter((x) => joined(x.asset) === asset);
    const pairs = [...new Set(told.map((x) => JSON.stringify([joined(x.owner), x.owner, x.asset])))].map((key) => JSON.parse(key) as [Id, Id, Id]);
    const ends = [...new Set(pairs.map(([one]) => one))].map((one) => {
      const each = pairs
        .filter((x) => x[0] === one)
        .map(([, owner, own]) => told.filter((x) => x.owner === owner && x.asset === own))
        .map((own) => ({ lo: Math.max(...own.map((x) => x.equityPpm?.lo ?? 0)), hi: Math.min(...own.map((x) => x.equityPpm?.hi ?? MILLION)) }));
      return { lo: Math.min(...each.map((x) => x.lo)), hi: each.reduce((a, x) => a + x.hi, 0) };
    });
    const whole = of(records, 'completeness').some((c) => c.list === 'owners' && joined(c.of) === asset && !c.scope);
    if (ends.reduce((a, e) => a + e.lo, 0) > MILLION) return false;
    if (whole && ends.reduce((a, e) => a + e.hi, 0) < MILLION) return false;
  }
  const lines = of(records, 'line'),
    recipes = of(records, 'recipe'),
    products = of(records, 'product');
  for (const l of lines) {
    const rs = lines.filter((x) => x.recipe === l.recipe && x.line === l.line),
      count = Math.max(...rs.map((x) => x.options.length));
    const at = Array.from({ length: count }, (_, i) => rs.flatMap((x) => x.options[i]?.use ?? []));
    if (at.every((u) => u.length > 0 && !u.includes('in-use'))) return false;
  }
  for (const p of products)
    if (p.roles && p.id !== root) {
      const below = [p.id];
      for (const x of below)
        for (const r of recipes)
          if (r.output === x)
            for (const l of lines)
              if (l.recipe === r.id)
                for (const o of l.options) if (o.product && !below.includes(o.product)) below.push(o.product);
      if (below.some((x) => products.some((q) => q.id === x && q.roles?.some((role) => !p.roles!.includes(role)))))
        return false;
    }
  return !wholesContradicted(records);
}
/** The name of the party that an id is of: the first by the alphabet of those judged the same. */
function joins(records: readonly Rec[]): (id: Id) => Id {
  const pairs = of(records, 'judgement').flatMap(({ left, right, says }) => {
    const ids = of(records, 'party').flatMap((p) => ([left, right].includes(digestOf(p)) ? [p.id] : []));
    return says === 'same' && ids.length === 2 ? [ids] : [];
  });
  return (id) => {
    const met = [id];
    for (const x of met) met.push(...pairs.flatMap((ids) => (ids.includes(x) ? ids.filter((y) => !met.includes(y)) : [])));
    return met.sort()[0]!;
  };
}
function groupIds(rs: readonly Rec[]): Rec[][] {
  return [...new Set(rs.map((r) => r.id))].map((id) => rs.filter((r) => r.id === id));
}

/** All completions that `limit` open items lead to: those on the way and, marked, the total ones. Null: there are more. */
export function completions(
  network: Network,
  limit: number,
  most: number,
): { records: readonly Rec[]; total: boolean }[] | null {
  const found: { records: readonly Rec[]; total: boolean }[] = [],
    waiting: { records: readonly Rec[]; depth: number }[] = [{ records: network.records, depth: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const items = openItems(next.records, network);
    if (items.length + next.depth > limit || found.length > most) return null;
    const item = items[0];
    if (!item && !admissible(next.records, network)) continue;
    if (admissible(next.records, network)) found.push({ records: next.records, total: !item });
    for (const answer of item?.answers ?? [])
      waiting.push({ records: fill(next.records, answer), depth: next.depth + 1 });
    if (item && !item.answers.length) found.push({ records: next.records, total: true });
  }
  return found;
}
