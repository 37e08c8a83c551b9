/**
 * One thing at a time over several worker threads, each with the chain and a solver of its own. What is finished is kept:
 * whoever stops it gets the rows so far.
 */
import { Worker } from 'node:worker_threads';
import { type Issue, NonredError } from '../base/issue.ts';
import { Solver } from '../lp/solve.ts';
import type { Chain } from '../stress/chain.ts';
import { type Cut, type CutResult, EachStudy } from '../stress/each.ts';

export interface EachTask { readonly chain: Chain; readonly days: number; readonly survive: boolean; readonly bothEnds: boolean; readonly timeLimitSeconds?: number }
export interface EachWatch {
  readonly threads: number;
  /** After each finished cut. */
  progress?(done: number, count: number): void;
  stopped?(): boolean;
}
export interface EachFound { readonly results: CutResult[]; readonly base: number; readonly made: Float64Array }
/** From a worker: what the undisturbed chain does, or one finished cut, or why it failed. */
export type FromWorker = { readonly base: number; readonly made: Float64Array } | { readonly result: CutResult } | { readonly failed: { readonly issues?: readonly Issue[]; readonly message: string } };

/** Fewer are not worth the start of a thread, which takes about as long as this many small programs. */
const WORTH_A_THREAD = 40;

export async function studyEach(task: EachTask, cuts: readonly Cut[], solver: Solver, watch: EachWatch): Promise<EachFound> {
  const threads = Math.min(watch.threads, Math.ceil(cuts.length / WORTH_A_THREAD));
  // Not compiled (the tests run the sources): one thread, this one.
  return threads < 2 || !import.meta.url.endsWith('.js') ? here(task, cuts, solver, watch) : spread(task, cuts, threads, watch);
}

function studyOf(solver: Solver, { chain, days, survive, bothEnds, timeLimitSeconds }: EachTask): EachStudy {
  return new EachStudy(timeLimitSeconds === undefined ? solver : solver.limited({ timeLimitSeconds }), chain, days, survive, bothEnds);
}

async function here(task: EachTask, cuts: readonly Cut[], solver: Solver, watch: EachWatch): Promise<EachFound> {
  const study = studyOf(solver, task);
  const results: CutResult[] = [];
  try {
    for (const cut of cuts) {
      if (watch.stopped?.()) break;
      results.push(study.of(cut));
      watch.progress?.(results.length, cuts.length);
      await new Promise((resolve) => setImmediate(resolve)); // lets a Ctrl-C be heard
    }
    return { results, base: study.base, made: study.made };
  } finally {
    study.close();
  }
}

async function spread(task: EachTask, cuts: readonly Cut[], threads: number, watch: EachWatch): Promise<EachFound> {
  const results: CutResult[] = [];
  let base = 0;
  let made = new Float64Array();
  let next = 0;
  const workers: Worker[] = [];
  const one = (): Promise<void> => new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./stress-worker.js', import.meta.url), { workerData: task });
    workers.push(worker);
    const more = (): void => {
      const cut = watch.stopped?.() ? undefined : cuts[next++];
      worker.postMessage(cut ?? null);
    };
    worker.on('message', (message: FromWorker) => {
      if ('failed' in message) return reject(message.failed.issues ? new NonredError(message.failed.issues) : new Error(message.failed.message));
      if ('result' in message) {
        results.push(message.result);
        watch.progress?.(results.length, cuts.length);
      } else ({ base, made } = { base: message.base, made: Float64Array.from(message.made) });
      more();
    });
    worker.on('error', reject);
    worker.on('exit', () => resolve());
  });
  try {
    await Promise.all(Array.from({ length: threads }, one));
  } finally {
    for (const worker of workers) void worker.terminate();
  }
  return { results: results.sort((a, b) => (a.id < b.id ? -1 : 1)), base, made };
}

/** How a worker lives: it tells what the undisturbed chain does, then answers cuts until there is no more. */
export async function workOn(task: EachTask, port: { postMessage(message: FromWorker): void; on(event: 'message', hear: (cut: Cut | null) => void): void; close(): void }): Promise<void> {
  const study = studyOf(await Solver.load(), task);
  port.on('message', (cut) => {
    if (cut === null) {
      study.close();
      port.close();
      return;
    }
    port.postMessage(answer(study, cut));
  });
  port.postMessage({ base: study.base, made: study.made });
}

function answer(study: EachStudy, cut: Cut): FromWorker {
  try {
    return { result: study.of(cut) };
  } catch (failed) {
    return { failed: { message: String(failed), ...(failed instanceof NonredError && { issues: failed.issues }) } };
  }
}
