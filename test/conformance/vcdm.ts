/** w3c/vc-data-model-2.0-test-suite inputs: issued or refused; presentations signed with eddsa-rdfc-2022 and verified or refused. */
import { issueFor, type Interop, verifyCredential, verifyPresentation } from '../../src/certify/interop.ts';
import { type Json, secure } from '../../src/certify/proof.ts';
import { rdfc } from '../../src/certify/rdfc.ts';
import { nodeCrypto } from '../../src/host/certify-crypto.ts';
import { ed25519Signer } from '../../src/host/keys.ts';
import { testContexts } from './contexts.ts';
import { Cases, json } from './read.ts';
import type { SuiteResult } from './suites.ts';

const BASE = 'https://www.w3.org/ns/credentials/v2';

export async function vcDataModel(folder: string): Promise<SuiteResult> {
  const cases = new Cases();
  const contexts = testContexts();
  const signer = ed25519Signer(new Uint8Array(32).fill(3));
  const about: Interop = { contexts, inline: true, now: '2026-11-22T12:00:00Z' };
  for (const { id, input, kind, expect } of json(folder, 'index.json').cases) {
    const given = dated(json(folder, input));
    if (kind === 'credential') {
      for (const suite of ['eddsa-rdfc-2022', 'eddsa-jcs-2022'] as const) {
        const made = await issueFor(given, suite, signer, about, nodeCrypto);
        const issued = 'credential' in made ? made.credential : undefined;
        const first = (issued?.['@context'] as readonly unknown[] | undefined)?.[0] === BASE;
        cases.expect(`${id} ${suite}`, expect === 'accept' ? issued?.proof !== undefined : expect === 'reject' ? issued === undefined : issued === undefined || first);
        if (issued === undefined || Array.isArray(issued.proof) || issued.credentialStatus !== undefined) continue;
        const begun = issued.validFrom === undefined || Date.parse(String(issued.validFrom)) <= Date.parse(about.now);
        const over = issued.validUntil !== undefined && Date.parse(String(issued.validUntil)) <= Date.parse(about.now);
        cases.expect(`${id} ${suite} verifies`, (await verifyCredential(issued, about, nodeCrypto)).verified === (begun && !over));
      }
      continue;
    }
    // What cannot even be signed is sent as it is.
    const signed = await secure(given, { cryptosuite: 'eddsa-rdfc-2022', created: about.now, proofPurpose: 'authentication' }, signer, rdfc(contexts), nodeCrypto).catch(() => given);
    const { verified, warnings } = await verifyPresentation(signed, about, nodeCrypto);
    if (expect === 'see-test') cases.expect(id, !verified || warnings.some(({ code }) => code === 'holder-did-not-sign'));
    else cases.expect(id, verified === (expect === 'accept'));
  }
  return cases;
}

/** Upstream fills these two in when it runs. */
function dated(input: Json): Json {
  return JSON.parse(JSON.stringify(input).replaceAll('FUTURE DATE', '2036-01-01T00:00:00Z').replaceAll('PAST DATE', '2016-01-01T00:00:00Z'));
}
