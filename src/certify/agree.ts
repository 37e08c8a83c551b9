/**
 * Does a result file say no more than its grounds, its rulebooks and its records? The checker judges grounds; this holds to them what people
 * read beside: verdicts, names, notes, the mark of an unverified clause, the consequence. What stands in none of the three stays the signer's
 * word: that a rulebook does not bind the product, the honesty figures, `forecast` and `nextChange`.
 */
import { canonical } from '../base/canonical.ts';
import { pointerOf } from '../base/pointer.ts';
import { allOf } from '../base/verdict.ts';
import type { FileAssessment, FileGrounds, FileRulebook, GroundsFile } from './claim.ts';

/** `at`: JSON Pointer; rulebooks and clauses by their ids. `of`: the same in words: `us-848 B camera`. */
export interface Disagreement { readonly what: 'answer' | 'assessment' | 'clause' | 'label' | 'question'; readonly at: string; readonly of: string }

/** Each place where the file says something else. Nothing for what `check` answered. O(size of the file). */
export function* disagreements(file: GroundsFile): Generator<Disagreement> {
  // What people read at the top is what was asked: an older `knownAt` would let stale papers pass.
  const { asOf, knownAt, product } = file.question as { readonly asOf?: string; readonly knownAt?: string; readonly product?: string };
  if (asOf !== file.asOf || knownAt !== file.knownAt || product !== file.product) yield { what: 'question', at: '/question', of: '' };
  const elsewhere = file.grounds.findIndex(({ network }) => network !== file.digests.network);
  if (elsewhere >= 0) yield { what: 'question', at: `/grounds/${elsewhere}/network`, of: '' };
  yield* assessmentsApart(file);
  yield* clausesApart(file);
  yield* labelsApart(file);
  if (file.verdict !== allOf(file.assessments.flatMap((one) => one.verdict ?? []))) yield { what: 'answer', at: '/verdict', of: file.verdict };
}

function* assessmentsApart(file: GroundsFile): Generator<Disagreement> {
  const spoken = new Map<FileGrounds, ReadonlySet<string>>();
  const speaksOf = (grounds: FileGrounds, subject: string): boolean => {
    let found = spoken.get(grounds);
    if (found === undefined) spoken.set(grounds, (found = new Set(subjectsOf(grounds))));
    return found.has(subject);
  };
  const rulebooks = new Map(file.rulebooks.map((rulebook) => [rulebook.id, rulebook]));
  for (const [i, one] of file.assessments.entries()) {
    const { verdict, applies, clause, subject, grounds: place } = one;
    const grounds = place === undefined ? undefined : file.grounds[place];
    const bound = applies === 'yes' || applies === 'unknown';
    const held = grounds === undefined ? place === undefined && verdict === undefined && !bound
      : bound && grounds.verdict === verdict && grounds.clause === clause && speaksOf(grounds, subject) && grounds.asOf === file.asOf;
    if (!held || !saysAsTheLaw(one, rulebooks.get(one.rulebook), file.asOf)) yield { what: 'assessment', at: pointerOf('assessments', i), of: [one.rulebook, clause ?? '-', subject].join(' ') };
  }
}

/** What an assessment repeats of its rulebook. */
function saysAsTheLaw(one: FileAssessment, rulebook: FileRulebook | undefined, day: string): boolean {
  if (rulebook === undefined) return false;
  if (one.grounds === undefined) return rulebook.versions.some(({ version }) => version === one.version);
  const version = current(rulebook.versions, day).sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)).at(-1);
  const clause = rulebook.clauses.find(({ id }) => id === one.clause);
  if (version === undefined || clause === undefined) return false;
  return one.version === version.version && (one.unverified ?? false) === (clause.unverified ?? version.unverified ?? false)
    && canonical(one.notes) === canonical(clause.notes ?? []) && one.consequence === (one.verdict === 'unknown' ? rulebook.consequence : undefined);
}

function* clausesApart({ rulebooks, assessments, asOf }: GroundsFile): Generator<Disagreement> {
  for (const { id, versions, clauses } of rulebooks) {
    const own = assessments.filter((one) => one.rulebook === id);
    // It binds or it does not, with all its clauses: one left out as not binding is one left out.
    if (new Set(own.map(({ applies }) => applies)).size !== 1) yield { what: 'clause', at: `/rulebooks/${id}`, of: id };
    const inForce = current(versions, asOf).some(({ status }) => status === 'in-force' || status === 'unknown');
    // That a rulebook does not bind the product (`no`) is the signer's word; that it is not in force can be read from it.
    if (own.some(({ applies }) => (applies === 'not-yet' || applies === 'expired') && inForce)) yield { what: 'clause', at: `/rulebooks/${id}`, of: id };
    if (own.every(({ grounds }) => grounds === undefined)) continue;
    const judged = new Set(own.map(({ clause }) => clause));
    for (const clause of current(clauses, asOf)) if (!judged.has(clause.id)) yield { what: 'clause', at: `/rulebooks/${id}/${clause.id}`, of: `${id} ${clause.id}` };
  }
}

/** A name is one that a record gives, and an id is of one kind: verdicts go by ids, and people read names. */
function* labelsApart({ records, labels }: GroundsFile): Generator<Disagreement> {
  const kinds = new Map<unknown, string>();
  const twoKinds = new Set<unknown>();
  const given = new Set(records.flatMap(({ kind, id, name, names }) => {
    if (kind !== 'party' && kind !== 'product' && kind !== 'facility') return [];
    if ((kinds.get(id) ?? kind) !== kind) twoKinds.add(id);
    kinds.set(id, kind);
    const first = kind === 'party' ? (names as readonly unknown[] | undefined)?.[0] : name;
    return first === undefined ? [] : [canonical([id, first])];
  }));
  for (const [id, label] of Object.entries(labels)) if (!given.has(canonical([id, label])) || twoKinds.has(id)) yield { what: 'label', at: pointerOf('labels', id), of: `${id} ${label}` };
}

/** The checker has read `each` only where the grounds are of `all` that is open. */
function subjectsOf({ subject, verdict, body }: FileGrounds): readonly string[] {
  if (verdict !== 'unknown' || subject !== 'all') return [subject];
  return body.red === undefined ? (body.each ?? []).map((one) => one.subject) : [];
}

function current<S extends { readonly from?: string; readonly to?: string }>(spans: readonly S[], day: string): S[] {
  return spans.filter(({ from, to }) => (from ?? '') <= day && day < (to ?? '~'));
}
