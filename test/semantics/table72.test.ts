/**
 * What one would believe about verdicts and what is false in general: one counterexample each, with its exact outcomes,
 * on the engine and on the plain evaluator. The laws that do hold are in test/laws.
 */
import { describe, expect, test } from 'vitest';
import type { Rec } from '../../src/model/record.ts';
import type { Clause } from '../../src/rules/rulebook.ts';
import type { Pred } from '../../src/select/predicate.ts';
import { IMPLEMENTATIONS } from '../laws/engine.ts';
import { digestOf } from '../support/digest.ts';
import {
  ask,
  clause,
  complete,
  judge,
  line,
  listing,
  party,
  product,
  recipe,
  rules,
  stake,
  supply,
} from '../support/make.ts';

const CC = ['CN', 'RU'];
const madeIn = { madeIn: CC };
const inUse = { use: 'in-use' } as const;
/** A party that any list can be compared with. */
const known = (id: string, body: object = {}) =>
  party(id, { names: [id], ids: [{ scheme: 'lei', value: id }], ...body });
const entry = (id: string, of = id) =>
  listing(`entry ${id}`, 'L', { names: [of], ids: [{ scheme: 'lei', value: of }] });
const edition = (entries: readonly Rec[], validFrom = '2026-05-01') => ({
  ...complete('entries', 'L', entries, { validFrom }),
  id: `edition ${validFrom}`,
});
/** A part that is only made in one place, of nothing. */
const raw = (id: string, country: string): Rec[] => {
  const made = recipe(`${id}.made`, id, { country, sole: true, ...inUse });
  return [made, complete('components', made.id, [])];
};
/** The recipes of a product, their lines, and the statements that there are no others. */
const whole = (id: string, recipes: readonly Rec[], lines: readonly Rec[] = []): Rec[] => [
  ...recipes,
  ...lines,
  complete('recipes', id, recipes),
  ...recipes.map((r) =>
    complete(
      'components',
      r.id,
      lines.filter((l) => l.kind === 'line' && l.recipe === r.id),
    ),
  ),
];
const usd = (amount: string) => ({ lo: amount, hi: amount, currency: 'USD' });
const cost = (of: string, name: string, part: string, amount: string) =>
  line(of, name, [part], { quantity: '1', uom: 'C62', costEach: usd(amount) });
const mass = (of: string, name: string, part: string, grams: string) =>
  line(of, name, [part], { quantity: grams, uom: 'GRM' });

