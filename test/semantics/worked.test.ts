/** The six worked examples of the specification (section 8), each letter of them, on the engine and on the plain reference. */
import { describe, expect, test } from 'vitest';
import type { Id, Ownership, Party, Product, Rec, Recipe } from '../../src/model/record.ts';
import { ask as asking, evaluateRulebook, type Outcome } from '../../src/rules/evaluate.ts';
import type { Completions } from '../../src/rules/assume.ts';
import { type Clear, type Dead, type Missing, missingFor, type Red } from '../../src/rules/grounds.ts';
import type { Clause, Rulebook } from '../../src/rules/rulebook.ts';
import { IMPLEMENTATIONS, type Verdict } from '../laws/engine.ts';
import { sha256 } from '../support/digest.ts';
import { ask, clause, complete, judge, line, listing, party, product, recipe, rules, stake } from '../support/make.ts';

const R5 = ['flight-controller', 'radio', 'data-transmission', 'camera', 'gimbal'];
const CC = ['CN', 'RU', 'IR', 'KP'];
const B: Clause = clause({
  id: 'B', for: { components: { walk: 'bought', roles: R5 } }, expects: ['flight-controller'],
  redIf: { any: [{ madeIn: CC, step: ['assembled'] }, { maker: { domicile: CC } }] },
});
const choice = (of: Clause): Clause => ({ ...of, reading: 'independence', for: { components: { walk: 'all', roles: R5 } } });

/** Both implementations say so; the outcomes of the engine. */
function outcomes(records: readonly Rec[], root: Id, of: Clause, verdict: Verdict, book: Partial<Rulebook> = {}): readonly Outcome[] {
  const question = ask(root);
  const rulebook = rules([of], { consequence: 'blocks-award', ...book });
  for (const [name, evaluate] of IMPLEMENTATIONS) expect(evaluate(records, question, rulebook).verdict, name).toBe(verdict);
  return evaluateRulebook(asking(records, question, sha256), rulebook).outcomes;
}
const bodyOf = <B>(found: readonly Outcome[], subject: Id | 'all', verdict: Verdict): B => {
  const one = found.filter((outcome) => outcome.subject === subject && outcome.verdict === verdict);
  expect(found.map(({ subject: of, verdict: is }) => `${is} ${of}`)).toContain(`${verdict} ${subject}`);
  return one[0]!.draft.body as B;
};
/** What would decide an open subject. */
const examples = (found: readonly Outcome[], subject: Id): Completions => found.find((one) => one.subject === subject && one.verdict === 'unknown')!.completions!();
const missing = (found: readonly Outcome[]): readonly Missing[] => found.flatMap(({ draft, subject }) => missingFor(draft, subject));
const lacks = (found: readonly Outcome[], subject: Id): readonly Missing[] => missing(found.filter((one) => one.subject === subject && one.verdict === 'unknown'));
const assumed = <K extends Rec['kind']>(records: readonly Rec[] | undefined, kind: K): Extract<Rec, { kind: K }>[] => (records ?? []).filter((rec): rec is Extract<Rec, { kind: K }> => rec.kind === kind);

/** A bought part: product, the one place it is made, and its maker's domicile. */
const made = (id: Id, roles: readonly string[] | undefined, maker: Id | undefined, country: string): Rec[] => [
  product(id, { ...(roles && { roles }), ...(maker !== undefined && { maker }) }), recipe(`r-${id}`, id, { country, steps: ['assembled'], sole: true }),
];
const ACME = party('ACME', { domicile: 'TW' });
const FCO = party('FCO', { domicile: 'TW' });
const MOT = party('MOT', { domicile: 'CN' });
const LENS = party('LENS', { domicile: 'CN' });
const quad = [product('quad', { maker: 'ACME' }), recipe('b1', 'quad', { country: 'TW', steps: ['assembled'] })];
const one = line('b1', '1', ['fc']);
const two = line('b1', '2', ['cam']);
const three = line('b1', '3', ['motor']);
const lines = [one, two, three];
const fc = made('fc', ['flight-controller'], 'FCO', 'TW');
const cam = made('cam', ['camera'], 'LENS', 'VN');
const motor = made('motor', ['motor'], 'MOT', 'CN');
const all = complete('components', 'b1', lines);

