/**
 * The records in force as a chain: everything from the demands down to where nothing more is recorded.
 *
 * A recipe is a plant; a supply is a plant of its own that passes on what the recipes at its place make, or brings the
 * product from nowhere where no recipe is recorded; a seller who buys from others passes on what their supplies bring. What is
 * merely `known` is not used. What is not recorded can only make the loss look smaller, and is counted in `gaps`: no
 * capacity is unlimited, a product without recipe and supply is always there. A quantity or a unit that is not known is a fault.
 */
import { compareDecimals } from '../base/decimal.ts';
import { type ErrorCode, type Issue, issue, type Read } from '../base/issue.ts';
import { push } from '../base/multimap.ts';
import { unitOf } from '../base/units.ts';
import type { Group, Network } from '../model/network.ts';
import type { Decimal, Demand as DemandRec, Id, Money, Rec, Recipe, Supply } from '../model/record.ts';
import type { Facts, LineView, Way } from '../trace/facts.ts';
import type { Arc, Cap, Chain, Demand, Need, Plant } from './chain.ts';

/** What a plant stands for. */
export interface PlantOf {
  /** A store has stock and no way; what nobody recorded has neither. */
  readonly kind: 'recipe' | 'supply' | 'store' | 'unrecorded';
  readonly product: Id;
  /** For conditions: the recipe, and of a supply the last seller. */
  readonly way: Way;
  /** Sellers from the first to the last. */
  readonly legs: readonly Group<Supply>[];
  readonly facilities: readonly Id[];
  /** The price of a unit, where one is recorded. */
  readonly price?: Money;
}
export interface Compiled {
  readonly chain: Chain;
  /** By plant. */
  readonly of: readonly PlantOf[];
  /** By arc: passages on the way. */
  readonly via: readonly (readonly string[])[];
  readonly demandOf: readonly Group<DemandRec>[];
  /** ISO 4217, or nothing where no demand has a margin: then a loss is counted in units. */
  readonly currency?: string;
  /** Units a day that all demands ask of a product. */
  readonly required: ReadonlyMap<Id, number>;
  readonly gaps: Gaps;
}
/** What is not recorded, and so cannot be lost. */
export interface Gaps {
  readonly noCapacity: readonly string[];
  readonly noSource: readonly Id[];
  readonly noPlace: readonly string[];
  readonly noStock: number;
  readonly claims: readonly string[];
}

/** Ways that a seller's chain of sellers is followed. */
const MOST_LEGS = 64;

/** Throws nothing; every fault is an issue with the place of its record. */
export function compileChain(facts: Facts): Read<Compiled> {
  return new Compiler(facts).compile();
}

class Compiler {
  readonly #facts: Facts;
  readonly #issues: Issue[] = [];
  readonly #plants: Plant[] = [];
  readonly #of: PlantOf[] = [];
  readonly #needs: Need[] = [];
  readonly #arcs: Arc[] = [];
  readonly #via: (readonly string[])[] = [];
  readonly #caps: Cap[] = [];
  readonly #noCapacity: string[] = [];
  readonly #noSource: Id[] = [];
  readonly #noPlace: string[] = [];
  readonly #claims: string[] = [];
  /** Plants that hand a product to consumers, once it has been looked at. */
  readonly #sellers = new Map<Id, number[]>();
  readonly #units = new Map<Id, string | undefined>();
  /** Needs by product and consumer, to be joined with sellers at the end. */
  readonly #wants: { readonly product: Id; readonly to: Arc['to']; readonly each: number; readonly operator: Id | undefined }[] = [];

