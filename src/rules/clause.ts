/**
 * One clause over one network: who is red, who is open, and the certificate for each (docs/semantics.md 5, 9). Everything
 * is computed once and drawn from by subject, so the whole is linear in what the walk reaches.
 */
import { F, not, T, U, type Tri, type Verdict } from '../base/verdict.ts';
import type { Network } from '../model/network.ts';
import type { Id, Product } from '../model/record.ts';
import { Conditions } from '../select/evaluate.ts';
import { type Leaned, leanedOnNothing, type LeanKind, type Rules } from '../select/reading.ts';
import type { Exemption, Open } from '../select/open.ts';
import type { Pred, Question } from '../select/predicate.ts';
import { counted, type Direction, Facts, someInUse, type Way } from '../trace/facts.ts';
import { Reach, type NodeName, type WalkRules } from '../trace/reach.ts';
import type { Clear, Dead, Missing, Red, Sets } from './grounds.ts';
import { missingOf } from './missing.ts';
import type { Clause, Floor, Rulebook, Unless, Version } from './rulebook.ts';

const NOWHERE: Way = { id: '-|-', raw: false, use: 'in-use' };

export class ClauseOnNetwork {
  readonly clause: Clause;
  readonly net: Network;
  readonly root: Id;
  readonly facts: Facts;
  readonly conditions: Conditions;
  readonly redIf: Pred;
  readonly #roles: readonly string[] | undefined;
  readonly #materials: readonly string[] | undefined;
  readonly #walkRules: WalkRules;
  /** In force on the day, each with its place. */
  readonly #exemptions: readonly (readonly [number, Unless])[];
  readonly #byRecipe: boolean;
  /** Does any condition rest on a fixed point? */
  readonly #leans: boolean;
  /** Of ways as `facts` made them, each of one product. */
  readonly #locals = new Map<Way, Tri>();
  readonly #ofRole = new Map<Id, Tri>();
  /** `lean`: the certificate that holds already what it leans on. */
  readonly #ofRoots = new Map<number, { readonly value: Tri; readonly open: Exemption; readonly lean: Leaned | undefined }>();
  #reach: Reach | undefined;
  #exempted = false;

