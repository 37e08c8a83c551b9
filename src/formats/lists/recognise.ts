/** Which published list a file is of, by its columns and, for OFAC's files without a header, by its name. All files of a folder at once. */
import { type Issue, issue, type Read } from '../../base/issue.ts';
import { parseJson } from '../../base/json.ts';
import { push } from '../../base/multimap.ts';
import { decodeUtf8 } from '../../base/utf8.ts';
import { type FileInput, fileOf, wholeOf } from '../file.ts';
import { readDelimited } from '../table/delimited.ts';
import { markedEncoding } from '../table/encoding.ts';
import { readSheets } from '../table/read.ts';
import type { Row } from '../table/sheet.ts';
import { type NamedRow, readBisRows, readCsl, unique } from './csl.ts';
import { type ListEntry, type ListRead, stated } from './entry.ts';
import { type OfacFiles, readOfac } from './ofac.ts';
import { ftmEntry, isAliases, PLAIN, readDebarred, readDpl, readFcc, readPlain, readUflpa, readUvl } from './others.ts';

/** A list, and the files that state it. */
export interface ListFound extends ListRead { readonly files: readonly string[] }
export interface ListsFound {
  readonly lists: readonly ListFound[];
  /** Files, and sheets of a workbook, that were passed over: no list comes in such a one. */
  readonly passedOver: readonly string[];
  /** Columns that nothing was taken from, in files that have no layout of a publisher. */
  readonly unread: readonly Unread[];
}
interface Unread { readonly file: string; readonly columns: readonly string[] }
/** `guessed`: remarks on how the file was read. */
interface Rows { readonly rows: readonly Row[]; readonly guessed: readonly Issue[] }

const BYTES = 512 << 20;
const LINE = 1 << 20;

/** `names` are paths inside the folder. A file that is no list that we know is said so, and the others are read. */
export function readLists(files: ReadonlyMap<string, FileInput>): Read<ListsFound> {
  const issues: Issue[] = [];
  const found: ListFound[] = [];
  const passedOver: string[] = [];
  const unread: Unread[] = [];
  const ofac = new Map<string, { files: OfacFiles & { [K in keyof OfacFiles]: string[][] }; names: string[] }>();
  for (const [name, file] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const part = ofacPart(name);
    if (part !== undefined) {
      const group = ofac.get(part.list) ?? { files: { primary: [], alt: [], add: [], comments: [] }, names: [] };
      group.files[part.role].push(...rowsOf(file, name, issues).rows.map(({ cells }) => [...cells]));
      group.names.push(name);
      ofac.set(part.list, group);
    } else if (/\.(?:csv|tsv|txt)$/i.test(name)) {
      const lists = tableLists(name, rowsOf(file, name, issues), unread);
      if (lists === undefined && issues.every(({ at }) => at.source !== name)) issues.push(issue('list/unknown', name, '', { file: name }));
      found.push(...(lists ?? []));
    } else if (/\.xls[xm]$/i.test(name)) {
      const { lists, others } = workbookLists(name, file, issues, unread);
      found.push(...lists);
      passedOver.push(...others);
    } else if (/\.(?:json|jsonl|ndjson|ftm)$/i.test(name)) found.push(...jsonLists(name, file, issues));
    else passedOver.push(name);
  }
  for (const [list, group] of ofac)
    if (group.files.primary.length > 0) found.push({ ...readOfac(list, group.files, group.names[0]!), files: group.names });
    else issues.push(issue('list/no-primary', group.names[0]!, '', { list }));
  for (const { list, entries, files: own } of found) if (entries.length === 0) issues.push(issue('list/empty', own[0]!, '', { list }));
  return { value: { lists: joined(found), passedOver, unread }, issues };
}

/**
 * Several files that state one list: the longest, and of the others every entry that has a name or number which is not in it. So no
 * entry is lost, whether a file holds a part of another or goes on where another ends. It is short of nothing if one of them is.
 */
