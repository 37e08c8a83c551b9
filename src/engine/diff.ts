/** Two answers compared: which verdicts changed, which facts did it, which facts came and went. */
import { canonical, type Sha256 } from '../base/canonical.ts';
import { push } from '../base/multimap.ts';
import type { Verdict } from '../base/verdict.ts';
import { digestOf } from '../model/digest.ts';
import { keyOf } from '../model/key.ts';
import type { Digest, Id, Rec } from '../model/record.ts';
import { About } from './about.ts';
import type { Assessment, CheckResult } from './result.ts';

/**
 * `none`: the clause was judged, not clear, and the part neither red nor open in it; `unseen`: the clause was clear, and the part not
 * among what it looked at; `absent`: the clause was not judged.
 */
export type Stood = Verdict | 'none' | 'unseen' | 'absent';
const WORST: readonly Stood[] = ['red', 'unknown', 'none', 'clear', 'unseen', 'absent'];
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
  const [was, is] = [new Facts(a.records, sha256), new Facts(b.records, sha256)];
  const lost = was.records.filter((rec) => !is.say(was.contentOf(rec)));
  const added = is.records.filter((rec) => !was.say(is.contentOf(rec)));
  return { before: a.verdict, after: b.verdict, asked: askedOtherwise(a, b), verdicts: verdictChanges(a, b, was, is, sha256), facts: factChanges(lost, added) };
}

/**
 * The facts of one answer by what they say, wherever they stand: a row put in above moves those below it, which gives them other digests
 * and changes none of them. So a fact is compared without its place, and what it refers to likewise by what that says.
 */
class Facts {
  readonly records: readonly Rec[];
  readonly #sha256: Sha256;
  readonly #byDigest: ReadonlyMap<Digest, Rec>;
  readonly #contents = new Map<Digest, string>();
  readonly #said: ReadonlySet<string>;

