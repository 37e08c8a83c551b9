/**
 * `lapse`: does what was certified still hold on the records of today? The checker reads the certificate's grounds again over the new
 * network. Still accepted: in force. A fact that it cites is gone or changed, or the grounds are refused: lapsed, with the first fault.
 * Only papers, list editions or judgements changed and every verdict is the same: re-affirmed.
 */
import { canonical, type Sha256 } from '../base/canonical.ts';
import { allOf } from '../base/verdict.ts';
import { open, prove } from '../checker/check.ts';
import { digestOf } from '../model/digest.ts';
import type { Day, Rec } from '../model/record.ts';
import { ask, type Asked, evaluateRulebook } from '../rules/evaluate.ts';
import { proofsOf } from './proofs.ts';
import { check } from './check.ts';
import type { Assessment, CheckResult } from './result.ts';

export interface Standing {
  readonly state: 'in-force' | 'reaffirmed' | 'lapsed';
  /** The checker's first fault, or what came out otherwise. */
  readonly fault?: string;
  readonly clause?: string;
  /** The record that changed: its kind and id. */
  readonly changed?: string;
}

/** Renewed without the verdict being another: the paper behind a fact, the edition of a list, what a person judged. */
const RENEWABLE = (rec: Rec): boolean => rec.kind === 'evidence' || rec.kind === 'listing' || rec.kind === 'judgement' || (rec.kind === 'completeness' && rec.list === 'entries');

/** `on`: the day of today; a certificate about a later day is asked about that day. `records`: all that the workspace has now, joins included. */
export async function standingOf(certified: CheckResult, records: readonly Rec[], on: Day, sha256: Sha256): Promise<Standing> {
  const { question: then } = certified;
  const question = on <= then.asOf ? then : { ...then, asOf: on, knownAt: on };
  const asked = ask(records, question, sha256);
  const here = asked.net.records;
  const cited = citedBy(certified, sha256);
  const gone = certified.records.filter((rec) => cited.has(digestOf(rec, sha256)) && here.get(digestOf(rec, sha256)) === undefined);
  const facts = gone.filter((rec) => !RENEWABLE(rec));
  const opened = await open(records, sha256);
  let refused: { readonly one: Assessment; readonly fault: string } | undefined;
  let reads = false;
  for (const [grounds, one] of proofsOf(certified.assessments)) {
    const rulebook = certified.rulebooks.find(({ id }) => id === one.rulebook);
    const moved = { ...grounds, question: asked.questionDigest, network: asked.network, asOf: question.asOf };
    const answer = await prove(opened, { grounds: moved, question, rulebook });
    if (answer.outcome === 'refused') refused ??= { one, fault: answer.fault ? `${answer.fault.code} ${answer.fault.at}`.trim() : answer.outcome };
    else reads ||= canonical(answer.reads) !== canonical(grounds.cites);
  }
  // A statement that a list is all there is goes with the members that it pins: the member is what changed.
  const first = facts.find((rec) => rec.kind !== 'completeness') ?? facts[0] ?? gone[0];
  const changed = first && nameOf(first);
  const clause = refused && `${refused.one.rulebook} ${refused.one.clause ?? ''}`.trim();
  const why = { ...(clause !== undefined && { clause }), ...(changed !== undefined && { changed }) };
  if (facts.length > 0) return { state: 'lapsed', fault: refused?.fault ?? 'record-changed', ...why };
  // Grounds that still hold prove a clear, and of an open clause that it is not clear: another part can turn it red, and no grounds say whom a rulebook does not bind.
  const turned = refused === undefined ? turnedIn(certified, asked) : undefined;
  if (turned !== undefined) return { state: 'lapsed', fault: 'verdict-changed', ...why, clause: turned };
  if (refused === undefined) return gone.length > 0 || reads ? { state: 'reaffirmed', ...why } : { state: 'in-force' };
  const other = await differing(certified, records, question, sha256);
  return other === undefined ? { state: 'reaffirmed', ...(changed !== undefined && { changed }) } : { state: 'lapsed', fault: refused.fault, ...why };
}

/** What the grounds rest on: a certificate may have all records of its network in it (`--all-records`), and rests on the cited ones. */
function citedBy({ assessments, records }: CheckResult, sha256: Sha256): ReadonlySet<string> {
  const cited = new Set(assessments.flatMap(({ grounds }) => grounds?.cites ?? []));
  for (const rec of records) if (rec.kind === 'completeness' && rec.list === 'entries' && cited.has(digestOf(rec, sha256))) for (const member of rec.members) cited.add(member);
  return cited;
}

/** The first clause that has another verdict now, or rulebook that binds otherwise. */
function turnedIn({ assessments, rulebooks }: CheckResult, asked: Asked): string | undefined {
  for (const rulebook of rulebooks) {
    const own = assessments.filter((one) => one.rulebook === rulebook.id);
    const { applies, clauses } = evaluateRulebook(asked, rulebook, 'verdicts');
    if (own.some((one) => one.applies !== applies)) return rulebook.id;
    const before = new Map(own.flatMap(({ clause }) => (clause === undefined ? [] : [[clause, allOf(own.flatMap((one) => (one.clause === clause ? (one.verdict ?? []) : [])))] as const])));
    const turned = [...new Set([...before.keys(), ...clauses.keys()])].find((clause) => before.get(clause) !== clauses.get(clause));
    if (turned !== undefined) return `${rulebook.id} ${turned}`;
  }
  return undefined;
}

/** The first verdict that is another one now. */
async function differing(certified: CheckResult, records: readonly Rec[], question: CheckResult['question'], sha256: Sha256): Promise<string | undefined> {
  const now = await check({ records, question, rulebooks: certified.rulebooks, lines: certified.honesty.lines }, sha256);
  const name = ({ rulebook, clause, subject }: Assessment): string => [rulebook, clause ?? '-', subject].join(' ');
  const before = new Map(certified.assessments.map((one) => [name(one), one.verdict]));
  const after = new Map(now.assessments.map((one) => [name(one), one.verdict]));
  return [...new Set([...before.keys(), ...after.keys()])].find((key) => before.get(key) !== after.get(key));
}

const nameOf = (rec: Rec): string => `${rec.kind} ${rec.id}`;
