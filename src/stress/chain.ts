/**
 * A supply chain as the linear programs see it: plants that make a product from what arcs bring, and demands. A plant is
 * a way to come by a product (a recipe, a supply, both), a store is a plant of no capacity that has stock. Amounts are
 * floating-point numbers in units a day, taken from exact records (compile.ts); nothing of it reaches a verdict.
 */
export interface Plant {
  readonly id: string;
  readonly product: string;
  /** Infinity where none is recorded. */
  readonly capacityPerDay: number;
  /** Of its product, at hand on the first day. */
  readonly stock: number;
  /** Days from the start of making to the finished unit: capacity used on a day is delivered so much later. */
  readonly leadDays?: number;
  /** What it makes cannot be kept: hours of people. */
  readonly perishable?: boolean;
}
/** To make one unit a plant needs `quantity` of what the arcs of the need bring, whichever of them. */
export interface Need { readonly plant: number; readonly product: string; readonly quantity: number }
export interface Arc {
  readonly from: number;
  readonly to: { readonly need: number } | { readonly demand: number };
  /** How much of what is needed one unit is; 1 where absent. For options of a line that are counted in other units. */
  readonly each?: number;
  readonly capacityPerDay?: number;
  /** Extra cost of one unit, in the currency of the margins. */
  readonly costEach?: number;
}
export interface Demand {
  readonly id: string;
  readonly product: string;
  readonly customer?: string;
  readonly perDay: number;
  /** Lost where one unit is not delivered. */
  readonly margin: number;
  /** Served first: the smallest. Decides between equally good plans only. */
  readonly priority?: number;
}
/** What some plants or arcs can do together: a seller's capacity over all its ways, a quota. */
export interface Cap {
  readonly id: string;
  readonly plants: readonly number[];
  readonly arcs: readonly number[];
  readonly perDay: number;
}
export interface Chain {
  readonly plants: readonly Plant[];
  readonly needs: readonly Need[];
  readonly arcs: readonly Arc[];
  readonly demands: readonly Demand[];
  readonly caps: readonly Cap[];
}

