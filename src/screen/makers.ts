/**
 * What the makers' table knows of the parties of a workspace: proposals, never facts. A party is met by an equal registered
 * id, or by a full name that equals one of the maker's names once normalised (names/normalize), and by nothing weaker: no
 * part of a name (but of one written in two scripts, where each is whole), no likeness. A name that two makers have, or that is made of common words, meets nobody; a maker whose
 * ids or domicile contradict what is recorded is not proposed. A proposal is an inferred record: it does not convict by
 * itself, and without a paper it clears nothing (docs/decisions/0022).
 */
import { push } from '../base/multimap.ts';
import type { Maker } from '../formats/reference/makers.ts';
import type { Id, Party, Rec } from '../model/record.ts';
import { normalizeName } from '../names/normalize.ts';
import { namesApart } from '../names/scripts.ts';
import { isCommonName } from './common-words.ts';

export interface Proposal { readonly party: Id; readonly maker: Maker; readonly by: 'id' | 'name'; readonly record: Party }

/** One proposal a party at most, in the order of ids. O(parties + makers). */
export function proposeMakers(records: readonly Rec[], makers: readonly Maker[]): Proposal[] {
  const byId = new Map<string, Maker>();
  const byName = new Map<string, Maker | undefined>();
  for (const maker of makers) {
    for (const { scheme, value } of maker.ids) byId.set(`${scheme}|${value}`, maker);
    for (const name of new Set(maker.names.map(normalizeName))) byName.set(name, byName.has(name) ? undefined : maker);
  }
  const parties = new Map<Id, Party[]>();
  for (const rec of records) if (rec.kind === 'party') push(parties, rec.id, rec);
  return [...parties].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([id, own]): Proposal[] => {
    const ids = own.flatMap((party) => party.ids ?? []);
    const found = new Set(ids.flatMap(({ scheme, value }) => byId.get(`${scheme}|${value}`) ?? []));
    const by = found.size > 0 ? 'id' : 'name';
    if (found.size === 0) {
      const names = own.flatMap((party) => party.names ?? []).flatMap((name) => [name, ...namesApart(name)]).map(normalizeName).filter((name) => !isCommonName(name));
      for (const name of names) if (byName.get(name) !== undefined) found.add(byName.get(name)!);
    }
    const [maker, ...others] = found;
    if (maker === undefined || others.length > 0 || maker.domicile === undefined || own.some(({ domicile }) => domicile !== undefined)) return [];
    const differs = ids.some(({ scheme, value }) => maker.ids.some((other) => other.scheme === scheme && other.value !== value));
    if (differs) return [];
    return [{ party: id, maker, by, record: { kind: 'party', id, level: 'inferred', domicile: maker.domicile, origin: `data/makers.csv, row ${maker.row} (${maker.source})` } }];
  });
}
