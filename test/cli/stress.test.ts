import { Ajv2020 } from 'ajv/dist/2020.js';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Io } from '../../src/cli/io.ts';
import { run } from '../../src/cli/program.ts';
import { root } from '../house/sources.ts';

const folder = mkdtempSync(join(tmpdir(), 'nonred-stress-'));
afterAll(() => rmSync(folder, { recursive: true }));
async function nonred(args: readonly string[], more: Partial<Io> = {}): Promise<{ status: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  const io: Io = { out: (text) => void (out += text), err: (text) => void (err += text), env: { LANG: 'en_US.UTF-8' }, today: () => '2026-11-22', version: '0.1.0', ...more };
  return { status: await run(args, io), out, err };
}
const minerals = join(root, 'examples/chip-materials');

test('countries in order of what they take away, in both languages, and what the method cannot see', async () => {
  const { status, out } = await nonred(['stress', minerals, '--each', 'country', '--days', '1']);
  expect(status).toBe(0);
  expect(out.indexOf('China')).toBeLessThan(out.indexOf('Chile'));
  expect(out).toContain('losses are lower bounds');
  expect((await nonred(['stress', minerals, '--each', 'country', '--days', '1', '--lang', 'zh-Hant'])).out).toContain('損失為下限');
});

test('JSON meets its schema, CSV and the page are written, and the program for other solvers', async () => {
  const [csv, html, mps] = ['a.csv', 'a.html', 'a.mps'].map((name) => join(folder, name)) as [string, string, string];
  const scenario = join(folder, 'gallium.yaml');
  writeFileSync(scenario, 'id: gallium\ntitle: {en: gallium, zh-Hant: 鎵}\ndays: 2\nstepDays: 1\nchanges:\n- {select: {of: product, id: [gallium], where: {madeIn: [CN]}}, remove: true}\n');
  const { status, out } = await nonred(['stress', minerals, '--scenario', scenario, '--json', '-', '--csv', csv, '--html', html, '--write-lp', mps]);
  expect(status).toBe(0);
  const document: unknown = JSON.parse(out);
  const valid = new Ajv2020({ strict: false }).compile(JSON.parse(readFileSync(join(root, 'schemas/stress.schema.json'), 'utf8')));
  expect(valid(document), JSON.stringify(valid.errors)).toBe(true);
  expect(document).toMatchObject({ version: 1, kind: 'stress', bounds: 'loss is a lower bound, survival an upper bound' });
  expect(readFileSync(csv, 'utf8')).toContain('scenario,gallium,');
  expect(readFileSync(html, 'utf8')).toMatch(/^<!doctype html>[\s\S]*<svg/);
  expect(readFileSync(mps, 'utf8')).toContain('\nENDATA\n');
});

test('stopped: what is finished is kept and said, and the status is 1', async () => {
  let asked = 0;
  const { status, out } = await nonred(['stress', minerals, '--each', 'country', '--days', '1'], { interrupted: () => ++asked > 5 });
  expect(status).toBe(1);
  expect(out).toMatch(/stopped: 5 of \d+ are finished/);
});

test('a scenario that finds nothing, a kind that is none, a table without its columns: refused', async () => {
  expect((await nonred(['stress', minerals, '--scenario', 'fab-lost']))).toMatchObject({ status: 3, err: expect.stringContaining('stress/no-match at fab-lost.yaml/changes/0/select') });
  expect((await nonred(['stress', minerals, '--scenario', 'no-such-one'])).status).toBe(3);
  expect((await nonred(['stress', minerals, '--each', 'planet'])).status).toBe(3);
  expect((await nonred(['stress', minerals, '--days', '-4'])).status).toBe(3);
  expect((await nonred(['stress', 'concentration', join(minerals, 'demands.csv')]))).toMatchObject({ status: 3, err: expect.stringContaining('stress/concentration-table') });
});

test('a time limit is an error with what is known so far, never a number', async () => {
  const scenario = join(root, 'examples/scenarios/china-gallium-germanium-2023.yaml');
  for (const asked of [['--each', 'country'], ['--scenario', scenario]]) {
    const { status, out, err } = await nonred(['stress', minerals, ...asked, '--json', '-', '--time-limit', '0.000001']);
    expect({ status, out }, err).toEqual({ status: 1, out: '' });
    expect(err).toMatch(/the time limit was reached before an answer was proved; the best value known so far is /);
  }
  expect((await nonred(['stress', minerals, '--time-limit', '0'])).status).toBe(3);
});

