/** The suites of published conformance vectors that we run: a folder of that name, and how its cases are judged. */
import { jsonParsing } from './json-parsing.ts';

export interface SuiteResult { readonly run: number; readonly failures: readonly string[] }
export type Suite = (folder: string) => SuiteResult;

export const SUITES: ReadonlyMap<string, Suite> = new Map([['json-parsing', jsonParsing]]);
