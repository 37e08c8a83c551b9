import { jsonSchema } from '../../src/formats/shape.ts';
import { configShape } from '../../src/formats/workspace/config.ts';
import { tableSchemas } from '../../src/formats/workspace/schema.ts';
import { resultShape } from '../../src/wire/result.ts';

/** The published JSON Schemas by file name. */
export function schemas(): Record<string, string> {
  const shapes = {
    'result.schema.json': { title: 'nonred result file, version 1', ...jsonSchema(resultShape) },
    'nonred.schema.json': { title: 'nonred.yaml', ...jsonSchema(configShape) },
    ...Object.fromEntries(Object.entries(tableSchemas()).map(([table, schema]) => [`${table}.schema.json`, schema])),
  };
  return Object.fromEntries(Object.entries(shapes).map(([name, schema]) => [name, `${JSON.stringify(schema, null, 2)}\n`]));
}
