/** Writes schemas/*.schema.json from the shapes that the readers use. A house test compares them. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { schemas } from '../test/house/schemas.ts';

for (const [name, text] of Object.entries(schemas())) {
  writeFileSync(fileURLToPath(new URL(`../schemas/${name}`, import.meta.url)), text);
  process.stdout.write(`schemas/${name}\n`);
}
