/** Does a party class stand on a list? Ids decide before judgements, judgements before names (docs/semantics.md 4, 6.1). */
import { daysBetween } from '../base/day.ts';
import { push } from '../base/multimap.ts';
import { tellsApart } from '../base/registered.ts';
import { digestOf } from '../model/digest.ts';
import type { Network } from '../model/network.ts';
import type { Completeness, Digest, Id, Listing, Party, Rec } from '../model/record.ts';
import { normalizeName } from '../names/normalize.ts';
import type { Direction, Facts } from '../trace/facts.ts';

export interface ListRules { readonly maxAgeDays?: number; readonly exactName?: 'trusted' }
/** `by`: the party record that carries the id, the judgement or the name. */
export interface EntryMatch { readonly entry: Listing; readonly says: 'same' | 'different' | 'open' | 'conflict'; readonly by?: Party }

/** One edition of a list, indexed. */
export class Edition {
  readonly list: Id;
  readonly statement: Completeness | undefined;
  /** Entries that count. */
  readonly entries: readonly Listing[];
  /** Some entry speaks of subsidiaries too. */
  readonly subsidiaries: boolean;
  readonly #facts: Facts;
  readonly #rules: ListRules;
  readonly #index: EntryIndex;
  readonly #held = new Map<Direction, boolean>();
  readonly #matches = new Map<Id, readonly EntryMatch[]>();

