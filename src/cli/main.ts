#!/usr/bin/env node
/** The command line's only file that touches the process. */
import { readFileSync } from 'node:fs';
import { createInterface as createLines } from 'node:readline';
import { createInterface } from 'node:readline/promises';
import { setFlagsFromString } from 'node:v8';
import { run } from './program.ts';

// Left to itself the heap grows severalfold before it is swept: a large check would take a third more memory and a twentieth less time.
setFlagsFromString('--heap-growing-percent=80');

// `nonred check ... | head` closes the pipe: that is no fault of ours.
process.stdout.on('error', (fault: NodeJS.ErrnoException) => process.exit(fault.code === 'EPIPE' ? 0 : 1));

/** A line typed at the terminal, which does not show it. */
async function secret(question: string): Promise<string> {
  process.stderr.write(question);
  process.stdin.setRawMode(true);
  let line = '';
  try {
    for await (const piece of process.stdin) {
      for (const letter of String(piece)) {
        if (letter === '\r' || letter === '\n') return line;
        if (letter === '\u0003') process.exit(130);
        line = letter === '\u007f' ? line.slice(0, -1) : line + letter;
      }
    }
    return line;
  } finally {
    process.stdin.setRawMode(false);
    process.stdin.pause();
    process.stderr.write('\n');
  }
}

/** A line typed at the terminal; nothing at its end. */
async function prompt(question: string): Promise<string | undefined> {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return await lines.question(question);
  } catch {
    return undefined;
  } finally {
    lines.close();
  }
}

/** All that is piped in, line by line. */
async function lines(): Promise<string[]> {
  const all: string[] = [];
  for await (const line of createLines({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) all.push(line);
  return all;
}

let interrupted = false;
process.exitCode = await run(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  env: process.env,
  ...(process.stdout.isTTY && { terminal: { columns: process.stdout.columns } }),
  ...(process.stdin.isTTY && process.stdout.isTTY && { prompt }),
  ...(!process.stdin.isTTY && { lines }),
  version: JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version,
  clock: () => Number(process.hrtime.bigint() / 1_000_000n),
  ...(process.stderr.isTTY && { progress: (line: string) => void process.stderr.write(`\r\u001b[2K${line}`) }),
  // A second Ctrl-C ends the program as usual.
  onInterrupt: () => void process.once('SIGINT', () => void (interrupted = true)),
  interrupted: () => interrupted,
  today: () => new Date().toISOString().slice(0, 10),
  now: () => `${new Date().toISOString().slice(0, 19)}Z`,
  ...(process.stdin.isTTY && { secret }),
  untilStopped: () => new Promise((done) => void process.once('SIGINT', done).once('SIGTERM', done)),
});
