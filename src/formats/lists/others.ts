/** Denied Persons, Unverified, ITAR debarred, UFLPA, FCC Covered, plain CSV, and FollowTheMoney lines (OpenSanctions, yente). */
import { own } from '../../base/own.ts';
import { idOf, type NamedRow, unique } from './csl.ts';
import { bornIn, type EntryKind, type ListEntry, type ListRead, namesWithin, once, stated, withNotes } from './entry.ts';

const YES = /^(?:yes|true|y|1)\b/i;
const entriesOf = (rows: readonly NamedRow[], name: (row: NamedRow) => string | undefined, entry: (row: NamedRow, name: string) => ListEntry): ListEntry[] =>
  unique(rows.flatMap((row) => {
    const named = stated(name(row));
    return named === undefined ? [] : [entry(row, named)];
  }));

export function readDpl(rows: readonly NamedRow[]): ListRead {
  return { list: 'us-dpl', format: 'BIS Denied Persons List', entries: entriesOf(rows, (row) => row.name, (row, name) => ({ id: idOf(name, stated(row.country)), names: namesWithin(name), ...withNotes({ country: stated(row.country), effective: stated(row.effective_date), expires: stated(row.expiration_date), citation: stated(row.fr_citation) }) })) };
}

export function readUvl(rows: readonly NamedRow[]): ListRead {
  return { list: 'us-uvl', format: 'BIS Unverified List', entries: entriesOf(rows, (row) => row.name, (row, name) => ({ id: idOf(name, stated(row.country)), names: namesWithin(name), ...withNotes({ country: stated(row.country) }) })) };
}

export function readDebarred(rows: readonly NamedRow[]): ListRead {
  return { list: 'us-itar-debarred', format: 'AECA Debarred List', entries: entriesOf(rows, (row) => row.party_name, (row, name) => ({ id: idOf(name, undefined), names: namesWithin(name), ...withNotes({ citation: stated(row.federal_register_notice), effective: stated(row.notice_date) }) })) };
}

export function readUflpa(rows: readonly NamedRow[]): ListRead {
  return {
    list: 'us-uflpa', format: 'UFLPA Entity List',
    entries: entriesOf(rows, (row) => row.name, (row, name) => ({ id: idOf(name, undefined), kind: 'company', names: once([...namesWithin(name), ...(row.aliases ?? '').split(/[;|]/).map(stated)]), ...(YES.test(row.includes_subsidiaries ?? '') && { scope: 'and-subsidiaries' as const }), ...withNotes({ section: stated(row.list_section), effective: stated(row.effective) }) })),
  };
}

const UAS_PARTS = ['flight-controller', 'radio', 'data-transmission', 'ground-control', 'navigation', 'gnss', 'sensor', 'lidar', 'camera', 'battery', 'battery-management', 'motor', 'operating-software'];
/** Categories of the FCC Covered List as conditions on goods: made anywhere but in the United States. */
const CATEGORIES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(?:un(?:crewed|manned) aircraft systems?(?: \(UAS\))?|UAS) critical components?,? produced in (?:a )?foreign countr(?:y|ies)$/i, UAS_PARTS],
  [/^(?:un(?:crewed|manned) aircraft systems?(?: \(UAS\))?|UAS),? produced in (?:a )?foreign countr(?:y|ies)$/i, ['uas']],
];

/** What a category that we do not know speaks of is anybody's guess: no goods are outside it until a paper says so. */
function categoryOf(name: string, id: string): unknown {
  const roles = CATEGORIES.find(([pattern]) => pattern.test(name))?.[1];
  return roles === undefined ? { not: { evidence: { kind: [`outside-${id}`.slice(0, 64)], about: 'product' } } } : { all: [{ role: [...roles] }, { not: { madeIn: ['US'] } }] };
}

export function readFcc(rows: readonly NamedRow[]): ListRead {
  return {
    list: 'us-fcc-covered', format: 'FCC Covered List',
    entries: entriesOf(rows, (row) => row.name, (row, name) => {
      const category = (row.kind ?? '').toLowerCase() === 'category';
      const id = idOf(name, undefined);
      return {
        id, ...(category ? {} : { kind: 'company' as const }), names: category ? [] : namesWithin(name),
        ...(YES.test(row.includes_affiliates ?? '') && { scope: 'and-subsidiaries' as const }),
        ...(category && { category: categoryOf(name, id) }),
        ...withNotes({ scope: stated(row.scope), effective: stated(row.added), ...(category && { category: name }) }),
      };
    }),
  };
}

