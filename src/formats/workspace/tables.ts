/**
 * Every table of a workspace, declared once: from here come the reader, the JSON Schemas in schemas/, the templates of
 * `nonred init` and docs/tables.md. A row's empty cell is an absent field, and an absent field is unknown. Columns that
 * are not declared are kept on the record as notes.
 */
import type { Kind } from '../../model/record.ts';

/** How a cell is read (cell.ts). A list in one cell is separated by `|`. */
export type CellType =
  | 'id' | 'text' | 'texts' | 'roles' | 'day' | 'country' | 'decimal' | 'signed' | 'amount' | 'money' | 'currency' | 'share' | 'word' | 'flag' | 'unit'
  | 'digest' | 'path' | 'references' | 'json';

export interface Column {
  readonly name: string;
  readonly type: CellType;
  /** One English sentence. */
  readonly doc: string;
  readonly required?: true;
  /** Of a `word`. */
  readonly words?: readonly string[];
  /** Of an `id`: the table whose record it names. */
  readonly to?: TableName;
  /** Of such an id: the row says something of that record alone, and of nothing where nobody else names it. */
  readonly subject?: true;
  /** An empty cell says more than a full one: what is no word for it is never read as empty. */
  readonly limits?: true;
  /** Of a column that limits what a row says: other headers that people write for it. They are refused, since unread they would let the row say more. */
  readonly also?: readonly string[];
}
export type TableName =
  | 'parties' | 'ownerships' | 'facilities' | 'products' | 'recipes' | 'lines' | 'materials' | 'supplies' | 'evidence' | 'completeness' | 'listings'
  | 'judgements' | 'screenings' | 'demands' | 'inventories';
export interface Table {
  readonly name: TableName;
  /** Absent: the rows are kept as rows. */
  readonly kind?: Kind;
  readonly doc: string;
  /** Has no columns of one's own: one that is not read could limit what the row says. */
  readonly closed?: true;
  readonly columns: readonly Column[];
}

const list = (text: string): readonly string[] => text.split(' | ');
const USES = ['in-use', 'approved', 'known'];
/** Every table of records has these too. */
const DATED: readonly Column[] = [
  { name: 'validFrom', type: 'day', also: list('from | since | start | start date | effective | effective date | effective from | in force from | 生效日 | 生效日期 | 起始日 | 起日 | gültig ab | gültig von'), doc: 'First day on which the record holds; empty: it always did.' },
  { name: 'validTo', type: 'day', also: list('to | until | valid until | valid till | end | end date | ends | expires | expires on | expiry | expiry date | expiration | expiration date | 到期日 | 有效期限 | 截止日 | 截止日期 | 失效日 | 迄日 | gültig bis | ablaufdatum'), doc: 'First day on which it holds no longer; empty: no end is known.' },
  { name: 'level', type: 'word', words: ['confirmed', 'inferred'], also: list('confidence | certainty | how sure | confirmed | 可信度 | 確定性 | 確認程度'), doc: 'How sure it is; confirmed where empty.' },
  { name: 'supersedes', type: 'digest', doc: 'Digest of the record that this one replaces.' },
];
const id = (what: string): Column => ({ name: 'id', type: 'id', required: true, doc: `Your own id of the ${what}; the other tables use it.` });
const madeId: Column = { name: 'id', type: 'id', doc: 'Your own id; made from the row where empty.' };
const lang: Column = { name: 'lang', type: 'text', doc: 'Language of the name, as a BCP 47 tag such as zh-Hant; kept as a note.' };
const scheme: readonly Column[] = [
  { name: 'idScheme', type: 'text', doc: 'Register that gave the next number: lei, tw-ubn, us-sam-uei and so on.' },
  { name: 'idValue', type: 'text', doc: 'The number in that register; a further row of the same id adds another.' },
];
const currency: Column = { name: 'currency', type: 'currency', doc: 'ISO 4217 currency of the amounts in the row, where they do not say it themselves.' };
const unit: Column = { name: 'uom', type: 'unit', doc: "Unit of the amount; the product's own where empty." };
const record = (name: TableName, kind: Kind, doc: string, ...columns: Column[]): Table => ({ name, kind, doc, columns: [...columns, ...DATED] });

