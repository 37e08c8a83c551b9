/** Small harm to a document, as damage in transit and as a hostile hand would do it. Seeded: the same number, the same bytes. */
import { unzipSync, zipSync } from 'fflate';
import type { Random } from '../support/random.ts';

export type Mutate = (random: Random, seed: Uint8Array, others: readonly Uint8Array[]) => Uint8Array;

/** What readers stumble over. */
export const WORDS: readonly string[] = [
  '"', '""', '\r', '\n', '\r\n\r\n', ',', ';', '\t', '\0', '\ufeff', '\u202e', '\u200b', '\ud83d\ude00', 'ﬀ', '臺灣', '=1+1', "'", '#', '|', '/', '..', '../', '~1', '-', '-1', '+', '%',
  '0', '1e400', '9'.repeat(400), '1,000', '0.1', '1..2', 'R1-R9', 'R1-R999999999', 'R9-R1', '1.1.1.1.1', 'DNP', 'n/a', 'CN', 'TW', 'China', '[', ']', '{', '}', '[[[[[[[[', '{"a":', ':', ': ', '- ', '&a ', '*a',
  '!!js ', '<<: ', '%YAML 1.1\n', '---\n', '__proto__', 'constructor', 'toString', '<!DOCTYPE a [', '<!ENTITY b "c">', '&amp;', '&b;', '<a>', '</a>', '<![CDATA[', ']]>', '<?xml version="1.1"?>', 'xmlns=', 'true', 'null', '\\u0000', '\\ud800', '\\',
];
const WORD_BYTES = WORDS.map((word) => new TextEncoder().encode(word));

/** One to four changes of bytes. */
export const mutateBytes: Mutate = (random, seed, others) => {
  let bytes = seed;
  for (let times = 1 + random.int(4); times > 0; times--) bytes = once(random, bytes, others);
  return bytes;
};

function once(random: Random, bytes: Uint8Array, others: readonly Uint8Array[]): Uint8Array {
  const at = random.int(bytes.length + 1);
  const size = 1 + random.int(random.chance(0.1) ? Math.max(1, bytes.length) : 16);
  const piece = (): Uint8Array => bytes.subarray(at, at + size);
  switch (random.int(10)) {
    case 0: return replaced(bytes, at, 1, Uint8Array.of((bytes[at] ?? 0) ^ (1 << random.int(8))));
    case 1: return replaced(bytes, at, 1, Uint8Array.of(random.int(256)));
    case 2: return replaced(bytes, at, 0, Uint8Array.from({ length: size }, () => random.int(256)));
    case 3: return replaced(bytes, at, size, new Uint8Array());
    case 4: return replaced(bytes, random.int(bytes.length + 1), 0, piece()); // said twice
    case 5: return replaced(bytes, random.int(bytes.length + 1), size, piece());
    case 6: return random.chance(0.3) ? bytes.slice(0, at) : replaced(bytes, at, 0, random.pick(WORD_BYTES));
    case 7: {
      const other = random.pick(others);
      const from = random.int(other.length + 1);
      return replaced(bytes, at, random.int(size), other.subarray(from, from + size));
    }
    default: return replaced(bytes, at, random.chance(0.5) ? 0 : size, random.pick(WORD_BYTES));
  }
}

function replaced(bytes: Uint8Array, at: number, count: number, by: Uint8Array): Uint8Array {
  const end = Math.min(bytes.length, at + count);
  const out = new Uint8Array(at + by.length + bytes.length - end);
  out.set(bytes.subarray(0, at));
  out.set(by, at);
  out.set(bytes.subarray(end), at + by.length);
  return out;
}

/** Archives are harmed inside mostly, where the reader of what is packed gets to see it; their own bytes now and then. */
export const mutateArchive: Mutate = (random, seed, others) => {
  if (random.chance(0.15)) return mutateBytes(random, seed, others);
  const members = Object.entries(membersOf(seed));
  const at = random.int(members.length);
  const foreign = others.flatMap((other) => Object.values(membersOf(other)));
  const changed = members.map(([name, bytes], i): [string, Uint8Array] => [name, i === at ? mutateBytes(random, bytes, foreign) : bytes]);
  if (random.chance(0.02)) changed.splice(at, 1);
  return zipSync(Object.fromEntries(changed), { level: 0 });
};

const opened = new WeakMap<Uint8Array, Record<string, Uint8Array>>();
function membersOf(archive: Uint8Array): Record<string, Uint8Array> {
  let members = opened.get(archive);
  if (members === undefined) opened.set(archive, (members = unzipSync(archive)));
  return members;
}

/** The same archive, stored and without the parts that a reader has no use for: it is harmed where it matters, and is cheap to open. */
export function slim(archive: Uint8Array): Uint8Array {
  const members = Object.entries(unzipSync(archive)).filter(([name]) => !/^docProps\/|\/theme\//.test(name));
  return zipSync(Object.fromEntries(members), { level: 0 });
}
