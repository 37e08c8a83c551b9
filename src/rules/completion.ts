/** Records assumed over a network, growing: links made sure, lists closed, parts and ways added (rules/assume.ts says what for). */
import { F, type Tri, U } from '../base/verdict.ts';
import { digestOf } from '../model/digest.ts';
import { buildNetwork, type Network, overlay } from '../model/network.ts';
import type { Digest, Evidence, Id, Line, ListName, Product, Rec, Recipe } from '../model/record.ts';
import type { Question } from '../select/predicate.ts';
import { counted, type Way } from '../trace/facts.ts';
import type { NodeName, Reach } from '../trace/reach.ts';
import { ClauseOnNetwork } from './clause.ts';
import type { Rulebook, Version } from './rulebook.ts';

/** What every network that is tried costs, in owners looked at. */
const PER_NETWORK = 10;

/** Assumed records over a network, growing. */
export class Completion {
  /** The clause without what is assumed. */
  readonly base: ClauseOnNetwork;
  readonly question: Question;
  readonly #rulebook: Rulebook;
  readonly #version: Version;
  readonly #added = new Map<Digest, Rec>();
  readonly #withdrawn = new Set<Digest>();
  readonly #supported = new Set<Digest>();
  #on: ClauseOnNetwork | undefined;

  readonly #budget: { left: number };

  constructor(base: ClauseOnNetwork, question: Question, rulebook: Rulebook, version: Version, budget: { left: number }) {
    this.#budget = budget;
    this.base = base;
    this.question = question;
    this.#rulebook = rulebook;
    this.#version = version;
  }

  /** Grows with everything that is assumed. */
  get size(): number {
    return this.#added.size + this.#withdrawn.size + this.#supported.size;
  }

