/**
 * What a rulebook's words say of each other, before any record is read: clauses that can never be red, that are red
 * whatever is recorded, that say nothing beside another, that leave nothing clear between them; exemptions that can never
 * excuse. Found by trying: what a condition asks of is a variable with few values (codes that stand in the same sets are
 * one value), a clause is read in three values on every assignment, and an assignment is the example that is shown.
 * Sound, not complete: a condition that walks the network is a variable of its own, and a clause with more than `MOST`
 * assignments is left alone.
 */
import { canonical } from '../base/canonical.ts';
import { addDays } from '../base/day.ts';
import { issue, type ErrorCode, type Issue } from '../base/issue.ts';
import { pointerOf } from '../base/pointer.ts';
import { F, not, T, U, type Tri } from '../base/verdict.ts';
import type { Day } from '../model/record.ts';
import type { Places, Pred } from '../select/predicate.ts';
import { versionOn } from './evaluate.ts';
import type { Clause, Rulebook } from './rulebook.ts';

const MOST = 50_000;
/** Assignments tried for one rulebook, after which what is left is left alone. */
const BUDGET = 3_000_000;
const SHOWN = 80;

/** Warnings, in the order of the clauses. */
export function analyse(rulebook: Rulebook, source: string): Issue[] {
  const found: Issue[] = [];
  const tell = (code: ErrorCode, pointer: string, params: Issue['params']): void => void found.push(issue(code, source, pointer, params));
  const budget = { left: BUDGET };
  const forbids = rulebook.consequence !== 'disclose';
  if (rulebook.scope !== undefined) {
    // Read as a clause without end, so that it is asked on every day of a version.
    const binds: Clause = { id: 'scope', cite: '', for: 'product', redIf: rulebook.scope };
    const space = new Space(rulebook, [binds], budget);
    const { red, spared } = space.search([binds]);
    if (!space.tooLarge && red === undefined) tell('rulebook/never-binds', '/scope', { example: space.words(spared) });
  }
  rulebook.clauses.forEach((clause, i) => {
    const at = pointerOf('clauses', i);
    for (const [part, where] of [[clause.redIf, 'redIf'], [clause.unless, 'unless']] as const)
      for (const { pointer, given } of idleBounds(part, `${at}/${where}`)) tell('rulebook/idle-bound', pointer, { given });
    const space = new Space(rulebook, [clause], budget);
    const { red, spared } = space.search([clause]);
    if (space.tooLarge) return;
    if (forbids && red === undefined) tell('rulebook/never-red', at, { clause: clause.id, example: space.words(spared) });
    if (!forbids && red !== undefined) tell('rulebook/red-disclosure', at, { clause: clause.id, example: space.words(red) });
    if (red !== undefined && spared === undefined) tell('rulebook/always-red', at, { clause: clause.id, example: space.words(red) });
    (clause.unless ?? []).forEach((exemption, j) => {
      const helps = space.find((values) => space.condition(clause, values) === T && space.exempt(clause, values, j) !== F);
      if (red !== undefined && helps === undefined) tell('rulebook/idle-exemption', pointerOf('clauses', i, 'unless', j), { clause: clause.id, exemption: exemption.id, example: space.words(red) });
    });
    rulebook.clauses.slice(i + 1).forEach((other, k) => {
      if (canonical([clause.for, clause.reading ?? '', clause.floor ?? '']) !== canonical([other.for, other.reading ?? '', other.floor ?? ''])) return;
      const both = new Space(rulebook, [clause, other], budget);
      const says = (one: Clause) => (values: Values): Tri => both.red(one, values);
      const [a, b] = [says(clause), says(other)];
      const met = both.find((values) => a(values) === T && b(values) === T);
      const onlyA = both.find((values) => a(values) === T && b(values) !== T);
      const onlyB = both.find((values) => b(values) === T && a(values) !== T);
      const together = both.find((values) => both.asked(clause, values) && both.asked(other, values));
      const neither = both.find((values) => both.asked(clause, values) && both.asked(other, values) && a(values) === F && b(values) === F);
      if (both.tooLarge) return;
      const pointer = pointerOf('clauses', i + 1 + k);
      // What a clause that was confirmed says is not idle beside one that was not.
      if (met !== undefined && onlyA === undefined && (clause.unverified || !other.unverified)) tell('rulebook/implied', at, { clause: clause.id, other: other.id, example: both.words(met) });
      else if (met !== undefined && onlyB === undefined && (other.unverified || !clause.unverified)) tell('rulebook/implied', pointer, { clause: other.id, other: clause.id, example: both.words(met) });
      if (together !== undefined && neither === undefined && onlyA !== undefined && onlyB !== undefined) tell('rulebook/contradictory', pointer, { clause: clause.id, other: other.id, example: `${both.words(onlyA)} / ${both.words(onlyB)}` });
    });
  });
  return found;
}

