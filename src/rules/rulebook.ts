/** A law or standard as data: one YAML file, whose JSON is exactly what engine and checker read. */
import type { Day } from '../model/record.ts';
import type { EvidencePred, Pred } from '../select/predicate.ts';

export interface Floor {
  /** What a fact that acquits needs: some evidence of one of these kinds, issued at most so many days before knownAt. */
  readonly clear?: { readonly kind?: readonly string[]; readonly maxAgeDays?: number; readonly custody?: readonly string[] };
  /** What a fact that convicts needs; `confirmed` where absent. */
  readonly red?: { readonly level: 'confirmed' | 'inferred' };
}
export type Walk = 'bought' | 'all' | { readonly tiers: number };
export type For =
  | 'product'
  | { readonly components: { readonly walk: Walk; readonly roles?: readonly string[]; readonly materials?: readonly string[] } }
  | { readonly parties: readonly ('maker' | 'supplier')[] };
export interface Unless {
  readonly id: string;
  readonly cite: string;
  readonly from?: Day;
  readonly to?: Day;
  readonly shown?: EvidencePred;
  readonly when?: Pred;
  readonly unverified?: true;
}
export interface Clause {
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
  readonly unverified?: true;
  /** The author knows that this clause is not polar (docs/semantics.md): refused at load without this mark. */
  readonly notPolar?: true;
  readonly notes?: readonly Localized[];
}
export interface Localized { readonly en: string; readonly 'zh-Hant': string }
export type VersionStatus = 'proposed' | 'in-force' | 'suspended' | 'expired' | 'struck-down' | 'unknown';
export interface Version {
  readonly version: string;
  readonly from: Day;
  readonly to?: Day;
  readonly status: VersionStatus;
  readonly cite?: string;
  /** Named sets of places in this version; they win over the rulebook's. */
  readonly sets?: Readonly<Record<string, readonly (string | { readonly region: string })[]>>;
  readonly unverified?: true;
}
export interface Rulebook {
  readonly id: string;
  readonly title: Localized;
  readonly cite: string;
  readonly statusChecked: Day;
  readonly binds: Localized;
  readonly sources: readonly { readonly key: string; readonly text: string; readonly confirmed: boolean }[];
  readonly versions: readonly Version[];
  readonly sets?: Readonly<Record<string, readonly (string | { readonly region: string })[]>>;
  readonly lists?: Readonly<Record<string, { readonly maxAgeDays?: number; readonly exactName?: 'trusted' }>>;
  /** Which products and questions the rulebook binds; absent: all. */
  readonly scope?: Pred;
  readonly floor?: Floor;
  readonly clauses: readonly Clause[];
  /** What unknown means here, shown beside it and changing nothing. */
  readonly consequence: string;
  readonly parameters?: Readonly<Record<string, { readonly value: string; readonly options: readonly string[]; readonly why: Localized }>>;
  readonly notModelled: readonly Localized[];
}
