/**
 * The named ownership tests: there is no "50 % rule" in general (docs/semantics.md 6.3). Each says which holdings of whom
 * are enough, and whose holdings count besides those of the base set. Each is monotone in stakes. What could not be
 * confirmed in a text that was read is marked `unverified`: it makes nobody caught, and nobody free of it is free.
 */
export const MEASURES = ['equityPpm', 'votingPpm', 'boardPpm', 'debtPpm'] as const;
export type Measure = (typeof MEASURES)[number];
/** Equity and votes have holders whatever they are; a board may have members whom no owner sent, and debt none at all. */
export const CLOSES: Readonly<Record<Measure, boolean>> = { equityPpm: true, votingPpm: true, boardPpm: false, debtPpm: false };
/** `none`: it is recorded that there is no right of control. */
export const CONTROLS = ['contract', 'licence', 'appoints', 'consolidates', 'other', 'none'] as const;
export type Control = (typeof CONTROLS)[number];

/** So much of a measure in counting hands, together or (`alone`) in one hand; or one right of control. */
export type Rule = ({ readonly measure: Measure; readonly leastPpm: number; readonly alone?: true } | { readonly control: readonly Control[] }) & { readonly unverified?: true };
export interface OwnershipTest {
  readonly id: string;
  readonly cite: string;
  /** Any one of these makes a party caught. None: the base set alone is caught. */
  readonly catches: readonly Rule[];
  /** Any one of these makes a party's own holdings count, whole, as if they were its owners'; absent: being caught does. */
  readonly passes?: readonly Rule[];
}

const HALF = 500_000;
const QUARTER = 250_000;
const WHOLE = 1_000_000;
const of = (leastPpm: number, measures: readonly Measure[], more: { readonly alone?: true; readonly unverified?: true } = {}): Rule[] => measures.map((measure) => ({ measure, leastPpm, ...more }));
const UNVERIFIED = { unverified: true } as const;
/** More than a share: shares are whole ppm. */
const above = (ppm: number): number => ppm + 1;
/**
 * Where a law says "indirectly" and no method was found: what is held wholly passes on under every method, and what is not
 * held at all under none. Between them the method decides.
 */
const anyMethod = (...measures: readonly Measure[]): Rule[] => [...of(WHOLE, measures.filter((measure) => CLOSES[measure])), ...of(1, measures, UNVERIFIED)];

export const OWNERSHIP_TESTS: ReadonlyMap<string, OwnershipTest> = new Map(
  (
    [
      { id: 'DOMICILE', cite: 'Pub. L. 116-92 s. 848: the manufacturer itself, no owners', catches: [] },
      {
        id: 'OWN50_CASCADE', cite: 'OFAC FAQ 398 to 402; 15 CFR 744.11(a)(1): half or more, all listed owners together; who reaches it counts with its whole stake',
        catches: of(HALF, ['equityPpm']),
      },
      {
        id: 'CHIPS25', cite: '15 CFR 231.104(c): a quarter of votes, board seats or equity, any combination; "directly or indirectly", no method found',
        catches: of(QUARTER, ['equityPpm', 'votingPpm', 'boardPpm']), passes: anyMethod('equityPpm', 'votingPpm', 'boardPpm'),
      },
      {
        id: 'CHIPS50LIST', cite: '15 CFR 231.104(b), (f): half of the outstanding votes, one by one or together; indirectly, no method found',
        catches: of(HALF, ['votingPpm']), passes: anyMethod('votingPpm'),
      },
      {
        id: 'DOE25', cite: '89 FR 37079: a quarter of board seats, votes or equity, cumulative; or effective control by contract or licence; the arithmetic of tiers is not confirmed',
        catches: [...of(QUARTER, ['equityPpm', 'votingPpm', 'boardPpm']), { control: ['contract', 'licence'] }],
        passes: [...anyMethod('equityPpm', 'votingPpm', 'boardPpm'), { control: ['contract', 'licence'], ...UNVERIFIED }],
      },
      {
        id: 'OBBBA_SFE', cite: 'IRC 7701(a)(51)(B): more than half held by governments, citizens and entities of covered nations; votes, and attribution through owners, not confirmed',
        catches: [...of(above(HALF), ['equityPpm']), ...of(above(HALF), ['votingPpm'], UNVERIFIED)], passes: [...anyMethod('equityPpm'), ...of(1, ['votingPpm'], UNVERIFIED)],
      },
      {
        id: 'OBBBA_FIE', cite: 'IRC 7701(a)(51)(D): one specified foreign entity a quarter, all together 40 %, 15 % of debt, an officer appointed, or control by contract; makes no further ones',
        catches: [
          ...of(QUARTER, ['equityPpm'], { alone: true }), ...of(400_000, ['equityPpm']), ...of(150_000, ['debtPpm']), { control: ['appoints', 'contract', 'licence'] },
          ...of(QUARTER, ['votingPpm'], { alone: true, ...UNVERIFIED }), ...of(400_000, ['votingPpm'], UNVERIFIED),
        ],
        passes: [],
      },
      {
        id: 'AFFILIATE', cite: '"subsidiary or affiliate" without a share: more than half, or control; from a tenth on it is open; parents and sisters are not looked at',
        catches: [...of(above(HALF), ['equityPpm', 'votingPpm']), { control: ['contract', 'appoints', 'consolidates'] }, ...of(100_000, ['equityPpm', 'votingPpm', 'boardPpm'], UNVERIFIED), { control: ['licence', 'other'], ...UNVERIFIED }],
      },
      {
        id: 'TW_RED', cite: 'MOEA tender terms of January 2026: any PRC capital; PRC-invested from more than 30 % or by control (cross-strait rules, not confirmed)',
        catches: [...of(above(300_000), ['equityPpm']), ...of(1, ['equityPpm', 'votingPpm'], UNVERIFIED), { control: ['contract', 'licence', 'appoints', 'consolidates', 'other'], ...UNVERIFIED }],
        passes: [...anyMethod('equityPpm'), ...of(1, ['votingPpm'], UNVERIFIED), { control: ['contract', 'licence', 'appoints', 'consolidates', 'other'], ...UNVERIFIED }],
      },
      { id: 'ANY_CAPITAL', cite: 'Taiwan tender practice, strictest reading: any capital, through any number of owners', catches: of(1, ['equityPpm']) },
    ] satisfies OwnershipTest[]
  ).map((test) => [test.id, test]),
);

/** An unknown test is a RangeError. */
export function namedTest(id: string): OwnershipTest {
  const test = OWNERSHIP_TESTS.get(id);
  if (test === undefined) throw new RangeError(`no ownership test ${id}`);
  return test;
}
