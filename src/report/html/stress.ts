/** A stress result as one page that needs nothing else: losses over time side by side, ranking, exposure against spend, the chain. */
import type { Sha256 } from '../../base/canonical.ts';
import type { EachResult, StressResult } from '../../engine/stress-result.ts';
import type { ScenarioResult } from '../../engine/stress.ts';
import { type Lang, say } from '../../text/catalogue.ts';
import { plain } from '../../text/plain.ts';
import { amount, blindSpots, changeLines, conflictLines, interval, name, nameOf, number, survives } from '../stress.ts';
import { widthOf } from '../table.ts';
import { both, escaped, html, type Markup, raw } from './markup.ts';
import { document } from './page.ts';

const NONE = 1e-6;
/** Rows of the ranking, points of the exposure. */
const SHOWN = 30;
/** Boxes of the chain beyond which it is not drawn: a picture of more says nothing. */
const BOXES = 400;

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
${pairs(result.scenarios).map((pair) => html`<div class="pairs">${pair.map((scenario) => html`<div>${scenarioCard(result, scenario, most)}</div>`)}</div>`)}
${result.each ? eachSection(result, result.each) : undefined}
<section><h2>${both((of) => say(of, 'stress.html.network'))}</h2>${network(result)}</section>
<section><h2>${both((of) => say(of, 'stress.blind'))}</h2><ul>${blindSpots(result, 'en').map((line, i) => html`<li>${both((of) => (of === 'en' ? line : blindSpots(result, of)[i]!))}</li>`)}<li>${both((of) => say(of, 'stress.checked'))}</li></ul></section>
</main>`;
  return document(title, body, lang, sha256);
}

/** Two side by side. */
function pairs<X>(items: readonly X[]): X[][] {
  return items.reduce<X[][]>((rows, item, i) => { if (i % 2 === 0) rows.push([item]); else rows.at(-1)!.push(item); return rows; }, []);
}

function scenarioCard(result: StressResult, scenario: ScenarioResult, most: number): Markup {
  const open = scenario.changes.reduce((sum, change) => sum + change.open.length, 0);
  return html`<h2>${both((of) => plain(scenario.title[of]))}</h2>
<p class="soft">${both((of) => say(of, 'stress.horizon', { days: scenario.days, start: scenario.start, step: scenario.stepDays }))}</p>
<p><strong>${both((of) => (scenario.loss.hi <= NONE ? say(of, 'stress.loss.none') : say(of, 'stress.loss', { loss: interval(result, scenario.loss, of) })))}</strong></p>
${scenario.base > NONE ? html`<p>${both((of) => say(of, 'stress.base', { base: amount(result, scenario.base, of) }))}</p>` : undefined}
${open > 0 ? html`<p>${both((of) => say(of, 'stress.open', { count: open }))}</p>` : undefined}
<h3>${both((of) => say(of, 'stress.over'))}</h3>${timeChart(result, scenario, most)}
<table><tr><th>${both((of) => say(of, 'stress.head.customer'))}</th><th>${both((of) => say(of, 'stress.head.lost'))}</th><th>${both((of) => say(of, 'stress.head.survives'))}</th></tr>
${[...scenario.demands].sort((a, b) => (a.survivalDays.lo ?? Infinity) - (b.survivalDays.lo ?? Infinity)).map((demand) => html`<tr><td>${plain(demand.customer ?? demand.id)}</td><td>${both((of) => `${number(demand.lost.hi, of)} / ${number(demand.asked, of)}`)}</td><td>${both((of) => survives(demand.survivalDays, of, 'stress.beyond'))}</td></tr>`)}</table>
${scenario.conflict ? html`<h3>${both((of) => say(of, scenario.conflict!.length > 0 ? 'stress.conflict' : 'stress.conflict.times'))}</h3><ul>${conflictLines(result, scenario, 'en').map((line, i) => html`<li>${both((of) => (of === 'en' ? line : conflictLines(result, scenario, of)[i]!))}</li>`)}</ul>` : undefined}
<h3>${both((of) => say(of, 'stress.changes'))}</h3><ul>${scenario.changes.map((_, i) => html`<li>${both((of) => changeLines(scenario, of)[i]!)}</li>`)}</ul>
${scenario.sources.length > 0 ? html`<h3>${both((of) => say(of, 'stress.sources'))}</h3><ul>${scenario.sources.map(({ text, confirmed }) => html`<li>${plain(text)}${confirmed ? undefined : html` <span class="unknown">(${both((of) => say(of, 'stress.unconfirmed'))})</span>`}</li>`)}</ul>` : undefined}`;
}

/** Bars a period: what is surely lost is full, what the open adds is dashed above it. One scale for all scenarios. */
function timeChart(result: StressResult, { time, days, title }: ScenarioResult, most: number): Markup {
  const [width, height, left, foot] = [520, 190, 4, 22];
  const x = (day: number): number => left + ((width - left) * day) / days;
  const y = (value: number): number => (height - foot) * (1 - value / most) + 16 * (value / most);
  const bars = time.map(({ day, lo, hi }, i) => {
    const end = time[i + 1]?.day ?? days;
    const w = Math.max(1, x(end) - x(day) - 1);
    return html`<rect x="${x(day)}" y="${y(lo)}" width="${w}" height="${Math.max(0, height - foot - y(lo))}" fill="var(--red)"><title>${day}: ${Math.round(lo)}</title></rect>${hi - lo > NONE * (1 + hi) ? html`<rect x="${x(day)}" y="${y(hi)}" width="${w}" height="${y(lo) - y(hi)}" fill="var(--amberbg)" stroke="var(--amber)" stroke-dasharray="3 2"/>` : undefined}`;
  });
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((share) => Math.round(days * share));
  return html`<div class="scroll"><svg class="net" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${plain(title.en)}">
