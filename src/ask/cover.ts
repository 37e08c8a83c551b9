/**
 * The cheapest set that meets every group: minimum-cost hitting set, exact, by branch and bound. Rows that contain another
 * row and candidates that another one covers at no more cost are dropped first; the bound is the cost of groups that share
 * no candidate. Within a component of the problem it branches on the smallest group.
 */
import { push } from '../base/multimap.ts';

export interface Cover { readonly chosen: readonly number[]; /** False where the search was given up: the set then meets every group but may not be the cheapest. */ readonly proven: boolean }

/** Steps of the search after which the best so far is given. */
const BUDGET = 200_000;

/** `costs`: of each candidate, positive integers; `groups`: of candidates, none empty. Ascending. */
export function minimumCover(costs: readonly number[], groups: readonly (readonly number[])[], budget: number = BUDGET): Cover {
  const chosen: number[] = [];
  let proven = true;
  for (const part of components(groups.map((group) => new Set(group)))) {
    const search = new Search(costs, budget);
    search.run(part, [], 0);
    chosen.push(...search.best);
    proven &&= search.proven;
  }
  return { chosen: chosen.sort((a, b) => a - b), proven };
}

/** Always the candidate that meets most open groups for its cost; what the exact one is compared with. */
export function greedyCover(costs: readonly number[], groups: readonly (readonly number[])[]): number[] {
  let open = groups.map((group) => new Set(group));
  const chosen: number[] = [];
  while (open.length > 0) {
    const counts = new Map<number, number>();
    for (const group of open) for (const one of group) counts.set(one, (counts.get(one) ?? 0) + 1);
    const [next] = [...counts].reduce((best, one) => (one[1] * costs[best[0]]! > best[1] * costs[one[0]]! || (one[1] * costs[best[0]]! === best[1] * costs[one[0]]! && one[0] < best[0]) ? one : best));
    chosen.push(next);
    open = open.filter((group) => !group.has(next));
  }
  return chosen.sort((a, b) => a - b);
}

type Group = ReadonlySet<number>;

class Search {
  readonly #costs: readonly number[];
  #left: number;
  best: readonly number[] = [];
  #cost = Number.POSITIVE_INFINITY;
  proven = true;

  constructor(costs: readonly number[], budget: number) {
    this.#costs = costs;
    this.#left = budget;
  }

  run(groups: readonly Group[], taken: readonly number[], cost: number): void {
    if (this.#cost === Number.POSITIVE_INFINITY) {
      this.best = greedyCover(this.#costs, groups.map((group) => [...group]));
      this.#cost = this.#sum(this.best);
    }
    if (--this.#left < 0) {
      this.proven = false;
      return;
    }
    const [open, forced] = this.#reduce(groups);
    const now = cost + this.#sum(forced);
    if (now + this.#bound(open) >= this.#cost) return;
    const all = [...taken, ...forced];
    if (open.length === 0) {
      this.best = all;
      this.#cost = now;
      return;
    }
    const smallest = open.reduce((a, b) => (b.size < a.size ? b : a));
    const meets = (one: number): number => open.filter((group) => group.has(one)).length;
    const order = [...smallest].sort((a, b) => meets(b) - meets(a) || this.#costs[a]! - this.#costs[b]! || a - b);
    const barred = new Set<number>(); // what an earlier branch took
    for (const one of order) {
      const rest = open.filter((group) => !group.has(one)).map((group) => without(group, barred));
      if (rest.every((group) => group.size > 0)) this.run(rest, [...all, one], now + this.#costs[one]!);
      barred.add(one);
    }
  }

  #sum(chosen: readonly number[]): number {
    return chosen.reduce((sum, one) => sum + this.#costs[one]!, 0);
  }

  /** Groups of one are forced; a group that holds another is met with it; a candidate that another covers is not needed. */
  #reduce(groups: readonly Group[]): [open: readonly Group[], forced: number[]] {
    const forced: number[] = [];
    let open = groups;
    for (let before = -1; before !== size(open); ) {
      before = size(open);
      for (let single = open.find((group) => group.size === 1); single !== undefined; single = open.find((group) => group.size === 1)) {
        const one = [...single][0]!;
        forced.push(one);
        open = open.filter((group) => !group.has(one));
      }
      const sorted = [...open].sort((a, b) => a.size - b.size);
      const within = rowsOf(sorted);
      const met = new Set<number>();
      sorted.forEach((group, i) => {
        if (met.has(i)) return;
        for (const j of within.get(rarest(group, within))!) if (j > i && holds(sorted[j]!, group)) met.add(j);
      });
      open = sorted.filter((_, i) => !met.has(i));
      const rows = rowsOf(open);
      const useless = new Set<number>();
      for (const [a, own] of rows) {
        // Whoever covers it stands in every row of it, so in its smallest.
        const smallest = [...own].reduce((least, row) => (open[row]!.size < open[least]!.size ? row : least));
        for (const b of open[smallest]!) {
          const other = rows.get(b)!;
          if (a !== b && !useless.has(b) && this.#costs[b]! <= this.#costs[a]! && own.size <= other.size && (own.size < other.size || this.#costs[b]! < this.#costs[a]! || b < a) && holds(other, own)) {
            useless.add(a);
            break;
          }
        }
      }
      if (useless.size > 0) open = open.map((group) => without(group, useless));
    }
    return [open, forced];
  }

  #bound(groups: readonly Group[]): number {
    const used = new Set<number>();
    let bound = 0;
    for (const group of [...groups].sort((a, b) => a.size - b.size)) {
      if ([...group].some((one) => used.has(one))) continue;
      bound += Math.min(...[...group].map((one) => this.#costs[one]!));
      for (const one of group) used.add(one);
    }
    return bound;
  }
}

function rowsOf(groups: readonly Group[]): Map<number, Set<number>> {
  const rows = new Map<number, Set<number>>();
  groups.forEach((group, i) => {
    for (const one of group) {
      const known = rows.get(one);
      if (known) known.add(i);
      else rows.set(one, new Set([i]));
    }
  });
  return rows;
}

/** Of a group that is not empty: whatever holds all of it is among the rows of this one. */
function rarest(group: Group, rows: ReadonlyMap<number, ReadonlySet<number>>): number {
  return [...group].reduce((least, one) => (rows.get(one)!.size < rows.get(least)!.size ? one : least));
}

function holds(all: ReadonlySet<number>, some: ReadonlySet<number>): boolean {
  for (const one of some) if (!all.has(one)) return false;
  return true;
}

function size(groups: readonly Group[]): number {
  return groups.reduce((sum, group) => sum + group.size, 0);
}

function without(group: Group, barred: ReadonlySet<number>): Group {
  return barred.size === 0 ? group : new Set([...group].filter((one) => !barred.has(one)));
}

/** Groups that share candidates, directly or through others, are one component. */
function components(groups: readonly Group[]): Group[][] {
  const first = new Map<number, number>();
  const parent = groups.map((_, i) => i);
  const find = (at: number): number => {
    let top = at;
    while (parent[top] !== top) top = parent[top] = parent[parent[top]!]!;
    return top;
  };
  groups.forEach((group, i) => {
    for (const one of group) {
      const other = first.get(one);
      if (other === undefined) first.set(one, i);
      else parent[find(i)] = find(other);
    }
  });
  const found = new Map<number, Group[]>();
  for (const [i, group] of groups.entries()) push(found, find(i), group);
  return [...found.values()];
}
