/** The demonstration: checks the example of the README and shows the answer. `nonred check` itself would exit 4 here. */
import { join } from 'node:path';
import { build, ensureInstalled, exit, root, run } from './lib/house.mjs';

ensureInstalled();
if (build() !== 0) exit(1, 'the build failed');
const status = run(process.execPath, [join(root, 'dist', 'cli', 'main.js'), 'check', 'examples/flight-controller']);
// 0 clear, 2 red and 4 unknown are answers; 1 and 3 are failures.
process.exit([0, 2, 4].includes(status) ? 0 : status);