test('concentration of a table', async () => {
  const { status, out } = await nonred(['stress', 'concentration', join(root, 'examples/concentration/minerals.csv'), '--json', '-']);
  expect(status).toBe(0);
  const rows = JSON.parse(out) as { item: string; index: number }[];
  // 93.8, 2.2, 1.9, ... of the same study give 8,809 of 10,000; here without those below 0.1 %.
  expect(rows.find(({ item }) => item.startsWith('Gallium'))!.index).toBeCloseTo(0.88, 2);
});

test('concentration by hand: one holder in several rows is one, and what cannot be is refused', async () => {
  const file = join(folder, 'held.csv');
  const of = async (rows: string) => {
    writeFileSync(file, `item,holder,amount,governance\n${rows}`);
    const { status, out, err } = await nonred(['stress', 'concentration', file, '--json', '-']);
    return status === 0 ? (JSON.parse(out) as unknown) : [...err.matchAll(/^(\S+) at \S*?held\.csv(\S*):/gm)].map(([, code, place]) => `${code} ${place}`);
  };
  // 0.5^2 + 0.3^2 + 0.2^2
  expect(await of('lidar,US,50,\nlidar,CN,30,\nlidar,TW,20,\n')).toEqual([{ item: 'lidar', sources: 3, index: expect.closeTo(0.38, 12), top: 'US', topShare: 0.5 }]);
  // The United States have 100 of 150 and Taiwan 50: 4/9 + 1/9. Governance: 4/9 x 2 + 1/9 x 1.
  expect(await of('lidar,United States,50,2\nlidar,臺灣,50,1\nlidar,US,25,2\nlidar, us ,25,2\nlidar,JP,0,9\n')).toEqual([{ item: 'lidar', sources: 2, index: expect.closeTo(5 / 9, 12), top: 'US', topShare: expect.closeTo(2 / 3, 12), governed: expect.closeTo(1, 12) }]);
  expect(await of('lidar,Hesai  (made-up),1,\nlidar,HESAI (made-up),1,\nlidar,Other (made-up),2,\n')).toEqual([{ item: 'lidar', sources: 2, index: 0.5, top: 'Hesai  (made-up)', topShare: 0.5 }]);
  expect(await of('lidar,US,50 %,\nlidar,CN,1000,\n')).toEqual(['stress/unit-mismatch /rows/3/amount']);
  expect(await of('lidar,US,60 %,\nlidar,CN,60 %,\n')).toEqual(['stress/concentration-whole /rows/3/amount']);
  expect(await of('lidar,US,1,\nmotor,CN,0,\n')).toEqual(['stress/concentration-nothing /rows/3/amount']);
  expect(await of('')).toEqual(['stress/concentration-nothing ']);
});

test('a limit without a name of its own is told by its action, in the language asked for, with product and user by name', async () => {
  const scenario = join(folder, 'germanium.yaml');
  writeFileSync(scenario, 'id: germanium\ntitle: {en: Germanium is not sold, zh-Hant: 鍺停售}\ndays: 60\nstepDays: 5\nchanges:\n- {select: {of: flow, goods: {id: [germanium]}}, ban: {}}\n');
  const server = join(root, 'examples/ai-server');
  const { out } = await nonred(['stress', server, '--scenario', scenario, '--json', '-']);
  const valid = new Ajv2020({ strict: false }).compile(JSON.parse(readFileSync(join(root, 'schemas/stress.schema.json'), 'utf8')));
  expect(valid(JSON.parse(out)), JSON.stringify(valid.errors)).toBe(true);
  expect((await nonred(['stress', server, '--scenario', scenario])).out).toMatch(/the limit "export ban: germanium > .+" lets/);
  const chinese = (await nonred(['stress', server, '--scenario', scenario, '--lang', 'zh-Hant'])).out;
  expect(chinese).toMatch(/限制「禁止出口：germanium > .+」僅放行/);
  expect(chinese).not.toMatch(/\bban\b|\p{Script=Han}[:(]/u);
});
