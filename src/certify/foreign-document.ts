/** DID documents as others write them, made into ours: keys as Multikey or JWK, methods by id or in place, ids whole or from `#` on. */
import type { DidDocument, Resolved, VerificationMethod } from './did.ts';
import { fromBase64Url, toMultibase58 } from './multibase.ts';
import type { Json } from './proof.ts';

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Of what it says only keys for assertions and sign-ins are kept. A method that cannot be read is left out: its key then counts for nothing. */
export function foreignDocument(given: Json): Resolved<DidDocument> {
  const { id } = given;
  if (typeof id !== 'string' || !/^did:[a-z0-9]+:[^\s#?/]+$/.test(id)) return { fault: 'not-a-did', given: String(id) };
  const whole = (url: unknown): string => (typeof url === 'string' ? (url.startsWith('#') ? id + url : url) : '');
  const inPlace = [...list(given.assertionMethod), ...list(given.authentication)].filter(isObject);
  const methods = [...list(given.verificationMethod).filter(isObject), ...inPlace].flatMap((one): VerificationMethod[] => {
    const publicKeyMultibase = multikeyOf(one);
    return publicKeyMultibase === undefined ? [] : [{ id: whole(one.id), type: 'Multikey', controller: whole(one.controller), publicKeyMultibase }];
  });
  const urls = (uses: unknown): string[] => list(uses).map((one) => whole(isObject(one) ? one.id : one));
  return { value: { '@context': [], id, verificationMethod: methods, assertionMethod: urls(given.assertionMethod), authentication: urls(given.authentication) } };
}

/** Multicodec varints, as in did.ts. */
const CURVES: Readonly<Record<string, { readonly prefix: readonly [number, number]; readonly length: number }>> = {
  Ed25519: { prefix: [0xed, 0x01], length: 32 }, 'P-256': { prefix: [0x80, 0x24], length: 32 }, 'P-384': { prefix: [0x81, 0x24], length: 48 },
};

function multikeyOf({ publicKeyMultibase, publicKeyJwk: jwk }: Json): string | undefined {
  if (typeof publicKeyMultibase === 'string') return publicKeyMultibase;
  if (!isObject(jwk) || typeof jwk.crv !== 'string' || !Object.hasOwn(CURVES, jwk.crv)) return undefined;
  const { prefix, length } = CURVES[jwk.crv]!;
  const x = typeof jwk.x === 'string' ? fromBase64Url(jwk.x) : undefined;
  if (x?.length !== length) return undefined;
  if (jwk.crv === 'Ed25519') return jwk.kty === 'OKP' ? toMultibase58(Uint8Array.from([...prefix, ...x])) : undefined;
  const y = typeof jwk.y === 'string' ? fromBase64Url(jwk.y) : undefined;
  // Compressed; that the point is on the curve with this very y is checked where the key is read and used.
  return jwk.kty === 'EC' && y?.length === length ? toMultibase58(Uint8Array.from([...prefix, 2 + (y[length - 1]! & 1), ...x])) : undefined;
}
