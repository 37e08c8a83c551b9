/** docs/semantics.md 6.3 once more, for a graph of confirmed stakes: the fixed points as they are written, tried until nothing changes. */
import { NAMED, type Way63 } from './evaluate.ts';

type Span = readonly [lo: number, hi: number];
type Measure = 'equity' | 'voting' | 'board' | 'debt';
export interface Held { readonly owner: string; readonly asset: string; readonly spans: Readonly<Partial<Record<Measure, Span>>>; readonly control?: string }
export interface PlainGraph {
  readonly parties: readonly string[];
  readonly stakes: readonly Held[];
  readonly full: ReadonlySet<string>;
  readonly ownerless: ReadonlySet<string>;
  /** 'yes' and 'open'; everyone else is surely not in the base set. */
  readonly base: ReadonlyMap<string, 'yes' | 'open'>;
}
const W = 1_000_000;

export function plainOwnership(graph: PlainGraph, test: string): Map<string, 'caught' | 'open' | 'free'> {
  const { catches, passes = catches } = NAMED[test]!;
  const inBase = (x: string, sure: boolean): boolean => graph.base.get(x) === 'yes' || (!sure && graph.base.has(x));
  const counting = (sure: boolean): Set<string> => {
    const found = new Set<string>();
    for (let before = -1; before !== found.size; ) {
      before = found.size;
      for (const x of graph.parties) if (inBase(x, sure) || passes.some((way) => met(graph, x, way, found, sure))) found.add(x);
    }
    return found;
  };
  const [passing, passable] = [counting(true), counting(false)];
  return new Map(graph.parties.map((x) => {
    const caught = inBase(x, true) || catches.some((way) => met(graph, x, way, passing, true));
    const possible = inBase(x, false) || catches.some((way) => met(graph, x, way, passable, false));
    return [x, caught ? 'caught' : possible ? 'open' : 'free'];
  }));
}

/** Is what one way asks surely, or possibly, in the hands of these? */
function met(graph: PlainGraph, x: string, way: Way63, hands: ReadonlySet<string>, sure: boolean): boolean {
  if (graph.ownerless.has(x) || (sure && way.doubtful)) return false;
  const full = graph.full.has(x);
  const stakes = graph.stakes.filter(({ asset }) => asset === x);
  const theirs = stakes.filter(({ owner }) => hands.has(owner));
  if ('rights' in way) {
    if (sure) return theirs.some(({ control }) => control !== undefined && way.rights.includes(control));
    return !full || theirs.some(({ control }) => control === undefined || way.rights.includes(control));
  }
  const span = ({ spans }: Held): Span => spans[way.of] ?? [0, W];
  const sum = (of: readonly Held[], end: 0 | 1): number => of.reduce((total, one) => total + span(one)[end], 0);
  const closes = way.of === 'equity' || way.of === 'voting';
  if (sum(stakes, 0) > W || (full && closes && sum(stakes, 1) < W)) return !sure;
  const others = (of: readonly Held[]): Held[] => stakes.filter((one) => !of.includes(one));
  const amount = (of: readonly Held[]): number =>
    sure ? Math.max(sum(of, 0), full && closes ? W - sum(others(of), 1) : 0) : Math.min(W - sum(others(of), 0), full ? sum(of, 1) : W);
  if (!way.oneHand) return amount(theirs) >= Number(way.from);
  const single = theirs.map((one) => (sure ? amount([one]) : Math.min(span(one)[1], W - sum(others([one]), 0))));
  return Math.max(0, ...single, sure || full ? 0 : W - sum(stakes, 0)) >= Number(way.from);
}
