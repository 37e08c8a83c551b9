/**
 * Small random networks with one rulebook each, from a seed: every predicate, state of a list, kind of use and odd shape
 * of docs/semantics.md, mixed so that no verdict is rare. `features` names what a network has; laws.ts counts them.
 */
import type {
  Completeness,
  Digest,
  Evidence,
  Id,
  Line,
  Listing,
  ListName,
  Option,
  Ownership,
  Party,
  Rec,
  Recipe,
  Use,
} from '../../src/model/record.ts';
import type { Clause, Floor, For, Rulebook, Unless, VersionStatus, Walk } from '../../src/rules/rulebook.ts';
import type { EvidencePred, Places, Pred, Question } from '../../src/select/predicate.ts';
import { digestOf } from './digest.ts';
import { directed } from './directed.ts';
import { ask, clause, complete, judge, line, listing, party, product, recipe, rules, stake, supply } from './make.ts';
import { type Random, random } from './random.ts';
import { shapesOf } from './shapes.ts';

export interface Network {
  readonly seed: number;
  readonly profile: Profile;
  readonly records: readonly Rec[];
  readonly question: Question;
  readonly rulebook: Rulebook;
  /** No field is asked on both sides, and neither set splits a union: unknown means that both outcomes are open. */
  readonly polar: boolean;
  readonly features: ReadonlySet<string>;
}
/** What a network is about; each raises the odds of what it needs. */
export const PROFILES = [
  'plain',
  'plain',
  'maker',
  'rings',
  'owners',
  'entries',
  'shares',
  'sellers',
  'steps',
  'ancestor',
  'materials',
  'floors',
  'exempt',
  'independence',
  'independence',
  'owners',
  'entries',
  'question',
  'categories',
  'question',
] as const;
export type Profile = (typeof PROFILES)[number];

const BAD = ['CN', 'RU'],
  GOOD = ['TW', 'JP', 'VN'],
  ROLES = ['camera', 'radio', 'motor'],
  STEPS = ['melted', 'sintered', 'assembled'];
const SUBSTANCES = ['NdFeB', 'Ta', 'steel'],
  LIST = 'L1',
  OTHER = 'L2';
const PAST = '2026-01-01',
  FUTURE = '2027-06-01';

const EQUITY_TESTS = ['OWN50_CASCADE', 'OWN50_CASCADE', 'ANY_CAPITAL', 'DOMICILE'];
const NAMED_TESTS = ['OWN50_CASCADE', 'CHIPS25', 'CHIPS50LIST', 'DOE25', 'OBBBA_SFE', 'OBBBA_FIE', 'AFFILIATE', 'TW_RED'];

/** Odds of one network: the same record in another network may be missing more, or be worse. */
interface Odds {
  gap: number;
  bad: number;
  twice: number;
  weak: number;
  openUse: number;
  held: number;
  ring: number;
  scoped: number;
  said: number;
}

class Maker {
  readonly records: Rec[] = [];
  readonly features = new Set<string>();
  readonly r: Random;
  readonly odds: Odds;
  readonly profile: Profile;
  /** Ownership tests that the rulebook may name; others than equity's need other measures recorded. */
  readonly tests: readonly string[];
  polar = true;
  constructor(seed: number) {
    this.r = random(seed);
    this.profile = PROFILES[seed % PROFILES.length]!;
    const { r } = this,
      tidy = r.chance(0.6);
    this.tests = this.profile === 'owners' && r.chance(0.4) ? NAMED_TESTS : EQUITY_TESTS;
    this.odds = {
      gap: tidy ? 0 : r.pick([0, 0.03, 0.1, 0.3]),
      bad: r.pick([0, 0.05, 0.2, 0.5, 0.9, 1]),
      twice: tidy ? 0 : r.pick([0, 0.06]),
      weak: tidy ? 0 : r.pick([0, 0.12]),
      openUse: tidy ? r.pick([0, 0.3]) : r.pick([0, 0.3, 0.9]),
      held: tidy ? 1 : r.pick([1, 0.97, 0.8]),
      ring: this.profile === 'rings' ? 0.4 : r.pick([0, 0, 0.1]),
      scoped: tidy ? 0 : r.pick([0, 0.3, 0.9]),
      said: r.pick([0.5, 0.5, 1]),
    };
  }
  met(feature: string): true {
    this.features.add(feature);
    return true;
  }
  add<R extends Rec>(record: R): R {
    const made =
      this.r.chance(this.odds.weak) && this.met('inferred') ? { ...record, level: 'inferred' as const } : record;
    this.records.push(made);
    return made;
  }
  /** The value, or nothing where a gap falls. */
  maybe<K extends string, V>(key: K, value: V): { [k in K]?: V } {
    return this.r.chance(this.odds.gap) ? {} : ({ [key]: value } as { [k in K]?: V });
  }
  country(): string {
    return this.r.pick(this.r.chance(this.odds.bad) ? BAD : GOOD);
  }
  /** Only one of its group: almost always in use. */
  use(only = false): { use?: Use } {
    const { r } = this;
    if (r.chance(this.odds.openUse)) return this.met('use open') && {};
    const use = only && r.chance(0.95) ? 'in-use' : r.pick(['in-use', 'in-use', 'approved', 'known'] as const);
    return this.met(`use ${use}`) && { use };
  }
}

