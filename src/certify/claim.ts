/**
 * What a certificate says, as a function of a result file (schemas/result.schema.json) and of nothing else: the issuer makes it, the
 * verifier makes it again from the grounds in the bundle and compares.
 */
import { canonical } from '../base/canonical.ts';
import { allOf, type Verdict } from '../base/verdict.ts';

export interface FileAssessment {
  readonly rulebook: string;
  readonly version: string;
  readonly clause?: string;
  readonly subject: string;
  readonly applies: 'yes' | 'no' | 'not-yet' | 'expired' | 'unknown';
  readonly verdict?: Verdict;
  readonly basis?: string;
  readonly unverified?: true;
  readonly notes: readonly unknown[];
  readonly nextChange?: string;
  readonly consequence?: string;
  /** A place in `grounds`. */
  readonly grounds?: number;
}
export interface FileGrounds { readonly clause: string; readonly subject: string; readonly verdict: Verdict; readonly asOf: string; readonly cites: readonly number[]; readonly body: { readonly each?: readonly { readonly subject: string }[]; readonly red?: unknown }; readonly [member: string]: unknown }
interface Unverified { readonly unverified?: true }
export interface FileRulebook {
  readonly id: string;
  readonly versions: readonly (Unverified & { readonly version: string; readonly from: string; readonly to?: string; readonly status: string })[];
  readonly clauses: readonly (Unverified & { readonly id: string; readonly from?: string; readonly to?: string; readonly notes?: readonly unknown[] })[];
  readonly consequence: string;
}
interface FileRecord { readonly kind: string; readonly [member: string]: unknown }
/** As much of the result file as is read here. */
export interface GroundsFile {
  readonly version: 1;
  readonly asOf: string;
  readonly knownAt: string;
  readonly product: string;
  readonly verdict: Verdict;
  readonly madeUp?: true;
  readonly assessments: readonly FileAssessment[];
  readonly honesty: unknown;
  readonly digests: { readonly question: string; readonly network: string; readonly rulebooks: Readonly<Record<string, string>> };
  readonly question: unknown;
  readonly rulebooks: readonly FileRulebook[];
  readonly records: readonly FileRecord[];
  readonly labels: Readonly<Record<string, string>>;
  readonly grounds: readonly FileGrounds[];
}

export interface RulebookClaim { readonly id: string; readonly version: string; readonly digest: string; readonly applies: FileAssessment['applies']; readonly verdict?: Verdict; readonly consequence?: string; readonly nextChange?: string }
export interface AssessmentClaim { readonly rulebook: string; readonly clause: string; readonly subject: string; readonly verdict: Verdict; readonly basis?: string; readonly unverified?: true }
export interface ListPin { readonly list: string; readonly edition?: string; readonly digest: string }
export interface Claim {
  readonly product: { readonly name: string; readonly maker?: string; readonly partNumbers?: readonly string[] };
  readonly verdict: Verdict;
  readonly asOf: string;
  readonly knownAt: string;
  readonly rulebooks: readonly RulebookClaim[];
  readonly assessments: readonly AssessmentClaim[];
  readonly network: string;
  readonly question: string;
  /** `digest`: SHA-256 of the result file's bytes. `full`: whoever signed had all records before the checker, not only the cited ones. */
  readonly grounds: { readonly digest: string; readonly mode: 'full'; readonly count: number };
  readonly dependsOn: { readonly lists: readonly ListPin[]; readonly screenings: readonly string[] };
  readonly honesty: unknown;
  /** The first day on which a law, a record or an age limit that this rests on changes. */
  readonly nextChange?: string;
  readonly madeUp?: true;
}

/** The bytes of a result file: RFC 8785 JSON and a line feed. */
export const fileText = (file: unknown): string => `${canonical(file)}\n`;