function joined(found: readonly ListFound[]): ListFound[] {
  const groups = new Map<string, ListFound[]>();
  for (const one of found) push(groups, one.list, one);
  return [...groups.values()].map((all): ListFound => {
    const [longest, ...others] = [...all].sort((a, b) => b.entries.length - a.entries.length);
    if (others.length === 0) return { ...longest!, entries: unique(longest!.entries) };
    const entries = [...longest!.entries];
    const saysOf = ({ names, ids = [], notes, category }: ListEntry): string[] => [...names, ...ids.map(({ scheme, value }) => `${scheme}\n${value}`), ...(category === undefined ? [] : [`category\n${notes?.category}`])];
    const said = new Set(entries.flatMap(saysOf));
    for (const entry of others.flatMap((one) => one.entries)) {
      if (saysOf(entry).every((one) => said.has(one))) continue;
      entries.push(entry);
      for (const one of saysOf(entry)) said.add(one);
    }
    const { short: _, ...rest } = longest!;
    const short = all.every((one) => one.short !== undefined) ? all.flatMap((one) => one.short!) : [];
    return { ...rest, entries: unique(entries), files: [...new Set(all.flatMap((one) => one.files))], ...(short.length > 0 && { short }) };
  }).sort((a, b) => (a.list < b.list ? -1 : 1));
}

/** sdn.csv, alt.csv, add.csv, sdn_comments.csv; cons_prim.csv, cons_alt.csv ...; with `ofac_` before it or not. */
function ofacPart(path: string): { list: string; role: keyof OfacFiles } | undefined {
  const match = /(?:^|[/_])(cons_)?(sdn_comments|sdn|prim|alt|add|comments)\.csv$/i.exec(path);
  if (match === null) return undefined;
  const word = match[2]!.toLowerCase();
  return { list: match[1] === undefined ? 'us-sdn' : 'us-ofac-consolidated', role: word === 'alt' || word === 'add' ? word : word.endsWith('comments') ? 'comments' : 'primary' };
}

/** Sheets of a workbook are of one list, hidden ones too. `others`: sheets without a list in them, where another one has it. */
function workbookLists(name: string, file: FileInput, issues: Issue[], unread: Unread[]): { lists: readonly ListFound[]; others: readonly string[] } {
  const { value: sheets, issues: faults } = readSheets(name, file);
  issues.push(...faults);
  if (faults.length > 0) return { lists: [], others: [] };
  const read = sheets.map((sheet) => ({ sheet, lists: tableLists(name, { rows: sheet.rows, guessed: [] }, unread) }));
  const lists = read.flatMap((one) => one.lists ?? []);
  if (lists.length === 0) issues.push(issue('list/unknown', name, '', { file: name }));
  return { lists, others: read.flatMap((one) => (one.lists === undefined && lists.length > 0 ? `${name}, ${one.sheet.name}` : [])) };
}