/** Columns that `readPlain` reads. */
export const PLAIN: ReadonlySet<string> = new Set(['name', 'id', 'country', 'kind', 'type', 'idscheme', 'idvalue', 'scope', 'program']);

/** Is this the header of a column of further names? As written, since headers may be in any script. */
export function isAliases(header: string): boolean {
  return /alias|\ba\.?k\.?a\b|\b(?:alt|alternat\w*|other|former\w*|previous|local|original|native|chinese|english|trade|short)[ _-]?(?:script[ _-]?)?names?\b|\b(?:fka|dba)\b|別名|别名|又名|簡稱|简称|曾用名|舊名|其他名稱|英文名|中文名/i.test(header.trim().replaceAll('_', ' '));
}

/** Any CSV with a column of names; `list` is what the user calls it. */
export function readPlain(list: string, rows: readonly NamedRow[]): ListRead {
  return {
    list, format: 'CSV',
    entries: entriesOf(rows, (row) => row.name, (row, name) => ({
      id: stated(row.id) ?? idOf(name, stated(row.country)), ...(kindOf(row.kind ?? row.type ?? '') !== undefined && { kind: kindOf(row.kind ?? row.type ?? '')! }),
      names: once([...namesWithin(name), ...(row.aliases ?? '').split(/[;|]/).map(stated)]),
      ...(stated(row.idscheme) !== undefined && stated(row.idvalue) !== undefined && { ids: [{ scheme: stated(row.idscheme)!, value: stated(row.idvalue)! }] }),
      ...(row.scope === 'and-subsidiaries' && { scope: 'and-subsidiaries' as const }), ...withNotes({ country: stated(row.country), program: stated(row.program) }),
    })),
  };
}

function kindOf(text: string): EntryKind | undefined {
  return /^(?:person|individual)$/i.test(text) ? 'person' : /^(?:company|entity|organi[sz]ation|legalentity)$/i.test(text) ? 'company' : /^vessel$/i.test(text) ? 'vessel' : undefined;
}

/** One entity: `{id, schema, properties}`. Parties only: addresses, sanctions and links are passed over. `nameless`: it may be a party, and is not readable as one. */
export function ftmEntry(entity: unknown): ListEntry | 'nameless' | undefined {
  if (typeof entity !== 'object' || entity === null) return 'nameless';
  const { id, schema, properties } = entity as { id?: unknown; schema?: unknown; properties?: unknown };
  if (typeof id !== 'string' || id === '' || typeof schema !== 'string' || typeof properties !== 'object' || properties === null) return 'nameless';
  const values = (name: string): string[] => {
    const all: unknown = Object.hasOwn(properties, name) ? (properties as Record<string, unknown>)[name] : [];
    return (Array.isArray(all) ? all : [all]).filter((one): one is string => typeof one === 'string');
  };
  // A schema that came later, or one that is no party, of somebody who is sanctioned all the same.
  const kind = own(FTM, schema) ?? (values('topics').some((topic) => /^(?:sanction|debarment|export\.control)/.test(topic)) ? 'other' : undefined);
  if (kind === undefined) return undefined;
  const caption = (entity as { caption?: unknown }).caption;
  const names = once([typeof caption === 'string' ? stated(caption) : undefined, ...['name', 'alias', 'weakAlias', 'previousName'].flatMap(values).map(stated)]);
  if (names.length === 0) return 'nameless';
  const ids = [['lei', 'leiCode'], ['imo', 'imoNumber'], ['duns', 'dunsCode'], ['ogrn', 'ogrnCode'], ['inn', 'innCode'], ['uscc', 'uscCode']].flatMap(([scheme, name]) => values(name!).map((value) => ({ scheme: scheme!, value })));
  return { id, ...(kind !== 'other' && { kind }), names, ...(ids.length > 0 && { ids }), ...withNotes({ country: values('country')[0] ?? values('jurisdiction')[0], born: bornIn(values('birthDate').map((date) => date.slice(0, 4))), program: values('topics').join(', ') || undefined }) };
}
const FTM: Readonly<Record<string, EntryKind | 'other'>> = { Person: 'person', Company: 'company', Organization: 'company', PublicBody: 'company', LegalEntity: 'other', Trust: 'other', Vessel: 'vessel', Airplane: 'aircraft' };
