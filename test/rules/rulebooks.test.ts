import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadRulebook, rulebookSchema } from '../../src/rules/load.ts';

const files = readdirSync('rulebooks').filter((name) => name.endsWith('.yaml'));
const text = (file: string): string => readFileSync(`rulebooks/${file}`, 'utf8');

describe.each(files)('%s', (file) => {
  test('is sound, and its id is its name', () => {
    const { value, issues } = loadRulebook(text(file), file);
    expect(issues).toEqual([]);
    expect(`${value!.id}.yaml`).toBe(file);
  });
  test('what is loaded is plain: loading its JSON gives it again', () => {
    const { value } = loadRulebook(text(file), file);
    expect(loadRulebook(JSON.stringify(value), file)).toEqual({ value, issues: [] });
  });
  test('every option of every parameter selects something else', () => {
    const { value } = loadRulebook(text(file), file);
    for (const [name, { options }] of Object.entries(value!.parameters ?? {})) {
      const forms = options.map((option) => {
        const { parameters: _, ...rest } = loadRulebook(text(file), file, { [name]: option }).value!;
        return JSON.stringify(rest);
      });
      expect(new Set(forms).size, name).toBe(options.length);
    }
  });
  test('every source is used somewhere, and what rests on an unconfirmed one is marked', () => {
    const { value } = loadRulebook(text(file), file);
    const used = [...value!.versions, ...value!.clauses, ...value!.clauses.flatMap(({ unless = [] }) => unless)];
    for (const { sources = [], unverified } of used) {
      expect(sources).not.toEqual([]);
      if (sources.some((key) => !value!.sources.find((source) => source.key === key)!.confirmed)) expect(unverified).toBe(true);
    }
  });
  test('the JSON Schema accepts it', () => {
    const validate = new Ajv2020({ strict: false, formats: { date: true } }).compile(rulebookSchema());
    expect(validate(parse(text(file), { schema: 'core' })) || validate.errors).toBe(true);
  });
});

test('rulebooks/rulebook.schema.json is the schema of the loader (UPDATE_GOLDEN=1 writes it)', () => {
  const schema = `${JSON.stringify(rulebookSchema(), null, 1)}\n`;
  if (process.env.UPDATE_GOLDEN) writeFileSync('rulebooks/rulebook.schema.json', schema);
  expect(readFileSync('rulebooks/rulebook.schema.json', 'utf8')).toBe(schema);
});

test('the shipped documents quote their days', () => {
  const ndaa = loadRulebook(text('us-ndaa-848.yaml'), '').value!;
  expect(ndaa.versions.map(({ from, to, sets }) => [from, to, sets!.covered])).toEqual([
    ['2019-12-20', '2022-12-23', ['CN', 'HK', 'MO']],
    ['2022-12-23', undefined, ['CN', 'HK', 'MO', 'RU', 'IR', 'KP']],
  ]);
  expect(ndaa.clauses.filter(({ unverified }) => unverified).map(({ id, from }) => [id, from])).toEqual([['B-other-words', undefined], ['C-other-words', undefined], ['b-aircraft', '2024-10-01'], ['b-parts', '2024-10-01']]);
});
