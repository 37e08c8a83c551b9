/**
 * Exact search by edit distance: every key within the stated distance of a query is found, and no other.
 *
 * After Pass-Join (Li, Deng, Wang, Feng: PVLDB 5(3), 2011): a key that may have k errors is cut into k + 2 parts, of which two must
 * stand in the query as they are, at places that the errors before, between and behind them allow; two parts are shared by far fewer
 * keys than one of k + 1. What two parts meet is then checked: letters that one side has and the other has not, or has once less;
 * and the distance itself (Myers, J. ACM 46(3), 1999, for queries of up to 32 units). Keys are UTF-16 code units; memory is about 2
 * bytes a unit and 85 bytes a key; a probe costs a hash, and what it meets.
 */

/** Errors that a key of this length is found with: insertions, deletions, replacements (Levenshtein). */
export function reachOf(length: number, han: boolean): number {
  if (han) return length < 6 ? 0 : 1;
  return length < 4 ? 0 : length < 8 ? 1 : 2;
}

const LONGEST = 120;
const MOST_ERRORS = 2;
const BASE = 0x01000193;
const POWERS = new Int32Array(LONGEST + 1);
POWERS[0] = 1;
for (let i = 1; i <= LONGEST; i++) POWERS[i] = Math.imul(POWERS[i - 1]!, BASE);

/** More than the probes of any query. */
const MOST_PROBES = 64;
/** Units before those of a key. */
const HEAD = 3;
/** Numbers of a probe. */
const NUMBERS = 5;

export class NearIndex {
  readonly size: number;
  readonly #reachOf: (length: number, han: boolean) => number;
  /** Of every key its id (two units), its length, and its units. */
  readonly #units: Uint16Array;
  /** The keys of which two parts hash into a slot, two numbers each: where its units begin, its letters; from `#slots[s]` to `#slots[s + 1]`. */
  readonly #slots: Uint32Array;
  readonly #entries: Int32Array;
  readonly #shift: number;
  /** A Bloom filter of eight bits a slot: most parts of a query meet nothing, and this fits a near cache. */
  readonly #some: Int32Array;
  readonly #lengths: Uint8Array;
  // Scratch of one query.
  readonly #seen: Uint32Array;
  #round = 0;
  readonly #query = new Uint16Array(LONGEST);
  readonly #prefix = new Int32Array(LONGEST + 1);
  // Of each probe: its hash, where its slot's entries begin and end.
  readonly #hashes = new Int32Array(MOST_PROBES);
  readonly #from = new Uint32Array(MOST_PROBES);
  readonly #to = new Uint32Array(MOST_PROBES);
  /** Of each key that may be within reach: where its units begin, how many they are. */
  readonly #hits: number[] = [];
  readonly #peq = new Int32Array(1 << 16);
  readonly #row = new Uint8Array(LONGEST + 1);

