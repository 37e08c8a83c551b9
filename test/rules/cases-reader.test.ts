import { describe, expect, test } from 'vitest';
import { readCases } from '../../src/rules/cases.ts';
import { sha256 } from '../support/digest.ts';

const file = (given: object, network: object = {}): string => JSON.stringify({
  rulebook: 'r', question: { product: 'quad', asOf: '2026-11-01' },
  networks: { base: { parties: { ACME: 'TW' }, products: { quad: { maker: 'ACME', made: 'TW', parts: ['cam'] }, cam: { made: 'JP' } }, ...network } },
  cases: [{ case: 'c', expect: { verdict: 'clear' }, ...given }],
});
const faults = (given: object, network?: object): string[] => readCases(file(given, network), 'c.yaml', sha256).issues.map(({ code, at: { pointer }, params }) => `${code} ${pointer} ${params.given ?? ''}`);
const records = (given: object, network?: object): string[] => readCases(file(given, network), 'c.yaml', sha256).value!.cases[0]!.records.map(({ kind, id }) => `${kind} ${id}`).sort();

test('what is not said is settled', () => {
  expect(records({})).toEqual([
    'completeness cam.parts', 'completeness quad.parts', 'evidence paper', 'facility quad.plant', 'line quad.parts/1', 'party ACME', 'product cam', 'product quad', 'recipe cam.made', 'recipe quad.made',
  ]);
  const [given] = readCases(file({}), 'c.yaml', sha256).value!.cases;
  expect(given!.question).toEqual({ product: 'quad', asOf: '2026-11-01', knownAt: '2026-11-01' });
  expect(given!.expected).toEqual({ applies: 'yes', notes: [], verdict: 'clear', clauses: {}, missing: [] });
});

describe('changes', () => {
  test('records are lost, and what was pinned to them stays', () => {
    const kept = records({ lost: ['cam.*', 'quad.parts/1'] });
    expect(kept).toEqual(['completeness quad.parts', 'evidence paper', 'facility quad.plant', 'party ACME', 'product quad', 'recipe quad.made']);
  });
  test('an empty text takes a member away', () => {
    const [given] = readCases(file({ network: { products: { quad: { maker: '' } } } }), 'c.yaml', sha256).value!.cases;
    expect(given!.records.find(({ id }) => id === 'quad')).not.toHaveProperty('maker');
  });
  test('inferred records, and those without a paper', () => {
    const [given] = readCases(file({ inferred: ['cam.*'], without: ['ACME'] }), 'c.yaml', sha256).value!.cases;
    expect(given!.records.filter(({ level }) => level === 'inferred').map(({ id }) => id).sort()).toEqual(['cam', 'cam.made', 'cam.parts']);
    const paper = given!.records.find(({ kind }) => kind === 'evidence');
    expect(paper!.kind === 'evidence' && paper!.supports.length).toBe(given!.records.length - 2);
  });
});

describe('refused', () => {
  test.each<[string, object, string]>([
    ['a record that is not there', { lost: ['cam.sellers'] }, 'cam.sellers'],
    ['a part that is not there', { network: { products: { quad: { parts: ['gimbal'] } } } }, 'gimbal'],
    ['a use that is none', { network: { products: { quad: { parts: ['cam often'] } } } }, 'cam often'],
    ['a stake that is none', { network: { parties: { ACME: { domicile: 'TW', owners: { X: 'half' } } } } }, 'half'],
    ['a verdict that is none', { expect: { clauses: { A: 'green' } } }, 'green'],
  ])('%s', (_, given, said) => expect(faults(given)).toEqual([`cases/unclear /cases/0 ${said}`]));
  test('a network that is not there', () => expect(faults({ on: 'other' })).toEqual(['cases/unclear /cases/0/on other']));
  test('a member that is not there', () => expect(faults({ expects: {} })).toEqual(['input/unknown-field /cases/0/expects expects']));
});
