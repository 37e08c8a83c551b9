/** QR codes, drawn and read: the only file that imports qr. */
import encodeQR from 'qr';
import decodeQR from 'qr/decode.js';

/** Rows of dark (true) and light modules, with a quiet zone of four. */
export function qrModules(text: string): boolean[][] {
  return encodeQR(text, 'raw', { ecc: 'low', border: 4 });
}

/** The text of the code in a picture of RGBA bytes; `undefined` where none is found. */
export function readQr(image: { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray | Uint8Array }): string | undefined {
  try {
    return decodeQR({ width: image.width, height: image.height, data: image.data as Uint8Array });
  } catch {
    return undefined;
  }
}
