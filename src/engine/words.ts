/** Conditions and records in plain words, in the reader's language. The sentences are in text/. */
import { canonical } from '../base/canonical.ts';
import { countryAndCode } from '../base/countries.ts';
import type { Rec } from '../model/record.ts';
import type { Clause, PlaceSets, Rulebook, Unless } from '../rules/rulebook.ts';
import type { EvidencePred, Places, Pred } from '../select/predicate.ts';
import { hasKey, type Lang, list, phrases, say, semicolons } from '../text/catalogue.ts';
import { percent, plain } from '../text/plain.ts';

/** What a person calls a thing: its label with the id behind it. */
export type Namer = (id: string) => string;

/** A word of the tables (a step, a role, a kind of paper) as the reader says it; one that is not known here stays as it is. */
export function term(lang: Lang, word: string): string {
  const key = `term.${word}`;
  return hasKey(key) ? say(lang, key) : plain(word);
}

/** `has a maker that is domiciled in China (CN) or Russia (RU)`: to follow "a part is red if it". */
export function condition(lang: Lang, pred: Pred, sets: PlaceSets = {}): string {
  const inner = (next: Pred): string => condition(lang, next, sets);
  const part = (next: Pred): string => (compound(next) ? say(lang, 'text.inBrackets', { text: inner(next) }) : inner(next));
  const codes = (values: readonly string[]): string => list(lang, values.map(plain), 'disjunction');
  const words = (values: readonly string[], type?: 'disjunction'): string => list(lang, values.map((value) => term(lang, value)), type);
  const either = eitherWay(pred);
  if (either) return say(lang, 'atom.decided', { inner: part(either) });
  if ('all' in pred) return phrases(lang, pred.all.map(part), 'conjunction');
  if ('any' in pred) return phrases(lang, pred.any.map(part), 'disjunction');
  if ('not' in pred) return say(lang, 'atom.not', { inner: part(pred.not) });
  if ('role' in pred) return say(lang, 'atom.role', { roles: words(pred.role, 'disjunction') });
  if ('hs' in pred) return say(lang, 'atom.hs', { codes: codes(pred.hs) });
  if ('category' in pred) return say(lang, 'atom.category', { list: pred.category });
  if ('material' in pred) {
    const substances = codes(pred.material);
    return pred.atLeast === undefined ? say(lang, 'atom.material', { substances }) : say(lang, 'atom.material.atLeast', { substances, share: percent(pred.atLeast * 100) });
  }
  if ('madeIn' in pred) {
    const places = placesInWords(lang, pred.madeIn, sets);
    return pred.step ? say(lang, 'atom.madeIn.step', { places, steps: words(pred.step, 'disjunction') }) : say(lang, 'atom.madeIn', { places });
  }
  if ('allSteps' in pred) {
    const given = { steps: words(pred.allSteps), places: placesInWords(lang, pred.outside, sets) };
    return pred.seen ? say(lang, 'atom.allSteps.seen', { ...given, seen: words(pred.seen) }) : say(lang, 'atom.allSteps', given);
  }
  if ('maker' in pred) return say(lang, 'atom.maker', { inner: part(pred.maker) });
  if ('supplier' in pred) return say(lang, 'atom.supplier', { inner: part(pred.supplier) });
  if ('operator' in pred) return say(lang, 'atom.operator', { inner: part(pred.operator) });
  if ('domicile' in pred) return say(lang, 'atom.domicile', { places: placesInWords(lang, pred.domicile, sets) });
  if ('principalPlace' in pred) return say(lang, 'atom.principalPlace', { places: placesInWords(lang, pred.principalPlace, sets) });
  if ('listed' in pred) {
    const lists = codes(pred.listed);
    return pred.closure === undefined ? say(lang, 'atom.listed', { lists }) : say(lang, 'atom.listed.closure', { lists, test: testInWords(lang, pred.closure) });
  }
  if ('owned' in pred) return say(lang, 'atom.owned', { test: testInWords(lang, pred.owned), inner: part(pred.by) });
  if ('ancestor' in pred)
    return pred.materials ? say(lang, 'atom.ancestor.materials', { substances: codes(pred.materials), inner: part(pred.ancestor) }) : say(lang, 'atom.ancestor', { inner: part(pred.ancestor) });
  if ('share' in pred) return say(lang, `atom.share.${pred.share}`, { bound: boundInWords(lang, pred), inner: part(pred.where) });
  if ('evidence' in pred) return say(lang, 'atom.evidence', { kinds: kinds(lang, pred.evidence) });
  if ('date' in pred) {
    const { from, to } = pred.date;
    if (from !== undefined && to !== undefined) return say(lang, 'atom.date.between', { from, to });
    return from !== undefined ? say(lang, 'atom.date.from', { from }) : say(lang, 'atom.date.to', { to: to ?? '' });
  }
  if ('act' in pred) return say(lang, 'atom.act', { values: words(pred.act, 'disjunction') });
  if ('buyer' in pred) return say(lang, 'atom.buyer', { values: words(pred.buyer, 'disjunction') });
  return say(lang, 'atom.purpose', { values: words(pred.purpose, 'disjunction') });
}

/** `all: [P, not P]` never holds: it asks only that P be known (a law that requires disclosure and forbids nothing). */
function eitherWay(pred: Pred): Pred | undefined {
  if (!('all' in pred) || pred.all.length !== 2) return undefined;
  const [one, other] = pred.all as [Pred, Pred];
  return 'not' in other && canonical(other.not) === canonical(one) ? one : undefined;
}

