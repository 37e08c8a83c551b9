/**
 * What a selector picks in a chain, in three values: surely, possibly, not. A fact that is not recorded or only inferred
 * leaves a plant open, and what is open is never guessed: the loss becomes an interval.
 */
import { F, T, U, type Tri } from '../base/verdict.ts';
import { OWNERSHIP_TESTS } from '../owners/tests.ts';
import type { Id, Rec } from '../model/record.ts';
import type { Conditions } from '../select/evaluate.ts';
import type { Compiled, PlantOf } from './compile.ts';
import type { Selector, Side } from './scenario.ts';

/** Numbers of plants, arcs or demands. */
export interface Picked { readonly sure: readonly number[]; readonly open: readonly number[] }

/** Control as sanctions law counts it: half or more in the aggregate. */
const CONTROL = OWNERSHIP_TESTS.get('OWN50_CASCADE')!;

export class Targets {
  readonly #compiled: Compiled;
  readonly #conditions: Conditions;
  constructor(compiled: Compiled, conditions: Conditions) {
    this.#compiled = compiled;
    this.#conditions = conditions;
  }

  /** Plants, without stores: a store does nothing that could be stopped. */
  plants(selector: Selector): Picked {
    return picked(this.#compiled.of.map((of) => (of.kind === 'store' ? F : this.#plant(selector, of))));
  }

  /** Stores of what is selected: by product, by the place where they are, or by its country. */
  stores(selector: Selector): Picked {
    return picked(this.#compiled.of.map((of) => (of.kind === 'store' ? this.#plant(selector, of) : F)));
  }

  demands({ id = [] }: Selector): Picked {
    return picked(this.#compiled.chain.demands.map((demand) => (id.includes(demand.id) || id.includes(demand.product) || (demand.customer !== undefined && id.includes(demand.customer)) ? T : F)));
  }

  /** Arcs from a seller to who makes something of it or wants it. */
  flows({ from, goods, to, via }: Selector): Picked {
    const { chain, of, demandOf } = this.#compiled;
    return picked(chain.arcs.map((arc, a) => {
      const source = of[arc.from]!;
      const target = 'need' in arc.to ? of[chain.needs[arc.to.need]!.plant]! : undefined;
      if (source.kind === 'store' || (target !== undefined && target.product === source.product)) return F; // inside one chain of sellers
      let value: Tri = T;
      const and = (part: Tri): void => { value = Math.min(value, part) as Tri; };
      if (from) and(this.#side(from, source));
      if (goods) and(this.#goods(goods, source));
      if (to) and(target ? this.#side(to, target) : this.#toCustomer(to, 'demand' in arc.to ? demandOf[arc.to.demand]!.flatMap(({ country }) => country ?? []) : []));
      if (via) and(this.#passes(via, this.#compiled.via[a]!, source, target));
      return value;
    }));
  }

  /** Passages are as recorded (`none`: it passes nothing that has a name); inside one place there are none. */
  #passes(via: readonly string[], recorded: readonly string[], source: PlantOf, target: PlantOf | undefined): Tri {
    if (recorded.some((passage) => via.includes(passage))) return T;
    if (recorded.length > 0) return F;
    return target !== undefined && source.legs.length === 0 && source.facilities.some((place) => target.facilities.includes(place)) ? F : U;
  }

  #plant({ of, id, where }: Selector, plant: PlantOf): Tri {
    const byId = id === undefined ? T : this.#named(of, id, plant);
    if (byId === F || where === undefined) return byId;
    if (of === 'party' || of === 'owner') return Math.min(byId, any(this.#parties(plant).map((party) => this.#conditions.value(where, 1, { party }, '/where')), this.#parties(plant).length === 0)) as Tri;
    return Math.min(byId, this.#conditions.value(where, 1, { product: plant.product, way: plant.way }, '/where')) as Tri;
  }

  #named(of: Selector['of'], ids: readonly string[], plant: PlantOf): Tri {
    const { net } = this.#conditions.facts;
    switch (of) {
      case 'product': return ids.includes(plant.product) ? T : F;
      case 'recipe': return plant.way.recipe !== undefined && plant.kind === 'recipe' && ids.includes(plant.way.recipe[0]!.id) ? T : F;
      case 'supply': return plant.legs.some((leg) => ids.includes(leg[0]!.id)) ? T : F;
      case 'country': return any(ids.map((code) => this.country(plant, code)), false);
      case 'facility': {
        if (plant.facilities.length > 0) return plant.facilities.some((facility) => ids.includes(facility)) ? T : F;
        if (plant.kind === 'unrecorded') return F; // what nobody recorded is not at a place that somebody did
        const sites = ids.flatMap((facility) => net.facilities.get(facility) ?? []);
        if (sites.length === 0) return F; // no such place
        const countries = sites.flatMap(({ country }) => country ?? []);
        return any(countries.map((code) => this.country(plant, code)), countries.length === 0) === F ? F : U;
      }
      case 'party': {
        const parties = this.#parties(plant);
        if (parties.length === 0) return plant.kind === 'recipe' ? U : F;
        return parties.some((party) => ids.some((id) => net.classes.of(id) === party)) ? T : F;
      }
      case 'owner': {
        const parties = this.#parties(plant);
        if (parties.length === 0) return plant.kind === 'recipe' ? U : F;
        return any(parties.flatMap((party) => ids.map((owner) => this.#conditions.owners.controlled(party, CONTROL, owner))), false);
      }
      default: return F;
    }
  }

  #side({ country, id, where }: Side, plant: PlantOf): Tri {
    let value: Tri = T;
    if (country) value = Math.min(value, any(country.map((code) => this.country(plant, code)), false)) as Tri;
    if (id) value = Math.min(value, plant.facilities.some((facility) => id.includes(facility)) || this.#parties(plant).some((party) => id.includes(party)) || (plant.way.recipe !== undefined && id.includes(plant.way.recipe[0]!.id)) ? T : F) as Tri;
    if (where) value = Math.min(value, this.#conditions.value(where, 1, { product: plant.product, way: plant.way }, '/where')) as Tri;
    return value;
  }

  #goods({ id, where, country }: Side, plant: PlantOf): Tri {
    const named: Tri = id === undefined || id.includes(plant.product) ? T : F;
    return named === F ? F : this.#side({ ...(where && { where }), ...(country && { country }) }, plant);
  }

  #toCustomer({ country, id, where }: Side, countries: readonly string[]): Tri {
    if (where !== undefined || id !== undefined) return F; // a customer is no place of making
    if (country === undefined) return T;
    return countries.length === 0 ? U : countries.some((code) => country.includes(code)) ? T : F;
  }

  /** Is it done in this country? By the recipe's own country, else by its places; a seller's warehouse counts too. */
  country({ way, facilities, kind }: PlantOf, code: string): Tri {
    const { facts } = this.#conditions;
    const stated: { readonly country: string; readonly rec: Rec }[] = [];
    for (const rec of way.recipe ?? []) if (rec.country !== undefined) stated.push({ country: rec.country, rec });
    const places = stated.length > 0 && kind === 'recipe' ? [] : facilities;
    let unplaced = stated.length === 0 && places.length === 0;
    for (const place of places) {
      const sites = (facts.net.facilities.get(place) ?? []).filter((site) => site.country !== undefined);
      if (sites.length === 0) unplaced = true;
      for (const site of sites) stated.push({ country: site.country!, rec: site });
    }
    if (stated.some(({ country, rec }) => country === code && facts.strong(rec, 'red'))) return T;
    return unplaced || stated.some(({ country }) => country === code) ? U : F;
  }

  /** Classes of whoever has a hand in it: the operator, where none is known the maker; the sellers. */
  #parties({ way, facilities, legs, product, kind }: PlantOf): Id[] {
    const { net } = this.#conditions.facts;
    if (kind === 'unrecorded') return [];
    const operators = way.recipe === undefined ? [] : facilities.flatMap((id) => net.facilities.get(id) ?? []).flatMap(({ operator }) => operator ?? []);
    const makers = operators.length > 0 || way.recipe === undefined ? [] : (net.products.get(product) ?? []).flatMap(({ maker }) => maker ?? []);
    const sellers = legs.flatMap((leg) => leg.map(({ supplier }) => supplier));
    return [...new Set([...operators, ...makers, ...sellers].map((id) => net.classes.of(id)))];
  }

  /** Parties that a plant depends on, for one-at-a-time questions. */
  partiesOf(plant: PlantOf): Id[] {
    return this.#parties(plant);
  }
}

function any(values: readonly Tri[], open: boolean): Tri {
  return values.reduce<Tri>((best, value) => Math.max(best, value) as Tri, open ? U : F);
}

function picked(values: readonly Tri[]): Picked {
  const all = values.map((value, i) => [value, i] as const);
  return { sure: all.filter(([value]) => value === T).map(([, i]) => i), open: all.filter(([value]) => value === U).map(([, i]) => i) };
}
