/**
 * Every sentence that a user sees is in this room, in English and in 繁體中文. Keys are typed, so a missing or misspelt
 * one does not compile; `{name}` is filled from the parameters; a sentence that depends on a number has one text for
 * each plural form of the language (Intl.PluralRules over `count`).
 */
import { EN } from './en.ts';
import { plain } from './plain.ts';
import { ZH_HANT } from './zh-hant.ts';

export type Lang = 'en' | 'zh-Hant';
export const LANGS: readonly Lang[] = ['en', 'zh-Hant'];

/** One text, or one for each plural form; `other` is always there. */
export type Sentence = string | { readonly one?: string; readonly other: string };
export type Key = keyof typeof EN;
export type Params = Readonly<Record<string, string | number>>;
/** A sentence to be said later, in whatever language the reader has. */
export interface Said { readonly key: Key; readonly params: Params }

const CATALOGUES: Readonly<Record<Lang, Readonly<Record<Key, Sentence>>>> = { en: EN, 'zh-Hant': ZH_HANT };
const NUMBERS: Readonly<Record<Lang, Intl.NumberFormat>> = {
  en: new Intl.NumberFormat('en'),
  'zh-Hant': new Intl.NumberFormat('zh-Hant-TW'),
};
const PLURALS: Readonly<Record<Lang, Intl.PluralRules>> = {
  en: new Intl.PluralRules('en'),
  'zh-Hant': new Intl.PluralRules('zh-Hant-TW'),
};

/** The sentence of a key. Texts in the parameters come from users' files: what could change a terminal is escaped. */
export function say(lang: Lang, key: Key, params: Params = {}): string {
  return fill(lang, CATALOGUES[lang][key], params);
}

/**
 * Fills a sentence that is kept elsewhere (issues.ts, a rulebook's own words). In Chinese a Latin word or a number stands apart, and
 * a Chinese one does not, however the sentence was typed.
 */
export function fill(lang: Lang, sentence: Sentence, params: Params): string {
  return choose(lang, sentence, params).replace(/( ?)\{(\w+)\}( (?!\{))?/g, (hole, before: string, name: string, after = '', at: number, whole: string) => {
    const value = params[name];
    if (value === undefined) return hole;
    const text = typeof value === 'number' ? NUMBERS[lang].format(value) : plain(value);
    if (lang === 'en') return `${before}${text}${after}`;
    return `${gap(whole[at - 1], text[0], before)}${text}${gap(text.at(-1), whole[at + hole.length], after)}`;
  });
}

/** A space where a Chinese character and a Latin one or a digit would touch, none between two Chinese ones; else as `typed`. */
function gap(before = '', after = '', typed = ''): string {
  const [one, other] = [before, after].map((character) => /\p{Script=Han}/u.test(character));
  if (one && other) return '';
  return (one && /[\w(]/.test(after)) || (other && /[\w)%]/.test(before)) ? ' ' : typed;
}

function choose(lang: Lang, sentence: Sentence, params: Params): string {
  if (typeof sentence === 'string') return sentence;
  const count = params.count;
  if (typeof count !== 'number') return sentence.other;
  return (PLURALS[lang].select(count) === 'one' ? sentence.one : undefined) ?? sentence.other;
}

/** Is there such a key? For ids that come from data: a rulebook's consequence, a Missing's field. */
export function hasKey(key: string): key is Key {
  return Object.hasOwn(EN, key);
}

const listsIn = (locale: string) => ({ conjunction: new Intl.ListFormat(locale, { type: 'conjunction' }), disjunction: new Intl.ListFormat(locale, { type: 'disjunction' }) });
const LISTS: Readonly<Record<Lang, ReturnType<typeof listsIn>>> = { en: listsIn('en'), 'zh-Hant': listsIn('zh-Hant-TW') };

/** "a, b and c" as the language writes it. */
export function list(lang: Lang, parts: readonly string[], type: 'conjunction' | 'disjunction' = 'conjunction'): string {
  if (lang === 'en') return LISTS.en[type].format(parts);
  const pieces = LISTS['zh-Hant'][type].formatToParts(parts).map(({ value }) => value);
  return pieces.map((piece, at) => `${gap(pieces[at - 1]?.at(-1), piece[0])}${piece}`).join('');
}

/** Whole phrases with "and" or "or" between them: in Chinese a comma parts them too, since names inside have their own. */
export function phrases(lang: Lang, parts: readonly string[], type: 'conjunction' | 'disjunction'): string {
  return lang === 'en' ? list(lang, parts, type) : parts.join(type === 'conjunction' ? '，且' : '，或');
}

/** Several things said one after the other: `a; b`. */
export function semicolons(lang: Lang, parts: readonly string[]): string {
  return parts.join(lang === 'en' ? '; ' : '；');
}

/** Names one after the other, without "and": `a, b`. */
export function commas(lang: Lang, parts: readonly string[]): string {
  return parts.join(lang === 'en' ? ', ' : '、');
}

/** The language of a locale name such as `zh_TW.UTF-8`; English for all that is not Chinese. */
export function langOf(locale: string | undefined): Lang {
  return /^zh/i.test(locale ?? '') ? 'zh-Hant' : 'en';
}
