/** Charts of a stress page. Those with text in them are drawn twice, for a desk and for a telephone, of which the style shows one: text keeps its size. */
import type { EachResult, StressResult } from '../../engine/stress-result.ts';
import type { ScenarioResult } from '../../engine/stress.ts';
import { type Lang, say } from '../../text/catalogue.ts';
import { amount, nameOf, number } from '../stress.ts';
import { widthOf } from '../table.ts';
import { both, bothDrawn, html, type Markup, raw } from './markup.ts';

const NONE = 1e-6;
const TELEPHONE = 346;

/** Bars a period: what is surely lost is full, what the open adds is dashed above it. One scale for all scenarios. `label`: the id of its heading. */
export function timeChart(result: StressResult, scenario: ScenarioResult, most: number, label: string): Markup {
  return twice(520, (width) => timeBars(result, scenario, most, label, width));
}

function timeBars(result: StressResult, { time, days }: ScenarioResult, most: number, label: string, width: number): Markup {
  const [height, left, foot] = [190, 4, 22];
  const x = (day: number): number => left + ((width - left) * day) / days;
  const y = (value: number): number => (height - foot) * (1 - value / most) + 16 * (value / most);
  const bars = time.map(({ day, lo, hi }, i) => {
    const end = time[i + 1]?.day ?? days;
    const w = Math.max(1, x(end) - x(day) - 1);
    const open = hi - lo > NONE * (1 + hi);
    return html`<g><title>${day}: ${number(lo, 'en')}${open ? `–${number(hi, 'en')}` : ''}</title><rect x="${x(day)}" y="${y(lo)}" width="${w}" height="${Math.max(0, height - foot - y(lo))}" fill="var(--red)"/>${open ? html`<rect x="${x(day)}" y="${y(hi)}" width="${w}" height="${y(lo) - y(hi)}" fill="var(--amberbg)" stroke="var(--amber)" stroke-dasharray="3 2"/>` : undefined}</g>`;
  });
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((share) => Math.round(days * share));
  return html`<svg class="net chart" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${label}">
<line x1="${left}" y1="${height - foot}" x2="${width}" y2="${height - foot}" stroke="var(--soft)"/>
<text x="${left}" y="11" class="tier">${bothDrawn('tspan', (of) => amount(result, most, of))}</text>${bars}
${ticks.map((day, i) => html`<text x="${Math.min(width - 1, x(day))}" y="${height - 6}" class="tier" text-anchor="${i === 0 ? 'start' : i === ticks.length - 1 ? 'end' : 'middle'}">${day}</text>`)}</svg>`;
}

/** Shares of the greatest loss: surely, and with all that is open. As wide as there is room. */
export function lossBar(lo: number, hi: number): Markup {
  return html`<svg class="loss" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect width="${100 * lo}" height="10" fill="var(--red)"/>${hi - lo > 1e-3 ? html`<rect x="${100 * lo}" y="0" width="${100 * (hi - lo)}" height="10" fill="var(--amberbg)" stroke="var(--amber)" stroke-dasharray="3 2" vector-effect="non-scaling-stroke"/>` : undefined}</svg>`;
}

/** What is spent on a thing says little of what its loss costs (the finding that made the method known). */
export function exposure(result: StressResult, each: EachResult, shown: number): Markup | undefined {
  const points = each.rows.filter(({ spend = 0 }) => spend > 0).slice(0, shown);
  if (points.length < 2) return undefined;
  return html`<h3 id="exposure">${both((of) => say(of, 'stress.html.exposure'))}</h3>${twice(760, (width) => exposureDots(result, { ...each, rows: points }, width))}`;
}

function exposureDots(result: StressResult, { by, rows }: EachResult, width: number): Markup {
  const [height, foot] = [360, 44];
  const [left, right, letters] = width > TELEPHONE ? [70, 150, 20] : [46, 30, 14];
  const spends = rows.map(({ spend = 1 }) => Math.log10(spend));
  const [least, greatest] = [Math.floor(Math.min(...spends)), Math.ceil(Math.max(...spends))];
  const most = Math.max(...rows.map(({ loss }) => loss.hi), NONE);
  const x = (spend: number): number => left + ((width - left - right) * (Math.log10(spend) - least)) / Math.max(1, greatest - least);
  const y = (loss: number): number => (height - foot) - (height - foot - 30) * (loss / most);
  const end = x(10 ** greatest);
  const powers = Array.from({ length: greatest - least + 1 }, (_, i) => least + i).filter((power) => width > TELEPHONE || (power - least) % 2 === 0);
  const dots = (of: Lang): Markup => {
    const at = rows.map((row) => ({ x: x(row.spend!), y: y(row.loss.hi), name: nameOf(result, by, row.id, of) }));
    const taken: Area[] = at.map((dot) => ({ left: dot.x - 6, right: dot.x + 6, top: dot.y - 6, foot: dot.y + 6 }));
    return html`${at.map((dot) => {
      const text = cut(dot.name, letters);
      const area = freeArea(dot, 7 * widthOf(text), { left: left + 2, right: width - 2, top: 16, foot: height - foot - 1 }, taken);
      if (area !== undefined) taken.push(area);
      const before = area !== undefined && area.right <= dot.x;
      return html`<g><title>${dot.name}</title><circle cx="${dot.x}" cy="${dot.y}" r="5" fill="var(--red)" fill-opacity="0.75"/>${area && html`<text x="${before ? area.right : area.left}" y="${area.foot - 3}"${raw(before ? ' text-anchor="end"' : '')} class="tier">${text}</text>`}</g>`;
    })}`;
  };
  return html`<svg class="net chart" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="exposure">
<line x1="${left}" y1="${height - foot}" x2="${end}" y2="${height - foot}" stroke="var(--soft)"/><line x1="${left}" y1="18" x2="${left}" y2="${height - foot}" stroke="var(--soft)"/>
<text x="4" y="12" class="tier">${bothDrawn('tspan', (of) => say(of, 'stress.html.exposure.y'))}</text><text x="${end}" y="${height - 6}" text-anchor="end" class="tier">${bothDrawn('tspan', (of) => say(of, 'stress.html.exposure.x'))}</text>
<text x="${left - 6}" y="${y(most) + 4}" text-anchor="end" class="tier">${bothDrawn('tspan', (of) => compact(most, of))}</text><text x="${left - 6}" y="${height - foot}" text-anchor="end" class="tier">0</text>
${powers.map((power) => html`<text x="${x(10 ** power)}" y="${height - foot + 16}" text-anchor="middle" class="tier">${bothDrawn('tspan', (of) => compact(10 ** power, of))}</text>`)}
${bothDrawn('g', dots)}</svg>`;
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

function twice(desk: number, draw: (width: number) => Markup): Markup {
  return html`<div class="desk">${draw(desk)}</div><div class="telephone">${draw(TELEPHONE)}</div>`;
}

function compact(value: number, lang: Lang): string {
  return new Intl.NumberFormat(lang === 'en' ? 'en' : 'zh-Hant-TW', { notation: 'compact', maximumFractionDigits: 1 }).format(value);
}

/** At most so many columns wide. */
export function cut(text: string, most: number): string {
  if (widthOf(text) <= most) return text;
  let short = '';
  for (const character of text) {
    if (widthOf(short + character) > most - 1) break;
    short += character;
  }
  return `${short}…`;
}
