/** Seeded chains: tiers of plants that need the tier above, each part from several sources, capacities with slack. */
import type { Arc, Chain, Demand, Need, Plant } from '../src/stress/chain.ts';
import { random } from '../test/support/random.ts';

export interface ChainSize { readonly tiers: number; readonly width: number; readonly needs: number; readonly sources: number; readonly slack: number; readonly products: number }

/** Every plant of tier t needs `needs` products of tier t + 1, each from `sources` plants; capacity is `slack` times what a balanced plan asks for. */
export function madeChain({ tiers, width, needs: wanted, sources, slack, products }: ChainSize, seed: number): Chain {
  const dice = random(seed);
  const plants: Plant[] = [];
  const needs: Need[] = [];
  const arcs: Arc[] = [];
  const load: number[] = [];
  const tierOf: number[][] = [];
  for (let t = 0; t < tiers; t++) {
    const count = t === 0 ? products : width;
    tierOf.push(Array.from({ length: count }, (_, i) => {
      load.push(0);
      return plants.push({ id: `t${t}-${i}`, product: `t${t}-${t === 0 ? i : Math.floor(i / sources)}`, capacityPerDay: 0, stock: 0 }) - 1;
    }));
  }
  const demands: Demand[] = tierOf[0]!.map((plant, i) => {
    const perDay = 50 + dice.int(100);
    load[plant] = perDay;
    arcs.push({ from: plant, to: { demand: i } });
    return { id: `d${i}`, product: plants[plant]!.product, perDay, margin: 5 + dice.int(30) };
  });
  for (let t = 0; t + 1 < tiers; t++) {
    const groups = Math.floor(tierOf[t + 1]!.length / sources);
    for (const plant of tierOf[t]!) {
      const chosen = new Set<number>();
      while (chosen.size < Math.min(wanted, groups)) chosen.add(dice.int(groups));
      for (const group of chosen) {
        const quantity = 1 + dice.int(3);
        const need = needs.push({ plant, product: `t${t + 1}-${group}`, quantity }) - 1;
        for (let s = 0; s < sources; s++) {
          const from = tierOf[t + 1]![group * sources + s]!;
          arcs.push({ from, to: { need } });
          load[from]! += (load[plant]! * quantity) / sources;
        }
      }
    }
  }
  return {
    plants: plants.map((plant, i) => ({ ...plant, capacityPerDay: load[i]! * slack, stock: Math.round(load[i]! * dice.next() * 2) })),
    needs, arcs, demands, caps: [],
  };
}
