/** Which facts of an answer are about one thing: what speaks of it, of what that names (its maker, whose owners), and the papers behind it. */
import type { Sha256 } from '../base/canonical.ts';
import { digestOf } from '../model/digest.ts';
import type { Digest, Id, Rec } from '../model/record.ts';

export class About {
  readonly #sha256: Sha256;
  /** By what they speak of: an id, or the digest of another record. */
  readonly #speaking = new Map<string, Rec[]>();

  constructor(records: Iterable<Rec>, sha256: Sha256) {
    this.#sha256 = sha256;
    for (const rec of records)
      for (const of of [...spokenOf(rec), ...(rec.kind === 'listing' ? [digestOf(rec, sha256)] : [])]) {
        const found = this.#speaking.get(of);
        if (found) found.push(rec);
        else this.#speaking.set(of, [rec]);
      }
  }

  /** O(facts found). */
  of(id: Id): ReadonlySet<Digest> {
    const found = new Set<Digest>();
    const names = new Set<string>([id]);
    for (const name of names) // grows while it is gone through
      for (const rec of this.#speaking.get(name) ?? []) {
        const digest = digestOf(rec, this.#sha256);
        found.add(digest);
        names.add(digest);
        for (const next of named(rec)) names.add(next);
      }
    return found;
  }
}

function spokenOf(rec: Rec): readonly string[] {
  switch (rec.kind) {
    case 'product': case 'party': case 'facility': return [rec.id];
    case 'recipe': return [rec.output];
    case 'line': return rec.options.flatMap(({ product }) => product ?? []);
    case 'supply': case 'material': return [rec.product];
    case 'ownership': return [rec.asset];
    case 'completeness': return [rec.of];
    case 'evidence': return rec.supports;
    case 'judgement': return [rec.left, rec.right].flatMap((side) => side ?? []);
    default: return [];
  }
}

function named(rec: Rec): readonly string[] {
  const of = (...names: readonly (string | undefined)[]): string[] => names.flatMap((name) => name ?? []);
  switch (rec.kind) {
    case 'product': return of(rec.maker);
    case 'recipe': return of(rec.id, rec.facility);
    case 'facility': return of(rec.operator);
    case 'supply': return of(rec.supplier, rec.facility);
    case 'ownership': return of(rec.owner);
    case 'judgement': return of(rec.left, rec.right);
    default: return [];
  }
}