/** Seeds from here on are of directed networks. */
export const DIRECTED_FROM = 1_000_000_000;

/** Seeds at which a law was once broken, or was itself wrong: every run meets them. */
const KEPT: readonly number[] = [
  5240, 6036, 9807, 13_761, 15_352, 16_278, 21_897, 30_476, 33_345, 33_574, 34_184, 53_006, 53_320, 103_927, 107_046, 113_168, 407_029, 603_547, 1_000_000_950, 1_000_000_981, 1_000_002_150, 2_000_011_427,
];

/** One network. Equal seeds give equal networks, byte for byte. */
export function generate(seed: number): Network {
  const made = withLatePaper(seed < DIRECTED_FROM ? mixed(seed) : directed(seed));
  return { ...made, features: new Set([...made.features, ...shapesOf(made.records, made.question)]) };
}

/** Random networks and a quarter as many directed ones, both from `first` on, and those that are kept. */
export function seedsOf(count: number, first = 0): number[] {
  const from = (start: number, length: number): number[] => Array.from({ length }, (_, i) => start + i);
  return [...new Set([...KEPT, ...from(first, count), ...from(DIRECTED_FROM + first, Math.ceil(count / 4))])];
}

/** In some networks a paper of tomorrow that replaces a record: nothing of it is known (1.1). Drawn apart, so that what is drawn above stays as it was. */
function withLatePaper(net: Network): Network {
  const r = random(net.seed ^ 0x1a7e);
  if (!r.chance(0.05)) return net;
  const replaced = digestOf(r.pick(net.records));
  const late: Evidence = { kind: 'evidence', id: 'late', level: 'confirmed', docKind: 'audit', issued: '2099-01-01', supports: [replaced], supersedes: replaced };
  return { ...net, records: [...net.records, late], features: new Set([...net.features, 'a paper not known yet that supersedes']) };
}

function mixed(seed: number): Network {
  const m = new Maker(seed),
    { r, odds, profile } = m;
  const parties = makeParties(m);
  const products = Array.from({ length: r.pick([2, 3, 3, 4, 5, 6, 8]) }, (_, i) => `p${i}`);
  const entries = makeEntries(m, parties);
  makeStakes(m, parties);
  const sites = makeSites(m);
  for (const [i, id] of products.entries()) makeProduct(m, id, i, products, sites);
  makeStatements(m, products, entries);
  makeJudgements(m, entries);
  const rulebook = makeRulebook(m);
  makeEvidence(m, rulebook);
  makeTwists(m);
  const question = ask(products[0]!, {
    ...(r.chance(0.2) && m.met('bom named') ? { bom: 'p0.a' } : {}),
    ...(r.chance(0.7) ? { act: r.pick(['procure', 'operate']) } : {}),
    ...(r.chance(0.7) ? { buyer: r.pick(['dod', 'other']) } : {}),
    ...(r.chance(0.7) ? { purpose: r.pick(['defence', 'sale']) } : {}),
    ...(r.chance(0.7) ? { actOn: r.pick(['2026-06-01', '2027-06-01']) } : {}),
    ...(r.chance(0.1) ? { asIfBound: true as const } : {}),
    ...(r.chance(0.1) && m.met('known later') ? { knownAt: '2027-03-01' } : {}),
  });
  if (odds.gap === 0) m.met('no gaps');
  m.met(`profile ${profile}`);
  return { seed, profile, records: r.shuffle(m.records), question, rulebook, polar: m.polar, features: m.features };
}

function makeParties(m: Maker): Party[] {
  const { r } = m;
  return Array.from({ length: r.pick([3, 4, 5]) }, (_, i) => {
    const id = `c${i}`,
      names = r.chance(0.1) ? [`Name ${r.int(4)}`] : [`Name ${i}`];
    const body = {
      ...m.maybe('names', names),
      ...(r.chance(0.85) ? m.maybe('ids', [{ scheme: r.chance(0.9) ? 'lei' : 'tax', value: `${i}` }]) : {}),
      ...m.maybe('domicile', m.country()),
      ...m.maybe('principalPlace', m.country()),
      ...m.maybe('partyKind', i > 2 && r.chance(0.4) && m.met('person') ? ('person' as const) : ('company' as const)),
    };
    if (r.chance(m.odds.twice) && m.met('two claims'))
      m.add({ ...party(id, { domicile: m.country() }), origin: 'second source' });
    if (r.chance(m.odds.gap / 2) && m.met('party without record')) return party(id);
    return m.add(party(id, body));
  });
}

