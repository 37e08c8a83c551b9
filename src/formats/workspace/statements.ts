/**
 * Records that point at others by digest: completeness, evidence, judgements. They are made after the others, in this
 * order, so evidence can support a statement of completeness, and a judgement can withdraw a document.
 */
import { issue } from '../../base/issue.ts';
import type { Sha256 } from '../../base/canonical.ts';
import { push } from '../../base/multimap.ts';
import { readShare } from '../../base/percent.ts';
import { digestOf } from '../../model/digest.ts';
import type { Completeness, Day, Digest, Evidence, Judgement, Line, ListName, Rec } from '../../model/record.ts';
import { answerOf, closed, common, type Draft, keep, originRows } from './draft.ts';
import type { References } from './references.ts';
import type { TableRow } from './rows.ts';

/** SHA-256 of no bytes at all. */
const NOTHING = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/** SHA-256 of a file of the workspace; `undefined` where there is no such file. */
export type FileDigest = (path: string) => Digest | undefined;

/** `as listed here (12)`, `1 | 2 (3)`: the last member may be followed by the number of rows that the statement speaks of. */
const COUNTED = /^(.*?)\s*\((\d{1,9})\)$/s;
const AS_LISTED = /^as listed here$/i;
/** What a name of a member pins, and in how many rows of the tables that stands. */
interface Pinned { readonly digests: readonly Digest[]; readonly rows: number }

export class Statements {
  readonly #draft: Draft;
  readonly #references: References;
  readonly #sha256: Sha256;

  constructor(draft: Draft, references: References, sha256: Sha256) {
    this.#draft = draft;
    this.#references = references;
    this.#sha256 = sha256;
  }

