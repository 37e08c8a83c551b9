/** Is a party owned, under an ownership test, by those of whom a condition holds? The tests are in owners/ (docs/semantics.md 6.3). */
import { F, T, U, type Tri } from '../base/verdict.ts';
import type { Group } from '../model/network.ts';
import type { Id, Ownership, RangePpm } from '../model/record.ts';
import { Cascade, gapOf, type Asset, type Owners, type Stake } from '../owners/cascade.ts';
import { controlBit } from '../owners/graph.ts';
import { MEASURES, OWNERSHIP_TESTS, type Measure, type OwnershipTest } from '../owners/tests.ts';
import { type Direction, mergeRanges } from '../trace/facts.ts';
import type { Atom, Pred } from './predicate.ts';
import { claims, type LeanKind, leanOf, need, type Reading, red, type Sign } from './reading.ts';

const WHOLE = 1_000_000;
const ANYTHING: RangePpm = { lo: 0, hi: WHOLE };

export class OwnerConditions {
  readonly #on: Reading;
  /** By condition and sign: what was read of owners, and whom the test caught. */
  readonly #cascades = new Map<string, Cascade>();

  constructor(on: Reading) {
    this.#on = on;
  }

  isOwned(atom: Extract<Atom, { owned: unknown }>, sign: Sign, cls: Id, at: string): Tri {
    const test = OWNERSHIP_TESTS.get(atom.owned);
    if (test === undefined) return U;
    return this.owned(test, sign, cls, at, atom, (owner) => this.#on.value(atom.by, sign, { party: owner }, `${at}/by`), atom.dispersed === 'ignore');
  }

  /** Is the party itself, or does the ownership test reach it from, this one owner? For what hangs on whom, without a list. */
  controlled(party: Id, test: OwnershipTest, owner: Id): Tri {
    const [cls, top] = [this.#on.facts.net.classes.of(party), this.#on.facts.net.classes.of(owner)];
    return this.owned(test, 1, cls, `/controlled/${top}`, { all: [] }, (id) => (id === top ? T : F));
  }

  /** The party, whoever is above it, and what was read before: who holds how much, as an ownership test reads it. */
  holdings(party: Id): ReadonlyMap<Id, Asset> {
    const at = '/holdings';
    this.owned(OWNERSHIP_TESTS.get('OWN50_CASCADE')!, 1, this.#on.facts.net.classes.of(party), at, { all: [] }, () => F);
    return this.#cascades.get(`${at}|1`)!.assets;
  }

  /** Section 6.3, for the party and the owners above it that are not decided yet. */
  owned(test: OwnershipTest, sign: Sign, cls: Id, at: string, pred: Pred, base: (cls: Id) => Tri, dispersed = false): Tri {
    const key = `${at}|${sign}`;
    let known = this.#cascades.get(key);
    if (known === undefined) this.#cascades.set(key, (known = new Cascade(test)));
    if (!known.assets.has(cls)) {
      const { assets } = known;
      const fresh = new Map<Id, Asset>();
      const work = [cls];
      this.#on.unheard(() => {
        for (let id = work.pop(); id !== undefined; id = work.pop()) {
          if (assets.has(id) || fresh.has(id)) continue;
          if (this.#on.budget) this.#on.budget.left--;
          const asset = this.#asset(id, test, sign, base, dispersed);
          fresh.set(id, asset);
          for (const { owner } of asset.freeing.stakes) work.push(owner);
        }
      });
      known.add([...fresh.values()]);
    }
    const value: Tri = known.caught.has(cls) ? T : known.possible.has(cls) ? U : F;
    if (value === U && this.#on.hear) this.#hearOwners(known, cls, at, pred, sign, base);
    if (this.#on.lean) this.#leanOnOwners(known, cls, at, value, base);
    return value;
  }

  #asset(cls: Id, test: OwnershipTest, sign: Sign, base: (cls: Id) => Tri, dispersed: boolean): Asset {
    const { facts } = this.#on;
    const value = base(cls);
    const kinds = claims(facts.partiesOf(cls), 'partyKind');
    const members = facts.net.classes.members(cls);
    const read = (direction: Direction): Owners => ({
      stakes: test.catches.length === 0 ? [] : this.#stakes(cls, direction),
      full: members.some((id) => facts.held('owners', id, undefined, direction) !== undefined),
      dispersed: dispersed && members.some((id) => facts.heldAbove(id, direction)),
      ownerless: kinds.length > 0 && kinds.every((kind) => kind.value === 'person' || kind.value === 'state-body') && kinds.some(({ recs }) => facts.strong(recs[0]!, direction)),
    });
    return { id: cls, base: value === T, maybeBase: value !== F, contested: facts.net.classes.conflicts.has(cls), catching: read(need(sign, T)), freeing: read(need(sign, F)) };
  }

  /** One stake an owner class: records of one pair read together, pairs that became one only through `same` added up. */
  #stakes(cls: Id, direction: Direction): readonly Stake[] {
    const known = this.#on.facts.stakes[direction];
    let stakes = known.get(cls);
    if (stakes === undefined) known.set(cls, (stakes = this.#readStakes(cls, direction)));
    return stakes;
  }

  #readStakes(cls: Id, direction: Direction): readonly Stake[] {
    const { facts } = this.#on;
    const byOwner = new Map<Id, (readonly Ownership[])[]>();
    for (const group of facts.net.ownersOf.get(cls) ?? []) {
      const owner = facts.net.classes.of(group[0]!.owner);
      const pairs = byOwner.get(owner);
      if (pairs === undefined) byOwner.set(owner, [group]);
      else pairs.push(group);
    }
    const stakes: Stake[] = [];
    for (const [owner, pairs] of byOwner) {
      const held: Partial<Record<Measure, RangePpm>> = {};
      for (const measure of MEASURES) {
        let [lo, hi] = [WHOLE, 0];
        for (const group of pairs) {
          const range = this.#heldIn(group, measure, direction);
          lo = Math.min(lo, range.lo);
          hi += range.hi;
        }
        if (lo > 0 || hi < WHOLE) held[measure] = { lo, hi: Math.min(WHOLE, hi) };
      }
      stakes.push({ owner, held, control: this.#controlIn(pairs, direction) });
    }
    return stakes;
  }

  /** What the records of one pair say of a measure, read together. */
  #heldIn(group: Group<Ownership>, measure: Measure, direction: Direction): RangePpm {
    if (group.every((rec) => rec[measure] === undefined)) return ANYTHING;
    return mergeRanges(group.flatMap((rec) => (rec[measure] !== undefined && this.#on.facts.strong(rec, direction) ? [rec[measure]] : []))) ?? ANYTHING;
  }

  #controlIn(pairs: readonly Group<Ownership>[], direction: Direction): number {
    let mask = 0;
    let strong = false;
    for (const group of pairs)
      for (const rec of group)
        if (rec.control !== undefined) {
          mask |= controlBit(rec.control);
          strong ||= this.#on.facts.strong(rec, direction);
        }
    return strong ? mask : 0;
  }

  /** What would decide: of the party and of each owner that could matter, what is not recorded; where all is, the method of the test. */
  #hearOwners(known: Cascade, cls: Id, at: string, pred: Pred, sign: Sign, base: (cls: Id) => Tri): void {
    const seen = new Set([cls]);
    const heard = this.#on.hear!.length;
    for (const id of seen) {
      const asset = known.assets.get(id);
      if (asset === undefined || (id !== cls && (known.passing.has(id) || !known.passable.has(id)))) continue;
      if (base(id) === U) continue; // base has said why
      const { ppm, loose, contradictory } = gapOf(asset, known.test);
      if (contradictory && !asset.freeing.ownerless) this.#on.hear!.push({ kind: 'conflict', of: id, field: 'owners', holding: [], failing: [], red: red(sign) });
      else if (!asset.freeing.ownerless && (ppm > 0 || (loose && asset.freeing.stakes.some(({ owner }) => known.passable.has(owner))))) this.#on.hear!.push({ kind: 'stake', of: id, atom: at, pred, sign, ppm, red: red(sign) });
      for (const { owner } of asset.freeing.stakes) seen.add(owner);
    }
    if (this.#on.hear!.length === heard && [...seen].every((id) => base(id) !== U)) this.#on.hear!.push({ kind: 'method', of: cls, test: known.test.id, red: red(sign) });
  }

  /** Whose holdings count, whose do not, and whose may: of the party itself, or (`#passes`) of those who hold it. */
  #leanOnOwners(known: Cascade, cls: Id, at: string, value: Tri, base: (cls: Id) => Tri): void {
    const { assets, passing, passable } = known;
    const lean = (name: string, start: Id, kind: LeanKind, among: (id: Id) => boolean): void => {
      const mine = leanOf(this.#on.lean!, kind, name);
      const work = [start];
      for (let id = work.pop(); id !== undefined; id = work.pop()) {
        if (mine.has(id)) continue;
        mine.add(id);
        base(id); // what the base leans on is part of the certificate
        const asset = assets.get(id);
        if (asset === undefined || (kind === 'caught' && asset.base)) continue;
        for (const { owner } of asset.freeing.stakes) if (among(owner)) work.push(owner);
      }
    };
    const leanOn = (name: string, id: Id, is: Tri): void => {
      if (is === T) lean(name, id, 'caught', (owner) => passing.has(owner));
      else if (is === F) lean(name, id, 'free', (owner) => !passable.has(owner));
      else {
        lean(name, id, 'uncaught', (owner) => !passing.has(owner));
        lean(name, id, 'unfree', (owner) => passable.has(owner));
      }
    };
    if (known.test.passes === undefined) {
      leanOn(at, cls, value);
      return;
    }
    base(cls);
    for (const { owner } of assets.get(cls)?.freeing.stakes ?? []) leanOn(`${at}#passes`, owner, passing.has(owner) ? T : passable.has(owner) ? U : F);
  }

  /** What an ownership condition, read before, says of an owner. */
  value(at: string, sign: Sign, cls: Id): Tri {
    const known = this.#cascades.get(`${at}|${sign}`);
    return known?.passing.has(cls) ? T : known?.passable.has(cls) !== false ? U : F;
  }

  /** Members of an ownership condition's set in the order in which they came into it; undefined where that is nobody's order. */
  order(kind: LeanKind, key: string): Iterable<Id> | undefined {
    const known = this.#cascades.get(key);
    return kind === 'caught' ? known?.passing : kind === 'unfree' ? known?.passable : undefined;
  }
}
