/** Every small hostile file. A new family is a file beside this one and a line here. */
import { BILL_FILES } from './bills.ts';
import { DOCUMENT_FILES } from './documents.ts';
import { JSON_FILES } from './json.ts';
import type { Small } from './small.ts';
import { TABLE_FILES } from './tables.ts';
import { WORKBOOK_FILES } from './workbooks.ts';
import { YAML_FILES } from './yaml.ts';

export const SMALL: readonly Small[] = [...JSON_FILES, ...YAML_FILES, ...TABLE_FILES, ...BILL_FILES, ...WORKBOOK_FILES, ...DOCUMENT_FILES];
