import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyse, type NameKind } from '../../src/names/analyse.ts';
import { compareNames, PROPOSE, SAME } from '../../src/names/compare.ts';
import { editDistance } from '../../src/names/distance.ts';
import { runs } from '../runs.ts';

const score = (a: string, b: string, kind: NameKind = 'company'): number => compareNames(analyse(a, kind), analyse(b, kind)).score;
const WORDS = ['Huawei', 'Hikvision', 'Technology', 'Shenzhen', 'International', 'Trading', 'Lavrov', 'Zhejiang', 'Dahua', 'Ltd', 'Co', 'AG', '大疆', '科技', 'Мотор', 'Сич'];
const name = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));

test('symmetric, and blind to case, width, spaces and punctuation', () => {
  fc.assert(fc.property(name, name, fc.constantFrom<NameKind>('person', 'company'), (a, b, kind) => {
    expect(score(a, b, kind)).toBeCloseTo(score(b, a, kind), 9);
    expect(score(a, a, kind)).toBe(1);
    expect(score(`  ${a.toUpperCase()} .`, b, kind)).toBe(score(a, b, kind));
  }), { numRuns: runs(500) });
  expect(score('ＨＵＡＷＥＩ　Technologies', 'huawei technologies')).toBe(1);
});

test('any text at all is taken apart and compared', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.string({ unit: 'binary', maxLength: 60 }), (a, b) => {
    const found = score(a, b);
    expect(found).toBeGreaterThanOrEqual(0);
    expect(found).toBeLessThanOrEqual(1);
  }), { numRuns: runs(1000) });
  for (const hostile of ['a'.repeat(100_000), 'a.'.repeat(50_000), '(('.repeat(50_000), 'ltd '.repeat(20_000)]) {
    const start = performance.now();
    score(hostile, 'Huawei');
    expect(performance.now() - start).toBeLessThan(2000);
  }
});

test('abbreviations and common words alone never match', () => {
  for (const [a, b] of [
    ['PRI/DJI', 'DJI'], ['PRI DJI Ventures Ltd', 'DJI Innovations'], ['China International Trading Co., Ltd.', 'Taiwan International Trading Co., Ltd.'], ['Technology Group', 'Technology Holdings'],
    ['Shenzhen Technology Co', 'Shenzhen Electronics Co'], ['PLA', 'People’s Liberation Army'], ['ABC Semiconductor', 'XYZ Semiconductor'],
  ] as const) expect(score(a, b), `${a} | ${b}`).toBeLessThan(PROPOSE);
  expect(score('DJI', 'D.J.I.')).toBe(1);
  expect(score('SZ DJI Technology Co., Ltd.', 'DJI Technology')).toBeGreaterThanOrEqual(PROPOSE);
});

test('a branch is met by what it has of the firm: a place, a trade, one more word behind a long one', () => {
  for (const [a, b] of [
    ['DJI Europe B.V.', 'SZ DJI Technology Co., Ltd.'], ['BOE Japan', 'BOE Technology Group Co., Ltd.'], ['DJI Store', 'SZ DJI Technology Co., Ltd.'], ['Huawei Cloud', 'Huawei Technologies Co., Ltd.'], ['H u a w e i', 'Huawei Technologies Co., Ltd.'],
    ['Semiconductor Manufacturing International (Shanghai) Corp', 'Semiconductor Manufacturing International Corporation'], ['DJI JAPAN株式会社', 'SZ DJI Technology Co., Ltd.'], ['Huawei™ Technologies', 'Huawei Technologies Co., Ltd.'],
    ['China Electronics Technology Group Corporation No. 55 Research Institute', 'China Electronics Technology Group Corporation'], ['中國電子科技集團公司第五十五研究所', 'China Electronics Technology Group Corporation No. 55 Research Institute'],
    ['Huawei Technologies Co., Ltd., Shenzhen Branch', 'Huawei Technologies Co., Ltd.'], ['www.huawei.com', 'Huawei Technologies Co., Ltd.'],
  ] as const) expect(score(a, b), `${a} | ${b}`).toBeGreaterThanOrEqual(PROPOSE);
  for (const [a, b] of [
    ['DJX Europe B.V.', 'SZ DJI Technology Co., Ltd.'], ['Huawei Cloud Heron', 'Huawei Technologies Co., Ltd.'], ['Cloud Huawei', 'Huawei Technologies Co., Ltd.'], ['Haier Heron', 'Haier Smart Home'], ['中國電子科技集團公司第五十五研究所', '中國電子科技集團公司第十四研究所'],
    ['Semiconductor Manufacturing International (Shanghai) Corp', 'Semiconductor Manufacturing International (Beijing) Corp'], ['Semiconductor Manufacturing (Shanghai)', 'Semiconductor Manufacturing'],
  ] as const) expect(score(a, b), `${a} | ${b}`).toBeLessThan(PROPOSE);
});

