/** A certificate to print: what it says, its codes, how to verify it; in English and in 繁體中文. The only file that imports pdfkit. */
// @ts-expect-error the package has no types
import PDFDocument from 'pdfkit';
import type { Bundle } from '../certify/bundle.ts';
import { askedIn } from '../certify/claim.ts';
import { commas, type Lang, LANGS, say, semicolons } from '../text/catalogue.ts';
import { plain } from '../text/plain.ts';
import { qrModules } from './qr.ts';
import { purchase } from './verification-text.ts';

/** A font file that has Chinese; `face` names one of a collection. */
export interface Font { readonly path: string; readonly face?: string }

/** As much of pdfkit as is used. Lengths are points, 72 an inch. */
interface Pdf {
  readonly page: { readonly width: number; readonly height: number };
  x: number;
  y: number;
  registerFont(name: string, path: string, face?: string): Pdf;
  font(name: string): Pdf;
  fontSize(points: number): Pdf;
  fillColor(colour: string): Pdf;
  text(text: string, x?: number, y?: number, options?: object): Pdf;
  heightOfString(text: string, options: object): number;
  addPage(): Pdf;
  rect(x: number, y: number, width: number, height: number): Pdf;
  fill(colour: string): Pdf;
  moveTo(x: number, y: number): Pdf;
  lineTo(x: number, y: number): Pdf;
  stroke(colour: string): Pdf;
  on(event: 'data' | 'end' | 'error', listener: (piece: Uint8Array) => void): Pdf;
  end(): void;
}

const MARGIN = 54;
const QR_SIZE = 156; // 55 mm: a phone reads it from paper
const COLOUR = { clear: '#0f5132', red: '#9a1b1b', unknown: '#7a4b00' } as const;
const INK = '#1b1f24';
const SOFT = '#5b6470';

/** Can text be set in it? Asked before anything is signed. */
export function isFont(font: Font): boolean {
  try {
    (new PDFDocument() as Pdf).registerFont('body', font.path, font.face).font('body');
    return true;
  } catch {
    return false;
  }
}

/** The file's bytes. Deterministic but for the font: it is dated by the certificate, not by a clock. */
export async function certificatePdf(bundle: Bundle, codes: readonly string[], font: Font): Promise<Uint8Array> {
  const { credential } = bundle;
  const created = new Date(credential.proof.created ?? 0);
  const info = { Title: plain(credential.credentialSubject.product.name), Author: plain(credential.issuer.name), Producer: 'nonred', Creator: 'nonred', CreationDate: created };
  const pdf: Pdf = new PDFDocument({ size: 'A4', margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: MARGIN - 18 }, info, lang: 'en', displayTitle: true, tagged: true, pdfVersion: '1.7' });
  const pieces: Uint8Array[] = [];
  const done = new Promise<void>((end, failed) => void pdf.on('data', (piece) => void pieces.push(piece)).on('end', () => end()).on('error', failed as never));
  pdf.registerFont('body', font.path, font.face);
  for (const [i, lang] of LANGS.entries()) {
    if (i > 0) pdf.addPage();
    onePage(pdf, bundle, codes, lang);
  }
  pdf.end();
  await done;
  return Buffer.concat(pieces);
}

