/**
 * Why a subject is undecided as things are (docs/semantics.md 9): that it is reached, that it is not clear, that nothing
 * surely red is surely used, and for every condition on the way what keeps it open. It needs no assumption, so every
 * unknown has such grounds.
 */
import type { Id } from '../model/record.ts';
import type { Exemption } from '../select/open.ts';
import type { NodeName } from '../trace/reach.ts';
import type { ClauseOnNetwork } from './clause.ts';
import type { Open, Sets, Standing, Undecided } from './grounds.ts';
import { missingOf } from './missing.ts';

/**
 * Exposure: visited nodes that are not clear, or the root of a clause that expects a part which nothing shows. What shows one of them
 * open may be shown of all at once: sets that are not surely caught, or not founded, are so together.
 */
export function standings(on: ClauseOnNetwork, names: readonly NodeName[]): Open {
  const { reach } = on;
  const loops = names.filter((name) => reach.locallyClear(reach.node(name)) && !reach.founded.has(name));
  const leans = new Set(names);
  const spared = new Set<NodeName>();
  const exemptions = new Set<Exemption>();
  const each = names.map((name): Standing => {
    const { missing, unless } = on.missingAt(name);
    for (const one of unless) exemptions.add(one);
    const found = { missing, open: [...on.upFrom(name)], subject: reach.node(name).product, ...(unless.length > 0 && { unless: unless.map(({ at }) => at) }) };
    if (!on.shows(name)) return found;
    const aside = asideOf(on, name);
    for (const user of [...aside].flatMap((one) => usersOf(on, one).filter((user) => reach.nodes.has(user) && !aside.has(user)))) {
      leans.add(user);
      for (const other of reach.spared(reach.node(user), aside)) spared.add(other);
    }
    return { ...found, aside: [...aside] };
  });
  const uncaught = spared.size > 0 ? reach.notBad([...spared]) : undefined;
  const own = { ...(loops.length > 0 && { unstarted: reach.unfounded(loops) }), ...(uncaught && { uncaught }), ...(names.includes(on.rootName) && expected(on)) };
  const unless = Object.fromEntries([...exemptions].map(({ at, inner }) => [at, missingOf(inner, on.net)]));
  return { each, ...(exemptions.size > 0 && { unless }), sets: setsOf(on, [...leans, ...(uncaught ?? [])], own) };
}

/** Independence: the root has no clear choice, or no part that is expected, and is not dead. */
export function undecided(on: ClauseOnNetwork): Undecided {
  const { reach, rootName } = on;
  const choosable = reach.choosable();
  const alive = reach.alive();
  const uncaught = choosable.has(rootName) ? new Set<NodeName>() : reach.unfounded([rootName], choosable);
  const founded = reach.surelyFounded();
  const unstarted = new Set([...reach.nodes.keys()].filter((name) => !founded.has(name)));
  return { missing: on.missingOfChoice(), alive, sets: setsOf(on, [...uncaught, ...alive.flat()], { uncaught, unstarted, ...expected(on) }) };
}

interface Own { readonly uncaught?: ReadonlySet<NodeName>; readonly unstarted?: ReadonlySet<NodeName>; readonly expected?: Readonly<Record<string, readonly NodeName[]>> }

/** What the values of nodes lean on, and sets of the walk's own. */
function setsOf(on: ClauseOnNetwork, names: readonly NodeName[], { uncaught, unstarted, expected }: Own): Sets {
  const sets = on.leanOn(names.map((name) => on.reach.node(name).product));
  const own = (members: ReadonlySet<NodeName> | undefined): Record<string, readonly Id[]> => (members?.size ? { '': [...members] } : {});
  return {
    ...sets,
    ...((uncaught?.size || expected || sets.uncaught) && { uncaught: { ...own(uncaught), ...expected, ...sets.uncaught } }),
    ...((unstarted?.size || sets.unstarted) && { unstarted: { ...own(unstarted), ...sets.unstarted } }),
  };
}

/** For each expected role that nothing shows: why not. */
function expected(on: ClauseOnNetwork): Pick<Own, 'expected'> {
  const found: Record<string, readonly NodeName[]> = {};
  on.clause.expects?.forEach((role, i) => {
    const has = on.expectation(role);
    if (!has.bad.has(on.rootName)) found[`/expects/${i}`] = [...has.notBad([on.rootName])];
  });
  return Object.keys(found).length > 0 ? { expected: found } : {};
}

/** A node and all that would be convicted if it were: none of it is, or the node would be red. */
function asideOf(on: ClauseOnNetwork, start: NodeName): ReadonlySet<NodeName> {
  const { reach } = on;
  const aside = new Set([start]);
  for (const name of aside)
    for (const user of usersOf(on, name)) {
      // What the walk does not reach convicts nobody, and neither does what uses it.
      const node = reach.nodes.get(user);
      if (node === undefined || [...reach.hops(node)].some(({ claims }) => claims.some(({ shown }) => shown === name))) aside.add(user);
    }
  return aside;
}

/** Nodes with a line that names this one, whether the walk reaches them or not: as deep, or one less. */
function usersOf(on: ClauseOnNetwork, name: NodeName): NodeName[] {
  const { net, reach } = on;
  const outputs = new Set((net.usedIn.get(productOf(on, name)) ?? []).flatMap((recipe) => net.recipes.get(recipe)?.[0]?.output ?? []));
  const unnamed = [...reach.users(name)].map((user) => productOf(on, user)); // a line that names no product has a part of its own
  return [...new Set([...outputs, ...unnamed])].flatMap((user) => depthsOver(on, name, user));
}

function productOf({ reach }: ClauseOnNetwork, name: NodeName): Id {
  return reach.nodes.get(name)?.product ?? (reach.rules.tiers === undefined ? name : name.slice(0, name.lastIndexOf('@')));
}

/** The nodes that a user of a node may be: as deep, or one less. */
function depthsOver({ reach }: ClauseOnNetwork, name: NodeName, user: Id): NodeName[] {
  if (reach.rules.tiers === undefined) return [user];
  const depth = Number(name.slice(name.lastIndexOf('@') + 1));
  return [depth - 1, depth].filter((at) => at >= 0).map((at) => `${user}@${at}`);
}
