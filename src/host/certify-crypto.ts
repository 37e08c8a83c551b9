/** `Crypto` for certificates by Node's OpenSSL and zlib. */
import { createPublicKey, hash, type KeyObject, verify } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Crypto, PublicKey } from '../certify/crypto.ts';

export const nodeCrypto: Crypto = {
  sha256: (bytes) => hash('sha256', bytes, 'buffer'),
  verify: ({ type, bytes }, message, signature) => {
    try {
      const key = keyObject({ type, bytes });
      if (type === 'Ed25519') return verify(null, message, key, signature);
      return signature.length === (type === 'P-256' ? 64 : 96) && verify(type === 'P-256' ? 'sha256' : 'sha384', message, { key, dsaEncoding: 'ieee-p1363' }, signature);
    } catch {
      return false; // no point of the curve
    }
  },
  gzip: (bytes) => gzipSync(bytes, { level: 9 }),
  gunzip: (bytes, maxBytes) => {
    try {
      return gunzipSync(bytes, { maxOutputLength: maxBytes });
    } catch {
      return undefined;
    }
  },
};

const known = new Map<string, KeyObject>(); // making a key costs as much as a signature
const KNOWN = 1000;

function keyObject({ type, bytes }: PublicKey): KeyObject {
  const name = `${type} ${Buffer.from(bytes).toString('base64')}`;
  const found = known.get(name);
  if (found) return found;
  const key = createPublicKey({ format: 'jwk', key: jwkOf({ type, bytes }) });
  if (known.size >= KNOWN) known.clear();
  known.set(name, key);
  return key;
}

function jwkOf({ type, bytes }: PublicKey): Record<string, string> {
  const part = (from: number, to: number): string => Buffer.from(bytes.subarray(from, to)).toString('base64url');
  if (type === 'Ed25519') return { kty: 'OKP', crv: 'Ed25519', x: part(0, 32) };
  const length = type === 'P-256' ? 32 : 48;
  return { kty: 'EC', crv: type, x: part(1, 1 + length), y: part(1 + length, 1 + 2 * length) };
}
