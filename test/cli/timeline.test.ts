import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { addDays } from '../../src/base/day.ts';
import { allOf, type Verdict } from '../../src/base/verdict.ts';
import type { Io } from '../../src/cli/io.ts';
import { run } from '../../src/cli/program.ts';
import { root } from '../house/sources.ts';

const folder = mkdtempSync(join(tmpdir(), 'nonred-timeline-'));
afterAll(() => rmSync(folder, { recursive: true }));
const quad = join(root, 'examples', 'quad-x');

async function nonred(...args: string[]): Promise<{ status: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  const io: Io = { out: (text) => void (out += text), err: (text) => void (err += text), env: { LANG: 'en_US.UTF-8' }, today: () => '2026-11-22', version: '0.1.0' };
  return { status: await run(args, io), out, err };
}

test('check --timeline: days, rulebooks, clauses; up to the day that is named; as JSON too', async () => {
  const { status, out } = await nonred('check', quad, '--rules', 'us-pcb-4873,us-ndaa-5949', '--timeline');
  expect(status).toBe(0);
  expect(out).toContain('MADE UP');
  for (const day of ['2026-11-22', '2027-01-01', '2027-12-23']) expect(out).toContain(day);
  expect((await nonred('check', quad, '--rules', 'us-pcb-4873,us-ndaa-5949', '--timeline', '--until', '2027-06-30')).out).not.toContain('2027-12-23');
  const { moments } = JSON.parse((await nonred('check', quad, '--rules', 'us-pcb-4873', '--timeline', '--json', '-')).out);
  expect(moments.map(({ on }: { on: string }) => on)).toEqual(['2026-11-22', '2027-01-01']);
  expect((await nonred('check', quad, '--rules', 'us-pcb-4873', '--timeline', '--lang', 'zh-Hant')).out).toContain('尚未生效');
});

test.each([['2025-06-01'], [undefined]])('every day of a timeline from %s is what check says of that day, and so are both sides of a comparison', async (asOf) => {
  const clear = join(root, 'examples', 'quad-clear');
  const { moments } = JSON.parse((await nonred('check', clear, ...(asOf ? ['--as-of', asOf] : []), '--timeline', '--json', '-')).out) as { moments: { on: string; verdict: string; standings: { rulebook: string; applies: string; clauses: object }[] }[] };
  expect(moments.length).toBeGreaterThan(asOf ? 3 : 0);
  const first = moments[0]!.on;
  for (const day of new Set(moments.flatMap(({ on }) => [addDays(on, -1), on, addDays(on, 1)]).filter((one) => one >= first))) {
    const there = moments.findLast(({ on }) => on <= day)!;
    const { verdict, assessments } = JSON.parse((await nonred('check', clear, '--as-of', day, '--json', '-')).out) as { verdict: string; assessments: { rulebook: string; applies: string; clause?: string; verdict?: Verdict }[] };
    expect([day, verdict]).toEqual([day, there.verdict]);
    for (const { rulebook, applies, clauses } of there.standings) {
      const own = assessments.filter((one) => one.rulebook === rulebook);
      expect([day, rulebook, own[0]!.applies]).toEqual([day, rulebook, applies]);
      for (const [clause, said] of Object.entries(clauses)) expect([day, clause, allOf(own.flatMap((one) => (one.clause === clause ? one.verdict! : [])))]).toEqual([day, clause, said]);
    }
    const rulebook = there.standings[0]!.rulebook;
    const { before } = JSON.parse((await nonred('rulebooks', 'diff', rulebook, '--from', day, '--to', '2028-01-01', clear, '--json', '-')).out) as { before: { verdict?: Verdict } };
    expect([day, before.verdict]).toEqual([day, assessments.some((one) => one.rulebook === rulebook && one.verdict) ? allOf(assessments.flatMap((one) => (one.rulebook === rulebook ? (one.verdict ?? []) : []))) : undefined]);
  }
}, 60_000);

test('what a timeline does not do is refused, never passed over', async () => {
  const timeline = ['check', quad, '--rules', 'us-pcb-4873', '--timeline'];
  expect(await nonred(...timeline, '--until', '2020-01-01')).toMatchObject({ status: 3, out: '', err: expect.stringContaining('input/ends-before-start') });
  expect((await nonred(...timeline, '--until', '2026-11-22')).status).toBe(0);
  for (const form of ['--html', '--csv', '--sarif', '--xlsx', '--markdown']) expect(await nonred(...timeline, form, join(folder, 'other')), form).toMatchObject({ status: 3, out: '', err: expect.stringContaining('belongs to `check DIR`') });
  for (const alone of [['--until', '2028-01-01'], ['--aging']]) expect(await nonred('check', quad, ...alone), alone[0]).toMatchObject({ status: 3, out: '', err: expect.stringContaining('belongs to `check DIR --timeline`') });
});

test('rulebooks diff: two laws, or two days of one', async () => {
  const laws = await nonred('rulebooks', 'diff', 'us-ndaa-848', 'tw-non-red', quad);
  expect([laws.status, laws.out.includes('gnss'), laws.out.includes('red (B)')]).toEqual([0, true, true]);
  const days = await nonred('rulebooks', 'diff', 'us-pcb-4873', '--from', '2026-12-31', '--to', '2027-01-01', quad);
  expect([days.status, days.out.includes('not in force yet')]).toEqual([0, true]);
  expect((await nonred('rulebooks', 'diff', 'us-ndaa-848', 'us-ndaa-848', quad)).out).toContain('no part comes out otherwise');
});

test('what cannot be compared is refused with how to ask', async () => {
  for (const args of [['us-ndaa-848', quad], ['us-ndaa-848', '--from', '2026-01-01', quad], ['us-ndaa-848', 'tw-non-red', '--from', '2026-01-01', '--to', '2027-01-01', quad]]) {
    const { status, err } = await nonred('rulebooks', 'diff', ...args);
    expect([status, err.includes('rulebooks diff A B DIR')]).toEqual([3, true]);
  }
  expect((await nonred('rulebooks', 'diff', 'us-ndaa-848', 'no-such-law', quad)).status).toBe(3);
});

test('a bill alone: lists and makers of the reference data are used and said; nothing they say clears a part', async () => {
  const bom = join(folder, 'board.csv');
  writeFileSync(bom, 'Part Number,Manufacturer,Description,Quantity\nRC0402,Yageo,resistor,4\nSTM32F4,STMicroelectronics,MCU,1\nX1,Nobody Ever Heard Of,part,1\n');
  const target = join(folder, 'result.json');
  const { status, err } = await nonred('check', bom, '--rules', 'tw-non-red,us-uflpa', '--json', target);
  expect(status).toBe(4);
  expect(err).toContain('2 makers found by their exact names');
  expect(err).toContain('only 11 of 144 entities');
  const { verdict, records } = JSON.parse(readFileSync(target, 'utf8')) as { verdict: string; records: { kind?: string; level?: string; domicile?: string; origin?: string }[] };
  expect(verdict).toBe('unknown');
  const proposed = Object.values(records).filter((rec) => rec.kind === 'party' && rec.domicile !== undefined);
  expect(proposed.map(({ level, domicile }) => `${level} ${domicile}`).sort()).toEqual(['inferred NL', 'inferred TW']);
});
