/**
 * Who is caught by an ownership test, surely and possibly (docs/semantics.md 6.3): least fixed points over the ownership
 * graph. What nobody recorded is in whatever hands serve worst. A ring without a caught entrant and without a gap is free.
 * O(parties + stakes) a test: a stake is looked at once when its owner starts to count.
 */
import { controlBit, rows, WHOLE, type OwnershipGraph, type Side } from './graph.ts';
import { CLOSES, MEASURES, type OwnershipTest, type Rule } from './tests.ts';

/** Of the base set: 0 surely not in it, 1 open, 2 surely in it. */
export type Base = Uint8Array;
export interface Settled {
  /** Whose holdings surely count, in an order in which each rests on earlier ones. */
  readonly passing: readonly number[];
  readonly caught: Uint8Array;
  /** Whose holdings could count, and the same in an order in which each rests on earlier ones. */
  readonly passable: Uint8Array;
  readonly mayPass: readonly number[];
  /** Everyone else is free. */
  readonly possible: Uint8Array;
}

export function settle(graph: OwnershipGraph, base: Base, test: OwnershipTest, owned: Rows = ownedRows(graph)): Settled {
  const sure = new Hands(graph, graph.surely, base, test, owned, true);
  const open = new Hands(graph, graph.possibly, base, test, owned, false);
  return { passing: sure.order, caught: sure.caught(), passable: open.counts, mayPass: open.order, possible: open.caught() };
}

export interface Rows { readonly offsets: Uint32Array; readonly order: Uint32Array; readonly assetOf: Uint32Array }
/** The stakes by owner; worth keeping when a graph is asked more than once. */
export function ownedRows(graph: OwnershipGraph): Rows {
  const assetOf = new Uint32Array(graph.owners.length);
  for (let a = 0; a < graph.parties; a++) assetOf.fill(a, graph.offsets[a], graph.offsets[a + 1]);
  return { ...rows(graph.parties, graph.owners), assetOf };
}

/** The hands that count, in one direction, and what they hold of everybody. */
class Hands {
  readonly order: number[] = [];
  readonly counts: Uint8Array;
  readonly #graph: OwnershipGraph;
  readonly #side: Side;
  readonly #base: Base;
  readonly #sure: boolean;
  readonly #catches: readonly Compiled[];
  readonly #passes: readonly Compiled[];
  readonly #sums: (Sums | undefined)[];
  readonly #controls: readonly Compiled[];
  /** By rule of control: does a counting hand have it? */
  readonly #controlled: readonly Uint8Array[];

