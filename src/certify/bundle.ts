/**
 * All that a verifier needs, in one file: RFC 8785 JSON and a line feed, and no other spelling. What a stranger altered, be it one
 * bit, is either another text or another value, and each value is bound by a signature or by a digest under one.
 */
import { canonical } from '../base/canonical.ts';
import { parseJson } from '../base/json.ts';
import { decodeUtf8 } from '../base/utf8.ts';
import type { GroundsFile } from './claim.ts';
import { type Certificate, certificateShape, documentShape } from './credential.ts';
import type { DidDocument } from './did.ts';
import { type Item, itemShape, pathShape } from './items.ts';
import { list, object, oneOf, record, type Shape, text, whole } from './shape.ts';
import { type StatusList, statusListShape } from './status.ts';

export interface Bundle {
  readonly nonred: 'bundle/1';
  readonly credential: Certificate;
  readonly issuerDocument: DidDocument;
  readonly statusLists: readonly StatusList[];
  /** Of the credential (its RFC 8785 bytes are the leaf) in the issuer's log. */
  readonly inclusion: { readonly index: number; readonly path: readonly string[] };
  readonly checkpoint: string;
  /** The result file. Absent where only the certificate fits, in a QR code: then nothing is known of the grounds. */
  readonly grounds?: GroundsFile;
  readonly item?: Item;
}

const MOST_BYTES = 64 << 20;
/** An issuer has two; each is inflated to look at. */
const MOST_LISTS = 16;
const bundleShape: Shape = object({
  nonred: oneOf('bundle/1'), credential: certificateShape, issuerDocument: documentShape, statusLists: list(statusListShape, 0, MOST_LISTS),
  inclusion: object({ index: whole, path: pathShape }), checkpoint: text, 'grounds?': record, 'item?': itemShape,
});

export const bundleText = (bundle: Bundle): string => `${canonical(bundle)}\n`;

export type BundleFault = 'not-utf8' | 'not-json' | 'not-canonical' | 'not-a-bundle';

/** The bundle, or why it is none and where. The grounds are looked into by verify.ts. */
export function readBundle(bytes: Uint8Array): { readonly bundle: Bundle } | { readonly fault: BundleFault; readonly at: string } {
  const decoded = decodeUtf8(bytes, '');
  if ('issue' in decoded) return { fault: 'not-utf8', at: '' };
  const { value, issues } = parseJson(decoded.text, { source: '', maxBytes: MOST_BYTES });
  if (issues[0]) return { fault: 'not-json', at: `${issues[0].code} ${issues[0].at.pointer}`.trim() };
  const fault = bundleShape(value);
  if (fault !== undefined) return { fault: 'not-a-bundle', at: fault };
  return `${canonical(value)}\n` === decoded.text ? { bundle: value as Bundle } : { fault: 'not-canonical', at: '' };
}

/** A status list file: the same rules. */
export function readStatusList(bytes: Uint8Array): { readonly list: StatusList } | { readonly fault: BundleFault; readonly at: string } {
  const decoded = decodeUtf8(bytes, '');
  if ('issue' in decoded) return { fault: 'not-utf8', at: '' };
  const { value, issues } = parseJson(decoded.text, { source: '', maxBytes: MOST_BYTES });
  if (issues[0]) return { fault: 'not-json', at: `${issues[0].code} ${issues[0].at.pointer}`.trim() };
  const fault = statusListShape(value);
  if (fault !== undefined) return { fault: 'not-a-bundle', at: fault };
  return `${canonical(value)}\n` === decoded.text ? { list: value as StatusList } : { fault: 'not-canonical', at: '' };
}
