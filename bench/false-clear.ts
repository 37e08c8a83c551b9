/**
 * `npm run false-clear`: made-up products behind shells (test/support/shells.ts), asked of us-ofac-50 with the makers of parts. Each
 * seed is red and clean, with full papers and with some lost. The last line counts what must never be (a clear that is red in truth,
 * of all the red ones), how many red ones with full papers are red, how many clean ones are red, and how many answers are unknown.
 */
import { parseArgs } from 'node:util';
import { readFileSync } from 'node:fs';
import { loadRulebook } from '../src/rules/load.ts';
import { falseClear } from '../test/support/false-clear.ts';

const { seeds } = parseArgs({ options: { seeds: { type: 'string', default: '1000' } } }).values;
const { value: rulebook, issues } = loadRulebook(readFileSync(new URL('../rulebooks/us-ofac-50.yaml', import.meta.url), 'utf8'), 'us-ofac-50', { reach: 'parts' });
if (!rulebook) throw new Error(JSON.stringify(issues));
const told = falseClear(Number(seeds), rulebook);
process.stdout.write(`${told.lines.join('\n')}\n`);
process.exitCode = told.good ? 0 : 1;
