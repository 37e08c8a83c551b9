/**
 * In which encoding a table's text is. A byte order mark says it, or the zero bytes of UTF-16; else it is UTF-8; else, where
 * the bytes are no UTF-8, what they look like: Western European (windows-1252: letters with accents that stand alone among
 * ASCII) or Traditional Chinese (Big5: pairs of bytes side by side, most of them common characters). Such a reading is always
 * said aloud; bytes that look like neither are refused. nonred.yaml can name any of ENCODINGS.
 */
import type { FileInput } from '../file.ts';

/** Labels of the WHATWG Encoding Standard; every JavaScript runtime decodes them. */
export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'big5', 'shift_jis', 'gb18030', 'euc-kr'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** By the first bytes; `utf-32` is one that no decoder knows, `zeros` no text at all. Absent: nothing says so. */
export function markedEncoding(head: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-32' | 'zeros' | undefined {
  const [a, b, c, d] = [head[0], head[1], head[2], head[3]];
  if ((a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe && d === 0xff)) return 'utf-32';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  const some = head.subarray(0, 512);
  const zeros = [0, 0];
  for (let i = 0; i < some.length; i++) if (some[i] === 0) zeros[i & 1]!++;
  const half = some.length / 2;
  if (zeros[0]! + zeros[1]! < 2) return undefined;
  if (zeros[1]! >= half / 2 && zeros[0]! <= half / 50) return 'utf-16le';
  if (zeros[0]! >= half / 2 && zeros[1]! <= half / 50) return 'utf-16be';
  return 'zeros';
}

/** Bytes looked at. */
const SAMPLE = 1 << 20;

/** What bytes that are no UTF-8 look like; `undefined`: like nothing that is known. One pass over the first megabyte that has other bytes than ASCII. */
export function likelyEncoding(file: FileInput): 'windows-1252' | 'big5' | undefined {
  const big5 = new Big5Look();
  const western = new WesternLook();
  let taken = 0;
  for (const piece of file.chunks()) {
    for (const byte of piece) {
      big5.see(byte);
      western.see(byte);
    }
    taken += piece.length;
    if (taken >= SAMPLE && western.high > 0) break;
    if (taken >= 64 * SAMPLE) break;
  }
  big5.end();
  if (big5.looks()) return 'big5';
  return western.looks() ? 'windows-1252' : undefined;
}

/** Pairs of a lead and a trail byte. Lead bytes A4 to C6 have the 5401 common characters, A1 to A3 the marks. */
class Big5Look {
  #lead = 0;
  #before = false;
  #pairs = 0;
  #common = 0;
  #beside = 0;
  #broken = 0;

  see(byte: number): void {
    if (this.#lead === 0) {
      if (byte < 0x80) this.#before = false;
      else this.#lead = byte;
      return;
    }
    const lead = this.#lead;
    this.#lead = 0;
    if (lead < 0xa1 || lead > 0xf9 || byte < 0x40 || (byte > 0x7e && byte < 0xa1) || byte === 0xff) {
      this.#broken++;
      this.#before = false;
      return;
    }
    this.#pairs++;
    if (lead >= 0xa1 && lead <= 0xc6) this.#common++;
    if (this.#before) this.#beside++;
    this.#before = true;
  }

  end(): void {
    if (this.#lead !== 0) this.#broken++;
  }

  /** Words have two characters and more, so that half and more of them stand after another. */
  looks(): boolean {
    return this.#pairs >= 2 && this.#broken === 0 && this.#common * 10 >= this.#pairs * 9 && this.#beside * 3 >= this.#pairs;
  }
}

/** Accented letters, and the marks of part descriptions. */
class WesternLook {
  high = 0;
  #strange = 0;
  #run = 0;
  #long = 0;
  #before = 0;
  #utf8 = 0;

  see(byte: number): void {
    if (this.#before >= 0xc2 && byte >= 0x80 && byte <= 0xbf) this.#utf8++;
    this.#before = byte;
    if (byte < 0x80) {
      this.#run = 0;
      return;
    }
    this.high++;
    if (++this.#run === 3) this.#long++;
    if (!WESTERN.has(byte)) this.#strange++;
  }

  /** A UTF-8 text with a broken byte in it is none. */
  looks(): boolean {
    return this.high > 0 && this.#strange === 0 && this.#long * 50 <= this.high && this.#utf8 * 10 <= this.high;
  }
}

/** C0 to FF are letters; of the rest what stands in texts about parts: the euro, dashes, quotation marks, dots, (R), (TM), degrees, plus-minus, micro, superscripts, fractions. */
const WESTERN: ReadonlySet<number> = new Set([
  ...Array.from({ length: 64 }, (_, i) => 0xc0 + i),
  0x80, 0x82, 0x84, 0x85, 0x89, 0x8a, 0x8c, 0x8e, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x99, 0x9a, 0x9c, 0x9e, 0x9f,
  0xa0, 0xa3, 0xa7, 0xa9, 0xab, 0xad, 0xae, 0xb0, 0xb1, 0xb2, 0xb3, 0xb4, 0xb5, 0xb7, 0xb9, 0xba, 0xbb, 0xbc, 0xbd, 0xbe,
]);
