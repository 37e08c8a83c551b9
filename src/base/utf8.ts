/** Text from bytes, strictly: a wrong byte is a fault and never a replacement character. */
import { type Issue, issue } from './issue.ts';

/** A byte order mark stays in the text, for the caller to refuse or drop. */
export function decodeUtf8(bytes: Uint8Array, source: string): { readonly text: string } | { readonly issue: Issue } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { issue: issue('input/encoding', source, '', { given: otherEncoding(bytes) ?? 'bytes that are not UTF-8' }) };
  }
}

/** UTF-16 by its byte order mark, or by the zero bytes that plain text has in it; `undefined` where it does not look so. */
export function otherEncoding(bytes: Uint8Array): string | undefined {
  const [a, b] = [bytes[0], bytes[1]];
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return 'UTF-16';
  const head = bytes.subarray(0, 512);
  let zeros = 0;
  for (const byte of head) if (byte === 0) zeros++;
  return zeros > 1 && zeros >= head.length / 4 ? 'UTF-16' : undefined;
}
