import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { NonredError } from '../../src/base/issue.ts';
import { questionOf } from '../../src/engine/question.ts';
import { layScenarios, openStress, runScenarios, type Stressed } from '../../src/engine/stress.ts';
import { fileOf } from '../../src/formats/file.ts';
import { readWorkspace } from '../../src/formats/workspace/workspace.ts';
import { sha256 } from '../../src/host/crypto.ts';
import { loadScenarios, shippedScenarios } from '../../src/host/scenarios.ts';
import { cutsOf } from '../../src/stress/each.ts';
import { loadScenario } from '../../src/stress/scenario.ts';
import { open } from '../examples/workspaces.ts';

/** One product P of one part X (2 each); X from CN 6 a day and from an unknown country 6 a day; 5 P a day are wanted at 10. */
const TABLES = {
  'nonred.yaml': 'product: P\nasOf: 2026-11-22\n',
  'products.csv': 'id,maker,uom\nP,us,H87\nX,,KGM\n',
  'facilities.csv': 'id,operator,country,recoverDays\nhall,us,TW,\nold,them,CN,10\nnew,other,,\n',
  'parties.csv': 'id,name,domicile\nus,Us (made-up),TW\nthem,Them (made-up),CN\nother,Other (made-up),JP\n',
  'recipes.csv': 'id,output,facility,capacityPerDay\nrp,P,hall,8\nrx,X,old,6\nry,X,new,6\n',
  'lines.csv': 'recipe,line,product,quantity,uom\nrp,1,X,2,KGM\n',
  'demands.csv': 'id,product,customer,country,perDay,margin,priority\nd,P,buyer,US,5,10 USD,1\n',
  'inventories.csv': 'place,product,quantity,uom\nhall,X,8000,GRM\n',
};
type Tables = Partial<Record<keyof typeof TABLES | 'supplies.csv', string>>;
async function stressed(tables: Tables = {}): Promise<Stressed> {
  const files = new Map(Object.entries({ ...TABLES, ...tables }).map(([name, text]) => [name, fileOf(new TextEncoder().encode(text))]));
  const { value, issues } = readWorkspace(files, { sha256 });
  if (issues.length > 0) throw new NonredError(issues);
  return openStress(value.records, questionOf(value.config, '2026-11-22'), sha256);
}
const scenario = (changes: string, more = 'days: 10\nstepDays: 1') => {
  const { value, issues } = loadScenario(`id: s\ntitle: {en: s, zh-Hant: s}\n${more}\nchanges:\n${changes}`, 's.yaml');
  if (value === undefined) throw new NonredError(issues);
  return { ...value, source: 's.yaml' };
};
const lossOf = async (changes: string, more?: string, tables?: Tables) => runScenarios(await stressed(tables), [scenario(changes, more)]).loss;
const faultOf = async (work: () => unknown): Promise<string> => {
  try {
    await work();
    return 'nothing';
  } catch (thrown) {
    if (!(thrown instanceof NonredError)) throw thrown;
    return thrown.issues.map(({ code, at }) => `${code} ${at.source}${at.pointer}`).join('; ');
  }
};

