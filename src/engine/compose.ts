/**
 * Does the certificate of a part decide what is unknown about the whole? Both certificates have all records of their networks in them, so it
 * can be asked again: the part's records are put under the part, and `check` and the checker read both together. Nothing is inferred from
 * the two verdicts. What is lifted is a clause that, in the whole, is open at nothing but parts whose own certificate has it clear.
 * docs/decisions/0050 says why each condition is there.
 */
import type { Sha256 } from '../base/canonical.ts';
import type { Verdict } from '../base/verdict.ts';
import { digestOf } from '../model/digest.ts';
import type { Digest, Id, Rec, RecOf } from '../model/record.ts';
import { type Missing, missingFor, missingUnless } from '../rules/grounds.ts';
import { joinParties } from '../screen/joins.ts';
import { check } from './check.ts';
import type { Assessment, CheckResult } from './result.ts';

/** A certificate that a verifier has looked at. */
export interface Certified {
  readonly result: CheckResult;
  /** Nothing about it was refused or left open: issuer trusted, current, in force, grounds accepted. */
  readonly verified: boolean;
  /** Every record of its network is here: their root was computed again. */
  readonly allRecords: boolean;
  readonly hidden: boolean;
  /** It is about one lot or some serial numbers. */
  readonly narrow: boolean;
}
/** Why a certificate adds nothing to what is known of the whole. */
export type Aside = 'not-verified' | 'not-a-part' | 'several-parts' | 'narrow' | 'hidden' | 'records' | 'another-day' | 'another-question' | 'ids';
/** Why a clause stays open: nobody speaks for a subject; a part's certificate has it not clear, or by another text; read together it is not clear. */
export type Open = 'unspoken' | 'part-open' | 'together';
export interface Lift {
  /** What `check` says of both record sets together, by clause that was open and is clear: which pieces made it so. */
  readonly lifted: readonly { readonly rulebook: Id; readonly clause: string; readonly pieces: readonly number[] }[];
  readonly open: readonly { readonly rulebook: Id; readonly clause: string; readonly why: Open; readonly subject: string }[];
  readonly aside: readonly { readonly piece: number; readonly why: Aside }[];
  /** Which piece is a part, by its name in the whole's records or in those of another part. */
  readonly parts: ReadonlyMap<number, string>;
  /** By rulebook of the whole, with what was lifted. */
  readonly verdicts: ReadonlyMap<Id, Verdict>;
}

type Pieces = ReadonlyMap<number, Certified>;
/** A piece in its place: the id of the part in the records of the one above it, and in the records of all. */
interface Placed { readonly above: number; readonly part: Id; readonly as: Id; readonly idOf: (id: Id) => Id }

