import { describe, expect, test } from 'vitest';
import {
  clear, clearBody, complete, dead, line, listing, made, none, owns, party, product, QUESTION, recipe, record, red, redBody, rulebook,
  said, unknown, verdictOf, type Case, type Draft, type Json,
} from './build.ts';

const R5 = ['flight-controller', 'radio', 'data-transmission', 'camera', 'gimbal'];
const NDAA = rulebook({
  for: { components: { walk: 'bought', roles: R5 } }, expects: ['flight-controller'],
  redIf: { any: [{ madeIn: 'CC', step: ['assembled'] }, { maker: { domicile: 'CC' } }] },
});
const FC = { caught: { '/expects/0': ['fc', 'quad'] }, free: {} };
const l1 = line('b1', '1', 'fc'), l2 = line('b1', '2', 'cam'), l3 = line('b1', '3', 'motor');
const quad = [
  party('ACME', 'TW'), party('FCO', 'TW'), party('MOT', 'CN'), product('quad', 'ACME'), recipe('b1', 'quad'), l1, l2, l3,
  product('fc', 'FCO', ['flight-controller']), product('cam', 'LENS', ['camera']), product('motor', 'MOT', ['motor']),
  made('fc', 'TW'), made('cam', 'VN'), made('motor', 'CN'),
];
const pinned = complete('components', 'b1', [l1, l2], { scope: { roles: R5 } });
const on = (records: Json[], book = NDAA, question = QUESTION): Case => ({ records, question, rulebook: book });
const outcome = async (given: Case, draft: Draft): Promise<string> => said(await verdictOf(given, draft));

describe('E1, one red camera', () => {
  const e1 = [...quad, party('LENS', 'CN')];
  test('red by its maker', async () => expect(await outcome(on(e1), red(['cam', 'quad']))).toBe('accepted'));
  test('red with a statement too', async () => expect(await outcome(on([...e1, pinned]), red(['cam', 'quad']))).toBe('accepted'));
  test('not the motor, not the controller', async () => {
    expect(await outcome(on(e1), red(['motor', 'quad']))).toBe('not-bad');
    expect(await outcome(on(e1), red(['fc', 'quad']))).toBe('not-bad');
  });
  test('not clear', async () => expect(await outcome(on([...e1, pinned]), clear(['fc', 'cam', 'motor', 'quad'], FC))).toBe('not-closed'));
  test('with a second claim of TW: not red', async () =>
    expect(await outcome(on([...e1, party('LENS', 'TW', { salt: '2' })]), red(['cam', 'quad']))).toBe('not-bad'));
  test('with a second claim of RU: red', async () =>
    expect(await outcome(on([...e1, party('LENS', 'RU', { salt: '2' })]), red(['cam', 'quad']))).toBe('accepted'));
});
describe('E3', () => {
  const e3 = [...quad, party('LENS', 'JP')];
  test('a: clear', async () => expect(await outcome(on([...e3, pinned]), clear(['fc', 'cam', 'motor', 'quad'], FC))).toBe('accepted'));
  test('b: not clear without the statement', async () => expect(await outcome(on(e3), clear(['fc', 'cam', 'motor', 'quad'], FC))).toBe('not-closed'));
});
