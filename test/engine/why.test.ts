import { expect, test } from 'vitest';
import type { CheckResult } from '../../src/engine/result.ts';
import type { Rec } from '../../src/model/record.ts';
import { namer, pointing, rows, subjects, why } from '../../src/engine/why.ts';
import { condition } from '../../src/engine/words.ts';
import { answer, examples, assessments, ground, records, rulebook, sha256 } from './answer.ts';

const CONFIRMED = { level: 'confirmed' } as const;
const told = (result: CheckResult, subject: string, lang: 'en' | 'zh-Hant' = 'en') => why(result, lang, sha256, { subject, examples }).map(({ text }) => text).join('\n');

test('a red part is told with its path, its facts, their source and date, and the clause by number', () => {
  const text = told(answer, 'cam');
  expect(text).toContain('前鏡頭 (cam) is red');
  expect(text).toContain('clause 848-B: sec. 848(a)(1)');
  expect(text).toContain('goes into Quad X (quad), line 1 [lines.csv, row 1]');
  expect(text).toContain('is domiciled in China (CN) [parties.csv, row 2; registry-extract of 2026-03-01 by REG]');
  expect(text).not.toContain('is made in'); // the branch that did not decide is not told
});

test('an unknown part is told with what is missing, whom to ask, and what would decide it', () => {
  const text = told(answer, 'radio');
  expect(text).toContain('what is missing:\nnot recorded: the maker (ask 極光航太 (ACME))');
  expect(text).toContain('b1: nothing shows that its recorded components are all there are');
  expect(text).toContain('it would be red if, for example:\nthis were recorded: X (the domicile: China (CN))');
});

test('an open part is said to point to red where all that is recorded of it does, and only then', () => {
  const of = (...more: Rec[]): Map<string, string[]> => pointing({ ...answer, records: [...records, ...more], assessments: assessments.filter(({ verdict }) => verdict === 'unknown') }, sha256);
  const made = (maker: string, domicile: string): Rec[] => [{ kind: 'product', id: 'radio', maker, ...CONFIRMED }, { kind: 'party', id: maker, domicile, ...CONFIRMED }];
  expect([...of()]).toEqual([]); // nobody knows who makes it
  expect([...of(...made('X', 'CN'))]).toEqual([['us-848', ['radio']]]);
  expect([...of(...made('X', 'JP'))]).toEqual([]);
  expect([...of(...made('X', 'CN'), { kind: 'party', id: 'X', domicile: 'JP', ...CONFIRMED })]).toEqual([]); // said both ways
});

test('the same in 繁體中文', () => {
  expect(told(answer, 'cam', 'zh-Hant')).toContain('前鏡頭 (cam) 涉紅');
  expect(told(answer, 'radio', 'zh-Hant')).toContain('尚缺：\n缺少紀錄：製造商（可詢問極光航太 (ACME)）');
});

test('a proof that names another red part between a part and what it goes into is told as the way that the lines show', () => {
  const line = (number: string, product: string) => ({ kind: 'line', id: `b1#${number}`, recipe: 'b1', line: number, options: [{ product }], level: 'confirmed', origin: `lines.csv, row ${number}` }) as const;
  const all = [...records, line('91', 'lens'), { kind: 'product', id: 'lens', level: 'confirmed' } as const];
  const among: CheckResult = { ...answer, records: all, assessments: [{ ...assessments[0]!, subject: 'cam', grounds: ground('cam', 'red', { path: ['cam', 'lens', 'quad'], sets: { caught: {}, free: {} } }) }] };
  expect(told(among, 'cam')).toContain('goes into Quad X (quad), line 1 [lines.csv, row 1]');
  expect(told(among, 'cam')).not.toContain('goes into lens');
});

test('a part that a clear clause visited can be asked about', () => {
  const clear: CheckResult = { ...answer, verdict: 'clear', assessments: [{ ...assessments[0]!, subject: 'all', verdict: 'clear', grounds: ground('all', 'clear', { visited: ['radio', 'quad'], sets: { caught: {}, free: {} } }) }] };
  expect(subjects(clear)).toEqual(['quad', 'radio']);
  expect(told(clear, 'radio')).toContain('radio is clear');
  expect(told(clear, 'cam')).toBe('');
  expect(rows(clear, 'en', sha256).map(({ reason }) => reason)).toEqual(['all 2 parts that the clause looks at are clear']);
});

test('owners are told in the order in which they were caught, with their stakes', () => {
  const stake = { kind: 'ownership', id: 'o1', owner: 'LENS', asset: 'ACME', equityPpm: { lo: 310_000, hi: 500_000 }, level: 'confirmed', origin: 'ownerships.csv, row 1' } as const;
  const clause = { ...rulebook.clauses[0]!, redIf: { maker: { owned: 'OWN50_CASCADE', by: { domicile: ['CN'] } } } };
  const caught = { '/redIf/maker': ['LENS', 'ACME'] };
  const result: CheckResult = {
    ...answer, records: [...records, stake], rulebooks: [{ ...rulebook, clauses: [clause] }],
    assessments: [{ ...assessments[0]!, subject: 'quad', grounds: ground('quad', 'red', { path: ['quad'], sets: { caught, free: {} } }) }],
  };
  const text = told(result, 'quad');
  expect(text).toContain('it is the product itself');
  expect(text).toContain('holds 31–50 % of 極光航太 (ACME) [ownerships.csv, row 1]');
  expect(text).toContain('is domiciled in China (CN)');
});

test('a condition inside another keeps its brackets, and a name its escapes', () => {
  expect(condition('en', { all: [{ role: ['camera'] }, { any: [{ madeIn: ['CN', 'RU'] }, { not: { hs: ['8525'] } }] }] })).toBe(
    'is or contains camera and (is made in China (CN) or Russia (RU) or not: has a tariff code that begins with 8525)',
  );
  expect(namer(answer, 'en')('LENS')).toBe('Lens \\u{202e}Works (LENS)');
});
