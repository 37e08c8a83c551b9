/** The products of a portfolio over several processes, each of which reads rulebooks and reference data once. */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Untold } from '../engine/portfolio.ts';
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

/** Fewer are not worth the start of a process. */
const WORTH_A_PROCESS = 3;
/**
 * What one product needs is mostly soon let go of, and sweeping the whole heap also lets go of the machine code of every function that is
 * not in use at that moment, which is then made anew: with room, neither is done often. And every core has a process of its own, so that
 * sweeping helpers would only stand in the others' way. (A thread cannot be given this: some is of the whole process, and set at its start.)
 */
const ROOM = ['--max-semi-space-size=224', '--initial-old-space-size=600', '--single-threaded-gc'];

/** How many were heard of: all, unless stopped. What has begun is finished, so that no file is half written. */
export async function checkProducts(paths: readonly string[], task: ProductsTask, io: Io, watch: ProductsWatch): Promise<number> {
  const threads = Math.min(watch.threads, Math.ceil(paths.length / WORTH_A_PROCESS));
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
  /** Begun by nobody: its process got a Ctrl-C before it could hear of anything. */
  const back: number[] = [];
  /** A process until there is no more to do. One that dies is the failure of its product: another goes on. */
  const one = (): Promise<void> => new Promise((resolve, reject) => {
    if (watch.stopped?.()) return resolve();
    let place: number | undefined;
    const child = fork(fileURLToPath(new URL('./products-worker.js', import.meta.url)), [JSON.stringify(task)], { execArgv: [...process.execArgv, ...ROOM], serialization: 'advanced' });
    const more = (): void => {
      place = watch.stopped?.() ? undefined : (back.pop() ?? (next < paths.length ? next++ : undefined));
      if (place === undefined) child.disconnect();
      else child.send(paths[place]!, () => {}); // it may have died before it could hear: its end says so
    };
    child.on('message', (product: Product) => {
      finished(product, place!);
      more();
    });
    child.on('error', reject); // it did not start
    child.on('exit', (status, signal) => {
      if (place === undefined) return resolve();
      // It minds no Ctrl-C once it hears of products. This process may yet have to hear of the same Ctrl-C.
      if (signal === 'SIGINT') back.push(place);
      else finished({ said: [], issues: [], failure: `${signal ?? status}` }, place);
      one().then(resolve, reject);
    });
    more();
  });
  await Promise.all(Array.from({ length: threads }, one));
}

/** How such a process lives: it answers paths until there are no more, or nobody listens. */
export function answerPaths({ options, lang, today, version }: ProductsTask, parent: NodeJS.Process): void {
  const io: Io = { out: () => {}, err: () => {}, env: {}, today: () => today, version };
  parent.on('SIGINT', () => {}); // meant for all processes of the terminal: what has begun is finished
  const untold = new Untold();
  parent.on('message', async (path: string) => {
    const product = await productAt(path, options, lang, io);
    parent.send!('parts' in product ? { ...product, parts: untold.of(product.parts) } : product);
  });
}
