/** The files that `nonred init` writes: every table with its header and a row of comments, and a commented nonred.yaml. */
import { csvRow } from '../table/escape.ts';
import { jsonSchema } from '../shape.ts';
import { CONFIG_NAME, configShape } from './config.ts';
import { type Table, TABLES } from './tables.ts';

/** By file name. They are read without a fault once a product is named. */
export function templates(): ReadonlyMap<string, string> {
  return new Map([[CONFIG_NAME, configTemplate()], ...TABLES.map((table): [string, string] => [`${table.name}.csv`, tableTemplate(table)])]);
}

/** The second row says what each column is for; a row that begins with `#` is a comment. */
function tableTemplate({ columns }: Table): string {
  const docs = columns.map(({ doc, required, words }, i) => `${i === 0 ? '# ' : ''}${required ? 'Required. ' : ''}${doc}${words ? ` One of: ${words.join(', ')}.` : ''}`);
  return csvRow(columns.map(({ name }) => name)) + csvRow(docs);
}

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
  buyer: '{kind: us-dod, agency: DoD, federalFunds: true}',
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
