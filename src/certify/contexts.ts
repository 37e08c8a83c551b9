/**
 * The JSON-LD contexts that there are: nothing is fetched, whatever an address says. A context counts by the SHA-256 of its
 * RFC 8785 JSON; ours has that hash in its name. Those of W3C come with the package that ships them.
 */
// @ts-expect-error the package has no types
import { contexts as published } from '@digitalbazaar/credentials-context';
import { CERTIFICATE_CONTEXT, CERTIFICATE_CONTEXT_ID } from './context.ts';
import type { Json } from './proof.ts';

/** By address. */
export type ContextSet = ReadonlyMap<string, Json>;

export const CONTEXTS: ContextSet = new Map<string, Json>([
  ...[...published.entries()].filter(([id]: [string, Json]) => id.startsWith('https://www.w3.org/')),
  [CERTIFICATE_CONTEXT_ID, CERTIFICATE_CONTEXT],
]);
