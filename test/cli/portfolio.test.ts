import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { SharedParts } from '../../src/engine/portfolio.ts';
import { workspacesIn } from '../../src/host/workspace.ts';
import { root } from '../house/sources.ts';
import { nonred } from '../support/cli.ts';
import { writePortfolio } from '../support/portfolio.ts';

const top = mkdtempSync(join(tmpdir(), 'nonred-many-'));
afterAll(() => rmSync(top, { recursive: true }));
const at = (...parts: string[]) => join(top, ...parts);
const example = (name: string, ...to: string[]) => cpSync(join(root, 'examples', name), at(...to), { recursive: true, filter: (path) => !/[\\/]out$/.test(path) });
const result = (folder: string) => readFileSync(join(folder, 'out', 'result.json'));

test('each product has the same bytes as alone, and each shared part is listed once, in as many products as bills name it', async () => {
  const { folders, usedIn } = writePortfolio(at('made'), 5, 20);
  const page = at('made.html');
  const { status, out } = await nonred(['check', at('made'), '--html', page]);
  expect([2, 4]).toContain(status);
  const together = folders.map(result);
  for (const [i, folder] of folders.entries()) {
    await nonred(['check', folder]);
    expect(result(folder).equals(together[i]!)).toBe(true);
  }
  // Brute force: no part of such a bill is clear, so each is in the list as often as bills name it.
  const listed = [...readFileSync(page, 'utf8').matchAll(/<summary[^>]*>.{0,80}?lang="en">Part \d+ \(Maker \d+ Ltd, (PN-\d+)\) makes (\d+) products? (?:red|unknown)</g)].map(([, pn, count]): [string, number] => [pn!, Number(count)]);
  expect(new Set(listed.map(([pn]) => pn)).size).toBe(listed.length);
  expect(new Map(listed)).toEqual(usedIn);
  expect(listed.map(([, count]) => count)).toEqual(listed.map(([, count]) => count).sort((a, b) => b - a));
  expect(out).not.toContain('(drone) makes');
});

test('a part is the same by maker and part number, and its missing facts are told once', () => {
  const shared = new SharedParts();
  const missing = { kind: 'field', of: 'x', field: 'country' } as const;
  shared.add(0, [{ key: 'a', label: 'A', verdict: 'unknown', missing: [missing] }, { key: 'b', label: 'B', verdict: 'red', missing: [] }]);
  shared.add(1, [{ key: 'a', label: 'A', verdict: 'red', missing: [{ ...missing, of: 'y' }] }]);
  expect(shared.parts).toEqual([{ label: 'A', verdict: 'red', products: [0, 1], missing: [missing] }, { label: 'B', verdict: 'red', products: [0], missing: [] }]);
});

test('a product that is refused is told with its place; the others are done, and the status is the worst', async () => {
  example('quad-clear', 'mixed', 'good');
  example('quad-x', 'mixed', 'red');
  example('quad-clear', 'mixed', 'bad');
  writeFileSync(at('mixed', 'bad', 'nonred.yaml'), 'product: [');
  const { status, out, err } = await nonred(['check', at('mixed'), '--html', at('mixed.html')]);
  expect(status).toBe(3);
  expect(err).toContain(`${at('mixed', 'bad')}/nonred.yaml`);
  expect(out).toMatch(/bad .*│ no answer/);
  expect(out).toContain('answer: red');
  const page = readFileSync(at('mixed.html'), 'utf8');
  expect(page).toContain('1 product has no answer');
  expect(page).toContain('<code>yaml/syntax</code>'); // why, and what helps, on the page too
  expect(page).toContain('hint: ');
  expect(result(at('mixed', 'good')).length).toBeGreaterThan(100);
  expect(result(at('mixed', 'red')).length).toBeGreaterThan(100);
  rmSync(at('mixed', 'red'), { recursive: true });
  expect((await nonred(['check', at('mixed')])).out).toContain('answer: unknown'); // what has no answer is never clear
  expect((await nonred(['check', at('mixed', 'good'), at('nowhere')])).status).toBe(3);
});

