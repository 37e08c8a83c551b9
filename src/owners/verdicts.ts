/** Every party at once under a named ownership test: caught (T), free (F), or open (U). O(parties + stakes) a test. */
import { F, T, U, type Tri } from '../base/verdict.ts';
import { ownershipGraph, type PartyGiven, type StakeGiven } from './graph.ts';
import { settle } from './settle.ts';
import { namedTest } from './tests.ts';

/** Stakes are confirmed and at most one for a pair. `inBase`: of a party of its own. An unknown test is a RangeError. */
export function ownershipVerdicts(parties: readonly PartyGiven[], stakes: readonly StakeGiven[], inBase: (id: string) => Tri, test: string): Map<string, Tri> {
  const { graph, ids } = ownershipGraph(parties, stakes);
  const { caught, possible } = settle(graph, Uint8Array.from(ids, inBase), namedTest(test));
  return new Map(ids.map((id, i) => [id, caught[i] === 1 ? T : possible[i] === 1 ? U : F]));
}
