/** What an answer says of each part, its own and what is inside it. */
import { push } from '../base/multimap.ts';
import type { Verdict } from '../base/verdict.ts';
import type { Assessment, CheckResult } from '../engine/result.ts';
import { unresolvedId, type Network } from '../model/network.ts';
import type { Id } from '../model/record.ts';

export interface PartMark {
  /** The worst of its own and of what is inside; absent where no clause looked at it. */
  readonly verdict?: Verdict;
  /** About the part itself. */
  readonly own: readonly Assessment[];
  /** Parts inside it, or inside its own parts, that are red or open. */
  readonly inside: readonly Id[];
}

const RANK: Readonly<Record<Verdict, number>> = { red: 2, unknown: 1, clear: 0 };

/** For each of `parts`. O(answer + lines reached). */
export function marksOf(result: CheckResult, net: Network, parts: Iterable<Id>): Map<Id, PartMark> {
  const own = new Map<Id, Assessment[]>();
  const seen = new Set<Id>();
  for (const one of result.assessments) {
    if (one.verdict === undefined) continue;
    if (one.subject !== 'all') push(own, bareNode(one.subject), one);
    if (one.grounds && 'visited' in one.grounds.body) for (const node of one.grounds.body.visited) seen.add(bareNode(node));
  }
  const marks = new Map<Id, PartMark>();
  for (const part of parts) {
    if (marks.has(part)) continue;
    const about = own.get(part) ?? [];
    const inside = [...below(net, part)].filter((id) => id !== part && own.get(id)?.some(({ verdict }) => verdict !== 'clear'));
    const verdicts = [...about, ...inside.flatMap((id) => own.get(id)!)].flatMap(({ verdict }) => verdict ?? []);
    const verdict = verdicts.sort((a, b) => RANK[b] - RANK[a])[0] ?? (seen.has(part) ? 'clear' : undefined);
    marks.set(part, { own: about, inside, ...(verdict !== undefined && { verdict }) });
  }
  return marks;
}

function below(net: Network, part: Id): Set<Id> {
  const met = new Set([part]); // grows while it is walked
  for (const id of met) for (const child of partsIn(net, id)) met.add(child);
  return met;
}

/** Products that the lines of a product's recipes name. */
export function partsIn(net: Network, id: Id): Id[] {
  return (net.recipesOf.get(id) ?? []).flatMap((recipe) => (net.linesOf.get(recipe[0]!.id) ?? []).flatMap((group) => group.flatMap((line) => line.options.map((option, at) => option.product ?? unresolvedId(line, at)))));
}

/** A node without its depth. */
export function bareNode(node: Id): Id {
  return node.replace(/@\d+$/, '');
}
