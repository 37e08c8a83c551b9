/** A table of who holds how much of what, as concentration by item: `item, holder, amount`, and `governance` and `trade` for the EU's term. */
import { readDecimal } from '../base/decimal.ts';
import { type Issue, issue, type Read } from '../base/issue.ts';
import type { Sheets } from '../formats/table/sheet.ts';
import { governedConcentration, herfindahl } from './measures.ts';

export interface Concentration {
  readonly item: string;
  readonly sources: number;
  /** 0..1 */
  readonly index: number;
  readonly top: string;
  readonly topShare: number;
  /** Sum of share^2 x governance x trade, where every row has a governance figure (0 good, 10 bad). */
  readonly governed?: number;
}

/** Most concentrated first. Every fault at once. */
export function concentrationOf(sheets: Sheets, source: string): Read<readonly Concentration[]> {
  const issues: Issue[] = [...sheets.issues];
  const [header, ...rows] = (sheets.value[0]?.rows ?? []).filter(({ cells }) => !cells[0]!.trimStart().startsWith('#'));
  const at = new Map((header?.cells ?? []).map((cell, i) => [cell.trim().toLowerCase(), i]));
  const missing = ['item', 'holder', 'amount'].filter((name) => !at.has(name));
  if (missing.length > 0 && issues.length === 0) issues.push(issue('stress/concentration-table', source, '', { missing: missing.join(', ') }));
  if (issues.length > 0) return { value: [], issues };
  const items = new Map<string, { holder: string; amount: number; governance: number | undefined; trade: number }[]>();
  for (const { row, cells } of rows) {
    const cell = (name: string): string => (cells[at.get(name) ?? cells.length] ?? '').trim();
    const number = (name: string): number | undefined => {
      const text = cell(name).replace(/\s*%$/, '');
      if (text === '') return undefined;
      const read = readDecimal(text);
      if ('value' in read) return Number(read.value);
      issues.push(issue(read.fault === 'ambiguous' ? 'input/ambiguous-number' : 'input/not-a-number', source, `/rows/${row}/${name}`, { given: text }));
      return undefined;
    };
    const [item, holder, amount] = [cell('item'), cell('holder'), number('amount')];
    for (const [name, value] of [['item', item], ['holder', holder], ['amount', cell('amount')]] as const) if (value === '') issues.push(issue('input/missing', source, `/rows/${row}/${name}`, { field: name }));
    if (item === '' || holder === '' || amount === undefined) continue;
    const list = items.get(item) ?? [];
    items.set(item, list);
    list.push({ holder, amount, governance: number('governance'), trade: number('trade') ?? 1 });
  }
  const value = [...items].flatMap(([item, list]): Concentration[] => {
    const index = herfindahl(list.map(({ amount }) => amount));
    if (index === undefined) return [];
    const whole = list.reduce((sum, { amount }) => sum + amount, 0);
    const top = list.reduce((best, one) => (one.amount > best.amount ? one : best));
    const governed = list.every(({ governance }) => governance !== undefined) ? governedConcentration(list.map(({ amount, governance = 0, trade }) => ({ share: amount / whole, governance, trade }))) : undefined;
    return [{ item, sources: list.length, index, top: top.holder, topShare: top.amount / whole, ...(governed !== undefined && { governed }) }];
  });
  return { value: value.sort((a, b) => b.index - a.index || (a.item < b.item ? -1 : 1)), issues };
}
