/** Lists as they are published: what the rows of a layout become. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fileOf } from '../../src/formats/file.ts';
import { bornIn, namesWithin } from '../../src/formats/lists/entry.ts';
import { readLists } from '../../src/formats/lists/recognise.ts';
import { readDelimited } from '../../src/formats/table/delimited.ts';
import { writeWorkbook } from '../../src/formats/table/workbook.ts';
import { shared } from '../support/shared.ts';

const bytes = (text: string) => fileOf(new TextEncoder().encode(text));
const read = (name: string, text: string) => {
  const { value, issues } = readLists(new Map([[name, bytes(text)]]));
  expect(issues).toEqual([]);
  return value.lists;
};

/** The fields as the publisher's programming interface gives them: lists and objects, in the order of the alphabet, and null. */
const RESULTS = [
  {
    addresses: [{ address: '1 Example Road', city: 'Volgograd', country: 'RU', postal_code: '400011', state: 'Volgograd Oblast' }], alt_names: ['Example Works', 'EW'], end_date: null, entity_number: null,
    federal_register_notice: '80 FR 80643', ids: null, name: 'Example Machine Works (made-up)', programs: null, source: 'Entity List (EL) - Bureau of Industry and Security', start_date: '2015-12-28', type: null,
  },
  {
    addresses: [{ address: null, city: null, country: 'KP', postal_code: null, state: null }], alt_names: [], entity_number: 99999, ids: [{ country: null, expiration_date: null, issue_date: null, number: 'IMO 9999993', type: 'Vessel Registration Identification' }],
    name: 'EXAMPLE STAR (made-up)', programs: ['DPRK', 'DPRK2'], source: 'Specially Designated Nationals (SDN) - Treasury Department', type: 'Vessel',
  },
  { addresses: [], alt_names: ['A. Example'], dates_of_birth: ['circa 1961'], entity_number: '77', name: 'EXAMPLE, Anna (made-up)', programs: ['SDGT'], source: 'Specially Designated Nationals (SDN) - Treasury Department', type: 'Individual' },
];

test('the consolidated list as JSON: names, numbers, kinds and countries; the whole, and each list that it is made of', () => {
  for (const text of [JSON.stringify({ total: 3, results: RESULTS }), JSON.stringify(RESULTS)]) {
    const found = read('csl.json', text);
    expect(found.map(({ list, entries }) => [list, entries.length])).toEqual([['us-csl', 3], ['us-entity-list', 1], ['us-sdn', 2]]);
    const [works, star, anna] = found[0]!.entries;
    expect(works).toMatchObject({ names: ['Example Machine Works (made-up)', 'Example Works', 'EW'], notes: { country: 'RU', citation: '80 FR 80643', effective: '2015-12-28' } });
    expect(star).toMatchObject({ kind: 'vessel', ids: [{ scheme: 'ofac', value: '99999' }, { scheme: 'imo', value: '9999993' }], notes: { country: 'KP', program: 'DPRK; DPRK2' } });
    expect(anna).toMatchObject({ kind: 'person', names: ['EXAMPLE, Anna (made-up)', 'A. Example'], notes: { born: 'circa 1961' } });
  }
});

const sample = shared('data', 'screening-us', 'ita_csl_sample.csv');
test.skipIf(sample === undefined)('the published sample says the same in JSON as in CSV', () => {
  const text = readFileSync(sample!, 'utf8');
  const rows = readDelimited(bytes(text), 'csl.csv').value;
  const [head, ...cells] = rows[0]!.rows.map((row) => row.cells);
  const lists = new Set(['alt_names', 'programs', 'dates_of_birth', 'ids', 'addresses']);
  const results = cells.map((row) => Object.fromEntries(head!.map((column, i) => {
    const said = row[i] ?? '';
    if (said === '') return [column, lists.has(column) ? [] : null];
    if (!lists.has(column)) return [column, said];
    const parts = said.split('; ').map((one) => one.trim());
    if (column !== 'addresses') return [column, parts];
    return [column, parts.map((one) => {
      const [, address, country] = /^(?:(.*), )?([A-Z]{2})$/.exec(one) ?? [undefined, one, null];
      return { address: address ?? null, city: null, country, postal_code: null, state: null };
    })];
  })));
  expect(results.length).toBeGreaterThan(100);
  const plain = (found: ReturnType<typeof read>) => found.map(({ list, entries }) => ({ list, entries }));
  expect(plain(read('csl.json', JSON.stringify({ results })))).toEqual(plain(read('csl.csv', text)));
});

