/**
 * How alike two names are, from 0 to 1, and why. Nothing here is learned: every figure is a decision that can be read off
 * this file. Two thresholds are shipped: from `propose` on a person must judge; `same` is for benchmarks and `--auto` alone.
 *
 * - **typing**: the whole name, word spaces and legal form apart, within the typing errors that its own words may have
 *   (`errorsAllowed`: none below 4 letters, 1 below 8, else 2; Han: 1 from 6 characters): 1 - 0.06 for each.
 * - **words**: words matched in any order, each by its own typing errors, sound, initial or short form, weighed (`WEIGHTS`) and
 *   set against the words left over (Dice). In names of people, words left over on one side alone count 0.3.
 * - **contained**: all own words of one name are in the other, which adds only common ones (places and trades of a subsidiary: DJI Europe); or
 *   both begin with one long own word, and one has one more (Huawei Cloud); or two words and more of one, an own one among them, stand in
 *   a row in the other, whatever is around them.
 * - **cut-off**: one is the beginning of the other, as the short fields of many systems leave it.
 * - **sound**: the same when romanisations of one sound are not told apart.
 * Against: legal forms that exclude each other; own words, places, numbers left over on both sides. Common words never match by
 * parts, but three of them beside places alone, nor an abbreviation of up to three letters beside another own word.
 */
import { type Name, type NameForm, type NameKind, type Spelling, type Token, WEIGHTS } from './analyse.ts';
import { editDistance, errorsAllowed } from './distance.ts';
import { frameLikeness } from './frame.ts';
import { loanKeysOfLatin } from './loan.ts';
import { sameGivenName } from './people.ts';
import { consonants, houseKey, soundKey } from './sound.ts';
import { pinyinSyllables } from './syllables.ts';
import { nearCommonWord } from './words.ts';

/** From here a candidate is open and a person judges it. */
export const PROPOSE = 0.7;
/** From here benchmarks and `--auto` take two names for one. */
export const SAME = 0.85;

export type Feature = 'typing' | 'words' | 'contained' | 'cut-off' | 'sound' | 'consonants' | 'legal-form' | 'left-over' | 'common-only' | 'short-only' | 'one-word' | 'mixed-script';
export interface Reason { readonly feature: Feature; /** What it adds or takes, in hundredths. */ readonly points: number; readonly words?: readonly string[] }
export interface Likeness { readonly score: number; readonly spelling: Spelling; readonly reasons: readonly Reason[] }

const TYPO = 0.06;
const LEGAL = 0.16;
/** What two places, two numbers or two initials that differ take away. */
const AGAINST = 0.12;
/** Letters that a field has at least which cuts names off; many have 20, 30 or 35, spaces included. */
const CUT_OFF = 16;
/** All own words of one name in the other, which adds common ones alone. */
const CONTAINED = 0.72;

/** `least`: what is less alike need not be explained. */
export function compareNames(a: Name, b: Name, least = 0): Likeness {
  let best: Likeness = { score: 0, spelling: 'written', reasons: [] };
  const eastern = a.forms[0]!.spelling === 'han' || b.forms[0]!.spelling === 'han';
  search: for (const left of a.forms)
    for (const right of b.forms) {
      if (!comparable(left, right)) continue;
      const found = compareForms(left, right, a.kind === 'person' && b.kind === 'person' ? 'person' : 'company', a.abjad !== b.abjad, eastern, least);
      if (found.score > best.score) best = found;
      // Two names alike as they are written need no other spelling.
      if (best.score === 1 || (best.score >= 0.9 && best.spelling === 'written')) break search;
    }
  const reasons = [...best.reasons];
  let score = best.score;
  if (a.legal !== undefined && b.legal !== undefined && a.legal !== b.legal && a.legal !== 'general' && b.legal !== 'general') {
    score -= LEGAL;
    reasons.push({ feature: 'legal-form', points: -100 * LEGAL, words: [a.legal, b.legal] });
  }
  if (a.mixed !== b.mixed) reasons.push({ feature: 'mixed-script', points: 0 });
  return { score: Math.max(0, Math.round(score * 1000) / 1000), spelling: best.spelling, reasons };
}

