/** What a screening says of a name that is on no list: why it is open all the same, in the same row. */
import { expect, test } from 'vitest';
import { type ScreenedList, screen } from '../../src/engine/screen.ts';
import { screeningPage, screeningText } from '../../src/report/screening.ts';
import { sha256 } from '../../src/host/crypto.ts';

const DAY = '2026-11-22';
const asked = screen([{ names: ['Zzyxq Nobody Ltd'], kind: 'company', label: 'Zzyxq Nobody Ltd' } as never], [], DAY as never, sha256);
const lists = (...whole: boolean[]): ScreenedList[] => whole.map((one, i) => ({ list: `list-${i}` as never, edition: DAY as never, ageDays: 0, whole: one, entries: 1 }));
const told = (outcome: 'unknown' | 'clear', ...whole: boolean[]): string =>
  screeningText({ ...asked, lists: lists(...whole), results: asked.results.map((one) => ({ ...one, outcome })) } as never, { lang: 'en', width: 300 } as never);
const row = (text: string): string => text.split('\n').find((line) => line.includes('Zzyxq'))!;

test('open though nothing met: the lists that are not whole are named beside it, the others not', () => {
  expect(row(told('unknown', false, true))).toContain('not stated to be whole, or too old): list-0');
  expect(row(told('unknown', false, true))).not.toContain('list-1');
  expect(row(told('unknown', false, false, false, false, false))).toContain('list-2 and 2 more');
  expect(row(told('clear', true))).toContain('nothing like it on these lists');
  expect(row(told('clear', true))).not.toContain('whole');
  expect(row(told('unknown'))).toContain('no list at all');
});

test('on the page each cell says its own head, for telephones', () => {
  const page = screeningPage({ ...asked, lists: lists(false) }, 'en', sha256);
  expect(page).toMatch(/<td data-en="why"[^>]*>.*not stated to be whole, or too old\): list-0/);
});
