/**
 * Screening: names or parties against list editions, as records say it on a day. Outcome: red where an id is listed or a person
 * judged so; unknown where a likeness is open, or where a list is partial or missing; clear only where every list asked is whole
 * and nothing like the name is on it. The record of a screening binds what it was: edition, matcher, threshold, candidates.
 */
import type { Sha256 } from '../base/canonical.ts';
import { daysBetween } from '../base/day.ts';
import { push } from '../base/multimap.ts';
import type { Verdict } from '../base/verdict.ts';
import { digestOf } from '../model/digest.ts';
import { standingJudgements } from '../model/judgements.ts';
import type { Completeness, Day, Digest, Id, Judgement, Listing, Party, Rec } from '../model/record.ts';
import { PROPOSE } from '../names/compare.ts';
import { APART, type Asked, type Candidate, EntryNames, MATCHER } from '../screen/candidates.ts';
import type { KnownNames } from '../screen/known-names.ts';

export interface ScreenedList {
  readonly list: Id;
  /** Absent: entries that no edition holds, or (`none`) nothing at all on the day that was asked. */
  readonly edition?: Day;
  /** The list is known, from before or after, and nothing of it is in force on the day. */
  readonly none?: true;
  /** The edition is older than the days given: it may still find somebody, and clears nobody. */
  readonly old?: number;
  readonly ageDays?: number;
  readonly whole: boolean;
  readonly entries: number;
  /** Digest of the statement that pins the edition. */
  readonly digest?: Digest;
}
export interface Subject extends Asked { readonly label: string; readonly party?: Id; readonly digest?: Digest }
export type Match = Candidate & { readonly list: Id; readonly judged?: 'same' | 'different' | 'unsure' };
export interface Screened { readonly subject: Subject; readonly outcome: Verdict; readonly matches: readonly Match[] }
export interface Screening {
  readonly asOf: Day;
  readonly matcher: string;
  readonly threshold: number;
  readonly lists: readonly ScreenedList[];
  readonly results: readonly Screened[];
  readonly verdict: Verdict;
}

/** `known`: tables of firms' names, called at the first name. `maxAgeDays`: of the edition of a list that may clear; absent or `undefined`: any. */
export interface Given { readonly threshold?: number; readonly known?: (() => KnownNames) | undefined; readonly maxAgeDays?: (list: Id) => number | undefined }

/** Is whoever is not on them free of them all? */
export function clearing(lists: readonly ScreenedList[]): boolean {
  return lists.length > 0 && lists.every(({ whole, edition, old }) => whole && edition !== undefined && old === undefined);
}

/** `records`: whatever holds listings, statements, parties and judgements; what is not in force on the day is passed over. */
export function screen(subjects: readonly Subject[], records: readonly Rec[], asOf: Day, sha256: Sha256, { threshold = PROPOSE, known, maxAgeDays }: Given = {}): Screening {
  const inForce = records.filter(({ validFrom, validTo }) => (validFrom === undefined || validFrom <= asOf) && (validTo === undefined || validTo > asOf));
  const listings = inForce.filter((rec): rec is Listing => rec.kind === 'listing');
  const everKnown = records.flatMap((rec) => (rec.kind === 'listing' ? [rec.list] : rec.kind === 'completeness' && rec.list === 'entries' ? [rec.of] : []));
  const lists = editionsOf(new Set(everKnown), listings, inForce, asOf, sha256, maxAgeDays);
  const index = new EntryNames(listings, true, known);
  const judged = judgementsOn(inForce, sha256);
  const whole = clearing(lists);
  const results = subjects.map((subject): Screened => {
    const matches = index.search(subject, threshold).map((one): Match => {
      const says = subject.party === undefined ? undefined : judged.get(`${subject.party}|${one.entry.id}`);
      return { ...one, list: one.entry.list, ...(says !== undefined && { judged: says }) };
    });
    const outcome = outcomeOf(matches);
    // A number alone, or `?` for a name, is on no list whose entries have names only.
    return { subject, outcome: outcome === 'clear' && (!whole || !isNamed(subject)) ? 'unknown' : outcome, matches };
  });
  const verdict: Verdict = results.some(({ outcome }) => outcome === 'red') ? 'red' : results.length === 0 || results.some(({ outcome }) => outcome === 'unknown') ? 'unknown' : 'clear';
  return { asOf, matcher: MATCHER, threshold, lists, results, verdict };
}