function makeEntries(m: Maker, parties: Party[]): Listing[] {
  const { r } = m,
    about = m.profile === 'entries' || m.profile === 'owners' ? 0.35 : 0.15;
  const named = parties
    .filter(() => r.chance(about * (0.3 + m.odds.bad)))
    .map((p, i): Listing => {
      const how = r.pick(['id', 'id', 'name', 'judgement', 'both']),
        list = r.chance(0.85) ? LIST : OTHER;
      m.met(`listed by ${how}`);
      return m.add(
        listing(`e${i}`, list, {
          names: how === 'id' || how === 'judgement' ? [`Entry ${i}`] : (p.names ?? ['Name 0']),
          ...(how === 'id' || how === 'both'
            ? { ids: p.ids ?? [{ scheme: 'lei', value: '0' }] }
            : r.chance(0.4)
              ? { ids: [{ scheme: 'lei', value: `x${i}` }] }
              : {}),
          ...(r.chance(0.25) && m.met('and-subsidiaries')
            ? { scope: 'and-subsidiaries' as const }
            : { scope: 'self' as const }),
        }),
      );
    });
  if (r.chance(0.6))
    named.push(m.add(listing('e9', LIST, { names: ['Nobody'], ids: [{ scheme: 'lei', value: 'none' }] })));
  if (m.profile !== 'categories') return named;
  for (let i = r.pick([1, 1, 2]); i > 0; i--) {
    m.met('category entry');
    named.push(
      m.add(
        listing(`k${i}`, 'G', {
          ...m.maybe(
            'category',
            r.pick<Pred>([
              { role: ['camera'] },
              { hs: ['8525'] },
              { all: [{ role: ['camera', 'radio'] }, { madeIn: 'CC' }] },
              { maker: { domicile: ['CN'] } },
            ]),
          ),
        }),
      ),
    );
  }
  return named;
}

function makeStakes(m: Maker, parties: Party[]): void {
  const { r } = m,
    busy = m.profile === 'owners' || (m.profile === 'entries' && r.chance(0.5));
  if (!busy && !r.chance(0.15)) return;
  for (const [i, asset] of parties.entries()) {
    const owners = r.shuffle(parties.filter((p) => p !== asset || r.chance(0.05))).slice(0, r.pick([0, 1, 2, 2, 3]));
    let left = 1_000_000;
    for (const owner of owners) {
      const whole = r.pick([500_000, 500_000, 250_000, 490_000, 499_999, 500_001, 100_000, 1, 300_000, left]),
        point = Math.min(whole, r.chance(0.95) ? left : whole);
      if (point === 500_000) m.met('stake of exactly half');
      if (parties.indexOf(owner) < i) m.met('ownership ring possible');
      left = Math.max(0, left - point);
      const range =
        r.chance(0.25) && m.met('stake in a band')
          ? [Math.max(0, point - 100_000), Math.min(1_000_000, point + 100_000)]
          : [point, point];
      m.add(
        r.chance(m.odds.gap / 2 + 0.03) && m.met('stake without measure')
          ? stake(owner.id, asset.id)
          : stake(owner.id, asset.id, range[0], range[1], m.tests === NAMED_TESTS ? otherHoldings(m, point) : {}),
      );
      if (r.chance(m.odds.twice))
        m.add({ ...stake(owner.id, asset.id, Math.max(0, point - 50_000), point), origin: 'second source' }),
          m.met('two claims');
    }
    if (left > 0 && owners.length) m.met('ownership gap');
    if (left === 0) m.met('stakes of exactly all');
  }
}

/** Votes, seats and debt of a holder of `point`, mostly in step with it, and rights of control. */
function otherHoldings(m: Maker, point: number): Partial<Ownership> {
  const { r } = m;
  const body: { -readonly [K in keyof Ownership]?: Ownership[K] } = {};
  for (const measure of ['votingPpm', 'boardPpm', 'debtPpm'] as const) {
    if (r.chance(0.2) && m.met('measure not recorded')) continue;
    const at = r.chance(0.75) ? point : r.pick([0, 150_000, 149_999, 250_000, 249_999, 400_000, 500_000, 500_001]);
    body[measure] = { lo: at, hi: r.chance(0.1) ? Math.min(1_000_000, at + 100_000) : at };
  }
  const control = r.pick(['none', 'none', 'none', 'none', 'none', 'none', 'contract', 'licence', 'appoints', 'consolidates', 'other', undefined] as const);
  if (control !== undefined) body.control = control;
  if (control !== undefined && control !== 'none') m.met('right of control');
  return body;
}

function makeSites(m: Maker): Id[] {
  const { r } = m;
  return ['f0', 'f1'].map((id) => {
    const country = m.country();
    m.add({
      kind: 'facility',
      id,
      level: 'confirmed',
      ...m.maybe('country', country),
      ...(r.chance(0.6) ? { region: country === 'CN' && r.chance(0.6) ? 'CN-XJ' : `${country}-${country === 'CN' ? 'BJ' : '1'}` } : {}),
      ...m.maybe('operator', `c${r.int(4)}`),
    });
    return id;
  });
}

