/**
 * What records do to an answer on days after the question's: one that is not in force yet is in no grounds, and neither is one
 * that an open clause did not have to read. So the question is put again on each day on which the network below the product is another.
 */
import { canonical, type Sha256 } from '../base/canonical.ts';
import { type Opened, prove } from '../checker/check.ts';
import { digestOf } from '../model/digest.ts';
import type { Day, Rec } from '../model/record.ts';
import { ask, type Asked, evaluateRulebook, type RulebookOutcome } from '../rules/evaluate.ts';
import type { Grounds } from '../rules/grounds.ts';
import type { Rulebook } from '../rules/rulebook.ts';
import type { Question } from '../select/predicate.ts';

/** Grounds, and what the checker reads for them. */
export type Proof = Omit<Grounds, 'seal'>;
/** A later day: the question on it, made when it is needed; absent: it is not looked at, and may change anything. */
interface Later { readonly on: Day; readonly asked?: () => Asked }

/** Records that are looked at on later days together: half a second, or a large product with hundreds of dates would take minutes. */
const LOOKED_AT = 30_000;

/** Days on which a record that the question leads to begins or ends, ascending. O(records), and less where none has such a day. */
export function laterDays(records: readonly Rec[], question: Question, rulebooks: readonly Rulebook[], sha256: Sha256): Later[] {
  const bounds = (rec: Rec): Day[] => [rec.validFrom, rec.validTo].flatMap((day) => (day !== undefined && day > question.asOf ? [day] : []));
  if (!records.some((rec) => bounds(rec).length > 0)) return [];
  const lists = rulebooks.flatMap((rulebook) => Object.keys(rulebook.lists ?? {}));
  const days = [...new Set(reached(records, [question.product, ...lists], sha256).flatMap(bounds))].sort();
  return days.map((on, at) => {
    if ((at + 1) * records.length > LOOKED_AT) return { on };
    let asked: Asked | undefined;
    return { on, asked: () => (asked ??= ask(records, { ...question, asOf: on }, sha256)) };
  });
}

/** The later days before one rulebook of an answer. */
export class Ahead {
  readonly #days: readonly Later[];
  readonly #rulebook: Rulebook;
  readonly #found: RulebookOutcome;
  readonly #opened: Opened;
  readonly #outcomes = new Map<Later, RulebookOutcome>();
  /** Many subjects share their grounds. */
  readonly #proofs = new Map<Proof, Map<Later, Promise<boolean>>>();

  constructor(days: readonly Later[], rulebook: Rulebook, found: RulebookOutcome, opened: Opened) {
    this.#days = days;
    this.#rulebook = rulebook;
    this.#found = found;
    this.#opened = opened;
  }

  /** The first day before `known` on which the grounds are refused or read something else, or that is not looked at. */
  async readsOther(grounds: Proof, known: Day | undefined): Promise<Day | undefined> {
    for (const day of this.#before(known)) if (!(await this.#sameReads(day, grounds))) return day.on;
    return undefined;
  }

  /** The first day before `known` on which a clause has another verdict, or none (no clause: on which the rulebook binds otherwise), or that is not looked at. */
  saysOther(clause: string | undefined, known: Day | undefined): Day | undefined {
    const said = (outcome: RulebookOutcome | undefined): string => (outcome === undefined ? '' : `${outcome.applies} ${clause === undefined ? '' : outcome.clauses.get(clause)}`);
    return this.#before(known).find((day) => said(this.#outcome(day)) !== said(this.#found))?.on;
  }

  #before(known: Day | undefined): readonly Later[] {
    return known === undefined ? this.#days : this.#days.filter(({ on }) => on < known);
  }

  #outcome(day: Later): RulebookOutcome | undefined {
    if (day.asked === undefined) return undefined;
    const found = this.#outcomes.get(day) ?? evaluateRulebook(day.asked(), this.#rulebook, 'verdicts');
    this.#outcomes.set(day, found);
    return found;
  }

  #sameReads(day: Later, grounds: Proof): Promise<boolean> {
    const proofs = this.#proofs.get(grounds) ?? new Map<Later, Promise<boolean>>();
    this.#proofs.set(grounds, proofs);
    const known = proofs.get(day) ?? this.#reads(day, grounds);
    proofs.set(day, known);
    return known;
  }

  async #reads({ on, asked }: Later, grounds: Proof): Promise<boolean> {
    if (asked === undefined) return false;
    const { question, questionDigest, network } = asked();
    const moved = { ...grounds, question: questionDigest, network, asOf: on };
    const { outcome, reads } = await prove(this.#opened, { grounds: moved, question, rulebook: this.#rulebook });
    return outcome === 'accepted' && canonical(reads) === canonical(grounds.cites);
  }
}

/** Records that can be read for a question, on whatever day: all that some word of a reached record leads to, from the start on. */
function reached(records: readonly Rec[], start: readonly string[], sha256: Sha256): Rec[] {
  const byKey = new Map<string, Rec[]>();
  for (const rec of records)
    for (const key of [digestOf(rec, sha256), rec.supersedes, ...keysOf(rec)]) {
      if (key === undefined) continue;
      const own = byKey.get(key);
      if (own) own.push(rec);
      else byKey.set(key, [rec]);
    }
  const words = new Set(start);
  const found = new Set<Rec>();
  for (const word of words)
    for (const rec of byKey.get(word) ?? []) {
      if (found.has(rec)) continue;
      found.add(rec);
      words.add(digestOf(rec, sha256));
      gather(rec, words);
    }
  return [...found];
}

/** What leads to a record besides its digest: the bucket in which it is looked for. */
function keysOf(rec: Rec): readonly (string | undefined)[] {
  switch (rec.kind) {
    case 'party': case 'facility': return [rec.id];
    case 'product': return [rec.id, ...(rec.id.startsWith('?') ? [rec.id.slice(1, rec.id.indexOf('#'))] : [])]; // what a line does not name
    case 'recipe': return [rec.id, rec.output];
    case 'line': return [rec.recipe];
    case 'supply': case 'material': return [rec.product];
    case 'ownership': return [rec.asset];
    case 'evidence': return rec.supports;
    case 'completeness': return [rec.of];
    case 'listing': return [rec.list];
    case 'judgement': return [rec.left, rec.right, rec.withdraws];
    case 'demand': case 'inventory': return [];
  }
}

function gather(value: unknown, words: Set<string>): void {
  if (typeof value === 'string') words.add(value);
  else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) gather(part, words);
}
