/**
 * Who can answer for what is missing: of a product its maker, else who supplies it, else who builds it in; of a company it
 * itself, or, of one that only owns, the nearest company that it owns and that is in the supply chain. A party stands for
 * its class (docs/semantics.md 1.4). What no paper of a supplier decides (a match to judge, a list to fetch, a
 * contradiction, a law's status, the question itself) has no sender: that is the user's own work.
 */
import type { Network } from '../model/network.ts';
import type { Id, Rec } from '../model/record.ts';
import type { Missing } from '../rules/grounds.ts';

/** Nobody is recorded who could be asked: whoever asks the question. */
export const OWN: Id = '';
const OWN_WORK: ReadonlySet<Missing['kind']> = new Set(['match', 'edition', 'conflict', 'status', 'method']);

export class Senders {
  readonly #net: Network;
  readonly #root: Id;
  readonly #outputs = new Map<Id, Id>();
  readonly #madeIn = new Map<Id, Set<Id>>();
  readonly #owned = new Map<Id, Set<Id>>();
  readonly #trading = new Set<Id>();
  readonly #parties: ReadonlySet<Id>;
  readonly #found = new Map<string, readonly Id[]>();

  constructor(net: Network, records: readonly Rec[], root: Id) {
    this.#net = net;
    this.#root = root;
    this.#parties = partiesIn(records);
    const cls = (party: Id): Id => net.classes.of(party);
    for (const rec of records) {
      if (rec.kind === 'recipe') this.#outputs.set(rec.id, rec.output);
      if (rec.kind === 'recipe' && rec.facility !== undefined) add(this.#madeIn, rec.facility, rec.output);
      if (rec.kind === 'ownership') add(this.#owned, cls(rec.owner), cls(rec.asset));
      if (rec.kind === 'product' && rec.maker !== undefined) this.#trading.add(cls(rec.maker));
      if (rec.kind === 'supply') this.#trading.add(cls(rec.supplier));
      if (rec.kind === 'facility' && rec.operator !== undefined) this.#trading.add(cls(rec.operator));
    }
  }

  /** The best first; nothing where no sender can decide it. */
  of(missing: Missing): readonly Id[] {
    const key = `${missing.kind} ${missing.of} ${missing.field ?? ''}`;
    let found = this.#found.get(key);
    if (found === undefined) this.#found.set(key, (found = this.#seek(missing)));
    return found;
  }

  /**
   * Whether a sender can speak of a thing at all: what it makes, sells or builds in, at any depth; itself, and who owns it. Wider
   * than whom we ask first: a sheet may come back after another answer has named somebody nearer.
   */
  speaksFor(sender: Id, table: 'products' | 'recipes' | 'parties' | 'facilities', id: Id): boolean {
    if (sender === OWN) return true;
    const from = this.#net.classes.of(sender);
    const line = /^\?(.*)#[^#]*$/s.exec(id)?.[1];
    if (table === 'parties') return this.#owns(this.#net.classes.of(id), from);
    if (table === 'facilities') {
      const runs = (this.#net.facilities.get(id) ?? []).some(({ operator }) => operator !== undefined && this.#net.classes.of(operator) === from);
      return runs || [...(this.#madeIn.get(id) ?? [])].some((product) => this.#deals(from, product));
    }
    return this.#deals(from, line !== undefined ? (this.#outputs.get(line) ?? this.#root) : table === 'recipes' ? (this.#outputs.get(id) ?? id) : id);
  }

  /** Does it make or sell the product, or something that the product goes into? */
  #deals(from: Id, product: Id): boolean {
    const met = new Set([product]); // grows
    for (const id of met) {
      if (this.#dealersOf(id).includes(from)) return true;
      for (const recipe of this.#net.usedIn.get(id) ?? []) met.add(this.#outputs.get(recipe) ?? this.#root);
    }
    return false;
  }

  #owns(party: Id, from: Id): boolean {
    const met = new Set([party]); // grows
    for (const id of met) {
      if (id === from) return true;
      for (const asset of this.#owned.get(id) ?? []) met.add(asset);
    }
    return false;
  }

  /** Who makes it and who sells it. */
  #dealersOf(product: Id): Id[] {
    const makers = (this.#net.products.get(product) ?? []).flatMap((rec) => rec.maker ?? []);
    const sellers = (this.#net.suppliesOf.get(product) ?? []).flatMap((group) => group.map((rec) => rec.supplier));
    return [...makers, ...sellers].map((party) => this.#net.classes.of(party));
  }

  #seek({ kind, of, field }: Missing): readonly Id[] {
    if (OWN_WORK.has(kind) || of === 'question') return [];
    const { products, recipes } = this.#net;
    const assumed = /^answer:[a-z]+:(.*)$/s.exec(of)?.[1];
    if (assumed !== undefined) return this.#ofThing(assumed);
    const asParty = kind === 'stake' || (kind === 'list' && field === 'owners') || (this.#parties.has(of) && products.get(of) === undefined && recipes.get(of) === undefined);
    return asParty ? this.#ofParty(this.#net.classes.of(of)) : this.#ofThing(of);
  }

  #ofThing(id: Id): readonly Id[] {
    const { products } = this.#net;
    if (this.#parties.has(id) && products.get(id) === undefined && !this.#outputs.has(id)) return this.#ofParty(this.#net.classes.of(id));
    const line = /^\?(.*)#[^#]*$/s.exec(id)?.[1]; // a line that does not say what it is
    if (line !== undefined && products.get(id) === undefined) return this.#ofProduct(this.#outputs.get(line) ?? this.#root);
    const made = this.#madeIn.get(id);
    if (made !== undefined && products.get(id) === undefined) return [...new Set([...made].flatMap((product) => this.#ofProduct(product)))];
    return this.#ofProduct(this.#outputs.get(id) ?? id);
  }

  #ofProduct(product: Id): readonly Id[] {
    const met = new Set([product]); // grows: who builds it in, and so on up
    for (const id of met) {
      const found = this.#dealersOf(id);
      if (found.length > 0) return [...new Set(found)];
      for (const recipe of this.#net.usedIn.get(id) ?? []) met.add(this.#outputs.get(recipe) ?? this.#root);
    }
    return [OWN];
  }

  #ofParty(party: Id): readonly Id[] {
    const met = new Set([party]); // grows: what it owns, and so on
    for (const id of met) {
      if (this.#trading.has(id)) return [id];
      for (const asset of this.#owned.get(id) ?? []) met.add(asset);
    }
    return [OWN];
  }
}

/** Companies and persons that are described, or only named: as maker, seller, operator, or one side of a stake. */
export function partiesIn(records: readonly Rec[]): Set<Id> {
  return new Set(records.flatMap((rec) => {
    switch (rec.kind) {
      case 'party': return rec.id;
      case 'product': return rec.maker ?? [];
      case 'supply': return rec.supplier;
      case 'facility': return rec.operator ?? [];
      case 'ownership': return [rec.owner, rec.asset];
      default: return [];
    }
  }));
}

function add(map: Map<Id, Set<Id>>, key: Id, value: Id): void {
  const set = map.get(key);
  if (set) set.add(value);
  else map.set(key, new Set([value]));
}