/** The first is the whole; absent where there are no grounds. Never throws for what the records are: what cannot be read together lifts nothing. */
export async function lift(given: readonly (Certified | undefined)[], sha256: Sha256): Promise<Lift> {
  const pieces: Pieces = new Map(given.flatMap((piece, i) => (piece ? [[i, piece] as const] : [])));
  const aside = new Map<number, Aside>();
  const whole = given[0];
  for (const [i, piece] of given.entries()) {
    const why = piece && whole ? unfit(piece, whole) : 'not-verified';
    if (why !== undefined) aside.set(i, why);
  }
  if (whole === undefined) return { lifted: [], open: [], aside: [...aside].map(([piece, why]) => ({ piece, why })), parts: new Map(), verdicts: new Map() };
  const before = openClauses(whole.result);
  const placed = new Map<number, Placed>([[0, { above: 0, part: whole.result.question.product, as: whole.result.question.product, idOf: (id) => id }]]);
  let records: readonly Rec[] = whole.result.records;
  if (!aside.has(0)) {
    for (let more = true; more; ) {
      more = false;
      for (const [i, piece] of pieces) {
        if (placed.has(i) || aside.has(i)) continue;
        const place = placeOf(i, piece, pieces, placed);
        if (place === undefined) continue;
        if (typeof place === 'string') aside.set(i, place);
        else {
          const found = putUnder(place.as, piece.result, records, `piece${i}.`, sha256);
          records = found.records;
          placed.set(i, { ...place, idOf: found.idOf });
          more = true;
        }
      }
    }
  }
  for (const i of pieces.keys()) if (!placed.has(i) && !aside.has(i)) aside.set(i, 'not-a-part');
  const together = placed.size > 1 && before.length > 0 ? await readTogether(whole.result, records, sha256) : undefined;
  const [lifted, open]: [Lift['lifted'][number][], Lift['open'][number][]] = [[], []];
  for (const { rulebook, clause } of before) {
    const used: number[] = [];
    const fault = uncovered(0, rulebook, clause, pieces, placed, used);
    if (fault) open.push({ rulebook, clause, ...fault });
    else if (together?.(rulebook, clause)) lifted.push({ rulebook, clause, pieces: used });
    else open.push({ rulebook, clause, why: 'together', subject: '-' });
  }
  const now = (one: Assessment): Verdict | undefined => (lifted.some(({ rulebook, clause }) => rulebook === one.rulebook && clause === one.clause) ? 'clear' : one.verdict);
  const verdicts = new Map<Id, Verdict>();
  for (const one of whole.result.assessments) {
    const verdict = now(one);
    if (verdict !== undefined) verdicts.set(one.rulebook, worse(verdicts.get(one.rulebook), verdict));
  }
  const parts = new Map([...placed].filter(([i]) => i !== 0).map(([i, { above, part }]) => [i, pieces.get(above)!.result.labels[part] ?? part] as const));
  return { lifted, open, aside: [...aside].sort(([a], [b]) => a - b).map(([piece, why]) => ({ piece, why })), parts, verdicts };
}

const ORDER: readonly Verdict[] = ['clear', 'unknown', 'red'];
const worse = (a: Verdict | undefined, b: Verdict): Verdict => (a !== undefined && ORDER.indexOf(a) > ORDER.indexOf(b) ? a : b);

function openClauses({ assessments }: CheckResult): { readonly rulebook: Id; readonly clause: string }[] {
  const clauses = new Map<string, { readonly rulebook: Id; readonly clause: string }>();
  for (const { rulebook, clause, verdict } of assessments) if (clause !== undefined && verdict === 'unknown') clauses.set(`${rulebook}\n${clause}`, { rulebook, clause });
  return [...clauses.values()];
}

/** What has to be so of a certificate before its records are looked at. */
function unfit({ result, verified, allRecords, hidden, narrow }: Certified, whole: Certified): Aside | undefined {
  if (!verified) return 'not-verified';
  if (hidden) return 'hidden'; // whether a hidden name is on the other's lists cannot be asked
  if (!allRecords) return 'records'; // a record that was left out could speak against it
  if (result === whole.result) return undefined;
  if (narrow) return 'narrow'; // which lot of the part went into the whole is not recorded
  const [a, b] = [result.question, whole.result.question];
  if (a.asOf !== b.asOf) return 'another-day';
  const rest = ({ product: _p, bom: _b, asOf: _a, knownAt: _k, asIfBound: _i, ...others }: CheckResult['question']): string => JSON.stringify(Object.entries(others).sort());
  return rest(a) === rest(b) ? undefined : 'another-question';
}

/** Where a piece belongs: the one product, in what is placed so far, with its maker's name and part number. */
function placeOf(at: number, piece: Certified, pieces: Pieces, placed: ReadonlyMap<number, Placed>): Omit<Placed, 'idOf'> | Aside | undefined {
  const found: Omit<Placed, 'idOf'>[] = [];
  for (const [above, { idOf }] of placed) for (const part of partsLike(piece.result, pieces.get(above)!.result)) found.push({ above, part, as: idOf(part) });
  const [place] = found;
  if (place === undefined) return undefined;
  if (found.length > 1 || [...placed.values()].some(({ as }) => as === place.as)) return 'several-parts';
  return piece.result.records.some(({ id }) => id.startsWith('?')) || [...pieces.values()].some(({ result }) => result.records.some(({ id }) => id.startsWith(`piece${at}.`))) ? 'ids' : place;
}

