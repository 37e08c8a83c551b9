/**
 * Words of other languages in katakana, and the same words in their own spelling: エレクトロニクス and Electronics, ファナック and
 * Fanuc, オリンパス and Olympus. Japanese puts a vowel after every consonant and has one letter for many of the sounds of English;
 * what both writings keep is the order of the consonants. So the key is the consonants, coarsely: l and r, b and v, f and h,
 * s, sh, th and z, t, ch and ts are one each; a beginning vowel counts as one letter, whichever. Where they are less than three
 * the vowels that are heard count too (シャープ and Sharp, リコー and Ricoh). Keys propose, they never decide.
 */
import { type Rewrite, rewrite, rewritten } from './rewrite.ts';

/** Of katakana in Hepburn letters (kana.ts). */
export function loanKeyOfKana(hepburn: string): string {
  const text = hepburn.replace(/(.)\1/g, (pair, letter: string) => (VOWEL.test(letter) ? pair : letter));
  const sounds = text.replace(/ch|ts|sh|[a-z]/g, (sound) => SOUNDS[sound] ?? sound);
  const skeleton = skeletonOf(sounds);
  // シャープ: the u after a consonant, and the o after t and d, at the end stand for none.
  return skeleton.length >= 3 ? skeleton : `${skeleton}:${vowelsOf(sounds.replace(/u$/, '').replace(/([td])o$/, '$1'))}`;
}

/** Of words in the letters of English, together: every way in which they may be heard, as `ch` is t or k and `g` may be j. */
export function loanKeysOfLatin(...words: readonly string[]): string[] {
  let heard = [''];
  for (const word of words) {
    const sounds = soundsOf(word);
    heard = heard.flatMap((before) => sounds.map((one) => before + one)).slice(0, MOST);
  }
  const keys: string[] = [];
  for (const sounds of heard) {
    const skeleton = skeletonOf(sounds);
    const key = skeleton.length >= 3 ? skeleton : skeleton.length < 2 ? '' : `${skeleton}:${vowelsOf(sounds)}`;
    if (key !== '' && !keys.includes(key)) keys.push(key);
  }
  return keys;
}

function soundsOf(word: string): string[] {
  let forms = [rewritten(word, FIRST)];
  for (const [pattern, ...readings] of AMBIGUOUS) if (forms.some((form) => form.search(pattern) >= 0)) forms = forms.flatMap((form) => (form.search(pattern) >= 0 ? readings.map((reading) => form.replaceAll(pattern, reading)) : form)).slice(0, MOST);
  return forms.map((form) => {
    let sounds = '';
    for (const letter of rewritten(form, LATIN)) sounds += SOUNDS[letter] ?? letter;
    return sounds;
  });
}

const VOWEL = /[aeiouyw]/;
const VOWELS = 'aeiouyw';
const MOST = 8;
const SOUNDS: Readonly<Record<string, string>> = { ch: 't', ts: 't', sh: 's', c: 'k', f: 'h', j: 's', l: 'r', q: 'k', v: 'b', z: 's', R: 'r' };
/** `R`: heard before a consonant too, as in メルカリ; a last m is ム or ン. */
const AMBIGUOUS: readonly (readonly [RegExp, ...string[]])[] = [[/ch/g, 't', 'k'], [/g(?=[eiy])/g, 'j', 'g'], [/th/g, 's', 't'], [/i(?=[aou])/g, 'i', 'ai'], [/r(?=[^aeiouy\d])/g, 'r', 'R'], [/m$/g, 'm', 'n']];
const FIRST: readonly Rewrite[] = [rewrite(/([^aeiou])\1/g, '$1', ''), rewrite(/dg(?=[eiy])/g, 'j', 'dg')];
/** What English writes and does not say, or says as another letter. */
const LATIN: readonly Rewrite[] = [
  rewrite(/eer$/g, 'ia', 'er'), rewrite(/(?<=[^aeiou])[eo]r$/g, 'a', 'r'),
  rewrite(/ck/g, 'k', 'ck'), rewrite(/ph/g, 'f', 'ph'), rewrite(/sch|sh|tz/g, 's', 'sh|tz'), rewrite(/ts(?=[aeiou])/g, 't', 'ts'), rewrite(/x/g, 'ks', 'x'), rewrite(/qu/g, 'ku', 'qu'), rewrite(/tion/g, 'shon', 'tion'),
  rewrite(/sh/g, 's', 'sh'), rewrite(/c(?=[eiy])/g, 's', 'c'), rewrite(/wh/g, 'w', 'wh'), rewrite(/^kn/g, 'n', 'kn'),
  rewrite(/gh(?=[^aeiou]|$)/g, '', 'gh'), rewrite(/h(?=[^aeiouy]|$)/g, '', 'h'), rewrite(/r(?=[^aeiouy]|$)/g, '', 'r'), rewrite(/(?<=[^aeiou])e$/g, '', 'e'), rewrite(/(.)\1/g, '$1', ''),
];

/** A beginning vowel, then consonants; m before a lip sound is n in kana. */
function skeletonOf(sounds: string): string {
  let skeleton = '';
  for (let i = 0; i < sounds.length; i++) {
    const [sound, next] = [sounds[i]!, sounds[i + 1]];
    if (!VOWELS.includes(sound)) skeleton += sound === 'm' && (next === 'b' || next === 'p') ? 'n' : sound;
    else if (i === 0) skeleton = 'a';
  }
  return skeleton;
}

/** The vowels that are left between consonants, long and short alike. */
function vowelsOf(sounds: string): string {
  return sounds.replace(/ai|ei|ay|ey|ee|ea/g, 'e').replace(/ou|oo|oa/g, 'o').replace(/y/g, 'i').replace(/w/g, 'u').replace(/(.)\1/g, '$1');
}
