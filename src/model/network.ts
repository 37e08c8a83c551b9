/**
 * The network of one day: a pure function of a record set, `asOf` and `knownAt` (docs/semantics.md 1). Records are
 * grouped by key and indexed by what they speak of; parties judged the same are one class. Nothing is guessed and
 * nothing is lost: contradictory records stand side by side and are read together.
 * O(records) but for the containment of roles, which is O(lines x distinct roles).
 */
import { canonical, type Sha256 } from '../base/canonical.ts';
import { issue, NonredError } from '../base/issue.ts';
import { push } from '../base/multimap.ts';
import { digestOf } from './digest.ts';
import { keyOf } from './key.ts';
import type { Completeness, Day, Demand, Digest, Evidence, Facility, Id, Inventory, Judgement, Kind, Line, Listing, Material, Ownership, Party, Product, Rec, Recipe, Supply } from './record.ts';

/** Records of one key. */
export type Group<R extends Rec> = readonly R[];

export interface Network {
  readonly asOf: Day;
  readonly knownAt: Day;
  readonly sha256: Sha256;
  /** By digest. */
  readonly records: Lookup<Rec>;
  /** Digests of the records in force, sorted; of an overlay, the base's. */
  readonly digests: readonly Digest[];
  readonly parties: Lookup<Group<Party>>;
  readonly facilities: Lookup<Group<Facility>>;
  readonly products: Lookup<Group<Product>>;
  readonly recipes: Lookup<Group<Recipe>>;
  /** By output, a group a recipe id. */
  readonly recipesOf: Lookup<readonly Group<Recipe>[]>;
  /** By recipe, a group a line. */
  readonly linesOf: Lookup<readonly Group<Line>[]>;
  /** By product, a group a supply id. */
  readonly suppliesOf: Lookup<readonly Group<Supply>[]>;
  /** By product, a group a substance. */
  readonly materialsOf: Lookup<readonly Group<Material>[]>;
  /** By class of the asset, a group a pair of recorded ids. */
  readonly ownersOf: Lookup<readonly Group<Ownership>[]>;
  readonly evidenceFor: Lookup<readonly Evidence[]>;
  /** By digest of a party or listing record. */
  readonly judgementsOn: Lookup<readonly Judgement[]>;
  /** By `list|of`. */
  readonly statements: Lookup<readonly Completeness[]>;
  readonly listings: Lookup<readonly Listing[]>;
  /** By product, a group a demand id. */
  readonly demandsOf: Lookup<readonly Group<Demand>[]>;
  /** By product, a group a place. */
  readonly inventoriesOf: Lookup<readonly Group<Inventory>[]>;
  /** By product: recipes with a line that names it. */
  readonly usedIn: Lookup<readonly Id[]>;
  readonly classes: Classes;
  /** Products whose recorded roles lack one that is recorded below. */
  readonly roleConflicts: ReadonlySet<Id>;
}
export interface Lookup<V> { get(key: string): V | undefined }
export interface Classes {
  /** The class of a party: the smallest id in it. */
  of(party: Id): Id;
  members(cls: Id): readonly Id[];
  readonly conflicts: ReadonlySet<Id>;
}

/** `evidence issued after knownAt`, records out of force, replaced or withdrawn are left out. Throws NonredError `record/contradiction`. */
export function buildNetwork(records: readonly Rec[], asOf: Day, knownAt: Day, root: Id, sha256: Sha256): Network {
  const inForce = recordsInForce(records, asOf, knownAt, sha256);
  const net = {
    asOf, knownAt, sha256, records: inForce, digests: [...inForce.keys()].sort(), classes: joinClasses(inForce),
    parties: new Map<string, Party[]>(), facilities: new Map<string, Facility[]>(), products: new Map<string, Product[]>(), recipes: new Map<string, Recipe[]>(),
    recipesOf: new Map<string, Recipe[][]>(), linesOf: new Map<string, Line[][]>(), suppliesOf: new Map<string, Supply[][]>(),
    materialsOf: new Map<string, Material[][]>(), ownersOf: new Map<string, Ownership[][]>(), evidenceFor: new Map<string, Evidence[]>(),
    judgementsOn: new Map<string, Judgement[]>(), statements: new Map<string, Completeness[]>(), listings: new Map<string, Listing[]>(), demandsOf: new Map<string, Demand[][]>(), inventoriesOf: new Map<string, Inventory[][]>(),
    usedIn: new Map<string, Id[]>(), roleConflicts: new Set<Id>(),
  };
  const groups = new Map<Kind, Map<string, Rec[]>>();
  for (const rec of inForce.values()) {
    let ofKind = groups.get(rec.kind);
    if (ofKind === undefined) groups.set(rec.kind, (ofKind = new Map()));
    push(ofKind, KEYED_BY_ID.has(rec.kind) ? rec.id : keyOf(rec), rec);
  }
  for (const ofKind of groups.values())
    for (const group of ofKind.values()) {
      sortBy(group, (rec) => digestOf(rec, sha256));
      index(net, group);
    }
  // Where several groups stand side by side, their order is that of their keys and not of the import.
  for (const table of [net.recipesOf, net.linesOf, net.suppliesOf, net.materialsOf, net.ownersOf, net.demandsOf, net.inventoriesOf] as Map<string, Rec[][]>[])
    for (const side of table.values()) sortBy(side, (group) => keyOf(group[0]!));
  for (const table of [net.evidenceFor, net.judgementsOn, net.statements, net.listings] as Map<string, Rec[]>[])
    for (const side of table.values()) sortBy(side, (rec) => digestOf(rec, sha256));
  for (const side of net.usedIn.values()) if (side.length > 1) side.sort();
  for (const id of roleContradictions(net, root)) net.roleConflicts.add(id);
  return net;
}

