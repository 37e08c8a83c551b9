/**
 * Members of a ZIP archive that nobody vouches for; the only file that imports fflate. The sizes that an archive states are
 * limits and not promises: bytes are counted while inflating, and a member that passes its own size is refused there.
 * Archives inside are not opened, and names are names, never paths: nothing is written anywhere. No encryption, no ZIP64,
 * no methods but stored and deflate.
 */
import { deflateSync, Inflate, zipSync } from 'fflate';
import { joined } from '../file.ts';

export interface ZipLimits {
  readonly members: number;
  /** Bytes of all wanted members once inflated. */
  readonly inflated: number;
}
export type Members = { readonly members: ReadonlyMap<string, Uint8Array> } | { readonly damaged: string } | { readonly hostile: string };

/** A member of a megabyte and more may not be this much smaller in the archive. Sheets of real workbooks reach about 30. */
const MAX_RATIO = 200;
const RATIO_FROM = 1 << 20;
/** A byte of deflate gives at most 1032: what one step can add is bounded. */
const STEP = 4096;

export function readZip(bytes: Uint8Array, wanted: (name: string) => boolean, limits: ZipLimits): Members {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecord(view);
  if (end === undefined) return { damaged: 'no ZIP archive' };
  const [count, start] = [view.getUint16(end + 10, true), view.getUint32(end + 16, true)];
  if (count === 0xffff || start === 0xffffffff) return { damaged: 'a ZIP64 archive' };
  if (count > limits.members) return { hostile: `${count} members` };
  const names = new Set<string>();
  const chosen: { name: string; data: Uint8Array; method: number; stated: number }[] = [];
  let total = 0;
  let at = start;
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) return { damaged: 'its directory is broken' };
    const [flags, method, packed, stated] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true), view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
    const [nameLength, extra, comment, header] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true), view.getUint32(at + 42, true)];
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    at += 46 + nameLength + extra + comment;
    if (name.startsWith('/') || /(?:^|[\\/])\.\.(?:[\\/]|$)|^[a-z]:|\\|\0/i.test(name)) return { hostile: `a member is called ${name}` };
    if (names.has(name)) return { hostile: `two members are called ${name}` };
    names.add(name);
    if (!wanted(name)) continue;
    if (flags & 1) return { damaged: 'it is encrypted' };
    if (header + 30 > bytes.length || view.getUint32(header, true) !== 0x04034b50) return { damaged: 'a member is missing' };
    const from = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
    if (from + packed > bytes.length) return { damaged: 'it is cut off' };
    const data = bytes.subarray(from, from + packed);
    if (method !== 0 && method !== 8) return { damaged: `a member is packed by method ${method}` };
    total += stated;
    if (total > limits.inflated) return { hostile: `more than ${limits.inflated} bytes once inflated` };
    chosen.push({ name, data, method, stated });
  }
  const members = new Map<string, Uint8Array>();
  for (const { name, data, method, stated } of chosen) {
    const member = method === 0 ? data.slice() : inflate(data, stated);
    if (typeof member === 'string') return member === 'damaged' ? { damaged: 'a member does not inflate' } : { hostile: member };
    if (member.length !== stated) return { hostile: 'a member has not the size that it states' };
    members.set(name, member);
  }
  return { members };
}

/** An archive of these members, not packed: what a library is then given holds nothing that was not counted. */
export function storedZip(members: ReadonlyMap<string, Uint8Array>): Uint8Array {
  return zipSync(Object.fromEntries(members), { level: 0 });
}

/** An archive of these members, packed. The same members give the same bytes: it bears no time. */
export function packedZip(members: ReadonlyMap<string, Uint8Array>): Uint8Array {
  return zipSync(Object.fromEntries(members), { level: 6, mtime: new Date(1980, 0, 1) });
}

/** Raw deflate (RFC 1951), as a browser's DecompressionStream opens it. */
export function deflated(bytes: Uint8Array): Uint8Array {
  return deflateSync(bytes, { level: 9 });
}

function endRecord(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--)
    if (view.getUint32(at, true) === 0x06054b50) return at;
  return undefined;
}

class Stop extends Error {}

function inflate(data: Uint8Array, room: number): Uint8Array | string {
  const parts: Uint8Array[] = [];
  let size = 0;
  let taken = 0;
  const stream = new Inflate((part) => {
    size += part.length;
    if (size > room) throw new Stop('a member has not the size that it states');
    if (size > RATIO_FROM && size > MAX_RATIO * taken) throw new Stop(`a member inflates more than ${MAX_RATIO} times`);
    parts.push(part);
  });
  try {
    do {
      const step = data.subarray(taken, taken + STEP);
      taken += step.length;
      stream.push(step, taken >= data.length);
    } while (taken < data.length);
  } catch (thrown) {
    return thrown instanceof Stop ? thrown.message : 'damaged';
  }
  return joined(parts, size);
}
