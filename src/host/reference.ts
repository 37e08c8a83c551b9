/** `data/` on disk, which comes with the package: read once, when it is asked for. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FileInput } from '../formats/file.ts';
import { readFirmNames } from '../formats/reference/firm-names.ts';
import { readReferenceLists, type ReferenceList } from '../formats/reference/lists.ts';
import { type Maker, readMakers } from '../formats/reference/makers.ts';
import type { Id } from '../model/record.ts';
import { firmsOf, KnownNames } from '../screen/known-names.ts';
import { sha256 } from './crypto.ts';
import { fileOn } from './files.ts';

/** src/host and dist/host stand equally deep. */
const DATA = fileURLToPath(new URL('../../data/', import.meta.url));

let lists: ReadonlyMap<Id, ReferenceList> | undefined;
let makers: readonly Maker[] | undefined;
let known: KnownNames | undefined;

export function referenceLists(): ReadonlyMap<Id, ReferenceList> {
  const folder = join(DATA, 'lists');
  lists ??= readReferenceLists(new Map(readdirSync(folder).filter((name) => name.endsWith('.csv')).map((name): [string, FileInput] => [name, fileOn(join(folder, name))])), sha256);
  return lists;
}

export function referenceMakers(): readonly Maker[] {
  makers ??= readMakers(fileOn(join(DATA, 'makers.csv')));
  return makers;
}

/** Firms by each of their names, of the table of names and of the makers'. */
export function knownNames(): KnownNames {
  known ??= new KnownNames(firmsOf(readFirmNames(fileOn(join(DATA, 'firm-names.csv'))), referenceMakers()));
  return known;
}

/** All of it that an answer may need; the names of firms are read when a name is asked of a list. */
export function reference(): { readonly lists: ReadonlyMap<Id, ReferenceList>; readonly makers: readonly Maker[]; readonly known: () => KnownNames } {
  return { lists: referenceLists(), makers: referenceMakers(), known: knownNames };
}
