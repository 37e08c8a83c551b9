/**
 * The names of a list, found by name. Candidates come from three indexes and are then scored (compare.ts):
 *
 * 1. **near**: every name whose own words (all its words, where it has none of its own), without spaces, in their order or in that
 *    of the alphabet, are within reach of the query's: edit distance 1 from 4 letters, 2 from 8, equal below (near.ts); below 8 an
 *    exchange of neighbours is one error. Nothing is missed.
 *    **spaced**: the same of all words but the legal form, common ones too, at edit distance 1 from 4 letters: for spaces that are put
 *    wrongly and errors in common words.
 * 2. **words**: names that share an own word, as it is written or as it sounds, in any order: reordered and shortened names.
 *    A word that many names share, or of less than 4 letters, counts only with a second one.
 * 3. **sound**: names whose own words together sound alike in the house spellings of Chinese.
 */
import { framesOf, frameWords } from './frame.ts';
import { analyse, isAscii, type Name, type NameForm, type NameKind } from './analyse.ts';
import { compareNames, type Likeness, PROPOSE } from './compare.ts';
import { NearIndex } from './near.ts';
import { nearForm } from './legal-forms.ts';
import { loanKeysOfLatin } from './loan.ts';
import { houseKey, LONGEST_KEY, soundKey } from './sound.ts';
import { nearCommonWord } from './words.ts';

export interface Listed { readonly text: string; readonly kind: NameKind }
export interface Found extends Likeness { /** Position in the list. */ readonly at: number }

/** A word that more names than this share finds nobody alone. */
const MANY = 300;
/** Names that are kept taken apart, of half a kilobyte each; a power of two. */
const KEPT = 1 << 16;

export class NameIndex {
  readonly #listed: readonly Listed[];
  /** Keys of names as they are written, and as we spell them: two spellings of ours do not meet (compare.ts). */
  readonly #keys: Keys;
  readonly #spaced: Keys;
  readonly #words: Postings;
  /** Some name is in Chinese characters, kana or Hangul. */
  readonly #eastern: boolean;
  /** Some name has words in katakana. */
  readonly #kana: boolean;
  /** By the keys of loan words (loan.ts), what others wrote in Latin letters: made when the first name with katakana is asked. */
  #loans: Postings | undefined;
  /** Of what others wrote in Latin letters, house spellings of the own words and frames with common words (frame.ts): made when the first name in Chinese characters is asked. */
  #written: { readonly house: Keys; readonly frames: Postings } | undefined;
  /** What was scored lately, each at the place of its position's last bits: a list may be long. */
  readonly #names: (Name | undefined)[] = Array.from({ length: KEPT });
  readonly #namesAt = new Int32Array(KEPT).fill(-1);
  readonly #seen: Uint32Array;
  #round = 0;

  constructor(listed: readonly Listed[]) {
    this.#listed = listed;
    const [keys, spaced] = [new KeysBuilder(), new KeysBuilder()];
    const words = new PostingsBuilder();
    let [eastern, kana] = [false, false];
    for (let at = 0; at < listed.length; at++) {
      const { text, kind } = listed[at]!;
      const name = analyse(text, kind);
      eastern ||= isEastern(name);
      for (const form of name.forms) {
        for (const key of loanKeys(form)) {
          kana = true;
          words.add(textHash(key, LOAN), at);
        }
        for (const key of keysOf(form, true)) keys.add(key, at, isOurs(form));
        const all = spacedKey(form);
        if (all !== '') spaced.add(all, at, isOurs(form));
        if (isOurs(form) && isEastern(name)) for (const key of frameKeys(form)) words.add(textHash(key, FRAME), at);
        wordKeys(form, isOurs(form) ? isEastern(name) : true, true, (hash) => words.add(hash, at));
      }
    }
    this.#keys = keys.build();
    this.#spaced = spaced.build(spacedReach);
    this.#words = words.build();
    this.#eastern = eastern;
    this.#kana = kana;
    this.#seen = new Uint32Array(listed.length);
  }

  get size(): number {
    return this.#listed.length;
  }

