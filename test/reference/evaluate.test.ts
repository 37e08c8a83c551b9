/** The plain evaluator on small networks whose answers are known by hand. */
import { expect, test } from 'vitest';
import type { Rec } from '../../src/model/record.ts';
import type { Clause } from '../../src/rules/rulebook.ts';
import { digestOf } from '../support/digest.ts';
import { ask, clause, complete, line, listing, party, product, recipe, rules, stake } from '../support/make.ts';
import { reference } from './evaluate.ts';

const CC = ['CN', 'RU', 'IR', 'KP'];
const run = (records: readonly Rec[], c: Clause, root = 'quad') =>
  reference(records, ask(root), rules([c]), digestOf).clauses[0]!;

const R5 = ['flight-controller', 'radio', 'data-transmission', 'camera', 'gimbal'];
const B848 = clause({
  for: { components: { walk: 'bought', roles: R5 } },
  expects: ['flight-controller'],
  redIf: { any: [{ madeIn: CC, step: ['assembled'] }, { maker: { domicile: CC } }] },
});
const made = { steps: ['assembled'], sole: true } as const;
const l1 = line('b1', '1', ['fc']),
  l2 = line('b1', '2', ['cam']),
  l3 = line('b1', '3', ['motor']);
const base = [
  product('quad', { maker: 'ACME' }),
  party('ACME', { domicile: 'TW' }),
  recipe('b1', 'quad'),
  l1,
  l2,
  l3,
  product('fc', { maker: 'FCO', roles: ['flight-controller'] }),
  party('FCO', { domicile: 'TW' }),
  recipe('f', 'fc', { ...made, country: 'TW' }),
  product('cam', { maker: 'LENS', roles: ['camera'] }),
  recipe('c', 'cam', { ...made, country: 'VN' }),
  product('motor', { maker: 'MOT', roles: ['motor'] }),
  party('MOT', { domicile: 'CN' }),
];
const statement = complete('components', 'b1', [l1, l2], { scope: { roles: R5 } });

test('one red camera, with and without a statement', () => {
  const red = [...base, party('LENS', { domicile: 'CN' })];
  expect(run(red, B848)).toMatchObject({
    verdict: 'red',
    subjects: new Map([
      ['cam', 'red'],
      ['fc', 'clear'],
      ['motor', 'clear'],
      ['quad', 'unknown'],
    ]),
  });
  expect(run([...red, statement], B848).verdict).toBe('red');
  expect(run(base, B848).verdict).toBe('unknown');
  expect(run([...red, party('LENS', { domicile: 'TW' })], B848).verdict).toBe('unknown');
  expect(run([...red, party('LENS', { domicile: 'RU' })], B848).verdict).toBe('red');
});

test('clear needs the statement, its pin and the expected role', () => {
  const clear = [...base, party('LENS', { domicile: 'JP' }), statement];
  expect(run(clear, B848).verdict).toBe('clear');
  expect(
    run(
      clear.filter((r) => r !== statement),
      B848,
    ).verdict,
  ).toBe('unknown');
  expect(
    run(
      clear.filter((r) => r !== l2),
      B848,
    ).verdict,
  ).toBe('unknown');
  expect(run([...clear, line('b1', '9', ['res']), product('res', { roles: [] })], B848).verdict).toBe('clear');
  expect(run([...clear, line('b1', '9', ['res'])], B848).verdict).toBe('unknown');
  const fewer = clear.filter((r) => r !== l1 && r !== statement);
  expect(run([...fewer, complete('components', 'b1', [l2], { scope: { roles: R5 } })], B848).verdict).toBe('unknown');
});

test('numbers that tell two parties apart clear a listed name; another DUNS, or a number that cannot be one, does not', () => {
  const asks = clause({ for: { parties: ['maker'] }, redIf: { listed: ['L'] } });
  for (const [scheme, verdict] of [['lei', 'clear'], ['duns', 'unknown'], ['lei?', 'unknown']] as const) {
    const entry = listing('e', 'L', { ids: [{ scheme, value: 'X' }], names: ['Quiet Harbour'] });
    const held = (value: string): readonly Rec[] => [product('quad', { maker: 'B' }), party('B', { names: ['Quiet Harbour'], ids: [{ scheme, value }] }), entry, complete('entries', 'L', [entry])];
    expect([scheme, run(held('Y'), asks).verdict, run(held('X'), asks).verdict]).toEqual([scheme, verdict, 'red']);
  }
});

