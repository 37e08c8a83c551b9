/**
 * Writes XLSX workbooks (ECMA-376, transitional): text and numbers, a few styles, column widths, frozen heads, choices in
 * a cell, locked cells. No cell is ever a formula: texts are inline strings, and one that a program could run as a
 * formula has a `'` before it (escape.ts). The same sheets give the same bytes.
 */
import { APPLICATION } from '../own.ts';
import { escapeCell } from './escape.ts';
import { packedZip } from './zip.ts';

export type Style = 'plain' | 'head' | 'title' | 'soft' | 'red' | 'unknown' | 'clear' | 'input' | 'wrap';
/** A text that looks like a plain number becomes one, unless that would change how it is written. */
export interface SheetCell { readonly text: string; readonly style?: Style }
export interface SheetOut {
  /** At most 31 characters. */
  readonly name: string;
  readonly rows: readonly (readonly (SheetCell | string)[])[];
  /** In characters. */
  readonly widths: readonly number[];
  /** Rows that stay in sight. */
  readonly frozen?: number;
  /** Only cells of style `input` can be changed. Without a password: it keeps a hand from slipping, no more. */
  readonly locked?: true;
  /** `open`: other answers are taken too, and several. Excel holds at most 255 characters of choices. */
  readonly choices?: readonly { readonly row: number; readonly column: number; readonly of: readonly string[]; readonly open?: true }[];
}

const STYLES: readonly Style[] = ['plain', 'head', 'title', 'soft', 'red', 'unknown', 'clear', 'input', 'wrap'];
const LONGEST = 32_767;

/** `application`: the element that says which program wrote it; none where it is to be read as somebody else's. */
export function writeWorkbook(sheets: readonly SheetOut[], application: string = APPLICATION): Uint8Array {
  const numbered = sheets.map((sheet, i) => ({ sheet, file: `sheet${i + 1}.xml`, id: `rId${i + 1}` }));
  const parts: [string, string][] = [
    ['[Content_Types].xml', `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>${numbered.map(({ file }) => `<Override PartName="/xl/worksheets/${file}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join('')}</Types>`],
    ['_rels/.rels', `<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`],
    ['xl/workbook.xml', `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${application}<sheets>${numbered.map(({ sheet, id }, i) => `<sheet name="${xml(sheetName(sheet.name, i))}" sheetId="${i + 1}" r:id="${id}"/>`).join('')}</sheets></workbook>`],
    ['xl/_rels/workbook.xml.rels', `<Relationships xmlns="${PACKAGE}">${numbered.map(({ file, id }) => `<Relationship Id="${id}" Type="${OFFICE}/worksheet" Target="worksheets/${file}"/>`).join('')}<Relationship Id="rIdStyles" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`],
    ['xl/styles.xml', stylesXml()],
    ...numbered.map(({ sheet, file }): [string, string] => [`xl/worksheets/${file}`, sheetXml(sheet)]),
  ];
  return packedZip(new Map(parts.map(([name, text]) => [name, new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${text}`)])));
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

function sheetName(name: string, i: number): string {
  return name.replace(/[\\/*?:[\]]/g, ' ').slice(0, 31).trim() || `${i + 1}`;
}

function sheetXml({ rows, widths, frozen = 0, locked, choices = [] }: SheetOut): string {
  const pane = frozen > 0 ? `<pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/>` : '';
  const cells = rows.map((row, r) => `<row r="${r + 1}">${row.map((cell, c) => cellXml(typeof cell === 'string' ? { text: cell } : cell, cellName(r, c))).join('')}</row>`).join('');
  const checks = choices.map(({ row, column, of, open }) => `<dataValidation type="list" allowBlank="1"${open ? '' : ' showErrorMessage="1"'} sqref="${cellName(row, column)}"><formula1>${xml(`"${of.join(',')}"`)}</formula1></dataValidation>`);
  return `<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><cols>${widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`).join('')}</cols><sheetData>${cells}</sheetData>${locked ? '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0" insertRows="0"/>' : ''}${checks.length > 0 ? `<dataValidations count="${checks.length}">${checks.join('')}</dataValidations>` : ''}<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>`;
}

function cellXml({ text, style = 'plain' }: SheetCell, at: string): string {
  const s = style === 'plain' ? '' : ` s="${STYLES.indexOf(style)}"`;
  if (text === '') return style === 'plain' ? '' : `<c r="${at}"${s}/>`;
  if (isNumber(text)) return `<c r="${at}"${s}><v>${text}</v></c>`;
  return `<c r="${at}"${s} t="inlineStr"><is><t xml:space="preserve">${xml(escapeCell(text).slice(0, LONGEST))}</t></is></c>`;
}

/** Only what a spreadsheet would show as it stands: no leading zero, no end zero, at most 15 digits. */
function isNumber(text: string): boolean {
  return text.length <= 15 && /^(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/.test(text);
}

/** `B7`, from 0. */
export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}

export function columnName(column: number): string {
  return (column >= 26 ? columnName(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));
}

/** Text for an XML part: what XML 1.0 has no place for is shown as its code point. */
function xml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, (character) => `\\u{${character.charCodeAt(0).toString(16)}}`)
    .replace(/[&<>"]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[character]!);
}

function stylesXml(): string {
  const font = (more: string): string => `<font>${more}<sz val="11"/><name val="Calibri"/></font>`;
  const fonts = [font(''), font('<b/>'), `<font><b/><sz val="15"/><name val="Calibri"/></font>`, `<font><sz val="11"/><color rgb="FF5A606A"/><name val="Calibri"/></font>`, ...['FFA3171B', 'FF7A4D00', 'FF14603A'].map((colour) => `<font><b/><sz val="11"/><color rgb="${colour}"/><name val="Calibri"/></font>`)];
  const fill = (colour: string): string => `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/></patternFill></fill>`;
  const fills = ['<fill><patternFill patternType="none"/></fill>', '<fill><patternFill patternType="gray125"/></fill>', ...['FFE9ECF1', 'FFFDECEC', 'FFFFF4D9', 'FFE7F5EC', 'FFFFFBE0'].map(fill)];
  const thin = '<border><left style="thin"><color rgb="FFBFC4CC"/></left><right style="thin"><color rgb="FFBFC4CC"/></right><top style="thin"><color rgb="FFBFC4CC"/></top><bottom style="thin"><color rgb="FFBFC4CC"/></bottom></border>';
  const look: Readonly<Record<Style, readonly [font: number, fill: number, border: number]>> = {
    plain: [0, 0, 0], head: [1, 2, 1], title: [2, 0, 0], soft: [3, 0, 0], red: [4, 3, 0], unknown: [5, 4, 0], clear: [6, 5, 0], input: [0, 6, 1], wrap: [0, 0, 0],
  };
  const xfs = STYLES.map((style) => {
    const [f, l, b] = look[style];
    const wrap = style === 'plain' || style === 'title' ? '' : ' wrapText="1"';
    return `<xf numFmtId="${style === 'input' ? 49 : 0}" fontId="${f}" fillId="${l}" borderId="${b}" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyNumberFormat="1" applyAlignment="1" applyProtection="1"><alignment vertical="top"${wrap}/><protection locked="${style === 'input' ? 0 : 1}"/></xf>`;
  });
  return `<styleSheet xmlns="${MAIN}"><fonts count="${fonts.length}">${fonts.join('')}</fonts><fills count="${fills.length}">${fills.join('')}</fills><borders count="2"><border><left/><right/><top/><bottom/></border>${thin}</borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${xfs.length}">${xfs.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
}
