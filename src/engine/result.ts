/** What `check` answers: plain data, complete enough that every report and the result file are made from it alone. */
import type { Verdict } from '../base/verdict.ts';
import type { Day, Digest, Id, Rec } from '../model/record.ts';
import type { Grounds } from '../rules/grounds.ts';
import type { Localized, Rulebook } from '../rules/rulebook.ts';
import type { Question } from '../select/predicate.ts';
import type { Honesty } from '../trace/honesty.ts';

/** docs/semantics.md 7: `no`, `not-yet` and `expired` have no verdict and stay out of the answer. */
export type Applies = 'yes' | 'no' | 'not-yet' | 'expired' | 'unknown';

/** The outcome of one clause for one subject, or for all subjects where it is clear. */
export interface Assessment {
  readonly rulebook: Id;
  /** The version in force on the day, or the nearest one where none is. */
  readonly version: string;
  /** Absent where the rulebook as a whole has no verdict. */
  readonly clause?: string;
  readonly subject: Id | 'all';
  readonly applies: Applies;
  /** Absent for `no`, `not-yet` and `expired`. */
  readonly verdict?: Verdict;
  readonly basis?: 'exempt' | 'no-subject';
  /** Open subjects of one clause have one in common. */
  readonly grounds?: Grounds;
  readonly notes: readonly Localized[];
  /** The clause's text could not be confirmed against the law. */
  readonly unverified?: true;
  /** What the verdict would be on the day on which the rulebook begins to apply. */
  readonly forecast?: { readonly verdict: Verdict; readonly on: Day };
  /** The first day on which the law, a record or an age limit that its grounds rest on changes. */
  readonly nextChange?: Day;
  /** What unknown means under this rulebook: `blocks-award`. Changes neither verdict nor exit status. */
  readonly consequence?: string;
}

/** An answer: verdicts, their grounds, and everything that the grounds read. */
export interface CheckResult {
  readonly question: Question;
  readonly verdict: Verdict;
  /** The workspace says that it is invented. */
  readonly madeUp?: true;
  readonly assessments: readonly Assessment[];
  readonly honesty: Honesty;
  /** Every rulebook that was asked, as the checker reads it. */
  readonly rulebooks: readonly Rulebook[];
  /** Every record that some grounds cite, once. */
  readonly records: readonly Rec[];
  readonly digests: {
    readonly question: Digest;
    /** Root of the network of the question: SHA-256 of the sorted digests of all its records. */
    readonly network: Digest;
    /** By rulebook id. */
    readonly rulebooks: Readonly<Record<Id, Digest>>;
  };
  /** What people call the things in the result: name of a product or party by id. */
  readonly labels: Readonly<Record<Id, string>>;
}
