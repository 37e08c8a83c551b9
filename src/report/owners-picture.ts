/**
 * Who holds how much, as a drawing: the party below, its owners above it, in one language. Stakes that carry the answer are drawn
 * strong, what nobody recorded is a dashed box, and the one gap that would decide says so. Colours never speak alone.
 */
import { countryAndCode, countryName } from '../base/countries.ts';
import { push } from '../base/multimap.ts';
import { F, T, U, type Tri } from '../base/verdict.ts';
import { Deciding } from '../owners/deciding.ts';
import { ownershipGraph, WHOLE, type PartyGiven, type StakeGiven } from '../owners/graph.ts';
import { settle } from '../owners/settle.ts';
import { MEASURES, namedTest, type Measure } from '../owners/tests.ts';
import { type Lang, say } from '../text/catalogue.ts';
import { percent, percentRange, plain } from '../text/plain.ts';
import { html, type Markup, raw } from './html/markup.ts';

export interface OwnersPicture {
  readonly party: string;
  /** An ownership test by name. */
  readonly test: string;
  readonly parties: readonly (PartyGiven & { readonly name: string; readonly country?: string })[];
  readonly stakes: readonly StakeGiven[];
  /** Of a party of its own: on a list, in a place. */
  readonly inBase: (id: string) => Tri;
}
interface Box { readonly id: string; readonly name: string; readonly country?: string; readonly below: string; readonly mark: Tri; readonly x: number; readonly y: number; readonly gap?: true }

const [WIDTH, HEIGHT, ACROSS, DOWN, MARGIN, TOP] = [190, 76, 214, 150, 16, 92] as const;
/** Of a line of text in a box. */
const ROOM = 176;
const BOXES = 60;
const COLOURS: Readonly<Record<Tri, { readonly line: string; readonly fill: string }>> = { [T]: { line: '#b3261e', fill: '#fdecea' }, [U]: { line: '#8a5a00', fill: '#fff5df' }, [F]: { line: '#1b6e3c', fill: '#eaf6ee' } };
const WORD: Readonly<Record<Tri, 'owners.caught' | 'owners.open' | 'owners.free'>> = { [T]: 'owners.caught', [U]: 'owners.open', [F]: 'owners.free' };

