/**
 * The named tests on random graphs against the plain reading, and against what becomes known: `npm run owners` takes 100,000
 * graphs, `npm test` a part of them.
 */
import { expect, test } from 'vitest';
import { addDays } from '../../src/base/day.ts';
import { F, T, U, type Tri } from '../../src/base/verdict.ts';
import type { Ownership, Rec } from '../../src/model/record.ts';
import { Deciding } from '../../src/owners/deciding.ts';
import type { PartyGiven, StakeGiven } from '../../src/owners/graph.ts';
import { OWNERSHIP_TESTS, type Control } from '../../src/owners/tests.ts';
import { ownershipVerdicts } from '../../src/owners/verdicts.ts';
import { ask, evaluateRulebook } from '../../src/rules/evaluate.ts';
import { type Held, type PlainGraph, plainOwnership } from '../reference/ownership.ts';
import { sha256 } from '../support/digest.ts';
import { ask as question, clause, complete, DAY, party, product, rules, stake } from '../support/make.ts';
import { random, type Random } from '../support/random.ts';

const GRAPHS = process.env.LAWS === '1' ? 100_000 : 4_000;
const POINTS = [1, 100_000, 150_000, 149_999, 200_000, 249_999, 250_000, 300_000, 300_001, 400_000, 490_000, 499_999, 500_000, 500_001, 1_000_000];
const MEASURES = ['equity', 'voting', 'board', 'debt'] as const;
const BOUNDARIES = [150_000, 250_000, 300_000, 400_000, 500_000];
const SAID = { caught: T, open: U, free: F } as const;

test(`every test on ${GRAPHS} graphs is what the plain reading says, and stays decided as more becomes known`, () => {
  const met = { caught: 0, open: 0, free: 0, rings: 0, gaps: 0, contradictions: 0, boundaries: 0, settled: 0, dated: 0 };
  const faults: string[] = [];
  for (let seed = 1; seed <= GRAPHS && faults.length < 5; seed++) {
    const r = random(seed);
    const graph = randomGraph(r);
    if (graph.stakes.some(({ owner, asset }) => graph.stakes.some((back) => back.owner === asset && back.asset === owner))) met.rings++;
    if (graph.parties.some((party) => gapOf(graph, party) > 0)) met.gaps++;
    if (over(graph)) met.contradictions++;
    if (graph.parties.some((party) => BOUNDARIES.includes(heldOf(graph, party)))) met.boundaries++;
    const later = r.chance(0.3) ? moreKnown(graph, r) : undefined;
    const dated = seed % 8 === 0 ? r.pick([...OWNERSHIP_TESTS.keys()]) : undefined;
    for (const name of OWNERSHIP_TESTS.keys()) {
      const want = plainOwnership(graph, name);
      const found = verdicts(graph, name);
      const then = later && verdicts(later, name);
      for (const [party, said] of want) {
        met[said]++;
        if (name === dated) {
          met.dated++;
          const told = asRecords(graph, r, party, name);
          if (told !== SAID[said]) faults.push(`seed ${seed} ${name} ${party}: ${told} of dated records, not ${said}`);
        }
        if (found.get(party) !== SAID[said]) faults.push(`seed ${seed} ${name} ${party}: ${found.get(party)}, not ${said}`);
        if (then && said !== 'open') {
          met.settled++;
          if (then.get(party) !== SAID[said] && !over(later)) faults.push(`seed ${seed} ${name} ${party}: ${said}, but ${then.get(party)} when more is known`);
        }
      }
    }
  }
  console.log(`ownership graphs ${GRAPHS}, tests ${OWNERSHIP_TESTS.size}: differences ${faults.length}; caught ${met.caught}, open ${met.open}, free ${met.free}; graphs with rings ${met.rings}, gaps ${met.gaps}, contradictions ${met.contradictions}, sums exactly on a line ${met.boundaries}; asked again with more known ${met.settled}, of dated records by the whole engine ${met.dated}`);
  expect(faults).toEqual([]);
  for (const count of Object.values(met)) expect(count).toBeGreaterThan(GRAPHS / 20);
}, 1_800_000);

