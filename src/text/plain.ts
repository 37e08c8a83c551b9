/**
 * Text from a user's file, made safe to show: control characters could move the cursor, bidirectional controls could
 * swap what is read, invisible ones could hide a difference between two names. Each is shown as `\u{202e}`.
 */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}\p{Cs}]/gu;

export function plain(text: string): string {
  return text.replace(UNSAFE, (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`);
}

/** Parts per million as an exact percentage: 333333 is `33.3333 %`. */
export function percent(ppm: number): string {
  const whole = Math.trunc(ppm / 10_000);
  const rest = String(ppm % 10_000).padStart(4, '0').replace(/0+$/, '');
  return `${whole}${rest && `.${rest}`} %`;
}

/** Two ends, or one where they meet. */
export function percentRange(range: { readonly lo: number; readonly hi: number }): string {
  return range.lo === range.hi ? percent(range.lo) : `${percent(range.lo).replace(' %', '')}–${percent(range.hi)}`;
}
