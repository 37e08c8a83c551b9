/** Faults in what the user gave, as plain data. The sentences and hints are in text/issues.ts, one entry a code, and in docs/errors.md. */

/** Every code that a user can meet. A test holds this list, text/issues.ts and docs/errors.md together. */
export const ERROR_CODES = [
  'record/contradiction',
  'network/bill-contains-itself',
  'rulebook/empty-list',
  'yaml/syntax',
  'yaml/empty',
  'yaml/many-documents',
  'yaml/not-plain',
  'yaml/repeated-key',
  'yaml/too-deep',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** One thing wrong with the input. It can be stored, sent and sorted. */
export interface Issue {
  readonly code: ErrorCode;
  /** What the sentence needs: `{ given: '12 pcs' }`. */
  readonly params: Readonly<Record<string, string | number>>;
  /** Where: a file of the workspace, and a JSON Pointer or `/rows/17/qty` inside it. */
  readonly at: { readonly source: string; readonly pointer: string };
}

/** A warning goes beside a good value; the readers return all faults at once and keep what is good. */
export interface Read<T> { readonly value: T; readonly issues: readonly Issue[] }

export function issue(code: ErrorCode, source: string, pointer: string, params: Issue['params'] = {}): Issue {
  return { code, params, at: { source, pointer } };
}

/** The operation cannot be done: thrown, with every reason. Nothing is left half-done. */
export class NonredError extends Error {
  readonly issues: readonly Issue[];
  constructor(issues: readonly Issue[]) {
    super(issues.map(({ code, at }) => `${code} at ${at.source}${at.pointer}`).join('; '));
    this.name = 'NonredError';
    this.issues = issues;
  }
}
