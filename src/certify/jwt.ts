/**
 * Credentials as JWT: `vc+jwt` of VC-JOSE-COSE (https://www.w3.org/TR/vc-jose-cose/). The only file that imports jose. The key comes
 * from the issuer's document, never from the token: a header with a key, a certificate or an address in it is refused.
 */
import { compactVerify, decodeProtectedHeader, importJWK, type JWK } from 'jose';
import { canonical } from '../base/canonical.ts';
import { parseJson } from '../base/json.ts';
import { type PublicKey, type Signer, utf8 } from './crypto.ts';
import { assertionKey, type DidDocument, documentOf } from './did.ts';
import { fromBase64Url, toBase64Url } from './multibase.ts';
import type { Json } from './proof.ts';
import { credentialFaults } from './vcdm.ts';

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
  // One spelling: the last letter of a signature has bits that mean nothing, and jose does not look at them.
  if (fromBase64Url(jws.split('.')[2] ?? '') === undefined) return 'refused';
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

/** A credential as `vc+jwt`: its JSON is the payload, whole, and the header names the key. */
export async function signCredentialJwt(credential: Json, signer: Signer): Promise<string> {
  const part = (value: unknown): string => toBase64Url(utf8(canonical(value)));
  const signed = `${part({ alg: 'EdDSA', cty: 'vc', kid: signer.verificationMethod, typ: 'vc+jwt' })}.${part(credential)}`;
  return `${signed}.${toBase64Url(await signer.sign(utf8(signed)))}`;
}

export type JwtFault = 'malformed' | 'wrong-type' | 'another-issuer' | 'no-document' | 'refused' | 'algorithm-refused' | 'model';

/** What drafts of VC-JOSE-COSE called it, and UNTP's tools still do. */
const OLD_TYPES = ['vc-ld+jwt', 'vc+ld+jwt', 'vc+ld+json+jwt', 'JWT'];

/** The credential in a `vc+jwt` whose signature is that of its issuer, or why not. Dates and status are the caller's to ask. `old`: earlier names of the type too. */
export async function readCredentialJwt(jwt: string, documents: readonly DidDocument[] = [], old: boolean = false): Promise<{ readonly credential: Json } | { readonly fault: JwtFault }> {
  const [head = '', body = '', , ...more] = jwt.split('.');
  const [header, payload] = [jsonIn(head), jsonIn(body)];
  if (header === undefined || payload === undefined || more.length > 0) return { fault: 'malformed' };
  const typed = header.typ === 'vc+jwt' || (old && (header.typ === undefined || OLD_TYPES.includes(String(header.typ))));
  if (!typed || typeof header.kid !== 'string') return { fault: 'wrong-type' };
  if (credentialFaults(payload).some(({ what }) => !(old && what === 'date')) || 'vc' in payload) return { fault: 'model' };
  const issuer = typeof payload.issuer === 'string' ? payload.issuer : String((payload.issuer as Json).id);
  const by = header.kid.split('#')[0]!;
  if (by !== issuer || (payload.iss !== undefined && payload.iss !== issuer)) return { fault: 'another-issuer' };
  const own = documentOf(by);
  const document = documents.find(({ id }) => id === by) ?? ('value' in own ? own.value : undefined);
  const key = document && assertionKey(document, header.kid);
  if (key === undefined || 'fault' in key) return { fault: 'no-document' };
  const outcome = await verifyJws(jwt, jwkOf(key.value));
  return outcome === 'verified' ? { credential: payload } : { fault: outcome };
}

/** The JSON object in one part of a token. Twice the same member, and it is none. */
export function jsonIn(part: string): Json | undefined {
  const bytes = fromBase64Url(part);
  const { value, issues } = bytes ? parseJson(bytes, { source: '' }) : { value: undefined, issues: [] };
  if (issues.length > 0) return undefined;
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
}
