import { jsonSchema } from '../../src/formats/shape.ts';
import { configShape } from '../../src/formats/workspace/config.ts';
import { tableSchemas } from '../../src/formats/workspace/schema.ts';
import { scenarioShape } from '../../src/stress/scenario.ts';
import { resultShape } from '../../src/wire/result.ts';
import { stressShape } from '../../src/wire/stress.ts';

/** The published JSON Schemas by file name. */
export function schemas(): Record<string, string> {
  const shapes = {
    'result.schema.json': { title: 'nonred result file, version 1', ...jsonSchema(resultShape) },
    'scenario.schema.json': { title: 'scenario of nonred stress', ...jsonSchema(scenarioShape) },
    'stress.schema.json': { title: 'nonred stress --json, version 1', ...jsonSchema(stressShape) },
    'nonred.schema.json': { title: 'nonred.yaml', ...jsonSchema(configShape) },
    ...Object.fromEntries(Object.entries(tableSchemas()).map(([table, schema]) => [`${table}.schema.json`, schema])),
  };
  return Object.fromEntries(Object.entries(shapes).map(([name, schema]) => [name, `${JSON.stringify(schema, null, 2)}\n`]));
}
