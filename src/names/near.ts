/**
 * Exact search by edit distance: every key within the stated distance of a query is found, and no other.
 *
 * Pass-Join (Li, Deng, Wang, Feng: PVLDB 5(3), 2011): a key of length n that may have k errors is cut into k + 1 segments, one
 * of which an equal part of the query must meet at a place that its errors allow; where one error is allowed, into three, of which two must. What a part meets is then checked: letters
 * that one side has and the other has not, or has once less; length; and the distance itself (Myers, J. ACM 46(3), 1999, for
 * queries of up to 32 units). Keys are UTF-16 code units; memory is about 2 bytes a unit and 50 bytes a key; a probe costs a hash
 * and the keys in its slot, whose letters lie beside them, so that most are passed over without being looked up.
 */

/** Errors that a key of this length is found with: insertions, deletions, replacements (Levenshtein). */
export function reachOf(length: number, han: boolean): number {
  if (han) return length < 6 ? 0 : 1;
  return length < 4 ? 0 : length < 8 ? 1 : 2;
}

const LONGEST = 120;
const BASE = 0x01000193;
const POWERS = new Int32Array(LONGEST + 1);
POWERS[0] = 1;
for (let i = 1; i <= LONGEST; i++) POWERS[i] = Math.imul(POWERS[i - 1]!, BASE);

export class NearIndex {
  readonly size: number;
  readonly #reachOf: (length: number, han: boolean) => number;
  readonly #units: Uint16Array;
  readonly #start: Uint32Array;
  /** The keys whose segment hashes into a slot, three numbers each: id, letters, letters that occur twice; from `#slots[s]` to `#slots[s + 1]`. */
  readonly #slots: Uint32Array;
  readonly #entries: Int32Array;
  readonly #bits: number;
  /** One bit for each of eight times as many slots: most parts of a query meet nothing, and this fits a near cache. */
  readonly #some: Uint32Array;
  readonly #lengths: Uint8Array;
  // Scratch of one query.
  readonly #seen: Uint32Array;
  #round = 0;
  #once = 0;
  #twice = 0;
  /** The letters' places are set, for checking: most queries check nothing. */
  #ready = false;
  readonly #query = new Uint16Array(LONGEST);
  readonly #prefix = new Int32Array(LONGEST + 1);
  readonly #peq = new Int32Array(1 << 16);
  readonly #row = new Uint8Array(LONGEST + 1);

