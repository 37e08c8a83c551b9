/**
 * Numbers of registers, in the one way in which they are compared: `LEI` 5493-00ab... and `lei` 549300AB... are one number. A number
 * that cannot be one of its register (its length, its check digits) is kept under its scheme with `?` behind: it may equal another that
 * is written as wrongly, and tells nobody apart. What people write for no number is none.
 */

export interface Registered { readonly scheme: string; readonly value: string }

/** Registers of which one party may have several numbers (one a site, a security, a country, a registration): another number is not another party. docs/semantics.md 6.1 */
const SEVERAL: ReadonlySet<string> = new Set(['bic', 'cage', 'duns', 'epc', 'gln', 'isin', 'rmi-cid', 'us-sam-uei', 'vat']);

/** Do two different numbers of the scheme belong to two parties? */
export function tellsApart(scheme: string): boolean {
  return !scheme.endsWith('?') && !SEVERAL.has(scheme);
}

/** Other words for a scheme, without the characters between the letters. */
const WORDS: Readonly<Record<string, string>> = {
  lei: 'lei', xilei: 'lei', leicode: 'lei', legalentityidentifier: 'lei', legalentitynumber: 'lei',
  cnuscc: 'cn-uscc', uscc: 'cn-uscc', usci: 'cn-uscc', cnusci: 'cn-uscc', usccode: 'cn-uscc', usc: 'cn-uscc', cnusc: 'cn-uscc', unifiedsocialcreditcode: 'cn-uscc', 统一社会信用代码: 'cn-uscc', 統一社會信用代碼: 'cn-uscc',
  twubn: 'tw-ubn', ubn: 'tw-ubn', twban: 'tw-ubn', unifiedbusinessnumber: 'tw-ubn', 統一編號: 'tw-ubn', 统一编号: 'tw-ubn', 統編: 'tw-ubn', 營利事業統一編號: 'tw-ubn',
  duns: 'duns', dunsnumber: 'duns', dunsno: 'duns', usduns: 'duns', xiduns: 'duns',
  cage: 'cage', cagecode: 'cage', ncage: 'cage', ussamcage: 'cage',
  uei: 'us-sam-uei', samuei: 'us-sam-uei', ussamuei: 'us-sam-uei', usuei: 'us-sam-uei',
  imo: 'imo', imonumber: 'imo', isin: 'isin', bic: 'bic', swift: 'bic', swiftbic: 'bic', vat: 'vat', gln: 'gln',
};

/** Of a register that we know: is it one of its numbers? Without blanks, dots and dashes, in capitals. */
const KNOWN: Readonly<Record<string, (value: string) => boolean>> = {
  lei: (value) => /^[0-9A-Z]{18}\d\d$/.test(value) && leiChecksOut(value),
  'cn-uscc': usccChecksOut,
  'tw-ubn': ubnChecksOut,
  duns: (value) => /^\d{9}$/.test(value),
  cage: (value) => /^[0-9A-Z]{5}$/.test(value),
  'us-sam-uei': (value) => /^[0-9A-Z]{12}$/.test(value),
  imo: (value) => /^\d{7}$/.test(value),
  isin: (value) => /^[A-Z]{2}[0-9A-Z]{9}\d$/.test(value),
};
const NOTHING = /^(?:[-\u2010-\u2015.]+|\?+|0+|x+|#?n\/?a|n\.\s?a\.?|none|nil|null|unknown|not known|not applicable|pending|tb[acd]|無|无|沒有|没有|未知|不明|不詳|待查|待補|待確認|申請中)$/i;

/** `undefined`: no number. `wrong`: it cannot be one of its register. */
export function registered(scheme: string, value: string): { readonly id: Registered; readonly wrong: boolean } | undefined {
  const [said, text] = [scheme.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase(), value.normalize('NFKC').replace(/[\p{Cc}\p{Cf}]/gu, '').replace(/\s+/g, ' ').trim()];
  if (text === '' || NOTHING.test(text)) return undefined;
  const known = Object.hasOwn(WORDS, said.replace(/[^\p{L}\p{N}]+/gu, '')) ? WORDS[said.replace(/[^\p{L}\p{N}]+/gu, '')]! : undefined;
  const name = known ?? said.replaceAll(' ', '-');
  // Of a register that we do not know, only what is no more than letters, digits and what stands between them: a web address means its small letters.
  if (known === undefined) return { id: { scheme: name, value: /^[\p{L}\p{N} ./-]+$/u.test(text) ? text.toUpperCase() : text }, wrong: name.endsWith('?') };
  const bare = text.toUpperCase().replace(/[\s.\-\u2010-\u2015_/]+/g, '').replace(name === 'imo' ? /^IMO/ : /^$/, '');
  if (bare === '' || /^0+$/.test(bare)) return undefined;
  const wrong = KNOWN[name]?.(bare) === false;
  return { id: { scheme: wrong ? `${name}?` : name, value: bare }, wrong };
}

/** As `registered`, of several, each once: for readers whose documents are not the user's to correct. */
export function registeredAll(ids: readonly Registered[]): Registered[] {
  const read = ids.flatMap(({ scheme, value }) => registered(scheme, value)?.id ?? []);
  return [...new Map(read.map((id) => [`${id.scheme}\n${id.value}`, id])).values()];
}

/** ISO 17442: the letters as numbers from 10, the whole leaves 1 by 97. */
export function leiChecksOut(code: string): boolean {
  let rest = 0;
  for (const digit of code.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55))) rest = (rest * 10 + Number(digit)) % 97;
  return rest === 1;
}

/** GB 32100-2015: 18 characters of 31, each times the power of 3 of its place; the sum with the last leaves 0 by 31. */
function usccChecksOut(code: string): boolean {
  const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  if (code.length !== 18) return false;
  let [sum, weight] = [0, 1];
  for (const character of code.slice(0, 17)) {
    const at = CHARACTERS.indexOf(character);
    if (at < 0) return false;
    sum += at * weight;
    weight = (weight * 3) % 31;
  }
  return (sum + CHARACTERS.indexOf(code[17]!)) % 31 === 0 && CHARACTERS.includes(code[17]!);
}

/** Ministry of Finance, Taiwan, since April 2023: the digits of the products with 1 2 1 2 1 2 4 1 add up to a multiple of 5; where the seventh digit is 7, one more will do. */
function ubnChecksOut(code: string): boolean {
  if (!/^\d{8}$/.test(code)) return false;
  const sum = [1, 2, 1, 2, 1, 2, 4, 1].reduce((total, weight, i) => total + Math.trunc((Number(code[i]) * weight) / 10) + ((Number(code[i]) * weight) % 10), 0);
  return sum % 5 === 0 || (code[6] === '7' && (sum + 1) % 5 === 0);
}
