import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { check, open, prove } from '../../src/checker/check.ts';
import {
  type Case, clear, complete, type Draft, dead, digest, evidence, type Json, line, listing, made, none, opens, outcome, owns, party, product,
  QUESTION, recipe, record, red, redBody, reseal, rulebook, said, sealed, sha256, standing, undecided, unknown, bundleOf,
} from './build.ts';
import { forge, numbers } from './forge.ts';

/** Lines of code of the checker. */
const LIMIT = 926;
const R5 = ['flight-controller', 'radio', 'data-transmission', 'camera', 'gimbal'];
const on = (records: Json[], book = NDAA, question = QUESTION): Case => ({ records, question, rulebook: book });
const says = (name: string, given: Case, draft: Draft, expected = 'accepted'): void => {
  test(`${name}: ${expected}`, async () => expect(await outcome(given, draft)).toBe(expected));
};
/** The same with the other reading. */
const independent = (book: Json): Json => ({ ...book, clauses: [{ ...(book.clauses as Json[])[0], reading: 'independence' }] });

const NDAA = rulebook({
  for: { components: { walk: 'bought', roles: R5 } }, expects: ['flight-controller'],
  redIf: { any: [{ madeIn: 'CC', step: ['assembled'] }, { maker: { domicile: 'CC' } }] },
});
const has = (...nodes: string[]): Json => ({ caught: { '/expects/0': nodes }, free: {} });
const [l1, l2, l3] = [line('b1', '1', 'fc'), line('b1', '2', 'cam'), line('b1', '3', 'motor')];
const quad = [
  party('ACME', 'TW'), party('FCO', 'TW'), party('MOT', 'CN'), product('quad', 'ACME'), recipe('b1', 'quad'), l1, l2, l3,
  product('fc', 'FCO', ['flight-controller']), product('cam', 'LENS', ['camera']), product('motor', 'MOT', ['motor']),
  made('fc', 'TW'), made('cam', 'VN'), made('motor', 'CN'),
];
const pin = (...lines: Json[]): Json => complete('components', 'b1', lines, { scope: { roles: R5 } });
const nodes = ['fc', 'cam', 'motor', 'quad'];

describe('E1 one red camera', () => {
  const e1 = [...quad, party('LENS', 'CN')];
  says('red by its maker', on(e1), red(['cam', 'quad']));
  says('red with a completeness statement', on([...e1, pin(l1, l2)]), red(['cam', 'quad']));
  says('clear with a statement', on([...e1, pin(l1, l2)]), clear(nodes, has('fc', 'quad')), 'not-closed');
  says('the motor, which has no role asked', on(e1), red(['motor', 'quad']), 'not-bad');
  says('the controller', on(e1), red(['fc', 'quad']), 'not-bad');
  says('a path that stops short', on(e1), red(['cam']), 'not-reached');
  says('its maker unrecorded, red', on(quad), red(['cam', 'quad']), 'not-bad');
  says('its maker unrecorded, clear', on([...quad, pin(l1, l2)]), clear(nodes, has('fc', 'quad')), 'not-closed');
  const twice = on([...e1, party('LENS', 'TW', { salt: '2' }), pin(l1, l2)]);
  says('a second claim of TW', twice, red(['cam', 'quad']), 'not-bad');
  says('a second claim of TW, unknown', twice, unknown(['cam', 'quad']));
  says('a second claim of RU', on([...e1, party('LENS', 'RU', { salt: '2' })]), red(['cam', 'quad']));
  says('a second claim of RU, unknown', on([...e1, party('LENS', 'RU', { salt: '2' })]), unknown(['cam', 'quad']), 'not-open');
  says('red and said to be aside', on(e1), unknown(['cam', 'quad'], none, { aside: ['cam'] }), 'not-open');
  says('red and all of it said to be aside', on(e1), unknown(['cam', 'quad'], none, { aside: ['cam', 'quad'] }), 'not-open');
});

describe('E2 unknown maker', () => {
  const base = quad.filter((r) => r.id !== 'cam'), cam = product('cam', undefined, ['camera']), e2 = on([...base, cam, pin(l1, l2)]);
  says('unknown', e2, unknown(['cam', 'quad']));
  says('unknown without a path', e2, opens([{ subject: 'cam', missing: [] }]), 'shape');
  says('red', e2, red(['cam', 'quad']), 'not-bad');
  says('clear', e2, clear(nodes, has('fc', 'quad')), 'not-closed');
  says('unknown of a part that is clear', e2, unknown(['fc', 'quad']), 'not-open');
  says('unknown of another subject than the path has', e2, unknown(['cam', 'quad'], none, { subject: 'fc' }), 'subject');
  says('unknown of all that is open, said of one', e2, { ...unknown(['cam', 'quad']), subject: 'cam' }, 'subject');
  says('unknown of nobody', e2, opens([]), 'subject');
  says('unknown of two, one of which is clear', e2, opens([standing(['cam', 'quad']), standing(['fc', 'quad'])]), 'not-open');
  says('unknown of a part that is nowhere', on([...e2.records, product('spare', undefined, ['radio'])]), unknown(['spare', 'cam', 'quad']), 'not-reached');
  const l4 = line('b1', '4', 'module'), module_ = (country: string): Json[] => [product('module', 'ACME'), made('module', country), l4, complete('components', 'made-module', [])];
  const e1clear = [...quad, party('LENS', 'JP'), pin(l1, l2, l4)];
  says('a module without roles, harmless', on([...e1clear, ...module_('TW')]), clear(['fc', 'cam', 'motor', 'module', 'quad'], has('fc', 'quad')));
  says('a module without roles made in CN', on([...e1clear, ...module_('CN')]), clear(['fc', 'cam', 'motor', 'module', 'quad'], has('fc', 'quad')), 'not-closed');
  says('a module without roles made in CN, unknown', on([...e1clear, ...module_('CN')]), unknown(['module', 'quad']));
});

