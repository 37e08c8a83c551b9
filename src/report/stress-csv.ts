/** Rows of a stress result: what was cut off, or the scenarios' losses by demand. */
import { STRESS_COLUMNS } from '../formats/own.ts';
import { csvRow } from '../formats/table/escape.ts';
import type { StressResult } from '../engine/stress-result.ts';

/** One table: `about` says what a row is about. Days without end are left empty. */
export function stressCsv({ scenarios, each, labels, currency }: StressResult): string {
  const number = (value: number | undefined): string => (value === undefined || !Number.isFinite(value) ? '' : String(Math.round(value * 1e6) / 1e6));
  const rows: (readonly string[])[] = [STRESS_COLUMNS];
  for (const { ids, loss, demands, title, time } of scenarios) {
    const id = ids.join('+');
    rows.push(['scenario', id, title.en, number(loss.lo), number(loss.hi), currency ?? 'units', '', '', '', '', '', '']);
    for (const { id: demand, product, customer, asked, lost, survivalDays } of demands)
      rows.push([`scenario ${id}`, demand, customer ?? labels[product] ?? product, '', '', '', number(asked), number(lost.lo), number(lost.hi), number(survivalDays.lo), number(survivalDays.hi), '']);
    for (const { day, lo, hi } of time) rows.push([`scenario ${id}, from day`, String(day), '', number(lo), number(hi), currency ?? 'units', '', '', '', '', '', '']);
  }
  for (const { id, loss, survivalDays, spend } of each?.rows ?? [])
    rows.push([each!.by, id, labels[id] ?? '', number(loss.lo), number(loss.hi), currency ?? 'units', '', '', '', number(survivalDays?.lo), number(survivalDays?.hi), number(spend)]);
  return rows.map(csvRow).join('');
}
