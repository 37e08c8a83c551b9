/** Chains under stress: scenarios, losses, survival. */
export const STRESS = {
  'record.demand': 'the demand of {customer} for {product}',
  'record.inventory': 'the stock of {product} at {place}',
} as const;
