/** Honesty figures: how much a verdict rests on. They stand beside every verdict and never change one. */
import type { Day, Digest, Id } from '../model/record.ts';

export interface Honesty {
  /** Lines of bills above the product: how many have a part with a recorded maker and a recorded place. */
  readonly lines: { readonly all: number; readonly traced: number };
  /** Share of the recorded cost of the product's own bill that lies in traced lines, in ppm; absent where costs are not recorded. */
  readonly valuePpm?: number;
  /** Records of the network that are reached from the product, by level. */
  readonly confirmed: number;
  readonly inferred: number;
  /** Day of issue of the oldest evidence that supports a reached record. */
  readonly oldestFact?: Day;
  readonly oldestList?: { readonly list: Id; readonly date: Day };
  /** Keys whose records contradict each other. */
  readonly conflicts: number;
  /** Inferred records any one of which changes the answer when dropped; absent where it was not tried. */
  readonly sensitive?: readonly Digest[];
}