export const TABLES: readonly Table[] = [
  record('parties', 'party', 'Companies, persons and state bodies. Several rows of one id add names and registered ids.',
    id('party'),
    { name: 'name', type: 'text', doc: 'Full name with its legal form; the first row has the primary name.' },
    lang,
    { name: 'kind', type: 'word', words: ['person', 'company', 'state-body'], doc: 'What it is.' },
    { name: 'domicile', type: 'country', doc: 'Country under whose law it is organised.' },
    { name: 'principalPlace', type: 'country', doc: 'Country of its principal place of business.' },
    { name: 'citizenship', type: 'country', doc: 'Of a person.' },
    { name: 'stateOf', type: 'country', doc: 'Of a state body: the country whose organ it is.' },
    ...scheme,
    { name: 'aliases', type: 'texts', also: list('aka | also known as | other names | former names | 別名 | 其他名稱 | 舊名'), doc: 'Other names.' }),
  record('ownerships', 'ownership', 'Who holds how much of whom; one row a measure.',
    madeId,
    { name: 'owner', type: 'id', to: 'parties', required: true, doc: 'The party that holds.' },
    { name: 'asset', type: 'id', to: 'parties', required: true, subject: true, doc: 'The party that is held.' },
    { name: 'measure', type: 'word', words: ['equity', 'voting', 'board', 'debt', 'contract', 'licence', 'appoints', 'consolidates', 'other', 'none'], required: true, doc: 'What is held: a share, or a right of control, which has none (`none`: there is no right of control).' },
    { name: 'lo', type: 'share', doc: 'Least share: `33.3333 %`. For an exact share write it in lo and in hi; empty: could be nothing.' },
    { name: 'hi', type: 'share', doc: 'Greatest share; empty: could be all.' }),
  record('facilities', 'facility', 'Where things are made, mined or stored.',
    id('facility'),
    { name: 'name', type: 'text', doc: 'What it is called.' },
    { name: 'operator', type: 'id', to: 'parties', doc: 'The party that runs it.' },
    { name: 'country', type: 'country', doc: 'Where it stands.' },
    { name: 'region', type: 'text', doc: 'Part of the country by its ISO 3166-2 code: CN-XJ. Provinces of China by name too.' },
    { name: 'lat', type: 'signed', doc: 'Degrees north.' },
    { name: 'lon', type: 'signed', doc: 'Degrees east.' },
    { name: 'recoverDays', type: 'decimal', doc: 'Days until it works again after a loss.' }),
  record('products', 'product', 'Things that are bought, sold or made.',
    id('product'),
    { name: 'name', type: 'text', doc: 'What it is called.' },
    { name: 'maker', type: 'id', to: 'parties', doc: 'The party that makes it, which need not be the one that sells it.' },
    { name: 'partNumber', type: 'texts', doc: "The maker's part numbers." },
    { name: 'hs', type: 'text', doc: 'Tariff code, digits only.' },
    { name: 'roles', type: 'roles', doc: 'All roles that it has or contains, such as camera or radio; `none` for none of them; empty: not known.' },
    { name: 'unitCost', type: 'money', doc: 'Cost of one: `12.50`, `12.50 USD` or `12..13 USD`.' },
    currency,
    { name: 'unitMassKg', type: 'amount', doc: 'Mass of one in kilograms.' },
    { name: 'uom', type: 'unit', doc: 'Unit in which its capacities, stocks and demands are counted; that of the lines that name it where empty.' }),
  record('recipes', 'recipe', 'How a product is made: a bill of materials, a process, or only a place of origin.',
    madeId,
    { name: 'output', type: 'id', to: 'products', required: true, subject: true, doc: 'The product that comes out.' },
    { name: 'steps', type: 'texts', doc: 'What is done: assembled, sintered, mined and so on.' },
    { name: 'facility', type: 'id', to: 'facilities', doc: 'Where.' },
    { name: 'country', type: 'country', doc: 'Country, where the facility is not known.' },
    { name: 'sole', type: 'flag', doc: '`yes` where a document says that this is the only place or way.' },
    { name: 'use', type: 'word', words: USES, doc: 'Whether this way is in use.' },
    { name: 'capacityPerDay', type: 'decimal', doc: 'Units a day.' },
    { name: 'leadTimeDays', type: 'decimal', doc: 'Days from the first input to the finished unit.' },
    { name: 'cost', type: 'money', doc: 'Cost of one unit of output.' },
    currency),
  record('lines', 'line', 'What goes into a recipe. Rows with the same recipe and line are options of one line.',
    { name: 'recipe', type: 'id', to: 'recipes', required: true, subject: true, doc: 'The bill that the line stands on.' },
    { name: 'line', type: 'text', required: true, doc: 'Number or name of the line.' },
    { name: 'product', type: 'id', to: 'products', doc: 'The component; empty: not known.' },
    { name: 'alternativeOf', type: 'text', doc: 'The line that this row is another option of.' },
    { name: 'share', type: 'share', doc: 'Share of the line that comes by this option.' },
    { name: 'use', type: 'word', words: USES, doc: 'Whether this option is in use.' },
    { name: 'quantity', type: 'decimal', doc: 'Amount for one unit of output.' },
    { name: 'uom', type: 'unit', doc: 'Unit: a code of UN/ECE Recommendation 20 such as H87 or KGM, or pcs, kg and the like.' },
    { name: 'costEach', type: 'money', doc: 'Cost of one.' },
    currency),
  record('materials', 'material', 'Substances in a product.',
    { name: 'product', type: 'id', to: 'products', required: true, subject: true, doc: 'The product.' },
    { name: 'substance', type: 'text', required: true, doc: 'The substance, as the rulebooks name it.' },
    { name: 'massLo', type: 'share', doc: "Least share of the product's mass; empty: could be nothing." },
    { name: 'massHi', type: 'share', doc: 'Greatest share; empty: could be all.' }),
  record('supplies', 'supply', 'Who delivers a product to whom.',
    madeId,
    { name: 'product', type: 'id', to: 'products', required: true, subject: true, doc: 'What is delivered.' },
    { name: 'supplier', type: 'id', to: 'parties', required: true, doc: 'Who delivers it, which need not be the maker.' },
    { name: 'buyer', type: 'id', to: 'parties', doc: 'To whom; empty: to you.' },
    { name: 'facility', type: 'id', to: 'facilities', doc: 'From where.' },
    { name: 'share', type: 'share', doc: 'Share of what is needed.' },
    { name: 'use', type: 'word', words: USES, doc: 'Whether this supply is in use.' },
    { name: 'price', type: 'money', doc: 'Price of one.' },
    currency,
    { name: 'leadTimeDays', type: 'decimal', doc: 'Days from order to delivery.' },
    { name: 'capacityPerDay', type: 'decimal', doc: 'Units a day.' },
    { name: 'via', type: 'texts', doc: 'Straits, canals and ports that it passes, by your own names; `none` where it passes none.' }),
  record('evidence', 'evidence', 'Documents, and the records that each supports.',
    id('document'),
    { name: 'kind', type: 'text', required: true, doc: 'Kind of document, as the rulebooks name it: certificate-of-origin, self-declaration, register-extract.' },
    { name: 'issuer', type: 'text', doc: 'Who issued it.' },
    { name: 'issued', type: 'day', doc: 'Day of issue; a document without one counts as too old where age matters.' },
    { name: 'file', type: 'path', doc: 'The file inside the workspace.' },
    { name: 'sha256', type: 'digest', doc: 'SHA-256 of the file; computed from it where empty.' },
    { name: 'custody', type: 'word', words: ['identity-preserved', 'segregated', 'controlled-blending', 'mass-balance', 'book-and-claim'], also: list('chain of custody | custody model | coc | coc model | 監管鏈'), doc: 'Chain of custody, ISO 22095.' },
    { name: 'supports', type: 'references', doc: 'What it supports: products/cam, lines/b1#2, recipes/b1+lines (the bill with its lines), parties/*, or a digest.' }),
  { ...record('completeness', 'completeness', 'Statements that a list is all there is, each pinned to the members it speaks of.',
    { name: 'list', type: 'word', words: ['components', 'recipes', 'supplies', 'owners', 'entries', 'materials'], required: true, doc: 'Which list.' },
    { name: 'of', type: 'id', required: true, doc: 'Whose: a recipe (components), a product (recipes, supplies, materials), a party (owners), a list (entries).' },
    { name: 'scope', type: 'text', limits: true, doc: 'Roles that it speaks of (`camera|radio`), or `above 5 %` for owners; empty: everything.' },
    { name: 'status', type: 'word', words: ['complete', 'incomplete', 'unknown'], required: true, doc: 'What is stated.' },
    { name: 'members', type: 'references', doc: '`as listed here (12)`: what these tables list, in 12 rows; or ids and the number of their rows, `1 | 2 (2)`; `none` where the list is empty.' }), closed: true },
  record('listings', 'listing', 'Entries of a list of parties or goods. Several rows of one id add names and registered ids.',
    id('entry'),
    { name: 'list', type: 'id', required: true, doc: 'Id of the list.' },
    { name: 'name', type: 'text', doc: 'Name on the list.' },
    lang,
    { name: 'aliases', type: 'texts', also: list('aka | also known as | other names | former names | 別名 | 其他名稱 | 舊名'), doc: 'Other names on the list.' },
    ...scheme,
    { name: 'scope', type: 'word', words: ['self', 'and-subsidiaries'], also: list('subsidiaries | includes subsidiaries | and subsidiaries | with subsidiaries'), doc: 'Whether its subsidiaries are meant too.' },
    { name: 'category', type: 'json', doc: 'For an entry on goods: a condition in JSON, as rulebooks write it.' }),
  record('judgements', 'judgement', 'What a person decided about two parties, or about a party and an entry; or a record that is taken out.',
    madeId,
    { name: 'left', type: 'references', doc: 'A party: parties/ID or a digest.' },
    { name: 'right', type: 'references', doc: 'Another party, or listings/ID.' },
    { name: 'says', type: 'word', words: ['same', 'different', 'unsure'], doc: 'What was decided.' },
    { name: 'withdraws', type: 'references', doc: 'Instead of a pair: the record that is taken out.' },
    { name: 'by', type: 'text', required: true, doc: 'Who decided.' },
    { name: 'on', type: 'day', doc: 'When.' },
    { name: 'why', type: 'text', doc: 'Why.' }),
  { name: 'screenings', doc: 'Screenings that found nothing, or what was found; kept as they are.', columns: [
    madeId,
    { name: 'party', type: 'id', to: 'parties', required: true, doc: 'Who was screened.' },
    { name: 'list', type: 'id', required: true, doc: 'Against which list.' },
    { name: 'edition', type: 'day', doc: 'Edition of the list.' },
    { name: 'on', type: 'day', doc: 'When.' },
    { name: 'matcher', type: 'text', doc: 'Program and version.' },
    { name: 'threshold', type: 'decimal', doc: 'Score from which a candidate was shown.' },
    { name: 'candidates', type: 'texts', doc: 'Ids of the entries that were shown.' }] },
  record('demands', 'demand', 'What is wanted a day, by whom, and what is lost where it is not delivered.',
    madeId,
    { name: 'product', type: 'id', to: 'products', required: true, doc: 'What.' },
    { name: 'customer', type: 'text', doc: 'By whom.' },
    { name: 'country', type: 'country', doc: 'Where it is delivered to.' },
    { name: 'perDay', type: 'decimal', required: true, doc: 'Units a day.' },
    unit,
    { name: 'margin', type: 'money', doc: 'Lost where one is not delivered.' },
    currency,
    { name: 'priority', type: 'decimal', doc: 'Served first: the smallest.' }),
  record('inventories', 'inventory', 'What is in stock.',
    madeId,
    { name: 'place', type: 'id', to: 'facilities', required: true, doc: 'Where.' },
    { name: 'product', type: 'id', to: 'products', required: true, doc: 'What.' },
    { name: 'quantity', type: 'decimal', required: true, doc: 'How many.' },
    unit),
];

const BY_NAME = new Map<string, Table>(TABLES.map((table) => [table.name, table]));
const BY_KIND = new Map<string, Table>(TABLES.flatMap((table) => (table.kind ? [[table.kind, table]] : [])));

export function tableNamed(name: string): Table | undefined {
  return BY_NAME.get(name);
}
/** The table in which records of a kind stand. */
export function tableOf(kind: Kind): Table {
  return BY_KIND.get(kind)!;
}
