/**
 * What breaks, how long we last, what is lost: the workspace's chain under scenarios, or with one thing cut off at a time.
 * Amounts come from exact records and are floating-point from there on; nothing of it is a verdict.
 */
import { issue, NonredError } from '../base/issue.ts';
import type { Sha256 } from '../base/canonical.ts';
import { labelsOf } from '../model/labels.ts';
import { buildNetwork } from '../model/network.ts';
import type { Day, Id, Rec } from '../model/record.ts';
import { Solver } from '../lp/solve.ts';
import { Conditions } from '../select/evaluate.ts';
import type { Question } from '../select/predicate.ts';
import { applyScenarios, type Applied } from '../stress/apply.ts';
import { type Compiled, compileChain, type Gaps } from '../stress/compile.ts';
import { fromNothing } from '../stress/circles.ts';
import { conflictOf, type Conflict } from '../stress/explain.ts';
import { type Plan, solvePlan } from '../stress/run.ts';
import { actionOf, type Localised, type OpenMode, type Scenario } from '../stress/scenario.ts';
import { Targets } from '../stress/targets.ts';
import { type LimitSource, periodOf, sumOver, type Timed } from '../stress/timed.ts';
import { Facts } from '../trace/facts.ts';

export interface Interval { readonly lo: number; readonly hi: number }
/** A chain ready to be asked. */
export interface Stressed {
  readonly compiled: Compiled;
  readonly conditions: Conditions;
  readonly targets: Targets;
  readonly solver: Solver;
  readonly question: Question;
  readonly labels: Readonly<Record<Id, string>>;
}
export interface DemandResult {
  readonly id: Id;
  readonly product: Id;
  readonly customer?: string;
  /** Units wanted over the horizon. */
  readonly asked: number;
  readonly lost: Interval;
  /** Days until the first loss; absent: not within the horizon. */
  readonly survivalDays: { readonly lo?: number; readonly hi?: number };
  /** Where the loss is greatest: units not delivered, by period. */
  readonly lostAt: readonly number[];
}
export interface ScenarioResult {
  readonly ids: readonly string[];
  readonly title: Localised;
  readonly madeUp?: true;
  readonly start: Day;
  readonly days: number;
  readonly stepDays: number;
  /** Days of demand that customers wait for; absent: none. Of scenarios laid over each other the longest. */
  readonly backlogDays?: number;
  readonly loss: Interval;
  /** Lost over the same days where nothing happens: the chain is too small for its demand. */
  readonly base: number;
  readonly demands: readonly DemandResult[];
  /** First day of each period, and what is lost in it at both ends. */
  readonly time: readonly { readonly day: number; readonly lo: number; readonly hi: number }[];
  /** By product: what is still made where the loss is greatest, as a share of what is made undisrupted. */
  readonly output: readonly { readonly product: Id; readonly made: number; readonly normal: number }[];
  readonly changes: readonly { readonly action: string; readonly note?: string; readonly picked: readonly string[]; readonly open: readonly string[]; readonly unmatched?: readonly string[] }[];
  readonly conflict?: readonly Said[];
  readonly sources: readonly { readonly text: string; readonly confirmed: boolean }[];
}
/** A member of the smallest conflict, with names. */
export interface Said { readonly kind: Conflict['kind']; readonly of: string; readonly by?: string; readonly amount?: number; readonly limit?: LimitSource }
export interface ScenarioInput extends Scenario { readonly source: string }

/** Throws NonredError with every fault of the chain. */
export async function openStress(records: readonly Rec[], question: Question, sha256: Sha256): Promise<Stressed> {
  const net = buildNetwork(records, question.asOf, question.knownAt, question.product, sha256);
  const facts = new Facts(net, question.product, question.bom, {});
  const { value: compiled, issues } = compileChain(facts);
  if (issues.length > 0) throw new NonredError(issues);
  const solver = await Solver.load();
  const circle = fromNothing(solver, compiled.chain);
  if (circle.length > 0) {
    const rec = compiled.of[circle[0]!]!.way.recipe?.[0];
    const [, source = rec?.origin ?? '', row] = /^(.*), rows? ([0-9]+)/s.exec(rec?.origin ?? '') ?? [];
    throw new NonredError([issue('stress/from-nothing', source, row === undefined ? '' : `/rows/${row}`, { plants: circle.slice(0, 8).map((plant) => compiled.chain.plants[plant]!.id).join(', ') })]);
  }
  const conditions = new Conditions(facts, question, { sets: {}, lists: {} });
  return { compiled, conditions, targets: new Targets(compiled, conditions), solver, question, labels: withPlants(withWays(records), compiled) };
}

