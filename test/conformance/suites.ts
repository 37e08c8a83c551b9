/** The suites of published conformance vectors that we run: a folder of that name, and how its cases are judged. */
import { cyclonedx } from './cyclonedx.ts';
import { bods04 } from './bods-0.4.ts';
import { bitstring } from './bitstring.ts';
import { didKey } from './did-key.ts';
import { eddsa } from './eddsa.ts';
import { rfc8785 } from './jcs.ts';
import { epcis } from './epcis.ts';
import { jsonParsing } from './json-parsing.ts';
import { netlibLp } from './netlib-lp.ts';
import { merkle } from './merkle.ts';
import { ownership50pct } from './ownership-50pct.ts';
import { rdfCanon } from './rdf-canon.ts';
import { untp } from './untp.ts';
import { vcDataModel } from './vcdm.ts';
import { wycheproof } from './wycheproof.ts';
import { nomenklaturaNames } from './nomenklatura-names.ts';

export interface SuiteResult { readonly run: number; readonly failures: readonly string[]; readonly words?: string }
/** Judges every case below its folder. `words` may follow the counts on the suite's line: `F1 0.87`. */
export type Suite = (folder: string) => SuiteResult | Promise<SuiteResult>;

export const SUITES: ReadonlyMap<string, Suite> = new Map<string, Suite>([
  ['cyclonedx', cyclonedx],
  ['bitstring-status-list', bitstring],
  ['bods-0.4', bods04],
  ['did-key', didKey],
  ['epcis-2.0', epcis],
  ['json-parsing', jsonParsing],
  ['netlib-lp', netlibLp],
  ['ownership-50pct', ownership50pct],
  ['rdf-canon', rdfCanon],
  ['rfc6962-merkle', merkle],
  ['rfc8785-jcs', rfc8785],
  ['vc-di-eddsa', eddsa],
  ['untp', untp],
  ['vc-data-model-2.0', vcDataModel],
  ['wycheproof', wycheproof],
  ['nomenklatura-names', nomenklaturaNames],
]);
