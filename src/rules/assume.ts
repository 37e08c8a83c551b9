/**
 * What would decide an open subject, either way: completions made of assumed records, small enough to read
 * (docs/semantics.md 8). They are examples for the reader and no part of the grounds. An open condition is filled in the direction that
 * is wanted, the subject is read again on the network with the assumed records, and so on until it is decided. What
 * cannot be decided by adding facts (a stale list, a question not asked) has no completion, and says so.
 */
import { F, T, U } from '../base/verdict.ts';
import type { Id, Rec } from '../model/record.ts';
import type { Question } from '../select/predicate.ts';
import { counted } from '../trace/facts.ts';
import { type NodeName, Reach } from '../trace/reach.ts';
import type { ClauseOnNetwork } from './clause.ts';
import { Completion } from './completion.ts';
import { fillLocal, type Side } from './fill.ts';
import type { Rulebook, Version } from './rulebook.ts';

const ROUNDS = 12;
/** Owners looked at, and ten for every network tried, in the completions of one clause: a web of owners is not searched for ever. */
const BUDGET = 100_000;

/** Records that, added, would make the subject red, or not red; absent where none was found. */
export interface Completions { readonly ifRed?: readonly Rec[]; readonly ifClear?: readonly Rec[] }

export class Assumer {
  readonly #on: ClauseOnNetwork;
  readonly #question: Question;
  readonly #rulebook: Rulebook;
  readonly #version: Version;
  readonly #budget = { left: BUDGET };

  constructor(on: ClauseOnNetwork, question: Question, rulebook: Rulebook, version: Version) {
    this.#on = on;
    this.#question = question;
    this.#rulebook = rulebook;
    this.#version = version;
  }

