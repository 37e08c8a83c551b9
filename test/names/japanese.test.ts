/** Japanese names by their readings (src/names/japanese.ts); the firms are real, none is in the drawn samples. */
import { expect, test } from 'vitest';
import { analyse } from '../../src/names/analyse.ts';
import { compareNames, PROPOSE } from '../../src/names/compare.ts';
import { NameIndex } from '../../src/names/find.ts';
import { foldHan } from '../../src/names/han-fold.ts';
import { japaneseReading, japaneseReadings, katakanaReadings, MOST_READINGS } from '../../src/names/japanese.ts';
import { KUN, ON } from '../../src/names/japanese-characters.ts';
import { OWN_WORDS, TRADE_WORDS } from '../../src/names/japanese-words.ts';
import { COMMON_KANA, LETTERS, OWN_KANA, TRADE_KANA } from '../../src/names/katakana-words.ts';

const score = (a: string, b: string): number => compareNames(analyse(a), analyse(b)).score;
const MET = [
  ['萩原電気株式会社', 'Hagiwara Electric Co., Ltd.'], ['三谷産業株式会社', 'Mitani Sangyo Co., Ltd.'], ['株式会社酉島製作所', 'Torishima Pump Mfg. Co., Ltd.'], ['蝶理株式会社', 'Chori Co., Ltd.'],
  ['株式会社瑞光', 'Zuiko Corporation'], ['株式会社小野測器', 'Ono Sokki Co., Ltd.'], ['理研計器株式会社', 'Riken Keiki Co., Ltd.'], ['株式会社明電舎', 'Meidensha Corporation'], ['日本製罐株式会社', 'Nihon Seikan K.K.'],
  ['能美防災株式会社', 'Nohmi Bosai Ltd.'], ['新電元工業株式会社', 'Shindengen Electric Manufacturing Co., Ltd.'], ['株式会社淀川製鋼所', 'Yodogawa Steel Works, Ltd.'], ['荏原実業株式会社', 'Ebara Jitsugyo Co., Ltd.'], ['虹技株式会社', 'Kogi Corporation'],
  ['株式会社東京衡機', 'Tokyo Koki Co. Ltd.'], ['株式会社アイ・エス・ビー', 'I.S.B. Corporation'], ['株式会社エフ・シー・シー', 'F.C.C. Co., Ltd.'], ['ワイエイシイホールディングス株式会社', 'YAC Holdings Co., Ltd.'],
  ['株式会社エスケーエレクトロニクス', 'SK-Electronics Co., Ltd.'], ['ジェイリース株式会社', 'J-LEASE Co., Ltd.'], ['株式会社ライフコーポレーション', 'Life Corporation'], ['菱洋エレクトロ株式会社', 'Ryoyo Electro Corporation'],
] as const;
const UNMET = [
  ['萩原電気株式会社', 'Harada Industry Co., Ltd.'], ['古野電気株式会社', 'Furukawa Electric Co., Ltd.'], ['三谷産業株式会社', 'Mitsui Sangyo'], ['株式会社明電舎', 'Meiji Co., Ltd.'], ['株式会社エフ・シー・シー', 'FCI Holdings'],
  ['株式会社アイ・エス・ビー', 'ISK Ltd.'], ['株式会社ライフコーポレーション', 'Lion Corporation'], ['大阪製鐵株式会社', 'Osaka Gas Co., Ltd.'], ['理研計器株式会社', 'Rinnai Corporation'], ['三益半導体工業株式会社', 'Mitsui Semiconductor'],
] as const;

test('firms by their published Latin names, compared and found', () => {
  const [latin, han] = [new NameIndex(MET.map(([, text]) => ({ text, kind: 'company' }))), new NameIndex(MET.map(([text]) => ({ text, kind: 'company' })))];
  MET.forEach(([a, b], at) => {
    expect(score(a, b), `${a} | ${b}`).toBeGreaterThanOrEqual(PROPOSE);
    expect(latin.search(a).map((found) => found.at), a).toContain(at);
    expect(han.search(b).map((found) => found.at), b).toContain(at);
  });
});

