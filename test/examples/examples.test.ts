/** Each example workspace comes out as its README says, in the engine and in the plain reference. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { check as checkGrounds, open as openRecords } from '../../src/checker/check.ts';
import { check } from '../../src/engine/check.ts';
import type { questionOf } from '../../src/engine/question.ts';
import { fileOf, type FileInput } from '../../src/formats/file.ts';
import { readWorkspace } from '../../src/formats/workspace/workspace.ts';
import { filesOf } from '../../src/host/files.ts';
import { sha256 } from '../../src/host/crypto.ts';
import type { Rec } from '../../src/model/record.ts';
import { loadRulebook } from '../../src/rules/load.ts';
import type { Rulebook } from '../../src/rules/rulebook.ts';
import type { Question } from '../../src/select/predicate.ts';
import { IMPLEMENTATIONS, engine } from '../laws/engine.ts';
import { root } from '../house/sources.ts';
import { asked, bound, CHAINS, EXAMPLES, folder, open, rulebooks } from './workspaces.ts';

test('every folder of examples is tested here', () => {
  const found = readdirSync(join(root, 'examples'), { withFileTypes: true }).filter((entry) => entry.isDirectory() && readdirSync(folder(entry.name)).includes('nonred.yaml'));
  expect(found.map(({ name }) => name).sort()).toEqual([...EXAMPLES, ...CHAINS].sort());
});

describe.each([...EXAMPLES, ...CHAINS])('%s', (name) => {
  test('is read without fault or warning, asks for 2026-11-22, and says whether it is invented', () => {
    const { config, warnings } = open(name);
    expect(warnings).toEqual([]);
    expect(config.asOf).toBe('2026-11-22');
    expect(config.madeUp).toBe(['flight-controller', 'chip-materials'].includes(name) ? undefined : true);
  });
  test('every name of an invented party says that it is made up', () => {
    const { config, records } = open(name);
    const plain = records.filter((rec) => (rec.kind === 'party' || rec.kind === 'listing') && !rec.names?.[0]?.endsWith('(made-up)'));
    if (config.madeUp) expect(plain).toEqual([]);
  });
});

test.each(CHAINS)('%s has demands or stocks, and is judged all the same', async (name) => {
  const workspace = open(name);
  expect(new Set(workspace.records.map(({ kind }) => kind))).toContain('demand');
  const input = { records: workspace.records, question: asked(workspace), rulebooks: rulebooks(name, ['tw-non-red']), lines: workspace.lines };
  const result = await check(input, sha256);
  expect(result.verdict).toBe('unknown');
  // A stranger with all the records finds the same network.
  const opened = await openRecords(workspace.records, sha256);
  const outcomes = new Set<string | undefined>();
  for (const { grounds } of result.assessments) outcomes.add(grounds && (await checkGrounds(opened, { grounds, question: input.question, rulebook: input.rulebooks[0] }, 'full')).outcome);
  expect(outcomes).toEqual(new Set(['accepted']));
});

/** By clause: its verdict, and the red subjects. */
type Expected = Readonly<Record<string, string>>;
const clear848: Expected = { A: 'clear', B: 'clear', C: 'clear', D: 'clear', 'B-other-words': 'clear', 'C-other-words': 'clear', 'b-aircraft': 'clear', 'b-parts': 'clear' };
const cases: readonly (readonly [string, string, string, Parameters<typeof questionOf>[2], Expected])[] = [
  ['flight-controller', 'as it stands', 'tw-non-red', {}, { place: 'unknown', brand: 'unknown', vendor: 'unknown', capital: 'unknown' }],
  ['quad-x', 'as it stands', 'us-ndaa-848', {}, { ...clear848, B: 'red: camera', 'B-other-words': 'unknown' }],
  ['quad-x', 'as if bound', 'tw-non-red', bound, { place: 'red: camera', brand: 'red: camera', vendor: 'clear', capital: 'red: camera gnss' }],
  ['quad-x', 'as it stands', 'half-owned-example', {}, { 'half-owned': 'red: gnss' }],
  ['quad-x', 'on 2027-01-01', 'us-ndaa-848', { asOf: '2027-01-01' }, { ...clear848, B: 'red: camera control-radio', 'B-other-words': 'unknown' }],
  ['quad-x', 'on 2027-01-01', 'tw-non-red', { ...bound, asOf: '2027-01-01' }, { place: 'red: camera control-radio', brand: 'red: camera', vendor: 'clear', capital: 'red: camera gnss' }],
  ['quad-clear', 'as it stands', 'us-ndaa-848', {}, clear848],
  ['quad-clear', 'as it stands', 'tw-non-red', {}, { place: 'clear', brand: 'clear', vendor: 'clear', capital: 'clear' }],
  ['quad-clear', 'on 2027-01-01', 'us-ndaa-848', { asOf: '2027-01-01' }, clear848],
  ['recycled-magnet', 'variant a', 'magnet-example', {}, { exposure: 'red: O', independence: 'red: M' }],
];
const said = (records: readonly Rec[], question: Question, rulebook: Rulebook, evaluate = engine): Expected => {
  const { clauses, red } = evaluate(records, question, rulebook);
  // The two name the red subjects of exposure alike; independence is about the whole.
  return Object.fromEntries([...clauses].map(([id, verdict]) => [id, verdict === 'red' ? `red: ${red.get(id)!.join(' ')}` : verdict]));
};

