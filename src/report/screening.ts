/** A screening at a terminal, and as a page. Every result says against which lists, of which day, partial or whole. */
import type { Sha256 } from '../base/canonical.ts';
import { countryAndCode } from '../base/countries.ts';
import type { BaseName, Holding } from '../engine/holdings.ts';
import { isNamed, type Match, type Screened, type ScreenedList, type Screening } from '../engine/screen.ts';
import { MEASURES } from '../owners/tests.ts';
import type { Known } from '../screen/known-names.ts';
import { type Lang, say, semicolons } from '../text/catalogue.ts';
import { plain } from '../text/plain.ts';
import { both, html, type Markup, raw } from './html/markup.ts';
import { document } from './html/document.ts';
import { holding, ownersPicture } from './owners-picture.ts';
import { table } from './table.ts';
import type { Look } from './terminal.ts';

/** Matches shown of one name; the JSON has them all. */
const SHOWN = 10;
/** Parties on a page whose owners are drawn; the worst first, the others are told in a line. */
const DRAWN = 100;
/** Lists named beside a name that is on none. */
const NAMED = 3;

export function screeningText(screening: Screening, { lang, width }: Look, held: readonly Holding[] = []): string {
  const said = Math.max(20, width - 67);
  const rows = screening.results.flatMap(({ subject, outcome, matches }) => {
    const label = plain(subject.label);
    if (matches.length === 0) return [[label, say(lang, `screen.outcome.${outcome}`), '', '', none({ subject, outcome }, screening.lists, lang)]];
    const shown = matches.slice(0, SHOWN).map((match, i) => [i === 0 ? label : '', i === 0 ? say(lang, `screen.outcome.${outcome}`) : '', (match.score * 100).toFixed(0), match.list, reason(match, lang)]);
    return matches.length > SHOWN ? [...shown, ['', '', '', '', say(lang, 'report.more', { count: matches.length - SHOWN })]] : shown;
  });
  const columns = [['name', 22], ['outcome', 9], ['score', 5], ['list', 16], ['why', said]] as const;
  return [
    say(lang, 'screen.title', { asOf: screening.asOf }), table(columns.map(([head, wide]) => ({ head: say(lang, `screen.head.${head}`), width: wide })), rows),
    ...held.map((one) => ownersLine(one, lang)), ...unrecorded(screening, held, lang), ...listLines(screening.lists, lang), '', say(lang, 'screen.matcher', { matcher: screening.matcher, threshold: (screening.threshold * 100).toFixed(0) }), say(lang, 'screen.never'), '',
  ].join('\n');
}

/** Nothing met; where that clears nobody, why not. */
function none({ outcome, subject }: Pick<Screened, 'outcome' | 'subject'>, lists: readonly ScreenedList[], lang: Lang): string {
  if (lists.length === 0) return say(lang, 'screen.noLists');
  if (!isNamed(subject)) return say(lang, 'screen.none.nameless');
  const open = outcome === 'unknown' ? lists.filter(({ whole, edition, old }) => !whole || edition === undefined || old !== undefined).map(({ list }) => list) : [];
  const named = open.slice(0, NAMED).join(lang === 'en' ? ', ' : '、');
  return open.length === 0 ? say(lang, 'screen.none') : say(lang, open.length > NAMED ? 'screen.none.openMore' : 'screen.none.open', { lists: named, more: open.length - NAMED });
}

function lineOf({ edition, whole, none: gone, old }: ScreenedList): 'screen.list.none' | 'screen.list.undated' | 'screen.list.partial' | 'screen.list.old' | 'screen.list.whole' {
  if (gone) return 'screen.list.none';
  return edition === undefined ? 'screen.list.undated' : !whole ? 'screen.list.partial' : old !== undefined ? 'screen.list.old' : 'screen.list.whole';
}

export function listLines(lists: readonly ScreenedList[], lang: Lang): string[] {
  if (lists.length === 0) return [say(lang, 'screen.noLists')];
  return lists.map((list) => say(lang, lineOf(list), { list: list.list, edition: list.edition ?? '', days: list.ageDays ?? 0, count: list.entries, limit: list.old ?? 0 }));
}

/** `Maker: open through its owners: ..., who holds the unrecorded share of B decides, alone; also CHIPS25 open`. */
function ownersLine({ label, outcome, answers, parties }: Holding, lang: Lang): string {
  const [first, ...others] = answers;
  const also = others.filter(({ value }) => value !== 'free').map(({ test, value }) => `${test} ${say(lang, `owners.${value}`)}`);
  const parts = [say(lang, `holding.${outcome}`), decisive(first!, parties, lang), also.length === 0 ? '' : say(lang, 'holding.also', { answers: also.join(lang === 'en' ? ', ' : '、') })].filter(Boolean);
  return `${plain(label)}${say(lang, 'text.colon')}${semicolons(lang, parts)}`;
}

