/** Rulebooks in words, their comparison over time, the reference data: English. */
export const LAW = {
  'atom.allSteps.seen': 'has every one of these steps done outside {places}, as far as it occurs: {steps}; of which these have to be recorded: {seen}',
  'atom.decided': 'it is not known whether the following holds: {inner}',
  'rulebooks.unless.root': '{condition} (of the whole product)',
} as const;
