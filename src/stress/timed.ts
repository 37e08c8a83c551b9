/**
 * The multi-period program: the chain over `days` in periods of `stepDays`, with making times, stock that is carried over,
 * delays, staged recovery and customers who wait. With one period and no times it is the impact program.
 *
 *   out:    stock before + what is finished >= what leaves + stock after
 *   need:   what arrives + kept inputs >= quantity x what is begun + kept inputs after
 *   demand: what arrives + lost + waiting after >= asked + waiting before
 *
 * A time of L days, delays with it, is floor(L / stepDays) periods: never longer than it is; so is a delay or a duty that covers a period in part. What is under way on the first day is the output
 * of a steady state before it, chosen as favourably as possible (what leaves is what is made, deliveries within the demand). So
 * the loss stays a lower bound. Losses after the last day are not counted.
 */
import { type Program, ProgramBuilder } from '../lp/program.ts';
import type { Chain } from './chain.ts';

/** What in a scenario sets a limit: the action, what its author calls it, and of flows the product and who takes it (a plant or a demand). */
export interface LimitSource { readonly action: string; readonly note?: string; readonly product?: string; readonly user?: string }
/** A value that changes on days; the first step is at day 0 or before. */
export type Profile = readonly { readonly day: number; readonly value: number }[];
export interface Span { readonly from: number; readonly until: number; readonly value: number }
export interface Timed {
  readonly chain: Chain;
  readonly days: number;
  readonly stepDays: number;
  readonly backlogDays: number;
  /** Share of its capacity that a plant has; Infinity on days without a limit. */
  readonly capacity: ReadonlyMap<number, Profile>;
  readonly demand: ReadonlyMap<number, Profile>;
  /** Joint limits in units a day; Infinity where there is none. */
  readonly caps: readonly { readonly id: string; readonly plants: readonly number[]; readonly arcs: readonly number[]; readonly perDay: Profile; readonly from: LimitSource }[];
  /** Extra days of a plant or arc, for what begins then. */
  readonly plantDelay: ReadonlyMap<number, readonly Span[]>;
  readonly arcDelay: ReadonlyMap<number, readonly Span[]>;
  /** Extra cost a unit. */
  readonly arcCost: ReadonlyMap<number, readonly Span[]>;
  /** Stock that comes on a day. */
  readonly stock: readonly { readonly plant: number; readonly day: number; readonly amount: number }[];
  /** Share of what is left on a day that is gone from then on: of a scenario laid over one that begins earlier. */
  readonly drawn?: readonly { readonly plant: number; readonly day: number; readonly share: number }[];
}
export interface TimedLayout {
  readonly periods: number;
  /** By demand, by period. */
  readonly lost: readonly (readonly number[])[];
  /** By plant, by period. */
  readonly made: readonly (readonly number[])[];
  /** By arc, by period. */
  readonly carried: readonly (readonly number[])[];
  /** By demand, by period: units wanted. */
  readonly asked: readonly (readonly number[])[];
  /** Rows by plant, need, demand and limit, by period. */
  readonly out: readonly (readonly number[])[];
  readonly need: readonly (readonly number[])[];
  readonly demand: readonly (readonly number[])[];
  readonly cap: ReadonlyMap<number, string>;
  /** The row that holds the loss. */
  readonly loss: number;
}
/** First day and length of a period. */
export function periodOf({ days, stepDays }: Pick<Timed, 'days' | 'stepDays'>, period: number): { readonly from: number; readonly length: number } {
  const from = period * stepDays;
  return { from, length: Math.min(stepDays, days - from) };
}
export const periodsOf = ({ days, stepDays }: Pick<Timed, 'days' | 'stepDays'>): number => Math.ceil(days / stepDays);

