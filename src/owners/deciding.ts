/** Which one thing, were it known, would decide an open party either way: the gap or band nearest to it. */
import { push } from '../base/multimap.ts';
import { F, T, U, type Tri } from '../base/verdict.ts';
import { WHOLE, type PartyGiven, type StakeGiven } from './graph.ts';
import { CLOSES, MEASURES } from './tests.ts';
import { ownershipVerdicts } from './verdicts.ts';

const STRANGER = '?';

/**
 * The asset whose unrecorded share decides, alone: with it in bad hands the party is caught, with it in others it is free. The
 * party itself first, then its owners by distance. Undefined: the party is decided, or no one gap is enough. O(gaps x stakes).
 */
export function decidingGap(party: string, parties: readonly PartyGiven[], stakes: readonly StakeGiven[], inBase: (id: string) => Tri, test: string): string | undefined {
  if (ownershipVerdicts(parties, stakes, inBase, test).get(party) !== U) return undefined;
  const closed = new Set(parties.flatMap(({ id, ownersComplete, ownerless }) => (ownersComplete || ownerless ? [id] : [])));
  for (const asset of ownersAbove(party, stakes)) {
    if (closed.has(asset)) continue;
    const filled = (value: Tri): Tri | undefined => {
      const told = parties.some(({ id }) => id === asset) ? parties : [...parties, { id: asset }];
      const known = [...told.map((one) => (one.id === asset ? { ...one, ownersComplete: true as const } : one)), { id: STRANGER, ownerless: true as const }];
      return ownershipVerdicts(known, [...stakes, restOf(asset, stakes)], (id) => (id === STRANGER ? value : inBase(id)), test).get(party);
    };
    if (filled(T) === T && filled(F) === F) return asset;
  }
  return undefined;
}

/** The party, or the owner above it, of which alone it decides whether it is in the base set. O(open ones x stakes). */
export function decidingBase(party: string, parties: readonly PartyGiven[], stakes: readonly StakeGiven[], inBase: (id: string) => Tri, test: string): string | undefined {
  if (ownershipVerdicts(parties, stakes, inBase, test).get(party) !== U) return undefined;
  return [...ownersAbove(party, stakes)].filter((id) => inBase(id) === U).find((id) => {
    const known = (value: Tri): Tri | undefined => ownershipVerdicts(parties, stakes, (one) => (one === id ? value : inBase(one)), test).get(party);
    return known(T) === T && known(F) === F;
  });
}

/** The party and whoever is above it, the nearest first. */
export function ownersAbove(party: string, stakes: readonly StakeGiven[]): Set<string> {
  const owners = new Map<string, string[]>();
  for (const { owner, asset } of stakes) push(owners, asset, owner);
  const met = new Set([party]);
  for (const id of met) for (const owner of owners.get(id) ?? []) met.add(owner);
  return met;
}

/** What nobody is recorded to hold, in one hand. */
function restOf(asset: string, stakes: readonly StakeGiven[]): StakeGiven {
  const held = stakes.filter((one) => one.asset === asset);
  const range = Object.fromEntries(MEASURES.map((measure) => {
    const left = Math.max(0, WHOLE - held.reduce((sum, one) => sum + (one.range[measure]?.lo ?? 0), 0));
    return [measure, CLOSES[measure] ? { lo: left, hi: left } : { lo: 0, hi: left }];
  }));
  return { owner: STRANGER, asset, range, control: 'none' };
}
