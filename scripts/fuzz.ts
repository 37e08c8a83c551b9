/**
 * `npm run fuzz -- [READER ...] [--runs N] [--from N]`: each reader before N harmed inputs (200,000), in a process of its
 * own that is ended, and said to hang, where nothing is heard of it. Prints a line a reader; fails where one failed.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fuzz, type Fuzz } from '../test/fuzz/harness.ts';
import { FUZZED } from '../test/fuzz/readers.ts';
import { root } from '../test/house/sources.ts';

/** One input may take a second, a busy machine some more. */
const SILENCE_MS = 30_000;

const { values, positionals } = parseArgs({ allowPositionals: true, options: { runs: { type: 'string', default: '200000' }, from: { type: 'string', default: '0' }, here: { type: 'boolean' } } });
const [runs, from] = [Number(values.runs), Number(values.from)];
const unknown = positionals.filter((name) => !FUZZED.some((reader) => reader.name === name));
if (unknown.length > 0 || !Number.isSafeInteger(runs) || !Number.isSafeInteger(from)) {
  process.stderr.write(`known readers: ${FUZZED.map(({ name }) => name).join(', ')}; numbers are whole\n`);
  process.exit(3);
}
const chosen = FUZZED.filter(({ name }) => positionals.length === 0 || positionals.includes(name));

if (values.here) {
  let said = 0;
  const found = fuzz(chosen[0]!, from, runs, (n) => {
    if (performance.now() - said < 500) return;
    said = performance.now();
    process.stdout.write(`${n}\n`);
  });
  process.stdout.write(`${JSON.stringify(found)}\n`);
} else {
  let failed = 0;
  for (const { name } of chosen) {
    const start = performance.now();
    const found = await apart(name);
    failed += found.failures.length;
    const seconds = Math.round((performance.now() - start) / 1000);
    process.stdout.write(`${name} run ${found.runs} refused ${found.refused} judged ${found.judged} failed ${found.failures.length} slowest ${found.slowestMs} ms (${seconds} s)\n`);
    for (const failure of found.failures) process.stdout.write(`  ${failure}\n`);
  }
  process.exit(failed > 0 ? 1 : 0);
}

function apart(name: string): Promise<Fuzz> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [join(root, 'scripts/ts.mjs'), join(root, 'scripts/fuzz.ts'), name, '--here', '--runs', String(runs), '--from', String(from)], { stdio: ['ignore', 'pipe', 'inherit'] });
    let [out, at, hung] = ['', from, false];
    const stop = (): void => {
      hung = true;
      child.kill('SIGKILL');
    };
    let watch = setTimeout(stop, SILENCE_MS);
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      clearTimeout(watch);
      watch = setTimeout(stop, SILENCE_MS);
      const lines = (out + text).split('\n');
      out = lines.pop()!;
      for (const line of lines) {
        if (line.startsWith('{')) out = `${line}`;
        else at = Number(line);
      }
    });
    child.on('close', (status) => {
      clearTimeout(watch);
      const nothing = { runs: 0, refused: 0, judged: 0, slowestMs: 0 };
      if (hung) done({ ...nothing, failures: [`hangs soon after input ${at}`] });
      else if (out.startsWith('{')) done(JSON.parse(out) as Fuzz);
      else done({ ...nothing, failures: [`ended with status ${status} soon after input ${at}`] });
    });
  });
}