/** `recordDigests`: of `file.records`, in that order. */
export function claimOf(file: GroundsFile, fileDigest: string, recordDigests: readonly string[]): Claim {
  const { verdict, asOf, knownAt, digests, honesty, madeUp } = file;
  const nextChange = file.assessments.flatMap((one) => one.nextChange ?? []).sort()[0];
  const name = namesIn(file.records);
  const product = file.records.find((rec) => rec.kind === 'product' && rec.id === file.product);
  const maker = typeof product?.maker === 'string' ? name('party', product.maker) : undefined;
  const partNumbers = product?.partNumbers as readonly string[] | undefined;
  const pins = file.records.flatMap((rec, i): ListPin[] => (rec.kind === 'completeness' && rec.list === 'entries'
    ? [{ list: String(rec.of), ...(typeof rec.validFrom === 'string' && { edition: rec.validFrom }), digest: recordDigests[i]! }] : []));
  return {
    product: { name: name('product', file.product), ...(maker !== undefined && { maker }), ...(partNumbers && { partNumbers }) },
    verdict, asOf, knownAt,
    rulebooks: file.rulebooks.map(({ id }) => rulebookClaim(id, file)),
    assessments: file.assessments.flatMap((one): AssessmentClaim[] => one.clause === undefined || one.verdict === undefined ? [] : [{
      rulebook: one.rulebook, clause: one.clause, subject: one.subject === 'all' ? 'all' : name('product', one.subject), verdict: one.verdict,
      ...(one.basis !== undefined && { basis: one.basis }), ...(one.unverified && { unverified: true as const }),
    }]),
    network: digests.network, question: digests.question,
    grounds: { digest: fileDigest, mode: 'full', count: file.grounds.length },
    dependsOn: { lists: pins, screenings: file.records.flatMap((rec, i) => (rec.kind === 'judgement' ? [recordDigests[i]!] : [])) },
    honesty, ...(nextChange !== undefined && { nextChange }), ...(madeUp && { madeUp }),
  };
}

/** What a record of this kind calls it: a certificate is about the product and the maker of these names, whatever else has their ids. */
function namesIn(records: readonly FileRecord[]): (kind: 'party' | 'product', id: string) => string {
  const names = new Map<string, string>();
  for (const { kind, id, name, names: all } of records) {
    const given = kind === 'party' ? (all as readonly string[] | undefined)?.[0] : name;
    if (typeof given === 'string' && !names.has(`${kind} ${String(id)}`)) names.set(`${kind} ${String(id)}`, given);
  }
  return (kind, id) => names.get(`${kind} ${id}`) ?? id;
}

function rulebookClaim(id: string, file: GroundsFile): RulebookClaim {
  const own = file.assessments.filter((one) => one.rulebook === id);
  const verdicts = own.flatMap(({ verdict }) => verdict ?? []);
  const first = own[0];
  const nextChange = own.flatMap((one) => one.nextChange ?? []).sort()[0];
  const consequence = own.find((one) => one.consequence !== undefined)?.consequence;
  return {
    id, version: first?.version ?? '-', digest: Object.hasOwn(file.digests.rulebooks, id) ? file.digests.rulebooks[id]! : '', applies: first?.applies ?? 'unknown', ...(verdicts.length > 0 && { verdict: allOf(verdicts) }),
    ...(consequence !== undefined && { consequence }), ...(nextChange !== undefined && { nextChange }),
  };
}

/** Act, buyer, purpose and day of the question, where they are texts. */
export interface Asked { readonly act?: string; readonly buyer?: string; readonly purpose?: string; readonly actOn?: string; readonly asIfBound?: true }
export function askedIn({ question }: GroundsFile): Asked {
  const given = question as Readonly<Record<string, unknown>>;
  const texts = ['act', 'buyer', 'purpose', 'actOn'].filter((what) => typeof given[what] === 'string').map((what) => [what, given[what]]);
  return { ...Object.fromEntries(texts), ...(given.asIfBound === true && { asIfBound: true }) };
}
