/**
 * A sheet that came back, read without trust: columns are found by their heads, in either language and any order, rows by
 * their reference. An answer that cannot be read refuses the sheet and names the cell; an empty one is no answer.
 */
import { countryCode } from '../base/countries.ts';
import { isDay } from '../base/day.ts';
import { type ErrorCode, type Issue, issue, type Read } from '../base/issue.ts';
import { readShare } from '../base/percent.ts';
import type { Row, Sheet } from '../formats/table/sheet.ts';
import { cellName } from '../formats/table/workbook.ts';
import type { Day, Id, RangePpm } from '../model/record.ts';
import { ROLES, STEPS } from '../rules/vocabulary.ts';
import { hasKey, say } from '../text/catalogue.ts';
import { saysNotKnown } from '../formats/workspace/cell.ts';
import { type AnswerKind, readRef, type Table, type What } from './questions.ts';

export type Value = string | boolean | readonly string[];
export interface Answer { readonly table: Table; readonly id: Id; readonly what: What; readonly value: Value; readonly cell: string; /** What the sheet showed as on record: an answer about a list speaks of that list. */ readonly shown: string }
export interface OwnerAnswer { readonly asset: Id; /** Absent: one that was not on record. */ readonly owner?: Id; readonly name: string; readonly kind?: 'person' | 'company' | 'state-body'; readonly country?: string; readonly share?: RangePpm; readonly cell: string }
export interface Returned {
  readonly product: Id;
  /** Whom the sheet was sent to. */
  readonly from: Id;
  readonly by: string;
  readonly company: string;
  readonly on: Day;
  readonly answers: readonly Answer[];
  readonly owners: readonly OwnerAnswer[];
  /** Cells that say that the sender does not know: no answers. */
  readonly notKnown: readonly string[];
}

/** Heads and fixed words as the sheet is written with them; the reader knows both languages. */
export const HEADS = { ref: ['ref'], recorded: ['on record', '現有紀錄'], answer: ['answer', '回答'] } as const;
export const OWNER_HEADS = { ref: ['ref'], owner: ['owner', '股東'], kind: ['kind', '類別'], country: ['country', '國別'], share: ['share %', '股權 %'] } as const;
export const AS_RECORDED = ['as recorded', '如紀錄'] as const;
export const YES = ['yes', '是'] as const;
export const NO = ['no', '否'] as const;
export const KINDS = { person: ['person', '個人'], company: ['company', '公司'], 'state-body': ['state body', '政府機關'] } as const;
export const USE_WORDS = { 'in-use': ['in use', '使用中'], approved: ['approved, not in use', '已核可未使用'], known: ['not used', '未使用'] } as const;
export const FORMAT = 'nonred-request/1';

/** Every fault at once. */
export function readReturned(sheets: readonly Sheet[], source: string): Read<Returned | undefined> {
  const issues: Issue[] = [];
  const [main, second] = sheets.flatMap((sheet) => findTable(sheet) ?? []);
  if (second !== undefined) return { value: undefined, issues: [issue('answers/several-sheets', source, '', { given: main!.sheet.name, other: second.sheet.name })] };
  if (main === undefined) return { value: undefined, issues: [issue('answers/not-a-sheet', source, '')] };
  const reader = new Reader(main, source, issues);
  const { product, from } = reader.head();
  const answers = reader.answers();
  const owners = sheets.flatMap((sheet) => ownersIn(sheet, source, issues, reader.notKnown));
  const [by, company, on] = [reader.signed('by'), reader.signed('company'), reader.signed('date')];
  if (on !== '' && !isDay(on)) reader.fault('answers/bad-answer', reader.cellOf('date'), { given: on, wanted: '2026-03-01' });
  if (issues.length === 0 && answers.length + owners.length === 0) issues.push(issue('answers/nothing', source, ''));
  return issues.length > 0 ? { value: undefined, issues } : { value: { product, from, by, company, on, answers, owners, notKnown: reader.notKnown }, issues: [] };
}

interface Found { readonly sheet: Sheet; readonly head: Row; readonly columns: Readonly<Record<'ref' | 'recorded' | 'answer', number>> }

function findTable(sheet: Sheet): Found | undefined {
  for (const head of sheet.rows.slice(0, 60)) {
    const at = (words: readonly string[]): number => head.cells.findIndex((cell) => isHead(cell, words));
    const columns = { ref: at(HEADS.ref), recorded: at(HEADS.recorded), answer: at(HEADS.answer) };
    if (columns.ref >= 0 && columns.answer >= 0) return { sheet, head, columns };
  }
  return undefined;
}

const SIGNED = ['by', 'company', 'date'] as const;

class Reader {
  readonly #found: Found;
  readonly #source: string;
  readonly #issues: Issue[];
  readonly #signed = new Map<string, { text: string; cell: string }>();
  readonly notKnown: string[] = [];

  constructor(found: Found, source: string, issues: Issue[]) {
    this.#found = found;
    this.#source = found.sheet.name === '' ? source : `${source} (${found.sheet.name})`;
    this.#issues = issues;
    const { ref, answer } = found.columns;
    for (const row of found.sheet.rows) {
      const name = clean(row.cells[ref]);
      if ((SIGNED as readonly string[]).includes(name)) this.#signed.set(name, { text: clean(row.cells[answer]), cell: cellName(row.row - 1, answer) });
    }
  }

