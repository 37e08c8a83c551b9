import type { GoldResult } from '../gold.ts';

/** Counts figures within a tolerance of the published ones. */
export class Tally {
  #run = 0;
  #passed = 0;
  #most = 0;

  /** `tolerance`: relative to the greater of 1 and the published figure. */
  figure(got: number, published: number, tolerance = 1e-6): void {
    this.#run++;
    const off = got === published ? 0 : Math.abs(got - published) / Math.max(1, Math.abs(published));
    if (off <= tolerance) this.#passed++;
    this.#most = Math.max(this.#most, Number.isNaN(off) ? Infinity : off);
  }

  figures(got: readonly number[], published: readonly number[], tolerance?: number): void {
    for (let i = 0; i < Math.max(got.length, published.length); i++) this.figure(got[i] ?? Number.NaN, published[i] ?? Number.NaN, tolerance);
  }

  /** A difference that is judged absolutely. */
  within(off: number, bound: number): void {
    this.#run++;
    if (off <= bound) this.#passed++;
    this.#most = Math.max(this.#most, Number.isNaN(off) ? Infinity : off);
  }

  is(got: string, published: string): void {
    this.#run++;
    if (got === published) this.#passed++;
  }

  result(words?: string): GoldResult {
    return { run: this.#run, passed: this.#passed, maxDiff: this.#most, ...(words !== undefined && { words }) };
  }
}
