/** Why a column of a bill of materials is read as it is. */
export const TABLES = {
  'tables.why.stated': 'as nonred.yaml says',
  'tables.why.header': 'by its header',
  'tables.why.contents': 'by what is in it',
  'tables.why.indent': 'by the blanks before its texts',
  'tables.guessedRoles': {
    one: '{count} part has a role guessed from its description, category or designator; the column `roles` of products.csv settles it',
    other: '{count} parts have a role guessed from their description, category or designator; the column `roles` of products.csv settles it',
  },
} as const;
