/**
 * What a Beneficial Ownership Data Standard statement may say: version 0.4 whole (openownership data-standard, schema 0.4), of
 * 0.2 and 0.3 what is read of them. https://standard.openownership.org/en/0.4.0/
 */
import { type Schema, type SchemaCheck, schemaCheck } from '../json-schema.ts';

const text: Schema = { type: 'string' };
const flag: Schema = { type: 'boolean' };
const uri: Schema = { type: 'string', format: 'uri' };
const day: Schema = { type: 'string', format: 'date' };
const dayOrTime: Schema = { type: 'string', anyOf: [{ format: 'date' }, { format: 'date-time' }] };
const yearOrDay: Schema = { type: 'string', anyOf: [{ pattern: '^[0-9]{4}(-(1[0-2]|0[1-9]))?$' }, { format: 'date' }] };
const words = (given: string): Schema => ({ type: 'string', enum: given.split(' ') });
const list = (items: Schema): Schema => ({ type: 'array', items });
const object = (properties: Readonly<Record<string, Schema>>, required = '', more: Readonly<Record<string, unknown>> = {}): Schema => ({ type: 'object', properties, ...(required !== '' && { required: required.split(' ') }), ...more });
const sized = (minLength: number, maxLength: number): Schema => ({ type: 'string', minLength, maxLength });
/** Where a member has one of some values, another may only have some. */
const when = (test: Schema, then: Schema): Record<string, unknown> => Object.fromEntries([['if', test], ['then', then]]);
const where = (name: string, values: string, then: Schema): Schema => when({ properties: { [name]: { enum: values.split(' ') } } }, then);

const country = object({ name: text, code: sized(2, 2) }, 'name');
const jurisdiction = object({ name: text, code: sized(2, 6) }, 'name');
const identifier = object({ id: text, scheme: text, schemeName: text, uri }, '', { anyOf: [{ required: ['scheme'] }, { required: ['schemeName'] }] });
const address = (types: string): Schema => object({ type: words(types), address: text, postCode: text, country });
const unspecified = object({
  reason: words('noBeneficialOwners subjectUnableToConfirmOrIdentifyBeneficialOwner interestedPartyHasNotProvidedInformation subjectExemptFromDisclosure interestedPartyExemptFromDisclosure unknown informationUnknownToPublisher'), description: text,
}, 'reason');
const source = object({
  type: list(words('selfDeclaration officialRegister thirdParty primaryResearch verified')), description: text, url: uri, retrievedAt: dayOrTime, assertedBy: list(object({ name: text, uri })),
});

const subtypes: readonly (readonly [types: string, subtypes: string])[] = [
  ['arrangement', 'trust nomination other'], ['legalEntity', 'trust other'], ['stateBody', 'governmentDepartment stateAgency other'], ['registeredEntity state anonymousEntity unknownEntity', 'other'],
];
const listing = object({
  marketIdentifierCode: text, operatingMarketIdentifierCode: text, stockExchangeJurisdiction: sized(2, 6), stockExchangeName: text,
  security: object({ idScheme: words('isin figi cusip cins'), id: text, ticker: text }, 'ticker'),
}, 'stockExchangeJurisdiction security stockExchangeName');
const entity = object({
  isComponent: flag,
  entityType: object({ type: words('registeredEntity legalEntity arrangement anonymousEntity unknownEntity state stateBody'), subtype: words('governmentDepartment stateAgency other trust nomination'), details: text }, 'type', {
    allOf: subtypes.map(([types, allowed]) => where('type', types, { properties: { subtype: { enum: allowed.split(' ') } } })),
  }),
  unspecifiedEntityDetails: unspecified, name: text, alternateNames: list(text), jurisdiction, identifiers: list(identifier), foundingDate: day, dissolutionDate: day,
  addresses: list(address('registered business alternative')), uri,
  publicListing: object({ hasPublicListing: flag, companyFilingsURLs: list(uri), securitiesListings: list(listing) }, 'hasPublicListing'),
  formedByStatute: object({ name: text, date: day }),
}, 'isComponent entityType');

