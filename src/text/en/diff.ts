/** Two answers compared. */
export const DIFF = {
  'diff.same': 'the answer is the same: {verdict}',
  'diff.asked': 'asked otherwise:',
  'diff.verdicts': { one: '{count} verdict changed:', other: '{count} verdicts changed:' },
  'diff.added': { one: '{count} fact added:', other: '{count} facts added:' },
  'diff.lost': { one: '{count} fact lost:', other: '{count} facts lost:' },
  'diff.changed': { one: '{count} fact changed:', other: '{count} facts changed:' },
  'cli.diff': 'compare two results, or two workspaces: verdicts that changed, the facts that did it',
  'cli.option.diffJson': 'print the comparison as JSON',
  'diff.none': 'neither red nor open',
} as const;
