/**
 * What the records of a network say, read the way docs/semantics.md 1.3, 2, 3 and 4 demand: strength of a fact under a
 * floor, whether a list holds complete, the ways of a product, the options of a line, what is in use. Everything is
 * computed on demand and kept, so one `Facts` serves all clauses that share a floor.
 */
import { canonical } from '../base/canonical.ts';
import { daysBetween } from '../base/day.ts';
import { push } from '../base/multimap.ts';
import { digestOf } from '../model/digest.ts';
import { keyOf } from '../model/key.ts';
import { unresolvedId, type Group, type Network } from '../model/network.ts';
import type { Stake } from '../owners/cascade.ts';
import type { Completeness, Day, Digest, Evidence, Id, Line, Party, RangePpm, Rec, Recipe, Supply, Use } from '../model/record.ts';

/** What a fact needs to count, by the direction in which it pushes. */
export interface Floor {
  /** What a fact that acquits needs: some evidence of one of these kinds, issued at most so many days before knownAt. */
  readonly clear?: { readonly kind?: readonly string[]; readonly maxAgeDays?: number; readonly custody?: readonly string[] };
  /** What a fact that convicts needs; `confirmed` where absent. */
  readonly red?: { readonly level: 'confirmed' | 'inferred' };
}
export type Direction = 'red' | 'clear';
export type Status = Use | 'open';
/** exposure: every source in use; independence: some choice of sources that is or may be used. */
export type Reading = 'exposure' | 'independence';

/** One way to come by a product: a recipe and a supply, either of which may be unrecorded. */
export interface Way {
  readonly id: string;
  readonly recipe?: Group<Recipe>;
  readonly supply?: Group<Supply>;
  /** No recipe is needed: it holds complete that there is none. */
  readonly raw: boolean;
  readonly use: Status;
}
/** `strong`: does some of the records count when it pushes in that direction? */
export interface ClaimView { readonly product: Id; readonly recs: readonly Line[]; readonly strong: Readonly<Record<Direction, boolean>> }
export interface OptionView {
  readonly position: number;
  /** Several are a conflict: exactly one of them is real. */
  readonly claims: readonly ClaimView[];
  readonly use: Status;
  readonly share: RangePpm;
}
export interface LineView { readonly group: Group<Line>; readonly recipe: Id; readonly options: readonly OptionView[] }

const CHAINED: readonly string[] = ['identity-preserved', 'segregated', 'controlled-blending']; // ISO 22095; mass balance acquits no lot
const LISTS: readonly Completeness['list'][] = ['components', 'recipes', 'supplies', 'owners', 'materials', 'entries'];
type HeldUnder = Readonly<Record<Direction, Readonly<Record<Completeness['list'], string>>>>;
/** What `held` is kept under: made once for roles that are asked, as it is asked for every node of every walk. */
const heldUnder = (roles?: readonly string[]): HeldUnder =>
  Object.fromEntries((['clear', 'red'] as const).map((direction) => [direction, Object.fromEntries(LISTS.map((list) => [list, `${list}|${roles?.join(',') ?? '*'}|${direction}`]))])) as HeldUnder;
const ALL: RangePpm = { lo: 0, hi: 1_000_000 };

export class Facts {
  readonly net: Network;
  readonly root: Id;
  readonly floor: Floor;
  readonly #bom: Id | undefined;
  /** What a class is owned by, read in a direction: kept here by who reads it (select/). */
  readonly stakes: Readonly<Record<Direction, Map<Id, readonly Stake[]>>> = { red: new Map(), clear: new Map() };
  readonly #acquitting = new Map<Rec, boolean>();
  readonly #ways = { clear: new Map<Id, readonly Way[]>(), red: new Map<Id, readonly Way[]>() };
  readonly #kinds = { held: new Map<Id, readonly Way[]>(), open: new Map<Id, readonly Way[]>() };
  readonly #lines = new Map<Id, readonly LineView[]>();
  readonly #heldUnder = new Map<readonly string[] | undefined, HeldUnder>();
  readonly #held = new Map<string, Map<Id, ReadonlySet<Digest> | undefined>>();
  readonly #meets = new Map<Evidence, boolean>();

  constructor(net: Network, root: Id, bom: Id | undefined, floor: Floor) {
    this.net = net;
    this.root = root;
    this.#bom = bom;
    this.floor = floor;
  }