test('one name in every way in which it is written', () => {
  for (const [a, b] of [
    ['深圳市大疆創新科技有限公司', '深圳市大疆创新科技有限公司'], ['深圳市大疆创新科技有限公司', 'Shenzhen Dajiang Innovation Technology Co., Ltd.'], ['深圳市大疆创新科技有限公司', 'Shenzhen Da-Jiang Innovations Sciences and Technologies'],
    ['鴻海精密工業股份有限公司', 'Hon Hai Precision Industry Co., Ltd.'], ['長江實業集團有限公司', 'Cheung Kong Group Limited'], ['トヨタ自動車株式会社', 'Toyota Motor Corporation'], ['三菱電機株式会社', 'Mitsubishi Electric Corporation'],
    ['삼성전자 주식회사', 'Samseong Jeonja'], ['ООО «Мотор Сич»', 'Motor Sich LLC'], ['正新橡膠工業股份有限公司', 'Cheng Shin Rubber Ind. Co., Ltd.'], ['華為技術有限公司', 'Huawei Technologies Co., Ltd.'], ['大同股份有限公司', 'Tatung Company'],
  ] as const) expect(score(a, b), `${a} | ${b}`).toBeGreaterThanOrEqual(PROPOSE);
  expect(score('Xi Jinping', 'Hsi Chin-ping', 'person')).toBeGreaterThanOrEqual(SAME);
  expect(score('華碩電腦股份有限公司', '華南電腦股份有限公司')).toBeLessThan(PROPOSE);
});

test('what Japan writes for another character is Shanghai in Chinese', () => {
  expect(score('沪光', '滬光')).toBe(1);
});

test('a letter that looks like another is read by its look, and said aloud', () => {
  const found = compareNames(analyse('Hu\u0430wei T\u0435chnologies'), analyse('Huawei Technologies'));
  expect(found.score).toBe(1);
  expect(found.reasons.map(({ feature }) => feature)).toContain('mixed-script');
  expect(analyse('Huawei\u200b').mixed).toBe(true);
  expect(analyse('Мотор Сич').mixed).toBe(false);
});

test('legal forms that exclude each other speak against; general ones do not', () => {
  expect(score('Deutsche Bank AG', 'Deutsche Bank GmbH')).toBeLessThan(SAME);
  expect(score('Siemens Aktiengesellschaft', 'Siemens AG')).toBe(1);
  expect(score('OOO Gazprom Neft', 'Gazprom Neft LLC')).toBe(1);
  expect(score('Foxlink Co., Ltd.', 'Foxlink Corporation')).toBe(1);
});

test('people: order, initials, patronymics, short forms; another middle name is another person', () => {
  for (const [a, b] of [['Putin, Vladimir', 'Vladimir Putin'], ['V. Putin', 'Vladimir Putin'], ['Vladimir Vladimirovich Putin', 'Vladimir Putin'], ['Ted Doe', 'Theodore Doe'], ['Osama bin Laden', 'Usama ibn Laden']] as const)
    expect(score(a, b, 'person'), `${a} | ${b}`).toBeGreaterThanOrEqual(SAME);
  for (const [a, b] of [['Hans O Friedrich', 'Hans Joachim Friedrich'], ['A. Nazarbayev', 'Nursultan Nazarbayev'], ['Sergey Ivanov', 'Sergey Lavrov'], ['N.N.', 'Nursultan Nazarbayev']] as const)
    expect(score(a, b, 'person'), `${a} | ${b}`).toBeLessThan(SAME);
});

test('characters behind an own word that no table has may be its trade, and hide it no longer', () => {
  for (const [han, latin] of [['江苏亚威齿圈', 'Jiangsu Yawei Gear Ring Co., Ltd.'], ['亞威齒圈股份有限公司', 'Yawei Ring Gears'], ['浙江伟星管箍股份有限公司', 'Zhejiang Weixing Hoops Co., Ltd.']] as const) {
    expect(score(han, latin), `${han} | ${latin}`).toBeGreaterThanOrEqual(PROPOSE);
    expect(score(latin, han), `${han} | ${latin}`).toBeLessThan(SAME);
  }
  // Too short a beginning; another own word in pinyin; another place.
  for (const [han, latin] of [['阿里巴巴', 'Ali Express Parcels'], ['江苏亚威齿圈', 'Jiangsu Yawei Longxin Gear'], ['江苏亚威齿圈', 'Jiangsu Longxin Gear Ring']] as const)
    expect(score(han, latin), `${han} | ${latin}`).toBeLessThan(PROPOSE);
});

test('the edit distance is the plain one', () => {
  const plain = (a: string, b: string): number => {
    const d = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (__, j) => (i === 0 ? j : j === 0 ? i : 0)));
    for (let i = 1; i <= a.length; i++)
      for (let j = 1; j <= b.length; j++) {
        d[i]![j] = Math.min(d[i - 1]![j]! + 1, d[i]![j - 1]! + 1, d[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) d[i]![j] = Math.min(d[i]![j]!, d[i - 2]![j - 2]! + 1);
      }
    return d[a.length]![b.length]!;
  };
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 });
  fc.assert(fc.property(word, word, fc.integer({ min: 0, max: 4 }), (a, b, most) => {
    expect(editDistance(a, b, most)).toBe(Math.min(plain(a, b), most + 1));
  }), { numRuns: runs(5000) });
});

test('three common words from the first on, and one more on one side, may be one firm; another word on each side is another firm', () => {
  for (const [a, b] of [['Global Precision Technology', 'Global Precision Electronics Technology Co'], ['General Advanced Systems', 'General Advanced Systems Engineering Ltd']] as const) expect(score(a, b), `${a} | ${b}`).toBe(PROPOSE);
  for (const [a, b] of [['China National Machinery Import Export Corp', 'China National Electronics Import Export Corp'], ['Global Precision Technology', 'Advanced Global Precision Technology'], ['Global Technology', 'Global Precision Technology']] as const) expect(score(a, b), `${a} | ${b}`).toBeLessThan(PROPOSE);
});