const exposure = object({ reason: text, missingInfoReason: text, jurisdiction, startDate: day, endDate: day, source });
const person = object({
  isComponent: flag, personType: words('anonymousPerson unknownPerson knownPerson'), unspecifiedPersonDetails: unspecified,
  names: list(object({ type: words('legal translation transliteration former alternative birth'), fullName: text, familyName: text, givenName: text, patronymicName: text }, 'fullName')),
  identifiers: list(identifier), nationalities: list(country), placeOfBirth: address('placeOfBirth'), birthDate: yearOrDay, deathDate: yearOrDay, taxResidencies: list(country),
  addresses: list(address('residence service alternative')), politicalExposure: object({ status: words('isPep isNotPep unknown'), details: list(exposure) }, 'status'),
}, 'personType isComponent');

export const INTERESTS = 'shareholding votingRights appointmentOfBoard otherInfluenceOrControl seniorManagingOfficial settlor trustee protector beneficiaryOfLegalArrangement rightsToSurplusAssetsOnDissolution rightsToProfitOrIncome rightsGrantedByContract conditionalRightsGrantedByContract controlViaCompanyRulesOrArticles controlByLegalFramework boardMember boardChair unknownInterest unpublishedInterest enjoymentAndUseOfAssets rightToProfitOrIncomeFromAssets nominee nominator';
const percent: Schema = { type: 'number', minimum: 0, maximum: 100 };
const share = object({ exact: percent, maximum: percent, minimum: percent, exclusiveMinimum: percent, exclusiveMaximum: percent });
const interest = object({ type: words(INTERESTS), directOrIndirect: words('direct indirect unknown'), beneficialOwnershipOrControl: flag, details: text, share, startDate: day, endDate: day });
const relationship = object({
  isComponent: flag, componentRecords: list(text), subject: { oneOf: [text, unspecified] }, interestedParty: { oneOf: [text, unspecified] }, interests: list(interest),
}, 'isComponent subject interestedParty', when({ properties: { isComponent: { const: true } } }, { properties: { componentRecords: { maxItems: 0 } } }));

const annotation = object({
  statementPointerTarget: text, creationDate: dayOrTime, createdBy: object({ name: text, uri }), motivation: words('commenting correcting identifying linking transformation'), transformedContent: text, description: text, url: uri,
}, 'motivation statementPointerTarget', {
  allOf: [where('motivation', 'linking', { required: ['url'] }), when({ not: { properties: { motivation: { const: 'transformation' } } } }, { properties: { transformedContent: { const: '' } } })],
});
const publication = object({
  publicationDate: dayOrTime, bodsVersion: { type: 'string', pattern: '^[0-9]+[.][0-9]+$' }, license: uri,
  publisher: object({ name: text, url: uri }, '', { anyOf: [{ required: ['name'] }, { required: ['url'] }] }),
}, 'publicationDate bodsVersion publisher');
const statement = object({
  statementId: sized(32, 64), statementDate: dayOrTime, annotations: list(annotation), publicationDetails: publication, source, declaration: text, declarationSubject: text, recordId: text,
  recordType: words('entity person relationship'), recordStatus: words('new updated closed'), recordDetails: { type: 'object' },
}, 'statementId declarationSubject recordId recordType recordDetails statementDate', {
  allOf: ([['entity', entity], ['person', person], ['relationship', relationship]] as const).map(([type, details]) => where('recordType', type, { properties: { recordDetails: details } })),
});

// 0.2 and 0.3: flat statements, of which only what is read is held to a shape.
const reference = object({ describedByEntityStatement: text, describedByPersonStatement: text, unspecified: { type: 'object' } });
const older = object({
  statementID: text, statementType: words('entityStatement personStatement ownershipOrControlStatement'), statementDate: dayOrTime, replacesStatements: list(text), name: text, alternateNames: list(text),
  names: list(object({ fullName: text })), nationalities: list(country), identifiers: list(object({ id: text, scheme: text, schemeName: text })), addresses: list(object({ type: text, country: text })),
  incorporatedInJurisdiction: country, jurisdiction, subject: reference, interestedParty: reference, publicationDetails: object({ bodsVersion: text, publisher: object({ name: text }) }),
  interests: list(object({ type: text, interestLevel: text, directOrIndirect: text, share, startDate: day, endDate: day })), source: object({ type: list(text) }),
}, 'statementID statementType', { allOf: [where('statementType', 'ownershipOrControlStatement', { required: ['subject', 'interestedParty'] })] });

export const statementsCheck: SchemaCheck = schemaCheck(list(statement));
export const olderCheck: SchemaCheck = schemaCheck(list(older));
