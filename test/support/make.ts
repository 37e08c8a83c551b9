/** Short builders of records, questions and rulebooks for tests: what is not said is absent. */
import type {
  Completeness,
  Id,
  Judgement,
  Line,
  Listing,
  ListName,
  Option,
  Ownership,
  Party,
  Product,
  Rec,
  Recipe,
  Supply,
} from '../../src/model/record.ts';
import type { Clause, Rulebook } from '../../src/rules/rulebook.ts';
import type { Question } from '../../src/select/predicate.ts';
import { digestOf } from './digest.ts';

type Body<R> = Partial<Omit<R, 'kind' | 'id'>>;
const level = 'confirmed';

export const DAY = '2026-11-22';
export const party = (id: Id, body: Body<Party> = {}): Party => ({ kind: 'party', id, level, ...body });
export const product = (id: Id, body: Body<Product> = {}): Product => ({ kind: 'product', id, level, ...body });
export const recipe = (id: Id, output: Id, body: Body<Recipe> = {}): Recipe => ({
  kind: 'recipe',
  id,
  level,
  output,
  ...body,
});
export const supply = (id: Id, of: Id, supplier: Id, body: Body<Supply> = {}): Supply => ({
  kind: 'supply',
  id,
  level,
  product: of,
  supplier,
  ...body,
});
/** Options are products, or products with share and use. */
export const line = (of: Id, name: string, options: readonly (Id | null | Option)[], body: Body<Line> = {}): Line => ({
  kind: 'line',
  id: `${of}/${name}`,
  level,
  recipe: of,
  line: name,
  options: options.map((o) => (o === null || typeof o === 'string' ? { product: o } : o)),
  ...body,
});
/** Stakes in equity, a point or a range, in ppm. */
export const stake = (
  owner: Id,
  asset: Id,
  lo?: number,
  hi: number | undefined = lo,
  body: Body<Ownership> = {},
): Ownership => ({
  kind: 'ownership',
  id: `${owner}>${asset}`,
  level,
  owner,
  asset,
  ...(lo === undefined ? {} : { equityPpm: { lo, hi: hi ?? lo } }),
  ...body,
});
export const listing = (id: Id, list: Id, body: Body<Listing> = {}): Listing => ({
  kind: 'listing',
  id,
  level,
  list,
  ...body,
});
/** A complete statement about a list, pinned to the members given. */
export const complete = (
  list: ListName,
  of: Id,
  members: readonly Rec[],
  body: Body<Completeness> = {},
): Completeness => ({
  kind: 'completeness',
  id: `complete/${list}/${of}`,
  level,
  list,
  of,
  status: 'complete',
  members: members.map(digestOf),
  ...body,
});
export const judge = (
  left: Rec,
  right: Rec,
  says: 'same' | 'different' | 'unsure',
  body: Body<Judgement> = {},
): Judgement => ({
  kind: 'judgement',
  id: `${left.id}=${right.id}`,
  level,
  left: digestOf(left),
  right: digestOf(right),
  says,
  by: 'tester',
  ...body,
});
export const ask = (product: Id, body: Partial<Question> = {}): Question => ({
  product,
  asOf: DAY,
  knownAt: DAY,
  ...body,
});
export const clause = (body: Partial<Clause> & Pick<Clause, 'redIf'>): Clause => ({
  id: 'c',
  cite: 'test',
  for: { components: { walk: 'all' } },
  ...body,
});
const said = { en: 'test', 'zh-Hant': '測試' };
export const rules = (clauses: readonly Clause[], body: Partial<Rulebook> = {}): Rulebook => ({
  id: 'r',
  title: said,
  cite: 'test',
  statusChecked: DAY,
  binds: said,
  sources: [],
  consequence: 'hold',
  notModelled: [],
  versions: [{ version: '1', from: '2020-01-01', status: 'in-force' }],
  clauses,
  ...body,
});