test('the one gap or party that decides is the first that does where each is tried in turn', () => {
  const met = { gap: 0, base: 0, none: 0 };
  const faults: string[] = [];
  for (let seed = 1; seed <= GRAPHS / 4 && faults.length < 5; seed++) {
    const graph = randomGraph(random(seed));
    const name = [...OWNERSHIP_TESTS.keys()][seed % OWNERSHIP_TESTS.size]!;
    const verdict = plainOwnership(graph, name);
    for (const party of graph.parties) {
      const deciding = decidingOf(graph, party);
      const inBase = tri(graph);
      const found = { gap: deciding.gap(inBase, name), base: deciding.base(inBase, name) };
      const said = (changed: PlainGraph): string => plainOwnership(changed, name).get(party)!;
      const decides = (change: (bad: boolean) => PlainGraph): boolean => said(change(true)) === 'caught' && said(change(false)) === 'free';
      const asked = verdict.get(party) === 'open' ? deciding.above : [];
      const want = {
        gap: asked.find((asset) => !graph.full.has(asset) && !graph.ownerless.has(asset) && decides((bad) => filled(graph, asset, bad))),
        base: asked.find((id) => graph.base.get(id) === 'open' && decides((bad) => ({ ...graph, base: new Map([...graph.base].filter(([one]) => one !== id).concat(bad ? [[id, 'yes']] : [])) }))),
      };
      met[want.gap !== undefined ? 'gap' : want.base !== undefined ? 'base' : 'none']++;
      if (found.gap !== want.gap || found.base !== want.base) faults.push(`seed ${seed} ${name} ${party}: ${found.gap} and ${found.base}, not ${want.gap} and ${want.base}`);
    }
  }
  console.log(`what decides: a gap ${met.gap}, a party of the base set ${met.base}, nothing alone ${met.none}`);
  expect(faults).toEqual([]);
  expect(Math.min(met.gap, met.base)).toBeGreaterThan(20);
}, 600_000);

/** All that nobody is recorded to hold of the asset is in one hand. A board and debt need no holders. */
function filled(graph: PlainGraph, asset: string, bad: boolean): PlainGraph {
  const spans = Object.fromEntries(MEASURES.map((measure) => {
    const left = Math.max(0, 1_000_000 - graph.stakes.reduce((sum, one) => sum + (one.asset === asset ? (one.spans[measure]?.[0] ?? 0) : 0), 0));
    return [measure, [measure === 'equity' || measure === 'voting' ? left : 0, left] as const];
  }));
  return {
    parties: [...graph.parties, 'somebody'], stakes: [...graph.stakes, { owner: 'somebody', asset, spans, control: 'none' }], full: new Set([...graph.full, asset]), ownerless: new Set([...graph.ownerless, 'somebody']),
    base: new Map([...graph.base, ...(bad ? [['somebody', 'yes'] as const] : [])]),
  };
}

function decidingOf(graph: PlainGraph, party: string): Deciding {
  return new Deciding(party, partiesGiven(graph), stakesGiven(graph));
}

function tri({ base }: PlainGraph): (id: string) => Tri {
  return (id) => (base.get(id) === 'yes' ? T : base.has(id) ? U : F);
}

function stakesGiven({ stakes }: PlainGraph): StakeGiven[] {
  return stakes.map(({ owner, asset, spans, control }): StakeGiven => ({
    owner, asset, range: Object.fromEntries(Object.entries(spans).map(([measure, [lo, hi]]) => [`${measure}Ppm`, { lo, hi }])), ...(control !== undefined && { control: control as Control }),
  }));
}

function partiesGiven({ parties, full, ownerless }: PlainGraph): PartyGiven[] {
  return parties.map((id) => ({ id, ...(full.has(id) && { ownersComplete: true as const }), ...(ownerless.has(id) && { ownerless: true as const }) }));
}

function verdicts(graph: PlainGraph, name: string): Map<string, Tri> {
  return ownershipVerdicts(partiesGiven(graph), stakesGiven(graph), tri(graph), name);
}

/**
 * The same through records: each stake as it is on the day, beside stakes that were, and stakes to come; a statement of owners for
 * those that are complete; the party as the maker of the product asked for.
 */