describe('changes, by hand: 10 kg of X a day are needed, 12 can be made, 8 are in stock', () => {
  test.each([
    // 6 + 0.8 kg a day: 3.4 P of 5; 16 P lost, 10 each.
    ['a plant is lost', '- {select: {of: recipe, id: [rx]}, remove: true}', 160],
    ['a place is lost and recovers by itself after 10 days', '- {select: {of: facility, id: [old]}, remove: true}', 160],
    ['a part of the time', '- {select: {of: recipe, id: [rx]}, remove: true, until: 2026-11-27}', 60],
    ['staged recovery', '- {select: {of: recipe, id: [rx]}, remove: true, until: 2026-11-24, recover: [{after: 0, to: 0 %}, {after: 4, to: 100 %}]}', 80],
    ['half of it', '- {select: {of: recipe, id: [rx]}, scale: 50 %}', 10],
    ['together at most', '- {select: {of: product, id: [X]}, cap: 4}', 260],
    ['more is wanted', '- {select: {of: demand, id: [d]}, scaleDemand: 140 %}', 60],
    ['the stock is gone too', '- {select: {of: recipe, id: [rx]}, remove: true}\n- {select: {of: product, id: [X]}, drawStock: 100 %}', 200],
    ['stock comes on the fifth day', '- {select: {of: recipe, id: [rx]}, remove: true}\n- {from: 2026-11-26, select: {of: product, id: [X]}, addStock: 12}', 100],
    ['another supplier after four days', '- {select: {of: recipe, id: [rx]}, remove: true}\n- addSupplier: {id: third, product: X, capacityPerDay: 4, qualifyDays: 2, leadTimeDays: 2}', 40],
    ['all flows are banned, but for a tenth', '- {select: {of: flow, goods: {id: [X]}}, ban: {leak: 10 %}}', 410],
    ['a quota', '- {select: {of: flow, goods: {id: [X]}}, quota: {perDay: 5}}', 210],
    ['licences after five days, half approved', '- {select: {of: flow, from: {id: [old]}, goods: {id: [X]}}, licence: {leadDays: 5, approval: 50 %}}', 85],
    ['nothing that matters', '- {select: {of: recipe, id: [ry]}, scale: 90 %}', 0],
  ])('%s', async (_, changes, loss) => {
    const found = await lossOf(changes);
    expect(found.lo).toBeCloseTo(loss, 6);
    expect(found.hi).toBeCloseTo(loss, 6);
  });
  test('a duty is paid on what still comes from there', async () => {
    const tables = { 'recipes.csv': 'id,output,facility,capacityPerDay,cost,currency\nrp,P,hall,8,,\nrx,X,old,6,1,USD\nry,X,new,6,1,USD\n' };
    // 100 kg in all: 60 from the free one, 8 from stock, 32 at a quarter of 1 USD.
    expect((await lossOf('- {select: {of: flow, from: {id: [old]}, goods: {id: [X]}}, duty: 25 %}', undefined, tables)).hi).toBeCloseTo(8, 6);
  });
  test('who waits is not lost, up to the days of patience', async () => {
    const lost = '- {select: {of: recipe, id: [rx]}, remove: true, until: 2026-11-27}';
    expect((await lossOf(lost, 'days: 10\nstepDays: 1\nbacklogDays: 10')).hi).toBeCloseTo(10, 6); // 12 kg short, of which 2 a day in the other five make up for 10
  });
});

/** One maker at a place in CN, of whom 10 a day are wanted, sold by a supply; what the maker and the supply can bring is for each test to say. */
const sold = (made: string, supplied: string): Tables => ({
  'recipes.csv': `id,output,facility,capacityPerDay\nrp,P,hall,20\nrx,X,old,${made}\n`,
  'supplies.csv': `id,product,supplier,buyer,facility,capacityPerDay\ns,X,them,us,old,${supplied}\n`,
  'lines.csv': 'recipe,line,product,quantity,uom\nrp,1,X,1,KGM\n', 'demands.csv': 'id,product,customer,country,perDay,margin\nd,P,buyer,US,10,1 USD\n', 'inventories.csv': 'place,product,quantity,uom\n',
});

