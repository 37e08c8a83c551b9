/**
 * The recorded facts behind a condition, as sentences. This chooses what to show and decides nothing: the verdict is the
 * grounds'. Where the condition is to be shown as met, branches that look met are told; else those that look unmet.
 */
import { countryAndCode } from '../base/countries.ts';
import type { Network } from '../model/network.ts';
import { digestOf } from '../model/digest.ts';
import type { Day, Id, Listing, Ownership, Party, Rec, Recipe } from '../model/record.ts';
import type { Sets } from '../rules/grounds.ts';
import type { Atom, Places, Pred, Question } from '../select/predicate.ts';
import { type Key, type Lang, list, type Params, say } from '../text/catalogue.ts';
import { percentRange } from '../text/plain.ts';
import type { PlaceSets } from '../rules/rulebook.ts';
import { condition, type Namer, term } from './words.ts';

/** One fact to tell, and the record that says it. */
export interface Fact { readonly text: string; readonly rec?: Rec }
type Looks = 'met' | 'unmet' | 'open';
interface Told { readonly looks: Looks; readonly facts: readonly Fact[] }
export interface Telling {
  readonly lang: Lang;
  readonly net: Network;
  readonly question: Question;
  readonly sets: PlaceSets;
  /** The fixed points of the grounds: members of `owned`, `listed`, `ancestor`, `allSteps` by pointer. */
  readonly marks: Sets;
  readonly name: Namer;
}

/** Facts of a product that bear on `pred`; `pointer` is where the condition stands in its clause. */
export function factsBehind(t: Telling, pred: Pred, product: Id, show: 'met' | 'unmet', pointer = '/redIf'): readonly Fact[] {
  const seen = new Set<string>();
  return tell(t, pred, { product }, show, pointer).facts.filter(({ text }) => !seen.has(text) && seen.add(text));
}

/** Do the recorded claims of a product look as if they met the condition? For choosing what to show. */
export function looksMet(t: Telling, pred: Pred, product: Id): boolean {
  return tell(t, pred, { product }, 'met', '/redIf').looks === 'met';
}

interface Of { readonly product: Id; readonly party?: Id }

function tell(t: Telling, pred: Pred, of: Of, show: 'met' | 'unmet', pointer: string): Told {
  if ('not' in pred) {
    const told = tell(t, pred.not, of, show === 'met' ? 'unmet' : 'met', `${pointer}/not`);
    return { looks: told.looks === 'open' ? 'open' : told.looks === 'met' ? 'unmet' : 'met', facts: told.facts };
  }
  if ('all' in pred) return join(pred.all.map((part, i) => tell(t, part, of, show, `${pointer}/all/${i}`)), 'unmet', show);
  if ('any' in pred) return join(pred.any.map((part, i) => tell(t, part, of, show, `${pointer}/any/${i}`)), 'met', show);
  return atom(t, pred, of, show, pointer);
}

/** `decides`: one such branch settles the whole, so where that is what is shown only such branches are told. */
function join(parts: readonly Told[], decides: 'met' | 'unmet', show: 'met' | 'unmet'): Told {
  const settling = parts.filter(({ looks }) => looks === decides);
  const looks: Looks = settling.length > 0 ? decides : parts.some((part) => part.looks === 'open') ? 'open' : decides === 'met' ? 'unmet' : 'met';
  const told = show === decides && settling.length > 0 ? settling.slice(0, show === 'unmet' ? 1 : settling.length) : parts;
  return { looks, facts: told.flatMap(({ facts }) => facts) };
}

