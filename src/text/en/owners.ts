/** Ownership tests. */
export const OWNERS = {
  'missing.method': 'all holdings are recorded, but how the test counts what is held through others is not confirmed: {field}',
  'test.CHIPS25': '25 % or more of equity, votes or board seats, together; through others by a method that is not confirmed',
  'test.CHIPS50LIST': '50 % or more of the votes, together; through others by a method that is not confirmed',
  'test.DOE25': '25 % or more of equity, votes or board seats, together, or effective control by contract or licence; tiers not confirmed',
  'test.OBBBA_SFE': 'more than 50 % of the equity, together; votes and attribution not confirmed',
  'test.OBBBA_FIE': '25 % in one hand, 40 % together, 15 % of the debt, an appointed officer or control by contract; votes not confirmed',
  'test.AFFILIATE': 'more than 50 % or control; open from 10 %',
  'test.TW_RED': 'more than 30 % of the equity; any less and control by other means not confirmed',
  'cli.export.bods': 'write the parties and who holds them as BODS 0.4; `-` is standard output',
  'cli.export.statements': {
    one: '{count} statement of what is in force on {date}',
    other: '{count} statements of what is in force on {date}',
  },
} as const;