function makeProduct(m: Maker, id: Id, i: number, products: Id[], sites: Id[]): void {
  const { r, profile, odds } = m,
    last = products.length - 1;
  const cost = r.pick(['10', '20', '25.5', '35', '65', '100']);
  const roles = i === 0 ? [] : r.chance(0.5) ? [r.pick(ROLES)] : r.chance(0.5) ? [] : ['camera', 'radio'];
  if (!roles.length) m.met('roles []');
  if (!(r.chance(odds.gap / 2) && m.met('product without record')))
    m.add(
      product(id, {
        ...m.maybe('maker', r.chance(0.4) ? 'c0' : `c${r.int(4)}`),
        ...m.maybe('hs', r.pick(['850110', '852580', '8525.89', '760110'])),
        ...(i === 0 ? {} : m.maybe('roles', roles)),
        ...(profile === 'shares'
          ? {
              ...m.maybe(
                'unitCost',
                i === 0 && r.chance(0.4)
                  ? { lo: '90', hi: '110', currency: 'USD' }
                  : {
                      lo: cost,
                      hi: r.chance(0.2) ? `${Number(cost) + 10}` : cost,
                      currency: r.chance(0.96) ? 'USD' : 'TWD',
                    },
              ),
              ...m.maybe('unitMassKg', { lo: cost, hi: cost }),
            }
          : {}),
      }),
    );
  if (r.chance(odds.twice) && m.met('two claims'))
    m.add({
      ...product(id, r.chance(0.5) ? { maker: `c${r.int(4)}` } : { roles: ['motor'] }),
      origin: 'second source',
    });
  const count =
    i === last
      ? r.pick([0, 0, 1])
      : r.pick(profile === 'rings' || profile === 'independence' ? [1, 1, 2] : [0, 1, 1, 1, 2]);
  for (let k = 0; k < (i === 0 && r.chance(0.8) ? 1 : count); k++)
    makeRecipe(m, `${id}.${'ab'[k]}`, id, i, products, sites, k === 0);
  if (profile === 'sellers' ? r.chance(0.85) : r.chance(0.15)) makeSupplies(m, id, sites);
  if (profile === 'materials' ? r.chance(0.9) : r.chance(0.1)) {
    let left = 1_000_000;
    for (const substance of r.shuffle(SUBSTANCES).slice(0, r.pick([1, 2, 3]))) {
      const mass = Math.min(left, r.pick([250_000, 500_000, 1000, 600_000, left]));
      if (mass === 500_000) m.met('mass share on the line');
      left -= mass;
      m.add({
        kind: 'material',
        id: `${id}:${substance}`,
        level: 'confirmed',
        product: id,
        substance,
        massPpm: { lo: r.chance(0.2) ? Math.max(0, mass - 1000) : mass, hi: mass },
      });
    }
  }
}

function makeRecipe(m: Maker, id: Id, output: Id, i: number, products: Id[], sites: Id[], only: boolean): void {
  const { r, profile, odds } = m,
    bySite = r.chance(0.35);
  const body: Partial<Recipe> = {
    ...(bySite ? { facility: r.pick(sites) } : m.maybe('country', m.country())),
    ...m.maybe(
      'steps',
      profile === 'steps'
        ? STEPS.filter(() => r.chance(0.55))
        : r.chance(0.8)
          ? ['assembled']
          : ['melted', 'assembled'],
    ),
    ...m.use(only),
    ...(r.chance(0.1) && m.met('sole') ? { sole: true as const } : {}),
  };
  if (bySite) m.met('place by facility');
  m.add(recipe(id, output, body));
  if (r.chance(odds.twice) && m.met('two claims'))
    m.add({ ...recipe(id, output, { country: m.country() }), origin: 'second source' });
  const later = products.slice(i + 1),
    count = r.pick(later.length ? [0, 1, 1, 2, 3] : [0, 0, 1]);
  for (let k = 1; k <= count; k++) {
    const options = Array.from({ length: r.pick([1, 1, 1, 2, 2, 3]) }, (_, n): Option => {
      const back = r.chance(odds.ring) || !later.length,
        target = back ? r.pick(products) : r.pick(later);
      if (back) m.met('ring of recipes');
      if (r.chance(odds.gap / 3) && m.met('null option')) return { product: null };
      return { product: target, ...(r.chance(odds.said) ? m.use(n === 0) : {}) };
    });
    if (options.length > 1) m.met(options.some((o) => o.use) ? 'alternates with use' : 'alternates without use');
    if (options.some((o) => o.product === null)) m.met('null option');
    const shared =
      options.length > 1 && r.chance(0.4)
        ? options.map(
            (o, n): Option => ({ ...o, share: n === 0 ? { lo: 400_000, hi: 700_000 } : { lo: 0, hi: 600_000 } }),
          )
        : options;
    const amounts: Partial<Line> =
      profile === 'shares'
        ? {
            ...m.maybe('quantity', r.pick(['1', '2', '0.5'])),
            ...m.maybe('uom', r.chance(0.9) ? r.pick(['C62', 'C62', 'KGM', 'GRM']) : 'ZZ'),
            ...(r.chance(0.3) ? { costEach: { lo: '35', hi: r.pick(['35', '65']), currency: 'USD' } } : {}),
          }
        : {};
    m.add(line(id, `${k}`, shared, amounts));
    if (r.chance(odds.twice) && m.met('two claims'))
      m.add({ ...line(id, `${k}`, [r.pick(products)]), origin: 'second source' });
  }
}

function makeSupplies(m: Maker, of: Id, sites: Id[]): void {
  const { r } = m,
    facility = r.chance(0.2) ? { facility: r.pick(sites) } : {};
  const first = m.add(
    supply(`s.${of}`, of, `c${r.int(4)}`, { ...m.use(true), ...(r.chance(0.4) ? { buyer: 'c0' } : {}), ...facility }),
  );
  if (r.chance(0.35) && m.met('chain of sellers')) {
    const second = m.add(supply(`t.${of}`, of, `c${r.int(4)}`, { buyer: first.supplier, ...m.use(true) }));
    if (r.chance(0.3)) m.add(supply(`v.${of}`, of, `c${r.int(4)}`, { buyer: second.supplier, ...m.use() }));
  } else if (r.chance(0.25) && m.met('two supplies')) m.add(supply(`t.${of}`, of, `c${r.int(4)}`, m.use()));
}

