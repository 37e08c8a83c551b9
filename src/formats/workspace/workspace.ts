/**
 * A workspace: the files of a folder to records, question and warnings. Pure: the host gives the files (host/workspace.ts),
 * the hash, and the salt where the workspace has a secret. All faults at once, sorted; good rows are kept for reporting,
 * but a workspace with a fault is not to be judged.
 */
import { type Issue, issue, type Read } from '../../base/issue.ts';
import { push } from '../../base/multimap.ts';
import { decodeUtf8 } from '../../base/utf8.ts';
import type { Digest, Id, Rec } from '../../model/record.ts';
import { billRecords, idPart } from '../bom/bill.ts';
import { guessRoles } from '../bom/roles.ts';
import type { Column, Why } from '../bom/columns.ts';
import { Builder } from '../documents/builder.ts';
import { type FileInput, wholeOf } from '../file.ts';
import { editionRecords, type ListEdition, readEdition } from '../lists/edition.ts';
import { checkRecords } from './checks.ts';
import { CONFIG_NAME, type Config, type FileConfig, readConfig, unreadSettings } from './config.ts';
import { closed, type Common, type Draft } from './draft.ts';
import { FACTS } from './facts.ts';
import { lines } from './lines.ts';
import { listings, parties } from './named.ts';
import { References } from './references.ts';
import { rowsOf, type TableRow } from './rows.ts';
import { alike } from './slip.ts';
import { type BillSheet, type FileRead, type Found, sheetsOf } from './sources.ts';
import { type FileDigest, Statements } from './statements.ts';
import { type TableName, TABLES } from './tables.ts';
import { swissCodes, unreadCountries } from './unread-countries.ts';
import { unreadEnds } from './unread-ends.ts';

export interface WorkspaceHost {
  readonly sha256: (data: string | Uint8Array) => Digest;
  /** HMAC-SHA-256 of a record id under the workspace's secret; absent: records have no salt. */
  readonly hmac?: (id: Id) => Digest;
}
/** A row of a table that has no records yet. */
export interface PlainRow { readonly origin: string; readonly cells: Readonly<Record<string, string>> }
/** A column of a bill of materials that was guessed, and why. */
export interface Guess { readonly file: string; readonly sheet: string; readonly field: string; readonly column: string; readonly why: Why }
/** What a folder's files say. */
export interface Workspace {
  readonly records: readonly Rec[];
  readonly config: Config;
  /** What stands beside the records and refuses nothing. */
  readonly warnings: readonly Issue[];
  /** Every file that was read. */
  readonly files: readonly { readonly name: string; readonly sha256: Digest; readonly rows: number }[];
  /** Bill lines read. */
  readonly lines: number;
  readonly guesses: readonly Guess[];
  readonly screenings: readonly PlainRow[];
}

/** All faults of all files at once; a workspace with one is not to be judged. */
export function readWorkspace(files: ReadonlyMap<string, FileInput>, host: WorkspaceHost): Read<Workspace> {
  const issues: Issue[] = [];
  const warnings: Issue[] = [];
  const digestOfFile = fileDigests(files, host);
  const stated = configOf(files, issues);
  warnings.push(...unreadSettings(stated, CONFIG_NAME));
  const found = sheetsOf(files, stated, digestOfFile, issues, warnings);
  const rows = new Map<TableName, TableRow[]>();
  for (const { table, sheet, source, file } of found.tables) {
    const own = rowsOf(sheet, source, table, issues);
    for (const row of own) push(rows, table.name, row);
    file.rows += own.length;
    warnings.push(...unreadCountries(own, table), ...swissCodes(own, table), ...unreadEnds(own));
  }

  const draft: Draft = { records: [], issues, warnings, salt: host.hmac, trees: new Set(), hints: [] };
  const of = (name: TableName): readonly TableRow[] => rows.get(name) ?? [];
  parties(of('parties'), draft);
  listings(of('listings'), draft);
  for (const name of Object.keys(FACTS) as (keyof typeof FACTS)[]) for (const row of of(name)) FACTS[name](row, draft);
  lines(of('lines'), draft);
  const billed: Billed[] = [];
  const config = addBills(found, stated, draft, host, billed);
  if (config.product === undefined && !issues.some(({ at }) => at.source === CONFIG_NAME)) {
    if (files.has(CONFIG_NAME)) issues.push(issue('input/missing', CONFIG_NAME, '/product', { field: 'product' }));
    else if (files.size !== 1 || issues.length === 0) issues.push(issue('input/no-config', CONFIG_NAME, '')); // a file alone has its own faults
  }
  draft.records.push(...keptLists(files, issues, host));
  const references = new References(draft.records);
  const statements = new Statements(draft, references, host.sha256);
  let known = draft.records.length;
  const learn = (): void => { for (; known < draft.records.length; known++) references.add(draft.records[known]!); };
  statements.completeness(of('completeness'), config.asOf);
  learn();
  statements.evidence(of('evidence'), digestOfFile);
  learn();
  statements.judgements(of('judgements'), learn);

  const kept = (name: TableName): PlainRow[] => of(name).map(({ cells, notes }) => ({ origin: `${cells.source}, row ${cells.row}`, cells: { ...cells.all(), ...Object.fromEntries(notes) } }));
  const screenings = kept('screenings');
  const named = namedByOthers(draft.records, references, config);
  warnings.push(...namedWithoutRecord(rows, references, named));
  if (config.product !== undefined)
    for (const { product, source } of billed)
      if (!named.has(`products ${product}`) && !config.product.startsWith(`${product}#`)) warnings.push(issue('input/bill-of-nothing', source, '', { given: product, asked: config.product }));
  for (const [field, table] of [['product', 'products'], ['bom', 'recipes']] as const)
    if (stated[field] !== undefined && !references.has(table, stated[field])) warnings.push(issue('input/no-such-id', CONFIG_NAME, `/${field}`, { given: stated[field] }));
  guessRoles(draft, config.product);
  checkRecords(draft, config.product);
  const value: Workspace = {
    records: draft.records, config, warnings: sortedOnce(warnings), files: found.files, lines: draft.records.filter(({ kind }) => kind === 'line').length,
    guesses: found.bills.flatMap(guessesOf), screenings,
  };
  return { value, issues: sortedOnce(issues) };
}

