/** The cell of a country of origin: a name or code, several of them, or a word for not knowing. */
import { countryCode } from '../../base/countries.ts';

/** What people write where they know nothing. */
const NOTHING = /^(?:[-\u2010-\u2015]+|\?+|~|n\.?\/?a\.?|none|(?:not )?(?:known|specified|available|applicable)|unknown|t\.?b\.?[acd]\.?|various|generic|ditto|same as above|同上|〃|不明|不詳|未知|未定|待定|待確認|待查|無)$/i;
/** What says that there are other places than those named. */
const OTHERS = /^(?:others?|etc\.?|multiple|several|mixed|worldwide|global|diverse|其他|多國|多国|多個國家|等)$/i;

export function saysNothing(cell: string): boolean {
  return cell === '' || (cell.length <= 20 && NOTHING.test(cell));
}

/** Alpha-2 codes, each once. `open`: the cell says that there may be others. */
export interface Origins { readonly codes: readonly string[]; readonly open: boolean }

/** Of `China / Taiwan` two; of `Taiwan / unknown` one and open; `undefined` where some part is no country. */
export function originsOf(cell: string): Origins | undefined {
  const text = cell.normalize('NFKC');
  const whole = codeOf(text); // a name with a comma in it is one country
  if (whole !== undefined) return { codes: [whole], open: false };
  const parts = text.split(/[/,;、|&+\r\n]|\s(?:or|and|oder|und)\s|或|及|和|與/i).map((part) => part.trim()).filter((part) => part !== '');
  const named = parts.filter((part) => !saysNothing(part) && !OTHERS.test(part));
  const codes = named.map(codeOf);
  return parts.length === 0 || (codes.length === 0 && !parts.some((part) => OTHERS.test(part))) || codes.includes(undefined) ? undefined : { codes: [...new Set(codes as string[])], open: named.length < parts.length };
}

/** `Made in PRC`, `中國製`, `產地：日本`, and the two letters of a flag. */
function codeOf(text: string): string | undefined {
  const bare = text.trim().replace(/^(?:made|manufactured|produced|assembled) in (?:the )?/i, '').replace(/^(?:原產地|產地|产地|產於)[::]?\s*/u, '');
  const flag = /^\p{RI}{2}$/u.test(bare) ? [...bare].map((letter) => String.fromCharCode(letter.codePointAt(0)! - 0x1f1e6 + 65)).join('') : bare;
  return countryCode(flag) ?? (/^\p{Script=Han}{3,}$/u.test(flag) ? countryCode(flag.replace(/(?:製造|制造|生產|生产|製|制|產|产)$/u, '')) : undefined);
}

const IN_WORDS = /(?:made|manufactured|produced|assembled|fabricated) in (?:the )?((?:\p{L}[\p{L}.']*[ -]?){1,4})|(?:原產地|產地|产地)\s?[:：]?\s?(\p{Script=Han}{2,5})|(\p{Script=Han}{2,4})(?:製造|制造|製(?![程成]))/giu;

/** Countries in which a text says that something is made, with the words: `motor, made in China`. */
export function originsInText(text: string): { readonly code: string; readonly words: string }[] {
  if (text.length > 4000 || !/ in |[產产製制]/i.test(text)) return [];
  return [...text.matchAll(IN_WORDS)].flatMap((found) => {
    const [words, latin, after, before] = found;
    if (/(?:not|never|n't|nothing|no \p{L}+|非|不|無|未)\s*$/iu.test(text.slice(0, found.index)) || /[非不無未]/.test(before ?? '')) return [];
    const names = latin !== undefined ? wordsOf(latin) : after !== undefined ? headsOf(after) : tailsOf(before!);
    const code = names.map((name) => countryCode(name)).find((one) => one !== undefined);
    return code === undefined ? [] : [{ code, words: words.trim() }];
  });
}

/** `China for Acme`: the longest beginning that is a country. A code in small letters is a word (`made in it`). */
function wordsOf(text: string): string[] {
  const words = text.trim().replace(/\.$/, '').split(/\s+/);
  return words.map((_, i) => words.slice(0, words.length - i).join(' ')).filter((name) => name.length > 3 || name === name.toUpperCase());
}
function headsOf(text: string): string[] {
  const letters = [...text];
  return letters.map((_, i) => letters.slice(0, letters.length - i).join('')).filter((name) => [...name].length > 1);
}
function tailsOf(text: string): string[] {
  const letters = [...text];
  return letters.map((_, i) => letters.slice(i).join('')).filter((name) => [...name].length > 1);
}
