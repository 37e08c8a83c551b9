/**
 * What nonred itself wrote, known again by what stands in it and not by its name: such a file in a workspace is neither read nor warned
 * about. What a person has since filled in or saved by another program is theirs, and is told like any other file.
 */
import type { Sheet } from './table/sheet.ts';

/** On every page that we write, in its head. */
export const GENERATOR = '<meta name="generator" content="nonred">';
/** In every workbook that we write (ECMA-376 18.2.13); a program that saves it puts its own name there. */
export const APPLICATION = '<fileVersion appName="nonred"/>';
/** `check --csv`. */
export const ANSWER_COLUMNS: readonly string[] = ['rulebook', 'version', 'clause', 'applies', 'verdict', 'part', 'name', 'missing', 'askFrom', 'consequence', 'nextChange', 'grounds', 'unverified', 'rulebookText', 'madeUp'];
/** As it was written before it had the last one, and the last three. */
const ANSWER_COLUMNS_BEFORE = [-1, -3].map((end) => ANSWER_COLUMNS.slice(0, end));
/** `stress --csv`. */
export const STRESS_COLUMNS: readonly string[] = ['about', 'id', 'name', 'lossLo', 'lossHi', 'currency', 'unitsAsked', 'unitsLostLo', 'unitsLostHi', 'survivalDaysLo', 'survivalDaysHi', 'spend'];
/** `judge --csv`, to be filled in. */
export const PROPOSAL_COLUMNS: readonly string[] = ['left', 'right', 'says', 'by', 'on', 'why'];

/** A member or more that each kind of JSON file of ours has, and a stranger's has not together. */
const JSON_MEMBERS: readonly Readonly<Record<string, (value: unknown) => boolean>>[] = [
  { version: is(1), assessments: Array.isArray, grounds: Array.isArray, rulebooks: Array.isArray, honesty: isObject }, // check --json
  { version: is(1), kind: is('stress'), bounds: isText },
  { screening: is(1), matcher: isText, results: Array.isArray },
  { timeline: is(1), question: isObject, moments: Array.isArray },
  { comparison: is(1), question: isObject },
  { nonred: is('bundle/1'), credential: isObject },
  { runs: (runs) => Array.isArray(runs) && (runs[0] as { tool?: { driver?: { name?: unknown } } } | undefined)?.tool?.driver?.name === 'nonred' }, // check --sarif
];

/** An item of `stress concentration --json`, which is a list. */
const ITEM_MEMBERS = ['item', 'sources', 'index', 'top', 'topShare'];

export function isOwnJson(value: object): boolean {
  if (Array.isArray(value)) return value.length > 0 && value.every((item) => isObject(item) && ITEM_MEMBERS.every((name) => Object.hasOwn(item as object, name)));
  return JSON_MEMBERS.some((members) => Object.entries(members).every(([name, fits]) => Object.hasOwn(value, name) && fits((value as Record<string, unknown>)[name])));
}

/** `head`: the first bytes of a file, as text. */
export function isOwnPage(head: string): boolean {
  return head.startsWith('<!doctype html>\n') && head.includes(`\n${GENERATOR}\n`);
}

/** A result as `check --json` writes it, by its first bytes: it is long, and all of it says no more of what it is. */
export function isOwnResult(head: string): boolean {
  return /^\{"asOf":"\d{4}-\d\d-\d\d","assessments":\[\{"applies":"/.test(head);
}

/** A text table of ours; proposals only where nobody has said anything yet. */
export function isOwnTable([sheet, ...others]: readonly Sheet[]): boolean {
  const [head, ...rows] = sheet?.rows ?? [];
  const has = (columns: readonly string[]): boolean => others.length === 0 && head !== undefined && columns.join() === head.cells.join().replace(/^\ufeff/, '');
  const says = PROPOSAL_COLUMNS.indexOf('says');
  return has(ANSWER_COLUMNS) || ANSWER_COLUMNS_BEFORE.some(has) || has(STRESS_COLUMNS) || (has(PROPOSAL_COLUMNS) && rows.every(({ cells }) => (cells[says] ?? '').trim() === ''));
}

function is(wanted: unknown): (value: unknown) => boolean {
  return (value) => value === wanted;
}
function isText(value: unknown): boolean {
  return typeof value === 'string';
}
function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