test('others stay apart', () => {
  for (const [a, b] of UNMET) expect(score(a, b), `${a} | ${b}`).toBeLessThan(PROPOSE);
});

test('read by words, by compounds, as surnames; of an unknown character at the end the beginning', () => {
  for (const [han, reading] of [['三菱', 'mitsubishi'], ['日鍛', 'nittan'], ['鉄創', 'tesso'], ['達筆', 'tappitsu'], ['鉄工', 'tekko'], ['物産', 'bussan'], ['水素', 'suiso'], ['佐々木', 'sasaki'], ['紙管', 'shikan'], ['計測', 'keisoku'], ['窯業', 'yogyo'], ['鍛造', 'tanzo'], ['螺子', 'neji']] as const)
    expect(japaneseReading(foldHan(han)), han).toBe(reading);
  const all = (han: string): string[] => japaneseReadings(foldHan(han)).map((pieces) => pieces.map(({ text }) => text).join('+'));
  expect(all('渡辺鋼機')).toEqual(['watanabe+koki']);
  expect(all('石松電装')).toEqual(expect.arrayContaining(['ishimatsu+denso']));
  expect(all('渡辺龘')).toEqual(['watanabe+龘']);
  expect(all('丘龘')).toEqual([]); // one character is not enough
  expect(all('龘渡辺')).toEqual([]);
  expect(score('渡辺龘工業株式会社', 'Watanabe Kogyo')).toBeGreaterThanOrEqual(PROPOSE);
  for (const long of ['大和'.repeat(200), 'アイ'.repeat(200), '上村新田東山'.repeat(5)]) expect([...japaneseReadings(long), ...katakanaReadings(long)].length).toBeLessThanOrEqual(2 * MOST_READINGS);
});

test('a firm of a Chinese form is read as Japanese by known words alone', () => {
  const japanese = (text: string): string[] => analyse(text).forms.filter(({ spelling }) => spelling === 'japanese').map(({ own }) => own);
  expect(japanese('上海松下電器有限公司')).toContain('matsushita');
  expect(japanese('北京石松科技有限公司')).toEqual([]);
  expect(japanese('石松株式会社')).toContain('ishimatsu');
});

test('the tables hold what the code expects: each word once, each reading possible, each common word read', () => {
  const entries = (text: string): string[][] => text.split(/[|\n]/).map((pair) => pair.split(' '));
  const on = new Set([...foldHan(entries(ON).map(([, all = '']) => all).join(''))]);
  const possible = /^(?:(?:[kgnhbpmr]y|[kgsztdnhbpfmyrwj]|sh|ch|ts|kk|ss|tt|pp|ssh|tch|tts|kky|ppy)?[aeiou]|[nm](?=[^aeiou]|$)|h(?=[^aeiou]|$))+$/;
  // Names that the firms themselves write in another way.
  const foreign = new Set('kyocera toray sojitz nidec shimadzu softbank asics canon ricoh olympus citizen casio sharp sony nicca shinmaywa utoc'.split(' '));
  const [own, trade] = [entries(OWN_WORDS), entries(TRADE_WORDS)];
  for (const [han = '', readings = ''] of [...own, ...trade.filter(({ length }) => length === 2)]) for (const reading of readings.split('/')) if (!foreign.has(reading)) expect(reading, `${han} ${readings}`).toMatch(possible);
  for (const [han = '', reading] of trade) if (reading === undefined) expect([...foldHan(han)].filter((char) => !on.has(char)), han).toEqual([]);
  expect(new Set(own.map(([han]) => han)).size).toBe(own.length);
  for (const [reading = '', all = ''] of [...entries(ON), ...entries(KUN)]) expect(`${reading} ${all}`).toMatch(/^[a-z]+ [\p{Script=Han}]+$/u);
  for (const [kana = '', word = 'x'] of [COMMON_KANA, TRADE_KANA, OWN_KANA, LETTERS].flatMap(entries)) expect(`${kana} ${word || 'x'}`).toMatch(/^[\u30a1-\u30fa\u30fc]{1,13} [a-z]+$/);
});
