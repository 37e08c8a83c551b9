/** The JSON-LD context of our certificates. It defines every term that they use and has no `@vocab`: an unknown term is refused, not signed as nothing. */
import type { Json } from './proof.ts';

const term = (name: string): Json => ({ '@id': `urn:nonred:term:${name}`, '@type': '@json' });
const plain = (name: string): string => `urn:nonred:term:${name}`;

export const CERTIFICATE_CONTEXT: Json = {
  '@context': {
    '@protected': true,
    SupplyChainCertificate: plain('SupplyChainCertificate'),
    CheckedProduct: plain('CheckedProduct'),
    product: term('product'),
    lot: plain('lot'),
    serials: term('serials'),
    verdict: plain('verdict'),
    asOf: plain('asOf'),
    knownAt: plain('knownAt'),
    rulebooks: term('rulebooks'),
    assessments: term('assessments'),
    network: plain('network'),
    question: plain('question'),
    grounds: term('grounds'),
    dependsOn: term('dependsOn'),
    honesty: term('honesty'),
    nextChange: plain('nextChange'),
    hidden: term('hidden'),
    madeUp: term('madeUp'),
    reasons: term('reasons'),
  },
};

/** Its address is the SHA-256 of its RFC 8785 JSON: it cannot be swapped for another. A test computes it again. */
export const CERTIFICATE_CONTEXT_ID = 'urn:nonred:context:sha256:21773bedf7ef34cfcde649f39009ae5f92805b139122f9e549b35f306f026604';
export const CREDENTIALS_V2 = 'https://www.w3.org/ns/credentials/v2';
/** What the first two members of `@context` have to be, in this order, and nothing else. */
export const CERTIFICATE_CONTEXTS: readonly string[] = [CREDENTIALS_V2, CERTIFICATE_CONTEXT_ID];
