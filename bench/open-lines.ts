/** A bill of which nothing is known but names: every line is open under every clause of the tender terms. */
import { check } from '../src/engine/check.ts';
import type { CheckResult } from '../src/engine/result.ts';
import { sha256 } from '../src/host/crypto.ts';
import { chooseRulebooks, loadRulebooks } from '../src/host/rulebooks.ts';
import type { Rec } from '../src/model/record.ts';
import { htmlReport } from '../src/report/html/page.ts';

/** The answer and its report page. */
export async function pageOfOpenLines(count: number): Promise<{ readonly result: CheckResult; readonly page: string }> {
  const common = { level: 'confirmed' } as const;
  const records: Rec[] = [
    { kind: 'product', id: 'quad', name: 'quadcopter', ...common, origin: 'bom.csv, row 1' }, { kind: 'recipe', id: 'bom', output: 'quad', ...common, origin: 'bom.csv, row 1' },
    ...Array.from({ length: count }, (_, i): Rec[] => [
      { kind: 'product', id: `part-${i}`, name: `part number ${i}`, maker: `maker-${i % 400}`, ...common, origin: `bom.csv, row ${i + 2}` },
      { kind: 'line', id: `bom#${i}`, recipe: 'bom', line: String(i), options: [{ product: `part-${i}` }], quantity: '1', ...common, origin: `bom.csv, row ${i + 2}` },
    ]).flat(),
    ...Array.from({ length: Math.min(400, count) }, (_, i): Rec => ({ kind: 'party', id: `maker-${i}`, names: [`Maker ${i} Ltd`], ...common, origin: `bom.csv, row ${i + 2}` })),
  ];
  const result = await check({ records, lines: count, question: { product: 'quad', bom: 'bom', asOf: '2026-11-22', knownAt: '2026-11-22', asIfBound: true }, rulebooks: chooseRulebooks(loadRulebooks(), ['tw-non-red']) }, sha256);
  if (result.assessments.filter(({ verdict }) => verdict === 'unknown').length < 3 * count) throw new RangeError('not every line is open');
  return { result, page: htmlReport(result, { lang: 'en', sha256 }) };
}
