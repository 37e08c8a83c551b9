import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { COUNTRY_CODES } from '../../src/base/countries.ts';
import { isDay } from '../../src/base/day.ts';
import { fileOf } from '../../src/formats/file.ts';
import { FIRM_COLUMNS } from '../../src/formats/reference/firm-names.ts';
import { EDITION_COLUMNS, ENTRY_COLUMNS } from '../../src/formats/reference/lists.ts';
import { MAKER_COLUMNS, readMakers } from '../../src/formats/reference/makers.ts';
import { referenceRows, severalIn } from '../../src/formats/reference/table.ts';
import { referenceLists, referenceMakers } from '../../src/host/reference.ts';
import { loadRulebooks } from '../../src/host/rulebooks.ts';
import { normalizeName } from '../../src/names/normalize.ts';
import { inCharacters } from '../../src/screen/known-names.ts';

const rowsOf = (name: string, columns: readonly string[]) => referenceRows(name, fileOf(readFileSync(`data/${name}`)), columns);
const SOURCES = new Set(rowsOf('sources.csv', ['key', 'where', 'what', 'licence', 'read']).map(({ cells }) => cells.key));
/** XK is what the published table's Kosovo has: user-assigned, not in ISO 3166-1. */
const countries = new Set<string>([...COUNTRY_CODES, 'XK']);

/** ISO 6166, the Luhn digit over letters as two-digit numbers. */
function isIsin(text: string): boolean {
  const digits = [...text].map((letter) => Number.parseInt(letter, 36)).join('');
  const sum = [...digits].reverse().reduce((total, digit, i) => total + (i % 2 === 0 ? Number(digit) : Number(digit) * 2 > 9 ? Number(digit) * 2 - 9 : Number(digit) * 2), 0);
  return /^[A-Z]{2}[A-Z0-9]{9}[0-9]$/.test(text) && sum % 10 === 0;
}
/** ISO 17442, ISO 7064 MOD 97-10. */
const isLei = (text: string): boolean => /^[A-Z0-9]{18}[0-9]{2}$/.test(text) && BigInt([...text].map((letter) => Number.parseInt(letter, 36)).join('')) % 97n === 1n;

test('the check digits are those of the standards', () => {
  expect([isIsin('US0378331005'), isIsin('US0378331006'), isIsin('KR7007660006')]).toEqual([true, false, false]);
  expect([isLei('506700GE1G29325QX363'), isLei('506700GE1G29325QX364')]).toEqual([true, false]); // GLEIF's own
});

describe('makers.csv', () => {
  const rows = rowsOf('makers.csv', MAKER_COLUMNS);
  test('at least 250 makers, most with a domicile, in four scripts', () => {
    expect(rows.length).toBeGreaterThanOrEqual(250);
    expect(rows.filter(({ cells }) => cells.domicile).length).toBeGreaterThanOrEqual(250);
    const all = rows.map(({ cells }) => `${cells.name}|${cells.aliases}`).join();
    for (const script of [/\p{Script=Han}/u, /\p{Script=Hangul}/u, /\p{Script=Katakana}/u, /\p{Script=Latin}/u]) expect(all).toMatch(script);
  });
  test.each(rows.map(({ cells }) => [cells.id!, cells] as const))('%s', (_, cells) => {
    expect(cells.name).not.toBe('');
    for (const key of cells.source!.split(' ')) expect(SOURCES).toContain(key);
    expect(isDay(cells.read!)).toBe(true);
    for (const country of [cells.domicile!, cells.parentDomicile!]) if (country !== '') expect(countries).toContain(country);
    if (cells.isin !== '') {
      expect(isIsin(cells.isin!), cells.isin).toBe(true);
      expect(cells.isin!.slice(0, 2)).toBe(cells.domicile); // the country of an ISIN is that of the issuer
    }
    if (cells.lei !== '') expect(isLei(cells.lei!), cells.lei).toBe(true);
    if (cells.parentDomicile !== '') expect(cells.parent).not.toBe('');
  });
  test('ids and names are each of one maker', () => {
    const once = (values: readonly string[]): void => expect(values.filter((value, i) => values.indexOf(value) < i)).toEqual([]);
    once(rows.map(({ cells }) => cells.id!));
    once(rows.flatMap(({ cells }) => (cells.isin ? [cells.isin] : [])));
    once(readMakers(fileOf(readFileSync('data/makers.csv'))).flatMap(({ names }) => [...new Set(names.map(normalizeName))]));
  });
});

