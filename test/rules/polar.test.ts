import { describe, expect, test } from 'vitest';
import { polar } from '../../src/rules/polar.ts';
import type { Clause } from '../../src/rules/rulebook.ts';
import type { Pred } from '../../src/select/predicate.ts';

const clause = (redIf: Pred, more: Partial<Clause> = {}): Clause => ({ id: 'c', cite: 'test', for: { components: { walk: 'all' } }, redIf, ...more });
const maker = (pred: Pred): Pred => ({ maker: pred });
const CN: Pred = { domicile: ['CN'] };
const RU: Pred = { domicile: ['RU'] };
const NOT_CN: Pred = { not: CN };
const magnet: Pred = { material: ['NdFeB'] };
const listed: Pred = { maker: { listed: ['L'] } };

describe('polar', () => {
  test.each<[string, Pred]>([
    ['one field, one side', maker(CN)],
    ['section 848', { any: [{ madeIn: ['CN', 'RU'], step: ['assembled'] }, maker({ domicile: ['CN', 'RU'] })] }],
    ['different codes joined by any', maker({ any: [CN, RU] })],
    ['codes joined by all that share one', { all: [maker({ domicile: ['CN', 'RU'] }), { supplier: { domicile: ['RU', 'IR'] } }] }],
    ['denied codes joined by any that share one', { any: [maker({ not: { domicile: ['TW', 'US'] } }), { supplier: { not: { domicile: ['TW'] } } }] }],
    ['denied codes joined by all', maker({ all: [NOT_CN, { not: RU }] })],
    ['what is denied twice is asserted', maker({ not: { not: CN } })],
    ['other fields on the other side', { all: [maker(CN), { not: { role: ['camera'] } }] }],
    ['one ancestor', { ancestor: maker(CN), materials: ['tungsten'] }],
    ['one share', { share: 'cost', over: 'components', where: { madeIn: ['TW'] }, lessThan: 6500 }],
    ['a tariff heading inside another', { all: [{ hs: ['8806'] }, { hs: ['880621', '8517'] }] }],
    ['all steps outside', { not: { allSteps: ['mined', 'melted'], outside: ['CN'] } }],
    ['what the question says is no fact', { any: [{ act: ['procure-direct'] }, { not: { act: ['operate'] } }] }],
  ])('%s', (_, pred) => expect(polar(clause(pred))).toBe(true));

  test.each<[string, Pred]>([
    ['domicile in CN or not in CN', maker({ any: [CN, NOT_CN] })],
    ['neither CN nor RU, one of which always holds', maker({ any: [NOT_CN, { not: RU }] })],
    ['CN and RU at once', maker({ all: [CN, RU] })],
    ['both sides by different paths', { any: [maker(CN), { supplier: NOT_CN }] }],
    ['both sides by maker and owner', { all: [maker({ not: { domicile: ['US'] } }), { maker: { owned: 'OWN50_CASCADE', by: CN } }] }],
    ['two ancestors', { any: [{ ancestor: magnet }, { ancestor: listed }] }],
    ['an ancestor and a share', { all: [{ ancestor: listed }, { share: 'mass', over: 'materials', where: magnet, atLeast: 5000 }] }],
    ['an ancestor and all steps', { any: [{ ancestor: listed }, { not: { allSteps: ['mined'], outside: ['CN'] } }] }],
    ['lessThan turns what it counts', { all: [{ madeIn: ['CN'] }, { share: 'cost', over: 'components', where: { madeIn: ['CN'] }, lessThan: 5000 }] }],
    ['atMost turns it too', { any: [maker(CN), { share: 'cost', over: 'components', where: maker(CN), atMost: 5000 }] }],
    ['stakes on both sides', { any: [maker({ owned: 'OWN50_CASCADE', by: CN }), maker({ not: { owned: 'ANY_CAPITAL', by: { listed: ['L'] } } })] }],
    ['three sets that meet in pairs only', { all: [maker({ domicile: ['CN', 'RU'] }), { supplier: { domicile: ['RU', 'IR'] } }, { operator: { domicile: ['IR', 'CN'] } }] }],
    ['places outside and a maker inside one heading', { all: [{ hs: ['8806'] }, { hs: ['8517'] }] }],
    ['a category may speak of anything', { all: [{ category: 'L' }, { not: { role: ['camera'] } }] }],
  ])('not: %s', (_, pred) => expect(polar(clause(pred))).toBe(false));

  test('a share that must not fall turns nothing', () => {
    expect(polar(clause({ all: [{ madeIn: ['CN'] }, { share: 'cost', over: 'components', where: { madeIn: ['CN'] }, moreThan: 5000 }] }))).toBe(true);
  });
  test('an exemption is denied', () => {
    expect(polar(clause(maker(CN), { unless: [{ id: 'u', cite: 'x', when: maker(CN) }] }))).toBe(false);
    expect(polar(clause(maker(CN), { unless: [{ id: 'u', cite: 'x', when: { role: ['motor'] } }] }))).toBe(true);
    expect(polar(clause(maker({ not: { domicile: ['TW'] } }), { unless: [{ id: 'u', cite: 'x', when: maker({ domicile: ['TW'] }) }] }))).toBe(true);
  });
  test('two exemptions that always hold between them', () => {
    const unless = [{ id: 'u', cite: 'x', when: maker(CN) }, { id: 'v', cite: 'x', when: maker(RU) }];
    expect(polar(clause({ madeIn: ['VN'] }, { unless }))).toBe(true); // denied together: neither CN nor RU can be
    expect(polar(clause({ madeIn: ['VN'] }, { unless: [{ id: 'u', cite: 'x', when: maker({ all: [CN, RU] }) }] }))).toBe(false);
  });
  test('the roles that a clause asks for are asserted', () => {
    const of = (redIf: Pred): boolean => polar(clause(redIf, { for: { components: { walk: 'all', roles: ['camera'] } } }));
    expect(of({ not: { role: ['uas'] } })).toBe(false);
    expect(of({ role: ['camera', 'radio'] })).toBe(true);
    expect(of({ role: ['radio'] })).toBe(false);
  });
  test('named sets are looked up', () => {
    const pred: Pred = { all: [maker({ domicile: 'a' }), { supplier: { domicile: 'b' } }] };
    expect(polar(clause(pred), { a: ['CN', 'RU'], b: ['RU'] })).toBe(true);
    expect(polar(clause(pred), { a: ['CN'], b: ['RU'] })).toBe(false);
  });
});
