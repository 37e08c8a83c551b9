/**
 * The network as a drawing by tiers: the product on the left, what goes into it to the right, one column a tier. Places
 * are computed without measuring: leaves one below the other, a parent in the middle of what was first met below it.
 * Quiet parts (neither red nor open, and nothing such below them) are folded into one box a parent.
 */
import { push } from '../../base/multimap.ts';
import type { CheckResult } from '../../engine/result.ts';
import { namer } from '../../engine/why.ts';
import { unresolvedId, type Network } from '../../model/network.ts';
import type { Id } from '../../model/record.ts';
import { type Lang, say } from '../../text/catalogue.ts';
import { plain } from '../../text/plain.ts';
import { bareNode } from '../marks.ts';
import { bothDrawn, html, type Markup, raw } from './markup.ts';

export type Mark = 'red' | 'unknown' | 'clear' | 'quiet';
/** The parts as the records join them, each once, at the tier where it is first met. */
export interface Parts { readonly nodes: ReadonlyMap<Id, PartNode>; readonly edges: readonly (readonly [from: Id, to: Id])[] }
interface PartNode { readonly id: Id; readonly tier: number; readonly above?: Id; readonly mark: Mark; readonly onRedPath: boolean }

const RANK: Readonly<Record<Mark, number>> = { red: 3, unknown: 2, clear: 1, quiet: 0 };
/** Boxes drawn of one kind below one parent; the rest is counted. */
const DRAWN = 12;
/** Parts up to which a drawing with nothing folded is made too. */
const WHOLE = 300;

/** O(lines). */
export function partsOf(result: CheckResult, net: Network): Parts {
  const marks = marksOf(result);
  const red = new Set(result.assessments.flatMap(({ grounds }) => (grounds && 'path' in grounds.body ? grounds.body.path.map(bareNode) : [])));
  const root = result.question.product;
  const nodes = new Map<Id, PartNode>();
  const edges: [Id, Id][] = [];
  const meet = (id: Id, tier: number, above?: Id): void => {
    if (!nodes.has(id)) nodes.set(id, { id, tier, mark: marks.get(id) ?? 'quiet', onRedPath: red.has(id), ...(above !== undefined && { above }) });
  };
  meet(root, 0);
  for (const { id, tier } of nodes.values()) {
    const below = new Set<Id>();
    for (const recipe of net.recipesOf.get(id) ?? []) {
      if (id === root && result.question.bom !== undefined && recipe[0]!.id !== result.question.bom) continue;
      for (const group of net.linesOf.get(recipe[0]!.id) ?? [])
        for (const line of group) line.options.forEach((option, at) => void below.add(option.product ?? unresolvedId(line, at)));
    }
    for (const child of below) {
      meet(child, tier + 1, id);
      edges.push([id, child]);
    }
  }
  return { nodes, edges };
}

/** The worst that is said of each part. */
function marksOf(result: CheckResult): Map<Id, Mark> {
  const marks = new Map<Id, Mark>();
  const set = (id: Id, mark: Mark): void => {
    if (RANK[mark] > RANK[marks.get(id) ?? 'quiet']) marks.set(id, mark);
  };
  for (const { subject, verdict, grounds } of result.assessments) {
    if (verdict === undefined) continue;
    if (subject !== 'all') set(bareNode(subject), verdict);
    if (grounds && 'visited' in grounds.body) for (const node of grounds.body.visited) set(bareNode(node), 'clear');
  }
  marks.set(result.question.product, result.verdict);
  return marks;
}

/** A box of the drawing: a part, or several that are folded into one. */
interface Box { readonly key: string; readonly tier: number; readonly above?: string; readonly mark: Mark; readonly part?: PartNode; readonly count: number; y: number }

const [COLUMN, ROW, WIDTH, HEIGHT, MARGIN] = [230, 46, 184, 34, 12];

/** The drawing with quiet parts folded, and, where they are not too many, the one with every part. */
export function drawings(result: CheckResult, parts: Parts): { readonly folded: Markup; readonly whole?: Markup } {
  const folded = boxesOf(parts, true);
  const same = folded.length === parts.nodes.size;
  return { folded: draw(result, parts, folded, 'folded'), ...(!same && parts.nodes.size <= WHOLE && { whole: draw(result, parts, boxesOf(parts, false), 'whole') }) };
}