describe('a share of a capacity is one of the capacity that is recorded, whoever sells: 100 are wanted in ten days', () => {
  test.each([
    ['half of 100 a day is plenty, sold without a limit', '100', '', 'country, id: [CN]', '50 %', 0],
    ['half of 100 made, and half of 50 sold', '100', '50', 'facility, id: [old]', '50 %', 0],
    ['a tenth of 100 made, and a tenth of 50 sold', '100', '50', 'country, id: [CN]', '10 %', 50],
    ['the supply alone: half of 50', '100', '50', 'supply, id: [s]', '50 %', 0],
    ['the supply alone: a tenth of 50', '100', '50', 'supply, id: [s]', '10 %', 50],
    ['the maker alone: a tenth of 60', '60', '50', 'recipe, id: [rx]', '10 %', 40],
    ['the supply alone, of which nothing is recorded: of what is wanted', '100', '', 'supply, id: [s]', '50 %', 50],
    ['more than before can be sold', '100', '8', 'supply, id: [s]', '150 %', 0],
    ['twice half of it is a quarter', '100', '20', 'supply, id: [s]}, scale: 50 %}\n- {select: {of: supply, id: [s]', '50 %', 50],
  ])('%s', async (_, made, supplied, of, share, loss) => {
    expect((await lossOf(`- {select: {of: ${of}}, scale: ${share}}`, undefined, sold(made, supplied))).hi).toBeCloseTo(loss, 6);
  });
  test.each([['20 %', 60], ['1 %', 98], ['0 %', 100]])('of a place that needs six days to make, %s leaves it from the first day on, whatever is in the making', async (share, loss) => {
    const tables = { ...sold('20', ''), 'recipes.csv': 'id,output,facility,capacityPerDay,leadTimeDays\nrp,P,hall,20,\nrx,X,old,20,6\n' };
    for (const times of [share === '20 %' ? '- {select: {of: facility, id: [old]}, scale: 50 %}\n- {select: {of: facility, id: [old]}, scale: 40 %}' : '', `- {select: {of: facility, id: [old]}, scale: ${share}}`])
      if (times !== '') expect((await lossOf(times, undefined, tables)).hi).toBeCloseTo(loss, 6);
  });
  test('stages of a recovery too', async () => {
    expect((await lossOf('- {select: {of: country, id: [CN]}, remove: true, until: 2026-11-24, recover: [{after: 0, to: 20 %}]}', undefined, sold('100', '50'))).hi).toBeCloseTo(20, 6);
  });
});

describe('times are rounded down, never up', () => {
  const delayed = (more: string, days = 4) => `- {${more}select: {of: recipe, id: [rx]}, delayDays: ${days}}`;
  test.each([
    ['four days late, day by day', delayed(''), 'days: 12\nstepDays: 1', '', 40],
    ['in periods of four', delayed(''), 'days: 12\nstepDays: 4', '', 40],
    ['in periods of three: one period', delayed(''), 'days: 12\nstepDays: 3', '', 30],
    ['until the middle of the second period: what is begun in its other half is not late, and is not counted as late', delayed('until: 2026-11-28, '), 'days: 12\nstepDays: 4', '', 40],
    ['a making time of two days and a delay of six are two periods of four, and what was under way comes', delayed('', 6), 'days: 12\nstepDays: 4', '2', 60],
  ])('%s', async (_, changes, more, leadTimeDays, loss) => {
    const tables = { ...sold('10', ''), 'supplies.csv': 'id,product,supplier\n', 'recipes.csv': `id,output,facility,capacityPerDay,leadTimeDays\nrp,P,hall,20,\nrx,X,old,10,${leadTimeDays}\n` };
    expect((await lossOf(changes, more, tables)).hi).toBeCloseTo(loss, 6);
  });
  test('a delay or a duty that covers no whole period is refused, not left out; where no period is given, it is short enough', async () => {
    expect(await faultOf(() => lossOf(delayed(''), 'days: 12\nstepDays: 5'))).toBe('stress/in-period s.yaml/changes/0');
    expect(await faultOf(() => lossOf(delayed('until: 2026-11-25, '), 'days: 12\nstepDays: 4'))).toBe('stress/in-period s.yaml/changes/0');
    expect((await lossOf(delayed(''), 'days: 365', { ...sold('10', ''), 'supplies.csv': 'id,product,supplier\n' })).hi).toBeCloseTo(40, 6);
  });
});

test('stock that a scenario takes from its own first day on is there until then, whatever it is laid over', async () => {
  const stopped = scenario('- {select: {of: recipe, id: [rx]}, remove: true}');
  const taken = { ...scenario('- {select: {of: product, id: [X]}, drawStock: 50 %}', 'days: 6\nstart: 2026-11-26'), stepDays: 1 };
  const tables = { ...sold('100', ''), 'inventories.csv': 'place,product,quantity,uom\nhall,X,60,KGM\n', 'recipes.csv': 'id,output,facility,capacityPerDay\nrp,P,hall,10\nrx,X,old,100\n' };
  expect(runScenarios(await stressed(tables), [stopped, taken]).loss.hi).toBeCloseTo(50, 6); // 40 of 60 are used by then, and half of the 20 that are left is gone
  const added = scenario('- {select: {of: product, id: [X]}, addStock: 5}', 'days: 6\nstart: 2026-11-26');
  expect(runScenarios(await stressed(tables), [stopped, taken, added]).loss.hi).toBeCloseTo(45, 6);
});

