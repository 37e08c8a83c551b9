/** Our own corpus of firms' names in Chinese characters and kana with the Latin names that they publish (test/data/han-names). */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { knownNames } from '../../src/host/reference.ts';
import type { Listing } from '../../src/model/record.ts';
import { NameIndex } from '../../src/names/find.ts';
import { foldHan } from '../../src/names/han-fold.ts';
import { EntryNames } from '../../src/screen/candidates.ts';
import { firmName } from '../support/firm-names.ts';
import { random } from '../support/random.ts';

/** How a drawn pair was sorted before it was measured: the Latin name reads the characters, does not, or the own name is in Latin letters in both. */
const SORTS = ['read', 'brand', 'latin'] as const;
/** Where a drawn firm is listed. */
const LISTINGS = [['Japan', 'TSE'], ['China', 'SSE', 'SZSE', 'BSE'], ['Hong Kong', 'HKEX'], ['Taiwan', 'TWSE', 'TPEx']] as const;
const GROUPS = ['china', 'hong-kong', 'taiwan', 'japan'] as const;
interface Row { readonly group: string; readonly han: string; readonly latin: string; readonly source: string; readonly sort: string }
const read = (group: string): Row[] =>
  readFileSync(new URL(`../data/han-names/${group}.csv`, import.meta.url), 'utf8').trim().split('\n').map((line) => {
    const [han = '', latin = '', source = '', sort = ''] = line.split('|');
    return { group, han, latin, source, sort };
  });
const rows = GROUPS.flatMap(read);
/** Samples that were drawn blindly: `drawn.csv`, `drawn-2.csv` ... */
const DRAWN = readdirSync(new URL('../data/han-names/', import.meta.url)).filter((name) => /^drawn(?:-\d+)?\.csv$/.test(name)).sort().map((name) => name.replace('.csv', ''));
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

/** The same as a screening asks: the names that tables know of the same firm too (src/screen/known-names.ts). */
function recalledKnown(asked: readonly Row[]): { readonly hits: Map<string, number>; readonly proposals: number } {
  const listOf = (name: (row: Row) => string): EntryNames =>
    new EntryNames(asked.map((row, at): Listing => ({ kind: 'listing', id: String(at), list: 'l', names: [name(row)], scope: 'self', level: 'confirmed' })), false, knownNames);
  const [latin, han] = [listOf((row) => row.latin), listOf((row) => row.han)];
  const hits = new Map<string, number>();
  let proposals = 0;
  asked.forEach((row, at) => {
    for (const found of [latin.search({ names: [row.han], kind: 'company' }), han.search({ names: [row.latin], kind: 'company' })]) {
      proposals += found.length;
      if (found.some((hit) => hit.entry.id === String(at))) hits.set(row.group, (hits.get(row.group) ?? 0) + 1);
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

test.each(DRAWN)('%s: each firm once, none of the corpus, each sorted', (name) => {
  const drawn = read(name);
  const known = new Set(rows.flatMap(({ han, source }) => [han, source]));
  expect(drawn.length).toBeGreaterThanOrEqual(name === 'drawn' ? 200 : 50);
  expect(new Set(drawn.map(({ source }) => source)).size).toBe(drawn.length);
  for (const { han, latin, source, sort } of drawn) {
    expect(known.has(han) || known.has(source), han).toBe(false);
    expect(latin).toMatch(/^[\x20-\x7e]+$/);
    expect(source).toMatch(/^(?:SSE 6\d{5}|SZSE [03]\d{5}|BSE \d{6}|HKEX \d{4}|TWSE \d{4}|TPEx \d{4}|TSE [\dA-Z]{4})$/);
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
  const known = recalledKnown(rows);
  const withTables = [...known.hits.values()].reduce((sum, one) => sum + one, 0) / (2 * rows.length);
  process.stdout.write(`han-names: ${rows.length} firms, recall ${all.toFixed(3)} at propose (${each}), ${(proposals / (2 * rows.length)).toFixed(1)} proposals a name; simplified finds itself ${folded} of ${rows.length}; counted apart: ${apart}; with the tables of names ${withTables.toFixed(3)}, ${(known.proposals / (2 * rows.length)).toFixed(1)} proposals a name\n`);
  expect(folded).toBe(rows.length);
  expect(all).toBeGreaterThanOrEqual(0.98);
});

test.each(DRAWN)('%s: what names drawn blindly meet, by reading alone and with the tables of names', (name) => {
  const drawn = read(name);
  const listings = new Map<string, string>(LISTINGS.flatMap(([country, ...lists]) => lists.map((list): [string, string] => [list, country])));
  const kindOf = ({ source, sort }: Row): string => `${sort} ${listings.get(source.split(' ')[0] ?? '') ?? ''}`;
  const kinds = drawn.map((row) => ({ ...row, group: kindOf(row) }));
  const told = (hits: Map<string, number>): string => {
    const met = (start: string, end = ''): string => {
      const counts = (kind: string): boolean => kind.startsWith(start) && kind.endsWith(end);
      const found = [...hits].reduce((sum, [kind, hit]) => sum + (counts(kind) ? hit : 0), 0);
      return `${found} of ${2 * drawn.filter((row) => counts(kindOf(row))).length}`;
    };
    return `${met('')} (read ${met('read')}: ${LISTINGS.map(([country]) => `${country} ${met('read', country)}`).join(', ')})`;
  };
  const [alone, known] = [recalled(kinds), recalledKnown(kinds)];
  const each = ({ proposals }: { readonly proposals: number }): string => (proposals / (2 * drawn.length)).toFixed(1);
  process.stdout.write(`han-names: ${name} by reading alone ${told(alone.hits)}, ${each(alone)} proposals a name; with the tables of names ${told(known.hits)}, ${each(known)} proposals a name\n`);
  for (const [kind, hit] of alone.hits) expect(known.hits.get(kind), kind).toBeGreaterThanOrEqual(hit); // the tables only add
});

test.skipIf(process.env.LAWS === undefined)('what they propose among 100,000 names of others', () => {
  const dice = random(20_261_122);
  const others = indexOf(Array.from({ length: 100_000 }, () => firmName(dice)));
  const counts = (texts: readonly string[]): string => (texts.reduce((sum, text) => sum + others.search(text).length, 0) / texts.length).toFixed(2);
  process.stdout.write(`han-names: among 100,000 names of others a name in characters is proposed ${counts(rows.map(({ han }) => han))}, its Latin name ${counts(rows.map(({ latin }) => latin))}\n`);
  const strangers = Array.from({ length: 100_000 }, () => firmName(dice));
  const mistaken = strangers.filter((name) => knownNames().firmsNamed(name).length > 0);
  process.stdout.write(`han-names: of 100,000 names of others ${mistaken.length} are taken for a firm of the tables (${mistaken.slice(0, 5).join('; ')})\n`);
  expect(others.size).toBe(100_000);
}, 120_000);
