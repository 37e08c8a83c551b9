/**
 * `npm run gold -- --root DIR`: compares with the published figures (worked examples, tables of papers) that lie in DIR.
 * A file that nothing here reads yet is named, not passed over.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { disruption } from './gold/disruption.ts';
import { chipConcentration, euSupplyRisk, mineralConcentration, worked } from './gold/measures.ts';

export interface GoldResult {
  readonly run: number;
  readonly passed: number;
  /** The greatest difference between a figure of ours and the published one. */
  readonly maxDiff: number;
  /** What else belongs on the line. */
  readonly words?: string;
}
type Compare = (path: string) => GoldResult | Promise<GoldResult>;
/** The first pattern that the path from DIR (with slashes) meets: reads the file and compares. */
const GOLD: readonly (readonly [file: RegExp, compare: Compare])[] = [
  [/(^|\/)disruption\/[^/]+\.json$/, disruption],
  [/(^|\/)worked_examples[^/]*\.json$/, worked],
  [/(^|\/)minerals\/hhi_expected[^/]*\.csv$/, mineralConcentration],
  [/(^|\/)chips\/hhi_expected[^/]*\.csv$/, chipConcentration],
  [/(^|\/)minerals\/eu_crm_[^/]*golden[^/]*\.csv$/, euSupplyRisk],
];

const { root } = parseArgs({ options: { root: { type: 'string' } } }).values;
if (root === undefined || !existsSync(root)) {
  process.stderr.write('give the folder of the published figures: npm run gold -- --root DIR\n');
  process.exit(3);
}
const files = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
  .sort();
let failed = 0;
for (const file of files) {
  const compare = GOLD.find(([pattern]) => pattern.test(file))?.[1];
  if (!compare) {
    process.stdout.write(`${file} not run\n`);
    continue;
  }
  const { run, passed, maxDiff, words } = await compare(join(root, file));
  process.stdout.write(`${file} run ${run} passed ${passed} maxdiff ${maxDiff}${words ? ` ${words}` : ''}\n`);
  failed += run - passed;
}
process.exit(failed > 0 ? 1 : 0);
