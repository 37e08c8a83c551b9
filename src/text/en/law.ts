/** Rulebooks in words, their comparison over time, the reference data: English. */
export const LAW = {
  'atom.allSteps.seen': 'has every one of these steps done outside {places}, as far as it occurs: {steps}; of which these have to be recorded: {seen}',
  'atom.decided': 'it is not known whether the following holds: {inner}',
  'rulebooks.unless.root': '{condition} (of the whole product)',
  'cli.reference.list': 'list {list}: {covers}, edition of {edition} (from the data of this program)',
  'cli.reference.partial': 'list {list}: only {covers} (edition of {edition}); whoever is not on it stays unknown; the whole list: {wholeListAt}',
  'cli.reference.makers': {
    one: '{count} maker found by its exact name in the data of this program: {names}; an inferred domicile, to be confirmed by a paper',
    other: '{count} makers found by their exact names in the data of this program, among them {names}; inferred domiciles, to be confirmed by papers',
  },
} as const;
