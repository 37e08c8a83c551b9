import { expect, test } from 'vitest';
import { foldHan } from '../../src/names/han-fold.ts';
import { romanizeHangul } from '../../src/names/hangul.ts';
import { romanizeKana } from '../../src/names/kana.ts';
import { pinyinSyllables, tongyongOf, wadeGilesOf } from '../../src/names/syllables.ts';

test('Wade-Giles and Tongyong as the published comparison tables have them', () => {
  // Library of Congress, pinyin conversion: standard romanization tables; marks left out as firms and passports do.
  const wade = { zhong: 'chung', xi: 'hsi', jin: 'chin', ping: 'ping', qing: 'ching', guo: 'kuo', hua: 'hua', xiang: 'hsiang', zi: 'tzu', zhou: 'chou', cai: 'tsai', ren: 'jen', yuan: 'yuan', xu: 'hsu', lian: 'lien', jie: 'chieh', gong: 'kung', duo: 'to', zhi: 'chih', si: 'szu', jiong: 'chiung', bei: 'pei', yan: 'yen', ju: 'chu', quan: 'chuan', rui: 'jui' };
  for (const [pinyin, spelled] of Object.entries(wade)) expect(wadeGilesOf(pinyin), pinyin).toBe(spelled);
  const tongyong = { zhong: 'jhong', qi: 'ci', xin: 'sin', zhu: 'jhu', feng: 'fong', jiu: 'jiou', gui: 'guei', shi: 'shih', xue: 'syue' };
  for (const [pinyin, spelled] of Object.entries(tongyong)) expect(tongyongOf(pinyin), pinyin).toBe(spelled);
});

test('words are read as pinyin where they can be', () => {
  expect(pinyinSyllables('shenzhen')).toEqual(['shen', 'zhen']);
  expect(pinyinSyllables('xian')).toEqual(['xian']);
  expect(pinyinSyllables('huawei')).toEqual(['hua', 'wei']);
  expect(pinyinSyllables('hikvision')).toBeUndefined();
});

test('kana and Hangul', () => {
  for (const [kana, letters] of [['トヨタ', 'toyota'], ['シャープ', 'shapu'], ['キッコーマン', 'kikkoman'], ['ファナック', 'fanakku'], ['きょう', 'kyo']] as const) expect(romanizeKana(kana), kana).toBe(letters);
  for (const [hangul, letters] of [['삼성', 'samseong'], ['현대', 'hyeondae'], ['한글', 'hangeul']] as const) expect(romanizeHangul(hangul), hangul).toBe(letters);
});

test('traditional, simplified and Japanese characters meet', () => {
  for (const [a, b] of [['臺灣積體電路', '台湾积体电路'], ['東芝電気', '东芝电气'], ['広島', '廣島'], ['國際', '国际'], ['豊田', '豐田'], ['関西電力', '關西電力'], ['大疆創新', '大疆创新']] as const) expect(foldHan(a), a).toBe(foldHan(b));
});