<line x1="${left}" y1="${height - foot}" x2="${width}" y2="${height - foot}" stroke="var(--soft)"/>
<text x="${left}" y="11" class="tier">${drawn((of) => amount(result, most, of))}</text>${bars}
${ticks.map((day, i) => html`<text x="${Math.min(width - 26, x(day))}" y="${height - 6}" class="tier" text-anchor="${i === 0 ? 'start' : 'middle'}">${day}</text>`)}</svg></div>`;
}

function eachSection(result: StressResult, each: EachResult): Markup {
  const rows = each.rows.filter(({ loss, survivalDays }) => loss.hi > NONE || (survivalDays !== undefined && Number.isFinite(survivalDays.lo))).slice(0, SHOWN);
  const most = Math.max(...rows.map(({ loss }) => loss.hi), NONE);
  const [left, width, step] = [250, 760, 24];
  return html`<section><h2>${both((of) => say(of, `stress.each.${each.by}`, { days: each.days }))}</h2>
${each.finished < each.count ? html`<p class="unknown">${both((of) => say(of, 'cli.stress.stopped', { done: each.finished, count: each.count }))}</p>` : undefined}
<div class="scroll"><svg class="net" width="1100" height="${rows.length * step + 24}" viewBox="0 0 1100 ${rows.length * step + 24}" role="img" aria-label="ranking">
<text x="${left}" y="13" class="tier">${drawn((of) => say(of, 'stress.head.loss'))}</text>${each.rows.some(({ survivalDays }) => survivalDays !== undefined) ? html`<text x="1085" y="13" class="tier" text-anchor="end">${drawn((of) => say(of, 'stress.head.survives'))}</text>` : undefined}
${rows.map((row, i) => {
    const y = 20 + i * step;
    const [lo, hi] = [(row.loss.lo / most) * (width - left), (row.loss.hi / most) * (width - left)];
    return html`<text x="${left - 8}" y="${y + 15}" text-anchor="end">${drawn((of) => cut(nameOf(result, each.by, row.id, of), 34))}</text>
<rect x="${left}" y="${y + 3}" width="${Math.max(lo, row.loss.lo > NONE ? 1 : 0)}" height="15" fill="var(--red)"/>${hi - lo > 0.5 ? html`<rect x="${left + lo}" y="${y + 3}" width="${hi - lo}" height="15" fill="var(--amberbg)" stroke="var(--amber)" stroke-dasharray="3 2"/>` : undefined}
<text x="${left + hi + 6}" y="${y + 15}" class="tier">${drawn((of) => interval(result, row.loss, of))}</text><text x="1085" y="${y + 15}" text-anchor="end">${row.survivalDays === undefined ? undefined : drawn((of) => survives(row.survivalDays!, of, 'stress.forever'))}</text>`;
  })}</svg></div>
