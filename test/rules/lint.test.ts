import { describe, expect, test } from 'vitest';
import { loadRulebook } from '../../src/rules/load.ts';

/** A sound rulebook with one member of it changed. */
const base = {
  id: 'r', title: { en: 't', 'zh-Hant': '題' }, cite: 'c', statusChecked: '2026-11-22', binds: { en: 'b', 'zh-Hant': '拘' },
  sources: [{ key: 'read', text: 's', confirmed: true }, { key: 'memory', text: 's', confirmed: false }],
  versions: [{ version: '1', from: '2020-01-01', to: '2022-01-01', status: 'in-force', sets: { cc: ['CN'], only: ['RU'] } }, { version: '2', from: '2022-01-01', status: 'in-force', sets: { cc: ['CN', 'RU'] } }],
  lists: { L: { maxAgeDays: 30 } },
  clauses: [{ id: 'A', cite: 'c', for: { components: { walk: 'all' } }, redIf: { madeIn: 'cc' } }],
  consequence: 'hold', notModelled: [],
};
type Json = Record<string, unknown>;
const faults = (change: Json): string[] => loadRulebook(JSON.stringify({ ...base, ...change }), 'r.yaml').issues.map(({ code, at }) => `${code} ${at.pointer}`);
const clause = (change: Json): string[] => faults({ clauses: [{ ...base.clauses[0], ...change }] });
const redIf = (pred: unknown, more: Json = {}): string[] => clause({ redIf: pred, ...more });
const at = (code: string, ...pointers: string[]): string[] => pointers.map((pointer) => `${code} ${pointer}`);
const CN = { domicile: ['CN'] };

test('the base is sound', () => expect(faults({})).toEqual([]));

describe('shape', () => {
  test('an unknown member is refused where it stands', () => {
    expect(faults({ colour: 'red' })).toEqual(at('input/unknown-field', '/colour'));
    expect(clause({ redif: 1 })).toEqual(at('input/unknown-field', '/clauses/0/redif'));
    expect(redIf({ madeIn: 'cc', steps: ['melted'] })).toEqual(at('input/unknown-field', '/clauses/0/redIf/steps'));
  });
  test('a missing member is named', () => {
    expect(faults({ consequence: undefined })).toEqual(at('input/missing', '/consequence'));
    expect(clause({ cite: '' })).toEqual(at('input/missing', '/clauses/0/cite'));
  });
  test('a word that is none of the words', () => {
    expect(faults({ versions: [{ ...base.versions[1], status: 'done' }] })).toEqual(at('input/not-one-of', '/versions/0/status'));
    expect(clause({ for: { components: { walk: 'some' } } })).toEqual(at('input/not-one-of', '/clauses/0/for/components/walk'));
  });
  test('a day that does not exist', () => {
    expect(faults({ statusChecked: '2026-02-30' })).toEqual(at('input/bad-day', '/statusChecked'));
  });
  test('numbers are whole and in range, flags are true', () => {
    expect(redIf({ material: ['NdFeB'], atLeast: 10001 })).toEqual(at('input/wrong-shape', '/clauses/0/redIf/atLeast'));
    expect(redIf({ material: ['NdFeB'], atLeast: '1.5' })).toEqual(at('input/wrong-shape', '/clauses/0/redIf/atLeast'));
    expect(clause({ unverified: 'yes' })).toEqual(at('input/not-one-of', '/clauses/0/unverified'));
  });
  test('a condition that is none', () => {
    expect(redIf({ colour: 'red' })).toEqual(at('input/wrong-shape', '/clauses/0/redIf'));
    expect(redIf({ any: [{ maker: { domicil: ['CN'] } }] })).toEqual(at('input/wrong-shape', '/clauses/0/redIf/any/0/maker'));
    expect(redIf({ share: 'cost', over: 'components', where: { madeIn: 'cc' }, atLeast: 1, atMost: 2 }).length).toBe(1);
  });
  test('an exemption needs a paper or a condition', () => {
    expect(clause({ unless: [{ id: 'u', cite: 'c' }] })).toEqual(at('input/wrong-shape', '/clauses/0/unless/0'));
  });
  test('faults carry the line of the file', () => {
    const text = JSON.stringify({ ...base, consequence: undefined, clauses: [{ ...base.clauses[0], redIf: { madeIn: 'nowhere' } }] }, null, 1);
    const [first] = loadRulebook(text, 'r.yaml').issues;
    expect(first!.params.line).toBe(1);
    const named = JSON.stringify({ ...base, clauses: [{ ...base.clauses[0], redIf: { madeIn: 'nowhere' } }] }, null, 1);
    const [second] = loadRulebook(named, 'r.yaml').issues;
    expect(named.split('\n')[Number(second!.params.line) - 1]).toContain('nowhere');
  });
});

