/** Faults in what the user gave, as plain data. The sentences and hints are in text/issues.ts, one entry a code, and in docs/errors.md. */

/** Every code that a user can meet. A test holds this list, text/issues.ts and docs/errors.md together. */
export const ERROR_CODES = [
  'record/contradiction',
  'network/bill-contains-itself',
  'input/too-large',
  'input/too-deep',
  'input/encoding',
  'input/encoding-assumed',
  'input/json-syntax',
  'input/duplicate-key',
  'input/json-lone-surrogate',
  'input/json-number',
  'input/unknown-field',
  'input/wrong-shape',
  'input/missing',
  'input/not-one-of',
  'input/not-a-number',
  'input/ambiguous-number',
  'input/ambiguous-share',
  'input/share-above-all',
  'input/upside-down',
  'input/unknown-unit',
  'input/bad-day',
  'input/ends-before-start',
  'input/unknown-country',
  'input/bad-id',
  'input/bad-digest',
  'input/no-currency',
  'input/csv-quote',
  'input/extra-cells',
  'input/duplicate-column',
  'input/no-header',
  'input/likely-column',
  'input/workbook',
  'input/hostile-archive',
  'input/cell-error',
  'input/formula-without-value',
  'input/other-sheets',
  'input/outside-workspace',
  'input/no-such-file',
  'input/not-a-file',
  'input/file-differs',
  'input/file-not-read',
  'input/id-of-two-kinds',
  'input/two-claims',
  'input/no-such-id',
  'input/bad-reference',
  'input/alternative-of-nothing',
  'input/options-differ',
  'input/no-bill-columns',
  'input/no-such-column',
  'input/no-config',
  'input/quantity-differs',
  'input/not-a-line',
  'document/xml',
  'document/doctype',
  'document/invalid',
  'document/unknown-version',
  'document/duplicate-ref',
  'document/no-such-ref',
  'document/left-out',
  'document/several-products',
  'document/layout',
  'document/unknown',
  'input/not-placed',
  'input/headerless',
  'input/column-not-found',
  'input/indented',
  'input/bad-level',
  'input/repeated-level',
  'input/no-such-parent',
  'input/assembly-differs',
  'input/line-twice',
  'input/designator-twice',
  'input/bad-designators',
  'input/uneven-alternates',
  'input/several-bills',
  'input/maybe-one-maker',
  'network/stakes-above-all',
  'yaml/syntax',
  'yaml/empty',
  'yaml/many-documents',
  'yaml/not-plain',
  'rulebook/empty-list',
  'rulebook/not-over-evidence',
  'rulebook/nested-walk',
  'rulebook/independence',
  'rulebook/wrong-subject',
  'rulebook/unknown-name',
  'rulebook/scope-condition',
  'rulebook/versions-overlap',
  'rulebook/empty-range',
  'rulebook/repeated-id',
  'rulebook/not-polar',
  'rulebook/polar-with-mark',
  'rulebook/parameter',
  'rulebook/unmarked-source',
  'cases/unclear',
  'result/version',
  'result/dangling',
  'stress/no-demand',
  'stress/currencies',
  'stress/no-margin',
  'stress/no-quantity',
  'stress/no-price',
  'stress/unit-mismatch',
  'stress/from-nothing',
  'stress/no-match',
  'stress/wrong-target',
  'stress/concentration-table',
  'lp/not-read',
  'lp/solver-failed',
  'lp/time-limit',
  'lp/not-proved',
  'certify/unverified',
  'certify/do-not-hold',
  'certify/own-verifier',
  'certify/register',
  'certify/another-issuer',
  'certify/not-a-bundle',
  'certify/no-such-certificate',
  'certify/nothing-left',
  'certify/serials',
  'certify/trust',
  'key/not-a-key',
  'key/passphrase',
  'key/open-to-others',
  'key/no-passphrase',
  'cli/usage',
  'cli/no-such-rulebook',
  'cli/no-such-subject',
  'cli/not-empty',
  'cli/cannot-write',
  'cli/one-at-a-time',
] as const;
/** A heading of docs/errors.md. */
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
