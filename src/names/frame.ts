/**
 * How firms spell their own Chinese names beyond any system: 康佳 is Konka, 國軒 Gotion, 廣達 Quanta, 佐丹奴 Giordano. What such
 * spellings keep is how each syllable begins; its end and its vowel wander. The frame is these beginnings, coarsely: b and p; d and t;
 * g, k and q; r and l; f and h; v and w; s, sh and x; the other sibilants; of Mandarin also j, q and x as the older g, k and h
 * (Peking, Chungking). The vowels are compared slot by slot. Few letters say little: a frame proposes only what shares a common word too, and never decides.
 */
import type { NameForm, Token } from './analyse.ts';
import { type Rewrite, rewrite, rewritten } from './rewrite.ts';

/** `onsets`: a letter a syllable; `vowels`: those that follow each. */
export interface Frame { readonly onsets: string; readonly vowels: readonly string[] }

/** Of a form's own words; in pinyin twice. None where it is of one syllable, or of more letters than names have. */
export function framesOf(form: NameForm): readonly Frame[] {
  let frames = FRAMES.get(form);
  if (frames === undefined) FRAMES.set(form, (frames = makeFrames(form)));
  return frames;
}
const FRAMES = new WeakMap<NameForm, readonly Frame[]>(); // a form is compared with many

function makeFrames({ spelling, tokens }: NameForm): Frame[] {
  if (spelling === 'han' || spelling === 'japanese' || spelling === 'korean') return [];
  const own: string[] = [];
  let length = 0;
  for (const { cls, text } of tokens) {
    if (cls !== 'own') continue;
    own.push(text);
    length += text.length;
  }
  if (length < 3 || length > 20) return [];
  const frames = [frameOf(own)];
  if (spelling === 'pinyin' && own.some((text) => /[jqx][iu]/.test(text))) frames.push(frameOf(own.map((text) => text.replace(/[jq](?=[iu])/g, 'k').replace(/x(?=[iu])/g, 'h'))));
  return frames.filter(({ onsets }) => onsets.length >= 2);
}

/** The words beside the own ones that say something: two frames meet where one is shared. */
export function frameWords({ tokens }: NameForm): string[] {
  return tokens.filter(isSaying).map(({ text }) => text);
}

/** 0 to 1; `a` and `b` are of names of which one is in Chinese characters. */
export function frameLikeness(a: NameForm, b: NameForm): number {
  const [left, right] = [frameWords(a), frameWords(b)];
  const shared = left.filter((word) => right.includes(word)).length;
  if (shared === 0 || left.length + right.length - 2 * shared > 1) return 0;
  for (const one of framesOf(a)) for (const other of framesOf(b)) if (one.onsets === other.onsets && vowelsMeet(one, other)) return one.onsets.length > 2 ? 0.74 : 0.71;
  return 0;
}

const isSaying = ({ cls, text }: Token): boolean => (cls === 'trade' && text !== 'holding' && text !== 'corporation') || cls === 'place';

const TOGETHER: readonly Rewrite[] = [
  rewrite(/tion/g, 'son', 'tion'), rewrite(/(?<=[lnr])se$/g, 's', 'se'), rewrite(/gi(?=[aou])/g, 'ji', 'gi'), rewrite(/ph/g, 'f', 'ph'), rewrite(/ts|tz|dz|zh|jh|ch/g, 'C', 'ts|tz|dz|zh|jh|ch'), rewrite(/sh|hs|sz/g, 'S', 'sh|sz'), rewrite(/kw/g, 'K', 'kw'),
];
const CLASS: Readonly<Record<string, string>> = {
  b: 'P', p: 'P', d: 'T', t: 'T', g: 'K', k: 'K', q: 'K', r: 'L', l: 'L', f: 'H', h: 'H', v: 'W', w: 'W', x: 'S', s: 'S', j: 'C', z: 'C', c: 'C', m: 'M', n: 'N', y: 'i',
};

function frameOf(words: readonly string[]): Frame {
  let onsets = '';
  const vowels: string[] = [];
  for (const word of words) {
    let text = '';
    for (const letter of rewritten(word, TOGETHER)) text += CLASS[letter] ?? letter;
    // A beginning vowel; a consonant and its vowels; one that leans on the next (Gree) or stands alone (K. Wah). The others end a syllable.
    for (const [, first, onset, follows, leaning] of text.matchAll(/^([aeiou]+)|([A-Z])([aeiou]+)|([KPTH](?=[LW])|^[A-Z]$)/g)) {
      onsets += first === undefined ? (onset ?? leaning) : 'A';
      vowels.push(first ?? follows ?? '');
    }
  }
  return { onsets, vowels };
}

/** On the average no more than neighbours: o and a, e and i. */
function vowelsMeet(a: Frame, b: Frame): boolean {
  let apart = 0;
  for (let i = 0; i < a.vowels.length; i++) apart += vowelsApart(a.vowels[i]!, b.vowels[i]!);
  return apart <= a.vowels.length;
}

const NEAR: ReadonlySet<string> = new Set(['ao', 'oa', 'ou', 'uo', 'ae', 'ea', 'ei', 'ie']);
function vowelsApart(a: string, b: string): number {
  if (a === '' || b === '') return 0;
  let least = 2;
  for (const x of a) for (const y of b) least = Math.min(least, x === y ? 0 : NEAR.has(x + y) ? 1 : 2);
  return least;
}