/** A romanisation meets what somebody wrote; two romanisations say nothing about each other, but where one is of kana. */
function comparable({ spelling: a, tokens: left }: NameForm, { spelling: b, tokens: right }: NameForm): boolean {
  if (a === 'han' || b === 'han') return a === b;
  return a === 'written' || b === 'written' || (a === b && a === 'japanese' && (left.some(inKana) || right.some(inKana)));
}
const inKana = ({ loan }: Token): boolean => loan !== undefined;

function compareForms(a: NameForm, b: NameForm, kind: NameKind, abjad: boolean, eastern: boolean, least: number): Likeness {
  const spelling = a.spelling === 'written' ? b.spelling : a.spelling;
  const typing = wholeTyping(a, b);
  if (typing === 1) return { score: 1, spelling, reasons: [{ feature: 'typing', points: 100 }] };
  const by = (feature: Feature, score: number): Likeness => ({ score, spelling, reasons: [{ feature, points: Math.round(score * 100) }] });
  let best = byWords(a, b, kind, spelling, least);
  const orElse = (feature: Feature, score: number): void => {
    if (score > best.score) best = by(feature, score);
  };
  if (typing > 0 && typing >= best.score) best = by('typing', typing);
  if (kind === 'company' && spelling === 'written' && isCutOff(a, b)) orElse('cut-off', CONTAINED);
  if (a.spelling === 'han' || best.score >= 0.9) return best;
  orElse('sound', soundLikeness(a, b));
  if (spelling !== 'written') {
    const house = Math.max(houseLikeness(a, b), loanLikeness(a, b));
    orElse('sound', eastern && house === 0 ? frameLikeness(a, b) : house);
  }
  if (abjad) {
    const [x, y] = [consonants(a.compact), consonants(b.compact)];
    const errors = Math.min(x.length, y.length) >= 5 ? editDistance(x, y, 1) : 2;
    if (errors <= 1) orElse('consonants', 0.88 - 0.02 * errors);
  }
  return best;
}

/** A name as long as a field of some system is, in the middle of a word of which the other name goes on. */
function isCutOff(a: NameForm, b: NameForm): boolean {
  const [shorter, longer] = a.whole.length < b.whole.length ? [a, b] : [b, a];
  const last = shorter.tokens.length - 1;
  return shorter.whole.length >= CUT_OFF && longer.whole.startsWith(shorter.whole) && shorter.tokens[last]?.written !== longer.tokens[last]?.written;
}

/** All words, where romanisations of one sound are not told apart. */
function soundLikeness(a: NameForm, b: NameForm): number {
  if (Math.abs(a.compact.length - b.compact.length) > 4) return 0;
  const [one, other] = [a.sound, b.sound];
  const shorter = Math.min(one.length, other.length);
  if (shorter >= 5 && one === other) return 0.9;
  return shorter >= 8 && editDistance(one, other, 1) <= 1 ? 0.8 : 0;
}

/** 1 where the names are the same but for spaces; 0 where there are more errors than may be. */
function wholeTyping(a: NameForm, b: NameForm): number {
  if (a.compact === b.compact && a.compact !== '') return 1;
  const letters = Math.min(a.own.length, b.own.length);
  const allowed = a.spelling === 'han' ? (letters < 6 ? 0 : 1) : errorsAllowed(letters);
  const errors = editDistance(a.compact, b.compact, allowed);
  if (errors <= allowed) return 1 - TYPO * errors;
  if (a.whole === b.compact || b.whole === a.compact || a.whole === b.whole) return 1;
  if (a.spelling === 'japanese' || b.spelling === 'japanese') return readWhole(a, b);
  if (a.spelling === 'han' || a.whole.length + b.whole.length === a.compact.length + b.compact.length) return 0;
  // An error in the legal form; an error in a common word, or a space put wrongly, where the own words stand as they are.
  const spared = Math.min(a.whole.length, b.whole.length) >= 8 && (a.whole.includes(b.own) || b.whole.includes(a.own));
  const most = spared ? Math.max(1, allowed) : allowed;
  const wholeErrors = editDistance(a.whole, b.whole, most);
  return wholeErrors <= most ? 1 - TYPO * wholeErrors - 0.02 : 0;
}