function boxesOf(parts: Parts, fold: boolean): Box[] {
  const below = new Map<Id, PartNode[]>();
  const loud = new Set<Id>();
  for (const node of [...parts.nodes.values()].reverse()) {
    if (node.above !== undefined) below.set(node.above, [node, ...(below.get(node.above) ?? [])]);
    if (RANK[node.mark] >= RANK.unknown || node.onRedPath || loud.has(node.id)) {
      loud.add(node.id);
      if (node.above !== undefined) loud.add(node.above);
    }
  }
  const boxes: Box[] = [];
  const stack: PartNode[] = [...parts.nodes.values()].slice(0, 1);
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    boxes.push({ key: node.id, tier: node.tier, mark: node.mark, part: node, count: 1, y: 0, ...(node.above !== undefined && { above: node.above }) });
    const children = [...(below.get(node.id) ?? [])].sort((a, b) => RANK[b.mark] - RANK[a.mark]);
    const shown = fold ? drawnOf(children, loud) : children;
    const kept = new Set(shown);
    for (const mark of ['unknown', 'quiet'] as const) {
      const rest = children.filter((child) => !kept.has(child) && (mark === 'unknown') === (RANK[child.mark] >= RANK.unknown || loud.has(child.id)));
      if (rest.length > 0) boxes.push({ key: `${node.id}+${mark}`, tier: node.tier + 1, above: node.id, mark, count: rest.length, y: 0 });
    }
    stack.push(...[...shown].reverse());
  }
  place(boxes);
  return boxes;
}

/** Loud children, as many of each mark as fit, and a quiet one that would be alone in its fold. */
function drawnOf(children: readonly PartNode[], loud: ReadonlySet<Id>): PartNode[] {
  const counts = new Map<Mark, number>();
  const quiet = children.filter((child) => !loud.has(child.id));
  return children.filter((child) => {
    if (!loud.has(child.id)) return quiet.length === 1;
    const count = (counts.get(child.mark) ?? 0) + 1;
    counts.set(child.mark, count);
    return child.onRedPath || count <= DRAWN;
  });
}

/** A box without boxes below it takes the next row; any other stands in the middle of its own. */
function place(boxes: Box[]): void {
  const below = new Map<string, Box[]>();
  const last = (box: Box): number => (box.part ? 0 : 1); // what is counted stands below what is named
  for (const box of [...boxes].sort((a, b) => last(a) - last(b))) if (box.above !== undefined) push(below, box.above, box);
  let row = 0;
  const stack: { box: Box; next: number }[] = boxes.slice(0, 1).map((box) => ({ box, next: 0 }));
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const children = below.get(top.box.key) ?? [];
    const child = children[top.next++];
    if (child !== undefined) stack.push({ box: child, next: 0 });
    else {
      top.box.y = children.length === 0 ? row++ : (children[0]!.y + children.at(-1)!.y) / 2;
      stack.pop();
    }
  }
}

function draw(result: CheckResult, parts: Parts, boxes: readonly Box[], id: string): Markup {
  const at = new Map(boxes.map((box) => [box.key, box]));
  const tiers = Math.max(...boxes.map(({ tier }) => tier));
  const rows = Math.max(...boxes.map(({ y }) => y)) + 1;
  const [width, height] = [tiers * COLUMN + WIDTH + 2 * MARGIN, rows * ROW + 2 * MARGIN + 18];
  const x = (box: Box): number => MARGIN + box.tier * COLUMN;
  const y = (box: Box): number => MARGIN + 18 + box.y * ROW;
  const line = (from: Box, to: Box, style: string): Markup => {
    const [x1, y1, x2, y2] = [x(from) + WIDTH, y(from) + HEIGHT / 2, x(to), y(to) + HEIGHT / 2];
    const bend = x2 > x1 ? (x2 - x1) / 2 : 60;
    return raw(`<path class="edge ${style}" d="M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}"/>`);
  };
  const lines: Markup[] = [];
  for (const [from, to] of parts.edges) {
    const [a, b] = [at.get(from), at.get(to)];
    if (a && b) lines.push(line(a, b, a.part?.onRedPath && b.part?.onRedPath ? 'red' : b.mark === 'unknown' ? 'unknown' : 'quiet'));
  }
  for (const box of boxes) if (box.part === undefined) lines.push(line(at.get(box.above!)!, box, box.mark));
  const heads = Array.from({ length: tiers + 1 }, (_, tier) => bothDrawn('g', (lang) => html`<text class="tier" x="${MARGIN + tier * COLUMN}" y="${MARGIN + 4}">${say(lang, 'page.tier', { tier })}</text>`));
  return html`<svg id="net-${id}" class="net" role="group" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" data-width="${width}">${heads}${lines}${boxes.map((box) => boxMarkup(result, box, x(box), y(box)))}</svg>`;
}

