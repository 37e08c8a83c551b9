/**
 * Conditions over a network in three values (docs/semantics.md 3, 6). Every condition is read with a sign: under +1 a
 * true condition pushes towards red and needs facts that count towards red, a false one needs facts that acquit; under
 * -1 the other way round. A condition that the facts do not decide is U, and says why to whoever listens (`hear`).
 * Here are the conditions that need no more than the records of one product or party; the others have a file each.
 */
import { F, not, T, U, type Tri } from '../base/verdict.ts';
import type { Evidence, Id, Rec } from '../model/record.ts';
import type { Way } from '../trace/facts.ts';
import { ListConditions } from './lists.ts';
import type { Open } from './open.ts';
import { OwnerConditions } from './owned.ts';
import { facilityOf, madeIn, within } from './places.ts';
import type { Atom, Bound, EvidencePred, Pred } from './predicate.ts';
import { claims, type LeanKind, need, NO_CLAIM, Reading, red, type Sign, type Subject, tri } from './reading.ts';
import { supplier } from './sellers.ts';
import { materialShare, share } from './shares.ts';
import { UpwardConditions } from './upward.ts';

export class Conditions extends Reading {
  readonly owners: OwnerConditions = new OwnerConditions(this);
  readonly lists: ListConditions = new ListConditions(this, this.owners);
  readonly #upward = new UpwardConditions(this);
  readonly #parties = new Map<string, Map<Id, { readonly value: Tri; readonly heard: readonly Open[] | undefined }>>();

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
    if ('hs' in atom) return this.test(claims(records, 'hs'), sign, (hs) => tri(atom.hs.some((prefix) => digits(hs).startsWith(digits(prefix)))), field, 'hs');
    if ('maker' in atom) return this.test(claims(records, 'maker'), sign, (maker) => this.party(maker, atom.maker, sign, `${at}/maker`), field, 'maker');
    if ('madeIn' in atom) return madeIn(this, atom, sign, product, way);
    if ('operator' in atom) return this.#operator(atom, sign, subject, at);
    if ('supplier' in atom) return supplier(this, atom, sign, subject, at);
    if ('material' in atom) return this.material(product, atom.material, atom.atLeast, sign, atom);
    if ('category' in atom) return this.lists.category(atom, sign, subject, at);
    if ('evidence' in atom) return this.#evidence(atom, sign, subject);
    if ('ancestor' in atom) return this.#upward.ancestor(atom, sign, product, at);
    if ('allSteps' in atom) return this.#upward.allSteps(atom, sign, product, at);
    if ('share' in atom) return share(this, atom, sign, subject, at);
    return U; // a condition on a party asked of a product: refused at load
  }

  role(product: Id, roles: readonly string[], sign: Sign, pred: Pred = { role: roles }): Tri {
    const records = this.facts.net.products.get(product) ?? NO_CLAIM;
    if (this.facts.net.roleConflicts.has(product)) {
      this.hear?.push({ kind: 'conflict', of: product, field: 'roles', holding: [], failing: [], red: red(sign) });
      return U;
    }
    return this.test(claims(records, 'roles'), sign, (own) => tri(own.some((role) => roles.includes(role))), (field) => ({ kind: 'field', on: 'product', of: product, field, pred, red: red(sign) }), 'roles');
  }

  material(product: Id, substances: readonly string[], atLeast: number | undefined, sign: Sign, pred: Pred = { material: substances }): Tri {
    const bound: Bound = atLeast === undefined ? { moreThan: 0 } : { atLeast };
    const [value] = materialShare(this, product, (substance) => tri(substances.includes(substance)), bound, sign);
    if (value === U) this.hear?.push({ kind: 'list', list: 'materials', of: product, pred, direction: need(sign, F), red: red(sign) });
    return value;
  }

  #operator(atom: Extract<Atom, { operator: unknown }>, sign: Sign, { product, way }: { readonly product: Id; readonly way: Way }, at: string): Tri {
    const open = (on: 'facility' | 'recipe', of: Id) => (field: string): Open => ({ kind: 'field', on, of, field, pred: atom, red: red(sign), way: way.id });
    return this.test(facilityOf(way), sign, (facility) =>
      this.test(claims(this.facts.net.facilities.get(facility) ?? [], 'operator'), sign, (operator) => this.party(operator, atom.operator, sign, `${at}/operator`), open('facility', facility), 'operator'),
      open('recipe', way.recipe?.[0]!.id ?? product), 'facility');
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
      case 'facility': return facilityOf(way).map(({ value }) => this.facts.net.facilities.get(value) ?? []);
      case 'lot': return NO_CLAIM; // no record speaks of lots yet
    }
  }

  // --- parties ----------------------------------------------------------------------------------------------------

  /** Makers recur: what a condition says of a party, and what it hears, is kept, while no certificate is wanted. */
  party(id: Id, pred: Pred, sign: Sign, at: string): Tri {
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
    if ('domicile' in atom) return this.test(claims(records, 'domicile'), sign, (country) => within(this, { country }, atom.domicile), field, 'domicile');
    if ('principalPlace' in atom) return this.test(claims(records, 'principalPlace'), sign, (country) => within(this, { country }, atom.principalPlace), field, 'principalPlace');
    if ('owned' in atom) return this.owners.isOwned(atom, sign, cls, at);
    if ('listed' in atom) return this.lists.listed(atom, sign, cls, at);
    return U; // a condition on goods asked of a party: refused at load
  }

  /** Members of a condition's set, in the order in which they came into it. */
  inOrder(kind: LeanKind, at: string, members: ReadonlySet<Id>): Id[] {
    const [atom] = at.split('#passes');
    for (const sign of [1, -1]) {
      const order = this.owners.order(kind, `${atom}|${sign}`) ?? this.#upward.order(kind, `${at}|${sign}`);
      if (order !== undefined) return [...order].filter((id) => members.has(id));
    }
    return [...members];
  }

}
function digits(code: string): string {
  return code.replaceAll('.', '').replaceAll(' ', '');
}