describe('E3 complete or not', () => {
  const e3 = [...quad, party('LENS', 'JP')], a = on([...e3, pin(l1, l2)]), b = on(e3);
  says('a', a, clear(nodes, has('fc', 'quad')));
  says('a, leaves last', a, clear(['quad', ...nodes.slice(0, 3)], has('fc', 'quad')), 'not-founded');
  says('a, a node left out', a, clear(['fc', 'cam', 'quad'], has('fc', 'quad')), 'not-closed');
  says('a, without the root', a, clear(['fc'], has('fc', 'quad')), 'not-closed');
  says('a, nothing visited', a, clear([], none), 'not-closed');
  says('a, expects not shown', a, clear(nodes), 'not-met');
  says('a, expects shown by a motor', a, clear(nodes, has('motor', 'quad')), 'not-caught');
  says('a, of one subject', a, clear(nodes, has('fc', 'quad'), 'fc'), 'subject');
  says('b', b, clear(nodes, has('fc', 'quad')), 'not-closed');
  says('b, unknown', b, unknown(['quad']));
  says('a, not unknown', a, unknown(['quad']), 'not-settled');
  says('a, not unknown by what it expects', a, unknown(['quad'], { uncaught: { '/expects/0': ['quad', 'fc'] } }), 'not-uncaught');
  const c = on([...quad.filter((r) => r !== l2), party('LENS', 'JP'), pin(l1, l2)]);
  says('c, a pinned line lost', c, clear(['fc', 'motor', 'quad'], has('fc', 'quad')), 'not-closed');
  says('c, unknown', c, unknown(['quad']));
  const l5 = line('b1', '5', 'resistor'), d = (roles?: string[]): Case => on([...a.records, l5, product('resistor', 'MOT', roles)]);
  says('d, a resistor that has none of the roles', d([]), clear(['fc', 'cam', 'motor', 'resistor', 'quad'], has('fc', 'quad')));
  says('d, a resistor of which roles are not recorded', d(), clear(['fc', 'cam', 'motor', 'resistor', 'quad'], has('fc', 'quad')), 'not-closed');
  const e = on([...quad.filter((r) => r !== l1), party('LENS', 'JP'), pin(l2)]);
  says('e, no controller and restated', e, clear(['cam', 'motor', 'quad']), 'not-met');
  const no = (...names: string[]): Json => ({ uncaught: { '/expects/0': names } });
  says('e, unknown', e, unknown(['quad'], no('quad', 'cam', 'motor')));
  says('e, unknown, and nothing said of a part', e, unknown(['quad'], no('quad', 'cam')), 'not-uncaught');
  says('e, unknown, and nothing said', e, unknown(['quad']), 'not-settled');
});

describe('E4 49 and 50', () => {
  const book = rulebook({ redIf: { maker: { owned: 'OWN50_CASCADE', by: { listed: ['SDN'] } } } }, { lists: { SDN: { maxAgeDays: 90 } } });
  const x = listing('e1', 'SDN', { names: ['Evil X'], ids: [{ scheme: 'lei', value: 'X' }] }), y = listing('e2', 'SDN', { ids: [{ scheme: 'lei', value: 'Y' }] });
  const edition = complete('entries', 'SDN', [x, y], { validFrom: '2026-11-01' });
  const base = [
    product('quad', 'B'), recipe('b1', 'quad'), x, y, edition, party('B'), party('T'),
    party('X', undefined, { ids: [{ scheme: 'lei', value: 'X' }] }), party('Y', undefined, { ids: [{ scheme: 'lei', value: 'Y' }] }),
    party('C', undefined, { partyKind: 'person' }), party('D', undefined, { partyKind: 'person' }),
  ];
  const at = '/redIf/maker', sets = (caught: string[], free: string[], by: string[] = []): Json => ({ caught: { [at]: caught }, free: { [at]: free, [`${at}/by`]: by } });
  const case_ = (...stakes: Json[]): Case => on([...base, ...stakes], book);
  const e4 = case_(owns('X', 'B', 490_000), owns('C', 'B', 500_000));
  says('49 % caught, 50 % free: clear', e4, clear(['quad'], sets([], ['B', 'C'])), 'not-free');
  says('49 % caught, 50 % free: red', e4, red(['quad'], sets(['X', 'B'], [])), 'not-caught');
  const open_ = (uncaught: string[], unfree: string[], by: string[] = []): Json => ({ uncaught: { [at]: uncaught }, unfree: { [at]: unfree, [`${at}/by`]: by } });
  says('49 % caught, 50 % free: unknown', e4, unknown(['quad'], { ...open_(['B', 'C'], ['X', 'B']) }));
  says('49 % caught, 50 % free: unknown, without what may be', e4, unknown(['quad'], open_(['B', 'C'], ['B'])), 'not-unfree');
  says('49 % caught, 50 % free: unknown, without what is not', e4, unknown(['quad'], open_(['B'], ['X', 'B'])), 'not-uncaught');
  says('49 % caught, 50 % free: unknown, and nothing shown', e4, unknown(['quad']), 'not-settled');
  says('X 50 %, unknown', case_(owns('X', 'B', 500_000)), unknown(['quad'], open_(['B'], ['X', 'B'])), 'not-uncaught');
  says('C 50.01 %, unknown', case_(owns('X', 'B', 490_000), owns('C', 'B', 500_100)), unknown(['quad'], open_(['B', 'C'], ['X', 'B'])), 'not-unfree');
  says('C 50.01 %', case_(owns('X', 'B', 490_000), owns('C', 'B', 500_100)), clear(['quad'], sets([], ['B', 'C'])));
  says('X 50 %', case_(owns('X', 'B', 500_000)), red(['quad'], sets(['X', 'B'], [])));
  says('X 50 %, out of order', case_(owns('X', 'B', 500_000)), red(['quad'], sets(['B', 'X'], [])), 'not-caught');
  says('X 40 to 60 %', case_(owns('X', 'B', 400_000, 600_000)), red(['quad'], sets(['X', 'B'], [])), 'not-caught');
  const dispersed = { ...book, clauses: [{ id: 'c', for: 'product', redIf: { maker: { owned: 'OWN50_CASCADE', by: { listed: ['SDN'] }, dispersed: 'ignore' } } }] };
  const large = [owns('X', 'B', 490_000)], above = complete('owners', 'B', large, { scope: { abovePpm: 50_000 } });
  says('the large owners complete, the rest dispersed', on([...base, ...large, above], dispersed), clear(['quad'], sets([], ['B'])));
  says('the large owners complete, the rest asked for', on([...base, ...large, above], book), clear(['quad'], sets([], ['B'])), 'not-free');
  const t = (b: string[]): Case => on([...base, record('product', 'quad', { maker: 'T', salt: '2' }), owns('B', 'T', 400_000), owns('Y', 'T', 100_000), owns('D', 'T', 500_000),
    owns('X', 'B', 490_000), owns('C', 'B', 500_000)].filter((r) => r.id !== 'quad' || r.salt === '2'), b.length ? book : book);
  says('B 40 % of T and not surely caught', t([]), red(['quad'], sets(['X', 'Y', 'T'], [])), 'not-caught');
  says('B 40 % of T and not surely free', t([]), clear(['quad'], sets([], ['T', 'D'])), 'not-free');
  says('T is decided by the same 1 % of B', t([]), unknown(['quad'], open_(['T', 'B', 'C', 'D'], ['X', 'Y', 'B', 'T'])));
  const stale = complete('entries', 'SDN', [x, y], { validFrom: '2026-01-01' });
  says('a list that is too old clears nobody', on([...base.filter((r) => r !== edition), stale, owns('C', 'B', 1_000_000)], book), clear(['quad'], sets([], ['B', 'C'])), 'not-free');
});

