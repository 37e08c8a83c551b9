/**
 * The two time-aggregated programs of Simchi-Levi et al. ("Identifying Risks and Mitigating Disruptions in the Automotive
 * Supply Chain", Interfaces 45(5), 2015), written with continuous amounts for any number of tiers:
 *
 *   impact: least margin lost over `days`        survive: greatest t for which nothing is lost
 *   u plant makes, y arc carries, l demand lost  the same with l = 0 and t a column
 *   need:    sum of y into it >= quantity u      stock can be used once, anywhere its arcs lead
 *   out:     sum of y leaving a plant <= u + stock
 *   demand:  l + sum of y >= perDay days         u <= capacityPerDay days
 *
 * Flows are free to be re-allocated and nothing takes time, so the loss is a lower bound and the survival an upper one.
 * A scenario changes bounds only: the matrix, and with it a basis, is kept.
 */
import { type Program, ProgramBuilder } from '../lp/program.ts';
import type { Change } from '../lp/kept.ts';
import type { Chain } from './chain.ts';

/** Where things are in a program: column or row numbers by plant, arc, demand. */
export interface Layout {
  readonly made: readonly number[];
  readonly carried: readonly number[];
  /** Impact: the lost amount. */
  readonly lost: readonly number[];
  /** Impact with `drawn`: what is drawn from the stock of a plant, -1 where it has none. Else empty: the stock is the bound of its `out` row. */
  readonly stock: readonly number[];
  readonly out: readonly number[];
  readonly need: readonly number[];
  readonly demand: readonly number[];
  readonly cap: readonly number[];
  /** Survive: the row `u <= capacity t`, and the column of t. */
  readonly limit: readonly number[];
  /** Survive: the row of an arc's capacity, or -1. */
  readonly arcLimit: readonly number[];
  readonly time: number;
}
/** Plants and arcs that do nothing; stock stays where it is. */
export interface Closure { readonly plants: readonly number[]; readonly arcs?: readonly number[] }
export interface Model { readonly program: Program; readonly layout: Layout }

/** Minimises the margin lost, plus what arcs cost extra, over `days`. `drawn`: stock has columns, what is drawn from it (day.ts says why). */
export function impactProgram(chain: Chain, days: number, drawn: boolean = false): Model {
  const b = new ProgramBuilder();
  const made = chain.plants.map(({ id, capacityPerDay }) => b.column(`make ${id}`, 0, 0, capacityPerDay * days));
  const carried = chain.arcs.map((arc, a) => b.column(arcName(chain, a), arc.costEach ?? 0, 0, (arc.capacityPerDay ?? Infinity) * days));
  const lost = chain.demands.map(({ id, margin, perDay }) => b.column(`lose ${id}`, margin, 0, perDay * days));
  const demand = chain.demands.map(({ id, perDay }) => b.row(`demand ${id}`, perDay * days, Infinity));
  for (const [d, row] of demand.entries()) b.put(row, lost[d]!, 1);
  const cap = chain.caps.map(({ id, perDay }) => b.row(`cap ${id}`, -Infinity, perDay * days));
  const stock = drawn ? chain.plants.map(({ id, stock }) => (stock > 0 ? b.column(`draw ${id}`, 0, 0, stock) : -1)) : [];
  const rows = balance(b, chain, made, carried, demand, cap, stock);
  return { program: b.build(), layout: { made, carried, lost, stock, demand, cap, limit: [], arcLimit: [], time: -1, ...rows } };
}

/**
 * Maximises the time without loss: as a minimum of -t, up to `mostDays`. Rows `u <= capacity t` take the place of bounds.
 * A plant with no capacity is closed by its bound, as a scenario closes others.
 */
export function surviveProgram(chain: Chain, mostDays: number): Model {
  const b = new ProgramBuilder();
  const time = b.column('time', -1, 0, mostDays);
  const made = chain.plants.map(({ id, capacityPerDay }) => b.column(`make ${id}`, 0, 0, capacityPerDay === 0 ? 0 : Infinity));
  const carried = chain.arcs.map((_, a) => b.column(arcName(chain, a), 0));
  const demand = chain.demands.map(({ id, perDay }) => {
    const row = b.row(`demand ${id}`, 0, Infinity);
    b.put(row, time, -perDay);
    return row;
  });
  const limited = (perDay: number, name: string): number => {
    if (!Number.isFinite(perDay) || perDay === 0) return -1;
    const row = b.row(name, -Infinity, 0);
    b.put(row, time, -perDay);
    return row;
  };
  const limit = chain.plants.map(({ id, capacityPerDay }, i) => {
    const row = limited(capacityPerDay, `limit ${id}`);
    if (row >= 0) b.put(row, made[i]!, 1);
    return row;
  });
  const arcLimit = chain.arcs.map(({ capacityPerDay }, a) => {
    if (capacityPerDay === undefined || !Number.isFinite(capacityPerDay)) return -1;
    const row = b.row(`limit ${arcName(chain, a)}`, -Infinity, 0);
    b.put(row, time, -capacityPerDay);
    b.put(row, carried[a]!, 1);
    return row;
  });
  const cap = chain.caps.map(({ id, perDay }) => {
    const row = b.row(`cap ${id}`, -Infinity, 0);
    b.put(row, time, -perDay);
    return row;
  });
  const rows = balance(b, chain, made, carried, demand, cap);
  return { program: b.build(), layout: { made, carried, lost: [], stock: [], demand, cap, limit, arcLimit, time, ...rows } };
}

export function closing({ made, carried }: Layout, { plants, arcs = [] }: Closure): Change[] {
  return [...plants.map((plant) => made[plant]!), ...arcs.map((arc) => carried[arc]!)].map((at) => ({ at, lower: 0, upper: 0 }));
}

/** Rows of needs and of what leaves a plant, and the entries of arcs in demands and caps. */
function balance(b: ProgramBuilder, chain: Chain, made: readonly number[], carried: readonly number[], demand: readonly number[], cap: readonly number[], drawn: readonly number[] = []): Pick<Layout, 'out' | 'need'> {
  const need = chain.needs.map(({ plant, product, quantity }) => {
    const row = b.row(`need ${chain.plants[plant]!.id} of ${product}`, 0, Infinity);
    b.put(row, made[plant]!, -quantity);
    return row;
  });
  const out = chain.plants.map(({ id, stock }, i) => {
    const draw = drawn[i] ?? -1;
    const row = b.row(`out ${id}`, -Infinity, draw >= 0 ? 0 : stock);
    b.put(row, made[i]!, -1);
    if (draw >= 0) b.put(row, draw, -1);
    return row;
  });
  chain.arcs.forEach(({ from, to, each = 1 }, a) => {
    b.put(out[from]!, carried[a]!, 1);
    b.put('need' in to ? need[to.need]! : demand[to.demand]!, carried[a]!, each);
  });
  chain.caps.forEach(({ plants, arcs }, c) => {
    for (const plant of plants) b.put(cap[c]!, made[plant]!, 1);
    for (const arc of arcs) b.put(cap[c]!, carried[arc]!, 1);
  });
  return { need, out };
}

export function arcName(chain: Chain, arc: number): string {
  const { from, to } = chain.arcs[arc]!;
  const target = 'need' in to ? `${chain.plants[chain.needs[to.need]!.plant]!.id}` : `demand ${chain.demands[to.demand]!.id}`;
  return `carry ${chain.plants[from]!.id} to ${target}`;
}
