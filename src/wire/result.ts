/**
 * The result file, version 1: an answer with all that is needed to check it again. Each record is stored once and grounds
 * cite it by its place, so the size grows with what the answer rests on. Records are in the order of their digests, which
 * are not stored: whoever reads the file computes them, and a changed record then no longer fits its grounds.
 */
import { canonical, Known, type Sha256 } from '../base/canonical.ts';
import { issue, NonredError, type Read } from '../base/issue.ts';
import type { Verdict } from '../base/verdict.ts';
import type { Assessment, CheckResult } from '../engine/result.ts';
import { checkShape, type Shape, z } from '../formats/shape.ts';
import { digestOf } from '../model/digest.ts';
import type { Day, Id, Rec } from '../model/record.ts';
import { type Grounds, textOf } from '../rules/grounds.ts';
import type { Rulebook } from '../rules/rulebook.ts';
import type { Question } from '../select/predicate.ts';
import type { Honesty } from '../trace/honesty.ts';
import { recordShape } from './records.ts';

/** Grounds as stored: `cites` are places in `records`. */
export type StoredGrounds = Omit<Grounds, 'cites'> & { readonly cites: readonly number[] };
/** An assessment as stored: `grounds` is a place in the file's `grounds`. */
export type StoredAssessment = Omit<Assessment, 'grounds'> & { readonly grounds?: number };
/** The file as JSON: schemas/result.schema.json. */
export interface ResultFile {
  readonly version: 1;
  readonly asOf: Day;
  readonly knownAt: Day;
  readonly product: Id;
  readonly verdict: Verdict;
  readonly madeUp?: true;
  readonly assessments: readonly StoredAssessment[];
  readonly honesty: Honesty;
  readonly digests: CheckResult['digests'];
  readonly question: Question;
  readonly rulebooks: readonly Rulebook[];
  readonly records: readonly Rec[];
  readonly labels: Readonly<Record<Id, string>>;
  readonly grounds: readonly StoredGrounds[];
}

/** The file of an answer. Deterministic: the same answer gives the same bytes. */
export function packResult(result: CheckResult, sha256: Sha256): ResultFile {
  const { question, assessments, records: cited, ...rest } = result;
  const records = [...cited].sort((a, b) => (digestOf(a, sha256) < digestOf(b, sha256) ? -1 : 1));
  const places = new Map(records.map((rec, place) => [digestOf(rec, sha256), place]));
  const grounds = new Map<Grounds, { readonly place: number; readonly stored: StoredGrounds }>();
  const store = (own: Grounds): number => {
    const cites = own.cites.map((digest) => {
      const place = places.get(digest);
      if (place === undefined) throw new RangeError(`grounds cite ${digest}, which is not among the records`);
      return place;
    });
    const place = grounds.size;
    grounds.set(own, { place, stored: { ...own, cites } });
    return place;
  };
  const stored = assessments.map((one): StoredAssessment => {
    const { grounds: own, ...assessment } = one;
    return own === undefined ? assessment : { ...one, grounds: grounds.get(own)?.place ?? store(own) };
  });
  const { verdict, madeUp, honesty, digests, rulebooks, labels } = rest;
  const { asOf, knownAt, product } = question;
  return { version: 1, asOf, knownAt, product, verdict, ...(madeUp && { madeUp }), assessments: stored, honesty, digests, question, rulebooks, records, labels, grounds: [...grounds.values()].map((one) => one.stored) };
}

/** The file's bytes: RFC 8785 JSON and a line feed. Throws NonredError `result/too-long` where no string can hold it (half a gigabyte). */
export function resultText(file: ResultFile): string {
  try {
    const assessments = new Known(canonical(file.assessments)); // many: by themselves, so that they are gone through once
    return `${canonical({ ...file, assessments, grounds: file.grounds.map((one) => ({ ...one, body: textOf(one.body) })) })}\n`;
  } catch (cause) {
    if (!(cause instanceof RangeError) || !cause.message.includes('string length')) throw cause;
    throw new NonredError([issue('result/too-long', '', '', { count: file.assessments.length })]);
  }
}

/** The answer in a file, or every fault. Whether its grounds hold is the checker's business, not this function's. */
export function unpackResult(given: unknown, source: string, sha256: Sha256): Read<CheckResult | undefined> {
  const version = (given as { version?: unknown } | null)?.version;
  if (version !== undefined && version !== 1) return { value: undefined, issues: [issue('result/version', source, '/version', { given: String(version) })] };
  const { value: file, issues } = checkShape(resultShape, given, source, () => 1);
  if (file === undefined) return { value: undefined, issues };
  const lost = [...brokenPlaces(file, source), ...otherwiseAsked(file, source)];
  if (lost.length > 0) return { value: undefined, issues: lost };
  const digests = file.records.map((rec) => digestOf(rec, sha256));
  const { question, verdict, madeUp, honesty, rulebooks, records, labels } = file;
  const grounds = file.grounds.map((stored): Grounds => ({ ...stored, cites: stored.cites.map((at) => digests[at]!) }));
  const assessments = file.assessments.map(({ grounds: place, ...assessment }): Assessment => {
    if (place === undefined) return assessment;
    return { ...assessment, grounds: grounds[place]! };
  });
  return { value: { question, verdict, ...(madeUp && { madeUp }), assessments, honesty, rulebooks, records, digests: file.digests, labels }, issues: [] };
}

