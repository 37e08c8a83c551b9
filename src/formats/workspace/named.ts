/** Parties and list entries: the rows of one id are one record with several names and registered ids. */
import { issue } from '../../base/issue.ts';
import { registered } from '../../base/registered.ts';
import type { Listing, Party, RegisteredId } from '../../model/record.ts';
import { closed, common, type Draft, joinNotes, keep } from './draft.ts';
import type { TableRow } from './rows.ts';

export function parties(rows: readonly TableRow[], draft: Draft): void {
  merge(rows, draft, (row, id) => {
    const { cells } = row;
    return closed<Party>({
      kind: 'party', ...common(row, id, draft), ...named(row, draft), partyKind: cells.word<'person' | 'company' | 'state-body'>('kind'), domicile: cells.country('domicile'),
      principalPlace: cells.country('principalPlace'), citizenship: cells.country('citizenship'), stateOf: cells.country('stateOf'),
    });
  });
}

export function listings(rows: readonly TableRow[], draft: Draft): void {
  merge(rows, draft, (row, id) => {
    const { cells } = row;
    return closed<Listing>({
      kind: 'listing', ...common(row, id, draft), list: cells.id('list') ?? '', ...named(row, draft),
      scope: cells.word<'self' | 'and-subsidiaries'>('scope'), category: cells.json('category'),
    });
  });
}

function named({ cells }: TableRow, draft: Draft): { names: string[] | undefined; ids: RegisteredId[] | undefined } {
  const name = cells.text('name');
  const names = unique([...(name === undefined ? [] : [name]), ...(cells.texts('aliases') ?? [])]);
  const [scheme, value] = [cells.text('idScheme'), cells.text('idValue')];
  if ((scheme === undefined) !== (value === undefined)) cells.fault('input/missing', scheme === undefined ? 'idScheme' : 'idValue', { field: scheme === undefined ? 'idScheme' : 'idValue' });
  const number = scheme !== undefined && value !== undefined ? registered(scheme, value) : undefined;
  if (scheme !== undefined && value !== undefined && number === undefined) cells.fault('input/missing', 'idValue', { field: 'idValue' });
  if (number?.wrong) draft.warnings.push(issue('input/wrong-number', cells.source, cells.place('idValue'), { given: value!, scheme: scheme! }));
  const ids = number === undefined ? undefined : [number.id];
  return { names: names.length > 0 ? names : undefined, ids };
}

/** Joins rows of one id and validity as long as no field has two values; one that has starts a further record beside it. */
function merge<R extends Party | Listing>(rows: readonly TableRow[], draft: Draft, read: (row: TableRow, id: string) => R): void {
  const open = new Map<string, { rec: R; row: TableRow; rows: number[] }>();
  const done: { rec: R; row: TableRow; rows: number[] }[] = [];
  for (const row of rows) {
    const id = row.cells.id('id');
    if (id === undefined) continue;
    const language = row.cells.text('lang');
    const one = read(row, id);
    if (!row.cells.good) continue;
    const rec = language === undefined ? one : { ...one, notes: { ...one.notes, lang: language } };
    const key = JSON.stringify([row.cells.source, id, rec.validFrom, rec.validTo, rec.level, rec.supersedes]);
    const before = open.get(key);
    const joined = before && join(before.rec, rec);
    if (before && joined) {
      before.rec = joined;
      before.rows.push(row.cells.row);
    } else {
      const fresh = { rec, row, rows: [row.cells.row] };
      open.set(key, fresh);
      done.push(fresh);
    }
  }
  for (const { rec, row, rows: numbers } of done) keep(numbers.length === 1 ? rec : { ...rec, origin: `${row.cells.source}, rows ${numbers.join(', ')}` }, row, draft);
}

function join<R extends Party | Listing>(a: R, b: R): R | undefined {
  const joined: Record<string, unknown> = { ...a };
  for (const [field, value] of Object.entries(b)) {
    if (field === 'origin' || field === 'notes' || field === 'names' || field === 'ids') continue;
    if (field in a && JSON.stringify(joined[field]) !== JSON.stringify(value)) return undefined;
    joined[field] = value;
  }
  const names = unique([...(a.names ?? []), ...(b.names ?? [])]);
  const ids = [...new Map([...(a.ids ?? []), ...(b.ids ?? [])].map((one) => [JSON.stringify(one), one])).values()];
  const lists = { names: names.length > 0 ? names : undefined, ids: ids.length > 0 ? ids : undefined, notes: joinNotes(a.notes, b.notes) };
  return closed({ ...joined, ...lists }) as unknown as R;
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}
