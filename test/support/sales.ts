/** Small chains of sellers: who sells to whom, twice over, in use or not, at places, under contested makers and joined parties. */
import type { Rec, Supply, Use } from '../../src/model/record.ts';
import type { Floor } from '../../src/rules/rulebook.ts';
import type { Pred } from '../../src/select/predicate.ts';
import { digestOf } from './digest.ts';
import type { Network } from './generate.ts';
import { ask, clause, complete, judge, party, product, recipe, rules, supply } from './make.ts';
import { random } from './random.ts';

/** Equal seeds give equal networks. */
export function sale(seed: number): Network {
  const r = random(seed);
  const tidy = r.chance(0.5),
    odd = tidy ? 0 : 0.25;
  const records: Rec[] = [];
  const put = <R extends Rec>(rec: R): R => {
    const made = r.chance(odd / 2) ? { ...rec, level: 'inferred' as const } : rec;
    records.push(made);
    return made;
  };
  const ids = ['m', 'x', 'y', 'z'];
  const bad = r.pick([0, 0.3, 0.7, 1]);
  const parties = ids.map((id) => put(party(id, { names: [id], ...(r.chance(1 - odd / 3) && { domicile: r.chance(bad) ? 'CN' : 'TW' }) })));
  put(product('p', { ...(r.chance(1 - odd / 3) && { maker: 'm' }) }));
  if (r.chance(odd / 2)) put({ ...product('p', { maker: r.pick(ids) }), origin: 'second source' });
  if (r.chance(odd)) records.push(judge(parties[0]!, parties[1]!, 'same'));
  if (r.chance(odd / 2)) records.push({ ...judge(parties[0]!, parties[1]!, 'different'), id: 'apart' });
  const use = (): { use?: Use } => (r.chance(0.6) ? { use: r.pick(['in-use', 'in-use', 'approved', 'known'] as const) } : {});
  const at = (): { facility?: string } => (r.chance(0.15) ? { facility: r.pick(['f', 'g']) } : {});
  for (const id of ['r', 's'].slice(0, r.pick([0, 1, 1, 1, 2]))) put(recipe(id, 'p', { ...use(), ...at() }));
  for (let i = r.pick([0, 1, 1, 2, 2, 3, 4]); i > 0; i--) {
    const body = (): Partial<Supply> => ({ ...use(), ...at(), ...(r.chance(0.6) && { buyer: r.pick(ids) }) });
    put(supply(`t${i}`, 'p', r.pick(ids), body()));
    if (r.chance(odd / 2)) put({ ...supply(`t${i}`, 'p', r.pick(ids), body()), origin: 'second source' });
  }
  const all = (kind: Rec['kind']): Rec[] => records.filter((rec) => rec.kind === kind);
  if (r.chance(0.7)) put(complete('supplies', 'p', all('supply')));
  if (r.chance(0.7)) put(complete('recipes', 'p', all('recipe')));
  const floor: Floor | undefined = r.chance(0.3) ? { clear: { kind: ['audit'] }, ...(r.chance(0.5) && { red: { level: 'inferred' as const } }) } : undefined;
  if (floor) records.push({ kind: 'evidence', id: 'audit', level: 'confirmed', docKind: 'audit', issued: '2026-10-01', supports: records.filter(() => r.chance(0.9)).map(digestOf) });
  const whom: Pred = { supplier: r.chance(0.8) ? { domicile: ['CN'] } : { not: { domicile: ['CN'] } } };
  const redIf: Pred = r.chance(0.8) ? whom : { not: whom };
  // The bill of the question holds by itself; as a part of another product `p` has ways that nobody wrote down.
  const inside = r.chance(0.4);
  if (inside) {
    const bill: Rec = { kind: 'line', id: 'q.r/1', level: 'confirmed', recipe: 'q.r', line: '1', options: [{ product: 'p' }] };
    records.push(product('q', { maker: 'm' }), recipe('q.r', 'q', { use: 'in-use' }), supply('q.s', 'q', 'm', { use: 'in-use' }), bill, complete('components', 'q.r', [bill]), complete('supplies', 'q', records.filter(() => false)));
  }
  const walked = { for: { components: { walk: 'all' as const } }, ...(r.chance(0.5) && { reading: 'independence' as const }) };
  return {
    seed, profile: 'sellers', records: r.shuffle(records), question: ask(inside ? 'q' : 'p'), polar: false, features: new Set(),
    rulebook: rules([clause({ ...(inside ? walked : { for: 'product' as const }), redIf, notPolar: true })], { sets: {}, ...(floor && { floor }) }),
  };
}
