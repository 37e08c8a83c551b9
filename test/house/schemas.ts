import { jsonSchema } from '../../src/formats/shape.ts';
import { resultShape } from '../../src/wire/result.ts';

/** The published JSON Schemas by file name. */
export function schemas(): Record<string, string> {
  const shapes = { 'result.schema.json': { title: 'nonred result file, version 1', shape: resultShape } };
  return Object.fromEntries(
    Object.entries(shapes).map(([name, { title, shape }]) => [name, `${JSON.stringify({ title, ...jsonSchema(shape) }, null, 2)}\n`]),
  );
}
