/** The chain of a stress page, coloured by what is no longer made: drawn where there is room, listed by tiers on a telephone and, to be read, on paper. */
import type { StressResult } from '../../engine/stress-result.ts';
import type { ScenarioResult } from '../../engine/stress.ts';
import { say } from '../../text/catalogue.ts';
import { plain } from '../../text/plain.ts';
import { both, html, type Markup } from './markup.ts';
import { cut, lossBar } from './stress-charts.ts';

/** Products beyond which it is not drawn: a picture of more says nothing. */
const MOST = 400;
/** Wider drawings keep their size and are moved in their frame. */
const FITS = 1500;
const [WIDTH, HEIGHT, GAP_X, GAP_Y] = [168, 42, 40, 14];

interface Box { readonly product: string; readonly name: string; readonly countries: string; /** Share that is no longer made. */ readonly gone: number }
interface Tiers { readonly columns: readonly (readonly Box[])[]; readonly edges: readonly (readonly [from: string, to: string])[] }

/** `label`: the id of its heading. */
export function network(result: StressResult, label: string): Markup {
  const tiers = tiersOf(result);
  if (tiers === undefined) return html`<p class="soft">${result.chain.plants.length}</p>`;
  return html`<ul class="legend"><li>□ ${both((of) => say(of, 'stress.html.full'))}</li><li class="red">■ ${both((of) => say(of, 'stress.html.none'))}</li></ul>
<div class="desk frame" tabindex="0" role="region" aria-labelledby="${label}">${drawing(tiers, label)}</div>
<ol class="telephone tiers">${tiers.columns.map((boxes, tier) => html`<li><span class="soft">${both((of) => say(of, 'page.tier', { tier }))}</span><ul>${boxes.map((box) => html`<li>${box.name} <span class="soft">${told(box)}</span>${box.gone > 1e-4 ? lossBar(box.gone, box.gone) : undefined}</li>`)}</ul></li>`)}</ol>`;
}

/** From the demand upwards, each product once. `undefined`: too many to draw. */
function tiersOf({ chain, labels, scenarios }: StressResult): Tiers | undefined {
  const worst = scenarios.reduce<ScenarioResult | undefined>((best, one) => (best === undefined || one.loss.hi > best.loss.hi ? one : best), undefined);
  const gone = new Map(worst?.output.map(({ product, made, normal }) => [product, normal > 1e-6 ? Math.max(0, 1 - made / normal) : 0]));
  const countries = new Map<string, Set<string>>();
  for (const { product, country } of chain.plants) {
    const set = countries.get(product) ?? new Set();
    countries.set(product, country === undefined ? set : set.add(country));
  }
  if (countries.size > MOST) return undefined;
  // Sellers stand between two products that are one: tiers are counted over products.
  const edges = new Map<string, readonly [string, string]>();
  for (const { from, to } of chain.arcs) {
    const [a, z] = [chain.plants[from]!.product, chain.plants[to]!.product];
    if (a !== z) edges.set(`${a}\n${z}`, [a, z]);
  }
  const depth = new Map<string, number>([...countries.keys()].map((product) => [product, 0]));
  for (let round = 0; round < Math.min(64, depth.size); round++) for (const [a, z] of edges.values()) depth.set(a, Math.max(depth.get(a)!, Math.min(depth.get(z)! + 1, depth.size)));
  const columns: Box[][] = Array.from({ length: Math.max(...depth.values(), 0) + 1 }, () => []);
  for (const [product, tier] of [...depth].sort(([a], [b]) => (a < b ? -1 : 1)))
    columns[tier]!.push({ product, name: plain(labels[product] ?? product), countries: [...countries.get(product)!].sort().slice(0, 6).join(' '), gone: gone.get(product) ?? 0 });
  return { columns: columns.filter((boxes) => boxes.length > 0), edges: [...edges.values()] };
}

const told = ({ countries, gone }: Box): string => `${countries}${gone > 1e-4 ? ` −${Math.round(100 * gone)} %` : ''}`;

function drawing({ columns, edges }: Tiers, label: string): Markup {
  const place = new Map(columns.flatMap((boxes, tier) => boxes.map(({ product }, i) => [product, { x: 10 + (columns.length - 1 - tier) * (WIDTH + GAP_X), y: 10 + i * (HEIGHT + GAP_Y) }] as const)));
  const [width, height] = [20 + columns.length * (WIDTH + GAP_X) - GAP_X, 20 + Math.max(...columns.map((boxes) => boxes.length)) * (HEIGHT + GAP_Y)];
  return html`<svg class="net${width <= FITS ? ' chart' : ''}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${label}">
${edges.map(([a, z]) => {
    const [from, to] = [place.get(a)!, place.get(z)!];
    const [x1, y1, x2, y2] = [from.x + WIDTH, from.y + HEIGHT / 2, to.x, to.y + HEIGHT / 2];
    return html`<path class="edge" d="M${x1} ${y1}C${x1 + GAP_X / 2} ${y1} ${x2 - GAP_X / 2} ${y2} ${x2} ${y2}"/>`;
  })}
${columns.flat().map((box) => {
    const { x, y } = place.get(box.product)!;
    // The text on it stays dark: at half the red it has a contrast of 4.5.
    const red = box.gone > 1e-4 ? html`<rect x="${x}" y="${y}" width="${WIDTH}" height="${HEIGHT}" rx="5" fill="var(--red)" fill-opacity="${(0.06 + 0.44 * box.gone).toFixed(3)}"/>` : undefined;
    return html`<g><title>${box.name}</title><rect class="box" x="${x}" y="${y}" width="${WIDTH}" height="${HEIGHT}" rx="5"/>${red}<text x="${x + 8}" y="${y + 17}">${cut(box.name, 21)}</text><text x="${x + 8}" y="${y + 34}">${told(box)}</text></g>`;
  })}</svg>`;
}
