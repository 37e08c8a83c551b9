/**
 * `npm run fuzz -- [READER ...] [--runs N] [--shard I/N] [--keep FILE]`: each reader before N harmed inputs (200,000). A line a
 * reader; fails where one failed. Inputs are read in parts of 40,000, each part in a process of its own that is ended, and said to
 * hang, where nothing is heard of it. `--keep` adds each part to a file, and what is in it already is not run again.
 */
import { spawn } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Fuzz, fuzz } from '../test/fuzz/harness.ts';
import { FUZZED } from '../test/fuzz/readers.ts';
import { root } from '../test/house/sources.ts';

const PART = 40_000;
/** One input may take a second, a busy machine some more. */
const SILENCE_MS = 30_000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string', default: '200000' }, shard: { type: 'string', default: '1/1' }, keep: { type: 'string' }, from: { type: 'string' } },
});
const runs = Number(values.runs);
const [shard = Number.NaN, shards = Number.NaN] = values.shard.split('/').map(Number);
const unknown = positionals.filter((name) => !FUZZED.some((reader) => reader.name === name));
if (unknown.length > 0 || !Number.isSafeInteger(runs) || !(shard >= 1 && shard <= shards)) {
  process.stderr.write(`known readers: ${FUZZED.map(({ name }) => name).join(', ')}; --runs 200000, --shard 1/4\n`);
  process.exit(3);
}
const chosen = FUZZED.filter(({ name }) => positionals.length === 0 || positionals.includes(name));

interface Part extends Fuzz { readonly reader: string; readonly from: number; readonly cpuMs: number }

if (values.from !== undefined) {
  let said = 0;
  const from = Number(values.from);
  const found = fuzz(chosen[0]!, from, runs, (n) => {
    if (performance.now() - said < 500) return;
    said = performance.now();
    process.stdout.write(`${n}\n`);
  });
  const { user, system } = process.cpuUsage();
  process.stdout.write(`${JSON.stringify({ ...found, reader: chosen[0]!.name, from, cpuMs: Math.round((user + system) / 1000) } satisfies Part)}\n`);
} else {
  const kept: Part[] = values.keep !== undefined && existsSync(values.keep) ? readFileSync(values.keep, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line) as Part) : [];
  let failed = false;
  let cpuMs = 0;
  process.stdout.write(`${row(['reader', 'runs', 'accepted', 'refused', 'judged', 'clear-not-had', 'crashed', 'over-1-s', 'max-ms', 'cpu-s'])}\n`);
  for (const { name } of chosen) {
    const parts: Part[] = [];
    for (let from = (shard - 1) * PART; from < runs; from += shards * PART) {
      const size = Math.min(PART, runs - from);
      const done = kept.find((part) => part.reader === name && part.from === from && part.runs === size);
      const part = done ?? (await apart(name, from, size));
      if (done === undefined && values.keep !== undefined) appendFileSync(values.keep, `${JSON.stringify(part)}\n`);
      parts.push(part);
      if (part.failures.length > 0) break; // mend that first
    }
    const sum = (of: (part: Part) => number): number => parts.reduce((all, part) => all + of(part), 0);
    const ran = sum((part) => part.runs);
    const [refused, crashed] = [sum((part) => part.refused), sum((part) => part.crashed)];
    process.stdout.write(`${row([name, ran, ran - refused - crashed, refused, sum(({ judged }) => judged), sum(({ cleared }) => cleared), crashed, sum(({ slow }) => slow), Math.max(0, ...parts.map(({ slowestMs }) => slowestMs)), Math.round(sum((part) => part.cpuMs) / 1000)])}\n`);
    for (const failure of parts.flatMap(({ failures }) => failures)) process.stdout.write(`  ${failure}\n`);
    failed ||= parts.some(({ failures }) => failures.length > 0);
    cpuMs += sum((part) => part.cpuMs);
  }
  process.stdout.write(`${chosen.length} readers, ${Math.round(cpuMs / 60_000)} minutes of one core: ${failed ? 'failed' : 'no crash, none over 1 s, no clear that the whole input did not have'}\n`);
  process.exit(failed ? 1 : 0);
}

function row(cells: readonly (string | number)[]): string {
  return cells.map((cell, i) => (i === 0 ? String(cell).padEnd(16) : String(cell).padStart(Math.max(8, String(cell).length)))).join(' ');
}

function apart(name: string, from: number, size: number): Promise<Part> {
  const args = [join(root, 'scripts/ts.mjs'), join(root, 'scripts/fuzz.ts'), name, '--runs', String(size), '--from', String(from)];
  return new Promise((done) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
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
        if (line.startsWith('{')) out = line;
        else at = Number(line);
      }
    });
    child.on('close', (status) => {
      clearTimeout(watch);
      if (!hung && out.startsWith('{')) return done(JSON.parse(out) as Part);
      const failure = hung ? `hangs soon after input ${at}` : `ended with status ${status} soon after input ${at}`;
      done({ reader: name, from, runs: at - from, refused: 0, judged: 0, cleared: 0, crashed: hung ? 0 : 1, slow: hung ? 1 : 0, slowestMs: hung ? SILENCE_MS : 0, failures: [failure], cpuMs: 0 });
    });
  });
}
