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
  readonly passing: Uint32Array;
  readonly caught: Uint8Array;
  /** Whose holdings could count, and the same in an order in which each rests on earlier ones. */
  readonly passable: Uint8Array;
  readonly mayPass: Uint32Array;
  /** Everyone else is free. */
  readonly possible: Uint8Array;
}

export function settle(graph: OwnershipGraph, base: Base, test: OwnershipTest, owned: Owned = new Owned(graph)): Settled {
  const sure = new Hands(graph, graph.surely, base, test, owned, true);
  const open = new Hands(graph, graph.possibly, base, test, owned, false);
  return { passing: sure.order, caught: sure.caught, passable: open.counts, mayPass: open.order, possible: open.caught };
}

/** What every test asks of a graph, made once: the stakes by owner, and all that is held of each asset. Worth keeping where several tests are asked. */
export class Owned {
  /** The stakes of owner `o` are `stakes[offsets[o] .. offsets[o + 1])`, and `assets` what they are held in. */
  readonly offsets: Uint32Array;
  readonly stakes: Uint32Array;
  readonly assets: Uint32Array;
  readonly #graph: OwnershipGraph;
  readonly #held = new Map<Side, (Held | undefined)[]>();
  readonly #cells: (Float64Array | undefined)[];
  /** Room for a reading: has a counting hand a right of control over the asset? */
  readonly controlled: Uint8Array;

  /** `like`: of the same graph with other shares in it. */
  constructor(graph: OwnershipGraph, like?: Owned) {
    this.#graph = graph;
    this.#cells = like === undefined ? [] : like.#cells;
    this.controlled = like?.controlled ?? new Uint8Array(graph.parties);
    if (like !== undefined) {
      [this.offsets, this.stakes, this.assets] = [like.offsets, like.stakes, like.assets];
      return;
    }
    const { offsets, order } = rows(graph.parties, graph.owners);
    this.offsets = offsets;
    this.stakes = order;
    const assetOf = new Uint32Array(order.length);
    for (let a = 0; a < graph.parties; a++) for (let s = graph.offsets[a]!; s < graph.offsets[a + 1]!; s++) assetOf[s] = a;
    this.assets = order.map((s) => assetOf[s]!);
  }

  held(side: Side, m: number): Held {
    let known = this.#held.get(side);
    if (known === undefined) this.#held.set(side, (known = []));
    return (known[m] ??= this.#sum(side.lo[m], side.hi[m]));
  }

  /** Room for a reading, by measure; what an earlier one left there means nothing. */
  cells(m: number): Float64Array {
    return (this.#cells[m] ??= new Float64Array(this.#graph.parties * CELL));
  }

  #sum(lo: Int32Array | undefined, hi: Int32Array | undefined): Held {
    const { parties, offsets, owners } = this.#graph;
    const held: Held = { lo: lo ?? new Int32Array(owners.length), hi: hi ?? new Int32Array(owners.length).fill(WHOLE), allLo: new Float64Array(parties), allHi: new Float64Array(parties) };
    for (let a = 0; a < parties; a++) {
      const end = offsets[a + 1]!;
      let least = 0;
      let most = 0;
      for (let s = offsets[a]!; s < end; s++) {
        least += held.lo[s]!;
        most += held.hi[s]!;
      }
      held.allLo[a] = least;
      held.allHi[a] = most;
    }
    return held;
  }
}
/** Of one measure: each stake, and all stakes of an asset together. */
interface Held { readonly lo: Int32Array; readonly hi: Int32Array; readonly allLo: Float64Array; readonly allHi: Float64Array }
/** A cell: what counting hands hold of an asset, and the most that one of them does. */
const [IN_LO, IN_HI, MOST, CELL] = [0, 1, 2, 3] as const;

/** The hands that count, in one direction, and who is caught by them. */
class Hands {
  /** Each rests on earlier ones. */
  readonly order: Uint32Array;
  readonly counts: Uint8Array;
  readonly caught: Uint8Array;
  readonly #graph: OwnershipGraph;
  readonly #side: Side;
  readonly #base: Base;
  readonly #sure: boolean;
  readonly #owned: Owned;
  /** What is asked at present: first whose holdings count, then who is caught. */
  #asked: readonly Asked[] = [];
  #rights = 0;