describe('another number under a listed name', () => {
  const book = rulebook({ redIf: { maker: { listed: ['SDN'] } } });
  const at = (scheme: string): Case => {
    const entry = listing('e1', 'SDN', { names: ['Quiet Harbour'], ids: [{ scheme, value: 'X' }] });
    return on([product('quad', 'B'), recipe('b1', 'quad'), entry, complete('entries', 'SDN', [entry]), party('B', undefined, { names: ['Quiet Harbour'], ids: [{ scheme, value: 'Y' }] })], book);
  };
  says('of a register that gives one', at('lei'), clear(['quad']));
  for (const scheme of ['duns', 'cage', 'isin', 'lei?']) {
    says(`${scheme}, clear`, at(scheme), clear(['quad']), 'not-closed');
    says(`${scheme}, unknown`, at(scheme), unknown(['quad']));
  }
});

describe('E5 two sources', () => {
  const radio = (id: string, maker: string): Json[] => [product(id, maker, ['radio']), made(id, maker === 'RCN' ? 'CN' : 'TW')];
  const e5 = (a: Json, statement = true, rA = 'FCO'): Json[] => [...quad, party('LENS', 'JP'), party('RCN', 'CN'), ...radio('rA', rA), ...radio('rB', 'RCN'), a, ...(statement ? [pin(l1, l2, a)] : [])];
  const l5 = (a?: string, b?: string): Json => line('b1', '5', { product: 'rA', ...(a && { use: a }) }, { product: 'rB', ...(b && { use: b }) });
  const both = e5(l5('in-use', 'in-use')), all = ['fc', 'cam', 'motor', 'rA', 'rB', 'quad'], one = ['fc', 'cam', 'motor', 'rA', 'quad'];
  // Independence walks all, so that what the parts are made of has to be stated too.
  const ALL = independent(rulebook({ ...(NDAA.clauses as Json[])[0], for: { components: { walk: 'all', roles: R5 } } }));
  const bare = (records: Json[]): Json[] => [...records, ...['fc', 'cam', 'motor', 'rA', 'rB'].map((id) => complete('components', `made-${id}`, []))];
  says('both in use, exposure', on(both), red(['rB', 'quad']));
  says('both in use, independence', on(bare(both), ALL), clear(one, has('fc', 'quad'), 'quad'));
  says('both in use, independence, the choice last', on(bare(both), ALL), clear([...one].reverse(), has('fc', 'quad'), 'quad'), 'not-choosable');
  const spare = e5(l5('in-use', 'approved'));
  says('B approved, exposure', on(spare), clear(one, has('fc', 'quad')));
  says('B approved, independence', on(bare(spare), ALL), clear(one, has('fc', 'quad'), 'quad'));
  says('B approved, exposure, red', on(spare), red(['rB', 'quad']), 'not-bad');
  const open_ = e5(l5());
  says('use not recorded, exposure', on(open_), unknown(['rB', 'quad'], { uncaught: { '': ['rA'] } }, { aside: ['rB'] }));
  says('use not recorded, exposure, the other not said to be harmless', on(open_), unknown(['rB', 'quad'], none, { aside: ['rB'] }), 'not-open');
  says('use not recorded, the harmless one', on(open_), unknown(['rA', 'quad']), 'not-open');
  says('use not recorded, red', on(open_), red(['rB', 'quad']), 'not-bad');
  says('use not recorded, clear', on(open_), clear(all, has('fc', 'quad')), 'not-closed');
  const without = (...names: string[]): Json => ({ uncaught: { '': names } });
  says('use not recorded, independence', on(bare(open_), ALL), undecided([['fc', 'cam', 'motor', 'rA'], ['quad']], without('quad', 'rB')));
  says('use not recorded, independence, with a choice', on(bare(open_), ALL), undecided([['fc', 'cam', 'motor', 'rA'], ['quad']], without('quad')), 'not-uncaught');
  says('use not recorded, independence, without what is alive', on(bare(open_), ALL), undecided([['quad']], without('quad', 'rB')), 'not-open');
  const bad = e5(l5(), true, 'RCN');
  says('both red, exposure', on(bad), red(['rA', 'rB', 'quad']));
  says('both red, exposure, the other', on(bad), red(['rB', 'rA', 'quad']));
  says('both red, not unknown', on(bad), unknown(['rB', 'quad'], none, { aside: ['rB'] }), 'not-open');
  says('both red, exposure, by one alone', on(bad), red(['rA', 'quad']), 'not-bad');
  says('both red, independence', on(bare(bad), ALL), { ...dead(['rA', 'rB', 'quad']) });
  says('both red, independence, one left out', on(bare(bad), ALL), dead(['rA', 'quad']), 'not-dead');
  says('both red, not clear', on(bare(bad), ALL), clear(one, has('fc', 'quad'), 'quad'), 'not-choosable');
  says('no statement, independence', on(bare(e5(l5('in-use', 'in-use'), false)), ALL), clear(one, has('fc', 'quad'), 'quad'), 'not-choosable');
});

