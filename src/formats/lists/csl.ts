/**
 * The US Consolidated Screening List, CSV (with or without `_id`) and JSON (`results`), and the BIS files that share its older
 * columns (Entity List, MEU: one row an address and alternate name). Columns: developer.trade.gov, consolidated screening list.
 */
import { issue } from '../../base/issue.ts';
import { push } from '../../base/multimap.ts';
import { own } from '../../base/own.ts';
import type { RegisteredId } from '../../model/record.ts';
import { bornIn, type EntryKind, type ListEntry, type ListRead, namesWithin, once, stated, withNotes } from './entry.ts';

/** Row by column name, lower case with underscores. */
export type NamedRow = Readonly<Record<string, string>>;

const SOURCES: readonly (readonly [RegExp, string])[] = [
  [/(?<!Non-)\bSDN\b|^Specially Designated/i, 'us-sdn'], [/\bEL\b|^Entity List/i, 'us-entity-list'], [/\bDPL\b|^Denied Persons/i, 'us-dpl'], [/\bMEU\b|^Military End/i, 'us-meu'], [/\bUVL\b|^Unverified/i, 'us-uvl'],
  [/\bISN\b|^Nonproliferation/i, 'us-isn'], [/\bDTC\b|^ITAR|^AECA/i, 'us-itar-debarred'], [/\bCMIC\b|Military-Industrial Complex/i, 'us-ns-cmic'],
];
/** A file without one of these is a part of the Consolidated Screening List, as its site gives a part to whoever asks for one. */
const PARTS = ['us-sdn', 'us-entity-list', 'us-dpl', 'us-meu', 'us-uvl', 'us-isn', 'us-itar-debarred'] as const;
const KINDS: Readonly<Record<string, EntryKind>> = { individual: 'person', vessel: 'vessel', aircraft: 'aircraft', entity: 'company' };

const IDS: readonly (readonly [scheme: string, word: RegExp, number: RegExp])[] = [
  ['cn-uscc', /Unified Social Credit Code(?: \(USCC\))?/, /\b[0-9A-Z]{18}\b/g], ['lei', /Legal Entity Number/, /\b[0-9A-Z]{20}\b/g], ['duns', /D-U-N-S Number/, /\b(?:\d{9}|\d{2}-\d{3}-\d{4})\b/g],
];

/** The whole list under its own id, and every list that it is made of under theirs. `file`: for what is said of it. */
export function readCsl(rows: readonly NamedRow[], file: string): ListRead[] {
  const entries = rows.flatMap((row) => {
    const name = stated(row.name);
    return name === undefined ? [] : [{ entry: entryOf(row, name), list: listOf(row.source ?? '') }];
  });
  const numbered = entries.map(({ entry, list }) => ({ ...entry, id: `${list ?? 'other'}/${entry.id}` }));
  const lists = new Map<string, ListEntry[]>();
  for (const { entry, list } of entries) if (list !== undefined) push(lists, list, entry);
  const missing = PARTS.filter((part) => !lists.has(part));
  const ofNone = rows.filter((row) => stated(row.name) !== undefined && stated(row.source) === undefined).length;
  const format = 'US Consolidated Screening List';
  return [
    { list: 'us-csl', format, entries: unique(numbered), ...(missing.length > 0 && { short: [issue('list/parts-missing', file, '', { list: 'us-csl', missing: missing.join(', ') })] }) },
    ...[...lists].sort(([a], [b]) => (a < b ? -1 : 1)).map(([list, own]) => ({ list, format, entries: unique(own), ...(ofNone > 0 && { short: [issue('list/no-source', file, '', { count: ofNone, list })] }) })),
  ];
}

/** Entity List and MEU in the older columns: rows of one name are one entry. */
export function readBisRows(list: string, format: string, rows: readonly NamedRow[]): ListRead {
  const groups = new Map<string, NamedRow[]>();
  for (const row of rows) {
    const name = stated(row.name);
    if (name !== undefined) push(groups, name, row);
  }
  const entries = [...groups].map(([name, own]): ListEntry => {
    const row = own[0]!;
    return { id: idOf(name, stated(row.country)), kind: 'company', names: once([...namesWithin(name), ...own.map((one) => stated(one.alternate_name))]), ...withNotes({ country: stated(row.country), citation: stated(row.federal_register_notice), effective: stated(row.effective_date) }) };
  });
  return { list, format, entries: unique(entries) };
}

function entryOf(row: NamedRow, name: string): ListEntry {
  const number = stated(row.entity_number);
  const kind = own(KINDS, (stated(row.type) ?? '').toLowerCase());
  const ids: RegisteredId[] = number === undefined ? [] : [{ scheme: 'ofac', value: number }];
  for (const match of (row.ids ?? '').matchAll(/\b(?:IMO|Vessel Registration Identification, IMO) (\d{7})/g)) ids.push({ scheme: 'imo', value: match[1]! });
  // The CSV writes the number first or last, with the country between.
  for (const part of (row.ids ?? '').split(';'))
    for (const [scheme, word, number] of IDS) if (word.test(part)) ids.push(...[...part.replace(word, '').matchAll(number)].map(([value]) => ({ scheme, value })));
  const subsidiaries = /\bsub-unit, or subsidiary thereof|and (?:its |any )?subsidiar/i.test(name);
  return {
    id: number ?? idOf(name, stated(row.country)),
    ...(kind !== undefined && { kind }),
    names: once([...namesWithin(stated(name.replace(/;?\s*and any successor, sub-?unit, or subsidiary thereof\.?$/i, '')) ?? name), ...(row.alt_names ?? '').split(';').map(stated)]),
    ...(ids.length > 0 && { ids }),
    ...(subsidiaries && { scope: 'and-subsidiaries' as const }),
    ...withNotes({ program: stated(row.programs), country: stated(/\b([A-Z]{2})\s*(?:;|$)/.exec(row.addresses ?? '')?.[1]), born: bornIn((row.dates_of_birth ?? '').split(';')), source: stated(row.source), citation: stated(row.federal_register_notice), effective: stated(row.start_date) }),
  };
}

function listOf(source: string): string | undefined {
  return SOURCES.find(([pattern]) => pattern.test(source))?.[1];
}

/** Where the publisher numbers nothing: the name and country themselves. */
export function idOf(name: string, country: string | undefined): string {
  return `${name.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '').slice(0, 80)}${country === undefined ? '' : `-${country.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')}`}` || 'entry';
}

/** Ids that several entries share get a number in the order of the file; an entry that is told twice in the same words is one. */
export function unique(entries: readonly ListEntry[]): ListEntry[] {
  const seen = new Map<string, number>();
  const ids = new Map<string, number>();
  for (const { id } of entries) ids.set(id, (ids.get(id) ?? 0) + 1);
  const told = new Set<string>();
  const once = entries.filter((entry) => {
    if (ids.get(entry.id) === 1) return true;
    const words = JSON.stringify(entry);
    return !told.has(words) && told.add(words);
  });
  return once.map((entry) => {
    const count = (seen.get(entry.id) ?? 0) + 1;
    seen.set(entry.id, count);
    return count === 1 ? entry : { ...entry, id: `${entry.id}/${count}` };
  });
}