  constructor(facts: Facts) { this.#facts = facts; }

  compile(): Read<Compiled> {
    const { net } = this.#facts;
    const demandGroups = [...allDemands(net)].sort((a, b) => (a[0]!.id < b[0]!.id ? -1 : 1));
    if (demandGroups.length === 0) this.#issues.push(issue('stress/no-demand', 'demands', ''));
    const currency = this.#currency(demandGroups);
    const demands = demandGroups.map((group) => this.#demand(group, currency));
    const work = demands.map(({ product }) => product);
    demands.forEach(({ product, customer }, d) => void this.#wants.push({ product, to: { demand: d }, each: 1, operator: customer }));
    for (let product = work.pop(); product !== undefined; product = work.pop()) {
      if (this.#sellers.has(product)) continue;
      this.#sellers.set(product, []);
      work.push(...this.#product(product));
    }
    this.#join();
    const stocks = this.#stores();
    const chain: Chain = { plants: this.#plants, needs: this.#needs, arcs: this.#arcs, demands, caps: this.#caps };
    const value: Compiled = {
      chain, of: this.#of, via: this.#via, demandOf: demandGroups, ...(currency !== undefined && { currency }), required: requirements(chain),
      gaps: { noCapacity: this.#noCapacity, noSource: this.#noSource, noPlace: this.#noPlace, noStock: this.#plants.length - stocks, claims: this.#claims },
    };
    return { value, issues: this.#issues };
  }

  // --- demands ----------------------------------------------------------------------------------------------------

  #currency(groups: readonly Group<DemandRec>[]): string | undefined {
    const found = new Set<string>();
    for (const group of groups) for (const { margin } of group) if (margin !== undefined) found.add(margin.currency);
    if (found.size > 1) this.#fault('stress/currencies', groups.flat().find(({ margin }) => margin !== undefined)!, 'margin', { currencies: [...found].sort().join(', ') });
    if (found.size > 0) for (const group of groups) if (group.every(({ margin }) => margin === undefined)) this.#fault('stress/no-margin', group[0]!, 'margin', { product: group[0]!.product });
    return [...found][0];
  }

  #demand(group: Group<DemandRec>, currency: string | undefined): Demand {
    const first = group[0]!;
    const each = first.uom === undefined ? 1 : (this.#factor(first, first.uom, first.product) ?? 1);
    const [margin, priority] = [least(group.flatMap(({ margin }) => margin?.lo ?? [])), least(group.flatMap(({ priority }) => priority ?? []))];
    this.#oneClaim(group, ['perDay', 'margin']);
    return {
      id: first.id, product: first.product, ...(first.customer !== undefined && { customer: first.customer }),
      perDay: Number(least(group.map(({ perDay }) => perDay))) * each, margin: currency === undefined ? 1 : Number(margin ?? 0) / each,
      ...(priority !== undefined && { priority: Number(priority) }),
    };
  }

  // --- products ---------------------------------------------------------------------------------------------------

  /** Its recipes and supplies as plants; what they need. */
  #product(product: Id): Id[] {
    const { net } = this.#facts;
    const usable = <R extends Recipe | Supply>(groups: readonly Group<R>[] = []): Group<R>[] => groups.filter((group) => this.#facts.useOf(group as readonly (Recipe | Supply)[]).use !== 'known');
    const recipes = usable(net.recipesOf.get(product));
    const supplies = usable(net.suppliesOf.get(product));
    const sellers = this.#sellers.get(product)!;
    const below: Id[] = [];
    const perishable = (net.products.get(product) ?? []).some(({ roles }) => roles?.includes('people'));
    const made = new Map<Group<Recipe>, number>();
    for (const recipe of recipes) {
      const rec = recipe[0]!;
      const facilities = [...new Set(recipe.flatMap(({ facility }) => facility ?? []))];
      const way: Way = { id: `${rec.id}|-`, recipe, raw: false, use: 'in-use' };
      const price = recipe.find(({ cost }) => cost !== undefined)?.cost;
      const plant = this.#plant({ id: rec.id, product, ...this.#capacity(recipe), stock: 0, ...(perishable && { perishable }) }, { kind: 'recipe', product, way, legs: [], facilities, ...(price && { price }) });
      made.set(recipe, plant);
      below.push(...this.#lines(way, plant, facilities));
      if (!recipe.some(({ country }) => country !== undefined) && !facilities.some((id) => (net.facilities.get(id) ?? []).some(({ country }) => country !== undefined))) this.#noPlace.push(rec.id);
    }
    const paths = this.#paths(supplies);
    const sold = new Set<Group<Recipe>>();
    const through = new Map<Group<Supply>, number[]>();
    for (const legs of paths) {
      const from = recipes.filter((recipe) => legs.every((leg) => agree(recipe, leg, recipes)));
      for (const recipe of from.length > 0 ? from : [undefined]) {
        const plant = this.#supply(product, legs, recipe, perishable);
        if (recipe !== undefined) {
          sold.add(recipe);
          this.#needs.push({ plant, product, quantity: 1 });
          this.#arc(made.get(recipe)!, { need: this.#needs.length - 1 }, 1, []);
        }
        sellers.push(plant);
        for (const leg of legs) push(through, leg, plant);
      }
    }
    for (const [leg, plants] of through) {
      const { capacityPerDay } = this.#capacity(leg);
      if (Number.isFinite(capacityPerDay)) this.#caps.push({ id: leg[0]!.id, plants, arcs: [], perDay: capacityPerDay });
    }
    for (const recipe of recipes) if (!sold.has(recipe)) sellers.push(made.get(recipe)!);
    if (sellers.length === 0) {
      this.#noSource.push(product);
      sellers.push(this.#plant({ id: `unrecorded ${product}`, product, capacityPerDay: Infinity, stock: 0 }, { kind: 'unrecorded', product, way: { id: '-|-', raw: false, use: 'open' }, legs: [], facilities: [] }));
    }
    return below;
  }

  /** Chains of sellers: from the first to the last, who sells to whoever makes something of it. */
  #paths(supplies: readonly Group<Supply>[]): Group<Supply>[][] {
    const { classes } = this.#facts.net;
    const sellerOf = (group: Group<Supply>): Id => classes.of(group[0]!.supplier);
    const buysFor = (seller: Id, not: readonly Group<Supply>[]): Group<Supply>[] => supplies.filter((other) => !not.includes(other) && other.some(({ buyer }) => buyer !== undefined && classes.of(buyer) === seller));
    const last = supplies.filter((group) => !group.some(({ buyer }) => buyer !== undefined && supplies.some((other) => other !== group && sellerOf(other) === classes.of(buyer))));
    const done: Group<Supply>[][] = [];
    const work = last.map((group) => [group]);
    for (let path = work.pop(); path !== undefined && done.length < MOST_LEGS * (1 + supplies.length); path = work.pop()) {
      const before = buysFor(sellerOf(path[0]!), path);
      if (before.length === 0) done.push(path);
      else for (const group of before) work.push([group, ...path]);
    }
    return done.reverse();
  }

  #supply(product: Id, legs: readonly Group<Supply>[], recipe: Group<Recipe> | undefined, perishable: boolean): number {
    const last = legs.at(-1)!;
    const id = `${recipe === undefined ? '' : `${recipe[0]!.id}|`}${legs.map((leg) => leg[0]!.id).join('|')}`;
    const facilities = [...new Set([...legs.flatMap((leg) => leg.flatMap(({ facility }) => facility ?? [])), ...(recipe ?? []).flatMap(({ facility }) => facility ?? [])])];
    // The shortest time that is recorded: a loss never looks greater than it is.
    const leadDays = legs.reduce((sum, leg) => sum + Number(least(leg.flatMap(({ leadTimeDays }) => leadTimeDays ?? [])) ?? 0), 0);
    const price = last.find(({ price }) => price !== undefined)?.price;
    if (recipe === undefined) {
      for (const leg of legs) if (leg.every(({ capacityPerDay }) => capacityPerDay === undefined) && leg === legs[0]) this.#noCapacity.push(leg[0]!.id);
      if (!facilities.some((facility) => (this.#facts.net.facilities.get(facility) ?? []).some(({ country }) => country !== undefined))) this.#noPlace.push(last[0]!.id);
    }
    return this.#plant(
      { id, product, capacityPerDay: Infinity, stock: 0, ...(leadDays > 0 && { leadDays }), ...(perishable && { perishable }) },
      { kind: 'supply', product, way: { id: `${recipe?.[0]!.id ?? '-'}|${last[0]!.id}`, ...(recipe && { recipe }), supply: last, raw: recipe === undefined, use: 'in-use' }, legs, facilities, ...(price && { price }) },
    );
  }

  #capacity(group: Group<Recipe> | Group<Supply>): { capacityPerDay: number; leadDays?: number } {
    const records = group as readonly (Recipe | Supply)[];
    const capacities = records.flatMap(({ capacityPerDay }) => capacityPerDay ?? []);
    this.#oneClaim(records, ['capacityPerDay']);
    if (capacities.length === 0 && records[0]!.kind === 'recipe') this.#noCapacity.push(records[0]!.id);
    const lead = records[0]!.kind === 'recipe' ? least(records.flatMap(({ leadTimeDays }) => leadTimeDays ?? [])) : undefined;
    return { capacityPerDay: capacities.length === 0 ? Infinity : Number(most(capacities)), ...(lead !== undefined && Number(lead) > 0 && { leadDays: Number(lead) }) };
  }

  #lines(way: Way, plant: number, facilities: readonly Id[]): Id[] {
    const products: Id[] = [];
    const operator = facilities.flatMap((id) => this.#facts.net.facilities.get(id) ?? []).find((site) => site.operator !== undefined)?.operator;
    for (const line of this.#facts.lines(way)) {
      const rec = line.group[0]!;
      const quantities = line.group.flatMap(({ quantity }) => quantity ?? []);
      this.#oneClaim(line.group, ['quantity', 'uom']);
      if (quantities.length === 0) {
        this.#fault('stress/no-quantity', rec, 'quantity', { line: rec.line, recipe: rec.recipe });
        continue;
      }
      const quantity = Number(least(quantities));
      if (quantity === 0) continue;
      this.#needs.push({ plant, product: claimsOf(line)[0]!, quantity });
      const need = this.#needs.length - 1;
      for (const product of claimsOf(line)) {
        const each = rec.uom === undefined ? 1 : this.#factor(rec, rec.uom, product);
        if (each === undefined) continue;
        this.#wants.push({ product, to: { need }, each: 1 / each, operator });
        products.push(product);
      }
    }
    return products;
  }

  // --- units ------------------------------------------------------------------------------------------------------

  /** How many units of the product one of `uom` is. */
  #factor(rec: Rec, uom: string, product: Id): number | undefined {
    const own = this.#unitOf(product);
    if (own === undefined || own === uom) return 1;
    const [from, to] = [unitOf(uom), unitOf(own)];
    if (from === undefined || to === undefined || from.dimension !== to.dimension) {
      this.#fault('stress/unit-mismatch', rec, 'uom', { product, unit: uom, other: own });
      return undefined;
    }
    return Number(from.factor) / Number(to.factor);
  }

  /** As recorded; else that of the lines that name it, where they agree on one. */
  #unitOf(product: Id): string | undefined {
    if (this.#units.has(product)) return this.#units.get(product);
    const { net } = this.#facts;
    const stated = (net.products.get(product) ?? []).find(({ uom }) => uom !== undefined)?.uom;
    const lines = stated === undefined ? (net.usedIn.get(product) ?? []).flatMap((recipe) => (net.linesOf.get(recipe) ?? []).flat().filter((line) => line.options.some((option) => option.product === product))) : [];
    const found = new Map(lines.flatMap((line) => (line.uom === undefined ? [] : [[line.uom, line]])));
    if (found.size > 1) this.#fault('stress/unit-mismatch', [...found.values()].at(-1)!, 'uom', { product, unit: [...found.keys()].at(-1)!, other: [...found.keys()][0]! });
    const unit = stated ?? [...found.keys()][0];
    this.#units.set(product, unit);
    return unit;
  }

  // --- joining ----------------------------------------------------------------------------------------------------

  /** Every want to every seller of its product that may sell to it. */
  #join(): void {
    for (const { product, to, each, operator } of this.#wants)
      for (const plant of this.#sellersFor(product, operator)) this.#arc(plant, to, each, viaOf(this.#of[plant]!));
  }

  /** A supply to a named buyer is for that buyer; where the consumer's operator is not recorded it may be. */
  #sellersFor(product: Id, operator: Id | undefined): number[] {
    const { classes } = this.#facts.net;
    return this.#sellers.get(product)!.filter((plant) => {
      const buyers = (this.#of[plant]!.legs.at(-1) ?? []).flatMap(({ buyer }) => buyer ?? []);
      return buyers.length === 0 || operator === undefined || buyers.some((buyer) => classes.of(buyer) === classes.of(operator));
    });
  }

  /** Stock at a place serves the lines made there; at a place that sells the product or only keeps it, everybody who wants it. */
  #stores(): number {
    const { net } = this.#facts;
    let stores = 0;
    for (const product of [...this.#sellers.keys()].sort())
      for (const group of net.inventoriesOf.get(product) ?? []) {
        const first = group[0]!;
        const each = first.uom === undefined ? 1 : (this.#factor(first, first.uom, product) ?? 1);
        this.#oneClaim(group, ['quantity']);
        const stock = Number(most(group.map(({ quantity }) => quantity))) * each;
        const wants = this.#wants.filter((want) => want.product === product);
        const own = wants.filter(({ to }) => 'need' in to && this.#of[this.#needs[to.need]!.plant]!.facilities.includes(first.place));
        const store = this.#plant({ id: `${product}@${first.place}`, product, capacityPerDay: 0, stock }, { kind: 'store', product, way: { id: '-|-', raw: false, use: 'in-use' }, legs: [], facilities: [first.place] });
        for (const { to, each: counts } of own.length > 0 ? own : wants) this.#arc(store, to, counts, []);
        stores++;
      }
    return stores;
  }

  #plant(plant: Plant, of: PlantOf): number {
    this.#of.push(of);
    return this.#plants.push(plant) - 1;
  }

  #arc(from: number, to: Arc['to'], each: number, via: readonly string[]): void {
    this.#arcs.push({ from, to, ...(each !== 1 && { each }) });
    this.#via.push(via);
  }

  #oneClaim(group: readonly Rec[], fields: readonly string[]): void {
    for (const field of fields) {
      const values = new Set(group.flatMap((rec) => { const value = (rec as unknown as Record<string, unknown>)[field]; return value === undefined ? [] : [JSON.stringify(value)]; }));
      if (values.size > 1) this.#claims.push(`${group[0]!.id} ${field}`);
    }
  }

  #fault(code: ErrorCode, rec: Rec, column: string, params: Issue['params']): void {
    this.#issues.push(issueAt(code, rec, column, params));
  }
}

/** The place of a record in the user's files. */
export function issueAt(code: ErrorCode, rec: Rec, column: string, params: Issue['params']): Issue {
  const [, source = rec.origin ?? '', row] = /^(.*), rows? ([0-9]+)[0-9, ]*$/s.exec(rec.origin ?? '') ?? [];
  return issue(code, source, row === undefined ? '' : `/rows/${row}/${column}`, params);
}

/**
 * Units a day that all demands together ask of each product, were every option of a line to bring all of it and every recipe
 * the one that takes most: no less than what is normal. From the demands down; a circle is followed a hundred rounds.
 */
export function requirements(chain: Chain): Map<Id, number> {
  const inputs = new Map<Id, Map<Id, number>>();
  const seen = new Set<string>();
  for (const { from, to, each = 1 } of chain.arcs) {
    if (!('need' in to)) continue;
    const { plant, quantity } = chain.needs[to.need]!;
    const [output, input] = [chain.plants[plant]!.product, chain.plants[from]!.product];
    if (output === input) continue; // a seller passes on
    const key = `${to.need}|${input}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const row = inputs.get(output) ?? new Map<Id, number>();
    inputs.set(output, row.set(input, Math.max(row.get(input) ?? 0, quantity / each)));
  }
  const required = new Map<Id, number>();
  let wave = new Map<Id, number>();
  for (const { product, perDay } of chain.demands) wave.set(product, (wave.get(product) ?? 0) + perDay);
  for (let round = 0; round < 100 && wave.size > 0; round++) {
    const next = new Map<Id, number>();
    for (const [product, amount] of wave) {
      required.set(product, (required.get(product) ?? 0) + amount);
      for (const [input, quantity] of inputs.get(product) ?? []) next.set(input, (next.get(input) ?? 0) + amount * quantity);
    }
    wave = next;
  }
  return required;
}

function allDemands(net: Network): Group<DemandRec>[] {
  const groups = new Map<Id, DemandRec[]>();
  for (const digest of net.digests) {
    const rec = net.records.get(digest);
    if (rec?.kind === 'demand') push(groups, rec.id, rec);
  }
  return [...groups.values()];
}

function claimsOf(line: LineView): Id[] {
  const options = line.options.filter(({ use }) => use !== 'known');
  return [...new Set((options.length > 0 ? options : line.options).flatMap(({ claims }) => claims.map(({ product }) => product)))];
}

function viaOf({ legs }: PlantOf): readonly string[] {
  return [...new Set(legs.flatMap((leg) => leg.flatMap(({ via }) => via ?? [])))];
}

/** A seller's place is that of a maker, or a warehouse that no recipe names. */
function agree(recipe: Group<Recipe>, supply: Group<Supply>, all: readonly Group<Recipe>[]): boolean {
  const places = recipe.flatMap(({ facility }) => facility ?? []);
  const offered = supply.flatMap(({ facility }) => facility ?? []);
  if (offered.length === 0 || places.length === 0 || offered.some((facility) => places.includes(facility))) return true;
  return !all.some((other) => other.some(({ facility }) => facility !== undefined && offered.includes(facility)));
}

function least(values: readonly Decimal[]): Decimal | undefined {
  return values.reduce<Decimal | undefined>((best, value) => (best === undefined || compareDecimals(value, best) < 0 ? value : best), undefined);
}
function most(values: readonly Decimal[]): Decimal {
  return values.reduce((best, value) => (compareDecimals(value, best) > 0 ? value : best), '0');
}
