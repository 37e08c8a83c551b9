/**
 * What an EPCIS 2.0 document in JSON-LD must be (GS1 EPCIS 2.0.0 section 10, CBV 2.0 section 7), as far as anything that is
 * read rests on it, in words of our own: documents and query results, the five kinds of events and extended ones.
 * A member is one that the standard has, or one of a vocabulary: its name then has a colon.
 */
import { type Schema, type SchemaCheck, schemaCheck } from '../json-schema.ts';

/** CBV 2.0 section 7.1. */
const STEPS = (
  'accepting arriving assembling collecting commissioning consigning creating_class_instance cycle_counting decommissioning departing destroying disassembling dispensing ' +
  'encoding entering_exiting holding inspecting installing killing loading other packing picking receiving removing repackaging repairing replacing reserving retail_selling ' +
  'shipping staging_outbound stock_taking stocking storing transporting unloading unpacking void_shipping sensor_reporting sampling'
).split(' ');
/** CBV 2.0 section 7.2. */
const DISPOSITIONS = (
  'active available completeness_inferred completeness_verified conformant container_closed container_open damaged destroyed dispensed disposed encoded expired in_progress in_transit ' +
  'inactive mismatch_class mismatch_instance mismatch_quantity needs_replacement no_pedigree_match non_conformant non_sellable_other partially_dispensed recalled reserved retail_sold ' +
  'returned sellable_accessible sellable_not_accessible stolen unavailable unknown'
).split(' ');

const text: Schema = { type: 'string' };
const uri: Schema = { type: 'string', format: 'uri' };
const time: Schema = { type: 'string', format: 'date-time' };
const number: Schema = { type: 'number' };
const wordOrUri = (words: readonly string[]): Schema => ({ anyOf: [{ enum: words }, { type: 'string', format: 'uri', pattern: '^(?!urn:epcglobal:cbv|https?://ns\\.gs1\\.org/cbv/)' }] });
const list = (items: Schema, least?: number): Schema => ({ type: 'array', items, ...(least !== undefined && { minItems: least }) });
/** Exactly these members. */
const exactly = (properties: Readonly<Record<string, Schema>>, ...required: string[]): Schema => ({ type: 'object', properties, required, additionalProperties: false });
/** These, and any of a vocabulary. */
const members = (properties: Readonly<Record<string, Schema>>, ...required: string[]): Schema => ({
  type: 'object', properties, required, propertyNames: { anyOf: [{ enum: Object.keys(properties) }, uri] },
});
const has = (...required: string[]): Schema => ({ required });

const context: Schema = { anyOf: [uri, { type: 'object' }, { type: 'array', items: { anyOf: [uri, { type: 'object' }] }, uniqueItems: true }] };
const place: Schema = { type: 'object', properties: { id: uri }, required: ['id'] };
const quantities: Schema = list(exactly({ epcClass: uri, quantity: number, uom: { type: 'string', pattern: '^[A-Z0-9]{2,3}$' } }, 'epcClass'));
const epcs: Schema = { type: 'array', items: uri, uniqueItems: true };
const partyType = wordOrUri(['owning_party', 'possessing_party', 'location']);
const disposition = wordOrUri(DISPOSITIONS);

const COMMON: Readonly<Record<string, Schema>> = {
  '@context': context,
  type: text,
  eventTime: time,
  recordTime: time,
  eventTimeZoneOffset: { type: 'string', pattern: '^[+-](?:(?:0[0-9]|1[0-3]):[0-5][0-9]|14:00)$' },
  eventID: uri,
  certificationInfo: { anyOf: [uri, list(uri)] },
  errorDeclaration: members({ declarationTime: time, reason: wordOrUri(['did_not_occur', 'incorrect_data']), correctiveEventIDs: list(uri) }, 'declarationTime'),
};
const WHERE_AND_WHY: Readonly<Record<string, Schema>> = {
  bizStep: wordOrUri(STEPS),
  disposition,
  readPoint: place,
  bizLocation: place,
  bizTransactionList: list(exactly({ type: text, bizTransaction: uri }, 'bizTransaction')),
  sourceList: list(exactly({ type: partyType, source: uri }, 'type', 'source')),
  destinationList: list(exactly({ type: partyType, destination: uri }, 'type', 'destination')),
  sensorElementList: list(members({ sensorMetadata: { type: 'object' }, sensorReport: list({ type: 'object', properties: { type: text, value: number, time }, required: ['type'] }, 1) }, 'sensorReport')),
  persistentDisposition: { ...(exactly({ set: list(disposition, 1), unset: list(disposition, 1) }) as object), anyOf: [has('set'), has('unset')] },
};
const action: Schema = { enum: ['OBSERVE', 'ADD', 'DELETE'] };
const ilmd: Schema = { type: 'object', propertyNames: uri };

