/** How large the report page of a bill of open lines is: at most 2 MB for 5,000. */
import { pageOfOpenLines } from './open-lines.ts';

const LIMIT = 2_000_000;
const count = process.argv.includes('--quick') ? 500 : 5000;
const bytes = Buffer.byteLength((await pageOfOpenLines(count)).page);
process.stdout.write(`page of ${count} open lines: ${bytes} bytes (at most ${LIMIT})\n`);
process.exitCode = bytes <= LIMIT ? 0 : 1;
