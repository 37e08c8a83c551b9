/**
 * Shares as users write them to parts per million, rounded outward: the range never says more than the text did.
 * `33.3333 %`, `60%`, `25-50 %`, `25..50 %` and `490000 ppm` are read; a bare number is a percentage (`60`), but for a
 * bare number from above 0 up to 1, which could also be a fraction of one and is refused as ambiguous.
 */
import { exactOf, readDecimal } from './decimal.ts';

export interface PpmRange { readonly lo: number; readonly hi: number }
export type ShareFault = 'ambiguous' | 'not-a-number' | 'above-all' | 'upside-down';

const WHOLE = 1_000_000;

export function readShare(text: string): PpmRange | { readonly fault: ShareFault } {
  if (text.length > 100) return { fault: 'not-a-number' };
  const found = /^(.*?)\s*(%|％|ppm)?$/isu.exec(text.trim())!;
  const ends = found[1]!.split(/\s*(?:\.\.|[-–—~])\s*/);
  if (ends.length > 2) return { fault: 'not-a-number' };
  const bounds: Exactly[] = [];
  for (const [i, end] of ends.entries()) {
    // `25 %..50 %`: the sign behind the first end is the one behind the last, never another unit's.
    const bound = ppmOf(i < ends.length - 1 && found[2]?.toLowerCase() !== 'ppm' ? end.replace(/\s*[%％]$/, '') : end, found[2]);
    if ('fault' in bound) return bound;
    bounds.push(bound);
  }
  const lo = bounds[0]!;
  const hi = bounds.at(-1)!;
  if (hi.ceil > WHOLE) return { fault: 'above-all' };
  return lo.floor > hi.ceil ? { fault: 'upside-down' } : { hi: hi.ceil, lo: lo.floor };
}

interface Exactly { readonly floor: number; readonly ceil: number }

function ppmOf(text: string, unit: string | undefined): Exactly | { readonly fault: ShareFault } {
  const read = readDecimal(text);
  if ('fault' in read) return read;
  const { units, scale } = exactOf(read.value);
  const one = 10n ** BigInt(scale);
  if (unit === undefined && units > 0n && units <= one) return { fault: 'ambiguous' };
  const ppm = unit?.toLowerCase() === 'ppm' ? units : units * 10_000n;
  const floor = ppm / one;
  if (floor > BigInt(WHOLE)) return { fault: 'above-all' };
  return { floor: Number(floor), ceil: Number(floor) + (ppm % one === 0n ? 0 : 1) };
}