function onePage(pdf: Pdf, { credential, grounds }: Bundle, codes: readonly string[], lang: Lang): void {
  const { credentialSubject: said, issuer, validFrom, validUntil, id } = credential;
  const width = pdf.page.width - 2 * MARGIN;
  const line = (text: string, size = 10, colour: string = INK, gap = 3): void => {
    pdf.font('body').fontSize(size).fillColor(colour).text(plain(text), MARGIN, pdf.y, { width, lineGap: 1.5 });
    pdf.y += gap;
  };
  pdf.y = MARGIN;
  if (said.madeUp) line(`*** ${say(lang, 'report.madeUp')} ***`, 11, COLOUR.red, 6);
  line(say(lang, 'certificate.title'), 22, INK, 2);
  line([said.product.name, ...(said.product.partNumbers ?? [])].join(', '), 15, INK, 2);
  if (said.lot !== undefined) line(say(lang, 'certificate.lot', { lot: said.lot }), 11);
  if (said.serials !== undefined) line(say(lang, 'certificate.serials', { count: said.serials.count }), 11);
  line(say(lang, `verdict.${said.verdict}`), 20, COLOUR[said.verdict], 0);
  line(say(lang, `verdict.${said.verdict}.means`), 10, SOFT, 6);
  line(say(lang, 'certificate.issuer', { name: issuer.name }), 10);
  line(issuer.id, 8, SOFT);
  line(say(lang, 'certificate.dates', { asOf: said.asOf, from: validFrom.slice(0, 10), until: validUntil.slice(0, 10) }), 10, INK, 2);
  line(semicolons(lang, purchase(grounds && askedIn(grounds), lang)), 9, INK, 7);
  for (const rulebook of said.rulebooks) {
    const outcome = rulebook.verdict === undefined ? say(lang, `applies.${rulebook.applies}`) : say(lang, `verdict.${rulebook.verdict}`);
    line(`${rulebook.id} ${rulebook.version}${say(lang, 'text.colon')}${outcome}`, 11, rulebook.verdict ? COLOUR[rulebook.verdict] : INK, 1);
    line(clausesOf(credential, rulebook.id, lang), 8.5, SOFT, 4);
  }
  line(say(lang, 'certificate.rests', { count: said.grounds.count, digest: said.grounds.digest }), 8.5, SOFT, 6);
  pdf.moveTo(MARGIN, pdf.y).lineTo(MARGIN + width, pdf.y).stroke('#c9ced6');
  pdf.y += 8;
  line(say(lang, codes.length === 0 ? 'certificate.noCodes' : 'certificate.how'), 10, INK, 6);
  const needed = Math.ceil(codes.length / 3) * (QR_SIZE + 9) + 30;
  if (pdf.y + needed > pdf.page.height - MARGIN + 18) {
    pdf.addPage();
    pdf.y = MARGIN;
  }
  const top = pdf.y;
  for (const [i, code] of codes.entries()) drawCode(pdf, code, MARGIN + (i % 3) * (QR_SIZE + 9), top + Math.floor(i / 3) * (QR_SIZE + 9));
  pdf.y = top + Math.ceil(codes.length / 3) * (QR_SIZE + 6);
  line(id, 7.5, SOFT, 1);
  line(say(lang, 'report.notLegal'), 8, SOFT, 0);
}

/** Clauses by verdict: `clear: A, B (unverified)`. */
function clausesOf({ credentialSubject: { assessments } }: Bundle['credential'], rulebook: string, lang: Lang): string {
  const own = assessments.filter((one) => one.rulebook === rulebook);
  return semicolons(lang, (['red', 'unknown', 'clear'] as const).flatMap((verdict) => {
    const clauses = new Map(own.filter((one) => one.verdict === verdict).map((one) => [one.clause, one]));
    const names = [...clauses.values()].map((one) => (one.unverified ? `${one.clause} (${say(lang, 'report.unverified')})` : one.clause));
    return names.length === 0 ? [] : [`${say(lang, `verdict.${verdict}`)}${say(lang, 'text.colon')}${commas(lang, names)}`];
  }));
}

function drawCode(pdf: Pdf, code: string, left: number, top: number): void {
  const modules = qrModules(code);
  const size = QR_SIZE / modules.length;
  for (const [y, row] of modules.entries())
    for (let x = 0; x < row.length; x++) {
      if (!row[x]) continue;
      let run = 1;
      while (row[x + run]) run++;
      pdf.rect(left + x * size, top + y * size, run * size, size);
      x += run;
    }
  pdf.fill('#000');
}
