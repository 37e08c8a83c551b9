/**
 * A table of names to screen: a column `name`, or one that is called as masters of vendors call it (`Vendor Name`, 廠商名稱), of every sheet that has one; `kind`, `aliases`, `idScheme`, `idValue`, `born`, `country` where there are. With a column
 * `owner`, a row says besides who holds how much (`share`) of the equity of the one named, or of its votes, seats, debt, or which right of
 * control (`measure`, as in the table `ownerships`); `allOwners` says of how many owners the list is complete. Owners are screened too.
 */
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { countryCode } from '../base/countries.ts';
import { type ErrorCode, type Issue, issue, NonredError } from '../base/issue.ts';
import { readShare, type ShareFault } from '../base/percent.ts';
import { registered } from '../base/registered.ts';
import type { Subject } from '../engine/screen.ts';
import { sha256 } from '../host/crypto.ts';
import { fold } from '../formats/bom/headers.ts';
import { readSheets } from '../formats/table/read.ts';
import type { Row } from '../formats/table/sheet.ts';
import { fileOn } from '../host/files.ts';
import { digestOf } from '../model/digest.ts';
import type { Ownership, Party, Rec } from '../model/record.ts';
import { CONTROLS } from '../owners/tests.ts';

export interface NamesFile { readonly subjects: readonly Subject[]; readonly records: readonly Rec[]; readonly warnings: readonly Issue[] }

const COLUMNS = ['name', 'kind', 'aliases', 'idScheme', 'idValue', 'born', 'country', 'owner', 'share', 'measure', 'allOwners'] as const;
const READ: ReadonlySet<string> = new Set(COLUMNS.map((column) => column.toLowerCase()));

const SHARES = ['equity', 'voting', 'board', 'debt'] as const;
const MEASURES: readonly string[] = [...SHARES, ...CONTROLS, 'none'];
const FAULTS: Readonly<Record<ShareFault, ErrorCode>> = { ambiguous: 'input/ambiguous-share', 'not-a-number': 'input/not-a-number', 'above-all': 'input/share-above-all', 'upside-down': 'input/upside-down' };

/** Throws NonredError with every fault. */
export function namesIn(path: string, kind: 'person' | undefined): NamesFile {
  if (!existsSync(path)) throw new NonredError([issue('input/no-such-file', '', '', { given: path })]);
  const source = basename(path);
  const { value, issues, warnings = [] } = readSheets(source, fileOn(path));
  const faults: Issue[] = [...issues];
  const read = value.flatMap(({ name, rows }) => {
    const head = headOf(rows);
    return head === undefined ? [] : [{ source: value.length > 1 ? `${source} (${name})` : source, head, rows: rows.slice(rows.indexOf(head.row) + 1), name }];
  });
  const first = value[0]?.rows[0]?.cells.map((cell) => cell.trim()).filter((cell) => cell !== '') ?? [];
  if (read.length === 0 && faults.length === 0) faults.push(issue('input/no-names-column', source, '', { headers: first.slice(0, 20).join(', ') }));
  const unreadSheets = value.filter(({ rows, name }) => rows.length > 0 && !read.some((one) => one.name === name)).map(({ name }) => name);
  const told: Issue[] = read.length === 0 || unreadSheets.length === 0 ? [] : [issue('input/other-sheets', source, '', { name: read.map(({ name }) => name).join(', '), others: unreadSheets.join(', ') })];
  const tables = read.map(({ source: from, head, rows }, i) => {
    const table = new NamesTable(from, head.at.has('owner') || head.at.has('allowners'), kind, i === 0 ? 'name' : `name/${i + 1}`);
    const pointer = `/rows/${head.row.row}`;
    if (head.guessed.length > 0) told.push(issue('input/names-guessed', from, pointer, { columns: head.guessed.join(', ') }));
    told.push(...head.row.cells.filter((cell, at) => cell.trim() !== '' && !head.used.has(at) && rows.some(({ cells }) => cells[at]?.trim())).map((given) => issue('input/unread-column', from, pointer, { given: given.trim(), options: COLUMNS.join(', ') })));
    for (const { row, cells } of rows) {
      if (cells.every((cell) => cell.trim() === '')) continue;
      const cell = (at: number | undefined): string | undefined => (at === undefined ? undefined : cells[at]?.trim() || undefined);
      const names = head.names.flatMap((at) => cell(at) ?? []);
      table.row(row, names, (column) => cell(head.at.get(column)));
    }
    table.close();
    faults.push(...table.faults);
    return table;
  });
  if (faults.length > 0) throw new NonredError(faults);
  return { subjects: tables.flatMap((table) => [...table.subjects.values()]), records: tables.flatMap(({ records }) => records), warnings: [...warnings, ...told, ...tables.flatMap((table) => table.warnings)] };
}