describe.each(IMPLEMENTATIONS)('%s', (_, evaluate) => {
  const verdict = (records: readonly Rec[], c: Clause, root = 'p') =>
    evaluate(records, ask(root), rules([c])).clauses.get('c');
  const ofProduct = (redIf: Pred, body: Partial<Clause> = {}) => clause({ for: 'product', redIf, ...body });
  const listedMaker = ofProduct({ maker: { listed: ['L'] } });

  test('losing a record can clear: the second of two origins', () => {
    const [tw, cn] = [
      recipe('p.1', 'p', { country: 'TW', ...inUse }),
      recipe('p.1', 'p', { country: 'CN', origin: 'another paper' }),
    ];
    const other = recipe('p.2', 'p', { country: 'CN', ...inUse });
    expect(verdict([tw, cn], ofProduct(madeIn))).toBe('unknown');
    expect(verdict([tw, other], ofProduct(madeIn))).toBe('red');
    expect(verdict([tw], ofProduct(madeIn))).toBe('clear');
  });

  test('losing a judgement can clear: brand B is the listed Y', () => {
    const [brand, y] = [party('B', { names: ['B'] }), entry('Y')];
    const records = [product('p', { maker: 'B' }), brand, y, edition([y])];
    expect(verdict([...records, judge(brand, y, 'same')], listedMaker)).toBe('red');
    expect(verdict(records, listedMaker)).toBe('clear');
  });

  test('losing a list edition can clear: May applies where June is lost', () => {
    const [y, x] = [entry('Y'), entry('X')];
    const may = [product('p', { maker: 'X' }), known('X'), y, edition([y])];
    expect(verdict([...may, x, edition([y, x], '2026-06-01')], listedMaker)).toBe('red');
    expect(verdict(may, listedMaker)).toBe('clear');
  });

  test('red does not stay whatever is added: a waiver', () => {
    const part = product('p', { maker: 'X' });
    const records = [part, known('X', { domicile: 'CN' })];
    const waived = ofProduct(
      { maker: { domicile: CC } },
      { unless: [{ id: 'w', cite: 'test', shown: { kind: ['waiver'], about: 'product' } }] },
    );
    expect(verdict(records, waived)).toBe('red');
    expect(
      verdict(
        [...records, { kind: 'evidence', id: 'w', level: 'confirmed', docKind: 'waiver', supports: [digestOf(part)] }],
        waived,
      ),
    ).toBe('clear');
  });

  test('red does not stay whatever is added: a later edition without X', () => {
    const [x, y] = [entry('X'), entry('Y')];
    const may = [product('p', { maker: 'X' }), known('X'), x, y, edition([x, y])];
    expect(verdict(may, listedMaker)).toBe('red');
    const delisted = may.map((r) => (r === x ? { ...x, validTo: '2026-06-01' } : r));
    expect(verdict([...delisted, edition([y], '2026-06-01')], listedMaker)).toBe('clear');
  });

  test('red does not stay whatever is added: a second claim of 40 % beside 60 %', () => {
    const x = entry('X');
    const records = [product('p', { maker: 'B' }), known('B'), known('X'), x, edition([x]), stake('X', 'B', 600_000)];
    const owned = ofProduct({ maker: { owned: 'OWN50_CASCADE', by: { listed: ['L'] } } });
    expect(verdict(records, owned)).toBe('red');
    expect(verdict([...records, { ...stake('X', 'B', 400_000), origin: 'another register' }], owned)).toBe('unknown');
  });

  test('red does not stay whatever is added: a line that dilutes a share', () => {
    const share = ofProduct({ share: 'cost', over: 'components', where: madeIn, atLeast: 5000 });
    const lines = [cost('b', '1', 'cn', '50'), cost('b', '2', 'tw', '50')],
      more = [...lines, cost('b', '3', 'tw', '20')];
    const parts = [recipe('b', 'p', inUse), ...raw('cn', 'CN'), ...raw('tw', 'TW')];
    expect(verdict([...parts, ...lines, complete('components', 'b', lines)], share)).toBe('red');
    expect(verdict([...parts, ...more, complete('components', 'b', more)], share)).toBe('clear');
  });

  test('"same" can make better: 30 % and 30 % become one holder of 30 to 60 %', () => {
    const [a, b, x, y] = [known('A'), known('A2'), entry('A'), entry('A2')];
    const records = [
      product('p', { maker: 'B' }),
      known('B'),
      a,
      b,
      x,
      y,
      edition([x, y]),
      stake('A', 'B', 300_000),
      stake('A2', 'B', 300_000),
    ];
    const owned = ofProduct({ maker: { owned: 'OWN50_CASCADE', by: { domicile: CC } } });
    const domiciled = records.map((r) => (r === a ? { ...a, domicile: 'CN' } : r === b ? { ...b, domicile: 'CN' } : r));
    expect(verdict(domiciled, owned)).toBe('red');
    const [left, right] = domiciled.filter((r) => r.id === 'A' || r.id === 'A2');
    expect(verdict([...domiciled, judge(left!, right!, 'same')], owned)).toBe('unknown');
  });

  test('adding a clear supplier does not leave clear: the pinned list no longer holds', () => {
    const s = supply('s', 'p', 'S', inUse);
    const records = [
      product('p', { maker: 'S' }),
      recipe('b', 'p', inUse),
      known('S', { domicile: 'TW' }),
      known('S2', { domicile: 'TW' }),
      s,
      complete('supplies', 'p', [s]),
    ];
    const seller = ofProduct({ supplier: { domicile: CC } });
    expect(verdict(records, seller)).toBe('clear');
    expect(verdict([...records, supply('s2', 'p', 'S2', inUse)], seller)).toBe('unknown');
  });

  test('a clear source can hurt: it takes domestic content below the threshold', () => {
    const domestic = ofProduct(
      { share: 'cost', over: 'components', where: madeIn, moreThan: 0 },
      {
        unless: [
          {
            id: 'domestic',
            cite: 'test',
            when: { share: 'cost', over: 'components', where: { madeIn: ['US'] }, atLeast: 6500 },
          },
        ],
      },
    );
    const parts = [recipe('b', 'p', inUse), ...raw('us', 'US'), ...raw('jp', 'JP'), ...raw('cn', 'CN')];
    const before = [cost('b', '1', 'us', '66'), cost('b', '3', 'cn', '34')],
      after = [cost('b', '1', 'us', '59'), cost('b', '2', 'jp', '7'), cost('b', '3', 'cn', '34')];
    expect(verdict([...parts, ...before, complete('components', 'b', before)], domestic)).toBe('clear');
    expect(verdict([...parts, ...after, complete('components', 'b', after)], domestic)).toBe('red');
  });

  test('a harmless part can acquit: 60 g of 100 g, then 60 g of 125 g', () => {
    const covered = ofProduct(
      { share: 'mass', over: 'components', where: { material: ['NdFeB'] }, moreThan: 0 },
      {
        unless: [
          {
            id: 'little',
            cite: 'test',
            when: { share: 'mass', over: 'components', where: { material: ['NdFeB'] }, lessThan: 5000 },
          },
        ],
      },
    );
    const of = (part: string, substance: string): Rec[] => {
      const only: Rec = {
        kind: 'material',
        id: part,
        level: 'confirmed',
        product: part,
        substance,
        massPpm: { lo: 1_000_000, hi: 1_000_000 },
      };
      return [...raw(part, 'TW'), only, complete('materials', part, [only])];
    };
    const parts = [
      recipe('b', 'p', inUse),
      ...of('magnet', 'NdFeB'),
      ...of('case', 'aluminium'),
      ...of('steel', 'steel'),
    ];
    const before = [mass('b', '1', 'magnet', '60'), mass('b', '2', 'case', '40')],
      after = [...before, mass('b', '3', 'steel', '25')];
    expect(verdict([...parts, ...before, complete('components', 'b', before)], covered)).toBe('red');
    expect(verdict([...parts, ...after, complete('components', 'b', after)], covered)).toBe('clear');
  });

  test('a trader in between can change the verdict: it is listed, and the clause asks for sellers', () => {
    const x = entry('T');
    const direct = supply('s', 'p', 'M', inUse),
      traded = [supply('s', 'p', 'T', inUse), supply('t', 'p', 'M', { buyer: 'T', ...inUse })];
    const records = [product('p', { maker: 'M' }), recipe('b', 'p', inUse), known('M'), known('T'), x, edition([x])];
    const seller = ofProduct({ supplier: { listed: ['L'] } });
    expect(verdict([...records, direct, complete('supplies', 'p', [direct])], seller)).toBe('clear');
    expect(verdict([...records, ...traded, complete('supplies', 'p', traded)], seller)).toBe('red');
  });

  test('a subsidiary in between can change the verdict: a domicile stops at it', () => {
    const domicile = ofProduct({ maker: { domicile: CC } });
    expect(verdict([product('p', { maker: 'DJI' }), party('DJI', { domicile: 'CN' })], domicile)).toBe('red');
    expect(
      verdict(
        [
          product('p', { maker: 'MY' }),
          party('MY', { domicile: 'MY' }),
          party('DJI', { domicile: 'CN' }),
          stake('DJI', 'MY', 1_000_000),
        ],
        domicile,
      ),
    ).toBe('clear');
  });

  test('an assembly is not as bad as the worst of its parts: a CN chip in a bought flight controller', () => {
    const [fc, chip] = [line('b', '1', ['fc']), line('f', '1', ['chip'])];
    const records = [
      product('p', { maker: 'ACME' }),
      product('fc', { maker: 'FCO' }),
      recipe('b', 'p', inUse),
      fc,
      complete('components', 'b', [fc]),
      ...whole('fc', [recipe('f', 'fc', { country: 'TW', ...inUse })], [chip]),
      ...raw('chip', 'CN'),
    ];
    const bought = (root: string) =>
      verdict(
        [...records.filter((r) => r.id !== 'b'), recipe('b', 'p', { country: 'TW', ...inUse })],
        clause({ for: { components: { walk: 'bought' } }, redIf: madeIn }),
        root,
      );
    expect(bought('p')).toBe('clear');
    expect(bought('chip')).toBe('red');
  });

  test('independence red does not imply exposure red: the way in use is a loop that nothing starts', () => {
    const loop = line('w1', '1', ['p']);
    const records = whole(
      'p',
      [recipe('w1', 'p', { country: 'TW', ...inUse }), recipe('w2', 'p', { country: 'CN', use: 'approved' })],
      [loop],
    );
    expect(verdict(records, clause({ redIf: madeIn }))).toBe('unknown');
    expect(verdict(records, clause({ redIf: madeIn, reading: 'independence' }))).toBe('red');
  });

  test('a loop without red is not clear: recycled from itself, and nothing starts it', () => {
    const loop = line('w1', '1', ['p']);
    const records = whole('p', [recipe('w1', 'p', { country: 'TW', ...inUse })], [loop]);
    expect(verdict(records, clause({ redIf: madeIn }))).toBe('unknown');
    expect(verdict(records, clause({ redIf: madeIn, reading: 'independence' }))).toBe('unknown');
  });

  test('unknown need not have a clear completion: domicile in CN or not in CN', () => {
    const either = ofProduct(
      { maker: { any: [{ domicile: ['CN'] }, { not: { domicile: ['CN'] } }] } },
      { notPolar: true },
    );
    const records = [product('p', { maker: 'M' })];
    expect(verdict(records, either)).toBe('unknown');
    expect(verdict([...records, party('M', { domicile: 'CN' })], either)).toBe('red');
    expect(verdict([...records, party('M', { domicile: 'TW' })], either)).toBe('red');
  });

  test('a further source can take independence away from clear: the only way was in use because it was the only one', () => {
    const independence = clause({ redIf: madeIn, reading: 'independence' });
    const [tw, cn] = [recipe('w1', 'p', { country: 'TW' }), recipe('w2', 'p', { country: 'CN', ...inUse })];
    expect(verdict(whole('p', [tw]), independence)).toBe('clear');
    expect(verdict(whole('p', [tw, cn]), independence)).toBe('unknown');
  });

  test('a complete list does not always decide: 49 % and 49 % are not all', () => {
    const x = entry('X'),
      stakes = [stake('X', 'B', 490_000), stake('C', 'B', 490_000)];
    const records = [
      product('p', { maker: 'B' }),
      known('B'),
      known('X'),
      known('C'),
      x,
      edition([x]),
      ...stakes,
      complete('owners', 'B', stakes),
    ];
    expect(verdict(records, ofProduct({ maker: { owned: 'OWN50_CASCADE', by: { listed: ['L'] } } }))).toBe('unknown');
  });

  test('a number that is on no list does not clear: entries have names, and the party has none', () => {
    const x = listing('entry X', 'L', { names: ['X'] });
    const maker = party('M', { ids: [{ scheme: 'lei', value: 'M' }] });
    const records = [product('p', { maker: 'M' }), x, edition([x])];
    expect(verdict([...records, maker], listedMaker)).toBe('unknown');
    expect(verdict([...records, { ...maker, names: ['M'] }], listedMaker)).toBe('clear');
    const same = listing('entry X', 'L', { names: ['X'], ids: [{ scheme: 'lei', value: 'M' }] });
    expect(verdict([...records.slice(0, 1), same, edition([same]), maker], listedMaker)).toBe('red');
  });

  test('a listed name is cleared by another number only where that tells two parties apart', () => {
    for (const [scheme, other] of [['lei', 'clear'], ['duns', 'unknown'], ['lei?', 'unknown']] as const) {
      const entry = listing('entry X', 'L', { names: ['Quiet Harbour'], ids: [{ scheme, value: 'X' }] });
      const held = (value: string, names: readonly string[] = ['Quiet Harbour']): Rec[] => [product('p', { maker: 'M' }), entry, edition([entry]), party('M', { ...(names.length > 0 && { names }), ids: [{ scheme, value }] })];
      expect([scheme, verdict(held('Y'), listedMaker), verdict(held('X'), listedMaker), verdict(held('Y', []), listedMaker)]).toEqual([scheme, other, 'red', other]);
    }
  });

  test('a clear source can make independence red: it starts a loop whose other way is red', () => {
    const independence = clause({ redIf: madeIn, reading: 'independence' });
    const [loop, needs] = [line('w1', '1', ['p']), line('w2', '1', ['x'])];
    const records = whole(
      'p',
      [recipe('w1', 'p', { country: 'TW', ...inUse }), recipe('w2', 'p', { country: 'CN', ...inUse })],
      [loop, needs],
    );
    expect(verdict(records, independence)).toBe('unknown');
    expect(verdict([...records, ...raw('x', 'TW')], independence)).toBe('red');
  });
});