  constructor(graph: OwnershipGraph, side: Side, base: Base, test: OwnershipTest, owned: Rows, sure: boolean) {
    this.#graph = graph;
    this.#side = side;
    this.#base = base;
    this.#sure = sure;
    this.counts = new Uint8Array(graph.parties);
    const inForce = (rules: readonly Rule[]): Compiled[] => rules.filter((rule) => !sure || !rule.unverified).map(compiled);
    this.#catches = inForce(test.catches);
    this.#passes = test.passes === undefined ? this.#catches : inForce(test.passes);
    const asked = new Set([...this.#catches, ...this.#passes].map(({ measure }) => measure));
    this.#sums = MEASURES.map((_, m) => (asked.has(m) ? this.#totals(m) : undefined));
    this.#controls = [...new Set([...this.#catches, ...this.#passes])].filter(({ measure }) => measure === CONTROL);
    this.#controlled = this.#controls.map(() => new Uint8Array(graph.parties));
    this.#spread(owned);
  }

  /** Everyone who meets the test, given whose holdings count. */
  caught(): Uint8Array {
    const { contested, parties } = this.#graph;
    const all = new Uint8Array(parties);
    for (let a = 0; a < parties; a++) if (this.#inBase(a) || (contested[a] === 1 ? !this.#sure : this.#meets(a, this.#catches))) all[a] = 1;
    return all;
  }

  #inBase(a: number): boolean {
    return this.#base[a]! >= (this.#sure ? 2 : 1);
  }

  #totals(m: number): Sums {
    const { parties, offsets } = this.#graph;
    const [lo, hi] = [this.#side.lo[m], this.#side.hi[m]];
    const sums: Sums = { lo: new Float64Array(parties), hi: new Float64Array(parties), inLo: new Float64Array(parties), inHi: new Float64Array(parties), most: new Float64Array(parties) };
    for (let a = 0; a < parties; a++) {
      let least = 0;
      let most = 0;
      for (let s = offsets[a]!; s < offsets[a + 1]!; s++) {
        least += lo?.[s] ?? 0;
        most += hi?.[s] ?? WHOLE;
      }
      sums.lo[a] = least;
      sums.hi[a] = most;
    }
    return sums;
  }

  #spread(owned: Rows): void {
    const { parties, contested } = this.#graph;
    const { counts, order } = this;
    const joins = (a: number): void => {
      if (counts[a] === 1) return;
      if (!this.#inBase(a) && (contested[a] === 1 ? this.#sure : !this.#meets(a, this.#passes))) return;
      counts[a] = 1;
      order.push(a);
    };
    for (let a = 0; a < parties; a++) if (this.#inBase(a)) joins(a);
    for (let a = 0; a < parties; a++) joins(a);
    for (let next = 0; next < order.length; next++) {
      const owner = order[next]!;
      for (let i = owned.offsets[owner]!; i < owned.offsets[owner + 1]!; i++) {
        const s = owned.order[i]!;
        const asset = owned.assetOf[s]!;
        this.#add(asset, s);
        joins(asset);
      }
    }
  }

  /** Stake `s` in the asset is in counting hands. */
  #add(asset: number, s: number): void {
    const { full } = this.#side;
    for (let m = 0; m < this.#sums.length; m++) {
      const sums = this.#sums[m];
      if (sums === undefined) continue;
      const lo = this.#side.lo[m]?.[s] ?? 0;
      const hi = this.#side.hi[m]?.[s] ?? WHOLE;
      sums.inLo[asset]! += lo;
      sums.inHi[asset]! += hi;
      const alone = this.#sure ? Math.max(lo, CLOSED[m] && full[asset] === 1 ? WHOLE - (sums.hi[asset]! - hi) : 0) : Math.min(hi, WHOLE - (sums.lo[asset]! - lo));
      if (alone > sums.most[asset]!) sums.most[asset] = alone;
    }
    const claimed = this.#side.control[s]!;
    this.#controls.forEach(({ rights }, i) => {
      if (this.#sure ? claimed !== 0 && (claimed & ~rights) === 0 : claimed === 0 || (claimed & rights) !== 0) this.#controlled[i]![asset] = 1;
    });
  }

  #meets(a: number, rules: readonly Compiled[]): boolean {
    const { full, dispersed, ownerless } = this.#side;
    if (ownerless[a] === 1) return false;
    const closed = full[a] === 1;
    for (const rule of rules) {
      const { measure, leastPpm, alone } = rule;
      if (measure === CONTROL) {
        if (this.#controlled[this.#controls.indexOf(rule)]![a] === 1 || (!this.#sure && !closed)) return true;
        continue;
      }
      const sums = this.#sums[measure]!;
      const closes = CLOSED[measure]!;
      const all = closed && closes;
      // More than everything is surely held, or less than everything can be: nothing is known.
      if (sums.lo[a]! > WHOLE || (all && sums.hi[a]! < WHOLE)) {
        if (!this.#sure) return true;
        continue;
      }
      const rest = closed || (closes && dispersed[a] === 1) ? 0 : WHOLE - sums.lo[a]!; // in hands that nobody recorded
      const held = this.#sure
        ? alone ? sums.most[a]! : Math.max(sums.inLo[a]!, all ? WHOLE - (sums.hi[a]! - sums.inHi[a]!) : 0)
        : alone ? Math.max(sums.most[a]!, rest) : Math.min(WHOLE - (sums.lo[a]! - sums.inLo[a]!), rest > 0 ? WHOLE : sums.inHi[a]!);
      if (held >= leastPpm) return true;
    }
    return false;
  }
}

interface Sums { readonly lo: Float64Array; readonly hi: Float64Array; readonly inLo: Float64Array; readonly inHi: Float64Array; /** In one hand. */ readonly most: Float64Array }
interface Compiled { readonly measure: number; readonly leastPpm: number; readonly alone: boolean; readonly rights: number }

const CLOSED = MEASURES.map((measure) => CLOSES[measure]);
/** Beside the measures by number. */
const CONTROL = -1;

function compiled(rule: Rule): Compiled {
  if ('control' in rule) return { measure: CONTROL, leastPpm: 0, alone: false, rights: rule.control.reduce((mask, control) => mask | controlBit(control), 0) };
  return { measure: MEASURES.indexOf(rule.measure), leastPpm: rule.leastPpm, alone: rule.alone === true, rights: 0 };
}