function boxMarkup(result: CheckResult, box: Box, x: number, y: number): Markup {
  const words = (lang: Lang): string => (box.part ? namer(result, lang)(box.part.id) : say(lang, box.mark === 'unknown' ? 'page.fold.unknown' : 'page.fold.quiet', { count: box.count }));
  const told = (lang: Lang): string => (box.part ? `${words(lang)}: ${say(lang, box.mark === 'quiet' ? 'page.quiet' : `verdict.${box.mark}`)}` : words(lang));
  const text = bothDrawn('g', (lang) => html`<text x="${x + 30}" y="${y + 21}">${short(box.part ? label(result, box.part.id) : words(lang))}</text><title>${told(lang)}</title>`);
  const inside = html`${shape(box, x, y)}${glyph(box.mark, x + 16, y + HEIGHT / 2)}${text}`;
  const about = box.part && RANK[box.mark] >= RANK.unknown ? box.part.id : undefined;
  const kind = raw(`node ${box.mark}${box.part?.onRedPath ? ' path' : ''}${box.part ? '' : ' fold'}`);
  return about === undefined ? html`<g class="${kind}">${inside}</g>` : html`<a class="${kind}" href="#${anchor(about)}">${inside}</a>`;
}

/** Red has corners cut off, unknown a broken border, clear is round, folded is a stack: the shape says it without the colour. */
function shape({ mark, part }: Box, x: number, y: number): Markup {
  const [w, h, c] = [WIDTH, HEIGHT, 9];
  if (mark === 'red') return raw(`<path class="box" d="M${x + c} ${y}h${w - 2 * c}l${c} ${c}v${h - 2 * c}l${-c} ${c}h${2 * c - w}l${-c} ${-c}v${2 * c - h}z"/>`);
  const behind = part ? '' : `<rect class="box" x="${x + 5}" y="${y - 5}" width="${w}" height="${h}" rx="3"/>`;
  return raw(`${behind}<rect class="box" x="${x}" y="${y}" width="${w}" height="${h}" rx="${mark === 'unknown' ? 3 : part ? 17 : 3}"/>`);
}

function glyph(mark: Mark, x: number, y: number): Markup {
  const sign = { red: '✕', unknown: '?', clear: '✓', quiet: '·' }[mark];
  return raw(`<text class="sign" x="${x}" y="${y + 5}">${sign}</text>`);
}

/** Where the page speaks of a part. Any id: what an anchor cannot hold is written as its code points. */
export function anchor(subject: Id): string {
  return `w-${[...subject].map((character) => (/[A-Za-z0-9.-]/.test(character) ? character : `_${character.codePointAt(0)!.toString(16)}_`)).join('')}`;
}

function label(result: CheckResult, id: Id): string {
  return plain(Object.hasOwn(result.labels, id) ? result.labels[id]! : id);
}

const WIDE = /[\u1100-\uffdc\u{1f300}-\u{3fffd}]/u;

/** As much as fits a box. */
function short(text: string): string {
  let used = 0;
  let end = 0;
  for (const character of text) {
    used += WIDE.test(character) ? 2 : 1;
    if (used > 21) return `${text.slice(0, end)}…`;
    end += character.length;
  }
  return text;
}
