/** Slips in the tables of examples/quad-clear: a clear that was not earned is not said. */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Io } from '../../src/cli/io.ts';
import { run } from '../../src/cli/program.ts';
import { root } from '../house/sources.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nonred-slips-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The aircraft, under section 848 alone, with texts replaced in its tables. */
async function check(...changes: readonly (readonly [file: string, from: string, to: string])[]): Promise<{ status: number; err: string }> {
  const dir = mkdtempSync(join(folder, 'w-'));
  cpSync(join(root, 'examples/quad-clear'), dir, { recursive: true, filter: (from) => !from.endsWith('/out') });
  for (const [file, from, to] of [['nonred.yaml', ', tw-non-red]', ']'] as const, ...changes]) {
    const before = existsSync(join(dir, file)) ? readFileSync(join(dir, file), 'utf8') : '';
    expect(before, from).toContain(from);
    writeFileSync(join(dir, file), before.replace(from, to));
  }
  let err = '';
  const io: Io = { out: () => undefined, err: (text) => void (err += text), env: { LANG: 'en_US.UTF-8' }, today: () => '2026-11-22', version: '0.1.0' };
  return { status: await run(['check', dir], io), err };
}
const radio = (roles: string) => [['products.csv', 'control radio,radio,EX-RC,radio | chip | antenna', `control radio,cn,EX-RC,${roles}`], ['parties.csv', 'aero,', 'cn,Example Radio China (made-up),company,CN\naero,']] as const;

test('as it is, it is clear; with a radio of China, red', async () => {
  expect((await check()).status).toBe(0);
  expect((await check(...radio('radio | chip | antenna'))).status).toBe(2);
});

test.each(['Radio', 'rf-module', '?', 'TBD', '無線電'])('a radio of China with the role `%s`: refused, by its cell', async (word) => {
  const { status, err } = await check(...radio(`${word} | chip | antenna`));
  expect(status).toBe(3);
  expect(err).toContain(`input/strange-word at products.csv/rows/10/roles: no rulebook knows \`${word}\` among roles; known are uas, `);
});

test.each(['?', 'N/A', 'NA', '-', '—', 'unknown', 'TBD', '未知', '|'])('a radio of China with the roles `%s`: nothing is known of them', async (cell) => {
  expect((await check(...radio(cell))).status).toBe(4);
});

test('a step that no rulebook knows is refused; a word that a rulebook declares is known, whether it is asked or not', async () => {
  expect((await check(['recipes.csv', 'make-camera,camera,assembled', 'make-camera,camera,asembled'])).err).toContain('/steps: no rulebook knows `asembled` among steps');
  expect((await check(['products.csv', 'propeller,composites,EX-PR,propeller', 'propeller,composites,EX-PR,propeller | tungsten'])).status).toBe(0);
});

test.each(['NA', 'na', 'N/A', '-', '?', 'unknown', '不明'])('the domicile `%s` is no country, nor Namibia', async (cell) => {
  expect((await check(['parties.csv', 'lens,Example Lens (made-up),company,JP', `lens,Example Lens (made-up),company,${cell}`])).status).toBe(4);
});

test('Namibia is, by its name or three letters', async () => {
  for (const cell of ['NAM', 'Namibia']) expect((await check(['parties.csv', 'lens,Example Lens (made-up),company,JP', `lens,Example Lens (made-up),company,${cell}`])).status, cell).toBe(0);
});

test('a battery whose substances are all told has `Lithium` in it: refused where a rulebook asks about `lithium`', async () => {
  const battery = (substance: string) => check(['nonred.yaml', '[us-ndaa-848]', '[us-30d-feoc]'], ['materials.csv', '', `product,substance,mass\nbattery,${substance},2%\n`], ['completeness.csv', 'list,of,status,members\n', 'list,of,status,members\nmaterials,battery,complete,as listed here (1)\n']);
  const { status, err } = await battery('Lithium');
  expect(status).toBe(3);
  expect(err).toContain('input/strange-substance at materials.csv/rows/2/substance: `Lithium` speaks of `lithium`, which us-30d-feoc asks about');
  expect((await battery('lithium')).status).not.toBe(3);
});

test('a maker that is held from China and is called a person: refused, for nobody holds a person; called a state body, it is said that its owners do not count', async () => {
  const held = (kind: string) => check(['nonred.yaml', '[us-ndaa-848]', '[tw-non-red]'], ['parties.csv', 'aero,', 'cn,Example Holding China (made-up),company,CN\naero,'],
    ['parties.csv', 'lens,Example Lens (made-up),company', `lens,Example Lens (made-up),${kind}`], ['ownerships.csv', 'p-lens-in-lens,p-lens,', 'p-lens-in-lens,cn,']);
  expect((await held('company')).status).toBe(2);
  const person = await held('person');
  expect(person.status).toBe(3);
  expect(person.err).toContain('input/owned-person at ownerships.csv/rows/9: `lens` is a person, and nobody holds a stake in a person');
  expect((await held('state body')).err).toContain('input/owned-state-body at ownerships.csv/rows/9');
});

test.each([['buyer: { kind: us-DoD }', '/buyer/kind', 'us-DoD', 'buyer'], ['purpose: critical infrastructure', '/purpose', 'critical infrastructure', 'purpose']])('`%s` in nonred.yaml, which no rulebook knows, is refused: a clause about it would bind nobody', async (said, pointer, given, field) => {
  const { status, err } = await check(['nonred.yaml', 'rulebooks:', `${said}\nrulebooks:`]);
  expect([status, err]).toEqual([3, expect.stringContaining(`input/strange-word at nonred.yaml${pointer}: no rulebook knows \`${given}\` among ${field}; known are `)]);
});
test.each(['purpose: critical-infrastructure', 'purpose: other', 'buyer: { kind: other }'])('`%s` is known', async (said) => {
  expect((await check(['nonred.yaml', 'rulebooks:', `${said}\nrulebooks:`])).status).not.toBe(3);
});

test('a correction or a judgement of a record that is not there is told, and one that is there is not', async () => {
  const digest = 'ab'.repeat(32);
  const table = (text: string) => ['judgements.csv', '', text] as const;
  expect((await check(table(`left,right,says,by,on\n${digest},parties/aero,different,Lin,2026-11-22\n`))).err).toContain(`input/lost-digest at judgements.csv/rows/2/left: \`left\` names the record of digest \`${digest}\``);
  expect((await check(table('left,right,says,by,on\nparties/optics,parties/aero,different,Lin,2026-11-22\n'))).err).not.toContain('input/lost-digest');
  expect((await check(['ownerships.csv', 'lo,hi\np-aero-in-aero,p-aero,aero,equity,100 %,100 %', `lo,hi,supersedes\np-aero-in-aero,p-aero,aero,equity,100 %,100 %,${digest}`])).err).toContain('/supersedes: `supersedes` names the record of digest');
});
