import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../src/rules/analyse.ts';
import { loadRulebook } from '../../src/rules/load.ts';
import type { Clause, Rulebook } from '../../src/rules/rulebook.ts';

const files = readdirSync('rulebooks').filter((name) => name.endsWith('.yaml'));

describe('the rulebooks that come with the program', () => {
  const loaded = files.map((file) => [file, loadRulebook(readFileSync(`rulebooks/${file}`, 'utf8'), file).value!] as const);
  test.each(loaded)('%s says nothing twice and nothing in vain', (_, rulebook) => {
    expect(analyse(rulebook, '').map(({ code, params }) => `${code} ${Object.values(params).join(' | ')}`)).toEqual([]);
  });
  test('all of them in no time that a user would notice', () => {
    const start = performance.now();
    for (const [, rulebook] of loaded) analyse(rulebook, '');
    expect(performance.now() - start).toBeLessThan(10_000); // a loaded machine; some 300 ms on a quiet one
  });
});

const book = (clauses: Partial<Clause>[], more: Partial<Rulebook> = {}): Rulebook => ({
  id: 'x', title: { en: 'x', 'zh-Hant': 'x' }, cite: 'x', statusChecked: '2026-11-22', binds: { en: 'x', 'zh-Hant': 'x' }, sources: [],
  versions: [{ version: '1', from: '2020-01-01', status: 'in-force', sets: { cc: ['CN', 'RU'], cn: ['CN'] } }],
  clauses: clauses.map((clause, i) => ({ id: `c${i + 1}`, cite: 'x', for: 'product', redIf: { madeIn: 'cc' }, ...clause }) as Clause), consequence: 'hold', notModelled: [], ...more,
});
const said = (rulebook: Rulebook): string[] => analyse(rulebook, '').map(({ code, params: { clause, other, exemption } }) => [code.slice('rulebook/'.length), clause, other ?? exemption].filter(Boolean).join(' '));

describe('what it finds', () => {
  test('a clause that can never be red, with what it was tried on', () => {
    const nowhere = book([{ redIf: { all: [{ madeIn: ['CN'] }, { not: { madeIn: 'cc' } }] } }]);
    expect(said(nowhere)).toEqual(['never-red c1']);
    expect(analyse(nowhere, '')[0]!.params.example).toContain('made in CN');
    expect(said(book([{ redIf: { all: [{ act: ['import'] }, { act: ['export'] }] } }]))).toEqual(['never-red c1']);
    expect(said(book([{ redIf: { all: [{ date: { to: '2025-01-01' }, of: 'asOf' }, { date: { from: '2026-01-01' }, of: 'asOf' }] } }]))).toEqual(['never-red c1']);
  });
  test('a share that everything has, or nothing', () => {
    const share = (bound: object) => said(book([{ redIf: { any: [{ share: 'cost', over: 'components', where: { madeIn: 'cc' }, ...bound }] } as unknown as Clause['redIf'] }]));
    for (const bound of [{ atLeast: 0 }, { lessThan: 0 }, { moreThan: 10_000 }, { atMost: 10_000 }]) expect(share(bound)).toEqual(['idle-bound']);
    for (const bound of [{ atLeast: 1 }, { lessThan: 10_000 }, { moreThan: 0 }, { atMost: 0 }]) expect(share(bound)).toEqual([]);
    expect(said(book([{ redIf: { material: ['NdFeB'], atLeast: 0 } }]))).toEqual(['idle-bound']);
  });
  test('a scope that never holds', () => {
    expect(said(book([{}], { scope: { all: [{ act: ['import'] }, { act: ['export'] }] } }))).toEqual(['never-binds']);
    expect(said(book([{}], { scope: { all: [{ buyer: ['us-dod'] }, { not: { buyer: ['us-dod'] } }] } }))).toEqual(['never-binds']);
    expect(said(book([{}], { scope: { all: [{ role: ['uas'] }, { role: ['camera'] }] } }))).toEqual([]);
  });
  test('a clause that is never in force', () => {
    expect(said(book([{ to: '2019-01-01' }]))).toEqual(['never-red c1']);
  });
  test('not where only two conditions of a walk are alike', () => {
    expect(said(book([{ redIf: { all: [{ ancestor: { madeIn: 'cc' } }, { not: { ancestor: { madeIn: 'cn' } } }] } }]))).toEqual([]);
  });
  test('a clause that is always red', () => {
    expect(said(book([{ redIf: { any: [{ maker: { domicile: 'cc' } }, { not: { maker: { domicile: 'cn' } } }] } }]))).toEqual(['always-red c1']);
  });
  test('a clause that another contains, from either side', () => {
    expect(said(book([{ redIf: { madeIn: 'cn' } }, {}]))).toEqual(['implied c1 c2']);
    expect(said(book([{}, { redIf: { madeIn: 'cn' } }]))).toEqual(['implied c2 c1']);
    expect(said(book([{ redIf: { maker: { domicile: 'cn' } } }, { redIf: { maker: { owned: 'OWN50_CASCADE', by: { domicile: 'cn' } } } }]))).toEqual(['implied c1 c2']);
  });
  test('not where subjects, days or exemptions differ', () => {
    expect(said(book([{ redIf: { madeIn: 'cn' } }, { for: { components: { walk: 'all' } } }]))).toEqual([]);
    expect(said(book([{ redIf: { madeIn: 'cn' }, to: '2024-01-01' }, { from: '2024-01-01' }]))).toEqual([]);
    expect(said(book([{ redIf: { madeIn: 'cn' } }, { unless: [{ id: 'u', cite: 'x', shown: { kind: ['waiver'], about: 'product' } }] }]))).toEqual([]);
  });
  test('two clauses that leave nothing clear', () => {
    expect(said(book([{ redIf: { madeIn: 'cn' } }, { redIf: { not: { madeIn: 'cn' } } }]))).toEqual(['contradictory c1 c2']);
  });
  test('an exemption that excuses nothing the clause catches', () => {
    const unless = (when: object) => [{ id: 'u', cite: 'x', when }] as unknown as Clause['unless'] & object;
    expect(said(book([{ unless: unless({ madeIn: ['US'] }) }]))).toEqual(['idle-exemption c1 u']);
    expect(said(book([{ unless: unless({ purpose: ['training'] }) }]))).toEqual([]);
  });
  test('a disclosure rulebook whose clause forbids, and one whose clause only asks', () => {
    const p = { madeIn: 'cc' } as const;
    expect(said(book([{}], { consequence: 'disclose' }))).toEqual(['red-disclosure c1']);
    expect(said(book([{ redIf: { all: [p, { not: p }] } }], { consequence: 'disclose' }))).toEqual([]);
  });
});
