import { expect, test } from 'vitest';
import { outcomeOf, screen } from '../../src/engine/screen.ts';
import { fileOf } from '../../src/formats/file.ts';
import { FIRM_COLUMNS, readFirmNames } from '../../src/formats/reference/firm-names.ts';
import { knownNames } from '../../src/host/reference.ts';
import type { Listing, Party, Rec } from '../../src/model/record.ts';
import { screeningPage, screeningText } from '../../src/report/screening.ts';
import { EntryNames, proposeMatches } from '../../src/screen/candidates.ts';
import { type Firm, KnownNames } from '../../src/screen/known-names.ts';
import { sha256 } from '../support/digest.ts';

const firm = (row: number, ...names: string[]): Firm => ({ names, table: 'firm-names.csv', row, listed: `TWSE ${row}`, checked: 'both' });
const FIRMS = [
  firm(1234, '瑞昱半導體股份有限公司', '瑞昱', 'Realtek Semiconductor Corp.', 'Realtek'),
  firm(3, '阳光电源股份有限公司', 'Sungrow Power Supply Co., Ltd.'),
  firm(4, '東方甲股份有限公司', '新光', 'Shin Alpha Co., Ltd.'), firm(5, '東方乙股份有限公司', '新光', 'Beta Kong Inc.'),
  firm(6, '中國電子股份有限公司', 'China Electronics Corporation', 'Hetian Micro'), firm(8, '中国电子科技集团有限公司', 'China Electronics Technology Group Corporation'), firm(7, '甲', 'QX', 'Onechar Works'), firm(9, '中強光電股份有限公司', '中光電', 'Coretronic Corporation'),
];
const known = (): KnownNames => new KnownNames(FIRMS);
const others = (name: string): string[] => known().othersOf(name).map(({ as }) => as);
const entry = (id: string, ...names: string[]): Listing => ({ kind: 'listing', id, list: 'red', names, scope: 'self', level: 'confirmed' });
const party = (name: string, more: Partial<Party> = {}): Party => ({ kind: 'party', id: name, names: [name], level: 'confirmed', ...more });
const found = (name: string, ...entries: Listing[]): string[] => new EntryNames(entries, false, known).search({ names: [name] }).map((one) => `${one.entry.id} ${one.because} ${one.known?.as ?? '-'}`);

