/**
 * Words that one typing error may have made of a word that is known: both, or both less one letter, are equal. So every word one
 * error away is found, and some two away. A table of bits, by a hash of each form, is asked first: most words are near to nothing.
 */
const LONGEST = 64;
const BASE = 0x01000193;
const POWERS = new Int32Array(LONGEST + 1);
POWERS[0] = 1;
for (let i = 1; i <= LONGEST; i++) POWERS[i] = Math.imul(POWERS[i - 1]!, BASE);
const PREFIX = new Int32Array(LONGEST + 1);

export class NearWords<T> {
  readonly #known = new Map<string, T>();
  readonly #bits = new Uint32Array(1 << 15); // 128 KB, 2^20 bits

  constructor(words: Iterable<readonly [word: string, as: T]>) {
    for (const [word, as] of words) {
      if (word.length > LONGEST) continue;
      for (let i = -1; i < word.length; i++) {
        const form = i < 0 ? word : word.slice(0, i) + word.slice(i + 1);
        this.#known.set(form, as);
        const bit = bitOf(hashed(form));
        this.#bits[bit >>> 5]! |= 1 << (bit & 31);
      }
    }
  }

  /** What the word is near to, if to anything. */
  find(word: string): T | undefined {
    const length = word.length;
    if (length > LONGEST) return undefined;
    const all = hashed(word);
    if (this.#may(all)) {
      const found = this.#known.get(word);
      if (found !== undefined) return found;
    }
    for (let i = 0; i < length; i++) {
      const power = POWERS[length - 1 - i]!;
      const less = (Math.imul(PREFIX[i]!, power) + all - Math.imul(PREFIX[i + 1]!, power)) | 0;
      if (!this.#may(less)) continue;
      const found = this.#known.get(word.slice(0, i) + word.slice(i + 1));
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #may(hash: number): boolean {
    const bit = bitOf(hash);
    return (this.#bits[bit >>> 5]! & (1 << (bit & 31))) !== 0;
  }
}

/** Of a word; its beginnings' are left in PREFIX. */
function hashed(word: string): number {
  for (let i = 0; i < word.length; i++) PREFIX[i + 1] = (Math.imul(PREFIX[i]!, BASE) + word.charCodeAt(i)) | 0;
  return PREFIX[word.length]!;
}

function bitOf(hash: number): number {
  return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 12;
}