/** What a column of names is called where it is not called `name`: the same firm under several, and every one is asked. */
const NAMED: ReadonlySet<string> = new Set(`company|company name|vendor|vendor name|supplier|supplier name|manufacturer|manufacturer name|maker|customer|customer name|party|party name|entity|entity name|business partner|bp name|firm|firm name|organization|organisation|organization name
  legal name|registered name|account name|full name|english name|english company name|company name english|name english|name en|name in english|chinese name|name chinese|name zh|local name|short name|trade name|trading name|former name|also known as|aka|alias|dba
  名稱|名称|公司|公司名稱|公司名称|供應商|供應商名稱|供应商|供应商名称|廠商|廠商名稱|厂商|厂商名称|客戶|客戶名稱|客户|客户名称|製造商|製造商名稱|制造商|制造商名称|企業名稱|企业名称|單位名稱|单位名称|往來對象|姓名
  英文名稱|英文名称|英文名|公司英文名稱|公司英文名称|英文公司名稱|中文名稱|中文名称|中文名|公司簡稱|公司简称|簡稱|简称|別名|别名|曾用名|舊名
  lieferant|lieferantenname|firma|firmenname|kunde|kundenname|hersteller`.split(/[|\n]\s*/));
/** SAP cuts a name into fields of 35 or 40 characters: Name 1, Name 2. */
const CONTINUED = /^name ?([1-4])$/;

interface Head { readonly row: Row; readonly at: ReadonlyMap<string, number>; /** Columns of names, in order. */ readonly names: readonly number[]; /** Of these, headers that were guessed. */ readonly guessed: readonly string[]; readonly used: ReadonlySet<number> }

/** The first of twenty rows that has a column of names. */
function headOf(rows: readonly Row[]): Head | undefined {
  for (const row of rows.slice(0, 20)) {
    const words = row.cells.map((cell) => cell.trim().toLowerCase());
    const at = new Map(words.flatMap((word, i): [string, number][] => (READ.has(word) && words.indexOf(word) === i ? [[word, i]] : [])));
    const own = at.get('name');
    const others = row.cells.flatMap((cell, i) => (i !== own && (NAMED.has(fold(cell)) || CONTINUED.test(fold(cell))) ? [i] : []));
    if (own === undefined && (others.length === 0 || row.cells.filter((cell) => cell.trim() !== '').length < Math.min(2, rows[0]!.cells.length))) continue;
    const names = [...(own === undefined ? [] : [own]), ...others];
    return { row, at, names, guessed: others.map((i) => row.cells[i]!.trim()), used: new Set([...at.values(), ...names]) };
  }
  return undefined;
}

class NamesTable {
  readonly faults: Issue[] = [];
  readonly warnings: Issue[] = [];
  /** By name where owners are told, else one a row. */
  readonly subjects = new Map<string, Subject>();
  readonly records: Rec[] = [];
  readonly #source: string;
  readonly #owned: boolean;
  readonly #kind: 'person' | undefined;
  readonly #prefix: string;
  readonly #rows = new Map<string, number>();
  /** By the party: how many owners are all, and the row that says so. */
  readonly #complete = new Map<string, { readonly count: number; readonly row: number }>();

  /** `prefix`: of the ids of its parties; each sheet has its own. */
  constructor(source: string, owned: boolean, kind: 'person' | undefined, prefix: string) {
    this.#source = source;
    this.#owned = owned;
    this.#kind = kind;
    this.#prefix = prefix;
  }

