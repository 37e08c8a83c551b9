/** `npm run conformance -- --root DIR`: runs the suites that lie in DIR, names those it does not know, fails if a case failed. */
import { existsSync, readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { SUITES } from '../test/conformance/suites.ts';

const { root } = parseArgs({ options: { root: { type: 'string' } } }).values;
if (root === undefined || !existsSync(root)) {
  process.stderr.write('give the folder of the suites: npm run conformance -- --root DIR\n');
  process.exit(3);
}
const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => ({ name, path: join(root, name) }));
const self = basename(resolve(root));
if (SUITES.has(self)) folders.splice(0, folders.length, { name: self, path: root }); // DIR is one suite

let failed = 0;
for (const { name, path } of folders.sort((a, b) => (a.name < b.name ? -1 : 1))) {
  const suite = SUITES.get(name);
  if (!suite) {
    process.stdout.write(`${name} not run\n`);
    continue;
  }
  const { run, failures, words } = await suite(path);
  process.stdout.write(`${name} run ${run} passed ${run - failures.length}${words ? ` ${words}` : ''}\n`);
  for (const failure of failures) process.stdout.write(`  failed ${failure}\n`);
  failed += run === 0 ? 1 : failures.length; // a suite without cases passed nothing
}
process.exit(failed > 0 ? 1 : 0);
