/** Other people's solvers on the files that `--write-lp` writes: GLPK and CBC from Debian, which scripts/test.mjs installs where it can. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { madeChain } from '../../bench/chain.ts';
import { type Program, ProgramBuilder } from '../../src/lp/program.ts';
import { Solver } from '../../src/lp/solve.ts';
import { writeCplexLp, writeMps } from '../../src/lp/write.ts';
import { impactProgram, surviveProgram } from '../../src/stress/program.ts';
import { timedProgram } from '../../src/stress/timed.ts';
import { root } from '../house/sources.ts';
import { nonred } from '../support/cli.ts';
import { random } from '../support/random.ts';

const solver = await Solver.load();
const folder = mkdtempSync(join(tmpdir(), 'nonred-lp-'));
afterAll(() => rmSync(folder, { recursive: true }));
const GLPK = existsSync('/usr/bin/glpsol');
const CBC = existsSync('/usr/bin/cbc');
if (!GLPK || !CBC) process.stdout.write('not run: glpsol and cbc are not installed (apt-get install glpk-utils coinor-cbc)\n');

function byGlpk(text: string, format: 'mps' | 'lp'): number {
  const [file, out] = [join(folder, `program.${format}`), join(folder, 'glpk.txt')];
  rmSync(out, { force: true });
  writeFileSync(file, text);
  const { stdout } = spawnSync('/usr/bin/glpsol', [format === 'mps' ? '--freemps' : '--lp', file, '-w', out], { encoding: 'utf8' });
  const found = /^s bas \d+ \d+ f f (\S+)$/m.exec(existsSync(out) ? readFileSync(out, 'utf8') : '');
  if (!found) throw new Error(stdout);
  return Number(found[1]);
}
function byCbc(text: string, format: 'mps' | 'lp' = 'mps'): number {
  const [file, out] = [join(folder, `cbc.${format}`), join(folder, 'cbc.txt')];
  rmSync(out, { force: true });
  writeFileSync(file, text);
  const { stdout } = spawnSync('/usr/bin/cbc', [file, 'solve', 'solu', out, 'quit'], { encoding: 'utf8' });
  const found = /^Optimal - objective value (\S+)/.exec(existsSync(out) ? readFileSync(out, 'utf8') : '');
  if (!found) throw new Error(stdout);
  return Number(found[1]);
}

/** 200 networks: losses, survivals and programs over time by turns, some with one or two sites closed. */
function programs(): Program[] {
  const dice = random(20_261_122);
  return Array.from({ length: 200 }, (_, i) => {
    const chain = madeChain({ tiers: 2 + dice.int(3), width: 4 + dice.int(8), needs: 1 + dice.int(2), sources: 2, slack: 0.8 + dice.next(), products: 1 + dice.int(3) }, i);
    const closed = new Set([dice.int(chain.plants.length), ...(dice.chance(0.5) ? [dice.int(chain.plants.length)] : [])]);
    const hit = { ...chain, plants: chain.plants.map((plant, p) => (closed.has(p) ? { ...plant, capacityPerDay: 0 } : { ...plant, ...(dice.chance(0.2) && { leadDays: 3 }) })) };
    if (i % 3 === 0) return impactProgram(hit, 7).program;
    if (i % 3 === 1) return surviveProgram(hit, 1000).program;
    return timedProgram({ chain: hit, days: 9, stepDays: 3, backlogDays: 2, capacity: new Map(), demand: new Map(), caps: [], plantDelay: new Map(), arcDelay: new Map(), arcCost: new Map(), stock: [] }).program;
  });
}

test.skipIf(!GLPK || !CBC)('GLPK and CBC find the same optimum on 200 networks', { timeout: 300_000 }, () => {
  programs().forEach((program, i) => {
    const outcome = solver.solve(program);
    if (outcome.status !== 'optimal') throw new Error(outcome.status);
    const [mps, lp] = [writeMps(program), writeCplexLp(program)];
    const near = (found: number, digits: number): void => void expect(Math.abs(found - outcome.objective), `network ${i}`).toBeLessThanOrEqual(digits * (1 + Math.abs(outcome.objective)));
    near(i % 2 === 0 ? byGlpk(mps, 'mps') : byGlpk(lp, 'lp'), 1e-6);
    near(i % 2 === 0 ? byCbc(lp, 'lp') : byCbc(mps), 1e-6);
  });
});

/** As somebody who doubts the answer does it. */
test.skipIf(!GLPK || !CBC)('what --write-lp writes has, for either solver and in either format, the loss that was told', { timeout: 120_000 }, async () => {
  const scenario = join(folder, 'crisis.yaml');
  writeFileSync(scenario, 'id: crisis\ntitle: {en: crisis, zh-Hant: 危機}\nmadeUp: true\ndays: 60\nstepDays: 5\nchanges:\n- {select: {of: facility, id: [fab-n]}, scale: 20 %}\n');
  for (const asked of [['--each', 'facility', '--days', '45'], ['--scenario', scenario]])
    for (const format of ['mps', 'lp'] as const) {
      const file = join(folder, `told.${format}`);
      const { status, out } = await nonred(['stress', join(root, 'examples/ai-server'), ...asked, '--write-lp', file, '--lang', 'en']);
      expect(status).toBe(0);
      const told = /its optimum is the loss, USD ([0-9,.]+)\n/.exec(out)?.[1];
      const loss = Number(told?.replaceAll(',', ''));
      expect(loss, out).toBeGreaterThan(1e6);
      for (const found of [byGlpk(readFileSync(file, 'utf8'), format), byCbc(readFileSync(file, 'utf8'), format)]) expect(Math.abs(found - loss), `${asked[0]} ${format}`).toBeLessThanOrEqual(0.5 + 1e-6 * loss);
    }
});

test.skipIf(!GLPK || !CBC)('a program of a hundred thousand columns and more is read too', { timeout: 60_000 }, () => {
  const b = new ProgramBuilder();
  const row = b.row('all of them', 7, Infinity);
  for (let j = 0; j < 150_000; j++) b.put(row, b.column(`column ${j}`, 1 + (j % 3)), 1);
  const program = b.build();
  expect([byGlpk(writeCplexLp(program), 'lp'), byCbc(writeCplexLp(program), 'lp'), byCbc(writeMps(program))]).toEqual([7, 7, 7]);
});

test('what is written is read again as it was: bounds of every kind, ranges, whole columns, a constant', () => {
  const b = new ProgramBuilder();
  const x = [b.column('free', 1, -Infinity, Infinity), b.column('below', -1, -Infinity, 5), b.column('fixed', 2, 3, 3), b.column('boxed', -3, -2, 8), b.column('whole', -1, 0, 7.5, true), b.column('alone', 1, 1, 2)];
  const rows = [b.row('range', -4, 9), b.row('equal', 6, 6), b.row('least', -20, Infinity), b.row('most', -Infinity, 30)];
  rows.forEach((row, i) => { for (const [j, column] of x.slice(0, 5).entries()) b.put(row, column, 1 + ((i * 3 + j * 2) % 5)); });
  const program = b.build(11);
  const whole = solver.solve(program);
  const read = solver.readMps(Buffer.from(writeMps(program)), 'own.mps');
  expect([read.columns, read.rows, read.offset]).toEqual([program.columns, program.rows, 11]);
  for (const part of ['cost', 'lower', 'upper', 'rowLower', 'rowUpper', 'values'] as const) expect([...read[part]], part).toEqual([...program[part]]);
  expect(whole.status).toBe('optimal');
});
