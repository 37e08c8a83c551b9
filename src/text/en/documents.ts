/** Standard documents in and out. */
export const DOCUMENTS = {
  'cli.export': 'write the product and what it is made of as a document for others',
  'cli.option.cyclonedx': 'write CycloneDX 1.6 (JSON) to FILE; - for standard output',
  'cli.export.components': { one: '{count} component, as recorded on {date}', other: '{count} components, as recorded on {date}' },
  'cli.export.never': 'never written: papers, costs, owners, other names and registered numbers, judgements, what is inferred or disputed',
  'cli.export.leftOut': 'left out: {what} of {id}',
  'cli.export.more': { one: 'left out: {count} more', other: 'left out: {count} more' },
  'cli.export.readAgain': '`{path}` lies in the workspace: the next run reads it as one more document; move it elsewhere, such as `out/`',
  'cli.export.maker': 'the maker',
  'cli.export.supplier': 'the suppliers',
  'cli.export.roles': 'the roles',
  'cli.export.place': 'where or how it is made',
  'cli.export.line': 'a line',
  'cli.export.lines': 'the lines of several bills',
  'cli.export.material': 'a material',
  'cli.export.completeness': 'that its list is complete',
} as const;
