import fc from 'fast-check';
import { distance } from 'fastest-levenshtein';
import { expect, test } from 'vitest';
import { NameIndex } from '../../src/names/find.ts';
import { isHanKey, NearIndex, reachOf } from '../../src/names/near.ts';
import { runs } from '../runs.ts';

const key = fc.oneof(fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), minLength: 1, maxLength: 14 }), fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 30, maxLength: 40 }), fc.string({ unit: fc.constantFrom('大', '疆', '新', '科'), minLength: 1, maxLength: 9 }));

const edit = fc.tuple(fc.nat(), fc.constantFrom('', 'x', 'q'), fc.boolean());

test('every key within reach of a query is found, each once, and no other', () => {
  const check = (keys: readonly string[], queries: readonly string[]): void => {
    const index = new NearIndex(keys);
    for (const query of queries) {
      const found: number[] = [];
      index.search(query, found);
      const wanted = keys.flatMap((one, id) => (isHanKey(one) === isHanKey(query) && distance(one, query) <= reachOf(one.length, isHanKey(one)) ? [id] : []));
      expect(found.sort((a, b) => a - b)).toEqual(wanted);
    }
  };
  fc.assert(fc.property(fc.array(key, { maxLength: 60 }), fc.array(key, { minLength: 1, maxLength: 10 }), check), { numRuns: runs(1000) });
  // A key with up to three errors: a letter put in, left out or replaced.
  const word = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'), minLength: 3, maxLength: 40 });
  const made = (text: string, edits: readonly (readonly [number, string, boolean])[]): string =>
    edits.reduce((all, [where, letter, replace]) => all.slice(0, where % all.length) + letter + all.slice((where % all.length) + (replace || letter === '' ? 1 : 0)), text) || 'a';
  fc.assert(fc.property(fc.array(word, { minLength: 1, maxLength: 20 }), fc.array(edit, { maxLength: 3 }), (keys, edits) => check(keys, keys.map((one) => made(one, edits)))), { numRuns: runs(1000) });
});

test('names are found in another order, shortened, with errors, in another script', () => {
  const index = new NameIndex(['Hangzhou Hikvision Digital Technology Co., Ltd.', 'Zhejiang Dahua Technology Co., Ltd.', '深圳市大疆创新科技有限公司', 'Rosoboronexport OJSC', 'Sberbank of Russia', 'Gerard Lambert Trading SARL'].map((text) => ({ text, kind: 'company' })));
  const first = (query: string): number | undefined => index.search(query)[0]?.at;
  expect(first('HIKVISION')).toBe(0);
  expect(first('Technology Dahua Zhejiang')).toBe(1);
  expect(first('SHENZHEN DAJIANG INNOVATION TECHNOLOGY')).toBe(2);
  expect(first('Рособоронэкспорт')).toBe(3);
  expect(first('Rosoboronexprot')).toBe(3);
  expect(first('Sberbank')).toBe(4);
  expect(first('Lambert Gerard Trading')).toBe(5);
  expect(first('Foxconn')).toBeUndefined();
  expect(new NameIndex([]).search('anything')).toEqual([]);
});