/** Shares that every product has, or none, which a walk is not tried on. In basis points: 10 000 are all of it. */
const IDLE: readonly (readonly [string, number])[] = [['atLeast', 0], ['lessThan', 0], ['moreThan', 10_000], ['atMost', 10_000]];
function idleBounds(part: unknown, pointer: string): { readonly pointer: string; readonly given: string }[] {
  if (typeof part !== 'object' || part === null) return [];
  const own = IDLE.filter(([word, idle]) => (part as Readonly<Record<string, unknown>>)[word] === idle).map(([word, idle]) => ({ pointer: `${pointer}/${word}`, given: `${word}: ${idle}` }));
  return [...own, ...Object.entries(part).flatMap(([name, member]) => idleBounds(member, `${pointer}/${name}`))];
}

/** A value of each variable, by its number. */
type Values = readonly number[];
interface Variable { readonly key: string; readonly values: readonly string[] }
/** Read of a subject: the path to it, and the sets of the day. */
type Reading = (values: Values, sets: Sets) => Tri;
type Sets = Readonly<Record<string, readonly (string | { readonly region: string })[]>>;

/** Every way in which what some clauses ask about can be. */
class Space {
  readonly #rulebook: Rulebook;
  readonly #budget: { left: number };
  readonly #variables: Variable[] = [];
  readonly #codes = new Map<string, Set<string>[]>();
  readonly #readings = new Map<Pred, Reading>();
  readonly #constraints: Reading[] = [];
  readonly #days: readonly Day[];
  tooLarge = false;

  constructor(rulebook: Rulebook, clauses: readonly Clause[], budget: { left: number }) {
    this.#rulebook = rulebook;
    this.#budget = budget;
    const days = new Set<Day>();
    const spans = [...rulebook.versions, ...clauses, ...clauses.flatMap(({ unless = [] }) => unless)];
    const note = (pred: Pred, path: string): void => this.#collect(pred, path, days);
    for (const { from, to } of spans) for (const day of [from, to]) if (day !== undefined) days.add(day);
    for (const clause of clauses) {
      note(subjectOf(clause), '');
      for (const { when, of } of clause.unless ?? []) if (when !== undefined) note(when, pathOf(clause, of));
    }
    const bounds = [...days].sort();
    this.#days = [addDays(bounds[0]!, -1), ...bounds];
    this.#variable('day', this.#days);
    for (const clause of clauses) {
      this.#read(subjectOf(clause), '');
      for (const { id, when, of, shown } of clause.unless ?? []) {
        if (when !== undefined) this.#read(when, pathOf(clause, of));
        if (shown !== undefined) this.#variable(`paper ${clause.id}/${id}`, ['no', 'yes']);
      }
    }
  }

  /** The clause as a whole, on an assignment: U where it is not in force. */
  red(clause: Clause, values: Values): Tri {
    if (!this.asked(clause, values)) return U;
    const v = this.condition(clause, values);
    const e = (clause.unless ?? []).reduce<number>((best, _, j) => Math.max(best, this.exempt(clause, values, j)), F);
    return Math.min(v, not(e as Tri)) as Tri;
  }

  /** Without exemptions. */
  condition(clause: Clause, values: Values): Tri {
    return this.asked(clause, values) ? this.#readings.get(subjectOf(clause))!(values, this.#sets(values)) : U;
  }

