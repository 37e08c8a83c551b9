/** Honesty figures: how much a verdict rests on. They stand beside every verdict and never change one. */
import { addDecimals, exactOf, multiplyDecimals } from '../base/decimal.ts';
import { digestOf } from '../model/digest.ts';
import { keyOf, statedIn } from '../model/key.ts';
import { type Network, unresolvedId } from '../model/network.ts';
import type { Day, Decimal, Digest, Id, Line, Money, Rec } from '../model/record.ts';

export interface Honesty {
  /** Lines of bills read from the workspace. */
  readonly lines: number;
  /** Lines of bills below the product, and how many of them have parts with a recorded maker and a recorded place. */
  readonly below: { readonly all: number; readonly traced: number };
  /** Share of the recorded cost of the product's own bill that lies in traced lines, in ppm, rounded down; absent where a line has no cost. */
  readonly valuePpm?: number;
  /** Records that the grounds cite, by level. */
  readonly confirmed: number;
  readonly inferred: number;
  /** Day of issue of the oldest evidence that the grounds cite. */
  readonly oldestFact?: Day;
  readonly oldestList?: { readonly list: Id; readonly date: Day };
  /** Keys whose cited records contradict each other. */
  readonly conflicts: number;
  /** Inferred records any one of which changes the answer when dropped; absent where it was not tried. */
  readonly sensitive?: readonly Digest[];
}

/**
 * `cited`: the records of all grounds, each once. `changes`: does the answer change without this record? It is asked
 * of every cited inferred record, so it costs as many checks as there are; leave it out where that is too long.
 */
export function honestyFigures(net: Network, product: Id, bom: Id | undefined, lines: number, cited: readonly Rec[], changes?: (without: Rec) => boolean): Honesty {
  const { all, traced } = tracedLines(net, product, bom);
  const value = valueTraced(net, product, bom);
  const inferred = cited.filter((rec) => rec.level === 'inferred');
  const oldestFact = cited.flatMap((rec) => (rec.kind === 'evidence' && rec.issued ? [rec.issued] : [])).sort()[0];
  const editions = cited.flatMap((rec) =>
    rec.kind === 'completeness' && rec.list === 'entries' && rec.validFrom ? [{ list: rec.of, date: rec.validFrom }] : [],
  );
  const oldestList = editions.sort((a, b) => (a.date + a.list < b.date + b.list ? -1 : 1))[0];
  return {
    lines,
    below: { all, traced },
    ...(value !== undefined && { valuePpm: value }),
    confirmed: cited.length - inferred.length,
    inferred: inferred.length,
    ...(oldestFact !== undefined && { oldestFact }),
    ...(oldestList !== undefined && { oldestList }),
    conflicts: conflicts(cited),
    ...(changes && { sensitive: inferred.filter(changes).map((rec) => digestOf(rec, net.sha256)).sort() }),
  };
}

/** Every line of every recorded recipe below the product, each once. */
function tracedLines(net: Network, root: Id, bom: Id | undefined): { all: number; traced: number } {
  const seen = new Set([root]); // grows while it is walked
  let all = 0;
  let traced = 0;
  for (const product of seen)
    for (const line of linesOf(net, product, product === root ? bom : undefined)) {
      all++;
      if (isTraced(net, line)) traced++;
      for (const part of partsOf(line)) seen.add(part);
    }
  return { all, traced };
}

function linesOf(net: Network, product: Id, bom: Id | undefined): readonly (readonly Line[])[] {
  const recipes = (net.recipesOf.get(product) ?? []).filter((group) => bom === undefined || group[0]!.id === bom);
  return recipes.flatMap((group) => net.linesOf.get(group[0]!.id) ?? []);
}

function partsOf(line: readonly Line[]): Id[] {
  return [...new Set(line.flatMap((rec) => rec.options.map((option, position) => option.product ?? unresolvedId(rec, position))))];
}

function isTraced(net: Network, line: readonly Line[]): boolean {
  return partsOf(line).every(
    (part) => (net.products.get(part) ?? []).some((rec) => rec.maker !== undefined) && (net.recipesOf.get(part) ?? []).some((group) => group.some((rec) => hasPlace(net, rec))),
  );
}

function hasPlace(net: Network, recipe: { readonly country?: string; readonly facility?: Id }): boolean {
  if (recipe.country !== undefined) return true;
  return recipe.facility !== undefined && (net.facilities.get(recipe.facility) ?? []).some((rec) => rec.country !== undefined);
}

/** Low cost of the traced lines over that and the high cost of the others: never too good. */
function valueTraced(net: Network, root: Id, bom: Id | undefined): number | undefined {
  let [good, rest, currency] = ['0', '0', undefined as string | undefined];
  for (const line of linesOf(net, root, bom)) {
    const rec = line[0]!;
    const cost = line.find((claim) => claim.costEach)?.costEach ?? unitCost(net, rec);
    if (rec.quantity === undefined || cost === undefined || (currency !== undefined && cost.currency !== currency)) return undefined;
    currency = cost.currency;
    if (isTraced(net, line)) good = addDecimals(good, multiplyDecimals(rec.quantity, cost.lo));
    else rest = addDecimals(rest, multiplyDecimals(rec.quantity, cost.hi));
  }
  return currency === undefined ? undefined : ppmOf(good, addDecimals(good, rest));
}

function unitCost(net: Network, line: Line): Money | undefined {
  const part = line.options.length === 1 ? line.options[0]!.product : null;
  return part === null ? undefined : net.products.get(part)?.find((rec) => rec.unitCost)?.unitCost;
}

function ppmOf(part: Decimal, whole: Decimal): number | undefined {
  const [a, b] = [exactOf(part), exactOf(whole)];
  if (b.units === 0n) return undefined;
  return Number((a.units * 1_000_000n * 10n ** BigInt(b.scale)) / (b.units * 10n ** BigInt(a.scale)));
}

const NOT_CLAIMS = new Set(['id', 'kind', 'level', 'validFrom', 'validTo', 'recordedAt', 'supersedes', 'salt', 'origin', 'notes', 'supports', 'members', 'file', 'issued', 'digest']);

/** A key conflicts if two of its records state different values for one field. Judgements and papers are many by nature. */
function conflicts(cited: readonly Rec[]): number {
  const groups = new Map<string, Rec[]>();
  for (const rec of cited) {
    if (rec.kind === 'evidence' || rec.kind === 'judgement' || rec.kind === 'listing') continue;
    const key = keyOf(rec);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [rec]);
    else group.push(rec);
  }
  return [...groups.values()].filter((group) => group.length > 1 && contested(group)).length;
}

function contested(group: readonly Rec[]): boolean {
  const stated = new Map<string, string>();
  for (const rec of group)
    for (const [field, value] of Object.entries(rec)) {
      if (NOT_CLAIMS.has(field)) continue;
      const text = statedIn(field, value);
      const before = stated.get(field);
      if (before === undefined) stated.set(field, text);
      else if (before !== text) return true;
    }
  return false;
}