const LISTS_BYTES = 512 << 20;

/** Editions that were imported: `lists/LIST/DAY.json`. */
function keptLists(files: ReadonlyMap<string, FileInput>, issues: Issue[], { sha256, hmac }: WorkspaceHost): Rec[] {
  const editions: ListEdition[] = [];
  for (const [name, file] of files) {
    if (!/^lists\/[^/]+\/[^/]+\.json$/.test(name)) continue;
    const bytes = wholeOf(file, LISTS_BYTES);
    const read = bytes === undefined ? { value: undefined, issues: [issue('input/too-large', name, '', { what: 'bytes', count: file.size, limit: LISTS_BYTES })] } : readEdition(bytes, name);
    issues.push(...read.issues);
    if (read.value !== undefined) editions.push(read.value);
  }
  return editionRecords(editions, sha256, hmac);
}

function fileDigests(files: ReadonlyMap<string, FileInput>, host: WorkspaceHost): FileDigest {
  const digests = new Map<string, Digest>();
  return (path) => {
    const file = files.get(path);
    const known = digests.get(path);
    if (!file || known) return known;
    const digest = file.sha256?.() ?? host.sha256(wholeOf(file, Infinity)!);
    digests.set(path, digest);
    return digest;
  };
}

interface Billed { readonly product: Id; readonly source: string }

