/** Small standard documents that the readers take, one list a format. All that can be red is, and nothing is left open: one change too few for clear. */
import { IPC_A, IPC_D } from '../formats/documents/templates.ts';

const property = (name: string, value: string): object => ({ name, value });
const part = (ref: string, country: string, more: object = {}): object => ({
  type: 'device', 'bom-ref': ref, manufacturer: { name: `Maker ${ref}` }, name: ref,
  properties: [property('nonred:countryOfProduction', country), property('nonred:makerDomicile', 'TW'), property('nonred:onlyWay', 'yes'), property('nonred:step', 'assembled')], ...more,
});
const REFS = ['board', 'a', 'b', 'c'];
const CDX = {
  bomFormat: 'CycloneDX', specVersion: '1.6', version: 1, metadata: { component: part('board', 'TW') },
  components: [part('a', 'CN', { supplier: { name: 'Shop' }, properties: [property('nonred:countryOfProduction', 'CN'), property('nonred:makerDomicile', 'CN'), property('nonred:onlyWay', 'yes'), property('cdx:device:quantity', '2')] }), part('b', 'CN'), part('c', 'CN')],
  dependencies: [{ ref: 'board', dependsOn: ['a', 'b'] }, { ref: 'b', dependsOn: ['c'] }],
  compositions: [{ aggregate: 'complete', assemblies: REFS, dependencies: REFS }],
};
const element = (ref: string, country: string): string => `<component type="device" bom-ref="${ref}"><manufacturer><name>M ${ref}</name></manufacturer><name>${ref}</name><properties>`
  + `<property name="nonred:countryOfProduction">${country}</property><property name="nonred:makerDomicile">CN</property><property name="nonred:onlyWay">yes</property></properties></component>`;
const XML = `<?xml version="1.0" encoding="UTF-8"?>\n<bom xmlns="http://cyclonedx.org/schema/bom/1.6" version="1"><metadata>${element('board', 'TW')}</metadata><components>${element('a', 'CN')}${element('b', 'CN')}</components>`
  + `<compositions><composition><aggregate>complete</aggregate><assemblies>${['board', 'a', 'b'].map((ref) => `<assembly ref="${ref}"/>`).join('')}</assemblies></composition></compositions></bom>`;
const OLD = { bomFormat: 'CycloneDX', specVersion: '1.3', version: 1, components: [{ type: 'library', name: 'a', version: '1', 'bom-ref': 'a', hashes: [{ alg: 'MD5', content: 'a'.repeat(32) }] }], dependencies: [{ ref: 'a', dependsOn: [] }] };

const at = { eventTime: '2026-03-01T08:00:00Z', eventTimeZoneOffset: '+08:00' };
const EPCIS = {
  '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'], type: 'EPCISDocument', schemaVersion: '2.0', creationDate: '2026-03-02T00:00:00Z',
  epcisHeader: { epcisMasterData: { vocabularyList: [{ type: 'urn:x:l', vocabularyElementList: [{ id: 'urn:s:1', attributes: [{ id: 'mda:countryCode', attribute: 'CN' }] }] }] } },
  epcisBody: {
    eventList: [
      { type: 'TransformationEvent', ...at, inputEPCList: ['urn:a:1'], outputQuantityList: [{ epcClass: 'urn:b:1', quantity: 2, uom: 'KGM' }], readPoint: { id: 'urn:s:1' }, bizStep: 'assembling' },
      { type: 'AssociationEvent', ...at, parentID: 'urn:p:1', childQuantityList: [{ epcClass: 'urn:b:1' }], action: 'ADD' },
      { type: 'ObjectEvent', ...at, epcList: ['urn:p:1'], action: 'OBSERVE', sourceList: [{ type: 'owning_party', source: 'urn:o:1' }], destinationList: [{ type: 'owning_party', destination: 'urn:o:2' }] },
    ],
  },
};
const CATENA = {
  'https://catenax.io/schema/TestDataContainer/1.0.0': [
    { catenaXId: 'urn:uuid:1', 'urn:samm:io.catenax.single_level_bom_as_built:3.0.0#SingleLevelBomAsBuilt': [{ childItems: [{ catenaXId: 'urn:uuid:2', businessPartner: 'BPNL1', quantity: { value: 2.5, unit: 'unit:piece' }, validityPeriod: { validFrom: '2020-01-01T00:00:00Z' } }] }] },
    { catenaXId: 'urn:uuid:2', 'urn:samm:io.catenax.serial_part:3.0.0#SerialPart': [{ localIdentifiers: [{ key: 'manufacturerId', value: 'BPNL2' }], manufacturingInformation: { country: 'CHN', sites: [{ catenaXsiteId: 'BPNS1', function: 'production' }] }, partTypeInformation: { manufacturerPartId: 'x', nameAtManufacturer: 'y' } }] },
  ],
};

export const DOCUMENT_SEEDS: Readonly<Record<string, () => readonly string[]>> = {
  'cyclonedx-json': () => [JSON.stringify(CDX), JSON.stringify(OLD)],
  'cyclonedx-xml': () => [XML],
  epcis: () => [JSON.stringify(EPCIS)],
  'catena-x': () => [JSON.stringify(CATENA)],
  'ipc-1752': () => [IPC_D, IPC_A],
};