<p class="soft">${both((of) => (each.rows.length > rows.length ? say(of, 'stress.each.none', { count: each.rows.length - rows.length }) : ''))}</p>
${exposure(result, each)}</section>`;
}

/** What is spent on a thing says little of what its loss costs (the finding that made the method known). */
function exposure(result: StressResult, each: EachResult): Markup | undefined {
  const points = each.rows.filter(({ spend = 0 }) => spend > 0).slice(0, SHOWN);
  if (points.length < 2) return undefined;
  const [width, height, left, foot] = [760, 360, 70, 44];
  const spends = points.map(({ spend = 1 }) => Math.log10(spend));
  const [least, greatest] = [Math.floor(Math.min(...spends)), Math.ceil(Math.max(...spends))];
  const most = Math.max(...points.map(({ loss }) => loss.hi), NONE);
  const x = (spend: number): number => left + ((width - left - 150) * (Math.log10(spend) - least)) / Math.max(1, greatest - least);
  const y = (loss: number): number => (height - foot) - (height - foot - 30) * (loss / most);
  const dots = points.map((row) => ({ x: x(row.spend!), y: y(row.loss.hi) }));
  const written: Area[] = dots.map((dot) => ({ left: dot.x - 6, right: dot.x + 6, top: dot.y - 6, foot: dot.y + 6 }));
  return html`<h2>${both((of) => say(of, 'stress.html.exposure'))}</h2><div class="scroll"><svg class="net" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="exposure">
<line x1="${left}" y1="${height - foot}" x2="${width - 60}" y2="${height - foot}" stroke="var(--soft)"/><line x1="${left}" y1="18" x2="${left}" y2="${height - foot}" stroke="var(--soft)"/>
<text x="4" y="12" class="tier">${drawn((of) => say(of, 'stress.html.exposure.y'))}</text><text x="${width - 60}" y="${height - 6}" text-anchor="end" class="tier">${drawn((of) => say(of, 'stress.html.exposure.x'))}</text>
<text x="${left - 6}" y="${y(most) + 4}" text-anchor="end" class="tier">${drawn((of) => compact(most, of))}</text><text x="${left - 6}" y="${height - foot}" text-anchor="end" class="tier">0</text>
${Array.from({ length: greatest - least + 1 }, (_, i) => least + i).map((power) => html`<text x="${x(10 ** power)}" y="${height - foot + 16}" text-anchor="middle" class="tier">${drawn((of) => compact(10 ** power, of))}</text>`)}
${points.map((row, i) => {
    const dot = dots[i]!;
    const named = (of: Lang): string => cut(nameOf(result, each.by, row.id, of), 20);
    const room = 7 * Math.max(widthOf(named('en')), widthOf(named('zh-Hant')));
    const area = freeArea(dot, room, { left: left + 2, right: width - 2, top: 16, foot: height - foot - 1 }, written);
    if (area !== undefined) written.push(area);
    return html`<circle cx="${dot.x}" cy="${dot.y}" r="5" fill="var(--red)" fill-opacity="0.75"><title>${nameOf(result, each.by, row.id, 'en')}</title></circle>${area && html`<text x="${area.right <= dot.x ? area.right : area.left}" y="${area.foot - 3}"${raw(area.right <= dot.x ? ' text-anchor="end"' : '')} class="tier">${drawn(named)}</text>`}`;
  })}</svg></div>`;
}

interface Area { readonly left: number; readonly right: number; readonly top: number; readonly foot: number }

/** Beside the dot, then above and below, on either side: the first place inside the frame that covers nothing. A dot without one is named by its title. */
function freeArea(dot: { readonly x: number; readonly y: number }, room: number, frame: Area, taken: readonly Area[]): Area | undefined {
  for (const shift of [0, -14, 14, -28, 28])
    for (const left of [dot.x + 8, dot.x - 8 - room]) {
      const area = { left, right: left + room, top: dot.y + shift - 7, foot: dot.y + shift + 7 };
      const inside = area.left >= frame.left && area.right <= frame.right && area.top >= frame.top && area.foot <= frame.foot;
      if (inside && !taken.some((other) => area.left < other.right && other.left < area.right && area.top < other.foot && other.top < area.foot)) return area;
    }
  return undefined;
}

/** Products in tiers from the demand to the left, filled by what is no longer made where the loss is greatest. */
function network({ chain, labels, scenarios }: StressResult): Markup {
  const worst = scenarios.reduce<ScenarioResult | undefined>((best, one) => (best === undefined || one.loss.hi > best.loss.hi ? one : best), undefined);
  const gone = new Map(worst?.output.map(({ product, made, normal }) => [product, normal > NONE ? Math.max(0, 1 - made / normal) : 0]));
  const tiers = new Map<string, number>();
  const countries = new Map<string, Set<string>>();
  for (const { product, tier, country } of chain.plants) {
    tiers.set(product, Math.min(tiers.get(product) ?? Infinity, tier));
    const set = countries.get(product) ?? new Set();
    countries.set(product, country === undefined ? set : set.add(country));
  }
  // Sellers stand between two products that are one: tiers are counted anew over products.
  const edges = new Map<string, readonly [string, string]>();
  for (const { from, to } of chain.arcs) {
    const [a, z] = [chain.plants[from]!.product, chain.plants[to]!.product];
    if (a !== z) edges.set(`${a}\n${z}`, [a, z]);
  }
  const depth = new Map<string, number>([...tiers].map(([product]) => [product, 0]));
  for (let round = 0; round < Math.min(64, depth.size); round++) for (const [a, z] of edges.values()) depth.set(a, Math.max(depth.get(a)!, Math.min(depth.get(z)! + 1, depth.size)));
  if (depth.size > BOXES) return html`<p class="soft">${chain.plants.length}</p>`;
  const columns = new Map<number, string[]>();
  for (const [product, tier] of [...depth].sort(([a], [b]) => (a < b ? -1 : 1))) columns.set(tier, [...(columns.get(tier) ?? []), product]);
  const [boxWidth, boxHeight, gapX, gapY] = [176, 42, 64, 14];
  const place = new Map<string, { x: number; y: number }>();
  const last = Math.max(...columns.keys(), 0);
  for (const [tier, products] of columns) products.forEach((product, i) => void place.set(product, { x: 10 + (last - tier) * (boxWidth + gapX), y: 10 + i * (boxHeight + gapY) }));
  const [width, height] = [20 + (last + 1) * (boxWidth + gapX) - gapX, 20 + Math.max(...[...columns.values()].map((products) => products.length)) * (boxHeight + gapY)];
  return html`<ul class="legend"><li>□ ${both((of) => say(of, 'stress.html.full'))}</li><li class="red">■ ${both((of) => say(of, 'stress.html.none'))}</li></ul><div class="frame" tabindex="0" role="region" aria-label="chain"><svg class="net" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="chain">
