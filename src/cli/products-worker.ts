/** A process of `products.ts`. */
import { answerPaths, type ProductsTask } from './products.ts';

answerPaths(JSON.parse(process.argv[2]!) as ProductsTask, process);
