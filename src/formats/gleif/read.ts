/**
 * GLEIF records, as published in JSON and XML: level 1 (LEI-CDF 3.1) to parties, level 2 (RR-CDF) to rights of control, reporting
 * exceptions to notes. A consolidation link says who controls in his accounts, and nothing of a percentage; why no parent is
 * reported says nothing of the owners. https://www.gleif.org/en/about-lei/common-data-file-format
 */
import { isDay } from '../../base/day.ts';
import { issue, type Read } from '../../base/issue.ts';
import { own } from '../../base/own.ts';
import { leiChecksOut } from '../../base/registered.ts';
import type { Ownership, Party } from '../../model/record.ts';
import type { Builder, Document } from '../documents/builder.ts';
import { periodsOf } from '../documents/period.ts';
import { type Schema, type SchemaCheck, schemaCheck } from '../json-schema.ts';
import type { XmlElement } from '../xml.ts';

type Kind = 'LEIRecord' | 'RelationshipRecord' | 'Exception';
interface Time { readonly StartDate?: string; readonly EndDate?: string; readonly PeriodType?: string }
interface Registration { readonly LastUpdateDate?: string; readonly RegistrationStatus?: string; readonly ValidationSources?: string }
interface LeiRecord {
  readonly LEI: string;
  readonly Entity: {
    readonly LegalName: string; readonly OtherEntityNames?: readonly { readonly OtherEntityName: string }[]; readonly LegalAddress?: { readonly Country?: string }; readonly HeadquartersAddress?: { readonly Country?: string };
    readonly LegalJurisdiction?: string; readonly EntityCategory?: string; readonly EntityStatus?: string; readonly EntityExpirationDate?: string;
  };
  readonly Registration?: Registration;
}
interface RelationshipRecord {
  readonly Relationship: { readonly StartNode: { readonly NodeID: string }; readonly EndNode: { readonly NodeID: string }; readonly RelationshipType: string; readonly RelationshipPeriods?: readonly Time[]; readonly RelationshipStatus?: string };
  readonly Registration?: Registration;
}
interface Exception { readonly LEI: string; readonly ExceptionCategory: string; readonly ExceptionReason?: string }

const text: Schema = { type: 'string' };
const lei: Schema = { type: 'string', pattern: '^[A-Z0-9]{18}[0-9]{2}$' };
const object = (properties: Readonly<Record<string, Schema>>, ...required: string[]): Schema => ({ type: 'object', properties, required });
const listOf = (items: Schema): Schema => ({ type: 'array', items });
const address = object({ Country: { type: 'string', pattern: '^[A-Z]{2}$' } });
const registration = object({ LastUpdateDate: text, RegistrationStatus: text, ValidationSources: text });
const GRAMMAR: Readonly<Record<Kind, SchemaCheck>> = {
  LEIRecord: schemaCheck(listOf(object({
    LEI: lei, Registration: registration,
    Entity: object({
      LegalName: text, OtherEntityNames: listOf(object({ OtherEntityName: text }, 'OtherEntityName')), LegalAddress: address, HeadquartersAddress: address,
      LegalJurisdiction: { type: 'string', pattern: '^[A-Z]{2}(-[A-Z0-9]{1,3})?$' }, EntityCategory: text, EntityStatus: text, EntityExpirationDate: text,
    }, 'LegalName'),
  }, 'LEI', 'Entity'))),
  RelationshipRecord: schemaCheck(listOf(object({
    Registration: registration,
    Relationship: object({
      StartNode: object({ NodeID: lei }, 'NodeID'), EndNode: object({ NodeID: lei }, 'NodeID'), RelationshipType: text, RelationshipStatus: text,
      RelationshipPeriods: listOf(object({ StartDate: text, EndDate: text, PeriodType: text })),
    }, 'StartNode', 'EndNode', 'RelationshipType'),
  }, 'Relationship'))),
  Exception: schemaCheck(listOf(object({ LEI: lei, ExceptionCategory: text, ExceptionReason: text }, 'LEI', 'ExceptionCategory'))),
};

export function isGleifJson(value: object): boolean {
  return kindOf(recordsOf(value)[0]) !== undefined;
}

export function readGleifJson(value: object, source: string): Read<Document | undefined> {
  const records = recordsOf(value);
  const at = Array.isArray(value) ? '' : '/records';
  return read(records, kindOf(records[0])!, source, (i, inner) => ({ pointer: `${at}/${i}${inner}` }));
}

