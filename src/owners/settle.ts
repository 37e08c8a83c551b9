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

export function settle(graph: OwnershipGraph, base: Base, test: OwnershipTest, owned: Owned = new Owned(graph)): Settled {
  const sure = new Hands(graph, graph.surely, base, test, owned, true);
  const open = new Hands(graph, graph.possibly, base, test, owned, false);
  return { passing: sure.order, caught: sure.caught(), passable: open.counts, mayPass: open.order, possible: open.caught() };
}

/**
 * What every test asks of a graph, made once: the stakes in the order of their owners, so that a test reads them one after the
 * other, and all that is held of each asset. Worth keeping where several tests are asked.
 */
export class Owned {
  /** The stakes of owner `o` are `offsets[o] .. offsets[o + 1]`. */
  readonly offsets: Uint32Array;
  /** Of each, what is held. */
  readonly assets: Uint32Array;
  readonly #graph: OwnershipGraph;
  readonly #order: Uint32Array;
  readonly #columns = new Map<Side, { readonly measures: (Column | undefined)[]; readonly control: Uint8Array }>();

  constructor(graph: OwnershipGraph) {
    this.#graph = graph;
    const assetOf = new Uint32Array(graph.owners.length);
    for (let a = 0; a < graph.parties; a++) assetOf.fill(a, graph.offsets[a], graph.offsets[a + 1]);
    const { offsets, order } = rows(graph.parties, graph.owners);
    this.offsets = offsets;
    this.#order = order;
    this.assets = new Uint32Array(order.length);
    for (let i = 0; i < order.length; i++) this.assets[i] = assetOf[order[i]!]!;
  }

  control(side: Side): Uint8Array {
    return this.#of(side).control;
  }

  column(side: Side, m: number): Column {
    const { measures } = this.#of(side);
    return (measures[m] ??= this.#column(side.lo[m], side.hi[m]));
  }

  #of(side: Side): { readonly measures: (Column | undefined)[]; readonly control: Uint8Array } {
    let known = this.#columns.get(side);
    if (known === undefined) {
      const control = new Uint8Array(this.#order.length);
      for (let i = 0; i < control.length; i++) control[i] = side.control[this.#order[i]!]!;
      this.#columns.set(side, (known = { measures: [], control }));
    }
    return known;
  }

  #column(lo: Int32Array | undefined, hi: Int32Array | undefined): Column {
    const { parties, offsets } = this.#graph;
    const blank = new Float64Array(parties * CELL);
    for (let a = 0; a < parties; a++) {
      const end = offsets[a + 1]!;
      let least = 0;
      let most = 0;
      for (let s = offsets[a]!; s < end; s++) {
        if (lo !== undefined) least += lo[s]!;
        most += hi === undefined ? WHOLE : hi[s]!;
      }
      blank[a * CELL + ALL_LO] = least;
      blank[a * CELL + ALL_HI] = most;
    }
    const order = this.#order;
    const column: Column = { lo: new Int32Array(order.length), hi: new Int32Array(order.length).fill(WHOLE), blank };
    for (let i = 0; i < order.length; i++) {
      const s = order[i]!;
      if (lo !== undefined) column.lo[i] = lo[s]!;
      if (hi !== undefined) column.hi[i] = hi[s]!;
    }
    return column;
  }
}
/** One measure, the stakes in the order of their owners; `blank`: a cell of sums for each asset, nothing in counting hands yet. */
interface Column { readonly lo: Int32Array; readonly hi: Int32Array; readonly blank: Float64Array }
/** A cell: what is held of an asset in all, and by counting hands (`MOST`: in one hand). Together, as they are read together. */
const [ALL_LO, ALL_HI, IN_LO, IN_HI, MOST, CELL] = [0, 1, 2, 3, 4, 5] as const;

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
  /** By measure. */
  readonly #sums: readonly (Sums | undefined)[];
  readonly #asked: readonly Sums[];
  readonly #claimed: Uint8Array;
  readonly #controls: readonly Compiled[];
  /** By rule of control: does a counting hand have it? */
  readonly #controlled: readonly Uint8Array[];