describe('E6 recycled magnet', () => {
  const book = rulebook({ for: { components: { walk: 'all' } }, redIf: { madeIn: 'CC' } });
  const question = { ...QUESTION, product: 'M', bom: 'm1' };
  const step = (id: string, output: string, country: string, from: string[], body: Json = {}): Json[] => {
    const lines = from.map((p, i) => line(id, String(i + 1), p));
    return [recipe(id, output, country, body), ...lines, complete('components', id, lines)];
  };
  const way = (id: string, output: string, country: string, from: string[], body: Json = {}): Json[] => step(id, output, country, from, body);
  const names = ['M', 'P', 'O', 'W'].map((id) => product(id));
  const list = (of: string, ...recipes: Json[]): Json => complete('recipes', of, recipes);
  const loop = (use: string, extra: Json[] = []): Json[] => {
    const [m1, p1, p2, o1, w1] = [way('m1', 'M', 'TW', ['P']), way('p1', 'P', 'VN', ['O'], { use }), way('p2', 'P', 'TW', ['W'], { use: 'in-use' }), way('o1', 'O', 'CN', []), way('w1', 'W', 'TW', ['M'])];
    return [...names, ...m1, ...p1, ...p2, ...o1, ...w1, ...extra, list('P', p1[0]!, p2[0]!), list('O', o1[0]!), list('W', w1[0]!, ...extra.filter((r) => r.kind === 'recipe'))];
  };
  const a = on(loop('in-use'), book, question), b = on(loop('in-use', way('w2', 'W', 'JP', [], { use: 'approved' })), book, question);
  const c = on(loop('known'), book, question), other = (x: Case): Case => ({ ...x, rulebook: independent(book) });
  says('a, exposure', a, red(['O', 'P', 'M']));
  says('a, independence', other(a), { ...dead(['M', 'O', 'P', 'W'], ['O', 'P', 'M', 'W']), subject: 'M' });
  says('a, independence, nothing said to start it', other(a), { ...dead(['M', 'O', 'P', 'W']), subject: 'M' }, 'not-dead');
  says('a, independence, said to start from nothing', other(a), { ...dead(['M', 'O', 'P', 'W'], ['P', 'M', 'W']), subject: 'M' }, 'not-founded');
  says('a, not unknown', other(a), undecided([['M', 'P', 'W']], { uncaught: { '': ['M', 'P', 'W', 'O'] }, unstarted: { '': ['M', 'P', 'W'] } }, 'M'), 'not-unstarted');
  says('b, exposure', b, red(['O', 'P', 'M']));
  says('b, independence', other(b), clear(['W', 'P', 'M'], none, 'M'));
  says('b, independence, not red', other(b), { ...dead(['M', 'O', 'P', 'W'], ['O', 'P', 'M', 'W']), subject: 'M' }, 'not-dead');
  says('c, nothing red', c, red(['O', 'P', 'M']), 'not-bad');
  says('c, not clear in any order', c, clear(['W', 'P', 'M']), 'not-founded');
  says('c, no dead loop', other(c), { ...dead(['M', 'P', 'W'], ['P', 'M', 'W']), subject: 'M' }, 'not-founded');
  says('c, unknown', c, unknown(['W', 'P', 'M'], { unstarted: { '': ['W', 'M', 'P'] } }));
  says('c, unknown, with a start', c, unknown(['W', 'P', 'M'], { unstarted: { '': ['W', 'M'] } }), 'not-unstarted');
  says('c, unknown in independence', other(c), undecided([['W', 'P', 'M']], { uncaught: { '': ['W', 'M', 'P', 'O'] }, unstarted: { '': ['W', 'M', 'P'] } }, 'M'));
});

describe('floors, exemptions, scope', () => {
  const strict = { ...NDAA, floor: { clear: { kind: ['audit'], maxAgeDays: 365 } } }, e3 = [...quad, party('LENS', 'JP'), pin(l1, l2)];
  const audit = (supports: Json[], body: Json = {}): Json => evidence('a1', 'audit', supports, body);
  says('no evidence, no clear', on(e3, strict), clear(nodes, has('fc', 'quad')), 'not-closed');
  says('evidence of the kind asked', on([...e3, audit(e3)], strict), clear(nodes, has('fc', 'quad')));
  says('too old', on([...e3, audit(e3, { issued: '2025-01-01' })], strict), clear(nodes, has('fc', 'quad')), 'not-closed');
  says('mass balance', on([...e3, audit(e3, { custody: 'mass-balance' })], strict), clear(nodes, has('fc', 'quad')), 'not-closed');
  says('issued after it was asked', on([...e3, audit(e3, { issued: '2027-01-01' })], strict), clear(nodes, has('fc', 'quad')), 'not-closed');
  const inferred = [...quad, party('LENS', 'CN', { level: 'inferred' })];
  says('an inferred fact convicts nobody', on(inferred), red(['cam', 'quad']), 'not-bad');
  says('unless the rulebook says so', on(inferred, { ...NDAA, floor: { red: { level: 'inferred' } } }), red(['cam', 'quad']));
  const waived = rulebook({ ...(NDAA.clauses as Json[])[0], unless: [{ id: 'u', shown: { kind: ['waiver'], about: 'product' } }] }), cn = [...quad, party('LENS', 'CN'), pin(l1, l2)];
  const waiver = evidence('w', 'waiver', [quad[9]!]);
  says('exempt', on([...cn, waiver], waived), clear(nodes, has('fc', 'quad')));
  says('exempt, red', on([...cn, waiver], waived), red(['cam', 'quad']), 'not-bad');
  says('not exempt, not unknown', on(cn, waived), unknown(['cam', 'quad']), 'not-open');
  says('out of scope', on([...quad, party('LENS', 'CN')], { ...NDAA, scope: { buyer: ['dod'] } }, { ...QUESTION, buyer: 'other' }), red(['cam', 'quad']), 'clause');
  const doubtful = on([...quad, party('LENS', 'CN')], { ...NDAA, scope: { buyer: ['dod'] } });
  says('scope open, red', doubtful, red(['cam', 'quad']), 'clause');
  says('scope open, red becomes unknown', doubtful, { verdict: 'unknown', subject: 'cam', body: { missing: [], red: redBody(['cam', 'quad']) } });
  says('red, and said to be open only because the rulebook may apply', on([...quad, party('LENS', 'CN')]), { verdict: 'unknown', subject: 'cam', body: { missing: [], red: redBody(['cam', 'quad']) } }, 'subject');
  says('scope open, as if bound', { ...doubtful, question: { ...QUESTION, asIfBound: true } }, red(['cam', 'quad']));
  says('not yet', on(doubtful.records, { ...NDAA, versions: [{ version: '1', from: '2027-01-01', status: 'in-force' }] }), red(['cam', 'quad']), 'clause');
  says('suspended', on(doubtful.records, { ...NDAA, versions: [{ version: '1', from: '2026-01-01', status: 'suspended' }] }), red(['cam', 'quad']), 'clause');
  says('no such clause', on([...quad, party('LENS', 'CN')]), { ...red(['cam', 'quad']), clause: '__proto__' }, 'clause');
  says('asks nothing of anybody', on(quad, rulebook({ for: { components: { walk: 'all' } }, redIf: { all: [{ buyer: ['dod'] }, { maker: { domicile: 'CC' } }] } }), { ...QUESTION, buyer: 'other' }), clear([]));
  says('not run', on(quad), { verdict: 'unknown', subject: 'all', body: { notRun: 'budget', missing: [] } }, 'shape');
  says('not run and yet red', on(quad), { verdict: 'red', subject: 'quad', body: { notRun: 'budget', missing: [] } }, 'shape');
});