const ROOTS: Readonly<Record<string, Kind | undefined>> = { LEIData: 'LEIRecord', RelationshipData: 'RelationshipRecord', ReportingExceptionData: 'Exception' };

export function isGleifXml(root: XmlElement): boolean {
  return own(ROOTS, root.name) !== undefined && root.namespace.includes('gleif.org/');
}

export function readGleifXml(root: XmlElement, source: string): Read<Document | undefined> {
  const kind = ROOTS[root.name]!;
  const elements = root.children.flatMap(({ children }) => children.filter(({ name }) => name === kind));
  return read(elements.map(fromXml), kind, source, (i, inner) => ({ pointer: `/line/${elements[i]!.line}`, inner }));
}

function recordsOf(value: object): readonly unknown[] {
  const records = Array.isArray(value) ? value : (value as { records?: unknown }).records;
  return Array.isArray(records) ? records : [];
}

function kindOf(record: unknown): Kind | undefined {
  if (typeof record !== 'object' || record === null) return undefined;
  return 'LEI' in record && 'Entity' in record ? 'LEIRecord' : 'Relationship' in record ? 'RelationshipRecord' : 'LEI' in record && 'ExceptionCategory' in record ? 'Exception' : undefined;
}

const LISTS: Readonly<Record<string, true | undefined>> = { OtherEntityNames: true, RelationshipPeriods: true };

/** An element as the JSON form writes it. */
function fromXml({ name, children, text: ownText }: XmlElement): unknown {
  if (own(LISTS, name)) return children.map((child) => (child.children.length > 0 ? fromXml(child) : { [child.name]: child.text.trim() }));
  return children.length === 0 ? ownText.trim() : Object.fromEntries(children.map((child) => [child.name, fromXml(child)]));
}

/** A file has one kind of record, or several one after the other; what is none is a fault by the grammar of the first. */
function read(records: readonly unknown[], first: Kind, source: string, place: (i: number, inner: string) => { readonly pointer: string; readonly inner?: string }): Read<Document | undefined> {
  const kinds = records.map((record) => kindOf(record) ?? first);
  const groups = [...new Set(kinds)].map((kind) => ({ kind, at: [...kinds.keys()].filter((i) => kinds[i] === kind) }));
  const issues = groups.flatMap(({ kind, at }) => {
    const faults = GRAMMAR[kind](at.map((i) => records[i])).map(({ pointer, wanted, given }) => {
      const [, n = '0', inner = ''] = /^\/(\d+)(.*)$/.exec(pointer) ?? [];
      const found = place(at[Number(n)]!, inner);
      return issue('document/invalid', source, found.pointer, { format: 'GLEIF', wanted, given: found.inner ? `${given} (${found.inner})` : given });
    });
    if (faults.length > 0 || kind !== 'LEIRecord') return faults;
    return at.flatMap((i) => {
      const { LEI } = records[i] as LeiRecord;
      return leiChecksOut(LEI) ? [] : [issue('document/invalid', source, place(i, '/LEI').pointer, { format: 'GLEIF', wanted: 'check digits of ISO 17442', given: LEI })];
    });
  });
  if (issues.length > 0) return { value: undefined, issues };
  const build = (to: Builder): void => {
    for (const { kind, at } of groups) BUILD[kind](at.map((i) => records[i]) as never, to, (n) => place(at[n]!, '').pointer);
  };
  return { value: { format: 'GLEIF', aside: true, build }, issues: [] };
}

const partyId = (code: string): string => `lei:${code}`;
const dayOf = (time: string | undefined): string | undefined => (time !== undefined && isDay(time.slice(0, 10)) ? time.slice(0, 10) : undefined);
/** What only the entity says of itself is not confirmed. */
const levelOf = (registered: Registration | undefined): 'confirmed' | 'inferred' => (registered?.ValidationSources === 'ENTITY_SUPPLIED_ONLY' ? 'inferred' : 'confirmed');
const STATE = new Set(['RESIDENT_GOVERNMENT_ENTITY', 'INTERNATIONAL_ORGANIZATION']);
type Place = (i: number) => string;

const BUILD: { readonly [K in Kind]: (records: never, to: Builder, place: Place) => void } = { LEIRecord: entities, RelationshipRecord: relationships, Exception: exceptions };

