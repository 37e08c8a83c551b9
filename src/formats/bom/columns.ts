/**
 * Which column of a bill of materials holds what: guessed from the headers, in English and 繁體中文, checked against the
 * contents, and always said (Guess), so that a wrong guess can be seen and corrected under `columns` in nonred.yaml.
 */
import { isDecimal } from '../../base/decimal.ts';
import { BILL_FIELDS, type BillColumns, type BillField } from '../workspace/config.ts';
import type { Row } from '../table/sheet.ts';
import { originsOf, saysNothing } from './origin.ts';

/** Headers in the form of `fold`, the surest first. What a vendor calls a part is not its maker's part number and is not here. */
const HEADERS: Readonly<Record<BillField, readonly string[]>> = {
  partNumber: [
    'mpn', 'manufacturer part number', 'manufacturer part no', 'manufacturer part', 'manufacturer pn', 'mfr part number', 'mfr part no', 'mfr pn', 'mfr part', 'mfg part number', 'mfg part no',
    'mfg part num', 'mfg pn', 'mfg part', 'maker part number', '製造商料號', '原廠料號', '製造商零件編號', '廠商料號', '原廠型號', 'part number', 'part no', 'part num', 'partnumber', 'partno', 'pn',
    '料號', '品號', '件號', '零件編號', '零件號碼', '型號',
  ],
  maker: ['manufacturer', 'manufacturer name', 'maker', 'mfr', 'mfr name', 'mfg', 'mfg name', 'made by', 'brand', '製造商', '製造廠商', '製造廠', '生產商', '原廠', '廠牌', '品牌'],
  description: ['description', 'desc', 'part description', 'item description', 'component', 'part name', 'item name', 'name', '描述', '說明', '品名', '零件名稱', '名稱', '規格'],
  designator: ['designator', 'designators', 'reference designator', 'reference designators', 'ref designator', 'ref des', 'refdes', 'references', 'reference', 'ref', '位號', '零件位置', '位置'],
  quantity: ['quantity', 'qty', 'quantity per', 'qty per', 'quantity per unit', 'qty per unit', 'qty per board', 'count', 'amount', '數量', '用量', '單位用量'],
  uom: ['uom', 'unit of measure', 'unit', 'units', '單位'],
  country: ['country of origin', 'origin country', 'coo', 'origin', 'place of origin', 'made in', 'country of manufacture', 'country', '原產地', '原產國', '產地', '生產國', '製造國', '國家'],
  line: ['line', 'line no', 'line number', 'item', 'item no', 'item number', 'no', '#', 'pos', 'position', '項次', '項目', '序號'],
  value: ['value', '值'],
  product: ['product id'],
};

export type Why = 'stated' | 'header' | 'contents';
export interface Column { readonly at: number; readonly header: string; readonly why: Why }
export interface Bill {
  readonly header: Row;
  readonly rows: readonly Row[];
  readonly columns: ReadonlyMap<BillField, Column>;
  /** Stated headers that the table does not have. */
  readonly absent: readonly string[];
}

/** Rows above the header (a title, a date) are passed over; it is looked for in the first 20. */
export function findBill(rows: readonly Row[], stated: BillColumns): Bill | undefined {
  let best: Bill | undefined;
  for (let i = 0; i < Math.min(rows.length, 20); i++) {
    const found = columnsOf(rows[i]!, rows.slice(i + 1), stated);
    if (!best || found.columns.size > best.columns.size) best = found;
  }
  return best && best.columns.size > 0 ? best : undefined;
}

function columnsOf(header: Row, rows: readonly Row[], stated: BillColumns): Bill {
  const columns = new Map<BillField, Column>();
  const taken = new Set<number>();
  const absent: string[] = [];
  const take = (field: BillField, at: number, why: Why): void => {
    columns.set(field, { at, header: header.cells[at]!.trim(), why });
    taken.add(at);
  };
  for (const field of BILL_FIELDS) {
    const wanted = stated[field];
    if (wanted === undefined) continue;
    const at = header.cells.findIndex((cell) => cell.trim() === wanted);
    if (at >= 0) take(field, at, 'stated');
    else absent.push(wanted);
  }
  const folded = header.cells.map(fold);
  for (const field of BILL_FIELDS) {
    if (columns.has(field) || stated[field] !== undefined) continue;
    for (const name of HEADERS[field]) {
      const at = folded.findIndex((one, i) => one === name && !taken.has(i) && fits(name, field, rows, i));
      if (at < 0) continue;
      take(field, at, 'header');
      break;
    }
  }
  if (!columns.has('country') && stated.country === undefined && columns.size > 0) {
    const at = header.cells.findIndex((_, i) => !taken.has(i) && isCountryColumn(rows, i));
    if (at >= 0) take('country', at, 'contents');
  }
  return { header, rows, columns, absent };
}

/** Lower case, marks to spaces, a number at the end dropped: `Manufacturer Part Number 1` is `manufacturer part number`. */
function fold(header: string): string {
  const text = header.normalize('NFKC').toLowerCase().trim();
  return text === '#' ? text : text.replace(/[^\p{L}\p{N}]+/gu, ' ').replace(/\bp n\b/, 'pn').replace(/ [0-9]$/, '').trim();
}

/** Headers that mean other things too: half of their cells must be what they would be. A sure header stands, and its cells are faults. */
const VAGUE: ReadonlySet<string> = new Set(['count', 'amount', 'origin', 'country', '國家']);

function fits(name: string, field: BillField, rows: readonly Row[], at: number): boolean {
  if (!VAGUE.has(name)) return true;
  const cells = filled(rows, at);
  return cells.filter(field === 'country' ? isCountry : isDecimal).length * 2 >= cells.length;
}

/** At least three cells, four of five of them the full name or code of a country, two-letter codes not alone. */
function isCountryColumn(rows: readonly Row[], at: number): boolean {
  const cells = filled(rows, at);
  const countries = cells.filter(isCountry);
  return countries.length >= 3 && countries.length * 5 >= cells.length * 4 && countries.some((cell) => cell.length > 3 || /\p{Script=Han}{2}/u.test(cell));
}

function isCountry(cell: string): boolean {
  return originsOf(cell) !== undefined;
}

function filled(rows: readonly Row[], at: number): string[] {
  return rows.slice(0, 500).map(({ cells }) => (cells[at] ?? '').trim()).filter((cell) => !saysNothing(cell));
}
