/** An open condition filled in the direction that is wanted, by records assumed (rules/assume.ts): one function a kind of open item. */
import { F, not, T, type Tri, U } from '../base/verdict.ts';
import { rolesBelow } from '../model/network.ts';
import type { Id, Listing, Ownership, RangePpm, Rec, Recipe } from '../model/record.ts';
import { CLOSES, type Measure, OWNERSHIP_TESTS } from '../owners/tests.ts';
import { type Open, type Single, singly } from '../select/open.ts';
import { within } from '../select/places.ts';
import type { Places, Pred } from '../select/predicate.ts';
import { mergeRanges, type Way } from '../trace/facts.ts';
import type { NodeName, Reach } from '../trace/reach.ts';
import type { ClauseOnNetwork } from './clause.ts';
import type { Completion } from './completion.ts';

export type Side = 'red' | 'clear';
/** Countries of which some are in no set of a clause. */
const OUTSIDE = ['VN', 'JP', 'TW', 'US', 'CA', 'DE', 'FR', 'NL', 'AU', 'CL', 'ZA', 'NO'];

/** Fills what is open in one way of a product, towards one side. */
export function fillLocal(into: Completion, on: ClauseOnNetwork, product: Id, way: Way, side: Side): void {
  const opens: Open[] = [];
  on.hearLocal(product, way, opens);
  for (const open of singly(opens)) fill(into, on, open, side, product, way);
}

function fill(into: Completion, on: ClauseOnNetwork, open: Single, side: Side, product: Id, way: Way): void {
  const want: Tri = side === 'red' ? open.red : not(open.red);
  switch (open.kind) {
    case 'field': return fillField(into, on, open, want);
    case 'weak': return fillWeak(into, open, want);
    case 'conflict': return fillConflict(into, on, open, want);
    case 'list': return fillList(into, on, open, want);
    case 'edition': return fillEdition(into, on, open, want);
    case 'match': {
      const party = on.facts.partiesOf(open.party)[0];
      if (party !== undefined) judge(into, party, open.entry, want === T ? 'same' : 'different');
      return;
    }
    case 'stake': return fillStake(into, on, open, want);
    case 'above': return fillAbove(into, on, open, want);
    case 'amount': return fillAmount(into, on, open, way);
    case 'paper': {
      const supports = open.supports.length > 0 ? open.supports : [{ kind: 'product', id: product, level: 'confirmed' } as const];
      if (open.supports.length === 0) into.add(supports[0]!);
      if (want !== T || !('evidence' in open.pred)) return;
      const { kind, issuer, custody } = open.pred.evidence;
      into.add({ kind: 'evidence', id: `assumed:paper:${open.of}`, level: 'confirmed', docKind: kind[0]!, issued: into.question.knownAt, ...(issuer && { issuer: issuer[0]! }), ...(custody && { custody: custody[0]! }), supports: [into.digest(supports[0]!)] });
      return;
    }
    case 'question': return;
    case 'method': return; // no fact decides it
  }
}

function fillField(into: Completion, on: ClauseOnNetwork, open: Extract<Open, { kind: 'field' }>, want: Tri): void {
  const { of, field, pred } = open;
  const base = { id: of, level: 'confirmed' } as const;
  if (open.on === 'party') {
    if (field === 'names') {
      const lists = 'listed' in pred ? pred.listed : [];
      const entry = want === T ? lists.flatMap((list) => on.conditions.lists.edition(list).entries).find((listed) => listed.ids?.length) : undefined;
      return into.add({ kind: 'party', ...base, names: entry?.names ?? [`assumed name of ${of}`], ...(entry?.ids && { ids: entry.ids }) });
    }
    const places = 'domicile' in pred ? pred.domicile : 'principalPlace' in pred ? pred.principalPlace : undefined;
    if (places !== undefined) into.add({ kind: 'party', ...base, [field]: countryFor(on, places, want) });
    return;
  }
  if (open.on === 'facility') return into.add({ kind: 'facility', ...base, operator: `assumed:operator:${of}` });
  if (open.on === 'product') {
    if (field === 'maker') return into.add({ kind: 'product', ...base, maker: `assumed:maker:${of}` });
    if (field === 'hs' && 'hs' in pred) return into.add({ kind: 'product', ...base, hs: want === T ? pred.hs[0]! : ['99', '98', '97', '96'].find((code) => !pred.hs.some((prefix) => prefix.startsWith(code) || code.startsWith(prefix))) ?? '95' });
    if (field === 'roles' && 'role' in pred) {
      const below = rolesBelow(on.net, of);
      const contained = of === on.root ? [] : below;
      into.add({ kind: 'product', ...base, roles: want === T ? [...new Set([...below, pred.role.find((role) => below.includes(role)) ?? pred.role[0]!])].sort() : contained });
    }
    return;
  }
  fillRecipe(into, on, open, want);
}

