/**
 * What would decide an open subject, either way: completions made of assumed records, small enough to read
 * (docs/semantics.md 8). They are examples for the reader and no part of the grounds. An open condition is filled in the direction that
 * is wanted, the subject is read again on the network with the assumed records, and so on until it is decided. What
 * cannot be decided by adding facts (a stale list, a question not asked) has no completion, and says so.
 */
import { F, not, T, U, type Tri } from '../base/verdict.ts';
import { digestOf } from '../model/digest.ts';
import { buildNetwork, overlay, rolesBelow, type Network } from '../model/network.ts';
import type { Digest, Evidence, Id, Line, ListName, Listing, Ownership, Product, RangePpm, Rec, Recipe } from '../model/record.ts';
import { CLOSES, OWNERSHIP_TESTS, type Measure } from '../owners/tests.ts';
import type { Open } from '../select/open.ts';
import { within } from '../select/places.ts';
import type { Places, Pred, Question } from '../select/predicate.ts';
import { counted, mergeRanges, type Way } from '../trace/facts.ts';
import { Reach, type NodeName } from '../trace/reach.ts';
import { ClauseOnNetwork } from './clause.ts';
import type { Rulebook, Version } from './rulebook.ts';

type Side = 'red' | 'clear';
const ROUNDS = 12;
/** Owners looked at, and ten for every network tried, in the completions of one clause: a web of owners is not searched for ever. */
const BUDGET = 100_000;
const PER_NETWORK = 10;
const OUTSIDE = ['VN', 'JP', 'TW', 'US', 'CA', 'DE', 'FR', 'NL', 'AU', 'CL', 'ZA', 'NO'];

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
          for (const way of node.ways) if (way.b === U) completion.fillLocal(on, node.product, way.way, side);
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
      completion.fillLocal(on, product, ways[open]!, 'red');
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
        else if (value === U && (way.recipe !== undefined || way.raw)) completion.fillLocal(on, node.product, way, 'clear');
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

/** Assumed records over a network, growing. */
class Completion {
  readonly #base: ClauseOnNetwork;
  readonly #question: Question;
  readonly #rulebook: Rulebook;
  readonly #version: Version;
  readonly #added = new Map<Digest, Rec>();
  readonly #withdrawn = new Set<Digest>();
  readonly #supported = new Set<Digest>();
  #on: ClauseOnNetwork | undefined;

  readonly #budget: { left: number };

  constructor(base: ClauseOnNetwork, question: Question, rulebook: Rulebook, version: Version, budget: { left: number }) {
    this.#budget = budget;
    this.#base = base;
    this.#question = question;
    this.#rulebook = rulebook;
    this.#version = version;
  }

  /** Grows with everything that is assumed. */
  get size(): number {
    return this.#added.size + this.#withdrawn.size + this.#supported.size;
  }

