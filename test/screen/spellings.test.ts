import { expect, test } from 'vitest';
import { digestOf } from '../../src/model/digest.ts';
import type { Id, Judgement, Rec } from '../../src/model/record.ts';
import { knownNames, referenceMakers } from '../../src/host/reference.ts';
import { joinParties } from '../../src/screen/joins.ts';
import { proposeMakers } from '../../src/screen/makers.ts';
import { spellings } from '../../src/screen/spellings.ts';
import { sha256 } from '../support/digest.ts';

const party = (name: string): Rec => ({ kind: 'party', id: `maker:${name}`, names: [name], level: 'confirmed' });
const found = (names: readonly string[], more: readonly Judgement[] = []): string[] => {
  const records = names.map(party);
  const owner = new Map(records.map((rec) => [digestOf(rec, sha256), rec.id] as [string, Id]));
  return spellings(records, [...joinParties(records, sha256).records, ...more], (digest) => owner.get(digest)).map(({ a, b, why }) => `${a} ~ ${b} (${why})`);
};

test('spellings of one maker are proposed, with why', () => {
  expect(found(['ST', 'STMicro', 'STMicroelectronics', 'Yageo'])).toEqual(['ST ~ STMicro (initials)', 'ST ~ STMicroelectronics (initials)', 'STMicro ~ STMicroelectronics (begins)']);
  expect(found(['TDK', 'TDK Corporation', 'TI', 'Texas Instruments'])).toEqual(['TDK ~ TDK Corporation (same)', 'TI ~ Texas Instruments (initials)'].sort());
  expect(found(['Kingbright Corp', 'Kingbright Company LLC', 'Diodes Inc', 'Diodes/Zetex'])).toEqual(['Diodes Inc ~ Diodes/Zetex (begins)', 'Kingbright Company LLC ~ Kingbright Corp (same)']);
  expect(found(['台達電子工業股份有限公司', '台達'])).toEqual(['台達 ~ 台達電子工業股份有限公司 (begins)']);
});

test('what a rule joined or a person judged is not proposed again, and strangers are not at all', () => {
  expect(found(['STMICROELECTRONICS', 'STMicroelectronics'])).toEqual([]); // equal when normalised: joins.ts
  expect(found(['Alpha Ltd', 'Beta Ltd', 'Alpine Ltd', 'Shenzhen Technology', 'Shenzhen Trading', 'Acme Power', 'Acme Semiconductor', 'Foo (made-up)', 'Bar (made-up)', 'Sample', ...['Nav', 'Sensing', 'Optronics', 'Magnetics'].map((name) => `Sample ${name}`)])).toEqual([]);
  const [left, right] = ['TDK', 'TDK Corporation'].map((name) => digestOf(party(name), sha256));
  expect(found(['TDK', 'TDK Corporation'], [{ kind: 'judgement', id: 'j', left: left!, right: right!, says: 'different', by: 'me', level: 'confirmed' }])).toEqual([]);
});

test('names of one maker of the table in two scripts are proposed as one', () => {
  const records = ['Yageo', '國巨', '村田製作所', 'Murata Electronics', 'Delta Electronics, Inc.'].map(party);
  const makers = new Map(proposeMakers(records, referenceMakers()).map((one) => [one.party, one.maker.id]));
  expect(spellings(records, [], () => undefined, { makers }).map(({ a, b, why }) => `${a} ~ ${b} (${why})`)).toEqual(['Murata Electronics ~ 村田製作所 (listed)', 'Yageo ~ 國巨 (listed)']);
});

test('names of one firm of the tables in two scripts are proposed as one; the tables are read for two scripts only', () => {
  const records = ['大疆', 'SZ DJI Technology Co., Ltd.', '海思', 'HISILICON', 'Blue Heron Optics'].map(party);
  const told = (of: readonly Rec[], known = knownNames): string[] => spellings(of, [], () => undefined, { known }).map(({ a, b, why }) => `${a} ~ ${b} (${why})`);
  expect(told(records)).toEqual(['HISILICON ~ 海思 (listed)', 'SZ DJI Technology Co., Ltd. ~ 大疆 (listed)']);
  expect(told(['Yageo', 'Foxconn'].map(party), () => expect.unreachable('read'))).toEqual([]);
  expect(told(['大疆', '海思'].map(party), () => expect.unreachable('read'))).toEqual([]);
});
