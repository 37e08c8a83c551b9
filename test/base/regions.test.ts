import { expect, test } from 'vitest';
import { regionCode } from '../../src/base/regions.ts';

test.each([
  ['CN-XJ', 'CN', 'CN-XJ'], ['cn-xj', 'CN', 'CN-XJ'], ['XJ', 'CN', 'CN-XJ'], ['CN-65', 'CN', 'CN-XJ'], ['65', 'CN', 'CN-XJ'], ['CN-65', undefined, 'CN-XJ'], ['Xinjiang', 'CN', 'CN-XJ'],
  ['Xinjiang Uyghur Autonomous Region', 'CN', 'CN-XJ'], ['新疆', 'CN', 'CN-XJ'], ['新疆維吾爾自治區', 'CN', 'CN-XJ'], ['新疆维吾尔自治区', 'CN', 'CN-XJ'], ['ＣＮ－ＸＪ', 'CN', 'CN-XJ'],
  ['Sichuan Province', 'CN', 'CN-SC'], ['四川省', 'CN', 'CN-SC'], ['上海市', 'CN', 'CN-SH'], ['Inner Mongolia', 'CN', 'CN-NM'],
  ['US-CA', 'US', 'US-CA'], ['ca', 'US', 'US-CA'], ['UA-43', undefined, 'UA-43'],
])('%s in %s is %s', (text, country, code) => {
  expect(regionCode(text, country)).toBe(code);
});

test.each([['CN-ZZ', 'CN'], ['ZZ', 'CN'], ['Hami', 'CN'], ['CN-XJ', 'TW'], ['XJ', undefined], ['Bavaria', 'DE'], ['', 'CN'], ['US-CA', 'CN']])('%s in %s is none', (text, country) => {
  expect(regionCode(text, country)).toBeUndefined();
});
