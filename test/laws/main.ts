/** `node scripts/ts.mjs test/laws/main.ts [COUNT [FIRST]]` (`npm run laws`): every law on many networks. Exit code 1 where one is broken or something is rare. */
import { LAWS, runLaws, tooRare } from './laws.ts';

const [count = 10_000, first = 0] = process.argv.slice(2).map(Number), from = performance.now();
const tally = runLaws(count, first), rare = tooRare(tally);
const { clear, red, unknown } = tally.verdicts, all = clear + red + unknown, part = (n: number): string => `${((100 * n) / all).toFixed(1)} %`;

console.log(`${count} networks in ${((performance.now() - from) / 1000).toFixed(0)} s: clear ${part(clear)}, red ${part(red)}, unknown ${part(unknown)}, none ${count - all}\n`);
for (const law of Object.keys(LAWS)) {
  const broken = tally.broken.filter((b) => b.law === law);
  console.log(`${broken.length ? 'BROKEN' : 'holds '} ${String(tally.tried.get(law) ?? 0).padStart(6)}  ${law}`);
  for (const b of broken.slice(0, 10)) console.log(`         seed ${b.seed}: ${b.what}`);
  if (broken.length > 10) console.log(`         and ${broken.length - 10} more`);
}
console.log(`\nnetworks with\n${[...tally.features].sort((a, b) => a[1] - b[1]).map(([f, n]) => `${String(n).padStart(8)}  ${f}`).join('\n')}`);
if (rare.length) console.log(`\ntoo rare: ${rare.join('; ')}`);
process.exitCode = tally.broken.length || rare.length ? 1 : 0;