  get #net(): Network {
    return this.#base.net;
  }

  /** The clause on the network with what is assumed so far. */
  on(): ClauseOnNetwork {
    if (this.size === 0) return this.#base;
    if (this.#on !== undefined) return this.#on;
    this.#budget.left -= PER_NETWORK;
    this.#on = new ClauseOnNetwork(overlay(this.#net, this.#assumed(), this.#withdrawn, this.#question.product), this.#question, this.#rulebook, this.#version, this.#base.clause);
    this.#on.conditions.budget = this.#budget;
    return this.#on;
  }

  /** The clause on a network made anew of all records and what is assumed: what an overlay does not follow shows here. */
  rebuilt(): ClauseOnNetwork {
    const { net } = this.#base;
    const records = net.digests.map((digest) => net.records.get(digest)!);
    const whole = buildNetwork([...records, ...this.records()], net.asOf, net.knownAt, this.#question.product, net.sha256);
    return new ClauseOnNetwork(whole, this.#question, this.#rulebook, this.#version, this.#base.clause);
  }

  /** In order: things, then papers, then withdrawals. */
  records(): readonly Rec[] {
    const withdrawals = [...this.#withdrawn].sort().map((digest): Rec => ({ kind: 'judgement', id: `assumed:withdraws:${digest.slice(0, 16)}`, level: 'confirmed', by: 'assumed', withdraws: digest }));
    return [...this.#assumed(), ...withdrawals];
  }

  #assumed(): Rec[] {
    const floor = this.#base.facts.floor.clear;
    const records = [...this.#added.values()].sort((a, b) => (this.#digest(a) < this.#digest(b) ? -1 : 1));
    const supports = floor === undefined ? [] : [...new Set([...records.map((rec) => this.#digest(rec)), ...this.#supported])].sort();
    if (supports.length === 0) return records;
    const paper: Evidence = {
      kind: 'evidence', id: 'assumed:paper', level: 'confirmed', docKind: floor?.kind?.[0] ?? 'declaration', issued: this.#question.knownAt,
      ...(floor?.custody && { custody: floor.custody[0]! }), supports,
    };
    return [...records, paper];
  }

  #digest(rec: Rec): Digest {
    return digestOf(rec, this.#net.sha256);
  }

  #add(rec: Rec): void {
    this.#added.set(this.#digest(rec), rec);
    this.#on = undefined;
  }

  #withdraw(recs: readonly Rec[]): void {
    for (const rec of recs) {
      const digest = this.#digest(rec);
      if (this.#added.delete(digest)) continue;
      this.#withdrawn.add(digest);
    }
    this.#on = undefined;
  }

  // --- links ------------------------------------------------------------------------------------------------------

  makeSure(on: ClauseOnNetwork, parent: NodeName, child: NodeName): void {
    this.#makeHop(on, on.reach, parent, child);
  }

  #makeHop(on: ClauseOnNetwork, reach: Reach, parent: NodeName, child: NodeName): void {
    const node = reach.node(parent);
    for (const way of reach.countedWays(node))
      for (const line of way.lines)
        for (const option of line.options) {
          const claim = counted(option.use, 'exposure') ? option.claims.find(({ asked }) => asked === child) : undefined;
          if (claim === undefined) continue;
          if (node.expand === U) this.#makeInternal(on, node.product);
          if (claim.shown !== claim.asked) this.#sameMaker(on, node.product, reach.node(child).product);
          if (way.use === 'open') this.setUse(way.way, 'in-use');
          if (!way.recipeShows) for (const rec of way.way.recipe ?? []) this.#confirm(rec);
          if (option.use === 'open') this.setOptionUse(line.view.group[0]!, [option.view.position], 'in-use');
          const at = option.claims.indexOf(claim);
          const recs = option.view.claims[at]!.recs;
          option.view.claims.forEach((other, i) => { if (i !== at) this.#withdraw(other.recs); });
          if (!claim.shows) for (const rec of recs) this.#confirm(rec);
          return;
        }
  }

  #confirm(rec: Rec): void {
    if (rec.level !== 'confirmed') this.#add({ ...rec, level: 'confirmed' });
  }

  /** What makes it acquit: papers where the floor asks for them, else that it is confirmed. */
  #support(rec: Rec): void {
    if (this.#base.facts.floor.clear === undefined) this.#confirm(rec);
    else this.#supported.add(this.#digest(rec));
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
    if (here.length === 0) this.#add({ kind: 'product', id: from, level: 'confirmed', maker });
    const agreeing = there.filter((rec) => on.net.classes.of(rec.maker!) === on.net.classes.of(maker));
    this.#withdraw(there.filter((rec) => !agreeing.includes(rec)));
    if (agreeing.length === 0) this.#add({ kind: 'product', id: to, level: 'confirmed', maker });
    else for (const rec of agreeing) this.#confirm(rec);
  }

  /** States the use of a way where its recipe or supply leaves it open. False where neither does. */
  setUse(way: Way, use: 'in-use' | 'known'): boolean {
    let changed = false;
    const recipe = way.recipe?.[0];
    const supply = way.supply?.[0];
    if (recipe !== undefined && way.recipe!.every((rec) => rec.use === undefined)) {
      this.#add({ kind: 'recipe', id: recipe.id, level: 'confirmed', output: recipe.output, use });
      changed = true;
      if (use === 'known') return true;
    }
    if (supply !== undefined && way.supply!.every((rec) => rec.use === undefined)) {
      this.#add({ kind: 'supply', id: supply.id, level: 'confirmed', product: supply.product, supplier: supply.supplier, ...(supply.buyer !== undefined && { buyer: supply.buyer }), use });
      changed = true;
    }
    return changed;
  }

  setOptionUse(line: Line, positions: readonly number[], use: 'in-use' | 'known'): void {
    const options = line.options.map((_, position) => ({ product: null, ...(positions.includes(position) && { use }) }));
    this.#add({ kind: 'line', id: line.id, level: 'confirmed', recipe: line.recipe, line: line.line, options });
  }

  // --- lists ------------------------------------------------------------------------------------------------------

  /** A recipe that nobody wrote down starts a loop. */
  startLoop(on: ClauseOnNetwork, product: Id, fromNothing = true): void {
    const recipe: Recipe = { kind: 'recipe', id: `assumed:recipe:${product}`, level: 'confirmed', output: product, use: 'in-use' };
    this.#add(recipe);
    if (fromNothing) this.#state('components', recipe.id, []);
    if (on.facts.recipesHeld(product) && product !== on.root) this.#state('recipes', product, [...(on.net.recipesOf.get(product) ?? []).flat(), recipe]);
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
      if (pin === undefined || !on.facts.lines(way).every((line) => line.options.every((option) => option.claims.every((claim) => claim.recs.some((rec) => pin.has(this.#digest(rec)) || on.facts.strong(rec, 'clear'))))))
        this.#state('components', way.recipe[0]!.id, (on.net.linesOf.get(way.recipe[0]!.id) ?? []).flat());
    }
  }

  /** There is no other way to come by the product than those recorded; where none is, one is assumed. */
  closeRecipes(on: ClauseOnNetwork, product: Id): void {
    if (product === on.root || on.facts.recipesHeld(product)) return;
    const recipes = (on.net.recipesOf.get(product) ?? []).flat();
    if (recipes.length > 0) this.#state('recipes', product, recipes);
    else this.#add({ kind: 'recipe', id: `assumed:recipe:${product}`, level: 'confirmed', output: product, use: 'in-use', sole: true });
  }

  #started(product: Id): boolean {
    return [...this.#added.values()].some((rec) => rec.id === `assumed:recipe:${product}`);
  }

  #state(list: ListName, of: Id, members: readonly Rec[]): void {
    for (const rec of this.#added.values()) if (rec.kind === 'completeness' && rec.list === list && rec.of === of) this.#withdraw([rec]);
    const validFrom = list === 'entries' ? { validFrom: this.#question.asOf } : {};
    if (list !== 'entries') this.#withdraw((this.#net.statements.get(`${list}|${of}`) ?? []).filter((rec) => rec.scope === undefined && rec.status !== 'complete'));
    this.#add({ kind: 'completeness', id: `assumed:complete:${list}:${of}`, level: 'confirmed', ...validFrom, list, of, status: 'complete', members: members.map((rec) => this.#digest(rec)).sort() });
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
    if (way.recipe === undefined) this.#add({ kind: 'recipe', id: recipe, level: 'confirmed', output: product, use: 'in-use' });
    else {
      if (way.use === 'open') this.setUse(way, 'in-use');
      for (const rec of way.recipe) if (!on.facts.strong(rec, 'red')) this.#confirm(rec);
    }
    const part = `assumed:part:${product}`;
    this.#add({ kind: 'line', id: `assumed:line:${recipe}`, level: 'confirmed', recipe, line: 'assumed', options: [{ product: part }] });
    if (on.roles !== undefined) this.#add({ kind: 'product', id: part, level: 'confirmed', roles: [on.roles[0]!] });
    return part;
  }

  // --- conditions -------------------------------------------------------------------------------------------------

  /** Fills what is open in one way of a product, towards one side. */
  fillLocal(on: ClauseOnNetwork, product: Id, way: Way, side: Side): void {
    const opens: Open[] = [];
    on.hearLocal(product, way, opens);
    for (const open of opens) this.#fill(on, open, side, product, way);
  }

  #fill(on: ClauseOnNetwork, open: Open, side: Side, product: Id, way: Way): void {
    const want: Tri = side === 'red' ? open.red : not(open.red);
    switch (open.kind) {
      case 'field': return this.#fillField(on, open, want);
      case 'weak': return this.#fillWeak(open, want);
      case 'conflict': return this.#fillConflict(on, open, want);
      case 'list': return this.#fillList(on, open, want);
      case 'edition': return this.#fillEdition(on, open, want);
      case 'match': {
        const party = on.facts.partiesOf(open.party)[0];
        if (party !== undefined) this.#judge(party, open.entry, want === T ? 'same' : 'different');
        return;
      }
      case 'stake': return this.#fillStake(on, open, want);
      case 'above': return this.#fillAbove(on, open, want);
      case 'amount': return this.#fillAmount(on, open, way);
      case 'paper': {
        const supports = open.supports.length > 0 ? open.supports : [{ kind: 'product', id: product, level: 'confirmed' } as const];
        if (open.supports.length === 0) this.#add(supports[0]!);
        if (want !== T || !('evidence' in open.pred)) return;
        const { kind, issuer, custody } = open.pred.evidence;
        this.#add({ kind: 'evidence', id: `assumed:paper:${open.of}`, level: 'confirmed', docKind: kind[0]!, issued: this.#question.knownAt, ...(issuer && { issuer: issuer[0]! }), ...(custody && { custody: custody[0]! }), supports: [this.#digest(supports[0]!)] });
        return;
      }
      case 'question': return;
      case 'method': return; // no fact decides it
    }
  }

  #fillField(on: ClauseOnNetwork, open: Extract<Open, { kind: 'field' }>, want: Tri): void {
    const { of, field, pred } = open;
    const base = { id: of, level: 'confirmed' } as const;
    if (open.on === 'party') {
      if (field === 'names') {
        const lists = 'listed' in pred ? pred.listed : [];
        const entry = want === T ? lists.flatMap((list) => on.conditions.lists.edition(list).entries).find((listed) => listed.ids?.length) : undefined;
        return this.#add({ kind: 'party', ...base, names: entry?.names ?? [`assumed name of ${of}`], ...(entry?.ids && { ids: entry.ids }) });
      }
      const places = 'domicile' in pred ? pred.domicile : 'principalPlace' in pred ? pred.principalPlace : undefined;
      if (places !== undefined) this.#add({ kind: 'party', ...base, [field]: this.#code(on, places, want) });
      return;
    }
    if (open.on === 'facility') return this.#add({ kind: 'facility', ...base, operator: `assumed:operator:${of}` });
    if (open.on === 'product') {
      if (field === 'maker') return this.#add({ kind: 'product', ...base, maker: `assumed:maker:${of}` });
      if (field === 'hs' && 'hs' in pred) return this.#add({ kind: 'product', ...base, hs: want === T ? pred.hs[0]! : ['99', '98', '97', '96'].find((code) => !pred.hs.some((prefix) => prefix.startsWith(code) || code.startsWith(prefix))) ?? '95' });
      if (field === 'roles' && 'role' in pred) {
        const below = rolesBelow(on.net, of);
        const contained = of === on.root ? [] : below;
        this.#add({ kind: 'product', ...base, roles: want === T ? [...new Set([...below, pred.role.find((role) => below.includes(role)) ?? pred.role[0]!])].sort() : contained });
      }
      return;
    }
    this.#fillRecipe(on, open, want);
  }

  #fillRecipe(on: ClauseOnNetwork, { of, field, pred }: Extract<Open, { kind: 'field' }>, want: Tri): void {
    const known = on.net.recipes.get(of)?.[0];
    const output = known?.output ?? of;
    if (known === undefined && output !== on.root && on.facts.recipesHeld(output)) return; // it holds complete that there is none
    const id = known?.id ?? `assumed:recipe:${of}`;
    const recipe: Recipe = { kind: 'recipe', id, level: 'confirmed', output, ...(known === undefined && { use: 'in-use' as const, ...(output !== on.root && !on.net.recipesOf.get(output)?.some((group) => group[0]!.id !== id) && { sole: true as const }) }) };
    if (field === 'facility') {
      this.#add({ ...recipe, facility: `assumed:facility:${id}` });
      return this.#add({ kind: 'facility', id: `assumed:facility:${id}`, level: 'confirmed', operator: `assumed:operator:${id}` });
    }
    const places = 'madeIn' in pred ? pred.madeIn : 'allSteps' in pred ? pred.outside : undefined;
    if (places === undefined) return;
    const steps = 'madeIn' in pred ? pred.step?.slice(0, 1) : 'allSteps' in pred ? pred.allSteps : undefined;
    const facility = known === undefined ? undefined : on.net.recipes.get(of)!.find((rec) => rec.facility !== undefined)?.facility;
    if (field === 'steps') this.#add({ ...recipe, ...(steps && { steps }) });
    else if (facility !== undefined) this.#add({ kind: 'facility', id: facility, level: 'confirmed', ...(field === 'region' ? { region: this.#region(on, places, want) } : { country: this.#code(on, places, want) }) });
    else if (known?.country === undefined && placesIn(on.clause).some((named) => this.#regions(on, named).length > 0)) {
      this.#add({ ...recipe, facility: `assumed:facility:${id}`, ...(known === undefined && steps && { steps }) });
      this.#add({ kind: 'facility', id: `assumed:facility:${id}`, level: 'confirmed', country: this.#code(on, places, want), region: this.#region(on, places, want) });
    }
    else this.#add({ ...recipe, country: this.#code(on, places, want), ...(known === undefined && steps && { steps }) });
  }

  #regions(on: ClauseOnNetwork, places: Places): string[] {
    const items = typeof places === 'string' ? (on.conditions.rules.sets[places] ?? []) : places;
    return items.flatMap((item) => (typeof item === 'string' ? [] : [item.region]));
  }

  #region(on: ClauseOnNetwork, places: Places, want: Tri): string {
    return (want === T ? this.#regions(on, places)[0] : undefined) ?? 'elsewhere';
  }

  /** A country inside the places, in as many as may be of the clause's other sets too; or outside of all. */
  #code(on: ClauseOnNetwork, places: Places, want: Tri): string {
    const { sets } = on.conditions.rules;
    const codesOf = (named: typeof places): string[] => (typeof named === 'string' ? (sets[named] ?? []) : named).filter((item) => typeof item === 'string');
    const all = placesIn(on.clause).map(codesOf);
    if (want === F) return OUTSIDE.find((code) => !all.some((codes) => codes.includes(code)) && within(on.conditions, { country: code, region: '-' }, places) === F) ?? 'ZZ';
    const shared = (code: string): number => all.filter((codes) => codes.includes(code)).length;
    return codesOf(places).reduce((best, code) => (shared(code) > shared(best) ? code : best), codesOf(places)[0] ?? 'ZZ');
  }

  /** A fact too weak to count is made strong where it says what is wanted, else taken out. */
  #fillWeak({ recs, needs, value }: Extract<Open, { kind: 'weak' }>, want: Tri): void {
    if (value !== want) return this.#withdraw(recs.filter((rec) => !this.#base.facts.strong(rec, needs)).slice(-1));
    for (const rec of recs) {
      if (this.#base.facts.strong(rec, needs)) continue;
      if (needs === 'red') this.#confirm(rec);
      else this.#support(rec);
    }
    this.#on = undefined;
  }

  #fillConflict(on: ClauseOnNetwork, open: Extract<Open, { kind: 'conflict' }>, want: Tri): void {
    if (open.field === 'roles' && on.net.roleConflicts.has(open.of)) return this.#withdraw((on.net.products.get(open.of) ?? []).filter((rec) => rec.roles !== undefined));
    this.#withdraw(want === T ? open.failing : open.holding);
  }

  #fillList(on: ClauseOnNetwork, open: Extract<Open, { kind: 'list' }>, want: Tri): void {
    if (open.list === 'supplies') {
      const recorded = (on.net.suppliesOf.get(open.of) ?? []).flat();
      if (want === F && open.way?.endsWith('|-') !== true) return this.#state('supplies', open.of, recorded);
      return this.#add({ kind: 'supply', id: `assumed:supply:${open.of}`, level: 'confirmed', product: open.of, supplier: `assumed:supplier:${open.of}`, use: 'in-use' });
    }
    if (open.list !== 'materials') return;
    const groups = on.net.materialsOf.get(open.of) ?? [];
    const wanted = 'material' in open.pred ? open.pred.material : materialsIn(open.pred);
    const pulls = (substance: string): boolean => wanted.includes(substance) === (want === T);
    let left = 1_000_000 - groups.reduce((sum, group) => sum + (mergeRanges(group.map((rec) => rec.massPpm))?.lo ?? 0), 0);
    for (const group of groups) {
      const range = mergeRanges(group.map((rec) => rec.massPpm))!;
      const more = pulls(group[0]!.substance) ? Math.max(0, Math.min(left, range.hi - range.lo)) : 0;
      left -= more;
      if (range.lo !== range.hi) this.#add({ kind: 'material', id: group[0]!.id, level: 'confirmed', product: open.of, substance: group[0]!.substance, massPpm: { lo: range.lo + more, hi: range.lo + more } });
      else for (const rec of group) if (!on.facts.strong(rec, 'red')) this.#confirm(rec);
    }
    if (on.facts.held('materials', open.of) === undefined && left > 0) {
      const substance = want === T ? wanted.find((name) => !groups.some((group) => group[0]!.substance === name)) : 'assumed substance';
      if (substance !== undefined) this.#add({ kind: 'material', id: `assumed:material:${open.of}:${substance}`, level: 'confirmed', product: open.of, substance, massPpm: { lo: left, hi: left } });
    }
  }

  #fillEdition(on: ClauseOnNetwork, open: Extract<Open, { kind: 'edition' }>, want: Tri): void {
    const edition = on.conditions.lists.edition(open.of);
    const entries = on.net.listings.get(open.of) ?? [];
    if (want === F) return this.#state('entries', open.of, entries);
    if (open.party === '') return;
    // An entry for the party as it is known: by its number, else by its name and a judgement.
    const known = on.facts.partiesOf(open.party);
    const ids = known.flatMap((party) => party.ids ?? []).slice(0, 1);
    const named = known.find((party) => party.names?.length);
    if (ids.length === 0 && named === undefined) return;
    const entry: Listing = { kind: 'listing', id: `assumed:entry:${open.of}:${open.party}`, level: 'confirmed', list: open.of, ...(ids.length > 0 ? { ids } : { names: named!.names!.slice(0, 1) }), scope: 'self' };
    this.#add(entry);
    if (ids.length === 0) this.#judge(named!, entry, 'same');
    if (edition.statement?.status === 'complete') this.#state('entries', open.of, [...entries, entry]);
  }

  #judge(party: Rec, entry: Listing, says: 'same' | 'different'): void {
    this.#add({ kind: 'judgement', id: `assumed:judgement:${party.id}:${entry.id}`, level: 'confirmed', left: this.#digest(party), right: this.#digest(entry), says, by: 'assumed' });
  }

  /** The gap goes to one new owner, and every band to its end, so that the party is caught, or free; nobody else has a right of control. */
  #fillStake(on: ClauseOnNetwork, open: Extract<Open, { kind: 'stake' }>, want: Tri): void {
    const name = 'owned' in open.pred ? open.pred.owned : 'listed' in open.pred ? (open.pred.closure ?? 'OWN50_CASCADE') : '';
    const rules = [...(OWNERSHIP_TESTS.get(name)?.catches ?? []), ...(want === F ? (OWNERSHIP_TESTS.get(name)?.passes ?? []) : [])];
    const asked = new Set(rules.flatMap((rule) => ('measure' in rule ? [rule.measure] : [])));
    const measures = want === T ? [...asked].slice(0, 1) : [...asked]; // one is enough to be caught
    const controls = want === F && rules.some((rule) => 'control' in rule);
    const groups = on.net.ownersOf.get(open.of) ?? [];
    const pulls = groups.map((group) => {
      const value = on.conditions.owners.value(open.atom, open.sign, on.net.classes.of(group[0]!.owner));
      return value === U || value === want;
    });
    // Beside a statement of the owners, of all or of the large ones, no owner is added.
    const full = on.net.classes.members(open.of).some((id) => on.facts.held('owners', id) !== undefined || on.facts.heldAbove(id, 'clear'));
    const told = groups.map((): Partial<Record<Measure, RangePpm>> & { control?: 'none' } => ({}));
    const gaps: Partial<Record<Measure, RangePpm>> = {};
    for (const measure of measures) {
      const ranges = groups.map((group) => mergeRanges(group.flatMap((rec) => rec[measure] ?? [])) ?? { lo: 0, hi: 1_000_000 });
      let left = 1_000_000 - ranges.reduce((sum, { lo }) => sum + lo, 0);
      if (left < 0) return;
      for (const first of [true, false])
        groups.forEach((_, i) => {
          const { lo, hi } = ranges[i]!;
          if (pulls[i] !== first) return;
          const more = CLOSES[measure] && (first || full) ? Math.max(0, Math.min(left, hi - lo)) : 0;
          left -= more;
          if (lo !== hi) told[i]![measure] = { lo: lo + more, hi: lo + more };
        });
      if (left > 0 && CLOSES[measure]) gaps[measure] = { lo: left, hi: left };
    }
    groups.forEach((group, i) => {
      const { id, owner, asset } = group[0]!;
      if (controls && group.every((rec) => rec.control === undefined)) told[i]!.control = 'none';
      if (Object.keys(told[i]!).length > 0) this.#add({ kind: 'ownership', id, level: 'confirmed', owner, asset, ...told[i] });
      else for (const rec of group) if (!on.facts.strong(rec, want === open.red ? 'red' : 'clear')) want === open.red ? this.#confirm(rec) : this.#support(rec);
    });
    this.#on = undefined;
    if (full) return;
    const added: Ownership[] = [];
    if (Object.keys(gaps).length > 0) {
      const owner = `assumed:owner:${want === T ? 'caught' : 'free'}:${open.of}`;
      this.#add({ kind: 'party', id: owner, level: 'confirmed', partyKind: want === F ? 'person' : 'company' });
      added.push({ kind: 'ownership', id: `assumed:stake:${open.of}`, level: 'confirmed', owner, asset: open.of, ...gaps, ...(controls && { control: 'none' as const }) });
      this.#add(added[0]!);
    }
    // Boards, debts and rights of control close by no sum: only a statement says that there is nobody else.
    if (want === F && (controls || measures.some((measure) => !CLOSES[measure]))) this.#state('owners', open.of, [...groups.flat(), ...added]);
  }

  /** Above the subject: one node that surely shows, with a sure path to it; or every node acquitted, and its lists closed. */
  #fillAbove(on: ClauseOnNetwork, open: Extract<Open, { kind: 'above' }>, want: Tri): void {
    const { reach, of, local } = open;
    const from = reach.visited(of);
    if (want !== open.shows) {
      for (const name of from.keys()) {
        const node = reach.node(name);
        for (const way of reach.countedWays(node)) if (way.b !== F && (way.way.recipe !== undefined || way.way.raw)) this.#fillHeard(on, local, name, way.way, F);
        this.closeLists(on, name, T, reach.locallyClear(node) && !reach.founded.has(name), (product, way) => local(product, way));
        if (open.steps !== undefined) this.#showSteps(on, name, open.steps);
      }
      return;
    }
    const target = [...from.keys()].find((name) => reach.node(name).ways.some((way) => way.b === T)) ?? [...from.keys()].find((name) => reach.countedWays(reach.node(name)).some((way) => way.b === U));
    if (target === undefined) {
      const loose = [...from.keys()].find((name) => reach.countedWays(reach.node(name)).some((way) => !way.held));
      if (loose !== undefined) {
        this.#pathWithin(on, reach, from, loose);
        this.addPart(on, loose, true);
      }
      return;
    }
    this.#pathWithin(on, reach, from, target);
    const ways = reach.countedWays(reach.node(target));
    const shown = ways.find((way) => way.b === T);
    if (shown !== undefined) {
      if (shown.use === 'open') this.setUse(shown.way, 'in-use');
      return;
    }
    const way = ways.find((candidate) => candidate.b === U && candidate.way.recipe !== undefined) ?? ways.find((candidate) => candidate.b === U);
    if (way !== undefined) this.#fillHeard(on, local, target, way.way, T);
  }

  #pathWithin(on: ClauseOnNetwork, reach: Reach, from: ReadonlyMap<NodeName, NodeName | undefined>, target: NodeName): void {
    for (let child = target, parent = from.get(target); parent !== undefined; child = parent, parent = from.get(parent)) this.#makeHop(on, reach, parent, child);
  }

  /** Fills what a local value inside a walk hears, so that the finding takes the wanted value. */
  #fillHeard(on: ClauseOnNetwork, local: (product: Id, way: Way) => Tri, product: Id, way: Way, want: Tri): void {
    const heard: Open[] = [];
    on.conditions.hear = heard;
    local(product, way);
    on.conditions.hear = undefined;
    // `red` of a heard item is the value that makes its whole condition true under its own sign.
    for (const open of heard) this.#fill(on, open, want === T ? 'red' : 'clear', product, way);
  }

  #showSteps(on: ClauseOnNetwork, product: Id, steps: readonly string[]): void {
    for (const group of on.net.recipesOf.get(product) ?? []) if (group.every((rec) => rec.steps === undefined)) this.#add({ kind: 'recipe', id: group[0]!.id, level: 'confirmed', output: product, steps });
  }

  #fillAmount(on: ClauseOnNetwork, open: Extract<Open, { kind: 'amount' }>, way: Way): void {
    if (way.recipe === undefined) return this.#add({ kind: 'recipe', id: `assumed:recipe:${open.of}`, level: 'confirmed', output: open.of, use: 'in-use' });
    const recipe = way.recipe[0]!.id;
    if (on.facts.held('components', recipe) === undefined) return this.#state('components', recipe, (on.net.linesOf.get(recipe) ?? []).flat());
  }
}

