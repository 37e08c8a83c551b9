/** A stress result as one page that needs nothing else: losses over time side by side, ranking, exposure against spend, the chain. */
import type { Sha256 } from '../../base/canonical.ts';
import type { EachResult, StressResult } from '../../engine/stress-result.ts';
import type { ScenarioResult } from '../../engine/stress.ts';
import { type Lang, say } from '../../text/catalogue.ts';
import { plain } from '../../text/plain.ts';
import { besideLoss, blindSpots, changeLines, conflictLines, interval, name, nameOf, number, range, survives } from '../stress.ts';
import { document } from './document.ts';
import { both, html, type Markup } from './markup.ts';
import { exposure, lossBar, timeChart } from './stress-charts.ts';
import { network } from './stress-network.ts';

const NONE = 1e-6;
/** Rows of the ranking, points of the exposure. */
const SHOWN = 30;

export function stressPage(result: StressResult, lang: Lang, sha256: Sha256): string {
  const title = (of: Lang): string => say(of, 'stress.title', { product: name(result, result.question.product), asOf: result.question.asOf });
  const most = Math.max(...result.scenarios.flatMap(({ time }) => time.map(({ hi }) => hi)), NONE);
  const body = html`
<header>
${result.madeUp ? html`<p class="madeup">${both((of) => say(of, 'report.madeUp'))}</p>` : undefined}
<h1>${both(title)}</h1>
<p class="soft">${both((of) => say(of, 'stress.blind.bound'))}</p>
</header>
<main>
${pairs(result.scenarios).map((pair, row) => html`<div class="pairs">${pair.map((scenario, i) => html`<div>${scenarioCard(result, scenario, most, `over-${2 * row + i}`)}</div>`)}</div>`)}
${result.each ? eachSection(result, result.each) : undefined}
<section><h2 id="chain">${both((of) => say(of, 'stress.html.network'))}</h2>${network(result, 'chain')}</section>
<section><h2>${both((of) => say(of, 'stress.blind'))}</h2><ul>${blindSpots(result, 'en').map((line, i) => html`<li>${both((of) => (of === 'en' ? line : blindSpots(result, of)[i]!))}</li>`)}<li>${both((of) => say(of, 'stress.checked'))}</li></ul></section>
</main>`;
  return document(title, body, lang, sha256);
}

/** Two side by side. */
function pairs<X>(items: readonly X[]): X[][] {
  return items.reduce<X[][]>((rows, item, i) => { if (i % 2 === 0) rows.push([item]); else rows.at(-1)!.push(item); return rows; }, []);
}

function scenarioCard(result: StressResult, scenario: ScenarioResult, most: number, id: string): Markup {
  const open = scenario.changes.reduce((sum, change) => sum + change.open.length, 0);
  return html`<h2>${both((of) => plain(scenario.title[of]))}</h2>
<p class="soft">${both((of) => say(of, 'stress.horizon', { days: scenario.days, start: scenario.start, count: scenario.stepDays }))}</p>
<p><strong>${both((of) => (scenario.loss.hi <= NONE ? say(of, 'stress.loss.none') : say(of, 'stress.loss', { loss: interval(result, scenario.loss, of) })))}</strong></p>
${besideLoss(result, scenario, 'en').map((line, i) => html`<p>${both((of) => (of === 'en' ? line : besideLoss(result, scenario, of)[i]!))}</p>`)}
${open > 0 ? html`<p>${both((of) => say(of, 'stress.open', { count: open }))}</p>` : undefined}
<h3 id="${id}">${both((of) => say(of, 'stress.over'))}</h3>${timeChart(result, scenario, most, id)}
<table><tr><th>${both((of) => say(of, 'stress.head.customer'))}</th><th>${both((of) => say(of, 'stress.head.lost'))}</th><th>${both((of) => say(of, 'stress.head.survives'))}</th></tr>
${[...scenario.demands].sort((a, b) => (a.survivalDays.lo ?? Infinity) - (b.survivalDays.lo ?? Infinity)).map((demand) => html`<tr><td>${plain(demand.customer ?? demand.id)}</td><td>${both((of) => `${range(demand.lost, of)} / ${number(demand.asked, of)}`)}</td><td>${both((of) => survives(demand.survivalDays, of, 'stress.beyond'))}</td></tr>`)}</table>
${scenario.conflict ? html`<h3>${both((of) => say(of, scenario.conflict!.length > 0 ? 'stress.conflict' : 'stress.conflict.times'))}</h3><ul>${conflictLines(result, scenario, 'en').map((line, i) => html`<li>${both((of) => (of === 'en' ? line : conflictLines(result, scenario, of)[i]!))}</li>`)}</ul>` : undefined}
<h3>${both((of) => say(of, 'stress.changes'))}</h3><ul>${scenario.changes.map((_, i) => html`<li>${both((of) => changeLines(scenario, of)[i]!)}</li>`)}</ul>
${scenario.sources.length > 0 ? html`<h3>${both((of) => say(of, 'stress.sources'))}</h3><ul>${scenario.sources.map(({ text, confirmed }) => html`<li>${plain(text)}${confirmed ? undefined : html` <span class="unknown">(${both((of) => say(of, 'stress.unconfirmed'))})</span>`}</li>`)}</ul>` : undefined}`;
}

function eachSection(result: StressResult, each: EachResult): Markup {
  const rows = each.rows.filter(({ loss, survivalDays }) => loss.hi > NONE || (survivalDays !== undefined && Number.isFinite(survivalDays.lo))).slice(0, SHOWN);
  const most = Math.max(...rows.map(({ loss }) => loss.hi), NONE);
  const survival = each.rows.some(({ survivalDays }) => survivalDays !== undefined);
  return html`<section><h2>${both((of) => say(of, `stress.each.${each.by}`, { days: each.days }))}</h2>
${each.finished < each.count ? html`<p class="unknown">${both((of) => say(of, 'cli.stress.stopped', { done: each.finished, count: each.count }))}</p>` : undefined}
<table class="rank"><thead><tr><th>${both((of) => say(of, 'stress.head.what'))}</th><th></th><th>${both((of) => say(of, 'stress.head.loss'))}</th>${survival ? html`<th>${both((of) => say(of, 'stress.head.survives'))}</th>` : undefined}</tr></thead>
${rows.map((row) => html`<tr><th scope="row">${both((of) => nameOf(result, each.by, row.id, of))}</th><td>${row.loss.hi > NONE ? lossBar(row.loss.lo / most, row.loss.hi / most) : undefined}</td><td>${both((of) => interval(result, row.loss, of))}</td>${survival ? html`<td>${row.survivalDays && both((of) => survives(row.survivalDays!, of, 'stress.forever'))}</td>` : undefined}</tr>`)}</table>
<p class="soft">${both((of) => (each.rows.length > rows.length ? say(of, 'stress.each.none', { count: each.rows.length - rows.length }) : ''))}</p>
${exposure(result, each, SHOWN)}</section>`;
}
