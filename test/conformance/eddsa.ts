/** w3c/vc-di-eddsa: every intermediate file of both suites byte for byte, the signed document, and that it verifies and an altered one does not. */
import { join } from 'node:path';
import { readdirSync } from 'node:fs';
import { toHex, toMultibase58, fromMultibase58 } from '../../src/certify/multibase.ts';
import { checkProof, type Canonicalize, hashData, jcs, type Json, type Proof, type ProofOptions, secure } from '../../src/certify/proof.ts';
import { rdfc } from '../../src/certify/rdfc.ts';
import { keyOf } from '../../src/certify/did.ts';
import { nodeCrypto } from '../../src/host/certify-crypto.ts';
import { ed25519Signer } from '../../src/host/keys.ts';
import { testContexts } from './contexts.ts';
import { type Any, Cases, json, text } from './read.ts';
import type { SuiteResult } from './suites.ts';

const SUITES = [
  { folder: 'eddsa-jcs-2022', suite: 'eddsa-jcs-2022' },
  { folder: 'eddsa-rdfc-2022', suite: 'eddsa-rdfc-2022' },
  { folder: 'Ed25519Signature2020', suite: undefined },
] as const;

export async function eddsa(folder: string): Promise<SuiteResult> {
  const cases = new Cases();
  const unsigned = json(folder, 'unsigned.json') as Json;
  const keys = json(folder, 'keyPair.json');
  const legacy = json(folder, 'contexts', 'lds-ed25519-2020-v1.json');
  const contexts = new Map([...testContexts(), ['https://w3id.org/security/suites/ed25519-2020/v1', legacy as Json]]);
  const key = keyOf(keys.publicKeyMultibase);
  if ('fault' in key) throw new Error(key.fault);
  const seed = fromMultibase58(keys.privateKeyMultibase)!.slice(2); // multicodec 0x1300
  for (const { folder: name, suite } of SUITES) {
    const file = (what: string): string => `${name}/${readdirSync(join(folder, name)).find((one) => one.startsWith(what))}`;
    const options = json(folder, file('proofConfig')) as ProofOptions;
    const canonicalize: Canonicalize = name === 'eddsa-jcs-2022' ? jcs : rdfc(contexts);
    // The 2020 suite signed the document with its own context added; the others, the document as it is.
    const document = suite ? unsigned : { ...unsigned, '@context': (options as Any)['@context'] };
    const said = (what: string, value: string): void => cases.expect(file(what), text(folder, file(what)) === value);
    said('canonDoc', await canonicalize(document));
    said('proofCanon', await canonicalize(options as unknown as Json));
    const hash = toHex(await hashData(document, options, canonicalize, nodeCrypto));
    said('proofHash', hash.slice(0, 64));
    said('docHash', hash.slice(64));
    said('combinedHash', hash);
    const signer = ed25519Signer(seed, { issuer: options.verificationMethod.split('#')[0]!, verificationMethod: options.verificationMethod });
    const { proof } = await secure(document, options as ProofOptions, signer, canonicalize, nodeCrypto);
    said('sigHex', toHex(fromMultibase58(proof.proofValue)!));
    said('sigBTC58', proof.proofValue);
    const signed = json(folder, file('signed')) as Json & { proof: Proof };
    cases.expect(`${file('signed')} is made again`, suite === undefined || equal(signed, { ...document, proof: { ...(signed.proof['@context'] ? proof : without(proof)) } }));
    const { proof: own, ...bare } = signed;
    const config = { '@context': (options as Any)['@context'], ...own } as Proof;
    cases.expect(`${file('signed')} verifies`, (await checkProof(bare, config, key.value, canonicalize, nodeCrypto)) === undefined);
    for (const [what, altered] of [['name', { ...bare, name: 'Alumnj Credential' }], ['id', { ...bare, id: `${bare.id}4` }]] as const)
      cases.expect(`${file('signed')} with another ${what} is refused`, (await checkProof(altered, config, key.value, canonicalize, nodeCrypto)) === 'not-signed-by-key');
    const bits = fromMultibase58(own.proofValue)!;
    for (let byte = 0; byte < bits.length; byte++) {
      const flipped = bits.map((value, i) => (i === byte ? value ^ (1 << byte % 8) : value));
      cases.expect(`${name} signature with byte ${byte} altered is refused`, (await checkProof(bare, { ...config, proofValue: toMultibase58(flipped) }, key.value, canonicalize, nodeCrypto)) !== undefined);
    }
  }
  return cases;
}

const without = ({ '@context': _, ...rest }: Proof): object => rest;
const equal = (a: unknown, b: unknown): boolean => jcs(a as Json) === jcs(b as Json);
