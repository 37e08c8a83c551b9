/** Records written as the tables of a workspace, as somebody would who has read docs/tables.md and nothing else. */
import type { Completeness, Digest, Rec } from '../../src/model/record.ts';
import { csvRow } from '../../src/formats/table/escape.ts';

/** `rows`: by record, the rows that it stands in, as `products.csv 2`. */
export interface Tables { readonly files: Readonly<Record<string, string>>; readonly rows: ReadonlyMap<Rec, readonly string[]> }
type Cells = Readonly<Record<string, string | undefined>>;

export const FILES: Readonly<Partial<Record<Rec['kind'], string>>> = {
  party: 'parties', ownership: 'ownerships', facility: 'facilities', product: 'products', recipe: 'recipes', line: 'lines', supply: 'supplies',
  material: 'materials', evidence: 'evidence', completeness: 'completeness', listing: 'listings', judgement: 'judgements',
};
const MEASURES = { equity: 'equityPpm', voting: 'votingPpm', board: 'boardPpm', debt: 'debtPpm' } as const;

/** How records are named in a cell: of a paper or a judgement, one; of a statement, all its members. */
export interface Style { supported(digest: Digest): readonly string[]; members(statement: Completeness): string }

/** Undefined: no table can say it. */
export function tablesOf(records: readonly Rec[], style: Style): Tables | undefined {
  const tables = new Map<string, { readonly rec: Rec; readonly cells: Cells }[]>();
  for (const rec of records) {
    const file = FILES[rec.kind];
    const rows = rowsOf(rec, style);
    if (file === undefined || rows === undefined) return undefined;
    const ends = { validFrom: rec.validFrom, validTo: rec.validTo, level: rec.level, supersedes: rec.supersedes === undefined ? undefined : style.supported(rec.supersedes).join(' ') };
    const table = tables.get(file) ?? [];
    for (const cells of rows) table.push({ rec, cells: { ...cells, ...ends } });
    tables.set(file, table);
  }
  const rows = new Map<Rec, string[]>();
  const files = [...tables].map(([file, table]) => {
    const head = [...new Set(table.flatMap(({ cells }) => Object.keys(cells)))];
    for (const [at, { rec }] of table.entries()) rows.set(rec, [...(rows.get(rec) ?? []), `${file}.csv ${at + 2}`]);
    return [`${file}.csv`, csvRow(head) + table.map(({ cells }) => csvRow(head.map((name) => cells[name] ?? ''))).join('')];
  });
  return { files: Object.fromEntries(files), rows };
}

function rowsOf(rec: Rec, style: Style): Cells[] | undefined {
  const { id } = rec;
  switch (rec.kind) {
    case 'party':
      return named(rec, { id, kind: rec.partyKind, domicile: rec.domicile, principalPlace: rec.principalPlace });
    case 'listing':
      return named(rec, { id, list: rec.list, scope: rec.scope, category: rec.category === undefined ? undefined : JSON.stringify(rec.category) });
    case 'ownership': {
      const { owner, asset } = rec;
      const shares = Object.entries(MEASURES).flatMap(([measure, field]): Cells[] => (rec[field] === undefined ? [] : [{ owner, asset, measure, lo: `${rec[field].lo} ppm`, hi: `${rec[field].hi} ppm` }]));
      const rows = [...shares, ...(rec.control === undefined ? [] : [{ owner, asset, measure: rec.control }])];
      return rows.length === 0 ? undefined : rows;
    }
    case 'facility':
      return [{ id, country: rec.country, region: rec.region, operator: rec.operator }];
    case 'product': {
      const { lo, hi, currency } = rec.unitCost ?? {};
      return [{ id, name: rec.name, maker: rec.maker, hs: rec.hs?.replace(/\D/g, ''), roles: rec.roles?.length === 0 ? 'none' : rec.roles?.join('|'), unitCost: lo === undefined ? undefined : `${lo}..${hi} ${currency}`, unitMassKg: rec.unitMassKg && `${rec.unitMassKg.lo}..${rec.unitMassKg.hi}` }];
    }
    case 'recipe':
      return rec.steps?.length === 0 ? undefined : [{ id, output: rec.output, steps: rec.steps?.join('|'), facility: rec.facility, country: rec.country, sole: rec.sole && 'yes', use: rec.use }];
    case 'line': {
      const { lo, hi, currency } = rec.costEach ?? {};
      const own = { quantity: rec.quantity, uom: rec.uom, costEach: lo === undefined ? undefined : `${lo}..${hi} ${currency}` };
      return rec.options.length === 0 ? undefined : rec.options.map(({ product, share, use }, at) => ({ recipe: rec.recipe, line: rec.line, product: product ?? undefined, share: share && `${share.lo}..${share.hi} ppm`, use, ...(at === 0 && own) }));
    }
    case 'supply':
      return [{ id, product: rec.product, supplier: rec.supplier, buyer: rec.buyer, facility: rec.facility, use: rec.use, share: rec.sharePpm && `${rec.sharePpm.lo}..${rec.sharePpm.hi} ppm` }];
    case 'material':
      return [{ product: rec.product, substance: rec.substance, massLo: `${rec.massPpm.lo} ppm`, massHi: `${rec.massPpm.hi} ppm` }];
    case 'evidence':
      return [{ id, kind: rec.docKind, issuer: rec.issuer, issued: rec.issued, custody: rec.custody, supports: rec.supports.flatMap((digest) => style.supported(digest)).join('|') }];
    case 'completeness': {
      const scope = rec.scope === undefined ? undefined : 'roles' in rec.scope ? rec.scope.roles.join('|') : `above ${rec.scope.abovePpm} ppm`;
      return [{ list: rec.list, of: rec.of, scope, status: rec.status, members: style.members(rec) }];
    }
    case 'judgement': {
      const one = (digest: Digest | undefined): string | undefined => (digest === undefined ? undefined : style.supported(digest).join('|'));
      return [{ id, left: one(rec.left), right: one(rec.right), withdraws: one(rec.withdraws), says: rec.says, by: rec.by, on: rec.on, why: rec.why }];
    }
    default:
      return undefined;
  }
}

/** A row with the names, and one for each further number. A number's own form is not what is tried here, so registers are called otherwise. */
function named({ names, ids }: { readonly names?: readonly string[]; readonly ids?: readonly { readonly scheme: string; readonly value: string }[] }, cells: Cells): Cells[] {
  const numbers = (ids ?? []).map(({ scheme, value }): Cells => ({ idScheme: `our-${scheme}`, idValue: `no ${value}` }));
  const [first = {}, ...others] = numbers;
  return [{ ...cells, name: names?.[0], aliases: names?.slice(1).join('|'), ...first }, ...others.map((number) => ({ id: cells.id, ...('list' in cells && { list: cells.list }), ...number }))];
}
