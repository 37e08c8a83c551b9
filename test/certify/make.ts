/** Certificates for tests: an example of the repository, checked and signed with a key that everybody knows. */
import { join } from 'node:path';
import { canonical } from '../../src/base/canonical.ts';
import { type Bundle, bundleText } from '../../src/certify/bundle.ts';
import type { GroundsFile } from '../../src/certify/claim.ts';
import type { Certificate } from '../../src/certify/credential.ts';
import { type Signer, utf8 } from '../../src/certify/crypto.ts';
import { type DidDocument, documentOf } from '../../src/certify/did.ts';
import { jcs, type Json, secure } from '../../src/certify/proof.ts';
import type { Register } from '../../src/certify/register.ts';
import type { Trust } from '../../src/certify/trust.ts';
import { type Given, type Verification, verifyBundle } from '../../src/certify/verify.ts';
import { certify, type CertifyInput } from '../../src/engine/certify.ts';
import { check } from '../../src/engine/check.ts';
import { questionOf } from '../../src/engine/question.ts';
import type { CheckResult } from '../../src/engine/result.ts';
import { nodeCrypto } from '../../src/host/certify-crypto.ts';
import { sha256 } from '../../src/host/crypto.ts';
import { ed25519Signer } from '../../src/host/keys.ts';
import { chooseRulebooks, loadRulebooks, rulebookFolders } from '../../src/host/rulebooks.ts';
import { loadWorkspace } from '../../src/host/workspace.ts';
import type { Rec } from '../../src/model/record.ts';
import { joinParties } from '../../src/screen/joins.ts';
import { packResult } from '../../src/wire/result.ts';
import { root } from '../house/sources.ts';

export const DAY = '2026-11-22';
export const signerOf = (byte: number): Signer => ed25519Signer(new Uint8Array(32).fill(byte));
export const documentFor = (signer: Signer): DidDocument => {
  const found = documentOf(signer.issuer);
  if ('fault' in found) throw new Error(found.fault);
  return found.value;
};
export const emptyRegister = (signer: Signer): Register => ({ nonred: 'register/1', issuer: signer.issuer, name: 'Example Aero (made-up)', entries: [] });

export interface Checked { readonly result: CheckResult; readonly file: GroundsFile; readonly records: readonly Rec[]; readonly rulebooks: ReadonlyMap<string, readonly string[]> }

export async function checked(example: string): Promise<Checked> {
  const folder = join(root, 'examples', example);
  const { value: workspace, issues } = loadWorkspace(folder);
  if (issues.length > 0) throw new Error(JSON.stringify(issues));
  const { config, lines } = workspace;
  const records = [...workspace.records, ...joinParties(workspace.records, sha256).records];
  const all = loadRulebooks(rulebookFolders(folder));
  const result = await check({ records, lines, question: questionOf(config, DAY), rulebooks: chooseRulebooks(all, config.rulebooks), ...(config.madeUp && { madeUp: true as const }) }, sha256);
  return { result, records, file: packResult(result, sha256) as unknown as GroundsFile, rulebooks: new Map([...all].map(([id, rulebook]) => [id, [sha256(canonical(rulebook))]])) };
}

export async function issued(of: Checked, signer: Signer, wanted: CertifyInput['wanted'] = {}, register: Register = emptyRegister(signer)) {
  const { result, file, records } = of;
  return certify({ result, file, records, register, document: documentFor(signer), today: { day: DAY, now: `${DAY}T08:00:00Z` }, acceptUnverified: true, wanted }, signer, nodeCrypto, sha256);
}

export const trusting = (...signers: readonly Signer[]): Trust => ({ version: 1, issuers: signers.map(({ issuer }) => ({ id: issuer, name: 'Example Aero (made-up)' })) });

export const verify = (bundle: Bundle | string | Uint8Array, given: Partial<Omit<Given, 'trust'>> & { readonly trust: Trust | undefined; readonly of?: Checked }): Promise<Verification> => {
  const { of, trust, ...rest } = given;
  const bytes = typeof bundle === 'string' ? utf8(bundle) : bundle instanceof Uint8Array ? bundle : utf8(bundleText(bundle));
  return verifyBundle(bytes, { asOf: DAY, ...(of && { rulebooks: of.rulebooks }), ...(trust && { trust }), ...rest }, nodeCrypto);
};

/** The first line that is not `passed`: `status lapsed`. */
export const fault = ({ lines }: Verification): string | undefined => {
  const line = lines.find(({ outcome }) => outcome === 'refused') ?? lines.find(({ outcome }) => outcome === 'unknown');
  return line && `${line.question} ${line.code}`;
};

/** The credential with other members, signed anew by this signer: what a liar with a key can do. */
export async function signedAnew(credential: Certificate, change: Json, signer: Signer): Promise<Certificate> {
  const { proof, ...document } = credential as unknown as Json & { readonly proof: { readonly created: string } };
  return (await secure({ ...document, ...change }, { cryptosuite: 'eddsa-jcs-2022', created: proof.created, proofPurpose: 'assertionMethod' }, signer, jcs, nodeCrypto)) as unknown as Certificate;
}