  /** `facts`: shared by clauses of one floor; made where absent. */
  constructor(net: Network, question: Question, rulebook: Rulebook, version: Version, clause: Clause, facts?: Facts) {
    this.clause = clause;
    this.net = net;
    this.root = question.product;
    this.facts = facts ?? new Facts(net, question.product, question.bom, floorOf(clause, rulebook));
    this.conditions = new Conditions(this.facts, question, rulesOf(rulebook, version));
    this.redIf = redIfOf(clause);
    const components = typeof clause.for === 'object' && 'components' in clause.for ? clause.for.components : undefined;
    this.#roles = components?.roles;
    this.#materials = components?.materials;
    this.#byRecipe = !mentionsSupply(this.redIf) && !(clause.unless ?? []).some((unless) => unless.shown?.about === 'facility' || (unless.when !== undefined && mentionsSupply(unless.when)));
    this.#leans = [this.redIf, ...(clause.unless ?? []).flatMap(({ when }) => when ?? [])].some(leans) || this.#materials !== undefined;
    this.#exemptions = [...(clause.unless ?? []).entries()].filter(([, { from, to }]) => (from === undefined || from <= net.asOf) && (to === undefined || net.asOf < to));
    const reading = clause.reading ?? 'exposure';
    const shared = { local: (product: Id, way: Way) => this.local(product, way), roles: this.#roles, showing: 'red', acquitting: 'clear', reading, anySupplier: this.#byRecipe } as const;
    const walk = components?.walk;
    this.#walkRules = {
      ...shared,
      expand: walk === undefined ? () => F : (product) => this.#expand(product, walk),
      ...(typeof walk === 'object' && { tiers: walk.tiers, sameMaker: (from: Id, to: Id) => this.#sameMaker(from, to) }),
    };
  }

  get reach(): Reach {
    this.#reach ??= new Reach(this.facts, this.#walkRules, this.root);
    return this.#reach;
  }

  #metFrom: ReadonlyMap<NodeName, NodeName | undefined> | undefined;
  /** What the walk from the root meets, with the node it was first met from. */
  get #met(): ReadonlyMap<NodeName, NodeName | undefined> {
    this.#metFrom ??= this.reach.visited(this.rootName);
    return this.#metFrom;
  }

  get rootName(): NodeName {
    return this.reach.name(this.root, 0);
  }

  /** No product could be red, whatever is recorded: the clause asks for nothing. */
  get vacuous(): boolean {
    return this.conditions.value(this.redIf, 1, { product: '', way: NOWHERE }, '/redIf') === F;
  }

  /** v and e of section 5.3 in one value: min(role, material, redIf, not exempt). Heard by `conditions.hear`. */
  local(product: Id, way: Way): Tri {
    if (this.conditions.hear || this.conditions.lean) return this.#readLocal(product, way);
    let value = this.#locals.get(way);
    if (value === undefined) this.#locals.set(way, (value = this.#readLocal(product, way)));
    return value;
  }

  #readLocal(product: Id, way: Way): Tri {
    const { conditions } = this;
    if (product === this.root && (this.#roles !== undefined || this.#materials !== undefined)) return F;
    const heard = conditions.hear?.length ?? 0;
    let value = this.#role(product);
    if (value !== F && this.#materials !== undefined) value = Math.min(value, conditions.material(product, this.#materials, undefined, 1)) as Tri;
    if (value !== F) value = Math.min(value, conditions.value(this.redIf, 1, { product, way }, '/redIf')) as Tri;
    if (value !== F) {
      const exempt = this.#exempt(product, way);
      if (exempt === T) this.#exempted = true;
      value = Math.min(value, not(exempt)) as Tri;
    }
    if (value !== U && conditions.hear) conditions.hear.length = heard;
    return value;
  }

  /** Has the product a role that is asked? Kept, while nobody listens. */
  #role(product: Id): Tri {
    if (this.#roles === undefined) return T;
    if (this.conditions.hear || this.conditions.lean) return this.conditions.role(product, this.#roles, 1);
    let value = this.#ofRole.get(product);
    if (value === undefined) this.#ofRole.set(product, (value = this.conditions.role(product, this.#roles, 1)));
    return value;
  }

  #exempt(product: Id, way: Way): Tri {
    let exempt: Tri = F;
    for (const [i, unless] of this.#exemptions) exempt = Math.max(exempt, unless.of === 'root' ? this.#ofRoot(unless, i) : this.#applies(unless, i, product, way)) as Tri;
    return exempt;
  }

  #applies({ shown, when }: Unless, i: number, product: Id, way: Way): Tri {
    if (shown !== undefined && !this.conditions.shown(shown, { product, way })) return F;
    return when === undefined ? T : this.conditions.value(when, -1, { product, way }, `/unless/${i}/when`);
  }

  /** Of the product of the question: T if for each of its counted ways, F if for each. Every subject asks, so it is kept with what it hears. */
  #ofRoot(unless: Unless, i: number): Tri {
    const { conditions } = this;
    let kept = this.#ofRoots.get(i);
    if (kept === undefined || (conditions.lean !== undefined && kept.lean !== conditions.lean)) {
      const outer = conditions.hear;
      const opens: Open[] = [];
      conditions.hear = opens;
      kept = { value: this.#overRoot((way) => this.#applies(unless, i, this.root, way)), open: { kind: 'exemption', at: `/unless/${i}`, inner: opens, red: F }, lean: conditions.lean };
      conditions.hear = outer;
      this.#ofRoots.set(i, kept);
    }
    if (kept.value === U) conditions.hear?.push(kept.open);
    return kept.value;
  }

  #overRoot(value: (way: Way) => Tri): Tri {
    const over = (direction: 'clear' | 'red', wanted: Tri): boolean => this.facts.ways(this.root, direction).filter((way) => counted(way.use, this.clause.reading ?? 'exposure')).every((way) => value(way) === wanted);
    return over('clear', T) ? T : over('red', F) ? F : U;
  }

  #expand(product: Id, walk: 'bought' | 'all' | { readonly tiers: number }): Tri {
    if (product === this.root) return T;
    if (this.#role(product) === F) return F;
    return walk === 'bought' ? this.#sameMaker(this.root, product) : T; // under tiers the depth decides
  }

  /** Section 5.2: surely one maker, surely two, or open. Both makers have to be known for it. */
  #sameMaker(from: Id, to: Id): Tri {
    const { classes } = this.net;
    const here = this.#onlyMaker(from);
    const [own, there] = [from, to].map((id) => (this.net.products.get(id) ?? []).filter((rec) => rec.maker !== undefined)) as [Product[], Product[]];
    if (here === undefined || there.length === 0) return U;
    const strong = (direction: Direction): boolean => [own, there].every((records) => records.some((rec) => this.facts.strong(rec, direction)));
    if (there.every((rec) => classes.of(rec.maker!) === here)) return !classes.conflicts.has(here) && strong('red') ? T : U;
    return there.every((rec) => classes.of(rec.maker!) !== here) && strong('clear') ? F : U;
  }

  #onlyMaker(product: Id): Id | undefined {
    const makers = (this.net.products.get(product) ?? []).flatMap((rec) => (rec.maker === undefined ? [] : [this.net.classes.of(rec.maker)]));
    return makers.every((maker) => maker === makers[0]) ? makers[0] : undefined;
  }