test('customers wait for so many days of what they ask for then', async () => {
  const double = '- {until: 2026-11-24, select: {of: demand, id: [d]}, scaleDemand: 200 %}';
  const found = runScenarios(await stressed({ ...sold('15', '') }), [scenario(double, 'days: 10\nstepDays: 1\nbacklogDays: 1')]);
  expect(found.loss.hi).toBeCloseTo(0, 6); // ten are short after two days, of twenty that one day asks
  expect(found.backlogDays).toBe(1);
});

/**
 * A fab in the United States needs 10 kg of gallium a day, has 5, and loses 100 USD a kilogram. All of it is smelted in China: sold directly, and
 * through a trader in Belgium who passes on 3 kg a day.
 */
describe('leakage through a third country, by hand: 100 kg in ten days', () => {
  const tables: Tables = {
    'products.csv': 'id,maker,uom\nP,us,H87\ngallium,,KGM\n',
    'facilities.csv': 'id,operator,country\nhall,us,US\nsmelter,them,CN\nwarehouse,trader,BE\n',
    'parties.csv': 'id,name,domicile\nus,Us (made-up),US\nthem,Them (made-up),CN\ntrader,Trader (made-up),BE\n',
    'recipes.csv': 'id,output,facility,capacityPerDay\nrp,P,hall,20\nrg,gallium,smelter,20\n',
    'lines.csv': 'recipe,line,product,quantity,uom\nrp,1,gallium,1,KGM\n',
    'supplies.csv': 'id,product,supplier,buyer,facility,capacityPerDay\ndirect,gallium,them,us,smelter,\nout,gallium,them,trader,smelter,\nin,gallium,trader,us,warehouse,3\n',
    'demands.csv': 'id,product,customer,country,perDay,margin\nd,P,buyer,US,10,100 USD\n',
    'inventories.csv': 'place,product,quantity,uom\nhall,gallium,5,KGM\n',
  };
  const chinese = '{of: flow, from: {country: [CN]}, goods: {id: [gallium]}';
  test.each([
    ['nothing: both ways carry what is asked for', '- {select: {of: recipe, id: [rp]}, scale: 60 %}', 0],
    ['a ban follows what was made there through the trader: 5 kg in stock are all', `- {select: ${chinese}}, ban: {}}`, 9500],
    ['a fifth leaks: 2 kg a day, whichever way they take', `- {select: ${chinese}}, ban: {leak: 20 %}}`, 7500],
    ['to the United States alone: the same, as nobody else buys', `- {select: ${chinese}, to: {country: [US]}}, ban: {leak: 20 %}}`, 7500],
    ['half may leak, and only through the trader: he has no more than 3 kg a day', `- {select: ${chinese}}, ban: {leak: 50 %}}\n- {select: {of: supply, id: [direct]}, remove: true}`, 6500],
    ['the direct way alone is cut: 3 kg a day through the trader', '- {select: {of: supply, id: [direct]}, remove: true}', 6500],
    ['licences: 2 kg a day for four days, then 20 % and a quarter of the other 80 %, 4 kg a day for six', `- {select: ${chinese}}, licence: {leadDays: 4, approval: 25 %, leak: 20 %}}`, 6300],
    ['the trader is banned too: nothing leaks through him', `- {select: ${chinese}}, ban: {leak: 50 %}}\n- {select: {of: supply, id: [direct]}, remove: true}\n- {select: {of: party, id: [trader]}, remove: true}`, 9500],
  ])('%s', async (_, changes, loss) => {
    const found = await lossOf(changes, undefined, tables);
    expect([found.lo, found.hi]).toEqual([expect.closeTo(loss, 6), expect.closeTo(loss, 6)]);
  });

  test('what the smelter makes counts once, though two sell it: of 4 kg a day half leaks', async () => {
    const small = { ...tables, 'recipes.csv': 'id,output,facility,capacityPerDay\nrp,P,hall,20\nrg,gallium,smelter,4\n' };
    expect((await lossOf(`- {select: ${chinese}}, ban: {leak: 50 %}}`, undefined, small)).hi).toBeCloseTo(7500, 6);
  });
});