  /** Does the record count when it pushes in this direction? */
  strong(rec: Rec, direction: Direction): boolean {
    if (direction === 'red') return rec.level === 'confirmed' || this.floor.red?.level === 'inferred';
    let acquits = this.#acquitting.get(rec);
    if (acquits === undefined) this.#acquitting.set(rec, (acquits = this.#acquits(rec)));
    return acquits;
  }

  #acquits(rec: Rec): boolean {
    const floor = this.floor.clear;
    return floor === undefined ? rec.level === 'confirmed' : this.evidenceOf(rec).some((paper) => this.#meetsOwn(paper, floor)); // a guess acquits by its papers alone
  }

  /** One paper often supports many records. */
  #meetsOwn(paper: Evidence, floor: NonNullable<Floor['clear']>): boolean {
    let meets = this.#meets.get(paper);
    if (meets === undefined) this.#meets.set(paper, (meets = this.meetsFloor(paper, floor)));
    return meets;
  }

  meetsFloor(paper: Evidence, floor: NonNullable<Floor['clear']>): boolean {
    if (floor.kind !== undefined && !floor.kind.includes(paper.docKind)) return false;
    if (floor.maxAgeDays !== undefined && !this.notOlder(paper.issued, floor.maxAgeDays)) return false;
    return floor.custody ? paper.custody !== undefined && floor.custody.includes(paper.custody) : paper.custody === undefined || CHAINED.includes(paper.custody);
  }

  /** Age is measured at knownAt; what has no date is too old. */
  notOlder(issued: Day | undefined, maxAgeDays: number): boolean {
    return issued !== undefined && daysBetween(issued, this.net.knownAt) <= maxAgeDays;
  }

  evidenceOf(rec: Rec): readonly Evidence[] {
    return this.net.evidenceFor.get(digestOf(rec, this.net.sha256)) ?? [];
  }

  /** Records of all parties of a class. */
  partiesOf(cls: Id): readonly Party[] {
    const members = this.net.classes.members(cls);
    return members.length === 1 ? (this.net.parties.get(members[0]!) ?? []) : members.flatMap((id) => this.net.parties.get(id) ?? []);
  }

  /** The members pinned by statements that hold and cover what is asked, or undefined where none does. Section 4. */
  held(list: Completeness['list'], of: Id, roles?: readonly string[], direction: Direction = 'clear'): ReadonlySet<Digest> | undefined {
    let under = this.#heldUnder.get(roles);
    if (under === undefined) this.#heldUnder.set(roles, (under = heldUnder(roles)));
    const asked = under[direction][list];
    let known = this.#held.get(asked);
    if (known === undefined) this.#held.set(asked, (known = new Map()));
    let pinned = known.get(of);
    if (pinned === undefined && !known.has(of)) known.set(of, (pinned = this.#holding(list, of, roles, direction)));
    return pinned;
  }

  #holding(list: Completeness['list'], of: Id, roles: readonly string[] | undefined, direction: Direction): ReadonlySet<Digest> | undefined {
    const pinned = new Set<Digest>();
    let holds = false;
    for (const group of this.#statements(list, of)) {
      const scope = group[0]!.scope;
      const asked = scope === undefined || ('roles' in scope && roles !== undefined && roles.every((role) => scope.roles.includes(role)));
      if (!asked || !group.every((rec) => rec.status === 'complete')) continue;
      for (const rec of group)
        if (this.#standsFirm(rec, direction) && this.#pinHolds(rec)) {
          holds = true;
          for (const digest of rec.members) pinned.add(digest);
        }
    }
    if (list === 'recipes') {
      const recipes = this.net.recipesOf.get(of) ?? [];
      const sole = recipes.length === 1 ? recipes[0]!.find((rec) => rec.sole === true && this.#standsFirm(rec, direction)) : undefined;
      if (sole !== undefined) {
        holds = true;
        pinned.add(digestOf(sole, this.net.sha256));
      }
    }
    return holds ? pinned : undefined;
  }

  /** Is there a held statement of all owners above some stake? Then what is unrecorded is dispersed. */
  heldAbove(party: Id, direction: Direction): boolean {
    return this.#statements('owners', party).some(
      (group) => group[0]!.scope !== undefined && 'abovePpm' in group[0]!.scope && group.every((rec) => rec.status === 'complete') && group.some((rec) => this.#standsFirm(rec, direction) && this.#pinHolds(rec)),
    );
  }

  #standsFirm(rec: Rec, direction: Direction): boolean {
    return this.strong(rec, 'clear') && (direction === 'clear' || this.strong(rec, 'red'));
  }

  /** Statements of one key are read together. */
  #statements(list: Completeness['list'], of: Id): readonly Group<Completeness>[] {
    const all = this.net.statements.get(`${list}|${of}`) ?? [];
    if (all.length < 2) return all.length === 0 ? [] : [all];
    const groups = new Map<string, Completeness[]>();
    for (const rec of all) {
      const scope = rec.scope ? canonical(rec.scope) : '';
      push(groups, scope, rec);
    }
    return [...groups.values()];
  }

  #pinHolds(statement: Completeness): boolean {
    const groups = this.listed(statement.list, statement.of);
    /** By key: the most options of a pinned record. */
    const pinned = new Map<string, number>();
    for (const digest of statement.members) {
      const rec = this.net.records.get(digest);
      if (rec === undefined || !belongs(rec, statement, this.net)) return false;
      const key = keyOf(rec);
      pinned.set(key, Math.max(pinned.get(key) ?? 0, optionsIn(rec)));
    }
    for (const group of groups) {
      if (!this.#inScope(group, statement)) continue;
      const most = pinned.get(keyOf(group[0]!));
      if (most === undefined || group.some((rec) => optionsIn(rec) > most)) return false;
    }
    return true;
  }

  /** All records of a list, a group a key. */
  listed(list: Completeness['list'], of: Id): readonly Group<Rec>[] {
    switch (list) {
      case 'components': return this.net.linesOf.get(of) ?? [];
      case 'recipes': return this.net.recipesOf.get(of) ?? [];
      case 'supplies': return this.net.suppliesOf.get(of) ?? [];
      case 'materials': return this.net.materialsOf.get(of) ?? [];
      case 'owners': return this.net.ownersOf.get(this.net.classes.of(of)) ?? []; // one party, whatever it is called
      case 'entries': return (this.net.listings.get(of) ?? []).map((rec) => [rec]);
    }
  }

  #inScope(group: Group<Rec>, { scope }: Completeness): boolean {
    if (scope === undefined) return true;
    if ('abovePpm' in scope) return group.some((rec) => rec.kind === 'ownership' && (rec.equityPpm?.hi ?? 1_000_000) >= scope.abovePpm);
    return group.some((rec) => rec.kind === 'line' && rec.options.some((option, position) => {
      const products = this.net.products.get(option.product ?? unresolvedId(rec, position)) ?? [];
      const roles = products.flatMap((product) => product.roles ?? []);
      return !products.some((product) => product.roles !== undefined) || roles.some((role) => scope.roles.includes(role));
    }));
  }

  recipesHeld(product: Id, direction: Direction = 'clear'): boolean {
    return product === this.root || this.held('recipes', product, undefined, direction) !== undefined;
  }

  /** Section 2.1 and 2.2. That there is no other way is a fact too, and needs strength for the direction in which it pushes. */
  ways(product: Id, direction: Direction = 'clear'): readonly Way[] {
    const kept = this.#ways[direction].get(product);
    if (kept !== undefined) return kept;
    const held = this.recipesHeld(product, direction);
    // One array where both directions agree, so that a walk sees at a glance that they do.
    const other = direction === 'clear' ? 'red' : 'clear';
    const ways = this.recipesHeld(product, other) === held ? (this.#ways[other].get(product) ?? this.#makeWays(product, held)) : this.#makeWays(product, held);
    this.#ways[direction].set(product, ways);
    return ways;
  }

  /** Of the ways that differ only in who supplies, the first; none that is merely known. */
  kinds(product: Id, direction: Direction = 'clear'): readonly Way[] {
    const held = this.recipesHeld(product, direction);
    const known = this.#kinds[held ? 'held' : 'open'];
    let kinds = known.get(product);
    if (kinds === undefined) {
      const seen = new Set<string>();
      kinds = this.#makeWays(product, held, true).filter((way) => {
        const kind = `${way.recipe?.[0]!.id ?? (way.raw ? 'raw' : '-')}|${way.use}`;
        return way.use !== 'known' && !seen.has(kind) && seen.add(kind);
      });
      known.set(product, kinds);
    }
    return kinds;
  }

  /** `anySupplier`: of supplies that cannot be told apart by use or place, the first stands for all. */
  #makeWays(product: Id, held: boolean, anySupplier: boolean = false): readonly Way[] {
    let recipes = this.net.recipesOf.get(product) ?? [];
    if (product === this.root && this.#bom !== undefined) recipes = recipes.filter((group) => group[0]!.id === this.#bom);
    const all = this.#lastLegs(product);
    const supplies = anySupplier && all.length > 1 && recipes.every((group) => group.every((rec) => rec.facility === undefined)) ? this.#oneOfEachUse(all) : all;
    const made: { recipe?: Group<Recipe>; supply?: Group<Supply>; raw: boolean }[] = [];
    const raw = held && recipes.length === 0 && product !== this.root;
    const paired = new Set<Group<Supply>>();
    for (const recipe of recipes) {
      const fitting = supplies.filter((supply) => agree(recipe, supply));
      if (fitting.length === 0) made.push({ recipe, raw: false });
      for (const supply of fitting) {
        paired.add(supply);
        made.push({ recipe, supply, raw: false });
      }
    }
    for (const supply of supplies) if (!paired.has(supply)) made.push({ supply, raw });
    if (!held || made.length === 0) made.push({ raw });
    const single = made.length === 1 && all.length < 2;
    const uses = new Map([...recipes, ...supplies].map((group) => [group as Group<Recipe | Supply>, this.useOf(group)]));
    const mayServe = new Map<Group<Supply>, number>(); // how many ways of a supply are in use or open
    const ways = made.map(({ recipe, supply, raw }) => {
      const parts = [recipe, supply].flatMap((group) => (group === undefined ? [] : [uses.get(group)!]));
      let use: Status = parts.some((part) => part.use === 'known') ? 'known' : parts.length === 0 || parts.some((part) => part.use === 'open') ? 'open' : 'in-use';
      if (use === 'in-use' && parts.some((part) => part.use === 'approved')) use = 'approved';
      if (supply && counted(use, 'exposure')) mayServe.set(supply, (mayServe.get(supply) ?? 0) + 1);
      return { stated: parts.some((part) => part.stated), way: { id: `${recipe?.[0]!.id ?? '-'}|${supply?.[0]!.id ?? '-'}`, ...(recipe && { recipe }), ...(supply && { supply }), raw, use } };
    });
    // Something is in use of a product, and of a supply that is: the only way that may be is it.
    const only = ({ supply }: Way): boolean => single || (held && supply !== undefined && uses.get(supply)!.use === 'in-use' && mayServe.get(supply) === 1);
    return ways.map(({ stated, way }): Way => (way.use === 'open' && !stated && only(way) ? { ...way, use: 'in-use' } : way));
  }

  #oneOfEachUse(supplies: readonly Group<Supply>[]): readonly Group<Supply>[] {
    const first = new Map<string, Group<Supply>>();
    for (const supply of supplies) {
      const { use, stated } = this.useOf(supply);
      const key = stated ? `${use}, stated` : use;
      if (!first.has(key)) first.set(key, supply);
    }
    return [...first.values()];
  }

  /** Supplies whose buyer is not itself a seller of the product. */
  #lastLegs(product: Id): readonly Group<Supply>[] {
    const all = this.net.suppliesOf.get(product) ?? [];
    if (all.length === 0 || all.every((group) => group.every((rec) => rec.buyer === undefined))) return all;
    const sellers = new Map<Id, Set<Group<Supply>>>();
    for (const group of all) for (const rec of group) {
      const cls = this.net.classes.of(rec.supplier);
      sellers.set(cls, (sellers.get(cls) ?? new Set()).add(group));
    }
    return all.filter((group) => !group.some((rec) => rec.buyer !== undefined && [...(sellers.get(this.net.classes.of(rec.buyer)) ?? [])].some((other) => other !== group)));
  }

  #counts(use: Use, rec: Rec): boolean {
    return use === 'in-use' ? this.strong(rec, 'red') || this.strong(rec, 'clear') : this.strong(rec, 'clear');
  }

  /** What the records of one recipe or supply state of its use, and whether any of them says, so that it counts, that it is not in use. */
  useOf(group: readonly (Recipe | Supply)[]): { readonly use: Status; readonly stated: boolean } {
    return this.#statusOf(group, (rec) => rec.use);
  }

  #statusOf<R extends Rec>(group: readonly R[], useIn: (rec: R) => Use | undefined): { readonly use: Status; readonly stated: boolean } {
    let status: Status | undefined;
    let stated = false;
    for (const rec of group) {
      const use = useIn(rec);
      if (use === undefined || !this.#counts(use, rec)) continue;
      status = status === undefined || status === use ? use : 'open';
      stated ||= use !== 'in-use';
    }
    return { use: status ?? 'open', stated };
  }

  lines(way: Way): readonly LineView[] {
    if (way.recipe === undefined) return [];
    const recipe = way.recipe[0]!.id;
    let views = this.#lines.get(recipe);
    if (views === undefined) this.#lines.set(recipe, (views = (this.net.linesOf.get(recipe) ?? []).map((group) => this.#view(group, recipe))));
    return views;
  }

  #view(group: Group<Line>, recipe: Id): LineView {
    const count = Math.max(...group.map((rec) => rec.options.length));
    const options = Array.from({ length: count }, (_, position): OptionView => {
      const stating = group.filter((rec) => rec.options[position] !== undefined);
      const products = new Map<Id, Line[]>();
      for (const rec of stating) {
        const product = rec.options[position]!.product;
        if (product !== null) push(products, product, rec);
      }
      if (products.size === 0) products.set(unresolvedId(group[0]!, position), stating);
      const { use: status, stated } = this.#statusOf(stating, (rec) => rec.options[position]!.use);
      return {
        position,
        claims: [...products].sort(([a], [b]) => (a < b ? -1 : 1)).map(([product, recs]): ClaimView => ({ product, recs, strong: { red: recs.some((rec) => this.strong(rec, 'red')), clear: recs.some((rec) => this.strong(rec, 'clear')) } })),
        use: count === 1 && status === 'open' && !stated ? 'in-use' : status,
        share: mergeRanges(stating.flatMap((rec) => rec.options[position]!.share ?? [])) ?? ALL,
      };
    });
    return { group, recipe, options };
  }

  /** Are all lines of the way stated, as far as these roles go? The pin, or undefined. */
  componentsHeld(way: Way, roles?: readonly string[], direction: Direction = 'clear'): ReadonlySet<Digest> | undefined {
    return way.recipe === undefined ? (way.raw ? new Set() : undefined) : this.held('components', way.recipe[0]!.id, roles, direction);
  }
}

