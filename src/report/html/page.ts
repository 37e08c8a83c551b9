/**
 * The answer as one page that needs nothing else: no request leaves it, its content policy allows only its own style and
 * script by their hashes, every text from a file is escaped. Both languages are in it. What a page of thousands of parts
 * cannot show at once lies packed inside it and is shown when it is looked for.
 */
import type { Sha256 } from '../../base/canonical.ts';
import type { Issue } from '../../base/issue.ts';
import type { CheckResult } from '../../engine/result.ts';
import { citedNetwork, namer, pointing, type Row, rows } from '../../engine/why.ts';
import { consequence } from '../../engine/words.ts';
import type { Id } from '../../model/record.ts';
import { commas, type Lang, LANGS, say } from '../../text/catalogue.ts';
import { plain } from '../../text/plain.ts';
import { purchaseAsked } from '../asked.ts';
import { comingChanges } from '../changes.ts';
import { honestyLines } from '../honesty.ts';
import { document } from './document.ts';
import { anchor, drawings, partsOf } from './drawing.ts';
import { issuesMarkup } from './issues.ts';
import { both, html, type Markup, raw } from './markup.ts';
import { pack } from './pack.ts';
import { recordId, sourcesSection } from './records.ts';
import { clauseAnchor, RANK, SIGN, tell, type ToldClause, type ToldLine, type ToldPart } from './told.ts';

/** `lang`: which language it opens in. `noticed`: what was warned of while reading. */
export interface PageOptions { readonly lang: Lang; readonly sha256: Sha256; readonly noticed?: readonly Issue[] }

/** Parts told openly; the others are packed. Red ones come first. */
const OPEN = 40;
/** Records up to which all are shown. */
const RECORDS = 400;
/** Rows of one clause with one verdict. */
const SHOWN = 12;

export function htmlReport(result: CheckResult, { lang, sha256, noticed = [] }: PageOptions): string {
  const { question } = result;
  const net = citedNetwork(result, sha256);
  const told = tell(result, sha256);
  const [open, packed] = [told.parts.slice(0, OPEN), told.parts.slice(OPEN)];
  const cited = new Set([...open, ...told.clauses].flatMap(({ lines }) => lines.flatMap(({ to }) => to ?? [])));
  const shown = result.records.length <= RECORDS ? result.records : result.records.filter((rec) => cited.has(recordId(rec, sha256)));
  const openly = new Set(shown);
  const hidden = result.records.filter((rec) => !openly.has(rec));
  const parts = partsOf(result, net);
  const title = (of: Lang): string => say(of, 'report.title', { product: namer(result, of)(question.product), asOf: question.asOf });
  const body = html`
<a class="skip" href="#verdicts">${both((of) => say(of, 'page.skip'))}</a>
<header>
${result.madeUp ? html`<p class="madeup">${both((of) => say(of, 'report.madeUp'))}</p>` : undefined}
<h1>${both(title)}</h1>
<div class="answer ${raw(result.verdict)}"><strong>${both((of) => `${SIGN[result.verdict]} ${say(of, `verdict.${result.verdict}`)}`)}</strong><p>${both((of) => meaning(result, of))}</p></div>
${gist(result, noticed.length, sha256)}
<p class="soft">${both((of) => asked(result, of))}</p>
</header>
<main>
<section aria-labelledby="verdicts"><h2 id="verdicts">${both((of) => say(of, 'page.verdicts'))}</h2>${verdictTable(result, sha256)}</section>
<section aria-labelledby="network"><h2 id="network">${both((of) => say(of, 'page.network'))}</h2>${networkSection(drawings(result, parts))}</section>
<section aria-labelledby="why"><h2 id="why">${both((of) => say(of, 'page.why'))}</h2><p class="soft">${both((of) => say(of, 'page.why.grounds'))}</p>
${packed.length > 0 ? html`<p class="controls"><label>${both((of) => say(of, 'page.seek', { count: packed.length }))} <input type="search" id="seek" autocomplete="off"></label></p><p class="soft">${both((of) => say(of, 'page.packed', { count: packed.length }))}</p>` : undefined}
<div id="found" aria-live="polite"></div><div class="parts">${open.map(partMarkup)}</div></section>
${clausesSection(result, told.clauses)}
<section aria-labelledby="coming"><h2 id="coming">${both((of) => say(of, 'page.coming'))}</h2>${timeline(result)}</section>
<section aria-labelledby="honesty"><h2 id="honesty">${both((of) => say(of, 'honesty.title'))}</h2><ul>${LANGS.map((of) => honestyLines(result, of)).reduce((en, zh) => en.map((text, i) => `${text}\n${zh[i]}`)).map((pair) => html`<li>${both((of) => pair.split('\n')[LANGS.indexOf(of)]!)}</li>`)}</ul>${listsTable(result, sha256)}</section>
${noticed.length > 0 ? html`<section aria-labelledby="noticed"><h2 id="noticed">${both((of) => say(of, 'page.noticed'))}</h2>${issuesMarkup(noticed)}</section>` : undefined}
${sourcesSection(result, shown, hidden.length, net, sha256)}
</main>
<footer>${footerMarkup(result)}</footer>
${packed.length + hidden.length > 0 ? html`<script type="application/octet-stream" id="packed">${raw(pack(packed, hidden, [...shown.map((rec) => recordId(rec, sha256)), ...told.clauses.map(({ id }) => id)], result, sha256))}</script>` : undefined}`;
  return document(title, body, lang, sha256);
}