function makeStatements(m: Maker, products: Id[], entries: Listing[]): void {
  const { r, records, profile } = m;
  const all = <K extends Rec['kind']>(kind: K, test: (x: Extract<Rec, { kind: K }>) => boolean): Rec[] =>
    records.filter((x) => x.kind === kind && test(x as never));
  const state = (list: ListName, of: Id, members: Rec[], wanted = m.odds.held): void => {
    const scoped = list === 'components' && r.chance(m.odds.scoped),
      above = list === 'owners' && r.chance(0.3);
    const body: Partial<Completeness> =
      scoped && m.met('list scoped')
        ? { scope: { roles: r.chance(0.7) ? ['camera', 'radio'] : ['camera'] } }
        : above && m.met('owners above')
          ? { scope: { abovePpm: 50_000 } }
          : {};
    if (r.chance(wanted)) m.met('list held') && m.add(complete(list, of, members, body));
    else {
      const how = r.pick(['absent', 'absent', 'incomplete', 'broken', 'outside']);
      m.met(`list ${how}`);
      if (how === 'incomplete')
        m.add(complete(list, of, members, { ...body, status: r.pick(['incomplete', 'unknown']) }));
      if (how === 'broken')
        m.add({ ...complete(list, of, members, body), members: [...members.map(digestOf), 'f'.repeat(64)] });
      if (how === 'outside') m.add(complete(list, of, members.slice(1), body));
    }
  };
  for (const p of products) {
    state(
      'recipes',
      p,
      all('recipe', (x) => x.output === p),
    );
    if (profile === 'sellers' || r.chance(0.2))
      state(
        'supplies',
        p,
        all('supply', (x) => x.product === p),
      );
    if (profile === 'materials' || r.chance(0.2))
      state(
        'materials',
        p,
        all('material', (x) => x.product === p),
      );
  }
  for (const x of new Set(records.flatMap((x) => (x.kind === 'recipe' ? [x.id] : []))))
    state(
      'components',
      x,
      all('line', (l) => l.recipe === x),
    );
  if (records.some((x) => x.kind === 'ownership'))
    for (let i = 0; i < 5; i++)
      if (r.chance(0.5))
        state(
          'owners',
          `c${i}`,
          all('ownership', (x) => x.asset === `c${i}`),
        );
  for (const list of [LIST, OTHER, 'G']) {
    const own = entries
        .filter((e) => e.list === list)
        .map((e) => records.find((x) => x.id === e.id && x.kind === 'listing')!),
      from = r.pick(['2026-11-01', '2026-11-01', '2026-11-01', '2026-11-01', '2025-01-01']);
    const edition = (members: Rec[], validFrom: string): void =>
      void (
        r.chance(m.odds.held) &&
        m.add({ ...complete('entries', list, members, { validFrom }), id: `edition/${list}/${validFrom}` }) &&
        m.met('edition held')
      );
    if (r.chance(0.25) && own.length > 1 && m.met('entry dropped from the edition')) edition(own.slice(1), from);
    else edition(own, from);
    if (r.chance(0.1) && m.met('older edition')) edition(own.slice(0, 1), '2024-01-01');
    if (from === '2025-01-01') m.met('old edition');
    if (r.chance(0.04) && m.met('edition incomplete'))
      m.add(complete('entries', list, own, { validFrom: '2026-11-10', status: 'incomplete' }));
  }
}

function makeJudgements(m: Maker, entries: Listing[]): void {
  const { r, records } = m,
    parties = records.filter((x): x is Party => x.kind === 'party');
  if (r.chance(0.12) && parties.length > 1) {
    const [a, b] = r.shuffle(parties);
    m.met('joined classes');
    m.add(judge(a!, b!, 'same'));
    if (r.chance(0.35) && m.met('class in conflict')) m.add({ ...judge(a!, b!, 'different'), id: 'j.different' });
  }
  for (const p of parties)
    for (const e of records.filter((x): x is Listing => x.kind === 'listing' && entries.some((y) => y.id === x.id)))
      if (r.chance(m.profile === 'entries' ? 0.12 : 0.03)) {
        const says = r.pick(['same', 'different', 'unsure'] as const);
        m.met(`judged ${says}`);
        m.add(judge(p, e, says));
      }
}