function optionsIn(rec: Rec): number {
  return rec.kind === 'line' ? rec.options.length : 0;
}

/** The inner range where one lies within all others, else the hull; undefined for none. */
export function mergeRanges(ranges: readonly RangePpm[]): RangePpm | undefined {
  if (ranges.length < 2) return ranges[0];
  const lo = Math.max(...ranges.map((range) => range.lo));
  const hi = Math.min(...ranges.map((range) => range.hi));
  if (ranges.some((range) => range.lo === lo && range.hi === hi)) return { lo, hi };
  return { lo: Math.min(...ranges.map((range) => range.lo)), hi: Math.max(...ranges.map((range) => range.hi)) };
}

function agree(recipe: Group<Recipe>, supply: Group<Supply>): boolean {
  if (recipe.every((rec) => rec.facility === undefined)) return true;
  const places = recipe.flatMap((rec) => rec.facility ?? []);
  const offered = supply.flatMap((rec) => rec.facility ?? []);
  return offered.length === 0 || offered.some((facility) => places.includes(facility));
}

function belongs(rec: Rec, { list, of }: Completeness, net: Network): boolean {
  switch (list) {
    case 'components': return rec.kind === 'line' && rec.recipe === of;
    case 'recipes': return rec.kind === 'recipe' && rec.output === of;
    case 'supplies': return rec.kind === 'supply' && rec.product === of;
    case 'materials': return rec.kind === 'material' && rec.product === of;
    case 'owners': return rec.kind === 'ownership' && net.classes.of(rec.asset) === net.classes.of(of);
    case 'entries': return rec.kind === 'listing' && rec.list === of;
  }
}

/** How a group of members is read when *some* member must hold and at least one is in use (section 2.3). */
export function someInUse<M>(members: readonly M[], use: (member: M) => Status, reading: Reading, holds: (member: M) => boolean): boolean {
  let open = 0;
  let openHolding = 0;
  let recordedInUse = false;
  for (const member of members) {
    const status = use(member);
    if (status === 'open') {
      open++;
      if (holds(member)) openHolding++;
    } else if (status === 'in-use' || (status === 'approved' && reading === 'independence')) {
      if (holds(member)) return true;
      if (status === 'in-use') recordedInUse = true;
    }
  }
  return !recordedInUse && open > 0 && open === openHolding;
}

/** May the member be among those that the reading looks at? */
export function counted(status: Status, reading: Reading): boolean {
  return status === 'in-use' || status === 'open' || (status === 'approved' && reading === 'independence');
}
