/**
 * A rulebook over a network: what applies, and for every clause the verdict with a draft of its grounds
 * (docs/semantics.md 7, 9). Drafts lack `cites` and `seal`: those come from the checker, which reads them first.
 */
import { canonical, type Sha256 } from '../base/canonical.ts';
import { allOf, F, T, type Verdict } from '../base/verdict.ts';
import { buildNetwork, networkRoot, type Network } from '../model/network.ts';
import type { Day, Digest, Id, Rec } from '../model/record.ts';
import { Conditions } from '../select/evaluate.ts';
import type { Question } from '../select/predicate.ts';
import { Facts, counted } from '../trace/facts.ts';
import type { Open } from '../select/open.ts';
import type { NodeName } from '../trace/reach.ts';
import { Assumer, type Completions } from './assume.ts';
import { ClauseOnNetwork, floorOf, rulesOf } from './clause.ts';
import type { Body, Dead, Grounds, Missing, Red } from './grounds.ts';
import { missingOf } from './missing.ts';
import type { Clause, Rulebook, Version } from './rulebook.ts';
import { standings, undecided } from './undecided.ts';

export type Applies = 'yes' | 'no' | 'not-yet' | 'expired' | 'unknown';
export type Draft = Omit<Grounds, 'cites' | 'seal'>;
export interface Outcome {
  readonly clause: Clause;
  readonly subject: Id | 'all';
  readonly verdict: Verdict;
  readonly basis?: 'exempt' | 'no-subject';
  readonly draft: Draft;
  /** Where the draft is of several subjects: the draft of this one by itself. */
  readonly alone?: () => Draft;
  /** Of an unknown: what would decide it, for example. Looked for when asked. */
  readonly completions?: () => Completions;
}
export interface RulebookOutcome {
  readonly applies: Applies;
  /** In force on the day, else the nearest. */
  readonly version: Version;
  /** Absent where the rulebook does not apply. */
  readonly verdict?: Verdict;
  /** By clause id, of the clauses in force. */
  readonly clauses: ReadonlyMap<string, Verdict>;
  readonly outcomes: readonly Outcome[];
}
/** What every rulebook of one question shares: made once. */
export interface Asked { readonly net: Network; readonly question: Question; readonly questionDigest: Digest; readonly network: Digest; readonly facts: Map<string, Facts> }

/** Throws NonredError `record/contradiction` where the records cannot be one network. */
export function ask(records: readonly Rec[], question: Question, sha256: Sha256): Asked {
  const net = buildNetwork(records, question.asOf, question.knownAt, question.product, sha256);
  return { net, question, questionDigest: sha256(canonical(question)), network: networkRoot(net), facts: new Map() };
}

/** `verdicts`: of the clauses alone, without subjects and grounds. */
export function evaluateRulebook({ net, question, questionDigest, network, facts }: Asked, rulebook: Rulebook, want: 'grounds' | 'verdicts' = 'grounds'): RulebookOutcome {
  const version = versionOn(rulebook, question.asOf);
  const { applies, opens } = applicability(net, question, rulebook, version);
  const shown = version ?? nearest(rulebook, question.asOf);
  if (version === undefined || applies === 'no' || applies === 'not-yet' || applies === 'expired') return { applies, version: shown, clauses: new Map(), outcomes: [] };
  const rulebookDigest = net.sha256(canonical(rulebook));
  const clauses = new Map<string, Verdict>();
  const outcomes: Outcome[] = [];
  for (const clause of rulebook.clauses) {
    if (!inForce(clause, question.asOf)) continue;
    const floor = canonical(floorOf(clause, rulebook));
    const shared = facts.get(floor) ?? new Facts(net, question.product, question.bom, floorOf(clause, rulebook));
    facts.set(floor, shared);
    const on = new ClauseOnNetwork(net, question, rulebook, version, clause, shared);
    const head = { question: questionDigest, rulebook: rulebookDigest, network, asOf: question.asOf, clause: clause.id };
    const make: Make = (subject, verdict, body, { basis, completions } = {}) => {
      const open = applies === 'unknown' && verdict === 'red';
      const why: Missing[] = open ? [{ kind: 'status', of: rulebook.id }, ...missingOf(opens, net)] : [];
      const draft: Draft = open ? { ...head, subject, verdict: 'unknown', body: { missing: why, red: body as Red | Dead } } : { ...head, subject, verdict, body };
      outcomes.push({ clause, subject, verdict: draft.verdict, ...(basis && { basis }), draft, ...(completions && { completions }) });
    };
    const makeOpen = (names: readonly NodeName[]): void => {
      const assumer = new Assumer(on, question, rulebook, version);
      const draftOf = (some: readonly NodeName[]): Draft => ({ ...head, subject: 'all', verdict: 'unknown', body: standings(on, some) });
      const draft = draftOf(names);
      for (const name of names)
        outcomes.push({ clause, subject: on.reach.node(name).product, verdict: 'unknown', draft, ...(names.length > 1 && { alone: () => draftOf([name]) }), completions: () => assumer.exposure(name) });
    };
    const found = on.verdict();
    clauses.set(clause.id, applies === 'unknown' && found === 'red' ? 'unknown' : found);
    if (want === 'verdicts') continue;
    if (clause.reading === 'independence') independence(on, found, question, rulebook, version, make);
    else exposure(on, found, make, makeOpen);
  }
  return { applies, version, verdict: allOf([...clauses.values()]), clauses, outcomes };
}

