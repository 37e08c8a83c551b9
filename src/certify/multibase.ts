/** Bytes as text: hex, base64 (RFC 4648), base58btc and the multibase letters of the two that credentials use. Each text has one form only. */

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

export function toHex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += HEX[byte];
  return text;
}

/** `undefined` where it is not lower-case hex of whole bytes. */
export function fromHex(text: string): Uint8Array | undefined {
  if (!/^(?:[0-9a-f]{2})*$/.test(text)) return undefined;
  return Uint8Array.from({ length: text.length / 2 }, (_, i) => Number.parseInt(text.slice(2 * i, 2 * i + 2), 16));
}

const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const BASE58_OF = new Map([...BASE58].map((letter, value) => [letter, value]));

/** Bitcoin's base 58: leading zero bytes are `1`. Quadratic: for keys and signatures. */
export function toBase58(bytes: Uint8Array): string {
  const digits = changeBase(bytes, 256, 58);
  return '1'.repeat(leadingZeros(bytes)) + digits.map((digit) => BASE58[digit]).join('');
}

/** `undefined` where a letter is none of the 58, or the text is longer than any key or signature. */
export function fromBase58(text: string): Uint8Array | undefined {
  if (text.length > 1024) return undefined;
  const digits: number[] = [];
  for (const letter of text) {
    const value = BASE58_OF.get(letter);
    if (value === undefined) return undefined;
    digits.push(value);
  }
  return Uint8Array.from([...new Array<number>(leadingZeros(digits)).fill(0), ...changeBase(digits, 58, 256)]);
}

function leadingZeros(digits: ArrayLike<number>): number {
  let count = 0;
  while (count < digits.length && digits[count] === 0) count++;
  return count;
}

/** The digits in another base, without leading zeros. */
function changeBase(digits: ArrayLike<number>, from: number, to: number): number[] {
  const result: number[] = []; // least first
  for (let at = leadingZeros(digits); at < digits.length; at++) {
    let carry = digits[at]!;
    for (let i = 0; i < result.length; i++) {
      carry += result[i]! * from;
      result[i] = carry % to;
      carry = Math.floor(carry / to);
    }
    for (; carry > 0; carry = Math.floor(carry / to)) result.push(carry % to);
  }
  return result.reverse();
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const BASE64_OF = new Map([...BASE64].map((letter, value) => [letter, value]));

/** With padding. */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const [a, b, c] = [bytes[i]!, bytes[i + 1], bytes[i + 2]];
    const bits = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    text += BASE64[bits >> 18]! + BASE64[(bits >> 12) & 63]! + (b === undefined ? '=' : BASE64[(bits >> 6) & 63]!) + (c === undefined ? '=' : BASE64[bits & 63]!);
  }
  return text;
}

/** `undefined` where it is not exactly what `toBase64` writes: padding, alphabet, no stray bits. */
export function fromBase64(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0) return undefined;
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  for (let i = 0, at = 0; i < text.length; i += 4) {
    let bits = 0;
    for (let j = i; j < i + 4; j++) {
      const value = text[j] === '=' && j >= text.length - padding ? 0 : BASE64_OF.get(text[j]!);
      if (value === undefined) return undefined;
      bits = (bits << 6) | value;
    }
    for (let shift = 16; shift >= 0; shift -= 8, at++) {
      const byte = (bits >> shift) & 255;
      if (at < bytes.length) bytes[at] = byte;
      else if (byte !== 0) return undefined;
    }
  }
  return bytes;
}

/** Without padding, `-` and `_`: base64url of JOSE and of the multibase letter `u`. */
export function toBase64Url(bytes: Uint8Array): string {
  return toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

export function fromBase64Url(text: string): Uint8Array | undefined {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) return undefined;
  return fromBase64(text.replaceAll('-', '+').replaceAll('_', '/') + '='.repeat((4 - (text.length % 4)) % 4));
}

/** Multibase with the letter `z` (base58btc). */
export const toMultibase58 = (bytes: Uint8Array): string => `z${toBase58(bytes)}`;
export const fromMultibase58 = (text: string): Uint8Array | undefined => (text.startsWith('z') ? fromBase58(text.slice(1)) : undefined);
/** Multibase with the letter `u` (base64url). */
export const toMultibase64 = (bytes: Uint8Array): string => `u${toBase64Url(bytes)}`;
export const fromMultibase64 = (text: string): Uint8Array | undefined => (text.startsWith('u') ? fromBase64Url(text.slice(1)) : undefined);