test('where a single input is refused the page says so, in place of an older answer', async () => {
  example('quad-clear', 'alone');
  expect((await nonred(['check', at('alone'), '--html', at('alone.html')])).status).toBe(0);
  expect(readFileSync(at('alone.html'), 'utf8')).toContain('class="answer clear"');
  writeFileSync(at('alone', 'nonred.yaml'), 'product: [');
  expect((await nonred(['check', at('alone'), '--html', at('alone.html')])).status).toBe(3);
  const page = readFileSync(at('alone.html'), 'utf8');
  expect(page).toContain('class="answer none"');
  expect(page).not.toContain('class="answer clear"');
  expect(page).toContain('<code>yaml/syntax</code>');
});

test('what many say is said once, with who says it', async () => {
  const { err } = await nonred(['check', at('made')]);
  expect(err.match(/column `MPN` is read/g)).toHaveLength(1);
  expect(err).toContain('in all 5 products');
});

test('products of one name in two folders are two products; a folder named twice, or by a link, is one', async () => {
  example('quad-clear', 'same', 'a', 'quad');
  example('quad-clear', 'same', 'b', 'quad');
  symlinkSync(at('same', 'a', 'quad'), at('linked'));
  const { out, status } = await nonred(['check', at('same'), at('same', 'a', 'quad'), at('linked')]);
  expect(status).toBe(0);
  expect(out.match(/│ clear/g)).toHaveLength(2);
});

test('products are found however deep, a workspace is not searched, links lead round in no circle and not outside', async () => {
  for (const name of ['deep/x/one', 'deep/two', 'deep/two/inner', 'deep/.hidden', 'deep/node_modules/no', 'elsewhere']) {
    mkdirSync(at(name), { recursive: true });
    writeFileSync(at(name, 'nonred.yaml'), 'madeUp: true\n');
  }
  symlinkSync(at('deep'), at('deep', 'x', 'round'));
  symlinkSync(at('deep', 'two'), at('deep', 'again'));
  symlinkSync(at('gone'), at('deep', 'dangling'));
  expect(workspacesIn(at('deep'))).toEqual({ value: [at('deep', 'two'), at('deep', 'x', 'one')], issues: [] });
  symlinkSync(at('elsewhere'), at('deep', 'out-of-here'));
  expect(workspacesIn(at('deep')).issues.map(({ code }) => code)).toEqual(['input/outside-workspace']);
  const { status, err } = await nonred(['check', at('deep')]);
  expect(status).toBe(3);
  expect(err).toContain('out-of-here');
  mkdirSync(at('far', ...'abcdefghij'), { recursive: true });
  expect(workspacesIn(at('far')).issues.map(({ code }) => code)).toEqual(['input/too-deep']);
});

test('a folder without a product is refused, not an empty portfolio', async () => {
  mkdirSync(at('empty'));
  expect((await nonred(['check', at('empty')])).status).toBe(3);
});

test('stopped in between: what is written is whole, nothing else is', async () => {
  const { folders } = writePortfolio(at('stopped'), 3, 5);
  let asked = 0;
  const { status, err, out } = await nonred(['check', at('stopped'), '--html', at('stopped.html')], { interrupted: () => ++asked > 1 });
  expect(status).toBe(1);
  expect(err).toContain('1 of 3 products');
  expect(out).toBe('');
  expect(JSON.parse(result(folders[0]!).toString()).version).toBe(1);
  expect(readdirSync(folders[0]!).sort()).toEqual(['bom.csv', 'nonred.yaml', 'out']);
  expect(readdirSync(join(folders[0]!, 'out'))).toEqual(['result.json']);
  expect(readdirSync(folders[1]!)).toEqual(['bom.csv', 'nonred.yaml']);
  expect(readdirSync(top)).not.toContain('stopped.html');
});

test('only the page is made of a portfolio, and a number of threads is a number', async () => {
  expect((await nonred(['check', at('made'), '--json', '-'])).status).toBe(3);
  expect((await nonred(['check', at('made'), '--threads', '0'])).status).toBe(3);
});
