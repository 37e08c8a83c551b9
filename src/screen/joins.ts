/**
 * Which parties are the same by rule, before anyone is asked. In this order: an id that both have in one scheme, none of
 * theirs differing in another: same. Different ids in one scheme: different, and said aloud where the names agree.
 * A number that cannot be right joins nobody, and one of a register that gives several neither joins nor parts by a name.
 * What a person judged stands. Full primary names equal after normalisation, legal form and all, no two countries or
 * ids in the way, and more to the name than common words: same, inferred. A name that could join parties that are not
 * to be joined with each other joins none. The joins are records; no party is edited. O(parties).
 */
import type { Sha256 } from '../base/canonical.ts';
import { push } from '../base/multimap.ts';
import { tellsApart } from '../base/registered.ts';
import { digestOf } from '../model/digest.ts';
import { standingJudgements } from '../model/judgements.ts';
import type { Id, Judgement, Party, Rec } from '../model/record.ts';
import { normalizeName } from '../names/normalize.ts';
import { isCommonName } from './common-words.ts';

export interface Joins {
  readonly records: readonly Judgement[];
  /** One name, two numbers in one register: to be said aloud. */
  readonly apart: readonly { readonly left: Id; readonly right: Id; readonly name: string; readonly scheme: string }[];
}

/** A name that more parties than this have is no name to join by. */
const MANY = 50;

/** All records of one party id. */
interface Known { readonly id: Id; readonly records: readonly Party[]; readonly ids: ReadonlyMap<string, ReadonlySet<string>>; readonly country: string | 'several' | undefined }

export function joinParties(records: readonly Rec[], sha256: Sha256): Joins {
  const parties = knownParties(records);
  const judged = judgedPairs(records, sha256);
  const joins: Judgement[] = [];
  const apart: { left: Id; right: Id; name: string; scheme: string }[] = [];
  const joined = new Set<string>();
  const say = (a: Known, b: Known, says: 'same' | 'different', rule: string, level: Judgement['level']): void => {
    const [left, right] = a.id < b.id ? [a, b] : [b, a];
    const pair = pairOf(left.id, right.id);
    if (joined.has(pair)) return;
    joined.add(pair);
    joins.push({
      kind: 'judgement', id: `rule ${rule}: ${left.id}~${right.id}`, level, left: digestOf(left.records[0]!, sha256), right: digestOf(right.records[0]!, sha256),
      says, by: `rule ${rule}`, origin: `rule ${rule}`,
    });
  };
  for (const group of groupsOf(parties, ({ ids }) => [...ids].flatMap(([scheme, values]) => scheme.endsWith('?') ? [] : [...values].map((value) => `${scheme}\n${value}`))))
    for (const other of group.slice(1)) if (differing(group[0]!, other) === undefined) say(group[0]!, other, 'same', 'equal-id', 'confirmed');
  for (const group of groupsOf(parties, ({ records: own }) => new Set(own.flatMap(({ names }) => (names?.[0] === undefined ? [] : [normalizeName(names[0])])))))
    byName(group);
  return { records: joins.sort((a, b) => (a.id < b.id ? -1 : 1)), apart };

  function byName(group: readonly Known[]): void {
    const name = group[0]!.records[0]!.names![0]!;
    const countries = new Set(group.map(({ country }) => country));
    countries.delete(undefined);
    for (const country of countries.size > 1 ? countries : [undefined]) {
      if (country === 'several') continue;
      const alike = country === undefined ? group : group.filter((party) => party.country === country);
      let split = false;
      if (alike.length > MANY) continue;
      for (const [i, a] of alike.entries())
        for (const b of alike.slice(0, i)) {
          const scheme = differing(a, b);
          if (scheme === undefined) {
            // Another number of a register that gives several: who knows.
            if (differing(a, b, () => true) !== undefined) split = true;
            continue;
          }
          split = true;
          const [left, right] = a.id < b.id ? [a, b] : [b, a];
          apart.push({ left: left.id, right: right.id, name, scheme });
          if (!judged.has(pairOf(left.id, right.id))) say(left, right, 'different', 'different-id', 'confirmed');
        }
      if (split || isCommonName(normalizeName(name))) continue;
      for (const other of alike.slice(1)) if (!judged.has(pairOf(alike[0]!.id, other.id))) say(alike[0]!, other, 'same', 'exact-name', 'inferred');
    }
  }
}

function knownParties(records: readonly Rec[]): Known[] {
  const byId = new Map<Id, Party[]>();
  for (const rec of records) if (rec.kind === 'party') push(byId, rec.id, rec);
  return [...byId].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, own]) => {
    const ids = new Map<string, Set<string>>();
    for (const { scheme, value } of own.flatMap((rec) => rec.ids ?? [])) ids.set(scheme, (ids.get(scheme) ?? new Set()).add(value));
    const countries = new Set(own.flatMap(({ domicile }) => domicile ?? []));
    return { id, records: own, ids, country: countries.size > 1 ? 'several' : [...countries][0] };
  });
}

/** A scheme in which both have ids and share none. */
function differing(a: Known, b: Known, asked: (scheme: string) => boolean = tellsApart): string | undefined {
  for (const [scheme, values] of a.ids) {
    if (!asked(scheme)) continue;
    const others = b.ids.get(scheme);
    if (others && ![...values].some((value) => others.has(value))) return scheme;
  }
  return undefined;
}

/** Groups of two and more that share a key. */
function groupsOf(parties: readonly Known[], keys: (party: Known) => Iterable<string>): Known[][] {
  const groups = new Map<string, Known[]>();
  for (const party of parties)
    for (const key of keys(party)) {
      const group = groups.get(key);
      if (group) group.push(party);
      else groups.set(key, [party]);
    }
  return [...groups.values()].filter((group) => group.length > 1);
}

/** Pairs of party ids about which some judgement speaks already. */
function judgedPairs(records: readonly Rec[], sha256: Sha256): Set<string> {
  const pairs = new Set<string>();
  const judgements = standingJudgements(records, sha256);
  if (judgements.length === 0) return pairs;
  const owner = new Map(records.flatMap((rec) => (rec.kind === 'party' ? [[digestOf(rec, sha256), rec.id] as const] : [])));
  for (const { left, right } of judgements) {
    const [a, b] = [owner.get(left ?? ''), owner.get(right ?? '')];
    if (a !== undefined && b !== undefined) pairs.add(a < b ? pairOf(a, b) : pairOf(b, a));
  }
  return pairs;
}

const pairOf = (left: Id, right: Id): string => `${left}|${right}`;
