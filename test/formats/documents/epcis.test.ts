import { expect, test } from 'vitest';
import { epcis } from '../../conformance/epcis.ts';
import { workspace } from '../../support/files.ts';
import { shared } from '../../support/shared.ts';
import { codes, readFile, recordsOf } from './support.ts';

const suite = shared('conformance', 'epcis-2.0');
test.skipIf(!suite)('GS1’s documents are read with all their events, and made invalid they are refused', () => {
  const { run, failures } = epcis(suite!);
  expect(failures).toEqual([]);
  expect(run).toBeGreaterThan(700);
}, 120_000);

const CONTEXT = 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld';
const at = (day: string): object => ({ eventTime: `2026-${day}T08:00:00Z`, eventTimeZoneOffset: '+08:00' });
const document = (eventList: object[], more: object = {}): string => JSON.stringify({ '@context': CONTEXT, type: 'EPCISDocument', schemaVersion: '2.0', creationDate: '2026-11-22T08:00:00Z', ...more, epcisBody: { eventList } });
const read = (...events: object[]) => readFile('x.json', document(events));
const made = (inputs: string[], outputs: string[], more: object = {}): object => ({ type: 'TransformationEvent', ...at('03-01'), inputEPCList: inputs, outputEPCList: outputs, ...more });
const holds = (parent: string, action: string, children: string[], day: string): object => ({ type: 'AssociationEvent', ...at(day), parentID: parent, action, childEPCs: children });
const linesOf = (found: ReturnType<typeof read>) => recordsOf(found, 'line').map(({ recipe, options }) => `${recipe} > ${options[0]!.product}`);

test('what goes into a transformation are lines of what comes out, which is made where the event was read', () => {
  const found = read(made(['urn:a:1', 'urn:a:2'], ['urn:b:1'], { bizStep: 'assembling', readPoint: { id: 'urn:site:1' }, bizLocation: { id: 'urn:site:2' } }), made(['urn:b:1'], ['urn:c:1']));
  expect(codes(found)).toEqual([]);
  expect(linesOf(found)).toEqual(['event 1:x#urn:b:1 > x#urn:a:1', 'event 1:x#urn:b:1 > x#urn:a:2', 'event 2:x#urn:c:1 > x#urn:b:1', 'bom > x#urn:c:1']);
  expect(recordsOf(found, 'recipe').map(({ facility, steps, country, sole }) => [facility, steps, country, sole])).toEqual([['facility:urn:site:1', undefined, undefined, undefined], [undefined, undefined, undefined, undefined], [undefined, undefined, undefined, undefined]]);
  expect(recordsOf(found, 'completeness')).toEqual([]);
  expect(recordsOf(found, 'facility')).toMatchObject([{ id: 'facility:urn:site:1' }]);
});

test('the country of a place is what the document’s own master data says of that very place', () => {
  const header = (country: string): object => ({ epcisHeader: { epcisMasterData: { vocabularyList: [{ type: 'urn:epcglobal:epcis:vtype:BusinessLocation', vocabularyElementList: [{ id: 'urn:site:1', attributes: [{ id: 'urn:epcglobal:cbv:mda#countryCode', attribute: country }, { id: 'cbvmda:name', attribute: 'Plant 1' }] }] }] } } });
  const event = made(['urn:a:1'], ['urn:b:1'], { readPoint: { id: 'urn:site:1' } });
  expect(recordsOf(readFile('x.json', document([event], header('TW'))), 'facility')).toMatchObject([{ name: 'Plant 1', country: 'TW' }]);
  expect(recordsOf(readFile('x.json', document([event], header('XX'))), 'facility')[0]!.country).toBe(undefined);
  expect(recordsOf(readFile('x.json', document([made(['urn:a:1'], ['urn:b:1'], { readPoint: { id: 'urn:site:1.2' } })], header('TW'))), 'facility')[0]!.country).toBe(undefined);
});

