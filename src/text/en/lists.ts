/** Lists that are brought in, and numbers of registers. */
export const LISTS = {
  'screen.option.gone': 'how many names are rightly gone since the edition before, where a whole edition is refused for that',
  'screen.option.maxAge': 'how many days old an edition may be that clears somebody (90); the lists that a statute spells out do not age',
  'screen.because.born-differs': 'the names agree, the years of birth do not: another person, if both are right',
  'screen.list.none': 'list {list}: nothing of it is in force on that day; whoever is asked stays open',
  'screen.list.old': 'list {list}: edition of {edition}, {days} days old, whole, {count} entries; TOO OLD, more than {limit} days: whoever is not on it stays open',
  'cli.import.passedOver': {
    one: '{count} file was passed over, no list is read from such a file: {files}',
    other: '{count} files were passed over, no list is read from such files: {files}',
  },
  'cli.import.unread': 'of {file} nothing was read from the columns {columns}; further names belong into a column `aliases`',
  'cli.import.newer': '  the edition of {edition} that is kept is newer: from that day on it decides, not this one',
} as const;
