import { expect, test } from 'vitest';
import { countryAndCode } from '../../src/base/countries.ts';
import { fill } from '../../src/text/catalogue.ts';

test('in Chinese a Latin word stands apart, a Chinese one does not, and a name keeps its own spaces', () => {
  const said = (of: string, value: string): string => fill('zh-Hant', '{of} 製於{value}，{of} {value}', { of, value });
  expect(said('camera', 'CN')).toBe('camera 製於 CN，camera CN');
  expect(said('鏡頭', '中國 (CN)')).toBe('鏡頭製於中國 (CN)，鏡頭 中國 (CN)');
  expect(said('鏡頭 甲', 'CN')).toBe('鏡頭 甲製於 CN，鏡頭 甲 CN');
  expect(fill('en', '{of} made in {value}', { of: '鏡頭', value: '中國' })).toBe('鏡頭 made in 中國');
});

test('a country is said by name with its code; a text that is no code stays', () => {
  expect(['TW', 'CN', 'XX', 'a cave'].map((code) => countryAndCode(code, 'zh-Hant'))).toEqual(['臺灣 (TW)', '中國 (CN)', 'XX', 'a cave']);
  expect(countryAndCode('TW', 'en')).toBe('Taiwan (TW)');
});