/** A Japanese name that is read as all of the other is written: 東京応化工業 and Tokyo Ohka Kogyo. */
function readWhole(a: NameForm, b: NameForm): number {
  const [read, written] = a.spelling === 'japanese' ? [a.whole, b.bare] : [b.whole, a.bare];
  const errors = written.length < 6 ? 2 : editDistance(read, written, 1);
  return errors <= 1 ? 1 - TYPO * errors : 0;
}

/** Words on the left and on the right, as bits of their positions, that are one word. */
interface Pair { readonly left: number; readonly right: number; readonly alike: number; readonly weight: number; readonly own: boolean; readonly text: string }

/** So many common words together are a name. */
export const COMMON_ENOUGH = 3;
/** Trades that say nothing about the trade. */
const EMPTY: ReadonlySet<string> = new Set(['industry', 'enterprise', 'company', 'corporation', 'group', 'holding']);
/** What parts of a firm are called. */
const PARTS: ReadonlySet<string> = new Set(['branch', 'office', 'division', 'research', 'factory', 'center', ...EMPTY]);
/** Words beyond this are not looked at. */
const MOST_WORDS = 24;
const isOwn = ({ cls }: Token): boolean => cls === 'own' || cls === 'patronymic';

function byWords(a: NameForm, b: NameForm, kind: NameKind, spelling: Spelling, least: number): Likeness {
  const pairs = pairUp(a.tokens, b.tokens, kind, spelling);
  let [usedLeft, usedRight, matched, all, own, longest, initials] = [0, 0, 0, 0, 0, 0, false];
  for (const pair of pairs) {
    usedLeft |= pair.left;
    usedRight |= pair.right;
    matched += 2 * pair.weight * pair.alike;
    all += 2 * pair.weight;
    if (pair.own) {
      own++;
      longest = Math.max(longest, pair.text.length);
    } else if (pair.weight === WEIGHTS.initial) initials = true;
  }
  const left = restOf(a.tokens, usedLeft, hasUnread(b.tokens, usedRight));
  const right = restOf(b.tokens, usedRight, hasUnread(a.tokens, usedLeft));
  const bothOwn = left.own > 0 && right.own > 0;
  let extra = left.weight + right.weight;
  if (kind === 'person' && !bothOwn && own >= 2) extra *= 0.3;
  let score = all + extra === 0 ? 0 : matched / (all + extra);
  if (bothOwn) score *= kind === 'person' ? 0.85 : 0.8;
  if (left.place && right.place) score -= AGAINST;
  if (left.number && right.number) score -= AGAINST;
  if (left.initial && (right.initial || right.own > 0)) score -= AGAINST;
  else if (right.initial && left.own > 0) score -= AGAINST;
  const rest = left.words + right.words;
  let capped: Reason | undefined;
  const cap = (most: number, why: Feature): void => {
    if (score <= most) return;
    capped = { feature: why, points: Math.round((most - score) * 100) };
    score = most;
  };
  const han = spelling === 'han';
  let feature: Feature = 'words';
  if (kind === 'person') {
    if (own === 0) cap(0.5, 'common-only');
    else if (own === 1 && !initials && Math.max(countOwn(a.tokens), countOwn(b.tokens)) > 1) cap(0.6, 'one-word');
  } else if (own === 0) {
    // Nippon Paper Industries and 日本製紙: what is left over says nothing in either.
    // Between two scripts, of names of nothing but common words all but two must be translations: 亞洲水泥 and Asia Cement.
    const [onLeft, onRight] = [unused(a.tokens, usedLeft), unused(b.tokens, usedRight)];
    // A branch or a part of a firm of nothing but common words: Semiconductor Manufacturing International (Shanghai)
    const branch = pairs.length >= COMMON_ENOUGH && (onLeft.length === 0 || onRight.length === 0) && [...onLeft, ...onRight].every(({ cls, text }) => cls === 'place' || cls === 'number' || PARTS.has(text));
    const few = branch || (pairs.length > 1 && ([...onLeft, ...onRight].every(({ text }) => EMPTY.has(text)) || (spelling !== 'written' && rest <= 2 && !(left.number && right.number))));
    if (rest > 0) cap(few ? CONTAINED : 0.6, 'common-only');
    if (branch) score = Math.max(score, CONTAINED);
    // One common word more in the middle of three: Global Precision (Electronics) Technology
    else if (spelling === 'written' && rest === 1 && pairs.length >= COMMON_ENOUGH && firstWord(a.tokens) === firstWord(b.tokens)) score = Math.max(score, PROPOSE);
  } else if (left.own + right.own > 0) {
    if (longest <= (han ? 1 : 3)) cap(0.5, 'short-only');
    // Huawei Cloud: a long word in front of both, and one more behind it on one side
    else if (spelling === 'written' && longest >= 6 && left.own + right.own === 1 && score < PROPOSE && firstOwn(a.tokens) === firstOwn(b.tokens)) score = PROPOSE;
    // Nachi-Fujikoshi and 不二越: a long word read the same, and one more on one side
    else if (!han && spelling !== 'written' && longest >= 8 && left.own + right.own === 1 && score < CONTAINED && score > 0.6) score = CONTAINED;
    // All of one name, word by word, inside a longer text: an address, a remark or a number of one's own stands around it
    else if (kind === 'company' && score < PROPOSE && longest >= (han ? 2 : 4) && pairs.length > 1 && (inARow(a.tokens, usedLeft, b.tokens, usedRight, pairs) || inARow(b.tokens, usedRight, a.tokens, usedLeft, pairs))) score = PROPOSE;
  } else if (score < CONTAINED && longest >= (han ? 2 : spelling === 'written' ? 3 : 4)) {
    feature = 'contained';
    score = CONTAINED;
  }
  score = Math.max(0, score);
  if (score < least) return { score, spelling, reasons: [] };
  const words = [...unused(a.tokens, usedLeft), ...unused(b.tokens, usedRight)].map(({ text }) => text);
  const reasons: Reason[] = [{ feature, points: Math.round(score * 100), words: pairs.filter((pair) => pair.own).map(({ text }) => text) }];
  if (capped !== undefined) reasons.push(rest === 0 ? capped : { ...capped, words });
  else if (rest > 0) reasons.push({ feature: 'left-over', points: 0, words });
  return { score, spelling, reasons };
}

