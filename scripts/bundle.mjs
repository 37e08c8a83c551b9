/**
 * The command line as few files, so that it starts fast: the modules of `dist/` that it needs, and the small packages that every
 * run uses, joined by esbuild in the place of `dist/cli/main.js`. Large packages that few runs need (dictionaries of Han readings,
 * workbooks) are loaded at their first call. And the rulebooks of the package as the loader settles them, by the digest of their text.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { build } from 'esbuild';
import { root } from './lib/house.mjs';

const JOINED = ['commander', 'yaml', 'zod'];
/** Their wrapping files use them inside functions only. */
const LATER = ['@e965/xlsx', 'any-ascii', 'fflate', 'opencc-js', 'pinyin-pro', 'saxes', 'to-jyutping'];
const COMMAND = join(root, 'dist', 'cli');

const packageOf = (name) => name.split('/').slice(0, name.startsWith('@') ? 2 : 1).join('/');

/** Each file keeps its own address, so that data is found beside it and not beside the joined file. */
function withOwnAddress(text, path) {
  return text.replaceAll('import.meta.url', `new URL(${JSON.stringify(relative(COMMAND, path))}, import.meta.url).href`);
}

/** `import { read } from 'package'` becomes a call that loads the package once it is used. */
function loadedLater(text) {
  let made = text;
  for (const [whole, names, name] of text.matchAll(/^import (.+) from '([^']+)';\n/gm)) {
    if (!LATER.includes(packageOf(name))) continue;
    made = made.replace(whole, '');
    const load = `(require(${JSON.stringify(name)}))`; // in brackets: it may stand after `new`
    for (const one of names.startsWith('{') ? names.slice(1, -1).split(',').map((each) => each.trim()) : [names])
      made = made.replace(new RegExp(`(?<![.\\w'"\`/])${one}(?![\\w'"\`:])`, 'g'), names.startsWith('{') ? `${load}.${one}` : `${load}.default`);
  }
  return made;
}

const ours = {
  name: 'ours',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^[^./]/ }, ({ path, importer }) => (importer.includes('node_modules') || JOINED.includes(packageOf(path)) ? undefined : { external: true }));
    onLoad({ filter: /[\\/]dist[\\/].*\.js$/ }, ({ path }) => (path.includes('node_modules') ? undefined : { loader: 'js', contents: withOwnAddress(loadedLater(readFileSync(path, 'utf8')), path) }));
  },
};

const { outputFiles } = await build({
  entryPoints: [join(COMMAND, 'main.js'), join(COMMAND, 'products-worker.js')], outdir: COMMAND, bundle: true, splitting: true, write: false, platform: 'node', format: 'esm', target: 'node20', charset: 'utf8',
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  chunkNames: 'part-[hash]', legalComments: 'none', plugins: [ours], logLevel: 'warning',
}).catch(() => process.exit(1)); // esbuild has said why
for (const { path, contents } of outputFiles) writeFileSync(path, contents);
const licences = JOINED.map((name) => `${name} ${JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')).version}\n\n${readFileSync(join(root, 'node_modules', name, 'LICENSE'), 'utf8')}`);
writeFileSync(join(COMMAND, 'LICENSES.txt'), `Joined into the files of this folder:\n\n${licences.join('\n\n')}`);

const { loadRulebook } = await import('../dist/rules/load.js');
const settled = join(root, 'dist', 'rulebooks');
rmSync(settled, { recursive: true, force: true });
mkdirSync(settled, { recursive: true });
for (const name of readdirSync(join(root, 'rulebooks')).filter((one) => one.endsWith('.yaml'))) {
  const text = readFileSync(join(root, 'rulebooks', name), 'utf8');
  const { value } = loadRulebook(text, name);
  if (value !== undefined) writeFileSync(join(settled, `${createHash('sha256').update(text).digest('hex')}.json`), JSON.stringify(value));
}
