/** Many products in one table, at a terminal and as a page: verdict, what is red, what is open, and the parts they share. */
import type { Sha256 } from '../base/canonical.ts';
import { allOf, type Verdict } from '../base/verdict.ts';
import type { Member, SharedPart, Unanswered } from '../engine/portfolio.ts';
import { missingInWords, namer } from '../engine/why.ts';
import { type Lang, LANGS, say, semicolons } from '../text/catalogue.ts';
import { plain } from '../text/plain.ts';
import { issuesMarkup } from './html/issues.ts';
import { both, html, type Markup, raw } from './html/markup.ts';
import { document } from './html/document.ts';
import { table, widthOf } from './table.ts';
import { footer, type Look } from './terminal.ts';

/** Shared parts shown at a terminal, and on the page. */
const SHOWN = 12;
const PAGE_SHOWN = 300;
const HEADS = ['product', 'verdict', 'red', 'unknown', 'next'] as const;
const SIGN = { red: '✕', unknown: '?', clear: '✓' } as const;

/** Products with an answer, those without, and the parts they share. */
export interface Portfolio { readonly members: readonly Member[]; readonly unanswered: readonly Unanswered[]; readonly shared: readonly SharedPart[] }

/** Of all products together: one without an answer is at best unknown. */
export function portfolioVerdict({ members, unanswered }: Portfolio): Verdict {
  return allOf([...members.map(({ verdict }) => verdict), ...unanswered.map(() => 'unknown' as const)]);
}

export function terminalPortfolio(portfolio: Portfolio, { lang, width }: Look): string {
  const { members, unanswered, shared } = portfolio;
  const heads = HEADS.map((head) => say(lang, `portfolio.head.${head}`));
  const lines = [
    ...members.map((member) => [say(lang, 'portfolio.product', { product: nameOf(member, lang), path: member.path }), say(lang, `verdict.${member.verdict}`), String(member.red), String(member.unknown), nextOf(member)]),
    ...unanswered.map(({ path }) => [plain(path), say(lang, 'portfolio.unanswered'), '', '', '']),
  ];
  const rest = [1, 2, 3, 4].map((at) => Math.max(...[heads, ...lines].map((row) => widthOf(row[at]!))));
  const first = Math.max(16, Math.min(Math.max(...lines.map((row) => widthOf(row[0]!))), width - rest.reduce((sum, one) => sum + one, 0) - 16));
  const parts = shared.slice(0, SHOWN).map((part) => `  ${sharedLine(part, lang)}`);
  const more = shared.length - parts.length;
  return [
    ...(members.some(({ madeUp }) => madeUp) ? [`*** ${say(lang, 'report.madeUp')} ***`, ''] : []),
    table(heads.map((head, at) => ({ head, width: at === 0 ? first : rest[at - 1]! })), lines),
    say(lang, 'report.answer', { verdict: say(lang, `verdict.${portfolioVerdict(portfolio)}`) }),
    ...(unanswered.length > 0 ? [say(lang, 'portfolio.unanswered.count', { count: unanswered.length })] : []), '',
    ...(shared.length > 0 ? [say(lang, 'portfolio.shared'), ...parts, ...(more > 0 ? [`  ${say(lang, 'report.more', { count: more })}`] : []), ''] : []),
    ...footer(together(members), lang), '',
  ].join('\n');
}

