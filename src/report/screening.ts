/** A screening at a terminal, and as a page. Every result says against which lists, of which day, partial or whole. */
import type { Sha256 } from '../base/canonical.ts';
import type { Match, Screened, ScreenedList, Screening } from '../engine/screen.ts';
import { type Lang, say } from '../text/catalogue.ts';
import { plain } from '../text/plain.ts';
import { both, html, type Markup, raw } from './html/markup.ts';
import { document } from './html/page.ts';
import { table } from './table.ts';
import type { Look } from './terminal.ts';

/** Matches shown of one name; the JSON has them all. */
const SHOWN = 10;

export function screeningText(screening: Screening, { lang, width }: Look): string {
  const said = Math.max(20, width - 67);
  const rows = screening.results.flatMap(({ subject, outcome, matches }) => {
    const label = plain(subject.label);
    if (matches.length === 0) return [[label, say(lang, `screen.outcome.${outcome}`), '', '', say(lang, 'screen.none')]];
    const shown = matches.slice(0, SHOWN).map((match, i) => [i === 0 ? label : '', i === 0 ? say(lang, `screen.outcome.${outcome}`) : '', (match.score * 100).toFixed(0), match.list, reason(match, lang)]);
    return matches.length > SHOWN ? [...shown, ['', '', '', '', say(lang, 'report.more', { count: matches.length - SHOWN })]] : shown;
  });
  const columns = [['name', 22], ['outcome', 9], ['score', 5], ['list', 16], ['why', said]] as const;
  return [
    say(lang, 'screen.title', { asOf: screening.asOf }), table(columns.map(([head, wide]) => ({ head: say(lang, `screen.head.${head}`), width: wide })), rows),
    ...listLines(screening.lists, lang), '', say(lang, 'screen.matcher', { matcher: screening.matcher, threshold: (screening.threshold * 100).toFixed(0) }), say(lang, 'screen.never'), '',
  ].join('\n');
}

export function listLines(lists: readonly ScreenedList[], lang: Lang): string[] {
  if (lists.length === 0) return [say(lang, 'screen.noLists')];
  return lists.map((list) => say(lang, list.edition === undefined ? 'screen.list.undated' : list.whole ? 'screen.list.whole' : 'screen.list.partial', { list: list.list, edition: list.edition ?? '', days: list.ageDays ?? 0, count: list.entries }));
}

/** `stakes`: lines that say who holds a party, where the workspace records it. */
export function screeningPage(screening: Screening, lang: Lang, sha256: Sha256, stakes: ReadonlyMap<string, readonly Markup[]> = new Map()): string {
  const body = html`<header><h1>${both((of) => say(of, 'screen.title', { asOf: screening.asOf }))}</h1></header>
<main>
<section aria-labelledby="results"><h2 id="results">${both((of) => say(of, 'screen.results'))}</h2>
<table><thead><tr>${(['name', 'outcome', 'score', 'list', 'why'] as const).map((head) => html`<th scope="col">${both((of) => say(of, `screen.head.${head}`))}</th>`)}</tr></thead>
<tbody>${screening.results.map(resultRows)}</tbody></table></section>
${stakes.size === 0 ? undefined : html`<section aria-labelledby="owners"><h2 id="owners">${both((of) => say(of, 'screen.owners'))}</h2>${[...stakes].map(([name, lines]) => html`<h3>${plain(name)}</h3><ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`)}</section>`}
<section aria-labelledby="lists"><h2 id="lists">${both((of) => say(of, 'screen.lists'))}</h2><ul>${listsMarkup(screening.lists)}</ul>
<p class="soft">${both((of) => say(of, 'screen.matcher', { matcher: screening.matcher, threshold: (screening.threshold * 100).toFixed(0) }))}</p></section>
</main><footer><p>${both((of) => say(of, 'screen.never'))}</p></footer>`;
  return document((of) => say(of, 'screen.title', { asOf: screening.asOf }), body, lang, sha256);
}

function resultRows({ subject, outcome, matches }: Screened): Markup {
  const shown: readonly (Match | undefined)[] = matches.length === 0 ? [undefined] : matches.slice(0, SHOWN * 3);
  return html`${shown.map((match, i) => html`<tr>${i === 0 ? html`<th scope="rowgroup" rowspan="${shown.length}">${plain(subject.label)}</th><td rowspan="${shown.length}"><span class="answer ${raw(outcome)}">${both((of) => say(of, `screen.outcome.${outcome}`))}</span></td>` : undefined}<td>${match === undefined ? '' : (match.score * 100).toFixed(0)}</td><td>${match?.list ?? ''}</td><td>${both((of) => (match === undefined ? say(of, 'screen.none') : reason(match, of)))}</td></tr>`)}`;
}

function listsMarkup(lists: readonly ScreenedList[]): Markup[] {
  return lists.length === 0 ? [html`<li>${both((of) => say(of, 'screen.noLists'))}</li>`] : lists.map((list) => html`<li>${both((of) => listLines([list], of)[0]!)}</li>`);
}

/** Which two names met, and feature by feature why. */
export function reason({ entry, because, names, reasons, judged }: Match, lang: Lang): string {
  const listed = say(lang, 'screen.entry', { name: names[1], entry: entry.id });
  const kind = entry.notes?.kind ?? '';
  const notes = [entry.notes?.program, entry.notes?.country, entry.notes?.born, kind === 'vessel' || kind === 'aircraft' ? say(lang, `screen.kind.${kind}`) : undefined].filter(Boolean).join(', ');
  const why = because === 'name' ? reasons.map((one) => say(lang, `screen.feature.${one.feature}`, { points: one.points, words: (one.words ?? []).join(' ') })).join('; ') : say(lang, `screen.because.${because}`);
  return [listed, notes === '' ? undefined : `(${notes})`, why, judged === undefined ? undefined : say(lang, 'screen.judged', { says: say(lang, `says.${judged}`) })].filter(Boolean).join(lang === 'en' ? '. ' : '。');
}