function meaning(result: CheckResult, lang: Lang): string {
  return result.assessments.some((one) => one.verdict !== undefined) ? say(lang, `verdict.${result.verdict}.means`) : say(lang, 'report.outcome.noVerdict');
}

function asked({ question }: CheckResult, lang: Lang): string {
  const parts = [say(lang, 'report.known', { knownAt: question.knownAt })];
  parts.push(...purchaseAsked(question, lang));
  return parts.join(lang === 'en' ? '. ' : '。');
}

/** The answer on one screen: under each rulebook what is red and how much is open, and the first day on which it changes. */
function gist(result: CheckResult, noticed: number, sha256: Sha256): Markup {
  const leaning = pointing(result, sha256);
  const lines = result.rulebooks.map((rulebook): { rank: number; line: Markup } => {
    const own = result.assessments.filter(({ rulebook: id }) => id === rulebook.id);
    const subjects = (verdict: string): Id[] => [...new Set(own.filter((one) => one.verdict === verdict).map(({ subject }) => subject.replace(/@\d+$/, '')))];
    const [red, open] = [subjects('red'), subjects('unknown')];
    const verdict = red.length > 0 ? 'red' : open.length > 0 ? 'unknown' : own.some((one) => one.verdict === 'clear') ? 'clear' : undefined;
    const pointed = leaning.get(rulebook.id) ?? [];
    const told = verdict ? html`${SIGN[verdict]} ${both((of) => say(of, `verdict.${verdict}`))}` : both((of) => say(of, `applies.${own[0]?.applies ?? 'no'}`));
    const line = html`<li><b class="${verdict ?? 'none'}">${told}</b> ${both((of) => plain(rulebook.title[of]))}${named(result, red)}${open.length > 0 ? html` <span class="unknown">${both((of) => say(of, 'page.gist.open', { count: open.length }))}</span>` : undefined}${pointed.length > 0 ? html`<br><span class="soft">${both((of) => say(of, 'page.gist.pointing'))}${named(result, pointed)}</span>` : undefined}</li>`;
    return { rank: verdict ? RANK[verdict] : 9, line };
  });
  const [first] = comingChanges(result);
  return html`<ul class="gist">${lines.sort((a, b) => a.rank - b.rank).map(({ line }) => line)}${first ? html`<li class="soft"><a href="#coming">${both((of) => say(of, 'page.gist.next', { on: first.on }))}</a></li>` : undefined}${noticed > 0 ? html`<li class="soft"><a href="#noticed">${both((of) => say(of, 'page.gist.noticed', { count: noticed }))}</a></li>` : undefined}</ul>`;
}

/** `: a, b ... and 3 more`. */
function named(result: CheckResult, ids: readonly Id[]): Markup {
  const more = ids.length - NAMED;
  return html`${ids.slice(0, NAMED).map((id, i) => html`${both((of) => (i > 0 ? commas(of, ['', '']) : say(of, 'text.colon')))}${partLink(result, id)}`)}${more > 0 ? html` ${both((of) => say(of, 'report.more', { count: more }))}` : undefined}`;
}

