/** A file as the pure rooms see it: bytes that come in pieces, so that a limit stops the reading and not the memory. */
export interface FileInput {
  /** What the holder of the file says; the readers count for themselves. */
  readonly size: number;
  /** The bytes from the beginning, anew at each call. Pieces of about 64 KiB are best. */
  readonly chunks: () => Iterable<Uint8Array>;
  /** SHA-256 of the bytes, lower-case hex, where the holder can tell it without reading them into memory. */
  readonly sha256?: () => string;
}

const PIECE = 64 << 10;

/** A file that is in memory already. */
export function fileOf(bytes: Uint8Array): FileInput {
  return { size: bytes.length, chunks: () => pieces(bytes) };
}

function* pieces(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}

/** All bytes at once; `undefined` as soon as they are more than `limit`. */
export function wholeOf(file: FileInput, limit: number): Uint8Array | undefined {
  if (file.size > limit) return undefined;
  const parts: Uint8Array[] = [];
  let size = 0;
  for (const part of file.chunks()) {
    size += part.length;
    if (size > limit) return undefined;
    parts.push(part.slice()); // the holder may use its buffer again
  }
  return joined(parts, size);
}

/** Pieces in one array; `size`: the sum of theirs. */
export function joined(parts: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