export function htmlPortfolio(portfolio: Portfolio, lang: Lang, sha256: Sha256): string {
  const { members, unanswered, shared } = portfolio;
  const count = members.length + unanswered.length;
  const labels = LANGS.map((of) => HEADS.map((head) => say(of, `portfolio.head.${head}`))) as [string[], string[]];
  const row = (verdict: Verdict | 'none', cells: readonly (Markup | string)[]): Markup =>
    html`<tr>${cells.map((cell, at) => html`<td data-en="${labels[0][at]}" data-zh="${labels[1][at]}" class="${at === 1 ? `v ${verdict}` : ''}">${at === 0 ? html`<span>${cell}</span>` : cell}</td>`)}</tr>`;
  const line = (member: Member): Markup => row(member.verdict, [
    html`<b>${both((of) => nameOf(member, of))}</b> <span class="soft">${plain(member.path)}</span>`, both((of) => `${SIGN[member.verdict]} ${say(of, `verdict.${member.verdict}`)}`), String(member.red), String(member.unknown), nextOf(member),
  ]);
  const lost = ({ path, issues, failure }: Unanswered): Markup => html`<tr><td data-en="${labels[0][0]}" data-zh="${labels[1][0]}"><span><b>${plain(path)}</b></span></td><td data-en="${labels[0][1]}" data-zh="${labels[1][1]}" class="v none">${both((of) => `! ${say(of, 'portfolio.unanswered')}`)}</td><td data-en="${say('en', 'report.head.reason')}" data-zh="${say('zh-Hant', 'report.head.reason')}" colspan="3"><div>${failure === undefined ? issuesMarkup(issues) : both((of) => say(of, 'portfolio.failed', { path, message: failure }))}</div></td></tr>`;
  const part = ({ label, verdict, products, missing }: SharedPart): Markup => html`<details class="part"><summary class="${verdict}">${SIGN[verdict]} ${both((of) => sharedHead(label, verdict, products.length, of))}</summary><p>${products.map((at, i) => html`${i > 0 ? ', ' : ''}${plain(members[at]!.path)}`)}</p><ul>${missing.map((one) => html`<li>${both((of) => missingInWords(of, { ...one, of: 'question' }, (id) => plain(id)))}</li>`)}</ul></details>`;
  const verdict = portfolioVerdict(portfolio);
  const counts = (['red', 'unknown', 'clear'] as const).map((one) => [one, members.filter((member) => member.verdict === one).length] as const);
  const more = shared.length - PAGE_SHOWN;
  const body = html`<header>${members.some(({ madeUp }) => madeUp) ? html`<p class="madeup">${both((of) => say(of, 'report.madeUp'))}</p>` : undefined}
<h1>${both((of) => say(of, 'portfolio.title', { count }))}</h1>
<div class="answer ${raw(verdict)}"><strong>${both((of) => `${SIGN[verdict]} ${say(of, `verdict.${verdict}`)}`)}</strong><p>${counts.map(([one, number]) => html`<span class="${one}">${SIGN[one]} ${both((of) => `${say(of, `verdict.${one}`)}${say(of, 'text.colon')}${number}`)}</span> `)}${unanswered.length > 0 ? html`<span>! ${both((of) => say(of, 'portfolio.unanswered.count', { count: unanswered.length }))}</span>` : undefined}</p></div></header>
<main><section aria-labelledby="products"><h2 id="products">${both((of) => say(of, 'portfolio.products'))}</h2><table class="cards"><thead><tr>${labels[0].map((head, at) => html`<th scope="col">${both((of) => (of === 'en' ? head : labels[1][at]!))}</th>`)}</tr></thead><tbody>${members.map(line)}${unanswered.map(lost)}</tbody></table></section>
<section aria-labelledby="shared"><h2 id="shared">${both((of) => say(of, 'portfolio.shared'))}</h2>${shared.slice(0, PAGE_SHOWN).map(part)}${more > 0 ? html`<p class="soft">${both((of) => say(of, 'report.more', { count: more }))}</p>` : undefined}</section></main>
<footer>${LANGS.map((of) => footer(together(members), of)).reduce((en, zh) => en.map((text, at) => `${text.trim()}\n${(zh[at] ?? '').trim()}`)).map((pair) => html`<p>${both((of) => pair.split('\n')[LANGS.indexOf(of)]!)}</p>`)}</footer>`;
  return document((of) => say(of, 'portfolio.title', { count }), body, lang, sha256);
}

function nameOf(member: Member, lang: Lang): string {
  return namer(member, lang)(member.product);
}

function nextOf({ assessments }: Member): string {
  return assessments.flatMap(({ nextChange }) => nextChange ?? []).sort()[0] ?? '';
}

function sharedLine({ label, verdict, products, missing }: SharedPart, lang: Lang): string {
  const told = missing.slice(0, 3).map((one) => missingInWords(lang, { kind: one.kind, of: 'question', ...(one.field !== undefined && { field: one.field }) }, (id) => plain(id)));
  return `${sharedHead(label, verdict, products.length, lang)}${told.length > 0 ? `${say(lang, 'text.colon')}${semicolons(lang, told)}` : ''}`;
}

/** "this magnet makes 14 products unknown". */
function sharedHead(part: string, verdict: 'red' | 'unknown', count: number, lang: Lang): string {
  return say(lang, 'portfolio.makes', { part, count, verdict: say(lang, `verdict.${verdict}`) });
}

/** What the products' rulebooks say, each once. */
function together(members: readonly Member[]): Parameters<typeof footer>[0] {
  const rulebooks = new Map(members.flatMap((member) => member.rulebooks.map((rulebook) => [rulebook.id, rulebook] as const)));
  return { rulebooks: [...rulebooks.values()], assessments: members.flatMap(({ assessments }) => assessments) };
}