  exempt(clause: Clause, values: Values, j: number): Tri {
    const { id, from, to, shown, when } = clause.unless![j]!;
    if (!within(this.#day(values), from, to)) return F;
    if (shown !== undefined && this.#valueOf(`paper ${clause.id}/${id}`, values) !== 'yes') return F;
    return when === undefined ? T : this.#readings.get(when)!(values, this.#sets(values));
  }

  /** Is it in force, with some version, on the day of the assignment? */
  asked({ from, to }: Clause, values: Values): boolean {
    const day = this.#day(values);
    return versionOn(this.#rulebook, day) !== undefined && within(day, from, to);
  }

  search([clause]: readonly [Clause]): { readonly red: Values | undefined; readonly spared: Values | undefined } {
    return { red: this.find((values) => this.red(clause, values) === T), spared: this.find((values) => this.asked(clause, values) && this.red(clause, values) !== T) };
  }

  /** The first assignment of which this holds. */
  find(holds: (values: Values) => boolean): Values | undefined {
    const sizes = this.#variables.map(({ values }) => values.length);
    const all = sizes.reduce((product, size) => Math.min(product * size, Number.MAX_SAFE_INTEGER), 1);
    this.#budget.left -= all;
    if (all > MOST || this.#budget.left < 0) {
      this.tooLarge = true;
      return undefined;
    }
    const values = sizes.map(() => 0);
    for (;;) {
      if (this.#possible(values) && holds(values)) return [...values];
      let at = values.length - 1;
      while (at >= 0 && ++values[at]! >= sizes[at]!) values[at--] = 0;
      if (at < 0) return undefined;
    }
  }

  /** `day 2027-01-01; maker domicile CN`: what is not `no`. */
  words(values: Values | undefined): string {
    if (values === undefined) return '-';
    return this.#variables.flatMap(({ key, values: named }, i) => (named[values[i]!] === 'no' ? [] : [named[values[i]!] === 'yes' ? short(key) : `${key} ${named[values[i]!]}`])).join('; ');
  }

  #possible(values: Values): boolean {
    const sets = this.#sets(values);
    return this.#constraints.every((constraint) => constraint(values, sets) !== F);
  }

  #day(values: Values): Day {
    return this.#days[values[0]!]!;
  }

  #sets(values: Values): Sets {
    return { ...this.#rulebook.sets, ...versionOn(this.#rulebook, this.#day(values))?.sets };
  }

  #valueOf(key: string, values: Values): string {
    const at = this.#variables.findIndex((variable) => variable.key === key);
    return this.#variables[at]!.values[values[at]!]!;
  }

  #variable(key: string, values: readonly string[]): number {
    const known = this.#variables.findIndex((variable) => variable.key === key);
    return known >= 0 ? known : this.#variables.push({ key, values }) - 1;
  }

  /** Which codes stand in the same sets, so that they are one value; and which days conditions name. */
  #collect(pred: Pred, path: string, days: Set<Day>): void {
    const group = (key: string, codes: readonly string[]): void => void this.#codes.set(key, [...(this.#codes.get(key) ?? []), new Set(codes)]);
    const places = (key: string, given: Places): void => {
      for (const items of this.#everySet(given)) {
        group(`${path}${key}`, items.filter((item) => typeof item === 'string'));
        group(`${path}${key} region`, items.flatMap((item) => (typeof item === 'string' ? [] : [item.region])));
      }
    };
    const into = (inner: Pred, more: string): void => this.#collect(inner, `${path}${more}`, days);
    if ('all' in pred || 'any' in pred) for (const part of 'all' in pred ? pred.all : pred.any) into(part, '');
    else if ('not' in pred) into(pred.not, '');
    else if ('role' in pred) group(`${path}role`, pred.role);
    else if ('madeIn' in pred) {
      places('made in', pred.madeIn);
      if (pred.step) group(`${path}step`, pred.step);
    } else if ('domicile' in pred) places('domicile', pred.domicile);
    else if ('principalPlace' in pred) places('principal place', pred.principalPlace);
    else if ('maker' in pred) into(pred.maker, 'maker ');
    else if ('supplier' in pred) into(pred.supplier, 'supplier ');
    else if ('operator' in pred) into(pred.operator, 'operator ');
    else if ('owned' in pred) into(pred.by, '');
    else if ('act' in pred) group('act', pred.act);
    else if ('buyer' in pred) group('buyer', pred.buyer);
    else if ('purpose' in pred) group('purpose', pred.purpose);
    else if ('date' in pred && pred.of === 'asOf') for (const day of [pred.date.from, pred.date.to]) if (day !== undefined) days.add(day);
  }

  #everySet(given: Places): Exclude<Places, string>[] {
    if (typeof given !== 'string') return [given];
    return [this.#rulebook.sets?.[given], ...this.#rulebook.versions.map(({ sets }) => sets?.[given])].filter((items) => items !== undefined);
  }

