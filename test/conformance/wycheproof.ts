/** C2SP/wycheproof: Ed25519 and P-256 verification; JWS by the algorithms that we allow, where a refused algorithm is a rejection. */
import { fromHex } from '../../src/certify/multibase.ts';
import { verifyJws } from '../../src/certify/jwt.ts';
import { nodeCrypto } from '../../src/host/certify-crypto.ts';
import { type Any, Cases, json } from './read.ts';
import type { SuiteResult } from './suites.ts';

export async function wycheproof(folder: string): Promise<SuiteResult> {
  const cases = new Cases();
  const groups = (file: string): Any[] => json(folder, file).testGroups;
  const bytes = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array();
  for (const { publicKey, tests } of groups('ed25519_test.json'))
    for (const { tcId, msg, sig, result } of tests)
      cases.expect(`ed25519 ${tcId}`, (await nodeCrypto.verify({ type: 'Ed25519', bytes: bytes(publicKey.pk) }, bytes(msg), bytes(sig))) === (result === 'valid'));
  for (const { publicKey, tests } of groups('ecdsa_secp256r1_sha256_p1363_test.json'))
    for (const { tcId, msg, sig, result } of tests)
      cases.expect(`p-256 ${tcId}`, (await nodeCrypto.verify({ type: 'P-256', bytes: bytes(publicKey.uncompressed) }, bytes(msg), bytes(sig))) === (result === 'valid'));
  let foreign = 0;
  for (const file of ['json_web_signature_test.json', 'json_web_key_test.json'])
    for (const group of groups(file))
      for (const { tcId, jws, result } of group.tests) {
        const keys = group.public ?? group.private;
        const outcome = await verifyJws(jws, keys);
        if (result === 'valid' && outcome === 'algorithm-refused') foreign++; // as the suite's page says: a rejection by policy
        cases.expect(`${file} ${tcId}`, outcome === 'algorithm-refused' || (outcome === 'verified') === (result === 'valid'));
      }
  return { run: cases.run, failures: cases.failures, words: `(${foreign} valid ones refused for an algorithm that we do not allow)` };
}
