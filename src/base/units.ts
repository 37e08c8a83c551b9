/**
 * UN/ECE Recommendation 20 codes of the units that bills of materials use, with exact factors within one dimension
 * (SI brochure; 1 lb = 0.45359237 kg and 1 in = 25.4 mm by the 1959 agreement). A unit outside this table is a fault,
 * never a guess.
 */
import { multiplyDecimals } from './decimal.ts';

export type Dimension = 'count' | 'set' | 'mass' | 'length' | 'area' | 'volume' | 'time' | 'energy';
export interface Unit {
  readonly code: string;
  readonly dimension: Dimension;
  /** How many of the dimension's base unit (piece, set, kg, m, m2, l, s, kWh) one is. */
  readonly factor: string;
  /** How people write it, besides the code, in lower case; read without regard to case. */
  readonly spellings: readonly string[];
}

const unit = (code: string, dimension: Dimension, factor: string, ...spellings: string[]): Unit => ({ code, dimension, factor, spellings });

export const UNITS: readonly Unit[] = [
  unit('C62', 'count', '1', 'one', 'unit', 'units'),
  unit('H87', 'count', '1', 'pcs', 'pc', 'pce', 'piece', 'pieces', 'nos', 'stk', 'stck', 'st', 'stück', '個', '个', '件', '片', '顆', '只', '支', '本', '枚', '台'),
  unit('EA', 'count', '1', 'each'),
  unit('PR', 'count', '2', 'pair', 'pairs', 'paar', '對', '雙'),
  unit('DZN', 'count', '12', 'dozen', '打'),
  unit('MIL', 'count', '1000', 'kpcs'),
  unit('SET', 'set', '1', 'sets', 'satz', '組', '套'),
  unit('KGM', 'mass', '1', 'kg', 'kilogram', 'kilograms', '公斤'),
  unit('GRM', 'mass', '0.001', 'g', 'gram', 'grams', '公克', '克'),
  unit('MGM', 'mass', '0.000001', 'mg', 'milligram', 'milligrams', '毫克'),
  unit('TNE', 'mass', '1000', 't', 'tonne', 'tonnes', 'mt', '公噸', '噸'),
  unit('LBR', 'mass', '0.45359237', 'lb', 'lbs', 'pound', 'pounds', '磅'),
  unit('ONZ', 'mass', '0.028349523125', 'oz', 'ounce', 'ounces', '盎司'),
  unit('MTR', 'length', '1', 'm', 'metre', 'metres', 'meter', 'meters', '公尺'),
  unit('CMT', 'length', '0.01', 'cm', '公分'),
  unit('MMT', 'length', '0.001', 'mm', '公釐'),
  unit('KMT', 'length', '1000', 'km', '公里'),
  unit('INH', 'length', '0.0254', 'in', 'inch', 'inches', '英吋'),
  unit('FOT', 'length', '0.3048', 'ft', 'foot', 'feet', '英呎'),
  unit('MTK', 'area', '1', 'm2', 'm²', 'sqm', '平方公尺'),
  unit('CMK', 'area', '0.0001', 'cm2', 'cm²'),
  unit('MMK', 'area', '0.000001', 'mm2', 'mm²'),
  unit('LTR', 'volume', '1', 'l', 'litre', 'litres', 'liter', 'liters', '公升'),
  unit('MLT', 'volume', '0.001', 'ml', '毫升'),
  unit('MTQ', 'volume', '1000', 'm3', 'm³', '立方公尺'),
  unit('SEC', 'time', '1', 's', 'second', 'seconds', '秒'),
  unit('MIN', 'time', '60', 'minute', 'minutes', '分鐘'),
  unit('HUR', 'time', '3600', 'h', 'hour', 'hours', '小時'),
  unit('DAY', 'time', '86400', 'days', '天'),
  unit('KWH', 'energy', '1', '度'),
];

const BY_CODE = new Map(UNITS.map((one) => [one.code, one]));
const BY_SPELLING = new Map(UNITS.flatMap((one) => [one.code.toLowerCase(), ...one.spellings].map((text) => [text, one.code] as const)));

/** `pcs`, `PCS`, `kg.` or `KGM` to the code; `undefined` where it is none that we know. */
export function unitCode(text: string): string | undefined {
  return BY_SPELLING.get(text.trim().replace(/\.$/, '').toLowerCase());
}

export function unitOf(code: string): Unit | undefined {
  return BY_CODE.get(code);
}

/** The amount in the dimension's base unit; `undefined` for an unknown code. Exact. */
export function inBaseUnit(amount: string, code: string): { readonly dimension: Dimension; readonly amount: string } | undefined {
  const found = BY_CODE.get(code);
  return found && { dimension: found.dimension, amount: multiplyDecimals(amount, found.factor) };
}
