/** The grounds of an answer, each once. */
import type { Grounds } from '../rules/grounds.ts';
import type { Assessment } from './result.ts';

/** With the first assessment of its rulebook that points at it: open subjects of a clause have one in common. */
export function* proofsOf(assessments: readonly Assessment[]): Generator<readonly [Grounds, Assessment]> {
  const met = new Map<Grounds, string>();
  for (const one of assessments) {
    if (one.grounds === undefined || met.get(one.grounds) === one.rulebook) continue;
    met.set(one.grounds, one.rulebook);
    yield [one.grounds, one];
  }
}
