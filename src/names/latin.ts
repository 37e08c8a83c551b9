/** Any script in ASCII letters, letter by letter. Wraps any-ascii; Han, kana and Hangul have their own files. */
import anyAscii from 'any-ascii';

export function toAscii(text: string): string {
  return anyAscii(text);
}
