/**
 * The named ownership tests: there is no "50 % rule" in general. Each says which stakes count, how much is enough, and
 * is monotone in stakes. A party that meets the test counts with its whole stake in others; shares are not multiplied.
 */
export type Measure = 'equityPpm' | 'votingPpm' | 'boardPpm' | 'debtPpm';
export interface OwnershipTest {
  readonly id: string;
  /** No measure: no stakes count, the party itself decides. */
  readonly measure?: Measure;
  readonly atLeastPpm: number;
  readonly cite: string;
}

export const OWNERSHIP_TESTS: ReadonlyMap<string, OwnershipTest> = new Map(
  (
    [
      { id: 'DOMICILE', atLeastPpm: 1, cite: 'Pub. L. 116-92 s.848: the manufacturer itself, no owners' },
      { id: 'OWN50_CASCADE', measure: 'equityPpm', atLeastPpm: 500_000, cite: 'OFAC FAQ 398-402; 15 CFR 744.11(a)(1): 50 % or more in the aggregate, whole-share pass-through' },
      { id: 'ANY_CAPITAL', measure: 'equityPpm', atLeastPpm: 1, cite: 'Taiwan tender practice: any capital; the method of aggregation is not confirmed' },
    ] satisfies OwnershipTest[]
  ).map((test) => [test.id, test]),
);
