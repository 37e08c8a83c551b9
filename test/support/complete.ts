/**
 * Completions of a network (docs/semantics.md 8): what is missing, one open item at a time, and every way to fill it from
 * the recorded parties, one good and one bad stranger, and one code inside and one outside all sets. What contradicts a
 * record, breaks a pin or a containment of roles, or leaves a group without a member in use is no completion.
 */
import type { Id, Line, ListName, Option, Party, Rec, Use } from '../../src/model/record.ts';
import { digestOf } from './digest.ts';
import type { Network } from './generate.ts';
import { complete, judge, line, party, product, recipe, stake, supply } from './make.ts';

/** One thing that is not known, and the records that each answer adds. */
export interface OpenItem {
  readonly what: string;
  readonly answers: readonly (readonly Rec[])[];
}

const MILLION = 1_000_000,
  EVERY_STEP = ['melted', 'sintered', 'assembled'];
const of = <K extends Rec['kind']>(records: readonly Rec[], kind: K): Extract<Rec, { kind: K }>[] =>
  records.filter((r): r is Extract<Rec, { kind: K }> => r.kind === kind);
const states = <R extends Rec>(records: readonly R[], field: keyof R): boolean =>
  records.some((r) => r[field] !== undefined);

/** Open items that the clauses can read, nearest to the root first. Empty: the completion is total. */
export function openItems(all: readonly Rec[], { question, rulebook }: Network): OpenItem[] {
  const records = inForce(all, question.asOf);
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
        ...[true, false].map((bad) => [product(p, { maker: strange(bad) }), ...stranger(records, bad)]),
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
        ...[true, false].map((bad) => {
          const more = recipe(`new/${p}`, p, { country: bad ? 'CN' : 'ZZ', steps: EVERY_STEP, use: 'in-use' });
          return [more, complete('recipes', p, [...mine, more]), complete('components', more.id, [])];
        }),
      );
    const bought = supplies.filter((s) => s.product === p);
    for (const s of bought) sellers.add(s.supplier);
    if (asks('supplier') && !stated('supplies', p))
      open(
        `${p} supplies`,
        ...(bought.length ? [[complete('supplies', p, bought)]] : []),
        ...[true, false].map((bad) => {
          const more = supply(`new/s/${p}`, p, strange(bad), { use: 'in-use' });
          return [...stranger(records, bad), more, complete('supplies', p, [...bought, more])];
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
        if (site === undefined) open(`${id} country`, fill({ country: 'CN' }), fill({ country: 'ZZ' }));
        else if (!states(places, 'country'))
          open(
            `${site} country`,
            ...['CN', 'ZZ'].map((country): Rec[] => [{ kind: 'facility', id: site, level: 'confirmed', country }]),
          );
        else if (!states(places, 'region') && asks('XJ', 'ABROAD'))
          open(
            `${site} region`,
            ...['CN-65', 'VN-9', 'ZZ-1'].map((region): Rec[] => [
              { kind: 'facility', id: site, level: 'confirmed', region },
            ]),
          );
      }
      if (asks('operator') && site === undefined)
        open(
          `${id} facility`,
          ...[true, false].map((bad): Rec[] => [
            recipe(id, p, { facility: `new/${id}` }),
            {
              kind: 'facility',
              id: `new/${id}`,
              level: 'confirmed',
              // A country that the recipe does not claim would contradict it.
              ...(!states(rs, 'country') && { country: bad ? 'CN' : 'ZZ' }),
              region: 'ZZ-1',
              operator: strange(bad),
            },
            ...stranger(records, bad),
          ]),
        );
      else if (asks('operator') && !states(places, 'operator'))
        open(
          `${site} operator`,
          ...[true, false].map((bad): Rec[] => [
            { kind: 'facility', id: site!, level: 'confirmed', operator: strange(bad) },
            ...stranger(records, bad),
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
          ...[true, false].map((bad) => {
            const more = line(id, 'new', [{ product: `new/${bad ? 'bad' : 'good'}`, use: 'in-use' }]);
            return [more, complete('components', id, [...written, more]), ...part(records, bad)];
          }),
        );
      for (const name of new Set(written.map((l) => l.line)))
        openOptions(
          written.filter((l) => l.line === name),
          open,
          records,
          uses,
          walks ? met : [],
        );
    }
  }
  for (const s of stakes) if (sellers.has(s.asset)) sellers.add(s.owner);
  if (asks('owned', 'closure')) openStakes(records, sellers, asks('CHIPS25', 'CHIPS50LIST', 'DOE25', 'OBBBA_SFE', 'OBBBA_FIE', 'AFFILIATE', 'TW_RED'), open);
  for (const c of sellers) {
    const own = parties.filter((r) => r.id === c),
      fill = (body: object): Rec[] => [party(c, body)];
    if (asks('domicile') && !states(own, 'domicile'))
      open(`${c} domicile`, fill({ domicile: 'CN' }), fill({ domicile: 'ZZ' }));
    if (asks('principalPlace') && !states(own, 'principalPlace'))
      open(`${c} principalPlace`, fill({ principalPlace: 'CN' }), fill({ principalPlace: 'ZZ' }));
    if (asks('listed')) openMatches(records, own, c, (list) => rulebook.lists?.[list]?.exactName === 'trusted', open);
  }
  return items;
}

/** One option is filled by position: its product, and its use where it has company. */
function openOptions(
  rs: readonly Line[],
  open: (what: string, ...answers: Rec[][]) => void,
  records: readonly Rec[],
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
        ...[true, false].map((bad) => [fill(i, { product: `new/${bad ? 'bad' : 'good'}` }), ...part(records, bad)]),
      );
    for (const p of named) if (!met.includes(p)) met.push(p);
    if (count > 1 && !rs.some((l) => l.options[i]?.use))
      open(`${first.id}/${i} use`, ...uses.map((use) => [fill(i, { product: named[0] ?? null, use })]));
  }
}

