/** A law or standard as data: one YAML file (load.ts), whose JSON is exactly what engine and checker read. */
import type { Day } from '../model/record.ts';
import type { Floor } from '../trace/facts.ts';
import type { EvidencePred, Places, Pred } from '../select/predicate.ts';

export type { Floor };
export type Walk = 'bought' | 'all' | { readonly tiers: number };
export type For =
  | 'product'
  | { readonly components: { readonly walk: Walk; readonly roles?: readonly string[]; readonly materials?: readonly string[] } }
  | { readonly parties: readonly ('maker' | 'supplier')[] };
/** Where a part of a rulebook was read. */
interface Sourced {
  /** Keys of `sources` of the rulebook. */
  readonly sources?: readonly string[];
  /** Not confirmed in a source that was read: shown as such, never as law. Required where a source is not confirmed. */
  readonly unverified?: true;
}
export interface Unless extends Sourced {
  readonly id: string;
  readonly title?: Localized;
  readonly cite: string;
  readonly from?: Day;
  readonly to?: Day;
  /** Of what paper and condition speak: the subject, or the product of the question. */
  readonly of?: 'root';
  readonly shown?: EvidencePred;
  readonly when?: Pred;
}
export interface Clause extends Sourced {
  readonly id: string;
  readonly title?: Localized;
  readonly cite: string;
  readonly from?: Day;
  readonly to?: Day;
  readonly for: For;
  readonly reading?: 'exposure' | 'independence';
  readonly redIf: Pred;
  readonly unless?: readonly Unless[];
  /** Replaces the rulebook's floor, whole. */
  readonly floor?: Floor;
  /** Roles that a bill in scope has at least one component of. */
  readonly expects?: readonly string[];
  /** The author knows that this clause is not polar (lint.ts): refused at load without this mark. */
  readonly notPolar?: boolean;
  readonly notes?: readonly Localized[];
}
export interface Localized { readonly en: string; readonly 'zh-Hant': string }
export type VersionStatus = 'proposed' | 'in-force' | 'suspended' | 'expired' | 'struck-down' | 'unknown';
/** Named sets of places. */
export type PlaceSets = Readonly<Record<string, Exclude<Places, string>>>;
export interface Version extends Sourced {
  readonly version: string;
  readonly from: Day;
  readonly to?: Day;
  readonly status: VersionStatus;
  readonly cite?: string;
  /** Named sets of places in this version; they win over the rulebook's. */
  readonly sets?: PlaceSets;
  readonly notes?: readonly Localized[];
}
/** A choice that the law leaves open, made visible. The file says what each option selects; here it has been selected. */
export interface Parameter { readonly value: string; readonly options: readonly string[]; readonly why: Localized }
/** Words of a rulebook's own, beside vocabulary.ts. */
export type Words = { readonly [F in 'roles' | 'steps' | 'kinds' | 'acts' | 'buyers' | 'purposes']?: readonly string[] };
/** One law or standard, as the engine and the checker read it. */
export interface Rulebook {
  readonly id: string;
  readonly title: Localized;
  readonly cite: string;
  readonly statusChecked: Day;
  readonly binds: Localized;
  readonly sources: readonly { readonly key: string; readonly text: string; readonly confirmed: boolean }[];
  readonly versions: readonly Version[];
  readonly sets?: PlaceSets;
  readonly lists?: Readonly<Record<string, { readonly maxAgeDays?: number; readonly exactName?: 'trusted' }>>;
  readonly words?: Words;
  /** Which products and questions the rulebook binds; absent: all. */
  readonly scope?: Pred;
  readonly floor?: Floor;
  readonly clauses: readonly Clause[];
  /** What unknown means here, shown beside it and changing nothing. */
  readonly consequence: string;
  readonly parameters?: Readonly<Record<string, Parameter>>;
  readonly notes?: readonly Localized[];
  readonly notModelled: readonly Localized[];
}
