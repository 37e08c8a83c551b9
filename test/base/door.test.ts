/** The functions that the package exports, with whatever is not what their types say: an error with code and place, never one from within. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as api from '../../src/index.ts';
import { root } from '../house/sources.ts';

const WRONG: readonly unknown[] = [undefined, null, 42, 'x', {}, [], Object.create(null), () => 1, [null], [{}], new Date(0), { records: null, question: 3, rulebooks: 'x', assessments: {} }];
const functions = Object.entries(api).filter(([name, one]) => typeof one === 'function' && !['NonredError', 'canonical'].includes(name)) as [string, (...args: unknown[]) => unknown][];

test.each(functions)('%s', async (_name, call) => {
  for (const wrong of WRONG)
    for (const args of [[], [wrong], [wrong, wrong], [wrong, wrong, wrong], [wrong, wrong, wrong, wrong]]) {
      let thrown: unknown;
      try {
        await call(...args);
      } catch (error) {
        thrown = error;
      }
      if (thrown !== undefined) expect(thrown, `${String(thrown)} of ${typeof wrong}`).toBeInstanceOf(api.NonredError);
    }
});

test('the place says which argument and member; a day that is none is refused, and so is a record that is none', async () => {
  const { value } = api.loadWorkspace(join(root, 'examples/quad-clear'));
  const rulebooks = api.chooseRulebooks(api.loadRulebooks(), ['us-ndaa-848']);
  const question = api.questionOf(value.config, '2026-11-22');
  const input = { records: value.records, lines: value.lines, rulebooks, question };
  expect((await api.check(input, api.sha256)).verdict).toBe('clear');
  for (const [bad, place] of [[{ ...input, question: { ...question, asOf: new Date() } }, '/0/question/asOf'], [{ ...input, question: { ...question, knownAt: undefined } }, '/0/question/knownAt'], [{ ...input, records: [null] }, '/0/records'], [{ ...input, rulebooks: [{}] }, '/0/rulebooks']] as const)
    await expect(api.check(bad as never, api.sha256)).rejects.toMatchObject({ name: 'NonredError', issues: [{ code: 'api/argument', at: { source: 'check', pointer: place } }] });
  expect(() => api.loadWorkspace('no such folder')).toThrow(expect.objectContaining({ issues: [expect.objectContaining({ code: 'input/no-such-file' })] }));
});