  fault(code: ErrorCode, cell: string, params: Issue['params'] = {}): undefined {
    this.#issues.push(issue(code, this.#source, `/${cell}`, { ...params, cell }));
    return undefined;
  }

  cellOf(name: (typeof SIGNED)[number]): string {
    return this.#signed.get(name)?.cell ?? cellName(this.#found.head.row - 1, this.#found.columns.ref);
  }

  signed(name: (typeof SIGNED)[number]): string {
    const text = this.#signed.get(name)?.text ?? '';
    if (text === '') this.fault('answers/unsigned', this.cellOf(name), { what: name });
    return text;
  }

  /** The line that says which request it is. */
  head(): { product: Id; from: Id } {
    for (const { cells } of this.#found.sheet.rows) {
      const at = cells.findIndex((cell) => clean(cell) === FORMAT);
      if (at >= 0) return { product: clean(cells[at + 1]), from: clean(cells[at + 2]) };
    }
    this.fault('answers/not-a-sheet', cellName(this.#found.head.row - 1, 0));
    return { product: '', from: '' };
  }

  answers(): Answer[] {
    const { sheet, head, columns } = this.#found;
    const found = new Map<string, Answer>();
    for (const { row, cells } of sheet.rows) {
      if (row <= head.row) continue;
      const [ref, text] = [clean(cells[columns.ref]), clean(cells[columns.answer])];
      const cell = cellName(row - 1, columns.answer);
      if ((SIGNED as readonly string[]).includes(ref) || text === '') continue;
      if (ref === '') { this.fault('answers/no-ref', cell, { given: text }); continue; }
      const asked = readRef(ref);
      if (asked === undefined) { this.fault('answers/unknown-ref', cellName(row - 1, columns.ref), { given: ref }); continue; }
      const shown = clean(cells[columns.recorded]);
      const recorded = AS_RECORDED.some((word) => same(text, word)) ? shown : text;
      if (isNoAnswer(asked.kind, recorded)) { this.notKnown.push(cell); continue; }
      const value = recorded === '' || (recorded !== text && recorded.includes(' | ')) ? undefined : readValue(asked.kind, recorded);
      if (value === undefined) { this.fault('answers/bad-answer', cell, { given: text, wanted: WANTED[asked.kind] }); continue; }
      const before = found.get(ref);
      if (before !== undefined && JSON.stringify(before.value) !== JSON.stringify(value)) { this.fault('answers/twice', cell, { given: text, ref, before: before.cell }); continue; }
      found.set(ref, { table: asked.table, id: asked.id, what: asked.what, value, cell, shown });
    }
    return [...found.values()];
  }
}

const WANTED: Readonly<Record<AnswerKind, string>> = {
  text: 'a name', company: 'the name of one company', country: 'a country: JP, Japan, 日本', yesNo: 'yes, no, 是, 否', steps: 'assembled, produced, ..., 組裝, 生產, ...', roles: 'camera, radio, ..., none, 攝影機, ..., 無', partyKind: 'person, company, state body', use: 'in use, approved, not used',
};

/** What people write into a cell that they cannot answer. Taken as a name it would be a company that no list has. `none` is an answer about roles. */
function isNoAnswer(kind: AnswerKind, text: string): boolean {
  const word = text.normalize('NFKC').trim();
  return saysNotKnown(word, kind === 'country' ? 'country' : 'text') || /^(?:not applicable|not available|don'?t know|not sure|confidential|不適用|不知道|不清楚|無法提供|保密|機密)[.。]?$/i.test(word)
    || (kind !== 'roles' && /^(?:none|nil|無|沒有)[.。]?$/i.test(word));
}

/** Words that point at something else, and several companies in one cell, are no name. */
const NO_NAME = /^(?:(?:same|idem|ditto)(?:\s+as)?(?:\s+(?:above|before|previous|below))?|as above|(?:please\s+)?(?:see|refer to)\s+(?:the\s+|our\s+)?(?:above|below|attach|enclos|annex|appendix|note|remark|sheet|bom\b|list|document|file|cell|row|letter).*|(?:as\s+|file\s+)?attached(?:\s.*)?|various|several|multiple|yes|no|是|否|請?(?:參見|參閱|參照|詳見|詳閱|請見|請參|見附|見上|見下|如附|如上|同上|同前|同下).*)$/is;
const SEVERAL_NAMES = /[;；、\n]/;

function readValue(kind: AnswerKind, text: string): Value | undefined {
  switch (kind) {
    case 'text': return text.length <= 200 && !NO_NAME.test(text.normalize('NFKC')) ? text : undefined;
    case 'company': return isCompany(text) ? text : undefined;
    case 'country': return countryCode(text);
    case 'yesNo': return YES.some((word) => same(text, word)) ? true : NO.some((word) => same(text, word)) ? false : undefined;
    case 'steps': return words(text, STEPS);
    case 'roles': return same(text, 'none') || text === '無' ? [] : words(text, ROLES);
    case 'partyKind': return wordOf(KINDS, text);
    case 'use': return wordOf(USE_WORDS, text);
  }
}

function isCompany(text: string): boolean {
  return text.length <= 200 && !NO_NAME.test(text.normalize('NFKC')) && !SEVERAL_NAMES.test(text);
}

function words(text: string, known: ReadonlySet<string>): string[] | undefined {
  const given = text.split(/[,|;，、；]/).map((word) => word.trim().toLowerCase()).filter((word) => word !== '');
  const codes = given.map((word) => codeOf(word, known));
  return given.length > 0 && codes.every((code) => code !== undefined) ? [...new Set(codes)].sort() : undefined;
}

/** The table's own word, what it is called in 繁體中文, or both, as the sheet offers them. */
function codeOf(word: string, known: ReadonlySet<string>): string | undefined {
  if (known.has(word)) return word;
  return [...known].find((code) => {
    const key = `term.${code}`;
    const called = hasKey(key) ? say('zh-Hant', key) : code;
    return same(word, called) || same(word, `${code} ${called}`);
  });
}

function wordOf<T extends string>(known: Readonly<Record<T, readonly string[]>>, text: string): T | undefined {
  return (Object.keys(known) as T[]).find((word) => same(word, text) || known[word].some((spelling) => same(spelling, text)));
}

function ownersIn(sheet: Sheet, file: string, issues: Issue[], notKnown: string[]): OwnerAnswer[] {
  const source = sheet.name === '' ? file : `${file} (${sheet.name})`;
  const head = sheet.rows.slice(0, 60).find(({ cells }) => [OWNER_HEADS.ref, OWNER_HEADS.owner, OWNER_HEADS.share].every((heads) => cells.some((cell) => isHead(cell, heads))));
  if (head === undefined) return [];
  const at = (name: keyof typeof OWNER_HEADS): number => head.cells.findIndex((cell) => isHead(cell, OWNER_HEADS[name]));
  const found: OwnerAnswer[] = [];
  for (const { row, cells } of sheet.rows) {
    if (row <= head.row) continue;
    const raw = (name: keyof typeof OWNER_HEADS): string => (at(name) < 0 ? '' : clean(cells[at(name)]));
    const text = (name: keyof typeof OWNER_HEADS): string => (name !== 'ref' && isNoAnswer(name === 'country' ? 'country' : 'text', raw(name)) ? '' : raw(name));
    const cell = (name: keyof typeof OWNER_HEADS): string => cellName(row - 1, Math.max(0, at(name)));
    const fault = (code: ErrorCode, name: keyof typeof OWNER_HEADS, wanted: string): void => void issues.push(issue(code, source, `/${cell(name)}`, { given: text(name), wanted, cell: cell(name) }));
    for (const name of ['owner', 'kind', 'country', 'share'] as const) if (raw(name) !== text(name)) notKnown.push(sheet.name === '' ? cell(name) : `${sheet.name} ${cell(name)}`);
    const told = text('share') !== '' || text('country') !== '' || text('kind') !== '';
    if (text('owner') === '' && !told) continue;
    if (text('owner') === '') { fault('answers/bad-answer', 'owner', WANTED.company); continue; } // somebody holds this
    const [, asset, owner] = /^owners\/(.+?)(?:>(.*))?$/s.exec(text('ref')) ?? [];
    if (asset === undefined) { issues.push(issue('answers/no-ref', source, `/${cell('owner')}`, { given: text('owner'), cell: cell('owner') })); continue; }
    const kind = text('kind') === '' ? undefined : wordOf(KINDS, text('kind'));
    const country = text('country') === '' ? undefined : countryCode(text('country'));
    const share = text('share') === '' ? undefined : readShare(text('share'));
    if (text('kind') !== '' && kind === undefined) fault('answers/bad-answer', 'kind', WANTED.partyKind);
    if (text('country') !== '' && country === undefined) fault('answers/bad-answer', 'country', WANTED.country);
    if (share !== undefined && 'fault' in share) fault('answers/bad-answer', 'share', '40 %');
    if (owner === undefined && !isCompany(text('owner'))) fault('answers/bad-answer', 'owner', WANTED.company);
    found.push({
      asset, ...(owner !== undefined && owner !== '' && { owner }), name: text('owner'), ...(kind && { kind }), ...(country && { country }), ...(share && !('fault' in share) && { share }), cell: cell('owner'),
    });
  }
  return found;
}

/** A cell's text; a `'` that keeps a spreadsheet from running it is no part of it. */
function clean(cell: string | undefined): string {
  return (cell ?? '').trim().replace(/^'(?=[=+\-@\t\r\0\uff1d\uff0b\uff0d\uff20])/, '');
}

/** A head stands in one language or in both, a line each. */
function isHead(cell: string | undefined, words: readonly string[]): boolean {
  return (cell ?? '').split('\n').some((line) => words.some((word) => same(line, word)));
}

function same(a: string, b: string): boolean {
  return a.trim().normalize('NFKC').toLowerCase() === b.normalize('NFKC').toLowerCase();
}
