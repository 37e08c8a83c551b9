/** Our own corpus of firms' names in Chinese characters and kana with the Latin names that they publish (test/data/han-names). */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { NameIndex } from '../../src/names/find.ts';
import { foldHan } from '../../src/names/han-fold.ts';
import { firmName } from '../support/firm-names.ts';
import { random } from '../support/random.ts';

/** How a drawn pair was sorted before it was measured: the Latin name reads the characters, does not, or the own name is in Latin letters in both. */
const SORTS = ['read', 'brand', 'latin'] as const;
/** Where a drawn firm is listed. */
const LISTINGS = [['Japan', 'TSE'], ['China', 'SSE', 'SZSE'], ['Hong Kong', 'HKEX'], ['Taiwan', 'TWSE', 'TPEx']] as const;
const GROUPS = ['china', 'hong-kong', 'taiwan', 'japan'] as const;
interface Row { readonly group: string; readonly han: string; readonly latin: string; readonly source: string; readonly sort: string }
const read = (group: string): Row[] =>
  readFileSync(new URL(`../data/han-names/${group}.csv`, import.meta.url), 'utf8').trim().split('\n').map((line) => {
    const [han = '', latin = '', source = '', sort = ''] = line.split('|');
    return { group, han, latin, source, sort };
  });
const rows = GROUPS.flatMap(read);
const indexOf = (texts: readonly string[]): NameIndex => new NameIndex(texts.map((text) => ({ text, kind: 'company' })));

/** Both ways: the Latin name from the characters, the characters from the Latin name. */
function recalled(asked: readonly Row[]): { readonly hits: Map<string, number>; readonly proposals: number } {
  const [latin, han] = [indexOf(asked.map((row) => row.latin)), indexOf(asked.map((row) => row.han))];
  const hits = new Map<string, number>();
  let proposals = 0;
  asked.forEach((row, at) => {
    for (const found of [latin.search(row.han), han.search(row.latin)]) {
      proposals += found.length;
      if (found.some((hit) => hit.at === at)) hits.set(row.group, (hits.get(row.group) ?? 0) + 1);
    }
  });
  return { hits, proposals };
}

test('five hundred firms and more, each once, each with its source', () => {
  expect(rows.length).toBeGreaterThanOrEqual(500);
  expect(new Set([...rows, ...read('katakana')].map(({ han }) => han)).size).toBe(rows.length + read('katakana').length);
  for (const { han, latin, source } of [...rows, ...['brands', 'house', 'katakana'].flatMap(read)]) {
    expect(han).toMatch(/[\p{Script=Han}\u30a1-\u30fa]/u);
    expect(latin).toMatch(/^[\x20-\x7e]+$/);
    expect(source).toMatch(/^(?:SSE 6\d{5}|SZSE [03]\d{5}|HKEX \d{4}|TWSE \d{4}|TPEx \d{4}|TSE [\dA-Z]{4}|own site \S+|annual report \d{4}|FCC Covered List)$/);
  }
});

test('drawn pairs: each firm once, none of the corpus, each sorted', () => {
  const drawn = read('drawn');
  const known = new Set(rows.flatMap(({ han, source }) => [han, source]));
  expect(drawn.length).toBeGreaterThanOrEqual(200);
  expect(new Set(drawn.map(({ source }) => source)).size).toBe(drawn.length);
  for (const { han, latin, source, sort } of drawn) {
    expect(known.has(han) || known.has(source), han).toBe(false);
    expect(latin).toMatch(/^[\x20-\x7e]+$/);
    expect(source).toMatch(/^(?:SSE 6\d{5}|SZSE [03]\d{5}|HKEX \d{4}|TWSE \d{4}|TPEx \d{4}|TSE [\dA-Z]{4})$/);
    expect(SORTS, han).toContain(sort);
  }
});

test('characters, simplified characters and published Latin names find each other', () => {
  const { hits, proposals } = recalled(rows);
  const asked = (group: string): number => 2 * rows.filter((row) => row.group === group).length;
  const all = [...hits.values()].reduce((sum, one) => sum + one, 0) / (2 * rows.length);
  const each = GROUPS.map((group) => `${group} ${((hits.get(group) ?? 0) / asked(group)).toFixed(3)}`).join(', ');
  const han = indexOf(rows.map((row) => row.han));
  const folded = rows.filter((row, at) => han.search(foldHan(row.han))[0]?.at === at).length;
  const apart = ['house', 'katakana', 'brands'].map((group) => `${group} ${recalled(read(group)).hits.get(group) ?? 0} of ${2 * read(group).length}`).join(', ');
  const drawn = read('drawn');
  const listings = new Map<string, string>(LISTINGS.flatMap(([country, ...lists]) => lists.map((list): [string, string] => [list, country])));
  const kindOf = ({ source, sort }: Row): string => `${sort} ${listings.get(source.split(' ')[0] ?? '') ?? ''}`;
  const drawnHits = recalled(drawn.map((row) => ({ ...row, group: kindOf(row) }))).hits;
  const met = (start: string, end = ''): string => {
    const counts = (kind: string): boolean => kind.startsWith(start) && kind.endsWith(end);
    const found = [...drawnHits].reduce((sum, [kind, hit]) => sum + (counts(kind) ? hit : 0), 0);
    return `${found} of ${2 * drawn.filter((row) => counts(kindOf(row))).length}`;
  };
  const readIn = LISTINGS.map(([country]) => `${country} ${met('read', country)}`).join(', ');
  process.stdout.write(`han-names: ${rows.length} firms, recall ${all.toFixed(3)} at propose (${each}), ${(proposals / (2 * rows.length)).toFixed(1)} proposals a name; simplified finds itself ${folded} of ${rows.length}; counted apart: ${apart}, drawn ${met('')} (read ${met('read')}: ${readIn})\n`);
  expect(folded).toBe(rows.length);
  expect(all).toBeGreaterThanOrEqual(0.98);
});

test.skipIf(process.env.LAWS === undefined)('what they propose among 100,000 names of others', () => {
  const dice = random(20_261_122);
  const others = indexOf(Array.from({ length: 100_000 }, () => firmName(dice)));
  const counts = (texts: readonly string[]): string => (texts.reduce((sum, text) => sum + others.search(text).length, 0) / texts.length).toFixed(2);
  process.stdout.write(`han-names: among 100,000 names of others a name in characters is proposed ${counts(rows.map(({ han }) => han))}, its Latin name ${counts(rows.map(({ latin }) => latin))}\n`);
  expect(others.size).toBe(100_000);
}, 120_000);
