/** 供應鏈壓力測試：情境、損失、可撐天數。 */
export const STRESS = {
  'record.demand': '{customer} 對 {product} 的需求',
  'record.inventory': '{place} 的 {product} 庫存',
} as const;
