/** Every case of the rulebooks that ask for ownership, answered whole: the checker accepts each grounds, or the answer does not come. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { check } from '../../src/engine/check.ts';
import { readCases } from '../../src/rules/cases.ts';
import { loadRulebook } from '../../src/rules/load.ts';
import { sha256 } from '../support/digest.ts';

describe.each(['us-ofac-50', 'us-bis-affiliates', 'us-chips-guardrails', 'us-30d-feoc', 'us-obbba-macr'])('%s', (id) => {
  const { value } = readCases(readFileSync(`rulebooks/cases/${id}.yaml`, 'utf8'), id, sha256);
  const text = readFileSync(`rulebooks/${id}.yaml`, 'utf8');
  test.each(value!.cases.map((given) => [given.name, given] as const))('%s', async (_, { records, question, choices, expected }) => {
    const rulebook = loadRulebook(text, id, choices).value!;
    const { verdict, assessments } = await check({ records, question, rulebooks: [rulebook], lines: 0 }, sha256);
    expect(assessments.length).toBeGreaterThan(0);
    if (expected.verdict !== undefined) expect(verdict).toBe(expected.verdict);
  });
});