describe('E1, one red camera', () => {
  const network = [ACME, FCO, MOT, ...quad, ...lines, ...fc, ...cam, ...motor];
  test.each([['without', []], ['with', [all]]] as const)('red by the camera %s a statement that the bill is whole', (_, statement) => {
    const found = outcomes([...network, LENS, ...statement], 'quad', B, 'red');
    const reds = found.filter(({ verdict }) => verdict === 'red');
    expect(reds.map(({ subject }) => subject)).toEqual(['cam']);
    expect((reds[0]!.draft.body as Red).path).toEqual(['cam', 'quad']);
  });
  test('without LENS: unknown, never clear', () => {
    expect(missing(outcomes([...network, all], 'quad', B, 'unknown'))).toContainEqual(expect.objectContaining({ kind: 'field', of: 'LENS', field: 'domicile' }));
  });
  test('a second claim that LENS is in Taiwan: unknown, conflict', () => {
    expect(missing(outcomes([...network, all, LENS, party('LENS', { domicile: 'TW' })], 'quad', B, 'unknown'))).toContainEqual(expect.objectContaining({ kind: 'conflict', of: 'LENS' }));
  });
  test('a second claim that it is in Russia: still red', () => {
    bodyOf<Red>(outcomes([...network, LENS, party('LENS', { domicile: 'RU' })], 'quad', B, 'red'), 'cam', 'red');
  });
});

describe('E2, unknown maker', () => {
  const network = [ACME, FCO, MOT, ...quad, ...lines, all, ...fc, ...made('cam', ['camera'], undefined, 'VN'), ...motor];
  test('unknown, the maker is missing, and one maker or another decides', () => {
    const found = outcomes(network, 'quad', B, 'unknown');
    const open = lacks(found, 'cam');
    const { ifRed, ifClear } = examples(found, 'cam');
    expect(open).toContainEqual(expect.objectContaining({ kind: 'field', of: 'cam', field: 'maker' }));
    for (const [side, covered] of [[ifRed, true], [ifClear, false]] as const) {
      const [named] = assumed(side, 'product').filter(({ id, maker }: Product) => id === 'cam' && maker !== undefined);
      const [maker] = assumed(side, 'party').filter(({ id }: Party) => id === named!.maker);
      expect(CC.includes(maker!.domicile!)).toBe(covered);
    }
  });
  const whole = (country: string): Rec[] => {
    const four = line('b1', '4', ['module']);
    return [ACME, FCO, MOT, party('LENS', { domicile: 'JP' }), ...quad, ...lines, four, complete('components', 'b1', [...lines, four]), ...fc, ...cam, ...motor, ...made('module', undefined, 'FCO', country)];
  };
  test('a module without roles from Taiwan is harmless in every role', () => void outcomes(whole('TW'), 'quad', B, 'clear'));
  test('made in China it is unknown', () => void expect(lacks(outcomes(whole('CN'), 'quad', B, 'unknown'), 'module')).not.toEqual([]));
});

