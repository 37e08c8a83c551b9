/**
 * `check`: every rulebook over one question, each verdict with grounds that the checker has already accepted. The checker
 * is run on every draft: what it reads becomes `cites`. Grounds that it refuses are a fault of ours and never an answer.
 */
import { canonical, type Sha256 } from '../base/canonical.ts';
import { allOf, type Verdict } from '../base/verdict.ts';
import { open, prove, type Opened } from '../checker/check.ts';
import { digestOf } from '../model/digest.ts';
import { labelsOf } from '../model/labels.ts';
import type { Network } from '../model/network.ts';
import type { Day, Digest, Rec } from '../model/record.ts';
import { ask, evaluateRulebook, type Draft, type Outcome, type RulebookOutcome } from '../rules/evaluate.ts';
import { forecastOf } from '../rules/forecast.ts';
import { type Grounds, textOf } from '../rules/grounds.ts';
import type { Rulebook } from '../rules/rulebook.ts';
import type { Question } from '../select/predicate.ts';
import { honestyFigures } from '../trace/honesty.ts';
import { Ahead, laterDays, type Proof } from './later.ts';
import { NextChange } from './next-change.ts';
import type { Assessment, CheckResult } from './result.ts';

/** All that an answer depends on. */
export interface CheckInput {
  readonly records: readonly Rec[];
  readonly question: Question;
  readonly rulebooks: readonly Rulebook[];
  /** Lines of bills read. */
  readonly lines: number;
  /** The workspace says that it is invented. */
  readonly madeUp?: true;
}
const SENSITIVITY_LIMIT = 40; // inferred records to try one by one; each is a whole check

/** Throws NonredError `record/contradiction`, and RangeError where the engine's own proof does not check. */
export async function check(input: CheckInput, sha256: Sha256): Promise<CheckResult> {
  const { records, question, rulebooks, madeUp, lines } = input;
  const asked = ask(records, question, sha256);
  const opened = await open(records, sha256);
  const later = laterDays(records, question, rulebooks, sha256);
  const assessments: Assessment[] = [];
  const verdicts: Verdict[] = [];
  const cited = new Map<Digest, Rec>();
  for (const rulebook of rulebooks) {
    const found = evaluateRulebook(asked, rulebook);
    if (found.verdict !== undefined) verdicts.push(found.verdict); // unknown where no clause is in force, which load.ts refuses
    const forecast = forecastOf(records, question, rulebook, found, sha256);
    const next = new NextChange(rulebook, asked.net);
    const ahead = new Ahead(later, rulebook, found, opened);
    if (found.outcomes.length === 0) {
      const nextChange = ahead.saysOther(undefined, next.alone.nextChange) ?? next.alone.nextChange;
      assessments.push({ rulebook: rulebook.id, version: found.version.version, subject: 'all', applies: found.applies, notes: [], ...(forecast && { forecast }), ...(nextChange !== undefined && { nextChange }) });
      continue;
    }
    const sealed = new Map<Draft, { readonly grounds: Grounds; readonly together: Day | undefined }>();
    const own: Assessment[] = [];
    const changeOf = async ({ clause }: Outcome, proof: Proof): Promise<Day | undefined> => {
      const { nextChange } = next.after(clause, proof.cites);
      return (await ahead.readsOther(proof, nextChange)) ?? nextChange;
    };
    for (const outcome of found.outcomes) {
      const { draft, alone } = outcome;
      let known = sealed.get(draft);
      if (known === undefined) {
        const grounds = await seal(draft, opened, question, rulebook, sha256);
        for (const digest of grounds.cites) cite(cited, asked.net, digest);
        sealed.set(draft, (known = { grounds, together: await changeOf(outcome, grounds) }));
      }
      let nextChange = known.together;
      if (alone !== undefined && nextChange !== next.alone.nextChange) {
        // A record moves what several subjects rest on together: each is proved by itself, for it may move only one of them.
        const lone = alone();
        nextChange = await changeOf(outcome, { ...lone, cites: await cites(lone, opened, question, rulebook) });
      }
      own.push(assessmentOf(outcome, known.grounds, found, rulebook, nextChange));
    }
    for (const [clause, ones] of byClause(own)) {
      const told = ones.flatMap(({ nextChange }) => nextChange ?? []).sort()[0];
      const nextChange = ahead.saysOther(clause, told); // what none of its parts tells may be any of them
      assessments.push(...(nextChange === undefined ? ones : ones.map((one) => ({ ...one, nextChange }))));
    }
  }
  citeBills(cited, asked.net);
  for (const rec of asked.net.products.get(question.product) ?? []) cited.set(digestOf(rec, sha256), rec); // its name stands above the answer
  const all = [...cited.values()];
  const inferred = all.filter((rec) => rec.level === 'inferred').length;
  const verdict = allOf(verdicts);
  const changes = (without: Rec): boolean => quickVerdict(records.filter((rec) => rec !== without), question, rulebooks, sha256) !== verdict;
  return {
    question, verdict, ...(madeUp && { madeUp }), assessments, rulebooks, records: all, labels: Object.fromEntries([...labelsOf(all)].sort(([a], [b]) => (a < b ? -1 : 1))),
    honesty: honestyFigures(asked.net, question.product, question.bom, lines, all, inferred <= SENSITIVITY_LIMIT ? changes : undefined),
    digests: { question: asked.questionDigest, network: asked.network, rulebooks: Object.fromEntries(rulebooks.map((rulebook) => [rulebook.id, sha256(canonical(rulebook))])) },
  };
}

