/**
 * A certificate in the words of the UN Transparency Protocol 0.6.0: the assessments as a Digital Conformity Credential, the product as a
 * Digital Product Passport that points at it, its making as a Digital Traceability Event. Each is signed like the certificate and has its
 * status entries. UNTP's `conformance` is yes or no: what is unknown has no assessment there, and the description says so.
 */
import { canonical } from '../base/canonical.ts';
import { askedIn, type GroundsFile, type RulebookClaim } from './claim.ts';
import type { Certificate } from './credential.ts';
import { CREDENTIALS_V2 } from './context.ts';
import { type Crypto, type Signer, utf8 } from './crypto.ts';
import { toHex } from './multibase.ts';
import { jcs, type Json, type Proof, secure } from './proof.ts';

export type UntpCredential = Json & { readonly proof: Proof };
export interface UntpSet { readonly dcc: UntpCredential; readonly dpp: UntpCredential; readonly dte: UntpCredential }

const TOPIC = 'governance.compliance';
const vocabulary = (name: string): string => `https://test.uncefact.org/vocabulary/untp/${name}/0.6.0/`;
const slug = (text: string): string => encodeURIComponent(text).replaceAll('%', '_');

export async function untpOf(certificate: Certificate, file: GroundsFile, signer: Signer, crypto: Pick<Crypto, 'sha256'>): Promise<UntpSet> {
  const seal = async (document: Json): Promise<UntpCredential> =>
    (await secure(document, { cryptosuite: 'eddsa-jcs-2022', created: certificate.proof.created!, proofPurpose: 'assertionMethod' }, signer, jcs, crypto)) as UntpCredential;
  const dcc = await seal(conformity(certificate, aboutIn(certificate, file)));
  const digest = toHex(await crypto.sha256(utf8(canonical(dcc))));
  return { dcc, dpp: await seal(passport(certificate, digest, aboutIn(certificate, file))), dte: await seal(traceability(certificate, file)) };
}

function head(certificate: Certificate, name: 'dcc' | 'dpp' | 'dte', type: string): Json {
  const { id, issuer, validFrom, validUntil, credentialStatus } = certificate;
  return {
    type: [type, 'VerifiableCredential'], '@context': [CREDENTIALS_V2, vocabulary(name)], id: `${id}:${name}`, issuer: { type: ['CredentialIssuer'], ...issuer },
    validFrom, validUntil, credentialStatus,
  };
}

/** A lot and serial numbers are other things than the model. */
function productOf({ credentialSubject: { product, lot, serials } }: Certificate): { readonly id: string; readonly name: string } {
  return { id: `urn:nonred:product:${slug([product.maker ?? '', product.partNumbers?.[0] ?? product.name, lot ?? '', ...(serials ? [serials.root] : [])].join(':'))}`, name: product.name };
}

/** For which purchase, since what may be leased may not be bought, and about which units. */
function aboutIn({ credentialSubject: { serials } }: Certificate, file: GroundsFile): string {
  const { asIfBound, ...asked } = askedIn(file);
  const texts = Object.entries(asked).map(([what, value]) => `${what} ${value}`);
  const units = serials ? ` About ${serials.count} serial numbers only, whose tree has the root ${serials.root}.` : '';
  return `Asked ${texts.length === 0 ? 'for no particular act, buyer or purpose' : `for ${texts.join(', ')}`}${asIfBound ? ', as if every rulebook bound it' : ''}.${units}`;
}

function conformity(certificate: Certificate, about: string): Json {
  const { id, issuer, credentialSubject: { assessments, rulebooks, asOf, madeUp } } = certificate;
  const decided = assessments.map((one, place) => ({ ...one, place })).filter(({ verdict }) => verdict !== 'unknown');
  const open = assessments.length - decided.length;
  return {
    ...head(certificate, 'dcc', 'DigitalConformityCredential'),
    credentialSubject: {
      type: ['ConformityAttestation', 'Attestation'], id: `${id}:attestation`, name: `${madeUp ? 'MADE UP: ' : ''}supply chain of ${productOf(certificate).name}`,
      assessorLevel: 'Self', assessmentLevel: 'Unspecified', attestationType: 'declaration',
      description: `Evaluated by the rulebooks as written, as of ${asOf}; not legal advice. ${about} ${open === 0 ? 'Every clause is decided.' : `${open} of ${assessments.length} assessments are unknown and are not listed: nothing is attested about them.`}`,
      issuedToParty: { id: issuer.id, name: issuer.name },
      assessment: decided.map(({ rulebook, clause, subject, verdict, unverified, place }) => {
        return {
          type: ['ConformityAssessment', 'Declaration'], id: `${id}:assessment:${place}`, assessmentDate: asOf,
          assessmentCriteria: [criterionOf(rulebooks.find((one) => one.id === rulebook)!, clause, unverified)],
          description: subject === 'all' ? 'all parts that the clause speaks of' : `part: ${subject}`,
          conformance: verdict === 'clear', conformityTopic: TOPIC, assessedProduct: [{ type: ['ProductVerification'], product: productOf(certificate), IDverifiedByCAB: false }],
        };
      }),
    },
  };
}