describe('E3, complete or not', () => {
  const lens = party('LENS', { domicile: 'JP' });
  const facts = [ACME, FCO, MOT, lens, ...quad, ...fc, ...cam, ...motor];
  const scoped = complete('components', 'b1', [one, two], { scope: { roles: R5 } });
  test('(a) all lines in the five roles are stated: clear, leaves first', () => {
    const { visited } = bodyOf<Clear>(outcomes([...facts, ...lines, scoped], 'quad', B, 'clear'), 'all', 'clear');
    expect([...visited].sort()).toEqual(['cam', 'fc', 'motor', 'quad']);
    expect(visited.at(-1)).toBe('quad');
  });
  test('(b) no statement: unknown; an unwritten Chinese part, or the statement, would decide', () => {
    const found = outcomes([...facts, ...lines], 'quad', B, 'unknown');
    const open = lacks(found, 'quad');
    const { ifRed, ifClear } = examples(found, 'quad');
    expect(open).toContainEqual(expect.objectContaining({ kind: 'list', of: 'b1', field: 'components' }));
    const [unwritten] = assumed(ifRed, 'line');
    const part = unwritten!.options[0]!.product;
    expect(unwritten!.recipe).toBe('b1');
    expect(assumed(ifRed, 'product').some(({ id, roles }: Product) => id === part && roles?.some((role) => R5.includes(role)))).toBe(true);
    expect(assumed(ifClear, 'completeness')).toContainEqual(expect.objectContaining({ list: 'components', of: 'b1', status: 'complete' }));
  });
  test('(c) a pinned line is lost: unknown', () => void outcomes([...facts, one, three, scoped], 'quad', B, 'unknown'));
  const four = line('b1', '4', ['resistor']);
  test('(d) a resistor with no roles is out of scope: clear', () => void outcomes([...facts, ...lines, four, product('resistor', { roles: [] }), scoped], 'quad', B, 'clear'));
  test('(d) a resistor with roles not recorded is in scope and not pinned: unknown', () => void outcomes([...facts, ...lines, four, product('resistor'), scoped], 'quad', B, 'unknown'));
  test('(e) restated as complete without a flight controller: unknown', () => {
    expect(missing(outcomes([...facts, two, three, complete('components', 'b1', [two], { scope: { roles: R5 } })], 'quad', B, 'unknown'))).toContainEqual(expect.objectContaining({ kind: 'expects', field: 'flight-controller' }));
  });
});

describe('E4, 49/50', () => {
  const half = (dispersed?: 'ignore'): Clause => clause({ id: 'OWN50', for: { parties: ['maker'] }, redIf: { owned: 'OWN50_CASCADE', by: { listed: ['L'] }, ...(dispersed && { dispersed }) } });
  const entries = [listing('x', 'L', { ids: [{ scheme: 'reg', value: 'X' }] }), listing('y', 'L', { ids: [{ scheme: 'reg', value: 'Y' }] })];
  const person = (id: Id): Party => party(id, { partyKind: 'person', ids: [{ scheme: 'reg', value: id }] });
  const company = (id: Id): Party => party(id, { partyKind: 'company', ids: [{ scheme: 'reg', value: id }] });
  const book = { lists: { L: {} } };
  const world = [...entries, complete('entries', 'L', entries, { validFrom: '2026-11-01' }), company('X'), company('Y'), company('B'), company('T'), person('C'), person('D0')];
  const bp = 100;
  const of = (maker: Id): Rec[] => [product('p', { maker }), recipe('b', 'p')];
  const b = (x: Ownership, c: number): Rec[] => [...world, ...of('B'), x, stake('C', 'B', c * bp)];
  const atom = '/redIf';

  test('4900 listed, 5000 clear, 100 unrecorded: unknown, decided by the 100', () => {
    const found = outcomes(b(stake('X', 'B', 4900 * bp), 5000), 'p', half(), 'unknown', book);
    const open = lacks(found, 'p');
    const { ifRed, ifClear } = examples(found, 'p');
    expect(open).toContainEqual(expect.objectContaining({ kind: 'stake', of: 'B', ppm: 100 * bp }));
    for (const side of [ifRed, ifClear]) {
      const [holding] = assumed(side, 'ownership');
      expect(holding).toMatchObject({ asset: 'B', equityPpm: { lo: 100 * bp, hi: 100 * bp } });
    }
    expect(ifRed).not.toEqual(ifClear);
  });
  test('5001 in clear hands: clear', () => {
    const { sets } = bodyOf<Clear>(outcomes(b(stake('X', 'B', 4900 * bp), 5001), 'p', half(), 'clear', book), 'all', 'clear');
    const free = Object.entries(sets.free).filter(([id]) => id.startsWith(atom)).flatMap(([, members]) => members);
    expect(free).toEqual(expect.arrayContaining(['B', 'C']));
    expect(free).not.toContain('X');
  });
  test('5000 listed: red, caught in order', () => {
    const { sets } = bodyOf<Red>(outcomes(b(stake('X', 'B', 5000 * bp), 5000), 'p', half(), 'red', book), 'p', 'red');
    const caught = Object.entries(sets.caught).filter(([id]) => id.startsWith(atom)).map(([, members]) => members);
    expect(caught).toContainEqual(['X', 'B']);
  });
  test('a band from 4000 to 6000: unknown', () => void outcomes(b(stake('X', 'B', 4000 * bp, 6000 * bp), 5000), 'p', half(), 'unknown', book));
  test('owners complete above 500 and the dispersed ignored: clear', () => {
    const x = stake('X', 'B', 4900 * bp);
    const c = stake('C', 'B', 5000 * bp);
    const network = [...world, ...of('B'), x, c, complete('owners', 'B', [x, c], { scope: { abovePpm: 500 * bp } })];
    outcomes(network, 'p', half('ignore'), 'clear', book);
    outcomes(network, 'p', half(), 'unknown', book);
  });
  test('the 100 of B decide T too', () => {
    const t = [stake('B', 'T', 4000 * bp), stake('Y', 'T', 1000 * bp), stake('D0', 'T', 5000 * bp)];
    const network = [...b(stake('X', 'B', 4900 * bp), 5000).filter((rec) => rec.kind !== 'product' && rec.kind !== 'recipe'), ...of('T'), ...t];
    expect(missing(outcomes(network, 'p', half(), 'unknown', book))).toContainEqual(expect.objectContaining({ kind: 'stake', of: 'B', ppm: 100 * bp }));
    outcomes([...network, party('X2', { ids: [{ scheme: 'reg', value: 'X2' }] }), stake('X2', 'B', 100 * bp), judge(party('X2', { ids: [{ scheme: 'reg', value: 'X2' }] }), entries[0]!, 'same')], 'p', half(), 'unknown', book);
  });
});

