/**
 * RMI's reporting templates (CMRT, EMRT) by their labels, in English and in Chinese, which one of its cells chooses. The labels
 * are those of CMRT 6.01 to 6.5 and EMRT 1.1 to 2.1 (texts of the published templates as the open source component
 * cirscn/cm-reporting keeps them). Each file confirms them by having them, or is refused: nothing is guessed at.
 */
import { own } from '../../base/own.ts';
import type { Row, Sheet } from '../table/sheet.ts';

export type Template = 'CMRT' | 'EMRT';
/** Metals and minerals that a template asks about: as English labels name them, then as Chinese ones do. */
export const METALS: Readonly<Record<Template, Readonly<Record<string, string>>>> = {
  CMRT: { tantalum: 'Tantalum', tin: 'Tin', gold: 'Gold', tungsten: 'Tungsten', 钽: 'Tantalum', 锡: 'Tin', 金: 'Gold', 钨: 'Tungsten' },
  EMRT: {
    cobalt: 'Cobalt', copper: 'Copper', graphite: 'Graphite', 'natural graphite': 'Graphite', lithium: 'Lithium', mica: 'Mica', nickel: 'Nickel',
    钴: 'Cobalt', 铜: 'Copper', 石墨: 'Graphite', 锂: 'Lithium', 云母: 'Mica', 镍: 'Nickel',
  },
};
export const YES: RegExp = /^(?:yes\b|是)/i;
const TITLES: readonly (readonly [Template, RegExp])[] = [
  ['CMRT', /\bconflict minerals reporting template\b|\bCMRT\b/i],
  ['EMRT', /\bextended minerals reporting template\b|\bEMRT\b/i],
];

/** Which template is it? By its sheets and by the title in its declaration. */
export function templateOf(sheets: readonly Sheet[]): Template | undefined {
  const declaration = sheetNamed(sheets, 'Declaration');
  if (!declaration || !sheetNamed(sheets, 'Smelter List')) return undefined;
  const text = declaration.rows.slice(0, 30).flatMap(({ cells }) => cells).join('\n');
  return TITLES.find(([, title]) => title.test(text))?.[0];
}

export function sheetNamed(sheets: readonly Sheet[], name: string): Sheet | undefined {
  return sheets.find((sheet) => sheet.name.trim().toLowerCase() === name.toLowerCase());
}

/** `6.4` of `Revision 6.4 April 26, 2024` in the declaration; else the highest that the sheet of revisions tells of. */
export function revisionOf(declaration: Sheet, history: Sheet | undefined): string | undefined {
  const first = revisionsIn(declaration.rows.slice(0, 30))[0];
  return first ?? revisionsIn(history?.rows ?? []).sort((a, b) => Number(b) - Number(a))[0];
}

function revisionsIn(rows: readonly Row[]): string[] {
  return rows.flatMap(({ cells }) => cells.flatMap((cell) => /\b(?:revision|rev\.?|version)\s*:?\s*([0-9]{1,2}\.[0-9]{1,3})\b/i.exec(cell.slice(0, 500))?.[1] ?? []));
}

/** A label without its marks: `Metal (*)` is `metal`, `Smelter Name (1)` is `smelter name`, `公司名称 (*)：` is `公司名称`. */
export function label(cell: string): string {
  return cell.slice(0, 500).replace(/\([*0-9]+\)/g, ' ').replace(/[^\p{L}\p{N}%]+/gu, ' ').trim().toLowerCase();
}

/** The answer beside a label: the next cell of the row that has something in it. */
export function beside({ rows }: Sheet, wanted: readonly string[]): { readonly value: string; readonly row: number } | undefined {
  for (const { row, cells } of rows) {
    const at = cells.findIndex((cell) => wanted.includes(label(cell)));
    if (at < 0) continue;
    const value = cells.slice(at + 1).find((cell) => cell.trim() !== '');
    return { value: value?.trim() ?? '', row };
  }
  return undefined;
}

export interface Answer { readonly question: string; readonly metal: string; readonly answer: string; readonly row: number }
/** Answers of the numbered questions, a row a metal: `1) Is any 3TG ...` and below it `Tin (*)`, `Yes`. */
export function answersOf({ rows }: Sheet, template: Template): Answer[] {
  const answers: Answer[] = [];
  let question: string | undefined;
  for (const { row, cells } of rows) {
    const first = cells.findIndex((cell) => cell.trim() !== '');
    const text = cells[first]?.trim() ?? '';
    const number = /^([0-9]{1,2})\)/.exec(text)?.[1];
    if (number !== undefined) question = `Q${number}`;
    else if (/^[A-Z]\.?\s|^[A-Z]\)/.test(text)) question = undefined; // questions about the company follow
    const metal = question === undefined ? undefined : own(METALS[template], label(text));
    const answer = metal === undefined ? undefined : cells.slice(first + 1).find((cell) => cell.trim() !== '')?.trim();
    if (metal !== undefined && answer !== undefined) answers.push({ question: question!, metal, answer, row });
  }
  return answers;
}

/** The first row that has every one of the columns, and where they are; names of the columns that no row has together with the others. */
export function columnsOf<C extends string>({ rows }: Sheet, wanted: Readonly<Record<C, readonly string[]>>, required: readonly C[]): { readonly header: Row; readonly at: Readonly<Partial<Record<C, number>>> } | { readonly missing: readonly C[] } {
  let missing: readonly C[] = required;
  for (const header of rows.slice(0, 40)) {
    const labels = header.cells.map(label);
    const at: Partial<Record<C, number>> = {};
    for (const [column, names] of Object.entries(wanted) as [C, readonly string[]][]) {
      const found = labels.findIndex((one) => names.includes(one));
      if (found >= 0) at[column] = found;
    }
    const absent = required.filter((column) => at[column] === undefined);
    if (absent.length === 0) return { header, at };
    if (absent.length < missing.length) missing = absent;
  }
  return { missing };
}
