import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { rulebookPages } from './rulebook-pages.ts';
import { root } from './sources.ts';

test('docs/rulebooks has a page a law, as its file says now (UPDATE_GOLDEN=1 writes them)', () => {
  const pages = rulebookPages();
  const folder = join(root, 'docs', 'rulebooks');
  if (process.env.UPDATE_GOLDEN) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    for (const [path, text] of Object.entries(pages)) writeFileSync(join(root, path), text);
  }
  expect(readdirSync(folder).map((name) => `docs/rulebooks/${name}`).sort()).toEqual(Object.keys(pages).sort());
  for (const [path, text] of Object.entries(pages)) expect(existsSync(join(root, path)) && readFileSync(join(root, path), 'utf8') === text, path).toBe(true);
});
