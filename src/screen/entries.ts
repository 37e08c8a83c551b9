/** Does a party class stand on a list? Ids decide before judgements, judgements before names (docs/semantics.md 4, 6.1). */
import { daysBetween } from '../base/day.ts';
import { digestOf } from '../model/digest.ts';
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
  readonly #byId = new Map<string, Listing[]>();
  readonly #byName = new Map<string, Listing[]>();
  readonly #digests = new Map<Digest, Listing>();
  readonly #held = new Map<Direction, boolean>();
  readonly #matches = new Map<Id, readonly EntryMatch[]>();

  constructor(facts: Facts, list: Id, rules: ListRules) {
    this.list = list;
    this.#facts = facts;
    this.#rules = rules;
    const statements = facts.net.statements.get(`entries|${list}`) ?? [];
    this.statement = statements.reduce<Completeness | undefined>((latest, rec) => (latest === undefined || (rec.validFrom ?? '') > (latest.validFrom ?? '') ? rec : latest), undefined);
    const members = this.statement?.status === 'complete' ? new Set(this.statement.members) : undefined;
    this.entries = (facts.net.listings.get(list) ?? []).filter((entry) => members === undefined || members.has(digestOf(entry, facts.net.sha256)));
    this.subsidiaries = this.entries.some((entry) => entry.scope === 'and-subsidiaries');
    for (const entry of this.entries) {
      this.#digests.set(digestOf(entry, facts.net.sha256), entry);
      for (const { scheme, value } of entry.ids ?? []) put(this.#byId, `${scheme}|${value}`, entry);
      for (const name of entry.names ?? []) put(this.#byName, normalizeName(name), entry);
    }
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
    const present = facts.net.listings.get(this.list) ?? [];
    const members = new Set(statement.members);
    const ids = new Set(this.entries.map((entry) => entry.id));
    return statement.members.every((digest) => facts.net.records.get(digest)?.kind === 'listing') && present.every((entry) => members.has(digestOf(entry, facts.net.sha256)) || ids.has(entry.id));
  }

  /** Entries that are, or may be, this party; everything not in the answer is a miss. */
  matches(cls: Id): readonly EntryMatch[] {
    let found = this.#matches.get(cls);
    if (found === undefined) this.#matches.set(cls, (found = this.#match(this.#facts.partiesOf(cls))));
    return found;
  }

  #match(parties: readonly Party[]): readonly EntryMatch[] {
    const candidates = new Map<Listing, Set<Party>>();
    const meet = (entry: Listing, party: Party): void => void candidates.set(entry, (candidates.get(entry) ?? new Set()).add(party));
    const judged = new Map<Listing, { says: string; by: Party }[]>();
    for (const party of parties) {
      for (const { scheme, value } of party.ids ?? []) for (const entry of this.#byId.get(`${scheme}|${value}`) ?? []) meet(entry, party);
      for (const name of party.names ?? []) for (const entry of this.#byName.get(normalizeName(name)) ?? []) meet(entry, party);
      const own = digestOf(party, this.#facts.net.sha256);
      for (const judgement of this.#facts.net.judgementsOn.get(own) ?? []) {
        const entry = this.#digests.get((judgement.left === own ? judgement.right : judgement.left) ?? '');
        if (entry === undefined || judgement.says === undefined) continue;
        meet(entry, party);
        judged.set(entry, [...(judged.get(entry) ?? []), { says: judgement.says, by: party }]);
      }
    }
    return [...candidates].map(([entry, by]) => this.#decide(entry, parties, [...by], judged.get(entry) ?? [])).filter((match) => match !== undefined)
      .sort((a, b) => (a.entry.id < b.entry.id ? -1 : 1));
  }

  #decide(entry: Listing, parties: readonly Party[], by: readonly Party[], judged: readonly { says: string; by: Party }[]): EntryMatch | undefined {
    const own = parties.flatMap((party) => (party.ids ?? []).map((id) => ({ ...id, party })));
    const listed = entry.ids ?? [];
    const equal = own.filter((id) => listed.some(({ scheme, value }) => scheme === id.scheme && value === id.value));
    const contradicts = own.some((id) => listed.some(({ scheme }) => scheme === id.scheme) && !own.some((other) => other.scheme === id.scheme && listed.some(({ scheme, value }) => scheme === other.scheme && value === other.value)));
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
    return this.#facts.strong(entry, direction) || (direction === 'clear' && this.held('clear') && this.statement!.members.includes(digestOf(entry, this.#facts.net.sha256)));
  }
}

function put(map: Map<string, Listing[]>, key: string, entry: Listing): void {
  map.set(key, [...(map.get(key) ?? []), entry]);
}
