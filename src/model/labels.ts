/** What people call things. */
import type { Id, Rec } from './record.ts';

/** The name of each product, party and place: of several records the first that gives one. O(records). */
export function labelsOf(records: readonly Rec[]): Map<Id, string> {
  const labels = new Map<Id, string>();
  for (const rec of records) {
    const label = rec.kind === 'party' ? rec.names?.[0] : rec.kind === 'product' || rec.kind === 'facility' ? rec.name : undefined;
    if (label !== undefined && !labels.has(rec.id)) labels.set(rec.id, label);
  }
  return labels;
}
