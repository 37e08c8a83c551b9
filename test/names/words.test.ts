/** Places and trades in names in Chinese characters: what they let a name meet, and what they must leave whole. */
import { expect, test } from 'vitest';
import { analyse } from '../../src/names/analyse.ts';
import { CITIES, JAPANESE_CITIES } from '../../src/names/cities.ts';
import { compareNames, PROPOSE } from '../../src/names/compare.ts';
import { NameIndex } from '../../src/names/find.ts';
import { foldHan } from '../../src/names/han-fold.ts';
import { HAN_TRADES } from '../../src/names/han-trades.ts';
import { commonWords } from '../../src/names/words.ts';

const cut = (name: string): string => analyse(name).forms[0]!.tokens.map(({ text, cls }) => (cls === 'own' ? `[${text}]` : text)).join(' ');
const trades = HAN_TRADES.split('\n').flatMap((line) => line.split(': ')[1]!.split(' '));
const cities = `${CITIES}|${JAPANESE_CITIES}`.split(/[|\n]/).map((line) => line.split(' '));

test('every word stands once, folded as names are, and a place in letters is read as it is written', () => {
  const all = [...trades, ...cities.map(([han = '']) => han)];
  expect(all.filter((han, at) => han === '' || all.indexOf(han) !== at)).toEqual([]);
  expect(all.filter((han) => foldHan(han) !== han)).toEqual([]);
  for (const [, as, ...older] of CITIES.split(/[|\n]/).map((line) => line.split(' '))) for (const latin of [as!, ...older]) expect(commonWords.get(latin), latin).toEqual({ as, cls: 'place' });
  for (const [han = '', as, ...older] of cities) {
    expect(as, han).toMatch(/^[a-z]+$/);
    expect(older.every((one) => /^[a-z]+$/.test(one)), han).toBe(true);
  }
});

const PAIRS = [
  ['武汉华中数控股份有限公司', 'Wuhan Huazhong Numerical Control Co., Ltd.'],
  ['贵州盘江精煤股份有限公司', 'Guizhou Panjiang Refined Coal Co., Ltd.'],
  ['唐山海泰新能科技股份有限公司', 'Tangshan Haitai New Energy Technology Co., Ltd.'],
  ['厦门合兴包装印刷股份有限公司', 'Xiamen Hexing Packaging Printing Co., Ltd.'],
  ['南通江海电容器股份有限公司', 'Nantong Jianghai Capacitor Co., Ltd.'],
  ['芜湖三联锻造股份有限公司', 'Wuhu Sanlian Forging Co., Ltd.'],
  ['包头天和磁材科技股份有限公司', 'Baotou Tianhe Magnetics Technology Co., Ltd.'],
  ['江苏国茂减速机股份有限公司', 'Jiangsu Guomao Reducer Co., Ltd.'],
  ['宝鸡钛业股份有限公司', 'Baoji Titanium Industry Co., Ltd.'],
  ['金堆城钼业股份有限公司', 'Jinduicheng Molybdenum Co., Ltd.'],
  ['中金黄金股份有限公司', 'Zhongjin Gold Corp., Ltd.'],
  ['重慶農村商業銀行股份有限公司', 'Chongqing Rural Commercial Bank Co., Ltd.'],
  ['東北電氣發展股份有限公司', 'Northeast Electric Development Company Limited'],
  ['丸一鋼管株式会社', 'Maruichi Steel Tube Ltd.'],
  ['株式会社秋田銀行', 'The Akita Bank, Ltd.'],
] as const;

test.each(PAIRS)('%s and %s propose each other', (han, latin) => {
  expect(compareNames(analyse(han), analyse(latin)).score).toBeGreaterThanOrEqual(PROPOSE);
  expect(new NameIndex([{ text: latin, kind: 'company' }]).search(han)).toHaveLength(1);
  expect(new NameIndex([{ text: han, kind: 'company' }]).search(latin)).toHaveLength(1);
});

test('firms of one place and one trade stay apart', () => {
  for (const [a, b] of [
    ['唐山海泰新能科技股份有限公司', 'Tangshan Jidong New Energy Technology Co., Ltd.'], ['武汉华中数控股份有限公司', 'Wuhan Guangyu Numerical Control Co., Ltd.'],
    ['宝鸡钛业股份有限公司', 'Luoyang Titanium Industry Co., Ltd.'], ['南通江海电容器股份有限公司', 'Nantong Xingchen Capacitor Co., Ltd.'],
    ['中金黄金股份有限公司', 'Laopu Gold Co., Ltd.'], ['江苏国茂减速机股份有限公司', 'Jiangsu Tailong Reducer Co., Ltd.'],
  ] as const) expect(compareNames(analyse(a), analyse(b)).score, `${a} | ${b}`).toBeLessThan(PROPOSE);
});

test('own words stay whole, where a place or a trade only happens to stand in them', () => {
  expect(cut('集合肥料有限公司')).toBe('[集合] 肥料'); // 合肥 is a city
  expect(cut('华中药业股份有限公司')).toBe('[华中] 药业'); // not 中药
  expect(cut('国电能源有限公司')).toBe('[国电] 能源'); // not 电能
  expect(cut('广东东阳光科技控股股份有限公司')).toBe('广东 [东阳光] 科技 控股');
  expect(cut('大同股份有限公司')).toBe('[大同]');
  expect(cut('永安國際有限公司')).toBe('[永安] 国际');
  expect(cut('重庆市涪陵榨菜集团股份有限公司')).toBe('重庆 涪陵 [榨菜] 集团');
  expect(cut('常熟市龙腾特种钢有限公司')).toBe('常熟 [龙腾] 特种 钢');
  for (const [a, b] of [['彰化商業銀行股份有限公司', 'Chang Hwa Commercial Bank, Ltd.'], ['瑞安房地產有限公司', 'Shui On Land Limited'], ['大同股份有限公司', 'Tatung Company'], ['中山製鋼所', 'Nakayama Steel Works']] as const)
    expect(compareNames(analyse(a), analyse(b)).score, a).toBeGreaterThanOrEqual(PROPOSE);
});

test('a trade that firms are called by in letters stays their own word there: Gold, Crystal', () => {
  for (const word of ['gold', 'crystal', 'diamond', 'spring', 'akita', 'hiroshima']) expect(commonWords.has(word), word).toBe(false);
  expect(compareNames(analyse('Golden Crystal Ltd'), analyse('Golden Diamond Ltd')).score).toBeLessThan(PROPOSE);
});
