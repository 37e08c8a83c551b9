/**
 * A table of names to screen: a column `name`; `kind`, `aliases`, `idScheme`, `idValue`, `born`, `country` where there are. With a column
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
import { readSheets } from '../formats/table/read.ts';
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
  const rows = value[0]?.rows ?? [];
  const head = (rows[0]?.cells ?? []).map((cell) => cell.trim().toLowerCase());
  if (!head.includes('name') && faults.length === 0) faults.push(issue('input/missing', source, '', { field: 'name' }));
  const table = new NamesTable(source, head.includes('owner') || head.includes('allowners'), kind);
  const unread = (rows[0]?.cells ?? []).filter((cell, at) => cell.trim() !== '' && !READ.has(cell.trim().toLowerCase()) && rows.slice(1).some(({ cells }) => cells[at]?.trim()));
  for (const { row, cells } of rows.slice(1)) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    table.row(row, (column) => {
      const at = head.indexOf(column);
      return at < 0 ? undefined : cells[at]?.trim() || undefined;
    });
  }
  table.close();
  faults.push(...table.faults);
  if (faults.length > 0) throw new NonredError(faults);
  return { subjects: [...table.subjects.values()], records: table.records, warnings: [...warnings, ...unread.map((given) => issue('input/unread-column', source, `/rows/${rows[0]!.row}`, { given: given.trim(), options: COLUMNS.join(', ') })), ...table.warnings] };
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
  readonly #rows = new Map<string, number>();
  /** By the party: how many owners are all, and the row that says so. */
  readonly #complete = new Map<string, { readonly count: number; readonly row: number }>();

  constructor(source: string, owned: boolean, kind: 'person' | undefined) {
    this.#source = source;
    this.#owned = owned;
    this.#kind = kind;
  }

  row(row: number, cell: (column: string) => string | undefined): void {
    const name = cell('name');
    if (name === undefined) return this.#fault('input/missing', row, 'name', { field: 'name' });
    const [said, scheme, id, stated] = [cell('kind'), cell('idscheme'), cell('idvalue'), cell('country')];
    const names = [name, ...(cell('aliases')?.split(/[|;；]/).map((one) => one.trim()).filter(Boolean) ?? [])];
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
    const party = known?.party ?? `name/${this.subjects.size + 1}`;
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
