/** The certificate on paper: both languages, and codes that can be read back from the print. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { joinQr, type QrPart, qrPart, qrTexts } from '../../src/certify/qr-text.ts';
import { nodeCrypto } from '../../src/host/certify-crypto.ts';
import { chineseFont } from '../../src/host/fonts.ts';
import { certificatePdf } from '../../src/report/certificate-pdf.ts';
import { readQr } from '../../src/report/qr.ts';
import { random as seeded } from '../support/random.ts';
import { checked, issued, signerOf } from './make.ts';

const font = chineseFont();
const tool = (name: string): boolean => spawnSync(name, ['-v']).error === undefined;

test.skipIf(font === undefined)('a PDF of two pages with the names, the verdicts and the codes', async () => {
  const { bundle } = await issued(await checked('recycled-magnet'), signerOf(1), { lot: 'LOT-7' });
  const codes = await qrTexts(bundle, nodeCrypto);
  const pdf = await certificatePdf(bundle, codes, font!);
  expect(Buffer.from(pdf.slice(0, 5)).toString()).toBe('%PDF-');
  expect(Buffer.from(pdf).toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(2);
  expect(pdf.length).toBeLessThan(1_000_000);
  const folder = mkdtempSync(join(tmpdir(), 'nonred-print-'));
  try {
    const file = join(folder, 'certificate.pdf');
    writeFileSync(file, pdf);
    if (tool('pdftotext')) {
      const text = spawnSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).stdout;
      for (const words of ['Supply chain certificate', '供應鏈證書', 'LOT-7', 'MADE UP', '虛構', '涉紅', 'asked for no particular act', '提問時未指定行為', bundle.credential.id]) expect(text).toContain(words);
    }
    if (tool('pdftoppm')) {
      spawnSync('pdftoppm', ['-r', '150', '-f', '1', '-l', '1', '-gray', file, join(folder, 'page')]);
      const parts = codesIn(readFileSync(join(folder, 'page-1.pgm')));
      expect(parts.length).toBe(codes.length);
      expect(await joinQr(parts, nodeCrypto)).toBeDefined();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('what would take more codes than anybody scans is printed without, and says so', async () => {
  const { bundle } = await issued(await checked('recycled-magnet'), signerOf(1));
  const { credentialSubject: said } = bundle.credential;
  const random = seeded(3);
  const many = Array.from({ length: 400 }, () => ({ ...said.assessments[0]!, subject: Array.from({ length: 40 }, () => random.int(36).toString(36)).join('') }));
  expect(await qrTexts({ ...bundle, credential: { ...bundle.credential, credentialSubject: { ...said, assessments: many } } }, nodeCrypto)).toEqual([]);
  if (font === undefined || !tool('pdftotext')) return;
  const folder = mkdtempSync(join(tmpdir(), 'nonred-print-'));
  try {
    writeFileSync(join(folder, 'a.pdf'), await certificatePdf(bundle, [], font));
    const text = spawnSync('pdftotext', ['-layout', join(folder, 'a.pdf'), '-'], { encoding: 'utf8' }).stdout.replace(/\s+/g, ' ');
    for (const words of ['larger than codes on paper can carry', '因此不印碼']) expect(text).toContain(words);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** Every code of a printed page: the page is looked at through a window of a code's size, as a phone is held over it. */
function codesIn(pgm: Buffer): QrPart[] {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(pgm.subarray(0, 40).toString('latin1'))!;
  const [width, height, start] = [Number(head[1]), Number(head[2]), head[0].length];
  const size = Math.round((175 / 72) * 150);
  const found = new Map<string, QrPart>();
  for (let top = 0; top + size <= height; top += 60)
    for (let left = 0; left + size <= width; left += 110) {
      const data = new Uint8ClampedArray(size * size * 4).fill(255);
      for (let y = 0; y < size; y++) for (let x = 0; x < size; x++) data.fill(pgm[start + (top + y) * width + left + x]!, (y * size + x) * 4, (y * size + x) * 4 + 3);
      const text = readQr({ width: size, height: size, data });
      const part = text === undefined ? undefined : qrPart(text);
      if (part) found.set(text!, part);
    }
  return [...found.values()];
}
