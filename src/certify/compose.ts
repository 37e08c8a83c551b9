/**
 * Several certificates about one thing: the supply chain from one assessor, its cyber security from another, a part from the one who makes
 * it. What is composed is no stronger than its weakest piece, and a rulebook that two of them judge has the worse of both verdicts.
 *
 * From the verdicts alone a part's certificate never lifts an unknown of the whole. Where both have all their records in them the engine reads
 * them together (engine/compose.ts), and what came out is `lift`.
 */
import { allOf, type Verdict } from '../base/verdict.ts';
import type { Certificate } from './credential.ts';
import type { GroundsFile } from './claim.ts';
import type { Verification } from './verify.ts';

export interface Piece { readonly answer: Verification; readonly grounds?: GroundsFile }
/** `against`: rulebooks by which the part is red in its own certificate, asked for the same purchase, and the whole clear. */
export interface CoveredPart { readonly part: string; readonly issuer: string; readonly verdict: Verdict; readonly outcome: Verification['outcome']; readonly against: readonly string[] }
export interface Composition {
  /** `refused` and `unknown` as for one: of any piece about the product itself. `unknown` too where a part's is refused or red against it. */
  readonly outcome: Verification['outcome'];
  readonly verdict?: Verdict;
  /** By rulebook: the worse verdict, and who signed. */
  readonly rulebooks: readonly { readonly id: string; readonly verdict: Verdict; readonly issuers: readonly string[] }[];
  readonly parts: readonly CoveredPart[];
  /** Places, among the pieces, of those that are about neither the product nor a part of it. */
  readonly strangers: readonly number[];
  /** Places of those that were asked for another act, buyer, purpose or day than one before: no purchase has all that they say. */
  readonly otherPurchase: readonly number[];
}
/** What the engine found by reading the records together. */
export interface Together {
  /** By rulebook, verdicts of the whole's own certificate with its parts. */
  readonly verdicts: ReadonlyMap<string, Verdict>;
  /** Names of parts, by piece. */
  readonly parts: ReadonlyMap<number, string>;
}

/** The first piece says which product it is all about. */
export function compose(pieces: readonly Piece[], together?: Together): Composition {
  const [first] = pieces;
  const whole = first?.answer.certificate;
  if (whole === undefined) return { outcome: 'refused', rulebooks: [], parts: [], strangers: [], otherPurchase: [] };
  const verdicts = new Map<string, { verdicts: Verdict[]; issuers: string[] }>();
  const [outcomes, covered, strangers]: [Verification['outcome'][], { part: string; answer: Verification; certificate: Certificate }[], number[]] = [[], [], []];
  const [same, otherPurchase]: [Verification[], number[]] = [[], []];
  for (const [i, { answer }] of pieces.entries()) {
    const { certificate, outcome } = answer;
    if (certificate === undefined) outcomes.push('refused');
    else if (isSame(answer, first!.answer)) {
      outcomes.push(outcome);
      if (same.some((one) => contradicts(one, answer))) otherPurchase.push(i);
      same.push(answer);
      for (const { id, verdict: own } of certificate.credentialSubject.rulebooks) {
        const verdict = i === 0 ? (together?.verdicts.get(id) ?? own) : own;
        if (verdict === undefined) continue;
        const entry = verdicts.get(id) ?? { verdicts: [], issuers: [] };
        verdicts.set(id, { verdicts: [...entry.verdicts, verdict], issuers: [...entry.issuers, certificate.issuer.name] });
      }
    } else {
      const part = together?.parts.get(i) ?? (first!.grounds && partOf(certificate, first!.grounds));
      if (part === undefined) strangers.push(i);
      else covered.push({ part, answer, certificate });
    }
  }
  const rulebooks = [...verdicts].map(([id, { verdicts: all, issuers }]) => ({ id, verdict: allOf(all), issuers }));
  const clear = new Set(rulebooks.flatMap(({ id, verdict }) => (verdict === 'clear' ? [id] : [])));
  const parts = covered.map(({ part, answer, certificate: { issuer, credentialSubject: { verdict, rulebooks: own } } }): CoveredPart => ({
    part, issuer: issuer.name, verdict, outcome: answer.outcome,
    against: answer.outcome === 'verified' && sameAsked(answer, first!.answer) ? own.flatMap((one) => (one.verdict === 'red' && clear.has(one.id) ? [one.id] : [])) : [],
  }));
  // Whoever hands over a part's certificate that is revoked, lapsed or red holds something against the whole's own records.
  if (parts.some((one) => one.outcome === 'refused' || one.against.length > 0)) outcomes.push('unknown');
  const outcome = outcomes.includes('refused') ? 'refused' : outcomes.includes('unknown') || strangers.length + otherPurchase.length > 0 ? 'unknown' : 'verified';
  return { outcome, verdict: allOf(rulebooks.map(({ verdict }) => verdict)), rulebooks, parts, strangers, otherPurchase };
}

/**
 * One product: the same maker's name, part number and lot. A lot beside none is not the same: a statement about the design is none about a lot.
 * Nor are serial numbers beside none, or two sets of them, but where both show that one number is theirs.
 */
function isSame(a: Verification, b: Verification): boolean {
  if (a.certificate === b.certificate) return true;
  const [x, y] = [a.certificate!.credentialSubject, b.certificate!.credentialSubject];
  const number = (one: typeof x): string => one.product.partNumbers?.[0] ?? one.product.name;
  const narrow = x.serials !== undefined || y.serials !== undefined;
  return x.product.maker !== undefined && x.product.maker === y.product.maker && number(x) === number(y) && x.lot === y.lot && (!narrow || (serialOf(a) !== undefined && serialOf(a) === serialOf(b)));
}

const serialOf = ({ lines }: Verification): string | number | undefined => lines.find(({ question, code }) => question === 'about' && code === 'serial')?.params.serial;

/** A part that is red for another purchase says nothing about this one; where it is not known for which, it may. */
function sameAsked({ asked: a }: Verification, { asked: b }: Verification): boolean {
  return a === undefined || b === undefined || (['act', 'buyer', 'purpose', 'actOn'] as const).every((what) => a[what] === b[what]);
}

/** What was asked for no particular act holds for each; what was asked for one says nothing of another. */
function contradicts({ asked: a }: Verification, { asked: b }: Verification): boolean {
  return (['act', 'buyer', 'purpose', 'actOn'] as const).some((what) => a?.[what] !== undefined && b?.[what] !== undefined && a[what] !== b[what]);
}

/** The part of the whole's records that has this maker's name and part number. */
function partOf({ credentialSubject: { product } }: Certificate, file: GroundsFile): string | undefined {
  const found = file.records.find((rec) => rec.kind === 'product' && rec.id !== file.product && product.maker !== undefined && typeof rec.maker === 'string'
    && file.labels[rec.maker] === product.maker && (rec.partNumbers as readonly string[] | undefined)?.some((number) => product.partNumbers?.includes(number)));
  return found && (file.labels[String(found.id)] ?? String(found.id));
}
