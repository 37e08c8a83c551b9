/** Why a verdict holds, in a form that a program which shares nothing with this one can check. docs/semantics.md 6. */
import { canonical, Known } from '../base/canonical.ts';
import type { Day, Digest, Id } from '../model/record.ts';

/** docs/semantics.md 7. */
export type Verdict = 'clear' | 'red' | 'unknown';
/** JSON Pointer, from the clause, of an atom with a fixed point of its own: `/redIf/any/1/maker`. `/scope/...` from the rulebook. */
export type AtomId = string;
/**
 * Members are parties (the smallest id of the class) or nodes. `caught`: surely true, each after those that it rests on;
 * `free`: surely false. Of an unknown also what is not surely true (`uncaught`) and not surely false (`unfree`, each after
 * those that it rests on; `unstarted`: because nothing starts it). The pointer of the clause's own walk is empty.
 */
export interface Sets {
  readonly caught: Readonly<Record<AtomId, readonly Id[]>>;
  readonly free: Readonly<Record<AtomId, readonly Id[]>>;
  readonly uncaught?: Readonly<Record<AtomId, readonly Id[]>>;
  readonly unfree?: Readonly<Record<AtomId, readonly Id[]>>;
  readonly unstarted?: Readonly<Record<AtomId, readonly Id[]>>;
}
/** exposure: nodes from the subject up to the root, each after the ones that make it bad. */
export interface Red { readonly path: readonly Id[]; readonly sets: Sets }
/** independence: nodes that no way avoids; `founded`: why they may rest on each other. */
export interface Dead { readonly dead: readonly Id[]; readonly founded: readonly Id[]; readonly sets: Sets }
/** Every node that the walk can reach (exposure) or that the choice needs (independence), each after what founds it. */
export interface Clear { readonly visited: readonly Id[]; readonly sets: Sets }
export interface Missing {
  readonly kind: 'field' | 'list' | 'stake' | 'match' | 'edition' | 'evidence' | 'conflict' | 'unfounded' | 'unresolved' | 'status' | 'method' | 'expects';
  /** The thing spoken of: an id of a product, party, recipe, way or list. */
  readonly of: Id;
  readonly field?: string;
  readonly askFrom?: Id;
  readonly ppm?: number;
}
/** Why one subject is open: nodes from it to the root, by which it is reached; `aside`: it, red if it is used, and what it is used in, none of which is surely used. */
export interface Standing { readonly subject: Id; readonly missing: readonly Missing[]; readonly unless?: readonly AtomId[]; readonly open: readonly Id[]; readonly aside?: readonly Id[] }
/**
 * Exposure: all subjects that are open as things are, over the same sets. `unless`: what is missing for an exemption of the whole product
 * that is open, by its place in the clause; said once, for many subjects may hang on it, and it may be about every part.
 */
export interface Open { readonly each: readonly Standing[]; readonly unless?: Readonly<Record<AtomId, readonly Missing[]>>; readonly sets: Sets }
/** Independence. `alive`: nodes that are not dead, each group resting on itself and those before; `/uncaught` of the empty pointer: nodes without a clear choice. */
export interface Undecided { readonly missing: readonly Missing[]; readonly alive: readonly (readonly Id[])[]; readonly sets: Sets }
/** Red, if the rulebook applies, of which nobody is sure. */
export interface IfBound { readonly missing: readonly Missing[]; readonly red: Red | Dead }
export type Unknown = Open | Undecided | IfBound;
export type Body = Red | Dead | Clear | Unknown;
/** The proof of a verdict: of one subject, or (`all`) of a clear clause, or of all subjects of a clause that are open. */
export interface Grounds {
  readonly question: Digest;
  readonly rulebook: Digest;
  readonly network: Digest;
  readonly asOf: Day;
  readonly clause: string;
  readonly subject: Id | 'all';
  readonly verdict: Verdict;
  readonly basis?: 'exempt' | 'no-subject';
  /** Sorted: all that the check may read. A completeness statement over list entries stands for its members too. */
  readonly cites: readonly Digest[];
  readonly body: Body;
  /** SHA-256 of the RFC 8785 JSON of all the rest. */
  readonly seal: Digest;
}

const TEXTS = new WeakMap<Body, Known>();
/** Canonical JSON, made once: a body is sealed and then stored, and bodies are most of a result. */
export function textOf(body: Body): Known {
  let text = TEXTS.get(body);
  if (text === undefined) TEXTS.set(body, (text = new Known(canonical(body))));
  return text;
}

/** What a subject lacks of its own; nothing where the grounds are none, or no unknown's, or of others. */
export function missingFor(grounds: Pick<Grounds, 'body'> | undefined, subject: Id): readonly Missing[] {
  const body = grounds?.body;
  if (body === undefined) return [];
  if ('each' in body) return standingsOf(body).get(subject)?.missing ?? [];
  return 'missing' in body ? body.missing : [];
}

/** What it lacks besides, of exemptions of the whole product, by their place: one list for all subjects that hang on it. */
export function missingUnless(grounds: Pick<Grounds, 'body'> | undefined, subject: Id): readonly (readonly [at: AtomId, missing: readonly Missing[]])[] {
  const body = grounds?.body;
  if (body === undefined || !('each' in body)) return [];
  return (standingsOf(body).get(subject)?.unless ?? []).map((at) => [at, body.unless?.[at] ?? []]);
}

const STANDINGS = new WeakMap<Open, ReadonlyMap<Id, Standing>>();
/** By subject: made once, for all subjects ask. */
function standingsOf(body: Open): ReadonlyMap<Id, Standing> {
  let found = STANDINGS.get(body);
  if (found === undefined) STANDINGS.set(body, (found = new Map(body.each.map((one) => [one.subject, one]))));
  return found;
}
