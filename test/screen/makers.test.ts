import { expect, test } from 'vitest';
import type { Maker } from '../../src/formats/reference/makers.ts';
import type { Party } from '../../src/model/record.ts';
import { proposeMakers } from '../../src/screen/makers.ts';

const maker = (id: string, more: Partial<Maker> = {}): Maker => ({ id, names: [id], domicile: 'TW', ids: [], row: 2, source: 'test', ...more });
const party = (id: string, more: Partial<Party> = {}): Party => ({ kind: 'party', id, level: 'confirmed', names: [id], ...more });
const MAKERS = [
  maker('yageo', { names: ['Yageo Corporation', '國巨', 'Yageo'], ids: [{ scheme: 'isin', value: 'TW0002327004' }] }),
  maker('twin-a', { names: ['Twin Sensors Ltd'] }), maker('twin-b', { names: ['twin sensors, LTD.'], domicile: 'CN' }),
  { id: 'blank', names: ['Blank Labs'], ids: [], row: 2, source: 'test' }, maker('common', { names: ['Asia Electronics'] }),
];
const found = (...parties: Party[]) => proposeMakers(parties, MAKERS).map(({ party: id, maker: { id: of }, by, record }) => [id, of, by, record.domicile, record.level]);

test('by an exact name in any of its spellings, or by an id', () => {
  expect(found(party('YAGEO corporation'))).toEqual([['YAGEO corporation', 'yageo', 'name', 'TW', 'inferred']]);
  expect(found(party('國巨'))).toHaveLength(1);
  expect(found(party('國巨 Yageo'), party('Yageo (國巨)'), party('國巨 (Twin Heron)'))).toHaveLength(3); // written twice
  expect(found(party('p', { ids: [{ scheme: 'isin', value: 'TW0002327004' }] }))).toEqual([['p', 'yageo', 'id', 'TW', 'inferred']]);
});
test('by nothing weaker', () => {
  expect(found(party('Yageo Corp'), party('Yageo America'), party('Yagео'), party('Yage'))).toEqual([]);
});
test('not where two makers have the name, where it is made of common words, or where nothing is known', () => {
  expect(found(party('Twin Sensors Ltd'), party('Asia Electronics'), party('Blank Labs'))).toEqual([]);
});
test('not where something recorded is in the way', () => {
  expect(found(party('Yageo', { domicile: 'CN' }))).toEqual([]);
  expect(found(party('Yageo', { ids: [{ scheme: 'isin', value: 'US0378331005' }] }))).toEqual([]);
  expect(found(party('p', { names: ['Yageo', 'Twin Sensors Ltd'] }))).toHaveLength(1);
});
