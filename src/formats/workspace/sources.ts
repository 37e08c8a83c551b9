/** Which sheet of which file of a workspace is which table, or a bill of materials: by nonred.yaml, by the sheet's name, by the file's, by its headers. */
import { type Issue, issue } from '../../base/issue.ts';
import { pointerOf } from '../../base/pointer.ts';
import type { Digest } from '../../model/record.ts';
import { type Bill, findBill } from '../bom/columns.ts';
import type { Document } from '../documents/builder.ts';
import { FORMATS, recognise } from '../documents/recognise.ts';
import type { FileInput } from '../file.ts';
import { isOwnTable } from '../own.ts';
import { readTemplate } from '../rmi/read.ts';
import { isTableName, readSheets } from '../table/read.ts';
import { type Sheet, TABLE_LIMITS } from '../table/sheet.ts';
import { isOwnWorkbook } from '../table/xlsx.ts';
import { CONFIG_NAME, type Config, type FileConfig } from './config.ts';
import { safePath } from './path.ts';
import type { FileDigest } from './statements.ts';
import { type Table, tableNamed } from './tables.ts';

export interface FileRead { readonly name: string; readonly sha256: Digest; rows: number }
export interface TableSheet { readonly table: Table; readonly sheet: Sheet; readonly source: string; readonly file: FileRead }
export interface BillSheet { readonly bill: Bill; readonly sheet: string; readonly source: string; readonly file: FileRead; readonly stated: FileConfig }
/** A document of a standard format, and where it stands. */
export interface FoundDocument { readonly document: Document; readonly source: string; readonly file: FileRead; readonly stated: FileConfig }
export interface Found { readonly files: FileRead[]; readonly tables: TableSheet[]; readonly bills: BillSheet[]; readonly documents: FoundDocument[]; readonly hasLines: boolean }

/** Tables that `nonred import` wrote, a folder each. */
const IMPORTED = /^answers\/[^/]+\/[^/]+\.csv$/;

/** Folders with a meaning of their own. */
const KEPT = /^(?:out|answers|evidence|lists|rulebooks|scenarios)\//;
/** Words in the path of a bill of materials. */
const SAYS_BILL = /(?:^|[^a-z])(?:e|m|s)?boms?(?:[^a-z]|$)|bill.{0,4}of.{0,4}materials|parts?[-_ ]?list|料表|物料|料單|零件表|零件清單|stückliste|stueckliste/i;
/** Spreadsheets in forms that are not read. */
const UNREAD_SHEETS = /\.(?:xls|xlsb|xlt|ods|fods|numbers)$/i;

