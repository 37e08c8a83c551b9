/** One thing at a time: every facility, party, country, product or owner cut off alone, over one chain whose programs are kept. */
import { T, U } from '../base/verdict.ts';
import type { Solver } from '../lp/solve.ts';
import { OWNERSHIP_TESTS } from '../owners/tests.ts';
import type { Id } from '../model/record.ts';
import type { Conditions } from '../select/evaluate.ts';
import type { Chain } from './chain.ts';
import type { Compiled } from './compile.ts';
import { ImpactStudy, type SurvivalAndLoss, SurvivalStudy } from './study.ts';
import { Targets } from './targets.ts';

export const EACH = ['facility', 'party', 'country', 'product', 'owner'] as const;
export type Each = (typeof EACH)[number];
/** What is closed together; `open`: what may belong to it. */
export interface Cut { readonly id: Id; readonly sure: readonly number[]; readonly open: readonly number[] }
export interface CutResult {
  readonly id: Id;
  /** Between what is lost without it and what is lost without all that may belong to it. */
  readonly loss: { readonly lo: number; readonly hi: number };
  /** Days until the first loss: with all that may belong to it gone, and with what surely does; Infinity: none. */
  readonly survivalDays?: { readonly lo: number; readonly hi: number };
  readonly skipped: boolean;
}

/** Every member of the kind that something in the chain depends on, in order of id. */
export function cutsOf(by: Each, compiled: Compiled, conditions: Conditions): Cut[] {
  const targets = new Targets(compiled, conditions);
  const { net } = conditions.facts;
  const ids = new Set<Id>();
  for (const of of compiled.of) {
    if (of.kind === 'store') continue;
    if (by === 'product') ids.add(of.product);
    if (by === 'facility') for (const facility of of.facilities) ids.add(facility);
    if (by === 'party') for (const party of targets.partiesOf(of)) ids.add(party);
    if (by === 'owner') for (const party of targets.partiesOf(of)) for (const owner of ownersAbove(party, conditions)) ids.add(owner);
    if (by === 'country') {
      for (const { country } of of.way.recipe ?? []) if (country !== undefined) ids.add(country);
      for (const facility of of.facilities) for (const { country } of net.facilities.get(facility) ?? []) if (country !== undefined) ids.add(country);
    }
  }
  return [...ids].sort().map((id) => ({ id, ...targets.plants({ of: by, id: [id] }) })).filter(({ sure, open }) => sure.length + open.length > 0);
}

/** Owners over any number of stakes that could control the party. */
function ownersAbove(party: Id, conditions: Conditions): Id[] {
  const { net } = conditions.facts;
  const seen = new Set<Id>([party]);
  for (const cls of seen) for (const group of net.ownersOf.get(cls) ?? []) seen.add(net.classes.of(group[0]!.owner));
  const test = OWNERSHIP_TESTS.get('OWN50_CASCADE')!;
  return [...seen].filter((owner) => owner !== party && [T, U].some((value) => conditions.owners.controlled(party, test, owner) === value));
}

/** A worker's share of the work: the chain is plain data and can be sent. */
export class EachStudy {
  readonly #impact: ImpactStudy | undefined;
  readonly #survival: SurvivalStudy | undefined;
  /** Both from one program, where that can be. */
  readonly #both: SurvivalAndLoss | undefined;
  readonly #bothEnds: boolean;
  readonly #days: number;
  /** No arc costs anything. */
  readonly #free: boolean;
  readonly #undisturbed: { readonly loss: number; readonly made: Float64Array };

  constructor(solver: Solver, chain: Chain, days: number, survive: boolean, bothEnds: boolean) {
    this.#survival = survive ? new SurvivalStudy(solver, chain) : undefined;
    this.#both = this.#survival?.withLoss(days);
    this.#impact = this.#both === undefined ? new ImpactStudy(solver, chain, days) : undefined;
    this.#undisturbed = this.#both?.undisturbed() ?? { loss: this.#impact!.base.loss, made: this.#impact!.made };
    this.#bothEnds = bothEnds;
    this.#days = days;
    this.#free = chain.arcs.every(({ costEach = 0 }) => costEach === 0);
  }

  get base(): number {
    return this.#undisturbed.loss;
  }

  /** Units made in the horizon by each plant where nothing is disrupted. */
  get made(): Float64Array {
    return this.#undisturbed.made;
  }

  of({ id, sure, open }: Cut): CutResult {
    const wide = this.#bothEnds && open.length > 0;
    const least = this.#without(sure);
    const most = wide ? this.#without([...sure, ...open]) : least;
    return {
      id, loss: { lo: least.loss, hi: most.loss }, skipped: least.skipped && most.skipped,
      ...(least.survivalDays !== undefined && most.survivalDays !== undefined && { survivalDays: { lo: most.survivalDays, hi: least.survivalDays } }),
    };
  }

  /** What survives the whole time without extra cost loses nothing in it, and is not solved for again. */
  #without(plants: readonly number[]): { readonly loss: number; readonly skipped: boolean; readonly survivalDays?: number } {
    if (this.#both !== undefined) {
      const { loss, survivalDays } = this.#both.closed({ plants });
      return { loss, survivalDays, skipped: survivalDays >= this.#days };
    }
    const survivalDays = this.#survival?.closed({ plants });
    if (survivalDays !== undefined && survivalDays >= this.#days && this.#free) return { loss: 0, skipped: true, survivalDays };
    const { loss, skipped } = this.#impact!.closed({ plants });
    return { loss, skipped, ...(survivalDays !== undefined && { survivalDays }) };
  }

  close(): void {
    this.#impact?.close();
    this.#both?.close();
    this.#survival?.close();
  }
}