  constructor(records: readonly Rec[], sha256: Sha256) {
    this.#sha256 = sha256;
    this.#byDigest = new Map(records.map((rec) => [digestOf(rec, sha256), rec]));
    this.records = [...this.#byDigest.values()];
    this.#said = new Set(this.records.map((rec) => this.contentOf(rec)));
  }

  get(digest: Digest): Rec | undefined {
    return this.#byDigest.get(digest);
  }

  say(content: string): boolean {
    return this.#said.has(content);
  }

  /** What a paper supports besides, and the answer does not rest on, is left out. */
  contentOf(rec: Rec): string {
    const digest = digestOf(rec, this.#sha256);
    let content = this.#contents.get(digest);
    if (content === undefined) {
      const { origin: _, ...said } = rec;
      const of = (digests: readonly Digest[]): unknown[] => digests.map((one) => this.#named(one)).sort();
      const sets = said.kind === 'evidence' ? { supports: of(said.supports.filter((one) => this.#byDigest.has(one))) } : said.kind === 'completeness' ? { members: of(said.members) } : {};
      content = this.#sha256(canonical({ ...(this.#named(said) as object), ...sets }));
      this.#contents.set(digest, content);
    }
    return content;
  }

  /** Digests of facts of this answer replaced by those of what they say. They form no circle: a digest is made of what it refers to. */
  #named(value: unknown): unknown {
    if (typeof value === 'string') {
      const rec = this.#byDigest.get(value);
      return rec === undefined ? value : this.contentOf(rec);
    }
    if (Array.isArray(value)) return value.map((one) => this.#named(one));
    return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([name, member]) => [name, this.#named(member)])) : value;
  }
}

function askedOtherwise(a: CheckResult, b: CheckResult): ResultDiff['asked'] {
  const [before, after] = [sayings(a), sayings(b)];
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((what) => (before.get(what) === after.get(what) ? [] : [{ what, before: before.get(what) ?? '-', after: after.get(what) ?? '-' }]));
}

/** Fields of the question, and rulebooks by their version and the begin of their digest. */
function sayings({ question, digests, rulebooks, assessments }: CheckResult): Map<string, string> {
  const version = (id: Id): string => assessments.find(({ rulebook }) => rulebook === id)?.version ?? '';
  const checked = (id: Id): string => rulebooks.find((rulebook) => rulebook.id === id)?.statusChecked ?? '';
  return new Map([
    ...Object.entries(question).map(([name, value]) => [name, String(value)] as const),
    ...Object.entries(digests.rulebooks).map(([id, digest]) => [`rulebook ${id}`, [version(id), checked(id), digest.slice(0, 16)].filter(Boolean).join(', ')] as const),
  ]);
}

/** A clear clause is one assessment over all parts, so a part that is no longer named went with its clause's verdict. */
function verdictChanges(a: CheckResult, b: CheckResult, was: Facts, is: Facts, sha256: Sha256): VerdictChange[] {
  const [before, after] = [named(a), named(b)];
  const [aboutOld, aboutNew] = [new About(was.records, sha256), new About(is.records, sha256)];
  const [judgedOld, judgedNew] = [judged(a), judged(b)];
  const changes: VerdictChange[] = [];
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [old, now] = [before.get(key), after.get(key)];
    const [rulebook, clause, subject] = JSON.parse(key) as [Id, string, Id];
    const [olds, news] = [judgedOld.get(clauseKey(rulebook, clause)) ?? [], judgedNew.get(clauseKey(rulebook, clause)) ?? []];
    const stood = standing(old, olds, subject);
    const stands = standing(now, news, subject);
    if (stood === stands || (subject === 'all' && stood !== 'clear' && stands !== 'clear')) continue;
    changes.push({ rulebook, clause, subject, before: stood, after: stands, by: cited(now ? [now] : news, subject, aboutNew, is, was), without: cited(old ? [old] : olds, subject, aboutOld, was, is) });
  }
  return changes.sort((x, y) => WORST.indexOf(x.after) - WORST.indexOf(y.after));
}

function clauseKey(rulebook: Id, clause: string): string {
  return JSON.stringify([rulebook, clause]);
}

/** Assessments with a verdict, by clause. */
function judged({ assessments }: CheckResult): Map<string, Assessment[]> {
  const found = new Map<string, Assessment[]>();
  for (const one of assessments) {
    if (one.clause === undefined || one.verdict === undefined) continue;
    const key = clauseKey(one.rulebook, one.clause);
    const own = found.get(key);
    if (own) own.push(one);
    else found.set(key, [one]);
  }
  return found;
}

function named(result: CheckResult): Map<string, Assessment> {
  return new Map(result.assessments.flatMap((one) => (one.clause === undefined ? [] : [[JSON.stringify([one.rulebook, one.clause, one.subject]), one]])));
}

function standing(own: Assessment | undefined, clause: readonly Assessment[], subject: Id | 'all'): Stood {
  if (own?.verdict !== undefined) return own.verdict;
  if (clause.length === 0) return 'absent';
  const all = clause.find((one) => one.subject === 'all');
  if (subject === 'all') return clause.some(({ verdict }) => verdict === 'red') ? 'red' : 'unknown';
  return all === undefined ? 'none' : seen(all).has(subject) ? 'clear' : 'unseen';
}

const SEEN = new WeakMap<Assessment, ReadonlySet<Id>>();

/** What a clear clause looked at. */
function seen(all: Assessment): ReadonlySet<Id> {
  let found = SEEN.get(all);
  if (found === undefined) {
    const body = all.grounds?.body;
    SEEN.set(all, (found = new Set(body && 'visited' in body ? body.visited.flatMap((node) => [node, node.replace(/@\d+$/, '')]) : [])));
  }
  return found;
}

/** What is cited here and was not there; of grounds that are of several subjects what is about this one, where any of it is. */
function cited(ones: readonly Assessment[], subject: Id, about: About, here: Facts, there: Facts): Rec[] {
  const all = [...new Set(ones.flatMap(({ grounds }) => grounds?.cites ?? []))].filter((digest) => {
    const rec = here.get(digest);
    return rec !== undefined && !there.say(here.contentOf(rec));
  });
  const several = ones.length > 1 || (subject !== 'all' && ones.some((one) => one.subject === 'all')) || ones.some(({ grounds }) => grounds && 'each' in grounds.body && grounds.body.each.length > 1);
  const facts = several ? about.of(subject) : undefined;
  const mine = facts ? all.filter((digest) => facts.has(digest)) : all;
  return (mine.length > 0 ? mine : all).flatMap((digest) => here.get(digest) ?? []);
}

/** A fact lost and one added that speak of the same thing are one that changed. */
function factChanges(lost: readonly Rec[], added: readonly Rec[]): FactChange[] {
  const waiting = new Map<string, Rec[]>();
  for (const rec of lost) push(waiting, keyOf(rec), rec);
  const changes = added.map((after): FactChange => {
    const before = waiting.get(keyOf(after))?.shift();
    return before ? { kind: 'changed', before, after } : { kind: 'added', after };
  });
  return [...changes, ...[...waiting.values()].flat().map((before): FactChange => ({ kind: 'lost', before }))];
}