test('other names that stand within a name: as written, and each by itself', () => {
  for (const [name, ...others] of [
    ['Hukic, Bajro (a.k.a. Bob Hukic; Bab Hucici)', 'Hukic, Bajro', 'Bob Hukic', 'Bab Hucici'],
    ['Quiet Harbour Trading Co., a.k.a. Blue Lantern Optics; f.k.a. Green Kite Avionics', 'Quiet Harbour Trading Co.', 'Blue Lantern Optics', 'Green Kite Avionics'],
    ['Zee Works, a.k.a., the following two aliases: -Purple Dragonfly Systems; and -Orange Dragonfly (Shanghai).', 'Zee Works', 'Purple Dragonfly Systems', 'Orange Dragonfly (Shanghai)'],
    ['Zed Works (formerly known as Yellow Dragonfly Instruments)', 'Zed Works', 'Yellow Dragonfly Instruments'],
    ['DBA Systems'], ['Akai Electric Co., Ltd.'], ['Aircraft Repair Plant (ARZ) (Kaliningrad)'], ['大疆創新'],
  ]) expect(namesWithin(name!)).toEqual([name, ...others]);
});

test('years of birth: all of them, spans, and what is only about', () => {
  expect(['04 May 1961', '1965', '1955 to 1962', 'circa 1970', 'unknown'].map((date) => bornIn([date]))).toEqual(['1961', '1965', '1955-1962', 'circa 1970', undefined]);
  expect(bornIn(['1961-05-04', '1965', '1965'])).toBe('1961, 1965');
});

test('OFAC: alternate dates of birth, and the Chinese register among the numbers', () => {
  const row = (number: string, name: string, type: string, remarks: string): string => `${number},"${name}",${type},"RUSSIA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"${remarks}"\n`;
  const files = new Map([['sdn.csv', bytes(row('100', 'PETROV, Ivan', '"individual"', 'DOB 04 May 1961; alt. DOB 1965; POB Moscow.') + row('101', 'QUIET HARBOUR', '-0- ', 'Unified Social Credit Code (USCC) 91350100M000100Y43 (China); Tax ID No. 12.'))], ['alt.csv', bytes('100,1,"aka","PETROFF",-0- \n')]]);
  const [petrov, harbour] = readLists(files).value.lists[0]!.entries;
  expect(petrov!.notes).toMatchObject({ born: '1961, 1965' });
  expect(harbour!.ids).toEqual([{ scheme: 'ofac', value: '101' }, { scheme: 'cn-uscc', value: '91350100M000100Y43' }]);
});

test('FollowTheMoney: whoever is sanctioned is an entry, whatever the schema; what is no party is none', () => {
  const line = (id: string, schema: string, properties: object): string => JSON.stringify({ id, schema, properties });
  const [list] = read('red.ftm.json', [line('a', 'Trust', { name: ['Quiet Harbour Trust'] }), line('b', 'Consortium', { name: ['Grey Kite'], topics: ['sanction'] }), line('c', 'Address', { name: ['1 Road'] }), line('d', 'Person', { name: ['A'], birthDate: ['1961-01-02', '1965'] })].join('\n'));
  expect(list!.entries.map(({ id, notes }) => [id, notes?.born])).toEqual([['a', undefined], ['b', undefined], ['d', '1961, 1965']]);
});

test('a list in a workbook: every sheet of it, with its title above; a sheet of remarks is named', () => {
  const sheet = (name: string, rows: readonly (readonly string[])[]) => ({ name, rows: rows.map((cells) => cells.map((text) => ({ text }))), widths: [] });
  const book = writeWorkbook([
    sheet('Companies', [['Companies of concern (made-up)'], ['name', 'Chinese name', 'country'], ['Example Optics', '範例光電', 'CN'], ['Example Motors', '', 'CN']]),
    sheet('More', [['name', 'country'], ['Example Rotors', 'HK']]),
    sheet('Notes', [['Delisted firms are in grey.'], ['See the gazette.']]),
  ]);
  const { value, issues } = readLists(new Map([['concern.xlsx', fileOf(book)]]));
  expect(issues).toEqual([]);
  expect(value.lists.map(({ list, entries }) => [list, entries.map(({ names }) => names)])).toEqual([['concern', [['Example Optics', '範例光電'], ['Example Motors'], ['Example Rotors']]]]);
  expect(value.passedOver).toEqual(['concern.xlsx, Notes']);
  expect(readLists(new Map([['notes.xlsx', fileOf(writeWorkbook([sheet('Notes', [['nothing']])]))]])).issues.map(({ code }) => code)).toEqual(['list/unknown']);
});
