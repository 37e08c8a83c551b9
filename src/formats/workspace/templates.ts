/** The files that `nonred init` writes: every table with its header and a row of comments, and a commented nonred.yaml. */
import { csvRow } from '../table/escape.ts';
import { jsonSchema } from '../shape.ts';
import { CONFIG_NAME, configShape } from './config.ts';
import { type Table, type TableName, TABLES } from './tables.ts';

/** By file name. They are read without a fault once a product is named. */
export function templates(): ReadonlyMap<string, string> {
  return new Map([[CONFIG_NAME, configTemplate()], ...TABLES.map((table): [string, string] => [`${table.name}.csv`, tableTemplate(table)])]);
}

/** The second row says what each column is for; a row that begins with `#` is a comment. */
function tableTemplate({ name, columns }: Table): string {
  const docs = columns.map(({ doc, required, words }, i) => `${i === 0 ? '# ' : ''}${required ? 'Required. ' : ''}${doc}${words ? ` One of: ${words.join(', ')}.` : ''}`);
  const shown = (SHOWN[name] ?? []).map((row) => csvRow(columns.map((column, i) => `${i === 0 ? '# ' : ''}${row[column.name] ?? ''}`)));
  return csvRow(columns.map((column) => column.name)) + csvRow(docs) + shown.join('');
}

/**
 * Rows that a first workspace forgets, as comments: of how many rows a complete list is, and that what flies an aircraft and
 * where its data lie are components like any other.
 * NDAA 2020 s. 848 (C) asks where ground control and operating software were developed and by whom, (D) where network
 * connectivity and data storage are located and who administers them.
 */
const SHOWN: Readonly<Partial<Record<TableName, readonly Readonly<Record<string, string>>[]>>> = {
  products: [
    { id: 'ground-software', name: 'ground control software (848 C)', maker: 'who-developed-it', roles: 'ground-control | software' },
    { id: 'flight-software', name: 'operating software of the aircraft (848 C)', maker: 'who-developed-it', roles: 'operating-software | software' },
    { id: 'cloud-storage', name: 'cloud storage of pictures and flight logs (848 D)', roles: 'storage' },
    { id: 'network-service', name: 'network service of the data link (848 D)', roles: 'connectivity' },
  ],
  recipes: [
    { id: 'make-ground-software', output: 'ground-software', steps: 'developed', country: 'TW', sole: 'yes' },
    { id: 'make-flight-software', output: 'flight-software', steps: 'developed', country: 'TW', sole: 'yes' },
    { id: 'run-cloud-storage', output: 'cloud-storage', steps: 'located', facility: 'data-centre', sole: 'yes' },
    { id: 'run-network-service', output: 'network-service', steps: 'located', facility: 'data-centre', sole: 'yes' },
  ],
  facilities: [{ id: 'data-centre', name: 'data centre; its operator is who administers it (848 D)', operator: 'who-administers-it', country: 'TW' }],
  lines: [
    { recipe: 'my-bom', line: '90', product: 'ground-software', quantity: '1' },
    { recipe: 'my-bom', line: '91', product: 'flight-software', quantity: '1' },
    { recipe: 'my-bom', line: '92', product: 'cloud-storage', quantity: '1' },
    { recipe: 'my-bom', line: '93', product: 'network-service', quantity: '1' },
  ],
  completeness: [{ list: 'components', of: 'my-bom', status: 'complete', members: 'as listed here (4)' }],
};

/** Fields that a first workspace needs stand open, the others are comments. */
const EXAMPLES: Readonly<Record<string, string>> = {
  title: 'My product',
  madeUp: 'true',
  asIfBound: 'true',
  product: 'my-product',
  bom: 'b1',
  asOf: '2026-11-22',
  knownAt: '2026-11-22',
  rulebooks: '[us-ndaa-848]',
  parameters: '{tw-non-red: {depth: chips}}',
  buyer: '{kind: us-dod}',
  act: 'procure-direct',
  endItem: 'non-cots',
  contractUsd: '250000',
  acquiredOn: '2026-11-22',
  purpose: 'training',
  lists: '[]',
  tables: '{board.xlsx: {as: bom, product: my-product}}',
  columns: '{maker: Manufacturer 1, partNumber: MPN}',
};
const OPEN = new Set(['title', 'product']);

function configTemplate(): string {
  const properties = jsonSchema(configShape).properties as Readonly<Record<string, { readonly description?: string; readonly enum?: readonly string[] }>>;
  const fields = Object.entries(properties).map(([name, { description, enum: words }]) =>
    `# ${description ?? ''}${words ? ` One of: ${words.join(', ')}.` : ''}\n${OPEN.has(name) ? '' : '# '}${name}: ${EXAMPLES[name] ?? ''}\n`);
  return `# The question that this workspace answers. Facts stand in the tables beside this file.\n\n${fields.join('\n')}`;
}