// --- verdicts -----------------------------------------------------------------------------------------------------

/** One table body a rulebook, headed by what it is, its verdict and what unknown means under it. */
function verdictTable(result: CheckResult, sha256: Sha256): Markup {
  const [en, zh] = LANGS.map((lang) => rows(result, lang, sha256)) as [Row[], Row[]];
  const heads = (['verdict', 'clause', 'subject', 'reason', 'next'] as const).map((head) => LANGS.map((lang) => say(lang, head === 'next' ? 'page.head.next' : `report.head.${head}`)));
  const cell = (at: number, content: Markup | string | undefined, cls = ''): Markup => html`<td data-en="${heads[at]![0]}" data-zh="${heads[at]![1]}" class="${cls}">${content}</td>`;
  const counts = new Map<string, number>();
  for (const { assessments } of en) counts.set(keyOfRow(assessments), (counts.get(keyOfRow(assessments)) ?? 0) + 1);
  const seen = new Map<string, number>();
  const bodies = result.rulebooks.map((rulebook) => {
    const told = new Set<string | undefined>(); // a clause's title stands at its first row
    const lines = en.flatMap((row, i): Markup[] => {
      const one = row.assessments[0]!;
      if (one.rulebook !== rulebook.id) return [];
      const key = keyOfRow(row.assessments);
      const nth = (seen.get(key) ?? 0) + 1;
      seen.set(key, nth);
      if (nth > SHOWN) return [];
      const clause = rulebook.clauses.find(({ id }) => id === one.clause);
      const reasons: Record<Lang, string> = { en: row.reason, 'zh-Hant': zh[i]!.reason };
      const before = told.has(one.clause);
      told.add(one.clause);
      return [html`<tr class="${one.verdict === 'clear' || one.verdict === undefined ? 'quiet' : ''}">${[
        cell(0, both((lang) => (one.verdict ? `${SIGN[one.verdict]} ${say(lang, `verdict.${one.verdict}`)}` : say(lang, `applies.${one.applies}`))), `v ${one.verdict ?? 'none'}`),
        cell(1, html`<span>${clauseCell(one, before ? undefined : clause)}</span>`),
        cell(2, html`<span>${partsCell(result, row, nth === SHOWN ? counts.get(key)! - SHOWN : 0)}</span>`),
        cell(3, html`<span>${both((lang) => reasons[lang])}</span>`),
        cell(4, one.forecast ? both((lang) => say(lang, 'report.forecast', { verdict: say(lang, `verdict.${one.forecast!.verdict}`), date: one.forecast!.on })) : (row.assessments.flatMap(({ nextChange }) => nextChange ?? []).sort()[0] ?? ''), 'day'),
      ]}</tr>`];
    });
    return html`<tbody><tr class="book"><th scope="rowgroup" colspan="${heads.length}">${rulebookHead(result, rulebook)}</th></tr>${lines}</tbody>`;
  });
  return html`<table class="cards verdicts"><thead><tr>${heads.map((head) => html`<th scope="col">${both((lang) => head[LANGS.indexOf(lang)]!)}</th>`)}</tr></thead>${bodies}</table>`;
}

function clauseCell({ rulebook, clause: id, verdict, unverified }: CheckResult['assessments'][number], clause: CheckResult['rulebooks'][number]['clauses'][number] | undefined): Markup {
  const name = html`<b>${plain(id ?? '-')}</b>`;
  const link = id === undefined || verdict === undefined ? name : html`<a href="#${clauseAnchor(rulebook, id)}">${name}</a>`;
  if (clause === undefined) return link;
  return html`${link} ${clause.title ? both((lang) => plain(clause.title![lang])) : ''} <span class="soft">${plain(clause.cite)}</span>${unverified ? html` <i>${both((lang) => `(${say(lang, 'report.unverified')})`)}</i>` : undefined}`;
}

function keyOfRow([one]: Row['assessments']): string {
  return JSON.stringify([one!.rulebook, one!.clause, one!.verdict]);
}

