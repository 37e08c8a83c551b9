/** Numbers of registers, in the one way in which they are compared. */
import { expect, test } from 'vitest';
import { registered, tellsApart } from '../../src/base/registered.ts';

const said = (scheme: string, value: string): string | undefined => {
  const read = registered(scheme, value);
  return read && `${read.id.scheme} ${read.id.value}`;
};

test('one number is one number, however it is written', () => {
  for (const [scheme, value] of [['lei', '5493001Z012YSB2A0K51'], ['LEI', '5493001z012ysb2a0k51'], ['XI-LEI', ' 5493 001Z 012Y SB2A 0K51 '], ['Legal Entity Identifier', '５４９３００１Ｚ０１２ＹＳＢ２Ａ０Ｋ５１'], ['lei', '5493-001Z-012Y-SB2A-0K51']] as const) expect(said(scheme, value)).toBe('lei 5493001Z012YSB2A0K51');
  for (const scheme of ['統一編號', 'UBN', 'tw-ubn', '统一编号']) expect(said(scheme, '０４５９５２５７')).toBe('tw-ubn 04595257');
  for (const scheme of ['cn-uscc', 'USCC', '统一社会信用代码', 'usc_code']) expect(said(scheme, '91350100m000100y43')).toBe('cn-uscc 91350100M000100Y43');
  expect(said('D-U-N-S', '12-345-6789')).toBe('duns 123456789');
  expect(said('imo', 'IMO 9999993')).toBe('imo 9999993');
  expect(said('GB-COH', ' 00445790')).toBe('gb-coh 00445790');
  expect(said('jp house', 'a-1')).toBe('jp-house A-1');
  expect(said('epc-uri', 'urn:epc:id:sgln:0614141.07346.1234')).toBe('epc-uri urn:epc:id:sgln:0614141.07346.1234');
});

test('examples of the publishers: GB 32100-2015 (91350100M000100Y4Z is wrong), Ministry of Finance of Taiwan (the seventh digit is 7)', () => {
  expect(registered('cn-uscc', '91350100M000100Y43')!.wrong).toBe(false);
  expect(registered('cn-uscc', '91350100M000100Y4Z')!.wrong).toBe(true);
  for (const good of ['04595257', '10458575', '22099131']) expect([good, registered('tw-ubn', good)!.wrong]).toEqual([good, false]);
});

test('a number that cannot be one is kept apart, and so is what may be a party\'s second number', () => {
  for (const [scheme, value] of [['lei', '5493001Z012YSB2A0K52'], ['lei', '123'], ['tw-ubn', '04595258'], ['tw-ubn', '1'], ['uscc', '91350100M000100Y4'], ['duns', '1234'], ['imo', '12']] as const) {
    const read = registered(scheme, value)!;
    expect([value, read.wrong, read.id.scheme.endsWith('?'), tellsApart(read.id.scheme)]).toEqual([value, true, true, false]);
  }
  expect(['lei', 'tw-ubn', 'cn-uscc', 'gb-coh', 'reg', 'imo'].filter((scheme) => !tellsApart(scheme))).toEqual([]);
  expect(['duns', 'cage', 'isin', 'us-sam-uei', 'rmi-cid'].filter(tellsApart)).toEqual([]);
});

test('what people write for no number is none', () => {
  for (const value of ['N/A', 'na', '-', '—', '0', '00000000', 'none', 'pending', 'TBD', '?', '無', '不明', '申請中', ' ']) expect([value, registered('lei', value)]).toEqual([value, undefined]);
});
