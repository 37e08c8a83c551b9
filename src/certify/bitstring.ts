/** The list of bits of a Bitstring Status List (https://www.w3.org/TR/vc-bitstring-status-list/): gzip in multibase base64url; bit 0 is the first. */
import type { Crypto } from './crypto.ts';
import { fromMultibase64, toMultibase64 } from './multibase.ts';

/** The least that the standard allows: who asks for one bit hides among the others. */
export const LEAST_ENTRIES = 131_072;
/** As much as is ever inflated: 16 MiB, 134 million credentials. */
const MOST_BYTES = 1 << 24;

export type BitstringFault = 'malformed' | 'too-short' | 'too-large';

export async function encodeBits(set: Iterable<number>, crypto: Pick<Crypto, 'gzip'>, entries: number = LEAST_ENTRIES): Promise<string> {
  const bits = new Uint8Array(Math.ceil(entries / 8));
  for (const index of set) {
    if (!(Number.isSafeInteger(index) && index >= 0 && index < entries)) throw new RangeError(`no entry ${index} in a list of ${entries}`);
    bits[index >> 3]! |= 0x80 >> (index & 7);
  }
  return toMultibase64(await crypto.gzip(bits));
}

export async function decodeBits(encoded: string, crypto: Pick<Crypto, 'gunzip'>): Promise<{ readonly bits: Uint8Array } | { readonly fault: BitstringFault }> {
  const packed = fromMultibase64(encoded);
  if (packed === undefined || packed[0] !== 0x1f || packed[1] !== 0x8b) return { fault: 'malformed' };
  const bits = await crypto.gunzip(packed, MOST_BYTES);
  if (bits === undefined) return { fault: 'malformed' };
  return bits.length * 8 < LEAST_ENTRIES ? { fault: 'too-short' } : { bits };
}

/** A list index as the standard writes it: decimal digits as text, no sign, no leading zero. `undefined` for all else. */
export function indexOf(text: unknown): number | undefined {
  return typeof text === 'string' && /^(0|[1-9][0-9]{0,11})$/.test(text) ? Number(text) : undefined;
}

/** Is the bit set? `undefined` where the list has no such entry. */
export function bitAt(bits: Uint8Array, index: number): boolean | undefined {
  const byte = Number.isSafeInteger(index) && index >= 0 ? bits[Math.floor(index / 8)] : undefined;
  return byte === undefined ? undefined : (byte & (0x80 >> (index % 8))) !== 0;
}
