/** `node scripts/run.mjs NAME [ARGS]`: the commands beside `start`, `build` and `test`. CONTRIBUTING.md says what each is for. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, exit, files, root, run, runModule } from './lib/house.mjs';

const [name, ...args] = process.argv.slice(2);
const vitest = (...more) => runModule('vitest/vitest.mjs', ['run', ...more, ...args], { env: { ...process.env, LAWS: process.env.LAWS ?? '1' } });
const program = (file, ...more) =>
  existsSync(join(root, file)) ? run(process.execPath, ['scripts/ts.mjs', file, ...more, ...args]) : exit(1, `${file} is not there yet`);

const COMMANDS = {
  laws: () => vitest('test/laws'),
  conformance: () => program('scripts/conformance.ts'),
  gold: () => program('bench/gold.ts'),
  forge: () => program('bench/forge.ts'),
  lint: () => runModule('@biomejs/biome/bin/biome', ['lint', '--error-on-warnings', ...args]),
  schemas: () => program('scripts/schemas.ts'),
  bench: () => {
    const wanted = files(join(root, 'bench')).filter((file) => file.endsWith('.bench.ts'));
    for (const file of wanted) {
      const status = run(process.execPath, ['scripts/ts.mjs', file, ...args]);
      if (status !== 0) return status;
    }
    return 0;
  },
};

if (!Object.hasOwn(COMMANDS, name ?? '')) exit(1, `known: ${Object.keys(COMMANDS).join(', ')}`);
ensureInstalled();
process.exit(COMMANDS[name]());