function partsLike({ question, records }: CheckResult, above: CheckResult): Id[] {
  const own = productsOf(records).filter(({ id }) => id === question.product);
  const [makers, numbers] = [makersOf(own, records), new Set(own.flatMap(({ partNumbers }) => partNumbers ?? []))];
  const ids = [...new Set(productsOf(above.records).filter(({ id }) => id !== above.question.product).map(({ id }) => id))];
  return ids.filter((id) => {
    const theirs = productsOf(above.records).filter((rec) => rec.id === id);
    return theirs.some(({ partNumbers }) => partNumbers?.some((number) => numbers.has(number))) && sameMaker(makers, makersOf(theirs, above.records));
  });
}

const productsOf = (records: readonly Rec[]): RecOf<'product'>[] => records.filter((rec) => rec.kind === 'product');
function makersOf(products: readonly RecOf<'product'>[], records: readonly Rec[]): RecOf<'party'>[] {
  const ids = new Set(products.flatMap(({ maker }) => maker ?? []));
  return records.filter((rec): rec is RecOf<'party'> => rec.kind === 'party' && ids.has(rec.id));
}

/** One name in common, and no register in which their numbers differ. */
function sameMaker(a: readonly RecOf<'party'>[], b: readonly RecOf<'party'>[]): boolean {
  const names = new Set(a.flatMap((one) => one.names ?? []));
  const numbers = (parties: typeof a): ReadonlyMap<string, ReadonlySet<string>> => {
    const schemes = new Map<string, Set<string>>();
    for (const { scheme, value } of parties.flatMap(({ ids }) => ids ?? [])) schemes.set(scheme, (schemes.get(scheme) ?? new Set()).add(value));
    return schemes;
  };
  const [x, y] = [numbers(a), numbers(b)];
  const differ = [...x].some(([scheme, values]) => y.has(scheme) && ![...values].some((value) => y.get(scheme)!.has(value)));
  return !differ && b.some((one) => one.names?.some((name) => names.has(name)));
}

/**
 * The part's records under the part's id in the other's, all their other ids set apart. Lists stay those of the whole: a part's issuer must not
 * bring the edition by which the whole is screened. A digest that is not one of the part's own records points at nothing.
 */
function putUnder(as: Id, { question, records: own }: CheckResult, records: readonly Rec[], prefix: string, sha256: Sha256): { readonly records: readonly Rec[]; readonly idOf: (id: Id) => Id } {
  const recipes = (of: Id, all: readonly Rec[]): Id[] => [...new Set(all.flatMap((rec) => (rec.kind === 'recipe' && rec.output === of ? [rec.id] : [])))];
  // The only way in which each of them says that it is made is the same way: its place is then held against both.
  const [mine, theirs] = [recipes(question.product, own), recipes(as, records)];
  const sole = mine.length === 1 && theirs.length === 1 ? { from: mine[0]!, to: theirs[0]! } : undefined;
  const idOf = (id: Id): Id => (id === question.product ? as : `${prefix}${id}`);
  const recipeOf = (id: Id): Id => (id === sole?.from ? sole.to : `${prefix}${id}`);
  const listings = new Set(records.flatMap((rec) => (rec.kind === 'listing' ? [digestOf(rec, sha256)] : [])));
  const now = new Map<Digest, Digest>();
  const NOTHING = '0'.repeat(64);
  const moved: Rec[] = [];
  const move = (rec: Rec, change: Record<string, unknown>): void => {
    const { supersedes: _s, origin: _o, notes: _n, ...rest } = rec; // what is superseded is not in the network, so nothing is lost with it
    const made = { ...rest, ...change } as unknown as Rec;
    now.set(digestOf(rec, sha256), digestOf(made, sha256));
    moved.push(made);
  };
  for (const rec of own) {
    const id = `${prefix}${rec.id}`;
    if (rec.kind === 'party') move(rec, { id });
    else if (rec.kind === 'ownership') move(rec, { id, owner: idOf(rec.owner), asset: idOf(rec.asset) });
    else if (rec.kind === 'facility') move(rec, { id, ...(rec.operator !== undefined && { operator: idOf(rec.operator) }) });
    else if (rec.kind === 'product') move(rec, { id: idOf(rec.id), ...(rec.maker !== undefined && { maker: idOf(rec.maker) }) });
    else if (rec.kind === 'recipe') move(rec, { id: recipeOf(rec.id), output: idOf(rec.output), ...(rec.facility !== undefined && { facility: idOf(rec.facility) }) });
    else if (rec.kind === 'line') move(rec, { id, recipe: recipeOf(rec.recipe), line: `${prefix}${rec.line}`, options: rec.options.map((option) => ({ ...option, product: option.product === null ? null : idOf(option.product) })) });
    else if (rec.kind === 'material') move(rec, { id, product: idOf(rec.product) });
    else if (rec.kind === 'supply') move(rec, { id, product: idOf(rec.product), supplier: idOf(rec.supplier), ...(rec.buyer !== undefined && { buyer: idOf(rec.buyer) }), ...(rec.facility !== undefined && { facility: idOf(rec.facility) }) });
  }
  for (const rec of own) {
    if (rec.kind !== 'completeness' || rec.list === 'entries') continue;
    move(rec, { id: `${prefix}${rec.id}`, of: rec.list === 'components' ? recipeOf(rec.of) : idOf(rec.of), members: rec.members.map((member) => now.get(member) ?? NOTHING).sort() });
  }
  for (const rec of own) {
    if (rec.kind !== 'judgement' || rec.left === undefined || rec.right === undefined) continue;
    const [left, right] = [now.get(rec.left), now.get(rec.right) ?? (listings.has(rec.right) ? rec.right : undefined)];
    if (left !== undefined && right !== undefined) move(rec, { id: `${prefix}${rec.id}`, left, right });
  }
  for (const rec of own) if (rec.kind === 'evidence') move(rec, { id: `${prefix}${rec.id}`, supports: rec.supports.flatMap((digest) => now.get(digest) ?? []).sort() });
  return { records: [...records, ...moved], idOf };
}

