/** Many products at once. */
export const PORTFOLIO = {
  'cli.option.threads': 'processes for several products (where not given, as many as cores and memory allow)',
  'portfolio.unanswered': 'no answer',
  'portfolio.unanswered.count': {
    one: '{count} product has no answer: its input was refused, or the program failed over it',
    other: '{count} products have no answer: their input was refused, or the program failed over them',
  },
  'portfolio.progress': '{done} of {count} products, about {seconds} s left',
  'portfolio.stopped': 'stopped: {done} of {count} products have their results written; no table and no page was made',
  'portfolio.in': 'in {paths}',
  'portfolio.in.many': 'in {count} products, the first being {paths}',
  'portfolio.in.all': 'in all {count} products',
  'portfolio.failed': '{path}: failed: {message}',
} as const;
