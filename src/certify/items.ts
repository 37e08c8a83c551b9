/** Many serial numbers under one signature: the certificate has the root of a tree over them, each serial an inclusion proof (RFC 6962). */
import { canonical } from '../base/canonical.ts';
import { concat, type Crypto, utf8 } from './crypto.ts';
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

/**
 * Many items of one certificate: which of them are in it. A node that one proof has shown is not shown again, so it is about two hashes
 * an item; every element of every path is compared all the same, and one that differs refuses its item.
 */
export async function checkItems(certificate: string, serials: Serials, items: Iterable<Item>, crypto: Pick<Crypto, 'sha256'>): Promise<boolean[]> {
  const known = new Map<number, string>(); // by level and place: base64 of a node's hash
  const answers: boolean[] = [];
  for (const item of items) answers.push(await proven(certificate, serials, item, known, crypto));
  return answers;
}

const LEVEL = 2 ** 42; // above any index

async function proven(certificate: string, { count, root }: Serials, { serial, index, path }: Item, known: Map<number, string>, crypto: Pick<Crypto, 'sha256'>): Promise<boolean> {
  if (!(Number.isSafeInteger(index) && index >= 0 && index < count && count < LEVEL)) return false;
  const learnt: [number, string][] = [];
  let own: Uint8Array | undefined = await leafHash(leafOf(certificate, serial), crypto);
  let [fn, sn, level] = [index, count - 1, 0];
  for (const sibling of path) {
    for (; fn === sn && fn % 2 === 0 && fn > 0; level++) [fn, sn] = [fn / 2, sn / 2]; // nothing stands beside it here
    if (sn === 0) return false;
    const [here, beside] = [level * LEVEL + fn, level * LEVEL + (fn ^ 1)];
    const before = known.get(beside);
    if (before !== undefined && before !== sibling) return false;
    if (own !== undefined) {
      const name = toBase64(own);
      const shown = known.get(here);
      if (shown !== undefined && shown !== name) return false;
      const other = shown !== undefined && before !== undefined ? undefined : fromBase64(sibling);
      if (shown !== undefined && before !== undefined) own = undefined; // from here up it has all been shown
      else if (other?.length !== 32) return false;
      else {
        learnt.push([here, name], [beside, sibling]);
        own = await crypto.sha256(fn % 2 === 1 ? concat(NODE, other, own) : concat(NODE, own, other));
      }
    } else if (before === undefined) return false; // below a node that was shown everything beside it was shown too
    [fn, sn, level] = [Math.floor(fn / 2), Math.floor(sn / 2), level + 1];
  }
  if (sn !== 0 || (own !== undefined && toBase64(own) !== root)) return false;
  for (const [place, name] of learnt) known.set(place, name);
  return true;
}

const NODE = Uint8Array.of(1);
