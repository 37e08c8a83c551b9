/** Who sells a product to us: the supplies from the last seller back to the maker (docs/semantics.md 2). */
import { F, T, U, type Tri } from '../base/verdict.ts';
import type { Group } from '../model/network.ts';
import type { Id, Supply } from '../model/record.ts';
import type { Way } from '../trace/facts.ts';
import type { Open } from './open.ts';
import type { Atom } from './predicate.ts';
import { claims, need, type Reading, red, type Sign } from './reading.ts';

export function supplier(on: Reading, atom: Extract<Atom, { supplier: unknown }>, sign: Sign, { product, way }: { readonly product: Id; readonly way: Way }, at: string): Tri {
  const missing = (): Open => ({ kind: 'list', list: 'supplies', of: product, pred: atom, direction: need(sign, F), red: red(sign), way: way.id });
  const list = (): void => void on.hear?.push(missing());
  if (way.supply === undefined) {
    list();
    return U;
  }
  const legs = legsOf(on, product, way, sign);
  const heard = on.hear?.length ?? 0;
  let all: Tri = F;
  let shown = false;
  for (const { group, sure } of legs) {
    const value = on.test(claims(group, 'supplier'), sign, (seller) => on.party(seller, atom.supplier, sign, `${at}/supplier`), missing);
    if (value === T && sure) shown = true;
    else if (value === T) list();
    if (value !== F) all = U;
  }
  if (shown) {
    if (on.hear) on.hear.length = heard;
    return T;
  }
  if (on.facts.held('supplies', product, undefined, need(sign, F)) === undefined) {
    list();
    return U;
  }
  return all;
}

/** Of what is looked at unheard. */
const unasked = (): Open => ({ kind: 'question', field: '', pred: { all: [] }, red: T });

/**
 * The supplies that lead to us, from the last seller back to the maker. A leg is surely on the way if it is recorded in
 * use, or if the supplies hold complete and it is the only one that there is for its buyer.
 */
function legsOf(on: Reading, product: Id, way: Way, sign: Sign): { group: Group<Supply>; sure: boolean }[] {
  const { net } = on.facts;
  const all = net.suppliesOf.get(product) ?? [];
  const shows = need(sign, T);
  const closed = on.facts.held('supplies', product, undefined, shows) !== undefined;
  const strong = (group: Group<Supply>): boolean => group.some((rec) => on.facts.strong(rec, shows));
  const found = new Map<Group<Supply>, boolean>();
  const work = [{ group: way.supply!, sure: closed || on.facts.useOf(way.supply!).use === 'in-use' }];
  for (let step = work.pop(); step !== undefined; step = work.pop()) {
    const { group, sure } = step;
    if (found.get(group) === true || (!sure && found.has(group))) continue;
    found.set(group, sure);
    const sellers = new Set(claims(group, 'supplier').map(({ value }) => net.classes.of(value)));
    for (const seller of sellers) {
      const maker = (id: Id): Tri => (net.classes.of(id) !== seller ? F : net.classes.conflicts.has(seller) ? U : T);
      const isMaker = on.unheard(() => on.test(claims(net.products.get(product) ?? [], 'maker'), -sign as Sign, maker, unasked));
      if (isMaker === T) continue;
      const buyersOf = (other: Group<Supply>): Id[] => claims(other, 'buyer').map(({ value }) => net.classes.of(value));
      const before = all.filter((other) => buyersOf(other).includes(seller));
      for (const other of before) {
        const { use, stated } = on.facts.useOf(other);
        const only = use === 'in-use' || (closed && before.length === 1 && !stated);
        work.push({ group: other, sure: sure && sellers.size === 1 && strong(group) && isMaker === F && strong(other) && buyersOf(other).every((buyer) => buyer === seller) && only });
      }
    }
  }
  return [...found].map(([group, sure]) => ({ group, sure }));
}