function atom(t: Telling, pred: Atom, of: Of, show: 'met' | 'unmet', pointer: string): Told {
  const products = t.net.products.get(of.product) ?? [];
  if ('role' in pred) {
    const facts = products.flatMap((rec) => (rec.roles ? [rec.roles.length > 0 ? fact(t, 'why.fact.roles', { of: t.name(of.product), value: said(t, rec.roles) }, rec) : fact(t, 'why.fact.roles.none', { of: t.name(of.product) }, rec)] : []));
    return { looks: claims(products.flatMap((rec) => (rec.roles ? [rec.roles.some((role) => pred.role.includes(role))] : []))), facts };
  }
  if ('hs' in pred)
    return claimed(products, ({ hs }) => hs, (hs) => pred.hs.some((code) => hs.replace(/\D/g, '').startsWith(code)), (value, rec) => fact(t, 'why.fact.hs', { of: t.name(of.product), value }, rec));
  if ('madeIn' in pred) return madeIn(t, of.product, (place) => inPlaces(t, pred.madeIn, place), pred.step);
  if ('allSteps' in pred) return madeIn(t, of.product, (place) => !inPlaces(t, pred.outside, place));
  if ('material' in pred) {
    const found = (t.net.materialsOf.get(of.product) ?? []).flat().filter((rec) => pred.material.includes(rec.substance));
    return { looks: found.length > 0 ? 'met' : 'open', facts: found.map((rec) => fact(t, 'why.fact.material', { of: t.name(of.product), value: percentRange(rec.massPpm), substance: rec.substance }, rec)) };
  }
  if ('maker' in pred) return through(t, products.flatMap((rec) => (rec.maker === undefined ? [] : [{ party: rec.maker, rec }])), 'why.fact.maker', pred.maker, of, show, `${pointer}/maker`);
  if ('supplier' in pred) {
    const sellers = (t.net.suppliesOf.get(of.product) ?? []).flat().map((rec) => ({ party: rec.supplier, rec }));
    return through(t, sellers, 'why.fact.supplier', pred.supplier, of, show, `${pointer}/supplier`);
  }
  if ('operator' in pred) {
    const plants = recipesOf(t, of.product).flatMap((recipe) => (recipe.facility === undefined ? [] : (t.net.facilities.get(recipe.facility) ?? [])));
    return through(t, plants.flatMap((rec) => (rec.operator === undefined ? [] : [{ party: rec.operator, rec }])), 'why.fact.operator', pred.operator, of, show, `${pointer}/operator`);
  }
  if ('domicile' in pred || 'principalPlace' in pred) {
    const field = 'domicile' in pred ? 'domicile' : 'principalPlace';
    const places = 'domicile' in pred ? pred.domicile : pred.principalPlace;
    return claimed(partiesOf(t, of), (rec) => rec[field], (code) => inPlaces(t, places, { country: code }), (value, rec) => fact(t, `why.fact.${field}`, { of: t.name(rec.id), value: countryAndCode(value, t.lang) }, rec));
  }
  if ('listed' in pred) return listed(t, pred, of, pointer);
  if ('owned' in pred) return owned(t, pred.by, of, pointer);
  if ('ancestor' in pred) {
    const marked = t.marks.caught[pointer]?.[0];
    if (marked !== undefined) return { looks: 'met', facts: tell(t, pred.ancestor, { product: marked }, 'met', `${pointer}/ancestor`).facts };
    const free = t.marks.free[pointer] ?? [];
    return { looks: free.includes(of.product) ? 'unmet' : 'open', facts: tell(t, pred.ancestor, of, show, `${pointer}/ancestor`).facts };
  }
  if ('share' in pred) return { looks: 'open', facts: shareItems(t, of.product, pred.over).flatMap((item) => tell(t, pred.where, { product: item }, show, `${pointer}/where`).facts) };
  if ('category' in pred) {
    const entries = (t.net.listings.get(pred.category) ?? []).filter((rec) => rec.category !== undefined);
    const told = entries.map((rec) => ({ rec, ...tell(t, rec.category as Pred, of, show, pointer) }));
    const met = told.filter(({ looks }) => looks === 'met');
    return { looks: met.length > 0 ? 'met' : 'open', facts: (met.length > 0 ? met : told).flatMap(({ rec, facts }) => [fact(t, 'why.fact.category', { list: pred.category, condition: condition(t.lang, rec.category as Pred, t.sets) }, rec), ...facts]) };
  }
  if ('evidence' in pred) {
    const about: readonly Rec[] = pred.evidence.about === 'maker' ? products.flatMap((rec) => partiesOf(t, { product: of.product, ...(rec.maker !== undefined && { party: rec.maker }) })) : products;
    const papers = about.flatMap((rec) => t.net.evidenceFor.get(digestOf(rec, t.net.sha256)) ?? []).filter((rec) => pred.evidence.kind.includes(rec.docKind));
    return { looks: papers.length > 0 ? 'met' : 'open', facts: papers.map((rec) => fact(t, 'why.fact.evidence', { kind: term(t.lang, rec.docKind), of: t.name(of.product) }, rec)) };
  }
  return asked(t, pred);
}

function asked(t: Telling, pred: Extract<Atom, { date: unknown } | { act: unknown } | { buyer: unknown } | { purpose: unknown }>): Told {
  const { question } = t;
  const telling = (what: Key, value: string | undefined, met: (value: string) => boolean): Told =>
    value === undefined ? { looks: 'open', facts: [] } : { looks: met(value) ? 'met' : 'unmet', facts: [fact(t, 'why.fact.question', { what: say(t.lang, what), value })] };
  if ('act' in pred) return telling('field.act', question.act, (value) => pred.act.includes(value));
  if ('buyer' in pred) return telling('field.buyer', question.buyer, (value) => pred.buyer.includes(value));
  if ('purpose' in pred) return telling('field.purpose', question.purpose, (value) => pred.purpose.includes(value));
  const { from, to } = pred.date;
  const within = (day: Day): boolean => (from === undefined || day >= from) && (to === undefined || day < to);
  return pred.of === 'asOf' ? telling('field.asOf', question.asOf, within) : telling('field.actOn', question.actOn, within);
}