  get #net(): Network {
    return this.base.net;
  }

  /** The clause on the network with what is assumed so far. */
  on(): ClauseOnNetwork {
    if (this.size === 0) return this.base;
    if (this.#on !== undefined) return this.#on;
    this.#budget.left -= PER_NETWORK;
    this.#on = new ClauseOnNetwork(overlay(this.#net, this.#assumed(), this.#withdrawn, this.question.product), this.question, this.#rulebook, this.#version, this.base.clause);
    this.#on.conditions.budget = this.#budget;
    return this.#on;
  }

  /** The clause on a network made anew of all records and what is assumed: what an overlay does not follow shows here. */
  rebuilt(): ClauseOnNetwork {
    const { net } = this.base;
    const records = net.digests.map((digest) => net.records.get(digest)!);
    const whole = buildNetwork([...records, ...this.records()], net.asOf, net.knownAt, this.question.product, net.sha256);
    return new ClauseOnNetwork(whole, this.question, this.#rulebook, this.#version, this.base.clause);
  }

  /** In order: things, then papers, then withdrawals. */
  records(): readonly Rec[] {
    const withdrawals = [...this.#withdrawn].sort().map((digest): Rec => ({ kind: 'judgement', id: `assumed:withdraws:${digest.slice(0, 16)}`, level: 'confirmed', by: 'assumed', withdraws: digest }));
    return [...this.#assumed(), ...withdrawals];
  }

  #assumed(): Rec[] {
    const floor = this.base.facts.floor.clear;
    const records = [...this.#added.values()].sort((a, b) => (this.digest(a) < this.digest(b) ? -1 : 1));
    const supports = floor === undefined ? [] : [...new Set([...records.map((rec) => this.digest(rec)), ...this.#supported])].sort();
    if (supports.length === 0) return records;
    const paper: Evidence = {
      kind: 'evidence', id: 'assumed:paper', level: 'confirmed', docKind: floor?.kind?.[0] ?? 'declaration', issued: this.question.knownAt,
      ...(floor?.custody && { custody: floor.custody[0]! }), supports,
    };
    return [...records, paper];
  }

  digest(rec: Rec): Digest {
    return digestOf(rec, this.#net.sha256);
  }

  add(rec: Rec): void {
    this.#added.set(this.digest(rec), rec);
    this.#on = undefined;
  }

  withdraw(recs: readonly Rec[]): void {
    for (const rec of recs) {
      const digest = this.digest(rec);
      if (this.#added.delete(digest)) continue;
      this.#withdrawn.add(digest);
    }
    this.#on = undefined;
  }

  // --- links ------------------------------------------------------------------------------------------------------

  makeSure(on: ClauseOnNetwork, parent: NodeName, child: NodeName): void {
    this.makeHop(on, on.reach, parent, child);
  }

  makeHop(on: ClauseOnNetwork, reach: Reach, parent: NodeName, child: NodeName): void {
    const node = reach.node(parent);
    for (const way of reach.countedWays(node))
      for (const line of way.lines)
        for (const option of line.options) {
          const claim = counted(option.use, 'exposure') ? option.claims.find(({ asked }) => asked === child) : undefined;
          if (claim === undefined) continue;
          if (node.expand === U) this.#makeInternal(on, node.product);
          if (claim.shown !== claim.asked) this.#sameMaker(on, node.product, reach.node(child).product);
          if (way.use === 'open') this.setUse(way.way, 'in-use');
          if (!way.recipeShows) for (const rec of way.way.recipe ?? []) this.confirm(rec);
          if (option.use === 'open') this.setOptionUse(line.view.group[0]!, [option.view.position], 'in-use');
          const at = option.claims.indexOf(claim);
          const recs = option.view.claims[at]!.recs;
          option.view.claims.forEach((other, i) => { if (i !== at) this.withdraw(other.recs); });
          if (!claim.shows) for (const rec of recs) this.confirm(rec);
          return;
        }
  }

  confirm(rec: Rec): void {
    if (rec.level !== 'confirmed') this.add({ ...rec, level: 'confirmed' });
  }

  /** What makes it acquit: papers where the floor asks for them, else that it is confirmed. */
  support(rec: Rec): void {
    if (this.base.facts.floor.clear === undefined) this.confirm(rec);
    else {
      this.#supported.add(this.digest(rec));
      this.#on = undefined;
    }
  }

  #makersOf(on: ClauseOnNetwork, product: Id): Product[] {
    return (on.net.products.get(product) ?? []).filter((rec) => rec.maker !== undefined);
  }

  /** The product is made by the root's maker, so its own parts count. */
  #makeInternal(on: ClauseOnNetwork, product: Id): void {
    this.#sameMaker(on, on.root, product);
  }

  #sameMaker(on: ClauseOnNetwork, from: Id, to: Id): void {
    const [here, there] = [this.#makersOf(on, from), this.#makersOf(on, to)];
    const maker = here[0]?.maker ?? there[0]?.maker ?? `assumed:maker:${from}`;
    if (here.length === 0) this.add({ kind: 'product', id: from, level: 'confirmed', maker });
    const agreeing = there.filter((rec) => on.net.classes.of(rec.maker!) === on.net.classes.of(maker));
    this.withdraw(there.filter((rec) => !agreeing.includes(rec)));
    if (agreeing.length === 0) this.add({ kind: 'product', id: to, level: 'confirmed', maker });
    else for (const rec of agreeing) this.confirm(rec);
  }

  /** States the use of a way where its recipe or supply leaves it open. False where neither does. */
  setUse(way: Way, use: 'in-use' | 'known'): boolean {
    let changed = false;
    const recipe = way.recipe?.[0];
    const supply = way.supply?.[0];
    if (recipe !== undefined && way.recipe!.every((rec) => rec.use === undefined)) {
      this.add({ kind: 'recipe', id: recipe.id, level: 'confirmed', output: recipe.output, use });
      changed = true;
      if (use === 'known') return true;
    }
    if (supply !== undefined && way.supply!.every((rec) => rec.use === undefined)) {
      this.add({ kind: 'supply', id: supply.id, level: 'confirmed', product: supply.product, supplier: supply.supplier, ...(supply.buyer !== undefined && { buyer: supply.buyer }), use });
      changed = true;
    }
    return changed;
  }

  setOptionUse(line: Line, positions: readonly number[], use: 'in-use' | 'known'): void {
    const options = line.options.map((_, position) => ({ product: null, ...(positions.includes(position) && { use }) }));
    this.add({ kind: 'line', id: line.id, level: 'confirmed', recipe: line.recipe, line: line.line, options });
  }

  // --- lists ------------------------------------------------------------------------------------------------------

  /** A recipe that nobody wrote down starts a loop. */
  startLoop(on: ClauseOnNetwork, product: Id, fromNothing = true): void {
    const recipe: Recipe = { kind: 'recipe', id: `assumed:recipe:${product}`, level: 'confirmed', output: product, use: 'in-use' };
    this.add(recipe);
    if (fromNothing) this.state('components', recipe.id, []);
    if (on.facts.recipesHeld(product) && product !== on.root) this.state('recipes', product, [...(on.net.recipesOf.get(product) ?? []).flat(), recipe]);
  }

  /** Whatever lists of the product the clause asks for are stated complete as they stand. */
  closeLists(on: ClauseOnNetwork, product: Id, expand: Tri, unfounded: boolean, local = (id: Id, way: Way): Tri => on.local(id, way)): void {
    if (unfounded && !this.#started(product)) return this.startLoop(on, product);
    const ways = on.facts.ways(product).filter((way) => counted(way.use, 'independence'));
    const unrecorded = ways.find((way) => way.recipe === undefined && !way.raw);
    if (unrecorded !== undefined && (local(product, unrecorded) !== F || expand !== F)) this.closeRecipes(on, product);
    if (expand === F) return;
    for (const way of ways) {
      if (way.recipe === undefined) continue;
      const pin = on.facts.componentsHeld(way, on.roles);
      if (pin === undefined || !on.facts.lines(way).every((line) => line.options.every((option) => option.claims.every((claim) => claim.recs.some((rec) => pin.has(this.digest(rec)) || on.facts.strong(rec, 'clear'))))))
        this.state('components', way.recipe[0]!.id, (on.net.linesOf.get(way.recipe[0]!.id) ?? []).flat());
    }
  }

  /** There is no other way to come by the product than those recorded; where none is, one is assumed. */
  closeRecipes(on: ClauseOnNetwork, product: Id): void {
    if (product === on.root || on.facts.recipesHeld(product)) return;
    const recipes = (on.net.recipesOf.get(product) ?? []).flat();
    if (recipes.length > 0) this.state('recipes', product, recipes);
    else this.add({ kind: 'recipe', id: `assumed:recipe:${product}`, level: 'confirmed', output: product, use: 'in-use', sole: true });
  }

  #started(product: Id): boolean {
    return [...this.#added.values()].some((rec) => rec.id === `assumed:recipe:${product}`);
  }

  state(list: ListName, of: Id, members: readonly Rec[]): void {
    for (const rec of this.#added.values()) if (rec.kind === 'completeness' && rec.list === list && rec.of === of) this.withdraw([rec]);
    const validFrom = list === 'entries' ? { validFrom: this.question.asOf } : {};
    if (list !== 'entries') this.withdraw((this.#net.statements.get(`${list}|${of}`) ?? []).filter((rec) => rec.scope === undefined && rec.status !== 'complete'));
    this.add({ kind: 'completeness', id: `assumed:complete:${list}:${of}`, level: 'confirmed', ...validFrom, list, of, status: 'complete', members: members.map((rec) => this.digest(rec)).sort() });
  }

  /** A part that nobody wrote down, where the parts are not known to be complete. */
  addPart(on: ClauseOnNetwork, product: Id, anyWalk = false): Id | undefined {
    const ways = on.facts.ways(product).filter((way) => counted(way.use, 'exposure') && on.facts.componentsHeld(way, on.roles) === undefined);
    const way = ways.find((candidate) => candidate.recipe !== undefined && candidate.use === 'in-use') ?? ways.find((candidate) => candidate.recipe !== undefined) ?? ways[0];
    if (way === undefined || way.raw) return undefined;
    if (!anyWalk) {
      if (on.walkRules.tiers === undefined && on.walkRules.expand(product) === F) return undefined;
      if (on.walkRules.expand(product) === U) this.#makeInternal(on, product);
    }
    const recipe = way.recipe?.[0]!.id ?? `assumed:recipe:${product}`;
    if (way.recipe === undefined) this.add({ kind: 'recipe', id: recipe, level: 'confirmed', output: product, use: 'in-use' });
    else {
      if (way.use === 'open') this.setUse(way, 'in-use');
      for (const rec of way.recipe) if (!on.facts.strong(rec, 'red')) this.confirm(rec);
    }
    const part = `assumed:part:${product}`;
    this.add({ kind: 'line', id: `assumed:line:${recipe}`, level: 'confirmed', recipe, line: 'assumed', options: [{ product: part }] });
    if (on.roles !== undefined) this.add({ kind: 'product', id: part, level: 'confirmed', roles: [on.roles[0]!] });
    return part;
  }
}
