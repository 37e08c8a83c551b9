/** `npm run layouts -- [N]`: N generated workbooks (200) in twenty layouts, how many are read right, and each of the others. */
import { readLayout } from '../test/formats/layouts.ts';
import { LAYOUTS } from '../test/support/layouts.ts';

const count = Number(process.argv[2] ?? 200);
const outcomes = Array.from({ length: count }, (_, n) => readLayout(n));
const tally = (outcome: string): number => outcomes.filter((one) => one.outcome === outcome).length;
process.stdout.write(`workbooks ${count} layouts ${LAYOUTS.length} right ${tally('right')} refused ${tally('refused')} flagged ${tally('flagged')} silently wrong ${tally('silently wrong')}\n`);
for (const { layout, n, outcome, why } of outcomes) if (outcome !== 'right') process.stdout.write(`  ${layout} (${n}) ${outcome}: ${why}\n`);
process.exit(tally('silently wrong') > 0 ? 1 : 0);
