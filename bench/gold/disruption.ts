/** Published or computed networks with time to survive and performance impact of every node (Simchi-Levi's two programs). */
import { readFileSync } from 'node:fs';
import { Solver } from '../../src/lp/solve.ts';
import type { Chain, Need } from '../../src/stress/chain.ts';
import { ImpactStudy, SurvivalStudy } from '../../src/stress/study.ts';
import type { GoldResult } from '../gold.ts';
import { Tally } from './tally.ts';

interface Network {
  readonly products: readonly { readonly id: string; readonly demand: number; readonly margin: number }[];
  readonly nodes: readonly { readonly id: string; readonly material: string; readonly capacity: number; readonly inventory: number }[];
  readonly edges: readonly { readonly from: string; readonly to: string; readonly material: string; readonly qty: number }[];
}
type Figure = number | null;
interface File extends Partial<Network> {
  readonly network?: Network;
  /** By node: `tts`, and `pi_t4` for a horizon of 4. */
  readonly expected?: Readonly<Record<string, Readonly<Record<string, Figure>>>>;
  readonly expected_tts?: Readonly<Record<string, Figure>>;
  /** By `t=4`, then by node. */
  readonly expected_pi?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly expected_rei_t4?: Readonly<Record<string, number>>;
}

export function chainOf({ products, nodes, edges }: Network): Chain {
  const at = new Map(nodes.map(({ id }, i) => [id, i]));
  const needs: Need[] = [];
  const needOf = new Map<string, number>();
  for (const { to, material, qty } of edges) {
    const key = JSON.stringify([to, material]);
    if (!needOf.has(key)) needOf.set(key, needs.push({ plant: at.get(to)!, product: material, quantity: qty }) - 1);
  }
  return {
    plants: nodes.map(({ id, material, capacity, inventory }) => ({ id, product: material, capacityPerDay: capacity, stock: inventory })),
    needs,
    arcs: [
      ...edges.map(({ from, to, material }) => ({ from: at.get(from)!, to: { need: needOf.get(JSON.stringify([to, material]))! } })),
      ...products.map(({ id }, d) => ({ from: at.get(id)!, to: { demand: d } })),
    ],
    demands: products.map(({ id, demand, margin }) => ({ id, product: id, perDay: demand, margin })),
    caps: [],
  };
}

export async function disruption(path: string): Promise<GoldResult> {
  const file = JSON.parse(readFileSync(path, 'utf8')) as File;
  const chain = chainOf(file.network ?? (file as Network));
  const solver = await Solver.load();
  const tally = new Tally();
  const at = new Map(chain.plants.map(({ id }, i) => [id, i]));
  const closure = (node: string): { plants: number[] } => ({ plants: node === 'none' ? [] : [at.get(node)!] });

  const survival = new SurvivalStudy(solver, chain);
  const times = file.expected_tts ?? Object.fromEntries(Object.entries(file.expected ?? {}).flatMap(([node, { tts }]) => (tts === undefined ? [] : [[node, tts]])));
  for (const [node, days] of Object.entries(times)) tally.figure(survival.closed(closure(node)), days ?? Infinity);
  survival.close();

  const impacts = new Map<number, [string, number][]>();
  const add = (days: number, node: string, loss: Figure | undefined): void => {
    if (loss !== null && loss !== undefined) impacts.set(days, [...(impacts.get(days) ?? []), [node, loss]]);
  };
  for (const [t, losses] of Object.entries(file.expected_pi ?? {})) for (const [node, loss] of Object.entries(losses)) add(Number(t.slice(2)), node, loss);
  for (const [node, figures] of Object.entries(file.expected ?? {}))
    for (const [name, loss] of Object.entries(figures)) if (name.startsWith('pi_t')) add(Number(name.slice(4)), node, loss);
  for (const [days, losses] of impacts) {
    const study = new ImpactStudy(solver, chain, days);
    for (const [node, loss] of losses) tally.figure(study.closed(closure(node)).loss, loss);
    if (days === 4 && file.expected_rei_t4) {
      const most = Math.max(...Object.keys(file.expected_rei_t4).map((node) => study.closed(closure(node)).loss));
      for (const [node, index] of Object.entries(file.expected_rei_t4)) tally.figure(study.closed(closure(node)).loss / most, index);
    }
    study.close();
  }
  return tally.result();
}
