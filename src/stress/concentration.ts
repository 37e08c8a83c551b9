/** A table of who holds how much of what, as concentration by item: `item, holder, amount`, and `governance` and `trade` for the EU's term. */
import { countryCode } from '../base/countries.ts';
import { readDecimal } from '../base/decimal.ts';
import { type Issue, issue, type Read } from '../base/issue.ts';
import { push } from '../base/multimap.ts';
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

interface Held { holder: string; amount: number; governance: number | undefined; trade: number; readonly percent: boolean; readonly row: number }
/** Shares may be rounded: a sum of that much is still the whole. */
const WHOLE = 100.5;

/** Most concentrated first. Every fault at once. Rows of one holder, however written, are one holder. */
export function concentrationOf(sheets: Sheets, source: string): Read<readonly Concentration[]> {
  const issues: Issue[] = [...sheets.issues];
  const [header, ...rows] = (sheets.value[0]?.rows ?? []).filter(({ cells }) => !cells[0]!.trimStart().startsWith('#'));
  const at = new Map((header?.cells ?? []).map((cell, i) => [cell.trim().toLowerCase(), i]));
  const missing = ['item', 'holder', 'amount'].filter((name) => !at.has(name));
  if (missing.length > 0 && issues.length === 0) issues.push(issue('stress/concentration-table', source, '', { missing: missing.join(', ') }));
  if (issues.length > 0) return { value: [], issues };
  const items = new Map<string, Held[]>();
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
    push(items, item, { holder, amount, governance: number('governance'), trade: number('trade') ?? 1, percent: cell('amount').endsWith('%'), row });
  }
  if (items.size === 0 && issues.length === 0) issues.push(issue('stress/concentration-nothing', source, '', { item: '*' }));
  const value = [...items].flatMap(([item, list]): Concentration[] => {
    const whole = list.reduce((sum, { amount }) => sum + amount, 0);
    const other = list.find(({ percent }) => percent !== list[0]!.percent);
    if (other) issues.push(issue('stress/unit-mismatch', source, `/rows/${other.row}/amount`, { product: item, unit: other.percent ? '%' : '1', other: other.percent ? '1' : '%' }));
    else if (list[0]!.percent && whole > WHOLE) issues.push(issue('stress/concentration-whole', source, `/rows/${list.at(-1)!.row}/amount`, { item, sum: String(Math.round(100 * whole) / 100) }));
    const holders = joined(list);
    const index = herfindahl(holders.map(({ amount }) => amount));
    if (index === undefined) {
      issues.push(issue('stress/concentration-nothing', source, `/rows/${list[0]!.row}/amount`, { item }));
      return [];
    }
    const top = holders.reduce((best, one) => (one.amount > best.amount ? one : best));
    const governed = holders.every(({ governance }) => governance !== undefined) ? governedConcentration(holders.map(({ amount, governance = 0, trade }) => ({ share: amount / whole, governance, trade }))) : undefined;
    return [{ item, sources: holders.length, index, top: top.holder, topShare: top.amount / whole, ...(governed !== undefined && { governed }) }];
  });
  return { value: value.sort((a, b) => b.index - a.index || (a.item < b.item ? -1 : 1)), issues };
}

/** One row a holder who has something: two sites of one company, or `US` and `United States`, do not spread a risk. Of figures that differ the worse. */
function joined(list: readonly Held[]): Held[] {
  const holders = new Map<string, Held>();
  for (const one of list) {
    if (one.amount === 0) continue;
    const key = countryCode(one.holder) ?? one.holder.normalize('NFKC').replace(/\s+/g, ' ').toLowerCase();
    const held = holders.get(key);
    if (held === undefined) {
      holders.set(key, { ...one, holder: countryCode(one.holder) ?? one.holder });
      continue;
    }
    held.amount += one.amount;
    held.governance = held.governance === undefined || one.governance === undefined ? undefined : Math.max(held.governance, one.governance);
    held.trade = Math.max(held.trade, one.trade);
  }
  return [...holders.values()];
}
