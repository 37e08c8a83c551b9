/** `node scripts/ts.mjs FILE.ts ARGS`: bundles one TypeScript program beside its dependencies and runs it. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './lib/house.mjs';

/** Each file keeps its own address, so that data is found beside the source and not beside the bundle. */
const keepUrls = {
  name: 'keep-urls',
  setup(build) {
    build.onLoad({ filter: /\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)),
      loader: 'ts',
    }));
  },
};

const [file, ...args] = process.argv.slice(2);
const { build } = await import('esbuild');
const folder = mkdtempSync(join(root, 'node_modules', '.nonred-run-')); // inside, so that packages are found
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const outfile = join(folder, 'program.mjs');
await build({
  entryPoints: [resolve(file)],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  sourcemap: 'inline',
  plugins: [keepUrls],
  logLevel: 'warning',
}).catch(() => process.exit(1)); // esbuild has said why
process.argv = [process.argv[0], resolve(file), ...args];
await import(pathToFileURL(outfile).href);
