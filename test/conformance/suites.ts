/** The suites of published conformance vectors that we run: a folder of that name, and how its cases are judged. */
import { cyclonedx } from './cyclonedx.ts';
import { jsonParsing } from './json-parsing.ts';
import { netlibLp } from './netlib-lp.ts';

export interface SuiteResult { readonly run: number; readonly failures: readonly string[]; readonly words?: string }
/** Judges every case below its folder. `words` may follow the counts on the suite's line: `F1 0.87`. */
export type Suite = (folder: string) => SuiteResult | Promise<SuiteResult>;

export const SUITES: ReadonlyMap<string, Suite> = new Map<string, Suite>([
  ['cyclonedx', cyclonedx],
  ['json-parsing', jsonParsing],
  ['netlib-lp', netlibLp],
]);
