import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readCases, differences } from '../../src/rules/cases.ts';
import { ask, evaluateRulebook } from '../../src/rules/evaluate.ts';
import { forecastOf } from '../../src/rules/forecast.ts';
import { type Choices, loadRulebook } from '../../src/rules/load.ts';
import { plain } from '../laws/engine.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const files = readdirSync('rulebooks/cases').filter((name) => name.endsWith('.yaml'));

test('every rulebook has cases', () => {
  expect(files).toEqual(readdirSync('rulebooks').filter((name) => name.endsWith('.yaml')));
});

/** Worked examples that the collected facts give for each law of 2026 to 2028, by their number. */
const EXAMPLES: Readonly<Record<string, number>> = { 'us-asda': 5, 'us-fcc-covered-uas': 6, 'us-sec-889': 5, 'us-ndaa-5949': 6, 'us-1260h-805': 4, 'us-magnets-4872': 3, 'us-uflpa': 5, 'us-dodd-frank-1502': 5 };
test.each(Object.entries(EXAMPLES))('%s: each of its %i worked examples is a case', (id, count) => {
  const { value } = readCases(readFileSync(`rulebooks/cases/${id}.yaml`, 'utf8'), id, sha256);
  const told = new Set(value!.cases.flatMap(({ from }) => /^example (\d+)/.exec(from ?? '')?.[1] ?? []));
  expect([...told].map(Number).sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, i) => i + 1));
});

describe.each(files)('%s', (file) => {
  const { value, issues } = readCases(readFileSync(`rulebooks/cases/${file}`, 'utf8'), file, sha256);
  const text = readFileSync(`rulebooks/${file}`, 'utf8');
  test('can be read, and no two cases have one name', () => {
    expect(issues).toEqual([]);
    const names = value!.cases.map(({ name }) => name);
    expect(names).toEqual([...new Set(names)]);
    expect(`${value!.rulebook}.yaml`).toBe(file);
  });
  const loaded = new Map<string, ReturnType<typeof loadRulebook>>();
  const load = (choices: Choices): ReturnType<typeof loadRulebook> => {
    const key = JSON.stringify(choices);
    if (!loaded.has(key)) loaded.set(key, loadRulebook(text, file, choices));
    return loaded.get(key)!;
  };
  test.each(value?.cases.map((given) => [given.name, given] as const) ?? [])('%s', (_, { records, question, choices, expected }) => {
    const { value: rulebook, issues: faults } = load(choices);
    expect(faults).toEqual([]);
    const second = plain(records, question, rulebook!);
    expect({ applies: second.applies, verdict: second.verdict }, 'the reference').toEqual({ applies: expected.applies, verdict: expected.verdict });
    for (const [id, { verdict }] of Object.entries(expected.clauses)) expect(`${id} ${second.clauses.get(id)}`, 'the reference').toBe(`${id} ${verdict}`);
    const outcome = evaluateRulebook(ask(records, question, sha256), rulebook!);
    expect(differences(expected, outcome, rulebook!, forecastOf(records, question, rulebook!, outcome, sha256))).toEqual([]);
  });
});
