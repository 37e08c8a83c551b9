/** Kana in Hepburn letters, long vowels written short: トヨタ toyota, シャープ shapu, キッコーマン kikkoman. */
const ROWS: Readonly<Record<string, string>> = {
  ア: 'a', イ: 'i', ウ: 'u', エ: 'e', オ: 'o', カ: 'ka', キ: 'ki', ク: 'ku', ケ: 'ke', コ: 'ko', サ: 'sa', シ: 'shi', ス: 'su', セ: 'se', ソ: 'so',
  タ: 'ta', チ: 'chi', ツ: 'tsu', テ: 'te', ト: 'to', ナ: 'na', ニ: 'ni', ヌ: 'nu', ネ: 'ne', ノ: 'no', ハ: 'ha', ヒ: 'hi', フ: 'fu', ヘ: 'he', ホ: 'ho',
  マ: 'ma', ミ: 'mi', ム: 'mu', メ: 'me', モ: 'mo', ヤ: 'ya', ユ: 'yu', ヨ: 'yo', ラ: 'ra', リ: 'ri', ル: 'ru', レ: 're', ロ: 'ro', ワ: 'wa', ヰ: 'i', ヱ: 'e', ヲ: 'o', ン: 'n',
  ガ: 'ga', ギ: 'gi', グ: 'gu', ゲ: 'ge', ゴ: 'go', ザ: 'za', ジ: 'ji', ズ: 'zu', ゼ: 'ze', ゾ: 'zo', ダ: 'da', ヂ: 'ji', ヅ: 'zu', デ: 'de', ド: 'do',
  バ: 'ba', ビ: 'bi', ブ: 'bu', ベ: 'be', ボ: 'bo', パ: 'pa', ピ: 'pi', プ: 'pu', ペ: 'pe', ポ: 'po', ヴ: 'vu',
};
const SMALL: Readonly<Record<string, string>> = { ャ: 'ya', ュ: 'yu', ョ: 'yo', ァ: 'a', ィ: 'i', ゥ: 'u', ェ: 'e', ォ: 'o', ヮ: 'wa', ヶ: 'ga', ヵ: 'ka' };

/** `いすゞ` as it is read: いすず. The marks repeat the kana before them, with or without the voiced mark. */
export function withoutIteration(text: string): string {
  return text.replace(/([\u3041-\u3096\u30a1-\u30fa])([ゝゞヽヾ])/g, (_, kana: string, mark: string) => kana + (mark === 'ゞ' || mark === 'ヾ' ? `${kana}\u3099`.normalize('NFC') : kana));
}

/** Of text in kana; anything else is left where it is. */
export function romanizeKana(text: string): string {
  let out = '';
  let double = false;
  for (const raw of text) {
    const code = raw.codePointAt(0)!;
    const char = code >= 0x3041 && code <= 0x3096 ? String.fromCodePoint(code + 0x60) : raw;
    const small = SMALL[char];
    if (char === 'ッ') double = true;
    else if (char === 'ー') continue;
    else if (small !== undefined) {
      const y = small.startsWith('y');
      if (y && /(?:sh|ch|j)i$/.test(out)) out = out.slice(0, -1) + small.slice(1);
      else if (y && out.endsWith('i')) out = out.slice(0, -1) + small;
      else if (!y && /[uioe]$/.test(out)) out = out.slice(0, -1) + small; // ファ fa, ティ ti, シェ she, ウォ wo
      else out += small;
    } else {
      const letters = ROWS[char];
      if (letters === undefined) out += raw;
      else {
        out += double ? letters[0] : '';
        out += letters;
      }
      double = false;
    }
  }
  return out.replace(/ou(?=[^aeiou]|$)/g, 'o').replace(/oo/g, 'o').replace(/uu/g, 'u');
}

export function hasKana(text: string): boolean {
  return /[\u3041-\u3096\u30a1-\u30fa]/.test(text);
}
