/** A process of `products.ts`. */
import { setFlagsFromString } from 'node:v8';
import { answerPaths, type ProductsTask } from './products.ts';

// The compiler takes the time of the other processes: it may look sooner at what is called, and draws less of it together.
setFlagsFromString('--no-lazy-feedback-allocation');
setFlagsFromString('--max-inlined-bytecode-size-cumulative=60');
answerPaths(JSON.parse(process.argv[2]!) as ProductsTask, process);