function makeEvidence(m: Maker, rulebook: Rulebook): void {
  const { r } = m,
    floored = rulebook.floor?.clear !== undefined || rulebook.clauses.some((c) => c.floor?.clear);
  const paper = (id: Id, supports: readonly Digest[], body: Partial<Evidence> = {}): Evidence => ({
    kind: 'evidence',
    id,
    level: 'confirmed',
    docKind: 'audit',
    issued: '2026-10-01',
    supports,
    ...body,
  });
  if (floored) {
    const share = r.pick([1, 1, 0.97, 0.8, 0]);
    m.add(
      paper('a0', m.records.filter(() => r.chance(share)).map(digestOf), {
        ...(r.chance(0.15) ? { issued: '2024-01-01' } : {}),
        ...(r.chance(0.15) ? { custody: r.pick(['mass-balance', 'segregated']) } : {}),
      }),
    );
  }
  if (m.profile === 'exempt' || r.chance(0.2))
    for (let i = 0; i < 3; i++)
      if (r.chance(0.8)) {
        const docKind = r.pick(['waiver', 'waiver', 'audit']),
          about = m.records.filter((x) => x.kind === (i === 0 ? 'product' : i === 1 ? 'party' : 'facility'));
        if (about.length)
          m.add(
            paper(`w${i}`, r.shuffle(about).slice(0, 4).map(digestOf), {
              docKind,
              issuer: r.pick(['agency', 'maker']),
              issued: r.pick(['2026-10-01', '2025-01-01', '2027-01-01']),
            }),
          ),
            m.met('paper');
      }
}

/** Records that must change nothing, or that take others out. */
function makeTwists(m: Maker): void {
  const { r, records } = m,
    some = r.pick(records);
  if (r.chance(0.15) && m.met('not valid yet'))
    records.push({ ...product('p1', { maker: 'c3', roles: ['camera'] }), validFrom: FUTURE });
  if (r.chance(0.15) && m.met('not valid any more'))
    records.push({ ...recipe('p1.z', 'p1', { country: 'CN' }), validTo: PAST });
  if (r.chance(0.04) && m.met('withdrawn'))
    records.push({ kind: 'judgement', id: 'j.out', level: 'confirmed', withdraws: digestOf(some), by: 'tester' });
  if (r.chance(0.04) && m.met('superseded') && some.kind === 'product')
    records.push({ ...some, supersedes: digestOf(some), origin: 'corrected' });
  if (r.chance(0.1) && m.met('the same record twice')) records.push({ ...some });
}

function makeRulebook(m: Maker): Rulebook {
  const { r, profile } = m,
    floor = makeFloor(m);
  const status: VersionStatus = r.chance(0.9)
    ? 'in-force'
    : r.pick(['proposed', 'suspended', 'expired', 'struck-down', 'unknown', 'unknown', 'unknown', 'unknown']);
  if (status !== 'in-force') m.met(`status ${status === 'unknown' ? 'unknown' : 'not in force'}`);
  const clauses = [makeClause(m)];
  if (r.chance(0.1) && m.met('clause not in force')) clauses.push({ ...clauses[0]!, id: 'c2', from: FUTURE });
  return rules(clauses, {
    sets: { CC: BAD, XJ: [{ region: 'CN-XJ' }], ABROAD: ['CN', 'RU', { region: 'VN-9' }] },
    lists: {
      [LIST]: {
        ...(r.chance(0.5) ? { maxAgeDays: 60 } : {}),
        ...(r.chance(0.5) && m.met('exact name trusted') ? { exactName: 'trusted' as const } : {}),
      },
      [OTHER]: {},
      G: {},
    },
    versions: [
      {
        version: '1',
        from: '2020-01-01',
        status,
        ...(r.chance(0.1) && m.met('sets of a version') ? { sets: { CC: ['CN'] } } : {}),
      },
    ],
    ...(floor ? { floor } : {}),
    ...(r.chance(profile === 'question' ? 0.8 : 0.08) && m.met('scope')
      ? {
          scope: r.pick<Pred>([
            { buyer: ['dod'] },
            { hs: ['85'] },
            { not: { hs: ['7601'] } },
            { date: { from: '2026-01-01' }, of: 'act' },
            { maker: { domicile: GOOD } },
          ]),
        }
      : {}),
  });
}

function makeFloor(m: Maker): Floor | undefined {
  const { r } = m;
  if (m.profile !== 'floors' && !r.chance(0.05)) return undefined;
  m.met('floor');
  const kind = r.chance(0.5) && m.met('floor by kind') ? { kind: ['audit', 'certificate'] } : {},
    aged = r.chance(0.5) && m.met('floor by age') ? { maxAgeDays: 365 } : {};
  const custody = r.chance(0.5) && m.met('floor by custody') ? { custody: ['segregated'] } : {};
  return {
    ...(r.chance(0.85) ? { clear: { ...kind, ...aged, ...custody } } : {}),
    ...(r.chance(0.4) && m.met('floor red inferred') ? { red: { level: 'inferred' as const } } : {}),
  };
}

