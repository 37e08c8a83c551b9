/** transparency-dev/merkle: inclusion and consistency, good and tampered. The newer subtree forms are not claimed: counted as not run. */
import { fromBase64 } from '../../src/certify/multibase.ts';
import { verifyConsistency, verifyInclusion } from '../../src/certify/tree.ts';
import { nodeCrypto } from '../../src/host/certify-crypto.ts';
import { Cases, json } from './read.ts';
import type { SuiteResult } from './suites.ts';

export async function merkle(folder: string): Promise<SuiteResult> {
  const cases = new Cases();
  let skipped = 0;
  // What is not base64 of 32 bytes is no hash, and the caller's reader refuses it: none of these may pass as an empty one.
  const hash = (given: string | null): Uint8Array => fromBase64(given ?? '') ?? Uint8Array.of(0);
  for (const { id, kind, input, expect } of json(folder, 'index.json').cases) {
    const { leafIdx, treeSize, leafHash, root, size1, size2, root1, root2, proof } = json(folder, input);
    const path = ((proof ?? []) as string[]).map(hash);
    if (kind === 'inclusion') cases.expect(id, (await verifyInclusion(leafIdx, treeSize, hash(leafHash), path, hash(root), nodeCrypto)) === (expect === 'accept'));
    else if (kind === 'consistency') cases.expect(id, (await verifyConsistency(size1, size2, hash(root1), hash(root2), path, nodeCrypto)) === (expect === 'accept'));
    else skipped++;
  }
  return { run: cases.run, failures: cases.failures, words: `(${skipped} subtree cases not run)` };
}
