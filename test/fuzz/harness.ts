/**
 * Readers before harmed input: no crash, no hang, and never a `clear` that the whole input did not have. The verdict is
 * asked of a rulebook without any floor, the easiest to satisfy: what is not clear there is clear nowhere.
 */
import { createHash } from 'node:crypto';
import { type Issue, NonredError } from '../../src/base/issue.ts';
import type { Verdict } from '../../src/base/verdict.ts';
import { quickVerdict } from '../../src/engine/check.ts';
import type { Rec } from '../../src/model/record.ts';
import type { Rulebook } from '../../src/rules/rulebook.ts';
import { random } from '../support/random.ts';
import { type Mutate, mutateBytes } from './mutate.ts';

/** What a verdict would rest on. */
export interface Taken { readonly records: readonly Rec[]; readonly product: string; readonly bom?: string | undefined }
export interface Fuzzed {
  readonly name: string;
  /** Whole documents that the reader takes without a fault. Small ones: they are read 200,000 times. */
  readonly seeds: () => readonly Uint8Array[];
  /** `taken` is left out where the reader makes no records. A document with issues is refused and never judged. */
  readonly read: (bytes: Uint8Array) => { readonly issues: readonly Issue[]; readonly taken?: Taken | undefined };
  /** Bytes where absent. */
  readonly mutate?: Mutate;
}

export interface Fuzz {
  readonly runs: number;
  readonly refused: number;
  /** Accepted, with other records than the seed's: a verdict was asked for. */
  readonly judged: number;
  readonly cleared: number;
  readonly crashed: number;
  /** Over the limit. */
  readonly slow: number;
  readonly slowestMs: number;
  /** The first ten of all kinds, with the number of the input. */
  readonly failures: readonly string[];
}

const LIMIT_MS = 1000;
const MOST_FAILURES = 10;

/** Input number n is the same in every run, whatever came before it. `tick` is told the number that is about to be read. */
export function fuzz(reader: Fuzzed, from: number, runs: number, tick: (n: number) => void = () => undefined): Fuzz {
  const seeds = reader.seeds();
  const whole = seeds.map((seed) => readOnce(reader, seed));
  const failures: string[] = whole.flatMap((found, i) => ('crash' in found ? [`seed ${i}: ${found.crash}`] : found.refused ? [`seed ${i} is refused: ${found.refused}`] : []));
  const counts = { refused: 0, judged: 0, cleared: 0, crashed: 0, slow: 0 };
  const fail = (kind: 'cleared' | 'crashed' | 'slow', text: string): void => {
    counts[kind]++;
    if (failures.length < MOST_FAILURES) failures.push(text);
  };
  let slowestMs = 0;
  for (let n = from; n < from + runs; n++) {
    tick(n);
    const { bytes, seed } = inputOf(reader, seeds, n);
    const start = performance.now();
    const found = readOnce(reader, bytes);
    let ms = performance.now() - start;
    // A busy machine is no slow reader: the fastest of three counts.
    for (let again = 0; ms > LIMIT_MS && again < 2; again++) ms = Math.min(ms, timed(() => void readOnce(reader, bytes)));
    if (ms > LIMIT_MS) fail('slow', `input ${n}: ${Math.round(ms)} ms`);
    slowestMs = Math.max(slowestMs, ms);
    if ('crash' in found) fail('crashed', `input ${n}: ${found.crash}`);
    else if (found.refused) counts.refused++;
    else if (found.taken) {
      const before = whole[seed]!;
      if (!('crash' in before) && before.facts === found.facts) continue;
      counts.judged++;
      const verdict = verdictOf(found.taken);
      if (typeof verdict !== 'string') fail('crashed', `input ${n}: ${verdict.crash}`);
      else if (verdict === 'clear' && !('crash' in before) && !(before.taken && verdictOf(before.taken) === 'clear')) fail('cleared', `input ${n}: clear, and seed ${seed} is not`);
    }
  }
  return { runs, ...counts, slowestMs: Math.round(slowestMs), failures };
}

/** The bytes of input n, and the number of the seed that they were. */
export function inputOf(reader: Fuzzed, seeds: readonly Uint8Array[], n: number): { bytes: Uint8Array; seed: number } {
  const chance = random(n);
  const seed = chance.int(seeds.length);
  return { bytes: (reader.mutate ?? mutateBytes)(chance, seeds[seed]!, seeds), seed };
}

type Found = { readonly crash: string } | { readonly refused?: string | undefined; readonly taken?: Taken | undefined; readonly facts?: string | undefined };

function readOnce(reader: Fuzzed, bytes: Uint8Array): Found {
  try {
    const { issues, taken } = reader.read(bytes);
    if (issues.length > 0) return { refused: issues[0]!.code };
    return { taken, facts: taken && sha256(JSON.stringify([taken.product, taken.bom, taken.records])) };
  } catch (thrown) {
    // A refusal that is thrown names its issues and is none of ours to count as a crash.
    if (thrown instanceof NonredError) return { refused: thrown.issues[0]!.code };
    return crashOf(thrown);
  }
}

/** By a rulebook of the harness's own; exported for tests that harm on purpose. */
export function verdictOf({ records, product, bom }: Taken): Verdict | { readonly crash: string } {
  try {
    return quickVerdict(records, { product, ...(bom !== undefined && { bom }), asOf: DAY, knownAt: DAY, asIfBound: true }, [RULES], sha256);
  } catch (thrown) {
    return thrown instanceof NonredError ? 'unknown' : crashOf(thrown);
  }
}

function crashOf(thrown: unknown): { readonly crash: string } {
  return { crash: thrown instanceof Error ? `${thrown.name}: ${thrown.message} ${thrown.stack?.split('\n')[1]?.trim() ?? ''}` : String(thrown) };
}

function timed(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');
const DAY = '2026-11-22';
/** Made-up: nothing of a country, by place or by maker, and no paper is asked for. */
const RULES: Rulebook = {
  id: 'fuzz', title: { en: 'fuzz', 'zh-Hant': 'fuzz' }, cite: 'made-up', statusChecked: DAY, binds: { en: 'nobody', 'zh-Hant': '無' }, sources: [],
  versions: [{ version: '1', from: '2020-01-01', status: 'in-force' }], sets: { red: ['CN'] },
  clauses: [{ id: 'a', cite: 'made-up', for: { components: { walk: 'all' } }, redIf: { any: [{ madeIn: 'red' }, { maker: { domicile: 'red' } }] } }],
  consequence: 'hold', notModelled: [],
};