function makeClause(m: Maker): Clause {
  const { r, profile } = m,
    reading = profile === 'independence' || (profile === 'rings' && r.chance(0.5)) ? 'independence' : 'exposure';
  const walk: Walk =
    reading === 'independence'
      ? 'all'
      : profile === 'maker'
        ? r.pick<Walk>(['bought', 'bought', { tiers: 1 }, { tiers: 2 }])
        : r.pick<Walk>(['all', 'all', 'bought', 'bought', { tiers: 1 }, { tiers: 2 }]);
  const roles =
    r.chance(profile === 'materials' ? 0.2 : 0.35) && m.met('clause roles')
      ? { roles: r.chance(0.8) ? ['camera', 'radio'] : ['camera'] }
      : {};
  const materials =
    r.chance(profile === 'materials' ? 0.4 : 0.02) && m.met('clause materials') ? { materials: ['NdFeB', 'Ta'] } : {};
  const components = { components: { walk, ...roles, ...materials } };
  const scope: For =
    reading === 'independence'
      ? components
      : r.chance(['ancestor', 'steps', 'shares'].includes(profile) ? 0.7 : 0.2)
        ? 'product'
        : ['sellers', 'owners', 'entries'].includes(profile) && r.chance(0.35)
          ? { parties: r.pick([['maker'], ['supplier'], ['maker', 'supplier']] as const) }
          : components;
  m.met(
    scope === 'product'
      ? 'for product'
      : 'parties' in scope
        ? 'for parties'
        : `walk ${typeof walk === 'object' ? 'tiers' : walk}`,
  );
  m.met(reading);
  const redIf =
    typeof scope === 'object' && 'parties' in scope ? partyPred(m, 1) : clausePred(m, reading === 'independence');
  const unless =
    profile === 'exempt' || r.chance(0.08) ? [makeUnless(m), ...(r.chance(0.2) ? [makeUnless(m)] : [])] : undefined;
  if (unless) m.polar = false;
  return clause({
    for: scope,
    redIf,
    ...(reading === 'independence' ? { reading } : {}),
    ...(unless ? { unless } : {}),
    ...(!m.polar ? { notPolar: true as const } : {}),
    ...(typeof scope === 'object' && 'components' in scope && r.chance(0.12) && m.met('expects')
      ? { expects: [r.pick(['camera', 'radio'])] }
      : {}),
    ...((profile === 'floors' ? r.chance(0.4) : r.chance(0.02)) && m.met('floor of a clause')
      ? { floor: { red: { level: 'inferred' as const } } }
      : {}),
  });
}

function makeUnless(m: Maker): Unless {
  const { r } = m,
    kind = r.pick(['shown', 'when', 'both']);
  m.met(`exemption ${kind}`);
  const paper: EvidencePred = {
    kind: ['waiver'],
    about: r.pick(['product', 'product', 'maker', 'facility', 'lot'] as const),
    ...(r.chance(0.3) ? { issuer: ['agency'] } : {}),
    ...(r.chance(0.4) ? { maxAgeDays: 365 } : {}),
    ...(r.chance(0.3) && m.met('paper with status') ? { status: { freshDays: 3 } } : {}),
  };
  return {
    id: `u${r.int(1000)}`,
    cite: 'test',
    ...(kind !== 'when' ? { shown: paper } : {}),
    ...(kind !== 'shown' ? { when: r.chance(0.3) ? m.met('pred purpose') && { purpose: ['sale'] } : atomPred(m) } : {}),
    ...(r.chance(0.25) && m.met('exemption not in force') ? { to: PAST } : {}),
    ...(r.chance(0.3) && m.met('exemption of the root') ? { of: 'root' as const } : {}),
  };
}

/** All the steps outside, of which perhaps only the first has to be seen. */
function stepsOutside(steps: string[], m: Maker): Pred {
  return { allSteps: steps, outside: 'CC', ...(m.r.chance(0.6) && m.met('allSteps seen') ? { seen: steps.slice(0, 1) } : {}) };
}

/** A redIf: atoms of the profile, joined; sometimes with `not`, which need not be polar. */
function clausePred(m: Maker, local: boolean): Pred {
  const { r } = m,
    first = profilePred(m, local),
    shape = r.int(10);
  if (shape < 5) return first;
  const second = atomPred(m);
  if (shape < 7) return ((m.polar &&= disjoint(first, second)), m.met('any') && { any: [first, second] });
  if (shape < 9) return ((m.polar &&= disjoint(first, second)), m.met('all') && { all: [first, second] });
  m.polar = false;
  return m.met('not') && { all: [first, { not: r.chance(0.5) ? second : { any: [second, atomPred(m)] } }] };
}
const disjoint = (a: Pred, b: Pred): boolean =>
  !Object.keys(a).some((k) => k in b) && !('ancestor' in a && 'share' in b);

function profilePred(m: Maker, local: boolean): Pred {
  const { r } = m,
    bp = (): number => r.pick([0, 2000, 3500, 5000, 5000, 6500, 10_000]);
  const bound = () => r.pick([{ atLeast: bp() }, { moreThan: bp() }, { atMost: bp() }, { lessThan: bp() }]);
  switch (m.profile) {
    case 'owners':
      return m.met('pred maker') && { maker: ownedPred(m) };
    case 'entries':
      return m.met('pred maker') && { maker: listedPred(m) };
    case 'sellers':
      return m.met('pred supplier') && { supplier: partyPred(m, 1) };
    case 'steps':
      return (
        m.met('pred allSteps') &&
        ((m.polar = false),
        r.chance(0.5)
          ? { not: stepsOutside(r.shuffle(STEPS).slice(0, 2), m) }
          : { allSteps: [r.pick(STEPS)], outside: r.pick<Places>(['CC', GOOD]) })
      );
    case 'ancestor':
      if (local) return atomPred(m);
      m.met('pred ancestor');
      return { ancestor: atomPred(m), ...(r.chance(0.3) ? { materials: ['NdFeB', 'steel'] } : {}) };
    case 'materials':
      if (r.chance(0.6))
        return (
          m.met('pred share') &&
          m.met('share over materials') &&
          ((m.polar = false), { share: 'mass', over: 'materials', where: { material: ['NdFeB', 'Ta'] }, ...bound() })
        );
      return (
        m.met('pred material') && {
          material: r.chance(0.5) ? ['NdFeB'] : ['Ta', 'steel'],
          ...(r.chance(0.6) ? { atLeast: bp() } : {}),
        }
      );
    case 'shares':
      m.met('pred share');
      m.polar = false;
      return { share: r.pick(['cost', 'mass']), over: 'components', where: atomPred(m), ...bound() };
    case 'categories':
      return m.met('pred category') && ((m.polar = false), { category: 'G' });
    case 'question':
      return questionPred(m);
    case 'exempt':
      if (r.chance(0.4))
        return (
          m.met('pred evidence') &&
          ((m.polar = false),
          {
            any: [
              atomPred(m),
              { evidence: { kind: ['audit'], about: r.pick(['product', 'maker', 'facility'] as const) } },
            ],
          })
        );
      return atomPred(m);
    default:
      return atomPred(m);
  }
}

