/** What every script needs: a tree with its dependencies in it and an up-to-date build. Plain Node, no dependency. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const at = (...parts) => join(root, ...parts);

/** Runs a program with this terminal; returns its exit status. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  if (error) process.stderr.write(`${command}: ${error.message}\n`);
  return status ?? 1;
}

/** Runs a script of an installed package with this Node. */
export const runModule = (path, args, options) => run(process.execPath, [at('node_modules', ...path.split('/')), ...args], options);

/**
 * `npm install` when node_modules is missing or was made from another lock. `npm ci` is not used: see
 * docs/decisions/0001-lock-without-npm-ci.md. A lock that changes on the way is a fault: someone forgot to commit it.
 */
export function ensureInstalled() {
  const stamp = at('node_modules', '.nonred-lock');
  const lock = digestOf('package-lock.json');
  const wanted = `${lock} ${digestOf('package.json')}`;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  process.stderr.write('installing dependencies\n');
  // On Windows npm is a script and needs a shell.
  const status = run('npm', ['install', '--no-audit', '--no-fund'], {
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) exit(1, 'npm install failed');
  if (digestOf('package-lock.json') !== lock) {
    // The lock has the binaries of Linux only: elsewhere npm adds its own, which is no fault and not to be committed.
    if (process.platform === 'linux') exit(1, 'npm install changed package-lock.json: package.json and the lock disagree; commit the new lock');
    process.stderr.write('npm install added this platform to package-lock.json: do not commit that\n');
  }
  writeFileSync(stamp, `${digestOf('package-lock.json')} ${digestOf('package.json')}`);
}

const digestOf = (file) => createHash('sha256').update(readFileSync(at(file))).digest('hex');

/** tsc into dist/, unless nothing in src/ or rulebooks/ is newer than the last good build. */
export function build() {
  const stamp = at('dist', '.stamp');
  const sources = [...files(at('src')), ...files(at('rulebooks')), at('scripts', 'bundle.mjs'), at('tsconfig.json'), at('package.json')];
  const names = sources.map((file) => relative(root, file)).join('\n');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === names) {
    const built = statSync(stamp).mtimeMs;
    if (sources.every((file) => statSync(file).mtimeMs < built)) return 0;
  }
  const started = new Date();
  const status = runModule('typescript/bin/tsc', ['-p', '.']);
  if (status !== 0) return status;
  const bundled = bundlePage();
  if (bundled !== 0) return bundled;
  dropStale();
  const joined = run(process.execPath, [at('scripts', 'bundle.mjs')]);
  if (joined !== 0) return joined;
  mkdirSync(at('dist'), { recursive: true });
  writeFileSync(stamp, names);
  utimesSync(stamp, started, started); // a file saved while tsc ran counts as newer
  return 0;
}

/** The pages' scripts, each in one file: src/web is for browsers and not for tsc. */
function bundlePage() {
  const scripts = files(at('src', 'web')).filter((file) => file.endsWith('-page.ts'));
  try {
    createRequire(import.meta.url)('esbuild').buildSync({ entryPoints: scripts, bundle: true, minify: true, format: 'iife', target: 'es2022', charset: 'utf8', outdir: at('dist', 'web') });
    return 0;
  } catch {
    return 1; // esbuild has said why
  }
}

/** A file of dist/ whose source is gone would still be found by an import and be packed. */
function dropStale() {
  for (const file of existsSync(at('dist')) ? files(at('dist')) : []) {
    const source = join('src', relative(at('dist'), file)).replace(/(\.d)?\.[jt]s$/, '.ts');
    if (source.endsWith('.ts') && !existsSync(at(source))) rmSync(file);
  }
}

export function files(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

export function exit(code, message) {
  process.stderr.write(`${message}\n`);
  process.exit(code);
}