function brokenPlaces(file: ResultFile, source: string): Read<unknown>['issues'] {
  const dangling = (place: number, length: number): boolean => place >= length;
  return [
    ...file.assessments.flatMap(({ grounds }, i) => (grounds !== undefined && dangling(grounds, file.grounds.length) ? [issue('result/dangling', source, `/assessments/${i}/grounds`, { place: grounds })] : [])),
    ...file.grounds.flatMap(({ cites }, i) => cites.flatMap((place, j) => (dangling(place, file.records.length) ? [issue('result/dangling', source, `/grounds/${i}/cites/${j}`, { place })] : []))),
  ];
}

/** People and programs read the top, the checker reads the question: they must be of one day and one product. */
function otherwiseAsked(file: ResultFile, source: string): Read<unknown>['issues'] {
  return (['asOf', 'knownAt', 'product'] as const).flatMap((member) => (file[member] === file.question[member] ? [] : [issue('result/question', source, `/${member}`, { given: file[member], asked: file.question[member] })]));
}

const text = z.string();
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const digest = z.string().regex(/^[0-9a-f]{64}$/);
const place = z.int().min(0);
const verdict = z.enum(['clear', 'red', 'unknown']);
const basis = z.optional(z.enum(['exempt', 'no-subject']));
const localized = z.looseObject({ en: text, 'zh-Hant': text }).meta({ id: 'localized' });
const ids = z.record(text, z.array(text));
const sets = z.strictObject({ caught: ids, free: ids, uncaught: z.optional(ids), unfree: z.optional(ids), unstarted: z.optional(ids) }).meta({ id: 'sets' });
const red = z.strictObject({ path: z.array(text), sets }).meta({ id: 'red' });
const dead = z.strictObject({ dead: z.array(text), founded: z.array(text), sets }).meta({ id: 'dead' });
const clear = z.strictObject({ visited: z.array(text), sets }).meta({ id: 'clear' });
const missing = z.array(z.strictObject({
  kind: z.enum(['field', 'list', 'stake', 'match', 'edition', 'evidence', 'conflict', 'unfounded', 'unresolved', 'status', 'method', 'expects']),
  of: text, field: z.optional(text), askFrom: z.optional(text), ppm: z.optional(z.int()),
}));
const nodes = z.array(text);
const open = z.strictObject({ each: z.array(z.strictObject({ subject: text, missing, unless: z.optional(z.array(text)), open: nodes, aside: z.optional(nodes) })), unless: z.optional(z.record(text, missing)), sets });
const undecided = z.strictObject({ missing, alive: z.array(nodes), sets });
const ifBound = z.strictObject({ missing, red: z.union([red, dead]) });
const grounds = z.strictObject({
  question: digest, rulebook: digest, network: digest, asOf: day, clause: text, subject: text, verdict, basis, cites: z.array(place),
  body: z.union([red, dead, clear, open, undecided, ifBound]), seal: digest,
});
const assessment = z.strictObject({
  rulebook: text, version: text, clause: z.optional(text), subject: text, applies: z.enum(['yes', 'no', 'not-yet', 'expired', 'unknown']), verdict: z.optional(verdict), basis,
  grounds: z.optional(place), notes: z.array(localized), unverified: z.optional(z.literal(true)), forecast: z.optional(z.strictObject({ verdict, on: day })),
  nextChange: z.optional(day), consequence: z.optional(text),
});
const honesty = z.strictObject({
  lines: place, below: z.strictObject({ all: place, traced: place }), valuePpm: z.optional(z.int().min(0).max(1_000_000)), confirmed: place, inferred: place, oldestFact: z.optional(day),
  oldestList: z.optional(z.strictObject({ list: text, date: day })), conflicts: place, sensitive: z.optional(z.array(digest)),
});
const question = z.strictObject({
  product: text, bom: z.optional(text), asOf: day, knownAt: day, act: z.optional(text), buyer: z.optional(text), purpose: z.optional(text), actOn: z.optional(day),
  asIfBound: z.optional(z.literal(true)),
});
/** A rulebook's own shape is in its schema; here only what every reader of a result relies on. */
const rulebook = z.looseObject({
  id: text, title: localized, cite: text, statusChecked: day, binds: localized, versions: z.array(z.looseObject({ version: text, from: day, status: text })),
  clauses: z.array(z.looseObject({ id: text, cite: text, redIf: z.looseObject({}) })), consequence: text, notModelled: z.array(localized),
});

/** What a result file must look like; schemas/result.schema.json is made from it. */
export const resultShape: Shape<ResultFile> = z.strictObject({
  version: z.literal(1), asOf: day, knownAt: day, product: text, verdict, madeUp: z.optional(z.literal(true)), assessments: z.array(assessment), honesty,
  digests: z.strictObject({ question: digest, network: digest, rulebooks: z.record(text, digest) }), question, rulebooks: z.array(rulebook),
  records: z.array(recordShape), labels: z.record(text, text), grounds: z.array(grounds),
}) as unknown as Shape<ResultFile>;
