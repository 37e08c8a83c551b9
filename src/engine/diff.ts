/** Two answers compared: which verdicts changed, which facts did it, which facts came and went. */
import type { Sha256 } from '../base/canonical.ts';
import type { Verdict } from '../base/verdict.ts';
import { digestOf } from '../model/digest.ts';
import { keyOf } from '../model/key.ts';
import type { Digest, Id, Rec } from '../model/record.ts';
import { About } from './about.ts';
import type { Assessment, CheckResult } from './result.ts';

/** `none`: the part, the clause or the rulebook had no verdict there. */
export type Stood = Verdict | 'none';
export interface VerdictChange {
  readonly rulebook: Id;
  readonly clause: string;
  readonly subject: Id | 'all';
  readonly before: Stood;
  readonly after: Stood;
  /** Facts that the new grounds rest on and the old answer did not have. */
  readonly by: readonly Rec[];
  /** Facts that the old grounds rested on and the new answer does not have. */
  readonly without: readonly Rec[];
}
export interface FactChange { readonly kind: 'added' | 'lost' | 'changed'; readonly before?: Rec; readonly after?: Rec }
export interface ResultDiff {
  readonly before: Verdict;
  readonly after: Verdict;
  /** The question itself: day, product, buyer, rulebooks' digests that differ. */
  readonly asked: readonly { readonly what: string; readonly before: string; readonly after: string }[];
  readonly verdicts: readonly VerdictChange[];
  readonly facts: readonly FactChange[];
}

/** Facts are those that the answers cite: what neither rests on is in neither. O(records + assessments). */
export function diffResults(a: CheckResult, b: CheckResult, sha256: Sha256): ResultDiff {
  const [was, is] = [byDigest(a.records, sha256), byDigest(b.records, sha256)];
  const lost = [...was].filter(([digest]) => !is.has(digest)).map(([, rec]) => rec);
  const added = [...is].filter(([digest]) => !was.has(digest)).map(([, rec]) => rec);
  return { before: a.verdict, after: b.verdict, asked: askedOtherwise(a, b), verdicts: verdictChanges(a, b, was, is, sha256), facts: factChanges(lost, added) };
}

function byDigest(records: readonly Rec[], sha256: Sha256): Map<Digest, Rec> {
  return new Map(records.map((rec) => [digestOf(rec, sha256), rec]));
}

function askedOtherwise(a: CheckResult, b: CheckResult): ResultDiff['asked'] {
  const [before, after] = [sayings(a), sayings(b)];
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((what) => (before.get(what) === after.get(what) ? [] : [{ what, before: before.get(what) ?? '-', after: after.get(what) ?? '-' }]));
}

function sayings({ question, digests }: CheckResult): Map<string, string> {
  return new Map([...Object.entries(question).map(([name, value]) => [name, String(value)] as const), ...Object.entries(digests.rulebooks).map(([id, digest]) => [`rulebook ${id}`, digest.slice(0, 16)] as const)]);
}

/** A clear clause is one assessment over all parts, so a part that is no longer named went with its clause's verdict. */
function verdictChanges(a: CheckResult, b: CheckResult, was: ReadonlyMap<Digest, Rec>, is: ReadonlyMap<Digest, Rec>, sha256: Sha256): VerdictChange[] {
  const [before, after] = [named(a), named(b)];
  const [aboutOld, aboutNew] = [new About(was.values(), sha256), new About(is.values(), sha256)];
  const changes: VerdictChange[] = [];
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [old, now] = [before.get(key), after.get(key)];
    const [rulebook, clause, subject] = JSON.parse(key) as [Id, string, Id];
    const stood = standing(before, old, rulebook, clause, subject);
    const stands = standing(after, now, rulebook, clause, subject);
    if (stood === stands) continue;
    const newer = now ?? after.get(JSON.stringify([rulebook, clause, 'all']));
    const older = old ?? before.get(JSON.stringify([rulebook, clause, 'all']));
    changes.push({ rulebook, clause, subject, before: stood, after: stands, by: cited(newer, subject, aboutNew, is, was), without: cited(older, subject, aboutOld, was, is) });
  }
  return changes;
}

function named(result: CheckResult): Map<string, Assessment> {
  return new Map(result.assessments.flatMap((one) => (one.clause === undefined ? [] : [[JSON.stringify([one.rulebook, one.clause, one.subject]), one]])));
}

function standing(all: ReadonlyMap<string, Assessment>, own: Assessment | undefined, rulebook: Id, clause: string, subject: Id): Stood {
  if (own?.verdict !== undefined) return own.verdict;
  if (subject === 'all') return 'none';
  return all.get(JSON.stringify([rulebook, clause, 'all']))?.verdict ?? 'none';
}

/** What is cited here and was not there; of grounds that are of several subjects what is about this one, where any of it is. */
function cited(one: Assessment | undefined, subject: Id, about: About, here: ReadonlyMap<Digest, Rec>, there: ReadonlyMap<Digest, Rec>): Rec[] {
  const all = (one?.grounds?.cites ?? []).filter((digest) => !there.has(digest));
  const body = one?.grounds?.body;
  const facts = body && 'each' in body && body.each.length > 1 ? about.of(subject) : undefined;
  const mine = facts ? all.filter((digest) => facts.has(digest)) : all;
  return (mine.length > 0 ? mine : all).flatMap((digest) => here.get(digest) ?? []);
}

/** A fact lost and one added that speak of the same thing are one that changed. */
function factChanges(lost: readonly Rec[], added: readonly Rec[]): FactChange[] {
  const waiting = new Map<string, Rec[]>();
  for (const rec of lost) waiting.set(keyOf(rec), [...(waiting.get(keyOf(rec)) ?? []), rec]);
  const changes = added.map((after): FactChange => {
    const before = waiting.get(keyOf(after))?.shift();
    return before ? { kind: 'changed', before, after } : { kind: 'added', after };
  });
  return [...changes, ...[...waiting.values()].flat().map((before): FactChange => ({ kind: 'lost', before }))];
}
