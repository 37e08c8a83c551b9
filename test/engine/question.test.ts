import { expect, test } from 'vitest';
import { questionOf } from '../../src/engine/question.ts';

const TODAY = '2026-11-22';

test('the day: the command line, then the workspace, then today', () => {
  expect(questionOf({ product: 'p' }, TODAY)).toEqual({ product: 'p', asOf: TODAY, knownAt: TODAY });
  expect(questionOf({ product: 'p', asOf: '2026-01-01' }, TODAY)).toMatchObject({ asOf: '2026-01-01', knownAt: '2026-01-01' });
  expect(questionOf({ product: 'p', asOf: '2026-01-01' }, TODAY, { asOf: '2025-01-01' })).toMatchObject({ asOf: '2025-01-01', knownAt: '2025-01-01' });
});

test('a forecast measures the age of papers at the day of the workspace', () => {
  expect(questionOf({ product: 'p', asOf: '2026-01-01' }, TODAY, { asOf: '2027-12-23' })).toMatchObject({ asOf: '2027-12-23', knownAt: '2026-01-01' });
  expect(questionOf({ product: 'p' }, TODAY, { asOf: '2027-12-23' })).toMatchObject({ asOf: '2027-12-23', knownAt: TODAY });
});
