/** Many serial numbers under one signature: the certificate has the root of a tree over them, each serial an inclusion proof (RFC 6962). */
import { canonical } from '../base/canonical.ts';
import { type Crypto, utf8 } from './crypto.ts';
import { fromBase64, toBase64 } from './multibase.ts';
import type { Serials } from './credential.ts';
import { list, object, pattern, type Shape, text, whole } from './shape.ts';
import { inclusionProof, leafHash, rootOf, treeOf, verifyInclusion } from './tree.ts';

export interface Item { readonly serial: string; readonly index: number; readonly path: readonly string[] }

const hash: Shape = pattern(/^[A-Za-z0-9+/]{43}=$/);
export const itemShape: Shape = object({ serial: text, index: whole, path: list(hash) });
export const pathShape: Shape = list(hash);

/** The certificate's id is in every leaf: a serial of one certificate is none of another. */
const leafOf = (certificate: string, serial: string): Uint8Array => utf8(canonical({ certificate, serial }));

/** In the order given. RangeError where one stands twice. */
export async function itemsOf(certificate: string, serials: readonly string[], crypto: Pick<Crypto, 'sha256'>): Promise<{ readonly serials: Serials; readonly items: readonly Item[] }> {
  if (new Set(serials).size !== serials.length) throw new RangeError('a serial number stands twice');
  const leaves: Uint8Array[] = [];
  for (const serial of serials) leaves.push(await leafHash(leafOf(certificate, serial), crypto));
  const tree = await treeOf(leaves, crypto);
  const items: Item[] = [];
  for (const [index, serial] of serials.entries()) items.push({ serial, index, path: (await inclusionProof(tree, index, crypto)).map(toBase64) });
  return { serials: { count: serials.length, root: toBase64(await rootOf(tree, crypto)) }, items };
}

export async function checkItem(certificate: string, serials: Serials, item: Item, crypto: Pick<Crypto, 'sha256'>): Promise<boolean> {
  const path = item.path.map(fromBase64);
  const root = fromBase64(serials.root);
  if (root === undefined || path.some((one) => one === undefined)) return false;
  const leaf = await leafHash(leafOf(certificate, item.serial), crypto);
  return verifyInclusion(item.index, serials.count, leaf, path as Uint8Array[], root, crypto);
}
