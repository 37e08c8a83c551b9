/**
 * A scenario laid over a chain: what a change does to which plants, arcs and demands on which days. What a selector leaves open
 * is affected at one end and spared at the other: as a loss only falls with more capacity, stock and time, the two ends
 * enclose every way in which the open could turn out.
 */
import { daysBetween } from '../base/day.ts';
import { type Issue, issue } from '../base/issue.ts';
import { push } from '../base/multimap.ts';
import type { Day } from '../model/record.ts';
import type { Cap, Chain } from './chain.ts';
import type { Compiled } from './compile.ts';
import { actionOf, type Change, type OpenMode, type Scenario, type Selector, type Stage } from './scenario.ts';
import type { Picked, Targets } from './targets.ts';
import type { LimitSource, Profile, Span, Timed } from './timed.ts';

export interface Applied {
  /** The loss is between those of the two; one where nothing is open, or the mode takes a side. */
  readonly spared: Timed;
  readonly affected: Timed;
  readonly open: number;
  readonly start: Day;
  /** What each change picked, for people. */
  readonly picked: readonly {
    readonly change: Change;
    readonly of: 'plants' | 'stores' | 'demands' | 'arcs' | 'supplier';
    readonly sure: readonly number[];
    readonly open: readonly number[];
    /** Names in the selector that by themselves pick nothing: misspelt, or not of this chain. */
    readonly unmatched: readonly string[];
    /** What its own scenario, or who asks, makes of what is open. */
    readonly mode: OpenMode;
  }[];
}
interface Given { readonly compiled: Compiled; readonly targets: Targets; readonly asOf: Day; readonly recoverDays: (plant: number) => number | undefined; readonly currency?: string }

/** Periods into which a horizon is cut where the scenario does not say. */
const PERIODS = 52;
const OPEN_ENDED = 365;

/** Several scenarios at once: all their changes, each from its own first day; the horizon is the longest. */
export function applyScenarios(scenarios: readonly (Scenario & { readonly source: string })[], given: Given, mode?: OpenMode): { readonly value: Applied | undefined; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const start = scenarios.map((scenario) => scenario.start ?? given.asOf).sort()[0]!;
  const picked = scenarios.flatMap((scenario) => scenario.changes.map((change, i) => {
    const own = { ...change, from: change.from ?? scenario.start ?? given.asOf };
    const found = pick(own, given);
    const at = `/changes/${i}`;
    const endless = change.recover !== undefined && change.remove && change.until === undefined ? [...found.sure, ...found.open].filter((plant) => given.recoverDays(plant) === undefined) : [];
    if (endless.length > 0) issues.push(issue('stress/no-end', scenario.source, `${at}/recover`, { plants: endless.slice(0, 6).map((plant) => given.compiled.chain.plants[plant]!.id).join(', ') }));
    if (found.of !== 'supplier' && found.sure.length === 0 && found.open.length === 0) issues.push(issue('stress/no-match', scenario.source, `${at}/select`, { of: change.select!.of, given: JSON.stringify(change.select!.id ?? change.select!.where ?? change.select) }));
    if (own.addSupplier && !given.compiled.required.has(own.addSupplier.product)) issues.push(issue('stress/no-match', scenario.source, `${at}/addSupplier`, { of: 'product', given: own.addSupplier.product }));
    if (own.duty !== undefined)
      for (const a of [...found.sure, ...found.open]) {
        const { price } = given.compiled.of[given.compiled.chain.arcs[a]!.from]!;
        if (price === undefined || (given.currency !== undefined && price.currency !== given.currency)) {
          issues.push(issue('stress/no-price', scenario.source, `${at}/duty`, { id: given.compiled.chain.plants[given.compiled.chain.arcs[a]!.from]!.id, currency: given.currency ?? '-' }));
          break;
        }
      }
    return { change: own, ...found, unmatched: found.of === 'supplier' ? [] : unmatched(own, given), mode: mode ?? scenario.open ?? 'both' };
  }));
  if (issues.length > 0) return { value: undefined, issues };
  const days = Math.max(...scenarios.map((scenario) => daysBetween(start, scenario.start ?? given.asOf) + (scenario.days ?? horizon(scenario, scenario.start ?? given.asOf))));
  for (const scenario of scenarios)
    for (const [i, change] of scenario.changes.entries()) {
      const { qualifyDays = 0, leadTimeDays = 0 } = change.addSupplier ?? {};
      const [first, last] = [daysBetween(start, change.from ?? scenario.start ?? given.asOf), change.until === undefined ? Infinity : daysBetween(start, change.until) + Math.max(0, ...(change.recover ?? []).map(({ after }) => after))];
      if (first >= days || last <= 0) issues.push(issue('stress/outside', scenario.source, `/changes/${i}/${first >= days ? 'from' : 'until'}`, { from: start, days }));
      else if (first + qualifyDays + leadTimeDays >= days || first + qualifyDays >= last) issues.push(issue('stress/outside', scenario.source, `/changes/${i}/addSupplier`, { from: start, days }));
    }
  if (issues.length > 0) return { value: undefined, issues };
  const delays = picked.flatMap(({ change }) => (change.delayDays ? [change.delayDays] : []));
  const stepDays = Math.min(days, ...scenarios.map(({ stepDays }) => stepDays ?? Math.min(Math.ceil(days / PERIODS), ...delays)));
  for (const scenario of scenarios)
    for (const [i, { from, until, delayDays, duty }] of scenario.changes.entries()) {
      if (!delayDays && !duty) continue;
      const first = Math.ceil(Math.max(0, daysBetween(start, from ?? scenario.start ?? given.asOf)) / stepDays);
      const last = Math.min(days, until === undefined ? days : daysBetween(start, until));
      // No period is wholly inside it, and a period in which one day is spared counts as spared.
      if (first * stepDays >= last || Math.min(days, (first + 1) * stepDays) > last || (delayDays && delayDays < stepDays)) issues.push(issue('stress/in-period', scenario.source, `/changes/${i}`, { days: stepDays }));
    }
  if (issues.length > 0) return { value: undefined, issues };
  const backlogDays = Math.max(...scenarios.map((scenario) => scenario.backlogDays ?? 0));
  const lay = (end: 'spared' | 'affected'): Timed => new Laying(given, start, days, stepDays, backlogDays).lay(picked, end);
  const open = picked.reduce((sum, one) => sum + one.open.length, 0);
  return { value: { spared: lay('spared'), affected: lay('affected'), open, start, picked }, issues };
}

