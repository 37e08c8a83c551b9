/**
 * Names by which one firm goes, in characters and in Latin letters (`data/firm-names.csv`), as the firms themselves write them: 瑞昱 and
 * Realtek cannot be read from one another. What a row is good for: screen/known-names.ts.
 */
import type { FileInput } from '../file.ts';
import { referenceRows, severalIn } from './table.ts';

export const FIRM_COLUMNS = ['market', 'code', 'name', 'short', 'latin', 'aliases', 'checked', 'source', 'read'] as const;
/** Which names were seen in a public list when the row was typed. */
export type Checked = 'both' | 'characters' | 'latin' | 'none';

export interface FirmNames {
  /** In characters, whole and short, then in Latin letters. */
  readonly names: readonly string[];
  /** Where the firm is listed, with its number there: `TWSE 2379`; or its own site, `dji.com`. */
  readonly listed: string;
  readonly checked: Checked;
  readonly row: number;
}

/** Throws RangeError where the table cannot be read or has not its columns. */
export function readFirmNames(file: FileInput): FirmNames[] {
  return referenceRows('firm-names.csv', file, FIRM_COLUMNS).map(({ row, cells }) => {
    const { market = '', code = '', name = '', short = '', latin = '', aliases, checked = '' } = cells;
    return { names: [...new Set([name, short, latin, ...severalIn(aliases)])].filter(Boolean), listed: market === 'own site' ? code : `${market} ${code}`, checked: (checked || 'none') as Checked, row };
  });
}
