/** Where a way of making is done: its recipe's country, else its facility's country and region. */
import { F, T, U, type Tri } from '../base/verdict.ts';
import type { Id } from '../model/record.ts';
import type { Direction, Way } from '../trace/facts.ts';
import type { Open } from './open.ts';
import type { Atom, Places } from './predicate.ts';
import { type Claim, claims, need, NO_CLAIM, type Reading, red, type Sign, tri } from './reading.ts';

interface Place { readonly country?: string | undefined; readonly region?: string | undefined }

export function madeIn(on: Reading, atom: Extract<Atom, { madeIn: unknown }>, sign: Sign, product: Id, way: Way): Tri {
  const recipe = way.recipe;
  const open = (name: string): Open => ({ kind: 'field', on: 'recipe', of: recipe?.[0]!.id ?? product, field: name, pred: atom, red: red(sign), way: way.id });
  const place = placed(on, way, atom.madeIn, sign, open);
  const wanted = atom.step;
  if (wanted === undefined) return place;
  // The step decides nothing on its own: where it is not seen, the place of the recipe is not the place of the step.
  const seen = (direction: Direction): boolean => {
    const stated = recipe === undefined ? [] : claims(recipe, 'steps');
    return stated.length > 0 && stated.every(({ value }) => value.some((step) => wanted.includes(step))) && stated.some(({ recs }) => recs.every((rec) => on.facts.strong(rec, direction)));
  };
  if (place !== U && seen(need(sign, place))) return place;
  if (on.hear && !(recipe !== undefined && claims(recipe, 'steps').length > 0 && seen('red') && seen('clear'))) {
    const stated = recipe === undefined ? [] : claims(recipe, 'steps');
    on.hear.push(stated.length === 0 ? open('steps') : { kind: 'weak', recs: stated.flatMap(({ recs }) => recs), field: 'steps', needs: need(sign, place === U ? T : place), value: place === U ? T : place, red: red(sign) });
  }
  return U;
}

/** Does the way's recipe run in these places? By the recipe's own country, else by its facility's country and region. */
export function placed(on: Reading, way: Way, places: Places, sign: Sign, open: (field: string) => Open): Tri {
  if (way.recipe === undefined) return on.test(NO_CLAIM, sign, () => U, open, 'country');
  const own = claims(way.recipe, 'country');
  if (own.length > 0) {
    const elsewhere = claims(way.recipe, 'facility').flatMap(({ value }) => on.facts.net.facilities.get(value) ?? []).filter((site) => site.country !== undefined && own.every((claim) => claim.value !== site.country));
    if (elsewhere.length > 0) {
      on.hear?.push({ ...open('country'), kind: 'conflict', of: way.recipe[0]!.id, field: 'country', holding: [], failing: [] });
      return U;
    }
    const value = on.test(own, sign, (country) => within(on, { country }, places), open, 'country');
    if (value === U && on.hear && own.every((claim) => within(on, { country: claim.value }, places) === U)) on.hear.push(open('region'));
    return value;
  }
  const items = itemsOf(on, places);
  const codes = items.filter((item) => typeof item === 'string');
  return on.test(claims(way.recipe, 'facility'), sign, (facility) => {
    const records = on.facts.net.facilities.get(facility) ?? [];
    const heard = on.hear?.length ?? 0;
    const coded = codes.length === 0 ? F : on.test(claims(records, 'country'), sign, (country) => tri(codes.includes(country)), open, 'country');
    const named = codes.length === items.length ? F : on.test(claims(records, 'region'), sign, (region) => tri(items.some((item) => typeof item !== 'string' && item.region === region)), open, 'region');
    const value = Math.max(coded, named) as Tri;
    if (value !== U && on.hear) on.hear.length = heard;
    return value;
  }, open, 'country');
}

function itemsOf(on: Reading, places: Places): readonly (string | { readonly region: string })[] {
  return typeof places === 'string' ? (on.rules.sets[places] ?? []) : places;
}

/** Is the place among these? A region that is not recorded is open unless a code decides. */
export function within(on: Reading, { country, region }: Place, places: Places): Tri {
  if (country === undefined) return U;
  let result: Tri = F;
  for (const item of itemsOf(on, places)) {
    const value: Tri = typeof item === 'string' ? tri(item === country) : region === undefined ? U : tri(item.region === region);
    result = Math.max(result, value) as Tri;
  }
  return result;
}

export function facilityOf(way: Way): readonly Claim<Id>[] {
  return way.recipe !== undefined ? claims(way.recipe, 'facility') : way.supply !== undefined ? claims(way.supply, 'facility') : NO_CLAIM;
}