/** Each name of each list, with the rest of the selector as it is. */
function unmatched(change: Change, given: Given): string[] {
  const { select } = change;
  if (!select) return [];
  const alone: (readonly [string, Selector])[] = [];
  for (const member of ['id', 'via'] as const) for (const name of select[member] ?? []) alone.push([name, { ...select, [member]: [name] }]);
  for (const side of ['from', 'goods', 'to'] as const)
    for (const member of ['country', 'id'] as const) for (const name of select[side]?.[member] ?? []) alone.push([name, { ...select, [side]: { ...select[side], [member]: [name] } }]);
  return alone.filter(([, one]) => {
    const { sure, open } = pick({ ...change, select: one }, given);
    return sure.length === 0 && open.length === 0;
  }).map(([name]) => name);
}

function pick(change: Change, { targets }: Given): Picked & { readonly of: Applied['picked'][number]['of'] } {
  const action = actionOf(change);
  if (action === 'addSupplier') return { of: 'supplier', sure: [], open: [] };
  const select = change.select!;
  if (action === 'scaleDemand') return { of: 'demands', ...targets.demands(select) };
  if (action === 'drawStock' || action === 'addStock') return { of: 'stores', ...targets.stores(select) };
  if (select.of === 'flow') return { of: 'arcs', ...targets.flows(select) };
  return { of: 'plants', ...targets.plants(select) };
}

/** Until the last day on which something changes, and thirty more; a year where something is for good. */
function horizon({ changes }: Scenario, start: Day): number {
  return Math.max(...changes.map(({ from, until, recover, addSupplier }) =>
    until === undefined ? daysBetween(start, from ?? start) + Math.max(OPEN_ENDED, (addSupplier?.qualifyDays ?? 0) + (addSupplier?.leadTimeDays ?? 0) + 30) : daysBetween(start, until) + Math.max(0, ...(recover ?? []).map(({ after }) => after)) + 30));
}