export function timedProgram(timed: Timed): { readonly program: Program; readonly layout: TimedLayout } {
  const { chain, stepDays } = timed;
  const b = new ProgramBuilder();
  const periods = periodsOf(timed);
  const all = Array.from({ length: periods }, (_, p) => p);
  const total = (profile: Profile | undefined, perDay: number, p: number): number => {
    const { from, length } = periodOf(timed, p);
    const factor = profile === undefined ? length : sumOver(profile, from, from + length);
    return factor === 0 || perDay === 0 ? 0 : perDay * factor;
  };
  /** On the day of the period on which it is least: a period that a span covers in part has days without it. */
  const least = (spans: readonly Span[] | undefined, p: number, of: (values: readonly number[]) => number): number => {
    const { from, length } = periodOf(timed, p);
    const days = [from, ...(spans ?? []).flatMap((span) => [span.from, span.until])].filter((day) => from <= day && day < from + length);
    return Math.min(...days.map((day) => of((spans ?? []).filter((span) => span.from <= day && day < span.until).map(({ value }) => value))));
  };
  const late = (spans: readonly Span[] | undefined, p: number, leadDays: number = 0): number => Math.floor((leadDays + least(spans, p, (values) => Math.max(0, ...values))) / stepDays);
  const loss = b.row('loss', -Infinity, Infinity);
  const costly = (column: number, cost: number): void => { if (cost !== 0) b.put(loss, column, cost); };

  const made = chain.plants.map(({ id, capacityPerDay }, i) => all.map((p) => b.column(`make ${id} in ${p}`, 0, 0, capacityPerDay === 0 ? 0 : total(timed.capacity.get(i), capacityPerDay, p))));
  const carried = chain.arcs.map(({ capacityPerDay, costEach = 0 }, a) => all.map((p) => {
    const cost = costEach + least(timed.arcCost.get(a), p, (values) => values.reduce((sum, value) => sum + value, 0));
    const column = b.column(`carry ${a} in ${p}`, cost, 0, capacityPerDay === undefined ? Infinity : total(undefined, capacityPerDay, p));
    costly(column, cost);
    return column;
  }));
  const asked = chain.demands.map(({ perDay }, d) => all.map((p) => total(timed.demand.get(d), perDay, p)));
  const lost = chain.demands.map(({ id, margin }, d) => all.map((p) => {
    // Who waited may be lost later than asked.
    const column = b.column(`lose ${id} in ${p}`, margin, 0, timed.backlogDays > 0 ? Infinity : asked[d]![p]!);
    costly(column, margin);
    return column;
  }));

  /** Days of the period on which something comes that was begun before the first: in that to which the time is rounded down, only where what is begun first comes later. */
  const underWay = (p: number, leadDays: number, first: number): number => {
    const { from, length } = periodOf(timed, p);
    return p < Math.floor(leadDays / stepDays) ? length : p < first ? Math.max(0, Math.min(length, leadDays - from)) : 0;
  };
  const pipeline = pipelineOf(b, timed);
  const out = chain.plants.map(({ id, stock }) => all.map((p) => b.row(`out ${id} in ${p}`, p === 0 ? -stock : 0, Infinity)));
  chain.plants.forEach(({ id, perishable, leadDays = 0 }, i) => {
    const [rows, before] = [out[i]!, pipeline.get(i)];
    for (const p of all) {
      const done = p + late(timed.plantDelay.get(i), p, leadDays);
      if (done < periods) b.put(rows[done]!, made[i]![p]!, 1);
      const days = before === undefined ? 0 : underWay(p, leadDays, late(timed.plantDelay.get(i), 0, leadDays));
      if (days > 0) b.put(rows[p]!, before!, days);
    }
    // Gone from the next period on: never sooner than it is.
    const left = (p: number): number => (timed.drawn ?? []).reduce((rest, { plant, day, share }) => (plant === i && Math.ceil(day / stepDays) === p ? rest * (1 - share) : rest), 1);
    if (!perishable) keepOn(b, rows, id, left);
  });
  chain.arcs.forEach(({ from }, a) => { for (const p of all) b.put(out[from]![p]!, carried[a]![p]!, -1); });
  for (const { plant, day, amount } of timed.stock) {
    const p = Math.max(0, Math.floor(day / stepDays));
    if (p >= periods) continue;
    const { id } = chain.plants[plant]!;
    b.put(out[plant]![p]!, b.column(`stock ${id} on ${day}`, 0, amount, amount), 1);
    if (p + 1 < periods && (timed.drawn ?? []).some((draw) => draw.plant === plant && draw.day <= day && Math.ceil(draw.day / stepDays) === p + 1)) {
      const spared = b.column(`spared ${id} on ${day}`, 0, 0, amount); // it came after what was there was gone
      b.put(out[plant]![p]!, spared, -1);
      b.put(out[plant]![p + 1]!, spared, 1);
    }
  }

  const arriving = new Map<string, { column: number; period: number; each: number }[]>();
  chain.arcs.forEach(({ to, each = 1 }, a) => {
    const key = 'need' in to ? `n${to.need}` : `d${to.demand}`;
    const list = arriving.get(key) ?? [];
    arriving.set(key, list);
    for (const p of all) {
      const period = p + late(timed.arcDelay.get(a), p);
      if (period < periods) list.push({ column: carried[a]![p]!, period, each });
    }
  });
  const delayed = new Set([...timed.arcDelay.keys()].map((a) => { const { to } = chain.arcs[a]!; return 'need' in to ? `n${to.need}` : `d${to.demand}`; }));
  const need = chain.needs.map(({ plant, product, quantity }, n) => {
    const rows = all.map((p) => b.row(`need ${chain.plants[plant]!.id} of ${product} in ${p}`, 0, Infinity));
    for (const p of all) b.put(rows[p]!, made[plant]![p]!, -quantity);
    for (const { column, period, each } of arriving.get(`n${n}`) ?? []) b.put(rows[period]!, column, each);
    if (delayed.has(`n${n}`)) keepOn(b, rows, `input ${n}`);
    return rows;
  });
  const demand = chain.demands.map(({ id, perDay }, d) => {
    const rows = all.map((p) => b.row(`demand ${id} in ${p}`, asked[d]![p]!, Infinity));
    for (const p of all) b.put(rows[p]!, lost[d]![p]!, 1);
    for (const { column, period, each } of arriving.get(`d${d}`) ?? []) b.put(rows[period]!, column, each);
    if (timed.backlogDays > 0)
      for (const p of all.slice(0, -1)) {
        // As many as asked in the last days, be they more than is usual.
        const { from, length } = periodOf(timed, p);
        const waiting = b.column(`wait ${id} after ${p}`, 0, 0, perDay * sumOver(timed.demand.get(d) ?? [{ day: 0, value: 1 }], Math.max(0, from + length - timed.backlogDays), from + length));
        b.put(rows[p]!, waiting, 1);
        b.put(rows[p + 1]!, waiting, -1);
      }
    if (delayed.has(`d${d}`)) keepOn(b, rows, `delivered ${id}`);
    return rows;
  });
  const cap = new Map<number, string>();
  for (const { id, plants, arcs, perDay } of [...chain.caps.map((cap) => ({ ...cap, perDay: [{ day: 0, value: cap.perDay }] })), ...timed.caps])
    for (const p of all) {
      const { from, length } = periodOf(timed, p);
      const most = sumOver(perDay, from, from + length);
      if (!Number.isFinite(most)) continue;
      const row = b.row(`cap ${id} in ${p}`, -Infinity, most);
      cap.set(row, id);
      for (const plant of plants) b.put(row, made[plant]![p]!, 1);
      for (const arc of arcs) b.put(row, carried[arc]![p]!, 1);
    }
  return { program: b.build(), layout: { periods, asked, lost, made, carried, out, need, demand, cap, loss } };
}

