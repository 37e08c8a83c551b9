/**
 * Credentials as JWT: `vc+jwt` of VC-JOSE-COSE (https://www.w3.org/TR/vc-jose-cose/). The only file that imports jose. The key comes
 * from the issuer's document, never from the token: a header with a key, a certificate or an address in it is refused.
 */
import { compactVerify, decodeProtectedHeader, importJWK, type JWK } from 'jose';
import type { PublicKey } from './crypto.ts';
import { toBase64Url } from './multibase.ts';

/** EdDSA to sign and to read; ES256 and ES384 to read others' credentials. No RSA, no shared secret, no `none`. */
const ALGORITHMS: Readonly<Record<string, { readonly kty: string; readonly crv: string }>> = {
  EdDSA: { kty: 'OKP', crv: 'Ed25519' }, Ed25519: { kty: 'OKP', crv: 'Ed25519' }, ES256: { kty: 'EC', crv: 'P-256' }, ES384: { kty: 'EC', crv: 'P-384' },
};
const KEY_IN_HEADER = ['jwk', 'jku', 'x5u', 'x5c', 'crit'];

export type JwsOutcome = 'verified' | 'refused' | 'algorithm-refused';

/** Is a compact JWS signed by this key, or by the one of a set that its `kid` names? */
export async function verifyJws(jws: string, given: JWK | { readonly keys: readonly JWK[] }): Promise<JwsOutcome> {
  if ('kty' in given && given.kty !== 'OKP' && given.kty !== 'EC') return 'algorithm-refused';
  let header: ReturnType<typeof decodeProtectedHeader>;
  try {
    header = decodeProtectedHeader(jws);
  } catch {
    return 'refused';
  }
  const wanted = typeof header.alg === 'string' && Object.hasOwn(ALGORITHMS, header.alg) ? ALGORITHMS[header.alg] : undefined;
  if (wanted === undefined) return 'algorithm-refused';
  if (KEY_IN_HEADER.some((member) => member in header)) return 'refused';
  const keys = 'keys' in given ? (given.keys as readonly JWK[]).filter((key) => key.kid === header.kid) : [given as JWK];
  const [key] = keys;
  if (key === undefined || keys.length > 1 || !fits(key, header.alg!, wanted)) return 'refused';
  try {
    await compactVerify(jws, await importJWK(key, header.alg), { algorithms: [header.alg!] });
    return 'verified';
  } catch {
    return 'refused';
  }
}

/** A key is for signatures, of this curve, and where it names an algorithm, of this one. */
function fits(key: JWK, alg: string, { kty, crv }: { readonly kty: string; readonly crv: string }): boolean {
  return key.kty === kty && key.crv === crv && (key.use === undefined || key.use === 'sig') && (key.alg === undefined || key.alg === alg)
    && (key.key_ops === undefined || key.key_ops.some((use) => use === 'verify' || use === 'sign'));
}

export function jwkOf({ type, bytes }: PublicKey): JWK {
  if (type === 'Ed25519') return { kty: 'OKP', crv: 'Ed25519', x: toBase64Url(bytes) };
  const half = (bytes.length - 1) / 2;
  return { kty: 'EC', crv: type, x: toBase64Url(bytes.slice(1, 1 + half)), y: toBase64Url(bytes.slice(1 + half)) };
}
