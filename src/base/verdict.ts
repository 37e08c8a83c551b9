/** Three-valued truth: F < U < T, so `all` is the minimum and `any` the maximum (Kleene). */
export const F = 0;
export const U = 1;
export const T = 2;
export type Tri = typeof F | typeof U | typeof T;

export type Verdict = 'clear' | 'red' | 'unknown';

export function not(value: Tri): Tri {
  return (2 - value) as Tri;
}

/** Red wins, then unknown; no parts at all prove nothing. */
export function allOf(parts: readonly Verdict[]): Verdict {
  if (parts.includes('red')) return 'red';
  return parts.length === 0 || parts.includes('unknown') ? 'unknown' : 'clear';
}
