/**
 * All records that a question is put to: those of the workspace, the lists that its rulebooks read and that it has not
 * itself, what the makers' table proposes, the joins by rule,
 * and the matches of parties with entries that only their names, or names that tables know of the same firm, suggest. A list of the workspace's own stands for the whole list.
 */
import type { Sha256 } from '../base/canonical.ts';
import type { ReferenceList } from '../formats/reference/lists.ts';
import type { Maker } from '../formats/reference/makers.ts';
import type { Id, Rec } from '../model/record.ts';
import type { Rulebook } from '../rules/rulebook.ts';
import { proposeMatches } from '../screen/candidates.ts';
import { joinParties } from '../screen/joins.ts';
import type { KnownNames } from '../screen/known-names.ts';
import { proposeMakers, type Proposal } from '../screen/makers.ts';

/** `known`: called where a name is asked of a list. */
export interface Reference { readonly lists: ReadonlyMap<Id, ReferenceList>; readonly makers: readonly Maker[]; readonly known?: () => KnownNames }
export interface Assembled {
  readonly records: readonly Rec[];
  /** Taken from the program's own data. */
  readonly lists: readonly ReferenceList[];
  readonly proposals: readonly Proposal[];
}

export function assemble(own: readonly Rec[], rulebooks: readonly Rulebook[], { lists, makers, known }: Reference, sha256: Sha256): Assembled {
  const held = new Set(own.flatMap((rec) => (rec.kind === 'listing' ? [rec.list] : rec.kind === 'completeness' && rec.list === 'entries' ? [rec.of] : [])));
  const wanted = [...new Set(rulebooks.flatMap((rulebook) => Object.keys(rulebook.lists ?? {})))].sort().filter((list) => !held.has(list));
  const taken = wanted.flatMap((list) => lists.get(list) ?? []);
  const proposals = proposeMakers(own, makers);
  const joins = joinParties(own, sha256);
  const records = [...own, ...joins.records, ...taken.flatMap((list) => list.records), ...proposals.map(({ record }) => record)];
  return { records: [...records, ...proposeMatches(records, sha256, known)], lists: taken, proposals };
}
