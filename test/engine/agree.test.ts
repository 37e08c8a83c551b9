import { expect, test } from 'vitest';
import { disagreements } from '../../src/engine/agree.ts';
import type { CheckResult } from '../../src/engine/result.ts';
import { answer, assessments } from './answer.ts';

const [red, unknown] = [assessments[0]!, assessments[1]!];
const what = (result: Partial<CheckResult>) => disagreements({ ...answer, ...result }).map((one) => `${one.what} ${one.at}`);

test('an answer agrees with its own grounds', () => {
  expect(what({})).toEqual([]);
});

test('a verdict that its grounds do not have, a red part left out, a clause left out: each is found', () => {
  expect(what({ assessments: [{ ...red, verdict: 'clear' }, unknown] })).toContain('assessment us-848 848-B cam');
  expect(what({ assessments: [unknown] })).toContain('answer red');
  expect(what({ verdict: 'clear' })).toEqual(['answer clear']);
  expect(what({ assessments: [] })).toContain('clause us-848');
  expect(what({ assessments: [{ ...red, clause: '848-Z' }] })).toContain('clause us-848 848-B');
  const { grounds: _, ...bare } = red;
  expect(what({ assessments: [bare, unknown] })).toContain('assessment us-848 848-B cam');
});
