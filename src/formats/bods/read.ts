/**
 * Beneficial Ownership Data Standard 0.2 to 0.4 to parties and ownerships. A statement that is replaced or closed counts no
 * longer, and what speaks of a replaced one speaks of the one in its place. An indirect interest is what a chain of direct ones adds up
 * to, and is not recorded beside them; where no direct one in that party is told, it is kept, inferred. A holder whom the publisher
 * does not name is somebody. Nothing says that the owners are complete: what is not told is a gap.
 */
import { isDay } from '../../base/day.ts';
import { type Issue, issue, type Read } from '../../base/issue.ts';
import { own } from '../../base/own.ts';
import { registeredAll } from '../../base/registered.ts';
import type { Ownership, Party, RangePpm } from '../../model/record.ts';
import type { Builder, Document } from '../documents/builder.ts';
import { periodsOf } from '../documents/period.ts';
import { olderCheck, statementsCheck } from './grammar.ts';

/** Faults of a list of statements, each with the path of the fault; none: it is valid. */
export function checkBods(value: unknown, source: string): Issue[] {
  const format = isOlder(value) ? 'BODS 0.3' : 'BODS 0.4';
  return (isOlder(value) ? olderCheck : statementsCheck)(value).map(({ pointer, wanted, given }) => issue('document/invalid', source, pointer, { format, wanted, given }));
}

export function isBods(value: object): boolean {
  return Array.isArray(value) && value.some((one) => has(one, 'recordDetails') || has(one, 'statementType'));
}

export function readBods(value: object, source: string): Read<Document | undefined> {
  const issues = checkBods(value, source);
  if (issues.length > 0) return { value: undefined, issues };
  const statements = isOlder(value) ? (value as readonly Older[]).map(fromOlder) : (value as readonly Statement[]);
  return { value: { format: isOlder(value) ? 'BODS 0.2 or 0.3' : 'BODS 0.4', aside: true, build: (to) => build(statements, to) }, issues: [] };
}

const has = (value: unknown, name: string): boolean => typeof value === 'object' && value !== null && Object.hasOwn(value, name);
const isOlder = (value: unknown): boolean => Array.isArray(value) && value.length > 0 && value.every((one) => has(one, 'statementType') && !has(one, 'recordType'));

interface Named { readonly name?: string; readonly code?: string }
interface Identifier { readonly id?: string; readonly scheme?: string; readonly schemeName?: string }
interface Address { readonly type?: string; readonly country?: Named }
interface Share { readonly exact?: number; readonly minimum?: number; readonly maximum?: number; readonly exclusiveMinimum?: number; readonly exclusiveMaximum?: number }
interface Interest { readonly type?: string; readonly directOrIndirect?: string; readonly share?: Share; readonly startDate?: string; readonly endDate?: string }
interface Details {
  readonly entityType?: { readonly type: string }; readonly personType?: string; readonly name?: string; readonly alternateNames?: readonly string[]; readonly names?: readonly { readonly fullName: string }[];
  readonly jurisdiction?: Named; readonly identifiers?: readonly Identifier[]; readonly addresses?: readonly Address[]; readonly nationalities?: readonly Named[]; readonly dissolutionDate?: string;
  readonly subject?: string | object; readonly interestedParty?: string | object; readonly interests?: readonly Interest[];
}
interface Statement {
  readonly recordId: string; readonly recordType: 'entity' | 'person' | 'relationship'; readonly recordStatus?: string; readonly statementDate: string; readonly recordDetails: Details;
  readonly source?: { readonly type?: readonly string[] }; readonly publicationDetails?: { readonly publisher?: { readonly name?: string } };
  /** 0.2 and 0.3: ids of statements that this one takes the place of. */
  readonly replaces?: readonly string[];
}
interface Older {
  readonly statementID: string; readonly statementType: string; readonly statementDate?: string; readonly replacesStatements?: readonly string[]; readonly entityType?: string; readonly personType?: string;
  readonly name?: string; readonly alternateNames?: readonly string[]; readonly names?: readonly { readonly fullName: string }[]; readonly identifiers?: readonly Identifier[];
  readonly incorporatedInJurisdiction?: Named; readonly jurisdiction?: Named; readonly nationalities?: readonly Named[]; readonly addresses?: readonly { readonly type?: string; readonly country?: string }[];
  readonly subject?: Reference; readonly interestedParty?: Reference; readonly interests?: readonly (Interest & { readonly interestLevel?: string })[];
  readonly source?: { readonly type?: readonly string[] }; readonly publicationDetails?: { readonly publisher?: { readonly name?: string } };
}
interface Reference { readonly describedByEntityStatement?: string; readonly describedByPersonStatement?: string; readonly unspecified?: object }

