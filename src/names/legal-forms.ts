/**
 * Legal forms, in the languages firms of these supply chains are registered in. They are set apart from the name. Two forms
 * of different classes that cannot be one another in any translation (AG and GmbH) speak against a match; `general` words
 * (Co., Ltd., Corporation, 公司) say nothing. Sources: ISO 20275 ELF code list (GLEIF), commercial codes' own words.
 */
import { NearWords } from './near-words.ts';

export type FormClass = 'general' | 'private' | 'shares' | 'partnership' | 'nonprofit';

const FORMS: readonly (readonly [FormClass, string])[] = [
  ['general', 'co|company|corp|corporation|inc|incorporated|ltd|limited|ltda|co ltd|company limited|co limited|ltd co|co inc|pty ltd|pty|pte ltd|pte|pvt ltd|pvt|private limited|proprietary limited|sdn bhd|sdn|bhd|berhad|kk|k k|kabushiki kaisha|kabushikigaisha|kabushiki gaisha|yugen kaisha|yugen gaisha|goshi kaisha|chusik hoesa|jusikhoesa|yuhanhoesa|shareholding company|stock company|firma|cie|compagnie|compania|companhia|cia|gongsi|youxian gongsi|youxiangongsi|gufen youxian gongsi|gufenyouxiangongsi|gufen gongsi|youxian zeren gongsi|holding company|company inc|cjsc co|et cie|und co|and co|tbk|persero|pcl|public company ltd|pt|cv|ab|oy|as|asa|aps'],
  ['private', 'llc|l l c|limited liability company|limited liability co|gmbh|g m b h|mbh|gesellschaft mit beschrankter haftung|gesellschaft mit beschraenkter haftung|ug haftungsbeschrankt|sarl|s a r l|societe a responsabilite limitee|sas|societe par actions simplifiee|sasu|eurl|srl|s r l|sociedad de responsabilidad limitada|sociedad limitada|sl|slu|societa a responsabilita limitata|societatea cu raspundere limitata|societate cu raspundere limitata|bv|b v|bvba|b v b a|besloten vennootschap|spzoo|sp z o o|sp z oo|sp zoo|spolka z ograniczona odpowiedzialnoscia|sro|s r o|doo|d o o|kft|ooo|tov|obschestvo s ogranichennoy otvetstvennostyu|obshchestvo s ogranichennoi otvetstvennostyu|obshchestvo s ogranichennoy otvetstvennostyu|s de rl de cv|s de r l de c v|s de rl'],
  ['shares', 'ag|aktiengesellschaft|plc|p l c|public limited company|sa|s a|societe anonyme|sociedad anonima|societa per azioni|spa|s p a|sa de cv|s a de c v|sab de cv|nv|n v|naamloze vennootschap|oao|zao|pao|ao|oaoo|ojsc|cjsc|pjsc|jsc|joint stock company|open joint stock company|public joint stock company|closed joint stock company|joynt stock company|joint stock company limited|joint stock co|joint stock|open joint stock|public joint stock|closed joint stock|otkrytoe aktsionernoe obshchestvo|publichnoe aktsionernoe obshchestvo|aktsionernoe obshchestvo|zakrytoe aktsionernoe obshchestvo|oyj|julkinen osakeyhtio|a s|a d|se|societas europaea|kgaa'],
  ['partnership', 'lp|l p|llp|l l p|limited partnership|limited liability partnership|kg|gmbh co kg|gmbh und co kg|kommanditgesellschaft|ohg|gp|scs|snc|sca'],
  ['nonprofit', 'ano|nko|e v|ev|eingetragener verein|autonomous non profit organization|autonomous nonprofit organization'],
];
/** Of folded (simplified) text, longest first; every one of them general but what is a partnership. */
const HAN_FORMS = ['股份有限责任公司', '有限责任公司', '股份有限公司', '集团有限公司', '控股有限公司', '有限合伙企业', '普通合伙企业', '特殊普通合伙', '有限合伙', '株式会社', '有限会社', '合同会社', '合资会社', '合名会社', '无限公司', '有限公司', '总公司', '公司', '(株)', '(有)', '주식회사', '유한회사', '(주)', '㈜'];

interface Node { readonly next: Map<string, Node>; form?: FormClass }
const root: Node = { next: new Map() };
for (const [form, all] of FORMS)
  for (const one of all.split('|')) {
    let node = root;
    for (const word of one.split(' ')) {
      let next = node.next.get(word);
      if (next === undefined) node.next.set(word, (next = { next: new Map() }));
      node = next;
    }
    node.form ??= form;
  }

export interface FormAt { readonly words: number; readonly form: FormClass }

/** The longest legal form that begins at a word, if any. Words are ASCII and lower case. */
export function formAt(words: readonly string[], at: number): FormAt | undefined {
  let node: Node | undefined = root;
  let found: FormAt | undefined;
  for (let i = at; i < words.length; i++) {
    node = node.next.get(words[i]!);
    if (node === undefined) break;
    if (node.form !== undefined) found = { words: i - at + 1, form: node.form };
  }
  return found ?? (at === words.length - 1 ? nearForm(words[at]!) : undefined);
}

let near: NearWords<FormClass> | undefined;
/** A form of seven and more letters that one letter was left out of, doubled or mistaken in: `aktiengeselschaft`. */
export function nearForm(word: string): FormAt | undefined {
  if (word.length < 6) return undefined;
  near ??= new NearWords(FORMS.flatMap(([form, all]) => all.split('|').filter((one) => one.length >= 7 && !one.includes(' ')).map((one) => [one, form] as const)));
  const form = near.find(word);
  return form === undefined ? undefined : { words: 1, form };
}

/** A name in Han, kana or Hangul without its legal form, front or back; `formed`: it had one. */
export function withoutHanForm(text: string): { readonly name: string; readonly formed: boolean } {
  let name = text;
  for (;;) {
    const form = HAN_FORMS.find((one) => name.endsWith(one) || name.startsWith(one));
    if (form === undefined || form.length === name.length) return { name, formed: name !== text };
    name = (name.endsWith(form) ? name.slice(0, -form.length) : name.slice(form.length)).replace(/^[\s()（）・·,.]+|[\s()（）・·,.]+$/g, '');
    if (name === '') return { name: text, formed: false };
  }
}
