/**
 * The tree of an indented bill of materials: for each row the row of the assembly that it goes into. Told by a column of
 * levels (`1`, `.2`, `..3`), by dotted numbers (`1.2.1`), by the name or number of the parent, or by indentation. A tree that
 * cannot be told for sure is a fault, never a flat list.
 */
import { type Issue, issue } from '../../base/issue.ts';

/** One line of the bill as far as its place in the tree goes. */
export interface Placed {
  readonly row: number;
  /** The cell of the level column, or blanks before the text as digits. */
  readonly level: string | undefined;
  readonly line: string | undefined;
  readonly parent: string | undefined;
  /** What others may call it as their parent: part number, product id. */
  readonly names: readonly string[];
}
export interface Tree {
  /** Index of the parent; `undefined`: directly in the product of the bill. */
  readonly parents: readonly (number | undefined)[];
  /** The row that is the product of the bill itself: level 0 above all others. */
  readonly top: number | undefined;
  readonly issues: readonly Issue[];
}
export type TreeBy = 'level' | 'indent' | 'line' | 'parent' | undefined;

const MAX_DEPTH = 64;
const LEVEL = /^(?:[.\s·>+_-]*)(?:level|lvl|lv|l)?\s?(\d{1,2})$/i;
const MARKS = /^[.*>+-]+$/;
const DOTTED = /^\d+(?:\.\d+)+\.?$/;
const NUMBER = /^\d+(?:\.\d+)*\.?$/;

/** Is it a level: a small number, marks before it, or a dotted number? */
export function isLevel(cell: string): boolean {
  const text = cell.trim();
  return LEVEL.test(text) || MARKS.test(text) || DOTTED.test(text);
}

/** Do these line numbers make a tree: dotted ones of which the number above is there too? */
export function areDotted(lines: readonly (string | undefined)[]): boolean {
  if (!lines.some((one) => one !== undefined && DOTTED.test(one)) || !lines.every((one) => one === undefined || NUMBER.test(one))) return false;
  const all = new Set(lines.map((one) => one?.replace(/\.$/, '')));
  return lines.some((one) => one !== undefined && all.has(aboveOf(one)));
}

function aboveOf(dotted: string): string {
  const bare = dotted.replace(/\.$/, '');
  return bare.slice(0, Math.max(0, bare.lastIndexOf('.')));
}

/** `place` names a cell for faults: row and field. */
export function treeOf(rows: readonly Placed[], by: TreeBy, place: (row: number, field: 'level' | 'line' | 'parent') => Issue['at']): Tree {
  const flat: Tree = { parents: rows.map(() => undefined), top: undefined, issues: [] };
  const fault = (code: 'input/bad-level' | 'input/no-such-parent' | 'input/repeated-level', i: number, field: 'level' | 'line' | 'parent', params: Issue['params']): Tree => {
    const { source, pointer } = place(rows[i]!.row, field);
    return { ...flat, issues: [issue(code, source, pointer, params)] };
  };
  if (by === undefined || rows.length === 0) return flat;
  if (by === 'parent') return byParent(rows, flat, fault);
  const dotted = by === 'line' || (by === 'level' && rows.some(({ level }) => level !== undefined && DOTTED.test(level)));
  return dotted ? byNumber(rows, by === 'line' ? 'line' : 'level', flat, fault) : byDepth(rows, flat, fault);
}

type Fault = (code: 'input/bad-level' | 'input/no-such-parent' | 'input/repeated-level', i: number, field: 'level' | 'line' | 'parent', params: Issue['params']) => Tree;

function byDepth(rows: readonly Placed[], flat: Tree, fault: Fault): Tree {
  const depths = rows.map(({ level = '' }) => {
    const text = level.trim();
    return MARKS.test(text) ? text.length : Number(LEVEL.exec(text)?.[1] ?? Number.NaN);
  });
  const least = Math.min(...depths.filter((depth) => !Number.isNaN(depth)));
  const parents: (number | undefined)[] = [];
  const open: number[] = []; // the last row of each depth
  for (const [i, depth] of depths.entries()) {
    const at = depth - least;
    if (Number.isNaN(depth) || at > open.length || at > MAX_DEPTH) return fault('input/bad-level', i, 'level', { given: rows[i]!.level ?? '', before: i === 0 ? '-' : (rows[i - 1]!.level ?? '') });
    parents.push(at === 0 ? undefined : open[at - 1]);
    open.length = at;
    open.push(i);
  }
  const top = least === 0 && rows.length > 1 && depths.filter((depth) => depth === 0).length === 1 ? 0 : undefined;
  return { ...flat, top, parents: top === undefined ? parents : parents.map((parent) => (parent === top ? undefined : parent)) };
}

function byNumber(rows: readonly Placed[], field: 'level' | 'line', flat: Tree, fault: Fault): Tree {
  const at = new Map<string, number>();
  const numbers = rows.map((row) => (row[field] ?? '').trim().replace(/\.$/, ''));
  for (const [i, number] of numbers.entries()) {
    if (!NUMBER.test(number) || number.split('.').length > MAX_DEPTH) return fault('input/bad-level', i, field, { given: number, before: numbers[i - 1] ?? '-' });
    if (at.has(number)) return fault('input/repeated-level', i, field, { given: number });
    at.set(number, i);
  }
  const parents: (number | undefined)[] = [];
  for (const [i, number] of numbers.entries()) {
    const above = aboveOf(number);
    const parent = above === '' ? undefined : at.get(above);
    if (above !== '' && parent === undefined) return fault('input/no-such-parent', i, field, { given: above });
    parents.push(parent);
  }
  const zero = at.get('0');
  return { ...flat, parents, top: zero !== undefined && rows.length > 1 && !parents.includes(zero) && zero === 0 ? zero : undefined };
}

function byParent(rows: readonly Placed[], flat: Tree, fault: Fault): Tree {
  const at = new Map<string, number>();
  const name = (text: string | undefined, i: number): void => {
    if (text !== undefined && !at.has(text)) at.set(text, i);
  };
  for (const [i, { names }] of rows.entries()) for (const one of names) name(one, i);
  for (const [i, { line }] of rows.entries()) name(line, i);
  const parents: (number | undefined)[] = [];
  for (const [i, { parent }] of rows.entries()) {
    const found = parent === undefined ? undefined : at.get(parent);
    if (parent !== undefined && found === undefined) {
      // A parent that no row has is the product of the bill, where it is the only one so and nothing else stands at the top.
      const others = rows.every(({ parent: one }) => one === parent || (one !== undefined && at.has(one)));
      if (!others) return fault('input/no-such-parent', i, 'parent', { given: parent });
    }
    parents.push(found);
  }
  return { ...flat, parents };
}
