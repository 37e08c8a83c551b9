/** A plain bill under all rulebooks: what is judged and written grows with its lines, not with their square. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Io } from '../../src/cli/io.ts';
import { run } from '../../src/cli/program.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nonred-long-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function nonred(...args: string[]): Promise<{ status: number; out: string }> {
  let out = '';
  const io: Io = { out: (text) => void (out += text), err: () => undefined, env: { LANG: 'en_US.UTF-8' }, today: () => '2026-11-23', version: '0.1.0' };
  return { status: await run(args, io), out };
}
function bill(lines: number): string {
  const path = join(folder, `bill${lines}.csv`);
  const row = (_: unknown, i: number): string => `Maker ${i % 7} Co Ltd,PN-${i},${['Camera', 'Radio module', 'Resistor'][i % 3]} ${i},1,${['TW', 'JP', 'CN', 'US'][i % 4]}`;
  writeFileSync(path, `Manufacturer,MPN,Description,Qty,Country\n${Array.from({ length: lines }, row).join('\n')}\n`);
  return path;
}

test('three times the lines are at most three and a half times the result', async () => {
  const sizes: number[] = [];
  for (const lines of [60, 180]) {
    const result = join(folder, `${lines}.json`);
    expect((await nonred('check', bill(lines), '--json', result)).status).toBe(4);
    sizes.push(statSync(result).size);
  }
  expect(sizes[1]! / sizes[0]!).toBeLessThan(3.5);
});

test('what an exemption of the whole product lacks stands once, and each part that hangs on it says so', async () => {
  const result = join(folder, 'fcc.json');
  const path = bill(30);
  await nonred('check', path, '--rules', 'us-fcc-covered-uas', '--json', result);
  const { grounds } = JSON.parse(readFileSync(result, 'utf8')) as { grounds: { clause: string; body: { each?: { subject: string; unless?: string[]; missing: unknown[] }[]; unless?: Record<string, { of: string; field?: string }[]> } }[] };
  const body = grounds.find(({ clause }) => clause === 'components')!.body;
  const [place = ''] = Object.keys(body.unless ?? {});
  expect(place).toMatch(/^\/unless\/\d$/);
  expect(new Set(body.unless![place]!.filter(({ of }) => of.startsWith('part:')).map(({ of }) => of)).size).toBe(30); // the cost of every part
  expect(body.each!.filter(({ unless }) => unless?.includes(place)).length).toBeGreaterThan(10);
  for (const { missing } of body.each!) expect(missing.length).toBeLessThan(8);
  const { out } = await nonred('why', path, 'PN-0', '--rule', 'us-fcc-covered-uas');
  expect(out.replace(/\s+/g, ' ')).toMatch(/whether an exemption of the whole product applies \(DA 26-22 [^)]*\)[^)]*\): \d\d things are missing for it/);
  expect(out).toMatch(/\.\.\. and \d+ more/);
});
