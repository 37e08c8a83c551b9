/**
 * Time to survive without a solver, where every need and every demand has one arc that can serve it, and no plant feeds itself over
 * others: most bills of materials are such chains. There is then one least plan for every t: what a plant makes is
 *
 *   u(t) = max(0, what its customers' least plans take - stock)
 *
 * which is convex, piecewise linear and zero at t = 0, as are the loads of arcs and caps. The survival is the greatest t at which every
 * load is within its capacity a day times t. Newton's method from above finds it in as many sweeps as pieces are met: each sweep
 * reads off the line of every load at t (which is below the load everywhere), and the first line that meets its capacity is the next t.
 *
 * That last line is the proof: its coefficients are multipliers of the linear program of survival (program.ts), which `examine` takes
 * and weighs against the plan, as it does with a solver's. O(plants + arcs) a sweep.
 */
import type { Chain } from './chain.ts';
import type { Layout } from './program.ts';

/** What counts as within a capacity, relative to it. */
const WITHIN = 1e-9;
const MOST_SWEEPS = 200;

export interface SolePlan {
  readonly days: number;
  /** By column and by row of the survival program. */
  readonly primal: Float64Array;
  readonly dual: Float64Array;
}

export class SoleSource {
  readonly #chain: Chain;
  /** Customers before suppliers. */
  readonly #order: Int32Array;
  readonly #arcsFrom: readonly (readonly number[])[];
  /** By arc: units that it carries for one that its customer makes, or that a demand asks a day; and that customer, or -1 - the demand. */
  readonly #rate: Float64Array;
  readonly #customer: Int32Array;
  /** Capacity a day of plants, arcs and caps, in this order: what is closed stands at 0 while it is asked. */
  readonly #capacity: Float64Array;
  /** Amounts at t and their slopes, of plants and arcs; and of what is limited. */
  readonly #amount: Float64Array;
  readonly #slope: Float64Array;
  /** 1 where a plant makes something: its line is not that of zero. */
  readonly #active: Uint8Array;

  /** `undefined` where something has two sources, or none, or feeds itself. */
  static of(chain: Chain): SoleSource | undefined {
    const needs = new Uint8Array(chain.needs.length);
    const demands = new Uint8Array(chain.demands.length);
    for (const { to, each = 1 } of chain.arcs) {
      if (!(each > 0)) return undefined;
      if (('need' in to ? ++needs[to.need]! : ++demands[to.demand]!) > 1) return undefined;
    }
    if (needs.includes(0) || demands.includes(0)) return undefined;
    const order = customersFirst(chain);
    return order && new SoleSource(chain, order);
  }

  private constructor(chain: Chain, order: Int32Array) {
    const { plants, needs, arcs, demands, caps } = chain;
    this.#chain = chain;
    this.#order = order;
    const from: number[][] = plants.map(() => []);
    arcs.forEach((arc, a) => void from[arc.from]!.push(a));
    this.#arcsFrom = from;
    this.#rate = Float64Array.from(arcs, ({ to, each = 1 }) => ('need' in to ? needs[to.need]!.quantity : demands[to.demand]!.perDay) / each);
    this.#customer = Int32Array.from(arcs, ({ to }) => ('need' in to ? needs[to.need]!.plant : -1 - to.demand));
    this.#capacity = Float64Array.from([...plants.map(({ capacityPerDay }) => capacityPerDay), ...arcs.map(({ capacityPerDay = Infinity }) => capacityPerDay), ...caps.map(({ perDay }) => perDay)]);
    this.#amount = new Float64Array(this.#capacity.length);
    this.#slope = new Float64Array(this.#capacity.length);
    this.#active = new Uint8Array(plants.length);
  }