test('what is not recorded makes an interval, and a side can be taken', async () => {
  const china = '- {select: {of: country, id: [CN]}, remove: true}';
  expect(await lossOf(china)).toEqual({ lo: expect.closeTo(160, 6), hi: expect.closeTo(460, 6) }); // the new plant has no country
  expect(await lossOf(china, 'days: 10\nstepDays: 1\nopen: spared')).toEqual({ lo: expect.closeTo(160, 6), hi: expect.closeTo(160, 6) });
  expect(await lossOf(china, 'days: 10\nstepDays: 1\nopen: affected')).toEqual({ lo: expect.closeTo(460, 6), hi: expect.closeTo(460, 6) });
  const cuts = cutsOf('country', (await stressed()).compiled, (await stressed()).conditions);
  expect(cuts.find(({ id }) => id === 'CN')).toMatchObject({ sure: [expect.any(Number)], open: [expect.any(Number)] });
});

test('scenarios laid over each other: what is open in each is taken as its own file says, whichever comes first', async () => {
  const china = '- {select: {of: country, id: [CN]}, remove: true}';
  const [spares, both, affects] = ['open: spared', 'open: both', 'open: affected'].map((open) => scenario(china, `days: 10\nstepDays: 1\n${open}`));
  const nothing = scenario('- {select: {of: demand, id: [d]}, scaleDemand: 100 %}', 'days: 10\nstepDays: 1\nopen: spared');
  const of = await stressed();
  for (const [laid, lo, hi] of [[[nothing, both!], 160, 460], [[both!, nothing], 160, 460], [[nothing, affects!], 460, 460], [[affects!, spares!], 460, 460], [[spares!, affects!], 460, 460]] as const)
    expect(runScenarios(of, laid).loss).toEqual({ lo: expect.closeTo(lo, 6), hi: expect.closeTo(hi, 6) });
  expect(runScenarios(of, [both!, nothing], { open: 'spared' }).loss.hi).toBeCloseTo(160, 6); // who asks has the last word
});

test('half of a plant whose capacity is not recorded loses no more than all of it: afterwards it makes up as much', async () => {
  const tables = { 'recipes.csv': 'id,output,facility,capacityPerDay\nrp,P,hall,\nrx,X,old,\n', 'inventories.csv': 'place,product,quantity,uom\n' };
  const five = (what: string): string => `- {select: {of: recipe, id: [rx]}, ${what}, until: 2026-11-27}`;
  const patient = 'days: 10\nstepDays: 1\nbacklogDays: 10';
  for (const what of ['remove: true', 'scale: 50 %', 'scale: 0 %', 'scale: 120 %']) expect(await lossOf(five(what), patient, tables), what).toEqual({ lo: expect.closeTo(0, 6), hi: expect.closeTo(0, 6) });
  expect((await lossOf(five('scale: 50 %'), undefined, tables)).hi).toBeCloseTo(125, 6); // nobody waits: half of 5 a day, five days
  expect((await lossOf(`${five('scale: 50 %')}\n${five('scale: 50 %')}`, undefined, tables)).hi).toBeCloseTo(187.5, 6);
});

test('what is asked for is what the scenario makes of demand: no more is lost than that', async () => {
  const { demands } = runScenarios(await stressed(), [scenario('- {select: {of: demand, id: [d]}, scaleDemand: 300 %, until: 2026-11-27}\n- {select: {of: product, id: [X]}, remove: true}')]);
  expect(demands[0]!.asked).toBeCloseTo(100, 6); // five days of 15, five of 5
  expect(demands[0]!.lost.hi).toBeCloseTo(96, 6); // but for the 8 kg in stock
});

test('why: the smallest conflict names demand, capacities and stock', async () => {
  const { conflict } = runScenarios(await stressed(), [scenario('- {select: {of: recipe, id: [rx]}, remove: true}')]);
  expect(conflict?.map(({ kind, of, amount }) => `${kind} ${of} ${amount}`).sort()).toEqual(['capacity rx 0', 'capacity ry 60', 'demand P 50', 'stock X@hall 8']);
});

