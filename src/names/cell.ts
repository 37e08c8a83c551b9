/**
 * What else in a cell may be the name of a firm. A column of makers holds addresses, numbers of one's own and remarks too: `V100234 Acme`,
 * `Acme Ltd, 12 Li-Hsin Rd`, `Attn: Acme`, `Acme via Digi-Key`, `*DO NOT USE* Acme`, `GSL Global Sea Line`. Each piece that may be a name is
 * asked besides the cell itself, so that nothing is lost by a cut in the wrong place. Names on lists stand alone; only those in characters are cut.
 */
import { coreOf } from './analyse.ts';
import { normalizeName } from './normalize.ts';
import { isForm } from './scripts.ts';

/** Between a name and what is none: marks, and words that say who deals for whom. */
const JOINTS = /[,;|\n\r\t*_•·、。<>"()[\]{}【】「」『』《》]+|\s[-–—:/]+\s|(?<=\p{Script=Han})[-–—~]+|[-–—~]+(?=\p{Script=Han})|:(?=\s|\p{Script=Han})|(?<![\p{L}\p{N}])(?:via|through|c\/o|attn|attention|m\/s|messrs|by|from|for|formerly|previously|[af]\.?k\.?a|d\.?\/?b\.?\/?a)(?=[\s:.])[:.]?|(?:經由|透過|代理|代表|聯絡人|经由|通过|联系人)/giu;
/** A number of one's own in front or behind, of three digits and more: V100234, 2002415. */
const CODE = /^(?:[\p{L}#-]{0,5}\d{3,}[\p{L}\d-]*\s+)+|(?:\s+[\p{L}#-]{0,5}\d{3,}[\p{L}\d-]*)+$/gu;
/** An address has a number in it: `SEC Semiconductor` has none, and is a name. */
const ADDRESS = /^(?=.*[\d@]).*(?:(?:^|[\s.\d])(?:no|rd|road|street|ave|avenue|blvd|lane|alley|sec|section|district|dist|floor|f|fl|bldg|building|room|rm|suite|box|zip|tel|fax|phone|email|https?|www)(?:[\s.:\d]|$)|@|[市縣区區路街巷弄號号樓楼室]\s*\d|\d\s*[號号樓楼巷弄室])/isu;
const HAN = /\p{Script=Han}/u;
const FIRM = /^.*?(?:公司|会社|會社)(?=.)/u;
const CUT_FORM = /(?:股份有限公?|股份有?|有限公?|股份公|株式会?|株式會?)$/u;
const FORMERLY = /^(?:[原前舊旧](?=.{3})|原名|前身[為为]?|轉交|转交)/u;
const MOST = 12;

/** Each once, without the cell as it stands; none where it is a name and nothing else. O(length). */
export function namesWithin(cell: string): string[] {
  const text = cell.normalize('NFKC').trim();
  const whole = normalizeName(text);
  const found = new Set<string>();
  const add = (piece: string): void => {
    const name = piece.replace(CODE, '').trim();
    if (normalizeName(name) !== whole && !isForm(name) && isNamed(name)) found.add(name);
  };
  add(text);
  const pieces: string[] = [];
  for (const piece of text.split(JOINTS).map((one) => one.trim()).filter((one) => one !== '')) {
    if (pieces.length > 0 && isForm(piece)) pieces.push(`${pieces.pop()!} ${piece}`); // Acme Co., Ltd.
    else pieces.push(piece);
  }
  for (const piece of pieces.filter((one, i) => i === 0 || !ADDRESS.test(one))) {
    const words = piece.split(/\s+/);
    if (HAN.test(piece)) for (const word of new Set([piece, ...words])) if (HAN.test(word) && (word === piece || !ADDRESS.test(word))) for (const part of hanParts(word)) add(part);
    add(piece);
    if (words.length < 2) continue;
    const form = words.findIndex((word, i) => i > 0 && isForm(word));
    if (form > 0 && form < words.length - 1 && !isForm(words.slice(form).join(' ')) && !words.slice(form + 1).every(isForm)) add(words.slice(0, form + 1).join(' '));
    if (isInitials(words)) add(words.slice(1).join(' '));
  }
  return [...found].slice(0, MOST);
}

/** Without a division or a plant behind its legal form, what a short field left of that form, and `formerly` in front. */
function hanParts(text: string): string[] {
  const firm = FIRM.exec(text)?.[0] ?? text;
  return [text, firm, firm.replace(CUT_FORM, ''), firm.replace(FORMERLY, '')];
}

/** A word of its own, or several common ones: a place or a trade alone names nobody. */
function isNamed(name: string): boolean {
  const words = coreOf(name).filter(({ cls }) => cls !== 'number');
  return words.some(({ cls, word }) => cls === 'own' && word.length > 1) || words.length > 1 || (words.length === 1 && /\p{Script=Han}{4}/u.test(name));
}

/** `GSL Global Sea Line Co Ltd` */
function isInitials([first = '', ...others]: readonly string[]): boolean {
  const letters = others.filter((word) => !isForm(word)).map((word) => word[0]).join('');
  return /^[A-Z]{2,6}$/.test(first) && letters.length > 1 && letters.toUpperCase().startsWith(first);
}
