/** One bit after the other turned over: does anything still come out as verified? */
import type { Verification } from '../../src/certify/verify.ts';
import { random as seeded } from '../support/random.ts';

export interface Flips { count: number; refused: number; unknown: number; readonly verified: number[] }
export type Verifier = (bytes: Uint8Array) => Promise<Pick<Verification, 'outcome'>>;

/** `verified`: the bits that nobody missed. */
export async function flipsAt(bytes: Uint8Array, bits: Iterable<number>, verify: Verifier): Promise<Flips> {
  const flips: Flips = { count: 0, refused: 0, unknown: 0, verified: [] };
  const copy = bytes.slice();
  for (const bit of bits) {
    copy[bit >> 3]! ^= 1 << (bit & 7);
    const { outcome } = await verify(copy);
    copy[bit >> 3]! ^= 1 << (bit & 7);
    flips.count++;
    if (outcome === 'verified') flips.verified.push(bit);
    else flips[outcome]++;
  }
  return flips;
}

export const everyFlip = (bytes: Uint8Array, verify: Verifier): Promise<Flips> => flipsAt(bytes, Array.from({ length: bytes.length * 8 }, (_, bit) => bit), verify);

export function randomFlips(bytes: Uint8Array, count: number, seed: number, verify: Verifier): Promise<Flips> {
  const random = seeded(seed);
  return flipsAt(bytes, Array.from({ length: count }, () => random.int(bytes.length * 8)), verify);
}
