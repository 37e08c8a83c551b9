/** The whole answer of `nonred stress`: scenarios one by one and laid over each other, and one thing at a time. */
import type { OpenMode } from '../stress/scenario.ts';
import { type Cut, cutsOf, type Each } from '../stress/each.ts';
import { openStress, runScenarios, type ScenarioInput, type ScenarioResult, type Stressed } from './stress.ts';
import { type EachWatch, studyEach } from './stress-each.ts';
import type { ChainPicture, EachResult, EachRow, StressResult } from './stress-result.ts';

export interface StressAsk {
  readonly scenarios: readonly ScenarioInput[];
  readonly each?: Each;
  readonly days: number;
  readonly survive: boolean;
  readonly open?: OpenMode;
  readonly timeLimitSeconds?: number;
  readonly watch: EachWatch;
}

/** Throws NonredError: faults of the chain, a selector without match, a solver without an answer. */
export async function askStress(stressed: Stressed, ask: StressAsk, madeUp: boolean): Promise<StressResult> {
  const { compiled, question, labels } = stressed;
  const options = { ...(ask.open !== undefined && { open: ask.open }), ...(ask.timeLimitSeconds !== undefined && { timeLimitSeconds: ask.timeLimitSeconds }) };
  const scenarios: ScenarioResult[] = [];
  for (const scenario of ask.scenarios) {
    if (ask.watch.stopped?.()) break;
    scenarios.push(runScenarios(stressed, [scenario], options));
    await new Promise((resolve) => setImmediate(resolve));
  }
  if (ask.scenarios.length > 1 && !ask.watch.stopped?.()) scenarios.push(runScenarios(stressed, ask.scenarios, options));
  const each = ask.each === undefined ? undefined : await eachOf(stressed, ask.each, ask);
  return {
    ...((madeUp || scenarios.some((scenario) => scenario.madeUp)) && { madeUp: true as const }), question, ...(compiled.currency !== undefined && { currency: compiled.currency }), labels, gaps: compiled.gaps, scenarios,
    ...(each && { each }), chain: pictureOf(stressed),
  };
}

async function eachOf(stressed: Stressed, by: Each, { days, survive, open, timeLimitSeconds, watch }: StressAsk): Promise<EachResult> {
  const { compiled, conditions, solver } = stressed;
  const cuts = cutsOf(by, compiled, conditions).map((cut): Cut => (open === 'affected' ? { id: cut.id, sure: [...cut.sure, ...cut.open], open: [] } : cut));
  const task = { chain: compiled.chain, days, survive, bothEnds: (open ?? 'both') === 'both', ...(timeLimitSeconds !== undefined && { timeLimitSeconds }) };
  const { results, base, made } = await studyEach(task, cuts, solver, watch);
  const cutOf = new Map(cuts.map((cut) => [cut.id, cut]));
  const rows = results.map((result): EachRow => {
    const spend = spentOn(stressed, cutOf.get(result.id)!, made);
    return { ...result, ...(spend > 0 && { spend }) };
  });
  rows.sort((a, b) => b.loss.hi - a.loss.hi || b.loss.lo - a.loss.lo || (a.survivalDays?.lo ?? Infinity) - (b.survivalDays?.lo ?? Infinity) || (a.id < b.id ? -1 : 1));
  return { by, days, base, rows, count: cuts.length, finished: results.length };
}

/** What is paid for what the cut plants make or sell undisturbed; a price in another currency is not counted. */
function spentOn({ compiled }: Stressed, { sure }: Cut, made: Float64Array): number {
  return sure.reduce((sum, plant) => {
    const { price } = compiled.of[plant]!;
    return price === undefined || price.currency !== compiled.currency ? sum : sum + Number(price.lo) * made[plant]!;
  }, 0);
}

/** Plants with the number of steps to the nearest demand. */
function pictureOf({ compiled, conditions }: Stressed): ChainPicture {
  const { chain, of } = compiled;
  const { net } = conditions.facts;
  const tier = new Map<number, number>();
  let wave = [...new Set(chain.arcs.flatMap(({ from, to }) => ('demand' in to ? [from] : [])))];
  for (let depth = 0; wave.length > 0; depth++) {
    for (const plant of wave) tier.set(plant, depth);
    const reached = new Set(wave);
    wave = [...new Set(chain.arcs.flatMap(({ from, to }) => ('need' in to && reached.has(chain.needs[to.need]!.plant) && !tier.has(from) ? [from] : [])))];
  }
  return {
    plants: chain.plants.map(({ id, product }, i) => {
      const country = of[i]!.way.recipe?.find((rec) => rec.country !== undefined)?.country ?? of[i]!.facilities.flatMap((facility) => net.facilities.get(facility) ?? []).find((site) => site.country !== undefined)?.country;
      return { id, product, kind: of[i]!.kind, ...(country !== undefined && { country }), tier: tier.get(i) ?? 0 };
    }),
    arcs: chain.arcs.flatMap(({ from, to }) => ('need' in to ? [{ from, to: chain.needs[to.need]!.plant }] : [])),
  };
}

export { openStress };