function criterionOf({ id, version, digest }: RulebookClaim, clause: string, unverified: boolean | undefined): Json {
  return {
    type: ['Criterion'], id: `urn:nonred:rulebook:${id}:${digest}#${slug(clause)}`, name: `${id} ${version}, clause ${clause}`, conformityTopic: TOPIC, status: 'active',
    description: `Clause ${clause} of the rulebook ${id}, version ${version}, whose text has the SHA-256 ${digest}${unverified ? '; the text could not be confirmed against the law' : ''}.`,
  };
}

function passport(certificate: Certificate, dccDigest: string, about: string): Json {
  const { id, credentialSubject: { assessments, lot, product, rulebooks, madeUp, serials } } = certificate;
  // A claim names the clauses that came out as it says: those are the ones that the conformity credential attests.
  const criteria = (rulebook: RulebookClaim): Json[] => {
    const own = assessments.filter((one) => one.rulebook === rulebook.id && one.verdict === rulebook.verdict);
    return [...new Map(own.map((one) => [one.clause, criterionOf(rulebook, one.clause, one.unverified)])).values()];
  };
  return {
    ...head(certificate, 'dpp', 'DigitalProductPassport'),
    credentialSubject: {
      type: ['ProductPassport'], id: `${id}:passport`, granularityLevel: serials ? 'item' : lot === undefined ? 'model' : 'batch',
      product: { type: ['Product'], ...productOf(certificate), ...(product.partNumbers?.[0] !== undefined && { registeredId: product.partNumbers[0] }), ...(lot !== undefined && { batchNumber: lot }) },
      conformityClaim: rulebooks.filter(({ verdict }) => verdict === 'clear' || verdict === 'red').map((one) => ({
        type: ['Claim', 'Declaration'], id: `${id}:claim:${slug(one.id)}`, description: `${madeUp ? 'MADE UP: ' : ''}the rulebook ${one.id}, version ${one.version} (SHA-256 ${one.digest}), as written. ${about}`,
        conformance: one.verdict === 'clear', conformityTopic: TOPIC, assessmentCriteria: criteria(one),
        conformityEvidence: { type: ['SecureLink', 'Link'], linkURL: `${id}:dcc`, linkName: 'conformity credential', hashDigest: dccDigest, hashMethod: 'SHA-256' },
      })),
    },
  };
}

/** The bill of the product as one transformation. What is not recorded is left out. */
function traceability(certificate: Certificate, file: GroundsFile): Json {
  const { id, credentialSubject: { asOf } } = certificate;
  const bom = (file.question as { readonly bom?: string }).bom;
  const recipes = file.records.filter((rec) => rec.kind === 'recipe' && rec.output === file.product && (bom === undefined || rec.id === bom));
  const lines = file.records.filter((rec) => rec.kind === 'line' && recipes.some((recipe) => recipe.id === rec.recipe));
  const name = (part: string): string => file.labels[part] ?? part;
  const element = (part: string, quantity: string, uom: unknown): Json => ({
    type: ['QuantityElement'], productId: `urn:nonred:part:${slug(part)}`, productName: name(part), quantity: Number(quantity), ...(typeof uom === 'string' && { uom }),
  });
  const inputs = lines.flatMap((line) => (line.options as readonly { readonly product: string | null }[]).flatMap(({ product }) =>
    (product === null || typeof line.quantity !== 'string' ? [] : [element(product, line.quantity, line.uom)])));
  const { id: productId, name: productName } = productOf(certificate);
  return {
    ...head(certificate, 'dte', 'DigitalTraceabilityEvent'),
    credentialSubject: [{
      type: ['TransformationEvent', 'Event'], id: `${id}:event`, processType: 'assembly', eventTime: `${asOf}T00:00:00Z`, action: 'observe',
      outputQuantityList: [{ type: ['QuantityElement'], productId, productName, quantity: 1, uom: 'H87' }], inputQuantityList: inputs,
    }],
  };
}
