/** The next day on which an answer may change by itself: its rulebook does, a record it cites ends, or one grows too old. */
import { addDays } from '../base/day.ts';
import type { Network } from '../model/network.ts';
import type { Day, Digest, Rec } from '../model/record.ts';
import type { Clause, Rulebook } from '../rules/rulebook.ts';

export class NextChange {
  readonly #net: Network;
  readonly #rulebook: Rulebook;
  readonly #ofRulebook: Day | undefined;
  /** By age limit, of the records that have such a day: most have none. */
  readonly #ofRecords = new Map<number | undefined, ReadonlyMap<Digest, Day>>();
  /** By what is cited: many subjects share their grounds. */
  readonly #ofCites = new Map<readonly Digest[], { readonly nextChange?: Day }>();

  constructor(rulebook: Rulebook, net: Network) {
    this.#net = net;
    this.#rulebook = rulebook;
    const spans = [...rulebook.versions, ...rulebook.clauses, ...rulebook.clauses.flatMap((clause) => clause.unless ?? [])];
    this.#ofRulebook = earliest(spans.flatMap(({ from, to }) => [from, to]), net.asOf);
  }

  /** Of the rulebook alone. */
  get alone(): { readonly nextChange?: Day } {
    return said(this.#ofRulebook);
  }

  /** O(cited) for the first that rests on it, and less where no record of the network has such a day. */
  after(clause: Clause, cites: readonly Digest[]): { readonly nextChange?: Day } {
    let found = this.#ofCites.get(cites);
    if (found === undefined) {
      const dated = this.#dated((clause.floor ?? this.#rulebook.floor)?.clear?.maxAgeDays);
      found = said(earliest([this.#ofRulebook, ...(dated.size > 0 ? cites.map((digest) => dated.get(digest)) : [])], this.#net.asOf));
      this.#ofCites.set(cites, found);
    }
    return found;
  }

  #dated(maxAgeDays: number | undefined): ReadonlyMap<Digest, Day> {
    let found = this.#ofRecords.get(maxAgeDays);
    if (found === undefined) {
      found = new Map(this.#net.digests.flatMap((digest): [Digest, Day][] => {
        const day = earliest(this.#daysOf(this.#net.records.get(digest), maxAgeDays), this.#net.asOf);
        return day === undefined ? [] : [[digest, day]];
      }));
      this.#ofRecords.set(maxAgeDays, found);
    }
    return found;
  }

  #daysOf(rec: Rec | undefined, maxAgeDays: number | undefined): (Day | undefined)[] {
    const days = [rec?.validTo];
    if (rec?.kind === 'evidence' && rec.issued !== undefined && maxAgeDays !== undefined) days.push(addDays(rec.issued, maxAgeDays + 1));
    if (rec?.kind === 'completeness' && rec.list === 'entries' && rec.validFrom !== undefined) {
      const age = this.#rulebook.lists?.[rec.of]?.maxAgeDays;
      if (age !== undefined) days.push(addDays(rec.validFrom, age + 1));
    }
    return days;
  }
}

function said(day: Day | undefined): { readonly nextChange?: Day } {
  return day === undefined ? {} : { nextChange: day };
}

function earliest(days: readonly (Day | undefined)[], after: Day): Day | undefined {
  return days.reduce((next, day) => (day !== undefined && day > after && (next === undefined || day < next) ? day : next), undefined);
}