function fillRecipe(into: Completion, on: ClauseOnNetwork, { of, field, pred }: Extract<Open, { kind: 'field' }>, want: Tri): void {
  const known = on.net.recipes.get(of)?.[0];
  const output = known?.output ?? of;
  if (known === undefined && output !== on.root && on.facts.recipesHeld(output)) return; // it holds complete that there is none
  const id = known?.id ?? `assumed:recipe:${of}`;
  const recipe: Recipe = { kind: 'recipe', id, level: 'confirmed', output, ...(known === undefined && { use: 'in-use' as const, ...(output !== on.root && !on.net.recipesOf.get(output)?.some((group) => group[0]!.id !== id) && { sole: true as const }) }) };
  if (field === 'facility') {
    into.add({ ...recipe, facility: `assumed:facility:${id}` });
    return into.add({ kind: 'facility', id: `assumed:facility:${id}`, level: 'confirmed', operator: `assumed:operator:${id}` });
  }
  const places = 'madeIn' in pred ? pred.madeIn : 'allSteps' in pred ? pred.outside : undefined;
  if (places === undefined) return;
  const steps = 'madeIn' in pred ? pred.step?.slice(0, 1) : 'allSteps' in pred ? pred.allSteps : undefined;
  const facility = known === undefined ? undefined : on.net.recipes.get(of)!.find((rec) => rec.facility !== undefined)?.facility;
  if (field === 'steps') into.add({ ...recipe, ...(steps && { steps }) });
  else if (facility !== undefined) into.add({ kind: 'facility', id: facility, level: 'confirmed', ...(field === 'region' ? { region: regionFor(on, places, want) } : { country: countryFor(on, places, want) }) });
  else if (known?.country === undefined && placesIn(on.clause).some((named) => regionsOf(on, named).length > 0)) {
    into.add({ ...recipe, facility: `assumed:facility:${id}`, ...(known === undefined && steps && { steps }) });
    into.add({ kind: 'facility', id: `assumed:facility:${id}`, level: 'confirmed', country: countryFor(on, places, want), region: regionFor(on, places, want) });
  }
  else into.add({ ...recipe, country: countryFor(on, places, want), ...(known === undefined && steps && { steps }) });
}

function regionsOf(on: ClauseOnNetwork, places: Places): string[] {
  const items = typeof places === 'string' ? (on.conditions.rules.sets[places] ?? []) : places;
  return items.flatMap((item) => (typeof item === 'string' ? [] : [item.region]));
}

function regionFor(on: ClauseOnNetwork, places: Places, want: Tri): string {
  return (want === T ? regionsOf(on, places)[0] : undefined) ?? 'elsewhere';
}

/** A country inside the places, in as many as may be of the clause's other sets too; or outside of all. */
function countryFor(on: ClauseOnNetwork, places: Places, want: Tri): string {
  const { sets } = on.conditions.rules;
  const codesOf = (named: typeof places): string[] => (typeof named === 'string' ? (sets[named] ?? []) : named).filter((item) => typeof item === 'string');
  const all = placesIn(on.clause).map(codesOf);
  if (want === F) return OUTSIDE.find((code) => !all.some((codes) => codes.includes(code)) && within(on.conditions, { country: code, region: '-' }, places) === F) ?? 'ZZ';
  const shared = (code: string): number => all.filter((codes) => codes.includes(code)).length;
  return codesOf(places).reduce((best, code) => (shared(code) > shared(best) ? code : best), codesOf(places)[0] ?? 'ZZ');
}