  /** Keys longer than 120 units count by their first 120. `reach`: at most 2. */
  constructor(keys: readonly string[], reach: (length: number, han: boolean) => number = reachOf) {
    this.#reachOf = reach;
    const n = (this.size = keys.length);
    const start = (this.#start = new Uint32Array(n + 1));
    for (let id = 0; id < n; id++) start[id + 1] = start[id]! + Math.min(keys[id]!.length, LONGEST);
    const units = (this.#units = new Uint16Array(start[n]!));
    const [once, twice] = [new Int32Array(n), new Int32Array(n)];
    const lengths = (this.#lengths = new Uint8Array(LONGEST + 1));
    let segments = 0;
    for (let id = 0; id < n; id++) {
      const key = keys[id]!;
      const from = start[id]!;
      const length = start[id + 1]! - from;
      for (let i = 0; i < length; i++) {
        const bit = 1 << ((units[from + i] = key.charCodeAt(i)) & 31);
        twice[id]! |= once[id]! & bit;
        once[id]! |= bit;
      }
      lengths[length] = 1;
      const errors = reach(length, isHanKey(key));
      segments += inThirds(length, errors) ? 3 : errors + 1;
    }
    this.#bits = Math.max(8, 32 - Math.clz32(segments));
    const some = (this.#some = new Uint32Array(1 << (this.#bits - 2)));
    const slots = (this.#slots = new Uint32Array((1 << this.#bits) + 1));
    const entries = (this.#entries = new Int32Array(3 * segments));
    for (let id = 0; id < n; id++) this.#segments(id, (hash) => {
      slots[(hash >>> (32 - this.#bits)) + 1]!++;
      const bit = hash >>> (29 - this.#bits);
      some[bit >>> 5]! |= 1 << (bit & 31);
    });
    for (let slot = 0; slot < 1 << this.#bits; slot++) slots[slot + 1]! += slots[slot]!;
    const next = slots.slice();
    for (let id = 0; id < n; id++) this.#segments(id, (hash) => {
      const at = 3 * next[hash >>> (32 - this.#bits)]!++;
      entries[at] = id;
      entries[at + 1] = once[id]!;
      entries[at + 2] = twice[id]!;
    });
    this.#seen = new Uint32Array(n);
  }

  /** Ids of the keys within reach of a query, into `found` from `at`; returns where the next would go. */
  search(query: string, found: number[]): void {
    const length = Math.min(query.length, LONGEST);
    if (length === 0) return;
    const { size } = this;
    if (size === 0) return;
    const q = this.#query;
    const prefix = this.#prefix;
    this.#round++;
    let [once, twice] = [0, 0];
    for (let i = 0; i < length; i++) {
      const unit = query.charCodeAt(i);
      q[i] = unit;
      twice |= once & (1 << (unit & 31));
      once |= 1 << (unit & 31);
      prefix[i + 1] = (Math.imul(prefix[i]!, BASE) + unit) | 0;
    }
    this.#ready = false;
    this.#once = once;
    this.#twice = twice;
    const han = isHanKey(query);
    for (let n = Math.max(1, length - 2); n <= Math.min(LONGEST, length + 2); n++) {
      if (this.#lengths[n] === 0) continue;
      const reach = this.#reachOf(n, han);
      const delta = length - n;
      if (delta > reach || -delta > reach) continue;
      if (inThirds(n, reach)) {
        // Two thirds are as they are: before the error in their place, behind it moved by the difference.
        const [second, third] = [Math.floor(n / 3), Math.floor((2 * n) / 3)];
        const part = (start: number, end: number): number => (prefix[end]! - Math.imul(prefix[start]!, POWERS[end - start]!)) | 0;
        if (third <= length) this.#meet(mix(joined(part(0, second), part(second, third)), n, 3), n, reach, length, found);
        const last = part(third + delta, length);
        if (third + delta >= second) this.#meet(mix(joined(part(0, second), last), n, 4), n, reach, length, found);
        if (second + delta >= 0) this.#meet(mix(joined(part(second + delta, third + delta), last), n, 5), n, reach, length, found);
        continue;
      }
      const base = Math.floor(n / (reach + 1));
      const longer = n % (reach + 1); // the last ones are one unit longer
      let at = 0;
      for (let segment = 0; segment <= reach; segment++) {
        const size = base + (segment > reach - longer ? 1 : 0);
        const from = Math.max(0, at - segment, at + delta - (reach - segment));
        const to = Math.min(length - size, at + segment, at + delta + (reach - segment));
        for (let p = from; p <= to; p++) {
          const part = (prefix[p + size]! - Math.imul(prefix[p]!, POWERS[size]!)) | 0;
          this.#meet(mix(part, n, segment), n, reach, length, found);
        }
        at += size;
      }
    }
    if (this.#ready && length <= 32) for (let i = 0; i < length; i++) this.#peq[q[i]!] = 0;
  }

  /** Checks the keys of length n that a part of the query meets. */
  #meet(hash: number, n: number, reach: number, length: number, found: number[]): void {
    const shift = 32 - this.#bits;
    const bit = hash >>> (shift - 3);
    if ((this.#some[bit >>> 5]! & (1 << (bit & 31))) === 0) return;
    const slot = hash >>> shift;
    const [entries, seen, start, round, once, twice] = [this.#entries, this.#seen, this.#start, this.#round, this.#once, this.#twice];
    for (let i = 3 * this.#slots[slot]!, end = 3 * this.#slots[slot + 1]!; i < end; i += 3) {
      const entry = entries[i + 1]!;
      const lacks = once & ~entry;
      const more = entry & ~once;
      if (lacks !== 0 && beyond(lacks, reach)) continue; // most are passed over here
      if (more !== 0 && beyond(more, reach)) continue;
      const entryTwice = entries[i + 2]!;
      if (bitCount(lacks) + bitCount(twice & ~entryTwice) > reach || bitCount(more) + bitCount(entryTwice & ~twice) > reach) continue;
      const id = entries[i]!;
      if (seen[id] === round) continue;
      if (start[id + 1]! - start[id]! !== n) continue;
      seen[id] = round;
      if (!this.#ready) {
        this.#ready = true;
        if (length <= 32) for (let k = 0; k < length; k++) this.#peq[this.#query[k]!]! |= 1 << k;
      }
      if (this.#within(id, length, reach)) found.push(id);
    }
  }

  #segments(id: number, meet: (hash: number) => void): void {
    const from = this.#start[id]!;
    const n = this.#start[id + 1]! - from;
    if (n === 0) return;
    const units = this.#units;
    const reach = this.#reachOf(n, isHanUnit(units[from]!));
    if (inThirds(n, reach)) {
      const [second, third] = [Math.floor(n / 3), Math.floor((2 * n) / 3)];
      const part = (start: number, end: number): number => {
        let sum = 0;
        for (let i = start; i < end; i++) sum = (Math.imul(sum, BASE) + units[from + i]!) | 0;
        return sum;
      };
      const [a, b, c] = [part(0, second), part(second, third), part(third, n)];
      meet(mix(joined(a, b), n, 3));
      meet(mix(joined(a, c), n, 4));
      meet(mix(joined(b, c), n, 5));
      return;
    }
    const base = Math.floor(n / (reach + 1));
    const longer = n % (reach + 1);
    let at = from;
    for (let segment = 0; segment <= reach; segment++) {
      const size = base + (segment > reach - longer ? 1 : 0);
      let part = 0;
      for (let i = 0; i < size; i++) part = (Math.imul(part, BASE) + units[at + i]!) | 0;
      meet(mix(part, n, segment));
      at += size;
    }
  }

  #within(id: number, length: number, most: number): boolean {
    const units = this.#units;
    const from = this.#start[id]!;
    const to = this.#start[id + 1]!;
    if (length > 32) return this.#banded(from, to - from, length, most);
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

/** Where one error may be, two of three parts are as they are, which fewer keys share than one of two halves. */
function inThirds(length: number, reach: number): boolean {
  return reach === 1 && length >= 3;
}

function joined(one: number, other: number): number {
  return (Math.imul(one, 0x85ebca6b) ^ (one >>> 15)) + other | 0;
}

function mix(part: number, length: number, segment: number): number {
  let hash = Math.imul(part ^ (length * 0x9e3779b1) ^ (segment * 0x85ebca6b), 0x2c1b3c6d);
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x297a2d39);
}

/** Are there more bits than `reach`, which is 0, 1 or 2? */
function beyond(bits: number, reach: number): boolean {
  if (reach === 0) return true;
  const rest = bits & (bits - 1);
  return reach === 1 ? rest !== 0 : (rest & (rest - 1)) !== 0;
}

function bitCount(bits: number): number {
  let n = bits - ((bits >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Does a key count as Han? Its first unit decides. */
export function isHanKey(key: string): boolean {
  return isHanUnit(key.charCodeAt(0));
}
function isHanUnit(unit: number): boolean {
  return unit >= 0x2e80;
}