  constructor(graph: OwnershipGraph, side: Side, base: Base, test: OwnershipTest, owned: Owned, sure: boolean) {
    this.#graph = graph;
    this.#side = side;
    this.#base = base;
    this.#sure = sure;
    this.counts = new Uint8Array(graph.parties);
    const inForce = (rules: readonly Rule[]): Compiled[] => rules.filter((rule) => !sure || !rule.unverified).map(compiled);
    this.#catches = inForce(test.catches);
    this.#passes = test.passes === undefined ? this.#catches : inForce(test.passes);
    const asked = new Set([...this.#catches, ...this.#passes].map(({ measure }) => measure));
    this.#sums = MEASURES.map((_, m) => {
      if (!asked.has(m)) return undefined;
      const { lo, hi, blank } = owned.column(side, m);
      return { lo, hi, cells: blank.slice(), closes: CLOSED[m]!, alone: this.#catches.some((rule) => rule.measure === m && rule.alone) };
    });
    this.#asked = this.#sums.flatMap((sums) => sums ?? []);
    this.#claimed = owned.control(side);
    this.#controls = [...new Set([...this.#catches, ...this.#passes])].filter(({ measure }) => measure === CONTROL);
    this.#controlled = this.#controls.map(() => new Uint8Array(graph.parties));
    this.#spread(owned);
  }

  /** Everyone who meets the test, given whose holdings count. */
  caught(): Uint8Array {
    if (this.#catches === this.#passes) return this.counts;
    const { contested, parties } = this.#graph;
    const all = new Uint8Array(parties);
    for (let a = 0; a < parties; a++) if (this.#inBase(a) || (contested[a] === 1 ? !this.#sure : this.#meets(a, this.#catches))) all[a] = 1;
    return all;
  }

  #inBase(a: number): boolean {
    return this.#base[a]! >= (this.#sure ? 2 : 1);
  }

  #spread(owned: Owned): void {
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
    const { offsets, assets } = owned;
    const settled = this.#catches === this.#passes; // who counts needs no sums any more
    for (let next = 0; next < order.length; next++) {
      const owner = order[next]!;
      const end = offsets[owner + 1]!;
      for (let i = offsets[owner]!; i < end; i++) {
        const asset = assets[i]!;
        if (settled && counts[asset] === 1) continue;
        this.#add(asset, i);
        joins(asset);
      }
    }
  }

  /** Stake `i`, in the order of owners, is in counting hands. */
  #add(asset: number, i: number): void {
    const at = asset * CELL;
    for (const { lo, hi, cells, closes, alone } of this.#asked) {
      const least = lo[i]!;
      const greatest = hi[i]!;
      cells[at + IN_LO]! += least;
      cells[at + IN_HI]! += greatest;
      if (!alone) continue;
      const hand = this.#sure ? Math.max(least, closes && this.#side.full[asset] === 1 ? WHOLE - (cells[at + ALL_HI]! - greatest) : 0) : Math.min(greatest, WHOLE - (cells[at + ALL_LO]! - least));
      if (hand > cells[at + MOST]!) cells[at + MOST] = hand;
    }
    if (this.#controls.length === 0) return;
    const claimed = this.#claimed[i]!;
    for (let rule = 0; rule < this.#controls.length; rule++) {
      const { rights } = this.#controls[rule]!;
      if (this.#sure ? claimed !== 0 && (claimed & ~rights) === 0 : claimed === 0 || (claimed & rights) !== 0) this.#controlled[rule]![asset] = 1;
    }
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
      const { cells, closes } = this.#sums[measure]!;
      const at = a * CELL;
      const all = closed && closes;
      // More than everything is surely held, or less than everything can be: nothing is known.
      if (cells[at + ALL_LO]! > WHOLE || (all && cells[at + ALL_HI]! < WHOLE)) {
        if (!this.#sure) return true;
        continue;
      }
      const rest = closed || (closes && dispersed[a] === 1) ? 0 : WHOLE - cells[at + ALL_LO]!; // in hands that nobody recorded
      const held = this.#sure
        ? alone ? cells[at + MOST]! : Math.max(cells[at + IN_LO]!, all ? WHOLE - (cells[at + ALL_HI]! - cells[at + IN_HI]!) : 0)
        : alone ? Math.max(cells[at + MOST]!, rest) : Math.min(WHOLE - (cells[at + ALL_LO]! - cells[at + IN_LO]!), rest > 0 ? WHOLE : cells[at + IN_HI]!);
      if (held >= leastPpm) return true;
    }
    return false;
  }
}

interface Sums { readonly lo: Int32Array; readonly hi: Int32Array; readonly cells: Float64Array; readonly closes: boolean; readonly alone: boolean }
interface Compiled { readonly measure: number; readonly leastPpm: number; readonly alone: boolean; readonly rights: number }

const CLOSED = MEASURES.map((measure) => CLOSES[measure]);
/** Beside the measures by number. */
const CONTROL = -1;

function compiled(rule: Rule): Compiled {
  if ('control' in rule) return { measure: CONTROL, leastPpm: 0, alone: false, rights: rule.control.reduce((mask, control) => mask | controlBit(control), 0) };
  return { measure: MEASURES.indexOf(rule.measure), leastPpm: rule.leastPpm, alone: rule.alone === true, rights: 0 };
}
