/**
 * Is a clause *polar*: does every open fact push its value one way only? Then an `unknown` always has a red and a clear
 * completion (docs/semantics.md 8; 4.5 of the specification). Sufficient, not necessary: it looks at the words alone.
 *
 * After pushing `not` inward, through `unless` too: no field of a kind of record stands on both sides, by whatever path
 * it is reached; what is asserted of one field can hold together wherever an `all` joins it (`all: [CN, RU]` never
 * holds, yet is open), what is denied can fail together wherever an `any` joins it (`any: [not CN, not RU]` always
 * holds, yet is open); and at most one condition walks the network on its own;
 * and no ownership test has a part that is not confirmed.
 */
import { OWNERSHIP_TESTS } from '../owners/tests.ts';
import type { Places, Pred } from '../select/predicate.ts';
import type { Clause, PlaceSets } from './rulebook.ts';

export function polar(clause: Clause, sets: PlaceSets = {}): boolean {
  const parts: Formula[] = [push(clause.redIf, true, sets)];
  if (typeof clause.for === 'object' && 'components' in clause.for) {
    const { roles, materials } = clause.for.components;
    if (roles) parts.push(push({ role: roles }, true, sets));
    if (materials) parts.push(push({ material: materials }, true, sets));
  }
  for (const { when } of clause.unless ?? []) if (when) parts.push(push(when, false, sets));
  const whole: Formula = { join: 'all', parts };
  const leaves = leavesOf(whole);
  if (leaves.filter(({ walks }) => walks).length > 1 || leaves.some(({ doubtful }) => doubtful)) return false;
  const fields = [...new Set(leaves.flatMap(({ uses }) => uses.map(({ field }) => field)))];
  const signs = (field: string): ReadonlySet<boolean> => new Set(leaves.filter(({ uses }) => uses.some((use) => use.field === field || use.field === ANY_FIELD)).map(({ asserted }) => asserted));
  return fields.every((field) => signs(field).size === 1 && [true, false].every((asserted) => alternatives(whole, field, asserted) !== undefined))
    && (!fields.includes(ANY_FIELD) || new Set(leaves.filter(({ uses }) => uses.length > 0).map(({ asserted }) => asserted)).size === 1);
}

/** A field of a kind of record, and the codes that are asserted or denied of it; no codes: any value could do. */
interface Use { readonly field: string; readonly codes?: readonly string[] }
interface Leaf {
  readonly asserted: boolean;
  readonly uses: readonly Use[];
  readonly walks?: true;
  /** A part of it is not confirmed: with all facts known it can still be open. */
  readonly doubtful?: true;
}
type Formula = Leaf | { readonly join: 'all' | 'any'; readonly parts: readonly Formula[] };
/** A category is a condition that the list brings with it: it may speak of any field. */
const ANY_FIELD = '*';

