/**
 * Networks about one thing, dense in what rarely meets in `generate`: engine and plain evaluator agree, and the checker
 * accepts what is proved. 2,000 of each; with LAWS=1 100,000, with LAWS=N that many, from seed LAWS_FROM on.
 */
import { expect, test } from 'vitest';
import { open, prove } from '../../src/checker/check.ts';
import { ask, evaluateRulebook } from '../../src/rules/evaluate.ts';
import { bill } from '../support/bills.ts';
import { sha256 } from '../support/digest.ts';
import type { Network } from '../support/generate.ts';
import { sale } from '../support/sales.ts';
import { plain } from './engine.ts';

const asked = Number(process.env.LAWS ?? 0);
const count = asked === 1 ? 100_000 : asked > 1 ? asked : 2_000;
const first = Number(process.env.LAWS_FROM ?? 0);
const ABOUT: Readonly<Record<string, (seed: number) => Network>> = { 'shares of cost and mass': bill, 'chains of sellers': sale };
/** That were read differently once: none of something, priced in a currency that the bill does not have. */
const KEPT = [32_703, 36_967, 61_777, 76_662, 86_466];

test.each(Object.keys(ABOUT))('%s are the same to engine, plain evaluator and checker', { timeout: 3_600_000 }, async (about) => {
  const faults: string[] = [];
  const verdicts = { clear: 0, red: 0, unknown: 0 };
  for (const seed of new Set([...KEPT, ...Array.from({ length: count }, (_, i) => first + i)])) {
    const { records, question, rulebook } = ABOUT[about]!(seed);
    const { verdict, outcomes } = evaluateRulebook(ask(records, question, sha256), rulebook);
    const other = plain(records, question, rulebook).verdict;
    verdicts[verdict!]++;
    if (verdict !== other) faults.push(`seed ${seed}: engine ${verdict}, plain ${other}`);
    const opened = await open(records, sha256);
    for (const { draft } of outcomes) {
      const { outcome, fault } = await prove(opened, { grounds: draft, question, rulebook });
      if (outcome !== 'accepted') faults.push(`seed ${seed}: ${draft.verdict} refused, ${fault?.code} at ${fault?.at}`);
    }
  }
  if (asked >= 1) console.log(`${about}, ${count} networks: clear ${verdicts.clear}, red ${verdicts.red}, unknown ${verdicts.unknown}`);
  expect(faults.slice(0, 10)).toEqual([]);
  for (const met of Object.values(verdicts)) expect(met).toBeGreaterThan(count / 20);
});
