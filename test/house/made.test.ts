import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './sources.ts';
import { tablesPage } from './tables-page.ts';

test('docs/tables.md is made from the declaration of the tables: `npm run schemas` writes it', () => {
  expect(readFileSync(join(root, 'docs/tables.md'), 'utf8')).toBe(tablesPage());
});
