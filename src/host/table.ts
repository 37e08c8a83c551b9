/** One table file by its own path: CSV, TSV or a workbook. */
import { basename } from 'node:path';
import { readSheets } from '../formats/table/read.ts';
import type { Sheets } from '../formats/table/sheet.ts';
import { fileOn } from './files.ts';

export function readTableFile(path: string): Sheets {
  return readSheets(basename(path), fileOn(path));
}
