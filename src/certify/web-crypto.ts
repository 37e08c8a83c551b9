/** `Crypto` by what a browser has: WebCrypto and its streams. Ed25519 is in Chrome 137, Firefox 129, Safari 17 and later. */
import type { Crypto, PublicKey } from './crypto.ts';

/** Only the platform's names that are used; the pure rooms are compiled without the types of a page. */
interface Subtle {
  digest(name: string, bytes: Uint8Array): Promise<ArrayBuffer>;
  importKey(format: 'raw', bytes: Uint8Array, algorithm: object, extractable: boolean, uses: readonly string[]): Promise<unknown>;
  verify(algorithm: object, key: unknown, signature: Uint8Array, message: Uint8Array): Promise<boolean>;
}
const subtle = (): Subtle => (globalThis as unknown as { readonly crypto: { readonly subtle: Subtle } }).crypto.subtle;

const ALGORITHM = { Ed25519: { name: 'Ed25519' }, 'P-256': { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }, 'P-384': { name: 'ECDSA', namedCurve: 'P-384', hash: 'SHA-384' } } as const;

export const webCrypto: Crypto = {
  sha256: async (bytes) => new Uint8Array(await subtle().digest('SHA-256', bytes)),
  verify: async ({ type, bytes }: PublicKey, message, signature) => {
    try {
      const key = await subtle().importKey('raw', bytes, ALGORITHM[type], false, ['verify']);
      return await subtle().verify(ALGORITHM[type], key, signature, message);
    } catch {
      return false; // no point of the curve
    }
  },
  gzip: async (bytes) => (await through(bytes, new CompressionStream('gzip'), Number.POSITIVE_INFINITY))!,
  gunzip: (bytes, maxBytes) => through(bytes, new DecompressionStream('gzip'), maxBytes),
};

/** Read in pieces, so that a bomb is stopped and not unpacked. */
async function through(bytes: Uint8Array, stream: CompressionStream | DecompressionStream, maxBytes: number): Promise<Uint8Array | undefined> {
  const reader = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(stream).getReader();
  const pieces: Uint8Array[] = [];
  let size = 0;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      size += next.value.length;
      if (size > maxBytes) {
        await reader.cancel();
        return undefined;
      }
      pieces.push(next.value);
    }
  } catch {
    return undefined; // no gzip, or cut short
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