/** Is there a letter or a digit that a list could have? */
export function isNamed({ names }: Pick<Subject, 'names'>): boolean {
  return names.some((name) => /[\p{L}\p{N}]/u.test(name));
}

/** What the matches alone say, were the lists whole. */
export function outcomeOf(matches: readonly Match[]): Verdict {
  if (matches.some(({ because, judged: says }) => says === 'same' || (because === 'id' && says !== 'different'))) return 'red';
  const open = matches.some(({ because, judged: says }) => (says === undefined || says === 'unsure') && !APART.has(because) && because !== 'id') || matches.some(({ because, judged: says }) => because === 'id' && says === 'different');
  return open ? 'unknown' : 'clear';
}

/** Parties of a workspace, one an id, with all names and ids that are recorded of it. */
export function subjectsOf(records: readonly Rec[], sha256: Sha256): Subject[] {
  const parties = new Map<Id, Party[]>();
  for (const rec of records) if (rec.kind === 'party') push(parties, rec.id, rec);
  return [...parties].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, own]): Subject => {
    const names = [...new Set(own.flatMap(({ names: all }) => all ?? []))];
    const kinds = new Set(own.flatMap(({ partyKind }) => partyKind ?? []));
    return { label: names[0] ?? id, names, ids: own.flatMap(({ ids }) => ids ?? []), kind: kinds.size === 0 ? undefined : kinds.has('person') ? 'person' : 'company', party: id, digest: digestOf(own[0]!, sha256) };
  });
}

/** One a subject and list: what `nonred` would keep in the table `screenings`. */
export function screeningRecords({ results, lists, matcher, threshold, asOf }: Screening): Readonly<Record<string, unknown>>[] {
  return results.flatMap(({ subject, matches }) =>
    lists.map(({ list, edition, digest }) => ({
      party: subject.party ?? subject.label, ...(subject.digest !== undefined && { partyDigest: subject.digest }), list, ...(edition !== undefined && { edition }), ...(digest !== undefined && { editionDigest: digest }), on: asOf, matcher, threshold,
      candidates: matches.filter((match) => match.list === list).map(({ entry, because, score, judged }) => ({ entry: entry.id, because, score, ...(judged !== undefined && { judged }) })),
    })));
}

function editionsOf(known: ReadonlySet<Id>, listings: readonly Listing[], records: readonly Rec[], asOf: Day, sha256: Sha256, maxAgeDays: Given['maxAgeDays']): ScreenedList[] {
  const counts = new Map<Id, Set<Id>>();
  for (const { list, id } of listings) counts.set(list, (counts.get(list) ?? new Set()).add(id));
  const latest = new Map<Id, Completeness>();
  for (const rec of records) {
    if (rec.kind !== 'completeness' || rec.list !== 'entries') continue;
    const before = latest.get(rec.of);
    if (before === undefined || (rec.validFrom ?? '') > (before.validFrom ?? '')) latest.set(rec.of, rec);
  }
  return [...known].sort().map((list): ScreenedList => {
    const statement = latest.get(list);
    const edition = statement?.validFrom;
    const [age, limit] = [edition === undefined ? 0 : daysBetween(edition, asOf), maxAgeDays?.(list)];
    return {
      list, whole: statement?.status === 'complete', entries: counts.get(list)?.size ?? 0,
      ...(edition !== undefined && { edition, ageDays: age }), ...(statement === undefined && !counts.has(list) && { none: true as const }), ...(limit !== undefined && age > limit && { old: limit }), ...(statement !== undefined && { digest: digestOf(statement, sha256) }),
    };
  });
}

/** What people judged, by `party|entry`: same and different of one pair is unsure. */
function judgementsOn(records: readonly Rec[], sha256: Sha256): Map<string, NonNullable<Judgement['says']>> {
  const judgements = standingJudgements(records, sha256);
  if (judgements.length === 0) return new Map();
  const ids = new Map(records.flatMap((rec) => (rec.kind === 'party' || rec.kind === 'listing' ? [[digestOf(rec, sha256), rec.id] as const] : [])));
  const judged = new Map<string, NonNullable<Judgement['says']>>();
  for (const { left, right, says } of judgements) {
    const [a, b] = [ids.get(left ?? ''), ids.get(right ?? '')];
    if (a === undefined || b === undefined || says === undefined) continue;
    for (const key of [`${a}|${b}`, `${b}|${a}`]) judged.set(key, judged.has(key) && judged.get(key) !== says ? 'unsure' : says);
  }
  return judged;
}
