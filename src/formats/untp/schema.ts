/** JSON Schema 2020-12 over documents of others: the only file that imports ajv. A schema is given, never fetched. */
import { Ajv2020 } from 'ajv/dist/2020.js';

export interface SchemaFault { readonly at: string; readonly keyword: string; readonly given: string }
export type Validate = (value: unknown) => readonly SchemaFault[];

/** RFC 3339 and RFC 3986 as far as the schemas of UNTP ask; what they say of bytes and floats is no rule on a text. */
const FORMATS: Readonly<Record<string, RegExp | true>> = {
  'date-time': /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])[Tt]([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)$/,
  date: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  uri: /^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`]*$/,
  byte: true, binary: true, float: true,
};

/**
 * All faults at once; where dates alone are at fault, only those (a wrong date would else make every other branch of a choice a fault too).
 * Throws where the schema itself is none.
 */
export function schemaOf(schema: object): Validate {
  const strict = compiled(schema, FORMATS);
  const dateless = compiled(schema, { ...FORMATS, 'date-time': true, date: true });
  return (value) => {
    const all = strict(value);
    return all.length > 0 && dateless(value).length === 0 ? all.filter(({ keyword }) => keyword === 'format') : all;
  };
}

function compiled(schema: object, formats: Readonly<Record<string, RegExp | true>>): Validate {
  const validate = new Ajv2020({ strict: false, allErrors: true, logger: false, formats }).compile(schema);
  return (value) => (validate(value) ? [] : (validate.errors ?? []).map(({ instancePath, keyword, params }) => ({ at: instancePath, keyword, given: String(params.additionalProperty ?? params.missingProperty ?? params.format ?? '') })));
}
