#!/usr/bin/env node
/** The command line's only file that touches the process. */
import { readFileSync } from 'node:fs';
import { run } from './program.ts';

// `nonred check ... | head` closes the pipe: that is no fault of ours.
process.stdout.on('error', (fault: NodeJS.ErrnoException) => process.exit(fault.code === 'EPIPE' ? 0 : 1));

process.exitCode = await run(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  env: process.env,
  ...(process.stdout.isTTY && { terminal: { columns: process.stdout.columns } }),
  version: JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version,
  today: () => new Date().toISOString().slice(0, 10),
});