/** An SVG document. A party beyond the first 60, nearest first, is counted and not drawn. */
export function ownersPicture({ party, test, parties, stakes, inBase }: OwnersPicture, lang: Lang): string {
  const named = namedTest(test);
  const { graph, ids } = ownershipGraph(parties, stakes);
  const settled = settle(graph, Uint8Array.from(ids, inBase), named);
  const at = new Map(ids.map((id, i) => [id, i]));
  const passing = new Set(Array.from(settled.passing, (i) => ids[i]!));
  const markOf = (id: string): Tri => (settled.caught[at.get(id)!] === 1 ? T : settled.possible[at.get(id)!] === 1 ? U : F);
  const deciding = new Deciding(party, parties, stakes);
  const decides = deciding.gap(inBase, test);
  const known = new Map(parties.map((one) => [one.id, one]));
  const { above } = deciding;
  const drawn = new Set(above.slice(0, BOXES));
  const rules = [...named.catches, ...(named.passes ?? [])];
  const asked = [...new Set(rules.flatMap((rule) => ('measure' in rule ? [rule.measure] : [])))];
  const measures: readonly Measure[] = asked.length > 0 ? asked : ['equityPpm'];

  const level = levels(party, stakes.filter(({ owner, asset }) => drawn.has(owner) && drawn.has(asset)));
  const gaps = [...drawn].flatMap((id) => {
    const one = known.get(id);
    const held = stakes.filter(({ asset }) => asset === id);
    const left = Math.max(0, WHOLE - held.reduce((sum, { range }) => sum + (range[measures[0]!]?.lo ?? 0), 0));
    return one?.ownersComplete || one?.ownerless || left === 0 || markOf(id) !== U || inBase(id) !== F ? [] : [{ asset: id, left }];
  });
  const rows: Box[][] = [];
  const put = (row: number, box: Omit<Box, 'x' | 'y'>): void => void (rows[row] ??= []).push({ ...box, x: rows[row]!.length * ACROSS, y: 0 });
  for (const id of drawn) {
    const one = known.get(id);
    put(level.get(id)!, { id, name: one?.name ?? id, mark: markOf(id), ...(one?.country !== undefined && { country: placeIn(one.country, lang) }), below: say(lang, inBase(id) === T ? 'owners.base' : WORD[markOf(id)]) });
  }
  for (const { asset, left } of gaps) put(level.get(asset)! + 1, { id: `? ${asset}`, name: say(lang, 'owners.gap', { share: percent(left) }), mark: U, gap: true, below: asset === decides ? say(lang, 'owners.decides') : say(lang, 'owners.ask') });
  const width = Math.max(560, ...rows.map((row) => row.length * ACROSS - (ACROSS - WIDTH))) + 2 * MARGIN;
  const height = TOP + rows.length * DOWN - (DOWN - HEIGHT) + MARGIN;
  const place = new Map(rows.flatMap((row, r) => row.map((box): [string, Box] => [box.id, { ...box, x: MARGIN + (width - 2 * MARGIN - (row.length * ACROSS - (ACROSS - WIDTH))) / 2 + box.x, y: TOP + (rows.length - 1 - r) * DOWN }])));

  const shown = stakes.filter(({ owner, asset }) => drawn.has(owner) && drawn.has(asset));
  const edges = [
    ...shown.map((one) => edge(place.get(one.owner)!, place.get(one.asset)!, holding(one, measures, lang), { strong: passing.has(one.owner) && markOf(one.asset) === T, several: shown.filter(({ owner }) => owner === one.owner).length > 1 })),
    ...gaps.map(({ asset }) => edge(place.get(`? ${asset}`)!, place.get(asset)!, '', { dashed: true })),
  ];
  const mark = markOf(party);
  const title = say(lang, 'owners.title', { party: plain(known.get(party)?.name ?? party), verdict: say(lang, WORD[mark]) });
  const drawing = html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${title}" lang="${lang}" font-family="system-ui, 'Noto Sans', 'Noto Sans CJK TC', 'Noto Sans TC', sans-serif" font-size="13">
<rect width="100%" height="100%" fill="#ffffff"/>
<text x="${MARGIN}" y="30" font-size="17" font-weight="600" fill="${COLOURS[mark].line}">${short(title, (width - 2 * MARGIN) / 1.35)}</text>
<text x="${MARGIN}" y="52" fill="#444444">${say(lang, `test.${test}` as never)}</text>
<text x="${MARGIN}" y="72" fill="#444444">${decides === undefined ? (above.length > drawn.size ? say(lang, 'owners.more', { count: above.length - drawn.size }) : '') : say(lang, 'owners.decided', { party: plain(known.get(decides)?.name ?? decides) })}</text>
${edges.map(({ line }) => line)}
${[...place.values()].map(boxOf)}
${edges.map(({ label }) => label)}
</svg>`;
  return `${drawing.markup}\n`;
}

/**
 * Rows: an owner stands above everything that it holds, but for the stakes that close a ring, which are met while what they are held
 * in is still being walked. A gap stands in the row above its asset.
 */
function levels(party: string, stakes: readonly StakeGiven[]): Map<string, number> {
  const ownersOf = new Map<string, string[]>();
  for (const { owner, asset } of stakes) push(ownersOf, asset, owner);
  const [open, left] = [new Set([party]), new Map<string, number>()]; // being walked; when each was left
  const stack = [{ id: party, next: 0 }];
  const edges: (readonly [asset: string, owner: string])[] = [];
  for (let at = stack.at(-1); at !== undefined; at = stack.at(-1)) {
    const owner = ownersOf.get(at.id)?.[at.next++];
    if (owner === undefined) {
      left.set(at.id, left.size);
      open.delete(at.id);
      stack.pop();
      continue;
    }
    if (open.has(owner)) continue;
    edges.push([at.id, owner]);
    if (left.has(owner)) continue;
    open.add(owner);
    stack.push({ id: owner, next: 0 });
  }
  const level = new Map([[party, 0]]);
  for (const [asset, owner] of edges.toSorted(([a], [b]) => left.get(b)! - left.get(a)!)) level.set(owner, Math.max(level.get(owner) ?? 0, level.get(asset)! + 1));
  return level;
}

/** `40–60 %`, by measure where they differ, and a right of control. */
export function holding({ range, control }: StakeGiven, measures: readonly Measure[], lang: Lang): string {
  const told = MEASURES.flatMap((measure) => (measures.includes(measure) && range[measure] !== undefined ? [{ measure, text: percentRange(range[measure]) }] : []));
  if (told.length === 0 && (control === undefined || control === 'none')) return '?';
  const alike = told.length > 1 ? new Set(told.map(({ text }) => text)).size === 1 : measures.length === 1;
  const shares = alike ? told.slice(0, 1).map(({ text }) => text) : told.map(({ measure, text }) => `${say(lang, `owners.${measure}`)} ${text}`);
  return [...shares, ...(control === undefined || control === 'none' ? [] : [say(lang, `owners.control.${control}`)])].join(', ');
}

function edge(from: Box, to: Box, text: string, { strong = false, several = false, dashed = false }: { readonly strong?: boolean; readonly several?: boolean; readonly dashed?: boolean }): { readonly line: Markup; readonly label: Markup } {
  const [x1, y1, x2, y2] = [from.x + WIDTH / 2, from.y + HEIGHT, to.x + WIDTH / 2, to.y];
  const back = y2 < y1; // an owner drawn below or beside what it holds: a ring
  const side = Math.max(from.x, to.x) + WIDTH + 18;
  const path = back ? `M${from.x + WIDTH} ${from.y + HEIGHT / 2} C${side} ${from.y + HEIGHT / 2} ${side} ${to.y + HEIGHT / 2} ${to.x + WIDTH} ${to.y + HEIGHT / 2}` : `M${x1} ${y1} C${x1} ${y1 + 40} ${x2} ${y2 - 40} ${x2} ${y2}`;
  const colour = strong ? COLOURS[T].line : '#8c8c8c';
  // Nearer to the owner, where the labels of an asset stand apart; of an owner of several, half way, where its own do.
  const [across, down] = several ? [0.5, 0.5] : [0.2, 0.36];
  const [x, y] = back ? [side - 6, (from.y + to.y) / 2 + HEIGHT / 2] : [x1 + (x2 - x1) * across, y1 + (y2 - y1) * down + 4];
  const wide = 12 + [...text].reduce((sum, char) => sum + (char > '⺀' ? 13 : 7), 0);
  return {
    line: html`<path d="${path}" fill="none" stroke="${colour}" stroke-width="${strong ? 3 : 1.5}"${raw(dashed ? ' stroke-dasharray="5 4"' : '')}/>${raw(back ? '' : `<path d="M${x2 - 5} ${y2 - 8} L${x2} ${y2} L${x2 + 5} ${y2 - 8} Z" fill="${colour}"/>`)}`,
    label: text === '' ? html`` : html`<rect x="${x - wide / 2}" y="${y - 14}" width="${wide}" height="19" rx="3" fill="#ffffff" opacity="0.92"/><text x="${x}" y="${y}" text-anchor="middle" fill="${strong ? COLOURS[T].line : '#333333'}"${raw(strong ? ' font-weight="600"' : '')}>${text}</text>`,
  };
}

/** `China (CN)`; of a name that does not fit, its beginning and the code. */
function placeIn(code: string, lang: Lang): string {
  const whole = countryAndCode(code, lang);
  const end = ` (${code})`;
  return short(whole) === whole || !whole.endsWith(end) ? whole : `${short(countryName(code, lang), ROOM - widthOf(end))}${end}`;
}

function boxOf({ name, country, below, mark, x, y, gap }: Box): Markup {
  const { line, fill } = COLOURS[mark];
  const texts = [
    { text: short(plain(name)), look: 'font-weight="600" fill="#1a1a1a"' }, ...(country === undefined ? [] : [{ text: plain(country), look: 'fill="#333333"' }]), { text: short(below), look: `fill="${line}"` },
  ];
  const first = y + HEIGHT / 2 + 4.5 - 10 * (texts.length - 1);
  return html`<g><title>${plain(name)}</title><rect x="${x}" y="${y}" width="${WIDTH}" height="${HEIGHT}" rx="6" fill="${gap ? '#ffffff' : fill}" stroke="${line}" stroke-width="${mark === T ? 2.5 : 1.5}"${raw(gap ? ' stroke-dasharray="5 4"' : '')}/>
${texts.map(({ text, look }, i) => html`<text x="${x + WIDTH / 2}" y="${first + 20 * i}" text-anchor="middle" ${raw(look)}>${text}</text>`)}</g>`;
}

/** As much as fits, a box where not said. */
function short(text: string, wide: number = ROOM): string {
  if (widthOf(text) <= wide) return text;
  let shown = '';
  let room = wide - widthOf('…');
  for (const char of text) {
    room -= widthOf(char);
    if (room < 0) break;
    shown += char;
  }
  return `${shown.trimEnd()}…`;
}

/** Of 13 px bold in the widest font that may be there; nothing here can measure. */
function widthOf(text: string): number {
  let wide = 0;
  for (const char of text) wide += char > '\u2e80' || /[@mwMW…—%]/.test(char) ? 14.2 : /[A-Z&<>=+~#]/.test(char) ? 10.6 : /[ fijlrtI.,;:'|!()[\]/-]/.test(char) ? 5.8 : 9;
  return wide;
}
