/** Where a question stands: the verdict of every clause, and each open point with what it lacks. No grounds are made. */
import type { Sha256 } from '../base/canonical.ts';
import { U, type Verdict } from '../base/verdict.ts';
import type { Network } from '../model/network.ts';
import type { Id, Rec } from '../model/record.ts';
import { ClauseOnNetwork } from '../rules/clause.ts';
import { ask, evaluateRulebook } from '../rules/evaluate.ts';
import type { Missing } from '../rules/grounds.ts';
import { missingOf } from '../rules/missing.ts';
import type { Rulebook } from '../rules/rulebook.ts';
import type { Exemption } from '../select/open.ts';
import type { Question } from '../select/predicate.ts';
import type { NodeName } from '../trace/reach.ts';

/** One open subject of one clause. It is decided in the good sense only when nothing of `missing` and `unless` is open any more. */
export interface OpenPoint {
  readonly rulebook: Id;
  readonly clause: string;
  readonly subject: Id;
  readonly missing: readonly Missing[];
  /** What exemptions of the whole product lack besides: one list each, for all subjects. */
  readonly unless: readonly (readonly Missing[])[];
  /** Products over it of which something is still to be learned that may leave it out of the walk altogether. */
  readonly above: readonly Id[];
}
export interface Standing {
  readonly net: Network;
  /** By `rulebook clause`; of the clauses in force of the rulebooks that apply. */
  readonly verdicts: ReadonlyMap<string, Verdict>;
  readonly open: readonly OpenPoint[];
}

export function standingOf(records: readonly Rec[], question: Question, rulebooks: readonly Rulebook[], sha256: Sha256): Standing {
  const asked = ask(records, question, sha256);
  const { net } = asked;
  const verdicts = new Map<string, Verdict>();
  const open: OpenPoint[] = [];
  for (const rulebook of rulebooks) {
    const { applies, version, clauses } = evaluateRulebook(asked, rulebook, 'verdicts');
    for (const clause of rulebook.clauses) {
      const verdict = clauses.get(clause.id);
      if (verdict === undefined) continue;
      verdicts.set(`${rulebook.id} ${clause.id}`, verdict);
      if (verdict === 'clear') continue;
      const on = new ClauseOnNetwork(net, question, rulebook, version, clause);
      const point = (subject: Id, missing: readonly Missing[]): void => void open.push({ rulebook: rulebook.id, clause: clause.id, subject, missing, unless: [], above: [] });
      if (applies === 'unknown' && on.verdict() === 'red') point(on.root, [{ kind: 'status', of: rulebook.id }]);
      else if (clause.reading === 'independence') {
        if (verdict === 'unknown') point(on.root, [...missingOf([...on.reach.nodes.keys()].flatMap((name) => on.opensAt(name)), net), ...loopOf(on), ...expectedOf(on)]);
      } else {
        const names = on.openSubjects(new Set(on.redSubjects().keys()));
        const above = undecidedAbove(on, names);
        const lists = new Map<Exemption, readonly Missing[]>();
        const lackedBy = (exemption: Exemption): readonly Missing[] => {
          let list = lists.get(exemption);
          if (list === undefined) lists.set(exemption, (list = missingOf([exemption], net)));
          return list;
        };
        for (const name of names) {
          const { missing, unless } = on.missingAt(name, []);
          open.push({ rulebook: rulebook.id, clause: clause.id, subject: on.reach.node(name).product, missing, unless: unless.map(lackedBy), above: [...(above.get(name) ?? [])] });
        }
        if (verdict === 'unknown' && names.length === 0) point(on.root, expectedOf(on));
      }
    }
  }
  return { net, verdicts, open };
}

/** Of each open node the products over it that may yet stop the walk, or of which another way may be the one in use. */
function undecidedAbove({ reach, rootName, root, clause, roles, conditions }: ClauseOnNetwork, names: readonly NodeName[]): Map<NodeName, Set<Id>> {
  const open = new Set(names);
  const above = new Map<NodeName, Set<Id>>();
  const bought = typeof clause.for === 'object' && 'components' in clause.for && clause.for.components.walk === 'bought';
  for (const top of reach.nodes.values()) {
    const rootsOwn = bought && top.name === rootName; // its maker's own parts are taken apart
    const harmless = roles !== undefined && top.product !== root && conditions.role(top.product, roles, 1) === U; // if it has none of the roles
    if (!rootsOwn && !harmless && top.expand !== U && reach.rules.tiers === undefined && top.ways.every((way) => way.use !== 'open')) continue;
    const met = new Set([top.name]);
    for (const at of met)
      for (const child of reach.children(reach.node(at))) {
        if (met.has(child)) continue;
        met.add(child);
        if (open.has(child)) above.set(child, (above.get(child) ?? new Set()).add(top.product));
      }
  }
  return above;
}

function expectedOf(on: ClauseOnNetwork): Missing[] {
  return on.unmetExpectations().map((role) => ({ kind: 'expects', of: on.root, field: role }));
}

function loopOf(on: ClauseOnNetwork): Missing[] {
  return [...on.reach.nodes.values()].filter((node) => !on.reach.founded.has(node.name) && on.reach.locallyClear(node)).slice(-1).map((node) => ({ kind: 'unfounded', of: node.product }));
}
