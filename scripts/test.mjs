/**
 * Everything a change must pass, from a tree with nothing installed: packages, build, lint, types of the tests, and every
 * kind of test with a tenth of the laws' runs. The last line sums all of it: `N passed, N failed`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, ensureInstalled, run, runModule } from './lib/house.mjs';

const only = process.argv.slice(2); // npm test -- test/house
const sum = { passed: 0, failed: 0, skipped: 0 };
const step = (name, status) => {
  sum[status === 0 ? 'passed' : 'failed']++;
  process.stdout.write(`${status === 0 ? 'passed' : 'FAILED'}: ${name}\n`);
  return status === 0;
};

ensureInstalled();
ensureDebian();
step('build', build());
step('lint', runModule('@biomejs/biome/bin/biome', ['lint', '--error-on-warnings', '--diagnostic-level=warn']));
step('types of the tests', runModule('typescript/bin/tsc', ['-p', 'tsconfig.test.json']));
tests();

const skipped = sum.skipped > 0 ? `, ${sum.skipped} skipped` : '';
process.stdout.write(`${sum.passed} passed, ${sum.failed} failed${skipped}\n`);
process.exit(sum.failed > 0 ? 1 : 0);

function tests() {
  const folder = mkdtempSync(join(tmpdir(), 'nonred-test-'));
  const report = join(folder, 'report.json');
  const status = runModule('vitest/vitest.mjs', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...only]);
  const before = sum.failed;
  if (existsSync(report)) {
    const told = JSON.parse(readFileSync(report, 'utf8'));
    sum.passed += told.numPassedTests;
    sum.failed += told.numFailedTests;
    sum.skipped += told.numPendingTests + told.numTodoTests;
    // A file that does not even load has no test to count.
    for (const file of told.testResults) if (file.status === 'failed' && file.assertionResults.length === 0) step(file.name, 1);
  }
  if (status !== 0 && sum.failed === before) step('test runner', status);
  rmSync(folder, { recursive: true, force: true });
}

/** From Debian: Chromium and a font with Chinese, two other solvers, LibreOffice for return sheets. Where they cannot be installed the tests that need them are skipped. */
function ensureDebian() {
  const missing = [];
  if (!existsSync('/usr/bin/chromium')) missing.push('chromium');
  if (!existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc')) missing.push('fonts-noto-cjk');
  if (!existsSync('/usr/bin/glpsol')) missing.push('glpk-utils');
  if (!existsSync('/usr/bin/cbc')) missing.push('coinor-cbc');
  if (!existsSync('/usr/bin/soffice')) missing.push('libreoffice-calc');
  if (missing.length === 0) return;
  const apt = spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0;
  if (!apt || process.getuid?.() !== 0) {
    process.stderr.write(`not installed: ${missing.join(', ')}; the tests that need them are skipped (as root: apt-get install ${missing.join(' ')})\n`);
    return;
  }
  process.stderr.write(`installing ${missing.join(', ')}\n`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const quiet = { env, stdio: ['ignore', 'ignore', 2] };
  const failed = run('apt-get', ['update', '-qq'], quiet) || run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], quiet);
  if (failed) process.stderr.write('apt-get failed: the tests that need them are skipped\n');
}
