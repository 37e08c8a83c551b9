/** What `nonred stress` answers: plain data, as `wire/stress.ts` publishes it. */
import type { Id } from '../model/record.ts';
import type { Question } from '../select/predicate.ts';
import type { Gaps } from '../stress/compile.ts';
import type { CutResult, Each } from '../stress/each.ts';
import type { ScenarioResult } from './stress.ts';

export interface EachRow extends CutResult {
  /** Spent on what it makes or sells over the days, where prices are recorded. */
  readonly spend?: number;
}
export interface EachResult {
  readonly by: Each;
  readonly days: number;
  /** Lost where nothing is cut off. */
  readonly base: number;
  /** The worst first. */
  readonly rows: readonly EachRow[];
  readonly count: number;
  /** Fewer than `count` where it was stopped. */
  readonly finished: number;
}
export interface ChainPicture {
  readonly plants: readonly { readonly id: string; readonly product: Id; readonly kind: string; readonly country?: string; readonly tier: number }[];
  readonly arcs: readonly { readonly from: number; readonly to: number }[];
}
export interface StressResult {
  readonly madeUp?: true;
  readonly question: Question;
  /** ISO 4217; absent: losses are counted in units. */
  readonly currency?: string;
  readonly labels: Readonly<Record<Id, string>>;
  readonly gaps: Gaps;
  readonly scenarios: readonly ScenarioResult[];
  readonly each?: EachResult;
  readonly chain: ChainPicture;
}
