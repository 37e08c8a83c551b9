/** Writes what is made from declarations: schemas/*.schema.json and docs/tables.md. A house test compares them. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { schemas } from '../test/house/schemas.ts';
import { tablesPage } from '../test/house/tables-page.ts';

const made = { ...Object.fromEntries(Object.entries(schemas()).map(([name, text]) => [`schemas/${name}`, text])), 'docs/tables.md': tablesPage() };
for (const [path, text] of Object.entries(made)) {
  writeFileSync(fileURLToPath(new URL(`../${path}`, import.meta.url)), text);
  process.stdout.write(`${path}\n`);
}
