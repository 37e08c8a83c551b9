/** Many products in one table, at a terminal and as a page: verdict, what is red, what is open, and the parts they share. */
import type { Sha256 } from '../base/canonical.ts';
import { allOf } from '../base/verdict.ts';
import type { Member, SharedPart } from '../engine/portfolio.ts';
import { missingInWords, namer } from '../engine/why.ts';
import { type Lang, LANGS, say } from '../text/catalogue.ts';
import { plain } from '../text/plain.ts';
import { both, html, type Markup, raw } from './html/markup.ts';
import { document } from './html/page.ts';
import { table, widthOf } from './table.ts';
import { footer, type Look } from './terminal.ts';

/** Shared parts shown at a terminal; the page has up to this many times twenty-five. */
const SHOWN = 12;
const SIGN = { red: '✕', unknown: '?', clear: '✓' } as const;

export function terminalPortfolio(members: readonly Member[], shared: readonly SharedPart[], { lang, width }: Look): string {
  const heads = (['product', 'verdict', 'red', 'unknown', 'next'] as const).map((head) => say(lang, `portfolio.head.${head}`));
  const lines = members.map((member) => [say(lang, 'portfolio.product', { product: nameOf(member, lang), path: member.path }), say(lang, `verdict.${member.result.verdict}`), ...countsOf(member).map(String), nextOf(member)]);
  const rest = [1, 2, 3, 4].map((at) => Math.max(...[heads, ...lines].map((row) => widthOf(row[at]!))));
  const first = Math.max(16, Math.min(Math.max(...lines.map((row) => widthOf(row[0]!))), width - rest.reduce((sum, one) => sum + one, 0) - 16));
  const parts = shared.slice(0, SHOWN).map((part) => `  ${sharedLine(part, lang)}`);
  const more = shared.length - parts.length;
  const verdict = allOf(members.map(({ result }) => result.verdict));
  return [
    ...(members.some(({ result }) => result.madeUp) ? [`*** ${say(lang, 'report.madeUp')} ***`, ''] : []),
    table(heads.map((head, at) => ({ head, width: at === 0 ? first : rest[at - 1]! })), lines),
    say(lang, 'report.answer', { verdict: say(lang, `verdict.${verdict}`) }), '',
    ...(shared.length > 0 ? [say(lang, 'portfolio.shared'), ...parts, ...(more > 0 ? [`  ${say(lang, 'report.more', { count: more })}`] : []), ''] : []),
    ...footer(together(members), lang), '',
  ].join('\n');
}

export function htmlPortfolio(members: readonly Member[], shared: readonly SharedPart[], lang: Lang, sha256: Sha256): string {
  const heads = (of: Lang): string[] => (['product', 'verdict', 'red', 'unknown', 'next'] as const).map((head) => say(of, `portfolio.head.${head}`));
  const labels = LANGS.map(heads) as [string[], string[]];
  const line = (member: Member): Markup => {
    const { verdict } = member.result;
    const cells: (Markup | string)[] = [html`<b>${both((of) => nameOf(member, of))}</b> <span class="soft">${plain(member.path)}</span>`, both((of) => `${SIGN[verdict]} ${say(of, `verdict.${verdict}`)}`), ...countsOf(member).map(String), nextOf(member)];
    return html`<tr>${cells.map((cell, at) => html`<td data-en="${labels[0][at]}" data-zh="${labels[1][at]}" class="${at === 1 ? `v ${verdict}` : ''}">${at === 0 ? html`<span>${cell}</span>` : cell}</td>`)}</tr>`;
  };
  const part = ({ label, verdict, products, missing }: SharedPart): Markup => html`<details class="part"><summary class="${verdict}">${SIGN[verdict]} ${both((of) => sharedHead(label, verdict, products.length, of))}</summary><p>${products.map((at, i) => html`${i > 0 ? ', ' : ''}${plain(members[at]!.path)}`)}</p><ul>${missing.map((one) => html`<li>${both((of) => missingInWords(of, { ...one, of: 'question' }, (id) => plain(id)))}</li>`)}</ul></details>`;
  const verdict = allOf(members.map(({ result }) => result.verdict));
  const counts = (['red', 'unknown', 'clear'] as const).map((one) => [one, members.filter(({ result }) => result.verdict === one).length] as const);
  const body = html`<header>${members.some(({ result }) => result.madeUp) ? html`<p class="madeup">${both((of) => say(of, 'report.madeUp'))}</p>` : undefined}
<h1>${both((of) => say(of, 'portfolio.title', { count: members.length }))}</h1>
<div class="answer ${raw(verdict)}"><strong>${both((of) => `${SIGN[verdict]} ${say(of, `verdict.${verdict}`)}`)}</strong><p>${counts.map(([one, count]) => html`<span class="${one}">${SIGN[one]} ${both((of) => say(of, `verdict.${one}`))}: ${count}</span> `)}</p></div></header>
<main><section aria-labelledby="products"><h2 id="products">${both((of) => say(of, 'portfolio.products'))}</h2><table class="cards"><thead><tr>${labels[0].map((head, at) => html`<th scope="col">${both((of) => (of === 'en' ? head : labels[1][at]!))}</th>`)}</tr></thead><tbody>${members.map(line)}</tbody></table></section>
<section aria-labelledby="shared"><h2 id="shared">${both((of) => say(of, 'portfolio.shared'))}</h2>${shared.slice(0, SHOWN * 25).map(part)}</section></main>
<footer>${LANGS.map((of) => footer(together(members), of)).reduce((en, zh) => en.map((text, at) => `${text.trim()}\n${(zh[at] ?? '').trim()}`)).map((pair) => html`<p>${both((of) => pair.split('\n')[LANGS.indexOf(of)]!)}</p>`)}</footer>`;
  return document((of) => say(of, 'portfolio.title', { count: members.length }), body, lang, sha256);
}

function nameOf({ result }: Member, lang: Lang): string {
  return namer(result, lang)(result.question.product);
}

/** Parts that are red, and parts that are open, in any clause. */
function countsOf({ result }: Member): [red: number, unknown: number] {
  const of = (verdict: 'red' | 'unknown'): number => new Set(result.assessments.filter((one) => one.verdict === verdict).map(({ subject }) => subject)).size;
  return [of('red'), of('unknown')];
}

function nextOf({ result }: Member): string {
  return result.assessments.flatMap(({ nextChange }) => nextChange ?? []).sort()[0] ?? '';
}

function sharedLine({ label, verdict, products, missing }: SharedPart, lang: Lang): string {
  const told = missing.slice(0, 3).map((one) => missingInWords(lang, { kind: one.kind, of: 'question', ...(one.field !== undefined && { field: one.field }) }, (id) => plain(id)));
  return `${sharedHead(label, verdict, products.length, lang)}${told.length > 0 ? `: ${told.join('; ')}` : ''}`;
}

/** "this magnet makes 14 products unknown". */
function sharedHead(part: string, verdict: 'red' | 'unknown', count: number, lang: Lang): string {
  return say(lang, 'portfolio.makes', { part, count, verdict: say(lang, `verdict.${verdict}`) });
}

/** What the products' rulebooks say, each once. */
function together(members: readonly Member[]): Parameters<typeof footer>[0] {
  const rulebooks = new Map(members.flatMap(({ result }) => result.rulebooks.map((rulebook) => [rulebook.id, rulebook] as const)));
  return { rulebooks: [...rulebooks.values()], assessments: members.flatMap(({ result }) => result.assessments) };
}