/** Nothing where no header is of a list. */
function tableLists(name: string, { rows, guessed }: Rows, unread: Unread[]): ListFound[] | undefined {
  const head = rows.findIndex(({ cells }) => cells.some((cell) => /^(?:_?id|name|party name|source)$/i.test(cell.trim().replaceAll('_', ' '))));
  if (head < 0) return undefined;
  const columns = rows[head]!.cells.map((cell) => cell.trim().toLowerCase().replace(/[^a-z0-9]+/g, '_').replace(/^_|_$/g, ''));
  const named = rows.slice(head + 1).map(({ cells }): NamedRow => Object.fromEntries(columns.flatMap((column, i) => (column === '' ? [] : [[column, cells[i] ?? '']]))));
  const has = (...all: string[]): boolean => all.every((column) => columns.includes(column));
  const lost = [...guessed, ...lostRows(rows.slice(head), columns.indexOf(has('party_name', 'notice_date') ? 'party_name' : 'name'), name)];
  const of = (...lists: ListRead[]): ListFound[] => lists.map((list) => ({ ...list, ...((list.short ?? lost).length > 0 && { short: [...(list.short ?? []), ...lost] }), files: [name] }));
  if (has('source', 'entity_number', 'alt_names')) return of(...readCsl(named, name));
  if (has('source_list', 'alternate_name')) {
    const source = (named[0]?.source_list ?? '').trim();
    return of(readBisRows(source === 'MEU' ? 'us-meu' : source === 'EL' ? 'us-entity-list' : `us-${source.toLowerCase() || 'list'}`, `BIS ${source || 'list'}`, named));
  }
  if (has('standard_order', 'fr_citation')) return of(readDpl(named));
  if (has('source_list', 'alternative_names')) return of({ ...readPlain('us-isn', named.map((row) => ({ ...row, aliases: row.alternative_names ?? '' }))), format: 'Nonproliferation Sanctions' });
  if (has('party_name', 'notice_date')) return of(readDebarred(named));
  if (has('includes_subsidiaries', 'list_section')) return of(readUflpa(named));
  if (has('kind', 'includes_affiliates')) return of(readFcc(named));
  if (has('country', 'name', 'address') && columns.filter((column) => column !== '').length <= 4 && /uvl|unverified/i.test(name)) return of(readUvl(named));
  if (has('name')) {
    const left = rows[head]!.cells.filter((cell, i) => !PLAIN.has(columns[i]!) && !isAliases(cell) && rows.slice(head + 1).some(({ cells }) => stated(cells[i]) !== undefined));
    if (left.length > 0) unread.push({ file: name, columns: left });
    return of(readPlain(listName(name), rows.slice(head + 1).map(({ cells }, i) => ({ ...named[i]!, aliases: rows[head]!.cells.flatMap((cell, at) => (isAliases(cell) ? (stated(cells[at]) ?? []) : [])).join(';') }))));
  }
  return undefined;
}

/** Rows that say something and name nobody, and a last row that ends before its columns do, as where a file was cut off. `rows`: the first is the header. */
function lostRows(rows: readonly Row[], at: number, file: string): Issue[] {
  const full = rows.filter(({ cells }) => cells.some((cell) => /[^\s\u001a]/.test(cell)));
  const nameless = full.filter(({ cells }) => stated(cells[at]) === undefined);
  const [last, others] = [full.at(-1)!, full.slice(0, -1)];
  const cut = others.length > 0 && others.every(({ cells }) => cells.length > last.cells.length) && !nameless.includes(last) ? [last] : [];
  const lost = [...nameless, ...cut];
  return lost.length === 0 ? [] : [issue('list/rows-lost', file, `/rows/${lost[0]!.row}`, { count: lost.length, given: lost[0]!.cells.filter((cell) => cell.trim() !== '').join(', ').slice(0, 80) })];
}

/** The CSL's JSON, or FollowTheMoney entities: one a line, or a list of them. */
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
  if (/^\s*\{[^\n]*"schema"/.test(text)) {
    const before = issues.length;
    const { entries, nameless } = ftmLines(text, name, issues);
    if (issues.length > before) return [];
    const short = lostOf(nameless, name);
    return [{ list: listName(name), format: 'FollowTheMoney', entries, ...(short.length > 0 && { short }), files: [name] }];
  }
  const { value, issues: faults } = parseJson(text, { source: name, maxBytes: BYTES });
  issues.push(...faults);
  const results: unknown = Array.isArray(value) ? value : typeof value === 'object' && value !== null && 'results' in value ? value.results : undefined;
  if (!Array.isArray(results) || results.length === 0) {
    if (faults.length === 0) issues.push(Array.isArray(results) ? issue('list/empty', name, '', { list: listName(name) }) : issue('list/unknown', name, '', { file: name }));
    return [];
  }
  const total = pagesOf(value, results.length);
  const short = total === undefined ? [] : [issue('list/page', name, '', { count: results.length, total })];
  const withShort = (list: ListRead, more: readonly Issue[]): ListFound => ({ ...list, ...([...(list.short ?? []), ...short, ...more].length > 0 && { short: [...(list.short ?? []), ...short, ...more] }), files: [name] });
  if (results.every((one) => typeof one === 'object' && one !== null && 'schema' in one && 'properties' in one)) {
    const read = results.map(ftmEntry);
    return [withShort({ list: listName(name), format: 'FollowTheMoney', entries: read.filter((one) => typeof one === 'object') }, lostOf(read.filter((one) => one === 'nameless').length, name))];
  }
  const rows = results.map((one): NamedRow => (typeof one === 'object' && one !== null ? flat(one as Record<string, unknown>) : {}));
  if (!rows.some((row) => stated(row.name) !== undefined && row.source !== undefined)) {
    issues.push(issue('list/unknown', name, '', { file: name }));
    return [];
  }
  const lost = lostOf(rows.filter((row) => stated(row.name) === undefined).length, name);
  return readCsl(rows, name).map((list) => withShort(list, lost));
}

