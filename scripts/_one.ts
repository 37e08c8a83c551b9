import { fuzz, inputOf } from '../test/fuzz/harness.ts';
import { FUZZED } from '../test/fuzz/readers.ts';
const r = FUZZED.find((x) => x.name === process.argv[2])!;
for (const n of process.argv.slice(3).map(Number)) { const f = fuzz(r, n, 1); console.log(n, JSON.stringify(f)); if (process.env.SHOW) console.log(new TextDecoder().decode(inputOf(r, r.seeds(), n).bytes)); }
