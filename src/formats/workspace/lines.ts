/** Rows of `lines` to records: the rows of one recipe and line are the options of one line, in the order of the table. What an answer says of a line is a record of its own. */
import type { Line, Money, Option, Use } from '../../model/record.ts';
import { answerOf, closed, common, type Draft, joinNotes, keep, type Open } from './draft.ts';
import type { TableRow } from './rows.ts';

interface Drafted { readonly row: TableRow; readonly rows: number[]; rec: Line }

export function lines(rows: readonly TableRow[], draft: Draft): void {
  const byLine = new Map<string, Drafted>();
  const later: { row: TableRow; of: string; key: string; part: Part }[] = [];
  for (const row of rows) {
    const part = partOf(row);
    if (!part) continue;
    const rec = lineOf(row, part, draft);
    if (!row.cells.good) continue;
    const key = keyOf(rec, rec.line, row);
    const of = row.cells.text('alternativeOf');
    if (of !== undefined && of !== rec.line) later.push({ row, of, key: keyOf(rec, of, row), part });
    else {
      const before = byLine.get(key);
      if (before) addOption(before, row, part);
      else byLine.set(key, { row, rows: [row.cells.row], rec });
    }
  }
  for (const { row, of, key, part } of later) {
    const line = byLine.get(key);
    if (line) addOption(line, row, part);
    else row.cells.fault('input/alternative-of-nothing', 'alternativeOf', { given: of });
  }
  for (const { rec, row, rows: numbers } of byLine.values())
    keep(numbers.length === 1 ? rec : closed<Line>({ ...rec, origin: `${row.cells.source}, rows ${numbers.join(', ')}` } as Open<Line>), row, draft);
}

interface Part { readonly recipe: string; readonly line: string; readonly option: Option; readonly quantity?: string; readonly uom?: string; readonly costEach?: Money }

function partOf({ cells }: TableRow): Part | undefined {
  const [recipe, line] = [cells.id('recipe'), cells.text('line')];
  if (line?.includes('|')) cells.fault('input/bad-id', 'line', { given: line });
  const option = closed<Option>({ product: cells.id('product') ?? null, share: cells.share('share'), use: cells.word<Use>('use') });
  const [quantity, uom, costEach] = [cells.decimal('quantity'), cells.unit('uom'), cells.money('costEach', 'currency')];
  if (recipe === undefined || line === undefined || !cells.good) return undefined;
  return closed<Part>({ recipe, line, option, quantity, uom, costEach });
}

function lineOf(row: TableRow, { option, ...part }: Part, draft: Draft): Line {
  return closed<Line>({ kind: 'line', ...common(row, `${part.recipe}#${part.line}`, draft), ...part, options: [option] } as Open<Line>);
}

function keyOf({ recipe, validFrom, validTo, level }: Line, line: string, { cells }: TableRow): string {
  return JSON.stringify([answerOf(cells.source), recipe, line, validFrom, validTo, level]);
}

/** Quantity, unit and cost belong to the line: a further row repeats them or leaves them empty. */
function addOption(line: Drafted, { cells, notes }: TableRow, part: Part): void {
  const shared: { quantity?: string; uom?: string; costEach?: Money; notes?: NonNullable<Line['notes']> } = {};
  for (const field of ['quantity', 'uom', 'costEach'] as const) {
    const [first, second] = [line.rec[field], part[field]];
    if (second === undefined) continue;
    if (first !== undefined && JSON.stringify(first) !== JSON.stringify(second)) cells.fault('input/options-differ', field, { field, first: show(first), second: show(second) });
    else Object.assign(shared, { [field]: second });
  }
  const joined = joinNotes(line.rec.notes, Object.fromEntries(notes));
  if (joined) shared.notes = joined;
  line.rows.push(cells.row);
  line.rec = { ...line.rec, ...shared, options: [...line.rec.options, part.option] };
}

function show(value: string | Money): string {
  return typeof value === 'string' ? value : `${value.lo}..${value.hi} ${value.currency}`;
}

