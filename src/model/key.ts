import { canonical } from '../base/canonical.ts';
import type { Rec } from './record.ts';

/** Records with one key speak of the same thing and are read together (docs/semantics.md 1.2). */
export function keyOf(rec: Rec): string {
  switch (rec.kind) {
    case 'ownership':
      return `ownership|${rec.owner}|${rec.asset}`;
    case 'line':
      return `line|${rec.recipe}|${rec.line}`;
    case 'material':
      return `material|${rec.product}|${rec.substance}`;
    case 'completeness':
      return `completeness|${rec.list}|${rec.of}|${rec.scope ? canonical(rec.scope) : ''}`;
    case 'inventory':
      return `inventory|${rec.place}|${rec.product}`;
    default:
      return `${rec.kind}|${rec.id}`;
  }
}

/** Lists that are sets of words: the same words in another order say the same. */
const SETS: ReadonlySet<string> = new Set(['roles', 'steps']);

/** What a field states, to be compared with what another record of its key states. */
export function statedIn(field: string, value: unknown): string {
  return canonical(SETS.has(field) && Array.isArray(value) ? [...new Set(value)].sort() : value);
}
