/**
 * An ownership test asked party by party (docs/semantics.md 6.3): the owners above a party are settled together, once, and
 * what was settled before stands below them as it is.
 */
import { WHOLE, type OwnershipGraph, type Side } from './graph.ts';
import { settle } from './settle.ts';
import { CLOSES, MEASURES, type Measure, type OwnershipTest } from './tests.ts';

export interface Range { readonly lo: number; readonly hi: number }
/** What one owner holds: by measure, the records of the pair read together, and a bit for each right of control claimed. */
export interface Stake { readonly owner: string; readonly held: Readonly<Partial<Record<Measure, Range>>>; readonly control: number }
/** Recorded owners, read in one direction. */
export interface Owners { readonly stakes: readonly Stake[]; readonly full: boolean; readonly dispersed: boolean; readonly ownerless: boolean }
export interface Asset {
  readonly id: string;
  /** Itself in the base set: surely, possibly. */
  readonly base: boolean;
  readonly maybeBase: boolean;
  /** In conflict: nothing about it is sure. */
  readonly contested: boolean;
  /** Read with what counts towards caught, and with what counts towards free: the same owners in both. */
  readonly catching: Owners;
  readonly freeing: Owners;
}
export class Cascade {
  readonly assets: Map<string, Asset> = new Map();
  readonly caught: Set<string> = new Set();
  /** Everyone else is free. */
  readonly possible: Set<string> = new Set();
  /** Whose holdings surely count, in an order in which each rests on earlier ones. */
  readonly passing: Set<string> = new Set();
  /** Whose holdings could count, in such an order too. */
  readonly passable: Set<string> = new Set();
  readonly test: OwnershipTest;

  constructor(test: OwnershipTest) {
    this.test = test;
  }

  /** Settles new assets, whose owners are all among them or settled before. */
  add(assets: readonly Asset[]): void {
    for (const asset of assets) this.assets.set(asset.id, asset);
    const fresh = new Set(assets.map(({ id }) => id));
    const before = [...new Set(assets.flatMap(({ freeing }) => freeing.stakes.map(({ owner }) => owner)))].filter((owner) => !fresh.has(owner));
    const sorted = assets.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const ids = [...sorted.map(({ id }) => id), ...before];
    const number = new Map(ids.map((id, i) => [id, i]));
    const count = ids.length;
    const offsets = new Uint32Array(count + 1);
    sorted.forEach((asset, i) => {
      offsets[i + 1] = offsets[i]! + asset.freeing.stakes.length;
    });
    offsets.fill(offsets[sorted.length]!, sorted.length);
    const flags = (is: (asset: Asset) => boolean, settled: number): Uint8Array => Uint8Array.from(ids, (_, i) => (i < sorted.length ? Number(is(sorted[i]!)) : settled));
    const side = (of: (asset: Asset) => Owners): Side => {
      const stakes = sorted.flatMap((asset) => of(asset).stakes);
      const column = (end: 'lo' | 'hi', none: number) => MEASURES.map((measure) => (stakes.some(({ held }) => held[measure]) ? Int32Array.from(stakes, ({ held }) => held[measure]?.[end] ?? none) : undefined));
      return {
        lo: column('lo', 0), hi: column('hi', WHOLE), control: Uint8Array.from(stakes, ({ control }) => control),
        full: flags((asset) => of(asset).full, 0), dispersed: flags((asset) => of(asset).dispersed, 0), ownerless: flags((asset) => of(asset).ownerless, 1),
      };
    };
    const graph: OwnershipGraph = {
      parties: count, offsets, owners: Uint32Array.from(sorted.flatMap(({ freeing }) => freeing.stakes.map(({ owner }) => number.get(owner)!))),
      contested: flags(({ contested }) => contested, 0), surely: side(({ catching }) => catching), possibly: side(({ freeing }) => freeing),
    };
    // What counted before counts here as if it were in the base set.
    const base = Uint8Array.from(ids, (id, i) => (i < sorted.length ? (sorted[i]!.base ? 2 : sorted[i]!.maybeBase ? 1 : 0) : this.passing.has(id) ? 2 : this.passable.has(id) ? 1 : 0));
    const settled = settle(graph, base, this.test);
    for (const i of settled.passing) this.passing.add(ids[i]!);
    for (const i of settled.mayPass) this.passable.add(ids[i]!);
    sorted.forEach(({ id }, i) => {
      if (settled.caught[i] === 1) this.caught.add(id);
      if (settled.possible[i] === 1) this.possible.add(id);
    });
  }
}

/** What is not recorded of an asset and could matter to a test: the share in unrecorded hands, ppm; whether a recorded holding is open; whether what is recorded cannot be. */
export function gapOf({ freeing: { stakes, full } }: Asset, test: OwnershipTest): { readonly ppm: number; readonly loose: boolean; readonly contradictory: boolean } {
  const rules = [...test.catches, ...(test.passes ?? [])];
  const measures = new Set(rules.flatMap((rule) => ('measure' in rule ? [rule.measure] : [])));
  const controls = rules.some((rule) => 'control' in rule);
  const gaps = [...measures].map((measure) => WHOLE - stakes.reduce((sum, { held }) => sum + (held[measure]?.lo ?? 0), 0));
  const most = (measure: Measure): number => stakes.reduce((sum, { held }) => sum + (held[measure]?.hi ?? WHOLE), 0);
  return {
    contradictory: gaps.some((gap) => gap < 0) || (full && [...measures].some((measure) => CLOSES[measure] && most(measure) < WHOLE)),
    ppm: full ? 0 : Math.max(0, ...gaps),
    loose: stakes.some(({ held, control }) => (controls && control === 0) || [...measures].some((measure) => held[measure] === undefined || held[measure].lo !== held[measure].hi)),
  };
}
