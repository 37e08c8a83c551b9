/** The products of a portfolio over several worker threads, each of which reads rulebooks and reference data once. */
import { Worker } from 'node:worker_threads';
import type { Lang } from '../text/catalogue.ts';
import type { CheckOptions } from './check.ts';
import type { Io } from './io.ts';
import { type Product, productAt } from './product.ts';

export interface ProductsTask { readonly options: CheckOptions; readonly lang: Lang; readonly today: string; readonly version: string }
export interface ProductsWatch {
  readonly threads: number;
  /** In the order of the paths, each as soon as all before it are there. */
  hear(product: Product, place: number): void;
  progress?(done: number): void;
  stopped?(): boolean;
}

/** Fewer are not worth the start of a thread. */
const WORTH_A_THREAD = 3;
/** What one product needs is mostly soon let go of: with room for it, sweeping takes less of a thread's time. */
const YOUNG_MB = 384;

/** How many were heard of: all, unless stopped. What has begun is finished, so that no file is half written. */
export async function checkProducts(paths: readonly string[], task: ProductsTask, io: Io, watch: ProductsWatch): Promise<number> {
  const threads = Math.min(watch.threads, Math.ceil(paths.length / WORTH_A_THREAD));
  const waiting = new Map<number, Product>();
  let [heard, done] = [0, 0];
  const finished = (product: Product, place: number): void => {
    waiting.set(place, product);
    for (let next = waiting.get(heard); next !== undefined; next = waiting.get(heard)) {
      waiting.delete(heard);
      watch.hear(next, heard++);
    }
    done++;
    watch.progress?.(done);
  };
  // Not compiled (the tests run the sources): one thread, this one.
  if (threads < 2 || !import.meta.url.endsWith('.js')) await here(paths, task, io, watch, finished);
  else await spread(paths, task, threads, watch, finished);
  return done;
}

async function here(paths: readonly string[], { options, lang }: ProductsTask, io: Io, watch: ProductsWatch, finished: (product: Product, place: number) => void): Promise<void> {
  for (const [place, path] of paths.entries()) {
    if (watch.stopped?.()) return;
    finished(await productAt(path, options, lang, io), place);
    await new Promise((resolve) => setImmediate(resolve)); // lets a Ctrl-C be heard
  }
}

async function spread(paths: readonly string[], task: ProductsTask, threads: number, watch: ProductsWatch, finished: (product: Product, place: number) => void): Promise<void> {
  let next = 0;
  /** A thread until there is no more to do. One that dies is the failure of its product: another goes on. */
  const one = (): Promise<void> => new Promise((resolve, reject) => {
    let place: number | undefined;
    const worker = new Worker(new URL('./products-worker.js', import.meta.url), { workerData: task, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } });
    const more = (): void => {
      place = next < paths.length && !watch.stopped?.() ? next++ : undefined;
      worker.postMessage(place === undefined ? null : paths[place]);
    };
    worker.on('message', (product: Product) => {
      finished(product, place!);
      more();
    });
    worker.on('error', (failed: Error) => {
      if (place === undefined) return reject(failed);
      finished({ said: [], issues: [], failure: failed.message }, place);
      one().then(resolve, reject);
    });
    worker.on('exit', (status) => { if (status === 0) resolve(); });
    more();
  });
  await Promise.all(Array.from({ length: threads }, one));
}

/** How a worker lives: it answers paths until there are no more. */
export function answerPaths({ options, lang, today, version }: ProductsTask, port: { postMessage(message: Product): void; on(event: 'message', hear: (path: string | null) => void): void; close(): void }): void {
  const io: Io = { out: () => {}, err: () => {}, env: {}, today: () => today, version };
  port.on('message', async (path) => {
    if (path === null) port.close();
    else port.postMessage(await productAt(path, options, lang, io));
  });
}
