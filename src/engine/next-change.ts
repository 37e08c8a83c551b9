/**
 * The next day on which an answer may change by itself: its rulebook does, a record it cites ends, or one grows too old. What a record does
 * that the grounds do not cite, since it is not in force yet or the clause is open, is told in later.ts.
 */
import { addDays } from '../base/day.ts';
import type { Network } from '../model/network.ts';
import type { Day, Digest, Rec } from '../model/record.ts';
import type { Clause, Rulebook } from '../rules/rulebook.ts';

/** Kinds that have such a day without an end of their own. */
const AGING: ReadonlySet<string> = new Set<Rec['kind']>(['listing', 'evidence', 'completeness']);

export class NextChange {
  readonly #net: Network;
  readonly #rulebook: Rulebook;
  readonly #ofRulebook: Day | undefined;
  /** By age limits, of the records that have such a day: most have none. */
  readonly #ofRecords = new Map<string, ReadonlyMap<Digest, Day>>();
  /** By what is cited: many subjects share their grounds. */
  readonly #ofCites = new Map<readonly Digest[], { readonly nextChange?: Day }>();

  constructor(rulebook: Rulebook, net: Network) {
    this.#net = net;
    this.#rulebook = rulebook;
    this.#ofRulebook = earliest(daysIn(rulebook), net.asOf);
  }

  /** Of the rulebook alone. */
  get alone(): { readonly nextChange?: Day } {
    return said(this.#ofRulebook);
  }

  /** O(cited) for the first that rests on it, and less where no record of the network has such a day. */
  after(clause: Clause, cites: readonly Digest[]): { readonly nextChange?: Day } {
    let found = this.#ofCites.get(cites);
    if (found === undefined) {
      const dated = this.#dated([...agesIn({ ...clause, floor: clause.floor ?? this.#rulebook.floor })]);
      found = said(earliest([this.#ofRulebook, ...(dated.size > 0 ? cites.map((digest) => dated.get(digest)) : [])], this.#net.asOf));
      this.#ofCites.set(cites, found);
    }
    return found;
  }

  #dated(ages: readonly number[]): ReadonlyMap<Digest, Day> {
    let found = this.#ofRecords.get(ages.join());
    if (found === undefined) {
      const dated = new Map<Digest, Day>();
      for (const digest of this.#net.digests) {
        const rec = this.#net.records.get(digest);
        const day = rec === undefined || (rec.validTo === undefined && !AGING.has(rec.kind)) ? undefined : earliest(this.#daysOf(rec, ages), this.#net.asOf);
        if (day !== undefined) dated.set(digest, day);
      }
      this.#ofRecords.set(ages.join(), (found = dated));
    }
    return found;
  }

  #daysOf(rec: Rec, ages: readonly number[]): (Day | undefined)[] {
    const days = [rec.validTo];
    if (rec.kind === 'listing') days.push(...daysIn(rec.category));
    if (rec.kind === 'evidence' && rec.issued !== undefined) for (const age of ages) days.push(addDays(rec.issued, age + 1));
    if (rec.kind === 'completeness' && rec.list === 'entries' && rec.validFrom !== undefined) {
      const age = this.#rulebook.lists?.[rec.of]?.maxAgeDays;
      if (age !== undefined) days.push(addDays(rec.validFrom, age + 1));
    }
    return days;
  }
}

/** Days of a rulebook or condition that turn by the calendar alone: `from` and `to` of its parts. A condition on the day of the purchase does not. */
export function daysIn(part: unknown): Day[] {
  if (typeof part !== 'object' || part === null || ('date' in part && 'of' in part && part.of === 'act')) return [];
  return Object.entries(part).flatMap(([name, member]) => ((name === 'from' || name === 'to') && typeof member === 'string' && !Array.isArray(part) ? [member] : daysIn(member)));
}

/** Age limits of papers, in days, that a part of a rulebook names. */
export function agesIn(part: unknown): Set<number> {
  if (typeof part !== 'object' || part === null) return new Set();
  return new Set(Object.entries(part).flatMap(([name, member]) => (name === 'maxAgeDays' && typeof member === 'number' ? [member] : [...agesIn(member)])));
}

function said(day: Day | undefined): { readonly nextChange?: Day } {
  return day === undefined ? {} : { nextChange: day };
}

function earliest(days: readonly (Day | undefined)[], after: Day): Day | undefined {
  return days.reduce((next, day) => (day !== undefined && day > after && (next === undefined || day < next) ? day : next), undefined);
}