/** A fact too weak to count is made strong where it says what is wanted, else taken out. */
function fillWeak(into: Completion, { recs, needs, value }: Extract<Open, { kind: 'weak' }>, want: Tri): void {
  if (value !== want) return into.withdraw(recs.filter((rec) => !into.base.facts.strong(rec, needs)).slice(-1));
  for (const rec of recs) {
    if (into.base.facts.strong(rec, needs)) continue;
    if (needs === 'red') into.confirm(rec);
    else into.support(rec);
  }
}

function fillConflict(into: Completion, on: ClauseOnNetwork, open: Extract<Open, { kind: 'conflict' }>, want: Tri): void {
  if (open.field === 'roles' && on.net.roleConflicts.has(open.of)) return into.withdraw((on.net.products.get(open.of) ?? []).filter((rec) => rec.roles !== undefined));
  into.withdraw(want === T ? open.failing : open.holding);
}

function fillList(into: Completion, on: ClauseOnNetwork, open: Extract<Open, { kind: 'list' }>, want: Tri): void {
  if (open.list === 'supplies') {
    const recorded = (on.net.suppliesOf.get(open.of) ?? []).flat();
    if (want === F && open.way?.endsWith('|-') !== true) return into.state('supplies', open.of, recorded);
    return into.add({ kind: 'supply', id: `assumed:supply:${open.of}`, level: 'confirmed', product: open.of, supplier: `assumed:supplier:${open.of}`, use: 'in-use' });
  }
  if (open.list !== 'materials') return;
  const groups = on.net.materialsOf.get(open.of) ?? [];
  const wanted = 'material' in open.pred ? open.pred.material : materialsIn(open.pred);
  const pulls = (substance: string): boolean => wanted.includes(substance) === (want === T);
  let left = 1_000_000 - groups.reduce((sum, group) => sum + (mergeRanges(group.map((rec) => rec.massPpm))?.lo ?? 0), 0);
  for (const group of groups) {
    const range = mergeRanges(group.map((rec) => rec.massPpm))!;
    const more = pulls(group[0]!.substance) ? Math.max(0, Math.min(left, range.hi - range.lo)) : 0;
    left -= more;
    if (range.lo !== range.hi) into.add({ kind: 'material', id: group[0]!.id, level: 'confirmed', product: open.of, substance: group[0]!.substance, massPpm: { lo: range.lo + more, hi: range.lo + more } });
    else for (const rec of group) if (!on.facts.strong(rec, 'red')) into.confirm(rec);
  }
  if (on.facts.held('materials', open.of) === undefined && left > 0) {
    const substance = want === T ? wanted.find((name) => !groups.some((group) => group[0]!.substance === name)) : 'assumed substance';
    if (substance !== undefined) into.add({ kind: 'material', id: `assumed:material:${open.of}:${substance}`, level: 'confirmed', product: open.of, substance, massPpm: { lo: left, hi: left } });
  }
}

function fillEdition(into: Completion, on: ClauseOnNetwork, open: Extract<Open, { kind: 'edition' }>, want: Tri): void {
  const edition = on.conditions.lists.edition(open.of);
  const entries = on.net.listings.get(open.of) ?? [];
  if (want === F) return into.state('entries', open.of, entries);
  if (open.party === '') return;
  // An entry for the party as it is known: by its number, else by its name and a judgement.
  const known = on.facts.partiesOf(open.party);
  const ids = known.flatMap((party) => party.ids ?? []).slice(0, 1);
  const named = known.find((party) => party.names?.length);
  if (ids.length === 0 && named === undefined) return;
  const entry: Listing = { kind: 'listing', id: `assumed:entry:${open.of}:${open.party}`, level: 'confirmed', list: open.of, ...(ids.length > 0 ? { ids } : { names: named!.names!.slice(0, 1) }), scope: 'self' };
  into.add(entry);
  if (ids.length === 0) judge(into, named!, entry, 'same');
  if (edition.statement?.status === 'complete') into.state('entries', open.of, [...entries, entry]);
}

function judge(into: Completion, party: Rec, entry: Listing, says: 'same' | 'different'): void {
  into.add({ kind: 'judgement', id: `assumed:judgement:${party.id}:${entry.id}`, level: 'confirmed', left: into.digest(party), right: into.digest(entry), says, by: 'assumed' });
}