describe('firm-names.csv', () => {
  const rows = rowsOf('firm-names.csv', FIRM_COLUMNS);
  const namesOf = ({ name, short, latin, aliases }: Readonly<Record<string, string>>): string[] => [name!, short!, latin!, ...severalIn(aliases)].filter(Boolean);
  test('every row is one firm of one market, in order, with its names in characters and in letters', () => {
    const keys = rows.map(({ cells }) => `${cells.market}\u0000${cells.code}`);
    expect(keys).toEqual([...new Set(keys)].sort());
    for (const { row, cells } of rows) {
      expect(`${cells.market} ${cells.code}`, `row ${row}`).toMatch(/^(?:SSE 6\d{5}|SZSE [03]\d{5}|BSE \d{6}|HKEX \d{4,5}|TWSE \d{4}|TPEx \d{4}|TSE [\dA-Z]{4}|own site [a-z0-9.-]+\.[a-z]+(?:\/[a-z0-9-]+)?|unlisted [a-z-]+)$/);
      for (const han of [cells.name!, cells.short!]) if (han !== cells.short || han !== '') expect(han, `row ${row}`).toMatch(/[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}]/u);
      for (const latin of [cells.latin!, ...severalIn(cells.aliases).filter((alias) => !inCharacters(alias) && !/^\p{Script=Cyrillic}+$/u.test(alias))]) {
        expect(latin, `row ${row}`).toMatch(/^[\x20-\x7e]+$/);
        expect(latin.replace(/[^A-Za-z0-9]/g, '').length, latin).toBeGreaterThanOrEqual(3);
      }
      expect(['both', 'characters', 'latin', ''], `row ${row}`).toContain(cells.checked);
      expect(SOURCES).toContain(cells.source);
      expect(isDay(cells.read!)).toBe(true);
    }
  });
  test('no cell is a formula of a spreadsheet program, has characters that are not seen, or is there twice in its row', () => {
    for (const { row, cells } of rows) {
      const names = namesOf(cells);
      for (const name of names) expect(name, `row ${row}`).not.toMatch(/^[=+@\t-]|[\p{Cc}\p{Cf}]|^\s|\s$|\s\s/u);
      expect(new Set(names.map((name) => name.toLowerCase())).size, `row ${row}: ${names.join('; ')}`).toBe(names.length);
    }
  });
});

describe('lists', () => {
  const editions = rowsOf('lists/editions.csv', EDITION_COLUMNS);
  test('every list has an edition, and every edition a list that some rulebook reads', () => {
    const named = new Set([...loadRulebooks().values()].flatMap((rulebook) => Object.keys(rulebook.lists ?? {})));
    expect(readdirSync('data/lists').sort()).toEqual(['editions.csv', ...editions.map(({ cells }) => `${cells.list}.csv`)].sort());
    for (const { cells } of editions) expect(named).toContain(cells.list);
  });
  test.each(editions.map(({ cells }) => [cells.list!, cells] as const))('%s', (list, cells) => {
    expect(isDay(cells.edition!) && isDay(cells.read!)).toBe(true);
    expect(['complete', 'partial']).toContain(cells.status);
    expect(cells.covers).not.toBe('');
    expect(cells.wholeListAt).not.toBe('');
    for (const { cells: entry } of rowsOf(`lists/${list}.csv`, ENTRY_COLUMNS)) {
      expect(entry.name).not.toBe('');
      expect(['self', 'and-subsidiaries']).toContain(entry.scope);
      for (const day of [entry.validFrom!, entry.validTo!]) if (day !== '') expect(isDay(day)).toBe(true);
      for (const key of entry.source!.split(' ')) expect(SOURCES).toContain(key);
      expect(isDay(entry.read!)).toBe(true);
      expect(severalIn(entry.aliases)).not.toContain('');
    }
  });
  test('an edition of a statute is complete with a paper; any other is stated incomplete, without one', () => {
    for (const [, { complete, records }] of referenceLists()) {
      const statement = records.find((rec) => rec.kind === 'completeness')!;
      expect(statement.status).toBe(complete ? 'complete' : 'incomplete');
      expect(records.some((rec) => rec.kind === 'evidence')).toBe(complete);
    }
  });
  test('CXMT is on the 1260H list throughout: the notice that left it out was withdrawn the same day', () => {
    const days = referenceLists().get('us-1260h')!.records.filter((rec) => rec.kind === 'listing' && rec.names?.includes('CXMT'));
    const on = (day: string): boolean => days.some(({ validFrom = '', validTo = '9' }) => validFrom <= day && day < validTo);
    expect(['2026-02-16', '2026-02-17', '2026-06-07', '2026-06-08'].map(on)).toEqual([true, true, true, true]);
  });
});

