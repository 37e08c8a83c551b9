/**
 * The named tests on random graphs against the plain reading, and against what becomes known: `npm run owners` takes 100,000
 * graphs, `npm test` a part of them.
 */
import { expect, test } from 'vitest';
import { F, T, U } from '../../src/base/verdict.ts';
import type { StakeGiven } from '../../src/owners/graph.ts';
import { OWNERSHIP_TESTS, type Control } from '../../src/owners/tests.ts';
import { ownershipVerdicts } from '../../src/owners/verdicts.ts';
import { type Held, type PlainGraph, plainOwnership } from '../reference/ownership.ts';
import { random, type Random } from '../support/random.ts';

const GRAPHS = process.env.LAWS === '1' ? 100_000 : 4_000;
const POINTS = [1, 100_000, 150_000, 149_999, 200_000, 249_999, 250_000, 300_000, 300_001, 400_000, 490_000, 499_999, 500_000, 500_001, 1_000_000];
const MEASURES = ['equity', 'voting', 'board', 'debt'] as const;
const SAID = { caught: T, open: U, free: F } as const;

test(`every test on ${GRAPHS} graphs is what the plain reading says, and stays decided as more becomes known`, () => {
  const met = { caught: 0, open: 0, free: 0, rings: 0, settled: 0 };
  const faults: string[] = [];
  for (let seed = 1; seed <= GRAPHS && faults.length < 5; seed++) {
    const r = random(seed);
    const graph = randomGraph(r);
    if (graph.stakes.some(({ owner, asset }) => graph.stakes.some((back) => back.owner === asset && back.asset === owner))) met.rings++;
    const later = r.chance(0.3) ? moreKnown(graph, r) : undefined;
    for (const name of OWNERSHIP_TESTS.keys()) {
      const want = plainOwnership(graph, name);
      const found = verdicts(graph, name);
      const then = later && verdicts(later, name);
      for (const [party, said] of want) {
        met[said]++;
        if (found.get(party) !== SAID[said]) faults.push(`seed ${seed} ${name} ${party}: ${found.get(party)}, not ${said}`);
        if (then && said !== 'open') {
          met.settled++;
          if (then.get(party) !== SAID[said] && !over(later)) faults.push(`seed ${seed} ${name} ${party}: ${said}, but ${then.get(party)} when more is known`);
        }
      }
    }
  }
  console.log(`ownership graphs ${GRAPHS}, tests ${OWNERSHIP_TESTS.size}: differences ${faults.length}; caught ${met.caught}, open ${met.open}, free ${met.free}, with rings ${met.rings}, asked again with more known ${met.settled}`);
  expect(faults).toEqual([]);
  for (const count of Object.values(met)) expect(count).toBeGreaterThan(GRAPHS / 10);
}, 1_800_000);

function verdicts({ parties, stakes, full, ownerless, base }: PlainGraph, name: string) {
  const given = stakes.map(({ owner, asset, spans, control }): StakeGiven => ({
    owner, asset, range: Object.fromEntries(Object.entries(spans).map(([measure, [lo, hi]]) => [`${measure}Ppm`, { lo, hi }])), ...(control !== undefined && { control: control as Control }),
  }));
  const known = parties.map((id) => ({ id, ...(full.has(id) && { ownersComplete: true as const }), ...(ownerless.has(id) && { ownerless: true as const }) }));
  return ownershipVerdicts(known, given, (id) => (base.get(id) === 'yes' ? T : base.has(id) ? U : F), name);
}

function randomGraph(r: Random): PlainGraph {
  const parties = Array.from({ length: 2 + r.int(6) }, (_, i) => `p${i}`);
  const stakes: Held[] = [];
  for (const asset of parties) {
    let left = 1_000_000;
    for (const owner of r.shuffle(parties).slice(0, r.int(4))) {
      const at = Math.min(r.chance(0.15) ? left : r.pick(POINTS), r.chance(0.97) ? left : 1_000_000);
      left = Math.max(0, left - at);
      const spans: Partial<Record<(typeof MEASURES)[number], [number, number]>> = {};
      for (const measure of MEASURES) {
        if (r.chance(0.15)) continue;
        const point = measure === 'equity' || r.chance(0.8) ? at : r.pick(POINTS);
        spans[measure] = r.chance(0.15) ? [Math.max(0, point - 100_000), Math.min(1_000_000, point + 100_000)] : [point, point];
      }
      const control = r.pick(['none', 'none', 'none', 'none', 'none', 'none', 'none', 'contract', 'licence', 'appoints', 'consolidates', 'other', undefined]);
      stakes.push({ owner, asset, spans, ...(control !== undefined && { control }) });
    }
  }
  const some = (odds: number): Set<string> => new Set(parties.filter(() => r.chance(odds)));
  return { parties, stakes, full: some(0.7), ownerless: some(0.1), base: new Map([...some(0.2)].map((party) => [party, r.chance(0.8) ? 'yes' : 'open'])) };
}

/** Bands are narrowed, absent measures and rights told, an open base set decided, and a stranger takes a part of a gap. */
function moreKnown(graph: PlainGraph, r: Random): PlainGraph {
  const stakes = graph.stakes.map((held): Held => ({
    ...held, control: held.control ?? r.pick(['none', 'contract', 'licence']),
    spans: Object.fromEntries(MEASURES.map((measure) => {
      const [lo, hi] = held.spans[measure] ?? [0, r.pick([0, 1_000_000])];
      return [measure, r.chance(0.5) ? [lo, lo] : r.chance(0.5) ? [hi, hi] : [lo, hi]];
    })),
  }));
  const gap = graph.parties.filter((party) => !graph.full.has(party) && !graph.ownerless.has(party)).map((asset): Held => ({ owner: 'stranger', asset, spans: { equity: [0, 1_000_000], voting: [0, 1_000_000], board: [0, 1_000_000], debt: [0, 1_000_000] } }));
  return { ...graph, parties: [...graph.parties, 'stranger'], stakes: [...stakes, ...gap], base: new Map([...graph.base].map(([party]) => [party, 'yes'] as const).concat(r.chance(0.5) ? [['stranger', 'yes']] : [])) };
}

/** More than a whole is told of some asset: no such world exists. */
function over({ parties, stakes, full }: PlainGraph): boolean {
  return parties.some((asset) => MEASURES.some((measure) => {
    const held = stakes.filter((one) => one.asset === asset).map(({ spans }) => spans[measure] ?? [0, 1_000_000]);
    return held.reduce((sum, [lo]) => sum + lo, 0) > 1_000_000 || (full.has(asset) && held.reduce((sum, [, hi]) => sum + hi, 0) < 1_000_000);
  }));
}