/** One scenario, or several at once. Throws NonredError where a selector matches nothing or the solver gives no answer. */
export function runScenarios(stressed: Stressed, scenarios: readonly ScenarioInput[], options: { readonly open?: OpenMode; readonly timeLimitSeconds?: number } = {}): ScenarioResult {
  const applied = layScenarios(stressed, scenarios, options.open);
  const { solver, compiled } = stressed;
  const limits = options.timeLimitSeconds === undefined ? {} : { timeLimitSeconds: options.timeLimitSeconds };
  const affected = solvePlan(solver, applied.affected, limits);
  const spared = applied.open > 0 ? solvePlan(solver, applied.spared, limits) : affected;
  const normal = solvePlan(solver, undisturbed(compiled, applied.affected), limits);
  const [first] = scenarios;
  const conflict = conflictOf(solver, applied.affected, affected.loss <= 1e-7);
  return {
    ids: scenarios.map(({ id }) => id), title: scenarios.length === 1 ? first!.title : { en: scenarios.map(({ title }) => title.en).join(' + '), 'zh-Hant': scenarios.map(({ title }) => title['zh-Hant']).join('＋') },
    ...(scenarios.some(({ madeUp }) => madeUp) && { madeUp: true as const }),
    start: applied.start, days: applied.affected.days, stepDays: applied.affected.stepDays, ...(applied.affected.backlogDays > 0 && { backlogDays: applied.affected.backlogDays }), loss: { lo: spared.loss, hi: Math.max(spared.loss, affected.loss) }, base: normal.loss,
    demands: compiled.chain.demands.map((_, d) => demandResult(compiled, applied.affected, spared, affected, d)),
    time: affected.lossAt.map((hi, p) => ({ day: periodOf(applied.affected, p).from, lo: spared.lossAt[p]!, hi })),
    output: outputOf(compiled, affected, normal),
    changes: applied.picked.map((one) => ({ action: actionOf(one.change), ...(one.change.note !== undefined && { note: one.change.note }), picked: names(stressed, one.of, one.sure), open: names(stressed, one.of, one.open), ...(one.unmatched.length > 0 && { unmatched: one.unmatched }) })),
    ...(conflict && { conflict: conflict.filter((part) => tells(compiled, part)).map((part) => said(compiled, applied.affected, part)) }),
    sources: scenarios.flatMap(({ sources = [] }) => sources),
  };
}

/** The chain with the scenarios laid over it, at both ends of what is open. Throws NonredError. */
export function layScenarios({ compiled, targets, conditions, question }: Stressed, scenarios: readonly ScenarioInput[], open?: OpenMode): Applied {
  const { net } = conditions.facts;
  const recoverDays = (plant: number): number | undefined => {
    const days = compiled.of[plant]!.facilities.flatMap((id) => (net.facilities.get(id) ?? []).flatMap((site) => (site.recoverDays === undefined ? [] : [Number(site.recoverDays)])));
    return days.length > 0 ? Math.min(...days) : undefined; // the soonest: a loss never looks greater than it is
  };
  const { value, issues } = applyScenarios(scenarios, { compiled, targets, asOf: question.asOf, recoverDays, ...(compiled.currency !== undefined && { currency: compiled.currency }) }, open);
  if (value === undefined) throw new NonredError(issues);
  return value;
}

function undisturbed({ chain }: Compiled, { days, stepDays, backlogDays }: Timed): Timed {
  return { chain, days, stepDays, backlogDays, capacity: new Map(), demand: new Map(), caps: [], plantDelay: new Map(), arcDelay: new Map(), arcCost: new Map(), stock: [] };
}

function demandResult({ chain }: Compiled, { days, demand }: Timed, spared: Plan, affected: Plan, d: number): DemandResult {
  const { id, product, customer, perDay } = chain.demands[d]!;
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
  const [lo, hi] = [sum(spared.lost[d]!), sum(affected.lost[d]!)];
  const [soonest, latest] = [affected.survivalDays[d], spared.survivalDays[d]];
  return {
    id, product, ...(customer !== undefined && { customer }), asked: perDay * sumOver(demand.get(d) ?? [{ day: 0, value: 1 }], 0, days), lost: { lo: Math.min(lo, hi), hi: Math.max(lo, hi) },
    survivalDays: { ...(soonest !== undefined && { lo: soonest }), ...(latest !== undefined && { hi: latest }) }, lostAt: affected.lost[d]!,
  };
}

