/**
 * Words of other languages in katakana, and the same words in their own spelling: エレクトロニクス and Electronics, ファナック and
 * Fanuc, オリンパス and Olympus. Japanese puts a vowel after every consonant and has one letter for many of the sounds of English;
 * what both writings keep is the order of the consonants. So the key is the consonants, coarsely: l and r, b and v, f and h,
 * s, sh, th and z, t, ch and ts are one each; a beginning vowel counts as one letter, whichever. Where they are less than three
 * the vowels that are heard count too (シャープ and Sharp, リコー and Ricoh). Keys propose, they never decide.
 */

/** Of katakana in Hepburn letters (kana.ts). */
export function loanKeyOfKana(hepburn: string): string {
  const text = hepburn.replace(/(.)\1/g, (pair, letter: string) => (VOWEL.test(letter) ? pair : letter));
  const sounds = text.replace(/ch|ts|sh|[a-z]/g, (sound) => SOUNDS[sound] ?? sound);
  const skeleton = skeletonOf(sounds);
  // シャープ: the u after a consonant, and the o after t and d, at the end stand for none.
  return skeleton.length >= 3 ? skeleton : `${skeleton}:${vowelsOf(sounds.replace(/u$/, '').replace(/([td])o$/, '$1'))}`;
}

/** Of a word in the letters of English: every way in which it may be heard, as `ch` is t or k and `g` may be j. */
export function loanKeysOfLatin(word: string): string[] {
  let forms = [word.replace(/([^aeiou])\1/g, '$1').replace(/dg(?=[eiy])/g, 'j')];
  for (const [pattern, ...readings] of AMBIGUOUS) forms = forms.flatMap((form) => (pattern.test(form) ? readings.map((reading) => form.replaceAll(pattern, reading)) : form)).slice(0, MOST);
  return [...new Set(forms.map((form) => {
    const sounds = LATIN.reduce((text, [pattern, to]) => text.replace(pattern, to), form).replace(/[a-zA-Z]/g, (sound) => SOUNDS[sound] ?? sound);
    const skeleton = skeletonOf(sounds);
    return skeleton.length >= 3 ? skeleton : `${skeleton}:${vowelsOf(sounds)}`;
  }))].filter((key) => !/^.?:/.test(key));
}

const VOWEL = /[aeiouyw]/;
const MOST = 4;
const SOUNDS: Readonly<Record<string, string>> = { ch: 't', ts: 't', sh: 's', c: 'k', f: 'h', j: 's', l: 'r', q: 'k', v: 'b', z: 's' };
const AMBIGUOUS: readonly (readonly [RegExp, ...string[]])[] = [[/ch/g, 't', 'k'], [/g(?=[eiy])/g, 'j', 'g'], [/th/g, 's', 't'], [/i(?=[aou])/g, 'i', 'ai']];
/** What English writes and does not say, or says as another letter. */
const LATIN: readonly (readonly [RegExp, string])[] = [
  [/eer$/g, 'ia'], [/(?<=[^aeiou])[eo]r$/g, 'a'],
  [/ck/g, 'k'], [/ph/g, 'f'], [/sch|sh|tz/g, 's'], [/ts(?=[aeiou])/g, 't'], [/x/g, 'ks'], [/qu/g, 'ku'], [/tion/g, 'shon'], [/sh/g, 's'], [/c(?=[eiy])/g, 's'], [/wh/g, 'w'], [/^kn/g, 'n'],
  [/gh(?=[^aeiou]|$)/g, ''], [/h(?=[^aeiouy]|$)/g, ''], [/r(?=[^aeiouy]|$)/g, ''], [/(?<=[^aeiou])e$/g, ''], [/(.)\1/g, '$1'],
];

/** A beginning vowel, then consonants; m before a lip sound is n in kana. */
function skeletonOf(sounds: string): string {
  const consonants = sounds.replace(/[mn](?=[bp])/g, 'n').replace(/(?!^)[aeiouyw]/g, '');
  return consonants.replace(/^[aeiouyw]/, 'a');
}

/** The vowels that are left between consonants, long and short alike. */
function vowelsOf(sounds: string): string {
  return sounds.replace(/ai|ei|ay|ey|ee|ea/g, 'e').replace(/ou|oo|oa/g, 'o').replace(/y/g, 'i').replace(/w/g, 'u').replace(/(.)\1/g, '$1');
}
