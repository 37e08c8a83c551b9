/**
 * The vocabulary of conditions, used by rulebook clauses and by scenario selectors. The YAML's JSON is this type and is
 * exactly what the checker reads: there is no compiled form. Percentages are basis points (10 000 = 100 %).
 */
import type { Day } from '../model/record.ts';

/** ISO 3166-1 alpha-2 codes and regions, or the name of a set in the same rulebook. */
export type Places = string | readonly (string | { readonly region: string })[];
export interface EvidencePred {
  readonly kind: readonly string[];
  readonly about: 'product' | 'maker' | 'facility' | 'lot';
  readonly issuer?: readonly string[];
  readonly maxAgeDays?: number;
  readonly custody?: readonly string[];
  /** The paper can be revoked: it counts only with a status fetched at most so many days ago. */
  readonly status?: { readonly freshDays: number };
}
export type Bound = { readonly atLeast: number } | { readonly moreThan: number } | { readonly atMost: number } | { readonly lessThan: number };
export type Atom =
  | { readonly role: readonly string[] }
  | { readonly hs: readonly string[] }
  | { readonly category: string }
  | { readonly material: readonly string[]; readonly atLeast?: number }
  | { readonly madeIn: Places; readonly step?: readonly string[] }
  /** `seen`: of the steps, those that have to occur; all of them where absent. */
  | { readonly allSteps: readonly string[]; readonly outside: Places; readonly seen?: readonly string[] }
  | { readonly maker: Pred }
  | { readonly supplier: Pred }
  | { readonly operator: Pred }
  | { readonly domicile: Places }
  | { readonly principalPlace: Places }
  | { readonly listed: readonly string[]; readonly closure?: string }
  | { readonly owned: string; readonly by: Pred; readonly dispersed?: 'ignore' }
  | { readonly ancestor: Pred; readonly materials?: readonly string[] }
  | ({ readonly share: 'cost' | 'mass'; readonly over: 'components' | 'materials'; readonly where: Pred } & Bound)
  | { readonly evidence: EvidencePred }
  | { readonly date: { readonly from?: Day; readonly to?: Day }; readonly of: 'asOf' | 'act' }
  | { readonly act: readonly string[] }
  | { readonly buyer: readonly string[] }
  | { readonly purpose: readonly string[] };
export type Pred = { readonly all: readonly Pred[] } | { readonly any: readonly Pred[] } | { readonly not: Pred } | Atom;

/** What a question asks and of whom: the only thing besides records and rulebook that a verdict depends on. */
export interface Question {
  /** The root product. */
  readonly product: string;
  /** The bill of materials it names; absent: every recorded recipe of the root. */
  readonly bom?: string;
  /** The day whose law and facts count. */
  readonly asOf: Day;
  /** The day against which the age of evidence and list editions is measured. */
  readonly knownAt: Day;
  readonly act?: string;
  readonly buyer?: string;
  readonly purpose?: string;
  /** Day of the act (purchase, contract). */
  readonly actOn?: Day;
  /** Judged as if every rulebook's scope held: a bill of materials without a workspace. */
  readonly asIfBound?: true;
}