function questionPred(m: Maker): Pred {
  const { r } = m,
    which = r.pick(['date', 'act', 'buyer', 'purpose'] as const);
  m.met(`pred ${which}`);
  const one: Pred =
    which === 'date'
      ? { date: r.pick([{ from: '2026-01-01' }, { to: '2027-01-01' }]), of: r.pick(['asOf', 'act'] as const) }
      : which === 'act'
        ? { act: ['procure'] }
        : which === 'buyer'
          ? { buyer: ['dod'] }
          : { purpose: ['defence'] };
  return { all: [one, ...(r.chance(0.3) ? [questionPred(m)] : []), atomPred(m)] };
}

/** A condition on a product or its way that speaks of nothing but itself. */
function atomPred(m: Maker): Pred {
  const { r } = m,
    places = (): Places => r.pick<Places>(['CC', 'CC', ['CN'], 'ABROAD', 'XJ']);
  switch (r.int(12)) {
    case 0:
      if (r.chance(0.35)) return questionPred(m);
      return m.met('pred role') && { role: [r.pick(ROLES)] };
    case 1:
      return m.met('pred hs') && { hs: [r.pick(['8501', '8525', '85'])] };
    case 2:
    case 3:
      return m.met('pred maker') && { maker: partyPred(m, 1) };
    case 4:
      return m.met('pred operator') && { operator: partyPred(m, 1) };
    case 5:
    case 6:
      return (
        m.met('pred madeIn') &&
        m.met('madeIn with step') && { madeIn: places(), step: r.chance(0.8) ? ['assembled'] : ['melted', 'assembled'] }
      );
    case 7:
      return m.profile === 'exempt' || r.chance(0.35)
        ? m.met('pred evidence') &&
            ((m.polar = false),
            { evidence: { kind: ['waiver', 'audit'], about: r.pick(['product', 'maker'] as const) } })
        : { maker: m.met('pred maker') && m.met('pred domicile') && { domicile: ['CN'] } };
    case 8:
      return m.met('pred material') && r.chance(0.4)
        ? { material: ['NdFeB'] }
        : m.met('pred madeIn') && { madeIn: places() };
    default:
      return m.met('pred madeIn') && { madeIn: places() };
  }
}

function partyPred(m: Maker, depth: number): Pred {
  const { r } = m;
  if (depth > 0 && r.chance(0.15))
    return m.met('any') && ((m.polar = false), { any: [partyPred(m, 0), partyPred(m, 0)] });
  if (depth > 0 && r.chance(0.05)) return m.met('not') && ((m.polar = false), { not: partyPred(m, 0) });
  if (m.profile === 'owners' && r.chance(0.6)) return ownedPred(m);
  if (m.profile === 'entries' && r.chance(0.6)) return listedPred(m);
  if (r.chance(0.12)) return listedPred(m);
  if (r.chance(0.08)) return ownedPred(m);
  if (r.chance(0.2)) return m.met('pred principalPlace') && { principalPlace: r.pick<Places>(['CC', ['CN']]) };
  return m.met('pred domicile') && { domicile: r.pick<Places>(['CC', ['CN'], ['CN', 'RU']]) };
}

function listedPred(m: Maker): Pred {
  const { r } = m,
    closure = r.chance(0.3) && m.met('closure') ? { closure: r.pick(m.tests === NAMED_TESTS ? NAMED_TESTS : ['OWN50_CASCADE', 'ANY_CAPITAL']) } : {};
  return m.met('pred listed') && { listed: r.chance(0.85) ? [LIST] : [LIST, OTHER], ...closure };
}

function ownedPred(m: Maker): Pred {
  const { r } = m,
    test = r.pick(m.tests);
  if (test !== 'OWN50_CASCADE' && m.tests === NAMED_TESTS) m.polar = false;
  m.met(test === 'OWN50_CASCADE' ? `test ${test}` : 'another ownership test');
  const by: Pred = r.chance(0.6) ? { listed: [LIST] } : { domicile: 'CC' };
  return (
    m.met('pred owned') && {
      owned: test,
      by,
      ...(r.chance(0.5) && m.met('dispersed') ? { dispersed: 'ignore' as const } : {}),
    }
  );
}
