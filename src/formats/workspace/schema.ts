/** JSON Schemas (draft 2020-12) of the rows of each table, for editors and converters: every cell is a text. */
import { COUNTRY_CODES } from '../../base/countries.ts';
import { UNITS } from '../../base/units.ts';
import { type CellType, type Column, type Table, TABLES } from './tables.ts';

export type JsonSchema = Readonly<Record<string, unknown>>;

/** By table name. */
export function tableSchemas(): Readonly<Record<string, JsonSchema>> {
  return Object.fromEntries(TABLES.map((table) => [table.name, rowSchema(table)]));
}

function rowSchema({ name, doc, columns, closed }: Table): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: `a row of ${name}`,
    description: `${doc} Every cell is a text; an empty one is an absent field. ${closed ? 'There are no further columns.' : 'Further columns are kept as notes.'}`,
    type: 'object',
    properties: Object.fromEntries(columns.map((column) => [column.name, cellSchema(column)])),
    required: columns.filter(({ required }) => required).map((column) => column.name),
    additionalProperties: closed ? false : { type: 'string' },
  };
}

const DECIMAL = '[0-9]+(\\.[0-9]+)?';
/** What a cell looks like; the reader knows more (that a day exists, that a number is not ambiguous). */
const PATTERNS: Readonly<Partial<Record<CellType, string>>> = {
  id: '^[^|?#\\s]([^|]*[^|\\s])?$',
  day: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$',
  decimal: `^${DECIMAL}$`,
  signed: `^-?${DECIMAL}$`,
  digest: '^[0-9a-fA-F]{64}$',
  currency: '^[A-Z]{3}$',
};

function cellSchema({ type, doc, words, required }: Column): JsonSchema {
  const base = { description: doc, type: 'string' };
  if (required) return { ...base, ...shapeOf(type, words), minLength: 1 };
  const shape = shapeOf(type, words);
  return Object.keys(shape).length === 0 || 'examples' in shape ? { ...base, ...shape } : { ...base, anyOf: [{ const: '' }, shape] };
}

function shapeOf(type: CellType, words: readonly string[] | undefined): JsonSchema {
  if (type === 'word') return { enum: words };
  if (type === 'flag') return { enum: ['yes', 'no'] };
  if (type === 'country') return { examples: COUNTRY_CODES };
  if (type === 'unit') return { examples: UNITS.map(({ code }) => code) };
  const pattern = PATTERNS[type];
  return pattern === undefined ? {} : { pattern };
}
