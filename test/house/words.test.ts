import { expect, test } from 'vitest';
import { ERROR_CODES } from '../../src/base/issue.ts';
import { fill, LANGS, say } from '../../src/text/catalogue.ts';
import { EN } from '../../src/text/en.ts';
import { ISSUES } from '../../src/text/issues.ts';
import { ZH_HANT } from '../../src/text/zh-hant.ts';
import { sources } from './sources.ts';

const holes = (sentence: unknown) => [...new Set(JSON.stringify(sentence).match(/\{\w+\}/g) ?? [])].sort();

test('both languages have the same keys and the same holes in every sentence', () => {
  expect(Object.keys(ZH_HANT).sort()).toEqual(Object.keys(EN).sort());
  const faults = Object.entries(EN).filter(([key, sentence]) => {
    const other = ZH_HANT[key as keyof typeof EN];
    return holes(sentence).join() !== holes(other).join();
  });
  expect(faults.map(([key]) => key)).toEqual([]);
});

test('every sentence is used', () => {
  const used = sources('src', '.ts').filter(({ path }) => !path.startsWith('src/text/')).map(({ text }) => text).join('\n');
  const unused = Object.keys(EN).filter((key) => {
    if (used.includes(`'${key}'`)) return false;
    // Families are addressed by what the data says: `verdict.${verdict}`, `missing.${kind}.any`.
    const parts = key.split('.');
    return !parts.some((_, at) => at > 0 && used.includes(`\`${parts.slice(0, at).join('.')}.\${`));
  });
  expect(unused).toEqual([]);
});

test('Taiwan is written 臺灣', () => {
  expect(sources('src', '.ts').concat(sources('docs', '.md'), sources('rulebooks', '.yaml')).filter(({ text }) => text.includes('台灣')).map(({ path }) => path)).toEqual([]);
});

test('whoever is addressed in Chinese is 您', () => {
  expect(sources('src/text', '.ts').concat(sources('docs', '.md'), sources('rulebooks', '.yaml'), sources('examples', '.md')).filter(({ text }) => text.includes('你')).map(({ path }) => path)).toEqual([]);
});

test('every error code has a sentence and a hint in both languages', () => {
  expect(Object.keys(ISSUES).sort()).toEqual([...ERROR_CODES].sort());
  for (const code of ERROR_CODES) {
    for (const lang of LANGS) {
      const { message, hint } = ISSUES[code]![lang];
      expect(message, code).not.toBe('');
      expect(hint, code).not.toBe('');
      expect(message, `${code}: one sentence without a full stop`).not.toMatch(/[.。]$/);
    }
    expect(holes(ISSUES[code]!.en.message), code).toEqual(holes(ISSUES[code]!['zh-Hant'].message));
  }
});

test('every error code has a heading in docs/errors.md, and nothing else has one', () => {
  const [page] = sources('docs', 'errors.md');
  const headings = [...page!.text.matchAll(/^## `?([^`\n]+?)`?$/gm)].map((match) => match[1]);
  expect(headings.sort()).toEqual([...ERROR_CODES].sort());
});

test('text of a user cannot move the cursor, turn the reading direction or hide', () => {
  expect(say('en', 'cli.crash', { message: 'a\u202eb\u001b[2Jc\u200bd\n' })).toBe('failed: a\\u{202e}b\\u{1b}[2Jc\\u{200b}d\\u{a}');
  expect(say('zh-Hant', 'cli.crash', { message: '臺灣 №1' })).toBe('失敗：臺灣 №1');
});

test('a hole without a parameter stays visible, and plural forms follow the number', () => {
  expect(fill('en', 'a {b}', {})).toBe('a {b}');
  expect([0, 1, 2].map((count) => say('en', 'honesty.conflicts', { count }))).toEqual([
    '0 contradictions between records',
    '1 contradiction between records',
    '2 contradictions between records',
  ]);
});
