import { expect, test } from 'vitest';
import { why } from '../../src/engine/why.ts';
import { table, widthOf, wrapLine } from '../../src/report/table.ts';
import { terminalReport, terminalWhy } from '../../src/report/terminal.ts';
import { answer, sha256 } from '../engine/answer.ts';

const plainLook = { lang: 'en', colour: false, width: 100 } as const;

test('every output of a made-up workspace says so, and ends with what it is not', () => {
  for (const text of [terminalReport(answer, plainLook, sha256), terminalWhy(answer, why(answer, 'en', sha256), plainLook)]) {
    expect(text).toMatch(/^\*\*\* MADE UP/);
    expect(text).toContain('not legal advice');
    expect(text).toContain('us-848 2019, checked against its sources on 2026-10-01; 1 thing is not modelled');
    expect(text).toContain('1 clause is marked "unverified"');
    expect(text.endsWith('\n')).toBe(true);
  }
});

test('verdicts are words with and without colour', () => {
  const strip = (text: string) => text.replace(/\u001b\[[0-9;]*m/g, '');
  const coloured = terminalReport(answer, { ...plainLook, colour: true }, sha256);
  expect(coloured).toContain('\u001b[');
  expect(strip(coloured)).toContain('answer: red');
  expect(terminalReport(answer, plainLook, sha256)).not.toContain('\u001b');
});

test('a name cannot turn the line around', () => {
  expect(terminalReport(answer, plainLook, sha256)).not.toContain('\u202e');
});

test('no line of a report is wider than the terminal, in either language', () => {
  for (const lang of ['en', 'zh-Hant'] as const)
    for (const width of [80, 100, 140])
      for (const line of terminalReport(answer, { lang, colour: false, width }, sha256).split('\n')) expect(widthOf(line), line).toBeLessThanOrEqual(width);
});

test('double-width text is broken to its column', () => {
  expect(wrapLine('沒有文件表明所記的零組件就是全部', 10).split('\n').map(widthOf)).toEqual([10, 10, 10, 2]);
  expect(wrapLine('列於 us-uflpa、us-1260h', 13)).toBe('列於\nus-uflpa、\nus-1260h'); // a mark stays with its word
  expect(wrapLine('製法已齊全（2 項）', 10)).toBe('製法已齊全\n（2 項）'); // an opening bracket begins a line, never ends one
  const widths = table([{ head: 'a', width: 10 }], [['極光航太股份有限公司']]).split('\n').map(widthOf);
  expect(new Set(widths).size).toBe(1);
});
