/**
 * Conditions over a network in three values (docs/semantics.md 3, 6). Every condition is read with a sign: under +1 a
 * true condition pushes towards red and needs facts that count towards red, a false one needs facts that acquit; under
 * -1 the other way round. A condition that the facts do not decide is U, and says why to whoever listens (`hear`).
 */
import { compareDecimals } from '../base/decimal.ts';
import { type Unit, unitOf } from '../base/units.ts';
import { F, not, T, U, type Tri } from '../base/verdict.ts';
import type { Group } from '../model/network.ts';
import type { Evidence, Id, Money, Ownership, RangeDecimal, RangePpm, Rec, Supply } from '../model/record.ts';
import { Cascade, gapOf, type Asset, type Owners, type Stake } from '../owners/cascade.ts';
import { controlBit } from '../owners/graph.ts';
import { MEASURES, OWNERSHIP_TESTS, type Measure, type OwnershipTest } from '../owners/tests.ts';
import { Edition, type ListRules } from '../screen/entries.ts';
import { counted, mergeRanges, type Direction, type Facts, type LineView, type Way } from '../trace/facts.ts';
import { Reach } from '../trace/reach.ts';
import type { Open } from './open.ts';
import type { Atom, Bound, EvidencePred, Places, Pred, Question } from './predicate.ts';
import { type DecimalAmount, type DecimalItem, innerRange, scaled } from './amounts.ts';
import { compareToBasisPoints, type Fraction, greatestShare, leastShare, type ShareItem } from './share.ts';

export type Sign = 1 | -1;
/** What a condition is asked of: a product made some way, a party class, or one substance of a product. */
export type Subject = { readonly product: Id; readonly way: Way } | { readonly party: Id } | { readonly substance: string };
export interface Rules {
  readonly sets: Readonly<Record<string, readonly (string | { readonly region: string })[]>>;
  readonly lists: Readonly<Record<string, ListRules>>;
}
/**
 * Members of fixed points that an evaluation leaned on, by atom, for the certificate. `caught` and `free`: what is surely
 * true, surely false. An open value leans on what is not surely true (`uncaught`), and not surely false (`unfree`, because
 * nothing starts it: `unstarted`). Caught and unfree are in an order in which each rests on earlier ones.
 */
export type LeanKind = 'caught' | 'free' | 'uncaught' | 'unfree' | 'unstarted';
export type Leaned = Readonly<Record<LeanKind, Map<string, Set<Id>>>>;
export const leanedOnNothing = (): Leaned => ({ caught: new Map(), free: new Map(), uncaught: new Map(), unfree: new Map(), unstarted: new Map() });
interface Claim<V> { readonly value: V; readonly recs: readonly Rec[] }
interface Place { readonly country?: string | undefined; readonly region?: string | undefined }

const NO_CLAIM: readonly never[] = [];
const WHOLE = 1_000_000;
const ANYTHING: RangePpm = { lo: 0, hi: WHOLE };

export class Conditions {
  readonly facts: Facts;
  readonly question: Question;
  readonly rules: Rules;
  /** Where open items go while someone listens. */
  hear: Open[] | undefined;
  /** Who pays for owners looked at, where someone does. */
  budget: { left: number } | undefined;
  /** Where certificates are collected while someone wants one. */
  lean: Leaned | undefined;
  readonly #cascades = new Map<string, Cascade>();
  readonly #reaches = new Map<string, { readonly bad: Set<Id>; readonly clear: Set<Id>; readonly known: Set<Id>; readonly walks: Map<Id, Reach> }>();
  readonly #editions = new Map<Id, Edition>();
  readonly #parties = new Map<string, Map<Id, { readonly value: Tri; readonly heard: readonly Open[] | undefined }>>();

  constructor(facts: Facts, question: Question, rules: Rules) {
    this.facts = facts;
    this.question = question;
    this.rules = rules;
  }

  /** `at`: JSON Pointer of the condition from its clause. */
  value(pred: Pred, sign: Sign, subject: Subject, at: string): Tri {
    if ('all' in pred) return this.#junction(pred.all, sign, subject, `${at}/all`, F);
    if ('any' in pred) return this.#junction(pred.any, sign, subject, `${at}/any`, T);
    if ('not' in pred) return not(this.value(pred.not, -sign as Sign, subject, `${at}/not`));
    return this.#atom(pred, sign, subject, at);
  }

