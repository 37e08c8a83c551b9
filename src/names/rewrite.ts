/** Rules of spelling, one after the other, over words in lower-case ASCII. A rule is tried only where its letters are there: most are not. */

export interface Rewrite { readonly pattern: RegExp; readonly to: string; /** Bits of letters; a word needs all of one of them. */ readonly needs: readonly number[] }

/** `letters`: `ck`, or `sh|tz` where either does; empty where any word may match. */
export function rewrite(pattern: RegExp, to: string, letters: string): Rewrite {
  return { pattern, to, needs: letters.split('|').map(lettersOf) };
}

export function rewritten(word: string, rules: readonly Rewrite[]): string {
  let text = word;
  let has = lettersOf(text);
  for (const { pattern, to, needs } of rules) {
    if (!needs.some((need) => (has & need) === need)) continue;
    const next = text.replace(pattern, to);
    if (next === text) continue;
    text = next;
    has = lettersOf(text);
  }
  return text;
}

/** Which of a to z, a bit each; capital letters and others are passed over. */
function lettersOf(text: string): number {
  let bits = 0;
  for (let i = 0; i < text.length; i++) {
    const letter = text.charCodeAt(i) - 97;
    if (letter >= 0 && letter < 26) bits |= 1 << letter;
  }
  return bits;
}
