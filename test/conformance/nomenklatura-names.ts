/**
 * Labelled name pairs of opensanctions/nomenklatura (contrib/name_bench/cases.csv, MIT): scored with the schema given against the
 * shipped `same` threshold. A wrongly judged pair is no failure of the program (the labels contradict each other here and
 * there); the bars on F1 are. The interval is a percentile bootstrap over the pairs, 2,000 draws from a seed.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { analyse } from '../../src/names/analyse.ts';
import { compareNames, SAME } from '../../src/names/compare.ts';
import { random } from '../support/random.ts';
import type { SuiteResult } from './suites.ts';

interface Row { readonly schema: string; readonly name1: string; readonly name2: string; readonly is_match: string }
interface Judged { readonly company: boolean; readonly same: boolean; readonly said: boolean }
const [ALL, COMPANY] = [0.85, 0.92];

export function nomenklaturaNames(folder: string): SuiteResult {
  const rows = parse<Row>(readFileSync(join(folder, 'cases.csv')), { columns: true });
  const judged = rows.map((row): Judged => {
    const kind = row.schema === 'Person' ? 'person' : 'company';
    return { company: row.schema === 'Company', same: row.is_match === 'true', said: compareNames(analyse(row.name1, kind), analyse(row.name2, kind)).score >= SAME };
  });
  const all = figures(judged);
  const companies = figures(judged.filter(({ company }) => company));
  const [low, high] = interval(judged);
  const failures = [
    ...(all.f1 >= ALL ? [] : [`F1 ${all.f1.toFixed(3)} over all pairs, at least ${ALL} is wanted`]),
    ...(companies.f1 >= COMPANY ? [] : [`F1 ${companies.f1.toFixed(3)} over companies, at least ${COMPANY} is wanted`]),
  ];
  const words = `F1 ${all.f1.toFixed(3)} company F1 ${companies.f1.toFixed(3)} (precision ${all.precision.toFixed(3)} recall ${all.recall.toFixed(3)}, 95 % of draws F1 ${low.toFixed(3)} to ${high.toFixed(3)}; companies precision ${companies.precision.toFixed(3)} recall ${companies.recall.toFixed(3)})`;
  return { run: rows.length, failures, words };
}

function figures(judged: readonly Judged[]): { precision: number; recall: number; f1: number } {
  let [hits, said, same] = [0, 0, 0];
  for (const one of judged) {
    if (one.said) said++;
    if (one.same) same++;
    if (one.said && one.same) hits++;
  }
  return { precision: hits / said, recall: hits / same, f1: (2 * hits) / (said + same) };
}

function interval(judged: readonly Judged[]): [low: number, high: number] {
  const dice = random(1);
  const drawn = Array.from({ length: 2000 }, () => figures(judged.map(() => dice.pick(judged))).f1).sort((a, b) => a - b);
  return [drawn[50]!, drawn[1949]!];
}
