import { inputOf } from '../test/fuzz/harness.ts';
import { FUZZED } from '../test/fuzz/readers.ts';
import { writeFileSync } from 'node:fs';
const r = FUZZED.find((x) => x.name === process.argv[2])!;
const seeds = r.seeds();
for (let n = Number(process.argv[3]); ; n++) { const { bytes } = inputOf(r, seeds, n); writeFileSync('/tmp/team/papers-hang.bin', bytes); writeFileSync('/tmp/team/papers-hang.txt', String(n)); try { r.read(bytes); } catch {} }
