/**
 * Networks made for one odd shape each, which thousands of random ones hardly meet: a loop that nothing starts, a node that is dead for
 * want of a way in use, one that only unwritten lines could start, a part made in-house with roles `[]`, a share exactly on the line,
 * steps that must be seen. What is around the shape, and whether something is lost, is drawn from the seed.
 */
import type { Line, Option, Rec, Recipe, Use } from '../../src/model/record.ts';
import type { Clause } from '../../src/rules/rulebook.ts';
import type { Pred } from '../../src/select/predicate.ts';
import type { Network } from './generate.ts';
import { ask, clause, complete, line, party, product, recipe, rules } from './make.ts';
import { type Random, random } from './random.ts';

export const DIRECTED = ['loop', 'dead', 'unwritten', 'in-house', 'cost share', 'mass share', 'steps seen'] as const;

class Maker {
  readonly records: Rec[] = [];
  readonly features = new Set<string>();
  readonly r: Random;
  polar = true;
  constructor(seed: number) {
    this.r = random(seed);
    this.records.push(party('c0', { domicile: 'TW', principalPlace: 'TW', names: ['Name 0'] }), party('c1', { ...(this.r.chance(0.9) && { domicile: this.r.pick(['CN', 'CN', 'TW']) }), names: ['Name 1'] }));
  }
  use(): { use?: Use } {
    const { r } = this;
    return r.chance(0.75) ? { use: r.pick(['in-use', 'in-use', 'approved', 'known']) } : {};
  }
  part(id: string, body: Parameters<typeof product>[1] = {}): void {
    this.records.push(product(id, { maker: this.r.pick(['c0', 'c1']), ...body }));
  }
  /** A recipe and its lines, each with options; `held`: they are stated to be all. */
  make(id: string, output: string, lines: readonly (readonly (string | Option)[])[], body: Partial<Recipe> = {}, held = this.r.chance(0.9), amounts: Partial<Line> = {}): void {
    const made = lines.map((options, i) => line(id, String(i + 1), options, amounts));
    this.records.push(recipe(id, output, { steps: ['assembled'], country: this.r.pick(['TW', 'TW', 'CN']), ...body }), ...made);
    if (held) this.records.push(complete('components', id, made));
  }
  /** Every list of recipes that is stated to be whole. */
  close(odds = 0.85): void {
    const recipes = this.records.filter((rec): rec is Recipe => rec.kind === 'recipe');
    for (const id of new Set(this.records.flatMap((rec) => (rec.kind === 'product' ? [rec.id] : [])))) if (this.r.chance(odds)) this.records.push(complete('recipes', id, recipes.filter(({ output }) => output === id)));
  }
}

/** Equal seeds give equal networks. */
export function directed(seed: number): Network {
  const m = new Maker(seed);
  const kind = DIRECTED[seed % DIRECTED.length]!;
  const body = SHAPES[kind](m);
  m.features.add(`directed: ${kind}`);
  if (m.r.chance(0.1)) m.records.splice(m.r.int(m.records.length), 1);
  return {
    seed, profile: 'plain', records: m.r.shuffle(m.records), question: ask('p0'), polar: m.polar, features: m.features,
    rulebook: rules([clause({ ...body, ...(!m.polar && { notPolar: true as const }) })], { sets: { CC: ['CN', 'RU'] } }),
  };
}

const LOCAL: readonly Pred[] = [{ madeIn: 'CC' }, { maker: { domicile: 'CC' } }, { any: [{ madeIn: ['RU'] }, { maker: { domicile: 'CC' } }] }];
type Body = Partial<Clause> & Pick<Clause, 'redIf'>;
const everything = (m: Maker, independence: boolean): Body => ({ redIf: m.r.pick(LOCAL), for: { components: { walk: 'all' } }, ...(independence && { reading: 'independence' as const }) });