/** Are all words of the second among the first as they are, with nothing but fillers between them? */
function inARow(longer: readonly Token[], usedOfLonger: number, shorter: readonly Token[], usedOfShorter: number, pairs: readonly Pair[]): boolean {
  if (pairs.some(({ alike }) => alike < 1) || unused(shorter, usedOfShorter).length > 0) return false;
  const last = 31 - Math.clz32(usedOfLonger);
  for (let i = 31 - Math.clz32(usedOfLonger & -usedOfLonger); i < last; i++) if (isLeft(longer[i]!, i, usedOfLonger)) return false;
  return true;
}

const firstWord = (tokens: readonly Token[]): string | undefined => tokens[0]?.text;

/** `words`: how many. */
interface Rest { weight: number; words: number; own: number; place: boolean; number: boolean; initial: boolean }

/** What was left over on one side. `facingUnread`: on the other side characters are left that may be the trade which up to two words here name. */
function restOf(tokens: readonly Token[], used: number, facingUnread: boolean): Rest {
  const rest: Rest = { weight: 0, words: 0, own: 0, place: false, number: false, initial: false };
  let translated = 0;
  for (let i = 0; i < tokens.length; i++) {
    const one = tokens[i]!;
    if (!isLeft(one, i, used)) continue;
    if (facingUnread && translated < 2 && one.cls === 'own' && pinyinSyllables(one.text) === undefined) {
      translated++;
      rest.weight += WEIGHTS.unread;
      rest.words++;
      continue;
    }
    rest.weight += one.weight;
    rest.words++;
    if (isOwn(one)) rest.own++;
    else if (one.cls === 'place') rest.place = true;
    else if (one.cls === 'number') rest.number = true;
    else if (one.cls === 'initial') rest.initial = true;
  }
  return rest;
}

function hasUnread(tokens: readonly Token[], used: number): boolean {
  return tokens.some((one, i) => one.cls === 'unread' && isLeft(one, i, used));
}