/** What is left over is kept for the next period, or a share of it. */
function keepOn(b: ProgramBuilder, rows: readonly number[], name: string, left: (period: number) => number = () => 1): void {
  for (let p = 0; p + 1 < rows.length; p++) {
    const kept = b.column(`keep ${name} after ${p}`, 0);
    b.put(rows[p]!, kept, -1);
    b.put(rows[p + 1]!, kept, left(p + 1));
  }
}

/** Daily output before the first day, of plants that take time: columns of a steady state without stock. */
function pipelineOf(b: ProgramBuilder, { chain }: Timed): Map<number, number> {
  const made = new Map<number, number>();
  if (!chain.plants.some(({ leadDays = 0 }) => leadDays > 0)) return made;
  const out = chain.plants.map(({ id, capacityPerDay }, i) => {
    const column = b.column(`before ${id}`, 0, 0, capacityPerDay);
    const row = b.row(`before ${id}`, 0, 0);
    b.put(row, column, 1);
    made.set(i, column);
    return row;
  });
  const need = chain.needs.map(({ plant, quantity }) => {
    const row = b.row('before', 0, 0);
    b.put(row, made.get(plant)!, -quantity);
    return row;
  });
  const demand = chain.demands.map(({ perDay }) => b.row('before', -Infinity, perDay));
  chain.arcs.forEach(({ from, to, each = 1, capacityPerDay = Infinity }) => {
    const column = b.column('before', 0, 0, capacityPerDay);
    b.put(out[from]!, column, -1);
    b.put('need' in to ? need[to.need]! : demand[to.demand]!, column, each);
  });
  return made;
}

/** The sum of daily values over [from, until): a value times its days. */
export function sumOver(profile: Profile, from: number, until: number): number {
  let sum = 0;
  for (let i = 0; i < profile.length; i++) {
    const start = Math.max(from, i === 0 ? -Infinity : profile[i]!.day);
    const end = Math.min(until, profile[i + 1]?.day ?? Infinity);
    if (end > start) sum += profile[i]!.value * (end - start);
  }
  return sum;
}
