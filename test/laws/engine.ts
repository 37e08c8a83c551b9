/** The two implementations of docs/semantics.md behind one shape, so that laws and tables are run on both. */
import type { Rec } from '../../src/model/record.ts';
import { normalizeName } from '../../src/names/normalize.ts';
import { ask, evaluateRulebook } from '../../src/rules/evaluate.ts';
import type { Rulebook } from '../../src/rules/rulebook.ts';
import type { Question } from '../../src/select/predicate.ts';
import { reference } from '../reference/evaluate.ts';
import { digestOf, sha256 } from '../support/digest.ts';

export type Verdict = 'clear' | 'red' | 'unknown';
export interface Answer {
  readonly applies: 'yes' | 'no' | 'unknown' | 'not-yet' | 'expired';
  readonly verdict: Verdict | undefined;
  /** By clause id. */
  readonly clauses: ReadonlyMap<string, Verdict>;
  /** By clause id: the products that are red, sorted. */
  readonly red: ReadonlyMap<string, readonly string[]>;
}
export type Evaluate = (records: readonly Rec[], question: Question, rulebook: Rulebook) => Answer;

const sameName = (a: string, b: string): boolean => normalizeName(a) === normalizeName(b);

export const plain: Evaluate = (records, question, rulebook) => {
  const { applies, verdict, clauses } = reference(records, question, rulebook, digestOf, sameName);
  return {
    applies,
    verdict,
    clauses: new Map(clauses.map((c) => [c.id, c.verdict])),
    red: new Map(
      clauses.map((c) => [
        c.id,
        [...new Set([...c.subjects].flatMap(([id, v]) => (v === 'red' ? [id.split('@')[0]!] : [])))].sort(),
      ]),
    ),
  };
};

export const engine: Evaluate = (records, question, rulebook) => {
  const { applies, verdict, clauses, outcomes } = evaluateRulebook(ask(records, question, sha256), rulebook);
  const red = new Map(
    [...clauses.keys()].map((id) => [
      id,
      [
        ...new Set(
          outcomes.filter((o) => o.clause.id === id && o.verdict === 'red').map((o) => o.subject.split('@')[0]!),
        ),
      ].sort(),
    ]),
  );
  return { applies, verdict, clauses, red };
};

export const IMPLEMENTATIONS: readonly (readonly [string, Evaluate])[] = [
  ['reference', plain],
  ['engine', engine],
];
