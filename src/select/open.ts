/** What leaves a condition open: the raw material of `missing`, of the questions to suppliers, and of assumed completions. */
import type { Tri } from '../base/verdict.ts';
import type { Completeness, Id, Listing, Rec } from '../model/record.ts';
import type { Direction, Way } from '../trace/facts.ts';
import type { Reach } from '../trace/reach.ts';
import type { Pred } from './predicate.ts';

/** `red`: the value that the condition would have to take to count towards red (T under sign +, F under sign -). */
export type Open = { readonly red: Tri } & (
  | { readonly kind: 'field'; readonly on: 'party' | 'product' | 'recipe' | 'facility'; readonly of: Id; readonly field: string; readonly pred: Pred; readonly way?: string }
  | { readonly kind: 'weak'; readonly recs: readonly Rec[]; readonly field: string; readonly needs: Direction; readonly value: Tri }
  | { readonly kind: 'conflict'; readonly of: Id; readonly field: string; readonly holding: readonly Rec[]; readonly failing: readonly Rec[] }
  | { readonly kind: 'list'; readonly list: Completeness['list']; readonly of: Id; readonly roles?: readonly string[] | undefined; readonly pred: Pred; readonly direction: Direction; readonly way?: string }
  | { readonly kind: 'edition'; readonly of: Id; readonly party: Id; readonly direction: Direction }
  | { readonly kind: 'match'; readonly party: Id; readonly entry: Listing }
  | { readonly kind: 'stake'; readonly of: Id; readonly atom: string; readonly pred: Pred; readonly sign: 1 | -1; readonly ppm: number }
  /** All holdings are known: it depends on how an ownership test counts what is held through others, and that is not confirmed. */
  | { readonly kind: 'method'; readonly of: Id; readonly test: string }
  /** A condition on everything above a product: the walk, what it looks for, and what is open inside it. `shows`: the value of the condition where the finding shows. */
  | { readonly kind: 'above'; readonly of: Id; readonly reach: Reach; readonly local: (product: Id, way: Way) => Tri; readonly inner: readonly Open[]; readonly shows: Tri; readonly steps?: readonly string[] }
  | { readonly kind: 'amount'; readonly of: Id; readonly field: string; readonly way: string; readonly pred: Pred; readonly sign: 1 | -1 }
  | { readonly kind: 'paper'; readonly of: Id; readonly pred: Pred; readonly supports: readonly Rec[] }
  | { readonly kind: 'question'; readonly field: string; readonly pred: Pred }
  /** An exemption of the product as a whole, which every subject hears: what is open in it, found once. `at`: its place in the clause. */
  | { readonly kind: 'exemption'; readonly at: string; readonly inner: readonly Open[] }
);
export type Exemption = Extract<Open, { kind: 'exemption' }>;

export type Single = Exclude<Open, Exemption>;

/** Each by itself, those of exemptions too. */
export function* singly(opens: readonly Open[]): Iterable<Single> {
  for (const open of opens) if (open.kind === 'exemption') yield* singly(open.inner); else yield open;
}
