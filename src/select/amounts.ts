/** Amounts in decimals for the shares of docs/semantics.md 6.4: exact products, in one integer unit. */
import { compareDecimals, type Exact, exactOf } from '../base/decimal.ts';
import type { Tri } from '../base/verdict.ts';
import type { RangeDecimal } from '../model/record.ts';
import { type Fraction, greatestShare, leastShare, type ShareItem } from './share.ts';

/** Products of decimals; a factor that is absent has no bound. */
export interface DecimalAmount { readonly lo: readonly string[]; readonly hi: readonly (string | undefined)[] }
/** `amounts`: of each product that is claimed to be the option; any of them may be it. */
export type DecimalItem = readonly { readonly amounts: readonly DecimalAmount[]; readonly shareLo: number; readonly shareHi: number; readonly where: Tri }[];

/** Brings all amounts to one integer unit. */
export function scaled(items: readonly DecimalItem[], total: string | undefined, direction: 'least' | 'greatest', full: boolean): Fraction {
  const read = items.map((item) => item.map(({ amounts, ...rest }) => ({ ...rest, amounts: amounts.map(({ lo, hi }) => ({ lo: timesAll(lo)!, hi: timesAll(hi) })) })));
  const scale = Math.max(0, total === undefined ? 0 : exactOf(total).scale, ...read.flat(2).flatMap(({ amounts }) => amounts.flatMap(({ lo, hi }) => [lo.scale, hi?.scale ?? 0])));
  const whole = ({ units, scale: own }: Exact): bigint => units * 10n ** BigInt(scale - own);
  const made = read.map((item): ShareItem => item.map(({ amounts, ...rest }) => {
    const his = amounts.map(({ hi }) => hi && whole(hi));
    return { ...rest, lo: extreme(amounts.map(({ lo }) => whole(lo)), -1), ...(his.every((hi) => hi !== undefined) && { hi: extreme(his, 1) }) };
  }));
  const stated = total === undefined ? undefined : whole(exactOf(total));
  return direction === 'least' ? leastShare(made, stated, full) : greatestShare(made, stated, full);
}

/** Nothing times whatever is nothing. */
function timesAll(factors: readonly (string | undefined)[]): Exact | undefined {
  const known = factors.flatMap((factor) => (factor === undefined ? [] : [exactOf(factor)]));
  const product = known.reduce((a, b) => ({ units: a.units * b.units, scale: a.scale + b.scale }), { units: 1n, scale: 0 });
  return known.length === factors.length || product.units === 0n ? product : undefined;
}

function extreme(values: readonly bigint[], sign: 1 | -1): bigint {
  return values.reduce((a, b) => ((sign === 1 ? b > a : b < a) ? b : a));
}

/** The inner one where one lies within all others, else the hull; undefined for none. */
export function innerRange(ranges: readonly RangeDecimal[]): RangeDecimal | undefined {
  const inner = ranges.find((range) => ranges.every((other) => within(range, other)));
  return inner ?? (ranges.length === 0 ? undefined : ranges.reduce((hull, range) => ({ lo: least(hull.lo, range.lo), hi: most(hull.hi, range.hi) })));
}

function within(a: RangeDecimal, b: RangeDecimal): boolean {
  return compareDecimals(a.lo, b.lo) >= 0 && compareDecimals(a.hi, b.hi) <= 0;
}
function least(a: string, b: string): string {
  return compareDecimals(a, b) <= 0 ? a : b;
}
function most(a: string, b: string): string {
  return compareDecimals(a, b) >= 0 ? a : b;
}