  constructor(graph: OwnershipGraph, side: Side, base: Base, test: OwnershipTest, owned: Owned, sure: boolean) {
    this.#graph = graph;
    this.#side = side;
    this.#base = base;
    this.#sure = sure;
    this.#owned = owned;
    this.counts = new Uint8Array(graph.parties);
    this.#ask(test.passes ?? test.catches);
    this.order = this.#spread();
    if (test.passes === undefined) {
      this.caught = this.counts;
      return;
    }
    this.#ask(test.catches);
    this.caught = new Uint8Array(graph.parties);
    for (let a = 0; a < graph.parties; a++) if (this.#joins(a, true)) this.caught[a] = 1;
  }

  /** Of several rules of one measure the lowest threshold decides. */
  #ask(rules: readonly Rule[]): void {
    const asked = new Map<number, Asked>();
    this.#rights = 0;
    for (const rule of rules) {
      if (this.#sure && rule.unverified) continue;
      if ('control' in rule) {
        for (const control of rule.control) this.#rights |= controlBit(control);
        continue;
      }
      const m = MEASURES.indexOf(rule.measure);
      const { together, alone } = asked.get(m) ?? { together: Infinity, alone: Infinity };
      const least = rule.alone ? { together, alone: Math.min(alone, rule.leastPpm) } : { together: Math.min(together, rule.leastPpm), alone };
      asked.set(m, { ...least, held: this.#owned.held(this.#side, m), cells: this.#owned.cells(m), closes: CLOSES[rule.measure] });
    }
    this.#asked = [...asked.values()];
  }

  /**
   * In passes over all parties as long as many join: the stakes are read one after the other, which is what is fast. Then by what
   * each newcomer holds, so that no graph takes more than a bounded number of passes.
   */
  #spread(): Uint32Array {
    const { counts } = this;
    const { parties } = this.#graph;
    const order = new Uint32Array(parties);
    let joined = 0;
    const join = (a: number): void => {
      counts[a] = 1;
      order[joined++] = a;
    };
    for (let a = 0; a < parties; a++) if (this.#inBase(a)) join(a);
    let before = 0;
    do {
      before = joined;
      for (let a = 0; a < parties; a++) if (counts[a] === 0 && this.#joins(a, true)) join(a);
    } while (joined - before > parties >> 5);
    const last = joined;
    const { offsets, assets, stakes } = this.#owned;
    for (let next = before; next < joined; next++) {
      const owner = order[next]!;
      const end = offsets[owner + 1]!;
      for (let i = offsets[owner]!; i < end; i++) {
        const asset = assets[i]!;
        if (counts[asset] === 1 || (next < last && asset > owner)) continue; // the last pass came to it after its owner
        this.#add(asset, stakes[i]!);
        if (this.#joins(asset, false)) join(asset);
      }
    }
    return order.slice(0, joined);
  }

  #inBase(a: number): boolean {
    return this.#base[a]! >= (this.#sure ? 2 : 1);
  }

  /** `anew`: what counting hands hold of it is summed again. */
  #joins(a: number, anew: boolean): boolean {
    if (this.#inBase(a)) return true;
    if (this.#graph.contested[a] === 1) return !this.#sure;
    if (this.#side.ownerless[a] === 1) return false;
    if (anew && !this.#sum(a) && this.#sure) return false; // nothing is surely in counting hands
    return this.#meets(a);
  }

  /** Anew; false: nothing is in counting hands. */
  #sum(a: number): boolean {
    const { counts } = this;
    const { offsets, owners } = this.#graph;
    const end = offsets[a + 1]!;
    let first = offsets[a]!;
    while (first < end && counts[owners[first]!] === 0) first++;
    const at = a * CELL;
    for (const asked of this.#asked) {
      const { cells, alone } = asked;
      const { lo, hi } = asked.held;
      let [inLo, inHi, most] = [0, 0, 0];
      for (let s = first; s < end; s++) {
        if (counts[owners[s]!] === 0) continue;
        inLo += lo[s]!;
        inHi += hi[s]!;
        if (alone !== Infinity) most = Math.max(most, this.#inOneHand(asked, a, s));
      }
      cells[at + IN_LO] = inLo;
      cells[at + IN_HI] = inHi;
      cells[at + MOST] = most;
    }
    if (this.#rights === 0) return first < end;
    this.#owned.controlled[a] = 0;
    for (let s = first; s < end; s++) if (counts[owners[s]!] === 1 && this.#controls(s)) this.#owned.controlled[a] = 1;
    return first < end;
  }

  /** Stake `s` in the asset is now in counting hands. */
  #add(a: number, s: number): void {
    const at = a * CELL;
    for (const asked of this.#asked) {
      const { held, cells, alone } = asked;
      cells[at + IN_LO]! += held.lo[s]!;
      cells[at + IN_HI]! += held.hi[s]!;
      if (alone !== Infinity) cells[at + MOST] = Math.max(cells[at + MOST]!, this.#inOneHand(asked, a, s));
    }
    if (this.#rights !== 0 && this.#controls(s)) this.#owned.controlled[a] = 1;
  }

  #inOneHand({ held: { lo, hi, allLo, allHi }, closes }: Asked, a: number, s: number): number {
    if (!this.#sure) return Math.min(hi[s]!, WHOLE - (allLo[a]! - lo[s]!));
    return closes && this.#side.full[a] === 1 ? Math.max(lo[s]!, WHOLE - (allHi[a]! - hi[s]!)) : lo[s]!;
  }

  #controls(s: number): boolean {
    const claimed = this.#side.control[s]!;
    return this.#sure ? claimed !== 0 && (claimed & ~this.#rights) === 0 : claimed === 0 || (claimed & this.#rights) !== 0;
  }

  #meets(a: number): boolean {
    const sure = this.#sure;
    const closed = this.#side.full[a] === 1;
    if (this.#rights !== 0 && (this.#owned.controlled[a] === 1 || (!sure && !closed))) return true;
    for (const { held, cells, closes, together, alone } of this.#asked) {
      const [least, most] = [held.allLo[a]!, held.allHi[a]!];
      const all = closed && closes;
      // More than everything is surely held, or less than everything can be: nothing is known.
      if (least > WHOLE || (all && most < WHOLE)) {
        if (!sure) return true;
        continue;
      }
      const at = a * CELL;
      const rest = closed || (closes && this.#side.dispersed[a] === 1) ? 0 : WHOLE - least; // in hands that nobody recorded
      const sum = sure
        ? Math.max(cells[at + IN_LO]!, all ? WHOLE - (most - cells[at + IN_HI]!) : 0)
        : Math.min(WHOLE - (least - cells[at + IN_LO]!), rest > 0 ? WHOLE : cells[at + IN_HI]!);
      if (sum >= together || (sure ? cells[at + MOST]! : Math.max(cells[at + MOST]!, rest)) >= alone) return true;
    }
    return false;
  }
}

/** One measure: the least that is enough, of all counting hands together and of one alone. */
interface Asked { readonly held: Held; readonly cells: Float64Array; readonly closes: boolean; readonly together: number; readonly alone: number }
