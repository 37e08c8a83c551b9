/** Faults and warnings on a page, each kind once with its hint; and the page of an input that was refused. */
import type { Sha256 } from '../../base/canonical.ts';
import type { Issue } from '../../base/issue.ts';
import { push } from '../../base/multimap.ts';
import { type Lang, LANGS, say } from '../../text/catalogue.ts';
import { issueInWords, type ToldIssue } from '../issues.ts';
import { document } from './document.ts';
import { both, html, type Markup } from './markup.ts';

/** Places shown of faults of one kind that share a hint; the rest is counted. */
const PLACES = 12;

export function issuesMarkup(issues: readonly Issue[]): Markup {
  const groups = new Map<string, (readonly [en: ToldIssue, zh: ToldIssue])[]>();
  for (const one of issues) {
    const told = LANGS.map((lang) => issueInWords(lang, one)) as [ToldIssue, ToldIssue];
    const key = JSON.stringify([told[0].code, told[0].hint]);
    push(groups, key, told);
  }
  const pick = (pair: readonly [ToldIssue, ToldIssue], field: 'message' | 'hint'): Markup => both((lang) => pair[LANGS.indexOf(lang)]![field]);
  return html`<ul class="issues">${[...groups.values()].map((group) => {
    const more = group.length - PLACES;
    return html`<li><code>${group[0]![0].code}</code> <ul>${group.slice(0, PLACES).map((pair) => html`<li>${pair[0].place}${both((lang) => say(lang, 'text.colon'))}${pick(pair, 'message')}</li>`)}${more > 0 ? html`<li>${both((lang) => say(lang, 'report.more', { count: more }))}</li>` : undefined}</ul><p class="soft">${both((lang) => say(lang, 'cli.hint', { hint: group[0]![LANGS.indexOf(lang)]!.hint }))}</p></li>`;
  })}</ul>`;
}

/** Instead of a report where the input was refused: so that no older answer is taken for this one's. */
export function htmlRefusal(path: string, issues: readonly Issue[], lang: Lang, sha256: Sha256): string {
  const title = (of: Lang): string => say(of, 'page.refused.title', { path });
  return document(title, html`<header><h1>${both(title)}</h1>
<div class="answer none"><strong>${both((of) => `! ${say(of, 'portfolio.unanswered')}`)}</strong><p>${both((of) => say(of, 'page.refused', { count: issues.length }))}</p></div></header>
<main><section aria-labelledby="faults"><h2 id="faults">${both((of) => say(of, 'page.refused.faults'))}</h2>${issuesMarkup(issues)}</section></main>
<footer><p>${both((of) => say(of, 'report.notLegal'))}</p></footer>`, lang, sha256);
}