function push(pred: Pred, asserted: boolean, sets: PlaceSets): Formula {
  const leaf = (...uses: Use[]): Leaf => ({ asserted, uses });
  const codes = (places: Places): readonly string[] => (typeof places === 'string' ? sets[places] ?? [] : places).map((place) => (typeof place === 'string' ? place : `region ${place.region}`));
  const both = (...parts: Formula[]): Formula => ({ join: asserted ? 'all' : 'any', parts });
  const held = (test: string): Leaf => {
    const rules = [...(OWNERSHIP_TESTS.get(test)?.catches ?? []), ...(OWNERSHIP_TESTS.get(test)?.passes ?? [])];
    const fields = new Set(rules.map((rule) => ('measure' in rule ? rule.measure : 'control')));
    return { ...leaf(...[...fields].map((field) => ({ field: `ownership.${field}` }))), ...(rules.some(({ unverified }) => unverified) && { doubtful: true }) };
  };
  const place = (places: Places): Leaf => leaf(...['recipe.country', 'facility.country', 'facility.region'].map((field) => ({ field, codes: codes(places) })));
  if ('all' in pred) return { join: asserted ? 'all' : 'any', parts: pred.all.map((part) => push(part, asserted, sets)) };
  if ('any' in pred) return { join: asserted ? 'any' : 'all', parts: pred.any.map((part) => push(part, asserted, sets)) };
  if ('not' in pred) return push(pred.not, !asserted, sets);
  if ('role' in pred) return leaf({ field: 'product.roles', codes: pred.role });
  if ('hs' in pred) return leaf({ field: 'product.hs', codes: pred.hs });
  if ('category' in pred) return leaf({ field: ANY_FIELD, codes: [`category ${pred.category}`] });
  if ('material' in pred) return leaf({ field: 'material.massPpm', codes: pred.material });
  if ('madeIn' in pred) return pred.step ? both(place(pred.madeIn), leaf({ field: 'recipe.steps', codes: pred.step })) : place(pred.madeIn);
  // All of them outside: no way above has such a step inside.
  if ('allSteps' in pred) return { ...(leavesAs(push({ madeIn: pred.outside, step: pred.allSteps }, !asserted, sets))), walks: true };
  if ('maker' in pred) return push(pred.maker, asserted, sets);
  if ('supplier' in pred) return push(pred.supplier, asserted, sets);
  if ('operator' in pred) return push(pred.operator, asserted, sets);
  if ('domicile' in pred) return leaf({ field: 'party.domicile', codes: codes(pred.domicile) });
  if ('principalPlace' in pred) return leaf({ field: 'party.principalPlace', codes: codes(pred.principalPlace) });
  if ('listed' in pred) return { ...held(pred.closure ?? 'OWN50_CASCADE'), uses: [{ field: 'party.ids', codes: pred.listed }, ...held(pred.closure ?? 'OWN50_CASCADE').uses] };
  if ('owned' in pred) return both(held(pred.owned), push(pred.by, asserted, sets));
  if ('ancestor' in pred) {
    const materials = pred.materials ? [push({ material: pred.materials }, asserted, sets)] : [];
    return both({ asserted, uses: [], walks: true }, push(pred.ancestor, asserted, sets), ...materials);
  }
  if ('share' in pred) return both({ asserted, uses: [], walks: true }, push(pred.where, 'atMost' in pred || 'lessThan' in pred ? !asserted : asserted, sets));
  return leaf(); // a paper in hand, or what the question says
}

function leavesAs(formula: Formula): Leaf {
  const leaves = leavesOf(formula);
  return { asserted: leaves[0]!.asserted, uses: leaves.flatMap(({ uses }) => uses) };
}

function leavesOf(formula: Formula): Leaf[] {
  return 'join' in formula ? formula.parts.flatMap(leavesOf) : [formula];
}

const MOST = 2000;
type Codes = readonly string[] | 'all';

/** What a field may be in each way of making the formula hold (asserted) or fail (denied); undefined: one of them leaves nothing. */
function alternatives(formula: Formula, field: string, asserted: boolean): readonly Codes[] | undefined {
  if (!('join' in formula)) {
    if (formula.asserted !== asserted) return ['all'];
    const uses = formula.uses.filter((use) => use.codes && (use.field === field || use.field === ANY_FIELD));
    return [uses.reduce<Codes>((left, { codes }) => common(field, left, codes!), 'all')];
  }
  let ways: readonly Codes[] = formula.join === (asserted ? 'all' : 'any') ? ['all'] : [];
  for (const part of formula.parts) {
    const more = alternatives(part, field, asserted);
    if (!more) return undefined;
    ways = formula.join === (asserted ? 'all' : 'any') ? ways.flatMap((way) => more.map((codes) => common(field, way, codes))) : [...ways, ...more];
    ways = [...new Map(ways.map((way) => [JSON.stringify(way), way])).values()];
    if (ways.length > MOST || ways.some((way) => way.length === 0)) return undefined;
  }
  return ways;
}

function common(field: string, a: Codes, b: Codes): Codes {
  if (a === 'all') return b;
  if (b === 'all') return a;
  if (field !== 'product.hs') return a.filter((code) => b.includes(code)).sort();
  return [...a.filter((code) => b.some((other) => code.startsWith(other))), ...b.filter((code) => a.some((other) => code !== other && code.startsWith(other)))].sort();
}
