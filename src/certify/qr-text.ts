/**
 * A certificate in QR codes: the bundle without its grounds, gzipped, base64url, cut into codes that a phone still reads. Each says which
 * of how many it is and of which whole, so they can be scanned in any order. What is read is verified like any bundle; the grounds are
 * not in it, so it stays unknown until the file is there too.
 */
import { type Bundle, bundleText } from './bundle.ts';
import { type Crypto, utf8 } from './crypto.ts';
import { fromBase64Url, toBase64Url, toHex } from './multibase.ts';

/** Letters a code: version 20 to 22 in byte mode, readable from paper at 5 cm. */
const LETTERS = 800;
/** More than this nobody scans one after the other, and a page holds no more. */
const MOST_CODES = 12;
const MOST_BYTES = 1 << 20;
const CODE = /^nonred:1:([0-9a-f]{8}):([1-9]\d?)\/([1-9]\d?):([A-Za-z0-9_-]+)$/;

/** None where it would take more than MOST_CODES: whoever prints says so. */
export async function qrTexts(bundle: Bundle, crypto: Pick<Crypto, 'gzip' | 'sha256'>): Promise<string[]> {
  const { grounds: _, ...rest } = bundle;
  const text = toBase64Url(await crypto.gzip(utf8(bundleText(rest))));
  const name = toHex(await crypto.sha256(utf8(text))).slice(0, 8);
  const count = Math.ceil(text.length / LETTERS);
  if (count > MOST_CODES) return [];
  const each = Math.ceil(text.length / count);
  return Array.from({ length: count }, (_unused, i) => `nonred:1:${name}:${i + 1}/${count}:${text.slice(i * each, (i + 1) * each)}`);
}

export interface QrPart { readonly name: string; readonly place: number; readonly count: number; readonly text: string }

/** `undefined` for a code of something else. */
export function qrPart(code: string): QrPart | undefined {
  const found = CODE.exec(code);
  if (!found) return undefined;
  const [, name = '', place, count, text = ''] = found;
  return Number(place) > Number(count) ? undefined : { name, place: Number(place), count: Number(count), text };
}

/** The bundle's bytes once every part of one whole is there; `undefined` before, or where they do not fit together. */
export async function joinQr(parts: readonly QrPart[], crypto: Pick<Crypto, 'gunzip' | 'sha256'>): Promise<Uint8Array | undefined> {
  const [first] = parts;
  if (first === undefined) return undefined;
  const own = parts.filter(({ name, count }) => name === first.name && count === first.count);
  const texts = Array.from({ length: first.count }, (_, i) => own.find(({ place }) => place === i + 1)?.text);
  if (texts.includes(undefined)) return undefined;
  const text = texts.join('');
  const bytes = fromBase64Url(text);
  if (bytes === undefined || toHex(await crypto.sha256(utf8(text))).slice(0, 8) !== first.name) return undefined;
  return crypto.gunzip(bytes, MOST_BYTES);
}