const KEYED_BY_ID: ReadonlySet<Kind> = new Set(['party', 'facility', 'product', 'recipe', 'supply', 'evidence', 'listing', 'judgement', 'demand']);

interface Table<V> extends Lookup<V> { set(key: string, value: V): unknown }
/** A network while it is made. */
type Indexes = { [N in keyof Network]: Network[N] extends Lookup<infer V> ? Table<V> : Network[N] } & { readonly roleConflicts: Set<Id> };

function index(net: Indexes, group: readonly Rec[]): void {
  const first = group[0]!;
  switch (first.kind) {
    case 'party': net.parties.set(first.id, group as Party[]); break;
    case 'facility': net.facilities.set(first.id, group as Facility[]); break;
    case 'product': net.products.set(first.id, group as Product[]); break;
    case 'recipe': {
      sameTarget(group as Recipe[], 'output');
      net.recipes.set(first.id, group as Recipe[]);
      push(net.recipesOf, first.output, group as Recipe[]);
      break;
    }
    case 'line': {
      push(net.linesOf, first.recipe, group as Line[]);
      for (const product of new Set((group as Line[]).flatMap((line) => optionProducts(line)))) push(net.usedIn, product, first.recipe);
      break;
    }
    case 'supply': {
      sameTarget(group as Supply[], 'product');
      push(net.suppliesOf, first.product, group as Supply[]);
      break;
    }
    case 'material': push(net.materialsOf, first.product, group as Material[]); break;
    case 'ownership': push(net.ownersOf, net.classes.of(first.asset), group as Ownership[]); break;
    case 'evidence': for (const rec of group as Evidence[]) for (const digest of new Set(rec.supports)) push(net.evidenceFor, digest, rec); break;
    case 'completeness': for (const rec of group as Completeness[]) push(net.statements, `${rec.list}|${rec.of}`, rec); break;
    case 'listing': for (const rec of group as Listing[]) push(net.listings, rec.list, rec); break;
    case 'demand': push(net.demandsOf, first.product, group as Demand[]); break;
    case 'inventory': push(net.inventoriesOf, first.product, group as Inventory[]); break;
    case 'judgement':
      for (const rec of group as Judgement[])
        for (const side of new Set([rec.left, rec.right])) if (side !== undefined) push(net.judgementsOn, side, rec);
  }
}

/** The product that stands for what a line's option does not name. */
export function unresolvedId(line: Line, position: number): Id {
  return `?${line.recipe}#${line.line}/${position}`;
}

function optionProducts(line: Line): Id[] {
  return line.options.map((option, position) => option.product ?? unresolvedId(line, position));
}

export function recordsInForce(records: readonly Rec[], asOf: Day, knownAt: Day, sha256: Sha256): Map<Digest, Rec> {
  const valid = new Map<Digest, Rec>();
  const out = new Set<Digest>();
  for (const rec of records) {
    if ((rec.validFrom !== undefined && rec.validFrom > asOf) || (rec.validTo !== undefined && rec.validTo <= asOf)) continue;
    if (rec.kind === 'evidence' && rec.issued !== undefined && rec.issued > knownAt) continue;
    valid.set(digestOf(rec, sha256), rec);
    if (rec.supersedes !== undefined) out.add(rec.supersedes);
    if (rec.kind === 'judgement' && rec.withdraws !== undefined) out.add(rec.withdraws);
  }
  for (const digest of out) valid.delete(digest);
  return valid;
}

