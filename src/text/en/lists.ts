/** Lists that are brought in, and numbers of registers. */
export const LISTS = {
  'screen.option.gone': 'how many names are rightly gone since the edition before, where a whole edition is refused for that',
  'cli.import.passedOver': {
    one: '{count} file was passed over, no list is read from such a file: {files}',
    other: '{count} files were passed over, no list is read from such files: {files}',
  },
  'cli.import.unread': 'of {file} nothing was read from the columns {columns}; further names belong into a column `aliases`',
  'cli.import.newer': '  the edition of {edition} that is kept is newer: from that day on it decides, not this one',
} as const;
