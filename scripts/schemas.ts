/** Writes what is made from declarations: schemas/*.schema.json, docs/tables.md, the grammars of CycloneDX. Tests compare them. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { cyclonedxGrammars } from './cyclonedx-grammar.ts';
import { schemas } from '../test/house/schemas.ts';
import { tablesPage } from '../test/house/tables-page.ts';

const made = { ...Object.fromEntries(Object.entries(schemas()).map(([name, text]) => [`schemas/${name}`, text])), 'docs/tables.md': tablesPage(), ...cyclonedxGrammars() };
for (const [path, text] of Object.entries(made)) {
  writeFileSync(fileURLToPath(new URL(`../${path}`, import.meta.url)), text);
  process.stdout.write(`${path}\n`);
}