  /** One code of each class of codes that no set tells apart. */
  #classes(key: string): string[] {
    const sets = this.#codes.get(key) ?? [];
    const found = new Map<string, string>();
    for (const code of [...new Set(sets.flatMap((set) => [...set]))].sort()) {
      const signature = sets.map((set) => set.has(code)).join();
      if (!found.has(signature)) found.set(signature, code);
    }
    return [...found.values()];
  }

  /** Makes the variables that a condition asks about, and how it reads them. */
  #read(pred: Pred, path: string): Reading {
    const reading = this.#reading(pred, path);
    this.#readings.set(pred, reading);
    return reading;
  }

  #reading(pred: Pred, path: string): Reading {
    if ('all' in pred || 'any' in pred) {
      const parts = ('all' in pred ? pred.all : pred.any).map((part) => this.#reading(part, path));
      return 'all' in pred ? (values, sets) => Math.min(...parts.map((part) => part(values, sets))) as Tri : (values, sets) => Math.max(...parts.map((part) => part(values, sets))) as Tri;
    }
    if ('not' in pred) {
      const inner = this.#reading(pred.not, path);
      return (values, sets) => not(inner(values, sets));
    }
    if ('role' in pred) return this.#anyOf(`${path}role`, pred.role);
    if ('madeIn' in pred) {
      const place = this.#place(`${path}made in`, pred.madeIn);
      const step = pred.step && this.#anyOf(`${path}step`, pred.step);
      return (values, sets) => (step !== undefined && step(values, sets) === F ? U : place(values, sets));
    }
    if ('domicile' in pred) return this.#place(`${path}domicile`, pred.domicile);
    if ('principalPlace' in pred) return this.#place(`${path}principal place`, pred.principalPlace);
    if ('maker' in pred) return this.#reading(pred.maker, `${path}maker `);
    if ('supplier' in pred) return this.#reading(pred.supplier, `${path}supplier `);
    if ('operator' in pred) return this.#reading(pred.operator, `${path}operator `);
    if ('act' in pred) return this.#one('act', pred.act);
    if ('buyer' in pred) return this.#one('buyer', pred.buyer);
    if ('purpose' in pred) return this.#one('purpose', pred.purpose);
    if ('date' in pred && pred.of === 'asOf') return (values) => (within(this.#day(values), pred.date.from, pred.date.to) ? T : F);
    const own = this.#opaque(`${path}${Object.keys(pred)[0]} ${canonical(pred)}`);
    if ('owned' in pred) {
      const base = this.#reading(pred.by, path); // who is in the base set is caught
      this.#constraints.push((values, sets) => (base(values, sets) === T ? own(values, sets) : T));
    }
    if ('listed' in pred && pred.closure !== undefined) {
      const direct = this.#opaque(`${path}listed ${canonical({ listed: pred.listed })}`);
      this.#constraints.push((values, sets) => (direct(values, sets) === T ? own(values, sets) : T));
    }
    return own;
  }

  #opaque(key: string): Reading {
    const at = this.#variable(key, ['no', 'yes']);
    return (values) => (values[at] === 1 ? T : F);
  }

  /** Several words may hold at once. */
  #anyOf(key: string, words: readonly string[]): Reading {
    const flags = this.#classes(key).filter((word) => words.includes(word)).map((word) => this.#opaque(`${key} ${word}`));
    return (values, sets) => Math.max(F, ...flags.map((flag) => flag(values, sets))) as Tri;
  }

  /** One word of several, or another. */
  #one(key: string, words: readonly string[]): Reading {
    const classes = this.#classes(key);
    const at = this.#variable(key, [...classes, 'other']);
    return (values) => (values[at]! < classes.length && words.includes(classes[values[at]!]!) ? T : F);
  }

  #place(key: string, places: Places): Reading {
    const [codes, regions] = [this.#classes(key), this.#classes(`${key} region`)];
    const country = this.#variable(key, [...codes, 'elsewhere']);
    const region = regions.length === 0 ? undefined : this.#variable(`${key} region`, [...regions, 'elsewhere']);
    return (values, sets) => {
      const items = typeof places === 'string' ? (sets[places] ?? []) : places;
      const code = codes[values[country]!];
      const named = region === undefined ? undefined : regions[values[region]!];
      return items.some((item) => (typeof item === 'string' ? item === code : item.region === named)) ? T : F;
    };
  }
}

/** A condition that stands for itself can be long. */
function short(key: string): string {
  return key.length <= SHOWN ? key : `${key.slice(0, SHOWN)}...`;
}

const subjects = new WeakMap<Clause, Pred>();

/** What makes a subject of a clause red: its role and its condition; of parties, that some of them shows it. */
function subjectOf(clause: Clause): Pred {
  let pred = subjects.get(clause);
  if (pred === undefined) subjects.set(clause, (pred = asked(clause)));
  return pred;
}

function asked(clause: Clause): Pred {
  if (clause.for === 'product') return clause.redIf;
  if ('parties' in clause.for) return { any: clause.for.parties.map((party) => (party === 'maker' ? { maker: clause.redIf } : { supplier: clause.redIf })) };
  const { roles, materials } = clause.for.components;
  return { all: [...(roles ? [{ role: roles }] : []), ...(materials ? [{ material: materials }] : []), clause.redIf] };
}

/** An exemption of the root speaks of something else than the subject, unless the subject is the root. */
function pathOf(clause: Clause, of: 'root' | undefined): string {
  return of === 'root' && clause.for !== 'product' ? 'product ' : '';
}

function within(day: Day, from: Day | undefined, to: Day | undefined): boolean {
  return (from === undefined || from <= day) && (to === undefined || day < to);
}