describe('refused', () => {
  test('empty lists', () => {
    expect(redIf({ any: [] })).toEqual(at('rulebook/empty-list', '/clauses/0/redIf/any'));
    expect(redIf({ all: [{ madeIn: 'cc' }, { any: [] }] })).toContain('rulebook/empty-list /clauses/0/redIf/all/1/any');
    expect(redIf({ role: [] })).toEqual(at('rulebook/empty-list', '/clauses/0/redIf/role'));
    expect(redIf({ madeIn: [] })).toEqual(at('rulebook/empty-list', '/clauses/0/redIf/madeIn'));
    expect(faults({ clauses: [] })).toEqual(at('rulebook/empty-list', '/clauses'));
    expect(faults({ floor: { clear: { kind: [] } } })).toEqual(at('rulebook/empty-list', '/floor/clear/kind'));
  });
  test('not over a paper', () => {
    const paper = { evidence: { kind: ['certificate'], about: 'product' } };
    expect(redIf({ all: [{ madeIn: 'cc' }, { not: paper }] })).toEqual(at('rulebook/not-over-evidence', '/clauses/0/redIf/all/1/not'));
    expect(redIf({ all: [{ madeIn: 'cc' }, { not: { any: [{ evidence: { ...paper.evidence, status: { freshDays: 1 } } }] } }] })).toEqual(at('rulebook/not-over-evidence', '/clauses/0/redIf/all/1/not/any/0'));
    expect(redIf({ all: [{ madeIn: 'cc' }, paper] })).toEqual([]);
  });
  test('a walk inside a walk', () => {
    expect(redIf({ ancestor: { any: [{ ancestor: { madeIn: 'cc' } }] } }, { notPolar: true })).toEqual(at('rulebook/nested-walk', '/clauses/0/redIf/ancestor/any/0'));
    expect(redIf({ ancestor: { share: 'mass', over: 'materials', where: { material: ['W'] }, atLeast: 1 } }, { notPolar: true })).toEqual(at('rulebook/nested-walk', '/clauses/0/redIf/ancestor'));
  });
  test('a walk under the reading of independence, and another walk than all', () => {
    const reading = { reading: 'independence' };
    expect(redIf({ ancestor: { madeIn: 'cc' } }, reading)).toEqual(at('rulebook/independence', '/clauses/0/redIf'));
    expect(redIf({ share: 'cost', over: 'components', where: { madeIn: 'cc' }, atLeast: 1 }, reading)).toEqual(at('rulebook/independence', '/clauses/0/redIf'));
    expect(redIf({ madeIn: 'cc' }, { ...reading, unless: [{ id: 'u', cite: 'c', when: { ancestor: { role: ['magnet'] } } }] })).toEqual(at('rulebook/independence', '/clauses/0/unless/0/when'));
    expect(clause({ ...reading, for: 'product' })).toEqual(at('rulebook/independence', '/clauses/0/for'));
    expect(clause({ ...reading, for: { components: { walk: 'bought' } } })).toEqual(at('rulebook/independence', '/clauses/0/for'));
    expect(clause(reading)).toEqual([]);
  });
  test('a condition on the wrong kind of thing', () => {
    expect(redIf(CN)).toEqual(at('rulebook/wrong-subject', '/clauses/0/redIf'));
    expect(redIf({ maker: { role: ['camera'] } })).toEqual(at('rulebook/wrong-subject', '/clauses/0/redIf/maker'));
    expect(redIf({ maker: CN }, { for: { parties: ['maker'] } })).toEqual(at('rulebook/wrong-subject', '/clauses/0/redIf'));
    expect(redIf(CN, { for: { parties: ['maker'] } })).toEqual([]);
    expect(redIf({ share: 'mass', over: 'materials', where: { role: ['magnet'] }, atLeast: 1 })).toEqual(at('rulebook/wrong-subject', '/clauses/0/redIf/where'));
    expect(clause({ for: 'product', expects: ['camera'] })).toEqual(at('rulebook/wrong-subject', '/clauses/0/expects'));
  });
  test.each<[string, unknown, string]>([
    ['role', { role: ['camra'] }, '/role/0'],
    ['step', { madeIn: 'cc', step: ['smelted'] }, '/step/0'],
    ['steps', { allSteps: ['mined', 'smelted'], outside: 'cc' }, '/allSteps/1'],
    ['list', { maker: { listed: ['L', 'M'] } }, '/maker/listed/1'],
    ['category list', { category: 'M' }, '/category'],
    ['test', { maker: { owned: 'OWN51', by: CN } }, '/maker/owned'],
    ['closure', { maker: { listed: ['L'], closure: 'OWN51' } }, '/maker/closure'],
    ['set', { madeIn: 'covered' }, '/madeIn'],
    ['set of one version only', { maker: { domicile: 'only' } }, '/maker/domicile'],
    ['country', { madeIn: ['UK'] }, '/madeIn/0'],
    ['act', { all: [{ madeIn: 'cc' }, { act: ['buy'] }] }, '/all/1/act/0'],
    ['buyer', { all: [{ madeIn: 'cc' }, { buyer: ['nasa'] }] }, '/all/1/buyer/0'],
    ['purpose', { all: [{ madeIn: 'cc' }, { purpose: ['fun'] }] }, '/all/1/purpose/0'],
    ['kind of paper', { all: [{ madeIn: 'cc' }, { evidence: { kind: ['note'], about: 'product' } }] }, '/all/1/evidence/kind/0'],
  ])('a name that is not there: %s', (_, pred, pointer) => expect(redIf(pred)).toEqual(at('rulebook/unknown-name', `/clauses/0/redIf${pointer}`)));
  test('names elsewhere', () => {
    expect(clause({ for: { components: { walk: 'all', roles: ['camra'] } } })).toEqual(at('rulebook/unknown-name', '/clauses/0/for/components/roles/0'));
    expect(clause({ expects: ['camra'] })).toEqual(at('rulebook/unknown-name', '/clauses/0/expects/0'));
    expect(clause({ sources: ['hearsay'] })).toEqual(at('rulebook/unknown-name', '/clauses/0/sources/0'));
    expect(faults({ sets: { x: ['XX'] } })).toEqual(at('rulebook/unknown-name', '/sets/x/0'));
    expect(faults({ floor: { clear: { custody: ['mixed'] } } })).toEqual(at('rulebook/unknown-name', '/floor/clear/custody/0'));
  });
  test('a rulebook may bring words of its own', () => {
    expect(faults({ words: { roles: ['submarine'] }, clauses: [{ ...base.clauses[0], redIf: { role: ['submarine'] } }] })).toEqual([]);
  });
  test('conditions that cannot decide whom it binds', () => {
    expect(faults({ scope: { maker: { owned: 'ANY_CAPITAL', by: CN } } })).toEqual(at('rulebook/scope-condition', '/scope/maker'));
    expect(faults({ scope: { maker: { listed: ['L'], closure: 'OWN50_CASCADE' } } })).toEqual(at('rulebook/scope-condition', '/scope/maker'));
    expect(faults({ scope: { all: [{ ancestor: { madeIn: 'cc' } }] } })).toEqual(at('rulebook/scope-condition', '/scope/all/0'));
    expect(faults({ scope: { allSteps: ['mined'], outside: 'cc' } })).toEqual(at('rulebook/scope-condition', '/scope'));
    expect(faults({ scope: { all: [{ role: ['uas'] }, { maker: { listed: ['L'] } }] } })).toEqual([]);
  });
  test('versions of which two are in force on one day', () => {
    const [one, two] = base.versions;
    expect(faults({ versions: [{ ...one, to: '2022-01-02' }, two] })).toEqual(at('rulebook/versions-overlap', '/versions/1'));
    expect(faults({ versions: [{ ...one, to: undefined }, two] })).toEqual(at('rulebook/versions-overlap', '/versions/1'));
    expect(faults({ versions: [two, one] })).toEqual([]);
  });
  test('windows without a day', () => {
    expect(clause({ from: '2022-01-01', to: '2022-01-01' })).toEqual(at('rulebook/empty-range', '/clauses/0/to'));
    expect(faults({ versions: [{ ...base.versions[1], to: '2021-01-01' }] })).toEqual(at('rulebook/empty-range', '/versions/0/to'));
    expect(clause({ unless: [{ id: 'u', cite: 'c', from: '2023-01-01', to: '2022-01-01', when: { role: ['motor'] } }] })).toEqual(at('rulebook/empty-range', '/clauses/0/unless/0/to'));
    expect(redIf({ all: [{ madeIn: 'cc' }, { date: { from: '2023-01-01', to: '2023-01-01' }, of: 'asOf' }] })).toEqual(at('rulebook/empty-range', '/clauses/0/redIf/all/1/date/to'));
  });
  test('a version that is in force without a clause', () => {
    expect(clause({ to: '2024-01-01' })).toEqual(at('rulebook/no-clause', '/versions/1'));
    expect(clause({ from: '2021-01-01' })).toEqual(at('rulebook/no-clause', '/versions/0'));
    const [one] = base.clauses;
    expect(faults({ clauses: [{ ...one, to: '2024-01-01' }, { ...one, id: 'B', from: '2024-01-02' }] })).toEqual(at('rulebook/no-clause', '/versions/1'));
    expect(faults({ clauses: [{ ...one, to: '2024-01-01' }, { ...one, id: 'B', from: '2024-01-01' }] })).toEqual([]);
    expect(faults({ versions: [{ ...base.versions[1], to: '2024-01-01' }], clauses: [{ ...one, to: '2024-01-01' }] })).toEqual([]);
    expect(faults({ versions: [{ ...base.versions[1], status: 'struck-down' }], clauses: [{ ...one, to: '2023-01-01' }] })).toEqual([]);
  });
  test('one id for two things', () => {
    const [one] = base.clauses;
    expect(faults({ clauses: [one, one] })).toEqual(at('rulebook/repeated-id', '/clauses/1'));
    expect(faults({ sources: [...base.sources, base.sources[0]] })).toEqual(at('rulebook/repeated-id', '/sources/2'));
    expect(clause({ unless: [{ id: 'u', cite: 'c', when: { role: ['motor'] } }, { id: 'u', cite: 'c', when: { role: ['camera'] } }] })).toEqual(at('rulebook/repeated-id', '/clauses/0/unless/1'));
  });
  test('a clause that is not polar and not marked, and one that is both polar and marked', () => {
    const either = { maker: { any: [CN, { not: CN }] } };
    expect(redIf(either)).toEqual(at('rulebook/not-polar', '/clauses/0'));
    expect(redIf(either, { notPolar: true })).toEqual([]);
    expect(clause({ notPolar: true })).toEqual(at('rulebook/polar-with-mark', '/clauses/0/notPolar'));
  });
  test('a clause that is polar in one version and not in the other', () => {
    expect(redIf({ all: [{ maker: { domicile: 'cc' } }, { supplier: { domicile: ['RU'] } }] })).toEqual(at('rulebook/not-polar', '/clauses/0'));
  });
  test('what rests on an unconfirmed source and is not marked', () => {
    expect(clause({ sources: ['read', 'memory'] })).toEqual(at('rulebook/unmarked-source', '/clauses/0'));
    expect(clause({ sources: ['read', 'memory'], unverified: true })).toEqual([]);
    expect(faults({ versions: [{ ...base.versions[1], sources: ['memory'] }] })).toEqual(at('rulebook/unmarked-source', '/versions/0'));
  });
});

