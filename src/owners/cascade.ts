/**
 * Who is caught by an ownership test, surely and possibly (docs/semantics.md 6.3): two least fixed points over the
 * ownership graph of classes. Stakes are integer ranges in ppm; what nobody recorded is in whatever hands serve worst.
 * A ring without a caught entrant and without a gap is free. O(stakes) a pass over the assets whose owners changed.
 */
export interface Stake { readonly owner: string; readonly lo: number; readonly hi: number }
export interface Asset {
  readonly id: string;
  /** Itself in the base set: surely, possibly. */
  readonly base: boolean;
  readonly maybeBase: boolean;
  /** In conflict: nothing about it is sure. */
  readonly contested: boolean;
  /** A natural person: has no owners. */
  readonly person: { readonly surely: boolean; readonly possibly: boolean };
  /** Read with what counts towards caught, and with what counts towards free. */
  readonly catching: { readonly stakes: readonly Stake[]; readonly full: boolean };
  readonly freeing: { readonly stakes: readonly Stake[]; readonly full: boolean; readonly dispersed: boolean };
}
export interface Cascade {
  /** In the order of being caught: each rests on earlier ones. */
  readonly caught: Set<string>;
  /** Everyone else is free. */
  readonly possible: Set<string>;
}
const WHOLE = 1_000_000;

/** Decides the new assets, whose owners are all among them or decided before, and adds them to what is known. */
export function cascade(known: Cascade, assets: ReadonlyMap<string, Asset>, atLeastPpm: number): void {
  spread(known.caught, assets, (asset, have) => !asset.contested && (asset.base || surePpm(asset, have) >= atLeastPpm));
  spread(known.possible, assets, (asset, have) => asset.contested || asset.maybeBase || possiblePpm(asset, have) >= atLeastPpm);
}

/** The least that caught owners hold. */
export function surePpm({ person, catching: { stakes, full } }: Asset, caught: ReadonlySet<string>): number {
  if (person.surely) return 0;
  const sums = total(stakes, caught);
  if (contradictory(sums, full)) return 0;
  return Math.max(sums.inLo, full ? WHOLE - sums.outHi : 0);
}

/** The most that owners who are not surely free can hold. */
export function possiblePpm({ person, freeing: { stakes, full, dispersed } }: Asset, possible: ReadonlySet<string>): number {
  if (person.possibly) return 0;
  const sums = total(stakes, possible);
  if (contradictory(sums, full)) return WHOLE;
  return Math.min(WHOLE - sums.outLo, full || dispersed ? sums.inHi : WHOLE);
}

function total(stakes: readonly Stake[], within: ReadonlySet<string>): { inLo: number; inHi: number; outLo: number; outHi: number } {
  const sums = { inLo: 0, inHi: 0, outLo: 0, outHi: 0 };
  for (const { owner, lo, hi } of stakes)
    if (within.has(owner)) {
      sums.inLo += lo;
      sums.inHi += hi;
    } else {
      sums.outLo += lo;
      sums.outHi += hi;
    }
  return sums;
}

/** More than everything is surely held, or less than everything can be. */
function contradictory(sums: { inLo: number; inHi: number; outLo: number; outHi: number }, full: boolean): boolean {
  return sums.inLo + sums.outLo > WHOLE || (full && sums.inHi + sums.outHi < WHOLE);
}

function spread(have: Set<string>, assets: ReadonlyMap<string, Asset>, meets: (asset: Asset, have: ReadonlySet<string>) => boolean): void {
  const ownedBy = new Map<string, string[]>();
  for (const asset of assets.values())
    for (const { owner } of [...asset.catching.stakes, ...asset.freeing.stakes]) {
      const owned = ownedBy.get(owner);
      if (owned === undefined) ownedBy.set(owner, [asset.id]);
      else if (owned.at(-1) !== asset.id) owned.push(asset.id);
    }
  let work = [...assets.keys()].sort();
  while (work.length > 0) {
    const next = new Set<string>();
    for (const id of work) {
      const asset = assets.get(id);
      if (asset === undefined || have.has(id) || !meets(asset, have)) continue;
      have.add(id);
      for (const owned of ownedBy.get(id) ?? []) if (!have.has(owned)) next.add(owned);
    }
    work = [...next].sort();
  }
}
