/** Where a verifier's trust starts: issuers known by other means than the bundle itself, their keys with history, rulebooks by digest. */
import { parseJson } from '../base/json.ts';
import { day, digest, list, object, oneOf, pattern, type Shape, text, whole } from './shape.ts';

export interface TrustedKey {
  /** Multikey text: `z6Mk...`. */
  readonly key: string;
  readonly from?: string;
  /** First day on which it signs no more. What it signed before stays good. */
  readonly to?: string;
  /** From this day on somebody else may have had it: what it signed counts only where a pinned checkpoint has it. */
  readonly compromised?: string;
}
export interface TrustedIssuer {
  readonly id: string;
  readonly name: string;
  /** All keys that count, old and new. `did:key` needs none: its key is its name. */
  readonly keys?: readonly TrustedKey[];
  /** `did:web`: SHA-256 of the RFC 8785 JSON of each document that it has had. A document that is not pinned does not count. */
  readonly documents?: readonly string[];
  /** Signed checkpoints of the issuer's log that the verifier has kept, with the day on which it saw them. */
  readonly checkpoints?: readonly { readonly note: string; readonly seen: string }[];
}
export interface Trust {
  readonly version: 1;
  readonly issuers: readonly TrustedIssuer[];
  /** Digests of rulebooks, by id, beside those that the verifier's program knows. */
  readonly rulebooks?: Readonly<Record<string, readonly string[]>>;
  /** A status list older than this says nothing, whatever it allows itself. */
  readonly statusMaxAgeDays?: number;
  /** Rulebooks without a verdict for these leave the answer unknown. */
  readonly requires?: readonly string[];
}

const rulebooks: Shape = (value) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return '';
  for (const [id, digests] of Object.entries(value)) if (list(digest)(digests) !== undefined) return `/${id}`;
  return undefined;
};
const trustShape: Shape = object({
  version: oneOf(1),
  issuers: list(object({
    id: pattern(/^did:[a-z0-9]+:\S+$/), name: text, 'keys?': list(object({ key: pattern(/^z[1-9A-HJ-NP-Za-km-z]+$/), 'from?': day, 'to?': day, 'compromised?': day }), 1),
    'documents?': list(digest), 'checkpoints?': list(object({ note: text, seen: day })),
  })),
  'rulebooks?': rulebooks, 'statusMaxAgeDays?': whole, 'requires?': list(text),
});

/** A trust file, or a JSON Pointer to its first fault. */
export function readTrust(bytes: Uint8Array | string, source: string): { readonly trust: Trust } | { readonly fault: string } {
  const { value, issues } = parseJson(bytes, { source, maxBytes: 4 << 20 });
  if (issues[0]) return { fault: issues[0].at.pointer || '/' };
  const fault = trustShape(value) ?? twice(value as Trust);
  return fault === undefined ? { trust: value as Trust } : { fault: fault || '/' };
}

/** An issuer that is there twice: of two lists of keys, one of which may know of a loss, neither may be passed over. */
function twice({ issuers }: Trust): string | undefined {
  const at = issuers.findIndex(({ id }, i) => issuers.findIndex((one) => one.id === id) < i);
  return at < 0 ? undefined : `/issuers/${at}/id`;
}