function outputOf({ chain, of }: Compiled, affected: Plan, normal: Plan): ScenarioResult['output'] {
  const sums = new Map<Id, { made: number; normal: number }>();
  for (const [i, { product }] of chain.plants.entries()) {
    if (of[i]!.kind !== 'recipe' && of[i]!.kind !== 'unrecorded' && !(of[i]!.kind === 'supply' && of[i]!.way.recipe === undefined)) continue;
    const sum = sums.get(product) ?? { made: 0, normal: 0 };
    sums.set(product, { made: sum.made + affected.made[i]!, normal: sum.normal + normal.made[i]! });
  }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([product, amounts]) => ({ product, ...amounts }));
}

function names({ compiled }: Stressed, of: Applied['picked'][number]['of'], numbers: readonly number[]): string[] {
  const { chain } = compiled;
  const name = (i: number): string =>
    of === 'demands' ? chain.demands[i]!.id : of === 'arcs' ? `${chain.plants[chain.arcs[i]!.from]!.id} > ${'need' in chain.arcs[i]!.to ? chain.plants[chain.needs[chain.arcs[i]!.to.need]!.plant]!.id : chain.demands[chain.arcs[i]!.to.demand]!.id}` : chain.plants[i]!.id;
  return numbers.map(name).sort();
}

/** Of the smallest conflict, what is a figure of somebody's: not that things need each other, not an empty stock, not a limit that is none. */
function tells({ of }: Compiled, part: Conflict): boolean {
  return part.kind === 'demand' || part.kind === 'limit' || (part.kind === 'stock' && part.amount > 0) || (part.kind === 'capacity' && Number.isFinite(part.amount) && of[part.plant]?.kind !== 'store');
}

function said({ chain, of }: Compiled, timed: Timed, part: Conflict): Said {
  const plant = (i: number): string => timed.chain.plants[i]?.id ?? chain.plants[i]!.id;
  switch (part.kind) {
    case 'demand': return { kind: part.kind, of: chain.demands[part.demand]!.product, by: chain.demands[part.demand]!.customer ?? chain.demands[part.demand]!.id, amount: part.amount };
    case 'capacity': return { kind: part.kind, of: plant(part.plant), ...(of[part.plant] && { by: of[part.plant]!.product }), amount: part.amount };
    case 'stock': return { kind: part.kind, of: plant(part.plant), amount: part.amount };
    case 'need': return { kind: part.kind, of: plant(chain.needs[part.need]!.plant), by: chain.needs[part.need]!.product, amount: chain.needs[part.need]!.quantity };
    case 'limit': return { kind: part.kind, of: part.id, amount: part.amount, ...limitOf(timed, part.id) };
  }
}

/** Absent of a limit that the workspace records, which is told by its id. */
function limitOf({ chain, caps }: Timed, id: string): Pick<Said, 'limit'> {
  const from = caps.find((cap) => cap.id === id)?.from;
  if (from === undefined) return {};
  const customer = chain.demands.find((demand) => demand.id === from.user)?.customer;
  return { limit: customer === undefined ? from : { ...from, user: customer } };
}

/** What people call things, by id: a recipe or supply is told by what it brings and from where. */
function withWays(records: readonly Rec[]): Record<Id, string> {
  const labels: Record<Id, string> = Object.fromEntries(labelsOf(records));
  for (const rec of records) {
    if (rec.kind !== 'recipe' && rec.kind !== 'supply') continue;
    const product = rec.kind === 'recipe' ? rec.output : rec.product;
    const place = rec.facility ?? (rec.kind === 'recipe' ? rec.country : rec.supplier);
    labels[rec.id] ??= `${labels[product] ?? product}${place === undefined ? '' : `, ${labels[place] ?? place}`}`;
  }
  return labels;
}

export type { Gaps };

/** A stock and what passes through sellers are told by product and place too: their ids are made of several. */
function withPlants(labels: Readonly<Record<Id, string>>, { chain, of }: Compiled): Record<Id, string> {
  const all: Record<Id, string> = { ...labels };
  chain.plants.forEach(({ id, product }, i) => {
    const { legs, facilities } = of[i]!;
    const place = facilities.at(-1) ?? legs.at(-1)?.[0]!.supplier;
    all[id] ??= `${labels[product] ?? product}${place === undefined ? '' : `, ${labels[place] ?? place}`}`;
  });
  return all;
}
