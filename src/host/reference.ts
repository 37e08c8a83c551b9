/** `data/` on disk, which comes with the package: read once, when it is asked for. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FileInput } from '../formats/file.ts';
import { readReferenceLists, type ReferenceList } from '../formats/reference/lists.ts';
import { type Maker, readMakers } from '../formats/reference/makers.ts';
import type { Id } from '../model/record.ts';
import { sha256 } from './crypto.ts';
import { fileOn } from './files.ts';

/** src/host and dist/host stand equally deep. */
const DATA = fileURLToPath(new URL('../../data/', import.meta.url));

let lists: ReadonlyMap<Id, ReferenceList> | undefined;
let makers: readonly Maker[] | undefined;

export function referenceLists(): ReadonlyMap<Id, ReferenceList> {
  const folder = join(DATA, 'lists');
  lists ??= readReferenceLists(new Map(readdirSync(folder).filter((name) => name.endsWith('.csv')).map((name): [string, FileInput] => [name, fileOn(join(folder, name))])), sha256);
  return lists;
}

export function referenceMakers(): readonly Maker[] {
  makers ??= readMakers(fileOn(join(DATA, 'makers.csv')));
  return makers;
}
