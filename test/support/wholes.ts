/**
 * Stated wholes that their parts contradict (docs/semantics.md 6.4): a cost or mass of a product that its lines surely
 * exceed, or, stated to be all of them, cannot make up; substances likewise. Plain arithmetic on what is recorded.
 */
import type { Line, Rec, Recipe } from '../../src/model/record.ts';
import { digestOf } from './digest.ts';

type Ends = readonly [lo: bigint, hi: bigint];
const PPM = 1_000_000n,
  OPEN: Ends = [0n, 10n ** 200n],
  ONE = 10n ** 18n,
  COUNTS = ['C62', 'H87', 'EA'],
  GRAMS: Readonly<Record<string, bigint>> = { KGM: 1000n, GRM: 1n, TNE: PPM };

const of = <K extends Rec['kind']>(records: readonly Rec[], kind: K): Extract<Rec, { kind: K }>[] =>
  records.filter((r): r is Extract<Rec, { kind: K }> => r.kind === kind);
const units = (text: string): bigint => BigInt(text.split('.')[0]! + (text.split('.')[1] ?? '').padEnd(18, '0'));
const sum = (xs: readonly bigint[]): bigint => xs.reduce((a, b) => a + b, 0n);
const least = (xs: readonly bigint[]): bigint => xs.reduce((a, b) => (a < b ? a : b));
const most = (xs: readonly bigint[]): bigint => xs.reduce((a, b) => (a > b ? a : b));
/** What all of them say: the one within all others, else from the least to the most. */
const ends = (all: readonly Ends[]): Ends =>
  all.length === 0
    ? OPEN
    : (all.find(([lo, hi]) => all.every((x) => x[0] <= lo && hi <= x[1])) ?? [least(all.map((x) => x[0])), most(all.map((x) => x[1]))]);

export function wholesContradicted(records: readonly Rec[]): boolean {
  const substances = of(records, 'material');
  for (const product of new Set(substances.map((m) => m.product))) {
    const own = substances.filter((m) => m.product === product);
    const masses = [...new Set(own.map((m) => m.substance))].map((substance) =>
      ends(own.filter((m) => m.substance === substance).map(({ massPpm: { lo, hi } }): Ends => [BigInt(lo), BigInt(hi)])),
    );
    if (contradicts(masses, PPM, saidToBeAll(records, 'materials', product, own))) return true;
  }
  return of(records, 'recipe').some((recipe) => (['cost', 'mass'] as const).some((measure) => billContradicts(records, recipe, measure)));
}

const contradicts = (parts: readonly Ends[], whole: bigint, all: boolean): boolean =>
  sum(parts.map(([lo]) => lo)) > whole || (all && sum(parts.map(([, hi]) => hi)) < whole);

function billContradicts(records: readonly Rec[], { id, output }: Recipe, measure: 'cost' | 'mass'): boolean {
  const field = measure === 'cost' ? 'unitCost' : 'unitMassKg';
  const each = (product: string | null) => of(records, 'product').flatMap((p) => (p.id === product ? (p[field] ?? []) : []));
  const currencyOf = (x: object | undefined): string => (x !== undefined && 'currency' in x ? String(x.currency) : '');
  const stated = each(output),
    [lo, hi] = ends(stated.map((x): Ends => [units(x.lo), units(x.hi)]));
  if (lo !== hi) return false;
  const lines = of(records, 'line').filter((l) => l.recipe === id);
  const parts = [...new Set(lines.map((l) => l.line))].map((name): Ends => {
    const same = lines.filter((l) => l.line === name);
    const uom = [...new Set(same.flatMap((l) => l.uom ?? []))],
      quantity = ends(same.flatMap((l) => (l.quantity === undefined ? [] : [[units(l.quantity), units(l.quantity)] as const])));
    const amountOf = (product: string | null): Ends => {
      const grams = uom.length === 1 ? GRAMS[uom[0]!] : undefined;
      if (measure === 'mass' && grams !== undefined) return [quantity[0] * grams * (ONE / 1000n), quantity[1] * grams * (ONE / 1000n)];
      const paid = measure === 'cost' ? same.flatMap((l) => l.costEach ?? []) : [];
      const price = paid.length ? paid : uom.length === 1 && COUNTS.includes(uom[0]!) ? each(product) : [];
      if (new Set([...stated, ...price].map(currencyOf)).size > 1) return OPEN;
      const one = ends(price.map((x): Ends => [units(x.lo), units(x.hi)]));
      return [quantity[0] * one[0], quantity[1] * one[1]];
    };
    return ofOptions(same, amountOf);
  });
  return contradicts(parts, lo * ONE * PPM, saidToBeAll(records, 'components', id, lines));
}

/** A line's least and greatest amount, times a million: its options share it within what is said of each. */
function ofOptions(same: readonly Line[], amountOf: (product: string | null) => Ends): Ends {
  const positions = Array.from({ length: Math.max(...same.map((l) => l.options.length)) }, (_, i) => same.flatMap((l) => l.options[i] ?? []));
  const options = positions.map((claims) => {
    const named = claims.flatMap((o) => o.product ?? []),
      amounts = (named.length ? named : [null]).map(amountOf),
      unused = claims.some((o) => o.use === 'known' || o.use === 'approved');
    const shares = claims.flatMap((o) => (o.share ? [[BigInt(o.share.lo), BigInt(o.share.hi)] as const] : []));
    return {
      unused,
      share: unused ? ([0n, 0n] as Ends) : shares.length ? ends(shares) : ([0n, PPM] as Ends),
      amount: [least(amounts.map((x) => x[0])), most(amounts.map((x) => x[1]))] as Ends,
    };
  });
  const makeWhole = (of: readonly Ends[]): boolean => sum(of.map((x) => x[0])) <= PPM && sum(of.map((x) => x[1])) >= PPM;
  const stated = options.map((o) => o.share),
    limits = options.map((o): Ends => (o.unused ? [0n, 0n] : [0n, PPM])),
    shares = makeWhole(stated) ? stated : limits;
  if (!makeWhole(shares)) return OPEN;
  const split = (end: 0 | 1): bigint => {
    let rest = PPM - sum(shares.map((x) => x[0])),
      total = 0n;
    const order = options.map((o, i) => ({ value: o.amount[end], share: shares[i]! }));
    order.sort((a, b) => (a.value === b.value ? 0 : a.value < b.value === (end === 0) ? -1 : 1));
    for (const { value, share } of order) {
      const more = least([rest, share[1] - share[0]]);
      rest -= more;
      total += (share[0] + more) * value;
    }
    return total;
  };
  return [split(0), split(1)];
}

/** A statement without scope that pins just these. */
function saidToBeAll(records: readonly Rec[], list: string, id: string, members: readonly Rec[]): boolean {
  const digests = new Set(members.map(digestOf));
  return of(records, 'completeness').some(
    (c) => c.list === list && c.of === id && !c.scope && c.status === 'complete' && c.members.length >= digests.size && c.members.every((d) => digests.has(d)),
  );
}