/** The gap goes to one new owner, and every band to its end, so that the party is caught, or free; nobody else has a right of control. */
function fillStake(into: Completion, on: ClauseOnNetwork, open: Extract<Open, { kind: 'stake' }>, want: Tri): void {
  const name = 'owned' in open.pred ? open.pred.owned : 'listed' in open.pred ? (open.pred.closure ?? 'OWN50_CASCADE') : '';
  const rules = [...(OWNERSHIP_TESTS.get(name)?.catches ?? []), ...(want === F ? (OWNERSHIP_TESTS.get(name)?.passes ?? []) : [])];
  const asked = new Set(rules.flatMap((rule) => ('measure' in rule ? [rule.measure] : [])));
  const measures = want === T ? [...asked].slice(0, 1) : [...asked]; // one is enough to be caught
  const controls = want === F && rules.some((rule) => 'control' in rule);
  const groups = on.net.ownersOf.get(open.of) ?? [];
  const pulls = groups.map((group) => {
    const value = on.conditions.owners.value(open.atom, open.sign, on.net.classes.of(group[0]!.owner));
    return value === U || value === want;
  });
  // Beside a statement of the owners, of all or of the large ones, no owner is added.
  const full = on.net.classes.members(open.of).some((id) => on.facts.held('owners', id) !== undefined || on.facts.heldAbove(id, 'clear'));
  const told = groups.map((): Partial<Record<Measure, RangePpm>> & { control?: 'none' } => ({}));
  const gaps: Partial<Record<Measure, RangePpm>> = {};
  for (const measure of measures) {
    const ranges = groups.map((group) => mergeRanges(group.flatMap((rec) => rec[measure] ?? [])) ?? { lo: 0, hi: 1_000_000 });
    let left = 1_000_000 - ranges.reduce((sum, { lo }) => sum + lo, 0);
    if (left < 0) return;
    for (const first of [true, false])
      groups.forEach((_, i) => {
        const { lo, hi } = ranges[i]!;
        if (pulls[i] !== first) return;
        const more = CLOSES[measure] && (first || full) ? Math.max(0, Math.min(left, hi - lo)) : 0;
        left -= more;
        if (lo !== hi) told[i]![measure] = { lo: lo + more, hi: lo + more };
      });
    if (left > 0 && CLOSES[measure]) gaps[measure] = { lo: left, hi: left };
  }
  groups.forEach((group, i) => {
    const { id, owner, asset } = group[0]!;
    if (controls && group.every((rec) => rec.control === undefined)) told[i]!.control = 'none';
    if (Object.keys(told[i]!).length > 0) into.add({ kind: 'ownership', id, level: 'confirmed', owner, asset, ...told[i] });
    else for (const rec of group) if (!on.facts.strong(rec, want === open.red ? 'red' : 'clear')) want === open.red ? into.confirm(rec) : into.support(rec);
  });
  if (full) return;
  const added: Ownership[] = [];
  if (Object.keys(gaps).length > 0) {
    const owner = `assumed:owner:${want === T ? 'caught' : 'free'}:${open.of}`;
    into.add({ kind: 'party', id: owner, level: 'confirmed', partyKind: want === F ? 'person' : 'company' });
    added.push({ kind: 'ownership', id: `assumed:stake:${open.of}`, level: 'confirmed', owner, asset: open.of, ...gaps, ...(controls && { control: 'none' as const }) });
    into.add(added[0]!);
  }
  // Boards, debts and rights of control close by no sum: only a statement says that there is nobody else.
  if (want === F && (controls || measures.some((measure) => !CLOSES[measure]))) into.state('owners', open.of, [...groups.flat(), ...added]);
}

