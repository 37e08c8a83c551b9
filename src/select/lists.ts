/** Does a party, or a product, stand on a list? Matches are found in screen/; here they count, or leave it open (docs/semantics.md 6.1, 6.2). */
import { F, T, U, type Tri } from '../base/verdict.ts';
import type { Id } from '../model/record.ts';
import { OWNERSHIP_TESTS, type OwnershipTest } from '../owners/tests.ts';
import { Edition } from '../screen/entries.ts';
import type { OwnerConditions } from './owned.ts';
import type { Atom, Pred } from './predicate.ts';
import { need, type Reading, red, type Sign, type Subject } from './reading.ts';

export class ListConditions {
  readonly #on: Reading;
  readonly #owners: OwnerConditions;
  readonly #editions = new Map<Id, Edition>();

  constructor(on: Reading, owners: OwnerConditions) {
    this.#on = on;
    this.#owners = owners;
  }

  category(atom: Extract<Atom, { category: unknown }>, sign: Sign, subject: Subject, at: string): Tri {
    const edition = this.edition(atom.category);
    let result: Tri = F;
    edition.entries.forEach((entry) => {
      if (entry.category === undefined) return;
      const value = this.#on.value(entry.category as Pred, sign, subject, `${at}/category/${entry.id}`);
      const counts = value === U || value === F || edition.strong(entry, need(sign, T));
      result = Math.max(result, counts ? value : U) as Tri;
    });
    if (result === F && !edition.held(need(sign, F))) {
      this.#on.hear?.push({ kind: 'edition', of: atom.category, party: '', direction: need(sign, F), red: red(sign) });
      return U;
    }
    return result;
  }

  edition(list: Id): Edition {
    let edition = this.#editions.get(list);
    if (edition === undefined) this.#editions.set(list, (edition = new Edition(this.#on.facts, list, this.#on.rules.lists[list] ?? {})));
    return edition;
  }

  listed(atom: Extract<Atom, { listed: unknown }>, sign: Sign, cls: Id, at: string): Tri {
    const own = this.#onLists(atom, sign, cls, () => true);
    const test = this.#closure(atom);
    if (test === undefined || own === T) return own;
    const heard = this.#on.hear?.length ?? 0;
    const through = this.#owners.owned(test, sign, cls, at, atom, (owner) => this.#onLists(atom, sign, owner, (subsidiaries) => atom.closure !== undefined || subsidiaries));
    const result = Math.max(own, through) as Tri;
    if (result !== U && this.#on.hear) this.#on.hear.length = heard;
    return result;
  }

  /** The ownership test that widens a list condition, if any. */
  #closure(atom: Extract<Atom, { listed: unknown }>): OwnershipTest | undefined {
    if (atom.closure !== undefined) return OWNERSHIP_TESTS.get(atom.closure);
    return atom.listed.some((list) => this.edition(list).subsidiaries) ? OWNERSHIP_TESTS.get('OWN50_CASCADE') : undefined;
  }

  #onLists(atom: Extract<Atom, { listed: unknown }>, sign: Sign, cls: Id, fits: (subsidiaries: boolean) => boolean): Tri {
    if (this.#on.facts.net.classes.conflicts.has(cls)) return U;
    const records = this.#on.facts.partiesOf(cls);
    if (!records.some((party) => party.names?.length || party.ids?.length)) {
      this.#on.hear?.push({ kind: 'field', on: 'party', of: cls, field: 'names', pred: atom, red: red(sign) });
      return U;
    }
    let result: Tri = F;
    let silent = false;
    for (const list of atom.listed) {
      const edition = this.edition(list);
      silent ||= edition.silent(cls, (entry) => fits(entry.scope === 'and-subsidiaries'));
      for (const { entry, says, by } of edition.matches(cls)) {
        if (!fits(entry.scope === 'and-subsidiaries')) continue;
        const counts = says === 'same' && by !== undefined && this.#on.facts.strong(by, need(sign, T)) && edition.strong(entry, need(sign, T));
        if (counts) return T;
        result = U;
        if (says === 'open') this.#on.hear?.push({ kind: 'match', party: cls, entry, red: red(sign) });
        else if (says === 'conflict') this.#on.hear?.push({ kind: 'conflict', of: cls, field: entry.id, holding: [], failing: [], red: red(sign) });
        else this.#on.hear?.push({ kind: 'weak', recs: [...(by ? [by] : []), entry], field: 'ids', needs: need(sign, T), value: T, red: red(sign) });
      }
      if (!edition.held(need(sign, F))) {
        result = U;
        this.#on.hear?.push({ kind: 'edition', of: list, party: cls, direction: need(sign, F), red: red(sign) });
      }
    }
    if (!silent) return result;
    this.#on.hear?.push({ kind: 'field', on: 'party', of: cls, field: 'names', pred: atom, red: red(sign) });
    return U;
  }
}
