/**
 * OFAC's files as published: SDN.CSV or CONS_PRIM.CSV with ALT, ADD and the comments that did not fit. No header, cp1252, `-0-` for
 * nothing. Columns: OFAC, "SDN Data Formats" (dat_spec): ent_num, name, type, program, title, call sign, vessel type, tonnage,
 * gross tonnage, flag, owner, remarks; ALT: ent_num, alt_num, type, name, remarks; ADD: ent_num, add_num, address, city, country,
 * remarks; comments: ent_num, text that goes on from the remarks.
 */
import { issue } from '../../base/issue.ts';
import { own } from '../../base/own.ts';
import type { RegisteredId } from '../../model/record.ts';
import { bornIn, type EntryKind, type ListEntry, type ListRead, once, stated, withNotes } from './entry.ts';

export interface OfacFiles { readonly primary: readonly (readonly string[])[]; readonly alt: readonly (readonly string[])[]; readonly add: readonly (readonly string[])[]; readonly comments: readonly (readonly string[])[] }

const KINDS: Readonly<Record<string, EntryKind>> = { individual: 'person', vessel: 'vessel', aircraft: 'aircraft' };

/** Cells of a row of each file. */
const CELLS: Readonly<Record<keyof OfacFiles, number>> = { primary: 12, alt: 5, add: 6, comments: 2 };
const END_OF_FILE = /^[\s\u001a]*$/;

/** `file`: for what is said of it. */
export function readOfac(list: string, files: OfacFiles, file: string): ListRead {
  const names = grouped(files.alt, 3);
  const countries = grouped(files.add, 4);
  const more = grouped(files.comments, 1);
  const entries = files.primary.filter((row) => /^\s*\d+\s*$/.test(row[0] ?? '')).map((row): ListEntry => {
    const number = stated(row[0]) ?? '';
    const remarks = [stated(row[11]), ...(more.get(number) ?? [])].filter(Boolean).join('');
    const person = own(KINDS, stated(row[2]) ?? '') === 'person';
    const ids = idsIn(remarks, number);
    return {
      id: number,
      kind: own(KINDS, stated(row[2]) ?? '') ?? 'company',
      names: once([stated(row[1]), ...(names.get(number) ?? []), ...[...remarks.matchAll(/\ba\.k\.a\. '([^']+)'/g)].map((match) => match[1])]),
      ids,
      ...withNotes({ program: stated(row[3])?.replaceAll('] [', ', '), country: once(countries.get(number) ?? [])[0], born: person ? bornIn([...remarks.matchAll(/\bDOB ([^;]*)/g)].map((match) => match[1]!)) : undefined, title: stated(row[4]) }),
    };
  });
  const short = [
    ...(files.alt.length === 0 ? [issue('list/no-aliases', file, '', { list })] : []),
    ...(['primary', 'alt'] as const).flatMap((role) => {
      const bad = files[role].filter((row) => !row.every((cell) => END_OF_FILE.test(cell)) && (row.length < CELLS[role] || !/^\s*\d+\s*$/.test(row[0] ?? '') || stated(row[role === 'primary' ? 1 : 3]) === undefined));
      return bad.length === 0 ? [] : [issue('list/rows-lost', file, '', { count: bad.length, given: (bad[0] ?? []).join(', ').slice(0, 80) })];
    }),
  ];
  return { list, format: list === 'us-sdn' ? 'OFAC SDN' : 'OFAC consolidated', entries, ...(short.length > 0 && { short }) };
}

/** Numbers that a register gave: they decide before names do. */
function idsIn(remarks: string, number: string): RegisteredId[] {
  const ids: RegisteredId[] = [{ scheme: 'ofac', value: number }];
  const found = (scheme: string, pattern: RegExp): void => {
    for (const match of remarks.matchAll(pattern)) ids.push({ scheme, value: match[1]! });
  };
  found('imo', /\bVessel Registration Identification IMO (\d{7})/g);
  found('duns', /\bD-U-N-S Number (\d{9}|\d{2}-\d{3}-\d{4})/g);
  found('cn-uscc', /\bUnified Social Credit Code(?: \(USCC\))? ([0-9A-Z]{18})\b/g);
  found('lei', /\bLegal Entity Number ([0-9A-Z]{20})\b/g);
  return ids;
}

/** The texts of a column by entity number. */
function grouped(rows: readonly (readonly string[])[], column: number): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const row of rows) {
    const [number, text] = [stated(row[0]), column === 1 ? (row[1] ?? '').replace(/\s*-0-\s*$/, '') : stated(row[column])];
    if (number === undefined || text === undefined || text === '') continue;
    const group = groups.get(number);
    if (group) group.push(text);
    else groups.set(number, [text]);
  }
  return groups;
}