function decisive({ value, base, decides, partial }: Holding['answers'][number], parties: Holding['parties'], lang: Lang): string {
  if (value !== 'open') return '';
  if (partial) return say(lang, 'holding.partial');
  if (decides === undefined) return say(lang, 'holding.many');
  const party = plain(parties.find(({ id }) => id === decides.of)?.name ?? decides.of);
  return decides.what === 'gap' ? say(lang, 'holding.decides.gap', { party }) : base === 'listed' ? say(lang, 'holding.decides.match', { party }) : say(lang, 'holding.decides.base', { party, base: say(lang, `holding.base.${base}`) });
}

/** Only where some are looked at: who asks for a name alone asks nothing of owners. */
function unrecorded({ results }: Screening, held: readonly Holding[], lang: Lang): string[] {
  const count = results.length - held.length;
  return held.length === 0 || count === 0 ? [] : [say(lang, 'holding.unrecorded', { count })];
}

/** `held`: who holds the parties of which owners are recorded. */
export function screeningPage(screening: Screening, lang: Lang, sha256: Sha256, held: readonly Holding[] = []): string {
  const body = html`<header><h1>${both((of) => say(of, 'screen.title', { asOf: screening.asOf }))}</h1></header>
<main>
<section aria-labelledby="results"><h2 id="results">${both((of) => say(of, 'screen.results'))}</h2>
<div class="scroll"><table class="wide cards"><thead><tr>${FOUND_HEADS.map((head) => html`<th scope="col">${both((of) => say(of, `screen.head.${head}`))}</th>`)}</tr></thead>
<tbody>${screening.results.map((one) => resultRows(one, screening.lists))}</tbody></table></div></section>
${held.length === 0 ? undefined : html`<section aria-labelledby="owners"><h2 id="owners">${both((of) => say(of, 'screen.owners'))}</h2>${heldMarkup(held)}<p class="soft">${both((of) => [...unrecorded(screening, held, of), say(of, 'holding.rules')].join(of === 'en' ? '. ' : '。'))}</p></section>`}
<section aria-labelledby="lists"><h2 id="lists">${both((of) => say(of, 'screen.lists'))}</h2><ul>${listsMarkup(screening.lists)}</ul>
<p class="soft">${both((of) => say(of, 'screen.matcher', { matcher: screening.matcher, threshold: (screening.threshold * 100).toFixed(0) }))}</p></section>
</main><footer><p>${both((of) => say(of, 'screen.never'))}</p></footer>`;
  return document((of) => say(of, 'screen.title', { asOf: screening.asOf }), body, lang, sha256);
}

const FOUND_HEADS = ['name', 'outcome', 'score', 'list', 'why'] as const;

function resultRows({ subject, outcome, matches }: Screened, lists: readonly ScreenedList[]): Markup {
  const shown: readonly (Match | undefined)[] = matches.length === 0 ? [undefined] : matches.slice(0, SHOWN * 3);
  const rows = String(shown.length);
  return html`${shown.map((match, i) => html`<tr>${i === 0 ? html`<th scope="rowgroup" rowspan="${rows}">${plain(subject.label)}</th>${foundCell('outcome', both((of) => say(of, `screen.outcome.${outcome}`)), `v ${outcome}`, rows)}` : undefined}${match === undefined ? html`<td></td><td></td>` : html`${foundCell('score', html`${(match.score * 100).toFixed(0)}`)}${foundCell('list', html`${match.list}`)}`}${foundCell('why', both((of) => (match === undefined ? none({ subject, outcome }, lists, of) : reason(match, of))))}</tr>`)}`;
}

/** On a telephone each cell says its own head. */
function foundCell(head: (typeof FOUND_HEADS)[number], content: Markup, cls = '', rows = '1'): Markup {
  return html`<td data-en="${say('en', `screen.head.${head}`)}" data-zh="${say('zh-Hant', `screen.head.${head}`)}" class="${cls}" rowspan="${rows}"><span>${content}</span></td>`;
}

const HEADS = ['test', 'base', 'answer', 'decides'] as const;
const COLOUR = { caught: 'red', open: 'unknown', free: 'clear' } as const;

/** On a telephone each cell says its own head. */
function cell(head: (typeof HEADS)[number], content: Markup, cls = ''): Markup {
  return html`<td data-en="${say('en', `holding.head.${head}`)}" data-zh="${say('zh-Hant', `holding.head.${head}`)}" class="${cls}">${content.markup === '' ? undefined : html`<span>${content}</span>`}</td>`;
}