test('half of a company', () => {
  const owned = (dispersed?: 'ignore') =>
    clause({
      for: { parties: ['maker'] },
      redIf: { owned: 'OWN50_CASCADE', by: { listed: ['L'] }, ...(dispersed && { dispersed }) },
    });
  const id = (value: string) => ({ names: [value], ids: [{ scheme: 'reg', value }] });
  const entry = listing('e', 'L', { ids: [{ scheme: 'reg', value: 'X' }], names: ['X'] });
  const net = (x: [number, number], c: number, more: readonly Rec[] = []) => [
    product('quad', { maker: 'B' }),
    party('B', id('B')),
    party('X', id('X')),
    party('C', { ...id('C'), partyKind: 'person' }),
    stake('X', 'B', ...x),
    stake('C', 'B', c),
    entry,
    complete('entries', 'L', [entry]),
    ...more,
  ];
  expect(run(net([490_000, 490_000], 500_000), owned()).verdict).toBe('unknown');
  expect(run(net([490_000, 490_000], 500_100), owned()).verdict).toBe('clear');
  expect(run(net([500_000, 500_000], 500_000), owned()).verdict).toBe('red');
  expect(run(net([400_000, 600_000], 500_000), owned()).verdict).toBe('unknown');
  const held = complete('owners', 'B', [stake('X', 'B', 490_000), stake('C', 'B', 500_000)], {
    scope: { abovePpm: 50_000 },
  });
  expect(run(net([490_000, 490_000], 500_000, [held]), owned('ignore')).verdict).toBe('clear');
  expect(
    run(
      net([490_000, 490_000], 490_000, [complete('owners', 'B', [stake('X', 'B', 490_000), stake('C', 'B', 490_000)])]),
      owned(),
    ).verdict,
  ).toBe('unknown');
});

test('two sources, in two readings', () => {
  const two = (a: object, b: object, makerA: string, held = true) => {
    const l5 = line('b1', '5', [
      { product: 'rA', ...a },
      { product: 'rB', ...b },
    ]);
    const all = [
      ...base,
      party('LENS', { domicile: 'JP' }),
      l5,
      party('TWCO', { domicile: 'TW' }),
      party('CNCO', { domicile: 'CN' }),
      product('rA', { maker: makerA, roles: ['radio'] }),
      recipe('ra', 'rA', { ...made, country: 'TW' }),
      product('rB', { maker: 'CNCO', roles: ['radio'] }),
      recipe('rb', 'rB', { ...made, country: 'CN' }),
    ];
    const records = held ? [...all, complete('components', 'b1', [l1, l2, l5], { scope: { roles: R5 } })] : all;
    const walkAll = { components: { walk: 'all', roles: R5 } } as const;
    return [run(records, B848).verdict, run(records, { ...B848, for: walkAll, reading: 'independence' }).verdict];
  };
  expect(two({ use: 'in-use' }, { use: 'in-use' }, 'TWCO')[0]).toBe('red');
  expect(two({ use: 'in-use' }, { use: 'approved' }, 'TWCO')[0]).toBe('clear');
  expect(two({}, {}, 'TWCO')).toEqual(['unknown', 'unknown']);
  expect(two({}, {}, 'CNCO')).toEqual(['red', 'red']);
  expect(two({}, {}, 'TWCO', false)[1]).toBe('unknown');
});

test('a recycled magnet', () => {
  const sets = { redIf: { madeIn: CC } };
  const ring = (p2: 'in-use' | 'known', w2: boolean) => {
    const [m1, p1, p2r, o1, w1] = [
      recipe('m1', 'M', { country: 'TW', use: 'in-use' }),
      recipe('p1', 'P', { country: 'VN', use: 'in-use' }),
      recipe('p2', 'P', { country: 'TW', use: p2 }),
      recipe('o1', 'O', { country: 'CN', use: 'in-use' }),
      recipe('w1', 'W', { country: 'TW', use: 'in-use' }),
    ];
    const w2r = recipe('w2', 'W', { country: 'JP', use: 'approved' });
    const ls = [line('m1', '1', ['P']), line('p1', '1', ['O']), line('p2', '1', ['W']), line('w1', '1', ['M'])];
    const recipes = [m1, p1, p2r, o1, w1, ...(w2 ? [w2r] : [])];
    const records: Rec[] = [
      ...recipes,
      ...ls,
      ...recipes.map((r) =>
        complete(
          'components',
          r.id,
          ls.filter((l) => l.recipe === r.id),
        ),
      ),
      ...['P', 'O', 'W'].map((n) =>
        complete(
          'recipes',
          n,
          recipes.filter((r) => r.output === n),
        ),
      ),
    ];
    return [
      run(records, clause(sets), 'M').verdict,
      run(records, clause({ ...sets, reading: 'independence' }), 'M').verdict,
    ];
  };
  expect(ring('in-use', false)).toEqual(['red', 'red']);
  expect(ring('in-use', true)).toEqual(['red', 'clear']);
  expect(ring('known', false)).toEqual(['red', 'red']);
});
