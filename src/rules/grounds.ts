/** Why a verdict holds, in a form that a program which shares nothing with this one can check. docs/semantics.md 6. */
import type { Day, Digest, Id, Rec } from '../model/record.ts';

/** docs/semantics.md 7. */
export type Verdict = 'clear' | 'red' | 'unknown';
/** JSON Pointer, from the clause, of an atom with a fixed point of its own: `/redIf/any/1/maker`. `/scope/...` from the rulebook. */
export type AtomId = string;
/** caught: surely true, each member after those that it rests on; free: surely false. Members: parties (the smallest id of the class) or products. */
export interface Sets { readonly caught: Readonly<Record<AtomId, readonly Id[]>>; readonly free: Readonly<Record<AtomId, readonly Id[]>> }
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
export interface Assumption<B> { readonly assume: readonly Rec[]; readonly body: B }
/** `standing`: nodes from the subject to the root; it stands open as things are, where no completion shows it. */
export interface Unknown { readonly missing: readonly Missing[]; readonly standing?: readonly Id[]; readonly ifRed?: Assumption<Red | Dead>; readonly ifClear?: Assumption<Clear> }
export interface NotRun { readonly notRun: string; readonly missing: readonly Missing[] }
export type Body = Red | Dead | Clear | Unknown | NotRun;
/** The proof of one verdict. */
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