  /** All parts are read, so that what is cited and what is missing do not depend on their order. A decided whole hears nothing. */
  #junction(parts: readonly Pred[], sign: Sign, subject: Subject, at: string, decisive: Tri): Tri {
    const heard = this.hear?.length ?? 0;
    let result: number = decisive === F ? T : F;
    parts.forEach((part, i) => {
      const value = this.value(part, sign, subject, `${at}/${i}`);
      result = decisive === F ? Math.min(result, value) : Math.max(result, value);
    });
    if (result !== U && this.hear) this.hear.length = heard;
    return result as Tri;
  }

  #atom(atom: Atom, sign: Sign, subject: Subject, at: string): Tri {
    if ('date' in atom) return this.#date(atom, sign);
    if ('act' in atom) return this.#given(atom, 'act', this.question.act, atom.act, sign);
    if ('buyer' in atom) return this.#given(atom, 'buyer', this.question.buyer, atom.buyer, sign);
    if ('purpose' in atom) return this.#given(atom, 'purpose', this.question.purpose, atom.purpose, sign);
    if ('substance' in subject) return 'material' in atom ? (atom.material.includes(subject.substance) ? T : F) : U;
    if ('party' in subject) return this.#ofParty(atom, sign, subject.party, at);
    return this.#ofProduct(atom, sign, subject, at);
  }

  #given(pred: Pred, field: string, given: string | undefined, among: readonly string[], sign: Sign): Tri {
    if (given !== undefined) return among.includes(given) ? T : F;
    this.hear?.push({ kind: 'question', field, pred, red: red(sign) });
    return U;
  }

  #date(atom: Extract<Atom, { date: unknown }>, sign: Sign): Tri {
    const day = atom.of === 'asOf' ? this.question.asOf : this.question.actOn;
    if (day === undefined) return this.#given(atom, 'actOn', undefined, [], sign);
    return (atom.date.from === undefined || atom.date.from <= day) && (atom.date.to === undefined || day < atom.date.to) ? T : F;
  }

  // --- products ---------------------------------------------------------------------------------------------------

  #ofProduct(atom: Atom, sign: Sign, subject: { readonly product: Id; readonly way: Way }, at: string): Tri {
    const { product, way } = subject;
    const records = this.facts.net.products.get(product) ?? NO_CLAIM;
    const field = (name: string): Open => ({ kind: 'field', on: 'product', of: product, field: name, pred: atom, red: red(sign) });
    if ('role' in atom) return this.role(product, atom.role, sign, atom);
    if ('hs' in atom) return this.#test(claims(records, 'hs'), sign, (hs) => tri(atom.hs.some((prefix) => digits(hs).startsWith(digits(prefix)))), field('hs'));
    if ('maker' in atom) return this.#test(claims(records, 'maker'), sign, (maker) => this.#party(maker, atom.maker, sign, `${at}/maker`), field('maker'));
    if ('madeIn' in atom) return this.#madeIn(atom, sign, product, way);
    if ('operator' in atom) return this.#operator(atom, sign, subject, at);
    if ('supplier' in atom) return this.#supplier(atom, sign, subject, at);
    if ('material' in atom) return this.material(product, atom.material, atom.atLeast, sign, atom);
    if ('category' in atom) return this.#category(atom, sign, subject, at);
    if ('evidence' in atom) return this.#evidence(atom, sign, subject);
    if ('ancestor' in atom) return this.#ancestor(atom, sign, product, at);
    if ('allSteps' in atom) return this.#allSteps(atom, sign, product, at);
    if ('share' in atom) return this.#share(atom, sign, subject, at);
    return U; // a condition on a party asked of a product: refused at load
  }

  role(product: Id, roles: readonly string[], sign: Sign, pred: Pred = { role: roles }): Tri {
    const records = this.facts.net.products.get(product) ?? NO_CLAIM;
    if (this.facts.net.roleConflicts.has(product)) {
      this.hear?.push({ kind: 'conflict', of: product, field: 'roles', holding: [], failing: [], red: red(sign) });
      return U;
    }
    return this.#test(claims(records, 'roles'), sign, (own) => tri(own.some((role) => roles.includes(role))), { kind: 'field', on: 'product', of: product, field: 'roles', pred, red: red(sign) });
  }

  material(product: Id, substances: readonly string[], atLeast: number | undefined, sign: Sign, pred: Pred = { material: substances }): Tri {
    const bound: Bound = atLeast === undefined ? { moreThan: 0 } : { atLeast };
    const [value] = this.#materialShare(product, (substance) => tri(substances.includes(substance)), bound, sign);
    if (value === U) this.hear?.push({ kind: 'list', list: 'materials', of: product, pred, direction: need(sign, F), red: red(sign) });
    return value;
  }

  #madeIn(atom: Extract<Atom, { madeIn: unknown }>, sign: Sign, product: Id, way: Way): Tri {
    const recipe = way.recipe;
    const open = (name: string): Open => ({ kind: 'field', on: 'recipe', of: recipe?.[0]!.id ?? product, field: name, pred: atom, red: red(sign), way: way.id });
    const place = this.#placed(way, atom.madeIn, sign, open);
    const wanted = atom.step;
    if (wanted === undefined) return place;
    // The step decides nothing on its own: where it is not seen, the place of the recipe is not the place of the step.
    const seen = (direction: Direction): boolean => {
      const stated = recipe === undefined ? [] : claims(recipe, 'steps');
      return stated.length > 0 && stated.every(({ value }) => value.some((step) => wanted.includes(step))) && stated.some(({ recs }) => recs.every((rec) => this.facts.strong(rec, direction)));
    };
    if (place !== U && seen(need(sign, place))) return place;
    if (this.hear && !(recipe !== undefined && claims(recipe, 'steps').length > 0 && seen('red') && seen('clear'))) {
      const stated = recipe === undefined ? [] : claims(recipe, 'steps');
      this.hear.push(stated.length === 0 ? open('steps') : { kind: 'weak', recs: stated.flatMap(({ recs }) => recs), field: 'steps', needs: need(sign, place === U ? T : place), value: place === U ? T : place, red: red(sign) });
    }
    return U;
  }

  /** Does the way's recipe run in these places? By the recipe's own country, else by its facility's country and region. */
  #placed(way: Way, places: Places, sign: Sign, open: (field: string) => Open): Tri {
    if (way.recipe === undefined) return this.#test(NO_CLAIM, sign, () => U, open('country'));
    const own = claims(way.recipe, 'country');
    if (own.length > 0) {
      const elsewhere = claims(way.recipe, 'facility').flatMap(({ value }) => this.facts.net.facilities.get(value) ?? []).filter((site) => site.country !== undefined && own.every((claim) => claim.value !== site.country));
      if (elsewhere.length > 0) {
        this.hear?.push({ ...open('country'), kind: 'conflict', of: way.recipe[0]!.id, field: 'country', holding: [], failing: [] });
        return U;
      }
      const value = this.#test(own, sign, (country) => this.within({ country }, places), open('country'));
      if (value === U && this.hear && own.every((claim) => this.within({ country: claim.value }, places) === U)) this.hear.push(open('region'));
      return value;
    }
    const items = this.#items(places);
    const codes = items.filter((item) => typeof item === 'string');
    return this.#test(claims(way.recipe, 'facility'), sign, (facility) => {
      const records = this.facts.net.facilities.get(facility) ?? [];
      const heard = this.hear?.length ?? 0;
      const coded = codes.length === 0 ? F : this.#test(claims(records, 'country'), sign, (country) => tri(codes.includes(country)), open('country'));
      const named = codes.length === items.length ? F : this.#test(claims(records, 'region'), sign, (region) => tri(items.some((item) => typeof item !== 'string' && item.region === region)), open('region'));
      const value = Math.max(coded, named) as Tri;
      if (value !== U && this.hear) this.hear.length = heard;
      return value;
    }, open('country'));
  }

  #items(places: Places): readonly (string | { readonly region: string })[] {
    return typeof places === 'string' ? (this.rules.sets[places] ?? []) : places;
  }

  /** Is the place among these? A region that is not recorded is open unless a code decides. */
  within({ country, region }: Place, places: Places): Tri {
    if (country === undefined) return U;
    let result: Tri = F;
    for (const item of this.#items(places)) {
      const value: Tri = typeof item === 'string' ? tri(item === country) : region === undefined ? U : tri(item.region === region);
      result = Math.max(result, value) as Tri;
    }
    return result;
  }

  #facilityOf(way: Way): readonly Claim<Id>[] {
    return way.recipe !== undefined ? claims(way.recipe, 'facility') : way.supply !== undefined ? claims(way.supply, 'facility') : NO_CLAIM;
  }

  #operator(atom: Extract<Atom, { operator: unknown }>, sign: Sign, { product, way }: { readonly product: Id; readonly way: Way }, at: string): Tri {
    const open = (on: 'facility' | 'recipe', of: Id, field: string): Open => ({ kind: 'field', on, of, field, pred: atom, red: red(sign), way: way.id });
    return this.#test(this.#facilityOf(way), sign, (facility) =>
      this.#test(claims(this.facts.net.facilities.get(facility) ?? [], 'operator'), sign, (operator) => this.#party(operator, atom.operator, sign, `${at}/operator`), open('facility', facility, 'operator')),
      open('recipe', way.recipe?.[0]!.id ?? product, 'facility'));
  }

  #supplier(atom: Extract<Atom, { supplier: unknown }>, sign: Sign, { product, way }: { readonly product: Id; readonly way: Way }, at: string): Tri {
    const list = (): void => void this.hear?.push({ kind: 'list', list: 'supplies', of: product, pred: atom, direction: need(sign, F), red: red(sign), way: way.id });
    if (way.supply === undefined) {
      list();
      return U;
    }
    const legs = this.#legs(product, way, sign);
    const heard = this.hear?.length ?? 0;
    let all: Tri = F;
    let shown = false;
    for (const { group, sure } of legs) {
      const missing: Open = { kind: 'list', list: 'supplies', of: product, pred: atom, direction: need(sign, F), red: red(sign), way: way.id };
      const value = this.#test(claims(group, 'supplier'), sign, (seller) => this.#party(seller, atom.supplier, sign, `${at}/supplier`), missing);
      if (value === T && sure) shown = true;
      else if (value === T) list();
      if (value !== F) all = U;
    }
    if (shown) {
      if (this.hear) this.hear.length = heard;
      return T;
    }
    if (this.facts.held('supplies', product, undefined, need(sign, F)) === undefined) {
      list();
      return U;
    }
    return all;
  }

  /**
   * The supplies that lead to us, from the last seller back to the maker. A leg is surely on the way if it is recorded in
   * use, or if the supplies hold complete and it is the only one that there is for its buyer.
   */
  #legs(product: Id, way: Way, sign: Sign): { group: Group<Supply>; sure: boolean }[] {
    const { net } = this.facts;
    const all = net.suppliesOf.get(product) ?? [];
    const shows = need(sign, T);
    const closed = this.facts.held('supplies', product, undefined, shows) !== undefined;
    const strong = (group: Group<Supply>): boolean => group.some((rec) => this.facts.strong(rec, shows));
    const found = new Map<Group<Supply>, boolean>();
    const work = [{ group: way.supply!, sure: closed || this.facts.useOf(way.supply!).use === 'in-use' }];
    for (let step = work.pop(); step !== undefined; step = work.pop()) {
      const { group, sure } = step;
      if (found.get(group) === true || (!sure && found.has(group))) continue;
      found.set(group, sure);
      const sellers = new Set(claims(group, 'supplier').map(({ value }) => net.classes.of(value)));
      for (const seller of sellers) {
        const { hear } = this;
        this.hear = undefined;
        const isMaker = this.#test(claims(net.products.get(product) ?? [], 'maker'), -sign as Sign, (maker) => (net.classes.of(maker) !== seller ? F : net.classes.conflicts.has(seller) ? U : T), { kind: 'question', field: '', pred: { all: [] }, red: T });
        this.hear = hear;
        if (isMaker === T) continue;
        const buyersOf = (other: Group<Supply>): Id[] => claims(other, 'buyer').map(({ value }) => net.classes.of(value));
        const before = all.filter((other) => buyersOf(other).includes(seller));
        for (const other of before) {
          const { use, stated } = this.facts.useOf(other);
          const only = use === 'in-use' || (closed && before.length === 1 && !stated);
          work.push({ group: other, sure: sure && sellers.size === 1 && strong(group) && isMaker === F && strong(other) && buyersOf(other).every((buyer) => buyer === seller) && only });
        }
      }
    }
    return [...found].map(([group, sure]) => ({ group, sure }));
  }

  #category(atom: Extract<Atom, { category: unknown }>, sign: Sign, subject: Subject, at: string): Tri {
    const edition = this.edition(atom.category);
    let result: Tri = F;
    edition.entries.forEach((entry) => {
      if (entry.category === undefined) return;
      const value = this.value(entry.category as Pred, sign, subject, `${at}/category/${entry.id}`);
      const counts = value === U || value === F || edition.strong(entry, need(sign, T));
      result = Math.max(result, counts ? value : U) as Tri;
    });
    if (result === F && !edition.held(need(sign, F))) {
      this.hear?.push({ kind: 'edition', of: atom.category, party: '', direction: need(sign, F), red: red(sign) });
      return U;
    }
    return result;
  }

  edition(list: Id): Edition {
    let edition = this.#editions.get(list);
    if (edition === undefined) this.#editions.set(list, (edition = new Edition(this.facts, list, this.rules.lists[list] ?? {})));
    return edition;
  }

  #evidence(atom: Extract<Atom, { evidence: unknown }>, sign: Sign, subject: { readonly product: Id; readonly way: Way }): Tri {
    if (this.shown(atom.evidence, subject)) return T;
    this.hear?.push({ kind: 'paper', of: subject.product, pred: atom, supports: this.#about(atom.evidence.about, subject).flat(), red: red(sign) });
    return U;
  }

  /** Is such a paper in hand? A paper with a status counts only while that is fresh, and none is fetched yet. */
  shown(wanted: EvidencePred, subject: { readonly product: Id; readonly way: Way }): boolean {
    if (wanted.status !== undefined) return false;
    const groups = this.#about(wanted.about, subject);
    return groups.length > 0 && groups.every((records) => records.some((rec) => this.facts.evidenceOf(rec).some((paper) => this.#qualifies(paper, wanted))));
  }

  #qualifies(paper: Evidence, wanted: EvidencePred): boolean {
    return wanted.kind.includes(paper.docKind)
      && (wanted.issuer === undefined || (paper.issuer !== undefined && wanted.issuer.includes(paper.issuer)))
      && (wanted.maxAgeDays === undefined || this.facts.notOlder(paper.issued, wanted.maxAgeDays))
      && (wanted.custody === undefined || (paper.custody !== undefined && wanted.custody.includes(paper.custody)));
  }

  /** What the paper must be about: where a maker or a plant is contested, every one that is claimed. */
  #about(about: EvidencePred['about'], { product, way }: { readonly product: Id; readonly way: Way }): readonly (readonly Rec[])[] {
    const products = this.facts.net.products.get(product) ?? NO_CLAIM;
    switch (about) {
      case 'product': return [products];
      case 'maker': return claims(products, 'maker').map(({ value }) => this.facts.partiesOf(this.facts.net.classes.of(value)));
      case 'facility': return this.#facilityOf(way).map(({ value }) => this.facts.net.facilities.get(value) ?? []);
      case 'lot': return NO_CLAIM; // no record speaks of lots yet
    }
  }

  // --- parties ----------------------------------------------------------------------------------------------------

  /** Makers recur: what a condition says of a party, and what it hears, is kept, while no certificate is wanted. */
  #party(id: Id, pred: Pred, sign: Sign, at: string): Tri {
    const party = this.facts.net.classes.of(id);
    if (this.lean) return this.value(pred, sign, { party }, at);
    let all = this.#parties.get(at);
    if (all === undefined) this.#parties.set(at, (all = new Map()));
    let kept = all.get(party);
    if (kept === undefined || (this.hear && kept.heard === undefined)) {
      const outer = this.hear;
      const heard: Open[] | undefined = outer && [];
      this.hear = heard;
      all.set(party, (kept = { value: this.value(pred, sign, { party }, at), heard }));
      this.hear = outer;
    }
    if (this.hear) for (const open of kept.heard!) this.hear.push(open);
    return kept.value;
  }

  #ofParty(atom: Atom, sign: Sign, cls: Id, at: string): Tri {
    if (this.facts.net.classes.conflicts.has(cls)) {
      this.hear?.push({ kind: 'conflict', of: cls, field: 'same', holding: [], failing: [], red: red(sign) });
      return U;
    }
    const records = this.facts.partiesOf(cls);
    const field = (name: string): Open => ({ kind: 'field', on: 'party', of: cls, field: name, pred: atom, red: red(sign) });
    if ('domicile' in atom) return this.#test(claims(records, 'domicile'), sign, (country) => this.within({ country }, atom.domicile), field('domicile'));
    if ('principalPlace' in atom) return this.#test(claims(records, 'principalPlace'), sign, (country) => this.within({ country }, atom.principalPlace), field('principalPlace'));
    if ('owned' in atom) return this.#isOwned(atom, sign, cls, at);
    if ('listed' in atom) return this.#listed(atom, sign, cls, at);
    return U; // a condition on goods asked of a party: refused at load
  }

  #listed(atom: Extract<Atom, { listed: unknown }>, sign: Sign, cls: Id, at: string): Tri {
    const own = this.#onLists(atom, sign, cls, () => true);
    const test = this.#closure(atom);
    if (test === undefined || own === T) return own;
    const heard = this.hear?.length ?? 0;
    const through = this.#owned(test, sign, cls, at, atom, (owner) => this.#onLists(atom, sign, owner, (subsidiaries) => atom.closure !== undefined || subsidiaries));
    const result = Math.max(own, through) as Tri;
    if (result !== U && this.hear) this.hear.length = heard;
    return result;
  }

  /** The ownership test that widens a list condition, if any. */
  #closure(atom: Extract<Atom, { listed: unknown }>): OwnershipTest | undefined {
    if (atom.closure !== undefined) return OWNERSHIP_TESTS.get(atom.closure);
    return atom.listed.some((list) => this.edition(list).subsidiaries) ? OWNERSHIP_TESTS.get('OWN50_CASCADE') : undefined;
  }

  #onLists(atom: Extract<Atom, { listed: unknown }>, sign: Sign, cls: Id, fits: (subsidiaries: boolean) => boolean): Tri {
    if (this.facts.net.classes.conflicts.has(cls)) return U;
    const records = this.facts.partiesOf(cls);
    if (!records.some((party) => party.names?.length || party.ids?.length)) {
      this.hear?.push({ kind: 'field', on: 'party', of: cls, field: 'names', pred: atom, red: red(sign) });
      return U;
    }
    let result: Tri = F;
    let silent = false;
    for (const list of atom.listed) {
      const edition = this.edition(list);
      silent ||= edition.silent(cls, (entry) => fits(entry.scope === 'and-subsidiaries'));
      for (const { entry, says, by } of edition.matches(cls)) {
        if (!fits(entry.scope === 'and-subsidiaries')) continue;
        const counts = says === 'same' && by !== undefined && this.facts.strong(by, need(sign, T)) && edition.strong(entry, need(sign, T));
        if (counts) return T;
        result = U;
        if (says === 'open') this.hear?.push({ kind: 'match', party: cls, entry, red: red(sign) });
        else if (says === 'conflict') this.hear?.push({ kind: 'conflict', of: cls, field: entry.id, holding: [], failing: [], red: red(sign) });
        else this.hear?.push({ kind: 'weak', recs: [...(by ? [by] : []), entry], field: 'ids', needs: need(sign, T), value: T, red: red(sign) });
      }
      if (!edition.held(need(sign, F))) {
        result = U;
        this.hear?.push({ kind: 'edition', of: list, party: cls, direction: need(sign, F), red: red(sign) });
      }
    }
    if (!silent) return result;
    this.hear?.push({ kind: 'field', on: 'party', of: cls, field: 'names', pred: atom, red: red(sign) });
    return U;
  }

  #isOwned(atom: Extract<Atom, { owned: unknown }>, sign: Sign, cls: Id, at: string): Tri {
    const test = OWNERSHIP_TESTS.get(atom.owned);
    if (test === undefined) return U;
    return this.#owned(test, sign, cls, at, atom, (owner) => this.value(atom.by, sign, { party: owner }, `${at}/by`), atom.dispersed === 'ignore');
  }

  /** Is the party itself, or does the ownership test reach it from, this one owner? For what hangs on whom, without a list. */
  controlled(party: Id, test: OwnershipTest, owner: Id): Tri {
    const [cls, top] = [this.facts.net.classes.of(party), this.facts.net.classes.of(owner)];
    return this.#owned(test, 1, cls, `/controlled/${top}`, { all: [] }, (id) => (id === top ? T : F));
  }

  /** The party, whoever is above it, and what was read before: who holds how much, as an ownership test reads it. */
  holdings(party: Id): ReadonlyMap<Id, Asset> {
    const at = '/holdings';
    this.#owned(OWNERSHIP_TESTS.get('OWN50_CASCADE')!, 1, this.facts.net.classes.of(party), at, { all: [] }, () => F);
    return this.#cascades.get(`${at}|1`)!.assets;
  }

  /** Section 6.3, for the party and the owners above it that are not decided yet. */
  #owned(test: OwnershipTest, sign: Sign, cls: Id, at: string, pred: Pred, base: (cls: Id) => Tri, dispersed = false): Tri {
    const key = `${at}|${sign}`;
    let known = this.#cascades.get(key);
    if (known === undefined) this.#cascades.set(key, (known = new Cascade(test)));
    if (!known.assets.has(cls)) {
      const { hear, lean } = this;
      this.hear = this.lean = undefined; // what is above is no one's open item yet
      const fresh = new Map<Id, Asset>();
      const work = [cls];
      for (let id = work.pop(); id !== undefined; id = work.pop()) {
        if (known.assets.has(id) || fresh.has(id)) continue;
        if (this.budget) this.budget.left--;
        const asset = this.#asset(id, test, sign, base, dispersed);
        fresh.set(id, asset);
        for (const { owner } of asset.freeing.stakes) work.push(owner);
      }
      known.add([...fresh.values()]);
      [this.hear, this.lean] = [hear, lean];
    }
    const value: Tri = known.caught.has(cls) ? T : known.possible.has(cls) ? U : F;
    if (value === U && this.hear) this.#hearOwners(known, cls, at, pred, sign, base);
    if (this.lean) this.#leanOnOwners(known, cls, at, value, base);
    return value;
  }

  #asset(cls: Id, test: OwnershipTest, sign: Sign, base: (cls: Id) => Tri, dispersed: boolean): Asset {
    const { facts } = this;
    const value = base(cls);
    const kinds = claims(facts.partiesOf(cls), 'partyKind');
    const members = facts.net.classes.members(cls);
    const read = (direction: Direction): Owners => ({
      stakes: test.catches.length === 0 ? [] : this.#stakes(cls, direction),
      full: members.some((id) => facts.held('owners', id, undefined, direction) !== undefined),
      dispersed: dispersed && members.some((id) => facts.heldAbove(id, direction)),
      ownerless: kinds.length > 0 && kinds.every((kind) => kind.value === 'person' || kind.value === 'state-body') && kinds.some(({ recs }) => facts.strong(recs[0]!, direction)),
    });
    return { id: cls, base: value === T, maybeBase: value !== F, contested: facts.net.classes.conflicts.has(cls), catching: read(need(sign, T)), freeing: read(need(sign, F)) };
  }

  /** One stake an owner class: records of one pair read together, pairs that became one only through `same` added up. */
  #stakes(cls: Id, direction: Direction): readonly Stake[] {
    const known = this.facts.stakes[direction];
    let stakes = known.get(cls);
    if (stakes === undefined) known.set(cls, (stakes = this.#readStakes(cls, direction)));
    return stakes;
  }

  #readStakes(cls: Id, direction: Direction): readonly Stake[] {
    const { facts } = this;
    const byOwner = new Map<Id, (readonly Ownership[])[]>();
    for (const group of facts.net.ownersOf.get(cls) ?? []) {
      const owner = facts.net.classes.of(group[0]!.owner);
      const pairs = byOwner.get(owner);
      if (pairs === undefined) byOwner.set(owner, [group]);
      else pairs.push(group);
    }
    const stakes: Stake[] = [];
    for (const [owner, pairs] of byOwner) {
      const held: Partial<Record<Measure, RangePpm>> = {};
      for (const measure of MEASURES) {
        let [lo, hi] = [WHOLE, 0];
        for (const group of pairs) {
          const range = this.#heldIn(group, measure, direction);
          lo = Math.min(lo, range.lo);
          hi += range.hi;
        }
        if (lo > 0 || hi < WHOLE) held[measure] = { lo, hi: Math.min(WHOLE, hi) };
      }
      stakes.push({ owner, held, control: this.#controlIn(pairs, direction) });
    }
    return stakes;
  }

  /** What the records of one pair say of a measure, read together. */
  #heldIn(group: Group<Ownership>, measure: Measure, direction: Direction): RangePpm {
    if (group.every((rec) => rec[measure] === undefined)) return ANYTHING;
    return mergeRanges(group.flatMap((rec) => (rec[measure] !== undefined && this.facts.strong(rec, direction) ? [rec[measure]] : []))) ?? ANYTHING;
  }

  #controlIn(pairs: readonly Group<Ownership>[], direction: Direction): number {
    let mask = 0;
    let strong = false;
    for (const group of pairs)
      for (const rec of group)
        if (rec.control !== undefined) {
          mask |= controlBit(rec.control);
          strong ||= this.facts.strong(rec, direction);
        }
    return strong ? mask : 0;
  }

  /** What would decide: of the party and of each owner that could matter, what is not recorded; where all is, the method of the test. */
  #hearOwners(known: Cascade, cls: Id, at: string, pred: Pred, sign: Sign, base: (cls: Id) => Tri): void {
    const seen = new Set([cls]);
    const heard = this.hear!.length;
    for (const id of seen) {
      const asset = known.assets.get(id);
      if (asset === undefined || (id !== cls && (known.passing.has(id) || !known.passable.has(id)))) continue;
      if (base(id) === U) continue; // base has said why
      const { ppm, loose, contradictory } = gapOf(asset, known.test);
      if (contradictory && !asset.freeing.ownerless) this.hear!.push({ kind: 'conflict', of: id, field: 'owners', holding: [], failing: [], red: red(sign) });
      else if (!asset.freeing.ownerless && (ppm > 0 || (loose && asset.freeing.stakes.some(({ owner }) => known.passable.has(owner))))) this.hear!.push({ kind: 'stake', of: id, atom: at, pred, sign, ppm, red: red(sign) });
      for (const { owner } of asset.freeing.stakes) seen.add(owner);
    }
    if (this.hear!.length === heard && [...seen].every((id) => base(id) !== U)) this.hear!.push({ kind: 'method', of: cls, test: known.test.id, red: red(sign) });
  }

  /** Whose holdings count, whose do not, and whose may: of the party itself, or (`#passes`) of those who hold it. */
  #leanOnOwners(known: Cascade, cls: Id, at: string, value: Tri, base: (cls: Id) => Tri): void {
    const { assets, passing, passable } = known;
    const lean = (name: string, start: Id, kind: LeanKind, among: (id: Id) => boolean): void => {
      const mine = leanOf(this.lean!, kind, name);
      const work = [start];
      for (let id = work.pop(); id !== undefined; id = work.pop()) {
        if (mine.has(id)) continue;
        mine.add(id);
        base(id); // what the base leans on is part of the certificate
        const asset = assets.get(id);
        if (asset === undefined || (kind === 'caught' && asset.base)) continue;
        for (const { owner } of asset.freeing.stakes) if (among(owner)) work.push(owner);
      }
    };
    const leanOn = (name: string, id: Id, is: Tri): void => {
      if (is === T) lean(name, id, 'caught', (owner) => passing.has(owner));
      else if (is === F) lean(name, id, 'free', (owner) => !passable.has(owner));
      else {
        lean(name, id, 'uncaught', (owner) => !passing.has(owner));
        lean(name, id, 'unfree', (owner) => passable.has(owner));
      }
    };
    if (known.test.passes === undefined) {
      leanOn(at, cls, value);
      return;
    }
    base(cls);
    for (const { owner } of assets.get(cls)?.freeing.stakes ?? []) leanOn(`${at}#passes`, owner, passing.has(owner) ? T : passable.has(owner) ? U : F);
  }

  /** What an ownership condition, read before, says of an owner. */
  ownerValue(at: string, sign: Sign, cls: Id): Tri {
    const known = this.#cascades.get(`${at}|${sign}`);
    return known?.passing.has(cls) ? T : known?.passable.has(cls) !== false ? U : F;
  }

  /** Members of an atom's set, in the order in which they came into it. */
  inOrder(kind: LeanKind, at: string, members: ReadonlySet<Id>): Id[] {
    const [atom] = at.split('#passes');
    for (const sign of [1, -1]) {
      const owned = this.#cascades.get(`${atom}|${sign}`);
      const order = kind === 'caught' ? (owned?.passing ?? this.#reaches.get(`${at}|${sign}`)?.bad) : kind === 'unfree' ? owned?.passable : undefined;
      if (order !== undefined) return [...order].filter((id) => members.has(id));
    }
    return [...members];
  }

  // --- up the graph -----------------------------------------------------------------------------------------------

  #ancestor(atom: Extract<Atom, { ancestor: unknown }>, sign: Sign, product: Id, at: string): Tri {
    return this.#upward(`${at}|${sign}`, at, sign, product, (id, way) => {
      const value = this.value(atom.ancestor, sign, { product: id, way }, `${at}/ancestor`);
      return atom.materials === undefined ? value : (Math.min(value, this.material(id, atom.materials, undefined, sign)) as Tri);
    }, atom);
  }

  /** T where some reached node surely shows it, F where none can. */
  #upward(key: string, at: string, sign: Sign, product: Id, local: (id: Id, way: Way) => Tri, pred: Pred): Tri {
    let known = this.#reaches.get(key);
    if (known === undefined) this.#reaches.set(key, (known = { bad: new Set(), clear: new Set(), known: new Set(), walks: new Map() }));
    if (!known.known.has(product)) {
      const { hear, lean } = this;
      this.hear = this.lean = undefined;
      const reach = new Reach(this.facts, { local, expand: () => T, reading: 'exposure', showing: need(sign, T), acquitting: need(sign, F) }, product);
      [this.hear, this.lean] = [hear, lean];
      for (const name of reach.bad) known.bad.add(name);
      for (const name of clearAbove(reach)) known.clear.add(name);
      for (const name of reach.nodes.keys()) {
        known.known.add(name);
        known.walks.set(name, reach);
      }
    }
    const reach = known.walks.get(product)!;
    if (known.bad.has(product)) {
      if (this.lean) this.#leanOnBad(reach, known.bad, product, at, local);
      return T;
    }
    if (known.clear.has(product)) {
      if (this.lean) {
        const free = leanOf(this.lean, 'free', at);
        const above = reach.visited(product);
        for (const name of reach.founded) {
          if (free.has(name) || !above.has(name)) continue;
          free.add(name);
          for (const way of reach.countedWays(reach.node(name))) local(name, way.way);
        }
      }
      return F;
    }
    if (this.lean) this.#leanOnOpen(reach, known, product, at, local);
    if (this.hear) this.hear.push({ kind: 'above', of: product, reach, local, inner: this.#inside(reach, product, local), shows: 'allSteps' in pred ? F : T, red: red(sign) });
    return U;
  }

  /** Why a walk shows nothing surely, and the way to something in it that is not clear. */
  #leanOnOpen(reach: Reach, { bad, clear }: { readonly bad: ReadonlySet<Id>; readonly clear: ReadonlySet<Id> }, product: Id, at: string, local: (id: Id, way: Way) => Tri): void {
    for (const name of reach.notBad([product], bad)) {
      leanOf(this.lean!, 'uncaught', at).add(name);
      for (const way of reach.node(name).showing) local(name, way.way);
    }
    const from = new Map<Id, Id | undefined>([[product, undefined]]);
    const unfree = leanOf(this.lean!, 'unfree', at);
    for (const name of from.keys()) {
      const node = reach.node(name);
      if (reach.isClear(node)) {
        for (const child of reach.children(node)) if (!clear.has(child) && !from.has(child)) from.set(child, name);
        continue;
      }
      if (reach.locallyClear(node)) for (const one of reach.unfounded([name])) leanOf(this.lean!, 'unstarted', at).add(one);
      for (let on: Id | undefined = name; on !== undefined; on = from.get(on)) {
        unfree.add(on);
        for (const way of reach.countedWays(reach.node(on))) local(on, way.way);
      }
      return;
    }
  }

  /** What is open in the walk above a product. */
  #inside(reach: Reach, product: Id, local: (id: Id, way: Way) => Tri): Open[] {
    const outer = this.hear;
    const inner: Open[] = [];
    for (const name of reach.visited(product).keys()) {
      const node = reach.node(name);
      for (const way of reach.countedWays(node)) {
        this.hear = inner;
        if (way.b === U) local(name, way.way);
        if (!reach.acquitted(way)) inner.push({ kind: 'list', list: way.way.recipe === undefined ? 'recipes' : 'components', of: way.way.recipe?.[0]!.id ?? name, pred: { all: [] }, direction: 'clear', red: T });
      }
    }
    this.hear = outer;
    return inner;
  }

  #leanOnBad(reach: Reach, bad: ReadonlySet<Id>, product: Id, at: string, local: (id: Id, way: Way) => Tri): void {
    const mine = leanOf(this.lean!, 'caught', at);
    const order = new Map([...bad].map((name, i) => [name, i]));
    const work = [product];
    for (let name = work.pop(); name !== undefined; name = work.pop()) {
      if (mine.has(name)) continue;
      mine.add(name);
      const rank = order.get(name)!;
      const earlier = new Set([...bad].slice(0, rank));
      for (const way of reach.node(name).showing) {
        if (!counted(way.use, 'exposure')) continue;
        local(name, way.way); // whoever reads it exactly asks this first
        if (way.b !== T) for (const line of way.lines) if (reach.badLine(line, earlier)) for (const option of line.options) for (const claim of option.claims) if (earlier.has(claim.shown)) work.push(claim.shown);
      }
    }
  }

  #allSteps(atom: Extract<Atom, { allSteps: unknown }>, sign: Sign, product: Id, at: string): Tri {
    // One listed step inside the places refutes; so the finding is "a listed step inside", under the turned sign.
    const turned = -sign as Sign;
    const inside = (id: Id, way: Way): Tri => this.#stepInside(atom, turned, id, way);
    const found = this.#upward(`${at}|${turned}`, at, turned, product, inside, atom); // hears with the turned sign, and says so
    if (found !== F) return not(found);
    const reach = this.#reaches.get(`${at}|${turned}`)!.walks.get(product)!;
    const above = this.lean && reach.visited(product);
    let everywhere = true;
    for (const step of atom.seen ?? atom.allSteps) {
      const seen = this.#seen(reach, step, need(sign, T));
      const shown = seen.has(product);
      everywhere &&= shown;
      if (!this.lean) continue;
      const mine = leanOf(this.lean, shown ? 'caught' : 'uncaught', `${at}#${step}`);
      for (const name of shown ? seen : above!.keys()) if (shown ? above!.has(name) : !seen.has(name)) mine.add(name);
    }
    if (!everywhere) this.hear?.push({ kind: 'above', of: product, reach, local: inside, inner: this.#inside(reach, product, inside), shows: F, steps: atom.allSteps, red: red(sign) });
    return everywhere ? T : U;
  }

  #stepInside(atom: Extract<Atom, { allSteps: unknown }>, sign: Sign, product: Id, way: Way): Tri {
    const { recipe } = way;
    const open = (field: string): Open => ({ kind: 'field', on: 'recipe', of: recipe?.[0]!.id ?? product, field, pred: atom, red: red(sign), way: way.id });
    const listed = this.#test(recipe === undefined ? NO_CLAIM : claims(recipe, 'steps'), sign, (steps) => tri(steps.some((step) => atom.allSteps.includes(step))), open('steps'));
    return listed === F ? F : (Math.min(listed, this.#placed(way, atom.outside, sign, open)) as Tri);
  }

  /** Nodes above which the step occurs whatever way is taken. */
  #seen(reach: Reach, step: string, direction: Direction): ReadonlySet<Id> {
    const seen = new Set<Id>();
    const nodes = [...reach.nodes.values()].reverse();
    for (let before = -1; before !== seen.size; ) {
      before = seen.size;
      for (const node of nodes) {
        const ways = reach.countedWays(node);
        if (seen.has(node.name) || ways.length === 0) continue;
        const everywhere = ways.every((way) => {
          const stated = way.way.recipe === undefined ? NO_CLAIM : claims(way.way.recipe, 'steps');
          if (stated.length > 0 && stated.every(({ value }) => value.includes(step)) && stated.some(({ recs }) => this.facts.strong(recs[0]!, direction))) return true;
          return way.lines.some((line) => {
            const options = line.options.filter((option) => counted(option.use, 'exposure'));
            return options.length > 0 && options.every((option) => option.claims.every((claim) => seen.has(claim.asked)));
          });
        });
        if (everywhere) seen.add(node.name);
      }
    }
    return seen;
  }

  // --- shares -----------------------------------------------------------------------------------------------------

  #share(atom: Extract<Atom, { share: unknown }>, sign: Sign, subject: { readonly product: Id; readonly way: Way }, at: string): Tri {
    // atMost x is not moreThan x, lessThan x is not atLeast x
    if ('atMost' in atom) return not(this.#boundedShare(atom, { moreThan: atom.atMost }, -sign as Sign, subject, at));
    if ('lessThan' in atom) return not(this.#boundedShare(atom, { atLeast: atom.lessThan }, -sign as Sign, subject, at));
    return this.#boundedShare(atom, 'atLeast' in atom ? { atLeast: atom.atLeast } : { moreThan: atom.moreThan }, sign, subject, at);
  }

  #boundedShare(atom: Extract<Atom, { share: unknown }>, bound: Bound, sign: Sign, subject: { readonly product: Id; readonly way: Way }, at: string): Tri {
    if (atom.over === 'materials') {
      const heard = this.hear?.length ?? 0;
      const [value] = this.#materialShare(subject.product, (substance) => this.value(atom.where, sign, { substance }, `${at}/where`), bound, sign);
      if (this.hear && value !== U) this.hear.length = heard;
      if (value === U) this.hear?.push({ kind: 'list', list: 'materials', of: subject.product, pred: atom, direction: need(sign, F), red: red(sign) });
      return value;
    }
    const heard = this.hear?.length ?? 0;
    const { product, way } = subject;
    const value = decide(bound, (direction) => {
      const facts = direction === 'least' ? need(sign, T) : need(sign, F);
      const total = this.#total(product, atom.share, facts);
      const currency = total ? total.currency : this.#onlyCurrency(this.facts.lines(way), atom.share, facts);
      const items = this.facts.lines(way).map((line) => this.#shareItem(line, atom, facts, sign, at, currency));
      const full = this.facts.componentsHeld(way) !== undefined && (facts === 'clear' || way.recipe === undefined || this.facts.held('components', way.recipe[0]!.id, undefined, 'red') !== undefined);
      return scaled(items, total?.amount, direction, full);
    });
    if (value !== U && this.hear) this.hear.length = heard;
    if (value === U) this.hear?.push({ kind: 'amount', of: product, field: atom.share, way: way.id, pred: atom, sign, red: red(sign) });
    return value;
  }

  #shareItem(line: LineView, atom: Extract<Atom, { share: unknown }>, facts: Direction, sign: Sign, at: string, currency: string | undefined): DecimalItem {
    const made = line.options.map((option): DecimalItem[number] => {
      const out = !counted(option.use, 'exposure');
      const where = option.claims.map(({ product }) => this.#overWays(product, atom.where, sign, `${at}/where`, facts));
      const range = mergeRanges(line.group.flatMap((rec) => (this.facts.strong(rec, facts) ? (rec.options[option.position]?.share ?? []) : []))) ?? { lo: 0, hi: 1_000_000 };
      return {
        amounts: option.claims.map(({ product }) => this.#amount(line, product, atom.share, facts, currency)),
        where: where.every((value) => value === T) ? T : where.every((value) => value === F) ? F : U,
        shareLo: out ? 0 : range.lo, shareHi: out ? 0 : range.hi,
      };
    });
    const whole = (options: DecimalItem): boolean => options.reduce((sum, { shareLo }) => sum + shareLo, 0) <= 1_000_000 && options.reduce((sum, { shareHi }) => sum + shareHi, 0) >= 1_000_000;
    if (whole(made)) return made;
    // Shares that cannot make a whole say nothing; of a line of which no option may be in use nothing is known.
    const unsaid = made.map((option, i) => ({ ...option, shareLo: 0, shareHi: counted(line.options[i]!.use, 'exposure') ? 1_000_000 : 0 }));
    return whole(unsaid) ? unsaid : [{ amounts: [{ lo: ['0'], hi: [undefined] }], where: U, shareLo: 1_000_000, shareHi: 1_000_000 }];
  }

  /** Over all its counted ways: one domestic source in use does not make the part domestic. */
  #overWays(product: Id, where: Pred, sign: Sign, at: string, facts: Direction): Tri {
    const values = this.facts.ways(product, facts).filter((way) => counted(way.use, 'exposure')).map((way) => this.value(where, sign, { product, way }, at));
    return values.length > 0 && values.every((value) => value === T) ? T : values.length > 0 && values.every((value) => value === F) ? F : U;
  }

  /** Quantity and price, or mass, of a line that is this product. */
  #amount({ group }: LineView, product: Id, measure: 'cost' | 'mass', facts: Direction, currency: string | undefined): DecimalAmount {
    const quantity = this.#ranged(claims(group, 'quantity').map(({ value, recs }) => ({ value: { lo: value, hi: value }, recs })), facts);
    const unit = this.#unit(group, facts);
    const each = this.#price(group, product, measure, unit, facts, currency);
    const factors = unit && (measure === 'mass' || !group.some((rec) => rec.costEach)) ? [unit.factor] : []; // `costEach` is a price for whatever the unit is
    return { lo: [quantity?.lo ?? '0', each?.lo ?? '0', ...factors], hi: [quantity?.hi, each?.hi, ...factors] };
  }

  #price(group: LineView['group'], product: Id, measure: 'cost' | 'mass', unit: Unit | undefined, facts: Direction, currency: string | undefined): RangeDecimal | undefined {
    const paid = measure === 'cost' ? claims(group, 'costEach') : [];
    if (paid.length > 0) return this.#paid(paid, facts, currency);
    if (measure === 'mass' && unit?.dimension === 'mass') return { lo: '1', hi: '1' };
    if (unit?.dimension !== 'count') return undefined;
    const records = this.facts.net.products.get(product) ?? [];
    return measure === 'mass' ? this.#ranged(claims(records, 'unitMassKg'), facts) : this.#paid(claims(records, 'unitCost'), facts, currency);
  }

  /** Prices count in one currency. */
  #paid(prices: readonly Claim<Money>[], facts: Direction, currency: string | undefined): RangeDecimal | undefined {
    return prices.every(({ value }) => value.currency === currency) ? this.#ranged(prices, facts) : undefined;
  }

  #ranged(given: readonly Claim<RangeDecimal>[], facts: Direction): RangeDecimal | undefined {
    return innerRange(given.filter(({ recs }) => recs.some((rec) => this.facts.strong(rec, facts))).map(({ value }) => value));
  }

  #unit(group: LineView['group'], facts: Direction): Unit | undefined {
    const said = claims(group, 'uom');
    const code = one(said.map(({ value }) => value));
    return code !== undefined && said.some(({ recs }) => recs.some((rec) => this.facts.strong(rec, facts))) ? unitOf(code) : undefined;
  }

  /** Of all prices that a bill is reckoned by; undefined: there are several. */
  #onlyCurrency(lines: readonly LineView[], measure: 'cost' | 'mass', facts: Direction): string | undefined {
    if (measure === 'mass') return undefined;
    const prices = lines.flatMap(({ group, options }) => {
      const paid = group.flatMap((rec) => rec.costEach ?? []);
      if (paid.length > 0 || this.#unit(group, facts)?.dimension !== 'count') return paid;
      return options.flatMap(({ claims: named }) => named.flatMap(({ product }) => (this.facts.net.products.get(product) ?? []).flatMap((rec) => rec.unitCost ?? [])));
    });
    return one(prices.map((price) => price.currency));
  }

  /** The stated whole, where it is a point. */
  #total(product: Id, measure: 'cost' | 'mass', facts: Direction): { readonly amount: string; readonly currency: string | undefined } | undefined {
    const records = this.facts.net.products.get(product) ?? [];
    const currency = one(claims(records, 'unitCost').map(({ value }) => value.currency));
    const stated = measure === 'mass' ? this.#ranged(claims(records, 'unitMassKg'), facts) : this.#paid(claims(records, 'unitCost'), facts, currency);
    return stated && compareDecimals(stated.lo, stated.hi) === 0 ? { amount: stated.lo, currency } : undefined;
  }

  #materialShare(product: Id, where: (substance: string) => Tri, bound: Bound, sign: Sign): [Tri] {
    const groups = this.facts.net.materialsOf.get(product) ?? [];
    const values = new Map(groups.map((group) => [group[0]!.substance, where(group[0]!.substance)]));
    return [decide(bound, (direction) => {
      const facts = direction === 'least' ? need(sign, T) : need(sign, F);
      const pin = this.facts.held('materials', product, undefined, facts);
      const items = groups.map((group): ShareItem => {
        const range = mergeRanges(group.filter((rec) => this.facts.strong(rec, facts)).map((rec) => rec.massPpm));
        return [{ lo: BigInt(range?.lo ?? 0), ...(range && { hi: BigInt(range.hi) }), shareLo: 1_000_000, shareHi: 1_000_000, where: values.get(group[0]!.substance)! }];
      });
      const whole = 1_000_000n;
      return direction === 'least' ? leastShare(items, whole, pin !== undefined) : greatestShare(items, whole, pin !== undefined);
    })];
  }

  // --- reading ----------------------------------------------------------------------------------------------------

  /** Section 1.3: the test on every claim, and someone strong enough to say so. */
  #test<V>(stated: readonly Claim<V>[], sign: Sign, check: (value: V) => Tri, missing: Open): Tri {
    if (stated.length === 0) {
      this.hear?.push(missing);
      return U;
    }
    const values = stated.map(({ value }) => check(value));
    const first = values[0]!;
    if (first !== U && values.every((value) => value === first)) {
      const needs = need(sign, first);
      if (stated.some(({ recs }) => recs.every((rec) => this.facts.strong(rec, needs)))) return first;
      this.hear?.push({ kind: 'weak', recs: stated[0]!.recs, field: missing.kind === 'field' ? missing.field : '', needs, value: first, red: red(sign) });
      return U;
    }
    if (this.hear && !values.includes(U)) {
      const having = (wanted: Tri): Rec[] => stated.filter((_, i) => values[i] === wanted).flatMap(({ recs }) => recs.slice(-1));
      this.hear.push({ kind: 'conflict', of: 'of' in missing ? missing.of : '', field: missing.kind === 'field' ? missing.field : '', holding: having(T), failing: having(F), red: red(sign) });
    }
    return U;
  }
}

