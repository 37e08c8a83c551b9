import { expect, test } from 'vitest';
import type { Rec } from '../../src/model/record.ts';
import { loadRulebooks } from '../../src/host/rulebooks.ts';
import type { Rulebook } from '../../src/rules/rulebook.ts';
import { strangeSubstances } from '../../src/rules/strange-substances.ts';

const level = 'confirmed' as const;
const material = (substance: string): Rec => ({ kind: 'material', id: `cell#${substance}`, level, product: 'cell', substance, massPpm: { lo: 0, hi: 1_000_000 } });
const told: Rec = { kind: 'completeness', id: 'told', level, list: 'materials', of: 'cell', members: [], basis: 'asserted' } as unknown as Rec;
const batteries = [loadRulebooks().get('us-30d-feoc')!];
const met = (...substances: string[]) => strangeSubstances([told, ...substances.map(material)], batteries).map(({ code, params }) => `${code} ${params.given} ${params.word}`);

test.each([
  ['Lithium', 'lithium'], ['Lithium carbonate', 'lithium'], ['natural-graphite', 'graphite'], ['LiPF6', 'lithium'], ['LiNi0.8Mn0.1Co0.1O2', 'lithium'],
  ['Co', 'cobalt'], ['碳酸鋰', 'lithium'], ['氧化镍', 'nickel'], ['ＮＩＣＫＥＬ', 'nickel'],
  ['NMC 811', 'lithium'], ['NCM622', 'lithium'], ['LFP', 'lithium'], ['Spodumene concentrate', 'lithium'], ['三元材料', 'lithium'], ['Inconel 718', 'nickel'], ['ENIG', 'nickel'], ['MCMB', 'graphite'],
])('%s speaks of %s', (given, word) => {
  expect(met(given)).toEqual([`input/strange-substance ${given} ${word}`]);
});

test.each(['lithium', 'steel', 'copper', 'FR4', 'epoxy resin', 'PWB', 'Fe3O4', '銅', 'NMCX', 'PA6', 'LCP', 'neon'])('%s does not', (given) => {
  expect(met(given)).toEqual([]);
});

test('beside a row with the word itself the other one is welcome, and where nobody says that all are told', () => {
  expect(met('lithium', 'Lithium carbonate')).toEqual([]);
  expect(met('lithium', 'nickel', 'NMC 811')).toEqual(['input/strange-substance NMC 811 cobalt']);
  expect(met('lithium', 'nickel', 'cobalt', 'manganese', 'NMC 811')).toEqual([]);
  expect(strangeSubstances([material('Lithium carbonate')], batteries)).toEqual([]);
  expect(strangeSubstances([told, material('Lithium carbonate')], [loadRulebooks().get('us-ndaa-848')!])).toEqual([]);
});

test('metals go by their ores and what is made of them', () => {
  const [clause] = batteries[0]!.clauses;
  const metals: Rulebook = { ...batteries[0]!, clauses: [{ ...clause!, for: { components: { walk: 'all', materials: ['tin', 'tantalum', 'tungsten', 'gold'] } } }] };
  for (const [given, word] of [['SAC305', 'tin'], ['solder', 'tin'], ['coltan', 'tantalum'], ['wolframite', 'tungsten'], ['WC', 'tungsten'], ['ENIG finish', 'gold']] as const)
    expect(strangeSubstances([told, material(given)], [metals]).map(({ params }) => params.word), given).toEqual([word]);
});