/** Which sheet of which file is which table, or a bill of materials. */
export function sheetsOf(files: ReadonlyMap<string, FileInput>, config: Config, digestOfFile: FileDigest, issues: Issue[], warnings: Issue[]): Found {
  const hasLines = [...files.keys()].some((name) => isTableName(name) && tableByName(name)?.name === 'lines');
  const found: Found = { files: [], tables: [], bills: [], documents: [], hasLines };
  const fileRead = (name: string): FileRead => {
    const file = { name, sha256: digestOfFile(name)!, rows: 0 };
    found.files.push(file);
    return file;
  };
  if (files.has(CONFIG_NAME)) fileRead(CONFIG_NAME);
  const tables = new Map(Object.entries(config.tables ?? {}));
  for (const name of tables.keys())
    if (!files.has(name)) issues.push(issue(safePath(name) === name ? 'input/no-such-file' : 'input/outside-workspace', CONFIG_NAME, pointerOf('tables', name), { given: name }));
  for (const name of [...files.keys()].sort()) {
    const stated = tables.get(name);
    if (name === CONFIG_NAME) continue;
    if (name.includes('/') && !stated && !(IMPORTED.test(name) && tableByName(name))) {
      if (isTableName(name) && (tableByName(name) || SAYS_BILL.test(name)) && !KEPT.test(name)) warnings.push(issue('input/table-not-read', name, '', { file: name }));
      continue;
    }
    if (!stated && files.size > 1 && (UNREAD_SHEETS.test(name) || (tableByName(name) && /\.(?:txt|dat)$/i.test(name)))) {
      warnings.push(issue('input/table-not-read', name, '', { file: name }));
      continue;
    }
    if (stated?.as === undefined && documentIn(name)) continue;
    if (!isTableName(name)) continue;
    const chosenByUser = stated !== undefined || files.size === 1;
    if (!chosenByUser && isOwnWorkbook(name, files.get(name)!)) continue;
    const { value, issues: faults, warnings: assumed } = readSheets(name, files.get(name)!, TABLE_LIMITS, stated?.encoding);
    if (!chosenByUser && isOwnTable(value)) continue;
    const template = stated?.as === undefined ? readTemplate(name, value, faults) : undefined;
    if (template) {
      issues.push(...template.issues);
      if (template.value) found.documents.push({ document: template.value, source: name, file: fileRead(name), stated: stated ?? {} });
      continue;
    }
    issues.push(...faults);
    warnings.push(...(assumed ?? []));
    if (value.length === 0) {
      if (faults.length === 0) issues.push(issue('input/no-header', name, ''));
      continue;
    }
    const sourceOf = (sheet: Sheet): string => (sheet.name ? `${name} (${sheet.name})` : name);
    const named = stated?.as === undefined ? value.filter((sheet) => tableNamed(sheet.name.toLowerCase())) : [];
    const table = stated?.as === undefined ? tableByName(name) : tableNamed(stated.as);
    const wanted = { ...config.columns, ...stated?.columns };
    const header = stated?.header === undefined || stated.header === 'none' ? stated?.header : Number(stated.header);
    const asked = stated?.as === 'bom' || files.size === 1;
    const billOf = (sheet: Sheet): Bill | undefined => findBill(sheet.rows, wanted, header);
    const looksLikeBill = (sheet: Sheet): boolean => {
      const bill = billOf(sheet);
      return bill !== undefined && !bill.headerless && isBill(bill);
    };
    // Unless it is named: the first sheet that looks like a bill; a cover sheet may stand before it. A hidden one is an old one, or a list for choices.
    const likely = table || stated?.sheet !== undefined || value.length === 1 ? [] : value.filter(looksLikeBill);
    const chosen = stated?.sheet === undefined ? (shown(likely) ?? likely[0] ?? shown(value) ?? value[0]!) : value.find((sheet) => sheet.name === stated.sheet);
    if (named.length > 0) {
      const file = fileRead(name);
      for (const sheet of named) found.tables.push({ table: tableNamed(sheet.name.toLowerCase())!, sheet, source: sourceOf(sheet), file });
    } else if (!chosen) {
      issues.push(issue('input/not-one-of', CONFIG_NAME, pointerOf('tables', name, 'sheet'), { given: stated!.sheet!, options: value.map((sheet) => sheet.name).join(', ') }));
    } else if (table) {
      found.tables.push({ table, sheet: chosen, source: sourceOf(chosen), file: fileRead(name) });
    } else {
      const bill = asked || !hasLines ? billOf(chosen) : undefined;
      if (!asked && !(bill && isBill(bill) && !bill.headerless)) {
        warnings.push(issue('input/file-not-read', name, '', { file: name }));
        continue;
      }
      const source = sourceOf(chosen);
      const headers = (bill?.header ?? chosen.rows[0]!).cells.join(', ').slice(0, 400);
      for (const given of bill?.absent ?? []) issues.push(issue('input/no-such-column', source, '', { given, headers }));
      if (bill?.headerless) warnings.push(issue('input/headerless', source, '', { columns: [...bill.columns].map(([field, { header: name }]) => `${name} = ${field}`).join(', ') }));
      if (bill && ((['partNumber', 'description', 'product'] as const).some((field) => bill.columns.has(field)) || (bill.columns.has('value') && saysHowMany(bill))))
        found.bills.push({ bill, sheet: chosen.name, source, file: fileRead(name), stated: stated ?? {} });
      else issues.push(issue('input/no-bill-columns', source, '', { field: 'part numbers or descriptions', headers }));
    }
    const read = named.length > 0 ? named : chosen && stated?.sheet === undefined ? [chosen] : value; // whoever names a sheet knows of the others
    const others = value.filter((sheet) => !read.includes(sheet));
    const bills = named.length > 0 ? [] : others.filter((sheet) => likely.includes(sheet));
    const names = (sheets: readonly Sheet[]): string => sheets.map((sheet) => sheet.name).join(', ');
    if (bills.length > 0) warnings.push(issue('input/several-bills', name, '', { name: chosen!.name, others: names(bills) }));
    if (others.length > bills.length) warnings.push(issue('input/other-sheets', name, '', { name: names(read), others: names(others.filter((sheet) => !bills.includes(sheet))) }));
  }
  return found;

  /** True where the file is such a document, whether it can be read or not. */
  function documentIn(name: string): boolean {
    const asked = files.size === 1 || tables.has(name);
    const known = recognise(name, files.get(name)!, asked);
    if ('not' in known) {
      if (isTableName(name)) return false;
      if (asked) issues.push(issue('document/unknown', name, '', { options: FORMATS.join(', ') }));
      else if (known.not === 'known') warnings.push(issue('input/file-not-read', name, '', { file: name }));
      return true;
    }
    issues.push(...known.read.issues);
    if (known.read.value) found.documents.push({ document: known.read.value, source: name, file: fileRead(name), stated: tables.get(name) ?? {} });
    return true;
  }
}

function shown(sheets: readonly Sheet[]): Sheet | undefined {
  return sheets.find(({ hidden }) => !hidden);
}

function tableByName(path: string): Table | undefined {
  return tableNamed(path.replace(/^.*\//, '').replace(/\.[^.]+$/, '').toLowerCase());
}

/** Unasked, a table counts as a bill only if its lines say how many or where; a price list does not. Schematic editors know a part by its value alone. */
function isBill(bill: Bill): boolean {
  const { columns } = bill;
  return ((columns.has('partNumber') || columns.has('description')) && saysHowMany(bill)) || (columns.has('value') && columns.has('designator'));
}

function saysHowMany({ columns }: Bill): boolean {
  return columns.has('quantity') || columns.has('designator');
}
