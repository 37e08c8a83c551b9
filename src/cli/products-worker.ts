/** A thread of `products.ts`. */
import { parentPort, workerData } from 'node:worker_threads';
import { answerPaths, type ProductsTask } from './products.ts';

answerPaths(workerData as ProductsTask, parentPort!);
