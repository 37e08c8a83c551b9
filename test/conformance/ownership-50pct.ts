/**
 * Worked examples of OFAC's 50 per cent rule: who is listed, who holds how much, and who is therefore blocked. The cases are
 * closed worlds, so the owners of every party are complete and what is left of a whole is in clear hands.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { F, T } from '../../src/base/verdict.ts';
import type { StakeGiven } from '../../src/owners/graph.ts';
import { ownershipVerdicts } from '../../src/owners/verdicts.ts';
import type { SuiteResult } from './suites.ts';

interface Case { readonly id: string; readonly listed: readonly string[]; readonly stakes: readonly (readonly [owner: string, asset: string, percent: number])[]; readonly expect: Readonly<Record<string, 'blocked' | 'not-blocked'>> }

export function ownership50pct(folder: string): SuiteResult {
  const { cases } = JSON.parse(readFileSync(join(folder, 'vectors.json'), 'utf8')) as { cases: readonly Case[] };
  const failures: string[] = [];
  for (const { id, listed, stakes, expect } of cases) {
    const held: StakeGiven[] = stakes.map(([owner, asset, percent]) => stake(owner, asset, Math.round(percent * 10_000)));
    for (const asset of new Set(held.map((one) => one.asset))) {
      const left = held.filter((one) => one.asset === asset).reduce((rest, one) => rest - one.range.equityPpm!.lo, 1_000_000);
      if (left > 0) held.push(stake(`others of ${asset}`, asset, left));
    }
    const parties = [...new Set(held.flatMap(({ owner, asset }) => [owner, asset]))].map((party) => ({ id: party, ownersComplete: true as const, ...(!held.some(({ asset }) => asset === party) && { ownerless: true as const }) }));
    const found = ownershipVerdicts(parties, held, (party) => (listed.includes(party) ? T : F), 'OWN50_CASCADE');
    for (const [party, wanted] of Object.entries(expect)) if (found.get(party) !== (wanted === 'blocked' ? T : F)) failures.push(`${id}: ${party} is ${found.get(party)}, not ${wanted}`);
  }
  return { run: cases.length, failures };
}

function stake(owner: string, asset: string, ppm: number): StakeGiven {
  return { owner, asset, range: { equityPpm: { lo: ppm, hi: ppm } } };
}