function through(t: Telling, links: readonly { party: Id; rec: Rec }[], key: Key, inner: Pred, of: Of, show: 'met' | 'unmet', pointer: string): Told {
  const told = links.map(({ party, rec }) => {
    const found = tell(t, inner, { product: of.product, party }, show, pointer);
    return { looks: found.looks, facts: [fact(t, key, { of: t.name(of.product), value: t.name(party) }, rec), ...found.facts] };
  });
  return { looks: claims(told.flatMap(({ looks }) => (looks === 'open' ? [] : [looks === 'met']))), facts: told.flatMap(({ facts }) => facts) };
}

/** `wanted`: steps of which one has to be done there; a way that does not say its steps leaves it open. */
function madeIn(t: Telling, product: Id, test: (place: Place) => boolean, wanted?: readonly string[]): Told {
  const places = recipesOf(t, product).flatMap((recipe): { place: Place; rec: Rec; steps: readonly string[] }[] => {
    const steps = recipe.steps ?? [];
    if (recipe.country !== undefined) return [{ place: { country: recipe.country }, rec: recipe, steps }];
    const plants = recipe.facility === undefined ? [] : (t.net.facilities.get(recipe.facility) ?? []);
    return plants.flatMap((rec) => (rec.country === undefined ? [] : [{ place: { country: rec.country, region: rec.region }, rec, steps }]));
  });
  const facts = places.map(({ place, rec, steps }) => {
    const value = [countryAndCode(place.country, t.lang), place.region].filter((part) => part !== undefined).join(', ');
    return steps.length > 0 ? fact(t, 'why.fact.madeIn.step', { of: t.name(product), value, steps: said(t, steps) }, rec) : fact(t, 'why.fact.madeIn', { of: t.name(product), value }, rec);
  });
  const open = wanted !== undefined && places.some(({ steps }) => steps.length === 0);
  return { looks: open ? 'open' : claims(places.map(({ place, steps }) => test(place) && (wanted === undefined || steps.some((step) => wanted.includes(step))))), facts };
}

/** Entries that carry the party's number or name, or that somebody judged to be it; else that the list has none. */
function listed(t: Telling, pred: Extract<Atom, { listed: unknown }>, of: Of, pointer: string): Told {
  if (of.party === undefined) return { looks: 'open', facts: [] };
  const cls = t.net.classes.of(of.party);
  const caught = t.marks.caught[pointer];
  if (caught?.includes(cls)) {
    const { facts, parties } = stakes(t, cls, caught);
    return { looks: 'met', facts: [...facts, ...parties.flatMap((party) => entriesOf(t, pred.listed, party))] };
  }
  const entries = entriesOf(t, pred.listed, cls);
  if (entries.length > 0) return { looks: caught ? 'open' : 'met', facts: entries };
  const editions = pred.listed.flatMap((list) => (t.net.statements.get(`entries|${list}`) ?? []).slice(-1));
  return { looks: editions.length > 0 ? 'unmet' : 'open', facts: editions.map((rec) => fact(t, 'why.fact.unlisted', { list: rec.of, of: t.name(cls) }, rec)) };
}

function entriesOf(t: Telling, lists: readonly Id[], party: Id): Fact[] {
  const parties = partiesOf(t, { product: '', party });
  return lists.flatMap((list) =>
    (t.net.listings.get(list) ?? []).flatMap((entry) => {
      const key = likeness(t, parties, entry);
      return key ? [fact(t, key, { of: t.name(party), list, value: entry.names?.[0] ?? entry.id }, entry)] : [];
    }),
  );
}

function likeness(t: Telling, parties: readonly Party[], entry: Listing): Key | undefined {
  for (const party of parties) {
    const judged = t.net.judgementsOn.get(digestOf(party, t.net.sha256))?.find((rec) => rec.right === digestOf(entry, t.net.sha256));
    if (judged?.says === 'same') return 'why.fact.listed.judged';
    if (judged?.says === 'different') continue;
    const sameId = party.ids?.some((one) => entry.ids?.some((other) => one.scheme === other.scheme && one.value === other.value));
    const sameName = party.names?.some((name) => entry.names?.some((other) => name.toLowerCase() === other.toLowerCase()));
    if (sameId || sameName) return 'why.fact.listed';
  }
  return undefined;
}