describe('E5, two sources', () => {
  const lens = party('LENS', { domicile: 'JP' });
  const RAD = party('RAD', { domicile: 'TW' });
  const RED = party('RED', { domicile: 'CN' });
  const inside = ['fc', 'cam', 'rA', 'rB', 'motor'].map((id) => complete('components', `r-${id}`, []));
  const facts = [ACME, FCO, MOT, lens, RAD, RED, ...quad, ...fc, ...cam, ...motor, ...inside];
  const network = (five: ReturnType<typeof line>, alternative: readonly Rec[] = made('rA', ['radio'], 'RAD', 'TW'), stated = true): Rec[] => [
    ...facts, ...alternative, ...made('rB', ['radio'], 'RED', 'CN'), ...lines, five, ...(stated ? [complete('components', 'b1', [one, two, five], { scope: { roles: R5 } })] : []),
  ];
  const uses = (a?: 'in-use' | 'approved' | 'known', b = a): ReturnType<typeof line> => line('b1', '5', [{ product: 'rA', ...(a && { use: a }) }, { product: 'rB', ...(b && { use: b }) }]);
  test('both in use: exposure red, independence clear', () => {
    expect(bodyOf<Red>(outcomes(network(uses('in-use')), 'quad', B, 'red'), 'rB', 'red').path).toEqual(['rB', 'quad']);
    const { visited } = bodyOf<Clear>(outcomes(network(uses('in-use')), 'quad', choice(B), 'clear'), 'all', 'clear');
    expect(visited).toContain('rA');
    expect(visited).not.toContain('rB');
  });
  test('the Chinese one only approved: both clear', () => {
    outcomes(network(uses('in-use', 'approved')), 'quad', B, 'clear');
    outcomes(network(uses('in-use', 'approved')), 'quad', choice(B), 'clear');
  });
  test('use not recorded: unknown in both readings', () => {
    outcomes(network(uses()), 'quad', B, 'unknown');
    outcomes(network(uses()), 'quad', choice(B), 'unknown');
  });
  test('both Chinese: red in both readings', () => {
    const both = network(uses(), made('rA', ['radio'], 'RED', 'TW'));
    outcomes(both, 'quad', B, 'red');
    const { dead } = bodyOf<Dead>(outcomes(both, 'quad', choice(B), 'red'), 'quad', 'red');
    expect([...dead].sort()).toEqual(['quad', 'rA', 'rB']);
  });
  test('no statement about the lines: a choice is unknown, a red stays red', () => {
    outcomes(network(uses('in-use'), undefined, false), 'quad', choice(B), 'unknown');
    outcomes(network(uses('in-use'), undefined, false), 'quad', B, 'red');
    outcomes(network(uses(), made('rA', ['radio'], 'RED', 'TW'), false), 'quad', choice(B), 'red');
  });
});