test('what is associated is inside until an event takes it out, in the order of time and not of the document', () => {
  expect(linesOf(read(holds('urn:p:1', 'DELETE', ['urn:a:1'], '05-02'), holds('urn:p:1', 'ADD', ['urn:a:1', 'urn:a:2'], '05-01')))).toEqual(['holds:x#urn:p:1 > x#urn:a:2', 'bom > x#urn:a:1', 'bom > x#urn:p:1']);
  expect(linesOf(read(holds('urn:p:1', 'ADD', ['urn:a:1'], '05-01'), holds('urn:p:1', 'DELETE', [], '05-02'), holds('urn:p:1', 'ADD', ['urn:a:3'], '05-03')))).toContain('holds:x#urn:p:1 > x#urn:a:3');
});

test('events of one transformation are one; an event declared wrong is left out and said', () => {
  const found = read(made(['urn:a:1'], [], { transformationID: 'urn:t:1' }), made(['urn:a:2'], ['urn:b:1'], { transformationID: 'urn:t:1' }), made(['urn:z:1'], ['urn:b:1'], { errorDeclaration: { declarationTime: '2026-06-01T00:00:00Z' } }));
  expect(linesOf(found).filter((line) => line.startsWith('event'))).toEqual(['event 1:x#urn:b:1 > x#urn:a:1', 'event 1:x#urn:b:1 > x#urn:a:2']);
  expect(found.value.warnings.map(({ code }) => code)).toContain('document/left-out');
  expect(recordsOf(found, 'product').map(({ id }) => id)).toContain('x#urn:z:1'); // it is named all the same
});

test('an event that another declares wrong by its id is left out as well, wherever it stands', () => {
  const error = { declarationTime: '2026-05-01T08:00:00Z' };
  const id = 'urn:uuid:404d95fc-9457-4a51-bd6a-0bba133845a8';
  const wrong = made(['urn:z:1'], ['urn:b:1'], { eventID: id });
  const right = made(['urn:a:1'], ['urn:b:1'], { eventID: 'urn:uuid:404d95fc-9457-4a51-bd6a-0bba133845a9' });
  for (const events of [[wrong, right, { ...wrong, errorDeclaration: error }], [{ ...wrong, errorDeclaration: error }, right, wrong]]) {
    const found = read(...events);
    expect(linesOf(found).filter((line) => line.startsWith('event'))).toEqual(['event 1:x#urn:b:1 > x#urn:a:1']);
    expect(found.value.warnings.filter(({ code }) => code === 'document/left-out')).toHaveLength(2);
  }
});

test('what is taken out after the document was made is in there still, and that is said', () => {
  const found = read(holds('urn:p:1', 'ADD', ['urn:a:1'], '05-01'), holds('urn:p:1', 'DELETE', ['urn:a:1'], '12-01'));
  expect(linesOf(found)).toContain('holds:x#urn:p:1 > x#urn:a:1');
  expect(found.value.warnings.map(({ code }) => code)).toContain('document/left-out');
});

test('a change of owner is a supply; a change of hands is none', () => {
  const party = (type: string, key: string, id: string): object => ({ type, [key]: id });
  const ship = (type: string): object => ({ type: 'ObjectEvent', ...at('04-01'), action: 'OBSERVE', epcList: ['urn:a:1'], sourceList: [party(type, 'source', 'urn:pgln:1')], destinationList: [party(type, 'destination', 'urn:pgln:2')] });
  expect(recordsOf(read(ship('owning_party')), 'supply')).toMatchObject([{ product: 'x#urn:a:1', supplier: 'party:urn:pgln:1', buyer: 'party:urn:pgln:2' }]);
  expect(recordsOf(read(ship('possessing_party')), 'supply')).toEqual([]);
  expect(recordsOf(read(ship('owning_party')), 'product').every(({ maker }) => maker === undefined)).toBe(true);
});

test('one lot of a document can be asked about', () => {
  const text = document([made(['urn:a:1'], ['urn:b:1'])]);
  expect(readFile('x.json', text).value.config).toMatchObject({ product: 'x', bom: 'bom' });
  const { value } = workspace({ 'nonred.yaml': 'product: x#urn:b:1\n', 'x.json': text });
  expect(value.warnings).toEqual([]);
  expect(value.records.filter(({ kind }) => kind === 'product').map(({ id }) => id)).toEqual(['x#urn:a:1', 'x#urn:b:1', 'x']);
  expect(codes(readFile('x.json', document([made([], ['urn:b:1'])])))).toEqual(['document/invalid /epcisBody/eventList/0/inputEPCList']);
});
