/**
 * `certify`: a result becomes a certificate. Before anything is signed the checker reads every grounds again with all records in hand
 * (that is what `full` in a certificate means); after it, the verifier reads the bundle as a stranger would. What does not pass never leaves.
 */
import { canonical, type Sha256 } from '../base/canonical.ts';
import { addDays } from '../base/day.ts';
import { issue, NonredError } from '../base/issue.ts';
import type { GroundsFile } from '../certify/claim.ts';
import type { Crypto, Signer } from '../certify/crypto.ts';
import type { DidDocument } from '../certify/did.ts';
import { enter, type Issued, type Register, type Today, type Wanted } from '../certify/register.ts';
import { verifyBundle } from '../certify/verify.ts';
import { utf8 } from '../certify/crypto.ts';
import { check, open } from '../checker/check.ts';
import { hideNames, type Hidden, type Keyed } from '../certify/hide.ts';
import type { Rec } from '../model/record.ts';
import { ask } from '../rules/evaluate.ts';
import { proofsOf } from './proofs.ts';
import { check as check_ } from './check.ts';
import type { CheckResult } from './result.ts';

/** Days for which a certificate is good where nothing changes before and nobody says otherwise. */
export const VALID_DAYS = 90;

export interface CertifyInput {
  readonly result: CheckResult;
  /** The result as it is stored: `packResult` of it. */
  readonly file: GroundsFile;
  /** All records of the workspace. */
  readonly records: readonly Rec[];
  readonly register: Register;
  readonly document: DidDocument;
  readonly today: Today;
  readonly validDays?: number;
  /** The signer has read that clauses are marked `unverified`, and signs all the same. */
  readonly acceptUnverified?: boolean;
  readonly wanted?: Omit<Wanted, 'until'>;
}

/** Throws NonredError: grounds that do not hold with all records, an unverified clause that nobody acknowledged, nothing left of its validity. */
export async function certify(input: CertifyInput, signer: Signer, crypto: Crypto, sha256: Sha256): Promise<Issued> {
  const { result, file, register, today, wanted } = input;
  const { asOf } = result.question;
  const unverified = result.assessments.filter((one) => one.unverified);
  if (unverified.length > 0 && !input.acceptUnverified) throw new NonredError([issue('certify/unverified', '', '', { count: unverified.length, clauses: [...new Set(unverified.map((one) => `${one.rulebook} ${one.clause ?? ''}`))].join(', ') })]);
  await holdsInFull(input, sha256);
  const until = validUntil(result, input.validDays ?? VALID_DAYS);
  const issued = await enter(register, file, { ...wanted, until }, today, input.document, signer, crypto);
  const rulebooks = new Map(result.rulebooks.map((rulebook) => [rulebook.id, [sha256(canonical(rulebook))]]));
  const day = today.day < asOf ? asOf : today.day;
  const { lines } = await verifyBundle(utf8(issued.text), { asOf: day, rulebooks }, crypto);
  // Trust is the verifier's to give; a list that is over before a certificate about a later day begins says nothing yet.
  const faults = lines.filter(({ outcome, question, code }) => outcome === 'refused' && !(question === 'dates' && code === 'expired'));
  if (faults.length > 0) throw new NonredError(faults.map(({ question, code }) => issue('certify/own-verifier', '', '', { question: `${question} ${code}` })));
  return issued;
}

/** The day on which it ends: never after what it rests on changes. */
export function validUntil({ question, assessments }: CheckResult, days: number): string {
  const changes = assessments.flatMap((one) => one.nextChange ?? []).sort();
  const wanted = addDays(question.asOf, days);
  return changes[0] !== undefined && changes[0] < wanted ? changes[0] : wanted;
}

/**
 * The answer with names hidden: asked again over hidden records, and the same verdict on every clause, or nothing is signed. That no name was
 * on a list that hiding took it off can so be told by whoever signs, and by nobody else.
 */
export async function checkHidden(result: CheckResult, records: readonly Rec[], keyed: Keyed, sha256: Sha256): Promise<{ readonly result: CheckResult; readonly hidden: Hidden }> {
  const { question, rulebooks, madeUp, honesty } = result;
  const makers = records.flatMap((rec) => (rec.kind === 'product' && rec.id === question.product && rec.maker !== undefined ? [rec.maker] : []));
  const hidden = hideNames(records, new Set([question.product, ...makers]), keyed, sha256);
  const asked = { ...question, product: hidden.idOf(question.product), ...(question.bom !== undefined && { bom: hidden.idOf(question.bom) }) };
  const again = await check_({ records: hidden.records, question: asked, rulebooks, lines: honesty.lines, ...(madeUp && { madeUp }) }, sha256);
  const verdicts = ({ assessments }: CheckResult): string => canonical(assessments.map((one) => [one.rulebook, one.clause ?? '', one.verdict ?? one.applies].join(' ')).sort());
  if (verdicts(again) !== verdicts(result)) throw new NonredError([issue('certify/hidden-differs', '', '')]);
  return { result: again, hidden };
}

/** The result with every record of its network, not only the cited ones: a verifier then computes the root again, and can read it together with others. */
export function withAllRecords(result: CheckResult, records: readonly Rec[], sha256: Sha256): CheckResult {
  const { net } = ask(records, result.question, sha256);
  return { ...result, records: net.digests.map((digest) => net.records.get(digest)!) };
}

async function holdsInFull({ result, records }: CertifyInput, sha256: Sha256): Promise<void> {
  const opened = await open(records, sha256);
  for (const [grounds, { rulebook: id }] of proofsOf(result.assessments)) {
    const rulebook = result.rulebooks.find((one) => one.id === id);
    const { outcome, fault } = await check(opened, { grounds, question: result.question, rulebook }, 'full', { question: result.digests.question, rulebook: result.digests.rulebooks[id] ?? '' });
    if (outcome === 'refused') throw new NonredError([issue('certify/do-not-hold', '', '', { at: `${id} ${grounds.clause} ${grounds.subject}`, fault: fault?.code ?? outcome })]);
  }
}