  /** Infinity where the capacities carry the demand for ever: the steady plan without stock is within them. `undefined`: not settled. */
  closed(plants: readonly number[], arcs: readonly number[], layout: Layout, size: { readonly columns: number; readonly rows: number }): SolePlan | number | undefined {
    const capacity = this.#capacity;
    const shut = [...plants, ...arcs.map((arc) => this.#chain.plants.length + arc)];
    const before = shut.map((at) => capacity[at]!);
    for (const at of shut) capacity[at] = 0;
    try {
      let t = Infinity;
      let binding = -1;
      for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
        this.#sweep(t);
        let next = t;
        let first = -1;
        for (let k = 0; k < capacity.length; k++) {
          const steep = this.#slope[k]! - capacity[k]!;
          if (capacity[k] === Infinity || steep <= WITHIN * capacity[k]!) continue;
          // From above: where this line meets its capacity.
          const meets = t === Infinity ? -this.#amount[k]! / steep : t - (this.#amount[k]! - capacity[k]! * t) / steep;
          if (meets < next * (1 - 1e-13)) [next, first] = [meets, k];
        }
        if (first < 0) return t === Infinity ? Infinity : this.#plan(t, binding, shut.includes(binding), layout, size);
        [t, binding] = [Math.max(0, next), first];
        this.#remember();
      }
      return undefined;
    } finally {
      shut.forEach((at, i) => { capacity[at] = before[i]!; });
    }
  }

  /** Loads at t, and their slopes. At Infinity the lines of late days: their value at 0 and their slope. */
  #sweep(t: number): void {
    const { plants, caps } = this.#chain;
    const count = plants.length;
    for (const j of this.#order) {
      let amount = -plants[j]!.stock;
      let slope = 0;
      for (const a of this.#arcsFrom[j]!) {
        const customer = this.#customer[a]!;
        const rate = this.#rate[a]!;
        const carried = customer >= 0 ? rate * this.#amount[customer]! : t === Infinity ? 0 : rate * t;
        const steep = customer >= 0 ? rate * this.#slope[customer]! : rate;
        this.#amount[count + a] = carried;
        this.#slope[count + a] = steep;
        amount += carried;
        slope += steep;
      }
      const active = t === Infinity ? slope > 0 : amount > 0;
      this.#active[j] = active ? 1 : 0;
      this.#amount[j] = active ? amount : 0;
      this.#slope[j] = active ? slope : 0;
    }
    caps.forEach((cap, c) => {
      let [amount, slope] = [0, 0];
      for (const k of [...cap.plants, ...cap.arcs.map((arc) => count + arc)]) {
        amount += this.#amount[k]!;
        slope += this.#slope[k]!;
      }
      this.#amount[count + this.#chain.arcs.length + c] = amount;
      this.#slope[count + this.#chain.arcs.length + c] = slope;
    });
  }

  /** Which lines gave the t that comes next. */
  #lines: Uint8Array = new Uint8Array();
  #remember(): void {
    this.#lines = this.#active.slice();
  }

  /** The least plan at t, and the line that met its capacity there, as multipliers: suppliers before customers. */
  #plan(t: number, binding: number, shut: boolean, layout: Layout, { columns, rows }: { readonly columns: number; readonly rows: number }): SolePlan {
    const { plants, needs, arcs, demands, caps } = this.#chain;
    const primal = new Float64Array(columns);
    primal[layout.time] = t;
    for (let j = 0; j < plants.length; j++) primal[layout.made[j]!] = this.#amount[j]!;
    for (let a = 0; a < arcs.length; a++) primal[layout.carried[a]!] = this.#amount[plants.length + a]!;

    const dual = new Float64Array(rows);
    const weight = new Float64Array(plants.length + arcs.length);
    if (binding < weight.length) weight[binding] = 1;
    else {
      const cap = caps[binding - weight.length]!;
      for (const k of [...cap.plants, ...cap.arcs.map((arc) => plants.length + arc)]) weight[k]! += 1;
    }
    let steep = -this.#capacity[binding]!;
    for (let at = this.#order.length - 1; at >= 0; at--) {
      const j = this.#order[at]!;
      const own = this.#lines[j] === 1 ? weight[j]! : 0;
      if (own > 0) dual[layout.out[j]!] = -own;
      for (const a of this.#arcsFrom[j]!) {
        const whole = own + weight[plants.length + a]!;
        if (whole === 0) continue;
        const { to, each = 1 } = arcs[a]!;
        if ('need' in to) {
          dual[layout.need[to.need]!] = whole / each;
          weight[needs[to.need]!.plant]! += whole * this.#rate[a]!;
        } else {
          dual[layout.demand[to.demand]!] = whole / each;
          steep += (whole / each) * demands[to.demand]!.perDay;
        }
      }
    }
    const row = binding < plants.length ? layout.limit[binding]! : binding < weight.length ? layout.arcLimit[binding - plants.length]! : layout.cap[binding - weight.length]!;
    // What is closed is so by the bound of its column, whose price is its reduced cost.
    if (row >= 0 && !shut) dual[row] = -1;
    for (let i = 0; i < rows; i++) dual[i]! /= steep;
    return { days: t, primal, dual };
  }
}

/** Kahn's order; `undefined` where there is a circle. */
function customersFirst({ plants, needs, arcs }: Chain): Int32Array | undefined {
  const waiting = new Int32Array(plants.length);
  const suppliers: number[][] = plants.map(() => []);
  for (const { from, to } of arcs)
    if ('need' in to) {
      waiting[from]!++;
      suppliers[needs[to.need]!.plant]!.push(from);
    }
  const order = new Int32Array(plants.length);
  let tail = 0;
  for (let j = 0; j < plants.length; j++) if (waiting[j] === 0) order[tail++] = j;
  for (let head = 0; head < tail; head++) for (const from of suppliers[order[head]!]!) if (--waiting[from]! === 0) order[tail++] = from;
  return tail === plants.length ? order : undefined;
}