${[...edges.values()].map(([a, z]) => {
    const [from, to] = [place.get(a)!, place.get(z)!];
    const [x1, y1, x2, y2] = [from.x + boxWidth, from.y + boxHeight / 2, to.x, to.y + boxHeight / 2];
    return html`<path class="edge" d="M${x1} ${y1}C${x1 + gapX / 2} ${y1} ${x2 - gapX / 2} ${y2} ${x2} ${y2}"/>`;
  })}
${[...place].map(([product, { x, y }]) => {
    const share = gone.get(product) ?? 0;
    return html`<g><rect class="box" x="${x}" y="${y}" width="${boxWidth}" height="${boxHeight}" rx="5"/>${share > 1e-4 ? html`<rect x="${x}" y="${y}" width="${boxWidth}" height="${boxHeight}" rx="5" fill="var(--red)" fill-opacity="${(0.08 + 0.62 * share).toFixed(3)}"/>` : undefined}
<text x="${x + 8}" y="${y + 17}">${cut(plain(labels[product] ?? product), 22)}</text><text x="${x + 8}" y="${y + 34}" class="tier">${[...(countries.get(product) ?? [])].sort().slice(0, 6).join(' ')}${share > 1e-4 ? ` −${Math.round(100 * share)} %` : ''}</text></g>`;
  })}</svg></div>`;
}

/** A text in both languages inside a drawing, where a `span` would end it. */
function drawn(text: (lang: Lang) => string): Markup {
  const [en, zh] = [escaped(text('en')), escaped(text('zh-Hant'))];
  return raw(en === zh ? en : `<tspan lang="en">${en}</tspan><tspan lang="zh-Hant">${zh}</tspan>`);
}

function compact(value: number, lang: Lang): string {
  return new Intl.NumberFormat(lang === 'en' ? 'en' : 'zh-Hant-TW', { notation: 'compact', maximumFractionDigits: 1 }).format(value);
}

/** At most so many columns wide. */
function cut(text: string, most: number): string {
  if (widthOf(text) <= most) return text;
  let short = '';
  for (const character of text) {
    if (widthOf(short + character) > most - 1) break;
    short += character;
  }
  return `${short}…`;
}