describe('unknown as it stands', () => {
  const open_ = [...quad, pin(l1, l2)], tiers = rulebook({ ...(NDAA.clauses as Json[])[0], for: { components: { walk: { tiers: 1 }, roles: R5 } } });
  says('a camera of which the maker says nothing', on(open_), unknown(['cam', 'quad']));
  says('the controller, which is clear', on(open_), unknown(['fc', 'quad']), 'not-open');
  says('the camera, where it is red', on([...open_, party('LENS', 'CN')]), unknown(['cam', 'quad']), 'not-open');
  says('a part that is nowhere', on([...open_, product('spare', undefined, ['radio'])]), unknown(['spare', 'quad']), 'not-reached');
  says('another path', on(open_), unknown(['cam', 'quad'], none, { subject: 'fc' }), 'subject');
  says('at its depth', on(open_, tiers), unknown(['cam@1', 'quad@0']));
  says('the controller at a depth that it has not', on(open_, tiers), unknown(['fc@0', 'quad@0']), 'not-reached');
  const listed = rulebook({ for: { components: { walk: 'all' } }, redIf: { maker: { owned: 'OWN50_CASCADE', by: { domicile: 'CC' } } } });
  says('where a condition rests on sets, and none are given', on(open_, listed), unknown(['cam', 'quad']), 'not-settled');
});

describe('shares', () => {
  const priced = (id: string, cost: string, country: string): Json[] => [product(id, 'FCO', [], { unitCost: { lo: cost, hi: cost, currency: 'USD' } }), made(id, country)];
  const bill = (body: Json): Json[] => {
    const lines = [{ ...line('b1', '1', 'us'), quantity: '2', uom: 'C62' }, { ...line('b1', '2', 'cn', 'us2'), quantity: '1', uom: 'C62', ...body }];
    return [product('quad', 'ACME'), recipe('b1', 'quad'), ...lines, complete('components', 'b1', lines), ...priced('us', '20', 'US'), ...priced('cn', '60', 'CN'), ...priced('us2', '60', 'US')];
  };
  const book = (bound: Json): Json => rulebook({ redIf: { share: 'cost', over: 'components', where: { madeIn: ['US'] }, ...bound } });
  const split = { options: [{ product: 'cn', share: { lo: 600_000, hi: 1_000_000 } }, { product: 'us2' }] };
  says('40 to 64 of 100 is less than 65 %', on(bill(split), book({ lessThan: 6500 })), red(['quad']));
  says('40 to 64 of 100 is not surely less than 64 %', on(bill(split), book({ lessThan: 6400 })), red(['quad']), 'not-bad');
  says('40 to 64 of 100 is never less than 40 %', on(bill(split), book({ lessThan: 4000 })), clear(['quad']));
  says('40 to 64 of 100 may be less than 41 %', on(bill(split), book({ lessThan: 4100 })), clear(['quad']), 'not-closed');
  says('at most 64 % it is', on(bill(split), book({ atMost: 6400 })), red(['quad']));
});