type Make = (subject: Id | 'all', verdict: Verdict, body: Body, more?: Pick<Outcome, 'basis' | 'completions'>) => void;

function exposure(on: ClauseOnNetwork, found: Verdict, make: Make, makeOpen: (names: readonly NodeName[]) => void): void {
  const basis = found !== 'clear' ? undefined : on.exempted ? 'exempt' : on.vacuous || !on.hasSubject ? 'no-subject' : undefined;
  if (found === 'clear') return make('all', 'clear', on.clearBody(), basis && { basis });
  const reds = on.redSubjects();
  for (const [subject, path] of reds) make(subject, 'red', on.redBody(path));
  const opens = on.openSubjects(new Set(reds.keys()));
  if (opens.length > 0) makeOpen(opens);
}

function independence(on: ClauseOnNetwork, found: Verdict, question: Question, rulebook: Rulebook, version: Version, make: Make): void {
  const basis = found !== 'clear' ? undefined : on.exempted ? 'exempt' : on.vacuous ? 'no-subject' : undefined;
  if (found === 'clear') return make('all', 'clear', on.clearBody(), basis && { basis });
  if (found === 'red') return make(on.root, 'red', on.deadBody());
  make(on.root, 'unknown', undecided(on), { completions: () => new Assumer(on, question, rulebook, version).independence() });
}

function inForce({ from, to }: { readonly from?: Day; readonly to?: Day }, day: Day): boolean {
  return (from === undefined || from <= day) && (to === undefined || day < to);
}

/** The version in force on the day: of several, the latest to begin. */
export function versionOn(rulebook: Rulebook, day: Day): Version | undefined {
  return rulebook.versions.reduce<Version | undefined>((latest, version) => (inForce(version, day) && (latest === undefined || version.from >= latest.from) ? version : latest), undefined);
}

function nearest(rulebook: Rulebook, day: Day): Version {
  const sorted = [...rulebook.versions].sort((a, b) => (a.from < b.from ? -1 : 1));
  return sorted.find((version) => version.from > day) ?? sorted.at(-1)!;
}

function applicability(net: Network, question: Question, rulebook: Rulebook, version: Version | undefined): { applies: Applies; opens: readonly Open[] } {
  if (version === undefined) return { applies: rulebook.versions.every(({ from }) => from > question.asOf) ? 'not-yet' : 'expired', opens: [] };
  if (version.status === 'proposed') return { applies: 'not-yet', opens: [] };
  if (version.status !== 'in-force' && version.status !== 'unknown') return { applies: 'expired', opens: [] };
  const { value, opens } = scopeOf(net, question, rulebook, version);
  if (value === F) return { applies: 'no', opens };
  return { applies: value === T && version.status === 'in-force' ? 'yes' : 'unknown', opens };
}

/** The scope over the root's counted ways: T if for each, F if for each. */
function scopeOf(net: Network, question: Question, rulebook: Rulebook, version: Version): { value: number; opens: readonly Open[] } {
  if (rulebook.scope === undefined || question.asIfBound) return { value: T, opens: [] };
  const facts = new Facts(net, question.product, question.bom, rulebook.floor ?? {});
  const conditions = new Conditions(facts, question, rulesOf(rulebook, version));
  const opens: Open[] = [];
  conditions.hear = opens;
  const values = facts.ways(question.product).filter((way) => counted(way.use, 'exposure')).map((way) => conditions.value(rulebook.scope!, 1, { product: question.product, way }, '/scope'));
  const first = values[0];
  return { value: first !== undefined && values.every((value) => value === first) ? first : 1, opens };
}