  /** For an open subject under exposure. */
  exposure(name: NodeName): Completions {
    const { reach } = this.#on;
    const unfounded = !reach.founded.has(name) && reach.locallyClear(reach.node(name));
    return both(this.#ifRed(name, unfounded), this.#ifClear(name, unfounded));
  }

  /** For the root under independence: everything open taken one way, then the other. */
  independence(): Completions {
    const decide = (side: Side, decided: (on: ClauseOnNetwork) => boolean): readonly Rec[] | undefined => {
      const completion = this.#complete();
      for (let round = 0; round < ROUNDS && this.#budget.left >= 0; round++) {
        const on = completion.on();
        if (decided(on)) return decided(completion.rebuilt()) ? completion.records() : undefined;
        const before = completion.size;
        for (const [name, node] of on.reach.nodes) {
          for (const way of node.ways) if (way.b === U) fillLocal(completion, on, node.product, way.way, side);
          if (side === 'clear') completion.closeLists(on, node.product, node.expand, !on.reach.founded.has(name) && on.reach.locallyClear(node));
          else if (!on.reach.founded.has(name) && on.reach.locallyClear(node)) completion.startLoop(on, node.product);
          else completion.closeRecipes(on, node.product);
        }
        if (side === 'red' && completion.size === before) {
          const part = completion.addPart(on, on.root);
          if (part !== undefined && completion.size === before) return undefined;
        }
        if (completion.size === before) return undefined;
      }
      return undefined;
    };
    return both(decide('red', (on) => on.reach.dead().includes(on.rootName)), decide('clear', (on) => on.verdict() === 'clear'));
  }

  #complete(): Completion {
    return new Completion(this.#on, this.#question, this.#rulebook, this.#version, this.#budget);
  }

  #ifRed(name: NodeName, unfounded: boolean): readonly Rec[] | undefined {
    const completion = this.#complete();
    this.#makePathSure(name, completion);
    const product = this.#on.reach.node(name).product;
    if (unfounded) completion.startLoop(this.#on, product);
    if (this.#makeBad(product, completion, !unfounded) && convicts(completion)) return completion.records();
    // Not the product itself: a part of it that nobody wrote down.
    const other = this.#complete();
    this.#makePathSure(name, other);
    if (unfounded) other.startLoop(this.#on, product, false);
    const part = other.addPart(other.on(), product);
    if (part !== undefined && this.#makeBad(part, other, true) && convicts(other)) return other.records();
    return undefined;
  }

  /** Every hop from the root to the subject. */
  #makePathSure(name: NodeName, completion: Completion): void {
    const path = [...this.#on.upFrom(name)];
    path.forEach((parent, i) => {
      if (i > 0) completion.makeSure(this.#on, parent, path[i - 1]!);
    });
  }

  /** Fills until some way of the product surely shows, and is in use. */
  #makeBad(product: Id, completion: Completion, mayAddWay: boolean): boolean {
    for (let round = 0; round < ROUNDS && this.#budget.left >= 0; round++) {
      const on = completion.on();
      const ways = on.facts.ways(product, 'red').filter((way) => counted(way.use, 'exposure'));
      const values = ways.map((way) => on.local(product, way));
      const shown = ways.findIndex((_, i) => values[i] === T);
      if (shown >= 0) {
        if (ways[shown]!.use === 'in-use' || ways.every((way, i) => way.use === 'open' && values[i] === T)) return true;
        if (!completion.setUse(ways[shown]!, 'in-use')) return false;
        continue;
      }
      const open = ways.findIndex((way, i) => values[i] === U && (way.recipe !== undefined || ways.length === 1 || mayAddWay));
      const before = completion.size;
      if (open < 0) return false;
      fillLocal(completion, on, product, ways[open]!, 'red');
      if (completion.size === before) return false;
    }
    return false;
  }

  #ifClear(name: NodeName, unfounded: boolean): readonly Rec[] | undefined {
    const node = this.#on.reach.node(name);
    const completion = this.#complete();
    for (let round = 0; round < ROUNDS && this.#budget.left >= 0; round++) {
      const on = completion.on();
      const ways = on.facts.ways(node.product).filter((way) => counted(way.use, 'exposure'));
      const before = completion.size;
      let stuck = false;
      for (const way of ways) {
        const value = on.local(node.product, way);
        if (value === T && !(way.use === 'open' && completion.setUse(way, 'known'))) stuck = true;
        else if (value === U && (way.recipe !== undefined || way.raw)) fillLocal(completion, on, node.product, way, 'clear');
      }
      if (stuck) break;
      const expand = on.walkRules.tiers !== undefined && node.depth >= on.walkRules.tiers ? F : on.walkRules.expand(node.product);
      completion.closeLists(on, node.product, expand, unfounded);
      if (completion.size === before) {
        if (ways.some((way) => on.local(node.product, way) !== F) || !acquits(completion, node.product)) break;
        return completion.records();
      }
    }
    return this.#avoid(name);
  }

  /** The subject stays what it is, but another source is the one in use. */
  #avoid(name: NodeName): readonly Rec[] | undefined {
    const { reach, facts, rootName, walkRules } = this.#on;
    const { product } = reach.node(name);
    const must = new Reach(facts, { ...walkRules, local: (id) => (id === product ? T : F) }, this.#on.root).bad;
    if (must.has(rootName)) return undefined;
    const completion = this.#complete();
    for (const node of reach.nodes.values()) {
      if (must.has(node.name)) continue;
      for (const way of node.ways) {
        if (way.use === 'open' && way.lines.some((line) => reach.badLine(line, must))) completion.setUse(way.way, 'known');
        else
          for (const line of way.lines) {
            const hit = line.options.filter((option) => option.use === 'open' && option.claims.some((claim) => must.has(claim.asked)));
            if (hit.length > 0) completion.setOptionUse(line.view.group[0]!, hit.map((option) => option.view.position), 'known');
          }
      }
    }
    if (completion.size === 0) return undefined;
    const on = completion.on();
    return on.reach.visited(on.rootName).has(name) || !acquits(completion, product) ? undefined : completion.records();
  }
}

function both(ifRed: readonly Rec[] | undefined, ifClear: readonly Rec[] | undefined): Completions {
  return { ...(ifRed && { ifRed }), ...(ifClear && { ifClear }) };
}

/** Does the clause come out red? What was filled in may contradict what another part of the network rests on. */
function convicts(completion: Completion): boolean {
  return completion.rebuilt().verdict() === 'red';
}

/** Is the product neither red nor open by itself any more? */
function acquits(completion: Completion, product: Id): boolean {
  const on = completion.rebuilt();
  const reds = on.redSubjects();
  return !reds.has(product) && !on.openSubjects(new Set(reds.keys())).some((name) => on.reach.node(name).product === product);
}