function unused(tokens: readonly Token[], used: number): Token[] {
  return tokens.filter((one, i) => isLeft(one, i, used));
}

function isLeft({ weight }: Token, i: number, used: number): boolean {
  return weight !== 0 && (i >= MOST_WORDS || (used & (1 << i)) === 0);
}

function firstOwn(tokens: readonly Token[]): string | undefined {
  return tokens.find(isOwn)?.text;
}

function countOwn(tokens: readonly Token[]): number {
  let own = 0;
  for (const one of tokens) if (isOwn(one)) own++;
  return own;
}

/** Words of both sides that are one word, the surest first, each once; then words that one side writes apart. */
function pairUp(lefts: readonly Token[], rights: readonly Token[], kind: NameKind, spelling: Spelling): Pair[] {
  const [n, m] = [Math.min(lefts.length, MOST_WORDS), Math.min(rights.length, MOST_WORDS)];
  const pairs: Pair[] = [];
  let [left, right] = [0, 0];
  const take = (pair: Pair): void => {
    if ((left & pair.left) !== 0 || (right & pair.right) !== 0) return;
    pairs.push(pair);
    left |= pair.left;
    right |= pair.right;
  };
  // Equal words first: most are, and need no more.
  for (let i = 0; i < n; i++)
    for (let j = 0; j < m; j++) {
      const [a, b] = [lefts[i]!, rights[j]!];
      if ((a.text === b.text || a.written === b.text || a.text === b.written) && a.weight > 0 && b.weight > 0 && (right & (1 << j)) === 0 && (left & (1 << i)) === 0) take(pairOf(a, b, 1 << i, 1 << j, 1));
    }
  const possible: Pair[] = [];
  for (let i = 0; i < n; i++) {
    if ((left & (1 << i)) !== 0) continue;
    for (let j = 0; j < m; j++) {
      if ((right & (1 << j)) !== 0) continue;
      const alike = wordLikeness(lefts[i]!, rights[j]!, kind, spelling);
      if (alike > 0) possible.push(pairOf(lefts[i]!, rights[j]!, 1 << i, 1 << j, alike));
    }
  }
  if (possible.length > 1) possible.sort((a, b) => b.alike - a.alike || b.weight - a.weight);
  for (const pair of possible) take(pair);
  if (spelling !== 'han' && n + m > 2) {
    if (more(n, left, 2) && more(m, right, 1)) for (const pair of apart(lefts, rights, n, m, left, right, spelling)) take(pair);
    if (more(m, right, 2) && more(n, left, 1)) for (const pair of apart(rights, lefts, m, n, right, left, spelling)) take({ ...pair, left: pair.right, right: pair.left });
  }
  return pairs;
}

/** Are at least one or two of the first n words not used? */
function more(n: number, used: number, least: 1 | 2): boolean {
  const free = ((1 << n) - 1) & ~used;
  return least === 1 ? free !== 0 : (free & (free - 1)) !== 0;
}

function pairOf(a: Token, b: Token, left: number, right: number, alike: number): Pair {
  return { left, right, alike, weight: Math.min(a.weight, b.weight), own: (isOwn(a) || isOwn(b)) && a.cls !== 'initial' && b.cls !== 'initial', text: a.text.length < b.text.length ? a.text : b.text };
}

/** Two or three neighbours on the left, as one word on the right. */
function apart(lefts: readonly Token[], rights: readonly Token[], n: number, m: number, left: number, right: number, spelling: Spelling): Pair[] {
  const found: Pair[] = [];
  for (let j = 0; j < m; j++) {
    const word = rights[j]!;
    if ((right & (1 << j)) !== 0 || word.text.length < 4) continue;
    for (let count = 3; count >= 2; count--)
      for (let i = 0; i + count <= n; i++) {
        const bits = ((1 << count) - 1) << i;
        if ((left & bits) !== 0) continue;
        let length = 0;
        for (let k = i; k < i + count; k++) length += lefts[k]!.written.length;
        const allowed = errorsAllowed(Math.min(length, word.text.length));
        if (Math.abs(length - word.text.length) > allowed) continue;
        let joined = '';
        for (let k = i; k < i + count; k++) joined += lefts[k]!.written;
        let errors = editDistance(joined, word.text, allowed);
        // 三越伊勢丹 is Isetan Mitsukoshi
        if (errors > allowed && count === 2 && spelling !== 'written') errors = editDistance(lefts[i + 1]!.written + lefts[i]!.written, word.text, allowed);
        if (errors <= allowed) found.push({ left: bits, right: 1 << j, alike: 1 - TYPO * errors, weight: word.weight, own: isOwn(word), text: joined });
      }
  }
  return found;
}

