import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { code, FLOORS, importsOf, PURE, roomOf, root, sources } from './sources.ts';

const files = sources('src', '.ts');
const floorOf = (room: string) => FLOORS.findIndex((floor) => floor.includes(room));

test('every room of src/ is in the table of floors', () => {
  const rooms = new Set(files.map(({ path }) => roomOf(path)).filter((room) => room !== undefined));
  expect([...rooms].filter((room) => floorOf(room) < 0)).toEqual([]);
});

test('ARCHITECTURE.md has a line for every room', () => {
  const page = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8');
  const rooms = new Set(files.map(({ path }) => roomOf(path)).filter((room) => room !== undefined));
  expect([...rooms].filter((room) => !new RegExp(`^\\| ${floorOf(room)} \\|.*\`${room}/\``, 'm').test(page))).toEqual([]);
});

test('a room imports itself and lower floors only', () => {
  const faults: string[] = [];
  for (const file of files) {
    const room = roomOf(file.path);
    if (room === undefined) continue; // src/index.ts is the door, not a room
    for (const name of importsOf(file)) {
      const other = name.startsWith('src/') ? (roomOf(name) ?? 'index') : undefined;
      if (other === undefined || other === room) continue;
      if (other === 'index' || floorOf(other) >= floorOf(room)) faults.push(`${file.path} imports ${name}`);
    }
  }
  expect(faults).toEqual([]);
});

test('an import names a file with its ending', () => {
  const known = new Set(files.map(({ path }) => path));
  const faults = files.flatMap((file) =>
    importsOf(file).filter((name) => name.startsWith('src/') && !known.has(name)).map((name) => `${file.path}: ${name}`),
  );
  expect(faults).toEqual([]);
});

const IMPURE = /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bconsole\.|\bfetch\(|\bprocess\.|\bperformance\.now\b/;
test('the rooms below host/ have no clock, chance, console, network or process, and no module of Node', () => {
  const faults: string[] = [];
  for (const file of files) {
    if (!PURE.includes(roomOf(file.path) ?? '')) continue;
    const impure = IMPURE.exec(code(file.text));
    if (impure) faults.push(`${file.path}: ${impure[0]}`);
    for (const name of importsOf(file)) if (name.startsWith('node:')) faults.push(`${file.path}: ${name}`);
  }
  expect(faults).toEqual([]);
});

// The aim is 300 lines: see docs/decisions/0095. This holds what has been reached, and only ever falls.
test('the checker imports nothing but itself, and does not grow', () => {
  const checker = files.filter(({ path }) => roomOf(path) === 'checker');
  const foreign = checker.flatMap((file) => importsOf(file).filter((name) => !name.startsWith('src/checker/')));
  expect(foreign).toEqual([]);
  const lines = checker.flatMap(({ text }) => code(text).split('\n')).filter((line) => line.trim() !== '');
  expect(lines.length).toBeLessThan(926);
});