function event(type: string, own: Readonly<Record<string, Schema>>, required: readonly string[], ...also: Schema[]): Schema {
  return { allOf: [members({ ...COMMON, ...WHERE_AND_WHY, ...own, type: { const: type } }, 'type', 'eventTime', 'eventTimeZoneOffset', ...required), ...also] };
}
const isDelete: Schema = { properties: { action: { const: 'DELETE' } } };
const some = (name: string): Schema => ({ properties: { [name]: { minItems: 1 } }, required: [name] });
const NO = false;

const EVENTS: Readonly<Record<string, Schema>> = {
  ObjectEvent: event('ObjectEvent', { epcList: epcs, quantityList: quantities, action, ilmd }, ['action'],
    { anyOf: [has('epcList'), some('quantityList'), { required: ['sensorElementList', 'readPoint'] }] },
    { anyOf: [{ properties: { action: { const: 'ADD' } } }, { properties: { ilmd: NO } }] }),
  AggregationEvent: event('AggregationEvent', { parentID: uri, childEPCs: epcs, childQuantityList: quantities, action }, ['action'],
    { anyOf: [some('childEPCs'), some('childQuantityList'), isDelete, { required: ['sensorElementList'] }] },
    { anyOf: [has('parentID'), { properties: { action: { const: 'OBSERVE' } } }] }),
  AssociationEvent: event('AssociationEvent', { parentID: uri, childEPCs: epcs, childQuantityList: quantities, action }, ['action', 'parentID'],
    { anyOf: [some('childEPCs'), some('childQuantityList'), isDelete] }),
  TransactionEvent: event('TransactionEvent', { parentID: uri, epcList: epcs, quantityList: quantities, action }, ['action', 'bizTransactionList'],
    { anyOf: [has('epcList'), some('quantityList'), { required: ['sensorElementList', 'readPoint'] }] }),
  TransformationEvent: event('TransformationEvent', { inputEPCList: epcs, inputQuantityList: quantities, outputEPCList: epcs, outputQuantityList: quantities, transformationID: uri, ilmd }, [],
    { anyOf: [has('transformationID'), { allOf: [{ anyOf: [some('inputEPCList'), some('inputQuantityList')] }, { anyOf: [some('outputEPCList'), some('outputQuantityList')] }] }] },
    { anyOf: [some('inputEPCList'), some('inputQuantityList'), some('outputEPCList'), some('outputQuantityList')] }),
};
/** Of the standard's own. */
export function isEventType(type: unknown): boolean {
  return typeof type === 'string' && Object.hasOwn(EVENTS, type);
}

const ONE_OF: Schema = {
  type: 'object', properties: { type: text }, required: ['type'],
  allOf: [
    ...Object.entries(EVENTS).map(([type, then]) => ({ if: { properties: { type: { const: type } }, required: ['type'] }, then })),
    // An event of another vocabulary says of what kind it is by a URI, and is passed over.
    { if: { properties: { type: { enum: Object.keys(EVENTS) } } }, else: { type: 'object', properties: { ...COMMON, type: uri }, required: ['eventTime', 'eventTimeZoneOffset'] } },
  ],
};

const vocabularies: Schema = list({
  type: 'object', required: ['type'],
  properties: { type: uri, vocabularyElementList: list({ type: 'object', required: ['id'], properties: { id: uri, attributes: list({ type: 'object', required: ['id'], properties: { id: uri } }), children: list(uri) } }) },
});
const header: Schema = members({ epcisMasterData: { type: 'object', properties: { vocabularyList: vocabularies } } });
const version: Schema = { type: 'string', pattern: '^[0-9]+(?:\\.[0-9]+)*$' };
const about = { '@context': context, id: uri, schemaVersion: version, creationDate: time };
const eventList = list(ONE_OF);

const DOCUMENTS: Readonly<Record<string, Schema>> = {
  EPCISDocument: members({
    ...about, type: { const: 'EPCISDocument' }, instanceIdentifier: text, sender: text, receiver: text, epcisHeader: header,
    epcisBody: { type: 'object', properties: { eventList }, required: ['eventList'] },
  }, 'type', '@context', 'schemaVersion', 'creationDate', 'epcisBody'),
  EPCISQueryDocument: members({
    ...about, type: { const: 'EPCISQueryDocument' },
    epcisBody: members({ queryResults: members({ queryName: text, subscriptionID: text, resultsBody: members({ eventList, vocabularyList: vocabularies }, 'eventList') }, 'queryName', 'resultsBody') }, 'queryResults'),
  }, 'type', '@context', 'epcisBody'),
};

const checks = new Map<string, SchemaCheck>();
/** The check of a document of this type; `undefined` where the standard has no such type. */
export function epcisCheck(type: unknown): SchemaCheck | undefined {
  if (typeof type !== 'string') return undefined;
  const known = checks.get(type);
  const alone = Object.hasOwn(EVENTS, type);
  const schema = alone ? { allOf: [EVENTS[type]!, has('@context')] } : Object.hasOwn(DOCUMENTS, type) ? DOCUMENTS[type]! : undefined;
  if (known || schema === undefined) return known;
  const check = schemaCheck(schema);
  checks.set(type, check);
  return check;
}