describe('E6, recycled magnet', () => {
  const way = (id: string, output: Id, country: string, steps: readonly string[], input?: Id, use?: Recipe['use']): Rec[] => {
    const needed = input === undefined ? [] : [line(id, '1', [input])];
    return [recipe(id, output, { country, steps, ...(use && { use }) }), ...needed, complete('components', id, needed)];
  };
  const recipes = (of: Id, ...ways: readonly Rec[][]): Rec[] => [complete('recipes', of, ways.map(([first]) => first!)), ...ways.flat()];
  const magnet = (p1: Recipe['use'], more: readonly Rec[][] = []): Rec[] => [
    ...['M', 'P', 'O', 'W'].map((id) => product(id)),
    ...recipes('M', way('m1', 'M', 'TW', ['sintered'], 'P')),
    ...recipes('P', way('p1', 'P', 'VN', ['melted'], 'O', p1), way('p2', 'P', 'TW', ['melted'], 'W', 'in-use')),
    ...recipes('O', way('o1', 'O', 'CN', ['mined', 'separated'])),
    ...recipes('W', way('w1', 'W', 'TW', ['collected'], 'M'), ...more),
  ];
  const exposure = clause({ id: 'E', redIf: { madeIn: CC } });
  const independence: Clause = { ...exposure, reading: 'independence' };
  const worn = way('w2', 'W', 'JP', ['collected'], undefined, 'approved');

  test('(a) both in use: red, and recycling own scrap gives no independence', () => {
    expect(bodyOf<Red>(outcomes(magnet('in-use'), 'M', exposure, 'red'), 'O', 'red').path).toEqual(['O', 'P', 'M']);
    const { dead, founded } = bodyOf<Dead>(outcomes(magnet('in-use'), 'M', independence, 'red'), 'M', 'red');
    expect([...dead].sort()).toEqual(['M', 'O', 'P', 'W']);
    expect(founded).toEqual(['O', 'P', 'M', 'W']);
  });
  test('(b) worn-out goods from Japan: independence clear, exposure still red', () => {
    outcomes(magnet('in-use', [worn]), 'M', exposure, 'red');
    const { visited } = bodyOf<Clear>(outcomes(magnet('in-use', [worn]), 'M', independence, 'clear'), 'all', 'clear');
    expect(visited).toEqual(['W', 'P', 'M']);
  });
  test('(c) nothing red, and nothing starts the loop: unknown in both readings', () => {
    for (const of of [exposure, independence]) {
      const found = outcomes(magnet('known'), 'M', of, 'unknown');
      expect(missing(found).filter(({ kind }) => kind === 'unfounded').map(({ of: id }) => id), of.reading ?? 'exposure').toContain('W');
      const start = (side: 'ifRed' | 'ifClear'): readonly (string | undefined)[] =>
        found.flatMap(({ completions }) => assumed(completions?.()[side], 'recipe').map(({ country }) => country));
      expect(start('ifRed').some((country) => CC.includes(country!)), of.reading ?? 'exposure').toBe(true);
      expect(start('ifClear').some((country) => !CC.includes(country!)), of.reading ?? 'exposure').toBe(true);
    }
  });
});