  /** Positions of all names that may be this one; each once, in no order. */
  candidates(name: Name): number[] {
    const found: number[] = [];
    const seen = this.#seen;
    const round = ++this.#round;
    const meet = (at: number): void => {
      if (seen[at] === round) return;
      seen[at] = round;
      found.push(at);
    };
    for (const form of name.forms) {
      for (const key of keysOf(form, false, this.#eastern)) this.#keys.search(key, form.spelling !== 'han', !isOurs(form), meet);
      const all = spacedKey(form);
      if (all !== '') this.#spaced.search(all, false, !isOurs(form), meet);
      const formless = all === '' || isOurs(form) || name.legal !== undefined ? '' : withoutGluedForm(all);
      if (formless !== '') this.#spaced.search(formless, false, true, meet);
      const key = mistaken(form);
      if (key !== undefined) this.#keys.search(key, form.spelling !== 'han', !isOurs(form), meet);
      this.#byWords(form, name, meet);
      this.#byLoan(form, meet);
      this.#byFrame(form, name, meet);
    }
    if (isEastern(name)) {
      const { house } = (this.#written ??= this.#spelledByOthers());
      for (const form of name.forms) if (isOurs(form) && form.own.length >= 5 && form.own.length <= 24) house.search(houseKey(form.own), false, true, meet);
    } else if (this.#eastern) for (const key of new Set(name.forms.filter(({ own }) => own.length >= 5).map(({ own }) => houseKey(own)))) this.#easternHouse().search(key, false, true, meet);
    return found;
  }

  /** Names at least this like the query, the likest first. */
  search(text: string, kind: NameKind = 'company', threshold: number = PROPOSE): Found[] {
    const name = analyse(text, kind);
    const found: Found[] = [];
    for (const at of this.candidates(name)) {
      const likeness = compareNames(name, this.#nameAt(at), threshold);
      if (likeness.score >= threshold) found.push({ at, ...likeness });
    }
    return found.sort((a, b) => b.score - a.score || a.at - b.at);
  }

  #spelledByOthers(): { readonly house: Keys; readonly frames: Postings } {
    const [keys, frames] = [new KeysBuilder(), new PostingsBuilder()];
    for (let at = 0; at < this.#listed.length; at++) {
      const form = this.#analysed(at).forms[0]!;
      if (form.spelling !== 'written') continue;
      if (form.own.length >= 5 && form.own.length <= 24) keys.add(houseKey(form.own), at, false);
      for (const key of frameKeys(form)) frames.add(textHash(key, FRAME), at);
    }
    return { house: keys.build(), frames: frames.build() };
  }

  #oursHouse: Keys | undefined;
  #easternHouse(): Keys {
    if (this.#oursHouse !== undefined) return this.#oursHouse;
    const keys = new KeysBuilder();
    for (let at = 0; at < this.#listed.length; at++) {
      if (isAscii(this.#listed[at]!.text)) continue;
      const name = this.#analysed(at);
      if (isEastern(name)) for (const form of name.forms) if (isOurs(form) && form.own.length >= 5 && form.own.length <= 24) keys.add(houseKey(form.own), at, false);
    }
    return (this.#oursHouse = keys.build());
  }

  #analysed(at: number): Name {
    return analyse(this.#listed[at]!.text, this.#listed[at]!.kind);
  }

  #nameAt(at: number): Name {
    const place = at & (KEPT - 1);
    if (this.#namesAt[place] === at) return this.#names[place]!;
    this.#namesAt[place] = at;
    return (this.#names[place] = this.#analysed(at));
  }

  #byLoan(form: NameForm, meet: (at: number) => void): void {
    if (isOurs(form)) for (const key of loanKeys(form)) meetAll((this.#loans ??= this.#loanPostings()), key, LOAN, meet);
    else if (this.#kana && form.spelling === 'written') for (const key of latinLoanKeys(form)) meetAll(this.#words, key, LOAN, meet);
  }

  #byFrame(form: NameForm, name: Name, meet: (at: number) => void): void {
    if (isOurs(form) ? isEastern(name) : this.#eastern && form.spelling === 'written')
      for (const key of frameKeys(form)) meetAll(isOurs(form) ? (this.#written ??= this.#spelledByOthers()).frames : this.#words, key, FRAME, meet);
  }

  #loanPostings(): Postings {
    const postings = new PostingsBuilder();
    for (let at = 0; at < this.#listed.length; at++) {
      const form = this.#analysed(at).forms[0]!;
      if (form.spelling === 'written') for (const key of latinLoanKeys(form)) postings.add(textHash(key, LOAN), at);
    }
    return postings.build();
  }

  #byWords(form: NameForm, name: Name, meet: (at: number) => void): void {
    const frequent: (readonly [from: number, to: number])[] = [];
    const words = this.#words;
    wordKeys(form, isOurs(form) ? isEastern(name) : this.#eastern, false, (hash, short) => {
      const [from, to] = words.range(hash);
      if (short || to - from > MANY) frequent.push([from, to]);
      else for (let i = from; i < to; i++) meet(words.ids[i]!);
    });
    if (frequent.length < 2) return;
    // Only frequent words: names that share two of them. The lists are sorted, so both are walked once.
    frequent.sort((a, b) => a[1] - a[0] - (b[1] - b[0]));
    const [[from, to], ...others] = frequent as [readonly [number, number], ...(readonly [number, number])[]];
    for (const [start, end] of others.slice(0, 3)) {
      let j = start;
      for (let i = from; i < to && j < end; i++) {
        const id = words.ids[i]!;
        while (j < end && words.ids[j]! < id) j++;
        if (j < end && words.ids[j] === id) meet(id);
      }
    }
  }
}

function isEastern({ forms }: Name): boolean {
  return forms[0]!.spelling === 'han';
}

/** A spelling that we made of what was written. */
function isOurs({ spelling }: NameForm): boolean {
  return spelling !== 'written' && spelling !== 'han';
}

/** Keys of the words in katakana of a name that we spelled, and of all its own words where they are all katakana. */
function loanKeys(form: NameForm): string[] {
  if (!isOurs(form)) return [];
  const keys = form.loan === '' ? [] : [form.loan];
  for (const { cls, loan } of form.tokens) if (cls === 'own' && loan !== undefined && !loan.includes(':') && !keys.includes(loan)) keys.push(loan);
  return keys;
}

/** What the own words of a Latin name may be in katakana: each word, and all together. */
function latinLoanKeys(form: NameForm): string[] {
  const own = form.tokens.filter(({ cls, text }) => cls === 'own' && text.length <= 24).map(({ text }) => text);
  const keys = own.length > 1 && own.length < 4 ? loanKeysOfLatin(...own) : [];
  return [...keys, ...own.flatMap((word) => loanKeysOfLatin(word))];
}

/** Each frame with each common word. */
function frameKeys(form: NameForm): string[] {
  const words = frameWords(form);
  return words.length === 0 ? [] : framesOf(form).flatMap(({ onsets }) => words.map((word) => `${onsets}|${word}`));
}

function meetAll(postings: Postings, key: string, salt: number, meet: (at: number) => void): void {
  const [from, to] = postings.range(textHash(key, salt));
  for (let i = from; i < to; i++) meet(postings.ids[i]!);
}

/** The own words in their order; those of the list also in the other order where they are two, and of more than two both sides in that of the alphabet. */
export function keysOf(form: NameForm, listed = false, turned: boolean = listed): string[] {
  if (form.own === '') return [];
  if (form.tokens.length < 2 || form.spelling === 'han') return [form.own];
  const words = form.tokens.filter(({ cls }) => cls === 'own' || cls === 'patronymic');
  const own = (words.length > 0 ? words : form.tokens.filter(({ cls }) => cls !== 'filler')).map(({ text }) => text);
  if (own.length < 2 || (own.length === 2 && !turned)) return [form.own];
  const other = (own.length === 2 ? own.reverse() : own.sort()).join('');
  return other === form.own ? [other] : [form.own, other];
}

/** All words but the legal form as they are written, or as a Japanese name is read, without spaces. */
export function spacedKey(form: NameForm): string {
  return form.spelling === 'written' ? form.bare : form.spelling === 'japanese' ? form.whole : '';
}
export const spacedReach = (length: number): number => (length < 4 ? 0 : 1);

/** `saiadvisorsinc`: a legal form that hangs on its neighbour, because a space is put wrongly. Empty where there is none. */
function withoutGluedForm(all: string): string {
  const bare = all.replace(/(?:coltd|limited|ltda?|llc|inc|corp|company|co|gmbh|plc|sa|ag|bv|jsc)$|^(?:zao|oao|ooo|pao|cjsc|ojsc|jsc)/, '');
  return bare.length >= 4 && bare !== all ? bare : '';
}

/** The own words without those that are a common word or a legal form with a typing error in it, which else hide the name. */
function mistaken(form: NameForm): string | undefined {
  if (form.spelling !== 'written' || form.tokens.length < 2) return undefined;
  let [kept, all, left] = ['', '', 0];
  for (let i = 0; i < form.tokens.length; i++) {
    const { text, cls } = form.tokens[i]!;
    if (cls !== 'own') {
      if (cls !== 'filler') all += text;
      continue;
    }
    const near = nearCommonWord(text);
    if (near !== undefined || nearForm(text) !== undefined || (text.length < 4 && i > 0 && i >= form.tokens.length - 2)) left++;
    else kept += text;
    all += near?.as ?? text;
  }
  if (left === 0) return undefined;
  return kept.length > 1 ? kept : all.length > 3 ? all : undefined;
}

const [WRITTEN, OURS, HOUSE_WRITTEN, HOUSE_OURS, LOAN, FRAME] = [1, 2, 3, 4, 5, 6];

/**
 * Hashes of the own words as written and as they sound; and of all of them together in house spelling. `listed`: as a name of
 * the list is kept; else as it is asked for; `house`: whether that spelling can meet anything. What we spelled meets only what somebody wrote, and house spelling only speaks
 * between Chinese characters and Latin letters.
 */
function wordKeys(form: NameForm, house: boolean, listed: boolean, meet: (hash: number, short: boolean) => void): void {
  const ours = isOurs(form);
  const han = form.spelling === 'han';
  const put = (length: number, short: boolean): void => {
    meet(hashOf(length, listed && ours ? OURS : WRITTEN), short);
    if (!listed && !ours) meet(hashOf(length, OURS), short);
  };
  const putText = (text: string): void => {
    for (let i = 0; i < text.length; i++) UNITS[i] = text.charCodeAt(i);
    put(text.length, false);
  };
  const common = form.own === form.compact; // no word of its own, mostly: then what is common in it must do, as it is written
  for (const { text: own, cls, written } of form.tokens) {
    const named = cls === 'own' || cls === 'patronymic';
    if (!named && (!common || (cls !== 'trade' && cls !== 'place'))) continue;
    if (!named && written !== own) putText(written);
    const text = own;
    const short = text.length < (han ? 2 : 4);
    const length = Math.min(text.length, LONGEST_KEY);
    for (let i = 0; i < length; i++) UNITS[i] = text.charCodeAt(i);
    put(length, short);
    if (han || short) continue;
    const sounds = soundKey.into(text, UNITS);
    if (sounds >= 3 && !isText(text, sounds)) put(sounds, false);
  }
  if (!house || han || form.own.length < 4 || form.own.length > 24) return;
  const length = houseKey.into(form.own, UNITS);
  if (length >= 4) meet(hashOf(length, ours === listed ? HOUSE_OURS : HOUSE_WRITTEN), false);
}

/** Scratch: what is hashed. */
const UNITS = new Uint16Array(LONGEST_KEY);

function isText(text: string, length: number): boolean {
  if (text.length !== length) return false;
  for (let i = 0; i < length; i++) if (UNITS[i] !== text.charCodeAt(i)) return false;
  return true;
}

function* exchanges(key: string): Iterable<string> {
  for (let i = 0; i + 1 < key.length; i++)
    if (key[i] !== key[i + 1]) yield key.slice(0, i) + key[i + 1] + key[i] + key.slice(i + 2);
}

/** Keys of names in a NearIndex; a name may have several. */
class Keys {
  readonly #near: NearIndex;
  readonly #nameOf: Uint32Array;
  /** 1: a spelling that we made. */
  readonly #ours: Uint8Array;
  readonly #hits: number[] = [];

  constructor(near: NearIndex, nameOf: Uint32Array, ours: Uint8Array) {
    this.#near = near;
    this.#nameOf = nameOf;
    this.#ours = ours;
  }

  /** `ours`: also keys of spellings that we made. */
  search(key: string, swaps: boolean, ours: boolean, meet: (at: number) => void): void {
    const hits = this.#hits;
    hits.length = 0;
    this.#near.search(key, hits);
    if (swaps && key.length >= 4 && key.length < 8) for (const swapped of exchanges(key)) this.#near.search(swapped, hits);
    for (const id of hits) if (ours || this.#ours[id] === 0) meet(this.#nameOf[id]!);
  }
}

class KeysBuilder {
  readonly #keys: string[] = [];
  readonly #nameOf: number[] = [];
  readonly #ours: number[] = [];

  add(key: string, at: number, ours: boolean): void {
    this.#keys.push(key);
    this.#nameOf.push(at);
    this.#ours.push(ours ? 1 : 0);
  }

  build(reach?: (length: number, han: boolean) => number): Keys {
    return new Keys(new NearIndex(this.#keys, reach), Uint32Array.from(this.#nameOf), Uint8Array.from(this.#ours));
  }
}

/** Positions by a 32-bit hash. Two words of one hash find each other's names; scoring tells them apart. */
class Postings {
  readonly ids: Uint32Array;
  readonly #starts: Uint32Array;
  readonly #hashes: Uint32Array;
  readonly #shift: number;

  /** `hashes` and `ids` go together, sorted by the first bits of the hash. */
  constructor(ids: Uint32Array, hashes: Uint32Array, starts: Uint32Array, shift: number) {
    this.ids = ids;
    this.#hashes = hashes;
    this.#starts = starts;
    this.#shift = shift;
  }

  range(hash: number): readonly [from: number, to: number] {
    const slot = hash >>> this.#shift;
    const end = this.#starts[slot + 1]!;
    let from = this.#starts[slot]!;
    while (from < end && this.#hashes[from] !== hash) from++;
    let to = from;
    while (to < end && this.#hashes[to] === hash) to++;
    return [from, to];
  }
}

class PostingsBuilder {
  #hashes: Uint32Array = new Uint32Array(1 << 12);
  #ids: Uint32Array = new Uint32Array(1 << 12);
  #size = 0;

  /** Positions come in their order. */
  add(hash: number, id: number): void {
    if (this.#size === this.#ids.length) [this.#hashes, this.#ids] = [doubled(this.#hashes), doubled(this.#ids)];
    this.#hashes[this.#size] = hash;
    this.#ids[this.#size++] = id;
  }

  build(): Postings {
    const [hashes, all] = [this.#hashes.subarray(0, this.#size), this.#ids.subarray(0, this.#size)];
    const bits = Math.max(8, 33 - Math.clz32(all.length));
    const shift = 32 - bits;
    const starts = new Uint32Array((1 << bits) + 1);
    for (const hash of hashes) starts[(hash >>> shift) + 1]!++;
    for (let slot = 0; slot < 1 << bits; slot++) starts[slot + 1]! += starts[slot]!;
    const next = starts.slice();
    const [ids, sorted] = [new Uint32Array(all.length), new Uint32Array(all.length)];
    for (let i = 0; i < all.length; i++) {
      const at = next[hashes[i]! >>> shift]!++;
      ids[at] = all[i]!;
      sorted[at] = hashes[i]!;
    }
    for (let slot = 0; slot < 1 << bits; slot++) if (starts[slot + 1]! - starts[slot]! > 1) sortSlot(sorted, ids, starts[slot]!, starts[slot + 1]!);
    return new Postings(ids, sorted, starts, shift);
  }
}

function doubled(numbers: Uint32Array): Uint32Array {
  const more = new Uint32Array(2 * numbers.length);
  more.set(numbers);
  return more;
}

/** By hash, and within it in the order of the list; most slots hold one word. */
function sortSlot(hashes: Uint32Array, ids: Uint32Array, from: number, to: number): void {
  let mixed = false;
  for (let i = from + 1; i < to && !mixed; i++) mixed = hashes[i] !== hashes[from];
  if (!mixed) return;
  const order = Array.from({ length: to - from }, (_, i) => [hashes[from + i]!, ids[from + i]!] as const).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  order.forEach(([hash, id], i) => {
    hashes[from + i] = hash;
    ids[from + i] = id;
  });
}

function textHash(text: string, salt: number): number {
  const length = Math.min(text.length, LONGEST_KEY);
  for (let i = 0; i < length; i++) UNITS[i] = text.charCodeAt(i);
  return hashOf(length, salt);
}

/** Of the first units of the scratch. */
function hashOf(length: number, salt: number): number {
  let hash = Math.imul(salt, 0x9e3779b1);
  for (let i = 0; i < length; i++) hash = Math.imul(hash ^ UNITS[i]!, 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