describe('parameters', () => {
  const why = { en: 'w', 'zh-Hant': '因' };
  const parameters = { depth: { value: 'parts', options: ['parts', 'chips'], why } };
  const book = (clauses: unknown, more: Json = {}): string => JSON.stringify({ ...base, parameters, clauses, ...more });
  const [one] = base.clauses;
  const chosen = { ...one, for: { components: { walk: { choose: 'depth', of: { parts: 'bought', chips: 'all' } } } } };
  test('a value and a clause are chosen, and what is chosen is seen', () => {
    const text = book([chosen, { ...one, id: 'deep', when: { depth: 'chips' } }]);
    const parts = loadRulebook(text, 'r').value!;
    expect(parts.clauses).toEqual([{ ...one, for: { components: { walk: 'bought' } } }]);
    const chips = loadRulebook(text, 'r', { depth: 'chips' }).value!;
    expect(chips.clauses.map(({ id, for: of }) => [id, of])).toEqual([['A', { components: { walk: 'all' } }], ['deep', { components: { walk: 'all' } }]]);
    expect(chips.parameters!.depth!.value).toBe('chips');
  });
  test('two clauses of one id, never both', () => {
    expect(loadRulebook(book([{ ...one, when: { depth: 'parts' } }, { ...one, when: { depth: 'chips' } }]), 'r').issues).toEqual([]);
  });
  const codes = (text: string, choices = {}): string[] => loadRulebook(text, 'r', choices).issues.map(({ code, at: { pointer } }) => `${code} ${pointer}`);
  test('options that are not there', () => {
    expect(codes(book([one]), { depth: 'atoms' })).toEqual(at('rulebook/parameter', '/parameters/depth'));
    expect(codes(book([one]), { width: 'parts' })).toEqual(at('rulebook/parameter', '/parameters/width'));
    expect(codes(book([{ ...one, when: { depth: 'atoms' } }]))).toEqual([...at('rulebook/parameter', '/clauses/0/when/depth'), ...at('rulebook/no-clause', '/versions/0', '/versions/1')]);
    expect(codes(book([{ ...one, for: { components: { walk: { choose: 'depth', of: { parts: 'bought' } } } } }]))).toEqual(at('rulebook/parameter', '/clauses/0/for/components/walk'));
    expect(codes(book([one], { parameters: { depth: { ...parameters.depth, value: 'atoms' } } }))).toContain('rulebook/parameter /parameters/depth/value');
  });
  test('an option that nobody has chosen has to be sound too, and its fault is found in the file', () => {
    const text = book([{ ...one, redIf: { madeIn: { choose: 'depth', of: { parts: 'cc', chips: 'nowhere' } } } }]);
    expect(codes(text)).toEqual(at('rulebook/unknown-name', '/clauses/0/redIf/madeIn/of/chips'));
  });
});
