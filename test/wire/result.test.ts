import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test, vi } from 'vitest';
import { packResult, resultText, unpackResult } from '../../src/wire/result.ts';
import { answer, records, sha256 } from '../engine/answer.ts';

const file = packResult(answer, sha256);
const read = (given: unknown) => unpackResult(given, 'result.json', sha256);

test('pack and unpack give the same answer, and the same bytes again', () => {
  const back = read(JSON.parse(resultText(file)));
  expect(back.issues).toEqual([]);
  expect(back.value).toEqual({ ...answer, records: file.records });
  expect(resultText(packResult(back.value!, sha256))).toBe(resultText(file));
});

test('the order of the records in the answer does not change the bytes', () => {
  expect(resultText(packResult({ ...answer, records: [...records].reverse() }, sha256))).toBe(resultText(file));
});

test('each record is stored once, and grounds cite it by its place', () => {
  expect(file.records.length).toBe(records.length);
  expect(file.grounds.every(({ cites }) => cites.every(Number.isInteger))).toBe(true);
});

test('another version, a place that is not there, a strange member: refused with the place', () => {
  expect(read({ ...file, version: 2 }).issues).toMatchObject([{ code: 'result/version', at: { pointer: '/version' } }]);
  for (const [member, given] of [['asOf', '2031-01-01'], ['knownAt', '2031-01-01'], ['product', 'another']] as const)
    expect(read({ ...file, [member]: given }).issues[0]).toMatchObject({ code: 'result/question', at: { pointer: `/${member}` } });
  expect(read({ ...file, records: [] }).issues[0]).toMatchObject({ code: 'result/dangling', at: { pointer: '/grounds/0/cites/0' } });
  expect(read({ ...file, clear: true }).issues[0]).toMatchObject({ at: { pointer: '/clear' } });
  expect(read({ ...file, verdict: 'green' }).issues[0]).toMatchObject({ at: { pointer: '/verdict' } });
  expect(read(null).issues.length).toBeGreaterThan(0);
});

test('grounds that cite a record which is not given are a broken promise of the caller', () => {
  expect(() => packResult({ ...answer, records: [] }, sha256)).toThrow(RangeError);
});

test('the published schema accepts what is written and refuses what the reader refuses', () => {
  const validate = new Ajv2020({ strict: false }).compile(JSON.parse(readFileSync('schemas/result.schema.json', 'utf8')));
  expect(validate(JSON.parse(resultText(file))), JSON.stringify(validate.errors)).toBe(true);
  expect(validate({ ...JSON.parse(resultText(file)), verdict: 'green' })).toBe(false);
});

test('an answer that no text can hold is refused with a code; another fault stays what it is', () => {
  const file = packResult(answer, sha256);
  const failing = (message: string) => (): never => {
    throw new RangeError(message);
  };
  const stringify = vi.spyOn(JSON, 'stringify').mockImplementation(failing('Invalid string length'));
  try {
    expect(() => resultText(file)).toThrow(expect.objectContaining({ issues: [expect.objectContaining({ code: 'result/too-long', params: { count: file.assessments.length } })] }));
    stringify.mockImplementation(failing('another'));
    expect(() => resultText(file)).toThrow('another');
  } finally {
    stringify.mockRestore();
  }
});
