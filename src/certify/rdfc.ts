/**
 * JSON-LD to RDF to canonical N-Quads (RDFC-1.0), for `eddsa-rdfc-2022`: the only file that imports jsonld and rdf-canonize.
 * Nothing is fetched: an address that is not in the given set is refused. Terms that no context defines are refused too
 * (safe mode), since they would be signed as nothing. A document of another's making is bounded in nodes and work.
 */
// @ts-expect-error the package has no types
import jsonld from 'jsonld';
// @ts-expect-error the package has no types
import { canonize, NQuads } from 'rdf-canonize';
import type { ContextSet } from './contexts.ts';
import type { Canonicalize, Json } from './proof.ts';

/** Statements that a document may have. */
const MOST_QUADS = 5_000;
/** How often all blank nodes together may be looked into: W3C's own hardest good case (test044c) needs fewer; a clique of any size is stopped in well under a second. */
const DEEP_ITERATIONS = 600;

export function rdfc(contexts: ContextSet): Canonicalize {
  const documentLoader = async (address: string): Promise<object> => {
    const document = contexts.get(address);
    if (document === undefined) throw new Error(`context ${address} is not in the local set`);
    return { contextUrl: null, documentUrl: address, document };
  };
  return async (document: Json): Promise<string> => {
    refuseDropped(document);
    const quads = await jsonld.toRDF(document, { documentLoader, safe: true, rdfDirection: 'i18n-datatype' });
    return canonicalQuads(quads);
  };
}

/** `__proto__` is a term that jsonld never sees, safe mode or not: what stands under it would be shown and not signed. */
function refuseDropped(document: Json): void {
  const left: unknown[] = [document];
  for (let one = left.pop(); one !== undefined; one = left.pop()) {
    if (typeof one !== 'object' || one === null) continue;
    if (Object.hasOwn(one, '__proto__')) throw new Error('a term that no context defines: __proto__');
    for (const member of Object.values(one)) if (typeof member === 'object' && member !== null) left.push(member);
  }
}

export interface CanonizeOptions { readonly messageDigestAlgorithm?: string; readonly canonicalIdMap?: Map<string, string> }

/** Throws on a dataset that is too large or built to take forever. */
export async function canonicalQuads(dataset: readonly unknown[], options: CanonizeOptions = {}): Promise<string> {
  if (dataset.length > MOST_QUADS) throw new Error(`${dataset.length} statements where at most ${MOST_QUADS} are read`);
  return canonize(dataset, { algorithm: 'RDFC-1.0', format: 'application/n-quads', maxWorkFactor: Number.POSITIVE_INFINITY, maxDeepIterations: DEEP_ITERATIONS, ...options });
}

export const parseQuads = (text: string): readonly unknown[] => NQuads.parse(text);
