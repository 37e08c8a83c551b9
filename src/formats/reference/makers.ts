/** The makers of parts that come with the program (`data/makers.csv`): names, domicile, parent, ids, each with its source. */
import type { Id, RegisteredId } from '../../model/record.ts';
import type { FileInput } from '../file.ts';
import { referenceRows, severalIn } from './table.ts';

export const MAKER_COLUMNS = ['id', 'name', 'aliases', 'domicile', 'parent', 'parentDomicile', 'isin', 'ticker', 'lei', 'makes', 'source', 'read'] as const;

export interface Maker {
  readonly id: Id;
  /** The first is the canonical one. */
  readonly names: readonly string[];
  readonly domicile?: string;
  readonly parent?: { readonly name: string; readonly domicile?: string };
  readonly ids: readonly RegisteredId[];
  readonly row: number;
  readonly source: string;
}

export function readMakers(file: FileInput): Maker[] {
  return referenceRows('makers.csv', file, MAKER_COLUMNS).map(({ row, cells }) => {
    const { id = '', name = '', aliases, domicile, parent, parentDomicile, isin, lei, source = '' } = cells;
    return {
      id, names: [name, ...severalIn(aliases)], ...(domicile && { domicile }),
      ...(parent && { parent: { name: parent, ...(parentDomicile && { domicile: parentDomicile }) } }),
      ids: [...(isin ? [{ scheme: 'isin', value: isin }] : []), ...(lei ? [{ scheme: 'lei', value: lei }] : [])], row, source,
    };
  });
}
