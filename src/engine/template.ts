/** The files of a new workspace: the question, and the tables with their headers. */
import { TABLES, type TableName } from '../formats/workspace/tables.ts';

const BEGIN: readonly TableName[] = ['parties', 'products', 'recipes', 'lines', 'supplies', 'facilities', 'ownerships', 'evidence', 'completeness'];
/** One row each, so that the question has a product and a bill before anything else is filled in. */
const ROWS: Partial<Record<TableName, Readonly<Record<string, string>>>> = {
  products: { id: 'product', name: 'My product' },
  recipes: { id: 'bill', output: 'product' },
};
const QUESTION = `# What is asked, and of what. An empty field is unknown, never a default.
title: My product
product: product
bom: bill
# The day whose law and facts count, YYYY-MM-DD; today where absent.
# asOf: 2026-11-22
# \`nonred rulebooks\` lists them; all where absent.
# rulebooks: [us-ndaa-848, tw-non-red]
# Who buys and what is done: the rulebooks' own words.
# buyer: { kind: us-dod }
# act: procure-direct
`;

/** By file name. */
export function newWorkspace(): ReadonlyMap<string, string> {
  const files = new Map([['nonred.yaml', QUESTION], ['.gitignore', 'out/\nnonred.secret\n']]);
  for (const { name, columns } of TABLES) {
    if (!BEGIN.includes(name)) continue;
    const row = ROWS[name];
    const lines = [columns.map((column) => column.name), ...(row ? [columns.map((column) => row[column.name] ?? '')] : [])];
    files.set(`${name}.csv`, lines.map((cells) => `${cells.join(',')}\n`).join(''));
  }
  return files;
}
