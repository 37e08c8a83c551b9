/**
 * The Catena-X aspects that are read, as far as they are read: relationships (`SingleLevelBom...`, `SingleLevelUsage...`,
 * `AssemblyPartRelationship`), parts (`SerialPart`, `Batch`, `PartAsPlanned` ...) and their sites. Versions differ in how an
 * amount and a site are written; both ways are known. Members beyond these are allowed: the models grow.
 */
import { type Schema, type SchemaCheck, schemaCheck } from '../json-schema.ts';

const text: Schema = { type: 'string', minLength: 1 };
const time: Schema = { type: 'string', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}' };
const open = (properties: Readonly<Record<string, Schema>>, ...required: string[]): Schema => ({ type: 'object', properties, required });
const list = (items: Schema): Schema => ({ type: 'array', items });

const amount: Schema = { type: ['number', 'string'], minimum: 0, pattern: '^[0-9]+(?:\\.[0-9]+)?$' }; // older data writes numbers as texts
const quantity: Schema = {
  anyOf: [
    open({ value: amount, unit: text }, 'value'),
    open({ quantityNumber: amount, measurementUnit: { anyOf: [text, open({ lexicalValue: text }, 'lexicalValue')] } }, 'quantityNumber'),
  ],
};
const validity = open({ validFrom: time, validTo: time });
const item = (id: string): Schema => open({ [id]: text, businessPartner: text, quantity, validityPeriod: validity, hasAlternatives: { type: 'boolean' }, isOnlyPotentialParent: { type: 'boolean' } }, id);
const sites = list(open({ catenaXsiteId: text, function: text, functionValidFrom: time, functionValidUntil: time }));
const aspect = open({
  childItems: list(item('catenaXId')),
  childParts: list({ anyOf: [item('childCatenaXId'), item('catenaXId')] }),
  parentItems: list(item('catenaXId')),
  parentParts: list({ anyOf: [item('parentCatenaXId'), item('catenaXId')] }),
  partTypeInformation: open({ manufacturerPartId: text, nameAtManufacturer: { type: 'string' } }),
  manufacturingInformation: open({ country: { type: 'string' }, sites }),
  localIdentifiers: list(open({ key: text, value: { type: 'string' } }, 'key', 'value')),
  sites,
  partSitesInformationAsPlanned: sites,
  component: list(open({ materialName: { type: 'string' } })),
});

/** Of a list of items, each with an id and aspects under their URNs. */
export const itemsCheck: SchemaCheck = schemaCheck(list({
  type: 'object', properties: { catenaXId: text, bpnl: { type: 'string' } }, required: ['catenaXId'],
  // A member whose name is no aspect's is let be; the reader asks for the names.
  additionalProperties: { anyOf: [list({ anyOf: [aspect, { not: { type: 'object' } }] }), { not: { type: 'array' } }] },
}));
