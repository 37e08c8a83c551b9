/** Hangul in letters by the Revised Romanization of Korean (2000), letter by letter, then as firms mostly write it: samsung, hyundai. */
const LEAD = ['g', 'kk', 'n', 'd', 'tt', 'r', 'm', 'b', 'pp', 's', 'ss', '', 'j', 'jj', 'ch', 'k', 't', 'p', 'h'];
const VOWEL = ['a', 'ae', 'ya', 'yae', 'eo', 'e', 'yeo', 'ye', 'o', 'wa', 'wae', 'oe', 'yo', 'u', 'wo', 'we', 'wi', 'yu', 'eu', 'ui', 'i'];
const TAIL = ['', 'k', 'k', 'k', 'n', 'n', 'n', 't', 'l', 'k', 'm', 'l', 'l', 'l', 'p', 'l', 'm', 'p', 'p', 't', 't', 'ng', 't', 't', 'k', 't', 'p', 't'];

export function romanizeHangul(text: string): string {
  let out = '';
  for (const char of text.normalize('NFC')) {
    const at = char.codePointAt(0)! - 0xac00;
    if (at < 0 || at > 11171) out += char;
    else {
      const lead = LEAD[Math.floor(at / 588)]!;
      out += (lead === 'r' && out.endsWith('l') ? 'l' : lead) + VOWEL[Math.floor((at % 588) / 28)]! + TAIL[at % 28]!;
    }
  }
  return out;
}

export function hasHangul(text: string): boolean {
  return /[\uac00-\ud7a3]/.test(text);
}
