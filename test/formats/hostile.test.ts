import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plain } from '../../src/text/plain.ts';
import { root } from '../house/sources.ts';
import { places, workspace } from '../support/files.ts';
import { HOSTILE } from './hostile.ts';

/** Each input has a process of its own, so that time and memory are its own; the program is bundled once. */
let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(root, 'node_modules', '.nonred-hostile-'));
  await build({ entryPoints: [join(root, 'test/formats/hostile-one.ts')], outfile: join(folder, 'one.mjs'), bundle: true, platform: 'node', format: 'esm', packages: 'external', logLevel: 'error' });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

for (const [what, { codes }] of Object.entries(HOSTILE))
  test(`${codes.length > 0 ? 'refused' : 'harmless'} within a second and 64 MiB: ${what}`, () => {
    const found = JSON.parse(execFileSync(process.execPath, [join(folder, 'one.mjs'), what], { encoding: 'utf8', timeout: 30_000 })) as { codes: string[]; ms: number; mib: number; polluted: number };
    if (process.env.HOSTILE_FIGURES) process.stdout.write(`${what}: ${found.ms} ms, ${found.mib} MiB\n`);
    expect(found.codes.sort()).toEqual([...codes].sort());
    expect(found.ms).toBeLessThan(1000);
    expect(found.mib).toBeLessThanOrEqual(64);
    expect(found.polluted).toBe(0);
  });

test('columns called like members of an object are notes and nothing else', () => {
  const { value, issues } = workspace({ 'parties.csv': 'id,__proto__,constructor,toString,prototype\na,x,y,z,w\n' });
  expect(issues).toEqual([]);
  const notes = value.records[0]!.notes!;
  expect(Object.entries(notes)).toEqual([['__proto__', 'x'], ['constructor', 'y'], ['toString', 'z'], ['prototype', 'w']]);
  expect(Object.getPrototypeOf(notes)).toBe(Object.prototype);
  const proto = workspace({ 'nonred.yaml': 'product: p\nconstructor: {prototype: {polluted: yes}}\n' });
  expect(places(proto.issues)).toContain('input/unknown-field nonred.yaml/constructor');
  expect(Object.keys(Object.prototype)).toEqual([]);
});

test('controls and bidirectional marks stay in the data and are written out where it is shown', () => {
  const name = 'Fo\u202eo\u0007\u200b Ltd';
  const { value, issues } = workspace({ 'parties.csv': `id,name\na,${name}\n` });
  expect(issues).toEqual([]);
  expect(value.records[0]).toMatchObject({ names: [name] });
  expect(plain(name)).toBe('Fo\\u{202e}o\\u{7}\\u{200b} Ltd');
});
