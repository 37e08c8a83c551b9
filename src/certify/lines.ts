/** The answer of a verifier: each question is one line. */
export type Outcome = 'passed' | 'refused' | 'unknown';
export type Question = 'form' | 'contexts' | 'issuer' | 'signature' | 'trust' | 'about' | 'dates' | 'status' | 'log' | 'grounds' | 'rulebooks' | 'requires';
export interface Line {
  readonly question: Question;
  readonly outcome: Outcome;
  /** With the question, the key of a sentence: `verify.status.revoked`. */
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export const passed = (question: Question, code: string, params: Line['params'] = {}): Line => ({ question, outcome: 'passed', code, params });
export const refused = (question: Question, code: string, params: Line['params'] = {}): Line => ({ question, outcome: 'refused', code, params });
export const unknown = (question: Question, code: string, params: Line['params'] = {}): Line => ({ question, outcome: 'unknown', code, params });

/** One refusal refuses the whole; else one unknown leaves it unknown. */
export function outcomeOf(lines: readonly Line[]): 'verified' | 'refused' | 'unknown' {
  const has = (outcome: Outcome): boolean => lines.some((line) => line.outcome === outcome);
  return has('refused') ? 'refused' : has('unknown') ? 'unknown' : 'verified';
}