const SHAPES: Readonly<Record<(typeof DIRECTED)[number], (m: Maker) => Body>> = {
  loop(m) {
    const { r } = m;
    for (const id of ['p0', 'p1', 'p2', 'p3']) m.part(id);
    m.make('p0.a', 'p0', [['p1', ...(r.chance(0.3) ? ['p3'] : [])]], { use: 'in-use' });
    m.make('p1.a', 'p1', [['p2']], m.use());
    m.make('p2.a', 'p2', [['p1']], m.use());
    if (r.chance(0.25)) m.make('p2.b', 'p2', [], m.use()); // starts it
    m.make('p3.a', 'p3', r.chance(0.3) ? [['p3']] : [], m.use());
    m.close();
    return everything(m, r.chance(0.5));
  },
  dead(m) {
    const { r } = m;
    for (const id of ['p0', 'p1', 'p2']) m.part(id);
    const known = r.chance(0.6);
    m.make('p0.a', 'p0', [[{ product: 'p1', ...(known ? { use: 'known' } : m.use()) }, ...(r.chance(0.5) ? [{ product: 'p2', ...(known ? { use: 'known' as const } : m.use()) }] : [])]], { use: 'in-use' });
    m.make('p1.a', 'p1', r.chance(0.5) ? [['p2']] : [], { use: 'known' });
    if (r.chance(0.4)) m.make('p1.b', 'p1', [], { use: 'known' });
    m.make('p2.a', 'p2', r.chance(0.3) ? [['p1']] : [], r.chance(0.5) ? { use: 'known' } : m.use());
    m.close();
    return everything(m, r.chance(0.8));
  },
  unwritten(m) {
    const { r } = m;
    for (const id of ['p0', 'p1', 'p2']) m.part(id);
    m.make('p0.a', 'p0', [['p1', ...(r.chance(0.4) ? ['p2'] : [])]], { use: 'in-use' });
    m.make('p1.a', 'p1', r.chance(0.5) ? [] : [['p2']], m.use(), false);
    m.make('p2.a', 'p2', r.chance(0.5) ? [['p1']] : [], m.use(), r.chance(0.4));
    m.close();
    return everything(m, r.chance(0.5));
  },
  'in-house'(m) {
    const { r } = m;
    m.part('p0', { maker: 'c0' });
    m.part('p1', { maker: 'c0', roles: [] });
    m.part('p2', { ...(r.chance(0.8) && { roles: r.pick([['camera'], ['radio'], [], ['motor']]) }) });
    m.part('p3', { maker: r.pick(['c0', 'c1']), ...(r.chance(0.8) && { roles: r.pick([['camera'], []]) }) });
    m.make('p0.a', 'p0', [['p1'], ['p3']], { use: 'in-use' });
    m.make('p1.a', 'p1', [['p2']], m.use());
    for (const id of ['p2', 'p3']) m.make(`${id}.a`, id, [], m.use());
    m.close();
    return { redIf: r.pick(LOCAL), for: { components: { walk: r.pick(['bought', 'bought', 'bought', 'all'] as const), ...(r.chance(0.8) && { roles: ['camera', 'radio'] }) } } };
  },
  'cost share'(m) {
    const { r } = m;
    m.polar = false;
    const bp = r.pick([2500, 3333, 4000, 5000, 6500]);
    const exact = r.chance(0.9);
    const cost = (units: number): { lo: string; hi: string; currency: string } => ({ lo: String(units), hi: String(units), currency: 'USD' });
    const bad = bp + (exact ? 0 : r.pick([-1, 1]));
    if (exact) m.features.add('cost share on the line');
    m.records.splice(1, 1, party('c1', { domicile: 'CN', names: ['Name 1'] }));
    m.part('p0', { maker: 'c0', ...(r.chance(0.3) && { unitCost: cost(10_000) }) });
    m.part('p1', { maker: 'c1', unitCost: cost(bad) });
    m.part('p2', { maker: 'c0', unitCost: cost(10_000 - bad) });
    m.make('p0.a', 'p0', [['p1'], ['p2']], { use: 'in-use' }, r.chance(0.9), { quantity: '1', uom: 'C62' });
    return { for: 'product', redIf: { share: 'cost', over: 'components', where: { maker: { domicile: 'CC' } }, ...bounded(r, bp) } };
  },
  'mass share'(m) {
    const { r } = m;
    m.polar = false;
    const bp = r.pick([10, 100, 2500, 5000]);
    const exact = r.chance(0.8);
    if (exact) m.features.add('mass share on the line');
    const ppm = bp * 100 + (exact ? 0 : r.pick([-1, 1]));
    m.part('p0');
    const materials = [['NdFeB', ppm], ['steel', 1_000_000 - ppm]].map(([substance, mass]): Rec => ({ kind: 'material', id: `p0:${substance}`, level: 'confirmed', product: 'p0', substance: substance as string, massPpm: { lo: mass as number, hi: mass as number } }));
    m.records.push(...materials);
    if (r.chance(0.8)) m.records.push(complete('materials', 'p0', materials));
    return { for: 'product', redIf: { share: 'mass', over: 'materials', where: { material: ['NdFeB'] }, ...bounded(r, bp) } };
  },
  'steps seen'(m) {
    const { r } = m;
    m.polar = false;
    const steps = (): { steps?: string[] } => (r.chance(0.9) ? { steps: ['melted', 'sintered', 'assembled'].filter(() => r.chance(0.6)) } : {});
    for (const id of ['p0', 'p1', 'p2']) m.part(id);
    m.make('p0.a', 'p0', [['p1', ...(r.chance(0.3) ? ['p2'] : [])]], { use: 'in-use', ...steps() });
    m.make('p1.a', 'p1', r.chance(0.6) ? [['p2']] : [], { ...m.use(), ...steps() });
    m.make('p2.a', 'p2', [], { ...m.use(), ...steps() });
    m.close(0.95);
    const all: Pred = { allSteps: ['melted', 'sintered'], outside: 'CC', seen: r.pick([['melted'], ['melted', 'sintered'], ['sintered']]) };
    m.features.add('allSteps seen');
    return { for: 'product', redIf: r.chance(0.6) ? { not: all } : all };
  },
};

function bounded(r: Random, bp: number) {
  return r.pick([{ atLeast: bp }, { moreThan: bp }, { atMost: bp }, { lessThan: bp }]);
}
