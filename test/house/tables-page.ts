import { type Table, TABLES } from '../../src/formats/workspace/tables.ts';

/** docs/tables.md, made from the declaration that the reader uses. */
export function tablesPage(): string {
  return `${HEAD}\n${TABLES.map(section).join('\n')}`;
}

const HEAD = `# The tables of a workspace

This page is made from \`src/formats/workspace/tables.ts\` by \`npm run schemas\`.

A workspace is a folder with \`nonred.yaml\` (the question) and tables as CSV, TSV or XLSX, named after what is in them:
\`parties.csv\`, or a sheet \`parties\` of any workbook. UTF-8 or UTF-16; separated by commas, tabs or semicolons, whichever makes the first rows a table.
A bill of materials needs no declared columns: [bills.md](bills.md).
The first row that is not a comment names the columns; their order is free. A row whose first cell begins with \`#\` is a comment.

- An empty cell is an absent field: *not known*, never a default. Unknown columns are kept with the record as notes, but for \`completeness\`, which has none;
  one that holds countries is warned of.
- A cell of text, of roles or of a country in which \`-\`, \`?\`, \`N/A\`, \`NA\`, \`TBD\`, \`(unknown)\`, \`unknown supplier\`, \`未知\` or the like stands alone, or nothing but marks (\`...\`), is read as an empty one. (Namibia: \`NAM\`.)
- Roles and steps are words that rulebooks know. Any other is refused where the product is judged, since every clause would pass over it.
- A list in one cell is separated by \`|\`.
- **Shares**: \`33.3333 %\`, \`25..50 %\`, \`490000 ppm\`. A bare number is a percentage; a bare number above 0 and up to 1 is refused, because it
  could be a fraction. Both ends are rounded outward to parts per million. An exact stake is written in \`lo\` and in \`hi\`; an empty end is open.
- **Amounts**: digits with at most one point. \`1,234\` is refused, not guessed. Money carries its currency: \`12.50 USD\`, or the column \`currency\`.
- **Days**: \`2026-03-01\`. A record holds from \`validFrom\` to the day before \`validTo\`.
- **Countries**: ISO 3166-1 codes, or the English or Chinese name.
- **References** (\`supports\`, \`members\`, \`left\`, \`right\`, \`withdraws\`): \`products/cam\` (every record of that id), \`lines/b1#2\`, \`materials/cam#neodymium\`,
  \`ownerships/OWNER>ASSET/equity\`, \`recipes/b1+lines\` (a bill with its lines), \`parties/*\` (a whole table), or a digest. They become digests when
  the workspace is read, so a changed fact loses its evidence until somebody looks again.
- **Pins**: \`as listed here (12)\` in \`completeness.members\` pins what the tables list on the day of the question: with a scope of roles, the lines that have a
  component of such a role or of unknown roles. The number is that of the rows, so that one that gets lost is missed; without it the list is not taken as
  complete, and a warning says how many there are now. Members can also be named, a line by its number, an owner by its party, others by id, with
  the number of rows behind the last: \`1 | 2 (3)\` where line 1 has two options. \`none\` states that the list is empty.
- **What a law leaves open**: \`nonred rulebooks show tw-non-red\` lists its parameters and what their options mean; \`parameters: {tw-non-red: {depth: chips}}\` in
  \`nonred.yaml\`, or \`--set tw-non-red.depth=chips\`, chooses another than the file does. It then stands beside the version in every answer.
- **Salt**: with a file \`nonred.secret\` (at least 16 bytes) each record carries the HMAC of its id, so that its digest cannot be guessed.

Refused as faults, all at once: \`docs/errors.md\`. Not faults: an id that nothing describes (what depends on it is unknown; a row about a thing that nothing else names is left out),
and two rows that contradict each other (both stand, and what depends on them is unknown). Both are shown as warnings.
`;

function section({ name, doc, columns }: Table): string {
  const rows = columns.map((column) => {
    const words = column.words ? ` One of ${column.words.map((word) => `\`${word}\``).join(', ')}.` : '';
    return `| \`${column.name}\` | ${column.type}${column.to ? ` in ${column.to}` : ''}${column.required ? ', required' : ''} | ${column.doc.replaceAll('|', '\\|')}${words} |`;
  });
  return `## ${name}\n${doc}\n\n| column | cell | |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
}
