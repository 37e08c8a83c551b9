/** Worked examples of small formulas, and tables of concentration and supply risk recomputed from the data beside them. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { ProgramBuilder } from '../../src/lp/program.ts';
import { Solver } from '../../src/lp/solve.ts';
import { inoperability, inoperabilityOverTime, interdependency } from '../../src/stress/industries.ts';
import { conditionalValueAtRisk, type CountryShare, governedConcentration, herfindahl, isoElastic, supplyRisk, unavailability } from '../../src/stress/measures.ts';
import { shapley } from '../../src/stress/blame.ts';
import type { GoldResult } from '../gold.ts';
import { Tally } from './tally.ts';

type Row = Readonly<Record<string, string>>;
const rowsOf = (path: string): Row[] => parse(readFileSync(path, 'utf8'), { columns: true, skip_empty_lines: true, bom: true });
const beside = (path: string, pattern: RegExp): string[] => readdirSync(dirname(path)).filter((name) => pattern.test(name)).sort().reverse().map((name) => join(dirname(path), name));

/** Shares of countries among producers of a commodity, in the latest `world_mining_data_*.csv` beside the file. */
export function mineralConcentration(path: string): GoldResult {
  const source = rowsOf(beside(path, /^world_mining_data.*\.csv$/)[0]!);
  const tally = new Tally();
  for (const { commodity, year, world_total, producers, hhi_0_1, top_country, top_share } of rowsOf(path)) {
    const made = source.filter((row) => row.commodity === commodity && Number(row[year!]) > 0).map((row) => ({ country: row.iso3!, amount: Number(row[year!]) }));
    const total = made.reduce((sum, { amount }) => sum + amount, 0);
    const top = made.reduce((best, one) => (one.amount > best.amount ? one : best));
    tally.figure(total, Number(world_total));
    tally.figure(made.length, Number(producers));
    tally.figure(herfindahl(made.map(({ amount }) => amount))!, Number(hhi_0_1));
    tally.figure(top.amount / total, Number(top_share));
    tally.is(top.country, top_country!);
  }
  return tally.result();
}

/** Shares in percent; `hhi_raw_points` squares them as given, the other divides by their sum first. */
export function chipConcentration(path: string): GoldResult {
  const sources = beside(path, /^eto_country_shares.*\.csv$/).map(rowsOf);
  const tally = new Tally();
  for (const { input_id, year, sum_of_shares, hhi_raw_points, hhi_normalised_0_1, top_country, top_share } of rowsOf(path)) {
    const shares = sources.map((rows) => rows.filter((row) => row.input_id === input_id && row.year === year)).find((rows) => rows.length > 0) ?? [];
    const points = shares.map(({ share_pct }) => Number(share_pct));
    const sum = points.reduce((a, b) => a + b, 0);
    tally.figure(sum, Number(sum_of_shares));
    tally.figure((herfindahl(points) ?? 0) * sum ** 2, Number(hhi_raw_points));
    tally.figure(herfindahl(points) ?? 0, Number(hhi_normalised_0_1));
    const most = Math.max(...points);
    tally.figure(most, Number(top_share));
    tally.is(String(shares.some((row) => row.country === top_country && Number(row.share_pct) === most)), 'true');
  }
  return tally.result();
}

/** Published with one digit from inputs of one or two: 0.3 bounds what the rounding of the inputs can do. */
export function euSupplyRisk(path: string): GoldResult {
  const tally = new Tally();
  let [close, all] = [0, 0];
  const number = (text: string | undefined): number | undefined => (text === undefined || text.trim() === '' || Number.isNaN(Number(text)) ? undefined : Number(text));
  for (const row of rowsOf(path)) {
    const published = Number(row.sr_published);
    // The study judged some materials by one of the two alone; what stands in the other column then was not used.
    const risk = supplyRisk({
      global: row.scope === 'EUS only' ? undefined : number(row.hhi_wgi_t_gs), sourcing: row.scope === 'GS only' ? undefined : number(row.hhi_wgi_t_eu), importReliance: number(row.import_reliance) ?? 1, recycled: number(row.eol_rir) ?? 0, substitution: number(row.si_sr) ?? 1,
    });
    const off = Math.abs((risk ?? Number.NaN) - published);
    all++;
    if (off <= 0.15) close++;
    tally.within(off, 0.3);
  }
  if (all === 78) tally.within(Math.max(0, 70 - close), 0); // of the 2017 study: at least 70 of 78 within 0.15
  return tally.result(`within 0.15 ${close} of ${all}`);
}