/** Hash of the sorted digests of the records in force: how the network was compiled cannot matter. */
export function networkRoot(net: Network): Digest {
  return net.sha256(canonical(net.digests));
}

function joinClasses(records: ReadonlyMap<Digest, Rec>): Classes {
  const parent = new Map<Id, Id>();
  const find = (id: Id): Id => {
    let top = id;
    for (let up = parent.get(top); up !== undefined && up !== top; up = parent.get(top)) top = up;
    return top;
  };
  const apart: [Id, Id][] = [];
  for (const rec of records.values()) {
    if (rec.kind !== 'judgement' || rec.left === undefined || rec.right === undefined) continue;
    const [left, right] = [records.get(rec.left), records.get(rec.right)];
    if (left?.kind !== 'party' || right?.kind !== 'party') continue;
    if (rec.says === 'different') apart.push([left.id, right.id]);
    if (rec.says !== 'same') continue;
    const [a, b] = [find(left.id), find(right.id)];
    if (a !== b) parent.set(a < b ? b : a, a < b ? a : b); // the smaller id stays on top
  }
  const members = new Map<Id, Id[]>();
  for (const id of parent.keys()) push(members, find(id), id);
  for (const [top, ids] of members) ids.push(top);
  for (const ids of members.values()) ids.sort();
  return { of: find, members: (cls) => members.get(cls) ?? [cls], conflicts: new Set(apart.filter(([a, b]) => find(a) === find(b)).map(([a]) => find(a))) };
}

/** Products, but the root, whose recorded roles lack one recorded below them (1.5). Roles climb by a worklist until nothing changes. */
function roleContradictions(net: Indexes & { readonly products: ReadonlyMap<string, Group<Product>> }, root: Id): Id[] {
  const below = new Map<Id, Set<string>>();
  const work: Id[] = [];
  const climb = (product: Id, roles: Iterable<string>): void => {
    for (const recipe of net.usedIn.get(product) ?? [])
      for (const { output } of (net.recipes.get(recipe) ?? []).slice(0, 1)) {
        const set = below.get(output) ?? new Set();
        const before = set.size;
        for (const role of roles) set.add(role);
        below.set(output, set);
        if (set.size > before) work.push(output);
      }
  };
  for (const [id, group] of net.products) {
    const roles = group.flatMap((rec) => rec.roles ?? []);
    if (roles.length > 0) climb(id, roles);
  }
  for (let id = work.pop(); id !== undefined; id = work.pop()) climb(id, below.get(id)!);
  const contradicted: Id[] = [];
  for (const [id, roles] of below) {
    if (id === root) continue;
    if ((net.products.get(id) ?? []).some((rec) => rec.roles !== undefined && [...roles].some((role) => !rec.roles!.includes(role)))) contradicted.push(id);
  }
  return contradicted;
}

function sameTarget<R extends Recipe | Supply>(group: readonly R[], field: keyof R & string): void {
  for (const rec of group)
    if (rec[field] !== group[0]![field])
      throw new NonredError([issue('record/contradiction', rec.origin ?? '', '', { kind: rec.kind, id: rec.id, field })]);
}

/** The same network with a few records more and a few less, for what-if questions; the base is untouched. O(what is touched). */
export function overlay(base: Network, added: readonly Rec[], withdrawn: ReadonlySet<Digest>, root: Id): Network {
  const net = { ...base, roleConflicts: new Set(base.roleConflicts) } as unknown as Indexes;
  const names = ['records', 'parties', 'facilities', 'products', 'recipes', 'recipesOf', 'linesOf', 'suppliesOf', 'materialsOf', 'ownersOf', 'evidenceFor', 'judgementsOn', 'statements', 'listings', 'demandsOf', 'inventoriesOf', 'usedIn'] as const;
  for (const name of names) (net as Record<string, unknown>)[name] = new Layer(base[name] as Lookup<unknown>);
  for (const digest of withdrawn) {
    const rec = base.records.get(digest);
    if (rec === undefined) continue;
    replaceGroup(net, rec, (group) => group.filter((other) => other !== rec));
    net.records.set(digest, undefined as never);
    if (rec.kind === 'product' && !(net.products.get(rec.id) ?? []).some((other) => other.roles !== undefined)) net.roleConflicts.delete(rec.id);
  }
  for (const rec of added) {
    net.records.set(digestOf(rec, base.sha256), rec);
    replaceGroup(net, rec, (group) => [...group, rec].sort((a, b) => compare(digestOf(a, base.sha256), digestOf(b, base.sha256))));
  }
  addRoleConflicts(net, added, root);
  return net;
}