/** How many there are, where the answer says so and holds fewer: programming interfaces give a page at a time. */
function pagesOf(value: unknown, count: number): number | undefined {
  const said: unknown = typeof value === 'object' && value !== null && 'total' in value ? value.total : undefined;
  const total: unknown = typeof said === 'object' && said !== null && 'value' in said ? said.value : said;
  return Number(total) > count ? Number(total) : undefined;
}

function lostOf(count: number, file: string): Issue[] {
  return count === 0 ? [] : [issue('list/rows-lost', file, '', { count, given: '' })];
}

function ftmLines(text: string, name: string, issues: Issue[]): { entries: readonly ListEntry[]; nameless: number } {
  const entries: ListEntry[] = [];
  let nameless = 0;
  let at = 0;
  for (const line of text.split('\n')) {
    at++;
    if (line.trim() === '') continue;
    const { value, issues: faults } = line.length > LINE ? { value: undefined, issues: [issue('input/too-large', name, '', { what: 'characters in a line', count: line.length, limit: LINE })] } : parseJson(line, { source: name });
    for (const fault of faults) issues.push({ ...fault, at: { source: name, pointer: `/lines/${at}${fault.at.pointer}` } });
    const entry = faults.length > 0 ? undefined : ftmEntry(value);
    if (entry === 'nameless') nameless++;
    else if (entry !== undefined) entries.push(entry);
  }
  return { entries, nameless };
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

/** Some of these files are cp1252 and do not say so; what looks like nothing else is read as such, a text of pairs of bytes is not. */
function rowsOf(file: FileInput, name: string, issues: Issue[]): Rows {
  const bytes = wholeOf(file, BYTES);
  if (bytes === undefined) {
    issues.push(issue('input/too-large', name, '', { what: 'bytes', count: file.size, limit: BYTES }));
    return { rows: [], guessed: [] };
  }
  const decoded = decodeUtf8(bytes, name);
  if ('text' in decoded && /\.txt$/i.test(name) && /^[^\n]*\t[^\n]*\t/.test(decoded.text)) return { rows: tabbed(decoded.text), guessed: [] };
  const { value, issues: faults, warnings = [] } = readDelimited(fileOf(bytes), name, undefined, 'issue' in decoded && singleBytes(bytes) ? 'windows-1252' : undefined);
  issues.push(...faults);
  return { rows: value[0]?.rows ?? [], guessed: warnings.length === 0 ? [] : [issue('list/encoding-guessed', name, '', { given: String(warnings[0]!.params.given) })] };
}

/** Letters with accents stand alone or in twos among others; a text in Chinese, Japanese or Korean, or one in Cyrillic letters, is full of longer runs, and UTF-16 begins with its mark. */
function singleBytes(bytes: Uint8Array): boolean {
  if (markedEncoding(bytes.subarray(0, 4096)) !== undefined) return false;
  let [high, run, long] = [0, 0, 0];
  for (const byte of bytes) {
    run = byte < 0x80 ? 0 : run + 1;
    if (byte >= 0x80) high++;
    if (run >= 4) long++;
  }
  return long * 10 <= high;
}

/** The Denied Persons List: tabs, and quotes round cells that hold quotes as they are. */
function tabbed(text: string): Row[] {
  return text.replace(/^\ufeff/, '').split(/\r\n?|\n/).flatMap((line, i) => (line.trim() === '' ? [] : [{ row: i + 1, cells: line.split('\t').map((cell) => cell.trim().replace(/^"(.*)"$/s, '$1')) }]));
}

/** What a plain file is called is the list's id. */
function listName(path: string): string {
  return path.replace(/^.*\//, '').replace(/\.[^.]+$/, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'list';
}
