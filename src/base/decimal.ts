/**
 * Exact decimals as text: digits with an optional fraction, no sign, no exponent (`Decimal` of the records), and their
 * arithmetic over BigInt. Nothing is rounded. Expects well-formed decimals; `readDecimal` makes them from a user's cell.
 */

/** The number `units / 10 ** scale`. */
export interface Exact { readonly units: bigint; readonly scale: number }

const DECIMAL = /^[0-9]+(?:\.[0-9]+)?$/;
/** Longest accepted: 40 characters are more than any amount needs, and keep BigInt small. */
const MAX_LENGTH = 40;

export function isDecimal(text: string): boolean {
  return text.length <= MAX_LENGTH && DECIMAL.test(text);
}

/**
 * A user's number as its shortest decimal: `007.50` is `7.5`. `ambiguous`: a comma, which is a thousands mark to some
 * readers and a decimal one to others (`1,234.50`, `1,5`), or more than one point. `not-a-number`: anything else,
 * a minus sign and an exponent included.
 */
export function readDecimal(text: string): { readonly value: string } | { readonly fault: 'ambiguous' | 'not-a-number' } {
  if (isDecimal(text)) return { value: shortest(text) };
  return { fault: /^[0-9][0-9., '\u00a0\u202f_]*$/.test(text) && text.length <= MAX_LENGTH ? 'ambiguous' : 'not-a-number' };
}

export function shortest(decimal: string): string {
  const [whole = '0', fraction = ''] = decimal.split('.');
  const digits = whole.replace(/^0+(?=[0-9])/, '');
  const rest = fraction.replace(/0+$/, '');
  return rest ? `${digits}.${rest}` : digits;
}

export function exactOf(decimal: string): Exact {
  const point = decimal.indexOf('.');
  if (point < 0) return { units: BigInt(decimal), scale: 0 };
  return { units: BigInt(decimal.slice(0, point) + decimal.slice(point + 1)), scale: decimal.length - point - 1 };
}

/** Expects `units >= 0`. */
export function decimalOf({ units, scale }: Exact): string {
  if (units < 0n) throw new RangeError(`a decimal has no sign: ${units}`);
  const digits = String(units).padStart(scale + 1, '0');
  return shortest(scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`);
}

/** Negative, zero or positive, as a < b, a = b, a > b. */
export function compareDecimals(a: string, b: string): number {
  const [x, y] = aligned(a, b);
  return x < y ? -1 : x > y ? 1 : 0;
}

export function addDecimals(a: string, b: string): string {
  const [x, y, scale] = aligned(a, b);
  return decimalOf({ units: x + y, scale });
}

export function multiplyDecimals(a: string, b: string): string {
  const [x, y] = [exactOf(a), exactOf(b)];
  return decimalOf({ units: x.units * y.units, scale: x.scale + y.scale });
}

function aligned(a: string, b: string): [bigint, bigint, number] {
  const [x, y] = [exactOf(a), exactOf(b)];
  const scale = Math.max(x.scale, y.scale);
  return [x.units * 10n ** BigInt(scale - x.scale), y.units * 10n ** BigInt(scale - y.scale), scale];
}
