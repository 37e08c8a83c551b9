/** w3c-ccg/did-method-key: the key and its purposes; key types that we do not use are refused by name. */
import { ECDH } from 'node:crypto';
import { documentOf, assertionKey } from '../../src/certify/did.ts';
import { fromBase58, fromBase64Url, toHex } from '../../src/certify/multibase.ts';
import { type Any, Cases, json } from './read.ts';
import type { SuiteResult } from './suites.ts';

const FILES = { 'ed25519-x25519.json': 'Ed25519', 'nist-curves.json': 'P', 'secp256k1.json': 'secp256k1', 'rsa.json': 'RSA' } as const;

export function didKey(folder: string): SuiteResult {
  const cases = new Cases();
  for (const [file, type] of Object.entries(FILES))
    for (const [did, vector] of Object.entries(json(folder, file) as Record<string, Any>)) {
      const found = documentOf(did);
      const wanted = keyIn(vector.didDocument);
      if (wanted === undefined || 'fault' in found) {
        const supported = type === 'Ed25519' || (type === 'P' && wanted !== undefined);
        cases.expect(did, !supported && 'fault' in found && found.fault === 'key-type-not-supported' && found.given !== '');
        continue;
      }
      const document = found.value;
      const key = assertionKey(document, document.assertionMethod[0]!);
      const same = 'value' in key && toHex(key.value.bytes) === wanted;
      const purposes = ['assertionMethod', 'authentication'] as const;
      cases.expect(did, same && document.id === vector.didDocument.id && purposes.every((purpose) => document[purpose].length === 1 && vector.didDocument[purpose]?.length === 1));
    }
  return cases;
}

/** The public key for assertions in a vector's document, as we hold it; nothing for types that we do not support. */
function keyIn(document: Any): string | undefined {
  const method = document.verificationMethod.find((one: Any) => one.id === document.assertionMethod[0]) ?? document.verificationMethod[0];
  const { publicKeyJwk: jwk, publicKeyBase58 } = method;
  if (/Ed25519/.test(method.type) && publicKeyBase58) return toHex(fromBase58(publicKeyBase58)!);
  if (jwk?.crv === 'Ed25519') return toHex(fromBase64Url(jwk.x)!);
  if (method.type === 'P256Key2021') return uncompressed(fromBase58(publicKeyBase58)!);
  if (jwk?.crv === 'P-256' || jwk?.crv === 'P-384') return `04${toHex(fromBase64Url(jwk.x)!)}${toHex(fromBase64Url(jwk.y)!)}`;
  return undefined;
}

/** By Node, which reads compressed points: not by the code under test. */
function uncompressed(point: Uint8Array): string {
  return ECDH.convertKey(point, 'prime256v1', undefined, 'hex', 'uncompressed') as string;
}
