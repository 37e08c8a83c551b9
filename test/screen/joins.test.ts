import fc from 'fast-check';
import { expect, test } from 'vitest';
import { digestOf } from '../../src/model/digest.ts';
import type { Party, Rec } from '../../src/model/record.ts';
import { isCommonName } from '../../src/screen/common-words.ts';
import { joinParties } from '../../src/screen/joins.ts';
import { runs } from '../runs.ts';
import { host } from '../support/files.ts';

const party = (id: string, name?: string, more: Partial<Party> = {}): Party => ({ kind: 'party', id, level: 'confirmed', ...(name === undefined ? {} : { names: [name] }), ...more });
const lei = (value: string) => ({ ids: [{ scheme: 'lei', value }] });
const joins = (...records: Rec[]) => joinParties(records, host.sha256).records.map(({ id, says }) => `${id.replace('rule ', '')} ${says}`);

test('(a) an equal id in one scheme joins, unless another contradicts', () => {
  expect(joins(party('a', 'X', lei('1')), party('b', 'Y', lei('1')))).toEqual(['equal-id: a~b same']);
  expect(joins(party('a', 'X', { ids: [{ scheme: 'lei', value: '1' }, { scheme: 'tw-ubn', value: '7' }] }), party('b', 'Y', { ids: [{ scheme: 'lei', value: '1' }, { scheme: 'tw-ubn', value: '8' }] }))).toEqual([]);
});

test('(b) different ids in one scheme are different, said aloud where the names agree', () => {
  const records = [party('a', 'Yageo Corp', lei('1')), party('b', 'YAGEO  corp.', lei('2'))];
  expect(joins(...records)).toEqual(['different-id: a~b different']);
  expect(joinParties(records, host.sha256).apart).toEqual([{ left: 'a', right: 'b', name: 'Yageo Corp', scheme: 'lei' }]);
  expect(joins(party('a', 'X', lei('1')), party('b', 'Y', lei('2')))).toEqual([]);
});

test('(c) what a person judged stands', () => {
  const [a, b] = [party('a', 'Yageo Corp'), party('b', 'Yageo Corp')];
  const judged: Rec = { kind: 'judgement', id: 'j', level: 'confirmed', left: digestOf(b, host.sha256), right: digestOf(a, host.sha256), says: 'different', by: 'me' };
  expect(joins(a, b, judged)).toEqual([]);
  expect(joins(a, { ...b, domicile: 'TW' }, judged)).toEqual(['exact-name: a~b same']); // the record that was judged is no more
});

test('(d) full names equal but for case and marks join, inferred; the legal form counts, so does a country', () => {
  const joined = joinParties([party('a', 'Yageo Corp.'), party('b', 'ＹＡＧＥＯ  corp', { domicile: 'TW' })], host.sha256).records;
  expect(joined).toMatchObject([{ by: 'rule exact-name', level: 'inferred', says: 'same' }]);
  expect(joins(party('a', 'Yageo Corp'), party('b', 'Yageo Ltd'))).toEqual([]);
  expect(joins(party('a', 'Yageo Corp', { domicile: 'TW' }), party('b', 'Yageo Corp', { domicile: 'CN' }))).toEqual([]);
  // One without a country could be either of two, and is neither.
  expect(joins(party('a', 'Yageo Corp', { domicile: 'TW' }), party('b', 'Yageo Corp', { domicile: 'CN' }), party('c', 'Yageo Corp'), party('d', 'Yageo Corp', { domicile: 'TW' }))).toEqual(['exact-name: a~d same']);
  expect(joins(party('a', 'Yageo', lei('1')), party('b', 'Yageo', lei('2')), party('c', 'Yageo'))).toEqual(['different-id: a~b different']);
});

test('a name of common words joins nobody', () => {
  for (const name of ['global technology co ltd', '科技有限公司', 'a', '', 'power 3']) expect(isCommonName(name), name).toBe(true);
  for (const name of ['yageo corp', '大疆創新科技有限公司', 'sony']) expect(isCommonName(name), name).toBe(false);
  expect(joins(party('a', 'Global Technology Co., Ltd.'), party('b', 'Global Technology Co Ltd'))).toEqual([]);
});

test('the order of the records is nothing, and no one is joined with two that are apart', () => {
  const parties = fc.uniqueArray(fc.record({ id: fc.stringMatching(/^[a-h]$/), name: fc.constantFrom('Yageo', 'yageo.', 'TDK'), domicile: fc.constantFrom('TW', 'CN', ''), lei: fc.constantFrom('', '1', '2') }), { selector: ({ id }) => id, maxLength: 7 })
    .map((all) => all.map(({ id, name, domicile, lei: value }) => party(id, name, { ...(domicile ? { domicile } : {}), ...(value ? lei(value) : {}) })));
  fc.assert(fc.property(parties, fc.nat(), (all, seed) => {
    const found = joinParties(all, host.sha256);
    const turned = [...all].sort((a, b) => ((a.id.charCodeAt(0) * 7 + seed) % 11) - ((b.id.charCodeAt(0) * 7 + seed) % 11));
    expect(joinParties(turned, host.sha256).records).toEqual(found.records);
    const owner = new Map(all.map((one) => [digestOf(one, host.sha256), one]));
    for (const { left, right, says, by } of found.records) {
      const [a, b] = [owner.get(left!)!, owner.get(right!)!];
      if (says !== 'same') continue;
      if (a.ids && b.ids) expect(a.ids).toEqual(b.ids);
      if (by === 'rule exact-name' && a.domicile && b.domicile) expect(a.domicile).toBe(b.domicile);
    }
  }), { numRuns: runs(2000) });
});

test('another number of a register that gives several neither joins nor parts; one that cannot be right joins nobody', () => {
  const number = (scheme: string, value: string) => ({ ids: [{ scheme, value }] });
  for (const scheme of ['duns', 'lei?']) {
    const { records, apart } = joinParties([party('a', 'Yageo Corp', number(scheme, '1')), party('b', 'Yageo Corp', number(scheme, '2'))], host.sha256);
    expect([scheme, records, apart]).toEqual([scheme, [], []]);
  }
  expect(joinParties([party('a', 'Yageo Corp', number('lei?', '1')), party('b', 'Another Ltd', number('lei?', '1'))], host.sha256).records).toEqual([]);
  const both = (duns: string) => ({ ids: [{ scheme: 'lei', value: '1' }, { scheme: 'duns', value: duns }] });
  expect(joinParties([party('a', 'Yageo Corp', both('1')), party('b', 'Another Ltd', both('2'))], host.sha256).records).toMatchObject([{ says: 'same', by: 'rule equal-id' }]);
});