function rulebookHead(result: CheckResult, { id, title, consequence: unknown }: CheckResult['rulebooks'][number]): Markup {
  const own = result.assessments.filter(({ rulebook }) => rulebook === id);
  const worst = own.flatMap(({ verdict }) => verdict ?? []).sort((a, b) => RANK[a] - RANK[b])[0];
  const open = own.some(({ verdict }) => verdict === 'unknown');
  return html`<span class="${worst ?? 'none'}">${worst ? html`${SIGN[worst]} ${both((lang) => say(lang, `verdict.${worst}`))}` : both((lang) => say(lang, 'verdict.none'))}</span> ${both((lang) => plain(title[lang]))} <span class="soft">${plain(id)} ${plain(own[0]?.version ?? '')}</span>${open ? html` <span class="soft">${both((lang) => say(lang, 'page.consequence', { text: consequence(lang, unknown) }))}</span>` : undefined}`;
}

const NAMED = 4;

function partsCell(result: CheckResult, { assessments }: Row, left: number): Markup {
  if (assessments.length === 1 && (assessments[0]!.subject === 'all' || assessments[0]!.verdict === undefined)) return both((lang) => say(lang, 'report.all'));
  const links = assessments.slice(0, NAMED).map(({ subject }, i) => html`${i > 0 ? both((of) => commas(of, ['', ''])) : ''}${partLink(result, subject)}`);
  const more = assessments.length - links.length + left;
  return html`${links}${more > 0 ? html` <a href="#why">${both((lang) => say(lang, 'report.more', { count: more }))}</a>` : undefined}`;
}

function partLink(result: CheckResult, subject: Id): Markup {
  const id = subject.replace(/@\d+$/, '');
  return html`<a href="#${anchor(id)}">${both((lang) => namer(result, lang)(id))}</a>`;
}

// --- the network --------------------------------------------------------------------------------------------------

function networkSection({ folded, whole }: ReturnType<typeof drawings>): Markup {
  const button = (act: string, key: 'page.zoom.in' | 'page.zoom.out' | 'page.zoom.fit' | 'page.unfold'): Markup => html`<button type="button" data-act="${act}"${raw(act === 'fold' ? ' aria-pressed="false"' : '')}>${both((lang) => say(lang, key))}</button> `;
  return html`<ul class="legend soft"><li class="red">✕ ${both((lang) => say(lang, 'page.legend.red'))}</li><li class="unknown">? ${both((lang) => say(lang, 'page.legend.unknown'))}</li><li class="clear">✓ ${both((lang) => say(lang, 'page.legend.clear'))}</li><li>▤ ${both((lang) => say(lang, 'page.legend.fold'))}</li></ul>
<p class="controls">${button('in', 'page.zoom.in')}${button('out', 'page.zoom.out')}${button('fit', 'page.zoom.fit')}${whole ? button('fold', 'page.unfold') : undefined} <span class="soft">${both((lang) => say(lang, 'page.keys'))}</span></p>
<div class="frame" id="frame" tabindex="0" role="region" aria-labelledby="network">${folded}${whole ? raw(whole.markup.replace('class="net"', 'class="net" hidden')) : undefined}</div>`;
}

// --- why ----------------------------------------------------------------------------------------------------------

function partMarkup({ id, name, verdict, lines }: ToldPart): Markup {
  return html`<details class="part" id="${id}"${raw(verdict === 'red' ? ' open' : '')}><summary class="${verdict}">${SIGN[verdict]} ${both((lang) => plain(name[LANGS.indexOf(lang)]!))}</summary><ul class="why">${lines.map(lineMarkup)}</ul></details>`;
}

function lineMarkup({ depth, en, zh, to }: ToldLine): Markup {
  const text = both((lang) => (lang === 'en' ? en : zh));
  return html`<li class="d${depth}">${to === undefined ? text : depth === 0 ? html`<a href="#${to}">${text}</a>` : html`${text} <a href="#${to}">§</a>`}</li>`;
}

