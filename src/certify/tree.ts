/**
 * Merkle trees of RFC 6962 section 2.1 over SHA-256: root, inclusion and consistency proofs, and their verification
 * after RFC 9162 section 2.1.3.2 and 2.1.4.2. A leaf is hashed behind a zero byte, a node behind a one.
 */
import { concat, type Crypto, sameBytes } from './crypto.ts';

type Hashing = Pick<Crypto, 'sha256'>;
export type Hash = Uint8Array;

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

export async function leafHash(leaf: Uint8Array, crypto: Hashing): Promise<Hash> {
  return crypto.sha256(concat(LEAF, leaf));
}

async function nodeHash(left: Hash, right: Hash, crypto: Hashing): Promise<Hash> {
  return crypto.sha256(concat(NODE, left, right));
}

/** All complete levels of a tree: `levels[k][i]` covers leaves i·2^k to (i+1)·2^k - 1. O(leaves) hashes. */
export interface Tree { readonly size: number; readonly levels: readonly (readonly Hash[])[] }

export async function treeOf(leaves: readonly Hash[], crypto: Hashing): Promise<Tree> {
  const levels: Hash[][] = [[...leaves]];
  for (let level = levels[0]!; level.length > 1; ) {
    const above: Hash[] = [];
    for (let i = 0; i + 1 < level.length; i += 2) above.push(await nodeHash(level[i]!, level[i + 1]!, crypto));
    levels.push(above);
    level = above;
  }
  return { size: leaves.length, levels };
}

/** The root of the tree, or of its first `size` leaves. Of none: the hash of nothing. */
export async function rootOf(tree: Tree, crypto: Hashing, size: number = tree.size): Promise<Hash> {
  return size === 0 ? crypto.sha256(new Uint8Array()) : subtree(tree, 0, size, crypto);
}

/** Hashes from the leaf's sibling up. RangeError where there is no such leaf. */
export async function inclusionProof(tree: Tree, index: number, crypto: Hashing, size: number = tree.size): Promise<Hash[]> {
  if (!(Number.isSafeInteger(index) && index >= 0 && index < size && size <= tree.size)) throw new RangeError(`no leaf ${index} of ${size}`);
  const path: Hash[] = [];
  for (let [from, to] = [0, size]; to - from > 1; ) {
    const middle = from + split(to - from);
    if (index < middle) {
      path.push(await subtree(tree, middle, to, crypto));
      to = middle;
    } else {
      path.push(await subtree(tree, from, middle, crypto));
      from = middle;
    }
  }
  return path.reverse();
}

/** That the first `before` leaves are those of the earlier tree. Empty where either size is 0 or they are equal. */
export async function consistencyProof(tree: Tree, before: number, crypto: Hashing, size: number = tree.size): Promise<Hash[]> {
  if (!(Number.isSafeInteger(before) && before >= 0 && before <= size && size <= tree.size)) throw new RangeError(`no tree of ${before} in ${size}`);
  const proof: Hash[] = [];
  let [from, to] = [0, size];
  if (before === 0 || before === size) return proof;
  while (before !== to) {
    const middle = from + split(to - from);
    if (before <= middle) {
      proof.push(await subtree(tree, middle, to, crypto));
      to = middle;
    } else {
      proof.push(await subtree(tree, from, middle, crypto));
      from = middle;
    }
  }
  if (from > 0) proof.push(await subtree(tree, from, to, crypto));
  return proof.reverse();
}

/** Is this the leaf at `index` of the tree with this size and root? */
export async function verifyInclusion(index: number, size: number, leaf: Hash, path: readonly Hash[], root: Hash, crypto: Hashing): Promise<boolean> {
  if (!(Number.isSafeInteger(index) && Number.isSafeInteger(size) && index >= 0 && index < size)) return false;
  let [fn, sn, hash] = [index, size - 1, leaf];
  for (const sibling of path) {
    if (sibling.length !== 32 || sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      hash = await nodeHash(sibling, hash, crypto);
      for (; fn % 2 === 0 && fn !== 0; fn = half(fn)) sn = half(sn);
    } else hash = await nodeHash(hash, sibling, crypto);
    fn = half(fn);
    sn = half(sn);
  }
  return sn === 0 && hash.length === 32 && sameBytes(hash, root);
}

/** Is the tree of `before` leaves the beginning of the later one? */
export async function verifyConsistency(before: number, after: number, first: Hash, second: Hash, proof: readonly Hash[], crypto: Hashing): Promise<boolean> {
  if (!(Number.isSafeInteger(before) && Number.isSafeInteger(after) && before > 0 && before <= after)) return false; // of an empty tree nothing can be shown
  if (before === after) return proof.length === 0 && sameBytes(first, second);
  const path = isPowerOfTwo(before) ? [first, ...proof] : [...proof];
  if (path.length === 0 || path.some((hash) => hash.length !== 32)) return false;
  let [fn, sn] = [before - 1, after - 1];
  for (; fn % 2 === 1; fn = half(fn)) sn = half(sn);
  let [fr, sr] = [path[0]!, path[0]!];
  for (const hash of path.slice(1)) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      fr = await nodeHash(hash, fr, crypto);
      sr = await nodeHash(hash, sr, crypto);
      for (; fn % 2 === 0 && fn !== 0; fn = half(fn)) sn = half(sn);
    } else sr = await nodeHash(sr, hash, crypto);
    fn = half(fn);
    sn = half(sn);
  }
  return sn === 0 && sameBytes(fr, first) && sameBytes(sr, second);
}

/** The hash of leaves from..to, where `from` is where a complete subtree of that size may start. */
async function subtree(tree: Tree, from: number, to: number, crypto: Hashing): Promise<Hash> {
  const size = to - from;
  if (isPowerOfTwo(size)) return tree.levels[Math.log2(size)]![from / size]!;
  const middle = from + split(size);
  return nodeHash(await subtree(tree, from, middle, crypto), await subtree(tree, middle, to, crypto), crypto);
}

/** The largest power of two below a size above 1. */
function split(size: number): number {
  let power = 1;
  while (power * 2 < size) power *= 2;
  return power;
}

const half = (number: number): number => Math.floor(number / 2);
const isPowerOfTwo = (number: number): boolean => split(number + 1) === number;
