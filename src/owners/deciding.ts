/** Which one thing, were it known, would decide an open party either way: the gap or band nearest to it. */
import { push } from '../base/multimap.ts';
import { F, T, U, type Tri } from '../base/verdict.ts';
import { type OwnershipGraph, ownershipGraph, WHOLE, type PartyGiven, type StakeGiven } from './graph.ts';
import { Owned, settle } from './settle.ts';
import { CLOSES, MEASURES, namedTest } from './tests.ts';

/** Nobody's: it counts for nothing until it is filled. */
const NOTHING = Object.fromEntries(MEASURES.map((measure) => [measure, { lo: 0, hi: 0 }]));

/**
 * Questions about one party under any test, over a graph that is made once. What nobody is recorded to hold of an asset stands in it
 * as a stake of its own, in the hand of nobody, of nothing; a question fills one of them. O(owners above x stakes) a question.
 */
export class Deciding {
  /** The party and whoever is above it, the nearest first. */
  readonly above: readonly string[];
  readonly #graph: OwnershipGraph;
  readonly #ids: readonly string[];
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #gaps: readonly string[];
  readonly #asRecorded: Owned;
  readonly #filled = new Map<string, Owned>();

  /** Stakes are confirmed and at most one for a pair. */
  constructor(party: string, parties: readonly PartyGiven[], stakes: readonly StakeGiven[]) {
    this.above = ownersAbove(party, stakes);
    const closed = new Set(parties.flatMap(({ id, ownersComplete, ownerless }) => (ownersComplete || ownerless ? [id] : [])));
    this.#gaps = this.above.filter((id) => !closed.has(id));
    const nobodies = this.#gaps.map((asset) => ({ id: nobodyIn(asset), ownerless: true as const }));
    const rests = this.#gaps.map((asset): StakeGiven => ({ owner: nobodyIn(asset), asset, range: NOTHING, control: 'none' }));
    const { graph, ids } = ownershipGraph([...parties, ...nobodies], [...stakes, ...rests]);
    [this.#graph, this.#ids, this.#numbers] = [graph, ids, new Map(ids.map((id, i) => [id, i]))];
    this.#asRecorded = new Owned(graph);
  }

  /**
   * The asset whose unrecorded share decides, alone: with it in bad hands the party is caught, with it in others it is free. The
   * party itself first, then its owners by distance. Undefined: the party is decided, or no one gap is enough.
   */
  gap(inBase: (id: string) => Tri, test: string): string | undefined {
    const base = this.#base(inBase);
    if (this.#answer(base, test, this.#asRecorded) !== U) return undefined;
    return this.#gaps.find((asset) => this.#fill(asset, (owned) => {
      const nobody = this.#numbers.get(nobodyIn(asset))!;
      return this.#wouldDecide(base, nobody, test, owned);
    }));
  }

  /** The party, or the owner above it, of which alone it decides whether it is in the base set. */
  base(inBase: (id: string) => Tri, test: string): string | undefined {
    const base = this.#base(inBase);
    if (this.#answer(base, test, this.#asRecorded) !== U) return undefined;
    return this.above.find((id) => {
      const at = this.#numbers.get(id)!;
      return base[at] === U && this.#wouldDecide(base, at, test, this.#asRecorded);
    });
  }

  #base(inBase: (id: string) => Tri): Uint8Array {
    const nobodies = new Set(this.#gaps.map(nobodyIn));
    return Uint8Array.from(this.#ids, (id) => (nobodies.has(id) ? F : inBase(id)));
  }

  /** Caught with it in the base set, and free with it outside? */
  #wouldDecide(base: Uint8Array, at: number, test: string, owned: Owned): boolean {
    const known = (value: Tri): Tri => this.#answer(base.with(at, value), test, owned);
    return known(T) === T && known(F) === F;
  }

  #answer(base: Uint8Array, test: string, owned: Owned): Tri {
    const { caught, possible } = settle(this.#graph, base, namedTest(test), owned);
    const at = this.#numbers.get(this.above[0]!)!;
    return caught[at] === 1 ? T : possible[at] === 1 ? U : F;
  }

  /** While all that nobody is recorded to hold of the asset is in one hand, and its owners are complete with it. */
  #fill<A>(asset: string, ask: (owned: Owned) => A): A {
    const { offsets, surely: { lo, hi, full } } = this.#graph;
    const a = this.#numbers.get(asset)!;
    const rest = offsets[a + 1]! - 1; // rests were given last
    const put = (m: number, least: number, most: number): void => void ([lo[m]![rest], hi[m]![rest]] = [least, most]);
    MEASURES.forEach((measure, m) => {
      let left = WHOLE;
      for (let s = offsets[a]!; s < rest; s++) left -= lo[m]![s]!;
      put(m, CLOSES[measure] ? Math.max(0, left) : 0, Math.max(0, left));
    });
    full[a] = 1;
    let owned = this.#filled.get(asset);
    if (owned === undefined) this.#filled.set(asset, (owned = new Owned(this.#graph, this.#asRecorded)));
    const answer = ask(owned);
    full[a] = 0;
    for (const m of MEASURES.keys()) put(m, 0, 0);
    return answer;
  }
}

const nobodyIn = (asset: string): string => `?${asset}`;

function ownersAbove(party: string, stakes: readonly StakeGiven[]): string[] {
  const owners = new Map<string, string[]>();
  for (const { owner, asset } of stakes) push(owners, asset, owner);
  const met = new Set([party]);
  for (const id of met) for (const owner of owners.get(id) ?? []) met.add(owner);
  return [...met];
}
