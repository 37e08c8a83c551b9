/** Reading the cases of a suite. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

// biome-ignore lint/suspicious/noExplicitAny: test data of others, whose shape the suite's own page tells
export type Any = any;
export const json = (folder: string, ...path: readonly string[]): Any => JSON.parse(readFileSync(join(folder, ...path), 'utf8'));
export const text = (folder: string, ...path: readonly string[]): string => readFileSync(join(folder, ...path), 'utf8');

/** Collects cases: each a name and whether it came out as it should. */
export class Cases {
  run = 0;
  readonly failures: string[] = [];
  expect(name: string, holds: boolean): void {
    this.run++;
    if (!holds) this.failures.push(name);
  }
}
