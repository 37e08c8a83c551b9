import { expect, test } from 'vitest';
import { disagreements } from '../../src/certify/agree.ts';
import type { GroundsFile } from '../../src/certify/claim.ts';
import type { CheckResult } from '../../src/engine/result.ts';
import { packResult } from '../../src/wire/result.ts';
import { answer, assessments, rulebook, sha256 } from '../engine/answer.ts';

const [red, unknown] = [assessments[0]!, assessments[1]!];
const what = (result: Partial<CheckResult>) => [...disagreements(packResult({ ...answer, assessments: [red, unknown], ...result }, sha256) as unknown as GroundsFile)].map((one) => `${one.what} ${one.of}`);

test('an answer agrees with its own grounds', () => {
  expect(what({})).toEqual([]);
});

test('a verdict that its grounds do not have, a red part left out, a clause left out: each is found', () => {
  expect(what({ assessments: [{ ...red, verdict: 'clear' }, unknown] })).toContain('assessment us-848 848-B cam');
  expect(what({ assessments: [unknown] })).toContain('answer red');
  expect(what({ verdict: 'clear' })).toEqual(['answer clear']);
  expect(what({ assessments: [] })).toContain('clause us-848');
  // One clause said not to bind, beside others that do.
  const { grounds: _g, verdict: _v, basis: _b, consequence: _c, ...rest } = red;
  expect(what({ assessments: [{ ...rest, applies: 'no' }, unknown] })).toContain('clause us-848');
  expect(what({ assessments: [{ ...red, clause: '848-Z' }] })).toContain('clause us-848 848-B');
  const { grounds: _, ...bare } = red;
  expect(what({ assessments: [bare, unknown] })).toContain('assessment us-848 848-B cam');
});

test('what an assessment repeats of its rulebook is what the rulebook says', () => {
  const at = ['assessment us-848 848-B cam'];
  const { unverified: _, ...verified } = red;
  expect(what({ assessments: [verified, unknown] })).toEqual(at);
  expect(what({ assessments: [{ ...red, notes: [{ en: 'no matter', 'zh-Hant': '無妨' }] }, unknown] })).toEqual(at);
  expect(what({ assessments: [{ ...red, version: '2099' }, unknown] })).toEqual(at);
  expect(what({ assessments: [{ ...red, consequence: 'none' }, unknown] })).toEqual(at);
  expect(what({ assessments: [red, { ...unknown, consequence: 'none' }] })).toEqual(['assessment us-848 848-B radio']);
  expect(what({ rulebooks: [{ ...rulebook, versions: [{ ...rulebook.versions[0]!, from: '2030-01-01' }] }] })).toEqual(['assessment us-848 848-B cam', 'assessment us-848 848-B radio']);
});

test('names are those of the records: verdicts go by ids, and people read names', () => {
  expect(what({ labels: { ...answer.labels, LENS: 'A firm of Taiwan' } })).toEqual(['label LENS A firm of Taiwan']);
  expect(what({ labels: { ...answer.labels, radio: 'Radio' } })).toEqual(['label radio Radio']);
});
