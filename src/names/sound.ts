/** Keys under which spellings of one sound meet. For comparing and for finding; two names of one key are proposed, never joined. */

/** Spellings of one name in European letters: Mahmood and Mahmoud, Zelensky and Selenskyj, Hussein and Husayn. */
export const soundKey: (word: string) => string = rewriter(
  `sch>s sh>s tch>C ch>C dzh>j zh>j dj>j tz>s ts>s ph>f ck>k kh>k q>k x>ks c(eiy)>s c>k z>s w>v gh>g th>t
   ai>e ay>e aj>e ei>e ey>e ej>e ou>u oo>u o>u ee>i ie>i yy>i yj>i iy>i ij>i y>i j($)>i bh>b dh>d lh>l mh>m nh>n rh>r`,
);

/**
 * Mandarin, Hokkien, Hakka and Cantonese as firms write them themselves: hon hai and hung hai, cheung kong and chang chiang.
 * Aspiration, b p, d t, g k, the sibilants and the endings n and ng are not told apart, nor vowels beyond a, e and o.
 */
export const houseKey: (word: string) => string = rewriter(
  `ph>f fw>f v>w hs>s sz>s sh>s x>s m(bcdfgjkpqstxz)>n uang>on iao>o yu>o jh>c zh>c ch>c tsz>c ts>c tz>c dz>c j>c q>c z>c c>c hw>w wh>w hua>wa huo>wo hue>we g>k ng>n b>p d>t
   ai>e ay>e ae>e ei>e ie>e ey>e ao>o au>o ou>o oo>o ow>o iu>o uo>o ua>wa ia>a ya>a ea>e eo>o eu>o ui>e ue>e uei>e u>o i>e y>e ah>a oh>o eh>e ih>e uh>o`,
);

/** The consonants, for names in scripts that write no vowels. */
export const consonants: (word: string) => string = rewriter('ph>f sh>s ch>k th>t dh>d kh>k gh>g q>k c>k z>s j>s p>b v>f a> e> i> o> u> w> y> h>');

/**
 * Reads a word from left to right and puts the longest rule's right side for its left; `c(eiy)` holds before one of these letters,
 * `($)` at the end. Other letters stay; equal neighbours in what comes out become one. Words are remembered: a list asks for
 * the same ones again and again.
 */
function rewriter(text: string): (word: string) => string {
  const rules = new Map<string, { from: string; ahead: string; to: string }[]>();
  for (const rule of text.split(/\s+/)) {
    const [, from = '', ahead = '', to = ''] = /^([a-z]+)(?:\(([a-z$]+)\))?>(\w*)$/.exec(rule)!;
    rules.set(from[0]!, [...(rules.get(from[0]!) ?? []), { from, ahead, to }].sort((a, b) => b.from.length - a.from.length || b.ahead.length - a.ahead.length));
  }
  let known = new Map<string, string>();
  const rewrite = (word: string): string => {
    let out = '';
    for (let at = 0; at < word.length;) {
      const letter = word[at]!;
      let [to, length] = [letter, 1];
      for (const rule of rules.get(letter) ?? []) {
        if (rule.from.length > 1 && !word.startsWith(rule.from, at)) continue;
        if (rule.ahead !== '' && !rule.ahead.includes(word[at + rule.from.length] ?? '$')) continue;
        to = rule.to;
        length = rule.from.length;
        break;
      }
      at += length;
      if (to.length === 1 ? !out.endsWith(to) : to !== '') out += to;
    }
    return out;
  };
  return (word) => {
    if (word.length > 16) return rewrite(word); // hardly a word; it will not be asked again
    let found = known.get(word);
    if (found === undefined) {
      if (known.size > 50_000) known = new Map();
      known.set(word, (found = rewrite(word)));
    }
    return found;
  };
}