test('every spelling of a name stands for its firm: folded, with and without legal form, Group and Holdings', () => {
  for (const name of ['瑞昱', '瑞昱半导体有限公司', '瑞昱半導體', 'REALTEK', 'Realtek Group Holdings Ltd', 'realtek semiconductor company limited', 'Rеaltek']) // the last with a Cyrillic letter
    expect(known().firmsNamed(name).map(({ row }) => row), name).toEqual([1234]);
  expect(others('陽光電源')).toEqual(['Sungrow Power Supply Co., Ltd.']);
  expect(others('㈱瑞昱')).toEqual(['瑞昱半導體股份有限公司', 'Realtek Semiconductor Corp.', 'Realtek']);
});
test('no likeness, no other part, no common words, nothing short', () => {
  for (const name of ['Realtec', 'Realtek Heron', '瑞昱海龍', '瑞', '中國電子', 'China Electronics Corp', 'QX', 'Q. X. Ltd', '甲', '', 'Co., Ltd.', 'DJI']) expect(others(name), name).toEqual([]);
  expect(others('Hetian Micro')).toContain('China Electronics Corporation'); // what is asked may be common; what it is asked for may not
});
const boe = (): KnownNames => new KnownNames([firm(1, '京东方科技集团股份有限公司', '京东方', 'BOE Technology Group Co., Ltd.', 'BOE')]);
test('a firm with a place or a trade beside its name is met by what is its own', () => {
  for (const name of ['Realtek Singapore', 'Realtek Semiconductor (Taiwan) Ltd', 'Realtek Electronics']) expect(known().othersOf(name).map(({ as, by }) => `${as} by ${by}`), name).toContain(`瑞昱 by ${name.includes('(') ? 'realtek semiconductor' : 'realtek'}`);
  expect(boe().othersOf('合肥京東方')[0]?.by).toBe('京東方');
  for (const name of ['瑞昱科技', '深圳瑞昱', '瑞昱微電子（苏州）有限公司']) expect(known().othersOf(name)[0], name).toMatchObject({ by: '瑞昱', row: 1234 });
  for (const name of ['Realtek 株式会社', 'Realtek No. 7 Plant', 'The 7th Research Institute of Realtek']) expect(known().othersOf(name).map(({ as }) => as), name).toContain('瑞昱');
  expect(known().othersOf('Realtek')[0]).not.toHaveProperty('by');
  const one = new KnownNames([firm(1, '丙', 'ABX Co., Ltd.', 'Gammadelta Corp.')]);
  expect(one.othersOf('ABX Europe').map(({ as }) => as)).toContain('Gammadelta Corp.');
  expect(one.othersOf('ABX Trading')).toEqual([]); // three letters and a trade are too little
  for (const name of ['合肥京东方', '合肥京东方光电科技有限公司', 'B.O.E. Japan']) expect(boe().othersOf(name).length, name).toBeGreaterThan(0); // 东方 is a place, and part of the name
  const four = new KnownNames([1, 2, 3, 4, 5].map((row) => firm(row, '福星', `Firm${row} Ltd`)));
  expect([four.othersOf('福星').length, four.othersOf('福星科技').length]).toEqual([5, 0]); // too many of that name for a part of one
});
test('three common words in their order are a name', () => {
  expect(others('China Electronics Technology Corp.')).toEqual(['中国电子科技集团有限公司']);
  expect(others('中國電子科技')).toEqual(['China Electronics Technology Group Corporation']);
  expect(others('中光電')).toContain('Coretronic Corporation'); // one character with a common word is one of its own
  expect([...others('Electronics Technology China'), ...others('中國科技')]).toEqual([]);
});
test('a name of two firms stands for both', () => {
  expect(others('新光')).toEqual(['東方甲股份有限公司', 'Shin Alpha Co., Ltd.', '東方乙股份有限公司', 'Beta Kong Inc.']);
  expect(found('新光', entry('b', 'BETA KONG INC'), entry('a', 'Shin Alpha Co'))).toEqual(['a name Shin Alpha Co., Ltd.', 'b name Beta Kong Inc.']);
});