  constructor(facts: Facts, list: Id, rules: ListRules) {
    this.list = list;
    this.#facts = facts;
    this.#rules = rules;
    this.#index = indexOf(facts.net, list);
    ({ statement: this.statement, entries: this.entries, subsidiaries: this.subsidiaries } = this.#index);
  }

  /** Complete, evidenced, young enough, and every entry that is present is a member: then a miss is a miss. */
  held(direction: Direction): boolean {
    let held = this.#held.get(direction);
    if (held === undefined) this.#held.set(direction, (held = this.#holds(direction)));
    return held;
  }

  #holds(direction: Direction): boolean {
    const { statement } = this;
    if (statement === undefined || statement.status !== 'complete') return false;
    const facts = this.#facts;
    if (!facts.strong(statement, 'clear') || (direction === 'red' && !facts.strong(statement, 'red'))) return false;
    if (this.#rules.maxAgeDays !== undefined && (statement.validFrom === undefined || daysBetween(statement.validFrom, facts.net.knownAt) > this.#rules.maxAgeDays)) return false;
    return this.#index.pinned;
  }

  /** Entries that are, or may be, this party; everything not in the answer is a miss. */
  matches(cls: Id): readonly EntryMatch[] {
    let found = this.#matches.get(cls);
    if (found === undefined) this.#matches.set(cls, (found = this.#match(this.#facts.partiesOf(cls))));
    return found;
  }

  /** Is there an entry of which a class without a name cannot be told apart: no id of theirs in one scheme, and no judgement? */
  silent(cls: Id, fits: (entry: Listing) => boolean): boolean {
    const parties = this.#facts.partiesOf(cls);
    if (parties.some(({ names }) => names?.length)) return false;
    const schemes = new Set(parties.flatMap(({ ids }) => (ids ?? []).map(({ scheme }) => scheme)).filter(tellsApart));
    const { sha256, judgementsOn } = this.#facts.net;
    const judged = new Set(parties.flatMap((party) => (judgementsOn.get(digestOf(party, sha256)) ?? []).flatMap(({ left, right }) => [left, right])));
    return this.entries.some((entry) => fits(entry) && !entry.ids?.some(({ scheme }) => schemes.has(scheme)) && !judged.has(digestOf(entry, sha256)));
  }

  #match(parties: readonly Party[]): readonly EntryMatch[] {
    const candidates = new Map<Listing, Set<Party>>();
    const meet = (entry: Listing, party: Party): void => void candidates.set(entry, (candidates.get(entry) ?? new Set()).add(party));
    const judged = new Map<Listing, { says: string; by: Party }[]>();
    for (const party of parties) {
      for (const { scheme, value } of party.ids ?? []) for (const entry of this.#index.byId.get(`${scheme}|${value}`) ?? []) meet(entry, party);
      for (const name of party.names ?? []) for (const entry of this.#index.byName.get(normalizeName(name)) ?? []) meet(entry, party);
      const own = digestOf(party, this.#facts.net.sha256);
      for (const judgement of this.#facts.net.judgementsOn.get(own) ?? []) {
        const entry = this.#index.byDigest.get((judgement.left === own ? judgement.right : judgement.left) ?? '');
        if (entry === undefined || judgement.says === undefined) continue;
        meet(entry, party);
        push(judged, entry, { says: judgement.says, by: party });
      }
    }
    return [...candidates].map(([entry, by]) => this.#decide(entry, parties, [...by], judged.get(entry) ?? [])).filter((match) => match !== undefined)
      .sort((a, b) => (a.entry.id < b.entry.id ? -1 : 1));
  }

  #decide(entry: Listing, parties: readonly Party[], by: readonly Party[], judged: readonly { says: string; by: Party }[]): EntryMatch | undefined {
    const own = parties.flatMap((party) => (party.ids ?? []).map((id) => ({ ...id, party })));
    const listed = entry.ids ?? [];
    const equal = own.filter((id) => listed.some(({ scheme, value }) => scheme === id.scheme && value === id.value));
    const contradicts = own.some((id) => tellsApart(id.scheme) && listed.some(({ scheme }) => scheme === id.scheme) && !own.some((other) => other.scheme === id.scheme && listed.some(({ scheme, value }) => scheme === other.scheme && value === other.value)));
    const says = (word: string): boolean => judged.some((judgement) => judgement.says === word);
    if (equal.length > 0) {
      if (contradicts || says('different')) return { entry, says: 'conflict' };
      return { entry, says: 'same', by: this.#strongest(equal.map(({ party }) => party)) };
    }
    if (contradicts) return says('same') ? { entry, says: 'conflict' } : undefined;
    if (says('same')) return says('different') ? { entry, says: 'conflict' } : { entry, says: 'same', by: this.#strongest(judged.filter((judgement) => judgement.says === 'same').map((judgement) => judgement.by)) };
    if (says('different')) return undefined;
    if (says('unsure')) return { entry, says: 'open' };
    const names = new Set((entry.names ?? []).map(normalizeName));
    const named = by.filter((party) => (party.names ?? []).some((name) => names.has(normalizeName(name))));
    if (named.length === 0) return undefined;
    return this.#rules.exactName === 'trusted' ? { entry, says: 'same', by: this.#strongest(named) } : { entry, says: 'open', by: named[0]! };
  }

  #strongest(parties: readonly Party[]): Party {
    return parties.find((party) => this.#facts.strong(party, 'red') && this.#facts.strong(party, 'clear')) ?? parties.find((party) => this.#facts.strong(party, 'red')) ?? parties[0]!;
  }

  /** Does the entry count in this direction? An entry that a held edition pins counts towards clear by the edition's papers. */
  strong(entry: Rec, direction: Direction): boolean {
    return this.#facts.strong(entry, direction) || (direction === 'clear' && this.held('clear') && this.#index.members.has(digestOf(entry, this.#facts.net.sha256)));
  }
}

interface EntryIndex {
  readonly statement: Completeness | undefined;
  readonly members: ReadonlySet<Digest>;
  readonly entries: readonly Listing[];
  readonly subsidiaries: boolean;
  /** Does every member stand in the network, and every entry present in the members? */
  readonly pinned: boolean;
  readonly byId: ReadonlyMap<string, readonly Listing[]>;
  readonly byName: ReadonlyMap<string, readonly Listing[]>;
  readonly byDigest: ReadonlyMap<Digest, Listing>;
}
const indexes = new WeakMap<readonly Listing[], { readonly statements: readonly Completeness[]; readonly index: EntryIndex }>(); // an edition is long, and asked by every clause
const NO_LISTING: readonly Listing[] = [];
const NO_STATEMENT: readonly Completeness[] = [];

function indexOf(net: Network, list: Id): EntryIndex {
  const present = net.listings.get(list) ?? NO_LISTING;
  const statements = net.statements.get(`entries|${list}`) ?? NO_STATEMENT;
  const kept = present.length > 0 ? indexes.get(present) : undefined;
  if (kept?.statements === statements) return kept.index;
  const statement = statements.reduce<Completeness | undefined>((latest, rec) => (latest === undefined || (rec.validFrom ?? '') > (latest.validFrom ?? '') ? rec : latest), undefined);
  const members = new Set(statement?.members);
  const entries = statement?.status === 'complete' ? present.filter((entry) => members.has(digestOf(entry, net.sha256))) : present;
  const ids = new Set(entries.map((entry) => entry.id));
  const byDigest = new Map(entries.map((entry) => [digestOf(entry, net.sha256), entry]));
  const [byId, byName] = [new Map<string, Listing[]>(), new Map<string, Listing[]>()];
  for (const entry of entries) {
    for (const { scheme, value } of entry.ids ?? []) push(byId, `${scheme}|${value}`, entry);
    for (const name of entry.names ?? []) push(byName, normalizeName(name), entry);
  }
  const pinned = [...members].every((digest) => byDigest.has(digest)) && present.every((entry) => ids.has(entry.id));
  const index = { statement, members, entries, subsidiaries: entries.some((entry) => entry.scope === 'and-subsidiaries'), pinned, byId, byName, byDigest };
  if (present.length > 0) indexes.set(present, { statements, index });
  return index;
}