  row(row: number, called: readonly string[], cell: (column: string) => string | undefined): void {
    const [name, ...others] = called;
    if (name === undefined) return this.#fault('input/missing', row, 'name', { field: 'name' });
    const [said, scheme, id, stated] = [cell('kind'), cell('idscheme'), cell('idvalue'), cell('country')];
    const names = [name, ...others, ...(others.length > 0 ? [called.join(' ')] : []), ...(cell('aliases')?.split(/[|;；]/).map((one) => one.trim()).filter(Boolean) ?? [])];
    if (scheme === undefined && id !== undefined) this.#fault('input/missing', row, 'idScheme', { field: 'idScheme' });
    const number = scheme !== undefined && id !== undefined ? registered(scheme, id) : undefined;
    if (number?.wrong) this.warnings.push(issue('input/wrong-number', this.#source, `/rows/${row}/idValue`, { given: id!, scheme: scheme! }));
    const ids = number === undefined ? {} : { ids: [number.id] };
    const domicile = stated === undefined ? undefined : countryCode(stated);
    if (stated !== undefined && domicile === undefined) this.#fault('input/unknown-country', row, 'country', { given: stated });
    const subject = { label: name, names, kind: said === 'person' ? ('person' as const) : said === undefined ? this.#kind : ('company' as const), ...ids, born: cell('born') };
    if (!this.#owned) {
      this.subjects.set(String(row), subject);
      return;
    }
    const party = this.#party(subject, row, { ...(said === 'person' || said === 'company' ? { partyKind: said } : {}), ...(domicile !== undefined && { domicile }), ...ids });
    const owner = cell('owner');
    if (owner !== undefined) this.#stake(owner, party, cell('measure')?.toLowerCase() ?? 'equity', cell('share'), row);
    const all = cell('allowners');
    if (all === undefined) return;
    if (!/^\d{1,6}$/.test(all)) return this.#fault('input/not-a-number', row, 'allOwners', { given: all });
    const before = this.#complete.get(party);
    if (before !== undefined && before.count !== Number(all)) return this.#fault('input/listed-count', row, 'allOwners', { given: before.count, count: Number(all) });
    this.#complete.set(party, { count: Number(all), row });
  }

  /** Lists of owners that are stated complete: as many owners as was said, or a fault. */
  close(): void {
    for (const [party, { count, row }] of this.#complete) {
      const stakes = this.records.filter((rec): rec is Ownership => rec.kind === 'ownership' && rec.asset === party);
      const listed = new Set(stakes.map(({ owner }) => owner)).size;
      if (listed !== count) this.#fault('input/listed-count', row, 'allOwners', { given: count, count: listed });
      this.records.push({ kind: 'completeness', id: `owners:${party}`, level: 'confirmed', list: 'owners', of: party, status: 'complete', members: stakes.map((rec) => digestOf(rec, sha256)).sort(), origin: `${this.#source}, row ${row}` });
    }
  }

  /** The id that stands for a name; a row that says no more than its name adds nothing to an earlier one. */
  #party(subject: Subject, row: number, more: Partial<Party> = {}): string {
    const known = this.subjects.get(subject.label);
    const party = known?.party ?? `${this.#prefix}/${this.subjects.size + 1}`;
    if (known === undefined || known.names.length < subject.names.length || known.kind === undefined) this.subjects.set(subject.label, { ...subject, party });
    this.records.push({ kind: 'party', id: party, level: 'confirmed', names: subject.names, ...more, origin: `${this.#source}, row ${row}` });
    return party;
  }

  #stake(owner: string, asset: string, measure: string, text: string | undefined, row: number): void {
    if (!MEASURES.includes(measure)) return this.#fault('input/not-one-of', row, 'measure', { given: measure, options: MEASURES.join(', ') });
    const shared = (SHARES as readonly string[]).includes(measure);
    if (!shared && text !== undefined) return this.#fault('input/share-of-right', row, 'share', { given: text, measure });
    const share = text === undefined ? undefined : readShare(text);
    const [lo = '', hi = lo] = text?.split(/\.\.|[-–—~]/) ?? [];
    if (share !== undefined && 'fault' in share) return this.#fault(FAULTS[share.fault], row, 'share', { given: text!, lo, hi });
    const holder = this.#party({ label: owner, names: [owner], kind: this.subjects.get(owner)?.kind }, row);
    const id = `${holder}>${asset}${measure === 'equity' ? '' : `/${measure}`}`;
    const before = this.#rows.get(id);
    if (before !== undefined) return this.#fault('input/holder-twice', row, 'owner', { owner, given: [...this.subjects.values()].find(({ party }) => party === asset)!.label, row: before });
    this.#rows.set(id, row);
    this.records.push({ kind: 'ownership', id, level: 'confirmed', owner: holder, asset, ...(!shared ? { control: measure as Ownership['control'] & string } : share !== undefined && { [`${measure}Ppm`]: share }), origin: `${this.#source}, row ${row}` });
  }

  #fault(code: ErrorCode, row: number, column: string, given: Record<string, string | number>): void {
    this.faults.push(issue(code, this.#source, `/rows/${row}/${column}`, given));
  }
}