function fromOlder(old: Older): Statement {
  const to = (reference: Reference | undefined): string | object => reference?.describedByEntityStatement ?? reference?.describedByPersonStatement ?? reference?.unspecified ?? {};
  const recordType = old.statementType === 'entityStatement' ? 'entity' : old.statementType === 'personStatement' ? 'person' : 'relationship';
  const jurisdiction = old.jurisdiction ?? old.incorporatedInJurisdiction;
  return {
    recordId: old.statementID, recordType, statementDate: old.statementDate ?? '', ...(old.replacesStatements && { replaces: old.replacesStatements }), ...(old.source && { source: old.source }),
    ...(old.publicationDetails && { publicationDetails: old.publicationDetails }),
    recordDetails: {
      ...(recordType === 'entity' && { entityType: { type: old.entityType ?? 'unknownEntity' } }), ...(recordType === 'person' && { personType: old.personType ?? 'unknownPerson' }),
      ...(old.name !== undefined && { name: old.name }), ...(old.alternateNames && { alternateNames: old.alternateNames }), ...(old.names && { names: old.names }), ...(old.identifiers && { identifiers: old.identifiers }),
      ...(jurisdiction && { jurisdiction }), ...(old.nationalities && { nationalities: old.nationalities }),
      ...(old.addresses && { addresses: old.addresses.map(({ type, country }) => ({ ...(type !== undefined && { type }), ...(country !== undefined && { country: { code: country } }) })) }),
      ...(recordType === 'relationship' && {
        subject: to(old.subject), interestedParty: to(old.interestedParty),
        // 0.2 writes `voting-rights`, and calls the directness a level.
        interests: (old.interests ?? []).map(({ interestLevel, ...rest }) => ({ ...rest, ...(rest.type !== undefined && { type: rest.type.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()) }), ...(interestLevel !== undefined && { directOrIndirect: interestLevel }) })),
      }),
    },
  };
}

function build(statements: readonly Statement[], to: Builder): void {
  const replaced = new Set(statements.flatMap(({ replaces = [] }) => replaces));
  const last = new Map<string, { readonly statement: Statement; readonly at: number }>();
  statements.forEach((statement, at) => {
    const before = last.get(statement.recordId);
    if (!replaced.has(statement.recordId) && (before === undefined || before.statement.statementDate <= statement.statementDate)) last.set(statement.recordId, { statement, at });
  });
  const inPlace = new Map(statements.flatMap(({ recordId, replaces = [] }) => replaces.map((old) => [old, recordId] as const)));
  const now = (id: string): string => {
    const met = new Set([id]);
    for (let next = inPlace.get(id); next !== undefined && !met.has(next); next = inPlace.get(next)) met.add((id = next));
    return id;
  };
  const told = new Set([...last.values()].flatMap(({ statement: { recordDetails: { subject, interests = [] } } }) => (typeof subject === 'string' && interests.some((one) => one.directOrIndirect !== 'indirect') ? [now(subject)] : [])));
  let indirect = 0;
  for (const { statement, at } of last.values()) {
    if (statement.recordType !== 'relationship') to.keep(`/${at}`, party(statement));
    else indirect += relationship(statement, at, to, now, told);
  }
  if (indirect > 0) to.warn('document/left-out', '', { what: 'indirect interests, which the chain of direct ones tells', given: String(indirect) });
}

function party({ recordId, recordType, recordDetails: details, recordStatus, statementDate }: Statement): Omit<Party, 'level'> & { readonly kind: 'party' } {
  const type = details.entityType?.type;
  const names = [...(details.name === undefined ? [] : [details.name]), ...(details.names ?? []).map(({ fullName }) => fullName), ...(details.alternateNames ?? [])].filter((name) => name.trim() !== '');
  const ids = registeredAll((details.identifiers ?? []).flatMap(({ id, scheme, schemeName }) => (id === undefined || (scheme ?? schemeName) === undefined ? [] : [{ scheme: (scheme ?? schemeName)!, value: id }])));
  const home = recordType === 'entity' ? countryOf(details.jurisdiction) : only((details.addresses ?? []).filter((one) => one.type === 'residence').map(({ country }) => countryOf(country)));
  const business = only((details.addresses ?? []).filter((one) => one.type === 'business').map(({ country }) => countryOf(country)));
  const citizenship = only((details.nationalities ?? []).map(countryOf));
  const partyKind = recordType === 'person' ? 'person' : type === 'state' || type === 'stateBody' ? 'state-body' : type === 'registeredEntity' || type === 'legalEntity' || type === 'arrangement' ? 'company' : undefined;
  const ends = details.dissolutionDate ?? (recordStatus === 'closed' ? statementDate.slice(0, 10) : undefined);
  return {
    kind: 'party', id: recordId, ...(names.length > 0 && { names: [...new Set(names)] }), ...(ids.length > 0 && { ids }), ...(partyKind && { partyKind }), ...(home && { domicile: home }), ...(business && { principalPlace: business }),
    ...(citizenship && { citizenship }), ...(ends !== undefined && isDay(ends) && { validTo: ends }),
  };
}