class Laying {
  readonly #given: Given;
  readonly #start: Day;
  readonly #days: number;
  readonly #stepDays: number;
  readonly #backlogDays: number;
  #chain: Chain;
  readonly #capacity = new Map<number, Profile>();
  readonly #demand = new Map<number, Profile>();
  readonly #caps: Timed['caps'][number][] = [];
  readonly #plantDelay = new Map<number, Span[]>();
  readonly #arcDelay = new Map<number, Span[]>();
  readonly #arcCost = new Map<number, Span[]>();
  readonly #supplies: { readonly cap: Cap; readonly plants: readonly number[]; readonly share: Profile; readonly from: LimitSource }[] = [];
  readonly #sellers: { readonly maker: number; readonly plants: readonly number[]; share: Profile; readonly from: LimitSource }[] = [];
  readonly #drawn: { readonly plant: number; readonly day: number; readonly share: number }[] = [];
  readonly #stock: { plant: number; day: number; amount: number }[] = [];

  constructor(given: Given, start: Day, days: number, stepDays: number, backlogDays: number) {
    this.#given = given;
    this.#start = start;
    this.#days = days;
    this.#stepDays = stepDays;
    this.#backlogDays = backlogDays;
    this.#chain = given.compiled.chain;
  }

  lay(picked: Applied['picked'], end: 'spared' | 'affected'): Timed {
    for (const { change, sure, open, mode } of picked) {
      const takesOpen = (mode === 'both' ? end : mode) === (helps(change) ? 'spared' : 'affected');
      this.#do(change, takesOpen ? [...sure, ...open] : sure);
    }
    this.#limitSupplies();
    this.#limitSellers();
    this.#limitUnrecorded();
    return {
      chain: this.#chain, days: this.#days, stepDays: this.#stepDays, backlogDays: this.#backlogDays, capacity: this.#capacity, demand: this.#demand, caps: this.#caps,
      plantDelay: this.#plantDelay, arcDelay: this.#arcDelay, arcCost: this.#arcCost, stock: this.#stock, drawn: this.#drawn,
    };
  }