/** Is a clause clear on all records, parties set apart and parties joined by their numbers and names? A join can find a conflict, and must not be what clears. */
async function readTogether({ question, rulebooks, honesty }: CheckResult, records: readonly Rec[], sha256: Sha256): Promise<(rulebook: Id, clause: string) => boolean> {
  try {
    const joined = [...records, ...joinParties(records, sha256).records];
    const read = [records, joined].map((all) => check({ records: all, question, rulebooks, lines: honesty.lines }, sha256));
    const answers = await Promise.all(read);
    return (rulebook, clause) => answers.every(({ assessments }) => {
      const own = assessments.filter((one) => one.rulebook === rulebook && one.clause === clause);
      return own.length > 0 && own.every(({ verdict }) => verdict === 'clear');
    });
  } catch {
    return () => false; // two records of one id that contradict each other, and the like
  }
}

/** Nothing where the clause is open at parts alone whose certificates have it clear, or open at such parts of theirs. `used` collects them. */
function uncovered(at: number, rulebook: Id, clause: string, pieces: Pieces, placed: ReadonlyMap<number, Placed>, used: number[]): { readonly why: Open; readonly subject: string } | undefined {
  const { result } = pieces.get(at)!;
  const own = result.assessments.filter((one) => one.rulebook === rulebook && one.clause === clause);
  if (own.length === 0 || result.digests.rulebooks[rulebook] !== pieces.get(0)!.result.digests.rulebooks[rulebook]) return { why: 'part-open', subject: result.labels[result.question.product] ?? result.question.product };
  for (const { verdict, subject, grounds } of own) {
    if (verdict === 'clear') continue;
    // A battery has no flight controller, and a clause that expects one of the drone is for the drone to meet.
    if (at !== 0 && verdict === 'unknown' && subject === result.question.product && expectsOnly(missingFor(grounds, subject)) && missingUnless(grounds, subject).length === 0) continue;
    const name = result.labels[subject] ?? subject;
    if (verdict !== 'unknown') return { why: 'part-open', subject: name };
    const below = [...placed].find(([i, { above, part }]) => i !== 0 && above === at && part === subject)?.[0];
    if (below === undefined) return { why: 'unspoken', subject: name };
    used.push(below);
    const fault = uncovered(below, rulebook, clause, pieces, placed, used);
    if (fault) return fault;
  }
  return undefined;
}

const expectsOnly = (missing: readonly Missing[]): boolean => missing.length > 0 && missing.every(({ kind }) => kind === 'expects');
