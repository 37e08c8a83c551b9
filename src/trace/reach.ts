/**
 * The walk up the AND-OR graph and its fixed points (docs/semantics.md 2.3, 5): which nodes are reached, which are bad
 * (least), founded (least), choosable (least), dead (greatest). A node is a product, under `tiers` a product at a depth.
 * Nothing recurses. Passes run from the leaves' end of the walk until nothing changes: one pass and a check on a graph
 * without cycles met in breadth-first order, O(edges) each.
 */
import { digestOf } from '../model/digest.ts';
import type { Digest, Id } from '../model/record.ts';
import { F, T, U, type Tri } from '../base/verdict.ts';
import { type ClaimView, counted, someInUse, type Direction, type Facts, type LineView, type OptionView, type Reading, type Status, type Way } from './facts.ts';

/** The members in use; where none is recorded so, the open ones, if every one of them is bad. */
function standing<M extends { readonly use: Status }>(members: readonly M[], bad: (member: M) => boolean): readonly M[] {
  const inUse = members.filter(({ use }) => use === 'in-use');
  if (inUse.length > 0) return inUse;
  const open = members.filter(({ use }) => use === 'open');
  return open.every(bad) ? open : [];
}

/** What a walk looks for and how far it goes. */
export interface WalkRules {
  /** `b` of section 5.3: does this node, made this way, show what is looked for? */
  readonly local: (product: Id, way: Way) => Tri;
  /** Does the walk go on below this product, its depth aside? */
  readonly expand: (product: Id) => Tri;
  /** Depth from which the walk does not go on; with `sameMaker`. */
  readonly tiers?: number;
  readonly sameMaker?: (from: Id, to: Id) => Tri;
  /** Asked of completeness statements. */
  readonly roles?: readonly string[] | undefined;
  /** The local value does not depend on who supplies: ways of one recipe and one use are one. */
  readonly anySupplier?: boolean;
  /** What a link needs to carry the finding, and what it needs to acquit. */
  readonly showing: Direction;
  readonly acquitting: Direction;
  readonly reading: Reading;
}
export type NodeName = string;
export interface Claim {
  /** The node that a finding would have to be shown at, and the one that must be acquitted: different depths under an open maker. */
  readonly shown: NodeName;
  readonly asked: NodeName;
  /** Is the link strong for showing, and for acquitting (pinned by a held statement, or itself)? */
  readonly shows: boolean;
  readonly acquits: boolean;
}
export interface WalkOption { readonly view: OptionView; readonly use: Status; readonly claims: readonly Claim[] }
export interface WalkLine { readonly view: LineView; readonly options: readonly WalkOption[] }
export interface WalkWay {
  readonly way: Way;
  readonly use: Status;
  readonly b: Tri;
  readonly held: boolean;
  readonly recipeShows: boolean;
  readonly lines: readonly WalkLine[];
}
/** `ways`: to acquit; `showing`: to show, where it takes more to say that there is no other way. */
export interface WalkNode { readonly name: NodeName; readonly product: Id; readonly depth: number; readonly expand: Tri; readonly ways: readonly WalkWay[]; readonly showing: readonly WalkWay[] }

const useOf = (member: { readonly use: Status }): Status => member.use;

export class Reach {
  readonly rules: WalkRules;
  readonly nodes: Map<NodeName, WalkNode> = new Map();
  readonly #facts: Facts;
  #order: WalkNode[] = [];
  #bad: Set<NodeName> | undefined;
  #founded: Set<NodeName> | undefined;

  constructor(facts: Facts, rules: WalkRules, start: Id) {
    this.#facts = facts;
    this.rules = rules;
    this.#explore(start);
  }

  name(product: Id, depth: number): NodeName {
    return this.rules.tiers === undefined ? product : `${product}@${depth}`;
  }

  node(name: NodeName): WalkNode {
    const node = this.nodes.get(name);
    if (node === undefined) throw new RangeError(`no node ${name} in this walk`);
    return node;
  }

