/** A thread of `stress-each.ts`. */
import { parentPort, workerData } from 'node:worker_threads';
import { type EachTask, workOn } from './stress-each.ts';

await workOn(workerData as EachTask, parentPort!);