  #do(change: Change, targets: readonly number[]): void {
    const { compiled } = this.#given;
    const from = this.#day(change.from!);
    const until = change.until === undefined ? Infinity : this.#day(change.until);
    const span = (value: number): Span => ({ from, until, value });
    switch (actionOf(change)) {
      case 'remove':
        if (change.select!.of === 'flow') return this.#limitFlows(change, targets, profile(from, until, 0, change.recover));
        return this.#scale(change, targets, (plant) => {
          const days = change.until === undefined ? this.#given.recoverDays(plant) : undefined;
          return profile(from, days === undefined ? until : from + days, 0, change.recover);
        });
      case 'scale': return this.#scale(change, targets, () => profile(from, until, change.scale!, change.recover));
      case 'cap': {
        const limit = profile(from, until, change.cap!, undefined, Infinity);
        this.#caps.push({ id: change.note ?? 'cap', from: sourceOf(change), plants: change.select!.of === 'flow' ? [] : targets.filter((plant) => !this.#fedByOthers(plant, targets)), arcs: change.select!.of === 'flow' ? targets : [], perDay: limit });
        return;
      }
      case 'delayDays': {
        const map = change.select!.of === 'flow' ? this.#arcDelay : this.#plantDelay;
        for (const target of targets) if (change.select!.of === 'flow' || !this.#fedByOthers(target, targets)) push(map, target, span(change.delayDays!));
        return;
      }
      case 'duty': for (const arc of targets) this.#arcCost.set(arc, [...(this.#arcCost.get(arc) ?? []), span(change.duty! * Number(compiled.of[compiled.chain.arcs[arc]!.from]!.price?.lo ?? 0))]); return;
      case 'addStock': for (const plant of targets) this.#stock.push({ plant, day: from, amount: change.addStock! }); return;
      case 'drawStock': {
        if (from > 0) return void this.#drawn.push(...targets.map((plant) => ({ plant, day: from, share: change.drawStock! })));
        const plants = [...this.#chain.plants];
        for (const plant of targets) plants[plant] = { ...plants[plant]!, stock: plants[plant]!.stock * (1 - change.drawStock!) };
        this.#chain = { ...this.#chain, plants };
        return;
      }
      case 'scaleDemand': for (const demand of targets) this.#demand.set(demand, times(this.#demand.get(demand) ?? [{ day: 0, value: 1 }], profile(from, until, change.scaleDemand!))); return;
      case 'ban': return this.#limitFlows(change, targets, profile(from, until, change.ban!.leak ?? 0, change.recover));
      case 'licence': {
        const { leadDays, approval, leak = 0 } = change.licence!;
        const granted = leak + (1 - leak) * approval;
        return this.#limitFlows(change, targets, licensed(from, leadDays, until, leak, granted, change.recover));
      }
      case 'quota':
        if (change.quota!.share !== undefined) return this.#limitFlows(change, targets, profile(from, until, change.quota!.share, change.recover));
        this.#caps.push({ id: change.note ?? 'quota', from: sourceOf(change), plants: [], arcs: targets, perDay: profile(from, until, change.quota!.perDay!, undefined, Infinity) });
        return;
      case 'addSupplier': return this.#addSupplier(change, from, until);
    }
  }

  /** A conduit whose recipe is selected too would be counted twice. */
  #fedByOthers(plant: number, targets: readonly number[]): boolean {
    return this.#makerOf(plant, targets) !== undefined;
  }

  /** Whose making a seller passes on, where that is selected too. */
  #makerOf(plant: number, targets: readonly number[]): number | undefined {
    const { of } = this.#given.compiled;
    const { kind, way } = of[plant]!;
    return kind !== 'supply' || way.recipe === undefined ? undefined : targets.find((other) => other !== plant && of[other]!.kind === 'recipe' && of[other]!.way.recipe === way.recipe);
  }

  /**
   * A seller's capacity is that of the supply. Of what a maker makes who is selected too no more than that share leaves the place, from the first day
   * on: what is in the making there is held up as well, and a place of which a fifth is left sends no more than a fifth.
   */
  #scale(change: Change, targets: readonly number[], shareOf: (plant: number) => Profile): void {
    const supplies = new Map<Cap, { readonly plants: number[]; share: Profile }>();
    const sellers = new Map<number, { readonly plants: readonly number[]; readonly share: Profile }>();
    for (const plant of targets) {
      const share = shareOf(plant);
      const supply = share.every(({ value }) => value === 0 || value === 1) ? undefined : this.#supplyOf(change, plant, targets);
      if (supply !== undefined) {
        const before = supplies.get(supply);
        supplies.set(supply, { plants: [...(before?.plants ?? []), plant], share: before ? combined(before.share, share, Math.max) : share });
      }
      const maker = this.#makerOf(plant, targets);
      const made = maker !== undefined && Number.isFinite(this.#chain.plants[maker]!.capacityPerDay);
      if (made) sellers.set(maker, { plants: [...(sellers.get(maker)?.plants ?? []), plant], share });
      const own = supply !== undefined || made ? share.map(({ day, value }) => ({ day, value: value === 0 ? 0 : 1 })) : share;
      this.#capacity.set(plant, times(this.#capacity.get(plant) ?? [{ day: 0, value: 1 }], own));
    }
    for (const [cap, { plants, share }] of supplies) this.#supplies.push({ cap, plants, share, from: sourceOf(change) });
    for (const [maker, { plants, share }] of sellers) this.#sold(maker, plants, share, sourceOf(change));
  }

  /** Shares of several changes are one of another, as those of the maker are. */
  #sold(maker: number, plants: readonly number[], share: Profile, from: LimitSource): void {
    const before = this.#sellers.find((one) => one.maker === maker && one.plants.join() === plants.join());
    if (before) before.share = times(before.share, share);
    else this.#sellers.push({ maker, plants, share, from });
  }

  #limitSellers(): void {
    for (const { maker, plants, share, from } of this.#sellers) {
      const { id, capacityPerDay } = this.#chain.plants[maker]!;
      if (share.some(({ value }) => value < 1)) this.#caps.push({ id, from, plants, arcs: [], perDay: share.map(({ day, value }) => ({ day, value: value >= 1 ? Infinity : value * capacityPerDay })) });
    }
  }

  /** The supply of which a seller has so much less: the one that is named, else one that is selected whole, and of several the one with most. */
  #supplyOf({ select }: Change, plant: number, targets: readonly number[]): Cap | undefined {
    const whole = ({ plants }: Cap): number => (plants.every((one) => targets.includes(one)) ? 1 : 0);
    const found = this.#given.compiled.chain.caps.filter(({ id, plants }) => plants.includes(plant) && (select?.of !== 'supply' || select.id === undefined || select.id.includes(id)));
    return found.sort((a, b) => whole(b) - whole(a) || b.perDay - a.perDay)[0];
  }

  /** A supply that is scaled whole has another capacity, for better or worse; of a part of what it sells no more than its share passes. */
  #limitSupplies(): void {
    for (const cap of new Set(this.#supplies.map(({ cap }) => cap))) {
      const own = this.#supplies.filter((one) => one.cap === cap);
      const all = own.filter(({ plants }) => plants.length === cap.plants.length);
      const share = all.reduce<Profile>((product, one) => times(product, one.share), [{ day: 0, value: 1 }]);
      const limit = (plants: readonly number[], by: Profile, from: LimitSource): void => void this.#caps.push({ id: cap.id, from, plants, arcs: [], perDay: by.map(({ day, value }) => ({ day, value: value * cap.perDay })) });
      if (all[0]) {
        this.#chain = { ...this.#chain, caps: this.#chain.caps.filter((other) => other !== cap) };
        limit(cap.plants, share, all[0].from);
      }
      for (const one of own) if (!all.includes(one)) limit(one.plants, times(share, one.share), one.from);
    }
  }

  /**
   * A fraction of a capacity that is not recorded is that of all that demand asks for; on the days on which all of it is there, it stays without a
   * limit: else half a plant for a month would make less up afterwards than none.
   */
  #limitUnrecorded(): void {
    const plants = [...this.#chain.plants];
    for (const [plant, share] of this.#capacity) {
      const { capacityPerDay, product } = plants[plant]!;
      if (Number.isFinite(capacityPerDay) || share.every(({ value }) => value === 0 || value >= 1)) continue;
      plants[plant] = { ...plants[plant]!, capacityPerDay: this.#given.compiled.required.get(product) ?? 0 };
      this.#capacity.set(plant, share.map(({ day, value }) => ({ day, value: value >= 1 ? Infinity : value })));
    }
    this.#chain = { ...this.#chain, plants };
  }

  /** By need: selected flows into it carry at most the fraction of what it asks for, or of what their sources can make. */
  #limitFlows(change: Change, arcs: readonly number[], fraction: Profile): void {
    const { chain, required } = this.#given.compiled;
    const into = new Map<string, number[]>();
    for (const a of arcs) {
      const { to } = chain.arcs[a]!;
      const key = 'need' in to ? `n${to.need}` : `d${to.demand}`;
      push(into, key, a);
    }
    for (const own of into.values()) {
      const { to, each = 1 } = chain.arcs[own[0]!]!;
      const asked = 'need' in to ? ((required.get(chain.plants[chain.needs[to.need]!.plant]!.product) ?? 0) * chain.needs[to.need]!.quantity) / each : chain.demands[to.demand]!.perDay;
      const normal = Math.min(asked, this.#able(own.map((a) => chain.arcs[a]!.from)));
      const user = 'need' in to ? chain.plants[chain.needs[to.need]!.plant]!.id : chain.demands[to.demand]!.id;
      const { product } = chain.plants[chain.arcs[own[0]!]!.from]!;
      this.#caps.push({ id: `${change.note ?? actionOf(change)}: ${product} > ${user}`, from: { ...sourceOf(change), product, user }, plants: [], arcs: own, perDay: fraction.map(({ day, value }) => ({ day, value: value >= 1 ? Infinity : value * normal })) });
    }
  }

  /** What plants can bring a day in all: a seller no more than passes him, and the sellers of one recipe no more than it makes. */
  #able(plants: readonly number[]): number {
    const { chain, of } = this.#given.compiled;
    const groups = new Map<number, { readonly made: number; passed: number }>();
    for (const plant of plants) {
      const { way, kind } = of[plant]!;
      const maker = kind === 'supply' && way.recipe !== undefined ? of.findIndex((other) => other.kind === 'recipe' && other.way.recipe === way.recipe) : plant;
      const limit = (at: number): number => Math.min(chain.plants[at]?.capacityPerDay ?? Infinity, ...chain.caps.filter((cap) => cap.plants.includes(at)).map(({ perDay }) => perDay));
      const group = groups.get(maker) ?? { made: limit(maker), passed: 0 };
      group.passed += limit(plant);
      groups.set(maker, group);
    }
    return [...groups.values()].reduce((sum, { made, passed }) => sum + Math.min(made, passed), 0);
  }

  #addSupplier({ addSupplier }: Change, from: number, until: number): void {
    const { id, product, capacityPerDay, leadTimeDays = 0, qualifyDays = 0, extraCost } = addSupplier!;
    const chain = this.#chain;
    const plant = chain.plants.length;
    const wanted = new Map<string, Chain['arcs'][number]>();
    for (const arc of chain.arcs)
      if (chain.plants[arc.from]!.product === product && !('need' in arc.to && chain.plants[chain.needs[arc.to.need]!.plant]!.product === product))
        wanted.set(JSON.stringify(arc.to), { from: plant, to: arc.to, ...(arc.each !== undefined && { each: arc.each }), ...(extraCost !== undefined && { costEach: extraCost }) });
    // Goods under way before it began are none: its time is part of the day from which it delivers.
    this.#chain = { ...chain, plants: [...chain.plants, { id, product, capacityPerDay, stock: 0 }], arcs: [...chain.arcs, ...wanted.values()] };
    const first = from + qualifyDays + leadTimeDays;
    this.#capacity.set(plant, [{ day: 0, value: 0 }, { day: first, value: 1 }, ...(until === Infinity ? [] : [{ day: Math.max(first, until + leadTimeDays), value: 0 }])]);
  }

  #day(day: Day): number {
    return daysBetween(this.#start, day);
  }
}

