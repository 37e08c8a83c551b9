import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { fileOf } from '../../src/formats/file.ts';
import { readDelimited } from '../../src/formats/table/delimited.ts';
import { tableSchemas } from '../../src/formats/workspace/schema.ts';
import { templates } from '../../src/formats/workspace/templates.ts';
import { root } from '../house/sources.ts';
import { bytesOf } from '../support/files.ts';

const ajv = new Ajv2020({ strict: true, allErrors: true });
const validate = new Map(Object.entries(tableSchemas()).map(([table, schema]) => [table, ajv.compile(schema)]));

/** The rows of a table as objects of texts. */
function objects(bytes: Uint8Array): Record<string, string>[] {
  const [header, ...rows] = readDelimited(fileOf(bytes), 'a.csv').value[0]?.rows ?? [];
  return rows.filter(({ cells }) => !cells[0]!.startsWith('#')).map(({ cells }) => Object.fromEntries(header!.cells.map((name, i) => [name, (cells[i] ?? '').trim()])));
}

test('every row of the examples is valid under the schema of its table', () => {
  let count = 0;
  for (const example of readdirSync(join(root, 'examples'), { withFileTypes: true }).filter(({ name }) => existsSync(join(root, 'examples', name, 'nonred.yaml'))))
    for (const file of readdirSync(join(root, 'examples', example.name)).filter((name) => name.endsWith('.csv'))) {
      const check = validate.get(file.replace('.csv', ''))!;
      for (const row of objects(readFileSync(join(root, 'examples', example.name, file)))) {
        count++;
        check(row);
        expect(check.errors ?? [], `${example.name}/${file}: ${JSON.stringify(row)}`).toEqual([]);
      }
    }
  expect(count).toBeGreaterThan(300);
});

test('a schema refuses a missing key, a word of no vocabulary, a day that is none', () => {
  const products = validate.get('products')!;
  expect([products({ id: 'p', name: '' }), products({ id: '' }), products({ name: 'x' }), products({ id: 'p', validFrom: 'May' }), products({ id: 'a|b' })]).toEqual([true, false, false, false, false]);
  expect(validate.get('lines')!({ recipe: 'b', line: '1', use: 'sometimes' })).toBe(false);
});

test('every template has the columns of its schema', () => {
  for (const [name, schema] of Object.entries(tableSchemas())) {
    const text = templates().get(`${name}.csv`)!;
    expect(readDelimited(fileOf(bytesOf(text)), 'a.csv').value[0]!.rows[0]!.cells).toEqual(Object.keys(schema.properties as object));
  }
});
