/** HTML from parts: what is put into a template is escaped unless it is markup already, so a name from a file stays a name. */
import { LANGS, type Lang } from '../../text/catalogue.ts';

/** Markup that is safe to put into a page. Made by `html`, `both` and `raw` only. */
export interface Markup { readonly markup: string }
type Part = Markup | string | number | undefined | readonly Part[];

/** A template whose holes are escaped; lists are joined, `undefined` is nothing. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return { markup: texts.map((text, i) => text + (i < parts.length ? written(parts[i]) : '')).join('') };
}

/** Markup that this program wrote itself. */
export function raw(markup: string): Markup {
  return { markup };
}

/** A text in both languages, of which the page shows one; once where they are equal. */
export function both(text: (lang: Lang) => string | Markup): Markup {
  const [en, zh] = LANGS.map((lang) => written(text(lang))) as [string, string];
  return en === zh ? raw(en) : html`<span lang="en">${raw(en)}</span><span lang="zh-Hant">${raw(zh)}</span>`;
}

/** The same in a drawing, where a span is nothing: two groups, or two pieces of one text. */
export function bothDrawn(tag: 'g' | 'tspan', text: (lang: Lang) => string | Markup): Markup {
  const [en, zh] = LANGS.map((lang) => written(text(lang))) as [string, string];
  return raw(en === zh ? en : `<${tag} lang="en">${en}</${tag}><${tag} lang="zh-Hant">${zh}</${tag}>`);
}

/** For text and for quoted attributes alike. */
export function escaped(text: string): string {
  return text.replace(/[&<>"'`]/g, (character) => `&#${character.codePointAt(0)};`);
}

function written(part: Part): string {
  if (part === undefined) return '';
  if (typeof part === 'object') return 'markup' in part ? part.markup : part.map(written).join('');
  return escaped(String(part));
}
