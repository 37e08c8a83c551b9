/** A table file of any kind to sheets of text cells. The ending of the name tells workbooks from text; the content tells CSV from TSV. */
import type { FileInput } from '../file.ts';
import { readDelimited } from './delimited.ts';
import type { Encoding } from './encoding.ts';
import { type Sheets, TABLE_LIMITS, type TableLimits } from './sheet.ts';
import { readXlsx } from './xlsx.ts';

export function isTableName(name: string): boolean {
  return /\.(?:csv|tsv|xlsx|xlsm)$/i.test(name);
}

export function readSheets(name: string, file: FileInput, limits: TableLimits = TABLE_LIMITS, encoding?: Encoding): Sheets {
  return /\.xls[xm]$/i.test(name) ? readXlsx(file, name, limits) : readDelimited(file, name, limits, encoding);
}
