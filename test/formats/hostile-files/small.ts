import type { Issue } from '../../../src/base/issue.ts';

/** A small file that is meant to hurt. The big ones (hostile.ts) have a process each; these are read one after another. */
export interface Small {
  readonly name: string;
  readonly run: () => readonly Issue[];
  /** The codes it must give, each once; none: it is neutralised. */
  readonly codes: readonly string[];
  /** What shows that it is neutralised. */
  readonly holds?: (() => boolean) | undefined;
}

/** Rows of one family: name, input, codes. */
export function family<Input>(what: string, run: (input: Input) => readonly Issue[], rows: readonly (readonly [name: string, input: Input, ...codes: string[]])[]): Small[] {
  return rows.map(([name, input, ...codes]) => ({ name: `${what}: ${name}`, run: () => run(input), codes }));
}
