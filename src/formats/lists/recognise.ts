/** Which published list a file is of, by its columns and, for OFAC's files without a header, by its name. All files of a folder at once. */
import { type Issue, issue, type Read } from '../../base/issue.ts';
import { parseJson } from '../../base/json.ts';
import { decodeUtf8 } from '../../base/utf8.ts';
import { type FileInput, fileOf, wholeOf } from '../file.ts';
import { readDelimited } from '../table/delimited.ts';
import type { Row } from '../table/sheet.ts';
import { type NamedRow, readBisRows, readCsl } from './csl.ts';
import type { ListEntry, ListRead } from './entry.ts';
import { type OfacFiles, readOfac } from './ofac.ts';
import { ftmEntry, readDebarred, readDpl, readFcc, readPlain, readUflpa, readUvl } from './others.ts';

/** A list, and the files that state it. */
export interface ListFound extends ListRead { readonly files: readonly string[] }

const BYTES = 512 << 20;
const LINE = 1 << 20;

/** `names` are paths inside the folder. A file that is no list that we know is said so, and the others are read. */
export function readLists(files: ReadonlyMap<string, FileInput>): Read<readonly ListFound[]> {
  const issues: Issue[] = [];
  const found: ListFound[] = [];
  const ofac = new Map<string, { files: OfacFiles & { [K in keyof OfacFiles]: string[][] }; names: string[] }>();
  for (const [name, file] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const part = ofacPart(name);
    if (part !== undefined) {
      const group = ofac.get(part.list) ?? { files: { primary: [], alt: [], add: [], comments: [] }, names: [] };
      group.files[part.role].push(...rowsOf(file, name, issues).map(({ cells }) => [...cells]));
      group.names.push(name);
      ofac.set(part.list, group);
    } else if (/\.(?:csv|tsv|txt)$/i.test(name)) found.push(...tableLists(name, file, issues));
    else if (/\.(?:json|jsonl|ndjson|ftm)$/i.test(name)) found.push(...jsonLists(name, file, issues));
  }
  for (const [list, group] of ofac)
    if (group.files.primary.length > 0) found.push({ ...readOfac(list, group.files), files: group.names });
    else issues.push(issue('list/no-primary', group.names[0]!, '', { list }));
  return { value: found, issues };
}

/** sdn.csv, alt.csv, add.csv, sdn_comments.csv; cons_prim.csv, cons_alt.csv ...; with `ofac_` before it or not. */
function ofacPart(path: string): { list: string; role: keyof OfacFiles } | undefined {
  const match = /(?:^|[/_])(cons_)?(sdn_comments|sdn|prim|alt|add|comments)\.csv$/i.exec(path);
  if (match === null) return undefined;
  const word = match[2]!.toLowerCase();
  return { list: match[1] === undefined ? 'us-sdn' : 'us-ofac-consolidated', role: word === 'alt' || word === 'add' ? word : word.endsWith('comments') ? 'comments' : 'primary' };
}

function tableLists(name: string, file: FileInput, issues: Issue[]): ListFound[] {
  const rows = rowsOf(file, name, issues);
  const head = rows.findIndex(({ cells }) => cells.some((cell) => /^(?:_?id|name|party name|source)$/i.test(cell.trim().replaceAll('_', ' '))));
  if (head < 0) {
    if (rows.length > 0) issues.push(issue('list/unknown', name, '', { file: name }));
    return [];
  }
  const columns = rows[head]!.cells.map((cell) => cell.trim().toLowerCase().replace(/[^a-z0-9]+/g, '_').replace(/^_|_$/g, ''));
  const named = rows.slice(head + 1).map(({ cells }): NamedRow => Object.fromEntries(columns.flatMap((column, i) => (column === '' ? [] : [[column, cells[i] ?? '']]))));
  const has = (...all: string[]): boolean => all.every((column) => columns.includes(column));
  const of = (...lists: ListRead[]): ListFound[] => lists.map((list) => ({ ...list, files: [name] }));
  if (has('source', 'entity_number', 'alt_names')) return of(...readCsl(named));
  if (has('source_list', 'alternate_name')) {
    const source = (named[0]?.source_list ?? '').trim();
    return of(readBisRows(source === 'MEU' ? 'us-meu' : source === 'EL' ? 'us-entity-list' : `us-${source.toLowerCase() || 'list'}`, `BIS ${source || 'list'}`, named));
  }
  if (has('standard_order', 'fr_citation')) return of(readDpl(named));
  if (has('source_list', 'alternative_names')) return of({ ...readPlain('us-isn', named.map((row) => ({ ...row, aliases: row.alternative_names ?? '' }))), format: 'Nonproliferation Sanctions' });
  if (has('party_name', 'notice_date')) return of(readDebarred(named));
  if (has('includes_subsidiaries', 'list_section')) return of(readUflpa(named));
  if (has('kind', 'includes_affiliates')) return of(readFcc(named));
  if (has('country', 'name', 'address') && !has('id')) return of(readUvl(named));
  if (has('name')) return of(readPlain(listName(name), named));
  issues.push(issue('list/unknown', name, '', { file: name }));
  return [];
}

