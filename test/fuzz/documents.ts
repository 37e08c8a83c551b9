/** Small standard documents that the readers take, one list a format. All that can be red is, and nothing is left open: one change too few for clear. */
import { editionText } from '../../src/formats/lists/edition.ts';
import { IPC_A, IPC_D } from '../formats/documents/templates.ts';

const property = (name: string, value: string): object => ({ name, value });
const part = (ref: string, country: string, more: object = {}): object => ({
  type: 'device', 'bom-ref': ref, manufacturer: { name: `Maker ${ref}` }, name: ref,
  properties: [property('nonred:countryOfProduction', country), property('nonred:makerDomicile', 'TW'), property('nonred:onlyWay', 'yes'), property('nonred:step', 'assembled')], ...more,
});
const REFS = ['board', 'a', 'b', 'c'];
const CDX = {
  bomFormat: 'CycloneDX', specVersion: '1.6', version: 1, metadata: { component: part('board', 'CN') },
  components: [part('a', 'CN', { supplier: { name: 'Shop' }, properties: [property('nonred:countryOfProduction', 'CN'), property('nonred:makerDomicile', 'CN'), property('nonred:onlyWay', 'yes'), property('cdx:device:quantity', '2')] }), part('b', 'CN'), part('c', 'CN')],
  dependencies: [{ ref: 'board', dependsOn: ['a', 'b'] }, { ref: 'b', dependsOn: ['c'] }],
  compositions: [{ aggregate: 'complete', assemblies: REFS, dependencies: REFS }],
};
const element = (ref: string, country: string): string => `<component type="device" bom-ref="${ref}"><manufacturer><name>M ${ref}</name></manufacturer><name>${ref}</name><properties>`
  + `<property name="nonred:countryOfProduction">${country}</property><property name="nonred:makerDomicile">CN</property><property name="nonred:onlyWay">yes</property></properties></component>`;
const XML = `<?xml version="1.0" encoding="UTF-8"?>\n<bom xmlns="http://cyclonedx.org/schema/bom/1.6" version="1"><metadata>${element('board', 'CN')}</metadata><components>${element('a', 'CN')}${element('b', 'CN')}</components>`
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

const LEI = '5493001Z012YSB2A0K51';
const statement = (recordId: string, recordType: string, recordDetails: object): object => ({ statementId: recordId.repeat(32).slice(0, 32), statementDate: '2025-01-01', declarationSubject: 'e1', recordId, recordType, recordDetails: { isComponent: false, ...recordDetails } });
const BODS = [
  statement('e1', 'entity', { entityType: { type: 'registeredEntity' }, name: 'Held', jurisdiction: { name: 'China', code: 'CN' } }), statement('e2', 'entity', { entityType: { type: 'registeredEntity' }, name: 'Holder', jurisdiction: { name: 'China', code: 'CN' } }),
  statement('r1', 'relationship', { subject: 'e1', interestedParty: 'e2', interests: [{ type: 'shareholding', directOrIndirect: 'direct', share: { minimum: 10, maximum: 12.5 }, startDate: '2024-01-01' }] }),
];
const LEI_RECORD = { LEI, Entity: { LegalName: 'Held', OtherEntityNames: [{ OtherEntityName: 'Kept' }], LegalJurisdiction: 'CN-11', EntityCategory: 'GENERAL' }, Registration: { LastUpdateDate: '2024-02-03T00:00:00Z', ValidationSources: 'FULLY_CORROBORATED' } };
const RELATION = { Relationship: { StartNode: { NodeID: LEI }, EndNode: { NodeID: LEI }, RelationshipType: 'IS_DIRECTLY_CONSOLIDATED_BY', RelationshipPeriods: [{ StartDate: '2020-01-01T00:00:00Z', PeriodType: 'RELATIONSHIP_PERIOD' }] } };
const GLEIF_XML = `<lei:LEIData xmlns:lei="http://www.gleif.org/data/schema/leidata/2016"><lei:LEIRecords><lei:LEIRecord><lei:LEI>${LEI}</lei:LEI><lei:Entity><lei:LegalName>Held</lei:LegalName><lei:LegalJurisdiction>CN</lei:LegalJurisdiction></lei:Entity></lei:LEIRecord></lei:LEIRecords></lei:LEIData>`;
const FTM = [
  { id: 'c', schema: 'Company', properties: { name: ['Held'], jurisdiction: ['cn'], leiCode: [LEI] } }, { id: 'h', schema: 'LegalEntity', properties: { name: ['Holder'], country: ['cn'] } },
  { id: 'o', schema: 'Ownership', properties: { owner: ['h'], asset: ['c'], percentage: ['33.5'], startDate: ['2021-02-03'] } },
];

/** What tells of parties, and lies beside a bill. */
export const ASIDE_SEEDS: Readonly<Record<string, () => readonly string[]>> = {
  bods: () => [JSON.stringify(BODS)],
  gleif: () => [JSON.stringify([LEI_RECORD]), JSON.stringify({ records: [RELATION] }), JSON.stringify([{ LEI, ExceptionCategory: 'DIRECT_ACCOUNTING_CONSOLIDATION_PARENT', ExceptionReason: 'NON_CONSOLIDATING' }])],
  'gleif-xml': () => [GLEIF_XML],
  ftm: () => [JSON.stringify(FTM)],
};

/** Lists as their publishers write them, made up, by the name of the file that they are read under. */
export const LIST_SEEDS: Readonly<Record<string, string>> = {
  'csl.csv': '_id,source,entity_number,type,programs,name,title,addresses,federal_register_notice,start_date,end_date,alt_names,ids\n1,Entity List (EL) - Bureau of Industry and Security,12,Entity,,"Made-up Works, Ltd",,"1 Road, Town, CN",85 FR 1,2020-01-02,,"MW; Made-up",\n',
  'uflpa.csv': 'id,name,aliases,includes_subsidiaries,list_section,effective\n1,Made-up Works,MW,yes,2(d)(2)(B)(i),2022-06-21\n',
  'sdn.csv': '36,"MADE-UP WORKS","-0- ","CN","-0- ","-0- ","-0- ","-0- ","-0- ","-0- ","-0- ","a.k.a. \'MW\'."\n',
  'own.json': JSON.stringify({ results: [{ source: 'Military End User (MEU) List - Bureau of Industry and Security', name: 'Made-up Works', alt_names: ['MW'], addresses: [{ country: 'CN' }] }] }),
};
export const EDITION = (): string => editionText({ list: 'us-made-up', edition: '2026-01-02', whole: true, format: 'CSV', files: [{ name: 'a.csv', sha256: 'a'.repeat(64) }], entries: [{ id: '1', names: ['Made-up Works', 'MW'], scope: 'and-subsidiaries', ids: [{ scheme: 'lei', value: LEI }], notes: { why: 'made up' } }] });