  // --- outcomes ---------------------------------------------------------------------------------------------------

  /** Was some subject cleared by an exemption alone? Known after the walk. */
  get exempted(): boolean {
    return this.#exempted;
  }

  /** Does any visited node have a role that is asked, or may have? */
  get hasSubject(): boolean {
    if (this.#roles === undefined && this.#materials === undefined) return true;
    for (const name of this.#met.keys()) {
      const { product } = this.reach.node(name);
      if (product !== this.root && (this.#roles === undefined || this.conditions.role(product, this.#roles, 1) !== F)) return true;
    }
    return false;
  }

  /** Expected roles that no surely present component has. */
  unmetExpectations(): string[] {
    return (this.clause.expects ?? []).filter((role) => !this.expectation(role).bad.has(this.rootName));
  }

  readonly #expectations = new Map<string, Reach>();
  expectation(role: string): Reach {
    let reach = this.#expectations.get(role);
    if (reach === undefined) this.#expectations.set(role, (reach = this.#expect(role)));
    return reach;
  }

  #expect(role: string): Reach {
    return new Reach(this.facts, { ...this.#walkRules, reading: 'exposure', showing: 'clear', anySupplier: true, local: (product) => (product === this.root ? F : this.conditions.role(product, [role], -1)) }, this.root);
  }

  verdict(): Verdict {
    if (this.vacuous) return 'clear';
    const { reach, rootName } = this;
    if (this.clause.reading === 'independence') {
      if (reach.choosable().has(rootName)) return this.unmetExpectations().length === 0 ? 'clear' : 'unknown';
      return reach.dead().includes(rootName) ? 'red' : 'unknown';
    }
    if (reach.bad.has(rootName)) return 'red';
    for (const name of this.#met.keys()) if (!reach.isClear(reach.node(name))) return 'unknown';
    return this.unmetExpectations().length === 0 ? 'clear' : 'unknown';
  }

  /** Exposure: subjects that are red (docs/semantics.md 5.4), each with what proves it: the subject first, the root last. */
  redSubjects(): Map<Id, NodeName[]> {
    const { reach, rootName } = this;
    const found = new Map<Id, NodeName[]>();
    if (!reach.bad.has(rootName)) return found;
    const from = this.convicted;
    for (const name of from.keys()) {
      const { product } = reach.node(name);
      if (!found.has(product) && this.shows(name)) found.set(product, this.#conviction(name, from));
    }
    return found;
  }

  #convicted: ReadonlyMap<NodeName, NodeName | undefined> | undefined;
  get convicted(): ReadonlyMap<NodeName, NodeName | undefined> {
    this.#convicted ??= this.reach.convicted(this.rootName);
    return this.#convicted;
  }

  /** Is the node red by itself, wherever it is used? */
  shows(name: NodeName): boolean {
    return someInUse(this.reach.node(name).showing, (way) => way.use, 'exposure', (way) => way.b === T);
  }

  /** The nodes from a subject to the root, and what makes bad the others of every group on the way; each after what it rests on. */
  #conviction(subject: NodeName, from: ReadonlyMap<NodeName, NodeName | undefined>): NodeName[] {
    const { reach, rootName } = this;
    const rank = this.#rank();
    const needed = new Set<NodeName>([subject]);
    for (let name = subject, parent = from.get(name); parent !== undefined; name = parent, parent = from.get(name)) {
      needed.add(parent);
      const node = reach.node(parent);
      const hop = [...reach.hops(node)].find(({ claims }) => claims.some(({ shown }) => shown === name))!;
      const group = hop.option.use === 'in-use' ? [hop.option] : hop.line.options.filter(({ use }) => use === 'open');
      for (const { claims } of group) for (const { shown } of claims) if (hop.option.use !== 'in-use' || hop.claims.length > 1) needed.add(shown);
      if (hop.way.use !== 'in-use') for (const other of this.#restsOn(parent, rank, Number.POSITIVE_INFINITY)) needed.add(other);
    }
    for (const name of needed) for (const other of this.#restsOn(name, rank)) needed.add(other); // grows while it is gone through
    const inOrder = [...needed].filter((name) => name !== subject).sort((a, b) => rank.get(a)! - rank.get(b)!);
    return [subject, ...inOrder, ...(inOrder.at(-1) === rootName || (subject === rootName && inOrder.length === 0) ? [] : [rootName])];
  }

  #ranks: ReadonlyMap<NodeName, number> | undefined;
  #rank(): ReadonlyMap<NodeName, number> {
    this.#ranks ??= new Map([...this.reach.bad].map((name, i) => [name, i]));
    return this.#ranks;
  }

  /** Earlier nodes that together make this one bad; none where it shows for itself. */
  #restsOn(name: NodeName, rank: ReadonlyMap<NodeName, number>, own = rank.get(name)!): NodeName[] {
    const { reach } = this;
    if (own !== Number.POSITIVE_INFINITY && this.shows(name)) return [];
    const earlier = { has: (other: NodeName): boolean => (rank.get(other) ?? Number.POSITIVE_INFINITY) < own };
    const rests: NodeName[] = [];
    for (const way of reach.node(name).showing) {
      const line = way.b === T ? undefined : way.lines.find((candidate) => reach.badLine(candidate, earlier));
      const options = line?.options.filter((option) => option.claims.every((claim) => earlier.has(claim.shown))) ?? [];
      const single = options.find((option) => option.use === 'in-use');
      for (const option of single ? [single] : options) for (const claim of option.claims) rests.push(claim.shown);
    }
    return rests;
  }

  /** Exposure: visited nodes that are not clear, breadth first, and the root where an expected part is not shown. */
  openSubjects(reds: ReadonlySet<Id>): NodeName[] {
    const { reach, rootName } = this;
    const seen = new Set<Id>(reds);
    const found: NodeName[] = [];
    const loops: NodeName[] = [];
    for (const name of this.#met.keys()) {
      const node = reach.node(name);
      if (reach.isClear(node)) continue;
      if (reach.locallyClear(node)) loops.push(name);
      else if (!seen.has(node.product)) {
        seen.add(node.product);
        found.push(name);
      }
    }
    // What rests on something open is unfounded by that alone; a loop stands for itself only where nothing else is open.
    const last = loops.at(-1);
    if (found.length === 0 && last !== undefined && !seen.has(reach.node(last).product)) found.push(last);
    if (!seen.has(this.root) && !found.includes(rootName) && this.unmetExpectations().length > 0) found.push(rootName);
    return found;
  }

  /** What would have to be known to decide a node: of its own, and the exemptions of the whole product that are open. `expected`: parts that the clause expects and nothing shows. */
  missingAt(name: NodeName, expected: readonly Missing[] = name === this.rootName ? this.#missingParts() : []): { readonly missing: readonly Missing[]; readonly unless: readonly Exemption[] } {
    const { reach, net } = this;
    const node = reach.node(name);
    const opens = this.opensAt(name);
    const unless = [...new Set(opens.filter((open) => open.kind === 'exemption'))];
    const unfounded: Missing[] = reach.founded.has(name) || !reach.locallyClear(node) ? [] : [{ kind: 'unfounded', of: node.product }];
    const missing = [...missingOf(opens.filter((open) => open.kind !== 'exemption'), net), ...unfounded, ...expected];
    return { missing: missing.length + unless.length > 0 ? missing : [{ kind: 'field', of: node.product, field: 'use' }], unless };
  }

  /** Independence: all that is open anywhere. */
  missingOfChoice(): Missing[] {
    const { reach, net } = this;
    const opens = missingOf([...reach.nodes.keys()].flatMap((name) => this.opensAt(name)), net);
    const loops = [...reach.nodes.values()].filter((node) => !reach.founded.has(node.name) && reach.locallyClear(node)).slice(-1);
    return [...opens, ...loops.map((node): Missing => ({ kind: 'unfounded', of: node.product })), ...this.#missingParts()];
  }

  #missingParts(): Missing[] {
    return this.unmetExpectations().map((role) => ({ kind: 'expects', of: this.root, field: role }));
  }

  /** A visited node, the one that it was first met from, and so on to the root. */
  *upFrom(name: NodeName): Iterable<NodeName> {
    const from = this.#met;
    for (let at: NodeName | undefined = name; at !== undefined; at = from.get(at)) yield at;
  }

  /** What leaves a node open: conditions on its ways, the ways nobody recorded, the lists that are asked for. */
  opensAt(name: NodeName): Open[] {
    const node = this.reach.node(name);
    const opens: Open[] = [];
    const list = (list: 'components' | 'recipes', of: Id, way: string): Open => ({ kind: 'list', list, of, roles: this.#roles, pred: this.redIf, direction: 'clear', way, red: T });
    const ways = this.reach.countedWays(node);
    for (const way of ways) {
      const unrecorded = way.way.recipe === undefined && ways.some((other) => other.way.recipe !== undefined);
      if (unrecorded && (way.b !== F || node.expand !== F)) opens.push(list('recipes', node.product, way.way.id));
      if (unrecorded) continue;
      if (way.b === U) this.hearLocal(node.product, way.way, opens);
      if (way.b === T && way.use === 'open') opens.push({ kind: 'field', on: 'recipe', of: way.way.recipe?.[0]!.id ?? node.product, field: 'use', pred: this.redIf, way: way.way.id, red: T });
      if (node.expand !== F && !this.reach.acquitted(way)) opens.push(list('components', way.way.recipe?.[0]!.id ?? node.product, way.way.id));
    }
    return opens;
  }

  hearLocal(product: Id, way: Way, opens: Open[]): Tri {
    this.conditions.hear = opens;
    const value = this.#readLocal(product, way);
    this.conditions.hear = undefined;
    return value;
  }

  get roles(): readonly string[] | undefined {
    return this.#roles;
  }

  get walkRules(): WalkRules {
    return this.#walkRules;
  }

  // --- certificates -----------------------------------------------------------------------------------------------

  redBody(path: readonly NodeName[]): Red {
    return { path, sets: this.#lean(path) };
  }

  clearBody(): Clear {
    if (this.vacuous) return { visited: [], sets: { caught: {}, free: {} } };
    const { reach } = this;
    const met = this.#met;
    const visited = this.clause.reading === 'independence' ? [...reach.choosable()] : [...reach.founded].filter((name) => met.has(name));
    const sets = this.#lean(visited);
    const caught: Record<string, readonly Id[]> = { ...sets.caught };
    this.clause.expects?.forEach((role, i) => {
      caught[`/expects/${i}`] = [...this.expectation(role).bad];
    });
    return { visited, sets: { ...sets, caught } };
  }

  deadBody(): Dead {
    const dead = this.reach.dead();
    return { dead, founded: [...this.reach.surelyFounded()], sets: this.#lean(dead) };
  }

  #lean(names: readonly NodeName[]): Sets {
    return this.leanOn(names.map((name) => this.reach.node(name).product));
  }

  /** The members of fixed points that the values of these products' ways lean on. */
  leanOn(products: readonly Id[]): Sets {
    if (!this.#leans) return { caught: {}, free: {} };
    const lean = leanedOnNothing();
    this.conditions.lean = lean;
    const ways = (product: Id): ReadonlySet<readonly Way[]> => new Set((['clear', 'red'] as const).map((direction) => (this.#byRecipe ? this.facts.kinds(product, direction) : this.facts.ways(product, direction)))); // often the same
    for (const product of new Set(products)) for (const kinds of ways(product)) for (const way of kinds) if (way.use !== 'known') this.#readLocal(product, way);
    this.conditions.lean = undefined;
    const stored = (kind: LeanKind): Readonly<Record<string, readonly Id[]>> =>
      Object.fromEntries([...lean[kind]].sort(byName).map(([at, members]) => [at, this.conditions.inOrder(kind, at, members)]));
    const open = (['uncaught', 'unfree', 'unstarted'] as const).filter((kind) => lean[kind].size > 0);
    return { caught: stored('caught'), free: stored('free'), ...Object.fromEntries(open.map((kind) => [kind, stored(kind)])) };
  }
}

/** A clause's own floor replaces the rulebook's, whole. */
export function floorOf(clause: Clause, rulebook: Rulebook): Floor {
  return clause.floor ?? rulebook.floor ?? {};
}

export function rulesOf(rulebook: Rulebook, version: Version): Rules {
  return { sets: { ...rulebook.sets, ...version.sets }, lists: rulebook.lists ?? {} };
}

/** `for: parties` is `for: product` with the condition on each of them. */
function redIfOf(clause: Clause): Pred {
  if (typeof clause.for !== 'object' || !('parties' in clause.for)) return clause.redIf;
  return { any: clause.for.parties.map((party) => (party === 'maker' ? { maker: clause.redIf } : { supplier: clause.redIf })) };
}

function leans(pred: Pred): boolean {
  if ('all' in pred) return pred.all.some(leans);
  if ('any' in pred) return pred.any.some(leans);
  if ('not' in pred) return leans(pred.not);
  for (const side of ['maker', 'supplier', 'operator'] as const) if (side in pred) return leans((pred as Record<typeof side, Pred>)[side]);
  return !('role' in pred || 'hs' in pred || 'madeIn' in pred || 'domicile' in pred || 'principalPlace' in pred || 'date' in pred || 'act' in pred || 'buyer' in pred || 'purpose' in pred);
}

function mentionsSupply(pred: Pred): boolean {
  if ('all' in pred) return pred.all.some(mentionsSupply);
  if ('any' in pred) return pred.any.some(mentionsSupply);
  if ('not' in pred) return mentionsSupply(pred.not);
  if ('share' in pred) return mentionsSupply(pred.where);
  if ('category' in pred) return true; // an entry's own condition may
  return 'supplier' in pred || 'operator' in pred || ('evidence' in pred && pred.evidence.about === 'facility');
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