  #explore(start: Id): void {
    const work: { product: Id; depth: number }[] = [{ product: start, depth: 0 }];
    const met = new Set([this.name(start, 0)]);
    const meet = (product: Id, depth: number): NodeName => {
      const name = this.name(product, depth);
      if (!met.has(name)) {
        met.add(name);
        work.push({ product, depth });
      }
      return name;
    };
    for (let at = 0; at < work.length; at++) {
      const { product, depth } = work[at]!;
      const name = this.name(product, depth);
      const allowed = this.rules.tiers !== undefined && depth >= this.rules.tiers ? F : this.rules.expand(product);
      const made = (direction: Direction): WalkWay[] => this.#possible(product, direction).map((way) => this.#way(product, depth, way, allowed, direction, meet));
      const ways = made(this.rules.acquitting);
      // Under exposure nothing is shown by a list that holds, so the same ways serve where they are the same.
      const same = this.rules.reading === 'exposure' && this.#facts.recipesHeld(product, this.rules.acquitting) === this.#facts.recipesHeld(product, this.rules.showing);
      this.nodes.set(name, { name, product, depth, expand: allowed, ways, showing: same ? ways : made(this.rules.showing) });
    }
    this.#order = [...this.nodes.values()].reverse(); // leaves tend to come first
  }

  #possible(product: Id, direction: Direction): readonly Way[] {
    return this.rules.anySupplier ? this.#facts.kinds(product, direction) : this.#facts.ways(product, direction).filter((way) => way.use !== 'known');
  }

  #way(product: Id, depth: number, way: Way, expand: Tri, direction: Direction, meet: (product: Id, depth: number) => NodeName): WalkWay {
    const { rules } = this;
    const facts = this.#facts;
    const pins = expand === F ? undefined : facts.componentsHeld(way, rules.roles); // what counts towards clear, whatever is asked of the list
    const pin = expand === F || direction === 'clear' ? pins : facts.componentsHeld(way, rules.roles, direction);
    const lines = expand === F || !counted(way.use, 'independence') ? [] : facts.lines(way).map((view): WalkLine => ({
      view, options: view.options.filter((option) => option.use !== 'known').map((option) => ({ view: option, use: option.use, claims: option.claims.map((claim) => this.#claim(product, depth, claim, pins, meet)) })),
    }));
    return {
      way, use: way.use, b: rules.local(product, way), lines, held: pin !== undefined,
      recipeShows: way.recipe === undefined || way.recipe.some((rec) => facts.strong(rec, rules.showing)),
    };
  }

  #claim(product: Id, depth: number, { product: child, recs, strong }: ClaimView, pins: ReadonlySet<Digest> | undefined, meet: (product: Id, depth: number) => NodeName): Claim {
    const { rules } = this;
    const step = rules.tiers === undefined ? T : (rules.sameMaker?.(product, child) ?? U);
    const pinned = pins !== undefined && recs.some((rec) => pins.has(digestOf(rec, this.#facts.net.sha256)));
    const firm = (direction: Direction): boolean => strong[direction] || (direction === 'clear' && pinned);
    const asked = meet(child, depth + (step === F ? 1 : 0));
    return { asked, shown: step === U ? meet(child, depth + 1) : asked, shows: firm(rules.showing), acquits: firm(rules.acquitting) };
  }

  /** Repeats passes until nothing is added; the order of adding is an order in which each member rests on earlier ones. */
  #least(add: (node: WalkNode, have: ReadonlySet<NodeName>) => boolean): Set<NodeName> {
    const have = new Set<NodeName>();
    for (let before = -1; before !== have.size; ) {
      before = have.size;
      for (const node of this.#order) if (!have.has(node.name) && add(node, have)) have.add(node.name);
    }
    return have;
  }

  /** Nodes at which, or below which, the finding surely shows; each after those that it rests on. */
  get bad(): ReadonlySet<NodeName> {
    this.#bad ??= this.#least((node, bad) =>
      someInUse(node.showing, useOf, this.rules.reading, (way) => way.b === T || (node.expand === T && way.recipeShows && way.lines.some((line) => this.badLine(line, bad)))),
    );
    return this.#bad;
  }

  badLine(line: WalkLine, bad: Pick<ReadonlySet<NodeName>, 'has'>): boolean {
    return someInUse(line.options, useOf, this.rules.reading, (option) => option.claims.every((claim) => claim.shows && bad.has(claim.shown)));
  }

  /** Nodes that something starts. */
  get founded(): ReadonlySet<NodeName> {
    this.#founded ??= this.#least((node, founded) => this.#supported(node, node.ways, founded, () => true));
    return this.#founded;
  }

  /** Nodes for which some choice of ways and options shows nothing (independence). */
  choosable(): ReadonlySet<NodeName> {
    return this.#least((node, good) => this.#supported(node, node.ways, good, (way) => way.b === F && (node.expand === F || this.acquitted(way))));
  }

  #supported(node: WalkNode, ways: readonly WalkWay[], have: ReadonlySet<NodeName>, fit: (way: WalkWay) => boolean): boolean {
    return someInUse(ways, useOf, this.rules.reading, (way) =>
      fit(way) && (node.expand === F || (way.held && way.lines.every((line) =>
        someInUse(line.options, useOf, this.rules.reading, (option) => option.claims.every((claim) => have.has(claim.asked)))))));
  }

  /** Do the names on the lines count towards clear? */
  acquitted(way: WalkWay): boolean {
    return way.held && way.lines.every((line) => line.options.every((option) => !counted(option.use, this.rules.reading) || option.claims.every((claim) => claim.acquits)));
  }

  countedWays(node: WalkNode): readonly WalkWay[] {
    return node.ways.filter((way) => counted(way.use, this.rules.reading));
  }

  /** Local part of node-clear: b = F on all counted ways, and their lists hold. */
  locallyClear(node: WalkNode): boolean {
    return this.countedWays(node).every((way) => way.b === F && (node.expand === F || this.acquitted(way)));
  }

  isClear(node: WalkNode): boolean {
    return this.locallyClear(node) && this.founded.has(node.name);
  }

  /** What the walk can reach, breadth first, with the node it was first met from. */
  visited(start: NodeName): Map<NodeName, NodeName | undefined> {
    const from = new Map<NodeName, NodeName | undefined>([[start, undefined]]);
    for (const name of from.keys()) for (const child of this.children(this.node(name))) if (!from.has(child)) from.set(child, name);
    return from;
  }

  children(node: WalkNode): readonly NodeName[] {
    const found: NodeName[] = [];
    for (const way of this.countedWays(node))
      for (const line of way.lines)
        for (const option of line.options) if (counted(option.use, this.rules.reading)) for (const claim of option.claims) found.push(claim.asked);
    return found;
  }

  /** These nodes, which are not bad, and below them what shows it: of every group one that is not bad. */
  notBad(names: Iterable<NodeName>, bad: ReadonlySet<NodeName> = this.bad): Set<NodeName> {
    const found = new Set(names);
    for (const name of found) {
      const node = this.node(name);
      if (node.expand !== T) continue;
      const inUse = node.showing.filter((way) => way.use === 'in-use');
      for (const way of inUse.length > 0 ? inUse : this.#harmless(node, bad)) for (const child of this.#alibis(way, bad)) found.add(child);
    }
    return found;
  }

  /** An open way that is not bad. */
  #harmless(node: WalkNode, bad: ReadonlySet<NodeName>): readonly WalkWay[] {
    const way = node.showing.find((one) => one.use === 'open' && !this.#badWay(one, bad));
    return way === undefined ? [] : [way];
  }

  #badWay(way: WalkWay, bad: ReadonlySet<NodeName>): boolean {
    return way.b === T || (way.recipeShows && way.lines.some((line) => this.badLine(line, bad)));
  }

  /** Children that are not bad, one for every group that would be bad if they were. */
  *#alibis(way: WalkWay, bad: ReadonlySet<NodeName>): Iterable<NodeName> {
    if (!way.recipeShows) return;
    for (const line of way.lines) {
      const inUse = line.options.filter(({ use }) => use === 'in-use');
      const spared = inUse.length > 0 ? inUse : line.options.filter(({ use, claims }) => use === 'open' && !this.#badOption({ claims }, bad)).slice(0, 1);
      for (const { claims } of spared) {
        if (claims.some(({ shows }) => !shows)) continue;
        const harmless = claims.find(({ shown }) => !bad.has(shown));
        if (harmless !== undefined) yield harmless.shown;
      }
    }
  }

  /** What is not bad in the groups by which a node would otherwise convict these. */
  *spared(node: WalkNode, names: ReadonlySet<NodeName>): Iterable<NodeName> {
    if (node.expand !== T) return;
    if (!node.showing.some(({ use }) => use === 'in-use')) for (const way of this.#harmless(node, this.bad)) yield* this.#alibis(way, this.bad);
    for (const way of node.showing)
      for (const line of way.lines) {
        const shown = line.options.flatMap(({ claims }) => claims.map((claim) => claim.shown));
        if (shown.some((name) => names.has(name))) yield* shown.filter((name) => !this.bad.has(name));
      }
  }

  #users: Map<NodeName, Set<NodeName>> | undefined;
  /** Nodes with a line that names this one. */
  users(name: NodeName): ReadonlySet<NodeName> {
    if (this.#users === undefined) {
      this.#users = new Map();
      for (const node of this.nodes.values())
        for (const way of node.showing) for (const line of way.lines) for (const { claims } of line.options) for (const { shown } of claims) {
          const users = this.#users.get(shown);
          if (users === undefined) this.#users.set(shown, new Set([node.name]));
          else users.add(node.name);
        }
    }
    return this.#users.get(name) ?? new Set();
  }

  /** These nodes, which nothing starts, and all below them that have to be unfounded for it. `started`: what is founded. */
  unfounded(names: readonly NodeName[], started: ReadonlySet<NodeName> = this.founded, waysOf: 'ways' | 'showing' = 'ways'): Set<NodeName> {
    const found = new Set(names);
    for (const name of found)
      for (const way of this.node(name)[waysOf])
        for (const line of way.lines)
          for (const option of line.options) for (const { asked } of option.claims) if (!started.has(asked)) found.add(asked);
    return found;
  }

  /** The root and what is convicted from it, breadth first, with the node it was first met from. */
  convicted(start: NodeName): Map<NodeName, NodeName | undefined> {
    const from = new Map<NodeName, NodeName | undefined>([[start, undefined]]);
    for (const name of from.keys()) for (const hop of this.hops(this.node(name))) for (const { shown } of hop.claims) if (!from.has(shown)) from.set(shown, name);
    return from;
  }

  /** What a node convicts: what it surely uses, and every member of a group of which it uses one and all are bad (docs/semantics.md 5.4). */
  *hops(node: WalkNode): Iterable<{ readonly way: WalkWay; readonly option: WalkOption; readonly line: WalkLine; readonly claims: readonly Claim[] }> {
    if (node.expand !== T) return;
    for (const way of standing(node.showing, (one) => this.#badWay(one, this.bad))) {
      if (!way.recipeShows) continue;
      for (const line of way.lines)
        for (const option of standing(line.options, (one) => this.#badOption(one))) {
          const claims = option.claims.length === 1 || this.#badOption(option) ? option.claims.filter(({ shows }) => shows) : [];
          if (claims.length > 0) yield { way, line, option, claims };
        }
    }
  }

  #badOption({ claims }: Pick<WalkOption, 'claims'>, bad: ReadonlySet<NodeName> = this.bad): boolean {
    return claims.every((claim) => claim.shows && bad.has(claim.shown));
  }

  /** Nodes that something starts, by lists that hold for showing it. */
  surelyFounded(): Set<NodeName> {
    return this.#least((node, founded) => this.#supported(node, node.showing, founded, () => true));
  }

  /** Section 5.5: the greatest set that cannot be avoided, in an order in which unfounded members rest on earlier ones. */
  dead(): NodeName[] {
    const founded = this.surelyFounded();
    let dead = new Set(this.nodes.keys());
    for (let before = -1; before !== dead.size; ) {
      before = dead.size;
      for (let size = -1; size !== dead.size; ) {
        size = dead.size;
        for (const name of dead) if (!this.#doomed(this.node(name), (other) => dead.has(other))) dead.delete(name);
      }
      // Only a founded node may rest on one that comes later, and that one must be founded too.
      const ordered = this.#least((node, earlier) => dead.has(node.name) && this.#doomed(node, (other) => earlier.has(other) || (dead.has(other) && founded.has(node.name) && founded.has(other))));
      dead = ordered;
    }
    return [...dead];
  }

  /** Nodes that are not dead, in groups: each has a way or line out that rests on its own group and those before. */
  alive(): NodeName[][] {
    const founded = this.surelyFounded();
    const groups: NodeName[][] = [];
    for (let dead = new Set(this.nodes.keys()); ; ) {
      const next = this.#least((node, earlier) => dead.has(node.name) && this.#doomed(node, (other) => earlier.has(other) || (dead.has(other) && founded.has(node.name) && founded.has(other))));
      if (next.size === dead.size) return groups;
      groups.push([...dead].filter((name) => !next.has(name)));
      dead = next;
    }
  }

  #doomed(node: WalkNode, rests: (other: NodeName) => boolean): boolean {
    return node.showing.length > 0 && node.showing.every((way) =>
      way.b === T || (node.expand === T && way.recipeShows && way.lines.some((line) =>
        line.options.length > 0 && line.options.every((option) => option.claims.every((claim) => claim.shows && rests(claim.shown))))));
  }
}
