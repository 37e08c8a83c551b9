/** The contexts of the product, and the one of W3C's examples, which is for tests only. */
import { CONTEXTS, type ContextSet } from '../../src/certify/contexts.ts';

export function testContexts(): ContextSet {
  return new Map([...CONTEXTS, ['https://www.w3.org/ns/credentials/examples/v2', { '@context': { '@vocab': 'https://www.w3.org/ns/credentials/examples#' } }]]);
}