describe('what one rule alone refuses', () => {
  const at = '/redIf/maker', step = (id: string, output: string, ...from: string[]): Json[] => {
    const lines = from.map((part, i) => line(id, String(i + 1), part)), made_ = recipe(id, output, 'TW');
    return [product(output), made_, ...lines, complete('components', id, lines), complete('recipes', output, [made_])];
  };
  const above = rulebook({ redIf: { ancestor: { madeIn: 'CC' } } }), free: Json = { caught: {}, free: { '/redIf': ['b', 'a', 'quad'] } };
  says('an ancestry that goes round and starts nowhere is not free', on([...step('b1', 'quad', 'a'), ...step('ra', 'a', 'b'), ...step('rb', 'b', 'a')], above), clear(['quad'], free), 'not-free');
  says('an ancestry that starts somewhere is', on([...step('b1', 'quad', 'a'), ...step('ra', 'a', 'b'), ...step('rb', 'b')], above), clear(['quad'], free));

  const [r1, l1_, known] = [recipe('r1', 'a', 'TW', { steps: ['x'], use: 'in-use' }), line('b1', '1', 'a'), line('r2', '1', { product: 'b', use: 'known' })];
  const twoWays = (...steps: string[]): Case => {
    const r2 = recipe('r2', 'a', 'TW', { steps, use: 'in-use' });
    return on([product('quad'), recipe('b1', 'quad', 'TW', { steps: ['y'] }), l1_, complete('components', 'b1', [l1_]), product('a'), made('b', 'TW', ['x']), r1, r2, known,
      complete('components', 'r1', []), complete('components', 'r2', [known]), complete('recipes', 'a', [r1, r2])], rulebook({ redIf: { not: { allSteps: ['x'], outside: 'CC' } } }));
  };
  const steps: Json = { caught: { '/redIf/not#x': ['b', 'a', 'quad'] }, free: { '/redIf/not': ['a', 'quad'] } };
  says('a step that each of two ways has', twoWays('x'), clear(['quad'], steps));
  says('a step that one of two ways has, the other made of what nobody uses', twoWays('y'), clear(['quad'], steps), 'not-caught');

  const owners = (of: string, ...stakes: Json[]): Json[] => [...stakes, complete('owners', of, stakes)];
  const owned = (test: string): Json => rulebook({ redIf: { maker: { owned: test, by: { domicile: 'CC' } } } }), base = [product('quad', 'X'), recipe('b1', 'quad')];
  const ring = on([...base, party('X', 'TW'), party('Y', 'TW'), ...owners('X', owns('Y', 'X', 1_000_000)), ...owners('Y', owns('X', 'Y', 1_000_000))], owned('OWN50_CASCADE'));
  says('two who own each other and nobody else', ring, clear(['quad'], { caught: {}, free: { [at]: ['X', 'Y'] } }));
  says('two who own each other are not open because of each other', ring, unknown(['quad'], { uncaught: { [at]: ['X', 'Y'] }, unfree: { [at]: ['X', 'Y'] } }), 'not-unfree');

  const whole = { lo: 1_000_000, hi: 1_000_000 }, nothing = { lo: 0, hi: 0 };
  const seats = (measure: string): Case => on([...base, party('X', 'TW'), party('C', 'TW', { partyKind: 'person' }), party('R', 'CN'), ...owners('X',
    { ...owns('C', 'X', 1_000_000), votingPpm: whole, boardPpm: whole, control: 'none', [measure]: nothing },
    { ...owns('R', 'X', 0), equityPpm: nothing, votingPpm: nothing, boardPpm: nothing, control: 'none', [measure]: undefined })], owned('CHIPS25'));
  const through: Json = { caught: { [`${at}#passes`]: ['R'] }, free: { [`${at}#passes`]: ['C'] } };
  says('votes that no other owner has are held by the one who is left', seats('votingPpm'), red(['quad'], through));
  says('seats on a board that no other owner has may be nobody\'s', seats('boardPpm'), red(['quad'], through), 'not-bad');

  const sale = (id: string, body: Json): Json => record('supply', id, { product: 'quad', use: 'in-use', ...body });
  const sold = (...more: Json[]): Case => on([product('quad', 'M'), recipe('b1', 'quad'), party('M', 'TW'), party('A', 'TW'), party('Z', 'TW'), party('R', 'CN'),
    sale('s1', { supplier: 'A' }), sale('s2', { supplier: 'R', buyer: 'A' }), ...more], rulebook({ redIf: { supplier: { domicile: 'CC' } } }));
  says('what the one seller bought', sold(), red(['quad']));
  says('what one of two that are named as the seller bought', sold(sale('s1', { supplier: 'Z', salt: '2' })), red(['quad']), 'not-bad');

  const p = party('X', 'TW'), entry = listing('e', 'SDN', { names: ['Somebody else'] }), edition = complete('entries', 'SDN', [entry], { validFrom: '2026-11-01' });
  const judged = (word: string): Case => on([...base, p, entry, edition, record('judgement', 'j', { by: 'us', left: digest(p), right: digest(entry), says: word })], rulebook({ redIf: { maker: { listed: ['SDN'] } } }));
  says('said to be another', judged('different'), clear(['quad']));
  says('said to be perhaps the same', judged('unsure'), clear(['quad']), 'not-closed');
  says('said to be perhaps the same, unknown', judged('unsure'), unknown(['quad']));
});

// ---- What is altered, sealed again or of no shape at all

