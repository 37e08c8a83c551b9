/**
 * The ownership graph of a day as compressed sparse rows: parties are 0 .. parties - 1, the stakes in asset `a` are
 * `offsets[a] .. offsets[a + 1]`, each with its owner and, a measure, the least and the most that is held (ppm).
 */
import { CONTROLS, MEASURES, type Control, type Measure } from './tests.ts';

export const WHOLE = 1_000_000;
/** What is recorded, read in one direction: towards being caught, or towards being free. */
export interface Side {
  /** By measure, in the order of MEASURES; absent: nothing is recorded of it. */
  readonly lo: readonly (Int32Array | undefined)[];
  readonly hi: readonly (Int32Array | undefined)[];
  /** A bit for each right of control that is claimed of the stake; 0: not known. */
  readonly control: Uint8Array;
  /** The owners are all recorded. */
  readonly full: Uint8Array;
  /** All large owners are recorded, and the small ones are nobody in particular. */
  readonly dispersed: Uint8Array;
  /** A person or state body: has no owners. */
  readonly ownerless: Uint8Array;
}
export interface OwnershipGraph {
  readonly parties: number;
  readonly offsets: Uint32Array;
  readonly owners: Uint32Array;
  /** Nothing about it is sure. */
  readonly contested: Uint8Array;
  readonly surely: Side;
  readonly possibly: Side;
}
export interface StakeGiven { readonly owner: string; readonly asset: string; readonly range: Readonly<Partial<Record<Measure, { readonly lo: number; readonly hi: number }>>>; readonly control?: Control }
export interface PartyGiven { readonly id: string; readonly ownersComplete?: true; readonly ownerless?: true }

export function controlBit(control: Control): number {
  return 1 << CONTROLS.indexOf(control);
}

/** A graph of confirmed stakes, at most one for a pair of parties. An unknown party is added at the end. O(parties + stakes). */
export function ownershipGraph(parties: readonly PartyGiven[], stakes: readonly StakeGiven[]): { readonly graph: OwnershipGraph; readonly ids: readonly string[] } {
  const numbers = new Map<string, number>();
  const ids: string[] = [];
  const numberOf = (id: string): number => {
    const known = numbers.get(id);
    if (known !== undefined) return known;
    numbers.set(id, ids.length);
    return ids.push(id) - 1;
  };
  for (const { id } of parties) numberOf(id);
  const owners = new Uint32Array(stakes.length);
  const assets = new Uint32Array(stakes.length);
  for (let i = 0; i < stakes.length; i++) {
    const { owner, asset } = stakes[i]!;
    owners[i] = numberOf(owner);
    assets[i] = i > 0 && asset === stakes[i - 1]!.asset ? assets[i - 1]! : numberOf(asset);
  }
  const count = ids.length;
  const { offsets, order } = rows(count, assets);
  const lo = MEASURES.map(() => new Int32Array(stakes.length));
  const hi = MEASURES.map(() => new Int32Array(stakes.length).fill(WHOLE));
  const control = new Uint8Array(stakes.length);
  const sorted = new Uint32Array(stakes.length);
  for (let at = 0; at < order.length; at++) {
    const stake = stakes[order[at]!]!;
    sorted[at] = owners[order[at]!]!;
    if (stake.control !== undefined) control[at] = controlBit(stake.control);
    for (let m = 0; m < MEASURES.length; m++) {
      const range = stake.range[MEASURES[m]!];
      if (range === undefined) continue;
      lo[m]![at] = range.lo;
      hi[m]![at] = range.hi;
    }
  }
  const full = new Uint8Array(count);
  const ownerless = new Uint8Array(count);
  parties.forEach((party, i) => {
    if (party.ownersComplete) full[i] = 1;
    if (party.ownerless) ownerless[i] = 1;
  });
  const side: Side = { lo, hi, control, full, dispersed: new Uint8Array(count), ownerless };
  return { ids, graph: { parties: count, offsets, owners: sorted, contested: new Uint8Array(count), surely: side, possibly: side } };
}

/** Rows of a sparse matrix by counting: the items of row r are `order[offsets[r] .. offsets[r + 1])`, in the order given. */
export function rows(count: number, rowOf: Uint32Array): { readonly offsets: Uint32Array; readonly order: Uint32Array } {
  const offsets = new Uint32Array(count + 1);
  for (const row of rowOf) offsets[row + 1]!++;
  for (let r = 0; r < count; r++) offsets[r + 1]! += offsets[r]!;
  const next = offsets.slice();
  const order = new Uint32Array(rowOf.length);
  for (let i = 0; i < rowOf.length; i++) order[next[rowOf[i]!]!++] = i;
  return { offsets, order };
}
