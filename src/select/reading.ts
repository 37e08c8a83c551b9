/** What every condition needs: the facts, the sign of a question, who listens, and the reading of claims. docs/semantics.md 1.3, 3. */
import { F, T, U, type Tri } from '../base/verdict.ts';
import type { Id, Rec } from '../model/record.ts';
import type { Direction, Facts, Way } from '../trace/facts.ts';
import type { ListRules } from '../screen/entries.ts';
import type { Open } from './open.ts';
import type { Pred, Question } from './predicate.ts';

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
export interface Claim<V> { readonly value: V; readonly recs: readonly Rec[] }

export const NO_CLAIM: readonly never[] = [];

export abstract class Reading {
  readonly facts: Facts;
  readonly question: Question;
  readonly rules: Rules;
  /** Where open items go while someone listens. */
  hear: Open[] | undefined;
  /** Who pays for owners looked at, where someone does. */
  budget: { left: number } | undefined;
  /** Where certificates are collected while someone wants one. */
  lean: Leaned | undefined;

  constructor(facts: Facts, question: Question, rules: Rules) {
    this.facts = facts;
    this.question = question;
    this.rules = rules;
  }

  /** `at`: JSON Pointer of the condition from its clause. */
  abstract value(pred: Pred, sign: Sign, subject: Subject, at: string): Tri;
  abstract material(product: Id, substances: readonly string[], atLeast: number | undefined, sign: Sign): Tri;
  /** What a condition says of the class of a party. */
  abstract party(id: Id, pred: Pred, sign: Sign, at: string): Tri;

  /** Section 1.3: the test on every claim, and someone strong enough to say so. `missing` is asked only where someone listens. */
  test<V>(stated: readonly Claim<V>[], sign: Sign, check: (value: V) => Tri, missing: (field: string) => Open, field = ''): Tri {
    if (stated.length === 0) {
      this.hear?.push(missing(field));
      return U;
    }
    const values = stated.map(({ value }) => check(value));
    const first = values[0]!;
    if (first !== U && values.every((value) => value === first)) {
      const needs = need(sign, first);
      if (stated.some(({ recs }) => recs.every((rec) => this.facts.strong(rec, needs)))) return first;
      this.hear?.push({ kind: 'weak', recs: stated[0]!.recs, field, needs, value: first, red: red(sign) });
      return U;
    }
    if (this.hear && !values.includes(U)) {
      const having = (wanted: Tri): Rec[] => stated.filter((_, i) => values[i] === wanted).flatMap(({ recs }) => recs.slice(-1));
      const asked = missing(field);
      this.hear.push({ kind: 'conflict', of: 'of' in asked ? asked.of : '', field, holding: having(T), failing: having(F), red: red(sign) });
    }
    return U;
  }

  /** A look at something else on the way: what is open there is nobody's open item yet, and no certificate leans on it. */
  unheard<V>(look: () => V): V {
    const { hear, lean } = this;
    this.hear = this.lean = undefined;
    const found = look();
    [this.hear, this.lean] = [hear, lean];
    return found;
  }
}

export function leanOf(lean: Leaned, kind: LeanKind, at: string): Set<Id> {
  let members = lean[kind].get(at);
  if (members === undefined) lean[kind].set(at, (members = new Set()));
  return members;
}

/** What a value needs its facts to be strong for, under a sign. */
export function need(sign: Sign, value: Tri): Direction {
  return (value === T) === (sign === 1) ? 'red' : 'clear';
}

export function red(sign: Sign): Tri {
  return sign === 1 ? T : F;
}

export function tri(holds: boolean): Tri {
  return holds ? T : F;
}

export function claims<R extends Rec, K extends keyof R>(records: readonly R[], field: K): Claim<NonNullable<R[K]>>[] {
  const found: Claim<NonNullable<R[K]>>[] = [];
  for (const rec of records) {
    const value = rec[field];
    if (value !== undefined && value !== null) found.push({ value, recs: [rec] });
  }
  return found;
}