describe('minerals.csv', () => {
  const rows = rowsOf('minerals.csv', ['mineral', 'stage', 'country', 'sharePercent', 'tradeParameter', 'source', 'read']);
  test('at least 20 minerals; every row has a source, a country, a share', () => {
    expect(new Set(rows.map(({ cells }) => cells.mineral)).size).toBeGreaterThanOrEqual(20);
    for (const { cells } of rows) {
      expect(countries).toContain(cells.country);
      expect(cells.sharePercent).toMatch(/^(<0\.1|\d{1,3}(\.\d+)?)$/);
      expect(['mining', 'processing']).toContain(cells.stage);
      expect(SOURCES).toContain(cells.source);
      expect(isDay(cells.read!)).toBe(true);
    }
    const keys = rows.map(({ cells }) => `${cells.mineral} ${cells.stage} ${cells.country}`);
    expect(new Set(keys).size).toBe(keys.length);
  });
  test('no mineral and stage adds up to more than 103 %', () => {
    const sums = new Map<string, number>();
    for (const { cells } of rows) if (cells.sharePercent !== '<0.1') sums.set(`${cells.mineral} ${cells.stage}`, (sums.get(`${cells.mineral} ${cells.stage}`) ?? 0) + Number(cells.sharePercent));
    for (const [key, sum] of sums) expect(sum, key).toBeLessThanOrEqual(103);
  });
  const shared = '../shared/data/eu-crm-2023/global_supply_shares.csv';
  test.skipIf(!existsSync(shared))('every row is in the published table, and none is left out (not run where that is missing)', () => {
    const named = new Set(rows.map(({ cells }) => cells.mineral));
    // Countries as the standard's own data call them, but for eight spellings.
    const spelt = new Map([['Myanmar', 'MM'], ['Korea, South', 'KR'], ['Korea, North', 'KP'], ['Hong Kong', 'HK'], ['Congo, D.R.', 'CD'], ['Congo', 'CG'], ['Bosnia and Herzegovina', 'BA'], ["Cote d'Ivoire", 'CI']]);
    const regions = new Intl.DisplayNames(['en'], { type: 'region' });
    for (const code of countries) spelt.set(regions.of(code)!, code);
    const [, ...published] = readFileSync(shared, 'utf8').trim().split('\n').map((line) => /^([^,]*),([EP]),("[^"]*"|[^,]*),([^,]*),([^,]*)$/.exec(line)!);
    const theirs = published.filter((row) => named.has(row[1])).map((row) => `${row[1]} ${row[2] === 'E' ? 'mining' : 'processing'} ${spelt.get(row[3]!.replaceAll('"', '').trim())} ${row[4]!.replace('%', '')} ${row[5]!.trim()}`);
    expect(rows.map(({ cells }) => `${cells.mineral} ${cells.stage} ${cells.country} ${cells.sharePercent} ${cells.tradeParameter}`).sort()).toEqual(theirs.sort());
  });
});

test('makers are read as they stand', () => {
  expect(referenceMakers().find(({ id }) => id === 'tw-2327')).toMatchObject({ names: ['Yageo Corporation', '國巨', 'Yageo'], domicile: 'TW', ids: [{ scheme: 'isin', value: 'TW0002327004' }] });
});