  /** Keys longer than 120 units count by their first 120. `reach`: at most 2. */
  constructor(keys: readonly string[], reach: (length: number, han: boolean) => number = reachOf) {
    this.#reachOf = reach;
    this.size = keys.length;
    const lengths = (this.#lengths = new Uint8Array(LONGEST + 1));
    let [total, pairs] = [0, 0];
    for (const key of keys) {
      const length = Math.min(key.length, LONGEST);
      total += HEAD + length;
      lengths[length] = 1;
      pairs += PAIRS[reach(length, isHanKey(key))]!.length;
    }
    const units = (this.#units = new Uint16Array(total));
    let end = 0;
    for (let id = 0; id < keys.length; id++) {
      const key = keys[id]!;
      const length = Math.min(key.length, LONGEST);
      units[end++] = id;
      units[end++] = id >>> 16;
      units[end++] = length;
      for (let i = 0; i < length; i++) units[end++] = key.charCodeAt(i);
    }
    const bits = Math.max(8, 31 - Math.clz32(pairs));
    const shift = (this.#shift = 32 - bits);
    const some = (this.#some = new Int32Array(1 << (bits - 2)));
    const slots = (this.#slots = new Uint32Array((1 << bits) + 1));
    const entries = (this.#entries = new Int32Array(2 * pairs));
    for (let from = HEAD; from <= total; from += HEAD + units[from - 1]!) this.#pairs(from, units[from - 1]!, (hash) => {
      slots[hash >>> shift]!++;
      some[hash >>> (shift + 2)]! |= marksOf(hash);
    });
    for (let slot = 0; slot < 1 << bits; slot++) slots[slot + 1]! += slots[slot]!;
    for (let from = HEAD; from <= total; from += HEAD + units[from - 1]!) {
      const n = units[from - 1]!;
      let letters = 0;
      for (let i = 0; i < n; i++) letters = withLetter(letters, units[from + i]!);
      this.#pairs(from, n, (hash) => {
        const at = 2 * --slots[hash >>> shift]!; // from a slot's end to its beginning
        entries[at] = from;
        entries[at + 1] = letters;
      });
    }
    this.#seen = new Uint32Array(keys.length);
  }

  /**
   * Ids of the keys within reach of a query, each once, are put behind those in `found`. What memory must be waited for is asked for
   * all at once: every filter, then every slot, then what is in them.
   */
  search(query: string, found: number[]): void {
    const length = Math.min(query.length, LONGEST);
    if (length === 0 || this.size === 0) return;
    const letters = this.#read(query, length);
    const han = isHanUnit(this.#query[0]!);
    const probes = this.#probe(length, han);
    const [hashes, from, to, hits, shift] = [this.#hashes, this.#from, this.#to, this.#hits, this.#shift];
    const [some, slots, entries, units] = [this.#some, this.#slots, this.#entries, this.#units];
    let met = 0;
    for (let i = 0; i < probes; i++) {
      const hash = (hashes[met] = hashes[i]!);
      const lacks = marksOf(hash) & ~some[hash >>> (shift + 2)]!;
      met += ((lacks | -lacks) >>> 31) ^ 1; // a branch here would be guessed wrongly half of the time
    }
    for (let i = 0; i < met; i++) {
      const slot = hashes[i]! >>> shift;
      from[i] = slots[slot]!;
      to[i] = slots[slot + 1]!;
    }
    hits.length = 0;
    for (let i = 0; i < met; i++)
      for (let at = 2 * from[i]!, end = 2 * to[i]!; at < end; at += 2) {
        const others = entries[at + 1]!;
        if (!thrice(letters & ~others) && !thrice(others & ~letters)) hits.push(entries[at]!, units[entries[at]! - 1]!);
      }
    if (hits.length === 0) return;
    const [query32, peq, round] = [length <= 32, this.#peq, ++this.#round];
    if (query32) for (let k = 0; k < length; k++) peq[this.#query[k]!]! |= 1 << k;
    for (let i = 0; i < hits.length; i += 2) {
      const [key, n] = [hits[i]!, hits[i + 1]!];
      if (isHanUnit(units[key]!) !== han) continue;
      const reach = this.#reachOf(n, han);
      if (!(query32 ? this.#within(key, n, length, reach) : this.#banded(key, n, length, reach))) continue;
      const id = units[key - 3]! | (units[key - 2]! << 16);
      if (this.#seen[id] !== round) found.push(id);
      this.#seen[id] = round;
    }
    if (query32) for (let k = 0; k < length; k++) peq[this.#query[k]!] = 0;
  }

  /** Takes a query into the scratch; its letters. */
  #read(query: string, length: number): number {
    const [units, prefix] = [this.#query, this.#prefix];
    let letters = 0;
    for (let i = 0; i < length; i++) {
      const unit = query.charCodeAt(i);
      units[i] = unit;
      letters = withLetter(letters, unit);
      prefix[i + 1] = (Math.imul(prefix[i]!, BASE) + unit) | 0;
    }
    return letters;
  }

  /** Every hash of two parts of a key that the query may meet, into the scratch; how many. */
  #probe(length: number, han: boolean): number {
    const [prefix, hashes] = [this.#prefix, this.#hashes];
    let probes = 0;
    for (let n = Math.max(1, length - MOST_ERRORS); n <= Math.min(LONGEST, length + MOST_ERRORS); n++) {
      if (this.#lengths[n] === 0) continue;
      const reach = this.#reachOf(n, han);
      if (Math.abs(length - n) > reach) continue;
      const all = probesOf(n, reach, length);
      for (let i = 0; i < all.length; i += NUMBERS) {
        const [start, end, next, last] = [all[i]!, all[i + 1]!, all[i + 2]!, all[i + 3]!];
        const one = (prefix[end]! - Math.imul(prefix[start]!, POWERS[end - start]!)) | 0;
        const other = (prefix[last]! - Math.imul(prefix[next]!, POWERS[last - next]!)) | 0;
        hashes[probes++] = mix(one, other, all[i + 4]!);
      }
    }
    return probes;
  }

  /** The hashes of a key that stands from `from` in the units. */
  #pairs(from: number, n: number, meet: (hash: number) => void): void {
    if (n === 0) return;
    const units = this.#units;
    const reach = this.#reachOf(n, isHanUnit(units[from]!));
    for (let part = 0, at = 0; part < reach + 2; part++) {
      let sum = 0;
      for (const end = PLACES[placesOf(n, reach) + part + 1]!; at < end; at++) sum = (Math.imul(sum, BASE) + units[from + at]!) | 0;
      PARTS[part] = sum;
    }
    for (const { one, other, salt } of PAIRS[reach]!) meet(mix(PARTS[one]!, PARTS[other]!, saltOf(n, salt)));
  }

  /** Is the key of length n from `from` on within so many errors of the query? */
  #within(from: number, n: number, length: number, most: number): boolean {
    const units = this.#units;
    const to = from + n;
    const peq = this.#peq;
    let [positive, negative, score] = [-1, 0, length];
    const top = 1 << (length - 1);
    for (let i = from; i < to; i++) {
      const eq = peq[units[i]!]!;
      const vertical = eq | negative;
      const horizontal = (((eq & positive) + positive) ^ positive) | eq;
      let up = negative | ~(horizontal | positive);
      let down = positive & horizontal;
      if ((up & top) !== 0) score++;
      else if ((down & top) !== 0) score--;
      up = (up << 1) | 1;
      down <<= 1;
      positive = down | ~(vertical | up);
      negative = up & vertical;
      if (score - (to - i - 1) > most) return false;
    }
    return score <= most;
  }

  #banded(from: number, n: number, m: number, most: number): boolean {
    const [units, q, row] = [this.#units, this.#query, this.#row];
    for (let j = 0; j <= m; j++) row[j] = Math.min(j, 200);
    for (let i = 1; i <= n; i++) {
      let diagonal = row[0]!;
      let least = (row[0] = Math.min(i, 200));
      const unit = units[from + i - 1]!;
      for (let j = 1; j <= m; j++) {
        const above = row[j]!;
        const value = Math.min(diagonal + (unit === q[j - 1] ? 0 : 1), above + 1, row[j - 1]! + 1);
        diagonal = above;
        row[j] = value;
        if (value < least) least = value;
      }
      if (least > most) return false;
    }
    return row[m]! <= most;
  }
}

/** Two parts of a key: which they are, and a number of their own for the hash. */
interface Pair { readonly one: number; readonly other: number; readonly salt: number }

/** By the errors that may be. */
const PAIRS: readonly (readonly Pair[])[] = [0, 1, 2].map((errors) => {
  const pairs: Pair[] = [];
  for (let one = 0; one < errors + 2; one++) for (let other = one + 1; other < errors + 2; other++) pairs.push({ one, other, salt: 16 * errors + pairs.length });
  return pairs;
});

/**
 * Where two parts of a key of length n may stand in a query: from, to, from, to, salt of the hash; and so on. The two are the first that
 * stand as they are: each part before and between them has an error at least, and together with those behind them, which make the
 * query as long as it is, there are no more than may be.
 */
function probesOf(n: number, reach: number, length: number): Int32Array {
  return (PROBES[(reach * (LONGEST + 1) + n) * (2 * MOST_ERRORS + 1) + length - n + MOST_ERRORS] ??= makeProbes(n, reach, length));
}
const PROBES: (Int32Array | undefined)[] = Array.from({ length: (MOST_ERRORS + 1) * (LONGEST + 1) * (2 * MOST_ERRORS + 1) });

function makeProbes(n: number, reach: number, length: number): Int32Array {
  const probes: number[] = [];
  const place = (part: number): number => PLACES[placesOf(n, reach) + part]!;
  for (const { one, other, salt } of PAIRS[reach]!)
    for (let before = -reach; before <= reach; before++)
      for (let between = -reach; between <= reach; between++) {
        const moved = before + between;
        const behind = length - n - moved;
        if ((one === 0 && before !== 0) || (other === one + 1 && between !== 0) || (other === reach + 1 && behind !== 0)) continue;
        if (Math.max(Math.abs(before), one) + Math.max(Math.abs(between), other - one - 1) + Math.abs(behind) > reach) continue;
        const [start, end, next, last] = [place(one) + before, place(one + 1) + before, place(other) + moved, place(other + 1) + moved];
        if (start >= 0 && next >= end && last <= length) probes.push(start, end, next, last, saltOf(n, salt));
      }
  return Int32Array.from(probes);
}

const PARTS = new Int32Array(MOST_ERRORS + 2);

/** Where the parts of a key begin and the last one ends, from `placesOf` its length and errors. */
const PLACES = new Uint8Array(3 * (LONGEST + 1) * (MOST_ERRORS + 3));
for (let reach = 0; reach <= MOST_ERRORS; reach++)
  for (let n = 0; n <= LONGEST; n++) for (let part = 0; part <= reach + 2; part++) PLACES[placesOf(n, reach) + part] = Math.floor((part * n) / (reach + 2));

function placesOf(n: number, reach: number): number {
  return (reach * (LONGEST + 1) + n) * (MOST_ERRORS + 3);
}

function saltOf(length: number, salt: number): number {
  return Math.imul(length, -0x61c88647) ^ Math.imul(salt, -0x7a143595);
}

function mix(one: number, other: number, salt: number): number {
  let hash = Math.imul(one, -0x7a143595);
  hash = ((hash ^ (hash >>> 15)) + other) ^ salt;
  hash = Math.imul(hash, 0x2c1b3c6d);
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x297a2d39);
}

/** Three bits of the filter's word, by bits of the hash that choose neither it nor the slot. */
function marksOf(hash: number): number {
  return (1 << hash) | (1 << (hash >>> 5)) | (1 << (hash >>> 10));
}

/** Sixteen classes of letters: which occur, and from bit 16 on which occur twice. An error takes away one bit at most, and adds one at most. */
function withLetter(letters: number, unit: number): number {
  const bit = 1 << (unit & 15);
  return letters | bit | ((letters & bit) << 16);
}

/** Are there more than two bits? */
function thrice(bits: number): boolean {
  const less = bits & (bits - 1);
  return (less & (less - 1)) !== 0;
}

/** Does a key count as Han? Its first unit decides. */
export function isHanKey(key: string): boolean {
  return isHanUnit(key.charCodeAt(0));
}
function isHanUnit(unit: number): boolean {
  return unit >= 0x2e80;
}