/** From the part's owner up to whom the condition itself names: stakes of caught owners, then what makes the last ones caught. */
function owned(t: Telling, by: Pred, of: Of, pointer: string): Told {
  if (of.party === undefined) return { looks: 'open', facts: [] };
  const cls = t.net.classes.of(of.party);
  const caught = t.marks.caught[pointer] ?? [];
  if (caught.includes(cls)) {
    const { facts, parties } = stakes(t, cls, caught);
    return { looks: 'met', facts: [...facts, ...parties.flatMap((party) => base(t, by, of, party, pointer))] };
  }
  const held = (t.net.ownersOf.get(cls) ?? []).flat();
  return { looks: (t.marks.free[pointer] ?? []).includes(cls) ? 'unmet' : 'open', facts: held.map((rec) => stake(t, rec)) };
}

function base(t: Telling, by: Pred, of: Of, party: Id, pointer: string): readonly Fact[] {
  const told = tell(t, by, { product: of.product, party }, 'met', `${pointer}/by`);
  return told.looks === 'met' ? told.facts : [];
}

/** Each member of `caught` rests on earlier ones: those that `start` rests on, nearest first, with their stakes. */
function stakes(t: Telling, start: Id, caught: readonly Id[]): { facts: Fact[]; parties: readonly Id[] } {
  const place = new Map(caught.map((party, at) => [party, at]));
  const parties = new Set([start]); // grows while it is walked
  const facts: Fact[] = [];
  for (const asset of parties)
    for (const rec of (t.net.ownersOf.get(asset) ?? []).flat()) {
      const owner = t.net.classes.of(rec.owner);
      if ((place.get(owner) ?? Infinity) >= place.get(asset)!) continue;
      facts.push(stake(t, rec));
      parties.add(owner);
    }
  return { facts, parties: [...parties] };
}

function stake(t: Telling, rec: Ownership): Fact {
  const names = { owner: t.name(rec.owner), of: t.name(rec.asset) };
  if (rec.equityPpm) return fact(t, 'why.fact.stake', { ...names, value: percentRange(rec.equityPpm) }, rec);
  const held = (['votingPpm', 'boardPpm', 'debtPpm'] as const).flatMap((measure) => (rec[measure] ? [`${say(t.lang, `owners.${measure}`)} ${percentRange(rec[measure])}`] : []));
  const right = rec.control === undefined || rec.control === 'none' ? [] : [say(t.lang, `owners.control.${rec.control}`)];
  return held.length + right.length > 0 ? fact(t, 'why.fact.holding', { ...names, value: [...held, ...right].join(', ') }, rec) : fact(t, 'why.fact.stake.open', names, rec);
}

function shareItems(t: Telling, product: Id, over: 'components' | 'materials'): Id[] {
  if (over === 'materials') return [product];
  const lines = recipesOf(t, product).flatMap((recipe) => (t.net.linesOf.get(recipe.id) ?? []).flat());
  return [...new Set(lines.flatMap((line) => line.options.flatMap((option) => option.product ?? [])))];
}

interface Place { readonly country: string; readonly region?: string | undefined }

function inPlaces(t: Telling, places: Places, place: Place): boolean {
  const set = typeof places === 'string' ? (t.sets[places] ?? []) : places;
  return set.some((one) => (typeof one === 'string' ? one === place.country : one.region === place.region));
}

function recipesOf(t: Telling, product: Id): Recipe[] {
  return (t.net.recipesOf.get(product) ?? []).flat();
}

function partiesOf(t: Telling, { party }: Of): readonly Party[] {
  if (party === undefined) return [];
  return t.net.classes.members(t.net.classes.of(party)).flatMap((id) => t.net.parties.get(id) ?? []);
}

function claimed<R extends Rec>(recs: readonly R[], field: (rec: R) => string | undefined, test: (value: string) => boolean, telling: (value: string, rec: R) => Fact): Told {
  const stated = recs.flatMap((rec) => {
    const value = field(rec);
    return value === undefined ? [] : [{ value, rec }];
  });
  return { looks: claims(stated.map(({ value }) => test(value))), facts: stated.map(({ value, rec }) => telling(value, rec)) };
}

function claims(tests: readonly boolean[]): Looks {
  if (tests.length === 0) return 'open';
  return tests.every((test) => test) ? 'met' : tests.some((test) => test) ? 'open' : 'unmet';
}

function said(t: Telling, values: readonly string[]): string {
  return list(t.lang, values.map((value) => term(t.lang, value)));
}

function fact(t: Telling, key: Key, params: Params, rec?: Rec): Fact {
  return { text: say(t.lang, key, params), ...(rec && { rec }) };
}
