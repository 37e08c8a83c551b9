/**
 * FollowTheMoney entities, JSON lines or a list, as OpenSanctions and others publish them: legal entities and persons to parties,
 * `Ownership` to stakes, `Directorship` to seats. https://followthemoney.tech/explorer/
 */
import { type Issue, issue, type Read } from '../../base/issue.ts';
import { parseJson } from '../../base/json.ts';
import { own } from '../../base/own.ts';
import { readShare } from '../../base/percent.ts';
import { registeredAll } from '../../base/registered.ts';
import { decodeUtf8 } from '../../base/utf8.ts';
import type { Party, RangePpm, RegisteredId } from '../../model/record.ts';
import type { Builder, Document } from '../documents/builder.ts';
import { periodsOf } from '../documents/period.ts';
import { type SchemaCheck, schemaCheck } from '../json-schema.ts';

interface Entity { readonly id: string; readonly schema: string; readonly properties: Readonly<Record<string, readonly string[] | undefined>> }

const check: SchemaCheck = schemaCheck({
  type: 'array',
  items: {
    type: 'object', required: ['id', 'schema', 'properties'],
    properties: { id: { type: 'string', minLength: 1 }, schema: { type: 'string' }, properties: { type: 'object', additionalProperties: { type: 'array', items: { type: 'string' } } } },
  },
});
const PARTIES: Readonly<Record<string, Party['partyKind'] | 'unknown' | undefined>> = { Person: 'person', PublicBody: 'state-body', Company: 'company', Organization: 'company', LegalEntity: 'unknown', Trust: 'unknown', Thing: undefined };
const NUMBERS: Readonly<Record<string, string>> = { leiCode: 'lei', innCode: 'inn', ogrnCode: 'ogrn', uscCode: 'cn-uscc', dunsCode: 'duns', swiftBic: 'bic', isinCode: 'isin', vatCode: 'vat', bvdId: 'bvd' };

export function isFtm(value: object): boolean {
  return Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'object' && one !== null && 'schema' in one && 'properties' in one);
}

/** The entities of JSON lines, or nothing where the first line is none. A line that cannot be read is a fault with its number. */
export function linesOfFtm(bytes: Uint8Array, source: string): Read<unknown[]> | undefined {
  const decoded = decodeUtf8(bytes.subarray(0, 64 << 10), source);
  if ('issue' in decoded && !/"schema"/.test(new TextDecoder().decode(bytes.subarray(0, 4096)))) return undefined;
  const first = new TextDecoder().decode(bytes.subarray(0, bytes.indexOf(10) < 0 ? bytes.length : bytes.indexOf(10)));
  if (!/^\s*\{/.test(first) || !/"schema"\s*:/.test(first) || !/"properties"\s*:/.test(first)) return undefined;
  const whole = decodeUtf8(bytes, source);
  if ('issue' in whole) return { value: [], issues: [whole.issue] };
  const value: unknown[] = [];
  const issues: Issue[] = [];
  whole.text.split('\n').forEach((line, i) => {
    if (line.trim() === '') return;
    const read = parseJson(new TextEncoder().encode(line), { source });
    if (read.issues.length > 0) issues.push(...read.issues.map((fault) => ({ ...fault, at: { source, pointer: `/line/${i + 1}` } })));
    else value.push(read.value);
  });
  return { value, issues: issues.slice(0, 20) };
}

export function readFtm(value: object, source: string): Read<Document | undefined> {
  const faults = check(value);
  if (faults.length > 0) return { value: undefined, issues: faults.map(({ pointer, wanted, given }) => issue('document/invalid', source, pointer, { format: 'FollowTheMoney', wanted, given })) };
  const entities = value as readonly Entity[];
  return { value: { format: 'FollowTheMoney', aside: true, build: (to) => build(entities, to) }, issues: [] };
}

function build(entities: readonly Entity[], to: Builder): void {
  entities.forEach((entity, i) => {
    const kind = own(PARTIES, entity.schema);
    if (kind !== undefined) parties(entity, kind, `/${i}`, to);
    else if (entity.schema === 'Ownership') links(entity, 'owner', 'asset', `/${i}`, to);
    else if (entity.schema === 'Directorship') links(entity, 'director', 'organization', `/${i}`, to);
  });
}

function parties({ id, properties: p }: Entity, kind: NonNullable<Party['partyKind']> | 'unknown', at: string, to: Builder): void {
  const names = [...new Set([...(p.name ?? []), ...(p.alias ?? []), ...(p.previousName ?? []), ...(p.weakAlias ?? [])])].filter((name) => name.trim() !== '');
  const ids: RegisteredId[] = registeredAll(Object.entries(NUMBERS).flatMap(([property, scheme]) => (p[property] ?? []).map((value) => ({ scheme, value }))));
  const home = code(p.jurisdiction);
  const citizenship = code(p.citizenship ?? p.nationality);
  to.keep(at, {
    kind: 'party', id, ...(names.length > 0 && { names }), ...(ids.length > 0 && { ids }), ...(kind !== 'unknown' && { partyKind: kind }), ...(home && { domicile: home }), ...(citizenship && { citizenship }),
  });
  // "country" is any country that has to do with it: no more than a hint.
  const hint = home === undefined ? code(p.country) : undefined;
  if (hint !== undefined) to.keep(at, { kind: 'party', id, level: 'inferred', domicile: hint });
}

/** One record for each pair. */
function links({ id, schema, properties: p }: Entity, holder: string, held: string, at: string, to: Builder): void {
  const range = rangeOf(only(p.percentage) ?? '');
  for (const owner of p[holder] ?? []) for (const asset of p[held] ?? []) for (const { sure, ...period } of periodsOf(dateIn(p.startDate), dateIn(p.endDate))) {
    to.keep(at, {
      kind: 'ownership', id: (p[holder]!.length > 1 || p[held]!.length > 1) ? `${id}/${owner}>${asset}` : id, owner, asset, ...(schema === 'Ownership' ? { equityPpm: range } : { boardPpm: { lo: 0, hi: 1_000_000 } }),
      ...(!sure && { level: 'inferred' }), ...period,
    });
  }
}

/** A bare number up to 1 may be a part of the whole or a percentage: 0.5 is something between 0.5 % and 50 %. */
function rangeOf(text: string): RangePpm {
  const bare = /^\d+(?:\.\d+)?$/.test(text.trim());
  const share = readShare(bare ? `${text.trim()} %` : text);
  if ('fault' in share) return { lo: 0, hi: 1_000_000 };
  return bare && Number(text) <= 1 ? { lo: share.lo, hi: Math.min(1_000_000, share.hi * 100) } : share;
}

/** Several dates are none that can be read. */
const dateIn = (values: readonly string[] | undefined): string | undefined => (values === undefined || values.length < 2 ? values?.[0] : 'several');
const only = (values: readonly string[] | undefined): string | undefined => (values?.length === 1 ? values[0] : undefined);
function code(values: readonly string[] | undefined): string | undefined {
  const found = [...new Set((values ?? []).map((one) => one.slice(0, 2).toUpperCase()))];
  return found.length === 1 && /^[A-Z]{2}$/.test(found[0]!) ? found[0] : undefined;
}
