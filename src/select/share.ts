/**
 * How large a part of a whole is made of the items for which something holds: exact interval arithmetic on integers
 * (docs/semantics.md 6.4). Both ends are attained by some reading of what is open. O(items log items).
 */
import { F, T, type Tri } from '../base/verdict.ts';

/** An amount in some common integer unit; `hi` absent: no bound. */
export interface Amount { readonly lo: bigint; readonly hi?: bigint }
export interface ShareOption extends Amount {
  readonly shareLo: number;
  readonly shareHi: number;
  readonly where: Tri;
}
/** The options of one item that together make 1 000 000 ppm of it. */
export type ShareItem = readonly ShareOption[];
/** A fraction; compared by cross-multiplication, never divided. */
export interface Fraction { readonly num: bigint; readonly den: bigint }

const NONE: Fraction = { num: 0n, den: 1n };
const ALL: Fraction = { num: 1n, den: 1n };
const WHOLE = 1_000_000;
const PPM = 1_000_000n;

/** The least share that is surely of the wanted kind. `total`: the stated whole; `full`: no item is missing. */
export function leastShare(items: readonly ShareItem[], total: bigint | undefined, full: boolean): Fraction {
  const sums = sumUp(items, (where) => where !== T);
  if (sums === undefined || !consistent(items, total, full)) return NONE;
  const { rest: { hi: othersHi }, wanted: { lo: wantedLo } } = sums;
  if (total !== undefined) {
    const byRest = full && othersHi !== undefined ? PPM * total - othersHi : 0n;
    return total === 0n ? NONE : { num: byRest > wantedLo ? byRest : wantedLo, den: PPM * total };
  }
  if (!full || othersHi === undefined || wantedLo + othersHi === 0n) return NONE;
  return { num: wantedLo, den: wantedLo + othersHi };
}

/** The greatest share that may be of the wanted kind. */
export function greatestShare(items: readonly ShareItem[], total: bigint | undefined, full: boolean): Fraction {
  const sums = sumUp(items, (where) => where !== F);
  if (sums === undefined || !consistent(items, total, full)) return ALL;
  const { rest: { hi: maybeHi }, wanted: { lo: othersLo } } = sums;
  if (total !== undefined) {
    const byRest = PPM * total - othersLo;
    return total === 0n ? ALL : { num: full && maybeHi !== undefined && maybeHi < byRest ? maybeHi : byRest, den: PPM * total };
  }
  if (!full || maybeHi === undefined || maybeHi + othersLo === 0n) return ALL;
  return { num: maybeHi, den: maybeHi + othersLo };
}

/** -1, 0, 1: how the fraction compares with so many basis points. */
export function compareToBasisPoints({ num, den }: Fraction, basisPoints: number): number {
  const [left, right] = [num * 10_000n, BigInt(basisPoints) * den];
  return left < right ? -1 : left > right ? 1 : 0;
}

interface Sums { readonly wanted: { lo: bigint }; readonly rest: { hi: bigint | undefined } }

/** Splits every item so that as much as possible goes to `first`, at its largest; the others get what is left, at their smallest. */
function sumUp(items: readonly ShareItem[], first: (where: Tri) => boolean): Sums | undefined {
  const sums: Sums = { wanted: { lo: 0n }, rest: { hi: 0n } };
  for (const item of items) {
    const order = [...item].sort((a, b) => Number(first(b.where)) - Number(first(a.where)) || (first(a.where) ? -compareHi(a, b) : compareBig(a.lo, b.lo)));
    const shares = split(order);
    if (shares === undefined) return undefined;
    order.forEach((option, i) => {
      const share = BigInt(shares[i]!);
      if (!first(option.where)) sums.wanted.lo += share * option.lo;
      else if (option.hi === undefined) sums.rest.hi = share > 0n ? undefined : sums.rest.hi;
      else if (sums.rest.hi !== undefined) sums.rest.hi += share * option.hi;
    });
  }
  return sums;
}

/** Shares in the order given: everyone's least, then greedily up to everyone's most. Undefined where they cannot make a whole. */
function split(order: readonly ShareOption[]): number[] | undefined {
  const shares = order.map((option) => option.shareLo);
  let left = WHOLE - shares.reduce((a, b) => a + b, 0);
  if (left < 0) return undefined;
  order.forEach((option, i) => {
    const more = Math.min(left, option.shareHi - option.shareLo);
    shares[i]! += more;
    left -= more;
  });
  return left > 0 ? undefined : shares;
}

/** A stated whole that its items surely exceed, or cannot fill, says nothing. */
function consistent(items: readonly ShareItem[], total: bigint | undefined, full: boolean): boolean {
  if (total === undefined) return true;
  const least = sumUp(items, () => false)!.wanted.lo;
  const most = sumUp(items, () => true)!.rest.hi;
  return least <= PPM * total && !(full && most !== undefined && most < PPM * total);
}

function compareHi(a: Amount, b: Amount): number {
  if (a.hi === undefined || b.hi === undefined) return a.hi === b.hi ? 0 : a.hi === undefined ? 1 : -1;
  return compareBig(a.hi, b.hi);
}

function compareBig(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

