/** Many answers side by side: which parts and which missing papers keep how many products from being clear. */
import type { Issue } from '../base/issue.ts';
import type { Verdict } from '../base/verdict.ts';
import type { Product, Rec } from '../model/record.ts';
import { type Missing, missingFor } from '../rules/grounds.ts';
import type { Rulebook } from '../rules/rulebook.ts';
import type { Assessment, CheckResult } from './result.ts';

/** What a portfolio keeps of one answer: plain data, small enough for hundreds, whole when it comes from another thread. */
export interface Member extends Pick<CheckResult, 'verdict' | 'madeUp' | 'labels'> {
  readonly path: string;
  readonly product: string;
  /** Parts that are red, and parts that are open, in any clause. */
  readonly red: number;
  readonly unknown: number;
  readonly rulebooks: readonly Pick<Rulebook, 'id' | 'statusChecked' | 'notModelled'>[];
  /** Each combination once. */
  readonly assessments: readonly Pick<Assessment, 'rulebook' | 'version' | 'clause' | 'unverified' | 'nextChange'>[];
}
/** A product without an answer: its input was refused, or the program failed over it. */
export interface Unanswered { readonly path: string; readonly issues: readonly Issue[]; readonly failure?: string }

/** A part that is red or open in one product. */
export interface OpenPart {
  /** Parts of two workspaces are the same where these are equal: it is for reading, no verdict rests on it. */
  readonly key: string;
  readonly label: string;
  readonly verdict: Exclude<Verdict, 'clear'>;
  readonly missing: readonly Missing[];
}
/** The same, once for all products. */
export interface SharedPart extends Omit<OpenPart, 'key'> {
  /** Places in the portfolio, ascending. */
  readonly products: readonly number[];
}

export function memberOf(path: string, result: CheckResult): Member {
  const { verdict, madeUp, question: { product }, labels } = result;
  const of = (one: Verdict): number => new Set(result.assessments.flatMap((assessment) => (assessment.verdict === one ? [assessment.subject] : []))).size;
  const seen = new Map<string, Member['assessments'][number]>();
  let before: CheckResult['assessments'][number] | undefined;
  for (const one of result.assessments) {
    const { rulebook, version, clause, unverified, nextChange } = one;
    const again = before?.rulebook === rulebook && before.version === version && before.clause === clause && before.unverified === unverified && before.nextChange === nextChange;
    before = one;
    if (again) continue; // a clause's subjects come one after the other
    const key = JSON.stringify([rulebook, version, clause, unverified, nextChange]);
    if (!seen.has(key)) seen.set(key, { rulebook, version, ...(clause !== undefined && { clause }), ...(unverified && { unverified }), ...(nextChange !== undefined && { nextChange }) });
  }
  return {
    path, product, verdict, ...(madeUp && { madeUp }), labels: Object.hasOwn(labels, product) ? { [product]: labels[product]! } : {}, red: of('red'), unknown: of('unknown'),
    rulebooks: result.rulebooks.map(({ id, statusChecked, notModelled }) => ({ id, statusChecked, notModelled })), assessments: [...seen.values()],
  };
}

/** Parts are the same here where maker's name and part number are, else where id and name are. */
export function openParts(result: CheckResult, records: readonly Rec[]): OpenPart[] {
  const found = new Map<string, { label: string; verdict: 'red' | 'unknown'; missing: Set<Missing> }>(); // the same items stand in many assessments
  const nameOf = namesIn(records);
  for (const { subject, verdict, grounds } of result.assessments) {
    const id = subject.replace(/@\d+$/, '');
    if ((verdict !== 'red' && verdict !== 'unknown') || id === result.question.product) continue; // the product itself is no part of itself
    const { key, label } = nameOf(id);
    let part = found.get(key);
    if (part === undefined) found.set(key, (part = { label, verdict, missing: new Set() }));
    if (verdict === 'red') part.verdict = 'red';
    for (const one of missingFor(grounds, subject)) part.missing.add(one);
  }
  return [...found].map(([key, { missing, ...part }]) => {
    const once = new Map<string, Missing>();
    addMissing(once, missing);
    return { key, ...part, missing: [...once.values()] };
  });
}

/** Open parts of products added one after the other. */
export class SharedParts {
  readonly #found = new Map<string, { label: string; verdict: 'red' | 'unknown'; products: number[]; missing: Map<string, Missing> }>();

  /** `place`: of the product in the portfolio; ascending, each once. */
  add(place: number, parts: readonly OpenPart[]): void {
    for (const { key, label, verdict, missing } of parts) {
      const part = this.#found.get(key) ?? { label, verdict, products: [], missing: new Map<string, Missing>() };
      this.#found.set(key, part);
      part.products.push(place);
      if (verdict === 'red') part.verdict = 'red';
      addMissing(part.missing, missing);
    }
  }

  /** The most frequent first. */
  get parts(): SharedPart[] {
    return [...this.#found]
      .sort(([a, x], [b, y]) => y.products.length - x.products.length || (a < b ? -1 : 1))
      .map(([, { missing, ...part }]) => ({ ...part, missing: [...missing.values()] }));
  }
}

/** Who hands on many products, one after the other, need not say again what is missing of a part: the first that says so counts. */
export class Untold {
  readonly #told = new Map<string, Map<string, Missing>>();

  of(parts: readonly OpenPart[]): OpenPart[] {
    return parts.map((part) => {
      let told = this.#told.get(part.key);
      if (told === undefined) this.#told.set(part.key, (told = new Map()));
      const before = told.size;
      addMissing(told, part.missing);
      return { ...part, missing: [...told.values()].slice(before) };
    });
  }
}

/** What is missing of a part, each once: the first that says so. */
function addMissing(to: Map<string, Missing>, missing: Iterable<Missing>): void {
  for (const one of missing) {
    const key = `${one.kind} ${one.field ?? ''}`;
    if (!to.has(key)) to.set(key, one);
  }
}

function namesIn(records: readonly Rec[]): (id: string) => { key: string; label: string } {
  const products = new Map<string, Product>();
  const parties = new Map<string, string>();
  for (const rec of records) {
    if (rec.kind === 'product') products.set(rec.id, { ...products.get(rec.id), ...rec });
    if (rec.kind === 'party' && rec.names?.[0] !== undefined) parties.set(rec.id, rec.names[0]);
  }
  const named = new Map<string, { key: string; label: string }>(); // a part stands in many assessments
  const nameOf = (id: string): { key: string; label: string } => {
    const rec = products.get(id);
    const [maker, part] = [rec?.maker === undefined ? undefined : (parties.get(rec.maker) ?? rec.maker), rec?.partNumbers?.[0]];
    const label = rec?.name ?? id;
    return maker !== undefined && part !== undefined ? { key: JSON.stringify([maker, part]), label: `${label} (${maker}, ${part})` } : { key: JSON.stringify(['', id, label]), label: label === id ? id : `${label} (${id})` };
  };
  return (id) => {
    const known = named.get(id) ?? nameOf(id);
    named.set(id, known);
    return known;
  };
}
