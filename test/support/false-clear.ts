/** Counts over shells.ts: what is clear, red, unknown, where it is red or clean in truth. */
import { quickVerdict } from '../../src/engine/check.ts';
import type { Rulebook } from '../../src/rules/rulebook.ts';
import { sha256 } from './digest.ts';
import { KINDS, shells, type Shells } from './shells.ts';

type Verdict = 'clear' | 'red' | 'unknown';
export interface FalseClear { readonly lines: readonly string[]; readonly good: boolean; readonly falseClear: number; readonly recall: number; readonly cleared: number; readonly falseRed: number }

export function falseClear(seeds: number, rulebook: Rulebook, judge: (made: Shells) => Verdict = (made) => quickVerdict(made.records, made.question, [rulebook], sha256)): FalseClear {
  const groups = { 'red, full papers': [true, false], 'clean, full papers': [false, false], 'red, papers lost': [true, true], 'clean, papers lost': [false, true] } as const;
  const lines: string[] = [];
  const counts = new Map<string, Record<Verdict, number>>();
  const faults: string[] = [];
  for (const [name, [red, holed]] of Object.entries(groups)) {
    const count = { clear: 0, red: 0, unknown: 0 };
    const missed = new Map<string, number>();
    for (let seed = 1; seed <= seeds; seed++) {
      const made = shells(seed, red, holed);
      const verdict = judge(made);
      count[verdict]++;
      if (!holed && verdict !== (red ? 'red' : 'clear')) missed.set(made.kind, (missed.get(made.kind) ?? 0) + 1);
      if (verdict === (red ? 'clear' : 'red')) faults.push(`${name}: seed ${seed}, ${made.kind}, is ${verdict}; lost: ${made.lost.join(', ') || 'nothing'}`);
    }
    counts.set(name, count);
    const kinds = [...missed].map(([kind, n]) => `${kind} ${n}`).join(', ');
    lines.push(`${name}: ${count.red} red, ${count.unknown} unknown, ${count.clear} clear${kinds ? `; not as planted: ${kinds}` : ''}`);
  }
  const of = (name: keyof typeof groups): Record<Verdict, number> => counts.get(name)!;
  const wrong = of('red, full papers').clear + of('red, papers lost').clear;
  const falseRed = of('clean, full papers').red + of('clean, papers lost').red;
  const unknown = Object.keys(groups).reduce((sum, name) => sum + counts.get(name)!.unknown, 0);
  const [recall, cleared] = [of('red, full papers').red / seeds, of('clean, full papers').clear / seeds];
  lines.unshift(`${seeds} seeds of ${KINDS.length} kinds, each red and clean, with full papers and with papers lost`);
  lines.push(...faults.slice(0, 10), `clean with full papers and clear: ${(100 * cleared).toFixed(1)} %`, `false-clear ${wrong} of ${2 * seeds}, recall ${(100 * recall).toFixed(1)} %, false-red ${falseRed}, unknown ${unknown}`);
  return { lines, good: wrong === 0 && falseRed === 0 && recall >= 0.99 && cleared >= 0.95, falseClear: wrong, recall, cleared, falseRed };
}