/** Several parts inside several parts: "and" and "or" need brackets between them. */
function compound(pred: Pred): boolean {
  return ('all' in pred && pred.all.length > 1) || ('any' in pred && pred.any.length > 1);
}

function boundInWords(lang: Lang, pred: object): string {
  for (const bound of ['atLeast', 'moreThan', 'atMost', 'lessThan'] as const) {
    const points = (pred as Record<string, unknown>)[bound];
    if (typeof points === 'number') return say(lang, `bound.${bound}`, { share: percent(points * 100) });
  }
  return '';
}

function placesInWords(lang: Lang, places: Places, sets: PlaceSets): string {
  const named = typeof places === 'string' ? sets[places] : places;
  if (named === undefined) return plain(String(places));
  return list(lang, named.map((place) => (typeof place === 'string' ? plain(countryAndCode(place, lang)) : say(lang, 'place.region', { region: place.region }))), 'disjunction');
}

function testInWords(lang: Lang, test: string): string {
  const key = `test.${test}`;
  return hasKey(key) ? say(lang, key) : plain(test);
}

/** Kinds of paper, each with the table's own word where that differs: it is what has to be written there. */
export function kinds(lang: Lang, paper: Pick<EvidencePred, 'kind'>): string {
  return list(lang, paper.kind.map((kind) => (term(lang, kind) === plain(kind) ? plain(kind) : `${term(lang, kind)} ${plain(kind)}`)), 'disjunction');
}

/** What an exemption asks for: a paper, a condition, or both. */
export function exemption(lang: Lang, unless: Unless, sets: PlaceSets): string {
  const parts: string[] = [];
  if (unless.shown) parts.push(say(lang, 'rulebooks.unless.shown', { kinds: kinds(lang, unless.shown) }));
  if (unless.when) parts.push(condition(lang, unless.when, sets));
  return unless.of === 'root' ? say(lang, 'rulebooks.unless.root', { condition: list(lang, parts) }) : list(lang, parts);
}

/** What unknown means under a rulebook. */
export function consequence(lang: Lang, id: string): string {
  const key = `consequence.${id}`;
  return hasKey(key) ? say(lang, key) : say(lang, 'consequence.other', { consequence: id });
}

/** The named places that hold for a clause: those of the version in force win over the rulebook's. */
export function placeSets(rulebook: Rulebook, version: string): PlaceSets {
  return { ...rulebook.sets, ...rulebook.versions.find((one) => one.version === version)?.sets };
}

/** Does the clause walk by tiers? Then its nodes are written `id@depth`. */
export function byTiers(clause: Clause | undefined): boolean {
  return typeof clause?.for === 'object' && 'components' in clause.for && typeof clause.for.components.walk === 'object';
}

/** A record as it would be told: for what an unknown's grounds assume. */
export function record(lang: Lang, rec: Rec, name: Namer): string {
  const inCountry = (code: string | undefined): string | undefined => code && countryAndCode(code, lang);
  switch (rec.kind) {
    case 'party': return withDetails(say(lang, 'record.party', { id: name(rec.id) }), { domicile: inCountry(rec.domicile), principalPlace: inCountry(rec.principalPlace) }, lang);
    case 'facility': return withDetails(say(lang, 'record.facility', { id: name(rec.id) }), { country: inCountry(rec.country) }, lang);
    case 'product': return withDetails(say(lang, 'record.product', { id: name(rec.id) }), { maker: rec.maker && name(rec.maker), roles: rec.roles && (rec.roles.length === 0 ? say(lang, 'record.roles.none') : list(lang, rec.roles.map((role) => term(lang, role)))), hs: rec.hs }, lang);
    case 'recipe': return withDetails(say(lang, 'record.recipe', { output: name(rec.output) }), { country: inCountry(rec.country), steps: rec.steps && list(lang, rec.steps.map((step) => term(lang, step))) }, lang);
    case 'ownership': return say(lang, 'record.ownership', { owner: name(rec.owner), asset: name(rec.asset) });
    case 'line': return say(lang, rec.line === 'assumed' ? 'record.line.more' : 'record.line', { line: rec.line, recipe: name(rec.recipe), product: list(lang, rec.options.map((option) => (option.product === null ? '?' : name(option.product))), 'disjunction') });
    case 'supply': return say(lang, 'record.supply', { supplier: name(rec.supplier), product: name(rec.product) });
    case 'material': return say(lang, 'record.material', { substance: rec.substance, product: name(rec.product) });
    case 'evidence': return say(lang, 'record.evidence', { docKind: term(lang, rec.docKind) });
    case 'completeness': return say(lang, 'record.completeness', { list: say(lang, `list.${rec.list}`), of: name(rec.of) });
    case 'listing': return say(lang, 'record.listing', { list: rec.list });
    case 'demand': return say(lang, 'record.demand', { product: name(rec.product), customer: rec.customer ?? '?' });
    case 'inventory': return say(lang, 'record.inventory', { product: name(rec.product), place: name(rec.place) });
    case 'judgement': return rec.withdraws === undefined ? say(lang, 'record.judgement', { says: say(lang, `says.${rec.says ?? 'unsure'}`) }) : say(lang, 'record.withdrawal');
  }
}

function withDetails(text: string, fields: Readonly<Record<string, string | undefined>>, lang: Lang): string {
  const parts = Object.entries(fields).flatMap(([field, value]) => {
    const key = `field.${field}`;
    return value !== undefined && hasKey(key) ? [`${say(lang, key)}${say(lang, 'text.colon')}${plain(value)}`] : [];
  });
  return parts.length === 0 ? text : say(lang, 'text.bracket', { text, more: semicolons(lang, parts) });
}
