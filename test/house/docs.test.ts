import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { expect, test } from 'vitest';
import { root, sources, type Source } from './sources.ts';

const pages: Source[] = [
  ...['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md'].map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') })),
  ...sources('docs', '.md'),
  ...sources('examples', '.md'),
  ...sources('rulebooks', '.md'),
];

/** GitHub's anchor of a heading. */
const anchor = (heading: string) => heading.toLowerCase().replace(/[^\p{L}\p{N} _-]/gu, '').replaceAll(' ', '-');
const anchors = (text: string) => [...text.matchAll(/^#+ (.+)$/gm)].map((match) => anchor(match[1]!));
const prose = (text: string) => text.replace(/```[\s\S]*?```/g, '').replace(/`[^`\n]*`/g, '');

test('every link between pages leads to a page and a heading that exist', () => {
  const broken: string[] = [];
  for (const { path, text } of pages)
    for (const [, target = ''] of prose(text).matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^[a-z]+:/.test(target)) continue;
      const [file = '', heading] = target.split('#');
      const aim = file === '' ? path : posix.join(posix.dirname(path), file);
      if (!existsSync(join(root, aim))) broken.push(`${path}: ${target}`);
      else if (heading !== undefined && !anchors(readFileSync(join(root, aim), 'utf8')).includes(heading)) broken.push(`${path}: ${target}`);
    }
  expect(broken).toEqual([]);
});

test('every file that a page names in backticks exists', () => {
  const lost: string[] = [];
  for (const { path, text } of pages) {
    if (path.startsWith('examples/')) continue;
    for (const [, name = ''] of text.matchAll(/`((?:src|test|docs|scripts|rulebooks|examples|schemas|bench)\/[\w./-]*)`/g))
      if (!/\bID\b/.test(name) && !existsSync(join(root, name))) lost.push(`${path}: ${name}`);
  }
  expect(lost).toEqual([]);
});

test('every decision has a date, a question, what was looked at and a decision', () => {
  for (const { path, text } of sources('docs/decisions', '.md')) {
    expect(path).toMatch(/\/\d{4}-[\w-]+\.md$/);
    for (const part of [/\d{4}-\d{2}-\d{2}/, /question/i, /looked at/i, /decision/i]) expect(text, path).toMatch(part);
  }
});