/** The CSL's JSON, or FollowTheMoney lines. */
function jsonLists(name: string, file: FileInput, issues: Issue[]): ListFound[] {
  const bytes = wholeOf(file, BYTES);
  if (bytes === undefined) {
    issues.push(issue('input/too-large', name, '', { what: 'bytes', count: file.size, limit: BYTES }));
    return [];
  }
  const decoded = decodeUtf8(bytes, name);
  if ('issue' in decoded) {
    issues.push(decoded.issue);
    return [];
  }
  const text = decoded.text.replace(/^\ufeff/, '');
  if (/^\s*\{[^\n]*"schema"/.test(text)) return [{ list: listName(name), format: 'FollowTheMoney', entries: ftmLines(text, name, issues), files: [name] }];
  const { value, issues: faults } = parseJson(text, { source: name, maxBytes: BYTES });
  issues.push(...faults);
  const results: unknown = Array.isArray(value) ? value : typeof value === 'object' && value !== null && 'results' in value ? value.results : undefined;
  if (!Array.isArray(results)) {
    if (faults.length === 0) issues.push(issue('list/unknown', name, '', { file: name }));
    return [];
  }
  const rows = results.flatMap((one): NamedRow[] => (typeof one === 'object' && one !== null ? [flat(one as Record<string, unknown>)] : []));
  return readCsl(rows).map((list) => ({ ...list, files: [name] }));
}

function ftmLines(text: string, name: string, issues: Issue[]): ListEntry[] {
  const entries: ListEntry[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    at++;
    if (line.trim() === '') continue;
    const { value, issues: faults } = line.length > LINE ? { value: undefined, issues: [issue('input/too-large', name, '', { what: 'characters in a line', count: line.length, limit: LINE })] } : parseJson(line, { source: name });
    for (const fault of faults) issues.push({ ...fault, at: { source: name, pointer: `/lines/${at}${fault.at.pointer}` } });
    const entry = faults.length > 0 ? undefined : ftmEntry(value);
    if (entry !== undefined) entries.push(entry);
  }
  return entries;
}

/** The CSL's JSON has lists where its CSV has texts, and objects of which the CSV writes the country last. */
function flat(row: Record<string, unknown>): NamedRow {
  const text = (value: unknown): string => {
    if (Array.isArray(value)) return value.map(text).join('; ');
    if (typeof value === 'object' && value !== null) return Object.entries(value).sort(([a], [b]) => Number(a === 'country') - Number(b === 'country')).map(([, one]) => text(one)).filter(Boolean).join(', ');
    return value === null || value === undefined ? '' : String(value);
  };
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [key, text(value)]));
}

/** Some of these files are cp1252 and do not say so; what is not UTF-8 is read as such. */
function rowsOf(file: FileInput, name: string, issues: Issue[]): readonly Row[] {
  const bytes = wholeOf(file, BYTES);
  if (bytes === undefined) {
    issues.push(issue('input/too-large', name, '', { what: 'bytes', count: file.size, limit: BYTES }));
    return [];
  }
  const decoded = decodeUtf8(bytes, name);
  if ('text' in decoded && /\.txt$/i.test(name) && /^[^\n]*\t[^\n]*\t/.test(decoded.text)) return tabbed(decoded.text);
  const { value, issues: faults } = readDelimited(fileOf(bytes), name, undefined, 'issue' in decoded ? 'windows-1252' : undefined);
  issues.push(...faults);
  return value[0]?.rows ?? [];
}

/** The Denied Persons List: tabs, and quotes round cells that hold quotes as they are. */
function tabbed(text: string): Row[] {
  return text.replace(/^\ufeff/, '').split(/\r\n?|\n/).flatMap((line, i) => (line.trim() === '' ? [] : [{ row: i + 1, cells: line.split('\t').map((cell) => cell.trim().replace(/^"(.*)"$/s, '$1')) }]));
}

/** What a plain file is called is the list's id. */
function listName(path: string): string {
  return path.replace(/^.*\//, '').replace(/\.[^.]+$/, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'list';
}