function asRecords({ parties, stakes, full, ownerless, base }: PlainGraph, r: Random, of: string, name: string) {
  const firms = parties.map((id): Rec => party(id, { partyKind: ownerless.has(id) ? 'person' : 'company', ...(base.get(id) !== 'open' && { domicile: base.has(id) ? 'CN' : 'TW' }) }));
  const dates = (): Partial<Ownership> => ({ ...(r.chance(0.5) && { validFrom: r.pick(['2020-01-01', DAY]) }), ...(r.chance(0.5) && { validTo: r.pick([addDays(DAY, 1), '2030-01-01']) }) });
  const now = stakes.map(({ owner, asset, spans, control }) => stake(owner, asset, undefined, undefined, {
    ...Object.fromEntries(Object.entries(spans).map(([measure, [lo, hi]]) => [`${measure}Ppm`, { lo, hi }])), ...(control !== undefined && { control: control as Control }), ...dates(),
  }));
  const never = stakes.filter(() => r.chance(0.3)).map(({ owner, asset }) => stake(owner, asset, r.int(1_000_001), undefined, r.chance(0.5) ? { validTo: r.pick([DAY, '2020-01-01']) } : { validFrom: r.pick([addDays(DAY, 1), '2030-01-01']) }));
  const statements = [...full].map((id) => complete('owners', id, now.filter(({ asset }) => asset === id)));
  const records = [product('unit', { maker: of }), ...firms, ...now, ...never, ...statements];
  const { verdict } = evaluateRulebook(ask(records, question('unit'), sha256), rules([clause({ for: 'product', redIf: { maker: { owned: name, by: { domicile: ['CN'] } } } })]), 'verdicts');
  return verdict === 'red' ? T : verdict === 'clear' ? F : U;
}

function heldOf({ stakes }: PlainGraph, party: string): number {
  return stakes.reduce((sum, { asset, spans }) => sum + (asset === party ? (spans.equity?.[0] ?? 0) : 0), 0);
}
function gapOf(graph: PlainGraph, party: string): number {
  return graph.full.has(party) || graph.ownerless.has(party) ? 0 : 1_000_000 - heldOf(graph, party);
}

function randomGraph(r: Random): PlainGraph {
  const parties = Array.from({ length: 2 + r.int(6) }, (_, i) => `p${i}`);
  const stakes: Held[] = [];
  const tidy = r.chance(0.5); // owners hold the whole, and every measure alike
  for (const asset of parties) {
    let left = 1_000_000;
    const owners = r.shuffle(parties).filter((owner) => owner !== asset || r.chance(0.1)).slice(0, r.int(4));
    for (const [i, owner] of owners.entries()) {
      const last = tidy && i === owners.length - 1;
      const at = last ? left : Math.min(r.chance(0.15) ? left : r.pick(POINTS), tidy || r.chance(0.97) ? left : 1_000_000);
      left = Math.max(0, left - at);
      const spans: Partial<Record<(typeof MEASURES)[number], [number, number]>> = {};
      for (const measure of MEASURES) {
        if (r.chance(tidy ? 0.02 : 0.15)) continue;
        const point = measure === 'equity' || r.chance(tidy ? 0.97 : 0.8) ? at : r.pick(POINTS);
        spans[measure] = r.chance(tidy ? 0.03 : 0.15) ? [Math.max(0, point - 100_000), Math.min(1_000_000, point + 100_000)] : [point, point];
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

/** More than a whole is told of some asset, or less of one whose owners are complete: no such world exists. A board and debt need no holders. */
function over({ parties, stakes, full }: PlainGraph): boolean {
  return parties.some((asset) => MEASURES.some((measure) => {
    const held = stakes.filter((one) => one.asset === asset).map(({ spans }) => spans[measure] ?? [0, 1_000_000]);
    return held.reduce((sum, [lo]) => sum + lo, 0) > 1_000_000 || (full.has(asset) && (measure === 'equity' || measure === 'voting') && held.reduce((sum, [, hi]) => sum + hi, 0) < 1_000_000);
  }));
}