describe('bad input is a fault with its place', () => {
  test.each<[string, Tables, string]>([
    ['a negative capacity', { 'recipes.csv': 'id,output,facility,capacityPerDay\nrp,P,hall,-8\n' }, 'input/not-a-number recipes.csv/rows/2/capacityPerDay'],
    ['no quantity', { 'lines.csv': 'recipe,line,product,quantity,uom\nrp,1,X,,KGM\n' }, 'stress/no-quantity lines.csv/rows/2/quantity'],
    ['units of two kinds', { 'lines.csv': 'recipe,line,product,quantity,uom\nrp,1,X,2,H87\n' }, 'stress/unit-mismatch lines.csv/rows/2/uom'],
    ['no demand', { 'demands.csv': 'id,product,perDay\n' }, 'stress/no-demand demands'],
    ['two currencies', { 'demands.csv': 'id,product,perDay,margin\nd,P,5,10 USD\ne,P,1,10 TWD\n' }, 'stress/currencies demands.csv/rows/2/margin'],
    ['one margin missing', { 'demands.csv': 'id,product,perDay,margin\nd,P,5,10 USD\ne,P,1,\n' }, 'stress/no-margin demands.csv/rows/3/margin'],
    ['something from nothing', { 'recipes.csv': 'id,output,facility,capacityPerDay\nrp,P,hall,8\nrx,X,old,6\n', 'lines.csv': 'recipe,line,product,quantity,uom\nrp,1,X,2,KGM\nrx,1,X,1,KGM\n' }, 'stress/from-nothing recipes.csv/rows/3'],
  ])('%s', async (_, tables, fault) => void expect(await faultOf(() => stressed(tables))).toBe(fault));

  test('a circle that returns less than it takes is sound', async () => {
    const tables = { 'recipes.csv': 'id,output,facility,capacityPerDay\nrp,P,hall,8\nrx,X,old,60\n', 'lines.csv': 'recipe,line,product,quantity,uom\nrp,1,X,2,KGM\nrx,1,X,1.5,KGM\n' };
    expect(await faultOf(() => stressed(tables))).toBe('nothing');
  });

  test.each([
    ['a selector that matches nothing', '- {select: {of: facility, id: [nowhere]}, remove: true}', 'stress/no-match s.yaml/changes/0/select'],
    ['an impossible day', '- {from: 2026-02-30, select: {of: recipe, id: [rx]}, remove: true}', 'input/bad-day s.yaml/changes/0/from'],
    ['an end before the start', '- {from: 2026-12-02, until: 2026-12-01, select: {of: recipe, id: [rx]}, remove: true}', 'input/ends-before-start s.yaml/changes/0/until'],
    ['a duty on a place', '- {select: {of: country, id: [CN]}, duty: 25 %}', 'stress/wrong-target s.yaml/changes/0/select/of'],
    ['two things at once', '- {select: {of: recipe, id: [rx]}, remove: true, scale: 10 %}', 'stress/wrong-target s.yaml/changes/0/'],
    ['a fraction without its mark', '- {select: {of: recipe, id: [rx]}, scale: 0.4}', 'input/wrong-shape s.yaml/changes/0/scale'],
    ['nothing selected', '- {remove: true}', 'input/missing s.yaml/changes/0/select'],
    ['a duty without a price', '- {select: {of: flow, goods: {id: [X]}}, duty: 25 %}', 'stress/no-price s.yaml/changes/0/duty'],
    ['a change after the last day', '- {from: 2028-01-01, select: {of: recipe, id: [rx]}, remove: true}', 'stress/outside s.yaml/changes/0/from'],
    ['a change that was over before the first day', '- {from: 2025-01-01, until: 2025-02-01, select: {of: recipe, id: [rx]}, remove: true, recover: [{after: 9, to: 100 %}]}', 'stress/outside s.yaml/changes/0/until'],
    ['stages after no end', '- {select: {of: recipe, id: [rx]}, scale: 10 %, recover: [{after: 9, to: 100 %}]}', 'stress/idle s.yaml/changes/0/recover'],
    ['stages of more demand', '- {until: 2026-12-01, select: {of: demand, id: [P]}, scaleDemand: 200 %, recover: [{after: 9, to: 100 %}]}', 'stress/idle s.yaml/changes/0/recover'],
    ['stock that would be drawn later', '- {from: 2026-12-01, select: {of: product, id: [X]}, drawStock: 100 %}', 'stress/idle s.yaml/changes/0/from'],
    ['goods of a place', '- {select: {of: country, id: [CN], goods: {id: [X]}}, remove: true}', 'stress/idle s.yaml/changes/0/select/goods'],
    ['stages after an end that is not recorded', '- {select: {of: recipe, id: [ry]}, remove: true, recover: [{after: 1, to: 100 %}]}', 'stress/no-end s.yaml/changes/0/recover'],
    ['stages of a flow without an end', '- {select: {of: flow, goods: {id: [X]}}, remove: true, recover: [{after: 1, to: 100 %}]}', 'stress/idle s.yaml/changes/0/recover'],
    ['a supplier who comes too late', '- addSupplier: {id: z, product: X, capacityPerDay: 1, qualifyDays: 6, leadTimeDays: 4}', 'stress/outside s.yaml/changes/0/addSupplier'],
    ['a supplier who has left before the samples are looked at', '- {until: 2026-11-25, addSupplier: {id: z, product: X, capacityPerDay: 1, qualifyDays: 3}}', 'stress/outside s.yaml/changes/0/addSupplier'],
    ['a supplier of what nobody needs', '- addSupplier: {id: z, product: Z, capacityPerDay: 1}', 'stress/no-match s.yaml/changes/0/addSupplier'],
  ])('%s', async (_, changes, fault) => void expect(await faultOf(() => lossOf(changes))).toBe(fault));
});