/** One record an interest; those that are not direct are counted and left out, where direct ones are `told`. */
function relationship({ recordId, recordDetails: { subject, interestedParty, interests = [] }, recordStatus, statementDate }: Statement, at: number, to: Builder, now: (id: string) => string, told: ReadonlySet<string>): number {
  if (typeof subject !== 'string') return 0;
  // Why nobody is named is not who it is; only that there is nobody says so.
  const reason: unknown = typeof interestedParty === 'object' && 'reason' in interestedParty ? interestedParty.reason : undefined;
  if (typeof interestedParty !== 'string' && typeof reason === 'string' && /^nobeneficialowners$/i.test(reason.replaceAll('-', ''))) return 0;
  const owner = typeof interestedParty === 'string' ? now(interestedParty) : `${recordId}/not-named`;
  const asset = now(subject);
  if (typeof interestedParty !== 'string') to.keep(`/${at}`, { kind: 'party', id: owner });
  const ends = recordStatus === 'closed' ? statementDate.slice(0, 10) : undefined;
  let indirect = 0;
  (interests.length === 0 ? [{}] : interests).forEach((interest: Interest, i) => {
    if (interest.directOrIndirect === 'indirect' && told.has(asset)) {
      indirect++;
      return;
    }
    for (const { sure, ...period } of periodsOf(interest.startDate, interest.endDate ?? ends)) to.keep(`/${at}/recordDetails/interests/${i}`, {
      kind: 'ownership', id: `${recordId}/${i}`, owner, asset, ...holding(interest), level: sure && interest.directOrIndirect === 'direct' ? 'confirmed' : 'inferred', ...period,
    });
  });
  return indirect;
}

const CONTROL: Readonly<Record<string, NonNullable<Ownership['control']>>> = {
  appointmentOfBoard: 'appoints', rightsGrantedByContract: 'contract', conditionalRightsGrantedByContract: 'contract', otherInfluenceOrControl: 'other', controlViaCompanyRulesOrArticles: 'other',
  controlByLegalFramework: 'other', trustee: 'other', settlor: 'other', protector: 'other', nominator: 'other', nominee: 'other', beneficiaryOfLegalArrangement: 'other',
};

function holding({ type = '', share }: Interest): Pick<Ownership, 'equityPpm' | 'votingPpm' | 'boardPpm' | 'control'> {
  const range = rangeOf(share);
  if (type === 'shareholding') return { equityPpm: range };
  if (type === 'votingRights') return { votingPpm: range };
  if (type === 'boardMember' || type === 'boardChair') return { boardPpm: { lo: share === undefined ? 0 : range.lo, hi: range.hi } };
  const control = own(CONTROL, type);
  return { ...(type === 'appointmentOfBoard' && share && { boardPpm: range }), ...(control && { control }) };
}

/** Percent to ppm, rounded outward; a limit that is not reached is its nearest whole ppm outside. */
function rangeOf(share: Share | undefined): RangePpm {
  const [lo, hi] = [share?.exact ?? share?.minimum ?? share?.exclusiveMinimum ?? 0, share?.exact ?? share?.maximum ?? share?.exclusiveMaximum ?? 100];
  const ppm = (percent: number, round: (x: number) => number): number => round(Number((percent * 10_000).toFixed(6)));
  return { lo: ppm(Math.min(lo, hi), Math.floor), hi: ppm(Math.max(lo, hi), Math.ceil) };
}

/** ISO 3166-2 codes begin with the country's. */
function countryOf(place: Named | undefined): string | undefined {
  const code = place?.code?.slice(0, 2).toUpperCase();
  return code !== undefined && /^[A-Z]{2}$/.test(code) ? code : undefined;
}
function only(values: readonly (string | undefined)[]): string | undefined {
  const found = [...new Set(values)];
  return found.length === 1 ? found[0] : undefined;
}