test('what only the table finds is a proposal, both ways, were it equal letter by letter', () => {
  const [latin, han] = [entry('latin', 'REALTEK SEMICONDUCTOR CORP'), entry('han', '瑞昱半導體股份有限公司')];
  expect(found('瑞昱', latin)).toEqual(['latin name Realtek Semiconductor Corp.']);
  expect(found('Realtek', han)).toEqual(['han name 瑞昱半導體股份有限公司']);
  expect(new EntryNames([latin]).search({ names: ['瑞昱'] })).toEqual([]);
  expect(found('Blue Heron Optics', latin, han)).toEqual([]);
});
test('a name that is written twice is asked, and listed, as each of its parts', () => {
  const [latin, both] = [entry('latin', 'REALTEK SEMICONDUCTOR CORP'), entry('both', '華為技術有限公司 (Huawei Technologies Co., Ltd.)')];
  const plainly = (name: string, ...entries: Listing[]): string[] => new EntryNames(entries).search({ names: [name] }).map(({ entry: { id }, because, names }) => `${id} ${because} ${names.join(' = ')}`);
  for (const name of ['Realtek (瑞昱)', '瑞昱 Realtek', '瑞昱半導體股份有限公司 Realtek Semiconductor Corp.']) expect(plainly(name, latin), name).toEqual([`latin name ${name} = REALTEK SEMICONDUCTOR CORP`]);
  expect(plainly('华为', both)).toEqual(['both name 华为 = 華為技術有限公司 (Huawei Technologies Co., Ltd.)']);
  expect(plainly('Huawei Technologies', both)).toHaveLength(1);
  expect(plainly('華為技術有限公司 (Huawei Technologies Co., Ltd.)', both)[0]).toMatch(/^both exact-name/);
  expect(found('瑞昱 RTK1', latin)).toEqual(['latin name Realtek Semiconductor Corp.']); // the part in characters has another name
  expect(plainly('三菱 Blue Heron', latin, both)).toEqual([]);
});
test('another name is asked in its own script, as any name; what it sounds like in the other is not', () => {
  expect(found('Realtek', entry('pinyin', 'Ruiyu Semiconductor'), entry('sounds', 'Raiyu Electronics'), entry('han', '瑞昱半導體'))).toEqual(['han name 瑞昱半導體股份有限公司']);
  expect(found('瑞昱半導體', entry('sounds', 'Raiyu Electronics'))).toEqual(['sounds name -']); // the name that was given is
  expect(found('瑞昱', entry('typing', 'Realtec'))).toEqual(['typing name Realtek']);
});
test('beside a word of its own a common word stands for its spellings', () => {
  expect(others('Realtek Semicon Inc.')).toContain('瑞昱半導體股份有限公司');
  expect(known().firmsNamed('Realtek Electronics')).toEqual([]);
});
test('what the names themselves find stays as it was found', () => {
  const entries = [entry('same', 'Realtek'), entry('like', 'Realtek Semiconductor'), entry('other', '瑞昱')];
  const without = new EntryNames(entries).search({ names: ['Realtek'] });
  const all = new EntryNames(entries, false, known).search({ names: ['Realtek'] });
  expect(all.filter((one) => one.known === undefined)).toEqual(without);
  expect(all.map((one) => `${one.entry.id} ${one.because}`)).toEqual(['same exact-name', 'other name', 'like name']);
});
test('registered numbers that differ are said aloud; people have no firm', () => {
  const listed = { ...entry('e', 'Realtek Semiconductor Corp.'), ids: [{ scheme: 'lei', value: 'A' }] };
  expect(new EntryNames([listed], false, known).search({ names: ['瑞昱'], ids: [{ scheme: 'lei', value: 'B' }] })[0]?.because).toBe('id-differs');
  expect(new EntryNames([listed], false, known).search({ names: ['瑞昱'], kind: 'person' })).toEqual([]);
});

test('in a workspace it is a judgement `unsure` with the row, until a person has judged', () => {
  const records: Rec[] = [party('瑞昱'), party('Blue Heron Optics'), entry('e', 'REALTEK SEMICONDUCTOR CORP')];
  const [one, ...more] = proposeMatches(records, sha256, known);
  expect([one?.says, one?.level, one?.why, more]).toEqual(['unsure', 'inferred', '瑞昱 = Realtek Semiconductor Corp. (firm-names.csv, row 1234, TWSE 1234) = REALTEK SEMICONDUCTOR CORP?', []]);
  expect(proposeMatches([...records, { ...one!, id: 'j', says: 'different', by: 'me', level: 'confirmed' }], sha256, known)).toEqual([]);
  expect(proposeMatches(records, sha256)).toEqual([]);
});
test('the table is not read where no name is asked of a list', () => {
  const never = (): KnownNames => expect.unreachable('read');
  expect(proposeMatches([party('瑞昱')], sha256, never)).toEqual([]);
  expect(proposeMatches([party('瑞昱'), { kind: 'listing', id: 'goods', list: 'red', scope: 'self', level: 'confirmed' }], sha256, never)).toEqual([]);
  expect(new EntryNames([entry('e', 'Realtek')], false, never).search({ names: ['瑞昱'], kind: 'person' })).toEqual([]);
  expect(new EntryNames([entry('e')], false, never).search({ names: ['瑞昱'] })).toEqual([]);
});