/** Above the subject: one node that surely shows, with a sure path to it; or every node acquitted, and its lists closed. */
function fillAbove(into: Completion, on: ClauseOnNetwork, open: Extract<Open, { kind: 'above' }>, want: Tri): void {
  const { reach, of, local } = open;
  const from = reach.visited(of);
  if (want !== open.shows) {
    for (const name of from.keys()) {
      const node = reach.node(name);
      for (const way of reach.countedWays(node)) if (way.b !== F && (way.way.recipe !== undefined || way.way.raw)) fillHeard(into, on, local, name, way.way, F);
      into.closeLists(on, name, T, reach.locallyClear(node) && !reach.founded.has(name), (product, way) => local(product, way));
      if (open.steps !== undefined) showSteps(into, on, name, open.steps);
    }
    return;
  }
  const target = [...from.keys()].find((name) => reach.node(name).ways.some((way) => way.b === T)) ?? [...from.keys()].find((name) => reach.countedWays(reach.node(name)).some((way) => way.b === U));
  if (target === undefined) {
    const loose = [...from.keys()].find((name) => reach.countedWays(reach.node(name)).some((way) => !way.held));
    if (loose !== undefined) {
      pathWithin(into, on, reach, from, loose);
      into.addPart(on, loose, true);
    }
    return;
  }
  pathWithin(into, on, reach, from, target);
  const ways = reach.countedWays(reach.node(target));
  const shown = ways.find((way) => way.b === T);
  if (shown !== undefined) {
    if (shown.use === 'open') into.setUse(shown.way, 'in-use');
    return;
  }
  const way = ways.find((candidate) => candidate.b === U && candidate.way.recipe !== undefined) ?? ways.find((candidate) => candidate.b === U);
  if (way !== undefined) fillHeard(into, on, local, target, way.way, T);
}

function pathWithin(into: Completion, on: ClauseOnNetwork, reach: Reach, from: ReadonlyMap<NodeName, NodeName | undefined>, target: NodeName): void {
  for (let child = target, parent = from.get(target); parent !== undefined; child = parent, parent = from.get(parent)) into.makeHop(on, reach, parent, child);
}

/** Fills what a local value inside a walk hears, so that the finding takes the wanted value. */
function fillHeard(into: Completion, on: ClauseOnNetwork, local: (product: Id, way: Way) => Tri, product: Id, way: Way, want: Tri): void {
  const heard: Open[] = [];
  on.conditions.hear = heard;
  local(product, way);
  on.conditions.hear = undefined;
  // `red` of a heard item is the value that makes its whole condition true under its own sign.
  for (const open of singly(heard)) fill(into, on, open, want === T ? 'red' : 'clear', product, way);
}

function showSteps(into: Completion, on: ClauseOnNetwork, product: Id, steps: readonly string[]): void {
  for (const group of on.net.recipesOf.get(product) ?? []) if (group.every((rec) => rec.steps === undefined)) into.add({ kind: 'recipe', id: group[0]!.id, level: 'confirmed', output: product, steps });
}

function fillAmount(into: Completion, on: ClauseOnNetwork, open: Extract<Open, { kind: 'amount' }>, way: Way): void {
  if (way.recipe === undefined) return into.add({ kind: 'recipe', id: `assumed:recipe:${open.of}`, level: 'confirmed', output: open.of, use: 'in-use' });
  const recipe = way.recipe[0]!.id;
  if (on.facts.held('components', recipe) === undefined) return into.state('components', recipe, (on.net.linesOf.get(recipe) ?? []).flat());
}

/** All places that a clause names. */
function placesIn(clause: { readonly redIf: Pred; readonly unless?: readonly { readonly when?: Pred }[] }): (string | readonly (string | { readonly region: string })[])[] {
  const found: (string | readonly (string | { readonly region: string })[])[] = [];
  const visit = (pred: Pred): void => {
    if ('all' in pred) pred.all.forEach(visit);
    else if ('any' in pred) pred.any.forEach(visit);
    else if ('not' in pred) visit(pred.not);
    else if ('madeIn' in pred) found.push(pred.madeIn);
    else if ('allSteps' in pred) found.push(pred.outside);
    else if ('domicile' in pred) found.push(pred.domicile);
    else if ('principalPlace' in pred) found.push(pred.principalPlace);
    else if ('maker' in pred) visit(pred.maker);
    else if ('supplier' in pred) visit(pred.supplier);
    else if ('operator' in pred) visit(pred.operator);
    else if ('ancestor' in pred) visit(pred.ancestor);
    else if ('owned' in pred) visit(pred.by);
    else if ('share' in pred) visit(pred.where);
  };
  visit(clause.redIf);
  for (const { when } of clause.unless ?? []) if (when !== undefined) visit(when);
  return found;
}

function materialsIn(pred: Pred): readonly string[] {
  if ('material' in pred) return pred.material;
  if ('share' in pred) return materialsIn(pred.where);
  if ('all' in pred) return pred.all.flatMap(materialsIn);
  if ('any' in pred) return pred.any.flatMap(materialsIn);
  return [];
}