/** More of it can only lower a loss. */
function helps(change: Change): boolean {
  return (change.scale ?? 0) > 1 || change.addStock !== undefined || change.addSupplier !== undefined || (change.scaleDemand !== undefined && change.scaleDemand < 1);
}

/** `during` from `from` to `until`, then the stages, else `otherwise`. */
export function profile(from: number, until: number, during: number, recover?: readonly Stage[], otherwise: number = 1): Profile {
  const steps = [{ day: Math.min(0, from), value: otherwise }, { day: from, value: during }];
  if (from <= 0) steps.shift();
  if (until === Infinity) return steps;
  if (recover === undefined || recover.length === 0) return [...steps, { day: until, value: otherwise }];
  const stages = recover.toSorted((a, b) => a.after - b.after).map(({ after, to }) => ({ day: until + after, value: to }));
  return [...steps, ...stages];
}

function sourceOf(change: Change): LimitSource {
  return { action: actionOf(change), ...(change.note !== undefined && { note: change.note }) };
}

/** Only what leaks until the first licences are granted, then what is granted. */
function licensed(from: number, leadDays: number, until: number, leak: number, granted: number, recover?: readonly Stage[]): Profile {
  const after = profile(from, until, granted, recover);
  const first = Math.min(until, from + leadDays);
  if (first <= from) return after;
  return [...after.filter(({ day }) => day < from), { day: from, value: leak }, ...(first < until ? [{ day: first, value: granted }] : []), ...after.filter(({ day }) => day > from)];
}

/** The product of two profiles, day by day. */
export function times(a: Profile, b: Profile): Profile {
  return combined(a, b, (x, y) => x * y);
}

function combined(a: Profile, b: Profile, by: (x: number, y: number) => number): Profile {
  const days = [...new Set([...a, ...b].map(({ day }) => day))].sort((x, y) => x - y);
  return days.map((day) => ({ day, value: by(at(a, day), at(b, day)) }));
}

function at(steps: Profile, day: number): number {
  let value = steps[0]!.value;
  for (const step of steps) if (step.day <= day) value = step.value;
  return value;
}