const E1: Case = on([...quad, party('LENS', 'CN')]), E1_RED = red(['cam', 'quad']);
async function checked(grounds: unknown, given = E1, mode: 'full' | 'bundle' = 'full', expect = {}): Promise<string> {
  return said(await check(await open(given.records, sha256), { grounds, question: given.question, rulebook: given.rulebook }, mode, expect));
}
describe('altered', () => {
  test('any byte of the grounds, not sealed again: refused', async () => {
    const text = JSON.stringify(await sealed(E1, E1_RED)), opened = await open(E1.records, sha256);
    for (let i = 0; i < text.length; i++) {
      const changed = `${text.slice(0, i)}${text[i] === '0' ? '1' : '0'}${text.slice(i + 1)}`;
      let grounds: unknown;
      try { grounds = JSON.parse(changed); } catch { continue; }
      expect((await check(opened, { grounds, question: E1.question, rulebook: E1.rulebook }, 'full')).outcome, changed.slice(i - 20, i + 20)).toBe('refused');
    }
  });
  test('any field of any cited record: refused', async () => {
    const grounds = await sealed(E1, E1_RED), cites = new Set(grounds.cites as string[]);
    for (const r of E1.records.filter((x) => cites.has(digest(x)))) {
      const records = E1.records.map((x) => (x === r ? { ...r, salt: 'altered' } : x));
      expect(await checked(grounds, { ...E1, records })).toBe('network');
      expect(await checked(grounds, { ...E1, records }, 'bundle')).not.toBe('accepted');
    }
  });
  test('a list that may acquit and not convict closes the ways towards clear only', async () => {
    const made_ = recipe('r', 'part', 'CN'), all = (level: string): Json => ({ ...complete('recipes', 'part', [made_]), level });
    const given = (s: Json): Case => on([product('quad'), product('part'), recipe('b1', 'quad', 'TW'), made_, line('b1', '1', 'part'), s, evidence('e', 'audit', [s])],
      rulebook({ for: { components: { walk: 'all' } }, redIf: { madeIn: 'CC' } }, { floor: { clear: { kind: ['audit'] } } }));
    expect(await outcome(given(all('confirmed')), red(['part', 'quad']))).toBe('accepted');
    expect(await outcome(given(all('inferred')), red(['part', 'quad']))).toBe('not-bad');
  });
  test('what is found once and kept is cited with all that it rests on, by each of many grounds', async () => {
    // That the second leg goes on to the buyer of the first shows in who its seller is, and in nothing that the clause asks.
    const [seller, buyer] = [party('SELLS'), party('BUYS')], same = record('judgement', 'j', { by: 'us', left: digest(seller), right: digest(buyer), says: 'same' });
    const leg = (id: string, body: Json): Json => record('supply', id, { product: 'part', use: 'in-use', ...body });
    const given = on([product('quad'), product('part'), recipe('b1', 'quad', 'TW'), recipe('r', 'part', 'CN', { use: 'in-use' }), line('b1', '1', 'part'), seller, buyer, same, leg('s1', { supplier: 'SELLS' }), leg('s2', { supplier: 'LAST', buyer: 'BUYS' })],
      rulebook({ for: { components: { walk: 'all' } }, redIf: { madeIn: 'CC' } }));
    const opened = await open(given.records, sha256), { cites, seal: _, ...draft } = await sealed(given, red(['part', 'quad']));
    for (const r of [seller, buyer, same]) expect(cites).toContain(digest(r));
    for (let again = 0; again < 2; again++) expect(await prove(opened, { ...given, grounds: draft })).toMatchObject({ outcome: 'accepted', reads: cites });
    expect(await outcome(given, red(['part', 'quad']))).toBe('accepted');
  });
  test('a rival that the bundle hides is found in full mode', async () => {
    const grounds = await sealed(E1, E1_RED), rival = [...E1.records, party('LENS', 'TW', { salt: '2' })];
    expect(await checked(grounds, { ...E1, records: bundleOf(E1.records, grounds) }, 'bundle')).toBe('accepted');
    const known = { ...grounds, network: (await sealed({ ...E1, records: rival }, E1_RED)).network };
    expect(await checked(reseal(known), { ...E1, records: rival })).toBe('not-bad');
  });
  test('each digest has its fault', async () => {
    const grounds = await sealed(E1, E1_RED), no = digest('no');
    expect(await checked({ ...grounds, seal: no })).toBe('seal');
    expect(await checked(reseal({ ...grounds, question: no }))).toBe('question');
    expect(await checked(reseal({ ...grounds, asOf: '2026-11-23' }))).toBe('question');
    expect(await checked(reseal({ ...grounds, rulebook: no }))).toBe('rulebook');
    expect(await checked(reseal({ ...grounds, network: no }))).toBe('network');
    expect(await checked(grounds, E1, 'full', { question: no })).toBe('question');
    expect(await checked(grounds, E1, 'full', { rulebook: no })).toBe('rulebook');
    expect(await checked(grounds, E1, 'full', { question: digest(E1.question), rulebook: digest(E1.rulebook) })).toBe('accepted');
  });
  test('one citation more, fewer, unsorted', async () => {
    const grounds = await sealed(E1, E1_RED), cites = grounds.cites as string[];
    for (const other of [cites.slice(1), [...cites, digest(quad[10])].sort(), [...cites].reverse(), [...cites, cites[0]], 'all', undefined]) {
      expect(await checked(reseal({ ...grounds, cites: other }))).toBe('cites');
    }
  });
  test('verdict, subject and body belong together', async () => {
    const grounds = await sealed(E1, E1_RED);
    expect(await checked(reseal({ ...grounds, subject: 'fc' }))).toBe('subject');
    expect(await checked(reseal({ ...grounds, verdict: 'clear' }))).toBe('subject');
    expect(await checked(reseal({ ...grounds, verdict: 'clear', subject: 'all' }))).toBe('shape');
    expect(await checked(reseal({ ...grounds, verdict: 'green' }))).toBe('shape');
    expect(await checked(reseal({ ...grounds, verdict: 'unknown' }))).not.toBe('accepted');
    expect(await checked(reseal({ ...grounds, verdict: 'unknown', body: { missing: [], red: redBody(['cam', 'quad']) } }))).not.toBe('accepted');
  });
  test('order and batch of the records cannot matter', async () => {
    const grounds = await sealed(E1, E1_RED);
    expect(await checked(grounds, { ...E1, records: [...E1.records].reverse() })).toBe('accepted');
    expect(await checked(grounds, { ...E1, records: [...E1.records, ...E1.records] })).toBe('accepted');
  });
  test('a superseded, a withdrawn and a past record are not there', async () => {
    const old = party('LENS', 'TW', { salt: 'old' }), past = party('LENS', 'TW', { validTo: '2026-01-01' }), wrong = party('LENS', 'TW', { salt: 'wrong' });
    const records = [...E1.records.filter((r) => r.id !== 'LENS'), old, past, wrong, party('LENS', 'CN', { supersedes: digest(old) }), record('judgement', 'j', { by: 'us', withdraws: digest(wrong) })];
    expect(await checked(await sealed({ ...E1, records }, E1_RED), { ...E1, records })).toBe('accepted');
  });
  test('a paper that is not known yet replaces nothing', async () => {
    const replaced = { supersedes: digest(E1.records.find((r) => r.id === 'LENS')) };
    const [known, late] = ['2026-11-22', '2026-11-23'].map((issued) => [...E1.records, evidence('e', 'audit', [], { issued, ...replaced })]);
    expect(await checked(await sealed({ ...E1, records: late! }, E1_RED), { ...E1, records: late! })).toBe('accepted');
    expect(await checked(await sealed({ ...E1, records: known! }, E1_RED), { ...E1, records: known! })).toBe('not-bad');
  });
});

