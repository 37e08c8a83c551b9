/** The question of a workspace: what nonred.yaml says, and the day where it says none. */
import type { Config } from '../formats/workspace/config.ts';
import type { Day, Id } from '../model/record.ts';
import type { Question } from '../select/predicate.ts';

/** `today` is the caller's clock: the core has none. A day that the caller gives wins over the workspace's, for facts and for their age. */
export function questionOf(config: Config, today: Day, given: { readonly asOf?: Day; readonly product?: Id; readonly asIfBound?: true } = {}): Question {
  const asOf = given.asOf ?? config.asOf ?? today;
  const workspaceDay = config.knownAt ?? config.asOf ?? today;
  const { bom, act, buyer, purpose, acquiredOn } = config;
  return {
    product: given.product ?? config.product ?? '',
    ...(bom !== undefined && { bom }),
    asOf,
    // A forecast is not unknown by the mere age of today's papers, and the past is judged by what was known then.
    knownAt: given.asOf === undefined ? (config.knownAt ?? asOf) : given.asOf < workspaceDay ? given.asOf : workspaceDay,
    ...(act !== undefined && { act }),
    ...(buyer?.kind !== undefined && { buyer: buyer.kind }),
    ...(purpose !== undefined && { purpose }),
    ...(acquiredOn !== undefined && { actOn: acquiredOn }),
    ...((given.asIfBound || config.asIfBound) && { asIfBound: true }),
  };
}