  /** `asOf`: a pin names only what is in force on the day of the question, where the workspace states one. What was imported later is none of what is listed *here*. */
  completeness(rows: readonly TableRow[], asOf: Day | undefined): void {
    const members = membersOf(this.#inForce(asOf));
    const roles = rolesOf(this.#draft.records);
    for (const row of rows) {
      const { cells } = row;
      const [list, of, status] = [cells.word<ListName>('list'), cells.id('of'), cells.word<'complete' | 'incomplete' | 'unknown'>('status')];
      const scopeText = cells.text('scope');
      const scope = this.#scope(row, scopeText);
      if (list === undefined || of === undefined || status === undefined) continue;
      const here = answerOf(cells.source);
      const listed = (members.get(`${list}|${of}`) ?? []).filter((rec) => answerOf(rec.origin ?? '') === here);
      const text = cells.texts('members');
      if (text === undefined && status === 'complete') cells.fault('input/missing', 'members', { field: 'members' });
      const { names, count } = countedNames(text ?? [], list, listed);
      const asListed = names.length === 1 && AS_LISTED.test(names[0]!);
      if (asListed && listed.length === 0) cells.fault('input/nothing-listed', 'members', { list, of });
      const inside = (rec: Rec): boolean => scope === undefined || !('roles' in scope) || rec.kind !== 'line' || inScope(rec, scope.roles, roles);
      const pinned = asListed ? [this.#pinned(listed.filter(inside))] : names.map((name) => this.#member(row, name, list, listed));
      const found = pinned.reduce((sum, one) => sum + one.rows, 0);
      if (count !== undefined && count !== found) cells.fault('input/listed-count', 'members', { given: count, count: found });
      // A list that may have lost rows unseen is not all there is: a line its options, an entry its names. Only digests need no number.
      const counted = count !== undefined ? pinned.every(({ rows }) => rows > 0) : names.every(isDigest);
      const unsure = status === 'complete' && text !== undefined && !counted;
      if (unsure) this.#draft.warnings.push(issue('input/uncounted', cells.source, cells.place('members'), { given: names.length > 1 ? `... | ${names.at(-1)!}` : names[0]!, count: found }));
      keep(closed<Completeness>({
        kind: 'completeness', ...common(row, `${list}:${of}${scopeText === undefined ? '' : `/${scopeText.replaceAll('|', '+')}`}`, this.#draft), list, of, scope,
        status: unsure ? 'unknown' : status, members: sorted(pinned.flatMap(({ digests }) => digests)),
      }), row, this.#draft);
    }
  }

  evidence(rows: readonly TableRow[], digestOfFile: FileDigest): void {
    const gone: TableRow[] = [];
    for (const row of rows) {
      const { cells } = row;
      const file = cells.path('file');
      const stated = cells.digest('sha256');
      const found = file === undefined ? undefined : digestOfFile(file);
      if (file !== undefined && found === undefined && stated === undefined) cells.fault('input/no-such-file', 'file', { given: file });
      else if (file !== undefined && found === undefined) gone.push(row);
      if ((stated ?? found) === NOTHING) cells.fault('evidence/empty', file === undefined ? 'sha256' : 'file');
      if (found !== undefined && stated !== undefined && found !== stated) cells.fault('input/file-differs', 'sha256', { file: file!, given: stated, found });
      const supports = (cells.texts('supports') ?? []).flatMap((text) => this.#resolve(row, 'supports', text));
      keep(closed<Evidence>({
        kind: 'evidence', ...common(row, cells.id('id') ?? '', this.#draft), docKind: cells.text('kind') ?? '', issuer: cells.text('issuer'), issued: cells.day('issued'),
        digest: stated ?? found, file, custody: cells.word('custody'), supports: sorted(supports),
      }), row, this.#draft);
    }
    // Papers may be kept elsewhere: said once.
    if (gone.length > 0) this.#draft.warnings.push(issue('input/paper-not-here', gone[0]!.cells.source, gone[0]!.cells.place('file'), { given: gone[0]!.cells.path('file')!, count: gone.length }));
  }

  /** Withdrawals last, after `learn`: a judgement too can be taken out. */
  judgements(rows: readonly TableRow[], learn: () => void): void {
    const withdraws = ({ cells }: TableRow): boolean => cells.texts('withdraws') !== undefined;
    this.#judgements(rows.filter((row) => !withdraws(row)));
    learn();
    this.#judgements(rows.filter(withdraws));
  }

  #judgements(rows: readonly TableRow[]): void {
    for (const row of rows) {
      const { cells } = row;
      const sides = (['left', 'right', 'withdraws'] as const).map((column) => (cells.texts(column) ?? []).flatMap((text) => this.#resolve(row, column, text)));
      const [lefts, rights, withdrawn] = sides as [Digest[], Digest[], Digest[]];
      const pair = cells.texts('left') !== undefined || cells.texts('right') !== undefined;
      const says = cells.word<'same' | 'different' | 'unsure'>('says');
      const [by, on, why] = [cells.text('by') ?? '', cells.day('on'), cells.text('why')];
      if (pair && says === undefined) cells.fault('input/missing', 'says', { field: 'says' });
      if (pair) for (const column of ['left', 'right']) if (cells.texts(column) === undefined) cells.fault('input/missing', column, { field: column });
      if (!pair && cells.texts('withdraws') === undefined) cells.fault('input/missing', 'withdraws', { field: 'withdraws' });
      const given = cells.id('id');
      const names = (id: string, n: number): string => given === undefined ? id : n === 0 ? given : `${given}/${n}`;
      const judge = (id: string, fields: Partial<Judgement>): void =>
        keep(closed<Judgement>({ kind: 'judgement', ...common(row, id, this.#draft), by, on, why, ...fields } as Judgement), row, this.#draft);
      let n = 0;
      // An id with two records is judged in both: a pair for each.
      for (const left of lefts) for (const right of rights) if (says !== undefined) judge(names(`${left}~${right}`, n++), { left, right, says });
      for (const digest of withdrawn) judge(names(`without ${digest}`, n++), { withdraws: digest });
    }
  }

  #digest(rec: Rec): Digest {
    return digestOf(rec, this.#sha256);
  }

  #scope(row: TableRow, text: string | undefined): Completeness['scope'] {
    if (text === undefined) return undefined;
    const above = /^(?:above\s+)?([0-9].*)$/is.exec(text);
    if (!above) return { roles: text.split('|').map((role) => role.trim()).filter((role) => role !== '').sort() };
    const share = readShare(above[1]!);
    return 'fault' in share ? row.cells.fault('input/ambiguous-share', 'scope', { given: text }) : { abovePpm: share.hi };
  }

  #pinned(records: readonly Rec[]): Pinned {
    return { digests: records.map((rec) => this.#digest(rec)), rows: records.reduce((sum, rec) => sum + tableRows(rec), 0) };
  }

  /** By id within the list: a line by its number, an owner by the party, a record by its id, or any reference. A digest counts as one row. */
  #member(row: TableRow, name: string, list: ListName, listed: readonly Rec[]): Pinned {
    const own = listed.filter((rec) => isNamed(rec, list, name));
    if (own.length > 0) return this.#pinned(own);
    const found = this.#references.resolve(name);
    if ('records' in found) return this.#pinned(found.records);
    const digests = this.#resolve(row, 'members', name);
    return { digests, rows: digests.length };
  }

  #resolve({ cells }: TableRow, column: string, text: string): Digest[] {
    const found = this.#references.resolve(text);
    if ('records' in found) return found.records.map((rec) => this.#digest(rec));
    if ('digest' in found) return [found.digest];
    if (found.fault === 'bad') cells.fault('input/bad-reference', column, { given: text });
    else this.#draft.warnings.push(issue('input/no-such-id', cells.source, cells.place(column), { given: text }));
    return [];
  }

  #inForce(asOf: Day | undefined): Rec[] {
    const there = this.#draft.records.filter(({ validFrom, validTo }) => asOf === undefined || ((validFrom === undefined || validFrom <= asOf) && (validTo === undefined || asOf < validTo)));
    const replaced = new Set(there.flatMap(({ supersedes }) => supersedes ?? [])); // by what is itself there (docs/semantics.md 1.1)
    return replaced.size === 0 ? there : there.filter((rec) => !replaced.has(this.#digest(rec)));
  }
}

/** `list|of` to the records of that list. */
function membersOf(records: readonly Rec[]): Map<string, Rec[]> {
  const members = new Map<string, Rec[]>();
  for (const rec of records) {
    if (rec.kind === 'line') push(members, `components|${rec.recipe}`, rec);
    else if (rec.kind === 'recipe') push(members, `recipes|${rec.output}`, rec);
    else if (rec.kind === 'supply') push(members, `supplies|${rec.product}`, rec);
    else if (rec.kind === 'ownership') push(members, `owners|${rec.asset}`, rec);
    else if (rec.kind === 'listing') push(members, `entries|${rec.list}`, rec);
    else if (rec.kind === 'material') push(members, `materials|${rec.product}`, rec);
  }
  return members;
}

/** Recorded roles of a product: of all its records; absent where none states any. */
function rolesOf(records: readonly Rec[]): Map<string, Set<string>> {
  const roles = new Map<string, Set<string>>();
  for (const rec of records)
    if (rec.kind === 'product' && rec.roles) roles.set(rec.id, new Set([...(roles.get(rec.id) ?? []), ...rec.roles]));
  return roles;
}

/** docs/semantics.md 4: an option whose product has no recorded roles, or one that is asked for. */
function inScope(line: Line, asked: readonly string[], roles: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  return line.options.some(({ product }) => {
    const recorded = product === null ? undefined : roles.get(product);
    return recorded === undefined || asked.some((role) => recorded.has(role));
  });
}

/** The names of a cell without the number at its end; `none` is no name. A member that is itself called `cable (2)` is one. */
function countedNames(text: readonly string[], list: ListName, listed: readonly Rec[]): { names: readonly string[]; count?: number } {
  if (text.length === 1 && text[0] === 'none') return { names: [] };
  const last = text.at(-1);
  const [, name, count] = (last !== undefined && !listed.some((rec) => isNamed(rec, list, last)) && COUNTED.exec(last)) || [];
  return name === undefined ? { names: text } : { names: [...text.slice(0, -1), name], count: Number(count) };
}

/** Of a line, one for each option; of an entry, one for each row that adds a name or a number. */
function tableRows(rec: Rec): number {
  return rec.kind === 'line' ? rec.options.length : originRows(rec);
}

function isDigest(name: string): boolean {
  return /^[0-9a-f]{64}$/i.test(name);
}

function isNamed(rec: Rec, list: ListName, text: string): boolean {
  return rec.id === text || shortName(rec, list) === text;
}

function shortName(rec: Rec, list: ListName): string | undefined {
  if (rec.kind === 'line') return rec.line;
  if (rec.kind === 'ownership') return rec.owner;
  if (rec.kind === 'material') return rec.substance;
  return list === 'supplies' && rec.kind === 'supply' ? rec.supplier : undefined;
}

function sorted(digests: readonly Digest[]): Digest[] {
  return [...new Set(digests)].sort();
}