interface Worked {
  readonly iim?: { A: number[][]; x: number[]; cstar: number[]; A_star: number[][]; expected_q: number[] };
  readonly diim?: { A_star: number[][]; k: number[]; q0: number[]; cstar: number[]; steps: number; expected: number[][] };
  readonly cvar?: { loss: number[]; prob: number[]; expected: Record<string, number> };
  readonly eu_supply_risk?: { global_supply: number[][]; eu_sourcing: number[][]; import_reliance: number; eol_rir: number; si_sr: number; expected: { hhi_gs: number; hhi_eu: number; sr: number } };
  readonly shapley_threshold?: { weights: number[]; expected: Record<string, number[]> };
  readonly pareto?: {
    demand: number; red: { cap: number; cost: number }; free: { cap: number; cost: number }; expandable: { max: number; capex: number; opex: number };
    project: { cap: number; fixed: number; opex: number }; expected_min_cost_by_max_red_share: Record<string, number>;
  };
  readonly iso_elastic?: { removed_share: number; eps_supply: number; eps_demand: number; expected: { price_ratio: number; quantity_ratio: number } };
  readonly two_cables?: { faults_per_year: number; repair_days: number; expected: { unavail: number; both: number; days_per_year_both: number } };
}
const countries = (rows: readonly number[][]): CountryShare[] => rows.map(([share = 0, governance = 0, trade = 0]) => ({ share, governance, trade }));

export async function worked(path: string): Promise<GoldResult> {
  const file = JSON.parse(readFileSync(path, 'utf8')) as Worked;
  const tally = new Tally();
  const { iim, diim, cvar, eu_supply_risk: eu, shapley_threshold, pareto, iso_elastic, two_cables } = file;
  if (iim) {
    const star = interdependency(iim.A, iim.x);
    tally.figures(star.flat(), iim.A_star.flat(), 1e-9);
    tally.figures(inoperability(star, iim.cstar), iim.expected_q, 1e-9);
  }
  if (diim) tally.figures(inoperabilityOverTime(diim.A_star, diim.k, diim.q0, diim.cstar, diim.steps).flat(), diim.expected.flat(), 1e-9);
  if (cvar) for (const [level, expected] of Object.entries(cvar.expected)) tally.figure(conditionalValueAtRisk(cvar.loss, cvar.prob, Number(level)), expected);
  if (eu) {
    const [global, sourcing] = [governedConcentration(countries(eu.global_supply)), governedConcentration(countries(eu.eu_sourcing))];
    tally.figure(global, eu.expected.hhi_gs);
    tally.figure(sourcing, eu.expected.hhi_eu);
    tally.figure(supplyRisk({ global, sourcing, importReliance: eu.import_reliance, recycled: eu.eol_rir, substitution: eu.si_sr })!, eu.expected.sr);
  }
  if (shapley_threshold)
    for (const [threshold, expected] of Object.entries(shapley_threshold.expected)) {
      const worth = (members: readonly number[]): number => (members.reduce((sum, i) => sum + shapley_threshold.weights[i]!, 0) > Number(threshold) ? 1 : 0);
      tally.figures(shapley(shapley_threshold.weights.length, worth), expected);
    }
  if (pareto) {
    const solver = await Solver.load();
    for (const [share, expected] of Object.entries(pareto.expected_min_cost_by_max_red_share)) tally.figure(leastCost(solver, pareto, Number(share)), expected);
  }
  if (iso_elastic) {
    const { priceRatio, quantityRatio } = isoElastic(iso_elastic.removed_share, iso_elastic.eps_supply, iso_elastic.eps_demand);
    tally.figure(priceRatio, iso_elastic.expected.price_ratio);
    tally.figure(quantityRatio, iso_elastic.expected.quantity_ratio);
  }
  if (two_cables) {
    const one = unavailability(two_cables.faults_per_year, two_cables.repair_days);
    tally.figure(one, two_cables.expected.unavail);
    tally.figure(one ** 2, two_cables.expected.both);
    tally.figure(one ** 2 * 365, two_cables.expected.days_per_year_both);
  }
  return tally.result();
}

/** The cost of meeting demand with at most so much from red sources: one linear program with a yes-or-no project. */
function leastCost(solver: Solver, { demand, red, free, expandable, project }: NonNullable<Worked['pareto']>, share: number): number {
  const b = new ProgramBuilder();
  const [fromRed, fromFree, grown, grownUse] = [b.column('red', red.cost, 0, Math.min(red.cap, share * demand)), b.column('free', free.cost, 0, free.cap), b.column('expand', expandable.capex, 0, expandable.max), b.column('expanded', expandable.opex)];
  const [build, built] = [b.column('build', project.fixed, 0, 1, true), b.column('project', project.opex)];
  const met = b.row('demand', demand, Infinity);
  for (const column of [fromRed, fromFree, grownUse, built]) b.put(met, column, 1);
  const room = b.row('expanded within', -Infinity, 0);
  b.put(room, grownUse, 1);
  b.put(room, grown, -1);
  const open = b.row('project within', -Infinity, 0);
  b.put(open, built, 1);
  b.put(open, build, -project.cap);
  const outcome = solver.solve(b.build());
  return outcome.status === 'optimal' ? outcome.objective : Number.NaN;
}