function leanOf(lean: Leaned, kind: LeanKind, at: string): Set<Id> {
  let members = lean[kind].get(at);
  if (members === undefined) lean[kind].set(at, (members = new Set()));
  return members;
}

/** What a value needs its facts to be strong for, under a sign. */
export function need(sign: Sign, value: Tri): Direction {
  return (value === T) === (sign === 1) ? 'red' : 'clear';
}

function red(sign: Sign): Tri {
  return sign === 1 ? T : F;
}

function tri(holds: boolean): Tri {
  return holds ? T : F;
}

function digits(code: string): string {
  return code.replaceAll('.', '').replaceAll(' ', '');
}

function claims<R extends Rec, K extends keyof R>(records: readonly R[], field: K): Claim<NonNullable<R[K]>>[] {
  const found: Claim<NonNullable<R[K]>>[] = [];
  for (const rec of records) {
    const value = rec[field];
    if (value !== undefined && value !== null) found.push({ value, recs: [rec] });
  }
  return found;
}

/** Nodes from which everything reached is clear. */
function clearAbove(reach: Reach): Set<Id> {
  const clear = new Set([...reach.nodes.values()].filter((node) => reach.isClear(node)).map((node) => node.name));
  for (let before = -1; before !== clear.size; ) {
    before = clear.size;
    for (const name of clear) for (const child of reach.children(reach.node(name))) if (!clear.has(child)) { clear.delete(name); break; }
  }
  return clear;
}

function decide(bound: Bound, end: (direction: 'least' | 'greatest') => Fraction): Tri {
  const basisPoints = 'atLeast' in bound ? bound.atLeast : 'moreThan' in bound ? bound.moreThan : Number.NaN;
  const enough = (compared: number): boolean => ('atLeast' in bound ? compared >= 0 : compared > 0);
  if (enough(compareToBasisPoints(end('least'), basisPoints))) return T;
  return enough(compareToBasisPoints(end('greatest'), basisPoints)) ? U : F;
}

function one<V>(values: readonly V[]): V | undefined {
  return values.length > 0 && values.every((value) => value === values[0]) ? values[0] : undefined;
}