class Layer<V> implements Lookup<V> {
  readonly #base: Lookup<V>;
  readonly #own = new Map<string, V | undefined>();
  constructor(base: Lookup<V>) { this.#base = base; }
  get(key: string): V | undefined { return this.#own.has(key) ? this.#own.get(key) : this.#base.get(key); }
  set(key: string, value: V | undefined): this { this.#own.set(key, value); return this; }
}

/** Puts a changed group in the place of the group of `rec`'s key, in every index that holds it. */
function replaceGroup(net: Indexes, rec: Rec, change: (group: readonly Rec[]) => readonly Rec[]): void {
  const flat = (table: { get(key: string): readonly Rec[] | undefined; set(key: string, value: never): unknown }, key: string): void =>
    void table.set(key, change(table.get(key) ?? []) as never);
  const grouped = (table: { get(key: string): readonly (readonly Rec[])[] | undefined; set(key: string, value: never): unknown }, key: string): void => {
    const groups = table.get(key) ?? [];
    const own = keyOf(rec);
    const at = groups.findIndex((group) => keyOf(group[0]!) === own);
    const changed = change(groups[at] ?? []);
    const rest = groups.filter((_, i) => i !== at);
    const next = changed.length === 0 ? rest : at < 0 ? [...groups, changed].sort((a, b) => compare(keyOf(a[0]!), keyOf(b[0]!))) : groups.map((group, i) => (i === at ? changed : group));
    table.set(key, next as never);
  };
  switch (rec.kind) {
    case 'party': return flat(net.parties, rec.id);
    case 'facility': return flat(net.facilities, rec.id);
    case 'product': return flat(net.products, rec.id);
    case 'recipe': flat(net.recipes, rec.id); return grouped(net.recipesOf, rec.output);
    case 'line': {
      grouped(net.linesOf, rec.recipe);
      for (const product of optionProducts(rec)) net.usedIn.set(product, [...new Set([...(net.usedIn.get(product) ?? []), rec.recipe])]);
      return;
    }
    case 'supply': return grouped(net.suppliesOf, rec.product);
    case 'material': return grouped(net.materialsOf, rec.product);
    case 'ownership': return grouped(net.ownersOf, net.classes.of(rec.asset));
    case 'evidence': for (const digest of new Set(rec.supports)) flat(net.evidenceFor, digest); return;
    case 'completeness': return flat(net.statements, `${rec.list}|${rec.of}`);
    case 'listing': return flat(net.listings, rec.list);
    case 'demand': return grouped(net.demandsOf, rec.product);
    case 'inventory': return grouped(net.inventoriesOf, rec.product);
    case 'judgement': for (const side of new Set([rec.left, rec.right])) if (side !== undefined) flat(net.judgementsOn, side);
  }
}

/** An added role, or an added line, may contradict the roles recorded above it. */
function addRoleConflicts(net: Indexes, added: readonly Rec[], root: Id): void {
  const lifted = added.flatMap((rec) => (rec.kind === 'product' && rec.roles?.length ? [rec.id] : rec.kind === 'line' ? optionProducts(rec) : []));
  for (const start of lifted) {
    const roles = new Set(rolesBelow(net, start));
    const seen = new Set([start]);
    const work = [start];
    for (let id = work.pop(); id !== undefined; id = work.pop())
      for (const recipe of net.usedIn.get(id) ?? []) {
        const output = net.recipes.get(recipe)?.[0]?.output;
        if (output === undefined || seen.has(output)) continue;
        seen.add(output);
        work.push(output);
        if (output !== root && (net.products.get(output) ?? []).some((rec) => rec.roles !== undefined && [...roles].some((role) => !rec.roles!.includes(role))))
          net.roleConflicts.add(output);
      }
  }
}

/** Roles recorded on a product and on everything below it. */
export function rolesBelow(net: Network, start: Id): string[] {
  const roles = new Set<string>();
  const seen = new Set([start]);
  const work = [start];
  for (let id = work.pop(); id !== undefined; id = work.pop()) {
    for (const rec of net.products.get(id) ?? []) for (const role of rec.roles ?? []) roles.add(role);
    for (const recipe of net.recipesOf.get(id) ?? [])
      for (const line of net.linesOf.get(recipe[0]!.id) ?? [])
        for (const product of line.flatMap(optionProducts)) if (!seen.has(product)) { seen.add(product); work.push(product); }
  }
  return [...roles].sort();
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
/** In place; each key is made once. */
function sortBy<V>(list: V[], key: (value: V) => string): void {
  if (list.length < 2) return;
  const keyed = list.map((value) => ({ key: key(value), value })).sort((a, b) => compare(a.key, b.key));
  for (let i = 0; i < keyed.length; i++) list[i] = keyed[i]!.value;
}