/** What each clause says, once; of a clear one also what it looked at. */
function clausesSection({ rulebooks }: CheckResult, clauses: readonly ToldClause[]): Markup {
  const books = rulebooks.map((rulebook) => ({ rulebook, own: clauses.filter((one) => one.rulebook === rulebook.id) })).filter(({ own }) => own.length > 0);
  const entry = ({ id, clause, verdict, lines }: ToldClause, { clauses: all }: CheckResult['rulebooks'][number]): Markup => {
    const title = all.find((one) => one.id === clause)?.title;
    return html`<details class="small" id="${id}"><summary><span class="${verdict}">${SIGN[verdict]}</span> ${plain(clause)}${title ? html` <span class="soft">${both((lang) => plain(title[lang]))}</span>` : undefined}</summary><ul class="why">${lines.map(lineMarkup)}</ul></details>`;
  };
  return html`<section aria-labelledby="clauses"><h2 id="clauses">${both((lang) => say(lang, 'page.clauses'))}</h2>${books.map(({ rulebook, own }) => html`<h3>${both((lang) => plain(rulebook.title[lang]))} <span class="soft">${plain(rulebook.id)}</span></h3>${own.map((one) => entry(one, rulebook))}`)}</section>`;
}

// --- what changes, how old, how sure ------------------------------------------------------------------------------

function timeline(result: CheckResult): Markup {
  const changes = comingChanges(result);
  if (changes.length === 0) return html`<p>${both((lang) => say(lang, 'page.coming.none'))}</p>`;
  return html`<ol class="time">${changes.map((change) => html`<li><time datetime="${change.on}">${change.on}</time>${both((lang) => change.say(lang))}</li>`)}</ol>`;
}

/** Every list that a rulebook asks for: its edition, how old it is, how old it may be. */
function listsTable({ rulebooks, records, question }: CheckResult, sha256: Sha256): Markup | undefined {
  const lists = rulebooks.flatMap(({ id, lists: own }) => Object.entries(own ?? {}).map(([list, { maxAgeDays }]) => ({ rulebook: id, list, maxAgeDays })));
  if (lists.length === 0) return undefined;
  const heads = (['list', 'edition', 'age', 'limit'] as const).map((head) => html`<th scope="col">${both((lang) => say(lang, `page.lists.${head}`))}</th>`);
  const line = ({ rulebook, list, maxAgeDays }: (typeof lists)[number]): Markup => {
    const edition = records.flatMap((rec) => (rec.kind === 'completeness' && rec.list === 'entries' && rec.of === list ? [rec] : [])).sort((a, b) => ((a.validFrom ?? '') < (b.validFrom ?? '') ? 1 : -1))[0];
    const age = edition?.validFrom === undefined ? undefined : Math.round((Date.parse(question.knownAt) - Date.parse(edition.validFrom)) / 86_400_000);
    const days = (count: number): Markup => both((lang) => say(lang, 'page.days', { count }));
    return html`<tr><td>${plain(list)} <span class="soft">${plain(rulebook)}</span></td><td>${edition ? html`<a href="#${recordId(edition, sha256)}">${edition.validFrom ?? '-'}</a>` : both((lang) => say(lang, 'page.lists.none'))}</td><td>${age === undefined ? '-' : days(age)}</td><td>${maxAgeDays === undefined ? '-' : days(maxAgeDays)}</td></tr>`;
  };
  return html`<div class="scroll"><table><thead><tr>${heads}</tr></thead><tbody>${lists.map(line)}</tbody></table></div>`;
}

function footerMarkup({ rulebooks, assessments, digests }: CheckResult): Markup {
  return html`<p><b>${both((lang) => say(lang, 'report.notLegal'))}</b></p>
${rulebooks.map(({ id, title, cite, statusChecked, notModelled }) => html`<details class="small"><summary>${both((lang) => plain(title[lang]))}</summary><p>${plain(cite)}. ${both((lang) => say(lang, 'report.rulebook', { id, version: assessments.find((one) => one.rulebook === id)?.version ?? '', checked: statusChecked }))}</p><p>${both((lang) => say(lang, 'rulebooks.notModelled'))}</p><ul>${notModelled.map((text) => html`<li>${both((lang) => plain(text[lang]))}</li>`)}</ul></details>`)}
<p>${both((lang) => say(lang, 'page.digests'))} <code>${digests.network.slice(0, 16)}</code>, <code>${digests.question.slice(0, 16)}</code></p>`;
}