/** The answer alone, without grounds. */
export function quickVerdict(records: readonly Rec[], question: Question, rulebooks: readonly Rulebook[], sha256: Sha256): Verdict {
  const asked = ask(records, question, sha256);
  return allOf(rulebooks.flatMap((rulebook) => evaluateRulebook(asked, rulebook, 'verdicts').verdict ?? []));
}

async function seal(draft: Draft, opened: Opened, question: Question, rulebook: Rulebook, sha256: Sha256): Promise<Grounds> {
  const sealed: Omit<Grounds, 'seal'> = { ...draft, cites: await cites(draft, opened, question, rulebook) };
  return { ...sealed, seal: sha256(canonical({ ...sealed, body: textOf(sealed.body) })) };
}

/** What the checker reads for it. A refusal is a fault of ours. */
async function cites(draft: Draft, opened: Opened, question: Question, rulebook: Rulebook): Promise<readonly Digest[]> {
  const { outcome, reads, fault } = await prove(opened, { grounds: draft, question, rulebook });
  if (outcome !== 'accepted') throw new RangeError(`grounds of ${rulebook.id} ${draft.clause} ${draft.subject} (${draft.verdict}) do not check: ${fault?.code} at ${fault?.at}`);
  return reads;
}

/** A cited edition stands for its members. */
function cite(cited: Map<Digest, Rec>, net: Network, digest: Digest): void {
  if (cited.has(digest)) return;
  const rec = net.records.get(digest);
  if (rec === undefined) return;
  cited.set(digest, rec);
  if (rec.kind === 'completeness' && rec.list === 'entries') for (const member of rec.members) cite(cited, net, member);
}

/** A cited line brings its whole bill, so that whoever reads the answer sees what else the product is made of. */
function citeBills(cited: Map<Digest, Rec>, net: Network): void {
  const recipes = new Set([...cited.values()].flatMap((rec) => (rec.kind === 'line' ? [rec.recipe] : [])));
  for (const recipe of recipes) for (const rec of (net.linesOf.get(recipe) ?? []).flat()) cited.set(digestOf(rec, net.sha256), rec);
}

function byClause(assessments: readonly Assessment[]): Map<string | undefined, Assessment[]> {
  const found = new Map<string | undefined, Assessment[]>();
  for (const one of assessments) {
    const ones = found.get(one.clause);
    if (ones) ones.push(one);
    else found.set(one.clause, [one]);
  }
  return found;
}

function assessmentOf({ clause, subject, verdict, basis }: Outcome, grounds: Grounds, found: RulebookOutcome, rulebook: Rulebook, nextChange: Day | undefined): Assessment {
  // In the order of RFC 8785, since there are many and each is written so.
  return {
    applies: found.applies, ...(basis && { basis }), clause: clause.id, ...(verdict === 'unknown' && { consequence: rulebook.consequence }), grounds, ...(nextChange !== undefined && { nextChange }), notes: clause.notes ?? [],
    rulebook: rulebook.id, subject, ...((clause.unverified || found.version.unverified) && { unverified: true as const }), verdict, version: found.version.version,
  };
}
