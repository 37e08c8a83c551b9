/**
 * The lists that come with the program (`data/lists/`), as records: an entry a row, and a statement of what the edition
 * holds. A whole edition is stated complete, with the public law it was read in as its paper; a partial one is stated
 * incomplete, so that a party that is not on it is open, never free (docs/reference-data.md).
 */
import type { Sha256 } from '../../base/canonical.ts';
import { digestOf } from '../../model/digest.ts';
import type { Completeness, Day, Evidence, Id, Listing, Rec } from '../../model/record.ts';
import type { FileInput } from '../file.ts';
import { referenceRows, severalIn } from './table.ts';

export const EDITION_COLUMNS = ['list', 'edition', 'status', 'covers', 'coversZhHant', 'source', 'wholeListAt', 'read'] as const;
export const ENTRY_COLUMNS = ['id', 'name', 'aliases', 'scope', 'validFrom', 'validTo', 'note', 'source', 'read'] as const;

export interface ReferenceList {
  readonly list: Id;
  readonly edition: Day;
  readonly complete: boolean;
  /** Which part of the list, and where the whole of it is published. */
  readonly covers: { readonly en: string; readonly 'zh-Hant': string };
  readonly wholeListAt: string;
  readonly records: readonly Rec[];
}

/** `files`: by name within `data/lists/`. */
export function readReferenceLists(files: ReadonlyMap<string, FileInput>, sha256: Sha256): ReadonlyMap<Id, ReferenceList> {
  const editions = referenceRows('editions.csv', fileNamed(files, 'editions.csv'), EDITION_COLUMNS);
  return new Map(editions.map(({ row, cells }): [Id, ReferenceList] => {
    const { list = '', edition = '', status = '', covers = '', coversZhHant = '', source = '', wholeListAt = '', read = '' } = cells;
    const name = `${list}.csv`;
    const entries = referenceRows(name, fileNamed(files, name), ENTRY_COLUMNS).map((entry) => entryOf(list, entry.row, entry.cells));
    const complete = status === 'complete';
    const statement: Completeness = {
      kind: 'completeness', id: `reference:${list}`, level: 'confirmed', list: 'entries', of: list, validFrom: edition, status: complete ? 'complete' : 'incomplete',
      members: entries.map((entry) => digestOf(entry, sha256)).sort(), origin: `data/lists/editions.csv, row ${row}`,
    };
    const paper: Evidence = {
      kind: 'evidence', id: `reference:${list}:paper`, level: 'confirmed', docKind: 'official-list', issuer: source, issued: read, supports: [digestOf(statement, sha256)], origin: `data/lists/editions.csv, row ${row}`,
    };
    return [list, { list, edition, complete, covers: { en: covers, 'zh-Hant': coversZhHant }, wholeListAt, records: [...entries, statement, ...(complete ? [paper] : [])] }];
  }));
}

function entryOf(list: Id, row: number, { id = '', name = '', aliases, scope, validFrom, validTo, source }: Readonly<Record<string, string>>): Listing {
  return {
    kind: 'listing', id: `${list}/${id}`, level: 'confirmed', list, names: [name, ...severalIn(aliases)], scope: scope === 'and-subsidiaries' ? 'and-subsidiaries' : 'self',
    ...(validFrom && { validFrom }), ...(validTo && { validTo }), origin: `data/lists/${list}.csv, row ${row} (${source})`,
  };
}

function fileNamed(files: ReadonlyMap<string, FileInput>, name: string): FileInput {
  const file = files.get(name);
  if (file === undefined) throw new RangeError(`data/lists/${name} is not there`);
  return file;
}
