/** What we issue in the words of UNTP passes UNTP's own schemas and our own reader, and every proof is good. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { untpOf, type UntpSet } from '../../src/certify/untp.ts';
import { checkProof, jcs, type Json, proofOf } from '../../src/certify/proof.ts';
import { attestedClaims, readUntp } from '../../src/formats/untp/read.ts';
import { schemaOf } from '../../src/formats/untp/schema.ts';
import { nodeCrypto } from '../../src/host/certify-crypto.ts';
import { shared } from '../support/shared.ts';
import { checked, issued, signerOf } from './make.ts';

const signer = signerOf(1);
const key = { type: 'Ed25519', bytes: signer.publicKey } as const;
const SCHEMAS = { dcc: 'digitalConformityCredential', dpp: 'digitalProductPassport', dte: 'digitalTraceabilityEvent' } as const;

test.each(['quad-clear', 'quad-x'])('%s: conformity credential, passport and event pass the schemas of 0.6.0', async (example) => {
  const of = await checked(example);
  const { bundle } = await issued(of, signer, { lot: 'LOT-7' });
  const set = await untpOf(bundle.credential, of.file, signer, nodeCrypto);
  for (const [name, document] of Object.entries(set)) {
    const { proof, ...bare } = document as Json & { proof: unknown };
    const found = proofOf({ ...bare, proof });
    expect('fault' in found ? found.fault : await checkProof(found.document, found.proof, key, jcs, nodeCrypto)).toBeUndefined();
    const folder = shared('conformance', 'untp', 'schemas', SCHEMAS[name as keyof typeof SCHEMAS]);
    if (folder === undefined) continue;
    const read = readUntp(document, schemaOf(JSON.parse(readFileSync(join(folder, '0.6.0.json'), 'utf8'))));
    expect(read?.faults).toEqual([]);
    expect(read?.warnings).toEqual([]);
    expect(read?.version).toBe('0.6.0');
  }
  // It conforms for the purchase that was asked about, and says for which.
  const asked = `Asked for act procure-direct${example === 'quad-x' ? ', buyer us-dod' : ''}, as if every rulebook bound it.`;
  expect(JSON.stringify(set.dcc)).toContain(asked);
  for (const { description } of (set.dpp.credentialSubject as { conformityClaim: { description: string }[] }).conformityClaim) expect(description).toMatch(new RegExp(`^MADE UP: .*${asked}$`));
  const assessments = (set.dcc.credentialSubject as { assessment: { conformance: boolean }[] }).assessment;
  const decided = bundle.credential.credentialSubject.assessments.filter(({ verdict }) => verdict !== 'unknown');
  expect(assessments.map(({ conformance }) => conformance)).toEqual(decided.map(({ verdict }) => verdict === 'clear')); // unknown is never said as either
  expect((set.dte.credentialSubject as { inputQuantityList: unknown[] }[])[0]!.inputQuantityList.length).toBeGreaterThan(3);
});

test('serial numbers: what is said of some units is said of no other one', async () => {
  const of = await checked('recycled-magnet');
  const sets = [];
  for (const wanted of [{}, { serials: ['SN-1', 'SN-2'] }]) sets.push(await untpOf((await issued(of, signer, wanted)).bundle.credential, of.file, signer, nodeCrypto));
  const subject = ({ dpp }: UntpSet) => dpp.credentialSubject as { granularityLevel: string; product: { id: string }; conformityClaim: { description: string }[] };
  const [model, units] = sets.map(subject);
  expect([model!.granularityLevel, units!.granularityLevel]).toEqual(['model', 'item']);
  expect(units!.product.id).not.toBe(model!.product.id);
  for (const { description } of units!.conformityClaim) expect(description).toContain('About 2 serial numbers only');
  expect(JSON.stringify(sets[1]!.dcc)).toContain('About 2 serial numbers only');
});

test('a claim that no credential attests is the maker\'s own word', () => {
  const product = { id: 'urn:p' };
  const criterion = (id: string) => ({ id });
  const passport = { type: ['DigitalProductPassport'], credentialSubject: { product, conformityClaim: [{ id: 'c', conformance: true, assessmentCriteria: [criterion('a'), criterion('b')] }] } };
  const credential = (conformance: boolean, of = product) => ({ type: ['DigitalConformityCredential'], id: 'dcc', issuer: { id: 'did:web:x' }, credentialSubject: { assessment: [{ conformance, assessedProduct: [{ product: of }], assessmentCriteria: [criterion('a')] }] } });
  expect(attestedClaims(passport, [credential(true)], ['did:web:x'])).toEqual([{ claim: 'c', criterion: 'a', by: 'dcc', chain: ['did:web:x'] }, { claim: 'c', criterion: 'b' }]);
  expect(attestedClaims(passport, [credential(false)], [])[0]).toEqual({ claim: 'c', criterion: 'a' });
  expect(attestedClaims(passport, [credential(true, { id: 'urn:other' })], [])[0]).toEqual({ claim: 'c', criterion: 'a' });
  expect(attestedClaims({ ...passport, issuer: { id: 'did:web:x' } }, [credential(true)], ['did:web:x'])[0]).toEqual({ claim: 'c', criterion: 'a' }); // said twice by the same
  const silent = (value: object): object => JSON.parse(JSON.stringify(value).replaceAll(',"conformance":true', '').replaceAll('"conformance":true,', '')) as object;
  expect(attestedClaims(silent(passport) as typeof passport, [silent(credential(true)) as ReturnType<typeof credential>], [])[0]).toEqual({ claim: 'c', criterion: 'a' });
});