test('a name in a list that picks nothing is said, beside the names that do', async () => {
  const { changes } = runScenarios(await stressed(), [scenario('- {select: {of: recipe, id: [rx, rxx]}, remove: true}\n- {select: {of: flow, from: {id: [rx]}, goods: {id: [X, XX]}}, ban: {}}\n- {select: {of: recipe, id: [ry]}, remove: true}')]);
  expect(changes.map(({ unmatched }) => unmatched)).toEqual([['rxx'], ['XX'], undefined]);
});

test('every shipped scenario says what it rests on, and is solved on an example that it applies to', { timeout: 300_000 }, async () => {
  const chains = await Promise.all(['ai-server', 'chip-materials'].map(async (name) => {
    const { records, config } = open(name);
    return openStress(records, questionOf(config, '2026-11-22'), sha256);
  }));
  expect(shippedScenarios().length).toBeGreaterThanOrEqual(10);
  let costly = 0;
  for (const one of loadScenarios(shippedScenarios())) {
    expect(one.sources?.length, one.id).toBeGreaterThan(0);
    const faults: string[] = [];
    let solved = false;
    for (const chain of chains) {
      const fault = await faultOf(() => layScenarios(chain, [one]));
      faults.push(fault);
      if (fault !== 'nothing' || solved) continue;
      const { loss } = runScenarios(chain, [{ ...one, stepDays: Math.min(30, ...one.changes.flatMap(({ delayDays }) => delayDays ?? [])) }]); // in long periods, which are soon solved
      expect(loss.lo, one.id).toBeGreaterThanOrEqual(0);
      expect(loss.hi, one.id).toBeGreaterThanOrEqual(loss.lo);
      if (loss.hi > 0) costly++;
      solved = true;
    }
    expect(solved, `${one.id}: ${faults.join(' | ')}`).toBe(true);
  }
  expect(costly).toBeGreaterThan(5);
});

test('a scenario file is found by path, and one that is not there is a fault', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'nonred-scenario-'));
  writeFileSync(join(folder, 'own.yaml'), 'id: own\ntitle: {en: o, zh-Hant: o}\nchanges:\n- {select: {of: recipe, id: [rx]}, remove: true}\n');
  expect(loadScenarios([join(folder, 'own.yaml')])[0]?.id).toBe('own');
  expect(await faultOf(() => loadScenarios([join(folder, 'other.yaml')]))).toContain('input/no-such-file');
  rmSync(folder, { recursive: true });
});