function wordLikeness(a: Token, b: Token, kind: NameKind, spelling: Spelling): number {
  if (a.weight === 0 || b.weight === 0) return 0;
  if (a.text === b.text) return 1;
  if (a.cls === 'number' || b.cls === 'number') return 0;
  if (a.cls === 'initial' || b.cls === 'initial') return kind === 'person' && a.text[0] === b.text[0] && a.cls !== b.cls && a.cls !== 'particle' && b.cls !== 'particle' ? 0.9 : 0;
  if (a.cls === 'particle' || b.cls === 'particle') return a.cls === b.cls ? 0.9 : 0;
  const alike = spelling === 'han' ? 0 : loanWordLikeness(a, b);
  if (alike > 0) return alike;
  if (spelling === 'han') return a.text.length >= 6 && b.text.length >= 6 && editDistance(a.text, b.text, 1) <= 1 ? 1 - TYPO : 0;
  if (a.cls === 'trade' || b.cls === 'trade' || a.cls === 'place' || b.cls === 'place') {
    const [common, word] = a.cls === 'own' ? [b, a] : [a, b];
    return word.cls === 'own' && beginsAs(word.text, common.written) && nearCommonWord(word.text)?.as === common.text ? 1 - TYPO : 0;
  }
  const shorter = Math.min(a.text.length, b.text.length);
  const allowed = errorsAllowed(shorter);
  const errors = editDistance(a.text, b.text, allowed);
  if (errors <= allowed) return 1 - TYPO * errors;
  if (kind === 'person' && sameGivenName(a.text, b.text)) return 0.93;
  if (shorter >= 4 && soundKey.shared(a.text, b.text) >= 4) return 0.9;
  return spelling !== 'written' && a.cls === 'own' && b.cls === 'own' && shorter >= 3 && houseKey.shared(a.text, b.text) > 0 ? 0.8 : 0;
}

/** A word in katakana and the word that it may be in its own spelling. */
function loanWordLikeness(a: Token, b: Token): number {
  const [kana, latin] = a.loan === undefined ? [b, a] : [a, b];
  return kana.loan !== undefined && latin.loan === undefined && loanKeysOfLatin(latin.written).includes(kana.loan) ? loanPoints(kana.loan) : 0;
}

function loanLikeness(a: NameForm, b: NameForm): number {
  const [kana, latin] = a.loan === '' ? [b, a] : [a, b];
  return kana.loan !== '' && latin.spelling === 'written' && loanKeysOfLatin(...ownWords(latin)).includes(kana.loan) ? loanPoints(kana.loan) : 0;
}

/** All words where there are none of its own. */
function ownWords({ tokens, own }: NameForm): string[] {
  const words = tokens.filter(isOwn).map(({ text }) => text);
  return words.length > 0 && words.length < 4 ? words : [own];
}

/** Many consonants in one order say more than few. */
const loanPoints = (key: string): number => (key.includes(':') ? 0.74 : key.length < 5 ? 0.76 : 0.82);

/** One first letter, or the first two exchanged. */
function beginsAs(a: string, b: string): boolean {
  return a[0] === b[0] || (a[0] === b[1] && a[1] === b[0]);
}

/** The own words alone, by the sound of Chinese as firms write it. */
function houseLikeness(a: NameForm, b: NameForm): number {
  const [one, other] = [a.house, b.house];
  const shorter = Math.min(one.length, other.length);
  if (shorter < 4) return 0;
  return one === other ? 0.8 : shorter >= 5 && editDistance(one, other, 1) <= 1 ? 0.74 : 0;
}
