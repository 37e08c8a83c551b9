/** Keys under which spellings of one sound meet. For comparing and for finding; two names of one key are proposed, never joined. */

/** Rewrites a word, by its first 2,048 letters. */
export interface Key {
  (word: string): string;
  /** The code units alone, and how many they are: for hashing. */
  into(word: string, out: Uint16Array): number;
  /** Length of the key that two words share; 0 where theirs differ. */
  shared(a: string, b: string): number;
}
export const LONGEST_KEY = 4096;

/** A rule's left side, the letters of which one must follow (a bit each, the 27th for the end; 0: any), its right side. */
interface Rule { readonly from: readonly number[]; readonly ahead: number; readonly to: readonly number[] }
/** The rules of one letter. `alone`: for the letter itself, whatever follows; `next`: the letters after it, as bits, before which another may hold. */
interface Rules { readonly all: readonly Rule[]; readonly alone: Rule | undefined; readonly next: number }
const END = 26;

/** Spellings of one name in European letters: Mahmood and Mahmoud, Zelensky and Selenskyj, Hussein and Husayn. */
export const soundKey: Key = rewriter(
  `sch>s sh>s tch>C ch>C dzh>j zh>j dj>j tz>s ts>s ph>f ck>k kh>k q>k x>ks c(eiy)>s c>k z>s w>v gh>g th>t
   ai>e ay>e aj>e ei>e ey>e ej>e ou>u oo>u o>u ee>i ie>i yy>i yj>i iy>i ij>i y>i j($)>i bh>b dh>d lh>l mh>m nh>n rh>r`,
);

/**
 * Mandarin, Hokkien, Hakka and Cantonese as firms write them themselves: hon hai and hung hai, cheung kong and chang chiang.
 * Aspiration, b p, d t, g k, the sibilants and the endings n and ng are not told apart, nor vowels beyond a, e and o.
 */
export const houseKey: Key = rewriter(
  `ph>f fw>f v>w gee>ce er($)>e hs>s sz>s sh>s x>s m(bcdfgjkpqstxz)>n uang>on iao>o yu>o jh>c zh>c ch>c tsz>c ts>c tz>c dz>c j>c q>c z>c c>c hw>w wh>w hua>wa huo>wo hue>we g>k ng>n b>p d>t
   ai>e ay>e ae>e ei>e ie>e ey>e ee>e ao>o au>o ou>o oo>o ow>o iu>o uo>o ua>wa ia>a ya>a ea>e eo>o eu>o ui>e ue>e uei>e u>o i>e y>e ah>a oh>o eh>e ih>e uh>o`,
);

/** The consonants, for names in scripts that write no vowels. */
export const consonants: Key = rewriter('ph>f sh>s ch>k th>t dh>d kh>k gh>g q>k c>k z>s j>s p>b v>f a> e> i> o> u> w> y> h>');

/**
 * Reads a word from left to right and puts the longest rule's right side for its left; `c(eiy)` holds before one of these letters,
 * `($)` at the end. Other letters stay; equal neighbours in what comes out become one.
 */
function rewriter(text: string): Key {
  const rules: Rule[][] = Array.from({ length: 26 }, () => []);
  const codes = (letters: string): number[] => Array.from(letters, (letter) => letter.charCodeAt(0));
  for (const rule of text.split(/\s+/)) {
    const [, from = '', ahead = '', to = ''] = /^([a-z]+)(?:\(([a-z$]+)\))?>(\w*)$/.exec(rule)!;
    const bits = Array.from(ahead).reduce((all, letter) => all | (1 << (letter === '$' ? END : letter.charCodeAt(0) - 97)), 0);
    rules[from.charCodeAt(0) - 97]!.push({ from: codes(from), ahead: bits, to: codes(to) });
  }
  for (const own of rules) own.sort((a, b) => b.from.length - a.from.length || b.ahead - a.ahead); // those with a condition first
  const tables = rules.map((own): Rules => ({
    all: own,
    alone: own.find(({ from, ahead }) => from.length === 1 && ahead === 0),
    next: own.reduce((bits, { from, ahead }) => bits | (from.length > 1 ? 1 << (from[1]! - 97) : ahead), 0),
  }));
  const into = (word: string, out: Uint16Array): number => {
    const length = Math.min(word.length, LONGEST_KEY >> 1); // a letter becomes two at most
    let n = 0;
    for (let at = 0; at < length;) {
      const code = word.charCodeAt(at);
      const rule = code >= 97 && code <= 122 ? ruleAt(tables[code - 97]!, word, at) : undefined;
      if (rule === undefined) {
        if (n === 0 || out[n - 1] !== code) out[n++] = code;
        at++;
        continue;
      }
      const { from, to } = rule;
      at += from.length;
      if (to.length === 1) {
        if (n === 0 || out[n - 1] !== to[0]) out[n++] = to[0]!;
      } else for (let i = 0; i < to.length; i++) out[n++] = to[i]!;
    }
    return n;
  };
  const [units, others] = [new Uint16Array(LONGEST_KEY), new Uint16Array(LONGEST_KEY)];
  const begins = (word: string): number => {
    const code = word.charCodeAt(0);
    const rule = code >= 97 && code <= 122 ? ruleAt(tables[code - 97]!, word, 0) : undefined;
    return rule === undefined ? code : (rule.to[0] ?? 0);
  };
  const key = (word: string): string => String.fromCharCode.apply(null, units.subarray(0, into(word, units)) as unknown as number[]);
  const shared = (a: string, b: string): number => {
    const [first, second] = [begins(a), begins(b)];
    if (first !== second && first !== 0 && second !== 0) return 0; // most words differ here
    const n = into(a, units);
    if (into(b, others) !== n) return 0;
    for (let i = 0; i < n; i++) if (units[i] !== others[i]) return 0;
    return n;
  };
  return Object.assign(key, { into, shared });
}

function ruleAt({ all, alone, next }: Rules, word: string, at: number): Rule | undefined {
  const second = at + 1 === word.length ? END : word.charCodeAt(at + 1) - 97;
  if (second < 0 || second > END || (next & (1 << second)) === 0) return alone; // most letters
  tried: for (const rule of all) {
    const { from, ahead } = rule;
    for (let i = 1; i < from.length; i++) if (word.charCodeAt(at + i) !== from[i]) continue tried;
    if (ahead === 0) return rule;
    const end = at + from.length;
    const follows = end === word.length ? END : word.charCodeAt(end) - 97;
    if (follows >= 0 && follows <= END && (ahead & (1 << follows)) !== 0) return rule;
  }
  return undefined;
}
