/** `nonred evidence add` before papers of every kind, and before what is no paper: each is kept or refused, and nothing is left half-done. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../house/sources.ts';
import { nonred, type Ran } from '../support/cli.ts';

const top = mkdtempSync(join(tmpdir(), 'nonred-evidence-'));
const dir = join(top, 'workspace');
const at = (name: string) => join(top, name);
beforeAll(() => cpSync(join(root, 'examples', 'quad-asked'), dir, { recursive: true, filter: (path) => !/[\\/]out$/.test(path) }));
afterAll(() => rmSync(top, { recursive: true }));

const add = (file: string, ...args: string[]): Promise<Ran> => nonred(['evidence', 'add', file, '--kind', 'declaration', '--issued', '2026-11-01', '--about', 'camera', ...args, '--workspace', dir]);
const kept = (): string => JSON.stringify([readFileSync(join(dir, 'evidence.csv'), 'utf8'), readdirSync(join(dir, 'evidence'))]);
const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const jwt = `${part({ alg: 'EdDSA', typ: 'vc+jwt' })}.${part({ credentialSubject: { name: 'y'.repeat(3000) } })}.${'A'.repeat(86)}`;
const SECRET = 'not of the workspace';

const PAPERS: Readonly<Record<string, readonly [content: string | Buffer, media: string]>> = {
  'a.pdf': ['%PDF-1.7 made up', 'PDF'],
  'named.txt': ['%PDF-1.4 by its content', 'PDF'],
  'a.png': [Buffer.from('89504e470d0a1a0a00', 'hex'), 'image'],
  'a.heic': [Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic')]), 'image'],
  'a.eml': [`ARC-Seal: i=1; ${'a'.repeat(2000)}\r\nDelivered-To: b@example.com\r\nSubject: x\r\n\r\ntext`, 'mail'],
  'a.jwt': [jwt, 'credential'],
  'a.sdjwt': [`${jwt}~WyJhIl0~`, 'credential'],
  'a.json': [JSON.stringify({ note: 'x'.repeat(3000), '@context': ['https://www.w3.org/ns/credentials/v2'] }), 'credential'],
  'bare.json': ['{"a":1}', 'JSON'],
  'a.xlsx': ['PK\u0003\u0004', 'XLSX'],
  'no ending': ['text', 'file'],
  '=HYPERLINK("x") \u202e..': ['text two', 'file'],
};
for (const [name, [content, media]] of Object.entries(PAPERS))
  test(`${JSON.stringify(name)} is kept as ${media}, by its digest alone, and is found again under another name`, async () => {
    writeFileSync(at(name), content);
    const { status, out } = await add(at(name));
    expect(out).toMatch(new RegExp(`^${media} kept as evidence/[0-9a-f]{32}(?:\\.[a-z0-9]+)?; supports products/camera\\n$`));
    expect(status).toBe(0);
    const before = kept();
    writeFileSync(at('again.bin'), content);
    expect((await add(at('again.bin'))).err).toContain('evidence/known');
    expect(kept()).toBe(before);
  });

test('the same paper about other things is a further row of the one file', async () => {
  writeFileSync(at('two.pdf'), '%PDF-1.7 two');
  const files = readdirSync(join(dir, 'evidence')).length;
  expect((await add(at('two.pdf'))).status).toBe(0);
  expect((await add(at('two.pdf'), '--about', 'camera, lens-set')).err).toContain('this is a further row for it');
  expect((await add(at('two.pdf'), '--about', 'lens-set,products/camera')).err).toContain('evidence/known');
  expect(readdirSync(join(dir, 'evidence'))).toHaveLength(files + 1);
});

test('a kind that a rulebook names is a kind', async () => {
  writeFileSync(at('waiver.pdf'), '%PDF-1.7 exemption');
  expect((await add(at('waiver.pdf'), '--kind', 'exemption-statement')).status).toBe(0);
});

test('what a link leads to is copied, not the link', async () => {
  writeFileSync(at('outside.txt'), SECRET);
  symlinkSync(at('outside.txt'), at('link.txt'));
  expect((await add(at('link.txt'))).status).toBe(0);
  rmSync(at('outside.txt'));
  expect(readdirSync(join(dir, 'evidence')).map((name) => readFileSync(join(dir, 'evidence', name), 'utf8'))).toContain(SECRET);
});

const REFUSED: Readonly<Record<string, readonly [make: () => void, args: readonly string[], code: string]>> = {
  'a folder': [() => void mkdirSync(at('a folder')), [], 'evidence/no-file'],
  'nothing there': [() => {}, [], 'evidence/no-file'],
  'a link to nothing': [() => symlinkSync(at('nowhere'), at('a link to nothing')), [], 'evidence/no-file'],
  'an empty file': [() => writeFileSync(at('an empty file'), ''), [], 'evidence/empty'],
  'a huge file': [() => { writeFileSync(at('a huge file'), ''); truncateSync(at('a huge file'), (64 << 20) + 1); }, [], 'input/too-large'],
  'an id that is not there': [() => writeFileSync(at('an id that is not there'), 'a'), ['--about', 'nosuch'], 'input/no-such-id'],
  'a table that is not there': [() => writeFileSync(at('a table that is not there'), 'b'), ['--about', 'nosuch/camera'], 'input/no-such-id'],
  'a custody that is no word': [() => writeFileSync(at('a custody that is no word'), 'c'), ['--custody', 'mine'], 'input/not-one-of'],
  'a kind that nobody knows': [() => writeFileSync(at('a kind that nobody knows'), 'd'), ['--kind', 'rumour'], 'input/not-one-of'],
  'a day that is none': [() => writeFileSync(at('a day that is none'), 'e'), ['--issued', '2026-02-30'], 'input/bad-day'],
};
for (const [name, [make, args, code]] of Object.entries(REFUSED))
  test(`${name} is refused with ${code}, and nothing is kept`, async () => {
    make();
    const before = kept();
    const { status, err } = await add(at(name), ...args);
    expect(err).toContain(code);
    expect(status).toBe(3);
    expect(kept()).toBe(before);
    expect((await nonred(['check', dir])).status).not.toBe(3);
  });

test('a table in another encoding is not spoiled by a row in UTF-8', async () => {
  const own = join(top, 'utf16');
  cpSync(dir, own, { recursive: true });
  const text = readFileSync(join(own, 'evidence.csv'), 'utf8');
  writeFileSync(join(own, 'evidence.csv'), Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]));
  const before = readFileSync(join(own, 'evidence.csv'));
  writeFileSync(at('late.pdf'), '%PDF-1.7 late');
  const { status, err } = await nonred(['evidence', 'add', at('late.pdf'), '--kind', 'declaration', '--about', 'camera', '--workspace', own]);
  expect(err).toContain('input/encoding');
  expect(status).toBe(3);
  expect(readFileSync(join(own, 'evidence.csv')).equals(before)).toBe(true);
});