/** A page of thousands of drawings opens in no browser. */
function heldMarkup(held: readonly Holding[]): Markup {
  const worst = (['red', 'unknown', 'clear'] as const).flatMap((verdict) => held.filter(({ outcome }) => outcome === verdict));
  const drawn = new Set(worst.slice(0, DRAWN));
  const others = held.filter((one) => !drawn.has(one));
  const told = others.length === 0 ? undefined : html`<h3>${both((of) => say(of, 'holding.notDrawn', { count: others.length }))}</h3><ul>${others.map((one) => html`<li class="${raw(one.outcome)}">${both((of) => ownersLine(one, of))}</li>`)}</ul>`;
  return html`${held.filter((one) => drawn.has(one)).map(ownersMarkup)}${told}`;
}

/** The answer in words, the picture under the test that goes with lists and under one that catches where that does not, every test, every stake. */
function ownersMarkup(held: Holding): Markup {
  const { party, label, outcome, answers, parties, stakes } = held;
  const names = new Map(parties.map(({ id, name }) => [id, name]));
  const [first, ...others] = answers;
  const shown = [first!, ...others.filter(({ value }) => value === 'caught' && first!.value !== 'caught').slice(0, 1)];
  const picture = ({ test, base }: { readonly test: string; readonly base: BaseName }): Markup =>
    html`<div class="scroll">${both((of) => raw(ownersPicture({ party, test, parties, stakes, inBase: held.inBase(base) }, of)))}</div>`;
  return html`<h3>${plain(label)}</h3>
<p class="${raw(outcome)}"><strong>${both((of) => [say(of, `holding.${outcome}`), decisive(first!, parties, of)].filter(Boolean).join(of === 'en' ? '; ' : '；'))}</strong></p>
${shown.map(picture)}
<details><summary>${both((of) => say(of, 'holding.tests'))}</summary><table class="cards"><thead><tr>${HEADS.map((head) => html`<th scope="col">${both((of) => say(of, `holding.head.${head}`))}</th>`)}</tr></thead>
<tbody>${answers.map((one) => html`<tr>${cell('test', html`<strong>${one.test}</strong><br>${both((of) => say(of, `test.${one.test}` as never))}`)}${cell('base', both((of) => say(of, `holding.base.${one.base}`)))}${cell('answer', both((of) => say(of, `owners.${one.value}`)), `v ${COLOUR[one.value]}`)}${cell('decides', both((of) => decisive(one, parties, of)))}</tr>`)}</tbody></table>
<ul>${stakes.map((one) => html`<li>${both((of) => say(of, 'why.fact.holding', { owner: plain(names.get(one.owner) ?? one.owner), of: plain(names.get(one.asset) ?? one.asset), value: holding(one, MEASURES, of) }))}</li>`)}</ul></details>`;
}

function listsMarkup(lists: readonly ScreenedList[]): Markup[] {
  return lists.length === 0 ? [html`<li>${both((of) => say(of, 'screen.noLists'))}</li>`] : lists.map((list) => html`<li>${both((of) => listLines([list], of)[0]!)}</li>`);
}

/** The name that was asked in the place of the one given, and where it is from. */
function knownAs({ as, by, table: from, row, listed, checked }: Known, lang: Lang): string {
  const known = say(lang, listed === undefined ? 'screen.known' : checked === 'both' ? 'screen.known.listed' : 'screen.known.unseen', { name: as, table: from, row: String(row), listed: listed ?? '' });
  return by === undefined ? known : say(lang, 'screen.known.by', { by, known });
}

/** Which two names met, and feature by feature why. */
export function reason({ entry, because, names, reasons, known, judged }: Match, lang: Lang): string {
  const listed = say(lang, 'screen.entry', { name: names[1], entry: entry.id });
  const kind = entry.notes?.kind ?? '';
  const notes = [entry.notes?.program, entry.notes?.country && countryAndCode(entry.notes.country, lang), entry.notes?.born, kind === 'vessel' || kind === 'aircraft' ? say(lang, `screen.kind.${kind}`) : undefined].filter(Boolean).join(', ');
  const why = because === 'name' ? reasons.map((one) => say(lang, `screen.feature.${one.feature}`, { points: one.points, words: (one.words ?? []).join(' ') })).join(lang === 'en' ? '; ' : '；') : say(lang, `screen.because.${because}`);
  return [listed, notes === '' ? undefined : `(${notes})`, known === undefined ? undefined : knownAs(known, lang), why, judged === undefined ? undefined : say(lang, 'screen.judged', { says: say(lang, `says.${judged}`) })].filter(Boolean).join(lang === 'en' ? '. ' : '。');
}