/** A single bill or document is of the product of the question; several are each of their own product, unless nonred.yaml says whose. */
function addBills({ bills, documents, hasLines }: Found, config: Config, draft: Draft, { sha256 }: WorkspaceHost, billed: Billed[]): Config {
  const alone = bills.length + documents.filter(({ document }) => !document.aside).length === 1;
  let asked: { product: Id; bom: Id } | undefined;
  const idsOf = (file: FileRead, stated: FileConfig, own: boolean): { stem: string; product: Id; recipe: Id } => {
    const stem = idPart(file.name.replace(/^.*\//, '').replace(/(?:[._ -]?bom)?\.[^.]+$/i, '')) || 'product';
    // A part of the document may be what is asked about: `shipment#urn:epc:...`.
    const asks = config.product?.startsWith(`${stem}#`) ? stem : config.product;
    const product = stated.product ?? (own ? asks : undefined) ?? stem;
    const recipe = stated.recipe ?? (own ? (config.bom ?? 'bom') : `bom:${stem}`);
    if (alone) asked = { product, bom: recipe };
    return { stem, product, recipe };
  };
  const linesSince = (before: number): number => draft.records.slice(before).filter(({ kind }) => kind === 'line').length;
  for (const { bill, source, file, stated } of bills) {
    const { stem, product, recipe } = idsOf(file, stated, alone);
    const common = (id: Id): Common & { salt?: Digest } => closed({ id, level: 'confirmed', origin: source, salt: draft.salt?.(id) });
    const tell = (rec: Rec): void => {
      if (!draft.records.some(({ kind, id }) => kind === rec.kind && id === rec.id)) draft.records.push(closed<Rec>(rec));
    };
    tell({ kind: 'product', ...common(product), name: stem });
    tell({ kind: 'recipe', ...common(recipe), output: product });
    const before = draft.records.length;
    billRecords(bill, { source, recipe, product }, draft);
    billed.push({ product, source });
    file.rows += linesSince(before);
  }
  for (const { document, source, file, stated } of documents) {
    const { product, recipe } = idsOf(file, stated, alone && !hasLines && !document.aside); // beside own lines, a document is of something else
    const before = draft.records.length;
    document.build(new Builder({ source, product, recipe }, draft, sha256));
    if (!document.aside) billed.push({ product, source });
    file.rows += linesSince(before);
  }
  return asked && config.product === undefined ? { ...config, ...asked } : config;
}

function guessesOf({ bill, sheet, file }: BillSheet): Guess[] {
  const own = [...bill.columns].map(([field, { header, why }]): Guess => ({ file: file.name, sheet, field, column: header, why }));
  const further = bill.sources.flatMap((source, i) => Object.entries(source).map(([field, { header, why }]: [string, Column]): Guess => ({ file: file.name, sheet, field: `${field} ${i + 2}`, column: header, why })));
  const also = (['maker', 'country'] as const).flatMap((field) => bill.claims[field].map(({ header, why }): Guess => ({ file: file.name, sheet, field, column: header, why })));
  return [...own, ...also, ...further];
}

const CONFIG_BYTES = 1 << 20;

function configOf(files: ReadonlyMap<string, FileInput>, issues: Issue[]): Config {
  const file = files.get(CONFIG_NAME);
  if (!file) return {};
  const bytes = wholeOf(file, CONFIG_BYTES);
  if (!bytes) {
    issues.push(issue('input/too-large', CONFIG_NAME, '', { what: 'bytes', count: file.size, limit: CONFIG_BYTES }));
    return {};
  }
  const decoded = decodeUtf8(bytes, CONFIG_NAME);
  if ('issue' in decoded) {
    issues.push(decoded.issue);
    return {};
  }
  const config = readConfig(decoded.text.replace(/^\ufeff/, ''), CONFIG_NAME);
  issues.push(...config.issues);
  return config.value;
}

/** Ids in cells that no table has a record for: the thing is open, not wrong; but a row that is about it alone, where nothing else names it, is lost. Said once an id and column. */
function namedWithoutRecord(rows: ReadonlyMap<TableName, readonly TableRow[]>, references: References, named: ReadonlySet<string>): Issue[] {
  const found: Issue[] = [];
  for (const table of TABLES)
    for (const { name, to, subject } of table.columns) {
      if (to === undefined) continue;
      const said = new Set<string>();
      for (const { cells } of rows.get(table.name) ?? []) {
        const id = cells.id(name);
        if (id === undefined || said.has(id) || references.has(to, id)) continue;
        said.add(id);
        const lost = subject && !named.has(`${to} ${id}`);
        const like = lost ? likeId(id, to, references) : undefined;
        const code = like !== undefined ? 'input/row-of-misspelt' : lost ? 'input/row-of-nothing' : 'input/no-such-id';
        found.push(issue(code, cells.source, cells.place(name), { given: id, ...(lost && { table: to }), ...(like !== undefined && { like }) }));
      }
    }
  return found;
}

/** Parties and products that a record which is not about them alone names, or the question: what is asked can reach them. A line of no recipe reaches nothing. As `TABLE ID`. */
function namedByOthers(records: readonly Rec[], references: References, { product }: Config): Set<string> {
  const named = new Set<string>();
  const add = (table: TableName, id: Id | null | undefined): unknown => id != null && named.add(`${table} ${id}`);
  add('products', product);
  for (const rec of records) {
    if (rec.kind === 'line' && references.has('recipes', rec.recipe)) for (const option of rec.options) add('products', option.product);
    else if (rec.kind === 'demand') add('products', rec.product);
    else if (rec.kind === 'product') add('parties', rec.maker);
    else if (rec.kind === 'facility') add('parties', rec.operator);
    else if (rec.kind === 'ownership') add('parties', rec.owner);
    else if (rec.kind === 'supply') for (const party of [rec.supplier, rec.buyer]) add('parties', party);
  }
  return named;
}

/** At most so many ids are compared with each that is lost. */
const COMPARED = 20_000;

function likeId(id: Id, table: TableName, references: References): Id | undefined {
  let compared = 0;
  for (const other of references.ids(table)) {
    if (++compared > COMPARED) break;
    if (alike(id, other)) return other;
  }
  return undefined;
}

/** By place; a cell that was read twice has its fault once. */
function sortedOnce(issues: readonly Issue[]): Issue[] {
  const one = new Map(issues.map((fault) => [JSON.stringify([fault.at, fault.code, fault.params]), fault]));
  return [...one.values()].sort(byPlace);
}
const NUMERIC = new Intl.Collator('en', { numeric: true });
function byPlace(a: Issue, b: Issue): number {
  return compare(a.at.source, b.at.source) || NUMERIC.compare(a.at.pointer, b.at.pointer) || compare(a.code, b.code);
}
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