/** Owners: what nobody is known to hold goes to one stranger, good or bad; a band becomes one of its ends. */
function openStakes(
  records: readonly Rec[],
  assets: ReadonlySet<Id>,
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
            ...[true, false].map((bad) => [
              ...stranger(records, bad),
              stake(strange(bad), asset, rest),
              complete('owners', asset, [...told, stake(strange(bad), asset, rest)]),
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
function inForce(records: readonly Rec[], day: string): Rec[] {
  const valid = records.filter((r) => (r.validFrom ?? '') <= day && (r.validTo === undefined || day < r.validTo));
  const gone = new Set(valid.flatMap((r) => [r.supersedes, r.kind === 'judgement' ? r.withdraws : undefined]));
  return valid.filter((r) => !gone.has(digestOf(r)));
}

const strange = (bad: boolean): Id => (bad ? 'new/enemy' : 'new/friend');
/** A party of which all is known, with nobody behind it. */
function stranger(records: readonly Rec[], bad: boolean): Rec[] {
  const listed = of(records, 'listing').find((e) => e.ids?.length),
    id = strange(bad),
    place = bad ? 'CN' : 'ZZ';
  return [
    party(id, {
      names: [id],
      ids: bad && listed ? listed.ids! : [{ scheme: 'lei', value: id }],
      domicile: place,
      principalPlace: place,
      partyKind: 'person',
    }),
  ];
}
/** A part of which all is known. */
function part(records: readonly Rec[], bad: boolean): Rec[] {
  const id = `new/${bad ? 'bad' : 'good'}`,
    made = recipe(`${id}.made`, id, {
      country: bad ? 'CN' : 'ZZ',
      facility: `${id}.site`,
      steps: EVERY_STEP,
      use: 'in-use',
    }),
    sold = supply(`${id}.sold`, id, strange(bad), { use: 'in-use' });
  const substance: Rec = {
    kind: 'material',
    id: `${id}.of`,
    level: 'confirmed',
    product: id,
    substance: bad ? 'NdFeB' : 'none',
    massPpm: { lo: MILLION, hi: MILLION },
  };
  return [
    ...stranger(records, bad),
    product(id, { maker: strange(bad), roles: bad ? ['camera', 'radio', 'motor'] : [], hs: bad ? '852580' : '000000' }),
    made,
    sold,
    substance,
    {
      kind: 'facility',
      id: `${id}.site`,
      level: 'confirmed',
      country: bad ? 'CN' : 'ZZ',
      region: bad ? 'CN-65' : 'ZZ-1',
      operator: strange(bad),
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

/** Whether what was added left each line and each product something in use, and no role outside its container. */
export function admissible(all: readonly Rec[], { question }: Network): boolean {
  const records = inForce(all, question.asOf),
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
    // The last legs are ways of the product; the rest are ways of a supply.
    const last = bought.filter(
      (r) => !bought.some((s) => s.id !== r.id && bought.some((x) => x.id === r.id && x.buyer === s.supplier)),
    );
    for (const legs of [last, ...new Set(bought.flatMap((r) => r.buyer ?? []))].map((x) =>
      typeof x === 'string' ? bought.filter((r) => bought.some((y) => y.id === r.id && y.buyer === x)) : x,
    ))
      if (!uses(legs)) return false;
  }
  const stakes = of(records, 'ownership');
  for (const asset of new Set(stakes.map((x) => x.asset))) {
    // The whole of a company is a million, and a complete list of its owners names it all.
    const ends = [...new Set(stakes.map((x) => x.owner))].map((owner) => {
      const own = stakes.filter((x) => x.owner === owner && x.asset === asset);
      const los = own.map((x) => x.equityPpm?.lo ?? 0);
      const his = own.map((x) => x.equityPpm?.hi ?? MILLION);
      return own.length ? { lo: Math.max(...los), hi: Math.min(...his) } : { lo: 0, hi: 0 };
    });
    const whole = of(records, 'completeness').some((c) => c.list === 'owners' && c.of === asset && !c.scope);
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
  return true;
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
  if (!admissible(network.records, network)) return [];
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