/** Versions of one entity follow each other: each holds until the day of the next. */
function entities(records: readonly LeiRecord[], to: Builder, place: Place): void {
  const byLei = new Map<string, { readonly record: LeiRecord; readonly i: number; readonly day: string }[]>();
  records.forEach((record, i) => {
    const all = byLei.get(record.LEI) ?? [];
    byLei.set(record.LEI, all);
    all.push({ record, i, day: dayOf(record.Registration?.LastUpdateDate) ?? '' });
  });
  for (const all of byLei.values()) {
    all.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.i - b.i));
    all.forEach(({ record, i, day }, at) => {
      const next = all[at + 1]?.day;
      if (next === day) return; // told again on the same day
      to.keep(place(i), party(record, at > 0 ? day : undefined, next));
    });
  }
}

function party({ LEI, Entity: entity, Registration: registered }: LeiRecord, from: string | undefined, until: string | undefined): Omit<Party, 'level'> & { readonly kind: 'party'; readonly level: Party['level'] } {
  const names = [entity.LegalName, ...(entity.OtherEntityNames ?? []).map(({ OtherEntityName }) => OtherEntityName)].filter((name) => name.trim() !== '');
  const domicile = (entity.LegalJurisdiction ?? entity.LegalAddress?.Country)?.slice(0, 2);
  const ends = until ?? (entity.EntityStatus === 'INACTIVE' ? dayOf(entity.EntityExpirationDate) : undefined);
  return {
    kind: 'party', id: partyId(LEI), level: levelOf(registered), names: [...new Set(names)], ids: [{ scheme: 'lei', value: LEI }], partyKind: STATE.has(entity.EntityCategory ?? '') ? 'state-body' : 'company',
    ...(domicile && { domicile }), ...(entity.HeadquartersAddress?.Country && { principalPlace: entity.HeadquartersAddress.Country }), ...(from && { validFrom: from }), ...(ends && { validTo: ends }),
  };
}

const LINKS: Readonly<Record<string, Pick<Ownership, 'control' | 'equityPpm' | 'votingPpm'> | undefined>> = {
  IS_DIRECTLY_CONSOLIDATED_BY: { control: 'consolidates' },
  IS_ULTIMATELY_CONSOLIDATED_BY: { control: 'consolidates' },
  'IS_FUND-MANAGED_BY': { control: 'contract' },
  IS_INTERNATIONAL_BRANCH_OF: { equityPpm: { lo: 1_000_000, hi: 1_000_000 }, votingPpm: { lo: 1_000_000, hi: 1_000_000 } }, // a part of it, not a subsidiary
};

function relationships(records: readonly RelationshipRecord[], to: Builder, place: Place): void {
  const left = new Map<string, number>();
  records.forEach(({ Relationship: link, Registration: registered }, i) => {
    const holding = own(LINKS, link.RelationshipType);
    if (holding === undefined) left.set(link.RelationshipType, (left.get(link.RelationshipType) ?? 0) + 1);
    if (holding === undefined || ['ANNULLED', 'DUPLICATE', 'RETIRED'].includes(registered?.RegistrationStatus ?? '')) return;
    const period = link.RelationshipPeriods?.find(({ PeriodType }) => PeriodType === 'RELATIONSHIP_PERIOD');
    // Ended, and nobody says when.
    const ends = period?.EndDate ?? (link.RelationshipStatus === 'INACTIVE' ? (registered?.LastUpdateDate ?? 'not told') : undefined);
    for (const node of [link.StartNode, link.EndNode]) if (to.once(partyId(node.NodeID))) to.keep(place(i), { kind: 'party', id: partyId(node.NodeID), ids: [{ scheme: 'lei', value: node.NodeID }] });
    for (const { sure, ...days } of periodsOf(period?.StartDate, ends)) to.keep(place(i), {
      kind: 'ownership', id: `${link.StartNode.NodeID}/${link.RelationshipType}/${link.EndNode.NodeID}`, owner: partyId(link.EndNode.NodeID), asset: partyId(link.StartNode.NodeID), level: sure ? levelOf(registered) : 'inferred', ...holding, ...days,
    });
  });
  for (const [type, count] of left) to.warn('document/left-out', '', { what: type, given: String(count) });
}

function exceptions(records: readonly Exception[], to: Builder, place: Place): void {
  records.forEach(({ LEI, ExceptionCategory, ExceptionReason = '' }, i) => {
    to.keep(place(i), { kind: 'party', id: partyId(LEI), ids: [{ scheme: 'lei', value: LEI }], notes: { [ExceptionCategory]: ExceptionReason } });
  });
}
