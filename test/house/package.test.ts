import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importsOf, root, sources } from './sources.ts';
import { schemas } from './schemas.ts';

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const about = JSON.parse(read('package.json'));
const files = sources('src', '.ts');
const packageOf = (name: string) => name.split('/').slice(0, name.startsWith('@') ? 2 : 1).join('/');

test('versions are pinned, and the same in the lock', () => {
  const lock = JSON.parse(read('package-lock.json'));
  const all = { ...about.dependencies, ...about.devDependencies };
  for (const [name, version] of Object.entries(all)) {
    expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
    expect(lock.packages[`node_modules/${name}`]?.version, name).toBe(version);
  }
});

test('the lock names no registry', () => {
  expect(read('package-lock.json')).not.toMatch(/"resolved": "http/);
});

test('a dependency is imported by exactly one file of src/', () => {
  const importers: Record<string, string[]> = {};
  for (const file of files)
    for (const name of new Set(importsOf(file).map(packageOf)))
      if (!name.startsWith('src') && !name.startsWith('node:')) (importers[name] ??= []).push(file.path);
  expect(Object.keys(importers).sort()).toEqual(Object.keys(about.dependencies).sort());
  for (const [name, paths] of Object.entries(importers)) expect(paths, name).toHaveLength(1);
});

test('every dependency has a line in docs/dependencies.md, with the file that wraps it', () => {
  const page = read('docs/dependencies.md');
  for (const [name, version] of Object.entries({ ...about.dependencies, ...about.devDependencies })) {
    const line = page.split('\n').find((one) => one.startsWith(`| \`${name}\``));
    expect(line, name).toBeDefined();
    expect(line, name).toContain(version as string);
  }
  for (const file of files)
    for (const name of importsOf(file))
      if (about.dependencies[packageOf(name)]) expect(page.split('\n').find((one) => one.startsWith(`| \`${packageOf(name)}\``)), name).toContain(`\`${file.path}\``);
});

test('everything that the package exports has a doc comment', () => {
  const bare: string[] = [];
  const door = read('src/index.ts');
  for (const [, names = '', from = ''] of door.matchAll(/export (?:type )?\{([^}]+)\} from '\.\/([^']+)'/g)) {
    const text = read(`src/${from}`);
    for (const name of names.split(',').map((one) => one.trim().replace(/^type /, '').split(' as ')[0]!).filter(Boolean)) {
      const at = text.search(new RegExp(`^export (?:async )?(?:function|const|class|interface|type) ${name}\\b`, 'm'));
      const before = at < 0 ? '' : text.slice(0, at).trimEnd();
      if (!before.endsWith('*/')) bare.push(`${name} of ${from}`);
    }
  }
  expect(bare).toEqual([]);
});

test('the published schemas are those of the readers (npm run schemas writes them)', () => {
  for (const [name, text] of Object.entries(schemas())) expect(read(`schemas/${name}`) === text, name).toBe(true);
});
