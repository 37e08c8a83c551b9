/**
 * Something from nothing: can any plant make something out of a circle alone, with no stock and no source that needs nothing?
 * A circle of recycling that returns less than it takes is sound; one that returns as much or more would feed itself for ever.
 */
import { push } from '../base/multimap.ts';
import { ProgramBuilder } from '../lp/program.ts';
import type { Solver } from '../lp/solve.ts';
import type { Chain } from './chain.ts';

/** Plants of such a circle, or none. One program over the plants that lie on circles. */
export function fromNothing(solver: Solver, chain: Chain): number[] {
  const onCircle = plantsOnCircles(chain);
  if (onCircle.length === 0) return [];
  const b = new ProgramBuilder();
  const made = new Map(onCircle.map((plant) => [plant, b.column(`make ${plant}`, -1, 0, 1)]));
  const out = new Map(onCircle.map((plant) => {
    const row = b.row(`out ${plant}`, -Infinity, 0);
    b.put(row, made.get(plant)!, -1);
    return [plant, row];
  }));
  const need = new Map<number, number>();
  chain.needs.forEach(({ plant, quantity }, n) => {
    if (!made.has(plant)) return;
    need.set(n, b.row(`need ${n}`, 0, Infinity));
    b.put(need.get(n)!, made.get(plant)!, -quantity);
  });
  for (const { from, to, each = 1 } of chain.arcs) {
    if (!('need' in to) || !made.has(from) || !need.has(to.need)) continue;
    const column = b.column('carry', 0);
    b.put(out.get(from)!, column, 1);
    b.put(need.get(to.need)!, column, each);
  }
  const outcome = solver.solve(b.build());
  if (outcome.status !== 'optimal') return [];
  return onCircle.filter((plant) => outcome.primal[made.get(plant)!]! > 1e-6);
}

/** Plants with needs from which an arc leads, over others with needs, back to them. Kahn's order from both ends leaves the circles. */
function plantsOnCircles({ plants, needs, arcs }: Chain): number[] {
  const edges = arcs.flatMap(({ from, to }) => ('need' in to ? [[from, needs[to.need]!.plant] as const] : []));
  let left = new Set(plants.keys());
  for (let before = -1; before !== left.size;) {
    before = left.size;
    for (const end of [0, 1] as const) {
      const degree = new Map<number, number>();
      const next = new Map<number, number[]>();
      for (const edge of edges) {
        if (!left.has(edge[0]) || !left.has(edge[1])) continue;
        const [a, z] = end === 0 ? edge : [edge[1], edge[0]];
        degree.set(z, (degree.get(z) ?? 0) + 1);
        push(next, a, z);
      }
      const work = [...left].filter((plant) => !degree.has(plant));
      const gone = new Set(work);
      for (let plant = work.pop(); plant !== undefined; plant = work.pop())
        for (const other of next.get(plant) ?? []) {
          const rest = degree.get(other)! - 1;
          degree.set(other, rest);
          if (rest === 0) { gone.add(other); work.push(other); }
        }
      left = new Set([...left].filter((plant) => !gone.has(plant)));
    }
  }
  return [...left];
}