describe.each(IMPLEMENTATIONS)('%s', (_, evaluate) => {
  test.each(cases)('%s, %s: %s', (name, _when, id, given, expected) => {
    const workspace = open(name);
    const [rulebook] = rulebooks(name, [id]);
    expect(said(workspace.records, asked(workspace, given), rulebook!, evaluate)).toEqual(expected);
  });
  test('quad-clear is clear down to ore', () => {
    const workspace = open('quad-clear');
    const answer = evaluate(workspace.records, asked(workspace), deep());
    expect(answer.verdict).toBe('clear');
  });
  test.each(Object.entries(variants()))('recycled-magnet, variant %s', (_name, [change, expected]) => {
    const files = new Map(filesOf(folder('recycled-magnet')).value);
    for (const [file, edit] of Object.entries(change)) files.set(file, edited(files.get(file)!, edit));
    const { value: workspace, issues } = readWorkspace(files, { sha256 });
    expect(issues).toEqual([]);
    expect(said(workspace.records, asked(workspace), rulebooks('recycled-magnet', workspace.config.rulebooks)[0]!, evaluate)).toEqual(expected);
  });
});

test('a row lost from quad-clear, looked at down to ore, leaves it unknown, but for shares that close the sum anyway or that nobody asks for', () => {
  const workspace = open('quad-clear');
  const question = asked(workspace);
  const asTwo = [...rulebooks('quad-clear', ['us-ndaa-848']), deep()];
  const kept: string[] = [];
  for (const lost of workspace.records) {
    const rest = workspace.records.filter((rec) => rec !== lost);
    const verdicts = asTwo.map((rulebook) => engine(rest, question, rulebook).verdict);
    expect(verdicts, lost.id).not.toContain('red');
    if (!verdicts.includes('unknown')) kept.push(lost.id);
  }
  const further = ['semi', 'sensors', 'alloys', 'rare'];
  const unasked = workspace.records.filter((rec) =>
    (rec.kind === 'completeness' && rec.list === 'owners') || (rec.kind === 'ownership' && further.includes(rec.asset)) || (rec.kind === 'party' && rec.partyKind === 'person' && further.some((maker) => rec.id.startsWith(`p-${maker}`))));
  expect(kept.sort()).toEqual(unasked.map(({ id }) => id).sort());
});

/** tw-non-red with everything inside everything. */
function deep(): Rulebook {
  const { value, issues } = loadRulebook(readFileSync(join(root, 'rulebooks/tw-non-red.yaml'), 'utf8'), 'tw-non-red.yaml', { depth: 'chips' });
  expect(issues).toEqual([]);
  return value!;
}

type Change = Readonly<Record<string, (text: string) => string>>;
function variants(): Record<string, [Change, Expected]> {
  const w2 = (text: string): string => `${text}w2,W,collected,JP,approved\n`;
  const two = (text: string): string => text.replace('recipes,W,complete,as listed here (1)', 'recipes,W,complete,as listed here (2)');
  return {
    b: [{ 'recipes.csv': w2, 'completeness.csv': (text) => `${two(text)}components,w2,complete,none\n` }, { exposure: 'red: O', independence: 'clear' }],
    'b without its statement': [{ 'recipes.csv': w2, 'completeness.csv': two }, { exposure: 'red: O', independence: 'unknown' }],
    c: [{ 'recipes.csv': (text) => text.replace('p1,P,melted,VN,in-use', 'p1,P,melted,VN,known') }, { exposure: 'unknown', independence: 'unknown' }],
  };
}

function edited(file: FileInput, edit: (text: string) => string): FileInput {
  const before = Buffer.concat([...file.chunks()].map((part) => Buffer.from(part))).toString('utf8');
  const after = edit(before);
  expect(after).not.toBe(before);
  return fileOf(Buffer.from(after));
}
