/** `node scripts/run.mjs NAME [ARGS]`: the commands beside `start`, `build` and `test`. CONTRIBUTING.md says what each is for. */
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build, ensureInstalled, exit, files, root, run, runModule } from './lib/house.mjs';

const [name, ...args] = process.argv.slice(2);
const vitest = (...more) => runModule('vitest/vitest.mjs', ['run', ...more, ...args], { env: { ...process.env, LAWS: process.env.LAWS ?? '1' } });
const program = (file, ...more) =>
  existsSync(join(root, file)) ? run(process.execPath, ['scripts/ts.mjs', file, ...more, ...args]) : exit(1, `${file} is not there yet`);

const COMMANDS = {
  laws: () => vitest('test/laws', 'test/base', 'test/names', 'test/screen', 'test/formats', 'test/lp', 'test/stress'),
  'stress-laws': () => vitest('test/lp', 'test/stress'),
  conformance: () => program('scripts/conformance.ts'),
  gold: () => program('bench/gold.ts'),
  owners: () => vitest('test/owners'),
  asks: () => vitest('test/ask/plan.test.ts', '--testTimeout=1500000'),
  'false-clear': () => program('bench/false-clear.ts'),
  forge: () => vitest('test/laws/grounds.test.ts'),
  tamper: () => program('scripts/tamper.ts'),
  lint: () => runModule('@biomejs/biome/bin/biome', ['lint', '--error-on-warnings', ...args]),
  schemas: () => program('scripts/schemas.ts'),
  fuzz: () => program('scripts/fuzz.ts'),
  layouts: () => program('scripts/layouts.ts'),
  /** All, or those named before the first option: `npm run bench -- check --quick`. */
  bench: () => {
    const names = args.slice(0, [...args, '-'].findIndex((arg) => arg.startsWith('-')));
    const options = args.slice(names.length);
    const all = files(join(root, 'bench')).filter((file) => file.endsWith('.bench.ts'));
    const wanted = all.filter((file) => names.length === 0 || names.includes(basename(file, '.bench.ts')));
    if (wanted.length === 0 || build() !== 0) exit(1, `no such bench, or no build; there are: ${all.map((file) => basename(file, '.bench.ts')).join(', ')}`);
    return wanted.reduce((status, file) => status || run(process.execPath, ['scripts/ts.mjs', file, ...options]), 0);
  },
};

if (!Object.hasOwn(COMMANDS, name ?? '')) exit(1, `known: ${Object.keys(COMMANDS).join(', ')}`);
ensureInstalled();
process.exit(COMMANDS[name]());