describe('hostile shapes are refused and nothing is thrown', () => {
  const cyclic: Json = {};
  cyclic.self = cyclic;
  const odd: unknown[] = [null, undefined, 0, '', 'x', [], {}, [[]], { kind: 'party' }, () => 0, 10n, Number.NaN, cyclic, { toString: null }, JSON.parse('{"__proto__":{"kind":"party"}}')];
  test('records', async () => {
    for (const value of odd) {
      for (const records of [value, [value], [...E1.records, value], [{ ...quad[0], names: value, level: value }], [{ ...quad[6], options: [value] }]]) {
        const opened = await open(records as Json[], sha256);
        expect((await check(opened, { grounds: {}, question: QUESTION, rulebook: NDAA }, 'full')).outcome).toBe('refused');
      }
    }
  });
  test('a field of the wrong type in any kind of record', async () => {
    const bad: Json[] = [party('P', 'CN', { ids: [{ scheme: 1, value: 'x' }] }), owns('A', 'B', 5, 4), owns('A', 'B', -1), owns('A', 'B', 0.5), record('ownership', 'o', { owner: 'A' }),
      product('p', undefined, undefined, { unitCost: { lo: '1', hi: '1' } }), product('p', undefined, undefined, { unitMassKg: { lo: '2', hi: '1' } }), product('p', undefined, undefined, { unitMassKg: { lo: '1e3', hi: '1e3' } }),
      recipe('r', 'p', 'CN', { use: 'often' }), recipe('r', 'p', 'CN', { sole: false }), record('line', 'l', { recipe: 'r', line: '1', options: [{}] }), record('completeness', 'c', { list: 'all', of: 'x', status: 'complete', members: [] }),
      complete('components', 'x', [], { scope: { roles: [], abovePpm: 1 } }), evidence('e', 'audit', [], { issued: 'yesterday' }), { ...party('P'), level: 'sure' }, { ...party('P'), id: 7 }, { ...party('P'), kind: 'constructor' },
      record('judgement', 'j', { by: 'us', left: 'a', right: 'b', says: 'constructor' })];
    for (const r of bad) expect((await open([r], sha256)).fault, JSON.stringify(r)).toBe('0');
    expect((await open([recipe('r', 'a'), recipe('r', 'b')], sha256)).fault).toBe('1');
    expect((await open([...E1.records, bad[0]], sha256)).fault).toBe(String(E1.records.length));
    expect(await checked(await sealed(E1, E1_RED), { ...E1, records: [...E1.records, bad[0]!] })).toBe('records');
  });
  test('grounds, question, rulebook', async () => {
    const opened = await open(E1.records, sha256), grounds = await sealed(E1, E1_RED);
    for (const value of odd) {
      const refused = async (grounds_: unknown, question: unknown, rulebook_: unknown, why = ''): Promise<void> => {
        expect((await check(opened, { grounds: grounds_, question, rulebook: rulebook_ }, 'full')).outcome, why).toBe('refused');
        expect((await prove(opened, { grounds: grounds_, question, rulebook: rulebook_ })).outcome, why).toBe('refused');
      };
      await refused(value, QUESTION, NDAA);
      await refused(grounds, value, NDAA);
      await refused(grounds, QUESTION, value);
      for (const name of ['path', 'sets']) {
        const odd_ = { ...grounds, body: { ...(grounds.body as Json), [name]: value } };
        if (name === 'path' || value === cyclic) await refused(odd_, QUESTION, NDAA);
      }
      for (const clause of [{ redIf: value }, { redIf: { all: [] } }, { redIf: { role: ['a'], hs: ['1'] } }, { for: value }, { unless: [{ id: 'u' }] }, { redIf: { madeIn: 'NOWHERE' } }, { redIf: { maker: { owned: 'ANY', by: { domicile: 'CC' } } } }]) {
        const book = rulebook({ ...(NDAA.clauses as Json[])[0], ...clause } as Json), text = (x: unknown): string => { try { return digest(x); } catch { return ''; } };
        await refused(reseal({ ...grounds, rulebook: text(book) }), QUESTION, book, JSON.stringify(clause, (_, v) => (typeof v === 'bigint' || v === cyclic ? 'odd' : v)));
      }
    }
  });
  test('what has no text is refused, but for what a draft is missing, which nobody reads', async () => {
    const opened = await open(E1.records, sha256), { seal: _, cites: _cites, ...draft } = await sealed(E1, E1_RED);
    const withBody = (more: Json): Json => ({ ...draft, body: { ...(draft.body as Json), ...more } });
    expect((await prove(opened, { ...E1, grounds: withBody({ note: cyclic }) })).outcome).toBe('refused');
    expect((await prove(opened, { ...E1, grounds: withBody({ missing: cyclic }) })).outcome).toBe('accepted');
    expect((await check(opened, { ...E1, grounds: withBody({ missing: cyclic }) }, 'full')).fault?.code).toBe('shape');
  });
  test('names that are not members', async () => {
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'undefined', '']) {
      expect(await outcome(E1, red([name, 'quad']))).toBe('not-bad');
      const at = JSON.parse(`{"caught":{"${name}":["cam"]},"free":{"__proto__":["cam"]}}`) as Json;
      expect(await outcome(E1, red(['cam', 'quad'], at))).toBe('accepted');
      const case_ = on([product(name, name), party(name, 'CN'), recipe('b1', name)], rulebook({ redIf: { maker: { domicile: 'CC' } } }), { ...QUESTION, product: name });
      expect(await outcome(case_, red([name]))).toBe('accepted');
    }
  });
  test('a nest of conditions that is too deep', async () => {
    let deep: Json = { domicile: 'CC' };
    for (let i = 0; i < 50_000; i++) deep = { not: deep };
    expect((await prove(await open(E1.records, sha256), { grounds: {}, question: QUESTION, rulebook: rulebook({ redIf: deep }) })).outcome).toBe('refused');
  });
});

test('with the platform\'s own SHA-256 the answer is the same', async () => {
  const grounds = await sealed(E1, E1_RED), opened = await open(E1.records);
  expect((await check(opened, { grounds, question: E1.question, rulebook: E1.rulebook }, 'full')).outcome).toBe('accepted');
  expect((await check(opened, { grounds: { ...grounds, seal: '' }, question: E1.question, rulebook: E1.rulebook }, 'full')).fault?.code).toBe('seal');
  expect((await check(opened, { grounds: 7, question: E1.question, rulebook: E1.rulebook }, 'full')).outcome).toBe('refused');
});

test('it imports nothing, and is written in lines that can be read', () => {
  const text = readFileSync(new URL('../../src/checker/check.ts', import.meta.url), 'utf8');
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').split('\n').filter((l) => l.trim() !== '' && !/^\s*\/\//.test(l));
  expect(text).not.toMatch(/^\s*import\b|\bimport\(|\brequire\(/m);
  expect(text.split('\n').filter((l) => l.length > 120)).toEqual([]);
  expect(code.length).toBeLessThan(LIMIT);
});

test('forged and sealed again: refused, or still the truth', async () => {
  const e2 = on([...quad.filter((r) => r.id !== 'cam'), product('cam', undefined, ['camera']), pin(l1, l2)]), e3 = on([...quad, party('LENS', 'JP'), pin(l1, l2)]);
  const pieces: [Case, Draft][] = [[on([...E1.records, pin(l1, l2)]), E1_RED], [e2, unknown(['cam', 'quad'])], [e3, clear(nodes, has('fc', 'quad'))]];
  const others = await Promise.all(pieces.map(([given, draft]) => sealed(given, draft))), random = numbers(1);
  for (const [i, [given, draft]] of pieces.entries()) {
    const opened = await open(given.records, sha256);
    for (let n = 0; n < 700; n++) {
      const { how, grounds } = await forge({ ...given, grounds: others[i]!, others }, opened, random);
      const { outcome: found } = await check(opened, { grounds, question: given.question, rulebook: given.rulebook }, 'full');
      if (found === 'accepted') expect([grounds.verdict, grounds.subject], how).toEqual([draft.verdict, draft.subject]);
    }
  }
});
