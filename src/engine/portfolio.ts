/** Many answers side by side: which parts and which missing papers keep how many products from being clear. */
import type { Verdict } from '../base/verdict.ts';
import type { Missing } from '../rules/grounds.ts';
import type { Product, Rec } from '../model/record.ts';
import type { Assessment, CheckResult } from './result.ts';

export interface Member { readonly path: string; readonly result: CheckResult; readonly records: readonly Rec[] }
/** A part that is red or open in at least one product, once for all of them. */
export interface SharedPart {
  readonly label: string;
  readonly verdict: Exclude<Verdict, 'clear'>;
  /** Places in the portfolio, ascending. */
  readonly products: readonly number[];
  /** What is missing of it anywhere, each once. */
  readonly missing: readonly Missing[];
}

/**
 * The most frequent first. Parts of two workspaces are the same here where maker's name and part number are, else where
 * id and name are: it is for reading, no verdict rests on it.
 */
export function sharedParts(members: readonly Member[]): SharedPart[] {
  const found = new Map<string, { label: string; verdict: 'red' | 'unknown'; products: Set<number>; missing: Map<string, Missing> }>();
  members.forEach(({ result, records }, at) => {
    const open = result.assessments.filter((one): one is Assessment & { verdict: 'red' | 'unknown' } => one.verdict === 'red' || one.verdict === 'unknown');
    if (open.length === 0) return;
    const nameOf = namesIn(records);
    for (const { subject, verdict, grounds } of open) {
      const { key, label } = nameOf(subject.replace(/@\d+$/, ''));
      const part = found.get(key) ?? { label, verdict, products: new Set(), missing: new Map() };
      found.set(key, part);
      part.products.add(at);
      if (verdict === 'red') part.verdict = 'red';
      if (grounds && 'missing' in grounds.body) for (const missing of grounds.body.missing) part.missing.set(`${missing.kind} ${missing.field ?? ''}`, missing);
    }
  });
  return [...found]
    .sort(([a, x], [b, y]) => y.products.size - x.products.size || (a < b ? -1 : 1))
    .map(([, { label, verdict, products, missing }]) => ({ label, verdict, products: [...products], missing: [...missing.values()] }));
}

function namesIn(records: readonly Rec[]): (id: string) => { key: string; label: string } {
  const products = new Map<string, Product>();
  const parties = new Map<string, string>();
  for (const rec of records) {
    if (rec.kind === 'product') products.set(rec.id, { ...products.get(rec.id), ...rec });
    if (rec.kind === 'party' && rec.names?.[0] !== undefined) parties.set(rec.id, rec.names[0]);
  }
  return (id) => {
    const rec = products.get(id);
    const [maker, part] = [rec?.maker === undefined ? undefined : (parties.get(rec.maker) ?? rec.maker), rec?.partNumbers?.[0]];
    const label = rec?.name ?? id;
    return maker !== undefined && part !== undefined ? { key: JSON.stringify([maker, part]), label: `${label} (${maker}, ${part})` } : { key: JSON.stringify(['', id, label]), label: label === id ? id : `${label} (${id})` };
  };
}
