/** Letters that look like Latin ones (Unicode TR39 confusables, those of Cyrillic and Greek): a word may not mix them, and is read by its look where it does. */
const LOOK: Readonly<Record<string, string>> = {
  а: 'a', в: 'b', е: 'e', ѕ: 's', і: 'i', ї: 'i', ј: 'j', к: 'k', м: 'm', н: 'h', о: 'o', р: 'p', с: 'c', т: 't', у: 'y', х: 'x', һ: 'h', ԁ: 'd', ԛ: 'q', ԝ: 'w', ӏ: 'l', ь: 'b', г: 'r', п: 'n', и: 'u',
  А: 'A', В: 'B', Е: 'E', Ѕ: 'S', І: 'I', Ј: 'J', К: 'K', М: 'M', Н: 'H', О: 'O', Р: 'P', С: 'C', Т: 'T', У: 'Y', Х: 'X', Ү: 'Y', Ԛ: 'Q', Ԝ: 'W', Ғ: 'F', Ь: 'b',
  α: 'a', β: 'b', ε: 'e', ι: 'i', κ: 'k', ν: 'v', ο: 'o', ρ: 'p', τ: 't', υ: 'u', χ: 'x', γ: 'y', η: 'n', ω: 'w', σ: 'o', Α: 'A', Β: 'B', Ε: 'E', Ζ: 'Z', Η: 'H', Ι: 'I', Κ: 'K', Μ: 'M', Ν: 'N', Ο: 'O', Ρ: 'P', Τ: 'T', Υ: 'Y', Χ: 'X',
};
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** Does some word hold Latin letters beside Cyrillic or Greek ones? */
export function mixedScript(text: string): boolean {
  return (text.match(WORD) ?? []).some(isMixed);
}

/** The words that mix scripts, by their look. */
export function unlookalike(text: string): string {
  return text.replace(WORD, (word) => (isMixed(word) ? [...word].map((char) => LOOK[char] ?? char).join('') : word));
}

function isMixed(word: string): boolean {
  return /\p{Script=Latin}/u.test(word) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(word);
}
