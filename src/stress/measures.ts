/** Concentration, supply risk and prices: figures that need no solver. Shares are fractions of 1. */

/**
 * Herfindahl-Hirschman index, 0..1: the sum of squared shares. Amounts of any unit; their sum is the whole.
 * `undefined` where there is nothing. Source: US DOJ and FTC, Merger Guidelines 2023, guideline 1 (there x 10 000).
 */
export function herfindahl(amounts: readonly number[]): number | undefined {
  const whole = amounts.reduce((sum, amount) => sum + amount, 0);
  return whole > 0 ? amounts.reduce((sum, amount) => sum + (amount / whole) ** 2, 0) : undefined;
}

/** A producing or sourcing country: share, governance 0 (good) to 10 (bad), trade factor (below 1: agreements, above: restrictions). */
export interface CountryShare { readonly share: number; readonly governance: number; readonly trade: number }

/** Sum of share^2 x governance x trade: the concentration term of the EU's method. Source: European Commission, Methodology for establishing the EU list of critical raw materials (2017). */
export function governedConcentration(countries: readonly CountryShare[]): number {
  return countries.reduce((sum, { share, governance, trade }) => sum + share * share * governance * trade, 0);
}

export interface SupplyRisk {
  /** Of the world's supply; absent: not known. */
  readonly global?: number | undefined;
  /** Of what the EU buys; absent: not known. */
  readonly sourcing?: number | undefined;
  /** (imports - exports) / (production + imports - exports), cut to 0..1. */
  readonly importReliance: number;
  /** Share of demand that comes from end-of-life recycling. */
  readonly recycled: number;
  /** Substitution index for supply risk, 0..1. */
  readonly substitution: number;
}

/**
 * EU supply risk (same source): [HHI_global IR/2 + HHI_sourcing (1 - IR/2)] (1 - recycled) x substitution; a missing concentration is
 * replaced by the other. From 1.0 it counts as high. `undefined` where neither is known.
 */
export function supplyRisk({ global, sourcing, importReliance, recycled, substitution }: SupplyRisk): number | undefined {
  const half = Math.min(1, Math.max(0, importReliance)) / 2;
  const [world, bought] = [global ?? sourcing, sourcing ?? global];
  if (world === undefined || bought === undefined) return undefined;
  return (world * half + bought * (1 - half)) * (1 - recycled) * substitution;
}

/**
 * Price and quantity after a share of supply is gone, with constant elasticities: (1 - s) P^supply = P^demand, both sides relative to before.
 * P = (1 - s)^(-1 / (supply - demand)), Q = P^demand. Elasticity of supply above that of demand, which is negative.
 */
export function isoElastic(removedShare: number, supplyElasticity: number, demandElasticity: number): { readonly priceRatio: number; readonly quantityRatio: number } {
  if (!(removedShare >= 0 && removedShare < 1) || !(supplyElasticity > demandElasticity)) throw new RangeError('a share below 1, and supply more elastic than demand');
  const priceRatio = (1 - removedShare) ** (-1 / (supplyElasticity - demandElasticity));
  return { priceRatio, quantityRatio: priceRatio ** demandElasticity };
}

/** Share of time that something is down: faults a year, days of repair each, one after the other. */
export function unavailability(faultsPerYear: number, repairDays: number): number {
  const perDay = (faultsPerYear * repairDays) / 365;
  return perDay / (1 + perDay);
}

/** Mean of the worst (1 - level) of the losses. Source: Rockafellar and Uryasev, Optimization of conditional value-at-risk, 2000. */
export function conditionalValueAtRisk(losses: readonly number[], probabilities: readonly number[], level: number): number {
  let left = 1 - level;
  let sum = 0;
  for (const i of losses.map((_, i) => i).sort((a, b) => losses[b]! - losses[a]!)) {
    const part = Math.min(left, probabilities[i]!);
    sum += part * losses[i]!;
    left -= part;
  }
  return sum / (1 - level);
}
