/** Bitstring status lists: the indexes that are set and no others, malformed lists, a bomb that is stopped, indexes beyond the list. */
import { bitAt, decodeBits, encodeBits, indexOf } from '../../src/certify/bitstring.ts';
import { nodeCrypto } from '../../src/host/certify-crypto.ts';
import { Cases, json } from './read.ts';
import type { SuiteResult } from './suites.ts';

export async function bitstring(folder: string): Promise<SuiteResult> {
  const cases = new Cases();
  const { valid, invalid, queries } = json(folder, 'vectors.json');
  const lists = new Map<string, Uint8Array>();
  const indexes = (bits: Uint8Array): number[] => Array.from({ length: bits.length * 8 }, (_, i) => i).filter((i) => bitAt(bits, i));
  for (const { id, length, set, encodedList } of valid) {
    const read = await decodeBits(encodedList, nodeCrypto);
    cases.expect(id, 'bits' in read && read.bits.length * 8 === length && String(indexes(read.bits)) === String(set));
    if ('bits' in read) lists.set(id, read.bits);
    const again = await decodeBits(await encodeBits(set, nodeCrypto, length), nodeCrypto);
    cases.expect(`${id} encoded again`, 'bits' in again && String(indexes(again.bits)) === String(set));
  }
  for (const { id, encodedList, expect } of invalid) {
    const before = process.memoryUsage().rss;
    const read = await decodeBits(encodedList, nodeCrypto);
    const grown = (process.memoryUsage().rss - before) / (1 << 20);
    cases.expect(id, 'fault' in read && read.fault === (expect.startsWith('STATUS_LIST_LENGTH') ? 'too-short' : 'malformed') && grown < 64);
  }
  // The standard's example speaks of entry 94567 and gives no list: ours has that one set.
  const example = await decodeBits(await encodeBits([94_567], nodeCrypto), nodeCrypto);
  if ('bits' in example) lists.set('spec-example-index-94567', example.bits);
  for (const { index, list, expect } of queries) {
    const number = typeof index === 'number' ? index : indexOf(index);
    const bit = number === undefined ? undefined : bitAt(lists.get(list)!, number);
    cases.expect(`${list} at ${index}`, /^(RANGE|malformed)/.test(expect) ? bit === undefined : bit === expect.startsWith('set'));
  }
  return cases;
}
