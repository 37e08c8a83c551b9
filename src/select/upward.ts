/** Conditions on everything above a product: something in its ancestry, every step of its making (docs/semantics.md 6). */
import { F, not, T, U, type Tri } from '../base/verdict.ts';
import type { Id } from '../model/record.ts';
import { counted, type Direction, type Way } from '../trace/facts.ts';
import { Reach } from '../trace/reach.ts';
import type { Open } from './open.ts';
import { placed } from './places.ts';
import type { Atom, Pred } from './predicate.ts';
import { claims, type LeanKind, leanOf, need, NO_CLAIM, type Reading, red, type Sign, tri } from './reading.ts';

export class UpwardConditions {
  readonly #on: Reading;
  readonly #reaches = new Map<string, { readonly bad: Set<Id>; readonly clear: Set<Id>; readonly known: Set<Id>; readonly walks: Map<Id, Reach> }>();

  constructor(on: Reading) {
    this.#on = on;
  }

  ancestor(atom: Extract<Atom, { ancestor: unknown }>, sign: Sign, product: Id, at: string): Tri {
    return this.#upward(`${at}|${sign}`, at, sign, product, (id, way) => {
      const value = this.#on.value(atom.ancestor, sign, { product: id, way }, `${at}/ancestor`);
      return atom.materials === undefined ? value : (Math.min(value, this.#on.material(id, atom.materials, undefined, sign)) as Tri);
    }, atom);
  }