test('a screening says as whom the party is known, and the row, in both languages; it stays open', () => {
  const whole: Rec = { kind: 'completeness', id: 'c', level: 'confirmed', list: 'entries', of: 'red', status: 'complete', members: [], validFrom: '2026-11-01' };
  const records: Rec[] = [entry('e', 'REALTEK SEMICONDUCTOR CORP'), whole];
  const asked = screen([{ label: '瑞昱', names: ['瑞昱'] }, { label: 'Blue Heron', names: ['Blue Heron'] }], records, '2026-11-23', sha256, { known });
  expect(asked.results.map(({ outcome }) => outcome)).toEqual(['unknown', 'clear']);
  expect(screen([{ label: '瑞昱', names: ['瑞昱'] }], records, '2026-11-23', sha256).verdict).toBe('clear');
  expect(screeningText(asked, { lang: 'en', width: 400 } as never)).toContain('known as Realtek Semiconductor Corp.: firm-names.csv row 1234, TWSE 1234.');
  expect(screeningText(asked, { lang: 'zh-Hant', width: 400 } as never)).toContain('又名 Realtek Semiconductor Corp.：firm-names.csv 第 1234 列，TWSE 1234。');
  expect(screeningPage(asked, 'en', sha256)).toContain('known as Realtek Semiconductor Corp.: firm-names.csv row 1234, TWSE 1234');
  expect(JSON.parse(JSON.stringify(asked)).results[0].matches[0]).toMatchObject({ because: 'name', known: { as: 'Realtek Semiconductor Corp.', table: 'firm-names.csv', row: 1234, listed: 'TWSE 1234', checked: 'both' } });
  const branch = screen([{ label: '深圳瑞昱', names: ['深圳瑞昱'] }], records, '2026-11-23', sha256, { known });
  expect(screeningText(branch, { lang: 'en', width: 400 } as never)).toContain('"瑞昱" is known as Realtek Semiconductor Corp.: firm-names.csv row 1234');
  expect(screeningText(branch, { lang: 'zh-Hant', width: 400 } as never)).toContain('「瑞昱」又名 Realtek Semiconductor Corp.：firm-names.csv 第 1234 列');
  const unseen = screen([{ label: '瑞昱', names: ['瑞昱'] }], records, '2026-11-23', sha256, { known: () => new KnownNames([{ ...FIRMS[0]!, checked: 'characters' }]) });
  expect(screeningText(unseen, { lang: 'en', width: 400 } as never)).toContain('whose names were not all seen in a public list');
  expect(outcomeOf(asked.results[0]!.matches.map((one) => ({ ...one, judged: 'same' as const })))).toBe('red');
});

const TABLE = (...rows: string[]): Uint8Array => new TextEncoder().encode([FIRM_COLUMNS.join(), ...rows].join('\n'));
test('a table with other columns is refused; what looks like a formula is a name', () => {
  expect(() => readFirmNames(fileOf(new TextEncoder().encode('market,code,name\nTWSE,2379,瑞昱\n')))).toThrow(/firm-names\.csv: columns market, code/);
  expect(() => readFirmNames(fileOf(new TextEncoder().encode('\u0000\u0001')))).toThrow(RangeError);
  const rows = readFirmNames(fileOf(TABLE('TWSE,2379,"=cmd|\' /C calc\'!A0",\u202e瑞昱,<b>Evil</b> Name,@x|+y,,firms-tw,2026-11-23')));
  expect(rows).toEqual([{ names: ["=cmd|' /C calc'!A0", '\u202e瑞昱', '<b>Evil</b> Name', '@x', '+y'], listed: 'TWSE 2379', checked: 'none', row: 2 }]);
  const hostile = () => new KnownNames(rows.map((one) => ({ ...one, table: 'firm-names.csv' })));
  const asked = screen([{ label: '瑞昱', names: ['瑞昱'] }], [entry('e', 'Evil Name')], '2026-11-23', sha256, { known: hostile });
  expect(screeningPage(asked, 'en', sha256)).not.toMatch(/<b>Evil|\u202e/);
  expect(screeningText({ ...asked, results: asked.results.map((one) => ({ ...one, matches: one.matches.map((match) => ({ ...match, known: { ...match.known!, as: '\u202e\u0007x' } })) })) } as never, { lang: 'en', width: 400 } as never)).not.toMatch(/[\u202e\u0007]/);
});

test('the tables that come with the program answer as one, and the same each time', () => {
  expect(knownNames()).toBe(knownNames());
  expect(knownNames().othersOf('大疆').map(({ as }) => as)).toContain('DJI');
  expect(knownNames().othersOf('Murata Electronics').map(({ table }) => table)).toContain('makers.csv');
  expect(knownNames().othersOf('China')).toEqual([]);
});
