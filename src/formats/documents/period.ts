/**
 * When a stake holds, as documents tell it: days, days with a time, months, years. What an end that cannot be read, or lies in the middle
 * of a year, would clear is left open: in those days the record is no more than inferred (docs/semantics.md 3).
 */
import { addDays, isDay } from '../../base/day.ts';
import type { Day } from '../../model/record.ts';

export interface Period { readonly validFrom?: Day; readonly validTo?: Day; readonly sure: boolean }

/** The first day that may be meant, and the first after it. */
interface Moment { readonly lo: Day; readonly hi: Day }

/** The days on which a stake is held for sure, and those on which it may be: none, where it ended as it began. */
export function periodsOf(start: string | undefined, end: string | undefined): readonly Period[] {
  const [from, until] = [moment(start), moment(end)];
  const wide = (lo: Day | undefined, hi: Day | undefined, sure: boolean): Period[] => (lo !== undefined && hi !== undefined && lo >= hi ? [] : [{ ...(lo !== undefined && { validFrom: lo }), ...(hi !== undefined && { validTo: hi }), sure }]);
  const [a, z] = [from === 'unread' ? undefined : from, until === 'unread' ? undefined : until];
  // One is told in a way that nobody can read, or the end lies before the start: who knows when.
  if (a !== undefined && z !== undefined && z.hi < a.lo) return [{ sure: false }];
  if (from === 'unread' || until === 'unread') return wide(a?.lo, z?.hi, false);
  if (a !== undefined && z !== undefined && a.hi >= z.lo) return wide(a.lo, z.hi, false);
  return [...(a === undefined ? [] : wide(a.lo, a.hi, false)), ...wide(a?.hi, z?.lo, true), ...(z === undefined ? [] : wide(z.lo, z.hi, false))];
}

function moment(text: string | undefined): Moment | 'unread' | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ].*)?)?)?$/.exec(text.trim()) ?? [];
  const first = `${year}-${month ?? '01'}-${day ?? '01'}`;
  if (year === undefined || !isDay(first)) return 'unread';
  if (day !== undefined) return { lo: first, hi: first };
  return { lo: first, hi: month === undefined ? `${String(Number(year) + 1).padStart(4, '0')}-01-01` : `${addDays(first, 31).slice(0, 7)}-01` };
}