  /** T where some reached node surely shows it, F where none can. */
  #upward(key: string, at: string, sign: Sign, product: Id, local: (id: Id, way: Way) => Tri, pred: Pred): Tri {
    let known = this.#reaches.get(key);
    if (known === undefined) this.#reaches.set(key, (known = { bad: new Set(), clear: new Set(), known: new Set(), walks: new Map() }));
    if (!known.known.has(product)) {
      const reach = this.#on.unheard(() => new Reach(this.#on.facts, { local, expand: () => T, reading: 'exposure', showing: need(sign, T), acquitting: need(sign, F) }, product));
      for (const name of reach.bad) known.bad.add(name);
      for (const name of clearAbove(reach)) known.clear.add(name);
      for (const name of reach.nodes.keys()) {
        known.known.add(name);
        known.walks.set(name, reach);
      }
    }
    const reach = known.walks.get(product)!;
    if (known.bad.has(product)) {
      if (this.#on.lean) this.#leanOnBad(reach, known.bad, product, at, local);
      return T;
    }
    if (known.clear.has(product)) {
      if (this.#on.lean) {
        const free = leanOf(this.#on.lean, 'free', at);
        const above = reach.visited(product);
        for (const name of reach.founded) {
          if (free.has(name) || !above.has(name)) continue;
          free.add(name);
          for (const way of reach.countedWays(reach.node(name))) local(name, way.way);
        }
      }
      return F;
    }
    if (this.#on.lean) this.#leanOnOpen(reach, known, product, at, local);
    if (this.#on.hear) this.#on.hear.push({ kind: 'above', of: product, reach, local, inner: this.#inside(reach, product, local), shows: 'allSteps' in pred ? F : T, red: red(sign) });
    return U;
  }

  /** Why a walk shows nothing surely, and the way to something in it that is not clear. */
  #leanOnOpen(reach: Reach, { bad, clear }: { readonly bad: ReadonlySet<Id>; readonly clear: ReadonlySet<Id> }, product: Id, at: string, local: (id: Id, way: Way) => Tri): void {
    for (const name of reach.notBad([product], bad)) {
      leanOf(this.#on.lean!, 'uncaught', at).add(name);
      for (const way of reach.node(name).showing) local(name, way.way);
    }
    const from = new Map<Id, Id | undefined>([[product, undefined]]);
    const unfree = leanOf(this.#on.lean!, 'unfree', at);
    for (const name of from.keys()) {
      const node = reach.node(name);
      if (reach.isClear(node)) {
        for (const child of reach.children(node)) if (!clear.has(child) && !from.has(child)) from.set(child, name);
        continue;
      }
      if (reach.locallyClear(node)) for (const one of reach.unfounded([name])) leanOf(this.#on.lean!, 'unstarted', at).add(one);
      for (let on: Id | undefined = name; on !== undefined; on = from.get(on)) {
        unfree.add(on);
        for (const way of reach.countedWays(reach.node(on))) local(on, way.way);
      }
      return;
    }
  }

  /** What is open in the walk above a product. */
  #inside(reach: Reach, product: Id, local: (id: Id, way: Way) => Tri): Open[] {
    const outer = this.#on.hear;
    const inner: Open[] = [];
    for (const name of reach.visited(product).keys()) {
      const node = reach.node(name);
      for (const way of reach.countedWays(node)) {
        this.#on.hear = inner;
        if (way.b === U) local(name, way.way);
        if (!reach.acquitted(way)) inner.push({ kind: 'list', list: way.way.recipe === undefined ? 'recipes' : 'components', of: way.way.recipe?.[0]!.id ?? name, pred: { all: [] }, direction: 'clear', red: T });
      }
    }
    this.#on.hear = outer;
    return inner;
  }

  #leanOnBad(reach: Reach, bad: ReadonlySet<Id>, product: Id, at: string, local: (id: Id, way: Way) => Tri): void {
    const mine = leanOf(this.#on.lean!, 'caught', at);
    const order = new Map([...bad].map((name, i) => [name, i]));
    const work = [product];
    for (let name = work.pop(); name !== undefined; name = work.pop()) {
      if (mine.has(name)) continue;
      mine.add(name);
      const rank = order.get(name)!;
      const earlier = new Set([...bad].slice(0, rank));
      for (const way of reach.node(name).showing) {
        if (!counted(way.use, 'exposure')) continue;
        local(name, way.way); // whoever reads it exactly asks this first
        if (way.b !== T) for (const line of way.lines) if (reach.badLine(line, earlier)) for (const option of line.options) for (const claim of option.claims) if (earlier.has(claim.shown)) work.push(claim.shown);
      }
    }
  }

  allSteps(atom: Extract<Atom, { allSteps: unknown }>, sign: Sign, product: Id, at: string): Tri {
    // One listed step inside the places refutes; so the finding is "a listed step inside", under the turned sign.
    const turned = -sign as Sign;
    const inside = (id: Id, way: Way): Tri => this.#stepInside(atom, turned, id, way);
    const found = this.#upward(`${at}|${turned}`, at, turned, product, inside, atom); // hears with the turned sign, and says so
    if (found !== F) return not(found);
    const reach = this.#reaches.get(`${at}|${turned}`)!.walks.get(product)!;
    const above = this.#on.lean && reach.visited(product);
    let everywhere = true;
    for (const step of atom.seen ?? atom.allSteps) {
      const seen = this.#seen(reach, step, need(sign, T));
      const shown = seen.has(product);
      everywhere &&= shown;
      if (!this.#on.lean) continue;
      const mine = leanOf(this.#on.lean, shown ? 'caught' : 'uncaught', `${at}#${step}`);
      for (const name of shown ? seen : above!.keys()) if (shown ? above!.has(name) : !seen.has(name)) mine.add(name);
    }
    if (!everywhere) this.#on.hear?.push({ kind: 'above', of: product, reach, local: inside, inner: this.#inside(reach, product, inside), shows: F, steps: atom.allSteps, red: red(sign) });
    return everywhere ? T : U;
  }

  #stepInside(atom: Extract<Atom, { allSteps: unknown }>, sign: Sign, product: Id, way: Way): Tri {
    const { recipe } = way;
    const open = (field: string): Open => ({ kind: 'field', on: 'recipe', of: recipe?.[0]!.id ?? product, field, pred: atom, red: red(sign), way: way.id });
    const listed = this.#on.test(recipe === undefined ? NO_CLAIM : claims(recipe, 'steps'), sign, (steps) => tri(steps.some((step) => atom.allSteps.includes(step))), open, 'steps');
    return listed === F ? F : (Math.min(listed, placed(this.#on, way, atom.outside, sign, open)) as Tri);
  }

  /** Nodes above which the step occurs whatever way is taken. */
  #seen(reach: Reach, step: string, direction: Direction): ReadonlySet<Id> {
    const seen = new Set<Id>();
    const nodes = [...reach.nodes.values()].reverse();
    for (let before = -1; before !== seen.size; ) {
      before = seen.size;
      for (const node of nodes) {
        const ways = reach.countedWays(node);
        if (seen.has(node.name) || ways.length === 0) continue;
        const everywhere = ways.every((way) => {
          const stated = way.way.recipe === undefined ? NO_CLAIM : claims(way.way.recipe, 'steps');
          if (stated.length > 0 && stated.every(({ value }) => value.includes(step)) && stated.some(({ recs }) => this.#on.facts.strong(recs[0]!, direction))) return true;
          return way.lines.some((line) => {
            const options = line.options.filter((option) => counted(option.use, 'exposure'));
            return options.length > 0 && options.every((option) => option.claims.every((claim) => seen.has(claim.asked)));
          });
        });
        if (everywhere) seen.add(node.name);
      }
    }
    return seen;
  }

  /** Nodes that surely show it, in the order in which that was found. */
  order(kind: LeanKind, key: string): Iterable<Id> | undefined {
    return kind === 'caught' ? this.#reaches.get(key)?.bad : undefined;
  }
}

/** Nodes from which everything reached is clear. */
function clearAbove(reach: Reach): Set<Id> {
  const clear = new Set([...reach.nodes.values()].filter((node) => reach.isClear(node)).map((node) => node.name));
  for (let before = -1; before !== clear.size; ) {
    before = clear.size;
    for (const name of clear) for (const child of reach.children(reach.node(name))) if (!clear.has(child)) { clear.delete(name); break; }
  }
  return clear;
}