/** All places that a clause names. */
function placesIn(clause: { readonly redIf: Pred; readonly unless?: readonly { readonly when?: Pred }[] }): (string | readonly (string | { readonly region: string })[])[] {
  const found: (string | readonly (string | { readonly region: string })[])[] = [];
  const visit = (pred: Pred): void => {
    if ('all' in pred) pred.all.forEach(visit);
    else if ('any' in pred) pred.any.forEach(visit);
    else if ('not' in pred) visit(pred.not);
    else if ('madeIn' in pred) found.push(pred.madeIn);
    else if ('allSteps' in pred) found.push(pred.outside);
    else if ('domicile' in pred) found.push(pred.domicile);
    else if ('principalPlace' in pred) found.push(pred.principalPlace);
    else if ('maker' in pred) visit(pred.maker);
    else if ('supplier' in pred) visit(pred.supplier);
    else if ('operator' in pred) visit(pred.operator);
    else if ('ancestor' in pred) visit(pred.ancestor);
    else if ('owned' in pred) visit(pred.by);
    else if ('share' in pred) visit(pred.where);
  };
  visit(clause.redIf);
  for (const { when } of clause.unless ?? []) if (when !== undefined) visit(when);
  return found;
}

function materialsIn(pred: Pred): readonly string[] {
  if ('material' in pred) return pred.material;
  if ('share' in pred) return materialsIn(pred.where);
  if ('all' in pred) return pred.all.flatMap(materialsIn);
  if ('any' in pred) return pred.any.flatMap(materialsIn);
  return [];
}
